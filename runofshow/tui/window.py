"""The window that the console and every role's screen are: one board, drawn by one timer and on news.

The board is never taken away, for without it no key would be heard. Its keys are obeyed in the breath in
which they are heard and from no queue: behind a key that opens a dialog, the next key is the dialog's.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from pathlib import Path
from typing import ClassVar, cast

from textual import events
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.canvas import Canvas
from runofshow.tui.colours import DARK_THEME, LIGHT_THEME
from runofshow.tui.dialogs.question import Question
from runofshow.tui.faces import Place
from runofshow.tui.keys import Act, Order, order_for_key, order_for_sign
from runofshow.tui.lines import Picture, pad
from runofshow.tui.panels.footer import Status
from runofshow.tui.pen import Pen
from runofshow.tui.presses import FOLLOWS, Heard, Presses
from runofshow.tui.reads import driver_reading
from runofshow.tui.vietnamese_keys import Typist

BEATS = 4
"""Drawings a second: no count is ever late, and the machine stays cool."""
STATUS_FOR = 24
"""Beats a status stays: six seconds."""
OF_A_PASTE = 0.1
"""Seconds behind a paste in which a key is its rest and no hand's."""

Do = Callable[[], None]
Answers = tuple[()] | tuple[str, str]
"""For yes and no, where those two would not do."""


class Board(Screen[None]):
    """What is drawn on, and hears the keys. A failure becomes a banner on it, and the exit tells of it."""

    AUTO_FOCUS = ""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self.pen = pen
        """What it is drawn with now."""
        self.typist = Typist()
        self.status: Status | None = None
        self.failure = ""
        """What went wrong in the drawing; empty when nothing ever did."""
        self.page = 0
        """Of the list of recordings to play by hand."""
        self._canvas = Canvas()
        self._presses = Presses()
        self._waiting: tuple[Order, float] | None = None
        """What may be a repeat of a held key, and when it was heard."""
        self._beats_said = 0
        self._pasted_until = 0.0

    def compose(self) -> ComposeResult:
        yield self._canvas

    @property
    def window(self) -> Window:
        return cast("Window", self.app)

    # What each board has of its own

    @property
    def place(self) -> Place:
        """Whose keys are heard."""
        raise NotImplementedError

    def drawn(self) -> Picture | None:
        """What is to be seen now; None when it would be as it is."""
        raise NotImplementedError

    def forget(self) -> None:
        """The next drawing is made whatever was drawn before."""
        raise NotImplementedError

    @property
    def failure_words(self) -> str:
        """What is said of an {error} in the drawing."""
        return self.pen.words.screen_failed

    # Drawing

    def beat(self) -> None:
        """A quarter of a second has passed."""
        if self.status is not None:
            self._beats_said += 1
            if self._beats_said >= STATUS_FOR:
                self.status = None
        self.draw()

    def draw(self) -> None:
        """Draw, if anything on the screen would differ."""
        self._try(self._draw)

    def _draw(self) -> None:
        picture = self.drawn()
        if picture is not None:
            self._canvas.show(picture)

    def _try(self, work: Do) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001
            self.fail(f"{type(error).__name__}: {error}")

    def fail(self, said: str) -> None:
        """The screen's edge: the show goes on, the hand is told, and the exit status will say so."""
        self.failure = said
        self.forget()
        ink, width = self.pen.ink.alarm, max(1, self.size.width)
        words = self.failure_words.format(error=said)
        banner = pad((self.pen.inked(f" ✗ {words}", ink),), width, ink)
        self._canvas.show([banner, *self._canvas.picture[1:]])

    def tell(self, status: Status | None) -> None:
        """Say one thing in the last line for a while; None clears it."""
        self._beats_said = 0
        self.status = status
        self.draw()

    # Keys, mouse, size

    def _forward_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            order = self._order(event)
            if order is not None and event.time > self._pasted_until:
                self._hear(order, event.time, event.key)
        elif isinstance(event, events.Paste):
            self._pasted_until = event.time + OF_A_PASTE
            self.tell(Status(self.pen.words.pasted, bad=True))
        else:
            super()._forward_event(event)

    def _order(self, event: events.Key) -> Order | None:
        sign = event.character if event.is_printable else None
        meant = self.typist.stroke(event.key, sign, event.time)
        if meant is not None:
            return self.order_for_sign(meant)
        is_sign = sign is not None and event.key != "space"
        return None if is_sign or event.key == "backspace" else self.order_for_key(event.key)

    def order_for_sign(self, sign: str) -> Order | None:
        """What a sign asks for here."""
        return order_for_sign(sign, self.place)

    def order_for_key(self, key: str) -> Order | None:
        """What a key without a sign asks for here."""
        return order_for_key(key, self.place)

    def _hear(self, order: Order, at: float, key: str) -> None:
        heard = self._presses.heard(order, at, key)
        waiting, self._waiting = self._waiting, None
        if waiting is not None and heard is not Heard.REPEAT:
            # it was a press, since another key came and not the same again
            self.obey(waiting[0])
        match heard:
            case Heard.PRESS:
                self.obey(order)
            case Heard.UNSURE:
                self._waiting = order, at
                asyncio.get_running_loop().call_later(FOLLOWS, self._hear_press, order, at)
            case Heard.REPEAT:
                pass

    def _hear_press(self, order: Order, at: float) -> None:
        if self._waiting == (order, at):
            self._waiting = None
            self.obey(order)

    def obey(self, order: Order) -> None:
        """Have done what a key or the mouse asks for."""
        self._try(partial(self.window.obey, order))

    def on_mouse_scroll_down(self) -> None:
        self.obey(Act.CURSOR_DOWN)

    def on_mouse_scroll_up(self) -> None:
        self.obey(Act.CURSOR_UP)

    def on_resize(self) -> None:
        self.draw()

    def on_screen_resume(self) -> None:
        # A dialog was open: what was typed into it is no word the keyboard could still rewrite here, and no
        # key is the one that was held before.
        self.typist.other()
        self._presses.other()
        self.draw()


