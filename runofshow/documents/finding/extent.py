"""The heading of a programme, and how far what stands under it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runofshow.documents.document import Block, Line, Table, lines_of
from runofshow.documents.finding.lists.marks import BULLETS, NUMBERS, Mark, Sort, mark_of
from runofshow.documents.finding.tables.columns import columns_of
from runofshow.documents.finding.times.day_headings import day_heading
from runofshow.documents.finding.times.hours import hours_in
from runofshow.documents.finding.wording import (
    ABOUT,
    ENDS,
    NAMED,
    NOT_THIS,
    PROGRAMME,
    SECTION,
    SPOKEN,
    is_rite,
)

LONGEST_HEADING = 200
SPEECH = 170
SHORT_WORDS = 12
"""Letters. Capitals under this may be an abbreviation."""

_ALWAYS_ENDS = re.compile(
    r"nơi nhận|tm\.|t/m\b|kt\.|tl\.|trên đây là|rất mong|kính mong|trân trọng\s*[./!]*$|phụ lục|danh sách"
    r"|mọi chi tiết"
    r"|như vậy,|theo đó,|quý khách cần",
    re.IGNORECASE,
)
_RANK = (
    Sort.UPPER,
    Sort.ROMAN,
    Sort.NUMBER,
    Sort.DECIMAL,
    Sort.BRACKETED,
    Sort.LETTER,
    Sort.DASH,
    Sort.STAR,
    Sort.DOT,
)
_LED_BY_NAME = re.compile(
    r"(?:[\W\d]|dự thảo|dự kiến|nội dung|thời gian|địa điểm|hình thức|thành phần|khung|bản|và|tổng thể)*"
    rf"(?:{NAMED.pattern})",
    re.IGNORECASE,
)
_OF_AN_EVENT = re.compile(
    r"(?:nội dung,? )?(?:chương trình|kịch bản)\s+(?:của |tổ chức )?"
    r"(?:buổi lễ|lễ|hội nghị|đại hội|hội thảo|buổi|cụ thể|chi tiết)",
    re.IGNORECASE,
)
_LAST_ACT = re.compile(r"(?:kết thúc|bế mạc|kết luận|tổng kết và bế mạc)\b(?!.*báo cáo)", re.IGNORECASE)
_PART_OF_ONE = re.compile(r"\b(?:ngày|buổi|sáng|chiều|tối|phiên|phần)\b", re.IGNORECASE)


def is_programme_heading(line: Line) -> bool:
    """A line that names what follows as a programme: «3. Nội dung, chương trình Hội nghị»."""
    mark = mark_of(line)
    words = mark.rest.strip(" *_")
    if len(words) > LONGEST_HEADING or hours_in(line.text) is not None:
        return False
    found = PROGRAMME.search(words)
    if found is None or (NOT_THIS.search(words) and not NAMED.search(NOT_THIS.sub("", words))):
        return False
    if (
        re.match(r"(?:văn nghệ|chương trình (?:văn nghệ|nghệ thuật))", words, re.IGNORECASE)
        and not words.isupper()
    ):
        return False
    if is_rite(words) and not re.match(r"chương trình|kịch bản", words, re.IGNORECASE):
        return False
    if NAMED.search(words) is None:
        # «Nội dung» alone: only as the whole heading
        of_an_event = re.match(r"nội dung (?:của )?(?:buổi )?(?:lễ|hội|đại hội|buổi)", words, re.IGNORECASE)
        return of_an_event is not None or (
            len(words) < 60 and re.match(r"nội dung", words, re.IGNORECASE) is not None
        )
    if words.rstrip().endswith((":", "như sau.", "sau đây.")):
        return found.start() < 80 or mark.sort in NUMBERS
    if words.rstrip().endswith((".", ";", ",")):
        return len(words) < 60 and mark.sort in NUMBERS and _LED_BY_NAME.match(words) is not None
    set_off = line.bold or line.heading or line.centred or in_capitals(words)
    if set_off:
        return found.start() < 60
    if mark.sort in BULLETS:
        return len(words) < 80 and _OF_AN_EVENT.match(words) is not None
    return len(words) < 120 and _LED_BY_NAME.match(words) is not None


def is_named(line: Line) -> bool:
    """Its heading leaves no doubt that it is a programme."""
    return is_programme_heading(line) and NAMED.search(mark_of(line).rest.strip(" *_")) is not None


def headed(heading: Line, blocks: Sequence[Block], first: int) -> int:
    """Index of the block past the last that stands under the heading."""
    mark = mark_of(heading)
    seen: dict[tuple[Sort, int], int] = {}
    items, tables, told, strong, capitals, timed = 0, 0, 0, 0, 0, 0
    for at in range(first, len(blocks)):
        block = blocks[at]
        if isinstance(block, Table):
            if columns_of(block) is not None:
                tables += 1
                continue
            if items + tables or any(_ALWAYS_ENDS.match(line.text) for line in lines_of(block)):
                return at
            continue
        here = mark_of(block)
        words = here.rest.strip(" *_")
        another = is_programme_heading(block) and not _within(words, items + tables)
        if another and NAMED.search(words):
            return at
        # what only tells of an item is no end where the list counts on behind it
        tells = (here.sort is Sort.NONE and _counts_on(blocks[at + 1 :], seen)) or (
            timed > 0 and _tells_of_an_hour(here, blocks[at + 1 :])
        )
        if _ALWAYS_ENDS.match(words):
            return at
        if ends_here(block) and items + tables and not tells and not _goes_on_counting(here, seen):
            return at
        if _is_next_heading(mark, here, seen, block) or (items >= 3 and _looks_alike(heading, block, here)):
            return at
        if items >= 3 and _asks_or_heads(heading, block, here, strong=strong):
            return at
        strong += block.bold or block.heading
        if items >= 3 and not capitals and _shouts(block, here):
            return at
        capitals += in_capitals(words) and len(words) > SHORT_WORDS
        long = here.sort is Sort.NONE and len(words) > SPEECH and hours_in(block.text) is None
        if long and not SPOKEN.match(words) and items >= 3 and not told and not tells:
            return at
        told += long or SPOKEN.match(words) is not None
        if here.sort in NUMBERS:
            seen[here.sort, here.depth] = here.count
        timed += hours_in(block.text) is not None
        items += here.sort is not Sort.NONE or hours_in(block.text) is not None or is_rite(words)
    return len(blocks)


def ends_here(line: Line) -> bool:
    """It begins as what follows a programme does."""
    words = mark_of(line).rest.strip(" *_")
    if _ALWAYS_ENDS.match(words):
        return True
    if ENDS.match(words) is None or hours_in(line.text) is not None or is_rite(words):
        return False
    mark = mark_of(line)
    set_off = mark.sort in (Sort.ROMAN, Sort.UPPER, Sort.NUMBER, Sort.DECIMAL) or line.bold or line.heading
    return set_off or in_capitals(words) or words.endswith(":") or len(words) > 100


def in_capitals(words: str) -> bool:
    """Written in capitals, a remark in brackets aside."""
    return words.partition("(")[0].strip().isupper()


def _looks_alike(heading: Line, line: Line, mark: Mark) -> bool:
    """In capitals without a mark as the heading itself, and neither a part nor an act of the programme."""
    words = mark.rest
    if mark.sort is not Sort.NONE or mark_of(heading).sort is not Sort.NONE or hours_in(line.text):
        return False
    alike = in_capitals(words) and in_capitals(heading.text) and len(words) > 8
    return alike and not (SECTION.match(words) or day_heading(words) or is_rite(words))


def _asks_or_heads(heading: Line, line: Line, mark: Mark, *, strong: int) -> bool:
    """A question of a page that answers several, or a bold line after a list that has none."""
    words = mark.rest
    if words.rstrip().endswith("?"):
        return True
    if not (line.bold or line.heading) or strong or not (heading.bold or heading.heading):
        return False
    unlisted = mark.sort is Sort.NONE and hours_in(line.text) is None
    return unlisted and not (SECTION.match(words) or day_heading(words) or is_rite(words))


def _shouts(line: Line, mark: Mark) -> bool:
    """In capitals where nothing before was: another matter begins."""
    words = mark.rest
    if mark.sort is not Sort.NONE or not in_capitals(words) or len(words) <= SHORT_WORDS:
        return False
    return not (hours_in(line.text) or SECTION.match(words) or day_heading(words) or is_rite(words))


def _within(words: str, before: int) -> bool:
    """«Chương trình ngày thứ hai» goes on with the programme that has begun."""
    return before > 0 and (_PART_OF_ONE.search(words) is not None or day_heading(words) is not None)


def _goes_on_counting(here: Mark, seen: dict[tuple[Sort, int], int]) -> bool:
    """It is the next number of the list that the programme itself counts by."""
    return here.sort in NUMBERS and seen.get((here.sort, here.depth), 0) == here.count - 1 > 0


def _counts_on(blocks: Sequence[Block], seen: dict[tuple[Sort, int], int]) -> bool:
    """The list goes on with its next number after what only told of the last."""
    after = [mark_of(block) for block in blocks[:8] if isinstance(block, Line)]
    return any(_goes_on_counting(mark, seen) for mark in after)


def _tells_of_an_hour(here: Mark, after: Sequence[Block]) -> bool:
    """«- Thành phần: …» under an hour, where the next hours or the next day come soon behind it."""
    if here.sort in NUMBERS or ABOUT.match(here.rest) is None or here.rest.rstrip().endswith(":"):
        return False
    near = [mark_of(block).rest for block in after[:6] if isinstance(block, Line)]
    return any(day_heading(words) is not None or _begins_with_hours(words) for words in near)


def _begins_with_hours(words: str) -> bool:
    hours = hours_in(words)
    return hours is not None and hours.leads


def _is_next_heading(heading: Mark, here: Mark, seen: dict[tuple[Sort, int], int], line: Line) -> bool:
    """The next heading of the height of the programme's own, or of a greater one."""
    if here.sort not in NUMBERS or heading.sort not in _RANK or here.sort not in _RANK:
        return False
    if _goes_on_counting(here, seen) or (SECTION.match(here.rest) and here.count == 1):
        return False
    if _LAST_ACT.match(here.rest):
        return False
    if (here.sort, here.depth) == (heading.sort, heading.depth):
        return here.count == heading.count + 1 or (here.count > 1 and (here.sort, here.depth) not in seen)
    higher = _RANK.index(here.sort) < _RANK.index(heading.sort)
    return higher and here.count > 1 and (here.sort, here.depth) not in seen
