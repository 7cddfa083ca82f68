"""Several changes by one order: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from runofshow.core.events import Event
from runofshow.core.evolve import evolve
from runofshow.core.refusal import Refused
from runofshow.core.state import State

Change = TypeVar("Change")
Judged = tuple[Event, ...] | Refused


def in_turn(state: State, changes: Iterable[Change], judge: Callable[[State, Change], Judged]) -> Judged:
    """The events of all changes, each judged by the show that those before it leave; or the first refusal."""
    events: list[Event] = []
    for change in changes:
        made = judge(state, change)
        if isinstance(made, Refused):
            return made
        for event in made:
            state = evolve(state, event)
        events += made
    return tuple(events)
