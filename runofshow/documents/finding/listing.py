"""The lines of a list as entries, each with its level: bullets, numbers, hours before, behind or alone.

The outline is read from the paper itself: a mark that comes for the first time opens a level beneath the line
before it, one that was there closes what is deeper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Line
from runofshow.documents.finding.day_headings import DayHeading, day_heading
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.hours import Hours, hours_in
from runofshow.documents.finding.kinds import kinds_of
from runofshow.documents.finding.marks import NUMBERS, Mark, Sort, mark_of
from runofshow.documents.finding.presenters import presenter_in
from runofshow.documents.finding.wording import (
    ABOUT,
    BY_LINE,
    NOTE_LINE,
    PERSON,
    SECTION,
    SPOKEN,
    is_rite,
    is_spoken,
)

SPEECH = 170
"""Letters. A line without mark that is longer is spoken, or tells, and is no item of a list."""


GUESTS = frozenset({"introduction", "reception", "presidium", "election", "award", "gift", "debut"})
"""Persons under a line of these kinds do not do it: they are greeted, chosen or honoured."""


class Piece(Struct, frozen=True):
    """A line and what it is made of."""

    line: Line
    mark: Mark
    words: str
    """Without mark and hours."""
    hours: Hours | None
    day: DayHeading | None = None
    acts: bool = False
    """After the day it names an act."""

    @property
    def plain(self) -> bool:
        """Nothing marks it as one of a list."""
        return self.mark.sort is Sort.NONE and self.hours is None and self.day is None


def entries_of_lines(lines: Sequence[Line], year: int | None = None, *, days: bool = True) -> list[Entry]:
    """The entries of a list in their order; words that are spoken or noted go to the entry before. `days`: a
    line may say the day, as none of a cell does."""
    pieces = [piece_of(line, year, days=days) for line in _split(_joined(list(lines)))]
    listed = sum(not piece.plain for piece in pieces) >= max(2, len(pieces) // 5)
    pieces = _label_first(pieces)
    return _outlined(_begun(pieces) if listed else pieces, listed=listed)


def piece_of(line: Line, year: int | None = None, *, days: bool = True) -> Piece:
    """A line taken apart."""
    day = day_heading(_UNNAMED.sub("", mark_of(line).rest), year) if days else None
    if day is not None and day.hours and day.hours_first and not (day.day or day.text) and day.rest:
        # «8h40 - 9h20 Phiên 1: …» has its time, and its number is its name
        day = None
    if day is not None and (not day.rest or not is_rite(day.rest) or day.half is not None):
        timed = day.hours is not None
        if not day.rest or (not timed and not is_rite(day.rest) and len(day.rest) < 80):
            return Piece(line, mark_of(line), mark_of(line).rest, day.hours, day)
        if day.hours is None or day.hours.leads:
            # «Sáng: 8h00 - 11h00: Tham quan»: the day, and an act of its own
            return Piece(line, mark_of(line), day.rest, day.hours, day, True)
    hours = hours_in(line.text)
    mark = mark_of(replace(line, text=hours.rest) if hours else line)
    return Piece(line, mark, mark.rest, hours)


_UNNAMED = re.compile(
    r"(?:nội dung )?(?:chương trình|lịch trình|lịch làm việc|nội dung)\s*:?\s+(?=ngày|buổi|sáng)",
    re.IGNORECASE,
)
"""«CHƯƠNG TRÌNH NGÀY 07/05/2026» says the day."""


def _split(lines: Sequence[Line]) -> list[Line]:
    """One sentence that lists all («Chào cờ; tuyên bố lý do; …»), and numbers inside a line."""
    parts = list[Line]()
    for line in lines:
        pieces = numbered_inside(line.text)
        if len(pieces) == 1 and line.text.count(";") >= 3 and len(lines) <= 6:
            pieces = line.text.split(";")
            if ":" in pieces[0]:
                pieces[0] = pieces[0].rpartition(":")[2]
        for at, piece in enumerate(pieces):
            if piece.strip(" .,;"):
                parts.append(replace(line, text=piece.strip(), mark="" if at else line.mark))
    return parts


_INSIDE = re.compile(r"(?:(?<=[;.,:])\s*|^\s*)(?=(?:\((\d{1,2})\)|(\d{1,2})[.)/](?!\d))\s*[^\W\d])")


def numbered_inside(text: str) -> list[str]:
    """A line that counts inside, «(1) Chào cờ; (2) Khai mạc», as its pieces; whole where it does not."""
    found = [(match.end(), int(match[1] or match[2])) for match in _INSIDE.finditer(text)]
    first = next((at for at, (_, number) in enumerate(found) if number == 1), None)
    if first is None:
        return [text]
    cuts = list[int]()
    for end, number in found[first:]:
        if number == len(cuts) + 1:
            cuts.append(end)
    if len(cuts) < 2:
        return [text]
    before = text[: cuts[0]].strip()
    pieces = [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return pieces if not before or before.endswith(":") else [before, *pieces]


def _joined(lines: list[Line]) -> list[Line]:
    """Lines broken by the page's edge are one again."""
    whole = list[Line]()
    for line in lines:
        before = whole[-1] if whole else None
        broken = (
            before is not None
            and not line.mark
            and line.text[:1].islower()
            and mark_of(line).sort is Sort.NONE
            and hours_in(line.text) is None
            and not before.text.rstrip().endswith((".", ";", "!", "?"))
        )
        if broken and before is not None:
            whole[-1] = replace(before, text=f"{before.text} {line.text}")
        else:
            whole.append(line)
    return whole


