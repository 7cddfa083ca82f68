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
    called: str = ""
    """As the MC calls them: with title of address, post and unit."""
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
    moved_from: int | None = None
    """The batch in which the plan had them, where that is another of the round."""
    planned_place: int | None = None
    """Their place on the tray by the plan, which the printed sheets have, where it is another now."""
    added: bool = False
    """Came onto the list during the show, so nothing was printed for them."""


class MovedOut(Struct, frozen=True, kw_only=True):
    """Somebody whom the plan had in a batch, and who stands in another."""

    recipient_id: str
    shown: str
    to: int | None
    """The batch of the round; None of another round."""


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
    moved_out: tuple[MovedOut, ...] = ()
    """Who is to be taken off its tray, but for those of a batch that was split off it."""
    split_from: int | None = None
    """The batch that it was split off; None of one that the plan has."""


class RoundNow(Struct, frozen=True, kw_only=True):
    """The round that runs, or the next one."""

    round_id: str
    """The id of its heading; of one under no heading that of the first of its items."""
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


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Where one of those who are honoured belongs."""

    person_id: str
    shown: str
    """The name, told from another of that name in the show."""
    unit: str = ""
    item_id: str
    title: str
    """Of the round."""
    batch: int
    """Its place in the round, from 1."""
    batches: int
    state: ItemState
    place: int | None
    """On the tray, from 1; None of who is absent."""
    proxy: str | None = None
    here: bool | None = None
