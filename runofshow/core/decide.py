"""Every rule and every refusal of calling a show.

The theory. The show is before its first item, inside one, between two sessions, or ended. Advancing ends
the running leaf and starts the next in one breath, at the same moment, so no second is lost between two
items. A hold stops the running item's clock; advancing out of a hold resumes it first. What the item leaves
behind is settled as it is left: a cue that was due is missed, one whose moment had not come is stood down.
Nothing wraps: past the last item only `End` goes on. The hall sits in one session at a time; a jump into a
later one says what becomes of the rest. A protected item is never shortened below its plan, and
skipped only when the caller is sure. Changes to the running order are judged in amendments.py.

`decide` judges an order against a state and a moment. It changes nothing: it gives the events that follow,
or the reason why none do.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.amendments import decide_add_time, decide_edit, decide_skip, decide_unskip
from runofshow.core.award_rules import begins_with, decide_list, decide_step, step_with
from runofshow.core.board import board_at
from runofshow.core.calls import (
    CallTheCue,
    CallTheItem,
    EndTheItem,
    EndTheSession,
    next_call,
    next_item_call,
    next_standby,
)
from runofshow.core.carrying import Shares, hung_on, outlives, shared_out
from runofshow.core.cue_amendments import decide_add_cue, decide_edit_cue, decide_remove_cue
from runofshow.core.cues import cue_now
from runofshow.core.drill import is_drill
from runofshow.core.facts import newly_true
from runofshow.core.forecast import forecast
from runofshow.core.joins import decide_jump_ahead
from runofshow.core.jumping import decide_jump
from runofshow.core.messaging import decide_answer, decide_message, decide_note
from runofshow.core.people_rules import decide_leader, decide_see
from runofshow.core.placing import decide_insert, decide_move, decide_remove
from runofshow.core.proposals.judging import decide_decline, decide_propose, decide_take
from runofshow.core.questions import far_from_hour, left_unasked, long_over, without_leader
from runofshow.core.record import Gone
from runofshow.core.recovery.recovering import decide_recover
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound_calls import decide_sound, kept_anthem
from runofshow.core.state import State, settled
from runofshow.core.stepping_back import decide_back, decide_backdate, within_a_day
from runofshow.core.taking_over import decide_branch, decide_take_over
from runofshow.core.undo import decide_redo, decide_undo
from runofshow.core.voting import decide_vote

GO_GUARD = timedelta(milliseconds=700)
"""Two presses of GO within it are one: a trembling finger, a key that repeats."""

Events = tuple[e.Event, ...]


def decide(state: State, command: c.Command, now: datetime, by: str = Role.CALLER) -> Events | Refused:
    """The events that follow from `command` at `now`, or why it is refused. `by` is who asks."""
    match command:
        case c.OpenShow():
            return Refused(Reason.ALREADY_STARTED)
        case c.Tick():
            return newly_true(board_at(state, now))
        case c.ReportClock(fault, parted):
            return (e.ClockParted(fault, parted, now),)
        case c.CorrectClock(parted):
            return _correct_clock(state, parted, now)
        case c.DismissAlarms():
            return (e.AlarmsDismissed(now),)
        case c.TakeNote(text, kind):
            return decide_note(state, text, kind, now)
        case c.CountVote():
            return decide_vote(state, command)
        case c.SendMessage(to, text):
            return decide_message(state, to, text, now, by)
        case c.AnswerMessage(message_id):
            return decide_answer(state, message_id, now, by)
        case c.Undo(sure):
            return decide_undo(state, now, sure)
        case c.Redo(sure):
            return decide_redo(state, now, sure)
        case c.TakeOver():
            return decide_take_over(state, command, now)
        case c.KeepBranch():
            return decide_branch(state, command)
        case (
            c.PlayTrack()
            | c.FadeSound()
            | c.StopSound()
            | c.Panic()
            | c.Arm()
            | c.ReportSound()
            | c.ReportSignal()
        ):
            return decide_sound(state, command, now, by)
    if state.ended_at is not None:
        return Refused(Reason.ENDED)
    match command:
        case c.NextStep():
            return _step(state, command, now)
        case c.ChangeRecipient() | c.MoveRecipient() | c.AddRecipient() | c.SplitBatch() | c.TakeOutMissing():
            return decide_list(state, command)
        case c.See():
            return decide_see(state, command, now, by)
        case c.ChangeLeader():
            return decide_leader(state, command, now)
        case c.Start():
            return Refused(Reason.ALREADY_STARTED) if state.started else _advance(state, now, command.sure)
        case c.Go(cue_id, sure):
            return _go(state, now, sure) if cue_id is None else _call_cue(state, cue_id, now, sure)
        case c.Advance(sure):
            return _advance(state, now, sure)
        case c.Hold():
            return _hold(state, now)
        case c.Resume():
            if state.held_since is None:
                return Refused(Reason.NOT_HELD)
            return (e.Resumed(now, state.held_since),)
        case c.AddTime():
            return decide_add_time(state, command, now)
        case c.StandBy(cue_id):
            return _stand_by(state, cue_id, now)
        case c.Acknowledge(cue_id):
            return _acknowledge(state, cue_id, now, by)
        case c.AnswerInDrill(cue_id):
            return _acknowledge(state, cue_id, now, by) if is_drill(state) else Refused(Reason.NOT_ALLOWED)
        case c.JumpClock(length):
            return decide_jump_ahead(state, length, now)
        case c.Back(sure):
            return left_unasked(state, now, sure) or long_over(state, now, sure) or decide_back(state)
        case c.Jump(item_id, rest):
            return decide_jump(state, item_id, rest)
        case c.Backdate(item_id, length):
            return decide_backdate(state, item_id, length, now)
        case c.End(sure):
            return _end(state, now, sure)
        case c.Skip():
            return decide_skip(state, command, now)
        case c.Unskip():
            return decide_unskip(state, command)
        case c.Move():
            return decide_move(state, command)
        case c.Edit():
            return decide_edit(state, command, now)
        case c.EditCue():
            return decide_edit_cue(state, command)
        case c.AddCue():
            return decide_add_cue(state, command)
        case c.RemoveCue():
            return decide_remove_cue(state, command)
        case c.Insert():
            return decide_insert(state, command)
        case c.Remove():
            return decide_remove(state, command)
        case c.Recover():
            return decide_recover(state, command, now)
        case c.Propose():
            return decide_propose(state, command, now)
        case c.TakeProposal():
            return decide_take(state, command, now, by)
        case c.DeclineProposal():
            return decide_decline(state, command, now, by)
    assert_never(command)


def _go(state: State, now: datetime, sure: bool) -> Events | Refused:
    call = next_call(state, _shares(state, now))
    if not isinstance(call, CallTheCue):
        return _advance(state, now, sure)
    if _within_guard(state, now):
        return Refused(Reason.GUARD)
    cue_id = call.cue.cue_id
    return kept_anthem(state, cue_id, sure) or (*step_with(state, cue_id, now), e.CueGone(cue_id, now))


def _step(state: State, command: c.NextStep, now: datetime) -> Events | Refused:
    # a step by its name is begun once, however often it is asked for
    if command.step is None and _within_guard(state, now):
        return Refused(Reason.GUARD)
    begun = decide_step(state, command, now)
    return _advance(state, now, command.sure) if begun is None else begun


def _within_guard(state: State, now: datetime) -> bool:
    """The guard is a person's 700 ms, so a rehearsal at speed stretches it."""
    return state.last_go_at is not None and now - state.last_go_at < GO_GUARD * state.opened.speed


