"""The console's board: one face at a time, a cursor on the running order, the messages that were not read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events

from runofshow.core.snapshot import Phase, Row, Snapshot
from runofshow.core.sound import Deck
from runofshow.core.value import replace
from runofshow.engine import Engine
from runofshow.tui import asking
from runofshow.tui.answers import aware
from runofshow.tui.caller_face import NO_STAGE, Kept, Look, Stage, stage
from runofshow.tui.colours import Palette
from runofshow.tui.faces import Face
from runofshow.tui.hall import HallDoor, HallNow
from runofshow.tui.inbox import Inbox
from runofshow.tui.keys import Act, Order
from runofshow.tui.lines import Picture
from runofshow.tui.other_faces import FaceLook, other_face
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.order import lines_of
from runofshow.tui.panels.sounding import whole_seconds
from runofshow.tui.panels.track_list import page_count
from runofshow.tui.pen import Pen
from runofshow.tui.scanning import Digits, Rewritten, Scanned, ToPlace, is_number
from runofshow.tui.vietnamese_keys import BREATH
from runofshow.tui.window import Board

if TYPE_CHECKING:
    from runofshow.core.views.roles import Views

Levels = Callable[[], Mapping[Deck, float]]
"""How loud each deck is now, in dBFS (at most 0). It must not wait; a silent deck may be left out."""

PAGES = {Act.PAGE_UP: -1, Act.PAGE_DOWN: 1}

FOLLOW_AFTER = 80
"""Beats without a touch until the cursor follows the show again: twenty seconds."""

EVERYTHING = 1_000_000
"""More lines than there are."""

HALL_EVERY = 4
"""Beats between two looks at the hall's server: the seconds since somebody was seen need no more."""


