"""A record from when undo reversed events: it reads as it did then, and can be taken on from there."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Role
from runofshow.core.decide import decide
from runofshow.core.evolve import apply, replay
from runofshow.core.picture import take_snapshot
from runofshow.core.state import State
from runofshow.core.views.roles import view_of
from runofshow.core.wire import as_json
from runofshow.journal.reading import read_journal
from tests.journal.examples import GOLDEN

UNDONE = GOLDEN.with_name("undone.journal")
"""Written by the program of November 2026: 22 undos, of every call and two deep. Its lines never change."""

THEN: list[dict[str, Any]] = json.loads(UNDONE.with_suffix(".json").read_text("utf-8"))
"""What that program showed after each undo, and at the end."""


def shown(state: State, entry: e.Entry) -> dict[str, Any]:
    """What matters in the picture, in the words of the file."""
    picture: Any = as_json(view_of(Role.CALLER, take_snapshot(state, entry.at), UTC))
    current = picture["current"]
    counts = ("item_id", "started_at", "elapsed_s", "held_s", "added_s")
    item = ("item_id", "title", "state", "actual_start", "actual_end", "planned_s", "added_s")
    cue = ("cue_id", "text", "phase", "stood_by_at", "acked_at", "gone_at")
    return {
        "seq": entry.seq,
        "phase": picture["phase"],
        "floating": picture["floating"],
        "current": current and {name: current[name] for name in counts},
        "next": picture["next"] and picture["next"]["item_id"],
        "items": [[row[name] for name in item] for row in picture["items"]],
        "cues": [[row[name] for name in cue] for row in picture["cues"]],
        "sound_calls": len(state.sound.calls),
        "left_to_undo": len(state.calls),
    }


def test_a_record_that_reverses_events_reads_as_it_did_when_it_was_written() -> None:
    reading = read_journal(UNDONE)
    assert reading.damage is None
    expected = {told["seq"]: told for told in THEN}
    state: State | None = None
    found = {}
    for entry in reading.entries:
        state = apply(state, entry)
        if entry.seq in expected:
            found[entry.seq] = shown(state, entry)
    assert found == expected


def test_what_an_older_record_took_back_can_be_made_again() -> None:
    entries = read_journal(UNDONE).entries
    last = max(entry.seq for entry in entries if entry.do == "undo")
    before, after = replay(entries[: last - 1]), replay(entries[:last])
    now = entries[last - 1].at
    again = decide(after, c.Redo(), now)
    assert isinstance(again, tuple)
    made = apply(after, e.Entry(last + 1, now, "caller", "redo", again))
    assert (made.ended_at, made.current_id, made.runs) == (before.ended_at, before.current_id, before.runs)
