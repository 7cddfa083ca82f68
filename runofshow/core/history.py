"""What a show was: planned against actual, from its events. Differences are positive when longer or later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core import events as e
from runofshow.core.agenda import Agenda, AtStart, Role, Session, Step
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.commands import Mode
from runofshow.core.evolve import replay
from runofshow.core.failings import Failing, by_player, failings
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.handiwork import Added, Pause, TakenBack, additions, pauses, taken_back
from runofshow.core.joins import Link, links
from runofshow.core.notices import Message, Note
from runofshow.core.people_told import LeaderTold, SpeakerTold, late_speakers, leaders_told
from runofshow.core.picture import take_snapshot
from runofshow.core.planned_lengths import planned_lengths
from runofshow.core.rearranged import Change, Moved, rearranged
from runofshow.core.record import Missed
from runofshow.core.running_order import Place, running_order
from runofshow.core.snapshot import CuePhase, CueRow, ItemState, Phase, Row
from runofshow.core.state import State, settled
from runofshow.core.takes import Takes, takes
from runofshow.core.term_events import TermEvent
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace


class ItemHistory(Struct, frozen=True):
    row: Row
    planned: timedelta | None
    """By the plan as opened; None for what came in during the show. A batch that was split shares it with
    what was split off."""
    actual: timedelta | None
    """From start to end, holds included; None when it never ran or still runs."""
    difference: timedelta | None
    held: timedelta
    added: tuple[Added, ...]
    inserted: bool = False
    """It came in during the show."""
    moved: bool = False
    """It stands elsewhere among its siblings than the plan had it."""
    planned_in: str | None = None
    """The session that the plan has it in; None for what came in during the show."""
    step: Step | None = None
    """Of a batch the last step that was called; None where nobody called any."""
    is_jumped: bool = False
    """The clock jumped in it, so nobody knows how long it is."""

    @property
    def length(self) -> timedelta | None:
        """How long it took without its holds; None when it never ran whole or still runs."""
        return None if self.actual is None or self.is_jumped else self.actual - self.held


class CueHistory(Struct, frozen=True):
    cue_id: str
    item_id: str
    """The leaf that carried it."""
    number: str
    to: Role
    text: str
    phase: CuePhase
    """How it ended: gone, missed, stood down, or whatever it was when the record stopped."""
    auto: bool
    due_at: datetime | None
    """Its moment, once it had come; None for a cue on a word, or one called before its moment."""
    gone_at: datetime | None
    off_by: timedelta | None
    """Called so much after its moment, before it when negative. None when not called, when on a word, and
    when it was called before an end that nobody could know yet."""
    answered_in: timedelta | None
    """From the stand-by to "Đã rõ", nothing where that came first; None when nobody answered."""
    stood_by_at: datetime | None = None
    by_player: bool = False
    """The hall's player carried it out: no hand answers for that."""
    missed: Missed | None = None
    """When and why, where it was missed."""


class SessionHistory(Struct, frozen=True):
    session_id: str
    title: str
    planned_start: datetime
    planned_end: datetime
    hard_out: datetime | None
    started_at: datetime | None
    """None when none of its items ever ran."""
    ended_at: datetime | None
    """The end of its last item; None when it never ran or the record stops inside it."""
    over_under: timedelta
    """Its end, actual or expected, less its planned one; positive is late."""


