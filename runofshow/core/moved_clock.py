"""A show whose clock is put right: what is recorded moves with it, and no count jumps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from runofshow.core.alarming import outlives
from runofshow.core.events import ClockCorrected, ClockJumped, Event
from runofshow.core.sounding import on_moved_clock
from runofshow.core.state import State, plan_moved
from runofshow.core.value import replace


def corrected_by(events: Iterable[Event]) -> timedelta:
    """By how much these move the clock: put right, or ahead in a rehearsal; zero when they do not."""
    return sum((event.by for event in events if isinstance(event, ClockCorrected | ClockJumped)), timedelta())


def clock_moved(state: State, by: timedelta) -> State:
    """`state` on a clock later by so much.

    Everything recorded moves with it, so what has passed stays what it was. Undo ends here.

    The plan stays, unless it began with the first item: then it moves with that. The clock's own alarms
    are answered by it.
    """
    moved = plan_moved(state, by) if state.opened.floating and state.started else state
    return replace(
        moved,
        runs={item_id: run.shifted(by) for item_id, run in state.runs.items()},
        cues={cue_id: record.shifted(by) for cue_id, record in state.cues.items()},
        held_since=state.held_since and state.held_since + by,
        ended_at=state.ended_at and state.ended_at + by,
        messages=tuple(
            replace(message, at=message.at + by, answered_at=message.answered_at and message.answered_at + by)
            for message in state.messages
        ),
        notes=tuple(replace(note, at=note.at + by) for note in state.notes),
        seen={person: replace(one, at=one.at + by) for person, one in state.seen.items()},
        returned={},
        last_go_at=None,
        sound=on_moved_clock(state.sound, by),
        calls=(),
        undone=(),
        alarms=tuple(replace(alarm, since=alarm.since + by) for alarm in state.alarms if outlives(alarm)),
    )
