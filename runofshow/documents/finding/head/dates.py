"""When the conference is: its first day, or the period as the plan says it.

The day the paper was signed, those of the papers it rests on, and the limits of its duties are other days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.finding.head.plan_text import PlanLine, labelled
from runofshow.documents.finding.programme import Programme

_D, _M = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_SEP = r"\s?[/.\-]\s?"
DAY = re.compile(
    rf"(?<![\d/.h:g])(?P<d>{_D})(?:\s?[-–&,]\s?{_D}|\s+và\s+{_D}){{0,6}}(?:{_SEP}(?P<m>{_M}){_SEP}(?P<y>20\d\d"
    rf"|19\d\d)(?!\d)"
    rf"|\s+tháng\s+(?P<m2>{_M})\s*(?:năm|,|/)\s*(?P<y2>20\d\d|19\d\d))"
    rf"|(?<!\d)(?P<y3>20\d\d)-(?P<m3>{_M})-(?P<d3>{_D})(?!\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?<![\d/])(?P<d>{_D})\s?{_SEP}\s?(?P<m>{_M})\s?(?:[-–]"
    rf"|đến(?: ngày)?)\s?{_D}{_SEP}{_M}{_SEP}(?P<y>20\d\d)",
    re.IGNORECASE,
)
"""«30/8 - 01/9/2025»"""
_SPAN = re.compile(
    rf"(?<![\d/])(?P<d>{_D})\s?(?:[-–]|đến(?:\s+hết)?|và)\s?(?:ngày\s+)?{_D}"
    rf"(?:\s+tháng\s+(?P<m>{_M})\s*(?:năm|,|/)\s*(?P<y>20\d\d)|{_SEP}(?P<m2>{_M}){_SEP}(?P<y2>20\d\d))",
    re.IGNORECASE,
)
"""«từ ngày 22 đến ngày 24 tháng 9 năm 2025»"""
_TWO_DIGITS = re.compile(rf"(?<![\d/.])(?P<d>{_D})/(?P<m>{_M})/(?P<y>[2-3]\d)(?![\d/])")
_SHORT_DAY = re.compile(
    rf"ngày\s+(?P<d>{_D})(?:\s?/\s?(?P<m>{_M})(?![\d/])|\s+tháng\s+(?P<m2>{_M})(?!\d)(?!\s*(?:năm|/"
    rf"|,)?\s*20))",
    re.IGNORECASE,
)
_SIGNED_YEAR = re.compile(r",\s*ngày\s+[\d.…\s]*tháng\s+[\d.…\s]*năm\s+(?P<y>20\d\d)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ENGLISH = re.compile(
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–&]\s?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?)?\s+(?:of\s+)?(?P<m>{_MONTH_NAME})"
    rf"|(?P<m2>{_MONTH_NAME})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–&]\s?\d{{1,2}}(?:st|nd|rd|th)?)?)"
    r",?\s+(?P<y>20\d\d)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:dự kiến\s+)?(?:(?:vào|trong|khoảng|đầu|giữa|cuối|nửa đầu|nửa cuối"
    r"|tuần \w+(?: của)?)\s+)*(?:tháng\s+\d{1,2}|quý\s+(?:I{1,3}V?|IV|[1-4]))"
    r"(?:\s*(?:/|,|năm)\s*(?:năm\s+)?(?:20\d\d))?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:\d[.)]\s*)?(?:thời gian|ngày giờ|thời điểm|ngày|ngày tổ chức|date|time|when|date & time"
    r"|khai mạc))"
    r"(?: (?:tổ chức|dự kiến|diễn ra|họp|thực hiện|khai mạc|bắt đầu|chính thức"
    r"|làm việc))*(?: (?:hội nghị|đại hội|hội thảo|lễ|chương trình))?(?: dự kiến)?"
    r"(?: ?(?:,|và|-|–) ?địa điểm.*)?"
)
_OTHER_DAY = re.compile(
    r"căn cứ|thực hiện|theo (?:kế hoạch|công văn|quyết định|chỉ thị|nghị quyết|luật|nghị định|thông)"
    r"|số\s*:?\s*\d+\s*/|ban hành|kỷ niệm|ngày sinh|thành lập"
    r"|trước ngày|chậm nhất|hạn\b|gửi|nộp|báo cáo|hoàn thành|nơi nhận|kèm theo|cấp ngày",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^[^,\d]{2,40},\s*ngày\s+[\d.…]*\s*tháng", re.IGNORECASE)
_DAY_ALONE = re.compile(r"\((?:ngày\s+)?(?P<day>[\d/.\s–-]{6,24})\)\s*$", re.IGNORECASE)
"""«Ngày hội Đọc sách (12/09/26)»"""
_DAY_WORDS = re.compile(r"(?:[\d/.,\s–-]|ngày|đến|hết|và|tháng|năm)+", re.IGNORECASE)
_LETTER = re.compile(
    r"cộng h[òo]a xã hội|đảng cộng sản|^số\s*:|kính gửi|căn cứ|^kế hoạch|^thông báo|^giấy mời",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"trước\s+(?:ngày\s+)?$", re.IGNORECASE)
_TENTATIVE = re.compile(
    r"dự kiến|có giấy mời sau|sẽ thông báo|tentative|chưa chốt|nếu không có gì thay đổi", re.IGNORECASE
)
_INVITES = re.compile(r"mời|được tổ chức|tổ chức vào|diễn ra|vào (?:lúc|hồi)|lúc\s+\d", re.IGNORECASE)
_LAST_DAY = re.compile(r"\w[)\]]?\s*[,–-]\s*(?P<day>(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})[\s.)]*$")
_HELD_AT = re.compile(r"(?:tại|địa điểm|venue)\b", re.IGNORECASE)
_BARE_DAY = re.compile(
    r"[(\s]*(?:(?:từ\s+)?ngày|thứ [\w ]+?,?|sáng|chiều|date:?)?[,\s]*[\d(].{5,60}$", re.IGNORECASE
)


class When(Struct, frozen=True, kw_only=True):
    """The day of a conference as far as the plan names it."""

    day: date | None = None
    text: str | None = None
    tentative: bool = False
    guessed: bool = False
    at: int | None = None
    """Index of the line that says it."""


def when_of(lines: Sequence[PlanLine], programme: Programme | None, rank: str = "") -> When:
    """When the conference is. `rank` is the word of the organiser's level («thị xã»): a plan for several
    levels says each time under a heading that names one."""
    year = _year_of(lines)
    said = [each for each in (*_labelled(lines, year), *_below(lines)) if each.day or each.text]
    if said:
        ours = [
            each for each in said if rank and each.at is not None and rank in _heading_above(lines, each.at)
        ]
        dated = [each for each in said if each.day]
        return (ours or ([] if len(said) > 1 and dated else said) or dated or said)[0]
    for found in (
        *_by_the_heading(lines, programme),
        *_invited(lines),
        *_bare(lines),
        *_behind_a_place(lines),
    ):
        return found
    first = (
        next((entry.day.day for entry in programme.entries if entry.day and entry.day.day), None)
        if programme
        else None
    )
    if first is not None:
        return When(day=first, text=f"{first.day}/{first.month}/{first.year}", guessed=True)
    period = _period(lines)
    return period if period.text else _beside_the_name(lines)


def first_day(words: str) -> date | None:
    """The first whole day that words name."""
    found = _SPAN.search(words) or _RANGE.search(words) or DAY.search(words)
    if found is not None:
        named = found.groupdict()
        day, month, year = (
            int(named.get(name) or named.get(f"{name}2") or named.get(f"{name}3") or 0) for name in "dmy"
        )
        return _date(year, month, day)
    short = _TWO_DIGITS.search(words)
    if short is not None:
        return _date(2000 + int(short["y"]), int(short["m"]), int(short["d"]))
    english = _ENGLISH.search(words)
    if english is None:
        return None
    month = _MONTHS.index((english["m"] or english["m2"])[:3].casefold()) + 1
    return _date(int(english["y"]), month, int(english["d"] or english["d2"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_year(words: str, year: int | None) -> date | None:
    """«ngày 22/12» in the year of the paper."""
    found = _SHORT_DAY.search(words)
    if found is None or year is None:
        return None
    return _date(year, int(found["m"] or found["m2"]), int(found["d"]))


def _year_of(lines: Sequence[PlanLine]) -> int | None:
    """The year that the paper was signed in, or that its title has."""
    for pattern in (_SIGNED_YEAR, re.compile(r"(?<!\d)(?P<y>20\d\d)(?!\d)")):
        for each in lines[:40]:
            if found := pattern.search(each.words):
                return int(found["y"])
    return None


def _when(words: str, *, guessed: bool = False, at: int | None = None) -> When:
    text = words.strip(" .:;,*")
    day = None if _limited(text) else _first_of_several(text)
    return When(day=day, text=text or None, tentative=bool(_TENTATIVE.search(text)), guessed=guessed, at=at)


def _first_of_several(words: str) -> date | None:
    """«chiều 19/12 và sáng 20/12/2031»: the first day takes the year of the last."""
    last, short = first_day(words), _SHORT_OF_SEVERAL.search(words)
    if last is None or short is None:
        return last
    first = _date(last.year, int(short["m"]), int(short["d"]))
    near = first is not None and timedelta() < last - first <= _MOST_DAYS
    return first if near else last


_SHORT_OF_SEVERAL = re.compile(rf"(?<![\d/.-])(?P<d>{_D})/(?P<m>{_M})(?![\d/])", re.IGNORECASE)
_MOST_DAYS = timedelta(days=14)
"""No conference is longer."""


def _limited(words: str) -> bool:
    """Whether its day is but the last that it may be."""
    found = DAY.search(words) or _SHORT_DAY.search(words)
    return found is not None and _LIMIT.search(words[: found.start()]) is not None


def _labelled(lines: Sequence[PlanLine], year: int | None) -> Iterator[When]:
    for at, value in labelled(lines, _LABEL):
        if lines[at].is_programme or not re.search(r"\d", value) or len(value) > 200:
            continue
        if first_day(value) or _PERIOD.search(value) or re.search(r"ngày", value):
            when = _when(value, at=at)
            short = None if when.day or _limited(value) else _without_year(value, year)
            yield replace(when, day=short, guessed=True) if short else when


def _below(lines: Sequence[PlanLine]) -> Iterator[When]:
    """Under «Thời gian – địa điểm» the line that says a day."""
    for at, each in enumerate(lines):
        if (
            each.is_programme
            or not re.match(r"(?:\d[.)]\s*)?thời gian", each.words, re.IGNORECASE)
            or each.label
        ):
            continue
        for place, below in enumerate(lines[at + 1 : at + 3], start=at + 1):
            if (
                not below.is_programme
                and not below.label
                and (first_day(below.words) or _PERIOD.match(below.words))
            ):
                yield _when(below.words, at=place)


def _heading_above(lines: Sequence[PlanLine], at: int) -> str:
    """The nearest numbered line above."""
    above = next((each for each in reversed(lines[:at]) if each.number is not None), None)
    return "" if above is None else above.words.casefold()


def _by_the_heading(lines: Sequence[PlanLine], programme: Programme | None) -> Iterator[When]:
    """«(Ngày 20/11/2025)» in the programme's heading, or in a line beside it."""
    for each in lines[:6]:
        found = _DAY_ALONE.search(each.words)
        if found is not None and not each.is_programme and first_day(found["day"]):
            yield _when(found["day"])
            return
    if programme is None or programme.heading is None:
        return
    beside = [programme.heading.text, *(each.words for each in _before_items(lines, programme))]
    for words in beside:
        found = DAY.search(words)
        if found is not None and not _OTHER_DAY.search(words[: found.start()]):
            said = _DAY_WORDS.match(words, found.start())
            when = _when(said[0] if said else found[0])
            yield replace(when, tentative=bool(_TENTATIVE.search(words)))
            return


