"""What a line tells of the entry above it: who does it, what is needed, what the MC says."""

from __future__ import annotations

import re

from runofshow.core.value import replace
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.lists.marks import NUMBERS, Sort
from runofshow.documents.finding.lists.pieces import Piece
from runofshow.documents.finding.wording import (
    BY_LINE,
    NOTE_LINE,
    PERSON,
    SECTION,
    SPOKEN,
    is_rite,
    is_spoken,
)
from runofshow.documents.finding.words.kinds import kinds_of
from runofshow.documents.finding.words.presenters import presenter_in

SPEECH = 170
"""Letters. A line without mark that is longer is spoken, or tells, and is no item of a list."""
GUESTS = frozenset({"introduction", "reception", "presidium", "election", "award", "gift", "debut"})
"""Persons under a line of these kinds do not do it: they are greeted, chosen or honoured."""


LABELLED = re.compile(r"(?:[^\W\d]+\s+){1,3}\d{1,2}\s*[:.–-]\s*[“«]?[^\W\d]")
"""«Diễn đàn 1: …», «Paper 2. …»: one of a list, whatever its words."""


_SUBJECT = re.compile(
    r"(?:đại hội|hội nghị|hội thảo|đoàn|đại biểu|lãnh đạo|đại diện|chủ tịch|bí thư|hiệu trưởng|trưởng)\b",
    re.IGNORECASE,
)
"""Who does what follows in the same line."""


def timed_above(entries: list[Entry]) -> bool:
    """The last entry has its time, in its line or in the one above."""
    return entries[-1].hours is not None or (len(entries) > 1 and entries[-2].role is Role.SLOT)


def under_slot(entries: list[Entry]) -> bool:
    """The last time that was said stands on a line alone."""
    last = next((entry for entry in reversed(entries) if entry.hours is not None), None)
    return last is not None and last.role is Role.SLOT


def goes_on(absorbed: Piece, piece: Piece) -> bool:
    """A list of persons goes on with «và các khách mời»."""
    alike = absorbed.mark.sort is piece.mark.sort and piece.mark.sort is not Sort.NONE
    persons = PERSON.match(absorbed.words) is not None
    return alike and persons and piece.hours is None and not is_rite(piece.words)


def belongs_above(piece: Piece, before: Entry, *, listed: bool, told: bool, under_slot: bool) -> bool:
    """It tells more of the line before: who does it, what is needed, what is said. `under_slot`: a bare time
    stands over them both, so that it may be another act of that time."""
    if before.role is not Role.ITEM or piece.hours is not None:
        return False
    words = piece.words
    if BY_LINE.match(words) or NOTE_LINE.match(words):
        return piece.mark.sort not in NUMBERS
    if piece.mark.sort in NUMBERS:
        return False
    if SECTION.match(words) and len(words) < 80:
        return False
    if LABELLED.match(words):
        return False
    if PERSON.match(words) and not acts_in(words):
        return True
    if piece.mark.sort is not Sort.NONE and listed and is_spoken(words):
        return True
    if piece.mark.sort is Sort.NONE and listed:
        if piece.line.bold or piece.line.heading:
            return False
        if told or (before.sort in NUMBERS and before.hours is None):
            # under a heading with its time or a number a plain line tells of it, whatever it begins with
            return True
        acts = acts_in(words) and len(words) < SPEECH
        act = is_rite(words) or (acts and (under_slot or _somebody_comes(words)))
        return len(words) > SPEECH or SPOKEN.match(words) is not None or not act
    return len(words) > 2 * SPEECH and SPOKEN.match(words) is not None


def acts_in(words: str) -> bool:
    """A person's line that is an act too: «Đồng chí Bí thư phát biểu chỉ đạo»."""
    return (
        re.search(
            r"\b(?:phát biểu|báo cáo|trình bày|trao|công bố|khai mạc|bế mạc|thông qua|đọc|tuyên bố"
            r"|tham luận|điều hành"
            r"|họp|kết luận|giới thiệu|thảo luận|biểu quyết|phát động|tiếp thu|đáp từ|lên)\b",
            words,
            re.IGNORECASE,
        )
        is not None
    )


def _somebody_comes(words: str) -> bool:
    """«Chủ tịch Hội đọc diễn văn» has its own presenter, so it is no remark on the line above."""
    named = presenter_in(words)
    named_first = named.by is not None and not named.guessed and words.startswith(named.by)
    return named_first or _SUBJECT.match(words) is not None


def with_line(entry: Entry, piece: Piece, *, told: bool) -> Entry:
    """The entry, with what a line beneath tells of it."""
    if match := BY_LINE.match(piece.words):
        who = match["who"].strip(" .;")
        return replace(entry, by=who if entry.by is None else f"{entry.by}; {who}")
    if PERSON.match(piece.words) and kinds_of(entry.text).kind not in GUESTS:
        who = presenter_in(piece.words).by or piece.words.strip(" .;")
        # a person's name says more than what a line only seems to name
        return replace(
            entry, by=who if entry.by is None or entry.by_shared else f"{entry.by}; {who}", by_shared=False
        )
    if told and entry.by is None and (who := _who(piece.words)):
        return replace(entry, by=who, by_shared=True)
    if SPOKEN.match(piece.words) or len(piece.words) > SPEECH:
        return replace(entry, mc=f"{entry.mc}\n{piece.words}".strip())
    return noted(entry, piece.words)


def _who(words: str) -> str | None:
    """Whom a line under a heading names: its subject, or all of it where it has no act."""
    if named := presenter_in(words).by:
        return named
    bare = len(words) < SPEECH and words[:1].isupper() and not words.endswith((".", "!", ":"))
    return words if bare and not acts_in(words) and not is_rite(words) and not kinds_of(words).sure else None


def noted(entry: Entry, words: str) -> Entry:
    return replace(entry, notes=f"{entry.notes}\n{words}".strip())
