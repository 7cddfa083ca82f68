"""The state of a show: what its events add up to (see evolve.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Item
from runofshow.core.amend import shifted
from runofshow.core.notices import Alarm, Message, Note
from runofshow.core.record import FRESH_CUE, FRESH_RUN, CueRecord, Returned, Run
from runofshow.core.running_order import Place, RunningOrder, running_order
from runofshow.core.sound import SILENT, Sound
from runofshow.core.timeline import Span, plan_times


@dataclass(frozen=True)
class State:
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
    alarms: tuple[Alarm, ...] = ()
    """What went wrong by itself, the newest of each code; a correction of the clock clears the clock's."""
    seq: int = 0
    call_seq: int = 0
    """The last entry that changed what GO does; an order that has not seen it is stale."""
    last_go_at: datetime | None = None
    sound: Sound = SILENT

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
        return run.started_at is None and not run.skipped

    def is_skipped(self, item_id: str) -> bool:
        return self.run(item_id).skipped

    def held_for(self, item_id: str, now: datetime) -> timedelta:
        """How long the leaf has been held up to `now`, a hold that lasts included."""
        run = self.run(item_id)
        if self.held_since is None or item_id != self.current_id:
            return run.held
        return run.held + (now - self.held_since)


@dataclass(frozen=True, slots=True)
class Call:
    """One call that can be taken back, or one that was: the show right before and right after it."""

    do: str
    before: State
    after: State


def to_come(state: State) -> tuple[Place, ...]:
    """The leaves still to be started, in the order they will be: the chosen one first, then as they stand."""
    waiting = tuple(place for place in state.order.leaves if state.is_upcoming(place.item.item_id))
    if state.chosen_id is None:
        return waiting
    return tuple(sorted(waiting, key=lambda place: place.item.item_id != state.chosen_id))


def begin(opened: e.ShowOpened) -> State:
    """The state right after a show was opened."""
    agenda = opened.agenda
    return State(opened, agenda, agenda, running_order(agenda), opened.floating, plan_times(agenda))


def item_of(state: State, item_id: str) -> Item | None:
    """The item of that id as amended, or None."""
    place = state.order.places.get(item_id)
    return None if place is None else place.item


def plan_moved(state: State, by: timedelta) -> State:
    """The plan on another place of the clock, and all that is measured by it."""
    agenda = shifted(state.agenda, by)
    planned = {leaf_id: span.shifted(by) for leaf_id, span in state.planned.items()}
    return replace(
        state, plan=shifted(state.plan, by), agenda=agenda, order=running_order(agenda), planned=planned
    )


def settled(state: State, now: datetime) -> State:
    """`state` as it would be if its plan began now; itself when the plan has a clock of its own."""
    if not state.floating:
        return state
    return replace(plan_moved(state, now - state.plan.sessions[0].start_at), floating=False)
