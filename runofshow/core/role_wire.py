"""Each role's view as plain JSON values: the snapshot's field names, and only what the role may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import assert_never

from runofshow.core.snapshot import CueRow, Row, Snapshot
from runofshow.core.views import (
    DisplayView,
    HandView,
    Head,
    Line,
    Need,
    SpeakerView,
    StageView,
    View,
)
from runofshow.core.wire import (
    Json,
    cue_json,
    current_json,
    item_json,
    message_json,
    moment,
    rest_of_snapshot,
    seconds,
    session_json,
    sound_json,
)


def view_json(view: View, tz: tzinfo) -> dict[str, Json]:
    """The view for the role's screen. The caller's is the whole snapshot."""
    items, cues = items_of(view), cues_of(view)
    return {
        **rest_json(view, tz),
        **({} if items is None else {"items": [item_json(row, tz) for row in items]}),
        **({} if cues is None else {"cues": [cue_json(cue, tz) for cue in cues]}),
    }


def items_of(view: View) -> Sequence[Row] | None:
    """The running order of who sees all of it; None for every other role."""
    return view.rows if isinstance(view, Snapshot | StageView) else None


def cues_of(view: View) -> Sequence[CueRow] | None:
    """The cues that the role sees; None for one that is told of none."""
    return view.cues if isinstance(view, Snapshot | HandView) else None


def rest_json(view: View, tz: tzinfo) -> dict[str, Json]:
    """The view but for its items and cues, whose changes are told by their ids (change.py)."""
    match view:
        case Snapshot():
            return rest_of_snapshot(view, tz)
        case HandView():
            return {
                **_head(view.head, tz),
                "current": None if view.current is None else current_json(view.current, tz),
                "next": _line(view.next, tz),
                "after": _line(view.after, tz),
                "words": view.words,
                "next_words": view.next_words,
                "messages": [message_json(message, tz) for message in view.messages],
                "needs": [_need(need, tz) for need in view.needs],
                "record": view.record or None,
                **({} if view.sound is None else {"sound": sound_json(view.sound, tz)}),
            }
        case SpeakerView():
            return {
                **_head(view.head, tz),
                "current": None if view.current is None else current_json(view.current, tz),
                "messages": [message_json(message, tz) for message in view.messages],
            }
        case DisplayView():
            return {
                **_head(view.head, tz),
                "current": _line(view.current, tz),
                "next": _line(view.next, tz),
                "backdrop": view.backdrop,
            }
        case StageView():
            return {
                **_head(view.head, tz),
                "current": None if view.current is None else current_json(view.current, tz),
                "next": _line(view.next, tz),
                "over_under_s": seconds(view.over_under),
                "slack_s": seconds(view.slack),
                "record": view.record or None,
                "messages": [message_json(message, tz) for message in view.messages],
            }
    assert_never(view)


def _head(head: Head, tz: tzinfo) -> dict[str, Json]:
    return {
        "seq": head.seq,
        "mode": head.mode.value,
        "speed": head.speed,
        "floating": head.floating,
        "phase": head.phase.value,
        "now": moment(head.now, tz),
        "show": {"title": head.title, "organiser": head.organiser, "venue": head.venue},
        "session": session_json(head.session, tz),
    }


def _line(line: Line | None, tz: tzinfo) -> dict[str, Json] | None:
    if line is None:
        return None
    return {
        "item_id": line.item_id,
        "number": line.number,
        "title": line.title,
        "kind": line.kind,
        "by": line.by,
        "heading": line.heading,
        "expected_start": moment(line.expected_start, tz),
    }


def _need(need: Need, tz: tzinfo) -> dict[str, Json]:
    award = need.award
    return {
        "item": _line(need.line, tz),
        "notes": need.notes,
        "backdrop": need.backdrop,
        "award": None
        if award is None
        else {
            "decision": award.decision,
            "presenter": award.presenter,
            "recipients": list(award.recipients),
            "called_before_reading": bool(award.called_before_reading),
        },
    }
