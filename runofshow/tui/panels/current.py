"""What runs now: its name, who does it, and the count a hall can read."""

from __future__ import annotations

from datetime import timedelta

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from runofshow.core.count import Tone
from runofshow.core.snapshot import OVER, Current, Phase, Row, Snapshot
from runofshow.core.vote import Vote
from runofshow.tui.big_digits import size_for, width_of
from runofshow.tui.cue_marks import cue_lines
from runofshow.tui.formats import added, clock, count_up, length
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, cut, spread, wrapped
from runofshow.tui.panels.big_count import count_lines, drawn, number
from runofshow.tui.panels.next_item import notes_lines, words_lines
from runofshow.tui.panels.summary import summary
from runofshow.tui.pen import Pen
from runofshow.tui.reading import speech_lines

PHASE = 23
"""Cells of a cue's shape, hand and phase; longer ones stand in two lines."""


def current_panel(snapshot: Snapshot, pen: Pen, width: int, height: int, *, has_cues: bool = True) -> Picture:
    """Name, person, digits, bar, times, cues, in at most `height` lines. The digits take the room that is
    left; the cues, and the air before them, give way to them. Without `has_cues` these stand elsewhere."""
    if snapshot.phase is Phase.ENDED:
        return summary(snapshot, pen, width)[:height]
    current = snapshot.current
    if current is None:
        return _waiting(snapshot, pen, width, height)
    row = current.row
    top: Picture = [_head(snapshot, pen, width)]
    if current.heading is not None and height >= 14:
        top.append(cut((pen.quiet(current.heading.title),), width))
    cues = snapshot.cues_of(row.item_id) if has_cues else []
    # As many lines at its start as at its end: the digits must not grow as the cues go.
    lines = sum(1 + (cell_len(cue.text) + PHASE > width) for cue in cues)
    most_for_cues = 2 if height < 18 else 4
    # where there are many cues the end of a long title gives way, not they and not the digits
    is_narrow = height < 18 or (height < 22 and lines > 2)
    top += wrapped(row.title, width, pen.ink.strong, 2 if is_narrow else 3)
    top += _person(row, pen, width, 1 if height < 12 else 2)
    top += vote_lines(row.vote, pen, width)
    foot: Picture = [_bar(snapshot, current, pen, width), _times(snapshot, current, pen, width)]
    foot += speech_lines(snapshot.speech, snapshot.now, pen, width)
    left = [cue for cue in cues if cue.phase not in OVER] or cues[-1:]
    board = [line for cue in left for line in cue_lines(cue, pen, snapshot.now, width)]
    room = height - len(top) - len(foot)
    wanted_for_cues = min(lines, most_for_cues)
    counted = number(snapshot.count, snapshot.now, pen)
    digits = count_lines(counted, width, room - wanted_for_cues, pen) if counted else []
    spare = room - len(digits) - wanted_for_cues
    above, beneath = [EMPTY] * (spare >= 1), [EMPTY] * (spare >= 2)
    left_over = room - len(digits) - len(above) - len(beneath)
    if not has_cues:
        # what the MC says meanwhile, and what was noted, as far as there is room
        notes = notes_lines(row, pen, width)
        said = words_lines(
            snapshot.saying.now, row.mc_assumed, pen, width, left_over - len(notes) - 2 * bool(notes) - 1
        )
        board = [line for block in (notes, said) if block for line in (EMPTY, *block)][:left_over]
    elif len(board) < left_over:
        board = [EMPTY, *board]
    return [*top, *above, *digits, *beneath, *foot, *board][:height]