def _advance(state: State, now: datetime, sure: bool) -> Events | Refused:
    if _within_guard(state, now):
        return Refused(Reason.GUARD)
    call = next_item_call(state)
    if call is None:
        return Refused(Reason.LAST_ITEM)
    refusal = left_unasked(state, now, sure)
    if refusal is None and isinstance(call, CallTheItem):
        refusal = far_from_hour(state, call.place, now, sure) or without_leader(state, call.place, sure)
    if refusal is not None:
        return refusal
    left = _leave_current(state, now)
    if isinstance(call, EndTheSession | EndTheItem):
        return left
    item_id = call.place.item.item_id
    chosen: Events = (e.NextChosen(None, item_id),) if item_id == state.chosen_id else ()
    with_it = begins_with(state, call.place, now, sure)
    return (
        with_it if isinstance(with_it, Refused) else (*left, *chosen, e.ItemStarted(item_id, now), *with_it)
    )


def _leave_current(state: State, now: datetime) -> Events:
    """The end of the running leaf with what it leaves behind; nothing when none runs."""
    if state.current is None:
        return ()
    item_id = state.current.item.item_id
    resumed: Events = () if state.held_since is None else (e.Resumed(now, state.held_since),)
    ahead = forecast(state, now)
    leftover: list[e.Event] = []
    for cue in hung_on(state, state.current):
        if state.cue(cue.cue_id).outcome is not None:
            continue
        place = state.order.cues[cue.cue_id][1]
        if cue_now(state, ahead, now, place, cue).phase is CuePhase.DUE:
            leftover.append(e.CueMissed(cue.cue_id, now, "item_left"))
        elif not outlives(state, state.current, cue):
            leftover.append(e.CueStoodDown(cue.cue_id, now))
    return (*resumed, *leftover, e.ItemEnded(item_id, now))


