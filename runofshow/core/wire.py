"""The snapshot as plain JSON values, for programs: the field names are a promise and are only ever added to.

Moments are ISO 8601 with the offset of the place, lengths are seconds, unknown is null.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import assert_never

from runofshow.core.agenda import Agenda, Role, Track
from runofshow.core.answers import Waiting, answering, waiting_of
from runofshow.core.notices import Alarm, Message
from runofshow.core.presence import Presence
from runofshow.core.snapshot import (
    CallCue,
    CallItem,
    CallSession,
    CueRow,
    Current,
    DeckNow,
    NextCall,
    Row,
    SessionNow,
    Snapshot,
    SoundNow,
)
from runofshow.core.sound import (
    ArmOrder,
    FadeOrder,
    PanicOrder,
    PlayOrder,
    SoundCall,
    Sounding,
    StopOrder,
)
from runofshow.core.value import Json as Json


def snapshot_json(snapshot: Snapshot, tz: tzinfo) -> dict[str, Json]:
    """The whole snapshot."""
    return {
        **rest_of_snapshot(snapshot, tz),
        "items": [item_json(row, tz) for row in snapshot.rows],
        "cues": [cue_json(cue, tz) for cue in snapshot.cues],
    }


def rest_of_snapshot(snapshot: Snapshot, tz: tzinfo) -> dict[str, Json]:
    """The snapshot but for its items and cues."""
    session = snapshot.session
    return {
        "seq": snapshot.seq,
        "mode": snapshot.mode.value,
        "speed": snapshot.speed,
        "floating": snapshot.floating,
        "phase": snapshot.phase.value,
        "now": moment(snapshot.now, tz),
        "show": {"title": snapshot.title, "organiser": snapshot.organiser, "venue": snapshot.venue},
        "plan": plan_json(snapshot.plan),
        "session": session_json(session, tz),
        "current": None if snapshot.current is None else current_json(snapshot.current, tz),
        "next": None if snapshot.next is None else _next(snapshot, snapshot.next, tz),
        "next_call": _call(snapshot.next_call),
        "over_under_s": seconds(snapshot.over_under),
        "planned_end": moment(session.planned_end, tz),
        "expected_end": moment(session.expected_end, tz),
        "hard_out": moment(session.hard_out, tz),
        "slack_s": seconds(snapshot.slack),
        "alarms": [_alarm(alarm, tz) for alarm in snapshot.alarms],
        "messages": [message_json(message, tz) for message in snapshot.messages],
        "presence": None if snapshot.presence is None else _presence(snapshot.presence),
        "answering": [role.value for role in Role if role in answering(snapshot, snapshot.presence)],
        "waiting": [_waiting(one, tz) for one in waiting_of(snapshot, snapshot.presence)],
        "sound": sound_json(snapshot.sound, tz),
    }


def plan_json(agenda: Agenda) -> dict[str, Json]:
    """The conference beyond its hours."""
    return {
        "date_text": agenda.day.text,
        "tentative": agenda.day.tentative,
        "period": {"from": day(agenda.day.earliest), "to": day(agenda.day.latest)},
        "delegates": agenda.delegates,
        "chair_panel": list(agenda.chair_panel),
        "crew": {role.value: name for role, name in agenda.crew},
        "backdrop": agenda.backdrop,
        "decoration": agenda.decoration,
        "notes": agenda.notes,
        "duties": [
            {"what": duty.what, "by": duty.by, "due": day(duty.due), "when": duty.when}
            for duty in agenda.duties
        ],
    }


def day(of: date | None) -> str | None:
    """`2030-10-15`; None for a day that nobody knows."""
    return None if of is None else of.isoformat()


def item_json(row: Row, tz: tzinfo) -> dict[str, Json]:
    """One line of the running order."""
    return {
        "item_id": row.item_id,
        "parent_id": row.parent_id,
        "number": row.number,
        "session": row.session.title,
        "session_id": row.session.session_id,
        "title": row.title,
        "kind": row.kind,
        "by": row.by,
        "state": row.state.value,
        "planned_start": moment(row.planned_start, tz),
        "expected_start": moment(row.expected_start, tz),
        "expected_end": moment(row.expected_end, tz),
        "actual_start": moment(row.actual_start, tz),
        "actual_end": moment(row.actual_end, tz),
        "planned_s": seconds(row.planned),
        "added_s": seconds(row.added),
        "late_s": seconds(row.late_by),
        "latest_start": moment(row.latest_start, tz),
        "assumed": row.assumed,
        "protected": row.protected,
        "optional": row.optional,
    }


def cue_json(cue: CueRow, tz: tzinfo) -> dict[str, Json]:
    """One cue."""
    return {
        "cue_id": cue.cue_id,
        "item_id": cue.item_id,
        "number": cue.number,
        "to": cue.to.value,
        "do": cue.do.value,
        "text": cue.text,
        "track": cue.track_id,
        "track_title": cue.track_title,
        "mark": cue.mark.value,
        "go": cue.go.value,
        "phase": cue.phase.value,
        "expected_at": moment(cue.expected_at, tz),
        "standby_at": moment(cue.standby_at, tz),
        "stood_by_at": moment(cue.stood_by_at, tz),
        "acked_at": moment(cue.acked_at, tz),
        "armed": cue.armed,
        "by_machine": cue.by_machine,
        "gone_at": moment(cue.gone_at, tz),
        "assumed": cue.assumed,
        "track_assumed": cue.track_assumed,
    }


def session_json(session: SessionNow, tz: tzinfo) -> dict[str, Json]:
    """The session that runs or comes next."""
    return {
        "id": session.session_id,
        "title": session.title,
        "start": moment(session.start_at, tz),
        "planned_end": moment(session.planned_end, tz),
        "expected_end": moment(session.expected_end, tz),
        "hard_out": moment(session.hard_out, tz),
    }


@lru_cache(maxsize=4096)
def moment(at: datetime | None, tz: tzinfo) -> str | None:
    """ISO 8601 to the millisecond, with the offset of `tz`."""
    # kept: nine roles are told the same few moments at each call, and the system's zone takes 10 us to ask
    return None if at is None else at.astimezone(tz).isoformat(timespec="milliseconds")


def seconds(length: timedelta | None) -> int | float | None:
    """Seconds to the millisecond; a whole number where it is one."""
    if length is None:
        return None
    value = round(length.total_seconds(), 3)
    return int(value) if value.is_integer() else value


def current_json(current: Current, tz: tzinfo) -> dict[str, Json]:
    """The running item and its count."""
    row = current.row
    return {
        "item_id": row.item_id,
        "number": row.number,
        "session": row.session.title,
        "title": row.title,
        "kind": row.kind,
        "by": row.by,
        "clock": current.clock.value,
        "started_at": moment(current.started_at, tz),
        "planned_s": seconds(row.planned),
        "added_s": seconds(row.added),
        "elapsed_s": seconds(current.elapsed),
        "remaining_s": seconds(current.remaining),
        "overrun_s": seconds(current.overrun),
        "held_s": seconds(current.held_for),
        "protected": row.protected,
    }


def _next(snapshot: Snapshot, row: Row, tz: tzinfo) -> dict[str, Json]:
    backdrop = row.item.backdrop or snapshot.plan.backdrop
    said: dict[str, Json] = {"mc": row.mc, "notes": row.notes, "backdrop": backdrop}
    return {**item_json(row, tz), **said, "cues": [cue.cue_id for cue in snapshot.next_cues]}


def _call(call: NextCall | None) -> dict[str, Json] | None:
    match call:
        case CallCue(cue):
            return {"what": "cue", "id": cue.cue_id}
        case CallItem(row):
            return {"what": "item", "id": row.item_id}
        case CallSession(title):
            return {"what": "session", "id": title}
        case None:
            return None
    assert_never(call)


def _alarm(alarm: Alarm, tz: tzinfo) -> dict[str, Json]:
    return {
        "code": alarm.code,
        "since": moment(alarm.since, tz),
        "by_s": seconds(alarm.by),
        "detail": alarm.detail,
        "cause": alarm.cause,
    }


def message_json(message: Message, tz: tzinfo) -> dict[str, Json]:
    """One message."""
    return {
        "id": message.message_id,
        "to": message.to.value,
        "text": message.text,
        "at": moment(message.at, tz),
        "by": message.by,
        "answered_at": moment(message.answered_at, tz),
        "answered_by": message.answered_by or None,
    }


def _presence(present: Presence) -> dict[str, Json]:
    """Who is connected, by role. Without seconds: it is told when somebody comes or goes."""
    return {
        "machines": present.machines,
        "here": [role.value for role in Role if role in present.here],
        "lost": [role.value for role in Role if present.lost_for(role) is not None],
    }


def _waiting(one: Waiting, tz: tzinfo) -> dict[str, Json]:
    return {
        "what": one.what.value,
        "id": one.about,
        "to": one.to.value,
        "since": moment(one.since, tz),
        "is_late": one.is_late,
        "is_overdue": one.is_overdue,
        "is_lost": one.is_lost,
    }


def sound_json(sound: SoundNow, tz: tzinfo) -> dict[str, Json]:
    """The player, its decks, and what it was told. Nothing in it changes by the passing of time alone."""
    return {
        "player": sound.player,
        "anthem": sound.anthem,
        "decks": [_deck(deck, tz) for deck in sound.decks],
        "coming": [cue.cue_id for cue in sound.coming],
        "tracks": [_track(track, sound, tz) for track in sound.tracks],
        "calls": [_sound_call(call, tz) for call in sound.calls],
    }


def _deck(deck: DeckNow, tz: tzinfo) -> dict[str, Json]:
    what, track = deck.what, deck.track
    sounding = what if isinstance(what, Sounding) else None
    return {
        "deck": deck.deck.value,
        "state": "empty" if what is None else "armed" if sounding is None else "sounding",
        "track": None if what is None else what.track_id,
        "title": None if track is None else track.title,
        "mark": None if track is None else track.mark.value,
        "cue_id": None if what is None else what.cue_id,
        "length_s": None if what is None else seconds(what.length),
        "began_at": None if sounding is None else moment(sounding.began_at, tz),
        "position_s": None if sounding is None else seconds(sounding.position),
        "ends_at": None if sounding is None else moment(sounding.ends_at, tz),
        "fading": sounding is not None and sounding.fading_until is not None,
    }


def _track(track: Track, sound: SoundNow, tz: tzinfo) -> dict[str, Json]:
    found, failure = sound.measured.get(track.track_id), sound.failures.get(track.track_id)
    return {
        "track_id": track.track_id,
        "title": track.title,
        "file": track.file,
        "live": track.live,
        "mark": track.mark.value,
        "layer": track.layer.value,
        "loop": track.loop,
        "volume": track.volume,
        "start_s": seconds(track.start),
        "end_s": seconds(track.end),
        "fade_in_s": seconds(track.fade_in),
        "fade_out_s": seconds(track.fade_out),
        "length_s": seconds(found.length if found else track.length),
        "loudness": None if found is None else found.loudness,
        "sha256": track.sha256 or (found.sha256 if found else None),
        "failure": None
        if failure is None
        else {"fault": failure.fault.value, "detail": failure.detail, "at": moment(failure.at, tz)},
    }


def _sound_call(call: SoundCall, tz: tzinfo) -> dict[str, Json]:
    head: dict[str, Json] = {"number": call.number, "at": moment(call.at, tz)}
    match call.order:
        case PlayOrder(track_id, cue_id, fade, wait):
            play: dict[str, Json] = {"do": "play", "track": track_id, "cue_id": cue_id}
            return head | play | {"fade_s": seconds(fade), "wait_s": seconds(wait)}
        case FadeOrder(track_id, over, cue_id):
            return head | {"do": "fade", "track": track_id, "over_s": seconds(over), "cue_id": cue_id}
        case StopOrder(track_id):
            return head | {"do": "stop", "track": track_id}
        case PanicOrder(hard):
            return head | {"do": "panic", "hard": hard}
        case ArmOrder(track_id, cue_id):
            return head | {"do": "arm", "track": track_id, "cue_id": cue_id}
    assert_never(call.order)