def current_beside(snapshot: Snapshot, pen: Pen, width: int, height: int) -> Picture:
    """The same for a low and narrow screen: the words at the left, the digits at the right."""
    current, counted = snapshot.current, number(snapshot.count, snapshot.now, pen)
    if counted is None:
        return current_panel(snapshot, pen, width, height)
    frame = counted.frame
    size = size_for(frame, width // 2, height - 1)
    if size is None:
        return current_panel(snapshot, pen, width, height)
    field = max(width_of(frame, size), min(len(counted.label), width // 2))
    blank = Segment(" " * (field - width_of(frame, size)))
    right: Picture = [(blank, *line) for line in drawn(counted, frame, size)]
    label = cut((Segment(counted.label, counted.style),), field)
    right.append((Segment(" " * (field - cells(label))), *label))
    room = width - field - 2
    if current is None:
        left = _waiting_words(snapshot, pen, room)
    else:
        row = current.row
        left = [_head(snapshot, pen, room), *wrapped(row.title, room, pen.ink.strong, max(1, height - 4))]
        left += _person(row, pen, room, 1)
        left += vote_lines(row.vote, pen, room)
        foot = [_bar(snapshot, current, pen, room), _times(snapshot, current, pen, room)]
        if height > 4:
            foot += speech_lines(snapshot.speech, snapshot.now, pen, room)
        left = [*left[: height - len(foot)], *foot]
    return beside([(left[:height], room + 2), (right, field)], height, Segment(""))


def _head(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    current = snapshot.current
    assert current is not None
    left: Line = (pen.inked(f"{pen.words.running.now}  {current.row.number}", pen.ink.accent),)
    if snapshot.phase is Phase.HELD and snapshot.held_since is not None:
        held = pen.words.held_for.format(
            at=clock(snapshot.held_since, pen.tz), count=count_up(snapshot.now - snapshot.held_since)
        )
        return spread(left, (pen.inked(f" ▮▮ {held} ", pen.ink.amber + Style(reverse=True)),), width)
    if current.row.protected:
        return spread(left, (pen.quiet(f"◆ {pen.words.running.protected}"),), width)
    return left if cells(left) <= width else cut(left, width)


def _person(row: Row, pen: Pen, width: int, most: int) -> Picture:
    who = pen.who(row)
    return wrapped(who.text, width, who.style or pen.ink.text, most) if who.text else []


def vote_lines(vote: Vote | None, pen: Pen, width: int) -> Picture:
    """How the vote went; nothing while nobody has counted."""
    if vote is None:
        return []
    forms = pen.words.forms
    return wrapped(f"{forms.vote}: {vote.said(forms.vote_counted)}", width, pen.ink.strong, 2)


def _bar(snapshot: Snapshot, current: Current, pen: Pen, width: int) -> Line:
    """How much of its time has passed, and its length at the end of the bar."""
    row = current.row
    whole = row.planned + row.added
    said: Line = (
        pen.text(f"  {'~' if row.assumed else ''}{length(row.planned)}"),
        pen.strong(f" {added(row.added)}" if row.added else ""),
    )
    room = width - cells(said)
    if room < 6:
        return cut(said, width)
    count = snapshot.count
    is_over = count is not None and count.on(snapshot.now).tone is Tone.OVER
    ink = pen.ink.red if is_over else pen.ink.accent
    passed = 1.0 if whole <= timedelta() else min(max(current.elapsed / whole, 0.0), 1.0)
    full = int(passed * room)
    tip = "╸" if full < room else ""
    rest = room - full - len(tip)
    return (Segment("━" * full + tip, ink), Segment("─" * rest, pen.ink.rule), *said)


def _times(snapshot: Snapshot, current: Current, pen: Pen, width: int) -> Line:
    words, row = pen.words, current.row
    started = pen.text(words.started_at.format(at=clock(current.started_at, pen.tz)))
    end = words.should_end_at if current.overrun else words.expected_end_at
    ends_at = current.row.expected_end
    if current.overrun:
        ends_at = snapshot.now - current.overrun
    ends = pen.text(end.format(at=clock(ends_at, pen.tz)))
    plan = pen.quiet(words.planned_at.format(at=clock(row.planned_start, pen.tz)))
    full: Line = (plan, pen.text("   "), started, pen.text("   "), ends)
    return full if cells(full) <= width else cut((started, pen.text("  "), ends), width)


def _waiting(snapshot: Snapshot, pen: Pen, width: int, height: int) -> Picture:
    """Before the first item, and between two sessions; in a rehearsal also between two items."""
    words, before = pen.words, snapshot.phase is Phase.BEFORE
    session = snapshot.session
    top: Picture = [_waiting_head(snapshot, pen, width)]
    top += wrapped(snapshot.title if before else session.title, width, pen.ink.strong, 2)
    if snapshot.session_count > 1 and before and session.title:
        top.append(cut((pen.text(session.title),), width))
    counted = number(snapshot.count, snapshot.now, pen)
    if counted is None:
        return [
            *top,
            EMPTY,
            *wrapped(words.floating if snapshot.floating else words.waits_for_call, width, pen.ink.text, 3),
        ][:height]
    at: Picture = [
        cut(
            (
                pen.text(words.planned_at.format(at=clock(session.start_at, pen.tz))),
                pen.quiet(f"  ~ {words.assumed}" if session.start_assumed else ""),
            ),
            width,
        )
    ]
    room = height - len(top) - len(at)
    digits = count_lines(counted, width, room - 2 if room > 5 else room, pen)
    gap = [EMPTY] if room - len(digits) >= 2 else []
    return [*top, *gap, *digits, *gap, *at][:height]


def _waiting_head(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    words = pen.words
    head = words.before if snapshot.phase is Phase.BEFORE else words.between
    if snapshot.between_items:
        head = words.between_items
    return cut((pen.inked(head, pen.ink.accent),), width)


def _waiting_words(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    words, session = pen.words, snapshot.session
    before = snapshot.phase is Phase.BEFORE
    return [
        _waiting_head(snapshot, pen, width),
        *wrapped(snapshot.title if before else session.title, width, pen.ink.strong, 3),
        cut((pen.text(words.planned_at.format(at=clock(session.start_at, pen.tz))),), width),
    ]
