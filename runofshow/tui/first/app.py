"""The window of the first screen: what is wished for, and of an agenda what it is opened for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from runofshow.texts.console import ConsoleTexts
from runofshow.texts.first import FirstTexts
from runofshow.tui.colours import DARK
from runofshow.tui.first.board import FirstBoard
from runofshow.tui.first.listing import List, Listed, Look, Looked
from runofshow.tui.first.menu import Page, Row, Said
from runofshow.tui.first.typed_path import typed_path
from runofshow.tui.first.wishes import (
    LANGUAGE_DIGIT,
    Choice,
    Digit,
    Dropped,
    OfFile,
    OtherLanguage,
    Step,
    Use,
    Wish,
)
from runofshow.tui.keys import Order
from runofshow.tui.pen import Pen
from runofshow.tui.window import Window

WISHES = tuple(Wish)
USES = tuple(Use)
AGENDAS = frozenset({".yaml", ".yml"})
OF_A_KEPT_SHOW = frozenset({Wish.PICK_UP, Wish.REPORT})
MOST_PASTED = 200
"""Signs that are said of what was pasted and is no file."""
MOST_ERRORS = 3
"""Of an agenda, that are told before it goes to the desk."""


class Files(Struct, frozen=True):
    """What finds files, and looks into one."""

    of_wish: Mapping[Wish, List]
    """For `OPEN` and for `IMPORT`."""
    look: Look


class FirstScreen(Window):
    """Stands until something is chosen; `chosen` is it then, and None when the window was closed."""

    board: FirstBoard

    def __init__(
        self,
        words: ConsoleTexts,
        first: FirstTexts,
        pen: Pen,
        version: str,
        kept: Mapping[Wish, Row],
        files: Files,
        at: Wish,
        said: Said | None = None,
        file: Path | None = None,
    ) -> None:
        """`kept` are the rows that a kept show fills in: without one there is nothing to take there. `said`
        is what came of the last choice; the cursor stands on `at`. `file` is chosen beforehand."""
        super().__init__(words)
        self._first = first
        self._kept = kept
        self._files = files
        self._given = file
        self.chosen: Choice | None = None
        self._wish = at
        """Where the cursor stood on the page of wishes."""
        self._file: Path | None = None
        """The agenda whose uses are shown; None on the page of wishes."""
        self.board = FirstBoard(pen, first, version, self._wishes(said), WISHES.index(at))

    def on_mount(self) -> None:
        self.open_board()
        if self._given is not None:
            self.open_file(self._given)

    def before_leaving(self) -> tuple[str, str] | None:
        return None

    # Pages

    def _wishes(self, said: Said | None = None) -> Page:
        words = self._first
        rows = [
            self._kept.get(wish)
            or Row(words.wishes[wish], (words.wish_details[wish],), wish in OF_A_KEPT_SHOW)
            for wish in WISHES
        ]
        return Page(tuple(rows), words.keys.format(language=words.other_language), said=said)

    def _uses(self, looked: Looked) -> Page:
        words = self._first
        rows = [
            Row(words.uses[use], (words.use_details[use],), bool(looked.errors) and use is not Use.PLAN)
            for use in USES
        ]
        rows.append(Row(words.uses["back"], (words.use_details["back"],)))
        said = None
        if looked.errors:
            told = [words.unfit.format(count=looked.count), *looked.errors[:MOST_ERRORS]]
            if looked.count > MOST_ERRORS:
                told.append(words.unfit_more.format(count=looked.count - MOST_ERRORS))
            said = Said("\n".join(told), bad=True)
        return Page(tuple(rows), words.keys_back.format(count=len(rows)), looked.heads, said)

    # What a key asks for

    def obey(self, order: Order) -> None:
        board = self.board
        match order:
            case Step.LEAVE:
                self._choose(Wish.LEAVE)
            case Step.BACK:
                self._back()
            case Step.TAKE:
                self._take(board.at)
            case Step():
                board.hush()
                board.step(order)
            case Digit(number=number) if number <= len(board.page_of_rows.rows):
                self._take(number - 1)
            case Digit(number=number):
                if number == LANGUAGE_DIGIT:
                    self._choose(OtherLanguage(WISHES[board.at] if self._file is None else self._wish))
            case Dropped(text=text):
                self.open_typed(text)
            case _:
                raise AssertionError(order)

    def _take(self, at: int) -> None:
        board = self.board
        if board.page_of_rows.rows[at].is_idle:
            # the row says itself why there is nothing to take, and Enter still takes the chosen one
            return
        board.at = at
        if self._file is not None:
            if at < len(USES):
                self._choose(OfFile(self._file, USES[at]))
            else:
                self._back()
        elif (wish := WISHES[at]) in self._files.of_wish:
            board.hush()
            self._wish = wish
            self._find(wish)
        else:
            self._choose(wish)

    def _back(self) -> None:
        if self._file is not None:
            self._file = None
            self.board.turn_to(self._wishes(), WISHES.index(self._wish))

    def _find(self, wish: Wish) -> None:
        # only now: a field to type in weighs as much as all else here
        from runofshow.tui.first.finder import Finder

        title = self._first.which_file if wish is Wish.OPEN else self._first.which_plan
        finder = Finder(title, self._files.of_wish[wish], self._first, self.board.pen)
        self.push_screen(finder, self._found)

    def open_typed(self, text: str) -> None:
        """Open the file whose path was pasted, or dropped onto the window; what is no such path is said."""
        path = typed_path(text)
        if path is not None and path.is_file():
            self.open_file(path)
        else:
            shown = " ".join(text.split())[:MOST_PASTED]
            page = self._wishes(Said(self._first.no_file.format(path=shown), bad=True))
            self._file = None
            self.board.turn_to(page, WISHES.index(self._wish))

    def _found(self, one: Listed | None) -> None:
        if one is None:
            self.board.draw()
        else:
            self.open_file(one.path)

    def open_file(self, path: Path) -> None:
        """Open it as if it had been chosen of the list: an agenda asks what for, all else is for the desk."""
        if path.suffix.lower() not in AGENDAS:
            self._choose(OfFile(path, Use.PLAN))
        else:
            looked = self._files.look(path)
            self._file = path
            self.board.turn_to(self._uses(looked), USES.index(Use.PLAN if looked.errors else Use.RUN))

    def _choose(self, choice: Choice) -> None:
        self.chosen = choice
        self.leave()


def first_pen(words: ConsoleTexts) -> Pen:
    """What the first screen draws with; it shows no hour of a hall."""
    from datetime import UTC

    return Pen(words, UTC, DARK, {})
