"""The state of a show: what its events add up to (see evolve.py)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct, field

from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Item, Role
from runofshow.core.alarms import Alarm
from runofshow.core.amend import shifted
from runofshow.core.heading import Ends
from runofshow.core.image import Call
from runofshow.core.lists import places_on_trays
from runofshow.core.notices import Message, Note
from runofshow.core.people import Seen
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.record import FRESH_CUE, FRESH_RUN, CueRecord, Returned, Run
from runofshow.core.running_order import Place, RunningOrder, running_order
from runofshow.core.sound import SILENT, Sound
from runofshow.core.term import Branch
from runofshow.core.timeline import Span, laid_out
from runofshow.core.value import replace


class State(Struct, frozen=True):
    """A show at one moment, without the moment: everything that depends on `now` is computed elsewhere."""

    opened: e.ShowOpened
    plan: Agenda
    """As it was opened and laid on the clock; the measure of lateness."""
    agenda: Agenda
    """As amended."""
    order: RunningOrder
    floating: bool
    planned: Mapping[str, Span]
    """Leaf id to when the plan has it."""
    listed_by_plan: Mapping[str, tuple[str, int | None]] = field(default_factory=dict)
    """Recipient id to the item at which the plan lists them, and their place on its tray."""
    runs: Mapping[str, Run] = field(default_factory=dict)
    cues: Mapping[str, CueRecord] = field(default_factory=dict)
    current_id: str | None = None
    chosen_id: str | None = None
    """Made the next one by hand, out of order."""
    held_since: datetime | None = None
    returned: Mapping[str, Returned] = field(default_factory=dict)
    """Leaf id to what returning it wiped out, for the undo of that in older records."""
    ended_at: datetime | None = None
    calls: tuple[Call, ...] = ()
    """What undo takes back, the newest last."""
    undone: tuple[Call, ...] = ()
    """What redo makes again, the newest last: each call as it was taken back."""
    messages: tuple[Message, ...] = ()
    notes: tuple[Note, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    """What agents have proposed, answered or not, the oldest first."""
    alarms: tuple[Alarm, ...] = ()
    """What went wrong by itself, the newest of each code; a correction of the clock clears the clock's."""
    seq: int = 0
    call_seq: int = 0
    """The last entry that changed what GO does; an order that has not seen it is stale."""
    last_go_at: datetime | None = None
    sound: Sound = SILENT
    seen: Mapping[str, Seen] = field(default_factory=dict)
    """Whether people are there, by the key of attendance.py; who is not in it has not been looked for."""
    at_console: frozenset[Role] = frozenset()
    """Whose cues the console has answered: their hand sits beside the caller, or speaks to the caller."""
    term: int = 0
    """In which the record is written (term.py); 0 is that of the console which opened the show."""
    branches: frozenset[Branch] = frozenset()
    """What was kept of other consoles."""

    @property
    def started(self) -> bool:
        return any(run.started_at for run in self.runs.values())

    @property
    def current(self) -> Place | None:
        return None if self.current_id is None else self.order.places[self.current_id]

    def run(self, item_id: str) -> Run:
        return self.runs.get(item_id, FRESH_RUN)

    def cue(self, cue_id: str) -> CueRecord:
        return self.cues.get(cue_id, FRESH_CUE)

    def is_upcoming(self, item_id: str) -> bool:
        run = self.run(item_id)
        return run.started_at is None and not run.skipped and not run.aside

    def is_skipped(self, item_id: str) -> bool:
        """Whether it is left out, skipped or laid aside."""
        run = self.run(item_id)
        return run.skipped or run.aside

    def held_in(self, item: Item, now: datetime) -> timedelta:
        """How long an item has been held up to `now`; a heading in all its parts together."""
        return sum((self.held_for(leaf.item_id, now) for leaf in item.parts or (item,)), timedelta())

    def held_for(self, item_id: str, now: datetime) -> timedelta:
        """How long the leaf has been held up to `now`, a hold that lasts included."""
        run = self.run(item_id)
        if self.held_since is None or item_id != self.current_id:
            return run.held
        return run.held + (now - self.held_since)


def to_come(state: State) -> tuple[Place, ...]:
    """The leaves still to be started, in the order they will be: the chosen one first, then as they stand.

    What was left over of a session that the hall has left does not come by itself.
    """
    passed = passed_sessions(state)
    waiting = tuple(
        place
        for place in state.order.leaves
        if state.is_upcoming(place.item.item_id)
        and (place.session.session_id not in passed or place.item.item_id == state.chosen_id)
    )
    if state.chosen_id is None:
        return waiting
    return tuple(sorted(waiting, key=lambda place: place.item.item_id != state.chosen_id))


def begun_sessions(state: State) -> set[str]:
    """The sessions in which the hall sits or has sat; an item borrowed from a session does not begin it."""
    places = state.order.places
    return {
        places[item_id].session.session_id
        for item_id, run in state.runs.items()
        if run.started_at is not None and not run.borrowed and item_id in places
    }


def passed_sessions(state: State) -> set[str]:
    """The sessions before the last that has begun: the hall does not come back to them by itself."""
    begun = begun_sessions(state)
    ids = [session.session_id for session in state.agenda.sessions]
    return set(ids[: max((ids.index(session_id) for session_id in begun), default=0)])


