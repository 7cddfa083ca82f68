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
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, over, pad, tall, wrap, wrapped
from runofshow.tui.panels.call_line import in_percent
from runofshow.tui.panels.footer import Status, status_lines
from runofshow.tui.panels.over_board import headline, key_lines
from runofshow.tui.pen import Pen

SIDE_BY_SIDE = 100
"""From so many cells on the ways stand beside each other."""
_BOX = 4
_MARK = 4
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
    is_low = columns == 1
    cards = [_card(place, look, snapshot, pen, each, is_low=is_low) for place in range(len(look.ways))]
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
        yield words.unlikely.format(end=end, out=out, chance=in_percent(found.chance))
    for one in found.broken:
        leaves, ends = clock(one.leaves_at, pen.tz), clock(one.ends_at, pen.tz)
        yield words.broken.format(name=one.name, leaves=leaves, number=one.number, title=one.title, end=ends)
    if found.ways and not found.ways[0].is_enough:
        least = NO_TIME if found.hard_out is None else found.ways[0].ends_at - found.hard_out
        yield words.none_left.format(by=_up(least)) if least > NO_TIME else words.none_kept
    elif not found.ways:
        yield words.none_at_all.format(by=_up(by)) if by > NO_TIME else words.none_kept


def _card(
    place: int, look: RecoveryLook, snapshot: Snapshot, pen: Pen, width: int, *, is_low: bool
) -> list[tuple[Line, Spot | None]]:
    """One way: when it ends and what is to spare, then its changes, each with its box. Where it is low, the
    first of it are one line."""
    way, is_chosen = look.ways[place], place == look.way
    comes_to = look.comes_to if is_chosen and look.left_out else way
    said = _head(comes_to, look, pen)
    heads = [joined(*said)] if is_low else [said[0], joined(*said[1:-1]), said[-1]]
    lines: list[tuple[Line, Spot | None]] = []
    for at, head in enumerate(filter(None, heads)):
        ink = pen.ink.text if at else pen.ink.accent if is_chosen else pen.ink.strong
        for number, one in enumerate(wrap(head, max(1, width - _MARK))):
            mark = f"{'▶' if is_chosen else ' '} {place + 1} " if not at and not number else " " * _MARK
            lines.append(((pen.inked(mark, ink), pen.inked(one, ink)), (place, 0)))
    if not is_low:
        lines.append((EMPTY, (place, 0)))
    for at, step in enumerate(way.steps):
        is_ticked, is_here = not (is_chosen and at in look.left_out), is_chosen and at == look.at
        for number, own in enumerate(_step_lines(step, snapshot, pen, width - _BOX, is_ticked=is_ticked)):
            box = ("[x] " if is_ticked else "[ ] ") if not number else " " * _BOX
            line = pad((pen.text(box), *own), width)
            lines.append((over(line, pen.ink.cursor) if is_here else line, (place, at)))
    return lines


def _head(way: WayBack | None, look: RecoveryLook, pen: Pen) -> list[str]:
    """`kết thúc 11:28`, `còn dư 2'`, `kịp hạn 84 %`, `sớm hơn 10'`: first and last are always there."""
    words = pen.words.recovery
    if way is None or look.found is None:
        return [words.reckoning, ""]
    said = [words.ends.format(end=clock(way.ends_at, pen.tz))]
    hard_out = look.found.hard_out
    if hard_out is not None and look.found.outcome is Outcome.LATE:
        spare = hard_out - way.ends_at
        in_time, past = words.in_time.format(by=_minutes(spare)), words.over.format(by=_up(-spare))
        said.append(in_time if spare >= NO_TIME else past)
    if look.found.broken:
        is_late = hard_out is not None and way.ends_at > hard_out
        said.append(words.kept if way.is_enough or is_late else words.not_kept)
    if way.chance is not None:
        said.append(words.chance.format(chance=in_percent(way.chance)))
    by = length(abs(way.saves))
    saves = words.saves.format(by=by) if way.saves > NO_TIME else words.later.format(by=by)
    return [*said, saves if way.saves else words.same]


def _step_lines(step: Step, snapshot: Snapshot, pen: Pen, width: int, *, is_ticked: bool) -> Picture:
    """`6 Tham luận: mỗi người còn 6' (−3')`; what is done to it stands in a line of its own where both do not
    fit into one."""
    width = max(1, width)
    what, done = step_said(step, snapshot, pen)
    ink, strong = (pen.ink.text, pen.ink.strong) if is_ticked else (pen.ink.quiet, pen.ink.quiet)
    whole = (pen.inked(f"{what}: ", ink), pen.inked(done, strong))
    if cells(whole) <= width:
        return [whole]
    lines: Picture = [(pen.inked(said, ink),) for said in wrap(what, width)]
    return [*lines, *((pen.inked(said, strong),) for said in wrap(done, width))]


def step_said(step: Step, snapshot: Snapshot, pen: Pen) -> tuple[str, str]:
    """What a change is of, and what is done: `6 Tham luận` and `mỗi người còn 6' (−3' × 4)`."""
    words, change = pen.words.recovery, step.change
    what = f"{step.number} {step.title}"
    if isinstance(change, Before):
        return what, words.before.format(before=step.before)
    if isinstance(change, Drop):
        return what, words.drop.format(by=length(step.cut))
    if step.is_alike:
        what = f"{_numbers(change, snapshot)} {pen.kinds.get(step.kind, step.title)}"
    to, by = length(change.to), length(abs((step.was or NO_TIME) - change.to))
    if step.count > 1:
        by = f"{by} × {step.count}"
    people = words.shorten_people if step.kind in _PEOPLE else words.shorten_parts
    shorter, longer = words.shorten, words.lengthen
    if step.count > 1:
        shorter, longer = people, words.lengthen_all
    return what, (longer if isinstance(change, Lengthen) else shorter).format(to=to, by=by)


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
