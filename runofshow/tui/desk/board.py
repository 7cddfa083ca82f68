"""What is chosen at the desk, and the picture of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import Enum

from msgspec import Struct
from textual import events

from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.core.value import replace
from runofshow.texts.desk import DeskTexts
from runofshow.tui.colours import Palette
from runofshow.tui.desk.check_pane import check_pane
from runofshow.tui.desk.checking import Checked
from runofshow.tui.desk.field_pane import Fields, Spot, fields_pane
from runofshow.tui.desk.history import History
from runofshow.tui.desk.keys import Deed, ToAdvice, deed_for_key, deed_for_sign
from runofshow.tui.desk.outline_pane import Outline, outline_lines, width_of_numbers
from runofshow.tui.desk.screen import OF_FIELDS, OF_OUTLINE, Layout, desk_picture, foot_line, head_line
from runofshow.tui.desk.slots import Slot, Words, slots_of
from runofshow.tui.desk.things import TOLD, Sort, Thing, thing_at, things_of
from runofshow.tui.lines import Picture
from runofshow.tui.panels.order import first_shown
from runofshow.tui.pen import Pen
from runofshow.tui.window import Board

LAG = 0.015
"""Seconds by which the fields may come after the cursor: the next picture of a screen of 60 a second."""


class Pane(Enum):
    """Where the keys go."""

    OUTLINE = 0
    FIELDS = 1
    CHECK = 2


class Look(Struct, frozen=True):
    """What is chosen, and how far each pane is scrolled."""

    pane: Pane = Pane.OUTLINE
    at: int = 0
    """Of the lines of the outline."""
    slot: int = 0
    advice: int = 0
    outline_top: int = 0
    fields_top: int = 0
    advice_top: int = 0


class DeskBoard(Board):
    """Shows one agenda, and knows what is chosen on it."""

    def __init__(self, pen: Pen, desk: DeskTexts, history: History, file: str) -> None:
        """`file` is what the agenda's file is called; empty while it has none."""
        super().__init__(pen)
        self.desk = desk
        self.history = history
        self.file = file
        self.checked = Checked()
        self.look = Look()
        self.spot = Spot(0, 0, 8, 1)
        """Of the chosen field, on the screen."""
        self.things: list[Thing] = []
        self._things_of: Written | None = None
        self._unsettled = 0
        self._fields: Fields | None = None
        self._fields_lag = False
        """The fields are still those of the line that was chosen before."""
        self._outline: Outline | None = None
        self._layout = Layout(80, 24, 0)
        self._drawn_from: object = None
        self._drawings: dict[str, tuple[tuple[object, ...], Picture]] = {}

    @property
    def source(self) -> Written:
        """The text as it is now."""
        return self.history.now.written

    @property
    def thing(self) -> Thing:
        """The chosen line."""
        self._renew()
        return self.things[self.look.at]

    @property
    def slots(self) -> list[Slot]:
        """The fields of the chosen line."""
        thing = self.thing
        planned = self.checked.planned.get(thing.path)
        return slots_of(thing, self.source, planned, self.checked.agenda, Words(self.pen.words, self.desk))

    @property
    def slot(self) -> Slot | None:
        """The chosen field; None while the keys are elsewhere."""
        slots = self.slots
        if self.look.pane is not Pane.FIELDS or not slots:
            return None
        return slots[min(self.look.slot, len(slots) - 1)]

    def _renew(self) -> None:
        if self._things_of is not self.source:
            self.things, self._things_of, self._outline = (
                things_of(self.source, self.checked.planned),
                self.source,
                None,
            )
            self._unsettled = sum(each.unsettled for each in self.things)
            at = max(0, min(self.look.at, len(self.things) - 1))
            while at and self.things[at].sort in TOLD:
                at -= 1
            self.look = replace(self.look, at=at)

    # What is asked of it

    def order_for_sign(self, sign: str) -> Deed | ToAdvice | None:
        return deed_for_sign(sign)

    def order_for_key(self, key: str) -> Deed | None:
        return deed_for_key(key)

    @property
    def failure_words(self) -> str:
        return self.desk.failed

    def show(self, history: History) -> None:
        """Another text, with the cursor where its step was made."""
        self.history = history
        self._renew()
        self.look = replace(self.look, at=thing_at(self.things, history.now.at))
        self.draw()

    def heard(self, checked: Checked) -> None:
        """What check says now. The cursor stays on its field, though others may have come before it."""
        was = self.slot
        path = self.thing.path
        self.checked, self._outline = checked, None
        # names of a list beside the file are known only now
        self._things_of = None
        self._renew()
        self.look = replace(self.look, at=thing_at(self.things, path))
        most = max(0, len(checked.advice) - 1)
        self.look = replace(self.look, advice=min(self.look.advice, most))
        if was is not None:
            known = ((at, each) for at, each in enumerate(self.slots))
            same = (at for at, each in known if (each.name, each.path) == (was.name, was.path))
            self.look = replace(self.look, slot=next(same, self.look.slot))
        self.draw()

    def go_to(self, path: Path, *, fields: bool = True) -> None:
        """To the field that a path leads to or into, or to its line."""
        self._renew()
        at = thing_at(self.things, path)
        self.look = replace(self.look, at=at, slot=0, pane=Pane.OUTLINE)
        if fields:
            slots = self.slots
            inside = [
                index
                for index, slot in enumerate(slots)
                if path[: len(slot.path)] == slot.path or slot.path[: len(path)] == path != self.thing.path
            ]
            self.look = replace(self.look, pane=Pane.FIELDS, slot=inside[0] if inside else 0)
        self.draw()

    def turn_to(self, pane: Pane) -> None:
        """Have the keys go to another pane."""
        self.look = replace(self.look, pane=pane)
        self.draw()

    def step(self, by: int) -> None:
        """Move the cursor of the pane so far, kept inside it."""
        look = self.look
        match look.pane:
            case Pane.OUTLINE:
                self._renew()
                at, most = look.at + by, len(self.things) - 1
                at = max(0, min(at, most))
                onwards = 1 if by > 0 else -1
                while 0 < at < most and self.things[at].sort in TOLD:
                    at += onwards
                if self.things[at].sort in TOLD:
                    at = next(i for i in range(at, -1, -1) if self.things[i].sort not in TOLD)
                self.look = replace(look, at=at, slot=0, fields_top=0)
                # the cursor first, then what is beside it: a held key never waits for thirty lines
                if not self._fields_lag:
                    self._fields_lag = True
                    asyncio.get_running_loop().call_later(LAG, self._catch_up)
            case Pane.FIELDS:
                most = max(0, len(self.slots) - 1)
                self.look = replace(look, slot=max(0, min(min(look.slot, most) + by, most)))
            case Pane.CHECK:
                most = max(0, len(self.checked.advice) - 1)
                self.look = replace(look, advice=max(0, min(look.advice + by, most)))
        self.draw()

    def _catch_up(self) -> None:
        self._fields_lag = False
        if self.is_attached:
            self.draw()

    @property
    def is_whole(self) -> bool:
        """Whether all that is drawn is of the chosen line."""
        return not self._fields_lag

    @property
    def page_height(self) -> int:
        """How far PageDown goes."""
        return max(1, (self._layout.check if self.look.pane is Pane.CHECK else self._layout.body) - 2)

    def repaint(self, ink: Palette) -> None:
        """Draw with another palette from now on."""
        self.pen, self._outline = replace(self.pen, ink=ink), None
        self.draw()

    # Drawing

    def forget(self) -> None:
        self._drawn_from = None

    def drawn(self) -> Picture | None:
        width, height = self.size
        self._renew()
        given = (self.source, self.checked, self.look, self.status, self.pen, self.file, width, height)
        state = (*given, self.history.is_saved, self.failure, self._fields_lag)
        if width < 2 or height < 4 or self._is_as_drawn(state):
            return None
        advice = self.checked.advice
        layout = self._layout = Layout(width, height, len(advice))
        outline = self._outline_of(layout.left)
        look = self.look
        top = first_shown(len(self.things), layout.body, look.at, look.outline_top)
        is_outline, is_check = look.pane is Pane.OUTLINE, look.pane is Pane.CHECK
        left = outline_lines(outline, top, layout.body, look.at, is_outline)
        right = self._fields
        if (
            right is None
            or not self._fields_lag
            or look.pane is not Pane.OUTLINE
            or len(right.picture) != layout.body
        ):
            slots = self.slots
            chosen = min(look.slot, len(slots) - 1) if look.pane is Pane.FIELDS else None
            room = (layout.right, layout.body)
            right = self._fields = fields_pane(slots, self.pen, self.desk, room, chosen, look.fields_top)
        self.spot = Spot(
            layout.left + 1 + right.spot.x, 1 + right.spot.y, right.spot.width, right.spot.height
        )
        advice_top = first_shown(len(advice), layout.check - 1, look.advice, look.advice_top)
        is_current = self.checked.text == self.source.text
        size = (width, layout.check)
        chosen = look.advice if is_check else None
        inks, desk = self.pen, self.desk
        check = self._kept(
            "check",
            (advice, inks, size, advice_top, chosen, is_current, self._unsettled),
            lambda: check_pane(advice, inks, desk, size, advice_top, chosen, is_current, self._unsettled),
        )
        title = str(self.source.data.get("title", ""))
        file, is_saved = self.file or desk.unnamed, self.history.is_saved
        head = self._kept(
            "head",
            (title, file, is_saved, inks, width),
            lambda: [head_line(title, file, is_saved, inks, desk, width)],
        )
        deeds, status = self._deeds(), self.status
        foot = self._kept(
            "foot",
            (status, deeds, inks, width),
            lambda: [foot_line(status, deeds, inks, desk, width)],
        )
        self.look = replace(look, outline_top=top, fields_top=right.top, advice_top=advice_top)
        self._drawn_from = (*given[:2], self.look, *given[3:], *state[len(given) :])
        return desk_picture(layout, head[0], left, right.picture, check, foot[0], self.pen)

    def _deeds(self) -> tuple[Deed, ...]:
        """The keys that the last line names: those that do something here."""
        idle: set[Deed] = set() if self._unsettled else {Deed.SETTLE, Deed.GUESS}
        if self.thing.sort is not Sort.TRACK:
            idle.add(Deed.LISTEN)
        deeds = OF_FIELDS if self.look.pane is Pane.FIELDS else OF_OUTLINE
        return tuple(deed for deed in deeds if deed not in idle)

    def _kept(self, name: str, given: tuple[object, ...], make: Callable[[], Picture]) -> Picture:
        """What was drawn last from the same: a cursor that moves changes none of it."""
        was = self._drawings.get(name)
        if was is None or was[0] != given:
            was = self._drawings[name] = given, make()
        return was[1]

    def _is_as_drawn(self, state: tuple[object, ...]) -> bool:
        was = self._drawn_from
        return isinstance(was, tuple) and all(
            one is other or (not isinstance(one, Written | Checked) and one == other)
            for one, other in zip(was, state, strict=True)
        )

    def _outline_of(self, width: int) -> Outline:
        if self._outline is None or self._outline.width != width:
            errors = (each.path for each in self.checked.advice if each.is_error)
            wrong = frozenset(thing_at(self.things, path) for path in errors)
            planned = self.checked.planned
            numbers = width_of_numbers(planned)
            self._outline = Outline(self.things, planned, wrong, self.pen, self.desk, width, numbers, {})
        return self._outline

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """A click chooses a line, a field, a line of check."""
        y, layout = event.screen_y - 1, self._layout
        if 0 <= y < layout.body and event.screen_x < layout.left:
            at = self.look.outline_top + y
            if at < len(self.things) and self.things[at].sort not in TOLD:
                self.look = replace(self.look, pane=Pane.OUTLINE, at=at, slot=0)
        elif 0 <= y < layout.body:
            self.look = replace(self.look, pane=Pane.FIELDS)
        else:
            self.obey(ToAdvice(y - layout.body))
        self.draw()
