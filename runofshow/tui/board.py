"""The screen all faces are drawn on: hears the keys, keeps the cursor, draws when something changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from runofshow.core.snapshot import Row, Snapshot
from runofshow.core.sound import Deck
from runofshow.core.value import replace
from runofshow.engine import Engine
from runofshow.tui import asking
from runofshow.tui.answers import aware
from runofshow.tui.boards.music import MusicLook
from runofshow.tui.canvas import Canvas
from runofshow.tui.colours import Palette
from runofshow.tui.faces import Face
from runofshow.tui.hall import HallDoor, HallNow, presence
from runofshow.tui.inbox import Inbox
from runofshow.tui.keys import Act, Order, Typist, act_for_key, order_for_sign
from runofshow.tui.other_faces import other_face
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.header import alarm_lines
from runofshow.tui.panels.order import lines_of
from runofshow.tui.panels.sounding import whole_seconds
from runofshow.tui.panels.track_list import page_count
from runofshow.tui.pen import Pen
from runofshow.tui.presses import FOLLOWS, Heard, Presses
from runofshow.tui.stage import Look, Stage, stage

Levels = Callable[[], Mapping[Deck, float]]
"""How loud each deck is now, in dBFS (at most 0). It must not wait; a silent deck may be left out."""

PAGES = {Act.PAGE_UP: -1, Act.PAGE_DOWN: 1}

STATUS_FOR = 24
"""Beats a status stays: six seconds."""

FOLLOW_AFTER = 80
"""Beats without a touch until the cursor follows the show again: twenty seconds."""

HALL_EVERY = 4
"""Beats between two looks at the hall's server: the seconds since somebody was seen need no more."""


OF_A_PASTE = 0.1
"""Seconds behind a paste in which a key is its rest and no hand's."""