def _label_first(pieces: list[Piece]) -> list[Piece]:
    """Where each label stands above its time, the time is carried up to it."""
    alone = [at for at, piece in enumerate(pieces) if piece.hours and not piece.words and piece.day is None]
    if len(alone) < 2 or alone[0] == 0 or alone[-1] != len(pieces) - 1:
        return pieces
    labelled = list[Piece]()
    for piece in pieces:
        before = labelled[-1] if labelled else None
        if piece.hours and not piece.words and before and before.hours is None and before.day is None:
            labelled[-1] = replace(before, hours=piece.hours)
        else:
            labelled.append(piece)
    return labelled


def _begun(pieces: list[Piece]) -> list[Piece]:
    """Without the lines above the list, which go on with its heading or introduce it."""
    first = next((at for at, piece in enumerate(pieces) if not piece.plain), 0)
    return [piece for piece in pieces[:first] if _gathers(piece)] + pieces[first:]


def _gathers(piece: Piece) -> bool:
    return SECTION.match(piece.words) is not None and len(piece.words) < SPEECH


def _outlined(pieces: list[Piece], *, listed: bool) -> list[Entry]:
    """Levels by the order in which the marks come. `listed`: some lines are marked, so a plain one may be a
    note or spoken."""
    entries = list[Entry]()
    stack = list[object]()
    skipping: int | None = None
    absorbed: Piece | None = None
    for piece in pieces:
        if piece.day is not None:
            stack, skipping = [], None
            entries.append(_day_entry(piece))
            if piece.acts:
                entries.append(_entry(piece, _level("hours", stack)))
            continue
        key = _key(piece)
        if skipping is not None:
            # what stands under «Thành phần:» is its list, until a mark of the same height or an hour comes
            if key in stack[: skipping + 1] or piece.hours:
                skipping = None
            else:
                continue
        if ABOUT.match(piece.words) and piece.hours is None and not is_rite(piece.words):
            skipping = stack.index(key) if key in stack else len(stack) - 1 if stack else None
            if BY_LINE.match(piece.words) is None:
                if entries and entries[-1].role is Role.ITEM and NOTE_LINE.match(piece.words):
                    entries[-1] = _noted(entries[-1], piece.words)
                if skipping is None and piece.words.rstrip().endswith(":"):
                    stack, skipping = [key], 0
                continue
            skipping = None
        told = entries[-1].strong and _timed_above(entries) if entries else False
        goes_on = absorbed is not None and _goes_on(absorbed, piece)
        if entries and (goes_on or _belongs_above(piece, entries[-1], listed=listed, told=told)):
            entries[-1] = _with_line(entries[-1], piece, told=told)
            absorbed = piece
            continue
        absorbed = None
        if not piece.words and piece.hours is None:
            continue
        under = key == "plain" and bool(entries) and _opens(entries[-1], piece)
        level = _level(
            ("under", key) if under or (("under", key) in stack and key == "plain") else key, stack
        )
        entries.append(_entry(piece, level))
    return entries


def _opens(before: Entry, piece: Piece) -> bool:
    """«Tổ chức 03 diễn đàn:» opens the list of the plain lines «Diễn đàn 1: …» beneath it."""
    return (
        before.colon
        and before.role is Role.ITEM
        and piece.words.split()[0].casefold() in before.text.casefold()
    )