def _shares(state: State, now: datetime) -> Shares:
    state = settled(state, now)
    return shared_out(state, forecast(state, now), now)


def _end(state: State, now: datetime, sure: bool) -> Events | Refused:
    if not state.started:
        return Refused(Reason.NOT_STARTED)
    return left_unasked(state, now, sure) or (*_leave_current(state, now), e.ShowEnded(now))


def _hold(state: State, now: datetime) -> Events | Refused:
    if state.current is None:
        return Refused(Reason.NOT_STARTED)
    if state.held_since is not None:
        return Refused(Reason.ALREADY_HELD)
    return (e.Held(now),)


def _stand_by(state: State, cue_id: str | None, now: datetime) -> Events | Refused:
    if cue_id is None:
        cue = next_standby(state, _shares(state, now))
        return Refused(Reason.NO_CUE) if cue is None else (e.CueStoodBy(cue.cue_id, now),)
    refusal = _uncallable(state, cue_id)
    if refusal is not None:
        return refusal
    return (
        (e.CueStoodBy(cue_id, now),)
        if state.cue(cue_id).stood_by_at is None
        else Refused(Reason.CUE_OVER, cue_id)
    )


def _call_cue(state: State, cue_id: str, now: datetime, sure: bool) -> Events | Refused:
    """A cue by its name, also one that was missed or stood down: the anthem must still be playable."""
    if cue_id not in state.order.cues:
        return Refused(Reason.UNKNOWN_CUE, cue_id)
    if isinstance(state.cue(cue_id).outcome, Gone):
        return Refused(Reason.CUE_OVER, cue_id)
    return kept_anthem(state, cue_id, sure) or (*step_with(state, cue_id, now), e.CueGone(cue_id, now))


def _acknowledge(state: State, cue_id: str, now: datetime, by: str) -> Events | Refused:
    refusal = _uncallable(state, cue_id)
    if refusal is not None:
        return refusal
    if state.cue(cue_id).acked_at is not None:
        return Refused(Reason.CUE_OVER, cue_id)
    return (e.CueAcknowledged(cue_id, now, by),)


def _uncallable(state: State, cue_id: str) -> Refused | None:
    if cue_id not in state.order.cues:
        return Refused(Reason.UNKNOWN_CUE, cue_id)
    return None if state.cue(cue_id).outcome is None else Refused(Reason.CUE_OVER, cue_id)


def _correct_clock(state: State, by: timedelta | None, now: datetime) -> Events | Refused:
    """By so much, or by what the alarm of the stepped clock says."""
    if by is None:
        by = next((one.by for one in state.alarms if one.code is AlarmCode.STEPPED), None)
    if by is None:
        return Refused(Reason.NO_STEPPED_CLOCK)
    return (e.ClockCorrected(by, now),) if by and within_a_day(by) else Refused(Reason.BAD_LENGTH)