class Window(App[None]):
    """The app around a board. Every key, click and choice comes to `obey`."""

    CSS_PATH = Path(__file__).with_name("console.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False),
    ]

    def __init__(self, words: ConsoleTexts) -> None:
        super().__init__()
        self.words = words
        self._question = Question(words)
        self._is_news = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._origin = copy_context()
        self.told_to_stop = False
        """Its terminal was closed or its process told to end: nothing is to be opened behind it."""

    # What each window has of its own

    board: Board

    def obey(self, order: Order) -> None:
        """Do what is asked for."""
        raise NotImplementedError

    def before_leaving(self) -> tuple[str, str] | None:
        """What is asked before it is left, and why; None leaves at once."""
        raise NotImplementedError

    # Drawing

    def open_board(self) -> None:
        """Put the board up, and have it drawn until the window is left."""
        self.register_theme(DARK_THEME)
        self.register_theme(LIGHT_THEME)
        self.theme = DARK_THEME.name
        self.install_screen(self._question, "question")
        self.push_screen(self.board)
        # One timer for everything: on some systems each waiting timer holds a thread.
        self.set_interval(1 / BEATS, self.beat)
        self._loop, self._origin = asyncio.get_running_loop(), copy_context()
        # A closed window, a shutdown and a kill leave in order; the show stays open. Windows has no such
        # signals; there the journal, complete after every call, is what holds.
        if sys.platform != "win32":
            for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                self._loop.add_signal_handler(name, self._stop)

    def beat(self) -> None:
        """A quarter of a second has passed."""
        if self.board not in self.screen_stack:
            self.push_screen(self.board)
            self.board.fail(self.words.board_lost)
        self.board.beat()

    def news(self) -> None:
        """Draw soon. From any thread, which must never wait for a terminal. One call at a time is enough: the
        newest picture is drawn, however many came."""
        if not self._is_news:
            self._is_news = True
            self.soon(self._draw_news)

    def _draw_news(self) -> None:
        self._is_news = False
        self.board.draw()

    def soon(self, do: Do) -> None:
        """Do it in the loop of the window. From any thread; nothing once it has been left."""
        assert self._loop is not None
        try:
            # in the context of the app: a screen that is pushed looks for the app there
            self._loop.call_soon_threadsafe(do, context=self._origin)
        except RuntimeError:
            # Its loop has gone with it; the show goes on for the others.
            self._is_news = True

    def get_driver_class(self) -> type[Driver]:
        return driver_reading(super().get_driver_class())

    def pop_screen(self) -> AwaitComplete:
        """Take the dialog on top away. The board is never taken."""
        return AwaitComplete() if self.screen is self.board else super().pop_screen()

    # Questions, and the end

    def confirm(
        self,
        title: str,
        why: str,
        yes: Do,
        no: Do = lambda: None,
        answers: Answers = (),
        *,
        on_yes: bool = False,
        left: Do = lambda: None,
    ) -> None:
        """Ask before what cannot be taken back; Esc does `left`. `on_yes`: no is what loses something."""
        if self._question in self.screen_stack:
            return

        def heard(answer: bool | None) -> None:
            (left if answer is None else yes if answer else no)()

        self.push_screen(self._question.about(title, why, *answers, on_yes=on_yes), heard)

    def action_leave(self) -> None:
        """Leave, after a question where something would end by it. ctrl+q and ctrl+c come here too."""
        asked = self.before_leaving()
        if asked is None:
            self.leave()
        else:
            self.confirm(*asked, self.leave)

    @property
    def is_bad(self) -> bool:
        """Whether the exit status tells of something."""
        return bool(self.board.failure)

    def _stop(self) -> None:
        self.told_to_stop = True
        self.leave()

    def leave(self) -> None:
        """Leave at once: nothing of the record is lost by it."""
        self.exit(return_code=1 if self.is_bad else 0)
