"""What comes of an order: judged by what its asker had seen, by who that is, and by the rules."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.commands import Command
from runofshow.core.decide import decide
from runofshow.core.events import Event
from runofshow.core.refusal import Reason, Refused
from runofshow.core.roles import may
from runofshow.core.state import State


def judged(
    state: State, command: Command, by: str, seen: int | None, now: datetime
) -> tuple[Event, ...] | Refused:
    """Its events, or why it is refused. `seen` is the sequence number of the snapshot the asker saw."""
    if seen is not None and not state.call_seq <= seen <= state.seq:
        # a number that is still to come was seen on another record: what it answers to is unknown
        return Refused(Reason.STALE)
    return decide(state, command, now, by) if may(by, command, state) else Refused(Reason.NOT_ALLOWED)
