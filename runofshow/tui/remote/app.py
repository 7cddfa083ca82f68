"""The app of `runofshow screen`: one role's screen, drawn four times a second and on news."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from contextvars import copy_context
from datetime import UTC, datetime, timedelta, tzinfo
from typing import ClassVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.driver import Driver

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.commands import AnswerMessage
from runofshow.core.refusal import Reason
from runofshow.core.sound import Sounding
from runofshow.screen.address import Address
from runofshow.screen.asking import Answer, Failure, NotObeyed, Obeyed, ShutOut
from runofshow.screen.connection import Connection
from runofshow.screen.picture import HandPicture
from runofshow.screen.played_here import PlaysHere
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.tui.colours import DARK, DARK_THEME
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.question import Question
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.keys import Pick
from runofshow.tui.pen import Pen
from runofshow.tui.reads import driver_reading
from runofshow.tui.remote.board import RemoteBoard
from runofshow.tui.remote.desk import Desk, Ports
from runofshow.tui.remote.keys import Act
from runofshow.tui.remote.scene import Scene, Status

BEATS = 4
"""Drawings a second."""
LONGEST_TEXT = 400
"""Signs of a message, as on the pages."""


class RemoteScreen(App[None]):
    """One role's screen. It starts the connection and ends it."""

    CSS_PATH = "../console.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False),
    ]

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
        super().__init__()
        self._role = role
        self._pages = PAGES[language]
        self._console = CONSOLE[language]
        self._said = SCREEN[language]
        self._is_news = False
        self._sending: str | None = None
        """The cue whose answer is under way."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._origin = copy_context()
        self.connection = Connection(address, role, steady, self._hear)
        pen = Pen(self._console, tz, DARK, {}, {})
        beginning = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
        scene = Scene(role, beginning, pen, self._pages, self._said)
        self._player = None if player is None else player(self.connection)
        here = None if self._player is None else self._player.now
        self.board = RemoteBoard(self.connection, scene, self.obey, self._write, steady, here)
        ports = Ports(
            self._music_shown,
            lambda: self.board.page,
            self.board.tell,
            self._ask_first,
            self._told,
            self._later,
            self._in_a_while,
        )
        self._desk = Desk(self.connection, self._player, self._console, self._said, ports)
        self._question = Question(self._console)

    def on_mount(self) -> None:
        self.register_theme(DARK_THEME)
        self.theme = DARK_THEME.name
        self.install_screen(self._question, name="question")
        self.push_screen(self.board)
        self._loop, self._origin = asyncio.get_running_loop(), copy_context()
        if sys.platform != "win32":
            for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                self._loop.add_signal_handler(name, self.action_leave)
        self.set_interval(1 / BEATS, self._beat)
        if self._player is not None:
            self._player.start()
        self.connection.start()

    def _beat(self) -> None:
        if self.board not in self.screen_stack:
            self.push_screen(self.board)
            self.board.failure = self._console.board_lost
        self.board.beat()

    def get_driver_class(self) -> type[Driver]:
        return driver_reading(super().get_driver_class())

    def pop_screen(self) -> AwaitComplete:
        """Take the dialog on top away. The board is never taken: without it no key would be heard."""
        return AwaitComplete() if self.screen is self.board else super().pop_screen()

    def on_unmount(self) -> None:
        if self._player is not None:
            self._player.stop()
        self.connection.close()

    def _hear(self) -> None:
        # In a thread of the connection. One call at a time is enough: the newest picture is drawn.
        if not self._is_news:
            self._is_news = True
            self._later(self._draw_news)

    def _draw_news(self) -> None:
        self._is_news = False
        self.board.draw()

    def _later(self, act: Callable[[], None]) -> None:
        assert self._loop is not None
        try:
            # in the context of the app: a screen that is pushed looks for the app there
            self._loop.call_soon_threadsafe(act, context=self._origin)
        except RuntimeError:
            # The screen has been left, and its loop with it.
            self._is_news = True

    # What the keys ask for

    def obey(self, act: Act | Pick) -> None:
        """Do what a key asks for."""
        match act:
            case Pick() | Act.GO | Act.FADE | Act.STOP | Act.PANIC | Act.ARM:
                self._desk.obey(act)
            case Act.LEAVE:
                self.action_ask_to_leave()
            case Act.KNOWN:
                self._acknowledge()
            case Act.WRITE:
                self._ask_text()
            case _:
                self.board.move(act)

    def action_ask_to_leave(self) -> None:
        if self._player is not None and any(
            isinstance(what, Sounding) for what in self._player.now().decks.values()
        ):
            self._ask_first(self._said.ask_leave, self._said.ask_leave_why, self.action_leave)
        else:
            self.action_leave()

    def _ask_first(self, title: str, why: str, then: Callable[[], None]) -> None:
        def answered(is_yes: bool | None) -> None:
            if is_yes:
                then()

        if self.screen is self.board:
            self.push_screen(self._question.about(title, why), answered)

    def _in_a_while(self, seconds: float, act: Callable[[], None]) -> None:
        self.set_timer(seconds, act)

    def _music_shown(self) -> HandPicture | None:
        shown = self.board.shown
        return shown if isinstance(shown, HandPicture) else None

    def action_leave(self) -> None:
        """Leave at once: nothing of the record is lost by it."""
        is_bad = bool(self.board.failure) or isinstance(self.connection.standing, ShutOut)
        self.exit(return_code=1 if is_bad else 0)

    def _acknowledge(self) -> None:
        if self._role not in CUE_ROLES:
            self._answer()
            return
        cue = self.board.asked()
        if cue is None:
            self.board.tell(Status(self._said.nothing_asked))
            return
        if cue.cue_id == self._sending:
            return
        self._sending = cue.cue_id
        self.board.tell(Status(self._pages.sending))
        known = self._said.known_sent.format(number=f"{cue.number} {cue.text}")
        self.connection.acknowledge(cue.cue_id, lambda answer: self._later(lambda: self._told(answer, known)))

    def _answer(self) -> None:
        message = self.board.written()
        if message is None or message.message_id == self._sending:
            return
        self._sending = message.message_id
        self.board.tell(Status(self._pages.sending))
        known = self._said.key_known
        self.connection.order(
            AnswerMessage(message.message_id), lambda answer: self._later(lambda: self._told(answer, known))
        )

    def _ask_text(self) -> None:
        if self._role not in CUE_ROLES:
            return

        def complaint(values: Values) -> Wrong | None:
            text = values["text"].strip()
            if not text:
                return Wrong("text", self._console.refusal(Reason.EMPTY))
            too_long = self._console.refusal(Reason.TOO_LONG)
            return Wrong("text", too_long) if len(text) > LONGEST_TEXT else None

        def done(values: Values | None) -> None:
            if values is not None:
                self._write(values["text"].strip())

        fields = [Field("text", self._pages.field_text)]
        form = Form(
            self._console, self._pages.write_to_caller, fields, complaint, yes=self._console.forms.send
        )
        self.push_screen(form, done)

    def _write(self, text: str) -> None:
        self.board.tell(Status(self._pages.sending))
        sent = self._pages.message_sent.format(text=text)
        self.connection.write(text, lambda answer: self._later(lambda: self._told(answer, sent)))

    def _told(self, answer: Answer, done: str) -> None:
        self._sending = None
        match answer:
            case Obeyed():
                self.board.tell(Status(done))
            case NotObeyed(failure, reason):
                self.board.tell(Status(self._refusal(failure, reason), bad=True))

    def _refusal(self, failure: Failure, reason: Reason | None) -> str:
        match failure:
            case Failure.REFUSED:
                known = self._console.refusal(reason) if reason else self._pages.refused_bad_request
                return f"{self._pages.refused}: {known}"
            case Failure.SLOWED:
                return self._pages.refused_slowed
            case Failure.NO_ANSWER:
                return self._pages.refused_no_answer
            case Failure.NOT_CONNECTED:
                return self._pages.not_sent