class History(Struct, frozen=True):
    agenda: Agenda
    """As amended: what the plan says of the whole conference."""
    plan: Agenda
    """As it was opened."""
    mode: Mode
    speed: float
    phase: Phase
    opened_at: datetime
    last_at: datetime
    """The last entry: the record knows nothing after it."""
    started_at: datetime | None
    ended_at: datetime | None
    planned_start: datetime
    planned_end: datetime
    over_under: timedelta
    sessions: tuple[SessionHistory, ...]
    items: tuple[ItemHistory, ...]
    cues: tuple[CueHistory, ...]
    pauses: tuple[Pause, ...]
    taken_back: tuple[TakenBack, ...]
    notes: tuple[Note, ...]
    messages: tuple[Message, ...]
    alarms: tuple[Alarm, ...]
    """What the clocks did, and each correction of the show's clock (`clock_corrected`)."""
    changes: tuple[Change, ...] = ()
    """Of the running order, as far as they stood at the end."""
    failings: tuple[Failing, ...] = ()
    leaders: tuple[LeaderTold, ...] = ()
    late_speakers: tuple[SpeakerTold, ...] = ()
    source: str = ""
    """The agenda file it was opened from; empty where there was none."""
    takes: Takes = ()
    """Each time that a leaf ran, the repeated ones included."""
    links: tuple[Link, ...] = ()
    """The MC's, in a rehearsal of the joins."""
    joins: bool = False
    """A rehearsal of the joins alone."""
    drill: int | None = None
    """The seed by which its hands were simulated; None with people."""
    consoles: tuple[TermEvent, ...] = ()
    """Who took the show over, and what was written apart meanwhile, in the order of the record."""

    @property
    def leaves(self) -> tuple[ItemHistory, ...]:
        """The items that run, in their order."""
        return tuple(item for item in self.items if not item.row.is_heading)


def history(entries: Sequence[e.Entry]) -> History:
    """The history of a journal. What still ran is seen at its last entry. Raises ValueError when empty."""
    last_at = entries[-1].at
    state = settled(replay(entries), last_at)
    snapshot = take_snapshot(state, last_at)
    ahead = forecast(state, last_at)
    starts = [run.started_at for run in state.runs.values() if run.started_at is not None]
    planned_starts = [span.start for span in ahead.planned.values()]
    known = running_order(state.plan).places
    changes = rearranged(entries)
    moved = {change.item_id for change in changes if isinstance(change.what, Moved)}
    added, planned_of = additions(entries), planned_lengths(state, entries)
    played = by_player(entries, state)
    known_takes = takes(entries)
    jumped = {take.item_id for take in known_takes if take.is_jumped}
    return History(
        agenda=snapshot.plan,
        plan=state.plan,
        mode=snapshot.mode,
        speed=snapshot.speed,
        phase=snapshot.phase,
        opened_at=state.opened.at,
        last_at=last_at,
        started_at=min(starts, default=None),
        ended_at=state.ended_at,
        planned_start=min(planned_starts, default=state.plan.sessions[0].start_at),
        planned_end=snapshot.session.planned_end,
        over_under=snapshot.over_under,
        sessions=tuple(
            _session(state, ahead, session, written)
            for session, written in zip(state.agenda.sessions, state.plan.sessions, strict=True)
        ),
        items=tuple(
            replace(
                _item(state, row, planned_of, added, known.get(row.item_id), moved=row.item_id in moved),
                is_jumped=row.item_id in jumped,
            )
            for row in snapshot.rows
        ),
        cues=tuple(_cue(state, cue, by_player=cue.cue_id in played) for cue in snapshot.cues),
        pauses=pauses(entries),
        taken_back=taken_back(entries),
        notes=snapshot.notes,
        messages=snapshot.messages,
        alarms=tuple(alarm for entry in entries for event in entry.events if (alarm := _alarm(event))),
        changes=changes,
        failings=failings(entries, state),
        leaders=leaders_told(state),
        late_speakers=late_speakers(state),
        source=state.opened.source,
        takes=known_takes,
        links=links(entries),
        joins=state.opened.joins,
        drill=state.opened.drill,
        consoles=tuple(event for entry in entries for event in entry.events if isinstance(event, TermEvent)),
    )


