"""Those who are honoured, and the steps of a batch: one drawing for the panel and every hand's screen.

A name is never cut: it takes as many lines as it needs.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Step
from runofshow.core.numbered import is_numbered
from runofshow.core.on_stage import Batch, OnStage, RoundNow, Whereabouts
from runofshow.texts.awards import AwardTexts
from runofshow.tui.formats import joined
from runofshow.tui.lines import Line, Picture, cells, over, pad, wrap
from runofshow.tui.pen import Pen

WITH_WORDS = 56
"""Cells from which on what is known of somebody is said beside its shape."""


def standing(one: OnStage, pen: Pen, *, has_come: bool = False) -> tuple[str, str, Style]:
    """Shape, word and colour of whether somebody is there. `has_come`: their batch is on stage, where nobody
    is looked for who was not reported missing."""
    words, ink = pen.words.awards, pen.ink
    if one.absent:
        return "✗", words.absent, ink.quiet
    if has_come and one.here is not False:
        return " ", "", ink.quiet
    return {
        True: ("✓", words.here, ink.green),
        False: ("✗", words.missing, ink.amber),
        None: ("…", words.unseen, ink.quiet),
    }[one.here]


def called(one: OnStage) -> str:
    """The name with its title of address, as it is called; the event's where the list has none."""
    before, is_found, _ = one.called.partition(one.said or one.name)
    address = before.strip() if is_found else one.address
    is_written = not address or one.shown.casefold().startswith(address.casefold())
    return one.shown if is_written else f"{address} {one.shown}"


def details(one: OnStage, words: AwardTexts) -> str:
    """What the list says of them beside the name."""
    unit = "" if f"({one.unit})" in one.shown else one.unit
    return joined(one.post, unit, words.posthumous if one.posthumous else "", one.note)


def person_lines(
    one: OnStage,
    pen: Pen,
    width: int,
    *,
    is_chosen: bool = False,
    has_cursor: bool = False,
    has_come: bool = False,
    by_plan: bool = False,
) -> Picture:
    """Place on the tray, whether they are there, name, office, who comes for them, how it is read.

    With `has_cursor` a cell is kept free for the mark of the chosen one. `by_plan` says too what number the
    printed sheets have for them.
    """
    words, ink = pen.words.awards, pen.ink
    shape, said, style = standing(one, pen, has_come=has_come)
    place = "–" if one.place is None else str(one.place)
    mark = ("▸" if is_chosen else " ") if has_cursor else ""
    head: Line = (
        Segment(mark, ink.accent),
        Segment(f"{place:>3} ", ink.quiet if one.absent else ink.strong),
        Segment(f"{shape} ", style),
    )
    if width >= WITH_WORDS:
        head = (*head, Segment(said + " " * (_longest(words) + 2 - cell_len(said)), style))
    room = max(1, width - cells(head))
    named = ink.struck if one.absent else ink.strong
    rows: Picture = [(Segment(row, named),) for row in wrap(called(one), room)]
    beside = details(one, words)
    plain = ink.struck if one.absent else ink.text
    if beside and cells(rows[-1]) + cell_len(beside) + 2 <= room:
        rows[-1] = (*rows[-1], Segment(f"  {beside}", plain))
    elif beside:
        rows += [(Segment(row, plain),) for row in wrap(beside, room)]
    moved = f"⇄ {moved}" if (moved := moved_words(one, words, by_plan)) and not one.absent else ""
    if moved and cells(rows[-1]) + cell_len(moved) + 2 <= room:
        rows[-1] = (*rows[-1], Segment(f"  {moved}", ink.amber))
    elif moved:
        rows += [(Segment(row, ink.amber),) for row in wrap(moved, room)]
    if one.proxy and not one.absent:
        rows += [
            (Segment(row, ink.strong),) for row in wrap(f"→ {words.proxy.format(proxy=one.proxy)}", room)
        ]
    if one.said and not one.absent:
        rows += [(Segment(row, ink.text),) for row in wrap(f"» {words.read_as.format(said=one.said)}", room)]
    blank = Segment(" " * cells(head))
    lines: Picture = [((blank, *row) if at else (*head, *row)) for at, row in enumerate(rows)]
    return [over(pad(line, width), ink.cursor) for line in lines] if is_chosen else lines


def moved_words(one: OnStage, words: AwardTexts, by_plan: bool) -> str:
    """Where somebody stood by the plan, if that was elsewhere."""
    if one.added:
        return words.added
    came = "" if one.moved_from is None else words.moved_from.format(batch=one.moved_from)
    was = one.planned_place if by_plan else None
    return joined(came, "" if was is None else words.was_place.format(place=was))


