"""How a show follows from its events.

`evolve` takes every event as true and refuses nothing; decide.py has already judged. So a replayed
journal gives the state it was written from, whatever the rules have become since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from runofshow.core import award_events as a
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core import undo_events as u
from runofshow.core.agenda import BeforeEnd, Role
from runofshow.core.alarming import alarmed, answered, clock_parted, gear_works, signal_failed
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.amend import with_inserted, with_item, with_moved, without_item
from runofshow.core.awarding import awarded
from runofshow.core.moved_clock import clock_moved
from runofshow.core.notices import Message, Note
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.proposals.proposing import answered_proposal, proposed
from runofshow.core.record import CueRecord, Gone, Missed, Returned, Run, StoodDown
from runofshow.core.remembering import first_remembered, passed, remembered
from runofshow.core.restoring import put_back
from runofshow.core.session_events import ItemsLaidAside, ItemsTakenUp
from runofshow.core.sound import EndedWhy
from runofshow.core.sounding import cue_called, cue_recalled, sounded
from runofshow.core.state import (
    State,
    amended,
    begin,
    is_borrowed,
    plan_moved,
    plan_start,
    settled,
    turned,
)
from runofshow.core.term import branch_of
from runofshow.core.term_events import BranchKept, TookOver
from runofshow.core.value import replace


def replay(entries: Iterable[e.Entry]) -> State:
    """The state a journal adds up to. Raises ValueError when it does not begin with an opened show."""
    record = tuple(entries)
    if not record:
        raise ValueError("an empty journal has no show")
    first = first_remembered(record)
    state: State | None = None
    for entry in record[:first]:
        state = passed(_after(state, entry), entry)
    for entry in record[first:]:
        state = apply(state, entry)
    assert state is not None
    return state


def apply(state: State | None, entry: e.Entry) -> State:
    """`state` after one journal entry; None stands for nothing yet."""
    after = _after(state, entry)
    return passed(after, entry) if state is None else remembered(state, after, entry)


def _after(state: State | None, entry: e.Entry) -> State:
    news = entry.events
    if state is None:
        if not news or not isinstance(news[0], e.ShowOpened):
            raise ValueError("the first entry does not open a show")
        state, news = begin(news[0]), news[1:]
    for event in news:
        state = evolve(state, event)
    return state


def evolve(state: State, event: e.Event) -> State:
    """`state` after one event."""
    match event:
        # the commonest first: a long record is mostly these
        case e.CueStoodBy(cue_id, at, auto):
            told = replace(state.cue(cue_id), stood_by_at=at, told_by_clock=auto)
            return _with_cue(state, cue_id, told)
        case e.CueAcknowledged(cue_id, at, by_whom):
            known = _with_cue(state, cue_id, replace(state.cue(cue_id), acked_at=at))
            by_console = (
                {state.order.cues[cue_id][0].to} if by_whom == Role.CALLER.value else frozenset[Role]()
            )
            return replace(known, at_console=state.at_console | by_console)
        case e.CueFellDue(cue_id, at):
            return _with_cue(state, cue_id, replace(state.cue(cue_id), due_at=at))
        case e.CueGone(cue_id, at, auto):
            gone = _with_cue(state, cue_id, replace(state.cue(cue_id), outcome=Gone(at, auto)))
            return replace(gone, sound=cue_called(state.sound, state.order.cues[cue_id][0], at))
        case e.TimeAdded(item_id, by):
            run = state.run(item_id)
            return _with_new_end(_with_run(state, item_id, replace(run, added=run.added + by)), item_id)
        case e.ShowOpened():
            raise ValueError("a show is opened once")
        case e.ItemStarted(item_id, at):
            return _started(settled(state, at), item_id, at)
        case e.ItemEnded(item_id, at):
            ended = _with_run(state, item_id, replace(state.run(item_id), ended_at=at))
            return replace(ended, current_id=None)
        case e.ItemReopened(item_id):
            return replace(
                _with_run(state, item_id, replace(state.run(item_id), ended_at=None)), current_id=item_id
            )
        case e.ItemReturned(item_id, started_at):
            return _returned(state, item_id, started_at)
        case e.OverrunBegan(item_id):
            return _with_run(state, item_id, replace(state.run(item_id), overran=True))
        case u.OverrunCleared(item_id):
            return _with_run(state, item_id, replace(state.run(item_id), overran=False))
        case e.Held(at):
            return replace(state, held_since=at)
        case e.HoldCancelled():
            return replace(state, held_since=None)
        case e.Resumed(at, since):
            return replace(_held_more(state, at - since), held_since=None)
        case e.ResumeCancelled(at, since):
            return replace(_held_more(state, since - at), held_since=since)
        case e.StartBackdated(item_id, by, before):
            return _backdated(state, item_id, by, before)
        case e.StandByWithdrawn(cue_id):
            return _with_cue(state, cue_id, state.cue(cue_id).without_stand_by())
        case e.CueMissed(cue_id, at, reason):
            return _with_cue(state, cue_id, replace(state.cue(cue_id), outcome=Missed(at, reason)))
        case e.CueStoodDown(cue_id, at):
            return _with_cue(state, cue_id, replace(state.cue(cue_id), outcome=StoodDown(at)))
        case e.CueRecalled(cue_id):
            return _recalled(state, cue_id)
        case u.CueWaitsAgain(cue_id):
            return _with_cue(state, cue_id, replace(state.cue(cue_id), due_at=None, outcome=None))
        case e.NextChosen(item_id, was):
            chosen = replace(state, chosen_id=item_id)
            return turned(chosen, *(each for each in (item_id, was) if each is not None))
        case e.ItemSkipped(item_id):
            return _with_run(state, item_id, replace(state.run(item_id), skipped=True))
        case e.ItemUnskipped(item_id):
            return _with_run(state, item_id, replace(state.run(item_id), skipped=False))
        case ItemsLaidAside(item_ids) | ItemsTakenUp(item_ids):
            return _laid_aside(state, item_ids, isinstance(event, ItemsLaidAside))
        case e.ItemMoved(item_id, before, _, session_id):
            return amended(state, with_moved(state.agenda, item_id, before, session_id))
        case e.ItemEdited(item, was):
            edited = amended(state, with_item(state.agenda, item))
            if (item.duration, item.until) == (was.duration, was.until):
                return edited
            return _with_new_end(edited, edited.order.ends.get(item.item_id, (None, item.item_id))[1])
        case e.ItemInserted(item, after, before):
            return amended(state, with_inserted(state.agenda, item, after, before))
        case e.ItemRemoved(item_id):
            return amended(state, without_item(state.agenda, item_id))
        case e.MessageSent(message_id, to, text, at, by_whom):
            # words back to whoever wrote are an answer to all of it
            back = _answered(state, lambda one: one.to == by_whom and one.by == to.value, at, by_whom)
            return replace(back, messages=(*back.messages, Message(message_id, to, text, at, by_whom)))
        case e.MessageAnswered(message_id, at, by_whom):
            return _answered(state, lambda one: one.message_id == message_id, at, by_whom)
        case e.NoteTaken(text, at, running_id, kind):
            return replace(state, notes=(*state.notes, Note(at, running_id, text, kind)))
        case EditsProposed():
            return proposed(state, event)
        case ProposalAnswered():
            return answered_proposal(state, event)
        case e.VoteCounted(item_id, vote):
            return _with_run(state, item_id, replace(state.run(item_id), vote=vote))
        case a.StepBegun() | a.RecipientChanged() | a.RecipientMoved() | a.RecipientAdded():
            return awarded(state, event)
        case a.PersonSeen() | a.LeaderChanged():
            return awarded(state, event)
        case e.ClockParted(fault, by, at):
            return clock_parted(state, fault, by, at)
        case e.ClockCorrected(by):
            return clock_moved(state, by)
        case e.AlarmsDismissed():
            return replace(state, alarms=())
        case e.ShowEnded(at):
            return replace(state, ended_at=at)
        case e.ShowReopened():
            return replace(state, ended_at=None)
        case u.CallUndone():
            return state
        case u.ShowRestored(_, at, image, again):
            return put_back(state, at, image, again)
        case e.ClockJumped():
            return state
        case TookOver(term):
            return replace(state, term=term)
        case BranchKept():
            return replace(state, branches=state.branches | {branch_of(event)})
        case s.SignalSent(signal_id):
            return gear_works(state, signal_id)
        case s.SignalFailed():
            return signal_failed(state, event)
        case _:
            return _with_sound(state, event)


def _answered(state: State, which: Callable[[Message], bool], at: datetime, by: str) -> State:
    messages = [
        replace(one, answered_at=at, answered_by=by) if one.answered_at is None and which(one) else one
        for one in state.messages
    ]
    return replace(state, messages=tuple(messages))


def _with_run(state: State, item_id: str, run: Run) -> State:
    after = replace(state, runs={**state.runs, item_id: run})
    place = state.order.places.get(item_id)
    return after if place is None or place.parent is None else turned(after, item_id)


def _laid_aside(state: State, item_ids: tuple[str, ...], aside: bool) -> State:
    runs = {item_id: replace(state.run(item_id), aside=aside) for item_id in item_ids}
    return turned(replace(state, runs={**state.runs, **runs}), *item_ids)


def _with_cue(state: State, cue_id: str, record: CueRecord) -> State:
    return replace(state, cues={**state.cues, cue_id: record})


def _recalled(state: State, cue_id: str) -> State:
    """The cue waits again; a track that it had started fades."""
    record = state.cue(cue_id)
    waiting = _with_cue(state, cue_id, replace(record, outcome=None, played_out_at=None))
    if not isinstance(record.outcome, Gone):
        return waiting
    cue, _ = state.order.cues[cue_id]
    return replace(waiting, sound=cue_recalled(state.sound, cue, record.outcome.at, state.order.tracks))


def _with_sound(state: State, event: s.SoundEvent) -> State:
    """The sound after its own event. What went wrong is an alarm; a track's own end is kept with its cue."""
    heard = replace(state, sound=sounded(state.sound, event))
    match event:
        case s.TrackEnded(_, _, str(cue_id), EndedWhy.END, at) if isinstance(heard.cue(cue_id).outcome, Gone):
            return _played_out(heard, cue_id, at)
        case s.TrackFailed(track_id, _, fault, _, at):
            # the file is what a person can look for; what the player said of it stands with the failure
            track = state.order.tracks.get(track_id)
            about = (track.title, track.file) if track else (track_id,)
            detail = " · ".join(filter(None, about))
            return alarmed(heard, Alarm(AlarmCode(f"track_{fault}"), at, detail=detail, track_id=track_id))
        case s.TrackEnded(_, track_id, _, EndedWhy.DIED, at):
            title = state.order.tracks[track_id].title
            return alarmed(heard, Alarm(AlarmCode.PLAYER_DIED, at, detail=title, track_id=track_id))
        case s.TrackArmed(_, track_id) | s.TrackBegan(_, track_id):
            return answered(heard, track_id, is_heard=isinstance(event, s.TrackBegan))
        case s.PlayerWent(where, why, at):
            titles = (state.order.tracks[one.track_id].title for one in state.sound.sounding())
            code = AlarmCode.PLAYER_DIED if why == "died" else AlarmCode.PLAYER_LEFT
            return alarmed(heard, Alarm(code, at, detail=", ".join(titles), cause=where))
        case s.PlayerCame():
            # what fell silent when it left stays said: nobody plays it again by itself
            rest = (one for one in heard.alarms if one.code is not AlarmCode.PLAYER_LEFT or one.detail)
            return replace(heard, alarms=tuple(rest))
        case _:
            return heard


