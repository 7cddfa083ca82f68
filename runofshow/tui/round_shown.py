"""Which batches and people the award panel shows, and whom its keys are about."""

from __future__ import annotations

from runofshow.core.agenda import Step
from runofshow.core.on_stage import Batch, OnStage, RoundNow
from runofshow.core.snapshot import Snapshot


def batches_shown(snapshot: Snapshot) -> tuple[Batch, ...]:
    """What is on stage, and the two that follow."""
    return () if snapshot.round is None else batches_of(snapshot.round)


def batches_of(found: RoundNow) -> tuple[Batch, ...]:
    """The same of a round."""
    return tuple(one for one in (found.running, found.next, found.after) if one is not None)


def people_shown(snapshot: Snapshot) -> tuple[OnStage, ...]:
    """Those of these batches, in order."""
    return tuple(one for batch in batches_shown(snapshot) for one in batch.people)


def person_chosen(snapshot: Snapshot, wanted: str | None) -> OnStage | None:
    """Who the cursor is on: the one who was chosen while they are shown, else the first of all."""
    people = people_shown(snapshot)
    return next((one for one in people if one.recipient_id == wanted), people[0] if people else None)


def batch_of(snapshot: Snapshot, recipient_id: str | None) -> Batch | None:
    """The batch of somebody shown; with nobody chosen the first one."""
    batches = batches_shown(snapshot)
    for batch in batches:
        if any(one.recipient_id == recipient_id for one in batch.people):
            return batch
    return batches[0] if batches else None


def step_to_come(snapshot: Snapshot) -> Step | None:
    """The step that the running batch goes to; None at its last, and while none runs."""
    batch = None if snapshot.round is None else snapshot.round.running
    if batch is None or batch.step not in batch.steps:
        return None
    at = batch.steps.index(batch.step) + 1
    return batch.steps[at] if at < len(batch.steps) else None


def runs_a_batch(snapshot: Snapshot) -> bool:
    """Whether space goes through steps."""
    return snapshot.round is not None and snapshot.round.running is not None
