"""How many come, who chairs, and the hard facts that a programme leaves out.

These are how many papers and acts there are, how long the clip is, whether there is a snack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from runofshow.documents.finding.head.plan_text import PlanLine, labelled
from runofshow.documents.finding.lists.marks import Sort

_NUMBER = r"(?<![\d/.,-])(?P<n>\d{1,2}[.,]?\d{3}|\d{1,4})(?![\d/-])"
_GUESTS = (
    re.compile(
        r"(?:tổng số|số lượng|tổng cộng|quy mô|thành phần|đại biểu (?:tham )?dự|khách mời|dự kiến"
        r"|triệu tập)[^.;\d]{0,90}?"
        + _NUMBER
        + r"\s*(?:\([^)]*\)\s*)?(?:đại biểu|người|đồng chí|đ/c|đảng viên|đoàn viên|khách|cổ đông"
        r"|delegates|participants)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:khoảng|tối đa|hơn|gần|với|có)\s+" + _NUMBER + r"\s*(?:đại biểu|người tham dự|khách mời)",
        re.IGNORECASE,
    ),
    re.compile(r"^" + _NUMBER + r"\s*(?:đại biểu|khách mời)(?!\w)", re.IGNORECASE),
)
_EACH_GROUP = re.compile(r"\d+\s*(?:người|cháu|học sinh|đại biểu|khách|em)(?!\w)", re.IGNORECASE)
_GUESTS_LABEL = re.compile(
    r"(?:tổng )?số (?:lượng )?(?:đại biểu|khách mời|người)(?: (?:dự kiến|tham dự|tham gia|triệu tập"
    r"|chính thức))*|số lượng(?: dự kiến| tham dự)?"
    r"|thành phần(?: tham dự)?|quy mô|đại biểu tham dự"
)
_CHAIR_LABEL = re.compile(
    r"(?:chủ trì|chủ tọa|chủ toạ|đoàn chủ tịch|đồng chủ trì|chủ tọa đoàn|ban chủ tọa"
    r"|điều hành)(?: và điều hành)?"
    r"(?: (?:hội nghị|đại hội|hội thảo|buổi lễ|cuộc họp|phiên họp|chương trình|lễ))?"
)
_DUTY = re.compile(r"phối hợp|tham mưu|chuẩn bị|xây dựng|tổ chức|chịu trách nhiệm", re.IGNORECASE)
_PAPERS = re.compile(
    r"(?<![\d:h])(?:từ\s+)?(?:\d{1,2}\s*[-–]\s*)?\d{1,2}\s*(?:bài\s+|báo cáo\s+|ý kiến\s+)*tham luận",
    re.IGNORECASE,
)
_PAPER_DUTY = re.compile(
    r"(?:lựa chọn|chọn|chuẩn bị|cử)\s+(?P<n>\d{1,2})\s+(?:gương|tập thể|cá nhân|điển hình|bài"
    r"|báo cáo)(?:(?!,\s*gửi)[^.;])*",
    re.IGNORECASE,
)
_ACTS = re.compile(r"(?:từ\s+)?(?:\d{1,2}\s*[-–]\s*)?\d{1,2}\s*tiết mục(?: văn nghệ)?", re.IGNORECASE)
_CLIP = re.compile(r"(?:phóng sự|clip|video|phim)(?! ảnh)", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:khoảng\s+|không quá\s+)?(?:\d{1,3}\s*[-–]\s*)?\d{1,3}\s*(?:phút|['’′](?!\w))", re.IGNORECASE
)
_SNACK = re.compile(
    r"(?:ăn nhẹ|giải khát|tiệc trà|tea\s?break|nước uống|bánh ngọt)(?:\s+giữa giờ)?", re.IGNORECASE
)
_DURATION = re.compile(
    r"(?<![\d/])(?:1/2|½|0?1|0?2|0?3|một|nửa|hai|ba|1,5|01|02)\s+(?:ngày"
    r"|buổi)(?:\s+rưỡi)?(?!\s*\d)(?!\s+(?:làm việc|trước|sau))",
    re.IGNORECASE,
)
_OPENING_ACTS = re.compile(r"văn nghệ[^.;,]{0,40}?\d{1,3}\s*(?:phút|['’′])", re.IGNORECASE)
_START = re.compile(
    r"(?:(?:từ|lúc|vào lúc|bắt đầu(?: từ)?|khai mạc(?: lúc)?)\s+)?\d{1,2}\s*(?:h|giờ"
    r"|:)\s*(?:\d{2})?(?:\s*phút)?(?=\W)",
    re.IGNORECASE,
)


def delegates_of(lines: Sequence[PlanLine], near: int | None) -> int | None:
    """How many come; where several numbers are given, that which stands by the line `near` (the day's)."""
    said = [*_guests(lines)]
    if not said:
        return None
    numbers = {number for _, number in said}
    if len(numbers) == 1 or near is None:
        return said[0][1]
    return next((number for at, number in said if at >= near), said[0][1])


def _guests(lines: Sequence[PlanLine]) -> Iterator[tuple[int, int]]:
    for at, each in enumerate(lines):
        if (
            each.is_programme
            or len(_EACH_GROUP.findall(each.words)) > 1
            or re.search(r"doanh nghiệp (?:dưới|có trên)|dự toán|kinh phí|đồng/", each.words, re.IGNORECASE)
        ):
            continue
        for pattern in _GUESTS:
            if found := pattern.search(each.words):
                yield at, int(re.sub(r"[.,]", "", found["n"]))
                break
        else:
            if _GUESTS_LABEL.fullmatch(each.label) and (
                found := re.match(r"(?:khoảng|dự kiến|tối đa|~)?\s*(?P<n>\d{2,4})\b(?!\s*[/%])", each.value)
            ):
                yield at, int(found["n"])


def chair_of(lines: Sequence[PlanLine]) -> str | None:
    """Who chairs, as written."""
    for at, value in labelled(lines, _CHAIR_LABEL):
        each = lines[at]
        if each.is_programme or _DUTY.match(value) or len(value) > 400:
            continue
        if _CHAIR_LABEL.fullmatch(each.label):
            return value.strip(" .;")
        told = [below.words.rstrip(" ;.") for below in lines[at : at + 4] if _is_below(below, each)]
        return "; ".join(told) or None
    return None


def _is_below(line: PlanLine, first: PlanLine) -> bool:
    return line.sort is first.sort and not line.is_programme and not line.is_big


def hard_facts(lines: Sequence[PlanLine]) -> tuple[tuple[str, str], ...]:
    """What the plan says of the programme beside its lines: a name of texts/documents.py, and its words."""
    found = [
        ("papers", _joined(_papers(lines))),
        ("acts", _first(_ACTS, lines)),
        ("clip", _clip(lines)),
        ("opening_acts", _first(_OPENING_ACTS, lines)),
        ("snack", _first(_SNACK, [each for each in lines if not each.is_programme])),
        ("duration", _first(_DURATION, [each for each in lines if not each.is_programme])),
        ("start", _start(lines)),
    ]
    return tuple((name, words) for name, words in found if words)


def _first(pattern: re.Pattern[str], lines: Sequence[PlanLine]) -> str:
    return next((found[0].strip(" .,;") for each in lines if (found := pattern.search(each.words))), "")


def _papers(lines: Sequence[PlanLine]) -> Iterator[str]:
    """«từ 3 - 4 tham luận», or each paper that an office is asked for."""
    counted = _first(_PAPERS, lines)
    if counted:
        yield counted
        return
    for at, each in enumerate(lines):
        if each.is_programme or not (found := _PAPER_DUTY.search(each.words)):
            continue
        around = " ".join(line.words for line in lines[max(0, at - 4) : at + 1])
        if "tham luận" in around.casefold():
            yield f"{each.name}: {found[0]}" if each.name else found[0]


def _joined(words: Iterator[str]) -> str:
    return "; ".join(words)


def _clip(lines: Sequence[PlanLine]) -> str:
    """How long the clip is to be, where a line says both."""
    for each in lines:
        about = _CLIP.search(each.words)
        if about is not None and (length := _MINUTES.search(each.words, about.end())):
            return length[0].strip()
    return ""


def _start(lines: Sequence[PlanLine]) -> str:
    """The hour that the invitation or the time's line names."""
    for each in lines:
        named = each.label.startswith(("thời gian", "ngày giờ", "time")) or re.search(
            r"mời|được tổ chức|diễn ra", each.words
        )
        if each.is_programme or not named or each.sort is Sort.PLUS:
            continue
        if found := _START.search(each.value if each.label else each.words):
            return found[0].strip()
    return ""