def sitting(state: State) -> str:
    """The id of the session in which the hall sits: the last begun; before any, the first to come."""
    begun = begun_sessions(state)
    for session in reversed(state.agenda.sessions):
        if session.session_id in begun:
            return session.session_id
    waiting = (place for place in state.order.leaves if state.is_upcoming(place.item.item_id))
    first = next(waiting, None)
    return state.agenda.sessions[0].session_id if first is None else first.session.session_id


def left_behind(state: State, item_id: str) -> tuple[str, ...]:
    """What is still to come of the sitting session and of those up to the later one of that leaf."""
    ids = [session.session_id for session in state.agenda.sessions]
    here, there = ids.index(sitting(state)), ids.index(state.order.places[item_id].session.session_id)
    between = ids[here:there]
    return tuple(
        place.item.item_id
        for place in state.order.leaves
        if place.session.session_id in between and state.is_upcoming(place.item.item_id)
    )


def is_borrowed(state: State, item_id: str) -> bool:
    """Whether the leaf, started now, would leave the hall in the session where it sits.

    It would when it is of an earlier session, or of a later one while something before that is still to come.
    """
    of = state.order.places[item_id].session.session_id
    return of in passed_sessions(state) or bool(left_behind(state, item_id))


def seated(state: State, place: Place) -> Place:
    """The leaf in the session where the hall sits while it runs.

    For a borrowed one that is not its own, and its own hours do not hold.
    """
    item = place.item
    run = state.run(item.item_id)
    started = run.started_at is not None
    if not (
        run.borrowed if started else item.item_id == state.chosen_id and is_borrowed(state, item.item_id)
    ):
        return place
    here = sitting(state)
    session = next(session for session in state.agenda.sessions if session.session_id == here)
    return replace(place, session=session, item=replace(item, fixed_start=None, until=None))


def in_turn(state: State, heading: Item) -> tuple[Item, ...]:
    """The parts of a heading that ran or will: what has begun, then the chosen one, then as they stand."""

    def turn(part: Item) -> tuple[bool, datetime, bool]:
        started_at = state.run(part.item_id).started_at
        return started_at is None, started_at or state.opened.at, part.item_id != state.chosen_id

    parts = (part for part in heading.parts if not state.is_skipped(part.item_id))
    return tuple(sorted(parts, key=turn))


def ends_in_turn(state: State, heading: Item) -> Ends:
    """The parts of a heading that run first and last."""
    parts = in_turn(state, heading)
    return (parts[0].item_id, parts[-1].item_id) if parts else (None, None)


def begin(opened: e.ShowOpened, order: RunningOrder | None = None) -> State:
    """The state right after a show was opened. Its plan is that of the leaves that are not laid aside.

    `order` is the agenda's, where it is known already.
    """
    agenda = opened.agenda
    order = order or running_order(agenda)
    runs = {item_id: Run(aside=True) for item_id in opened.aside}
    planned = _planned(agenda, order, opened.aside)
    listed = places_on_trays(place.written for place in order.rows)
    state = State(opened, agenda, agenda, order, opened.floating, planned, listed, runs)
    return amended(state, agenda) if runs else state


def _planned(agenda: Agenda, order: RunningOrder, aside: tuple[str, ...]) -> dict[str, Span]:
    whole = laid_out(order.leaves, agenda.sessions[0].start_at, frozenset(), {})
    kept = [place for place in order.leaves if place.item.item_id not in aside]
    if not aside or not kept:
        return whole
    first = kept[0]
    of_session = [place for place in order.leaves if place.session.session_id == first.session.session_id]
    # a session begins at its own hour, whatever the ones before it were planned to take
    begins = first.session.start_at if of_session[0] is first else whole[first.item.item_id].start
    return laid_out(kept, begins, frozenset(), {})


def plan_start(state: State) -> datetime:
    """When the plan begins: with the first leaf that is not laid aside at opening."""
    return min((span.start for span in state.planned.values()), default=state.plan.sessions[0].start_at)


def amended(state: State, agenda: Agenda) -> State:
    """`state` with another agenda, its parts resolved in the turn that they have now."""
    return replace(
        state, agenda=agenda, order=running_order(agenda, partial(ends_in_turn, state), state.order)
    )


def turned(state: State, *leaf_ids: str) -> State:
    """`state` with its order made anew where other parts of a heading now run first or last."""
    order = state.order
    headings = (order.places[leaf_id].parent for leaf_id in leaf_ids if leaf_id in order.places)
    if all(
        heading is None or ends_in_turn(state, heading) == order.ends[heading.item_id] for heading in headings
    ):
        return state
    return amended(state, state.agenda)


def item_meant(state: State, said: str) -> str:
    """The id of the item that gear means by its id, or by a number that one row alone bears."""
    if said in state.order.places:
        return said
    numbered = [place.item.item_id for place in state.order.rows if place.item.number == said]
    return numbered[0] if len(numbered) == 1 else said


def item_of(state: State, item_id: str) -> Item | None:
    """The item of that id as amended, or None."""
    place = state.order.places.get(item_id)
    return None if place is None else place.item


def plan_moved(state: State, by: timedelta) -> State:
    """The plan on another place of the clock, and all that is measured by it."""
    agenda = shifted(state.agenda, by)
    plan = agenda if state.plan is state.agenda else shifted(state.plan, by)
    planned = {leaf_id: span.shifted(by) for leaf_id, span in state.planned.items()}
    return replace(amended(state, agenda), plan=plan, planned=planned)


def settled(state: State, now: datetime) -> State:
    """`state` as it would be if its plan began now; itself when the plan has a clock of its own."""
    if not state.floating:
        return state
    return replace(plan_moved(state, now - plan_start(state)), floating=False)
