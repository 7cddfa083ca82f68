"""A change of a newer plan as the orders that make it in a running show.

The theory. A line of the newer plan is known in the show by its counterpart there, and stands behind the
nearest line before it that has one on the same level. Made in the newer plan's order, all changes together
give its order. What one order can do is one: insert, move, edit, skip. A line that goes to another heading,
or gets parts, or loses them, comes in anew and the old one is skipped: on paper it stays, struck out.

Nothing here changes the show: the steps of a change are orders, each given once what came of the one before
is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, MutableMapping
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from runofshow.agenda_file.revision import Revision, RevisionKind
from runofshow.core.agenda import Agenda, Item, Session
from runofshow.core.amendments import all_done
from runofshow.core.ask import name_of
from runofshow.core.commands import Command, Edit, Insert, Move, Skip
from runofshow.core.decide import decide
from runofshow.core.events import Entry, Event, ItemInserted
from runofshow.core.evolve import apply
from runofshow.core.refusal import Refused
from runofshow.core.running_order import Place
from runofshow.core.state import State, settled
from runofshow.core.value import replace

Known = MutableMapping[str, str]
"""Id of a line of the newer plan to that of the item in the show that it is; it grows with what comes in."""

Steps = Generator[Command, tuple[Event, ...], None]
"""The orders of one change; each is answered with the events that followed. A refusal ends them."""


class CannotTake(StrEnum):
    """Why a change cannot even be asked for."""

    NO_PLACE = "no_place"
    """Its sitting or its heading is not in the show."""
    EARLIER = "earlier"
    """A sitting begins before its hour by a person's hand alone."""


class _Where(Struct, frozen=True):
    """A place in the show."""

    session: Session
    heading: str | None
    level: tuple[str, ...]
    """The ids that stand there now, without the line itself."""
    at: int
    """It comes in front of the one at this index, or last."""

    @property
    def before(self) -> str | None:
        return self.level[self.at] if self.at < len(self.level) else None


class _Line(Struct, frozen=True):
    """A line of the newer plan."""

    item: Item
    session: Session
    heading: Item | None
    above: tuple[Item, ...]
    """Those before it on its level, the nearest first."""


def steps_of(
    revision: Revision, state: State, newer: Agenda, known: Known, now: datetime, *, sure: bool = False
) -> Steps | CannotTake:
    """The orders that make a change in the show as it is now. `newer` is laid on the clock of the show;
    `sure` skips what is protected, too."""
    match revision.kind:
        case RevisionKind.GONE | RevisionKind.JOINED:
            assert revision.item_id is not None
            return _skip(revision.item_id, state, sure=sure)
        case RevisionKind.REWORDED | RevisionKind.NAMED | RevisionKind.RETIMED:
            return _edit(revision, state, newer, known)
        case RevisionKind.NEW | RevisionKind.SPLIT | RevisionKind.PARTED | RevisionKind.UNPARTED:
            assert revision.item is not None
            line = _line(newer, revision.item.item_id)
            where = _where(line, newer, known, state)
            return CannotTake.NO_PLACE if where is None else _anew(line, where, state, known)
        case RevisionKind.MOVED:
            assert revision.item is not None
            return _moved(_line(newer, revision.item.item_id), state, newer, known, now)
    assert_never(revision.kind)


def tried(state: State, steps: Steps, now: datetime) -> State | Refused:
    """The show if these orders were given now, or why one of them would be refused."""
    order = next(steps, None)
    while order is not None:
        events = decide(state, order, now)
        if isinstance(events, Refused):
            steps.close()
            return events
        state = apply(state, Entry(state.seq + 1, now, "caller", name_of(order), events))
        order = following(steps, events)
    return state


def following(steps: Steps, events: tuple[Event, ...]) -> Command | None:
    """The order after the one that was obeyed with these events; None when it was the last."""
    try:
        return steps.send(events)
    except StopIteration:
        return None


def _one(order: Command) -> Steps:
    yield order


def _none() -> Steps:
    yield from ()


def _edit(revision: Revision, state: State, newer: Agenda, known: Known) -> Steps | CannotTake:
    item = revision.item
    assert item is not None
    item_id = known[item.item_id]
    match revision.key:
        case "title":
            return _one(Edit(item_id, title=item.title))
        case "by":
            return _one(Edit(item_id, by=item.by))
        case "duration":
            return _one(Edit(item_id, duration=item.duration))
        case "until":
            return _one(Edit(item_id, until=_line(newer, item.item_id).item.until))
        case "start":
            line = _line(newer, item.item_id)
            hour = line.item.fixed_start or line.session.start_at
            # a plan that floats is pictured elsewhere on the clock than its sessions are
            if not state.floating and hour < state.order.places[item_id].session.start_at:
                return CannotTake.EARLIER
            return _one(Edit(item_id, start=hour))
    raise AssertionError(revision.key)


