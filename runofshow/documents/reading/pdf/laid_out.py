"""Words that stand at places of a page, as lines and paragraphs. Points, y downwards.

A line that was broken because the next word did not fit is joined to the next one; one that had room ends its
paragraph. Wide gaps within a line are tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

_GAP = 2.0
"""Of the letters' size: blanks of justified text stay narrower."""
_POINT = re.compile(
    r"(?:[-–—+•*●○◦▪■❖➢✓◆·]|\(?\d{1,2}(?:\.\d{1,2})*[.)/]|\(?[a-zđA-ZĐ][.)]|[IVX]{1,5}[.)/])(?:\s|$)"
)
_HOUR = re.compile(r"(?:từ|lúc)?\s*\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}\b", re.IGNORECASE)
HALF_A_SPAN = re.compile(r"\d\s*(?:h|g|giờ|phút|['’])?\d*['’]?\s*(?:[-–—]|đến)$", re.IGNORECASE)
_LONE_MARK = re.compile(r"[-–—+•*●○◦▪■❖➢✓◆·]|\(?\w{1,4}[.)/]|\d{1,2}")


class Word(Struct, frozen=True):
    """Letters without a blank among them."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False

    @property
    def size(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class TextLine(Struct, frozen=True):
    """Words side by side."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    first_word: float
    """Width of the first one."""


class Paragraph(Struct, frozen=True):
    """Lines that are one."""

    text: str
    left: float
    """Of its first line."""
    top: float
    right: float
    """As far as its longest line reaches."""
    bold: bool


def text_lines(words: Iterable[Word]) -> list[TextLine]:
    """From the top down."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.middle, each.left)):
        row = rows[-1] if rows else None
        if row is not None and word.middle - row[0].middle < 0.5 * min(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    return [_line(sorted(row, key=lambda each: each.left)) for row in rows]


def _line(words: list[Word]) -> TextLine:
    pieces = [words[0].text]
    for before, word in pairwise(words):
        wide = word.left - before.right > _GAP * max(before.size, word.size)
        lone = before is words[0] and _LONE_MARK.fullmatch(before.text)
        pieces.append(("\t" if wide and not lone else " ") + word.text)
    return TextLine(
        text="".join(pieces),
        left=words[0].left,
        top=min(word.top for word in words),
        right=words[-1].right,
        bottom=max(word.bottom for word in words),
        bold=all(word.bold for word in words),
        first_word=words[0].right - words[0].left,
    )


def paragraphs(lines: list[TextLine], left: float, right: float) -> list[Paragraph]:
    """The lines joined; text may reach from `left` to `right`."""
    found: list[list[TextLine]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, left, right):
            found[-1].append(line)
        else:
            found.append([line])
    return [
        Paragraph(
            text=" ".join(line.text for line in each),
            left=each[0].left,
            top=each[0].top,
            right=max(line.right for line in each),
            bold=all(line.bold for line in each),
        )
        for each in found
    ]


def _goes_on(above: list[TextLine], line: TextLine, left: float, right: float) -> bool:
    last = above[-1]
    height = last.bottom - last.top
    if HALF_A_SPAN.search(last.text):
        return True
    if line.top - last.bottom > 0.9 * height or _POINT.match(line.text) or _HOUR.match(line.text):
        return False
    if "\t" in last.text or "\t" in line.text or (last.bold and not line.bold and line.text[0].isupper()):
        return False
    centred = abs(line.left + line.right - last.left - last.right) < height
    if len(above) > 1 and line.left - last.left > height and not centred:  # a first line stands in
        return False
    if abs(height - (line.bottom - line.top)) > 0.35 * height:
        return False
    room, before = right - last.right, last.left - left
    if before > 0.4 * (right - left):  # who signs stands at the right, under one another
        return False
    if abs(room - before) < height and room > height:  # in the middle, so both sides are free
        room += before
    fits = line.first_word + 0.25 * height < room
    if not fits:
        return True
    return line.text[0].islower() and room < 6 * height and not last.text.endswith((".", ";", ":"))
