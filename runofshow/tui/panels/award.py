"""The award panel: the round as the stage sees it, with the count above it and the call line beneath.

At the top the count, the batch, its form and who hands it over; then its steps and its pace; then its people
in the order of the tray, those of the next batch beside them or beneath. The names scroll to the chosen one.
"""

from __future__ import annotations

from datetime import timedelta

from rich.segment import Segment

from runofshow.core.agenda import Step
from runofshow.core.on_stage import Batch, OnStage, RoundNow
from runofshow.core.snapshot import OVER, CallCue, CallItem, CallSession, CueRow, NextCall, Phase, Snapshot
from runofshow.core.value import replace
from runofshow.texts.awards import AwardTexts
from runofshow.tui.formats import clock, count_up
from runofshow.tui.honoured import (
    batch_called,
    batch_words,
    counted,
    dotted,
    handed_over,
    has_come,
    person_lines,
    steps_lines,
)
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, pad, tall, wrapped
from runofshow.tui.panels.big_count import count_block, number
from runofshow.tui.panels.call_line import CallStep
from runofshow.tui.pen import Pen
from runofshow.tui.round_shown import batches_of, batches_shown, person_chosen, runs_a_batch, step_to_come
from runofshow.tui.views.scrolling import View

SIDE_BY_SIDE = 110
"""Cells from which on the next batch stands beside the one on stage."""
LOW = 24
"""Beneath this many lines the count has four of them."""


def next_call_of(snapshot: Snapshot, words: AwardTexts) -> NextCall | CallStep | None:
    """What space does in the panel. A batch is called by its place and what is handed over in it."""
    call = _next_call(snapshot)
    found = snapshot.round
    coming = None if found is None else found.next
    if found is None or coming is None or not isinstance(call, CallItem):
        return call
    if call.row.item_id != coming.item_id:
        return call
    return CallItem(replace(call.row, title=batch_called(found, coming, words)))


def _next_call(snapshot: Snapshot) -> NextCall | CallStep | None:
    if not runs_a_batch(snapshot) or snapshot.phase is Phase.ENDED:
        return snapshot.next_call
    step = step_to_come(snapshot)
    if step is not None:
        return CallStep(step, _cues_of(snapshot, step))
    call, coming, current = snapshot.next_call, snapshot.next, snapshot.current
    if not isinstance(call, CallCue):
        return call
    # behind its last step a batch is left, whatever cues it still has
    if coming is None or current is None:
        return None
    if coming.session_id != current.row.session_id:
        sessions = snapshot.plan.sessions
        return CallSession(next(one.title for one in sessions if one.session_id == coming.session_id))
    return CallItem(coming)


def _cues_of(snapshot: Snapshot, step: Step) -> tuple[CueRow, ...]:
    """The cues that go with a step of the running batch."""
    assert snapshot.current is not None
    hung = snapshot.cues_of(snapshot.current.row.item_id)
    return tuple(cue for cue in hung if cue.phase not in OVER and cue.step is step)


def award_panel(
    snapshot: Snapshot, pen: Pen, width: int, height: int, wanted: str | None, scrolled: int
) -> View:
    """The panel in at most `height` lines. `wanted` is the chosen recipient's id, `scrolled` where the names
    were when they were drawn before."""
    found, inner = snapshot.round, max(1, width - 2)
    batches = batches_shown(snapshot)
    if found is None or not batches:
        lines = _top(snapshot, None, pen, inner, height)
        lines += [EMPTY, *wrapped(pen.words.awards.no_round, inner, pen.ink.text, 3)]
        return View([(Segment(" "), *line) for line in lines][:height])
    chosen = person_chosen(snapshot, wanted)
    top = _top(snapshot, batches[0], pen, inner, height)
    top += steps_lines(batches[0], pen, inner)
    top += _pace(snapshot, found, pen, inner)
    room = max(0, height - len(top) - 1)
    rule: Line = (Segment("─" * inner, pen.ink.rule),)
    names, first = _names(found, batches, chosen, pen, inner, room, scrolled)
    return View([(Segment(" "), *line) for line in [*top, rule, *names]][:height], first)