def _key(piece: Piece) -> object:
    """Lines of one key stand side by side."""
    if piece.line.heading and piece.hours is None:
        return "heading", piece.line.level or 0
    if piece.mark.sort is Sort.NONE:
        return "hours" if piece.hours else ("strong" if piece.line.bold else "plain")
    depth = piece.mark.depth if piece.mark.sort is Sort.DECIMAL or piece.line.mark else 0
    return piece.mark.sort, depth


def _level(key: object, stack: list[object]) -> int:
    """The level of a line with that key; the stack is brought to it."""
    if key in stack:
        del stack[stack.index(key) + 1 :]
    else:
        stack.append(key)
    return len(stack) - 1


def _entry(piece: Piece, level: int) -> Entry:
    return Entry(
        text=piece.words,
        place=piece.line.place,
        sort=piece.mark.sort,
        number=piece.mark.number,
        level=level,
        role=Role.ITEM if piece.words else Role.SLOT,
        hours=piece.hours,
        strong=piece.line.bold or piece.line.heading,
        colon=piece.words.rstrip().endswith(":"),
    )


def _day_entry(piece: Piece) -> Entry:
    text, hours = piece.words.strip(" :"), piece.hours
    if piece.acts and piece.day is not None:
        text, hours = piece.day.half or piece.day.text or "", None
    return Entry(text=text, place=piece.line.place, role=Role.DAY, hours=hours, day=piece.day)


def _timed_above(entries: list[Entry]) -> bool:
    """The last entry has its time, in its line or in the one above."""
    return entries[-1].hours is not None or (len(entries) > 1 and entries[-2].role is Role.SLOT)


def _goes_on(absorbed: Piece, piece: Piece) -> bool:
    """A list of persons goes on with «và các khách mời»."""
    alike = absorbed.mark.sort is piece.mark.sort and piece.mark.sort is not Sort.NONE
    persons = PERSON.match(absorbed.words) is not None
    return alike and persons and piece.hours is None and not is_rite(piece.words)


def _belongs_above(piece: Piece, before: Entry, *, listed: bool, told: bool) -> bool:
    """It tells more of the line before: who does it, what is needed, what is said."""
    if before.role is not Role.ITEM or piece.hours is not None:
        return False
    words = piece.words
    if BY_LINE.match(words) or NOTE_LINE.match(words):
        return piece.mark.sort not in NUMBERS
    if piece.mark.sort in NUMBERS:
        return False
    if SECTION.match(words) and len(words) < 80:
        return False
    if PERSON.match(words) and not _acts(words):
        return True
    if piece.mark.sort is not Sort.NONE and listed and is_spoken(words):
        return True
    if piece.mark.sort is Sort.NONE and listed:
        if piece.line.bold or piece.line.heading:
            return False
        if told or (before.sort in NUMBERS and before.hours is None):
            # under a heading with its time or a number a plain line tells of it, whatever it begins with
            return True
        act = is_rite(words) or (_acts(words) and len(words) < SPEECH)
        return len(words) > SPEECH or SPOKEN.match(words) is not None or not act
    return len(words) > 2 * SPEECH and SPOKEN.match(words) is not None


def _acts(words: str) -> bool:
    """A person's line that is an act too: «Đồng chí Bí thư phát biểu chỉ đạo»."""
    return (
        re.search(
            r"\b(?:phát biểu|báo cáo|trình bày|trao|công bố|khai mạc|bế mạc|thông qua|đọc|tuyên bố"
            r"|tham luận|điều hành"
            r"|kết luận|giới thiệu|phát động|tiếp thu|đáp từ|lên)\b",
            words,
            re.IGNORECASE,
        )
        is not None
    )


def _with_line(entry: Entry, piece: Piece, *, told: bool) -> Entry:
    """The entry, with what a line beneath tells of it."""
    if match := BY_LINE.match(piece.words):
        who = match["who"].strip(" .;")
        return replace(entry, by=who if entry.by is None else f"{entry.by}; {who}")
    if PERSON.match(piece.words) and kinds_of(entry.text).kind not in GUESTS:
        who = piece.words.strip(" .;")
        return replace(
            entry, by=who if entry.by is None else f"{entry.by}; {who}", by_shared=entry.by is None
        )
    if told and entry.by is None and (office := presenter_in(f"Việc: {piece.words}").by):
        return replace(entry, by=office, by_shared=True)
    if SPOKEN.match(piece.words) or len(piece.words) > SPEECH:
        return replace(entry, mc=f"{entry.mc}\n{piece.words}".strip())
    return _noted(entry, piece.words)


def _noted(entry: Entry, words: str) -> Entry:
    return replace(entry, notes=f"{entry.notes}\n{words}".strip())