def _played_out(state: State, cue_id: str, at: datetime) -> State:
    _, place = state.order.cues[cue_id]
    held = state.held_in(place.item, at)
    return _with_cue(state, cue_id, replace(state.cue(cue_id), played_out_at=at, held_by_then=held))


def _held_more(state: State, by: timedelta) -> State:
    assert state.current_id is not None
    run = state.run(state.current_id)
    return _with_run(state, state.current_id, replace(run, held=run.held + by))


def _with_new_end(state: State, item_id: str | None) -> State:
    """The leaf ends at another moment, so its overrun and the cues before its end come true anew."""
    if item_id is None:
        return state
    place = state.order.places[item_id]
    written = place.item.cues if place.parent is None else (*place.item.cues, *place.parent.cues)
    fallen_due = {
        cue.cue_id: replace(record, due_at=None)
        for cue in written
        if (record := state.cues.get(cue.cue_id)) and record.due_at is not None and record.outcome is None
        if isinstance(cue.at, BeforeEnd)
    }
    waiting = replace(state, cues={**state.cues, **fallen_due}) if fallen_due else state
    run = state.run(item_id)
    return _with_run(waiting, item_id, replace(run, overran=False)) if run.overran else waiting


def _started(state: State, item_id: str, at: datetime) -> State:
    old = state.returned.get(item_id)
    if old is not None and old.run.started_at == at:
        # the very same start: its return is undone, so what had happened since then has happened again
        return replace(
            _with_run(state, item_id, old.run), cues={**state.cues, **old.cues}, current_id=item_id
        )
    run = replace(state.run(item_id), started_at=at, ended_at=None, borrowed=is_borrowed(state, item_id))
    started = _with_run(state, item_id, run)
    return replace(started, current_id=item_id)


