"""The lines of a plan as the readers of its facts see them: without marks, with what label stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Document, Line, Part, Place, lines_of
from runofshow.documents.finding.entry import Role
from runofshow.documents.finding.lists.marks import Sort, mark_of
from runofshow.documents.finding.programme import Programme

_LONGEST = 3000
"""Letters; what is longer is no line of a plan, and no reader of facts may be slowed by it."""
_STARS = re.compile(r"\*{1,3}|_{2,}|</?[a-z]+>", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s+\|\s+|\t+|(?<!gian)(?<!gian,)\s*[-–;,.]?\s+(?=(?:địa điểm|thời gian|venue)\s*:)", re.IGNORECASE
)
_AROUND = re.compile(r"\(((?:thời gian|địa điểm|ngày)\b[^()]*(?:\([^()]*\)[^()]*)*)\)", re.IGNORECASE)
"""A line in brackets: «(Thời gian: 7h00, ngày 05/9)»."""
_HEAD = re.compile(r"\(|tại\s|do\s+\d|địa điểm|thời gian|lần thứ|nhiệm kỳ", re.IGNORECASE)
"""What still belongs to the name above a programme."""
_LABEL = re.compile(r"(?P<label>[^:：.;!?]{2,70}?)\s*[:：](?!\d)\s*(?P<value>.*)$", re.DOTALL)


class PlanLine(Struct, frozen=True, kw_only=True):
    """One line, or what stands between two bars of it."""

    words: str
    """Without its mark and the stars of Markdown."""
    line: Line
    sort: Sort
    number: str | None = None
    is_programme: bool = False
    """It stands in the programme that was taken."""

    @property
    def label(self) -> str:
        """What stands before a colon, in small letters; empty without one."""
        found = _LABEL.match(self.words)
        return " ".join(found["label"].casefold().split()) if found else ""

    @property
    def name(self) -> str:
        """The label as written."""
        found = _LABEL.match(self.words)
        return found["label"].strip() if found else ""

    @property
    def value(self) -> str:
        """What stands behind the colon; all of it without one."""
        found = _LABEL.match(self.words)
        return found["value"].strip() if found else self.words

    @property
    def is_big(self) -> bool:
        """It looks like a title: bold, centred, a heading, or all in capitals."""
        line = self.line
        return line.bold or line.heading or line.centred or self.words.isupper()


def plan_lines(document: Document, programme: Programme | None) -> tuple[PlanLine, ...]:
    """All lines in reading order, the part with the programme first; no hidden sheet but for that."""
    taken = _programme_of(programme)
    parts = _parts(document, programme)
    return tuple(each for part in parts for line in part.lines() for each in _cut(line, id(line) in taken))


def _programme_of(programme: Programme | None) -> frozenset[int]:
    """The lines of a programme from its first item on: above it the name of the conference may stand."""
    if programme is None:
        return frozenset()
    lines = [line for block in programme.blocks for line in lines_of(block)]
    items = (entry for entry in programme.entries if entry.role is Role.ITEM and not _HEAD.match(entry.text))
    first = next((_row(entry.place) for entry in items), None)
    begin = next((at for at, line in enumerate(lines) if _row(line.place) == first), 0)
    return frozenset(id(line) for line in lines[begin:])


def _row(place: Place) -> Place:
    return replace(place, column=None)


def _parts(document: Document, programme: Programme | None) -> Sequence[Part]:
    first = programme.part if programme else None
    return [
        part
        for at, part in sorted(enumerate(document.parts), key=lambda each: each[0] != first)
        if at == first or not part.hidden
    ]


def _cut(line: Line, is_programme: bool) -> Iterator[PlanLine]:
    mark = mark_of(line)
    rest = mark.rest[:_LONGEST].strip()
    if around := _AROUND.fullmatch(rest):
        rest = around[1]
    for place, piece in enumerate(_SPLIT.split(rest)):
        words = _STARS.sub("", piece).strip()
        if words:
            sort, number = (mark.sort, mark.number) if not place else (Sort.NONE, None)
            yield PlanLine(words=words, line=line, sort=sort, number=number, is_programme=is_programme)


def labelled(lines: Sequence[PlanLine], label: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Where a label stands that matches, and what it says: behind its colon, or in the next line."""
    for at, each in enumerate(lines):
        if label.fullmatch(each.label):
            if each.value:
                yield at, each.value
            elif at + 1 < len(lines):
                yield at + 1, lines[at + 1].words
        elif label.fullmatch(each.words.casefold().strip(" .")) and at + 1 < len(lines):
            after = lines[at + 1]
            if not after.label and after.line.place.row == each.line.place.row:
                yield at + 1, after.words


def in_small_letters(words: str, lines: Sequence[PlanLine]) -> str:
    """Words in capitals as the document writes them elsewhere; as they are where it never does."""
    if not words.isupper():
        return words
    folded = re.sub(r"\s+", " ", words).casefold()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in folded.split()), re.IGNORECASE)
    for each in lines:
        for found in pattern.finditer(each.words):
            if not found[0].isupper():
                return found[0][:1].upper() + found[0][1:]
    return words
