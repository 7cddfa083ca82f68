"""Award rounds by hand: batches of a heading with their people."""

from __future__ import annotations

from typing import Any

from runofshow.core.agenda import Agenda, Award, Cue, Item, OnStep, Recipient, Role, Step
from runofshow.core.on_stage import Batch, RoundNow
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, cue, heading, item


def people(*ids: str, **more: Any) -> tuple[Recipient, ...]:
    """«Ông A», «Ông B» by their ids."""
    return tuple(Recipient(one, f"Ông {one.upper()}", **more) for one in ids)


def batch(item_id: str, *ids: str, length: float = 3, cues: tuple[Cue, ...] = (), **award: Any) -> Item:
    """Of persons by their ids, with what its award says beside."""
    return item(
        item_id,
        length,
        *cues,
        title=f"Trao Bằng khen, đợt {item_id}",
        award=Award(recipients=people(*ids), **award),
    )


def step_cue(cue_id: str, step: Step, **more: Any) -> Cue:
    return cue(cue_id, OnStep(step), **more)


def three_batches(**award: Any) -> Agenda:
    """8:00 a speech of 10 minutes, 8:10 three batches of 3 minutes with three people each, 8:19 a closing.

    One decision, read with the first.
    """
    award = {"decision": "Quyết định số 12/QĐ-UBND", **award}
    parts = (batch("h1", "a", "b", "c", **award), batch("h2", "d", "e", "f", **award))
    return agenda(
        item("m1", 10), heading("h", *parts, batch("h3", "g", "k", "l", **award)), item("m2", 5), start="8:00"
    )


def with_parts(*parts: Item, **award: Any) -> Agenda:
    """8:00 a heading with these batches, and a closing of 5 minutes."""
    of_heading = heading("h", *parts)
    return agenda(replace(of_heading, award=Award(**award)) if award else of_heading, item("m2", 5))


def round_at(stage: Stage) -> RoundNow:
    found = stage.picture.round
    assert found is not None
    return found


def running(stage: Stage) -> Batch:
    found = round_at(stage).running
    assert found is not None
    return found


def names(stage: Stage, item_id: str) -> list[str]:
    """Who is on the list of an item, by their ids."""
    award = stage.state.order.places[item_id].written.award
    return [] if award is None else [one.recipient_id for one in award.recipients]


MC = Role.MC
