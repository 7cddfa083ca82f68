"""Takes the snapshot: the picture of a state at one moment, every number in it computed here, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import assert_never

from runofshow.core.agenda import Cue
from runofshow.core.answers import answering, waiting_of
from runofshow.core.board import Board, board_at
from runofshow.core.calls import CallTheCue, CallTheItem, EndTheItem, EndTheSession, next_call
from runofshow.core.carrying import Shares, carried_by, shared_out
from runofshow.core.counting import count_of
from runofshow.core.drill import is_drill
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.forecast import Forecast
from runofshow.core.heard import decks_at
from runofshow.core.hearing import heard_by_hand, heard_on
from runofshow.core.joins import is_between_items, link_since
from runofshow.core.people_now import on_the_clock, people_now
from runofshow.core.presence import NOTHING_SENSED, Senses
from runofshow.core.proposals.proposal import waiting_proposals
from runofshow.core.reckoned import Reckoned, ReckonedById
from runofshow.core.recovery.outcome import WaysBack
from runofshow.core.rounds_now import round_now
from runofshow.core.running_order import Place
from runofshow.core.saying import saying
from runofshow.core.snapshot import (
    CallCue,
    CallEnd,
    CallItem,
    CallSession,
    CueRow,
    Current,
    Lamp,
    NextCall,
    Phase,
    Row,
    SessionNow,
    Snapshot,
    SoundNow,
)
from runofshow.core.sound import PlayOrder, is_anthem
from runofshow.core.sounding import order_of
from runofshow.core.speech.clock import SpeechNow, speech_now, words_now
from runofshow.core.state import State, seated, sitting
from runofshow.core.timecode_now import timecode_now
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace
from runofshow.core.whereabouts import whereabouts


def take_snapshot(state: State, now: datetime, senses: Senses = NOTHING_SENSED) -> Snapshot:
    """The picture of `state` at `now`, with what is known beside the record."""
    return picture_of(board_at(state, now), senses)


def picture_of(board: Board, senses: Senses, last: Snapshot | None = None) -> Snapshot:
    """The picture of a board; of the `last` picture is kept what no clock moves."""
    if last is None or last.rows is not board.rows or _reckoned(last.cues) is not board.cues:
        last = _whole(board)
    shown = _now(last, board, senses)
    overdue = _overdue(shown)
    if overdue != _overdue(last):
        shown = _now(_whole(_with_overdue(board, overdue)), board, senses)
    return shown


def _reckoned(cues: Reckoned[CueRow]) -> Reckoned[CueRow]:
    """Those of the board."""
    return cues if cues.under is None else cues.under


def _overdue(shown: Snapshot) -> frozenset[str]:
    return frozenset(one.about for one in shown.waiting if one.is_overdue)


def _with_overdue(board: Board, overdue: frozenset[str]) -> Board:
    """The same with the lamps of these cues red: who is in the hall to answer, no board knows."""
    cues = board.cues
    late = {place: replace(cues[place], lamp=Lamp.OVERDUE) for place in map(cues.places.__getitem__, overdue)}
    return replace(board, cues=cues.overlaid(late)) if late else board


def _now(whole: Snapshot, board: Board, senses: Senses) -> Snapshot:
    """With what the clock moves, and what is said from outside the record."""
    state, now, sound = board.state, board.now, whole.sound
    decks = decks_at(now, state.sound.decks, state.order.tracks)
    by_hand = tuple(one for one in sound.heard if one.ends_at is None or one.ends_at > now)
    shown = replace(
        whole,
        now=now,
        current=_current(board),
        alarms=(*state.alarms, *senses.alarms),
        sound=replace(sound, decks=decks, heard=by_hand if sound.player is None else heard_on(decks)),
        people=on_the_clock(whole.people, now, state.opened.speed),
        presence=senses.presence,
        outlook=_outlook(whole, senses),
        ways=_ways(whole, board, senses),
        timecode=timecode_now(senses.timecode),
    )
    shown = replace(shown, speech=_speech(shown, senses), mc_speech=_mc_speech(shown))
    return replace(
        shown,
        count=count_of(shown),
        answering=answering(shown, senses.presence),
        waiting=waiting_of(shown, senses.presence),
    )


def _outlook(whole: Snapshot, senses: Senses) -> EndOutlook | None:
    """What was sensed of this session; what was of the one before it is out of date."""
    found = senses.outlook
    is_of_it = found is not None and found.session_id == whole.session.session_id
    return found if is_of_it and whole.phase is not Phase.ENDED else None


def _ways(whole: Snapshot, board: Board, senses: Senses) -> WaysBack | None:
    """The same of what can be done about it, as long as nobody has called anything since."""
    found = senses.ways
    if found is None or found.session_id != whole.session.session_id or whole.phase is Phase.ENDED:
        return None
    return found if found.seq >= board.state.call_seq else None


def _whole(board: Board) -> Snapshot:
    """Everything that stays so while rows and cues do; the rest is for `_now` to say."""
    state, now, ahead, coming = board.state, board.now, board.ahead, board.coming
    shares = shared_out(state, ahead, now)
    next_row = board.rows.of(coming[0].item.item_id) if coming else None
    next_cues = carried_by(state, shares, next_row.item_id) if next_row else ()
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
        current=None,
        next=next_row,
        coming=Reckoned(len(coming), lambda at: _row_at(board, coming[at]), {}),
        next_cues=tuple(_row_of(board, cue) for cue in next_cues),
        rows=board.rows,
        cues=board.cues,
        next_call=_next_call(board, shares),
        over_under=ahead.session_late_by(session.session_id),
        slack=None if session.hard_out is None else session.hard_out - session.expected_end,
        held_since=state.held_since,
        undoable=state.calls[-1].do if state.calls else None,
        redoable=state.undone[-1].do if state.undone else None,
        alarms=(),
        messages=state.messages,
        notes=state.notes,
        proposals=waiting_proposals(state.proposals),
        sound=_sound(board, shares),
        saying=saying(state, coming),
        told=_told(board),
        answered=frozenset(cue.to for cue in _answered(state)),
        round=round_now(board),
        people=people_now(state, ahead, board.expected, next_row.item_id if next_row else None),
        shown=state.order.shown,
        whereabouts=ReckonedById(state.order.lists.where, lambda one: whereabouts(board, one), {}, None),
        seen=state.seen,
        at_console=state.at_console,
        joins=opened.joins,
        link_since=link_since(state),
        between_items=is_between_items(state, coming),
        drill=is_drill(state),
        term=state.term,
    )


def _told(board: Board) -> tuple[CueRow, ...]:
    places = board.cues.places
    told = (
        places[cue_id]
        for cue_id, record in board.state.cues.items()
        if record.outcome is None and record.stood_by_at is not None and cue_id in places
    )
    return tuple(board.cues[place] for place in sorted(told))


def _answered(state: State) -> Iterator[Cue]:
    for cue_id, record in state.cues.items():
        if record.acked_at is not None and cue_id in state.order.cues:
            yield state.order.cues[cue_id][0]


def _row_at(board: Board, place: Place) -> Row:
    return board.rows[board.rows.places[place.item.item_id]]


def _row_of(board: Board, cue: Cue) -> CueRow:
    return board.cues[board.cues.places[cue.cue_id]]


COMING_SOUNDS = 3
"""Two decks, and one more so that the operator sees what follows."""


def _sound(board: Board, shares: Shares) -> SoundNow:
    state = board.state
    sound, tracks = state.sound, state.order.tracks
    leaves = ((state.current,) if state.current else ()) + board.coming
    # of thousands of items that play nothing not one is asked
    playing = board.grid.playing
    may_play = (
        leaf for leaf in (leaves if playing else ()) if leaf.item.item_id in playing or _is_of(leaf, playing)
    )
    carried = (cue for leaf in may_play for cue in carried_by(state, shares, leaf.item.item_id))
    to_play = (cue for cue in carried if _is_to_play(state, cue))
    return SoundNow(
        player=sound.player,
        decks=(),
        heard=heard_by_hand(state, board.grid.cue_places),
        coming=tuple(_row_of(board, cue) for cue in islice(to_play, COMING_SOUNDS)),
        tracks=state.agenda.tracks,
        measured=sound.measured,
        failures=sound.failures,
        calls=sound.calls,
        anthem=any(is_anthem(tracks.get(deck.track_id)) for deck in sound.sounding()),
    )


def _is_of(leaf: Place, playing: frozenset[str]) -> bool:
    return leaf.parent is not None and leaf.parent.item_id in playing


def _is_to_play(state: State, cue: Cue) -> bool:
    return isinstance(order_of(cue), PlayOrder) and state.cue(cue.cue_id).outcome is None


def _phase(state: State) -> Phase:
    if state.ended_at is not None:
        return Phase.ENDED
    if state.held_since is not None:
        return Phase.HELD
    return Phase.RUNNING if state.started else Phase.BEFORE


def _current(board: Board) -> Current | None:
    state, now, target_end = board.state, board.now, board.ahead.target_end
    place = state.current
    if place is None or target_end is None:
        return None
    item = place.item
    row = board.rows.of(item.item_id)
    assert row is not None, "it runs"
    started_at = board.ahead.spans[item.item_id].start
    held_for = state.held_for(item.item_id, now)
    return Current(
        row=row,
        heading=board.rows.of(row.parent_id),
        clock=item.clock,
        started_at=started_at,
        elapsed=now - started_at - held_for,
        remaining=max(target_end - now, NO_TIME),
        overrun=max(now - target_end, NO_TIME),
        held_for=held_for,
        backdrop=item.backdrop or state.agenda.backdrop,
        until=None if seated(state, place).item.until is None else target_end,
    )


def _speech(shown: Snapshot, senses: Senses) -> SpeechNow | None:
    current = shown.current
    if current is None or (speech := current.row.item.speech) is None:
        return None
    row = current.row
    pace = senses.paces.get(row.item_id)
    return speech_now(speech, row.kind, row.planned + row.added, *_reading(shown, current), pace)


def _mc_speech(shown: Snapshot) -> SpeechNow | None:
    current = shown.current
    if current is None:
        return None
    return words_now(shown.saying.now, current.row.kind, *_reading(shown, current))


def _reading(shown: Snapshot, current: Current) -> tuple[datetime, datetime | None]:
    """When a reading that goes with the item would have begun without holds, and since when it is held."""
    return (shown.held_since or shown.now) - current.elapsed, shown.held_since


def _next_call(board: Board, shares: Shares) -> NextCall | None:
    call = next_call(board.state, shares, board.coming)
    match call:
        case CallTheCue(cue):
            return CallCue(_row_of(board, cue))
        case CallTheItem(place):
            return CallItem(_row_at(board, place))
        case EndTheSession(coming):
            return CallSession(coming.title)
        case EndTheItem(place):
            return CallEnd(_row_at(board, place))
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
