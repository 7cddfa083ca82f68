"""What comes next, as large as what runs: its name, who does it, the MC's words, its cues."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.snapshot import ItemState, Phase, Row, Snapshot
from runofshow.tui.cue_marks import cue_lines
from runofshow.tui.formats import clock, in_minutes, length, whole_minutes
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, spread, wrap, wrapped
from runofshow.tui.looked_for import speaker_note, waits_lines
from runofshow.tui.pen import Pen


def next_panel(snapshot: Snapshot, pen: Pen, width: int, height: int, *, has_cues: bool = True) -> Picture:
    """In at most `height` lines. Title and person stand whole; the cues come before more of the words.
    Without `has_cues` they stand elsewhere."""
    words, row = pen.words, snapshot.next
    if row is None:
        if snapshot.phase is Phase.ENDED:
            return []
        return [
            cut((pen.inked(words.running.next, pen.ink.strong),), width),
            cut((pen.quiet(words.running.nothing_next),), width),
        ]
    picture: Picture = [_head(row, pen, width)]
    heading = snapshot.rows.of(row.parent_id)
    if heading is not None and height >= 14:
        picture.append(cut((pen.quiet(heading.title),), width))
    picture += wrapped(row.title, width, pen.ink.strong, 2 if height < 12 else 3)
    picture += _person(snapshot, row, pen, width)
    picture += waits_lines(snapshot.people, pen, width)
    if row.wait >= timedelta(minutes=1) and not snapshot.people.awaited:
        waited = in_minutes(whole_minutes(row.wait), "'")
        picture.append(cut((pen.quiet(words.wait.format(length=waited)),), width))
    shown = snapshot.next_cues if has_cues else ()
    cues = [line for cue in shown for line in cue_lines(cue, pen, snapshot.now, width)]
    room = height - len(picture)
    notes = notes_lines(row, pen, width)
    room -= len(notes)
    after = _after(snapshot, row, pen, width)
    said = words_lines(
        snapshot.saying.next,
        row.mc_assumed,
        pen,
        width,
        max(room - len(cues) - 3, 2 if room > len(cues) + 2 else 0),
    )
    blocks = [
        block for block in (notes, said, cues, after if room > len(said) + len(cues) + 2 else []) if block
    ]
    for block in blocks:
        loose = height - len(picture) > len(block)
        picture += [EMPTY, *block] if loose else block
    return picture[:height]


def next_lines(snapshot: Snapshot, pen: Pen, width: int, most: int) -> Picture:
    """The same for a narrow screen, in a few lines: title, person, and its cues as far as they fit."""
    words, row = pen.words, snapshot.next
    if row is None:
        if snapshot.phase is Phase.ENDED:
            return []
        return [cut((pen.strong(f"{words.running.next}  "), pen.quiet(words.running.nothing_next)), width)][
            :most
        ]
    who = pen.who(row)
    starts = f"  {clock(row.expected_start, pen.tz)}"
    title = wrap(f"{words.running.next}  {row.number}  {row.title}", width)
    picture: Picture = wrapped("\n".join(title), width, pen.ink.strong, max(1, min(2, most - 1)))
    note = speaker_note(snapshot.people, row.item_id, pen)
    seen: Line = (pen.text("  "), note) if note is not None else EMPTY
    if len(picture) < most and who.text:
        right: Line = (*seen, pen.quiet(starts))
        # a title is never cut: it takes the lines it needs
        lines = wrapped(who.text, width - 2, who.style or pen.ink.text, max(1, most - len(picture)))
        picture += [(pen.text("  "), *line) for line in lines]
        if cells(picture[-1]) + cells(right) + 1 <= width:
            picture[-1] = spread(picture[-1], right, width)
        elif len(picture) < most:
            picture.append(spread((pen.text("  "),), right, width))
    picture += waits_lines(snapshot.people, pen, width, min(2, most - len(picture)))
    for cue in snapshot.next_cues:
        picture += cue_lines(cue, pen, snapshot.now, width)
    return picture[:most]


def _head(row: Row, pen: Pen, width: int) -> Line:
    at = f"{clock(row.expected_start, pen.tz)}  {'~' if row.assumed else ''}{length(row.planned + row.added)}"
    mark = "◆ " if row.protected else ""
    left: Line = (pen.inked(f"{pen.words.running.next}  {row.number}", pen.ink.strong),)
    return spread(left, (pen.quiet(mark), pen.text(at)), width)


def _person(snapshot: Snapshot, row: Row, pen: Pen, width: int) -> Picture:
    who = pen.who(row)
    missing = row.handin is not None and not row.handin.received
    lines = wrapped(who.text, width, who.style or pen.ink.text, 3) if who.text else []
    if missing:
        note = pen.inked(f"○ {pen.words.handin_missing}", pen.ink.amber)
        if lines:
            lines[-1] = spread(lines[-1], (note,), width)
        else:
            lines = [cut((note,), width)]
    seen = speaker_note(snapshot.people, row.item_id, pen)
    if seen is not None:
        fits = bool(lines) and not missing and cells(lines[-1]) + cells((seen,)) + 2 <= width
        last = lines.pop() if fits else EMPTY
        lines.append(spread(last, (seen,), width))
    return lines


def notes_lines(row: Row, pen: Pen, width: int) -> Picture:
    """What was noted at it."""
    return wrapped(f"✎ {row.notes}", width, pen.ink.text, 2) if row.notes.strip() else []


def words_lines(said: str, is_assumed: bool, pen: Pen, width: int, most: int) -> Picture:
    """The MC's words behind a mark, wrapped beside it."""
    if not said or most < 1:
        return []
    mark = f"{pen.words.mc}{'~' if is_assumed else ' '} "
    indent = " " * len(mark)
    lines = wrapped(said, max(1, width - len(mark)), pen.ink.text, most)
    return [cut((pen.quiet(indent if index else mark), *line), width) for index, line in enumerate(lines)]


def _after(snapshot: Snapshot, row: Row, pen: Pen, width: int) -> Picture:
    """What follows the next one, in a line."""
    rows = snapshot.rows
    behind = (rows[at] for at in range(rows.places[row.item_id] + 1, len(rows)))
    coming = next((one for one in behind if not one.is_heading and one.state is ItemState.UPCOMING), None)
    if coming is None:
        return []
    said = f"{pen.words.running.after}  {coming.number}  {coming.title}"
    return [spread((pen.quiet(said),), (pen.quiet(clock(coming.expected_start, pen.tz)),), width)]
