"""The report as JSON, for programs: the field names are a promise and are only ever added to.

Moments are ISO 8601 with the offset of the place, lengths are seconds, unknown is null; differences are
positive when later or longer. Items and cues carry the names that the snapshot gives them. `planned_s` is as
amended during the show, `original_s` as the show was opened with (null for what was inserted):

    {"mode": "live", "started_at": "2026-03-27T08:02:00.000+07:00", ..., "over_under_s": 240,
     "items": [{"number": "1", "original_s": 900, "actual_s": 965, "difference_s": 65, ...}], ...}
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import timedelta, tzinfo

from runofshow.core.agenda import Duty
from runofshow.core.handiwork import Added
from runofshow.core.history import CueHistory, History, ItemHistory, SessionHistory
from runofshow.core.term_events import BranchKept, TermEvent
from runofshow.core.views.items import item_view
from runofshow.core.wire import Json, as_json_of_old, moment, seconds
from runofshow.report.outcome_figures import outcome_json
from runofshow.report.reckoning.digest import (
    began_late,
    biggest_differences,
    ended_late,
    planned_end,
    punctuality,
    totals,
)

FORMAT = "runofshow.report.1"

_PLAIN = frozenset(("\n", " "))


def as_figures(
    history: History,
    tz: tzinfo,
    rehearsals: Sequence[History] = (),
    duties: Sequence[Duty] | None = None,
) -> str:
    """The whole history as one JSON object, two spaces a level, ending in a line break.

    Letters are written as they are; signs that a terminal would obey or an eye would not see are escaped.
    """
    return (
        _safe(json.dumps(report_json(history, tz, rehearsals, duties), ensure_ascii=False, indent=2)) + "\n"
    )


def report_json(
    history: History,
    tz: tzinfo,
    rehearsals: Sequence[History] = (),
    duties: Sequence[Duty] | None = None,
) -> dict[str, Json]:
    """The same as plain values. `rehearsals` are earlier ones of the same plan, the latest first; `duties`
    have the marks of by now, None is as the record has them."""
    return {
        "format": FORMAT,
        "mode": history.mode.value,
        "speed": history.speed,
        "phase": history.phase.value,
        "show": {
            "title": history.agenda.title,
            "organiser": history.agenda.organiser,
            "venue": history.agenda.venue,
            "delegates": history.agenda.delegates,
            "chair_panel": list(history.agenda.chair_panel),
            "crew": {role.value: name for role, name in history.agenda.crew},
        },
        "opened_at": moment(history.opened_at, tz),
        "recorded_until": moment(history.last_at, tz),
        "planned_start": moment(history.planned_start, tz),
        "started_at": moment(history.started_at, tz),
        "began_late_s": seconds(began_late(history)),
        "planned_end": moment(planned_end(history), tz),
        "ended_at": moment(history.ended_at, tz),
        "ended_late_s": seconds(ended_late(history)),
        "over_under_s": seconds(history.over_under),
        "totals": _totals(history),
        "biggest_differences": [item.row.item_id for item in biggest_differences(history)],
        "sessions": [_session(session, tz) for session in history.sessions],
        "items": [_item(item, tz) for item in history.items],
        "cue_punctuality": _punctuality(history),
        "cues": [_cue(cue, tz) for cue in history.cues],
        "holds": [
            {
                "item_id": pause.item_id,
                "since": moment(pause.since, tz),
                "until": moment(pause.until, tz),
                "length_s": seconds((pause.until or history.last_at) - pause.since),
            }
            for pause in history.pauses
        ],
        "notes": [
            {
                "at": moment(note.at, tz),
                "item_id": note.item_id,
                "text": note.text,
                "kind": note.kind.value,
            }
            for note in history.notes
        ],
        "taken_back": [
            {
                "at": moment(undo.at, tz),
                "by": undo.by,
                "do": undo.do,
                "again_at": moment(undo.again_at, tz),
            }
            for undo in history.taken_back
        ],
        "alarms": [
            {"code": alarm.code, "since": moment(alarm.since, tz), "by_s": seconds(alarm.by)}
            for alarm in history.alarms
        ],
        "consoles": [_console(event, tz) for event in history.consoles],
        "messages": [
            {
                "id": message.message_id,
                "at": moment(message.at, tz),
                "by": message.by,
                "to": message.to.value,
                "text": message.text,
                "answered_at": moment(message.answered_at, tz),
                "answered_by": message.answered_by,
            }
            for message in history.messages
        ],
        **outcome_json(history, rehearsals, tz),
        "duties": [_duty(duty) for duty in (history.agenda.duties if duties is None else duties)],
    }


def _console(event: TermEvent, tz: tzinfo) -> dict[str, Json]:
    """`lines` counts what was written apart, from `at` on; null of whoever took over then."""
    at, lines = (event.since, len(event.lines)) if isinstance(event, BranchKept) else (event.at, None)
    return {"at": moment(at, tz), "who": event.who, "term": event.term, "lines": lines}


def _duty(duty: Duty) -> dict[str, Json]:
    """`done` is a day, or true where nobody knows which."""
    return {
        "what": duty.what,
        "by": duty.by,
        "due": None if duty.due is None else duty.due.isoformat(),
        "when": duty.when,
        "done": duty.done if isinstance(duty.done, bool) else duty.done.isoformat(),
    }


def _totals(history: History) -> dict[str, Json]:
    sums = totals(history)
    return {
        "items_planned": sums.planned_count,
        "items_done": sums.done_count,
        "items_skipped": sums.skipped_count,
        "items_aside": sums.aside_count,
        "items_inserted": sums.inserted_count,
        "original_s": seconds(sums.planned),
        "actual_s": seconds(sums.actual),
        "added_s": seconds(sums.added),
        "held_s": seconds(sums.held),
    }


def _session(session: SessionHistory, tz: tzinfo) -> dict[str, Json]:
    return {
        "session_id": session.session_id,
        "title": session.title,
        "planned_start": moment(session.planned_start, tz),
        "planned_end": moment(session.planned_end, tz),
        "hard_out": moment(session.hard_out, tz),
        "actual_start": moment(session.started_at, tz),
        "actual_end": moment(session.ended_at, tz),
        "over_under_s": seconds(session.over_under),
    }


def _item(item: ItemHistory, tz: tzinfo) -> dict[str, Json]:
    row = item.row
    started_late: timedelta | None = None
    if row.actual_start is not None and row.planned_start is not None:
        started_late = row.actual_start - row.planned_start
    return {
        **as_json_of_old(item_view(row, tz)),
        "session_id": row.session_id,
        "is_heading": row.is_heading,
        "unassigned": row.unassigned,
        "inserted": item.inserted,
        "moved": item.moved,
        "original_s": seconds(item.planned),
        "actual_s": seconds(item.actual),
        "difference_s": seconds(item.difference),
        "started_late_s": seconds(started_late),
        "held_s": seconds(item.held),
        "additions": [_added(added, tz) for added in item.added],
    }


def _added(added: Added, tz: tzinfo) -> dict[str, Json]:
    return {"at": moment(added.at, tz), "by": added.by, "seconds": seconds(added.length)}


def _punctuality(history: History) -> dict[str, Json]:
    calls = punctuality(history)
    worst = calls.worst
    return {
        "cues": calls.all,
        "gone": calls.gone,
        "measured": calls.measured,
        "median_s": seconds(calls.median),
        "worst_s": None if worst is None else seconds(worst.off_by),
        "worst_cue_id": None if worst is None else worst.cue_id,
        "missed": [cue.cue_id for cue in calls.missed],
        "stood_down": calls.stood_down,
    }


def _cue(cue: CueHistory, tz: tzinfo) -> dict[str, Json]:
    return {
        "cue_id": cue.cue_id,
        "item_id": cue.item_id,
        "number": cue.number,
        "to": cue.to.value,
        "text": cue.text,
        "go": "auto" if cue.auto else "hand",
        "phase": cue.phase.value,
        "due_at": moment(cue.due_at, tz),
        "gone_at": moment(cue.gone_at, tz),
        "off_by_s": seconds(cue.off_by),
        "answered_in_s": seconds(cue.answered_in),
    }


def _safe(text: str) -> str:
    """JSON with every control sign, direction mark and half sign escaped; they stand only inside strings."""
    return "".join(
        sign if sign in _PLAIN or unicodedata.category(sign)[0] not in "CZ" else _escape(sign)
        for sign in text
    )


def _escape(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
