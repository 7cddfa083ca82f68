"""What is seen of an award round: the batch on stage and those that follow, with their people (rounds.py)."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.agenda import AwardLevel, Step
from runofshow.core.phases import ItemState
from runofshow.core.wire import Moment, PlannedMoment, Seconds


class OnStage(Struct, frozen=True, kw_only=True):
    """One of a batch, as MC, servers and caller see them."""

    recipient_id: str
    person_id: str
    """For the order that says they are there."""
    place: int | None
    """On the tray and in line from the left as the hall sees it, from 1; None for who is absent."""
    name: str
    """As listed."""
    shown: str
    """The same, with what tells it from another of that name in the show."""
    unit: str = ""
    post: str = ""
    address: str = ""
    said: str = ""
    """How it is read; empty where as written."""
    note: str = ""
    is_collective: bool = False
    posthumous: bool = False
    proxy: str | None = None
    absent: bool = False
    here: bool | None = None
    """Stands ready in the wings; False is looked for in vain, None not looked for."""


class Batch(Struct, frozen=True, kw_only=True):
    item_id: str
    number: str
    title: str
    batch: int
    """Its place in the round, from 1."""
    state: ItemState
    form: str | None = None
    level: AwardLevel | None = None
    decision: str | None = None
    reader: str | None = None
    presenter: str | None = None
    called_before_reading: bool = False
    steps: tuple[Step, ...]
    """Those that it goes through, in order."""
    step: Step | None = None
    """Where it stands; None of one that does not run."""
    step_at: Moment | None = None
    expected_start: PlannedMoment | None = None
    expected_end: PlannedMoment | None = None
    took_s: Seconds | None = None
    """How long it lasted; None of one that has not ended."""
    on_display: bool = False
    people: tuple[OnStage, ...]


class RoundNow(Struct, frozen=True, kw_only=True):
    """The round that runs, or the next one."""

    round_id: str
    """The id of its heading, or of its only item."""
    title: str
    batches: int
    left: int
    """Of them still to come."""
    running: Batch | None = None
    """What is on stage; None while none of it runs."""
    next: Batch | None = None
    """The first to come; None behind the last."""
    after: Batch | None = None
    expected_end: PlannedMoment | None = None
    pace_s: Seconds | None = None
    """How long a batch has lasted, at the mean; None while none has ended."""
