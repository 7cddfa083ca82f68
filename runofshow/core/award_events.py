"""What happens to batches, to those on the lists, and to people who are waited for. As in events.py."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.agenda import Leader, Recipient, Step


class StepBegun(Struct, frozen=True, tag_field="event", tag="step_begun"):
    """The batch stands at this step."""

    item_id: str
    step: Step
    at: datetime


class RecipientChanged(Struct, frozen=True, tag_field="event", tag="recipient_changed"):
    """One of an item's own list is absent, is represented, is read otherwise."""

    item_id: str
    recipient: Recipient
    was: Recipient


class RecipientMoved(Struct, frozen=True, tag_field="event", tag="recipient_moved"):
    """From the list of one item to that of another, or to another place of the same."""

    recipient_id: str
    item_id: str
    """Where they stood."""
    to_id: str
    before: str | None
    """The recipient in front of whom they come; None is the last place."""


class RecipientAdded(Struct, frozen=True, tag_field="event", tag="recipient_added"):
    item_id: str
    recipient: Recipient
    before: str | None


class PersonSeen(Struct, frozen=True, tag_field="event", tag="person_seen"):
    """Somebody is there, is missing, or nobody knows any more."""

    person_id: str
    """As people.py makes it."""
    here: bool | None
    at: datetime
    by: str


class LeaderChanged(Struct, frozen=True, tag_field="event", tag="leader_changed"):
    """A leader is expected at another hour, for another item, or is new on the list."""

    leader: Leader
    was: Leader | None


AwardEvent = StepBegun | RecipientChanged | RecipientMoved | RecipientAdded
PeopleEvent = PersonSeen | LeaderChanged
