"""What is other than on the page that people hold, marked: the row at its side, and each word that is new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from runofshow.core.value import replace
from runofshow.paper.sheet import Cell, Paragraph, Row, Run
from runofshow.printing.exchange.holding import text_of

_WORD = re.compile(r"\S+")


def marked_row(row: Row, before: Sequence[str] | None) -> Row:
    """`before`: what each cell said; None of a row that is new."""
    if before is not None and _said(" | ".join(before)) == _said(" | ".join(map(text_of, row.cells))):
        return row
    told = before if before is not None and len(before) == len(row.cells) else ("",) * len(row.cells)
    cells = (_marked_cell(cell, was) for cell, was in zip(row.cells, told, strict=True))
    return replace(row, cells=tuple(cells), changed=True)


def marked_paragraph(block: Paragraph, before: str | None) -> Paragraph:
    """`before`: what it said; None of one that is new."""
    if before is not None and _said(before) == _said("".join(run.text for run in block.runs)):
        return block
    lines = _marked_lines((block.runs,), before or "")
    return replace(block, runs=lines[0], changed=True)


def _marked_cell(cell: Cell, before: str) -> Cell:
    return (
        cell
        if _said(text_of(cell)) == _said(before)
        else replace(cell, lines=_marked_lines(cell.lines, before))
    )


def _said(text: str) -> list[str]:
    """The words of a text: where a line ended on the page before does not count."""
    return text.split()


def _marked_lines(lines: tuple[tuple[Run, ...], ...], before: str) -> tuple[tuple[Run, ...], ...]:
    words = [word for runs in lines for word in _WORD.findall("".join(run.text for run in runs))]
    matcher = SequenceMatcher(None, _WORD.findall(before), words, autojunk=False)
    same = {at for block in matcher.get_matching_blocks() for at in range(block.b, block.b + block.size)}
    new = iter([at not in same for at in range(len(words))])
    return tuple(tuple(_parted(runs, new)) for runs in lines)


def _parted(runs: tuple[Run, ...], new: Iterator[bool]) -> Iterator[Run]:
    """The runs of a line, parted where what is new begins and ends. A word may go over several runs."""
    text = "".join(run.text for run in runs)
    is_new = [False] * len(text)
    before: int | None = None
    for word in _WORD.finditer(text):
        if next(new):
            # the space between two new words belongs to them
            begin = word.start() if before is None else before
            is_new[begin : word.end()] = [True] * (word.end() - begin)
            before = word.end()
        else:
            before = None
    at = 0
    for run in runs:
        start = 0
        for place in range(1, len(run.text) + 1):
            if place == len(run.text) or is_new[at + place] != is_new[at + start]:
                yield replace(run, text=run.text[start:place], changed=is_new[at + start])
                start = place
        at += len(run.text)
