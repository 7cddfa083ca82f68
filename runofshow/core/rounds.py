"""Award rounds as they stand: which batch is on stage, at which step, who is in it and in which order.

The theory. The batches of one heading are a round; an award without a heading is a round of one. A batch goes
through its steps (award.py) in order. Its decision is read with the first batch that names it: before the
names are called, or, where recipients come up first, when they stand in line. The tray is stacked in the
order of the list without those who are absent, and both the MC and the servers count by that.
"""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.core.agenda import Award, Item, Recipient, Step
from runofshow.core.honours import comes_first, form_of, is_collective, level_of
from runofshow.core.on_stage import Batch, OnStage
from runofshow.core.people import HONOURED
from runofshow.core.phases import ItemState
from runofshow.core.running_order import Place
from runofshow.core.state import State

KIND = "award"


def is_batch(item: Item) -> bool:
    """Whether somebody is honoured in a leaf."""
    return item.award is not None or KIND in (item.kind, *item.also)


def round_of(state: State, place: Place) -> tuple[Place, ...]:
    """The batches of the round that `place` is of, in running order, without what is skipped."""
    parent = place.parent
    if parent is None:
        return (place,)
    parts = (state.order.places[part.item_id] for part in parent.parts)
    return tuple(part for part in parts if is_batch(part.item) and not state.is_skipped(part.item.item_id))


def steps_of(state: State, place: Place) -> tuple[Step, ...]:
    """The steps of a batch in order."""
    award = place.item.award or Award()
    called = (Step.CALL, Step.LINE_UP)
    reading = (Step.READING,) if _is_read(state, place) else ()
    begins = (*called, *reading) if comes_first(award, place.item.title) else (*reading, *called)
    ends = (
        *((Step.FLOWERS,) if award.flowers else ()),
        *((Step.PHOTO,) if award.photo is not False else ()),
        Step.OFF,
    )
    return (*begins, Step.PRESENTERS, Step.HANDING, *ends)


def step_of(state: State, place: Place) -> Step:
    """Where a batch that runs stands."""
    return state.run(place.item.item_id).step or steps_of(state, place)[0]


def _is_read(state: State, place: Place) -> bool:
    """Whether its decision is read with it, and not with the batch before."""
    decision = (place.item.award or Award()).decision
    if decision is None:
        return False
    batches = round_of(state, place)
    at = next((at for at, one in enumerate(batches) if one.item.item_id == place.item.item_id), 0)
    before = batches[at - 1].item.award if at else None
    return before is None or before.decision != decision


def on_stage(state: State, listed: Sequence[Recipient]) -> tuple[OnStage, ...]:
    """The people of a list in its order, numbered as the tray is."""
    found: list[OnStage] = []
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


def batch_of(state: State, place: Place, number: int) -> Batch:
    """One batch but for its hours, which the forecast knows."""
    item = place.item
    award, run = item.award or Award(), state.run(item.item_id)
    is_running = state.current_id == item.item_id
    took = None if run.started_at is None or run.ended_at is None else run.ended_at - run.started_at
    return Batch(
        item_id=item.item_id,
        number=item.number,
        title=item.title,
        batch=number,
        state=_state_of(state, item.item_id),
        form=form_of(award, item.title),
        level=level_of(award, item.title),
        decision=award.decision,
        reader=award.reader,
        presenter=award.presenter or item.by,
        called_before_reading=comes_first(award, item.title),
        steps=steps_of(state, place),
        step=step_of(state, place) if is_running else None,
        step_at=(run.step_at or run.started_at) if is_running else None,
        took_s=None if took is None else took.total_seconds(),
        on_display=bool(award.on_display),
        people=on_stage(state, award.recipients),
    )


def _state_of(state: State, item_id: str) -> ItemState:
    run = state.run(item_id)
    if item_id == state.current_id:
        return ItemState.RUNNING
    if run.ended_at is not None:
        return ItemState.DONE
    return ItemState.SKIPPED if run.skipped else ItemState.ASIDE if run.aside else ItemState.UPCOMING
