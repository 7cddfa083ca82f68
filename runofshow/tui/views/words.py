"""The MC's words: what to say now and next, and the commands of a rite as a list to tick off."""

from __future__ import annotations

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.on_stage import RoundNow
from runofshow.core.snapshot import Phase
from runofshow.core.views.items import CurrentView, Need
from runofshow.core.views.items import Line as ItemLine
from runofshow.core.views.roles import HandView
from runofshow.core.words import is_direction
from runofshow.tui.honoured import steps_lines
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, wrap, wrapped
from runofshow.tui.views.award import award_lines, batch_at
from runofshow.tui.views.lectern import Lectern, called_of, commands_in, in_turn, words_in
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import Body

COLUMN = 84
"""Cells in the widest line of words: longer ones are lost on the way back to their beginning."""


ASIDE = Style(italic=True)
"""Of what tells who reads, and is not to be said."""


class _Part(Struct, frozen=True):
    """The words of one item."""

    head: Picture
    said: Picture
    call_at: int | None = None
    """Where in `said` the command to call next begins."""
    after: Picture = []
    """The award that the words lead to, as the page has it."""


def words_body(picture: HandView, lectern: Lectern, scene: Scene, width: int) -> Body:
    """The words of the running item and of the next one."""
    # a cell is left free for the arrow that says how much is out of sight
    pages, wide = scene.pages, max(1, min(COLUMN, width - 1))
    if picture.phase is Phase.ENDED:
        return Body([(scene.pen.quiet(pages.hands.no_more_words),)])
    turn = in_turn(picture, lectern)
    current, coming = picture.current, picture.next
    parts: list[_Part] = []
    needs = {need.item.item_id: need for need in picture.needs}
    if current is not None:
        parts.append(
            _part(
                pages.hands.say_now,
                current,
                picture.words,
                picture.words_assumed,
                lectern,
                turn,
                scene,
                wide,
                True,
                needs.get(current.item_id),
                picture.round,
            )
        )
    next_at = sum(len(part.head) + len(part.said) + len(part.after) for part in parts)
    if coming is not None:
        loud = current is None
        parts.append(
            _part(
                pages.hands.say_next,
                coming,
                picture.next_words,
                picture.next_words_assumed,
                lectern,
                turn,
                scene,
                wide,
                loud,
                needs.get(coming.item_id),
                picture.round,
            )
        )
    left = Segment(" " * ((width - wide) // 2))
    lines: Picture = []
    call_at = None
    for part in parts:
        if part.call_at is not None:
            call_at = len(lines) + len(part.head) + part.call_at
        lines += [(left, *line) for line in (*part.head, *part.said, *part.after)]
    words = words_in(picture.words if current is not None else "") + words_in(picture.next_words)
    rows = sum(len(part.said) for part in parts)
    if not parts:
        lines = [(scene.pen.quiet(pages.running.nothing_next),)]
    return Body(lines, next_at, rows / max(1, words), call_at)


def _part(
    label: str,
    item: CurrentView | ItemLine,
    words: str,
    is_assumed: bool,
    lectern: Lectern,
    turn: str | None,
    scene: Scene,
    width: int,
    loud: bool,
    need: Need | None,
    found: RoundNow | None,
) -> _Part:
    pen = scene.pen
    head: Picture = [
        EMPTY,
        *wrapped(
            f"{label} · {item.number} {item.title}", width, pen.ink.accent if loud else pen.ink.quiet, 3
        ),
    ]
    if item.by:
        head += wrapped(item.by, width, pen.ink.text if loud else pen.ink.quiet, 4)
    elif need is not None and need.unassigned:
        head.append(cut((pen.inked(pen.words.unassigned, pen.ink.amber),), width))
    batch = batch_at(found, item.item_id)
    if batch is not None and batch.step is not None:
        head += [EMPTY, *steps_lines(batch, pen, width)]
    award = batch or (None if need is None else need.award)
    after: Picture = [] if award is None else [EMPTY, *award_lines(award, scene, width)]
    commands = commands_in(item.kind, words)
    if commands and not scene.is_console:
        called = called_of(lectern, item.item_id, commands)
        said, call_at = _checklist(words, called, scene, width, turn == item.item_id, loud)
        return _Part([*head, _tally(called, len(commands), scene, width)], said, call_at, after)
    head.append(EMPTY)
    if not words.strip():
        return _Part(head, [cut((pen.quiet(scene.pages.hands.no_words),), width)], after=after)
    if is_assumed:
        head.append(cut((pen.quiet(f"~ {pen.words.assumed}"),), width))
    ink = pen.ink.strong if loud else pen.ink.text
    lines: Picture = []
    for line in words.splitlines():
        style = pen.ink.quiet + ASIDE if is_direction(line) else ink
        # double spaced: the eye comes back from the hall to the right line
        lines += [row for part in wrap(line, width) for row in (cut((Segment(part, style),), width), EMPTY)]
    return _Part(head, lines, after=after)


def _tally(called: int, count: int, scene: Scene, width: int) -> Line:
    words, ink = scene.words, scene.pen.ink
    if called == count:
        return cut((Segment(words.commands_done.format(all=count), ink.green),), width)
    return cut((scene.pen.quiet(words.commands.format(count=called, all=count)),), width)


def _checklist(
    words: str, called: int, scene: Scene, width: int, is_turn: bool, loud: bool
) -> tuple[Picture, int | None]:
    """Each command with its box; the one to call next has an arrow and a word before it. What is not to be
    called has none."""
    pen = scene.pen
    arrow = pen.inked(f"{scene.words.call_next} → " if width >= 50 else "→ ", pen.ink.accent)
    gutter = Segment(" " * cells((arrow,)))
    lines: Picture = []
    call_at = None
    at = -1
    for command in filter(None, map(str.strip, words.splitlines())):
        if is_direction(command):
            lines += [cut((gutter, Segment(command, pen.ink.quiet + ASIDE)), width), EMPTY]
            continue
        at += 1
        is_next = is_turn and at == called
        if is_next:
            call_at = len(lines)
        ink = pen.ink.quiet if at < called else pen.ink.strong if is_next and loud else pen.ink.text
        box = "[✓] " if at < called else "[ ] "
        rows = wrap(command, max(1, width - cells((gutter,)) - len(box)))
        for row, text in enumerate(rows):
            before = arrow if is_next and row == 0 else gutter
            shown = text.rjust(len(text) + len(box)) if row else box + text
            lines.append(cut((before, Segment(shown, ink)), width))
        lines.append(EMPTY)
    return lines, call_at