def _before_items(lines: Sequence[PlanLine], programme: Programme) -> Sequence[PlanLine]:
    at = next((place for place, each in enumerate(lines) if each.line is programme.heading), None)
    return () if at is None else [each for each in lines[at + 1 : at + 6] if not each.is_programme]


def _invited(lines: Sequence[PlanLine]) -> Iterator[When]:
    for at, each in enumerate(lines):
        found = None if each.is_programme else DAY.search(each.words)
        if found is None or not _INVITES.search(each.words) or _SIGNED.match(each.words):
            continue
        before = re.split(r"[.;]", each.words[: found.start()])[-1]
        if not _OTHER_DAY.search(before):
            lead = re.search(
                r"(?:vào\s+)?(?:lúc|hồi)?\s*(?:\d{1,2}\s*(?:h|giờ"
                r"|:)\s*\d{0,2}\s*(?:phút)?,?\s*)?(?:thứ \w+,?\s*)?(?:ngày\s+)?$",
                before,
                re.IGNORECASE,
            )
            yield _when((lead[0] if lead else "").strip() + " " + found[0], guessed=True, at=at)


def _bare(lines: Sequence[PlanLine]) -> Iterator[When]:
    """A line near the top that says no more than a day."""
    for at, each in enumerate(lines[:25]):
        if (
            not each.is_programme
            and _BARE_DAY.match(each.words)
            and not _OTHER_DAY.search(each.words)
            and first_day(each.words)
        ):
            yield _when(each.words.strip("() "), guessed=True, at=at)


