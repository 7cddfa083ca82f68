"""The cue board: the last cues that went, and those of what runs, what comes next and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from runofshow.core.snapshot import OVER, CallCue, CuePhase, CueRow, ItemState, Lamp, Row, Snapshot
from runofshow.tui.cue_marks import cue_lines
from runofshow.tui.lines import EMPTY, Picture, cut
from runofshow.tui.pen import Pen

JUST_GONE = 2
"""How many of those that are over stay in sight."""
ROWS_BACK = 4
"""Rows of the running order in which they are looked for: of a thousand, one cannot ask all."""


def cue_board(snapshot: Snapshot, pen: Pen, width: int, height: int, *, is_beyond: bool = False) -> Picture:
    """The board in at most `height` lines, each item's cues under its number. With `is_beyond` only what
    follows the next item, where that one and the running one have their own."""
    gone = [] if is_beyond else _just_gone(snapshot)
    picture: Picture = [line for cue in gone for line in cue_lines(cue, pen, snapshot.now, width)]
    for row in islice(_following(snapshot) if is_beyond else _in_turn(snapshot), max(0, height)):
        if len(picture) + 2 >= height:
            break
        coming = [cue for cue in snapshot.cues_of(row.item_id) if cue.phase not in OVER]
        if coming:
            gap = [EMPTY] if picture and height > 12 else []
            picture += [*gap, cut((pen.quiet(f"{row.number}  {row.title}"),), width)]
            picture += [line for cue in coming for line in cue_lines(cue, pen, snapshot.now, width)]
    if not picture and is_beyond:
        return []
    lines = picture or [cut((pen.quiet(pen.words.no_cues),), width)]
    return [cut((pen.strong(pen.words.running.cues),), width), *lines][:height]


def called_now(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    """The running item's cues that are called or cannot be done, but for the one that GO calls next."""
    if snapshot.current is None:
        return []
    call = snapshot.next_call
    cues = [
        cue
        for cue in snapshot.cues_of(snapshot.current.row.item_id)
        if cue.phase not in OVER
        and (cue.phase is not CuePhase.LATER or cue.lamp is Lamp.FAILED)
        and call != CallCue(cue)
    ]
    return [line for cue in cues for line in cue_lines(cue, pen, snapshot.now, width)]


def _in_turn(snapshot: Snapshot) -> Iterator[Row]:
    """What runs, what comes next, and what follows."""
    if snapshot.current is not None:
        yield snapshot.current.row
    if snapshot.next is not None:
        yield snapshot.next
    yield from _following(snapshot)


def _following(snapshot: Snapshot) -> Iterator[Row]:
    """What stands behind the next item and is to come."""
    rows, coming = snapshot.rows, snapshot.next
    if coming is not None:
        for at in range(rows.places[coming.item_id] + 1, len(rows)):
            row = rows[at]
            if row.state is ItemState.UPCOMING and not row.is_heading:
                yield row


def _just_gone(snapshot: Snapshot) -> list[CueRow]:
    """The last that went, of what runs and of what ran before it."""
    rows = snapshot.rows
    row = snapshot.current.row if snapshot.current else snapshot.next
    here = rows.places[row.item_id] if row is not None else len(rows) - 1
    near = [rows[at] for at in range(max(0, here - ROWS_BACK), here + 1)]
    cues = [cue for row in near if not row.is_heading for cue in snapshot.cues_of(row.item_id)]
    gone = [(cue.gone_at, cue) for cue in cues if cue.phase in OVER and cue.gone_at is not None]
    return [cue for _, cue in sorted(gone, key=lambda one: one[0])[-JUST_GONE:]]
