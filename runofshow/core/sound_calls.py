"""The rules of sound and signals: what may be asked of the player, and whose news are taken.

Anything that would cut the anthem short is refused until whoever asks is sure. A player may take the place
of another while nothing sounds; news of a player that has not the place are refused, so two machines never
play one show.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Role
from runofshow.core.cues import is_played
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound import FadeOrder, PanicOrder, PlayOrder, SoundOrder, StopOrder
from runofshow.core.sounding import order_of, silences_anthem
from runofshow.core.state import State
from runofshow.core.value import replace

LONGEST_FADE = timedelta(minutes=5)

DETAIL_LIMIT = 300
"""In characters, of what a player or other gear says of itself."""

PLAYERS = {"player": "console", Role.MUSIC.value: "music"}
"""Who tells the news of a player, and where that is: on the console's machine, or on the operator's."""

SoundCommand = c.PlayTrack | c.FadeSound | c.StopSound | c.Panic | c.Arm | c.ReportSound | c.ReportSignal

Answer = tuple[e.Event, ...] | Refused


def decide_sound(state: State, command: SoundCommand, now: datetime, by: str) -> Answer:
    """The events that follow from an order about sound, or why it is refused. `by` is who asks or tells."""
    match command:
        case c.PlayTrack(track_id, sure):
            order = PlayOrder(track_id, None, timedelta(), timedelta())
            return _unable(state, order, sure) or (s.TrackCalled(track_id, now),)
        case c.FadeSound(over, track_id, sure):
            if not timedelta() <= over <= LONGEST_FADE:
                return Refused(Reason.BAD_LENGTH)
            return _unable(state, FadeOrder(track_id, over), sure) or (s.FadeCalled(track_id, over, now),)
        case c.StopSound(track_id, sure):
            return _unable(state, StopOrder(track_id), sure) or (s.StopCalled(track_id, now),)
        case c.Panic(hard, sure):
            return _kept_anthem(state, PanicOrder(hard), sure) or (s.PanicCalled(hard, now),)
        case c.Arm(cue_id):
            return _arm(state, cue_id, now)
        case c.ReportSound(news):
            return _told(state, news, now, by)
        case c.ReportSignal(result):
            return (replace(result, detail=result.detail[:DETAIL_LIMIT], at=now),)
    assert_never(command)


def kept_anthem(state: State, cue_id: str, sure: bool) -> Refused | None:
    """The refusal of a cue that would cut the anthem short, unless whoever calls it is sure."""
    cue, _ = state.order.cues[cue_id]
    return _kept_anthem(state, order_of(cue), sure, cue_id)


def _kept_anthem(state: State, order: SoundOrder | None, sure: bool, about: str = "") -> Refused | None:
    if sure or not silences_anthem(state.sound, order, state.order.tracks):
        return None
    return Refused(Reason.ANTHEM, about)


def _unable(state: State, order: PlayOrder | FadeOrder | StopOrder, sure: bool) -> Refused | None:
    """Why the player cannot do this by hand now."""
    if order.track_id is not None and order.track_id not in state.order.tracks:
        return Refused(Reason.UNKNOWN_TRACK, order.track_id)
    if state.sound.player is None:
        return Refused(Reason.NO_PLAYER)
    return _kept_anthem(state, order, sure, order.track_id or "")


def _arm(state: State, cue_id: str, now: datetime) -> Answer:
    if cue_id not in state.order.cues:
        return Refused(Reason.UNKNOWN_CUE, cue_id)
    cue, _ = state.order.cues[cue_id]
    order = order_of(cue)
    if not isinstance(order, PlayOrder):
        return Refused(Reason.NO_TRACK, cue_id)
    if state.sound.player is None:
        return Refused(Reason.NO_PLAYER, cue_id)
    if not is_played(state, cue):
        return Refused(Reason.NO_TRACK, cue_id)
    if state.cue(cue_id).outcome is not None:
        return Refused(Reason.CUE_OVER, cue_id)
    return (s.ArmCalled(order.track_id, cue_id, now),)


def _told(state: State, news: s.SoundNews, now: datetime, by: str) -> Answer:
    """The player's news, dated by the show's clock."""
    player = state.sound.player
    if isinstance(news, s.PlayerCame | s.PlayerWent) and not _may_place(by, news.where):
        return Refused(Reason.NOT_ALLOWED, news.where)
    if isinstance(news, s.PlayerCame):
        if player not in (None, news.where) and state.sound.sounding():
            return Refused(Reason.PLAYER_TAKEN)
        return (s.PlayerCame(news.where, now),)
    teller = news.where if isinstance(news, s.PlayerWent) else PLAYERS.get(by, player)
    if player is None or player != teller:
        return Refused(Reason.NO_PLAYER)
    match news:
        case s.PlayerWent():
            return (replace(news, at=now),)
        case s.TrackFading(_, until, at):
            return (replace(news, until=now + (until - at), at=now),)
    if news.track_id is not None and news.track_id not in state.order.tracks:
        return Refused(Reason.UNKNOWN_TRACK, news.track_id)
    if isinstance(news, s.TrackFailed):
        return (replace(news, detail=news.detail[:DETAIL_LIMIT], at=now),)
    return (replace(news, at=now),)


def _may_place(by: str, where: str) -> bool:
    """The operator's machine comes and goes for itself alone; the console also tells that it has gone."""
    return where == PLAYERS[by] if by == Role.MUSIC.value else where in PLAYERS.values()
