"""What undo and redo put back: a part of the state, as one value that the record can hold.

An image says everything about itself. It is reckoned when the call is taken back and then written down, so a
record that is read again needs no rule of today to know what was taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from runofshow.core.agenda import Agenda
from runofshow.core.record import CueRecord, Run


class Image(Struct, frozen=True):
    """The fields of a state that calls change, named as there, with the values that they get."""

    current_id: str | None
    chosen_id: str | None
    held_since: datetime | None
    ended_at: datetime | None
    floating: bool
    starts_at: datetime
    """Where the plan lies on the clock: the start of its first session."""
    runs: Mapping[str, Run] = field(default_factory=dict)
    """Only what is otherwise; the same of the cues."""
    cues: Mapping[str, CueRecord] = field(default_factory=dict)
    agenda: Agenda | None = None
    """None where it stays as it is, but for its place on the clock."""


class Call(Struct, frozen=True):
    """One call that can be taken back, or one that was (see remembering.py)."""

    do: str
    before: Image
    """What was right before it, where it is otherwise than in the show that follows."""
    after: Image
    """What it made of that."""


ALONE = ("current_id", "chosen_id", "held_since", "ended_at", "floating")
"""The fields that are put back one by one."""

NOT_PUT_BACK = frozenset(
    "opened sound at_console seen messages notes proposals alarms seq call_seq last_go_at returned calls"
    " undone plan planned listed_by_plan order term branches".split()
)
"""The other fields of a state: what was said or heard stays so, and so does who calls the show; the memory of
undo is kept apart, and what hangs on the agenda and on its place on the clock follows them."""
