"""The snapshot as plain JSON values, for programs: the field names are a promise and are only ever added to.

Moments are ISO 8601 with the offset of the place, lengths are seconds, unknown is null.
"""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import assert_never

from runofshow.core.snapshot import (
    Alarm,
    CallCue,
    CallItem,
    CallSession,
    CueRow,
    Current,
    Message,
    NextCall,
    Row,
    SessionNow,
    Snapshot,
)

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def snapshot_json(snapshot: Snapshot, tz: tzinfo) -> dict[str, Json]:
    """The whole snapshot."""
    session = snapshot.session
    return {
        "seq": snapshot.seq,
        "mode": snapshot.mode.value,
        "speed": snapshot.speed,
        "floating": snapshot.floating,
        "phase": snapshot.phase.value,
        "now": moment(snapshot.now, tz),
        "show": {"title": snapshot.title, "organiser": snapshot.organiser, "venue": snapshot.venue},
        "session": session_json(session, tz),
        "current": None if snapshot.current is None else current_json(snapshot.current, tz),
        "next": None if snapshot.next is None else _next(snapshot, snapshot.next, tz),
        "items": [item_json(row, tz) for row in snapshot.rows],
        "cues": [cue_json(cue, tz) for cue in snapshot.cues],
        "next_call": _call(snapshot.next_call),
        "over_under_s": seconds(snapshot.over_under),
        "planned_end": moment(session.planned_end, tz),
        "expected_end": moment(session.expected_end, tz),
        "hard_out": moment(session.hard_out, tz),
        "slack_s": seconds(snapshot.slack),
        "alarms": [_alarm(alarm, tz) for alarm in snapshot.alarms],
        "messages": [message_json(message, tz) for message in snapshot.messages],
    }


def item_json(row: Row, tz: tzinfo) -> dict[str, Json]:
    """One line of the running order."""
    return {
        "item_id": row.item_id,
        "parent_id": row.parent_id,
        "number": row.number,
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
        "gone_at": moment(cue.gone_at, tz),
        "assumed": cue.assumed,
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


def moment(at: datetime | None, tz: tzinfo) -> str | None:
    """ISO 8601 to the millisecond, with the offset of `tz`."""
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
    return {**item_json(row, tz), "mc": row.mc, "cues": [cue.cue_id for cue in snapshot.next_cues]}


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
    return {"code": alarm.code, "since": moment(alarm.since, tz), "detail": alarm.detail}


def message_json(message: Message, tz: tzinfo) -> dict[str, Json]:
    """One message."""
    return {
        "id": message.message_id,
        "to": message.to.value,
        "text": message.text,
        "at": moment(message.at, tz),
        "by": message.by,
    }
