"""Takes the snapshot: the picture of a state at one moment, every number in it computed here, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import islice
from typing import assert_never

from runofshow.core.agenda import Cue, Item, Track
from runofshow.core.calls import CallTheCue, CallTheItem, EndTheSession, next_call
from runofshow.core.carrying import Shares, carried_by, shared_out
from runofshow.core.cues import cue_board, cue_now
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.notices import Alarm
from runofshow.core.presence import Presence
from runofshow.core.record import Run
from runofshow.core.running_order import Place
from runofshow.core.snapshot import (
    CallCue,
    CallItem,
    CallSession,
    CueRow,
    Current,
    DeckNow,
    ItemState,
    NextCall,
    Phase,
    Row,
    SessionNow,
    Snapshot,
    SoundNow,
)
from runofshow.core.sound import Armed, Deck, PlayOrder, Sounding, is_anthem
from runofshow.core.sounding import order_of
from runofshow.core.state import State, seated, settled, sitting, to_come
from runofshow.core.timeline import NO_TIME, Span, plan_times, planned_length


def take_snapshot(
    state: State, now: datetime, alarms: tuple[Alarm, ...] = (), presence: Presence | None = None
) -> Snapshot:
    """The picture of `state` at `now`. `alarms` are the console's own, beside those of the record.

    `presence` is who is connected now.
    """
    state = settled(state, now)
    ahead = forecast(state, now)
    coming = to_come(state) if state.ended_at is None else ()
    next_id = coming[0].item.item_id if coming else None

    def row(place: Place) -> Row:
        return _row(state, ahead, place, next_id)

    def cue_row(cue: Cue) -> CueRow:
        return cue_now(state, ahead, now, state.order.cues[cue.cue_id][1], cue)

    shares = shared_out(state, ahead, now)
    next_cues = carried_by(state, shares, next_id) if next_id else ()
    session = _session(state, ahead, coming)
    opened = state.opened
    return Snapshot(
        seq=state.seq,
        mode=opened.mode,
        speed=opened.speed,
        phase=_phase(state),
        now=now,
        title=state.agenda.title,
        organiser=state.agenda.organiser,
        venue=state.agenda.venue,
        plan=state.agenda,
        floating=opened.floating and not state.started,
        session=session,
        session_count=len(state.agenda.sessions),
        current=_current(state, ahead, now, row),
        next=row(coming[0]) if coming else None,
        next_cues=tuple(map(cue_row, next_cues)),
        rows=tuple(map(row, state.order.rows)),
        cues=tuple(cue_board(state, ahead, now)),
        next_call=_next_call(state, shares, row, cue_row),
        over_under=ahead.session_late_by(session.session_id),
        slack=None if session.hard_out is None else session.hard_out - session.expected_end,
        held_since=state.held_since,
        undoable=state.calls[-1].do if state.calls else None,
        redoable=state.undone[-1].do if state.undone else None,
        alarms=(*state.alarms, *alarms),
        messages=state.messages,
        notes=state.notes,
        sound=_sound(state, now, shares, coming, cue_row),
        presence=presence,
        at_console=state.at_console,
    )


COMING_SOUNDS = 3
"""Two decks, and one more so that the operator sees what follows."""


def _sound(
    state: State,
    now: datetime,
    shares: Shares,
    coming: tuple[Place, ...],
    cue_row: Callable[[Cue], CueRow],
) -> SoundNow:
    sound, tracks = state.sound, state.order.tracks
    leaves = ((state.current,) if state.current else ()) + coming
    carried = (cue for leaf in leaves for cue in carried_by(state, shares, leaf.item.item_id))
    to_play = (cue for cue in carried if _is_to_play(state, cue))
    return SoundNow(
        player=sound.player,
        decks=tuple(_deck(deck, sound.decks.get(deck), tracks, now) for deck in Deck),
        coming=tuple(map(cue_row, islice(to_play, COMING_SOUNDS))),
        tracks=state.agenda.tracks,
        measured=sound.measured,
        failures=sound.failures,
        calls=sound.calls,
        anthem=any(is_anthem(tracks.get(deck.track_id)) for deck in sound.sounding()),
    )


def _is_to_play(state: State, cue: Cue) -> bool:
    return isinstance(order_of(cue), PlayOrder) and state.cue(cue.cue_id).outcome is None


def _deck(deck: Deck, what: Armed | Sounding | None, tracks: Mapping[str, Track], now: datetime) -> DeckNow:
    track = None if what is None else tracks.get(what.track_id)
    if not isinstance(what, Sounding):
        return DeckNow(deck, what, track, NO_TIME, None if what is None else what.length)
    ends_at = what.ends_at
    remaining = None if ends_at is None else max(ends_at - now, NO_TIME)
    return DeckNow(deck, what, track, now - what.began_at + what.position, remaining)


def _phase(state: State) -> Phase:
    if state.ended_at is not None:
        return Phase.ENDED
    if state.held_since is not None:
        return Phase.HELD
    return Phase.RUNNING if state.started else Phase.BEFORE


def _row(state: State, ahead: Forecast, place: Place, next_id: str | None) -> Row:
    if place.item.parts:
        return _heading(state, ahead, place)
    item = place.item
    item_id = item.item_id
    run, span, plan = state.run(item_id), ahead.spans.get(item_id), ahead.planned.get(item_id)
    start = span or plan or _whole_plan(state, item)
    return Row(
        item=item,
        written=place.written,
        parent_id=place.parent.item_id if place.parent else None,
        session=place.session,
        state=_leaf_state(run, is_coming=span is not None or state.ended_at is not None),
        is_next=item_id == next_id,
        assumed=item.assumed and item.until is None,
        planned=planned_length(seated(state, place).item, start.start) if start else item.duration,
        added=run.added,
        planned_start=plan.start if plan else None,
        expected_start=span.start if span else None,
        expected_end=span.end if span else None,
        actual_start=run.started_at,
        actual_end=run.ended_at,
        late_by=span.start - plan.start if span and plan else None,
        latest_start=ahead.latest_starts.get(item_id),
        wait=span.wait if span else NO_TIME,
    )


def _whole_plan(state: State, item: Item) -> Span | None:
    """Where an item up to an hour stands in the plan before anything was laid aside at the opening."""
    return None if item.until is None else plan_times(state.plan).get(item.item_id)


def _heading(state: State, ahead: Forecast, place: Place) -> Row:
    """A heading from its parts: the first start, the last end, the sum of their lengths."""
    parts = [_row(state, ahead, state.order.places[part.item_id], None) for part in place.item.parts]
    starts = [part.actual_start for part in parts if part.actual_start]
    ends = [part.actual_end for part in parts if part.actual_end]
    expected_start = min((part.expected_start for part in parts if part.expected_start), default=None)
    planned_start = min((part.planned_start for part in parts if part.planned_start), default=None)
    late = expected_start - planned_start if expected_start and planned_start else None
    row_state = _heading_state({part.state for part in parts})
    return Row(
        item=place.item,
        written=place.written,
        parent_id=None,
        session=place.session,
        state=row_state,
        is_next=False,
        assumed=any(part.assumed for part in parts),
        planned=sum((part.planned for part in parts), NO_TIME),
        added=sum((part.added for part in parts), NO_TIME),
        planned_start=planned_start,
        expected_start=expected_start,
        expected_end=max((part.expected_end for part in parts if part.expected_end), default=None),
        actual_start=min(starts, default=None),
        actual_end=max(ends, default=None) if row_state is ItemState.DONE else None,
        late_by=late,
        latest_start=parts[0].latest_start,
        wait=parts[0].wait,
    )


def _leaf_state(run: Run, is_coming: bool) -> ItemState:
    if run.skipped:
        return ItemState.SKIPPED
    if run.started_at is None:
        return ItemState.UPCOMING if is_coming and not run.aside else ItemState.ASIDE
    return ItemState.RUNNING if run.ended_at is None else ItemState.DONE


def _heading_state(parts: set[ItemState]) -> ItemState:
    """Running from its first part to its last; parts that are skipped or laid aside do not count."""
    left = parts - {ItemState.SKIPPED, ItemState.ASIDE}
    if not left:
        return ItemState.SKIPPED if ItemState.ASIDE not in parts else ItemState.ASIDE
    return ItemState.RUNNING if len(left) > 1 else left.pop()


def _current(state: State, ahead: Forecast, now: datetime, row: Callable[[Place], Row]) -> Current | None:
    place = state.current
    if place is None or ahead.target_end is None:
        return None
    item = place.item
    started_at = ahead.spans[item.item_id].start
    held_for = state.held_for(item.item_id, now)
    return Current(
        row=row(place),
        heading=row(state.order.places[place.parent.item_id]) if place.parent else None,
        clock=item.clock,
        started_at=started_at,
        elapsed=now - started_at - held_for,
        remaining=max(ahead.target_end - now, NO_TIME),
        overrun=max(now - ahead.target_end, NO_TIME),
        held_for=held_for,
        backdrop=item.backdrop or state.agenda.backdrop,
    )


def _next_call(
    state: State, shares: Shares, row: Callable[[Place], Row], cue_row: Callable[[Cue], CueRow]
) -> NextCall | None:
    call = next_call(state, shares)
    match call:
        case CallTheCue(cue):
            return CallCue(cue_row(cue))
        case CallTheItem(place):
            return CallItem(row(place))
        case EndTheSession(coming):
            return CallSession(coming.title)
        case None:
            return None
    assert_never(call)


def _session(state: State, ahead: Forecast, coming: tuple[Place, ...]) -> SessionNow:
    """The session where the hall sits; between two, the one that comes."""
    is_between = state.current is None and coming
    session_id = seated(state, coming[0]).session.session_id if is_between else sitting(state)
    session = next(session for session in state.agenda.sessions if session.session_id == session_id)
    return SessionNow(
        session_id=session.session_id,
        title=session.title,
        start_at=session.start_at,
        start_assumed=session.start_assumed,
        planned_end=ahead.planned_ends[session.session_id],
        expected_end=ahead.session_ends[session.session_id],
        hard_out=session.hard_out,
    )