def _returned(state: State, item_id: str, started_at: datetime) -> State:
    """The leaf waits again, and its cues as they were before it began.

    With the first start gone, a floating plan floats again, from where the agenda had it.
    """
    place = state.order.places.get(item_id)
    carriers = () if place is None else (place.item,) if place.parent is None else (place.item, place.parent)
    of_it = (cue.cue_id for carrier in carriers for cue in carrier.cues)
    left = {cue_id: state.cues[cue_id] for cue_id in of_it if cue_id in state.cues}
    returned = replace(
        _with_run(state, item_id, Run(added=state.run(item_id).added)),
        cues={**state.cues, **{cue_id: record.before(started_at) for cue_id, record in left.items()}},
        returned={**state.returned, item_id: Returned(state.run(item_id), left)},
        current_id=None if state.current_id == item_id else state.current_id,
    )
    if not state.opened.floating or returned.started:
        return returned
    back = state.opened.agenda.sessions[0].start_at - state.plan.sessions[0].start_at
    return replace(plan_moved(returned, back), floating=True)


def _backdated(state: State, item_id: str, by: timedelta, before: str | None) -> State:
    run = state.run(item_id)
    assert run.started_at is not None
    if state.opened.floating and run.started_at == plan_start(state):
        # a plan that begins with its first item began with it
        state = plan_moved(state, -by)
    moved = _with_run(state, item_id, replace(run, started_at=run.started_at - by, overran=False))
    if before is None:
        return moved
    earlier = moved.run(before)
    assert earlier.ended_at is not None
    return _with_run(moved, before, replace(earlier, ended_at=earlier.ended_at - by))
