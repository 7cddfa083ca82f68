"""The app of `runofshow screen`: one role's screen, drawn four times a second and on news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from runofshow.core.agenda import Role
from runofshow.core.sound import Sounding
from runofshow.line.address import Address
from runofshow.line.connection import Connection
from runofshow.line.played_here import PlaysHere
from runofshow.line.standing import ShutOut
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.tui.colours import DARK
from runofshow.tui.keys import Act, Order, Pick, Reply
from runofshow.tui.pen import Pen
from runofshow.tui.remote.board import RoleBoard
from runofshow.tui.remote.desk import Desk
from runofshow.tui.remote.replies import Replies
from runofshow.tui.views.scene import Scene
from runofshow.tui.window import Window


class RemoteScreen(Window):
    """One role's screen. It starts the connection and ends it."""

    def __init__(
        self,
        role: Role,
        address: Address,
        language: Language,
        tz: tzinfo,
        steady: Callable[[], float],
        player: Callable[[Connection], PlaysHere] | None = None,
    ) -> None:
        """`tz` serves until the hall's own is known. `steady` gives seconds of a clock nobody sets. `player`
        makes the player that runs beside this screen; it is started and ended with it."""
        super().__init__(CONSOLE[language])
        self.connection = Connection(address, role, steady, self.news)
        pen = Pen(self.words, tz, DARK, {})
        beginning = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
        scene = Scene(role, beginning, pen, PAGES[language], SCREEN[language])
        self._said = scene.words
        self._player = None if player is None else player(self.connection)
        here = None if self._player is None else self._player.now
        self.board: RoleBoard = RoleBoard(self.connection, scene, steady, here)
        self._replies = Replies(self, self.board, self.connection, scene)
        self._desk = Desk(self, self.board, self.connection, self._player, self._replies.told)

    def on_mount(self) -> None:
        self.open_board()
        if self._player is not None:
            self._player.start()
        self.connection.start()

    def on_unmount(self) -> None:
        if self._player is not None:
            self._player.stop()
        self.connection.close()

    def obey(self, order: Order) -> None:
        match order:
            case Pick() | Act.GO | Act.FADE | Act.STOP | Act.PANIC | Act.ARM:
                self._desk.obey(order)
            case Reply() | Act.ACKNOWLEDGE | Act.MESSAGE:
                self._replies.obey(order)
            case Act.LEAVE:
                self.action_leave()
            case Act():
                self.board.step(order)
            case _:
                raise AssertionError(order)

    def before_leaving(self) -> tuple[str, str] | None:
        sounds = self._player is not None and any(
            isinstance(what, Sounding) for what in self._player.now().decks.values()
        )
        return (self._said.ask_leave, self._said.ask_leave_why) if sounds else None

    @property
    def is_bad(self) -> bool:
        return super().is_bad or isinstance(self.connection.standing, ShutOut)