def _top(snapshot: Snapshot, batch: Batch | None, pen: Pen, width: int, height: int) -> Picture:
    """The count, and beside it which batch, what is handed over, by whom."""
    words, found = pen.words.awards, snapshot.round
    running = snapshot.current

    def said(room: int) -> Picture:
        lines: Picture = []
        if batch is not None and found is not None:
            is_now = found.running is not None
            phrase = words.batch_of if is_now else words.batch_next
            lead = batch_words(found, batch, phrase, words)
            hour = (
                "" if is_now or batch.expected_start is None else f" · {clock(batch.expected_start, pen.tz)}"
            )
            title = handed_over(found, batch)
            lines += wrapped(f"{lead}{hour} · {title}", room, pen.ink.accent if is_now else pen.ink.strong, 3)
            if batch.presenter:
                lines += wrapped(f"{words.presenter}: {batch.presenter}", room, pen.ink.strong, 4)
            else:
                lines += wrapped(words.no_presenter, room, pen.ink.amber, 2)
            if batch.decision and height >= LOW:
                lines += wrapped(batch.decision, room, pen.ink.quiet, 2)
            if batch.reader and Step.READING in batch.steps and not has_come(batch):
                lines += wrapped(f"{words.reader}: {batch.reader}", room, pen.ink.text, 2)
        if running is not None and (found is None or found.running is None):
            lines += wrapped(f"{running.row.number}  {running.row.title}", room, pen.ink.quiet, 2)
        return lines

    least = 5 if height < LOW else 6
    rows = min(max(least, len(said(max(1, width * 3 // 5)))), max(1, height // 2))
    instead = pen.words.ended if snapshot.phase is Phase.ENDED else pen.words.before
    return count_block(number(snapshot.count, snapshot.now, pen), instead, said, width, rows, pen)


def _pace(snapshot: Snapshot, found: RoundNow, pen: Pen, width: int) -> Picture:
    """How long this batch has taken, those before it at the mean, when all of it is expected to be over."""
    words, ink = pen.words.awards, pen.ink
    parts: list[Segment] = []
    if found.running is not None and snapshot.current is not None:
        parts.append(Segment(words.this_batch.format(count=count_up(snapshot.current.elapsed)), ink.strong))
    mean = None if found.pace_s is None else count_up(timedelta(seconds=round(found.pace_s)))
    said = words.pace_unknown if mean is None else words.batches_before.format(count=mean)
    parts.append(Segment(said, ink.text if mean else ink.quiet))
    if found.expected_end is not None:
        parts.append(Segment(words.round_ends.format(at=clock(found.expected_end, pen.tz)), ink.strong))
    if found.left:
        parts.append(Segment(words.batches_left.format(count=found.left), ink.text))
    return dotted(parts, pen, width)


def _names(
    found: RoundNow,
    batches: tuple[Batch, ...],
    chosen: OnStage | None,
    pen: Pen,
    width: int,
    height: int,
    scrolled: int,
) -> tuple[Picture, int]:
    """The people of the batches, and where their list is scrolled to."""
    if width < SIDE_BY_SIDE:
        # who is missing of the next batch stands still beneath, however far the names go
        lines, spot = _column(found, batches, chosen, pen, width - 5)
        has_foot = found.running is not None and 6 <= height < len(lines)
        foot = _summary(found, batches[1], pen, width) if has_foot and batches[1:] else []
        shown, first = _scrolled(lines, spot, pen, width, height - len(foot), scrolled)
        return [*tall(shown, height - len(foot)), *foot], first
    left = (width - 3) * 3 // 5
    right = width - 3 - left
    here, spot = _column(found, batches[:1], chosen, pen, left - 5)
    others, other_spot = _column(found, batches[1:], chosen, pen, right - 5)
    one, first = _scrolled(here, spot, pen, left, height, scrolled if other_spot is None else 0)
    two, second = _scrolled(others, other_spot, pen, right, height, 0 if other_spot is None else scrolled)
    lines = beside([(one, left), (two, right)], height, Segment(" │ ", pen.ink.rule))
    return lines, first if other_spot is None else second


def _column(
    found: RoundNow, batches: tuple[Batch, ...], chosen: OnStage | None, pen: Pen, width: int
) -> tuple[Picture, range | None]:
    """Batches one beneath the other, and the lines of the chosen person, None where they are not in it."""
    lines: Picture = []
    spot = None
    for at, batch in enumerate(batches):
        lines += [EMPTY] if at else []
        lines += _head(found, batch, pen, width)
        if all(one.absent for one in batch.people):
            words = pen.words.awards
            said = words.nobody_left if batch.people else words.no_people
            lines += wrapped(said, width, pen.ink.amber, 3)
        for one in batch.people:
            is_chosen = chosen is not None and one.recipient_id == chosen.recipient_id
            drawn = person_lines(
                one, pen, width, is_chosen=is_chosen, has_cursor=True, has_come=has_come(batch)
            )
            if is_chosen:
                spot = range(len(lines), len(lines) + len(drawn))
            lines += drawn
    return lines, spot


def _head(found: RoundNow, batch: Batch, pen: Pen, width: int) -> Picture:
    """Which batch, unless it is the first, which the top names; and how many of it are there."""
    words = pen.words.awards
    is_next = found.next is not None and batch.item_id == found.next.item_id
    tally = dotted(counted(batch.people, pen, has_come=has_come(batch)), pen, width)
    if found.running is not None and batch.item_id == found.running.item_id:
        return tally
    phrase = words.batch_next if is_next else words.batch_after
    said = batch_words(found, batch, phrase, words)
    first = batches_of(found)[0]
    if handed_over(found, batch) != handed_over(found, first):
        # the top names only what the first of them is for
        said = f"{said} · {handed_over(found, batch)}"
    name: Line = (pen.strong(said),)
    whole: Line = (*name, Segment("  "), *tally[0])
    if len(tally) == 1 and cells(whole) <= width:
        return [whole]
    return [*wrapped(said, width, pen.ink.strong, 3), *tally]


def _summary(found: RoundNow, batch: Batch, pen: Pen, width: int) -> Picture:
    """The next batch in a line or two: how many are there, and who is not, where all these names fit."""
    rows = _head(found, batch, pen, width)
    wanted = [one.shown for one in batch.people if not one.absent and one.here is not True]
    named: Line = (*rows[-1], Segment(f": {', '.join(wanted)}", pen.ink.text))
    return [*rows[:-1], named] if wanted and cells(named) <= width else rows


def _scrolled(
    lines: Picture, spot: range | None, pen: Pen, width: int, height: int, scrolled: int
) -> tuple[Picture, int]:
    """`height` of the lines with the chosen person in sight, and how many are out of it at the right edge."""
    height = max(0, height)
    first = max(0, min(scrolled, len(lines) - height))
    if spot is not None and height:
        # the head of the batch stays in sight with its first person
        top = 0 if spot.start <= 1 else spot.start
        first = min(first, top) if top < first else max(first, min(spot.stop - height, spot.start))
    shown = list(lines[first : first + height])
    beneath = len(lines) - first - len(shown)
    for at, count, arrow in ((0, first, "↑"), (len(shown) - 1, beneath, "↓")):
        if count > 0 and shown and (at or arrow == "↑"):
            note = f"{arrow}{count}"
            shown[at] = (*pad(shown[at], width - len(note)), pen.quiet(note))
    return shown, max(0, first)