class ConsoleBoard(Board):
    """Shows the newest snapshot of the engine."""

    def __init__(
        self, engine: Engine, pen: Pen, hall: HallDoor | None = None, levels: Levels | None = None
    ) -> None:
        """`levels` tells how loud each deck is; None where nobody here hears them."""
        super().__init__(replace(pen, has_hall=hall is not None))
        self._engine = engine
        self._door = hall
        self._inbox = Inbox(engine.latest)
        self._levels = levels
        self._look = Look()
        self._reminder = ""
        self._stage = NO_STAGE
        self._drawn_second = 0
        self._drawn_from: object = None
        """What the picture was drawn from, but for the look."""
        self._drawn_look: Look | None = None
        self._beats = self._beats_idle = 0
        self._scrolled = 0
        self._views: Views | None = None
        """What the roles saw on the face that was drawn last."""
        self._digits = Digits()
        self._rewritten = Rewritten()
        self.person: str | None = None
        """The recipient who was chosen in the award panel."""
        self.face = Face.STAGE
        self.shown: Snapshot = engine.latest
        """The snapshot on the screen: what a press answers to."""
        self.hall: HallNow | None = None
        """The hall's server when it was last looked at; None without one."""

    @property
    def place(self) -> Face:
        return self.face

    @property
    def chosen(self) -> str | None:
        """The row under the cursor, when it was moved there by hand."""
        return self._look.chosen

    # Drawing

    def beat(self) -> None:
        """A quarter of a second has passed."""
        if self._look.chosen is not None and self.is_current:
            self._beats_idle += 1
            if self._beats_idle >= FOLLOW_AFTER:
                self._look = replace(self._look, chosen=None)
        if self.is_current and self.face is not Face.DISPLAY:
            self._inbox.beat()
        self._beats += 1
        if self._beats % HALL_EVERY == 0:
            self.look_at_hall()
        super().beat()

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
            said = self.pen.words.joining.failed.format(problem=self.hall.problem)
            self.tell(Status(said, bad=True))

    def drawn(self) -> Picture | None:
        snapshot = self._engine.latest
        width, height = self.size
        current = snapshot.current
        second = int(snapshot.now.timestamp())
        elapsed = int(current.elapsed.total_seconds()) if current else 0
        self._inbox.hear(snapshot)
        said = self._reminder if snapshot.phase in (Phase.BEFORE, Phase.ENDED) else ""
        self._look = replace(
            self._look,
            unread=self._inbox.unread,
            status=self.status,
            failure=self.failure,
            reminder=said,
        )
        present = snapshot.presence
        music = self._music(snapshot)
        decks = tuple(whole_seconds(deck) for deck in snapshot.sound.decks)
        at = (elapsed, snapshot.seq, snapshot.alarms)
        given = (at, decks, self.face, music, width, height, present)
        kept = self._kept(snapshot, second, (given, self.pen))
        if (kept is Kept.UPPER and self._look == self._drawn_look) or width < 1 or height < 1:
            return None
        self.pen = aware(self.pen, snapshot)
        self.shown = snapshot
        self._stage = self._picture(snapshot, music, width, height, kept)
        self._look = self._drawn_look = replace(self._look, top=self._stage.top)
        self._drawn_from, self._drawn_second = (given, self.pen), second
        return self._stage.picture

    def _kept(self, snapshot: Snapshot, second: int, drawn_from: object) -> Kept:
        if drawn_from != self._drawn_from:
            return Kept.NOTHING
        if second == self._drawn_second:
            return Kept.UPPER
        # while the show runs, all counts go with that of the item; else each has the clock's seconds
        return Kept.PANELS if snapshot.phase is Phase.RUNNING and snapshot.current else Kept.NOTHING

    def forget(self) -> None:
        self._drawn_from = None

    def _music(self, snapshot: Snapshot) -> FaceLook:
        """What of the music face is shown; its levels are asked for only while it is."""
        self.page = min(self.page, page_count(snapshot.sound) - 1)
        heard = self._levels() if self._levels is not None and self.face is Face.MUSIC else None
        return FaceLook(
            self._scrolled,
            self.page,
            self.person,
            heard and {deck: round(at) for deck, at in heard.items()},
        )

    def _picture(self, snapshot: Snapshot, face: FaceLook, width: int, height: int, kept: Kept) -> Stage:
        pen, look, was = self.pen, self._look, self._drawn_look
        if self.face is Face.STAGE:
            is_told = was is not None and (was.unread, was.failure) == (look.unread, look.failure)
            kept = Kept.PANELS if kept is Kept.UPPER and not is_told else kept
            return stage(snapshot, pen, width, height, look, self._stage, kept)
        log = self._engine.log
        shown = other_face(self.face, snapshot, log, pen, width, height, look, face, self._views)
        self._scrolled, self._views = shown.scrolled, shown.views
        return Stage(shown.picture)

    # What others ask of it

    def remind(self, said: str) -> None:
        """Have this stand at the foot, where there is room, before the show runs and when it has ended."""
        self._reminder = said
        self.draw()

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

    def choose(self, item_id: str | None) -> None:
        """Put the cursor on a row by hand."""
        self._beats_idle = 0
        self._look = replace(self._look, chosen=item_id)
        self.draw()

    def follow(self) -> None:
        """Let the cursor follow the show."""
        self._look = replace(self._look, chosen=None)
        self.draw()

    def step(self, act: Act) -> None:
        """Move the cursor on the stage, turn the page of the recordings, elsewhere scroll."""
        if self.face is Face.AWARD:
            self._step_person(act)
            return
        if self.face is Face.MUSIC and act in PAGES and page_count(self.shown.sound) > 1:
            self.turn_page(PAGES[act])
            return
        page = (
            max(1, self._stage.table_height - 1) if self.face is Face.STAGE else max(1, self.size.height // 2)
        )
        by = _moved(act, page)
        if self.face is Face.STAGE:
            self.choose(asking.stepped(self.shown, self._look.chosen, by))
        else:
            self._scrolled = max(0, self._scrolled + by)
            self.draw()

    def point_at(self, recipient_id: str | None) -> None:
        """Put the cursor of the award panel on somebody."""
        self.person = recipient_id
        self.draw()

    def _step_person(self, act: Act) -> None:
        from runofshow.tui.round_shown import people_shown, person_chosen

        ids = [one.recipient_id for one in people_shown(self.shown)]
        chosen = person_chosen(self.shown, self.person)
        if chosen is not None:
            at = ids.index(chosen.recipient_id) + _moved(act, max(1, self.size.height // 2))
            self.point_at(ids[max(0, min(len(ids) - 1, at))])

    def _forward_event(self, event: events.Event) -> None:
        # a scanner that types faster than any hand looks like a paste
        if isinstance(event, events.Paste) and self.face is not Face.MUSIC and is_number(event.text):
            for sign in event.text:
                typed = self._of_panel(self._digits.enter(event.time) if sign in "\r\n" else None)
                if typed is not None:
                    self.obey(typed)
                elif self._digits.sign(sign, event.time):
                    self._tell_typed()
            return
        of_panel = event if isinstance(event, events.Key) and self.face is Face.AWARD else None
        if of_panel is not None and self._rewritten.drops(of_panel.key, of_panel.time):
            self.typist.other()
            self.tell(Status(self.pen.words.awards.card_rewritten, bad=True))
            return
        super()._forward_event(event)

    def _hear(self, order: Order, at: float, key: str) -> None:
        if self.face is Face.AWARD and self.typist.rewrote:
            self._rewritten.letter(at)
            asyncio.get_running_loop().call_later(BREATH, self._hear_letter, order, at, key)
        else:
            super()._hear(order, at, key)

    def _hear_letter(self, order: Order, at: float, key: str) -> None:
        if self._rewritten.stood(at):
            super()._hear(order, at, key)

    def _tell_typed(self) -> None:
        self.tell(Status(self.pen.words.awards.code_typed.format(code=self._digits.typed)))

    def _order(self, event: events.Key) -> Order | None:
        """Digits are collected up to Enter, but where they play recordings: a card is read on every face, a
        place on the tray on the award panel. Else as everywhere."""
        if self.face is Face.MUSIC:
            return super()._order(event)
        if event.key == "enter":
            return self._of_panel(self._digits.enter(event.time)) or super()._order(event)
        if self._digits.sign(event.character or "", event.time):
            self.typist.other()
            if self.face is Face.AWARD:
                self._tell_typed()
            return None
        return super()._order(event)

    def _of_panel(self, typed: Scanned | ToPlace | None) -> Scanned | ToPlace | None:
        return typed if isinstance(typed, Scanned) or self.face is Face.AWARD else None

    def repaint(self, ink: Palette) -> None:
        """Draw with another palette from now on."""
        self.pen = replace(self.pen, ink=ink)
        self.draw()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """A click on a row puts the cursor there."""
        at = event.screen_y - self._stage.table_y
        if self.face is Face.STAGE and 0 <= at < self._stage.table_height:
            lines, at = lines_of(self.shown), self._stage.top + at
            if at < len(lines) and isinstance(row := lines.at(at), Row):
                self.choose(row.item_id)


def _moved(act: Act, page: int) -> int:
    """By how many lines a key moves the cursor."""
    return {
        Act.CURSOR_UP: -1,
        Act.CURSOR_DOWN: 1,
        Act.PAGE_UP: -page,
        Act.PAGE_DOWN: page,
        Act.TO_FIRST: -EVERYTHING,
        Act.TO_LAST: EVERYTHING,
    }[act]
