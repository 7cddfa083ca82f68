"""What is asked again before it is done: leaving a rite before its music, starting far from the hour or
without a leader who is waited for.

A refusal of these is a question: the same order goes through when whoever asks is sure.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.core import commands as c
from runofshow.core.agenda import Action, Cue
from runofshow.core.attendance import awaited
from runofshow.core.carrying import hung_on, outlives
from runofshow.core.commands import Command
from runofshow.core.record import Gone
from runofshow.core.refusal import ASKED, Reason, Refused
from runofshow.core.running_order import Place
from runofshow.core.sound import FadeOrder, PanicOrder, PlayOrder, SoundOrder, StopOrder, is_anthem
from runofshow.core.state import State, begun_sessions, seated
from runofshow.core.stepping_back import ended_last
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace

FAR_AHEAD = timedelta(minutes=15)
"""An item begins so long before its fixed start, or its session's: longer than any pause that a hall fills by
being early, and a person who comes for that hour (a leader, a guest) is not there yet."""

FAR_START = timedelta(minutes=30)
"""A show that begins so far from its hour, either way, was most likely not meant to begin."""

SURE = (
    c.Start
    | c.Go
    | c.Advance
    | c.Undo
    | c.Redo
    | c.Back
    | c.End
    | c.Skip
    | c.PlayTrack
    | c.FadeSound
    | c.StopSound
    | c.Panic
)
"""The orders that may be given by somebody who is sure."""


def left_unasked(state: State, now: datetime, sure: bool) -> Refused | None:
    """Why the running item is not left: it is protected, and its music waits to be played, or sounds.

    Music that no player plays counts as played once its cue has gone and the length that the agenda gives
    it is over.
    """
    place = state.current
    if sure or place is None:
        return None
    if not place.item.protected:
        return None
    left = [cue for cue in hung_on(state, place) if not outlives(state, place, cue)]
    music = [cue for cue in left if cue.do is Action.PLAY and cue.track_id is not None]
    if _sounds(state, music) or _is_called(state, music, now):
        return Refused(Reason.SOUNDING, place.item.item_id)
    if _waits(state, music):
        return Refused(Reason.UNPLAYED, place.item.item_id)
    return None


def _waits(state: State, music: list[Cue]) -> bool:
    """Whether one of these is still to be played. Of several anthems, one kept in reserve, one is enough."""
    anthems = [cue for cue in music if is_anthem(state.order.tracks.get(cue.track_id or ""))]
    played = any(isinstance(state.cue(cue.cue_id).outcome, Gone) for cue in anthems)
    return any(state.cue(cue.cue_id).outcome is None for cue in music if not (played and cue in anthems))


def _sounds(state: State, music: list[Cue]) -> bool:
    """Whether a track of these cues, or the anthem, is heard; what fades was given its end by a hand."""
    own = {cue.track_id for cue in music}
    return any(
        heard.fading_until is None
        and (heard.track_id in own or is_anthem(state.order.tracks.get(heard.track_id)))
        for heard in state.sound.sounding()
    )


def _is_called(state: State, music: list[Cue], now: datetime) -> bool:
    """Whether one of these was called and waits out its pre-wait, or is played by a hand unseen."""
    own = {cue.cue_id for cue in music}
    calls = state.sound.calls
    return any(
        isinstance(call.order, PlayOrder)
        and call.order.cue_id in own
        and now < call.at + call.order.wait + _unseen(state, call.order.track_id)
        and not any(_is_cut(call.order.track_id, later.order) for later in calls[place:])
        for place, call in enumerate(calls, start=1)
    )


def _unseen(state: State, track_id: str) -> timedelta:
    """How long a track sounds that no player tells of, as far as the agenda says."""
    track = state.order.tracks.get(track_id)
    if state.sound.player is not None or track is None:
        return NO_TIME
    return track.length or NO_TIME


def _is_cut(track_id: str, order: SoundOrder) -> bool:
    """Whether a later order gave the track its end."""
    if isinstance(order, FadeOrder | StopOrder):
        return order.track_id in (None, track_id)
    return isinstance(order, PanicOrder)


def long_over(state: State, now: datetime, sure: bool) -> Refused | None:
    """Why the hall does not step back over a pause: the item would run again from before it, hours late.
    In a rehearsal it begins anew."""
    last = ended_last(state)
    if sure or last is None or state.opened.mode is c.Mode.REHEARSAL:
        return None
    item_id, ended_at = last
    gone_on = now if state.current_id is None else state.run(state.current_id).started_at or now
    return Refused(Reason.LONG_OVER, item_id) if gone_on - ended_at > FAR_AHEAD else None


def far_from_hour(state: State, place: Place, now: datetime, sure: bool) -> Refused | None:
    """Why the leaf does not start now: its hour is far. A plan that begins with its first call has none."""
    if sure or (state.floating and not state.started):
        return None
    item_id = place.item.item_id
    seat = seated(state, place)
    hours = [at for at in (place.item.fixed_start,) if at is not None]
    if state.started:
        if seat.session.session_id not in begun_sessions(state):
            hours.append(seat.session.start_at)
        return Refused(Reason.EARLY, item_id) if any(at - now > FAR_AHEAD for at in hours) else None
    of_session = [
        state.planned[leaf.item.item_id].start
        for leaf in state.order.leaves
        if leaf.session.session_id == seat.session.session_id
        and leaf.item.item_id in state.planned
        and state.is_upcoming(leaf.item.item_id)
    ]
    begins = min(of_session, default=seat.session.start_at)
    if now - begins > FAR_START or max([begins, *hours]) - now > FAR_START:
        return Refused(Reason.FAR_START, item_id)
    return None


def without_leader(state: State, place: Place, sure: bool) -> Refused | None:
    """Why the leaf does not start yet: a leader for whom it waits has not been seen."""
    item_id = place.item.item_id
    return None if sure or item_id not in awaited(state) else Refused(Reason.AWAITED, item_id)


def answered(command: Command, refused: Refused) -> Command | None:
    """The same order of somebody who is sure; None when no answer changes the refusal.

    A GO that would silence the anthem then names the cue that was refused: it calls no other.
    """
    if refused.reason not in ASKED or not isinstance(command, SURE) or command.sure:
        return None
    if isinstance(command, c.Go) and refused.reason is Reason.ANTHEM:
        return c.Go(refused.about or command.cue_id, sure=True)
    return replace(command, sure=True)
