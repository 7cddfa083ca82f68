"""Who is to do what, and by when: from «Tổ chức thực hiện», «Phân công», and every sentence with a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runofshow.documents.draft import Assignment, Deadline
from runofshow.documents.finding.head.dates import DAY, first_day
from runofshow.documents.finding.head.plan_text import PlanLine
from runofshow.documents.finding.lists.marks import NUMBERS, Sort
from runofshow.documents.places import said
from runofshow.texts import Language

_SECTION = re.compile(
    r"(?:tổ chức thực hiện|phân công(?: nhiệm vụ| thực hiện| tổ chức| trách nhiệm| cụ thể)*"
    r"|trách nhiệm (?:thực hiện|của các)|nhiệm vụ của|phân công)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:nơi nhận|trên đây là|phụ lục|tm\.|kt\.|t/m|chủ tịch$|giám đốc$|hội đồng .* yêu cầu)", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:ubnd|hđnd|ủy ban|uỷ ban|hội đồng|sở|phòng|ban|bộ|cục|vụ|viện|trường|trung tâm|công ty"
    r"|văn phòng|chi cục|chi hội|chi đoàn|chi bộ|đoàn|hội"
    r"|liên đoàn|công đoàn|mặt trận|ngân hàng|bệnh viện|báo|đài|câu lạc bộ|clb|khoa|đảng ủy"
    r"|các (?:phòng|đơn vị|cơ quan|sở|ban|trường|xã|khoa|đoàn|cấp)"
    r"|đề nghị|giao|thủ trưởng|chủ tịch|trưởng ban|phó|cơ quan|đơn vị|thường trực|tổ|tiểu ban|đồng chí"
    r"|đ/c|ông|bà|thầy|cô|bộ phận|nhóm|gvcn|ban tổ chức"
    r"|btc|giáo viên|liên đội|hiệu trưởng|kế toán|y tế|bảo vệ|bảo hiểm|vp|cơ sở|cụm|khối)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^(?:giao|đề nghị|yêu cầu|phân công)\s+(?P<who>.{3,110}?)\s*(?::\s*|,\s*(?=chủ trì)"
    r"|\s+(?=(?:chủ trì|phối hợp|chỉ đạo|tham mưu|lập|chịu trách nhiệm|xây dựng"
    r"|tổ chức|chuẩn bị|thực hiện|hướng dẫn|theo dõi|lựa chọn|cử|bố trí|triển khai|duyệt"
    r"|thẩm định)\b))(?P<what>.+)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?P<who>.{3,200}?)\s+(?P<what>(?:chủ trì|phối hợp|chỉ đạo|tham mưu|chịu trách nhiệm|xây dựng"
    r"|chuẩn bị|thực hiện|hướng dẫn|theo dõi|lựa chọn|bố trí|thẩm định"
    r"|triển khai)\b.+)$",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"(?P<when>đầu|giữa|cuối|trong)?\s*quý\s+(?P<q>IV|I{1,3}|[1-4])\s*(?:/|,?\s*năm\s+)\s*(?P<y>20\d\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?P<when>đầu|giữa|cuối|trong)\s+tháng\s+(?P<m>1[0-2]|0?[1-9])\s*(?:/|,?\s*năm\s+)\s*(?P<y>20\d\d)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?:(?:thời gian\s+)?(?:trước|chậm nhất(?: là| vào| đến)?|muộn nhất(?: là)?|hạn (?:cuối|chót|nộp"
    r"|gửi|cuối cùng)(?: là)?:?|đến hết|hết|không quá)"
    r"\s+(?:(?:\d{1,2}\s*(?:h|giờ)\s*\d{0,2}\s*,?\s*)?ngày\s+)?)$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"^(?:ngày\s+|hạn\s+)?(?P<day>[\d/.\s-]{8,12}"
    r"|\d{1,2} tháng \d{1,2} năm \d{4})\s*(?:[:：–-])\s*(?P<what>.+)$",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(r"(?:vào\s+)?ngày\s+$", re.IGNORECASE)
_SENDS = re.compile(r"gửi|nộp|báo cáo|hạn\b|hoàn thành", re.IGNORECASE)


def assignments_of(lines: Sequence[PlanLine], language: Language) -> tuple[Assignment, ...]:
    """What each office is to do, in the order of the plan."""
    found: list[Assignment] = []
    inside, who = False, ""
    for each in lines:
        if each.is_programme:
            continue
        if _is_section(each):
            inside, who = True, ""
            continue
        if not inside:
            continue
        if _OVER.match(each.words) or (each.sort is Sort.ROMAN and each.is_big):
            inside = bool(_SECTION.match(each.words))
            continue
        who, given = _given(each, who)
        if given is not None:
            found.append(Assignment(who=given[0], what=given[1], source=said(each.line.place, language)))
    return tuple(found)


def _is_section(each: PlanLine) -> bool:
    return bool(_SECTION.match(each.words)) and len(each.words) < 90 and not (each.label and each.value)


def _given(each: PlanLine, above: str) -> tuple[str, tuple[str, str] | None]:
    """The office of the heading from here on, and what this line gives to whom."""
    words = each.words.strip(" ;")
    is_heading = each.sort in NUMBERS and len(words) < 130 and not words.endswith(("./.", ";"))
    found = _GIVEN.match(words)
    if found is not None:
        who = found["who"].strip(" ,:")
        return (who if each.sort in NUMBERS else above), (who, found["what"].strip(" .;"))
    named = _OFFICE.match(each.label) or (each.sort in NUMBERS and len(each.label.split()) < 7)
    if each.label and each.value and named and len(each.label) < 110:
        who = words[: len(each.label)].strip()
        return (who if each.sort in NUMBERS else above), (who, each.value.strip(" .;"))
    if (
        is_heading
        and _OFFICE.match(words)
        and (not _SUBJECT.match(words) or words.endswith(":") or each.line.bold)
    ):
        return re.sub(r"\s*(?:\(.*\))?\s*(?:chịu trách nhiệm)?\s*:?$", "", words), None
    subject = _SUBJECT.match(words)
    if subject is not None and each.sort in NUMBERS and _OFFICE.match(words):
        return above, (subject["who"].strip(" ,"), subject["what"].strip(" .;"))
    if above and words and not words.endswith(":") and not words.isupper():
        return above, (above, words.strip(" ."))
    return above, None


def deadlines_of(lines: Sequence[PlanLine], language: Language) -> tuple[Deadline, ...]:
    """Every limit that the plan sets, by its place; one sentence may set one alone."""
    found: list[Deadline] = []
    who, heading = "", ""
    inside = False
    for each in lines:
        if each.is_programme or _is_of_another_paper(each):
            continue
        if _is_section(each):
            inside, who, heading = True, "", ""
            continue
        if inside:
            who, _ = _given(each, who)
        if each.sort in NUMBERS and len(each.words) < 150 and not (each.label and each.value):
            heading = each.words.strip(" .:;")
        for what, day, text in _limits(each):
            own = _given(each, "")[1]
            if own and what.startswith(f"{own[0]}:"):
                what = what[len(own[0]) + 1 :].strip()
            by = (own[0] if own and own[0] != what else "") or (who if inside else "") or heading
            deadline = Deadline(
                what=what, who=by or None, day=day, text=text, source=said(each.line.place, language)
            )
            if all((one.what, one.day) != (what, day) or one.who != by for one in found):
                found.append(deadline)
    return tuple(found)


def _is_of_another_paper(each: PlanLine) -> bool:
    return bool(
        re.match(
            r"(?:căn cứ|thực hiện (?:kế hoạch|chỉ thị|công văn|thông báo|hướng dẫn)|số\s*:|nơi nhận)",
            each.words,
            re.IGNORECASE,
        )
    )


def _limits(each: PlanLine) -> Iterator[tuple[str, date | None, str]]:
    """What is due, when, and the limit as written, of each limit in the line."""
    listed = _LISTED.match(each.words)
    if listed is not None and (day := first_day(listed["day"])):
        yield listed["what"].strip(" .;"), day, listed["day"].strip()
        return
    for sentence in re.split(r"(?<=\.)\s+(?=[A-ZĐÀ-Ỹ(])", each.words):
        for found in DAY.finditer(sentence):
            lead = _LIMIT.search(sentence[: found.start()])
            sent = re.match(r"\s+(?:gửi|nộp|hoàn thành)\b", sentence[found.end() :])
            if lead is None and sent is None:
                continue
            here = lead or _NAMED_DAY.search(sentence[: found.start()])
            start = found.start() if here is None else here.start()
            text = sentence[start : found.end()].strip(" (")
            if sent is not None and lead is None:
                yield sentence[found.end() :].strip(" .;,*"), first_day(found[0]), text
            else:
                yield _without(sentence, start, found.end()), first_day(found[0]), text
        for pattern in (_QUARTER, _MONTH):
            named = pattern.search(sentence)
            if named is not None and _SENDS.search(sentence) and named["when"]:
                yield _without(sentence, named.start(), named.end()), _last_day(named), named[0].strip()


def _without(sentence: str, start: int, end: int) -> str:
    """The sentence less its limit."""
    left = f"{sentence[:start].rstrip(' ,(')} {sentence[end:].lstrip(' )')}".strip(" .;,:()")
    return " ".join(left.split())


def _last_day(named: re.Match[str]) -> date | None:
    """The last day of what «cuối Quý I/2020» or «trong tháng 10/2019» names; none else."""
    if (named["when"] or "").casefold() not in ("cuối", "trong"):
        return None
    groups = named.groupdict()
    if groups.get("q"):
        quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(groups["q"].upper()) or int(groups["q"])
        month = quarter * 3
    else:
        month = int(groups["m"])
    year = int(groups["y"])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