def _anew(line: _Line, where: _Where, state: State, known: Known) -> Steps:
    """The line comes in with all that the newer plan says of it; what it stands for now is skipped."""
    item, sitting = line.item, line.session
    opens = sitting.items[0] is item and not sitting.start_assumed and not state.floating
    if opens and sitting.start_at > where.session.start_at:
        item = replace(item, fixed_start=item.fixed_start or sitting.start_at)
    rows = (item, *item.parts)
    old = [known[row.item_id] for row in rows if row.item_id in known]
    whole = _as_known(item, state, known)
    new = yield from _inserted(whole, where, state)
    for row, inserted in zip(rows, (new, *new.parts), strict=True):
        known[row.item_id] = inserted.item_id
        yield from _hours(row, inserted.item_id)
    for item_id in old:
        # a rite is not skipped by this: it stands beside, as it is now
        yield from _skip(item_id, state, sure=True)


def _moved(line: _Line, state: State, newer: Agenda, known: Known, now: datetime) -> Steps | CannotTake:
    item_id = known[line.item.item_id]
    place = state.order.places[item_id]
    where = _where(line, newer, known, state, without=item_id)
    if where is None:
        return CannotTake.NO_PLACE
    if where.heading != (place.parent and place.parent.item_id):
        return _under_another(line, place, where, state, known, now)
    is_away = where.session.session_id != place.session.session_id
    level = tuple(each.item_id for each in (place.parent.parts if place.parent else place.session.items))
    if not is_away and level.index(item_id) == where.at:
        return _none()
    last_in = where.session.session_id if is_away and where.before is None else None
    return _one(Move(item_id, where.before, last_in))


def _under_another(
    line: _Line, place: Place, where: _Where, state: State, known: Known, now: datetime
) -> Steps:
    """The item as it is in the show, on another level."""
    item_id = place.item.item_id
    written = settled(state, now).order.places[item_id].written
    new = yield from _inserted(written, where, state)
    known[line.item.item_id] = new.item_id
    yield from _hours(written, new.item_id)
    yield from _skip(item_id, state, sure=True)


def _inserted(item: Item, where: _Where, state: State) -> Generator[Command, tuple[Event, ...], Item]:
    behind = where.level[where.at - 1] if where.at else None
    if behind is not None and where.before is not None and _is_over(state, behind):
        behind = None
    before = where.before if behind is None else None
    events = yield Insert(behind, item.title, item.duration, item.kind, item.by, before, like=item)
    return next(event.item for event in events if isinstance(event, ItemInserted))


def _is_over(state: State, item_id: str) -> bool:
    item = state.order.places[item_id].item
    return all_done(state, item.parts or (item,))


def _hours(item: Item, item_id: str) -> Steps:
    if item.fixed_start is not None or item.until is not None:
        yield Edit(item_id, start=item.fixed_start, until=item.until)


def _skip(item_id: str, state: State, *, sure: bool) -> Steps:
    item = state.order.places[item_id].item
    if not all(state.is_skipped(leaf.item_id) for leaf in item.parts or (item,)):
        yield Skip(item_id, sure)


def _as_known(item: Item, state: State, known: Known) -> Item:
    """Without the recordings that the show does not have, and with the person whom the plan is silent on."""
    place = state.order.places.get(known.get(item.item_id, ""))
    cues = (
        cue if cue.track_id in state.order.tracks else replace(cue, track_id=None, track_assumed=False)
        for cue in item.cues
    )
    return replace(
        item,
        by=item.by or (None if place is None else place.written.by),
        cues=tuple(cues),
        parts=tuple(_as_known(part, state, known) for part in item.parts),
    )


def _lines(newer: Agenda) -> Iterator[_Line]:
    for session in newer.sessions:
        for place, item in enumerate(session.items):
            yield _Line(item, session, None, session.items[:place][::-1])
            for among, part in enumerate(item.parts):
                yield _Line(part, session, item, item.parts[:among][::-1])


def _line(newer: Agenda, item_id: str) -> _Line:
    return next(line for line in _lines(newer) if line.item.item_id == item_id)


def _where(line: _Line, newer: Agenda, known: Known, state: State, without: str = "") -> _Where | None:
    """Where a line stands in the show; None where the show has no such sitting or heading."""
    if line.heading is None:
        session = _sitting(line, newer, known, state)
        if session is None:
            return None
        heading, items = None, session.items
    else:
        place = state.order.places.get(known.get(line.heading.item_id, ""))
        if place is None or place.is_leaf:
            return None
        heading, items, session = place.item.item_id, place.item.parts, place.session
    level = tuple(item.item_id for item in items if item.item_id != without)
    above = (known.get(item.item_id, "") for item in line.above)
    at = next((level.index(item_id) + 1 for item_id in above if item_id in level), 0)
    return _Where(session, heading, level, at) if level or without else None


def _sitting(line: _Line, newer: Agenda, known: Known, state: State) -> Session | None:
    """The session of the show that a newer one is: of as many the one in its turn, else the one in which most
    of its lines stand."""
    at = [one.session_id for one in newer.sessions].index(line.session.session_id)
    if len(newer.sessions) == len(state.agenda.sessions):
        return state.agenda.sessions[at]
    places = state.order.places
    stand = Counter(
        places[known[each.item.item_id]].session.session_id
        for each in _lines(newer)
        if each.session.session_id == line.session.session_id and known.get(each.item.item_id) in places
    )
    if not stand:
        return None
    wanted = stand.most_common(1)[0][0]
    return next(one for one in state.agenda.sessions if one.session_id == wanted)
