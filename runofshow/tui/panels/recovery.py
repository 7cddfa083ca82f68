"""The ways back over the board: side by side where there is room, else one under the other.

First how it stands, in one sentence; then each way with when it ends, what is to spare, and a line for each
change. What is ticked is done, and the head of the way says what that alone comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from runofshow.core.recovery.changes import AnyChange, Before, Drop, Lengthen, Shorten
from runofshow.core.recovery.outcome import Outcome, Step, WayBack, WaysBack
from runofshow.core.snapshot import Snapshot
from runofshow.core.timeline import NO_TIME
from runofshow.tui.formats import clock, joined, length
from runofshow.tui.lines import EMPTY, Line, Picture, beside, over, pad, tall, wrap, wrapped
from runofshow.tui.panels.footer import Status, status_lines
from runofshow.tui.panels.over_board import headline, key_lines
from runofshow.tui.pen import Pen

SIDE_BY_SIDE = 100
"""From so many cells on the ways stand beside each other."""
_BOX = 4
_PEOPLE = frozenset({"paper", "speech", "directive", "greeting"})
"""Kinds of which each part is somebody who speaks."""
_NUMBERS = 4


class RecoveryLook(Struct, frozen=True):
    """What was found, and what is chosen of it."""

    found: WaysBack | None = None
    is_reckoned: bool = False
    """Otherwise it is still being reckoned."""
    way: int = 0
    at: int = 0
    """The way, and the change of it, under the cursor."""
    left_out: frozenset[int] = frozenset()
    """Changes of that way that are not to be made."""
    comes_to: WayBack | None = None
    """What is ticked of the way under the cursor, where that is not all of it; None until it is reckoned."""
    status: Status | None = None

    @property
    def ways(self) -> tuple[WayBack, ...]:
        return () if self.found is None else self.found.ways

    @property
    def changes(self) -> tuple[AnyChange, ...]:
        """Those of the way under the cursor that are to be made."""
        steps = self.ways[self.way].steps
        return tuple(step.change for at, step in enumerate(steps) if at not in self.left_out)


Spot = tuple[int, int]
"""A way, and a change of it."""


class RecoveryPanel(Struct, frozen=True):
    """The panel as it is drawn."""

    picture: Picture
    spots: tuple[tuple[int, int, int, Spot], ...] = ()
    """Line of the picture, first cell and the one behind the last, and what stands there."""


def recovery_panel(
    look: RecoveryLook, snapshot: Snapshot, pen: Pen, width: int, height: int
) -> RecoveryPanel:
    """The panel in exactly `width` by `height` cells."""
    if width < 1 or height < 1:
        return RecoveryPanel([])
    words = pen.words.recovery
    head: Picture = [headline(words.title, snapshot, pen, width)]
    head += [line for said in _standing(look, pen) for line in wrapped(said, width, pen.ink.strong, 4)]
    head.append((pen.inked("─" * width, pen.ink.rule),))
    keys = [("Esc", words.close)]
    if look.ways:
        numbers = f"1–{len(look.ways)}" if len(look.ways) > 1 else "1"
        keys = [("Enter", words.take), (numbers, words.choose), ("↑↓ SPACE", words.tick), *keys]
    keys.append(("r", words.again))
    feet: Picture = [*(status_lines(look.status, None, pen, width) or [EMPTY]), *key_lines(keys, pen, width)]
    room = max(1, height - len(head) - len(feet))
    columns = len(look.ways) if width >= SIDE_BY_SIDE and len(look.ways) > 1 else 1
    each = (width - (columns - 1) * 3) // columns
    cards = [_card(place, look, snapshot, pen, each) for place in range(len(look.ways))]
    spots: list[tuple[int, int, int, Spot]] = []
    if columns > 1:
        pictures = [([line for line, _ in card], each) for card in cards]
        body = beside(pictures, room, pen.inked(" │ ", pen.ink.rule))
        for place, card in enumerate(cards):
            left = place * (each + 3)
            spots += [(at, left, left + each, spot) for at, (_, spot) in enumerate(card) if spot is not None]
    else:
        rows = [row for card in cards for row in (*card, (EMPTY, None))]
        own = [at for at, (_, spot) in enumerate(rows) if spot == (look.way, look.at)] or [0]
        top = max(0, min(own[-1] + 2 - room, len(rows) - room)) if own[-1] >= room else 0
        rows = rows[top : top + room]
        body = [line for line, _ in rows]
        spots += [(at, 0, width, spot) for at, (_, spot) in enumerate(rows) if spot is not None]
    picture = [pad(line, width) for line in tall([*head, *tall(body, room), *feet], height)]
    return RecoveryPanel(
        picture, tuple((len(head) + at, left, right, spot) for at, left, right, spot in spots)
    )


def _standing(look: RecoveryLook, pen: Pen) -> Iterator[str]:
    """How it stands, in a sentence or two."""
    words, found = pen.words.recovery, look.found
    if not look.is_reckoned:
        yield words.reckoning
        return
    if found is None:
        yield words.no_hours
        return
    end, out = clock(found.ends_at, pen.tz), clock(found.hard_out, pen.tz)
    by = NO_TIME if found.hard_out is None else found.ends_at - found.hard_out
    if found.outcome is Outcome.FINE:
        yield (words.fine if found.hard_out is None else words.fine_out).format(end=end, out=out)
        return
    if found.outcome is Outcome.EARLY:
        said = words.early if found.ways else words.early_none
        yield said.format(by=_minutes(found.early_by))
        return
    if by > NO_TIME:
        yield words.late.format(end=end, out=out, by=_up(by))
    elif found.chance is not None and not found.broken:
        yield words.unlikely.format(end=end, out=out, chance=round(found.chance * 100))
    for one in found.broken:
        leaves, ends = clock(one.leaves_at, pen.tz), clock(one.ends_at, pen.tz)
        yield words.broken.format(name=one.name, leaves=leaves, number=one.number, title=one.title, end=ends)
    if found.ways and not found.ways[0].is_enough:
        least = NO_TIME if found.hard_out is None else found.ways[0].ends_at - found.hard_out
        yield words.none_left.format(by=_up(least)) if least > NO_TIME else words.none_kept
    elif not found.ways:
        yield words.none_at_all.format(by=_up(by)) if by > NO_TIME else words.none_kept


def _card(
    place: int, look: RecoveryLook, snapshot: Snapshot, pen: Pen, width: int
) -> list[tuple[Line, Spot | None]]:
    """One way: when it ends, then its changes, each with its box."""
    way, is_chosen = look.ways[place], place == look.way
    comes_to = look.comes_to if is_chosen and look.left_out else way
    lines: list[tuple[Line, Spot | None]] = []
    mark = f"{place + 1} "
    ink = pen.ink.accent if is_chosen else pen.ink.strong
    for number, said in enumerate(wrap(_head(comes_to, look, pen), max(1, width - len(mark)))):
        front = mark if not number else " " * len(mark)
        lines.append(((pen.inked(front, ink), pen.inked(said, ink)), (place, 0)))
    under = wrap(_under(comes_to, pen), max(1, width - len(mark)))
    lines += [((pen.text(" " * len(mark)), pen.quiet(said)), (place, 0)) for said in under]
    for at, step in enumerate(way.steps):
        is_ticked, is_here = not (is_chosen and at in look.left_out), is_chosen and at == look.at
        for number, said in enumerate(wrap(step_line(step, snapshot, pen), max(1, width - _BOX))):
            box = ("[x] " if is_ticked else "[ ] ") if not number else " " * _BOX
            own = pen.text(said) if is_ticked else pen.quiet(said)
            line = pad((pen.text(box), own), width)
            lines.append((over(line, pen.ink.cursor) if is_here else line, (place, at)))
    return lines


def _head(way: WayBack | None, look: RecoveryLook, pen: Pen) -> str:
    """`kết thúc 11:28 · còn dư 2' · kịp hạn 84 %`"""
    words = pen.words.recovery
    if way is None or look.found is None:
        return words.reckoning
    said = [words.ends.format(end=clock(way.ends_at, pen.tz))]
    hard_out = look.found.hard_out
    if hard_out is not None and look.found.outcome is Outcome.LATE:
        spare = hard_out - way.ends_at
        in_time, over_it = words.in_time.format(by=_minutes(spare)), words.over.format(by=_up(-spare))
        said.append(in_time if spare >= NO_TIME else over_it)
    if look.found.broken:
        is_late = hard_out is not None and way.ends_at > hard_out
        said.append(words.kept if way.is_enough or is_late else words.not_kept)
    if way.chance is not None:
        said.append(words.chance.format(chance=round(way.chance * 100)))
    return joined(*said)


def _under(way: WayBack | None, pen: Pen) -> str:
    words = pen.words.recovery
    if way is None:
        return ""
    if not way.saves:
        return words.same
    by = length(abs(way.saves))
    return words.saves.format(by=by) if way.saves > NO_TIME else words.later.format(by=by)


def step_line(step: Step, snapshot: Snapshot, pen: Pen) -> str:
    """`6 Tham luận: mỗi người còn 6' (−3')`"""
    words, change = pen.words.recovery, step.change
    what = f"{step.number} {step.title}"
    match change:
        case Before():
            return words.before.format(what=what, before=step.before)
        case Drop():
            return words.drop.format(what=what, by=length(step.cut))
        case Shorten() | Lengthen():
            if step.is_alike:
                what = f"{pen.kinds.get(step.kind, step.title)} {_numbers(change, snapshot)}"
            to, by = length(change.to), length(abs((step.was or NO_TIME) - change.to))
            if isinstance(change, Lengthen):
                return (words.lengthen if step.count == 1 else words.lengthen_all).format(
                    what=what, to=to, by=by
                )
            several = words.shorten_people if step.kind in _PEOPLE else words.shorten_parts
            return (words.shorten if step.count == 1 else several).format(what=what, to=to, by=by)


def _numbers(change: Shorten | Lengthen, snapshot: Snapshot) -> str:
    """`4, 5, 7`, of many `4 – 12`."""
    rows = (snapshot.rows.of(item_id) for item_id in change.item_ids)
    numbers = [row.number for row in rows if row is not None]
    return ", ".join(numbers) if len(numbers) <= _NUMBERS else f"{numbers[0]} – {numbers[-1]}"


def _minutes(of: timedelta) -> str:
    """Whole minutes that are there: of 7'40 seven."""
    return length(timedelta(minutes=of // timedelta(minutes=1)))


def _up(of: timedelta) -> str:
    """Whole minutes that are missing: of 7'40 eight."""
    return length(timedelta(minutes=-(-of // timedelta(minutes=1))))