class Board(Screen[None]):
    """One face at a time. A failure in drawing becomes a banner on it, and the console's exit tells of it."""

    AUTO_FOCUS = ""

    def __init__(
        self,
        engine: Engine,
        pen: Pen,
        obey: Callable[[Order], None],
        hall: HallDoor | None = None,
        levels: Levels | None = None,
    ) -> None:
        """`levels` tells how loud each deck is; None where nobody here hears them."""
        super().__init__()
        self._engine = engine
        self._pen = replace(pen, has_hall=hall is not None)
        self._door = hall
        self._inbox = Inbox(engine.latest)
        self._obey = obey
        self._levels = levels
        self.typist = Typist()
        self._presses = Presses()
        self._waiting: tuple[Order, float] | None = None
        """What may be a repeat of a held key, and when it was heard."""
        self._look = Look()
        self._drawn = Stage([])
        self._drawn_from: object = None
        """What the picture was drawn from, but for the look."""
        self._drawn_look: Look | None = None
        self._beats = self._beats_said = self._beats_idle = 0
        self._scrolled = 0
        self._pasted_until = 0.0
        self.page = 0
        """Of the list of recordings to play by hand."""
        self._canvas = Canvas()
        self.face = Face.STAGE
        self.shown: Snapshot = engine.latest
        """The snapshot on the screen: what a press answers to."""
        self.hall: HallNow | None = None
        """The hall's server when it was last looked at; None without one."""

    def compose(self) -> ComposeResult:
        yield self._canvas

    @property
    def chosen(self) -> str | None:
        """The row under the cursor, when it was moved there by hand."""
        return self._look.chosen

    @property
    def pen(self) -> Pen:
        """What the board is drawn with now."""
        return self._pen

    @property
    def failure(self) -> str:
        """What went wrong in the drawing; empty when nothing ever did."""
        return self._look.failure

    # Drawing

    def beat(self) -> None:
        """A quarter of a second has passed."""
        if self._look.status is not None:
            self._beats_said += 1
            if self._beats_said >= STATUS_FOR:
                self._change(replace(self._look, status=None))
        if self._look.chosen is not None and self.is_current:
            self._beats_idle += 1
            if self._beats_idle >= FOLLOW_AFTER:
                self._change(replace(self._look, chosen=None))
        if self.is_current and self.face is not Face.DISPLAY:
            self._inbox.beat()
        self._beats += 1
        if self._beats % HALL_EVERY == 0:
            self.look_at_hall()
        self.draw()

    def look_at_hall(self) -> None:
        """Ask the hall's server how it is; a new problem of it is said once."""
        door = self._door
        if door is None:
            return
        known = self.hall.problem if self.hall is not None else ""
        try:
            self.hall = door.now()
        except Exception as error:  # noqa: BLE001
            # The edge of the hall: a server that cannot even say how it is leaves the stage as it was.
            self.hall = HallNow("", False, f"{type(error).__name__}: {error}")
        if self.hall.problem and self.hall.problem != known:
            said = self._pen.words.joining.failed.format(problem=self.hall.problem)
            self.tell(Status(said, bad=True))

    def draw(self) -> None:
        """Draw the newest snapshot, if anything on the screen would differ."""
        try:
            self._draw(self._engine.latest)
        except Exception as error:  # noqa: BLE001
            self.fail(f"{type(error).__name__}: {error}")

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001
            self.fail(f"{type(error).__name__}: {error}")

    def fail(self, said: str) -> None:
        """The screen's edge: the show goes on, the caller is told, and the exit status will say so."""
        self._look = replace(self._look, failure=said)
        self._drawn_from = None
        banner = alarm_lines(self.shown, self._pen, max(1, self.size.width), self._look.failure)[:1]
        self._canvas.show([*banner, *self._drawn.picture[1:]])

    def _draw(self, snapshot: Snapshot) -> None:
        width, height = self.size
        current = snapshot.current
        seconds = (
            int(snapshot.now.timestamp()),
            int(current.elapsed.total_seconds()) if current else 0,
            snapshot.seq,
            snapshot.alarms,
        )
        self._inbox.hear(snapshot)
        self._look = replace(self._look, unread=self._inbox.unread)
        present = None if self.hall is None else presence(self.hall)
        music = self._music(snapshot)
        decks = tuple(whole_seconds(deck) for deck in snapshot.sound.decks)
        given = (seconds, decks, self.face, music, width, height, present)
        is_same = (given, self._pen) == self._drawn_from
        if (is_same and self._look == self._drawn_look) or width < 1 or height < 1:
            return
        self._pen = aware(self._pen, snapshot, present)
        self.shown = snapshot
        self._drawn = self._picture(snapshot, music, width, height, is_same)
        self._look = self._drawn_look = replace(self._look, top=self._drawn.top)
        self._drawn_from = (given, self._pen)
        self._canvas.show(self._drawn.picture)

    def _music(self, snapshot: Snapshot) -> MusicLook:
        """What of the music face is shown; its levels are asked for only while it is."""
        self.page = min(self.page, page_count(snapshot.sound) - 1)
        heard = self._levels() if self._levels is not None and self.face is Face.MUSIC else None
        return MusicLook(self._scrolled, self.page, heard and {deck: round(at) for deck, at in heard.items()})

    def _picture(self, snapshot: Snapshot, music: MusicLook, width: int, height: int, is_same: bool) -> Stage:
        pen, look, was = self._pen, self._look, self._drawn_look
        if self.face is Face.STAGE:
            is_same = is_same and was is not None and (was.unread, was.failure) == (look.unread, look.failure)
            return stage(snapshot, pen, width, height, look, self._drawn, is_same)
        return Stage(other_face(self.face, snapshot, self._engine.log, pen, width, height, look, music))

    # What others ask of it

    def tell(self, status: Status | None) -> None:
        """Say one thing in the status line for a while; None clears it."""
        self._beats_said = 0
        self._change(replace(self._look, status=status))

    def turn_to(self, face: Face) -> None:
        """Show another face. The log has every message in full, so that all are read there."""
        self.face, self._scrolled = face, 0
        if face is Face.LOG:
            self._inbox.read(all_of_them=True)
        self.draw()

    def turn_page(self, by: int) -> None:
        """Show another page of the recordings to play by hand; behind the last comes the first."""
        self.page = (self.page + by) % page_count(self.shown.sound)
        self.draw()

    def read(self) -> None:
        """The newest message has been read; what was said goes with it."""
        self._inbox.read()
        self.tell(None)
        self.draw()

    def choose(self, item_id: str | None) -> None:
        """Put the cursor on a row by hand."""
        self._beats_idle = 0
        self._change(replace(self._look, chosen=item_id))
        self.draw()

    def follow(self) -> None:
        """Let the cursor follow the show."""
        self._change(replace(self._look, chosen=None))
        self.draw()

    def step(self, act: Act) -> None:
        """Move the cursor on the stage, turn the page of the recordings, elsewhere scroll."""
        if self.face is Face.MUSIC and act in PAGES and page_count(self.shown.sound) > 1:
            self.turn_page(PAGES[act])
            return
        page = (
            max(1, self._drawn.table_height - 1) if self.face is Face.STAGE else max(1, self.size.height // 2)
        )
        everything = max(len(self.shown.rows), 1_000_000)
        by = {
            Act.CURSOR_UP: -1,
            Act.CURSOR_DOWN: 1,
            Act.PAGE_UP: -page,
            Act.PAGE_DOWN: page,
            Act.TO_FIRST: -everything,
            Act.TO_LAST: everything,
        }[act]
        if self.face is Face.STAGE:
            self.choose(asking.stepped(self.shown, self._look.chosen, by))
        else:
            self._scrolled = 0 if act is Act.TO_FIRST else max(-500, min(500, self._scrolled + by))
            self.draw()

    def repaint(self, ink: Palette) -> None:
        """Draw with another palette from now on."""
        self._pen = replace(self._pen, ink=ink)
        self.draw()

    def _change(self, look: Look) -> None:
        self._look = look

    # Keys, mouse, size

    def _forward_event(self, event: events.Event) -> None:
        # At once and not from a queue: behind a key that opens a dialog, the next key is the dialog's.
        if isinstance(event, events.Key):
            order = self._order(event)
            if order is not None and event.time > self._pasted_until:
                self._hear(order, event.time, event.key)
        elif isinstance(event, events.Paste):
            self._pasted_until = event.time + OF_A_PASTE
            self.tell(Status(self._pen.words.pasted, bad=True))
            self.draw()
        else:
            super()._forward_event(event)

    def _hear(self, order: Order, at: float, key: str) -> None:
        heard = self._presses.heard(order, at, key)
        waiting, self._waiting = self._waiting, None
        if waiting is not None and heard is not Heard.REPEAT:
            # it was a press, since another key came and not the same again
            self._try(partial(self._obey, waiting[0]))
        match heard:
            case Heard.PRESS:
                self._try(partial(self._obey, order))
            case Heard.UNSURE:
                self._waiting = order, at
                asyncio.get_running_loop().call_later(FOLLOWS, self._hear_press, order, at)
            case Heard.REPEAT:
                pass

    def _hear_press(self, order: Order, at: float) -> None:
        if self._waiting == (order, at):
            self._waiting = None
            self._try(partial(self._obey, order))

    def _order(self, event: events.Key) -> Order | None:
        sign = event.character if event.is_printable else None
        meant = self.typist.stroke(event.key, sign, event.time)
        if meant is not None:
            return order_for_sign(meant, self.face)
        is_sign = sign is not None and event.key != "space"
        return None if is_sign or event.key == "backspace" else act_for_key(event.key, self.face)

    def on_click(self, event: events.Click) -> None:
        """A click on a row puts the cursor there."""
        at = event.screen_y - self._drawn.table_y
        if self.face is Face.STAGE and 0 <= at < self._drawn.table_height:
            lines, at = lines_of(self.shown), self._drawn.top + at
            if at < len(lines) and isinstance(row := lines.at(at), Row):
                self.choose(row.item_id)

    def on_mouse_scroll_down(self) -> None:
        self.step(Act.CURSOR_DOWN)

    def on_mouse_scroll_up(self) -> None:
        self.step(Act.CURSOR_UP)

    def on_resize(self) -> None:
        self.draw()

    def on_screen_resume(self) -> None:
        # A dialog was open: what was typed into it is no word the keyboard could still rewrite here, and no
        # key is the one that was held before.
        self.typist.other()
        self._presses.other()
        self.draw()
