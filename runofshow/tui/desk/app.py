"""The window of the planner's desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo
from pathlib import Path

from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.reader import Reading
from runofshow.texts.console import ConsoleTexts
from runofshow.texts.desk import DeskTexts
from runofshow.tui.colours import DARK, DARK_THEME, LIGHT, LIGHT_THEME
from runofshow.tui.desk.board import DeskBoard
from runofshow.tui.desk.checking import Checker, checked
from runofshow.tui.desk.history import History, Step
from runofshow.tui.desk.keys import Deed, ToAdvice
from runofshow.tui.desk.learning import Learner, Lengths
from runofshow.tui.desk.planner import Planner
from runofshow.tui.desk.shelf import Shelf
from runofshow.tui.keys import Order
from runofshow.tui.panels.footer import Status
from runofshow.tui.pen import Pen
from runofshow.tui.window import Window

Read = Callable[[str, Path | None], Reading]
"""Reads the text of an agenda with all advice on it; the path is its file's, None while it has none."""
Listen = Callable[[Path], str | None]
"""Plays a sound file, or stops it where it plays. None: stopped; else what went wrong, or nothing."""


class PlanDesk(Window):
    """The desk on one agenda."""

    board: DeskBoard

    def __init__(
        self,
        source: Written,
        shelf: Shelf | None,
        words: ConsoleTexts,
        desk: DeskTexts,
        kinds: Mapping[str, str],
        tz: tzinfo,
        read: Read,
        listen: Listen | None = None,
        saved: str | None = None,
        unnamed: Shelf | None = None,
        lengths: Lengths | None = None,
    ) -> None:
        """`shelf` is the file; None while there is none yet. `saved` is the text in it.

        What is not saved is kept beside the file, and by `unnamed` while there is none. `lengths` are those
        that the rehearsals of an agenda teach; None where nobody looks for them.
        """
        super().__init__(words)
        self.desk = desk
        self.shelf = shelf
        self.unnamed = unnamed
        self.listen = listen
        self._read = read
        file = "" if shelf is None else shelf.path.name
        self.board = DeskBoard(Pen(words, tz, DARK, kinds), desk, History(Step(source), saved=saved), file)
        self._checker = Checker(self._checked, self._tell)
        self._planner = Planner(self)
        self.learner = None if lengths is None else Learner(self, lengths, self.reading, self._planner.then)

    def on_mount(self) -> None:
        self.open_board()
        self._planner.keeper.find_unsaved()
        self.check()
        self.call_after_refresh(self._planner.keeper.offer_unsaved)
        self.call_after_refresh(self._planner.proposals.heed)

    # What check says

    def check(self) -> None:
        """Have the text read beside; what comes of it is drawn then."""
        self._checker.ask(self.board.source)

    def _checked(self, source: Written) -> Reading:
        if source is self.board.source:
            self._planner.keeper.catch(source.text)
        return self.reading(source)

    def reading(self, source: Written) -> Reading:
        """What the text says, with all advice on it."""
        return self._read(source.text, None if self.shelf is None else self.shelf.path)

    def _tell(self, source: Written, reading: Reading) -> None:
        def hear() -> None:
            if source is self.board.source:
                found = checked(source, reading, self.words.language, self.board.checked)
                self.board.heard(found)

        self.soon(hear)

    # Keys

    def obey(self, order: Order) -> None:
        match order:
            case Deed.LEAVE:
                self.action_leave()
            case Deed.THEME:
                is_dark = self.theme == DARK_THEME.name
                self.theme = LIGHT_THEME.name if is_dark else DARK_THEME.name
                self.board.repaint(LIGHT if is_dark else DARK)
            case Deed() | ToAdvice():
                self._planner.obey(order)
            case _:
                raise AssertionError(order)

    def obey_settle(self) -> None:
        """What SPACE does."""
        self._planner.obey(Deed.SETTLE)

    def before_leaving(self) -> tuple[str, str] | None:
        return None if self.board.history.is_saved else (self.desk.ask_leave, self.desk.ask_leave_why)

    def action_leave(self) -> None:
        asked = self.before_leaving()
        if asked is None:
            self.leave()
            return
        self.confirm(
            *asked,
            lambda: self._planner.keeper.save(then=self.leave),
            self._drop,
            (self.desk.leave_save, self.desk.leave_drop),
            on_yes=True,
        )

    def _drop(self) -> None:
        self._planner.keeper.drop_unsaved()
        self.leave()

    def say(self, text: str, *, bad: bool = False) -> None:
        """Say one thing in the last line."""
        self.board.tell(Status(text, bad=bad))
