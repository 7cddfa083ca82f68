"""An award, as the MC reads it, the crew makes it ready, and the music and the stage follow it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from runofshow.core.agenda import Role
from runofshow.core.on_stage import Batch, RoundNow
from runofshow.core.snapshot import CueRow
from runofshow.core.views.items import AwardView
from runofshow.tui.honoured import (
    batch_called,
    batch_words,
    counted,
    dotted,
    has_come,
    moved_out_lines,
    person_lines,
    steps_lines,
)
from runofshow.tui.lines import EMPTY, Picture, wrap, wrapped
from runofshow.tui.views.scene import Scene


def batch_at(found: RoundNow | None, item_id: str) -> Batch | None:
    """The batch of an item, where the picture has it."""
    shown = () if found is None else (found.running, found.next, found.after)
    return next((one for one in shown if one is not None and one.item_id == item_id), None)


def award_lines(award: AwardView | Batch, scene: Scene, width: int) -> Picture:
    """By which decision, when they are called up, who hands over, and who comes in which order."""
    ink, pages = scene.pen.ink, scene.pages
    lines: Picture = []
    said = (
        (pages.following.award_form, award.form),
        (pages.following.decision, award.decision),
        (pages.following.reader, award.reader),
    )
    # who stands on stage has been called up, and the decision was read
    is_read = isinstance(award, Batch) and has_come(award)
    for name, text in said[: 1 if is_read else 3]:
        if text:
            lines += wrapped(f"{name}: {text}", width, ink.text, 3)
    called = (
        f"▲ {pages.following.called_before}"
        if award.called_before_reading
        else f"▼ {pages.following.called_after}"
    )
    lines += [] if is_read else wrapped(called, width, ink.amber, 2)
    if award.presenter:
        lines += _whole(f"{scene.pen.words.forms.field_presenter}: {award.presenter}", scene, width)
    if isinstance(award, Batch):
        return [*lines, *people_lines(award, scene, width)]
    if not award.recipients:
        return [*lines, *wrapped(pages.following.no_recipients, width, ink.quiet, 2)]
    lines += wrapped(pages.following.recipients, width, ink.quiet, 2)
    for place, name in enumerate(award.recipients, start=1):
        lines += _whole(f"{place:>2}. {name}", scene, width)
    tray = pages.following.tray.format(count=len(award.recipients))
    return lines if scene.role is Role.MC else [*lines, *wrapped(f"▤ {tray}", width, ink.strong, 2)]


def _whole(text: str, scene: Scene, width: int) -> Picture:
    """Names, in as many lines as they need."""
    return [(Segment(row, scene.pen.ink.text),) for row in wrap(text, width)]


def people_lines(batch: Batch, scene: Scene, width: int) -> Picture:
    """Who comes up, in the order of the tray as it is now. For the MC each stands apart, as the words do; who
    stacks the tray sees what number the printed sheet has."""
    pen, is_mc = scene.pen, scene.role is Role.MC
    if not batch.people:
        return wrapped(scene.pages.following.no_recipients, width, pen.ink.quiet, 2)
    came = has_come(batch)
    lines = dotted(counted(batch.people, pen, has_come=came), pen, width)
    lines += moved_out_lines(batch, pen, width)
    for one in batch.people:
        lines += [EMPTY] if is_mc else []
        lines += person_lines(one, pen, width, has_come=came, by_plan=not is_mc)
    return lines


def round_lines(found: RoundNow | None, scene: Scene, width: int, cues: Sequence[CueRow] = ()) -> Picture:
    """Which batch is on stage and at which step, and what step comes with which of the hand's `cues`; nothing
    while none is."""
    batch = None if found is None else found.running
    if found is None or batch is None:
        return []
    words, pen = scene.pen.words.awards, scene.pen
    lines = wrapped(batch_called(found, batch, words), width, pen.ink.strong, 2)
    lines += steps_lines(batch, pen, width)
    at = batch.steps.index(batch.step) + 1 if batch.step in batch.steps else 0
    if 0 < at < len(batch.steps):
        step = batch.steps[at]
        with_it = [cue for cue in cues if cue.item_id == batch.item_id and cue.step is step]
        said = words.to_step.format(step=words.step(step))
        told = "".join(f"  {pen.words.role_mark(cue.to)} {cue.recording}" for cue in with_it)
        lines += wrapped(f"→ {said}{told}", width, pen.ink.text, 3)
    return lines


def wings_lines(found: RoundNow | None, scene: Scene, width: int) -> Picture:
    """Of the next batch how many are there, and who is not; nothing where none comes."""
    batch = None if found is None else found.next
    if found is None or batch is None:
        return []
    words, pen = scene.pen.words.awards, scene.pen
    lines = wrapped(batch_words(found, batch, words.batch_next, words), width, pen.ink.strong, 1)
    lines += dotted(counted(batch.people, pen), pen, width)
    for one in batch.people:
        if not one.absent and one.here is not True:
            lines += person_lines(one, pen, width)
    return lines
