"""The rules of changing the cues of an item while the show runs: reword, move, add, take out.

A cue that has gone stays as it went, and no cue is taken out on whose track another one waits.
"""

from __future__ import annotations

from itertools import count

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import CUE_ROLES, Action, AfterCue, Anchor, AtTimecode, Cue, GoMode, Role
from runofshow.core.amendments import all_done, too_long
from runofshow.core.record import Gone
from runofshow.core.refusal import Reason, Refused
from runofshow.core.running_order import Place
from runofshow.core.state import State
from runofshow.core.value import replace

Events = tuple[e.Event, ...]


def decide_edit_cue(state: State, command: c.EditCue) -> Events | Refused:
    """Reword or move a cue that has not gone yet. What is changed is no longer assumed."""
    known = _open_cue(state, command.cue_id)
    if isinstance(known, Refused):
        return known
    cue, place = known
    refusal = _wrong(state, place, cue, command.text, command.at, command.track_id)
    if refusal is not None:
        return refusal
    changed = replace(
        cue,
        text=cue.text if command.text is None else command.text.strip(),
        at=cue.at if command.at is None else command.at,
        go=_go(cue.go if command.go is None else command.go, cue.at if command.at is None else command.at),
        track_id=cue.track_id if command.track_id is None else (command.track_id or None),
        do=_doing(cue.to, command.track_id) if command.track_id and not _sounds(cue) else cue.do,
        assumed=False,
    )
    if changed == replace(cue, assumed=False):
        return Refused(Reason.EMPTY, command.cue_id)
    return _with_cues(place, *(changed if other is cue else other for other in place.written.cues))


def decide_add_cue(state: State, command: c.AddCue) -> Events | Refused:
    """One cue more for what runs or is to come, behind the others of its moment."""
    place = state.order.places.get(command.item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, command.item_id)
    if all_done(state, place.item.parts or (place.item,)):
        return Refused(Reason.ITEM_DONE, command.item_id)
    cue = Cue(
        cue_id=_free_id(state, command.item_id),
        to=command.to,
        do=_doing(command.to, command.track_id),
        text=command.text.strip(),
        at=command.at,
        track_id=command.track_id or None,
        go=_go(command.go, command.at),
    )
    refusal = _wrong(state, place, cue, command.text, command.at, command.track_id)
    return refusal or _with_cues(place, *place.written.cues, cue)


def decide_remove_cue(state: State, command: c.RemoveCue) -> Events | Refused:
    """A cue less; one that has gone stays, and so does one that another follows."""
    known = _open_cue(state, command.cue_id)
    if isinstance(known, Refused):
        return known
    cue, place = known
    rest = tuple(other for other in place.written.cues if other is not cue)
    if any(isinstance(other.at, AfterCue) and other.at.cue_id == cue.cue_id for other in rest):
        return Refused(Reason.BAD_FOLLOW, cue.cue_id)
    return _with_cues(place, *rest)


def _with_cues(place: Place, *cues: Cue) -> Events:
    return (e.ItemEdited(replace(place.written, cues=cues), place.written),)


def _open_cue(state: State, cue_id: str) -> tuple[Cue, Place] | Refused:
    known = state.order.cues.get(cue_id)
    if known is None:
        return Refused(Reason.UNKNOWN_CUE, cue_id)
    is_gone = isinstance(state.cue(cue_id).outcome, Gone)
    return Refused(Reason.CUE_OVER, cue_id) if is_gone else known


def _wrong(
    state: State, place: Place, cue: Cue, text: str | None, at: Anchor | None, track_id: str | None
) -> Refused | None:
    """Why the cue cannot say this, come then or play that."""
    if cue.to not in CUE_ROLES or (track_id and cue.to is not Role.MUSIC):
        return Refused(Reason.BAD_CUE, cue.cue_id)
    if text is not None and not text.strip():
        return Refused(Reason.EMPTY, cue.cue_id)
    if too_long((text,)):
        return Refused(Reason.TOO_LONG, cue.cue_id)
    if track_id and track_id not in state.order.tracks:
        return Refused(Reason.UNKNOWN_TRACK, track_id)
    return _unfollowable(state, cue, place, at.cue_id) if isinstance(at, AfterCue) else None


def _go(go: GoMode, at: Anchor) -> GoMode:
    """A cue at a timecode goes by it, whoever was to call it."""
    return GoMode.AUTO if isinstance(at, AtTimecode) else go


def _doing(to: Role, track_id: str | None) -> Action:
    if track_id:
        return Action.PLAY
    return Action.SAY if to is Role.MC else Action.DO


def _sounds(cue: Cue) -> bool:
    return cue.do in (Action.PLAY, Action.FADE, Action.STOP)


def _free_id(state: State, item_id: str) -> str:
    """An id that no cue has or ever had a record under."""
    ids = (f"{item_id}.x{number}" for number in count(1))
    return next(free for free in ids if free not in state.order.cues and free not in state.cues)


def _unfollowable(state: State, cue: Cue, place: Place, followed_id: str) -> Refused | None:
    """Why `cue` cannot come after the track of that cue."""
    if followed_id not in state.order.cues:
        return Refused(Reason.UNKNOWN_CUE, followed_id)
    followed, written_at = state.order.cues[followed_id]
    if written_at.item.item_id != place.item.item_id or followed.do is not Action.PLAY:
        return Refused(Reason.BAD_FOLLOW, followed_id)
    return Refused(Reason.BAD_FOLLOW, followed_id) if cue.cue_id in _led_by(state, followed_id) else None


def _led_by(state: State, cue_id: str) -> set[str]:
    """The cue, the one that it follows, the one that this one follows, and so on."""
    led: set[str] = set()
    while cue_id in state.order.cues and cue_id not in led:
        led.add(cue_id)
        at = state.order.cues[cue_id][0].at
        cue_id = at.cue_id if isinstance(at, AfterCue) else ""
    return led
