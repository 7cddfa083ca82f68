"""What the gear failed to do: music that did not come, broke off or came too late, a player that died, a
signal that was not taken.

A track that cannot be loaded is none of these as long as nobody calls it: it may be mended in time. What was
called while a player was there and never heard to begin is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Cue, Role
from runofshow.core.gear import name_of
from runofshow.core.gear_told import gear_of
from runofshow.core.record import Gone
from runofshow.core.sound import Fault
from runofshow.core.state import State
from runofshow.core.value import replace


class FailingKind(StrEnum):
    SILENT = "silent"
    """A cue called a track, and nothing was heard."""
    BROKEN = "broken"
    """It broke off before its end."""
    LATE = "late"
    """The call came through too late to be played."""
    PLAYER_DIED = "player_died"
    SIGNAL = "signal"
    """The gear did not take a signal."""


class Failing(Struct, frozen=True):
    """One thing that failed while the show ran."""

    at: datetime
    kind: FailingKind
    about: str = ""
    """The track's or the signal's name."""
    cue_id: str | None = None
    """What had called the track."""
    detail: str = ""


_HEARD = {Fault.BROKEN: FailingKind.BROKEN, Fault.LATE: FailingKind.LATE}
"""The faults that the hall hears; the others leave time to mend them."""


def failings(entries: Sequence[e.Entry], state: State) -> tuple[Failing, ...]:
    """What failed between the first start and the end, oldest first. `state` is that at the end."""
    told = [*_told(entries, state)]
    known = {one.cue_id for one in told}
    told += (one for one in _silent(entries, state) if one.cue_id not in known)
    starts = [run.started_at for run in state.runs.values() if run.started_at is not None]
    if not starts:
        return ()
    during = (
        one for one in told if min(starts) <= one.at and (state.ended_at is None or one.at <= state.ended_at)
    )
    return tuple(sorted(during, key=lambda one: one.at))


def by_player(entries: Sequence[e.Entry], state: State) -> frozenset[str]:
    """The cues that the hall's player was there to carry out when they stood by or were called."""
    is_there = False
    found = set()
    for entry in entries:
        for event in entry.events:
            match event:
                case s.PlayerCame():
                    is_there = True
                case s.PlayerWent():
                    is_there = False
                case e.CueStoodBy(cue_id) | e.CueGone(cue_id) if is_there:
                    found.add(cue_id)
                case _:
                    pass
    return frozenset(cue_id for cue_id in found if _is_for_player(state, cue_id))


def _is_for_player(state: State, cue_id: str) -> bool:
    cue = _cue(state, cue_id)
    if cue is None or cue.to is not Role.MUSIC:
        return False
    if cue.do is not Action.PLAY:
        return cue.do in (Action.FADE, Action.STOP)
    track = state.order.tracks.get(cue.track_id or "")
    return track is not None and track.file is not None and not track.live


def _cue(state: State, cue_id: str) -> Cue | None:
    known = state.order.cues.get(cue_id)
    return None if known is None else known[0]


def _told(entries: Sequence[e.Entry], state: State) -> Iterator[Failing]:
    """What the record says in so many words, on the clock as it was put right later."""
    found: list[Failing] = []
    for entry in entries:
        for event in entry.events:
            match event:
                case e.ClockCorrected(by):
                    found = [replace(one, at=one.at + by) for one in found]
                case s.TrackFailed(track_id, cue_id, fault, detail, at) if fault in _HEARD:
                    found.append(Failing(at, _HEARD[fault], _title(state, track_id), cue_id, detail))
                case s.PlayerWent(_, "died", at):
                    found.append(Failing(at, FailingKind.PLAYER_DIED))
                case s.SignalFailed(signal_id, detail, _, at):
                    found.append(Failing(at, FailingKind.SIGNAL, _signal(state, signal_id), None, detail))
                case _:
                    pass
    yield from found


def _silent(entries: Sequence[e.Entry], state: State) -> Iterator[Failing]:
    """Cues that have gone, had a player, and whose track was never heard to begin."""
    heard = {event.cue_id for entry in entries for event in entry.events if isinstance(event, s.TrackBegan)}
    for cue_id in sorted(by_player(entries, state) - heard):
        cue, outcome = state.order.cues[cue_id][0], state.cue(cue_id).outcome
        if cue.do is Action.PLAY and isinstance(outcome, Gone):
            yield Failing(outcome.at, FailingKind.SILENT, _title(state, cue.track_id or ""), cue_id)


def _title(state: State, track_id: str) -> str:
    return {track.track_id: track.title for track in state.agenda.tracks}.get(track_id, track_id)


def _signal(state: State, signal_id: str) -> str:
    known = next((one for one in state.agenda.signals if one.signal_id == signal_id), None)
    if known is None or known.title:
        return signal_id if known is None else known.title
    gear = gear_of(state.agenda, signal_id)
    return signal_id if gear is None else name_of(gear)
