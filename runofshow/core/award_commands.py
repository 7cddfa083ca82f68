"""The orders of an award round, and of people who are looked for.

They are judged in award_rules.py and people_rules.py.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from runofshow.core.agenda import Role, Step
from runofshow.core.ask import CALLER, Ask, Id, Text, Undoable

USHERS = CALLER | {Role.CREW, Role.STAGE}


class NextStep(Undoable, frozen=True, tag="step"):
    """Take the running batch to its next step, with the cues that hang on it; behind its last step begin what
    comes next. With a `step` go to that one."""

    step: Step | None = None
    sure: bool = False


class ChangeRecipient(Undoable, frozen=True, tag="recipient"):
    """Change what the list says of one who is honoured. None leaves a field as it is; an empty string empties
    it."""

    recipient_id: Id
    absent: bool | None = None
    proxy: Text | None = None
    """Who receives in their place; with a name they are not absent."""
    name: Text | None = None
    unit: Text | None = None
    address: Text | None = None
    said: Text | None = None
    note: Text | None = None


class MoveRecipient(Undoable, frozen=True, tag="move_recipient"):
    """Put somebody in another batch that has not ended, or elsewhere in their own."""

    recipient_id: Id
    to: Id | None = None
    """The batch; None is the next one to come of their round."""
    before: Id | None = None
    """The recipient in front of whom they come; None is the last place."""


class AddRecipient(Undoable, frozen=True, tag="add_recipient"):
    """Put a name on the list of a batch that has not ended."""

    item_id: Id
    name: Text
    unit: Text = ""
    before: Id | None = None


class SplitBatch(Undoable, frozen=True, tag="split_batch"):
    """Leave the batch those before `at`; the others follow in a batch of their own behind it."""

    item_id: Id
    at: Id
    """The first recipient of the new one."""


class TakeOutMissing(Undoable, frozen=True, tag="take_out_missing"):
    """Mark as absent all of a batch who are reported missing."""

    item_id: Id


class See(Ask, frozen=True, tag="see"):
    """Say that somebody is there, or is not to be found; None takes it back."""

    asked_by = USHERS

    person: Id
    """Their id, or the code on their card."""
    here: bool | None = True


class ChangeLeader(Undoable, frozen=True, tag="leader"):
    """Change when a leader is expected, what waits for them and when they must go; with a name nobody has, a
    new one.
    None leaves a field as it is; an empty string empties it."""

    leader_id: Id | None = None
    name: Text | None = None
    arrives_at: datetime | Literal[""] | None = None
    awaited_by: Id | None = None
    leaves_at: datetime | Literal[""] | None = None


AwardCommand = NextStep | ChangeRecipient | MoveRecipient | AddRecipient | SplitBatch | TakeOutMissing
PeopleCommand = See | ChangeLeader
