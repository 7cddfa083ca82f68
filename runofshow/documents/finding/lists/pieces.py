"""A line taken apart: its mark, its hours, the day it says, its words; lines that are several or one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Line
from runofshow.documents.finding.lists.marks import BULLETS, Mark, Sort, mark_of, marked
from runofshow.documents.finding.times.day_headings import DayHeading, day_heading
from runofshow.documents.finding.times.hours import Hours, hours_in
from runofshow.documents.finding.wording import FORMS, begins_an_act, ceremonies, is_rite

LEAST_COUNTED = 4
"""Lines that count on, to be sure that their numbers are no amounts."""
NARROW = 40
"""Letters. A line under this is not one that the page's edge broke."""
LEAST_CLOCKED = 3
"""Lines that go up as a clock does, to be sure that they do; one less among as many with plain hours."""
BEFORE_NOON = 8
"""Hour, after which an earlier one may be that of the afternoon or of another day."""


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


def piece_of(line: Line, year: int | None = None, *, days: bool = True) -> Piece:
    """A line taken apart."""
    day = day_heading(_UNNAMED.sub("", mark_of(line).rest), year) if days else None
    if day is not None and day.hours and day.hours_first and not (day.day or day.text) and day.rest:
        # «8h40 - 9h20 Phiên 1: …» has its time, and its number is its name
        day = None
    dated = day is not None and day.hours is not None and day.day is not None
    if day is not None and (not day.rest or not is_rite(day.rest) or day.half is not None or dated):
        timed = day.hours is not None
        only_half = day.day is None and day.text is None and mark_of(line).sort in BULLETS
        if not day.rest or (not timed and not only_half and not is_rite(day.rest) and len(day.rest) < 80):
            return Piece(line, mark_of(line), mark_of(line).rest, day.hours, day)
        if day.hours is None or day.hours.leads:
            # «Sáng: 8h00 - 11h00: Tham quan»: the day, and an act of its own
            inner = marked(day.rest)
            mark = mark_of(line) if inner.sort is Sort.NONE else inner
            return Piece(line, mark, inner.rest, day.hours, day, True)
    hours = hours_in(line.text)
    mark = mark_of(replace(line, text=hours.rest) if hours else line)
    return Piece(line, mark, _TO_BE_FILLED.sub("", mark.rest) if hours is None else mark.rest, hours)


_OPEN = r"(?:\.{2,}|…|_{2,})[.…_]*\s?(?:h|giờ)(?![^\W\d_])\s?[.…_]*"
_TO_BE_FILLED = re.compile(
    rf"(?:\[[^\]]{{0,12}}(?:giờ|thời gian)[^\]]{{0,12}}\]|{_OPEN}(?:\s?[-–]\s?{_OPEN})?)\s*[-–:]?\s*(?=\w)",
    re.IGNORECASE,
)
"""A time that is left open: «[Giờ] - », «…h…: »."""


_UNNAMED = re.compile(
    r"(?:nội dung )?(?:chương trình|lịch trình|lịch làm việc|nội dung)\s*:?\s+(?=ngày|buổi|sáng)",
    re.IGNORECASE,
)
"""«CHƯƠNG TRÌNH NGÀY 07/05/2026» says the day."""


def split(lines: Sequence[Line]) -> list[Line]:
    """One sentence that lists all («Chào cờ; tuyên bố lý do; …»), and numbers inside a line."""
    parts = list[Line]()
    for line in lines:
        pieces = numbered_inside(line.text)
        if len(pieces) == 1 and line.text.count(";") >= 3 and len(lines) <= 6:
            listed = line.text.split(";")
            listed[0] = listed[0].rpartition(":")[2]
            acts = sum(is_rite(piece.strip()) or FORMS.search(piece) is not None for piece in listed)
            several = acts >= 0.75 * len([piece for piece in listed if piece.strip(" .")])
            if several and len(ceremonies(listed)) > 1:
                pieces = listed
        for at, piece in enumerate(pieces):
            if piece.strip(" .,;"):
                parts.append(replace(line, text=piece.strip(), mark="" if at else line.mark))
    return parts


_INSIDE = re.compile(
    r"(?:(?<=[;.,:])\s*|^\s*)(?=(?:\((\d{1,2})\)|(\d{1,2})[.)/](?!\d))\s*[^\W\d])"
    r"|(?<=[\w)])\s(?=(\d{1,2})[.)]\s?[A-ZĐÀ-Ỹ])"
)