def _behind_a_place(lines: Sequence[PlanLine]) -> Iterator[When]:
    """«Khách sạn Hoa Sen, 31/12/2031»: a day behind the place; on a letter it is when it was signed."""
    top = lines[:12]
    letter = any(_LETTER.search(each.words) for each in top)
    for at, each in enumerate(lines):
        found = None if each.is_programme or len(each.words) > 150 else _LAST_DAY.search(each.words)
        held = _HELD_AT.match(each.words) or (at < len(top) and not letter)
        if found is not None and held and not _OTHER_DAY.search(each.words) and first_day(found["day"]):
            yield _when(found["day"], guessed=True, at=at)


def _beside_the_name(lines: Sequence[PlanLine]) -> When:
    """«Hà Nội, ngày 18 tháng 10 năm 2026» at the top of what is no letter: no one signed it."""
    top = [each for each in lines[:12] if not each.is_programme]
    if any(_LETTER.search(each.words) for each in top):
        return When()
    found = next((each for each in top if _SIGNED.match(each.words) and first_day(each.words)), None)
    return When() if found is None else When(day=first_day(found.words), text=found.words, guessed=True)


def _period(lines: Sequence[PlanLine]) -> When:
    """«dự kiến tổ chức trong tháng 11» in a sentence about the conference."""
    for at, each in enumerate(lines):
        if each.is_programme or not re.search(r"tổ chức|diễn ra|dự kiến", each.words, re.IGNORECASE):
            continue
        found = _PERIOD.search(each.words)
        if (
            found is not None
            and re.search(r"hội nghị|đại hội|hội thảo|lễ|ngày hội", each.words, re.IGNORECASE)
            and not _OTHER_DAY.search(each.words)
        ):
            return When(
                text=found[0].strip(), tentative=bool(_TENTATIVE.search(each.words)), guessed=True, at=at
            )
    return When()
