"""The console: draws the newest snapshot four times a second and on news, and sends what is asked."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.driver import Driver

from runofshow.core.agenda import Track
from runofshow.core.events import Entry
from runofshow.core.snapshot import Phase, Snapshot
from runofshow.engine import Engine
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.board import Board, Levels
from runofshow.tui.caller import Caller
from runofshow.tui.colours import DARK, DARK_THEME, LIGHT, LIGHT_THEME
from runofshow.tui.hall import HallDoor
from runofshow.tui.keys import Act, Order
from runofshow.tui.panels.footer import Status
from runofshow.tui.pen import Pen
from runofshow.tui.reads import driver_reading

BEATS = 4
"""Drawings a second: no count is ever late, and the machine stays cool."""


class Console(App[None]):
    """The stage manager's screen on a running engine. It reads snapshots and never reckons."""

    CSS_PATH = "console.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False),
        Binding("ctrl+p", "orders", show=False, priority=True),
    ]

    def __init__(
        self,
        engine: Engine,
        words: ConsoleTexts,
        kinds: Mapping[str, str],
        tz: tzinfo,
        save_amended: Callable[[], Path],
        tracks: Sequence[Track] = (),
        hall: HallDoor | None = None,
        when_painted: Callable[[], object] = lambda: None,
        levels: Levels | None = None,
    ) -> None:
        """`kinds` are the labels of the kinds by their ids. `save_amended` writes the amended agenda and says
        where; it may raise OSError. `tracks` are the agenda's recordings, for the music face. `hall` is the
        server of the hall's screens; None without one. `when_painted` is called once the stage stands: what
        the hall needs is loaded only then. `levels` tells how loud each deck of this machine's player is;
        None where the player is elsewhere, or there is none."""
        super().__init__()
        self._engine = engine
        self._words = words
        self._save_amended = save_amended
        self._dark = True
        self._pen = Pen(words, tz, DARK, kinds, {track.track_id: track for track in tracks})
        self._hall = hall
        self._when_painted = when_painted
        self._levels = levels
        self._news = False

    # Drawing

    def on_mount(self) -> None:
        self.register_theme(DARK_THEME)
        self.register_theme(LIGHT_THEME)
        self.theme = DARK_THEME.name
        self._board = Board(self._engine, self._pen, self.obey, self._hall, self._levels)
        self._caller = Caller(self, self._engine, self._board, self._words, self._obey_here, self._hall)
        self._board.look_at_hall()
        self.push_screen(self._board)
        # One timer for everything: on some systems each waiting timer holds a thread.
        self.set_interval(1 / BEATS, self._beat)
        loop = asyncio.get_running_loop()

        def tell(snapshot: Snapshot, fresh: tuple[Entry, ...]) -> None:
            # In the engine's thread, which must never wait for a terminal. One call at a time is enough: the
            # newest snapshot is drawn, however many came.
            if fresh and not self._news:
                self._news = True
                try:
                    loop.call_soon_threadsafe(self._draw_news)
                except RuntimeError:
                    # The console has been left, and its loop with it; the engine goes on for the others.
                    self._news = True

        self._engine.listen(tell)
        self._leave_on_signals(loop)
        self.call_after_refresh(self._when_painted)

    def _leave_on_signals(self, loop: asyncio.AbstractEventLoop) -> None:
        """A closed window, a shutdown and a kill leave in order, as q does; the show stays open.

        Windows has no such signals; there the journal, complete after every call, is what holds.
        """
        if sys.platform != "win32":
            for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(name, self._leave)

    def _beat(self) -> None:
        if self._board not in self.screen_stack:
            self.push_screen(self._board)
            self._board.fail(self._words.board_lost)
        self._board.beat()
        if self._caller.joining in self.screen_stack:
            self._caller.joining.beat()

    def _draw_news(self) -> None:
        self._news = False
        self._board.draw()

    def get_driver_class(self) -> type[Driver]:
        return driver_reading(super().get_driver_class())

    def pop_screen(self) -> AwaitComplete:
        """Take the dialog on top away. The board is never taken: without it no key would be heard."""
        return AwaitComplete() if self.screen is self._board else super().pop_screen()

    @property
    def failure(self) -> str | None:
        """What went wrong in the drawing; None when nothing ever did. The exit status is then 1."""
        return self._board.failure or None

    @property
    def board(self) -> Board:
        return self._board

    # What concerns the console alone

    def obey(self, order: Order) -> None:
        """Do what a key, the palette or a click asks for."""
        self._caller.obey(order)

    def _obey_here(self, act: Act) -> None:
        if act is Act.LEAVE:
            self.action_leave()
        elif act is Act.PALETTE:
            self.action_orders()
        elif act is Act.SAVE:
            self._save()
        elif act is Act.THEME:
            self._turn_light()

    def _save(self) -> None:
        try:
            path = self._save_amended()
        except OSError as error:
            self._board.tell(Status(self._words.not_saved.format(error=error), bad=True))
        else:
            self._board.tell(Status(self._words.saved.format(path=path)))

    def _turn_light(self) -> None:
        self._dark = not self._dark
        self.theme = (DARK_THEME if self._dark else LIGHT_THEME).name
        self._board.repaint(DARK if self._dark else LIGHT)

    def action_orders(self) -> None:
        """The command palette, over the board alone: its orders are the board's."""
        # only now: the palette is a fifth of Textual's weight at the start
        from runofshow.tui.palette import Orders, provider

        if self.screen is self._board:
            # With the palette closed first: what it starts may open a screen of its own.
            tracks = self._board.shown.sound.tracks
            orders = provider(self._words, self._obey_later, tracks, self._play_later)
            self.push_screen(Orders(providers=[orders], placeholder=self._words.keys.palette_long))

    def _obey_later(self, act: Act) -> None:
        self.call_later(self.obey, act)

    def _play_later(self, track: Track) -> None:
        self.call_later(self._caller.music.play, track)

    def action_leave(self) -> None:
        """Leave, after a question while the show runs. ctrl+q and ctrl+c come here too."""
        words = self._words
        if self._board.shown.phase in (Phase.RUNNING, Phase.HELD):
            self._caller.confirm(words.ask_leave, words.ask_leave_why, self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self.exit(return_code=1 if self._board.failure else 0)

    def on_key(self, event: events.Key) -> None:
        """Keys are heard by the board alone: what a dialog leaves over must call nothing."""