def numbered_inside(text: str) -> list[str]:
    """A line that counts inside, «(1) Chào cờ; (2) Khai mạc», as its pieces; whole where it does not."""
    found = [(match.end(), int(match[1] or match[2] or match[3])) for match in _INSIDE.finditer(text)]
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


_LEFT_OPEN = re.compile(r"\s(?:tháng|của|và|với|các|những|tại|trong|để|theo|(?<!lý )(?<!lí )(?<!tự )do)$")
"""Such words end no line but one that the page's edge broke."""
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")


def numbered(lines: Sequence[Line]) -> list[Line]:
    """Lines that count on from 1 without a full stop, «1 Chào cờ», «2 Khai mạc»: their numbers are marks."""
    counted = dict[int, re.Match[str]]()
    for at, line in enumerate(lines):
        match = _BARE_NUMBER.match(line.text) if not line.mark else None
        if match is not None and int(match[1]) == len(counted) + 1:
            counted[at] = match
    if len(counted) < LEAST_COUNTED:
        return list(lines)
    return [
        replace(line, text=line.text[match.end() :], mark=f"{match[1]}.")
        if (match := counted.get(at))
        else line
        for at, line in enumerate(lines)
    ]


_DOTTED = re.compile(r"(?P<lead>[-–+*•\s]*)(?P<h>\d{1,2})\.(?P<m>\d{1,2})(?![\d/]|\.\d)")


def clocked(lines: Sequence[Line]) -> list[Line]:
    """Lines that begin with «7.30», «8.00», «8.15» and go up as a clock does: with «7h30», since these are
    hours and not numbers of a list, whose second part goes up by one."""
    found = {at: match for at, line in enumerate(lines) if (match := _DOTTED.match(line.text))}
    among = sum(hours_in(line.text) is not None for line in lines) >= LEAST_CLOCKED
    if not _go_as_a_clock(list(found.values()), LEAST_CLOCKED - among):
        return list(lines)
    return [
        replace(line, text=f"{match['lead']}{match['h']}h{match['m']}{line.text[match.end() :]}")
        if (match := found.get(at)) and hours_in(line.text) is None
        else line
        for at, line in enumerate(lines)
    ]


def _go_as_a_clock(found: Sequence[re.Match[str]], least: int) -> bool:
    """Two digits behind the dot, mostly whole fives; later ones are later, but for a new half of a day."""
    if len(found) < least or any(len(match["m"]) != 2 for match in found):
        return False
    times = [(int(match["h"]), int(match["m"])) for match in found]
    rounded = sum(minute % 5 == 0 for _, minute in times)
    rising = all(before < after or before[0] >= BEFORE_NOON for before, after in pairwise(times))
    possible = all(hour < 24 and minute < 60 for hour, minute in times)
    return possible and rising and rounded >= 0.7 * len(times)


def _torn(before: Line, line: Line) -> bool:
    """A word of a laid out page that stands behind a bullet which is not its own: «- quan;»."""
    mark = marked(line.text)
    if line.place.page is None or mark.sort not in BULLETS or not mark.rest[:1].islower():
        return False
    last = before.text[-1:]
    return len(mark.rest.split()) <= 3 and last.isalpha() and last.islower() and not is_rite(mark.rest)


def _stands_alone(before: Line, line: Line) -> bool:
    """«giải lao 15p» in small letters below a line that did not reach the page's edge."""
    return len(before.text) < NARROW and line.place.page is None and begins_an_act(line.text)


def joined(lines: list[Line]) -> list[Line]:
    """Lines broken by the page's edge are one again."""
    whole = list[Line]()
    for line in lines:
        if not any(sign.isalnum() for sign in line.text):
            # a bullet that lost its words, as the pages of a PDF give them
            continue
        before = whole[-1] if whole else None
        broken = (before is not None and _torn(before, line)) or (
            before is not None
            and not line.mark
            and (line.text[:1].islower() or _LEFT_OPEN.search(before.text) is not None)
            and mark_of(line).sort is Sort.NONE
            and hours_in(line.text) is None
            and not before.text.rstrip().endswith((".", ";", "!", "?"))
            and not _stands_alone(before, line)
        )
        if broken and before is not None:
            whole[-1] = replace(before, text=f"{before.text} {marked(line.text).rest}")
        else:
            whole.append(line)
    return whole
