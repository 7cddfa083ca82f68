"""The console: draws the newest snapshot four times a second and on news, and sends what is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from runofshow.core.agenda import Track
from runofshow.core.events import Entry
from runofshow.core.snapshot import Phase, Snapshot
from runofshow.engine import Engine
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.board import ConsoleBoard, Levels
from runofshow.tui.caller import Caller
from runofshow.tui.colours import DARK, DARK_THEME, LIGHT, LIGHT_THEME
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.duty_desk import DutyDesk
from runofshow.tui.hall import HallDoor
from runofshow.tui.keys import Act, Order
from runofshow.tui.newer_desk import Reread
from runofshow.tui.panels.footer import Status
from runofshow.tui.pen import Pen
from runofshow.tui.window import Window

if TYPE_CHECKING:
    from runofshow.core.beside import Beside
    from runofshow.core.recovery.way import Chance
    from runofshow.tui.dialogs.takes import TakesDialog


class Console(Window):
    """The stage manager's screen on a running engine. It reads snapshots and never reckons."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+p", "orders", show=False, priority=True)]

    def __init__(
        self,
        engine: Engine,
        words: ConsoleTexts,
        kinds: Mapping[str, str],
        tz: tzinfo,
        save_amended: Callable[[], Path],
        reread: Reread,
        hall: HallDoor | None = None,
        when_painted: Callable[[], object] = lambda: None,
        levels: Levels | None = None,
        agenda: Path | None = None,
        chance: Chance | None = None,
        compared: Callable[[], Beside] | None = None,
    ) -> None:
        """`kinds` are the labels of the kinds by their ids. `save_amended` writes the amended agenda and says
        where; it may raise OSError. `reread` reads the agenda file as it is by now.
        `hall` is the server of the hall's screens; None without one.
        `when_painted` is called once the stage stands: what the hall needs is loaded only then. `levels`
        tells how loud each deck of this machine's player is; None where the player is elsewhere.
        `agenda` is the file in which duties are marked as done; None reminds of none. `chance` tells how
        likely a show that stood so makes its hard out; None where nobody does. `compared` reads the
        rehearsals that stand beside this show, which takes a while."""
        super().__init__(words)
        self._engine = engine
        self._save_amended = save_amended
        self._when_painted = when_painted
        pen = Pen(words, tz, DARK, kinds)
        self.board: ConsoleBoard = ConsoleBoard(engine, pen, hall, levels)
        self._caller = Caller(self, engine, self.board, hall, reread, chance)
        self._compared = compared
        self._duties = None if agenda is None else DutyDesk(self, engine, self.board, agenda)

    def on_mount(self) -> None:
        self.board.look_at_hall()
        self.open_board()

        def tell(snapshot: Snapshot, fresh: tuple[Entry, ...]) -> None:
            if fresh:
                self.news()

        self._engine.listen(tell)
        self.call_after_refresh(self._when_painted)

    def beat(self) -> None:
        super().beat()
        if self._duties is not None:
            self._duties.heed()
        self._caller.proposals.heed()
        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.beat()

    @property
    def failure(self) -> str | None:
        """What went wrong in the drawing; None when nothing ever did. The exit status is then 1."""
        return self.board.failure or None

    def before_leaving(self) -> tuple[str, str] | None:
        is_open = self.board.shown.phase in (Phase.RUNNING, Phase.HELD)
        return (self.words.ask_leave, self.words.ask_leave_why) if is_open else None

    def obey(self, order: Order) -> None:
        """Do what a key, the palette or a click asks for: here what concerns the window, else what the caller
        does."""
        match order:
            case Act.LEAVE:
                self.action_leave()
            case Act.PALETTE:
                self.action_orders()
            case Act.SAVE:
                self._save()
            case Act.DUTIES:
                self._list_duties()
            case Act.TAKES:
                self._compare_takes()
            case Act.THEME:
                self._turn_light()
            case _:
                self._caller.obey(order)

    def _save(self) -> None:
        try:
            path = self._save_amended()
        except OSError as error:
            self.board.tell(Status(self.words.not_saved.format(error=error), bad=True))
        else:
            self.board.tell(Status(self.words.saved.format(path=path)))

    def _list_duties(self) -> None:
        if self._duties is not None:
            self._duties.open()

    def _compare_takes(self) -> None:
        """The dialog stands at once: what is typed while the records are read is for it."""
        if self._compared is not None:
            from runofshow.tui.dialogs.takes import TakesDialog

            dialog = TakesDialog(self.board)
            self.push_screen(dialog)
            self.run_worker(self._list_takes(dialog, self._compared), exit_on_error=False)

    async def _list_takes(self, dialog: TakesDialog, compared: Callable[[], Beside]) -> None:
        from runofshow.tui.panels.takes import TakesLook

        try:
            look = TakesLook(await asyncio.to_thread(compared))
        except Exception as error:  # noqa: BLE001 - the thread's edge: the show goes on, the hand is told
            said = self.words.takes.unread.format(problem=f"{type(error).__name__}: {error}")
            look = TakesLook(trouble=said)
        if self.screen is dialog:
            dialog.turn(look)

    def _turn_light(self) -> None:
        was_dark = self.theme == DARK_THEME.name
        self.theme = (LIGHT_THEME if was_dark else DARK_THEME).name
        self.board.repaint(LIGHT if was_dark else DARK)

    def action_orders(self) -> None:
        """The command palette, over the board alone: its orders are the board's."""
        # only now: the palette is a fifth of Textual's weight at the start
        from runofshow.tui.command_palette import Orders, provider

        if self.screen is self.board:
            # With the palette closed first: what it starts may open a screen of its own.
            tracks = self.board.shown.sound.tracks
            orders = provider(self.words, self._obey_later, tracks, self._play_later)
            self.push_screen(Orders(providers=[orders], placeholder=self.words.keys.palette_long))

    def _obey_later(self, act: Act) -> None:
        self.call_later(self.obey, act)

    def _play_later(self, track: Track) -> None:
        self.call_later(self._caller.music.play, track)

    def on_key(self, event: events.Key) -> None:
        """Keys are heard by the board alone: what a dialog leaves over must call nothing."""