def moved_out_lines(batch: Batch, pen: Pen, width: int) -> Picture:
    """Who is to be taken off the tray of a batch, and of which it is a part."""
    words = pen.words.awards
    said = [] if batch.split_from is None else [words.split_from.format(batch=batch.split_from)]
    for one in batch.moved_out:
        phrase = words.moved_out_of_round if one.to is None else words.moved_out
        said.append(phrase.format(name=one.shown, batch=one.to))
    return [(Segment(row, pen.ink.amber),) for text in said for row in wrap(f"⇄ {text}", width)]


def _longest(words: AwardTexts) -> int:
    return max(map(cell_len, (words.here, words.unseen, words.missing, words.absent)))


def steps_lines(batch: Batch, pen: Pen, width: int) -> Picture:
    """Its steps on a line: those done, the one it stands at, those to come. It breaks between two of them."""
    ink, words = pen.ink, pen.words.awards
    at = batch.steps.index(batch.step) if batch.step in batch.steps else -1
    lines: Picture = []
    line: Line = ()
    for place, step in enumerate(batch.steps):
        said = words.step(step)
        if place == at:
            part: Line = (Segment(f" ▶ {said.upper()} ", ink.accent + Style(reverse=True)),)
        else:
            part = (Segment(f"{'✓' if place < at else '○'} {said}", ink.quiet if place < at else ink.text),)
        joint: Line = (Segment(" ▸ ", ink.rule),) if line else ()
        if line and cells((*line, *joint, *part)) > width:
            lines.append(line)
            line, joint = (), ()
        line = (*line, *joint, *part)
    return [*lines, line] if line else lines


def place_in(found: Batch | Whereabouts, batches: int, phrase: str, words: AwardTexts) -> str:
    """`Đợt 2/6`; of a round of one what that is called."""
    return words.single_batch if batches == 1 else phrase.format(batch=found.batch, batches=batches)


def batch_words(found: RoundNow, batch: Batch, phrase: str, words: AwardTexts) -> str:
    """The same of a batch that is seen."""
    return place_in(batch, found.batches, phrase, words)


def handed_over(found: RoundNow, batch: Batch) -> str:
    """What a batch is for: its form of award, its title, or that of its round where its own only counts."""
    return batch.form or (found.title if is_numbered(batch.title) else batch.title)


def batch_called(found: RoundNow, batch: Batch, words: AwardTexts) -> str:
    """`Đợt 2/6 · Giấy khen của Chủ tịch UBND phường`"""
    return f"{batch_words(found, batch, words.batch_of, words)} · {handed_over(found, batch)}"


def has_come(batch: Batch) -> bool:
    """Whether its people have been called onto the stage and stand there."""
    if batch.step is None or Step.CALL not in batch.steps:
        return False
    return batch.steps.index(batch.step) > batch.steps.index(Step.CALL)


def counted(people: Iterable[OnStage], pen: Pen, *, has_come: bool = False) -> list[Segment]:
    """`khay 9 phần`, `✓ đủ người`, or how many are not seen, missing, absent."""
    words, ink = pen.words.awards, pen.ink
    listed = tuple(people)
    coming = [one for one in listed if not one.absent]
    unseen = 0 if has_come else sum(one.here is None for one in coming)
    missing = sum(one.here is False for one in coming)
    absent = len(listed) - len(coming)
    parts = [Segment(words.tray.format(count=len(coming)), ink.text)]
    if missing:
        parts.append(Segment(f"✗ {words.counted_missing.format(count=missing)}", ink.amber))
    if unseen:
        parts.append(Segment(f"… {words.counted_unseen.format(count=unseen)}", ink.text))
    if coming and not missing and not unseen and not has_come:
        parts.append(Segment(f"✓ {words.all_here}", ink.green))
    if absent:
        parts.append(Segment(words.counted_absent.format(count=absent), ink.quiet))
    return parts


def dotted(parts: Iterable[Segment], pen: Pen, width: int) -> Picture:
    """Parts with a dot between two of them, in as many lines as they need."""
    lines: Picture = []
    line: Line = ()
    for part in parts:
        more = (*line, pen.quiet(" · "), part) if line else (part,)
        if line and cells(more) > width:
            lines.append(line)
            more = (part,)
        line = more
    return [*lines, line] if line else lines
