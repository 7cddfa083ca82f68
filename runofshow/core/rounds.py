"""Award rounds as they stand: which batch is on stage, at which step, who is in it and in which order.

The theory. The batches of one heading are a round; so are those of a session that stand under no heading and
have one decision, or one title. A batch goes through its steps (award.py) in order. Its decision is read with
the first batch of the round that names it: before the names are called, or, where recipients come up first,
when they stand in line. The tray is stacked in the order of the list without those who are absent, and both
the MC and the servers count by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from runofshow.core.agenda import Award, Item, Recipient, Step
from runofshow.core.calling import Manner
from runofshow.core.honours import comes_first, is_collective, said_of
from runofshow.core.on_stage import OnStage
from runofshow.core.people import HONOURED
from runofshow.core.running_order import Place
from runofshow.core.state import State

KIND = "award"


def is_batch(item: Item) -> bool:
    """Whether somebody is honoured in a leaf."""
    return item.award is not None or KIND in (item.kind, *item.also)


def round_id_of(place: Place) -> str:
    """What the batches of one round have in common, and no other has."""
    if place.parent is not None:
        return place.parent.item_id
    decision = _decision_of(place)
    # no id of an item has a line break
    return f"{place.session.session_id}\n{decision or place.item.title}"


def round_of(state: State, place: Place) -> tuple[Place, ...]:
    """The batches of the round that `place` is of, in running order, without what is skipped."""
    return tuple(one for one in whole_round(state, place) if not state.is_skipped(one.item.item_id))


def whole_round(state: State, place: Place) -> list[Place]:
    """The same with what is skipped."""
    places = state.order.places
    if place.parent is not None:
        return [one for part in place.parent.parts if is_batch((one := places[part.item_id]).item)]
    round_id = round_id_of(place)
    beside = [places[item.item_id] for item in place.session.items if not item.parts]
    return [one for one in beside if is_batch(one.item) and round_id_of(one) == round_id]


def steps_of(state: State, place: Place) -> tuple[Step, ...]:
    """The steps of a batch in order."""
    award = place.item.award or Award()
    has = {
        Step.READING: is_read_with(state, place),
        Step.FLOWERS: bool(award.flowers),
        Step.PHOTO: award.photo is not False,
    }
    return tuple(step for step in _every_step(place.item) if has.get(step, True))


_NOT_OF_EACH: Final = frozenset({Step.READING, Step.FLOWERS, Step.PHOTO})
"""The steps that some batches do without."""


def _every_step(item: Item) -> tuple[Step, ...]:
    called = (Step.CALL, Step.LINE_UP)
    is_first = comes_first(item.award or Award(), item.title)
    begins = (*called, Step.READING) if is_first else (Step.READING, *called)
    return (*begins, Step.PRESENTERS, Step.HANDING, Step.FLOWERS, Step.PHOTO, Step.OFF)


def step_of(state: State, place: Place) -> Step:
    """Where a batch that runs stands: the step that was begun last, of those that it still has."""
    begun = state.run(place.item.item_id).step
    if begun is not None and begun not in _NOT_OF_EACH:
        return begun
    steps, every = steps_of(state, place), _every_step(place.item)
    passed = every[: every.index(begun) + 1] if begun is not None else ()
    return next((step for step in reversed(passed) if step in steps), steps[0])


def step_at_of(state: State, place: Place) -> datetime:
    """When the step began at which a batch that runs stands; its first begins with it."""
    run = state.run(place.item.item_id)
    assert run.started_at is not None, "it runs"
    # a start that is put right later leaves no step before it
    return max(run.step_at or run.started_at, run.started_at)


def is_read_with(state: State, place: Place) -> bool:
    """Whether a decision is read with a batch."""
    decision = _decision_of(place)
    if decision is None:
        return False
    named = (one for one in round_of(state, place) if _decision_of(one) == decision)
    return place.item.item_id in read_with(state, named)


def read_with(state: State, batches: Iterable[Place]) -> frozenset[str]:
    """The ids of those batches with which a decision is read: the first of a round to run that name it."""
    naming: dict[tuple[str, str], list[Place]] = {}
    for place in batches:
        if (decision := _decision_of(place)) is not None:
            naming.setdefault((round_id_of(place), decision), []).append(place)
    return frozenset(min(each, key=partial(_turn, state)).item.item_id for each in naming.values())


def _decision_of(place: Place) -> str | None:
    return None if place.item.award is None else place.item.award.decision


def _turn(state: State, place: Place) -> tuple[bool, datetime, bool]:
    """Before and behind which others of its round a batch runs: what has begun, then what is chosen."""
    started_at = state.run(place.item.item_id).started_at
    return started_at is None, started_at or state.opened.at, place.item.item_id != state.chosen_id


def on_stage(state: State, listed: Sequence[Recipient]) -> tuple[OnStage, ...]:
    """The people of a list in its order, numbered as the tray is."""
    found: list[OnStage] = []
    manner = Manner(state.agenda.address, state.order.shown)
    place = 0
    for one in listed:
        place += not one.absent
        person_id = HONOURED + one.recipient_id
        seen = state.seen.get(person_id)
        found.append(
            OnStage(
                recipient_id=one.recipient_id,
                person_id=person_id,
                place=None if one.absent else place,
                name=one.name,
                shown=state.order.shown.get(one.recipient_id, one.name),
                called=said_of(one, manner),
                unit=one.unit,
                post=one.post,
                address=one.address,
                said=one.said,
                note=one.note,
                is_collective=is_collective(one),
                posthumous=one.posthumous,
                proxy=one.proxy,
                absent=one.absent,
                here=None if seen is None else seen.here,
            )
        )
    return tuple(found)