def _session(state: State, ahead: Forecast, session: Session, written: Session) -> SessionHistory:
    """A session as it went; `written` is the same in the plan, before anything moved."""
    leaves, planned = _leaves(session), _leaves(written)
    runs = [state.run(leaf_id) for leaf_id in leaves]
    starts = [run.started_at for run in runs if run.started_at is not None]
    ends = [run.ended_at for run in runs if run.ended_at is not None]
    over = len(starts) == len(ends) and (
        state.ended_at is not None or not any(state.is_upcoming(leaf_id) for leaf_id in leaves)
    )
    return SessionHistory(
        session_id=session.session_id,
        title=session.title,
        planned_start=min(
            (ahead.planned[leaf_id].start for leaf_id in planned if leaf_id in ahead.planned),
            default=session.start_at,
        ),
        planned_end=ahead.planned_ends[session.session_id],
        hard_out=session.hard_out,
        started_at=min(starts, default=None),
        ended_at=max(ends, default=None) if over else None,
        over_under=ahead.session_late_by(session.session_id),
    )


def _leaves(session: Session) -> list[str]:
    return [leaf.item_id for item in session.items for leaf in (item.parts or (item,))]


def _cue(state: State, cue: CueRow, *, by_player: bool) -> CueHistory:
    due_at, outcome = state.cue(cue.cue_id).due_at, state.cue(cue.cue_id).outcome
    moment = due_at or _start_moment(state, cue)
    return CueHistory(
        cue_id=cue.cue_id,
        item_id=cue.item_id,
        number=cue.number,
        to=cue.to,
        text=cue.text,
        phase=cue.phase,
        auto=cue.go.value == "auto",
        due_at=due_at,
        gone_at=cue.gone_at,
        off_by=cue.gone_at - moment if cue.gone_at and moment else None,
        answered_in=max(cue.acked_at - cue.stood_by_at, NO_TIME)
        if cue.acked_at and cue.stood_by_at
        else None,
        stood_by_at=cue.stood_by_at,
        by_player=by_player,
        missed=outcome if isinstance(outcome, Missed) else None,
    )


def _start_moment(state: State, cue: CueRow) -> datetime | None:
    """When a cue hung on a start was to go, also when it was called before a tick could see that."""
    written, place = state.order.cues[cue.cue_id]
    at = written.at
    if not isinstance(at, AtStart) or state.run(cue.item_id).started_at is None:
        return None
    # holds later than the call would count too, so behind a hold only the start itself is known
    is_known = not at.after or not any(
        state.run(leaf.item_id).held for leaf in place.item.parts or (place.item,)
    )
    return cue.expected_at if is_known else None


def _alarm(event: e.Event) -> Alarm | None:
    match event:
        case e.ClockParted(fault, by, at):
            return Alarm(AlarmCode(fault), at, by)
        case e.ClockCorrected(by, at):
            return Alarm(AlarmCode.CORRECTED, at, by)
        case _:
            return None


def _item(
    state: State,
    row: Row,
    planned_of: Mapping[str, timedelta],
    added: Mapping[str, Sequence[Added]],
    place: Place | None,
    *,
    moved: bool,
) -> ItemHistory:
    item = state.order.places[row.item_id].item
    leaves = [leaf.item_id for leaf in (item.parts or (item,))]
    plans = [planned_of[leaf_id] for leaf_id in leaves if leaf_id in planned_of]
    planned = sum(plans, NO_TIME) if plans else None
    runs = [state.run(leaf_id) for leaf_id in leaves]
    lengths = [run.ended_at - run.started_at for run in runs if run.started_at and run.ended_at]
    actual = sum(lengths, NO_TIME) if lengths and row.state is ItemState.DONE else None
    return ItemHistory(
        row=row,
        planned=planned,
        actual=actual,
        difference=actual - planned if actual is not None and planned is not None else None,
        held=sum((run.held for run in runs), NO_TIME),
        added=tuple(one for leaf_id in leaves for one in added.get(leaf_id, ())),
        inserted=place is None,
        moved=moved,
        planned_in=None if place is None else place.session.session_id,
        step=state.run(row.item_id).step,
    )
