"""Where the conference is held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from runofshow.documents.finding.head.plan_text import PlanLine, in_small_letters, labelled

_LABEL = re.compile(
    r"(?:địa điểm|địa chỉ|nơi) ?(?:tổ chức|diễn ra|họp|dự kiến|thực hiện|khai mạc"
    r"|chính)?(?: (?:hội nghị|đại hội|hội thảo|lễ|chương trình))?"
    r"|hội trường|venue|location|place"
)
_BOTH = re.compile(r"(?:\d[.)]\s*)?thời gian\s*(?:,|và|-|–|&|;)\s*địa điểm.*", re.IGNORECASE)
_PLACE = (
    r"(?:Hội trường|hội trường|Nhà văn hóa|Nhà Văn hóa|nhà văn hóa|Trung tâm|trung tâm|Phòng họp"
    r"|phòng họp|Khách sạn|khách sạn|Trường|trường"
    r"|Trụ sở|trụ sở|Sân|sân|Nhà hát|Cung|Nhà thi đấu|Thiền viện|THIỀN VIỆN|Chùa|HỘI TRƯỜNG|TRUNG TÂM"
    r"|KHÁCH SẠN|Văn phòng|Nhà khách"
    r"|Quảng trường|Phòng|Đình|Đền|Tòa nhà|Học viện|Đại học)"
)
_AT = re.compile(rf"(?<!\w)(?:tại|Tại|TẠI)\s+(?P<place>{_PLACE}[^.;:(]{{2,140}})")
_INVITES = re.compile(
    r"mời|được tổ chức|tổ chức (?:vào|tại|lúc)|diễn ra|\d{1,2}/\d{1,2}/\d{4}|tháng \d+ năm", re.IGNORECASE
)
_HAS_DAY = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}|tháng\s+\d|\d{1,2}\s*(?:h|giờ|:)\s*\d{0,2}|thời gian|ngày", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s*(?:[;|]|[,–-]\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|,?\s*thời gian\s*:"
    r"|,?\s*(?:vào )?(?:lúc|ngày|từ ngày)\s+\d"
    r"|(?<!TP)(?<!Tp)(?<!\bP)(?<!\bQ)\.\s+[A-ZĐ]).*$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_ITSELF = re.compile(
    r"(?:như trên|tổ chức|trên địa bàn|có thông báo|thông báo sau|sẽ thông báo|theo giấy mời|online"
    r"|trực tuyến qua)",
    re.IGNORECASE,
)


def venue_of(lines: Sequence[PlanLine]) -> tuple[str | None, bool]:
    """Where it is, and whether that is a guess."""
    for at, value in labelled(lines, _LABEL):
        if not lines[at].is_programme and (words := _trimmed(value)):
            return words, False
    for words in _below_both(lines):
        return words, False
    for each in lines:
        if each.is_programme or not (_INVITES.search(each.words) or each.is_big):
            continue
        found = _AT.search(each.words)
        if found is not None and (words := _trimmed(found["place"])):
            return in_small_letters(words, lines), True
    return None, False


def _below_both(lines: Sequence[PlanLine]) -> Iterator[str]:
    """Under «Thời gian – địa điểm» the line that says no time."""
    for at, each in enumerate(lines):
        if not _BOTH.match(each.words) or each.is_programme:
            continue
        if (inside := each.value) != each.words and (found := _AT.search(inside)):
            yield _trimmed(found["place"])
        for below in lines[at + 1 : at + 4]:
            if below.is_big or below.is_programme:
                break
            if found := _AT.search(below.words):
                yield _trimmed(found["place"])
            elif not _HAS_DAY.search(below.words) and len(below.words) < 150:
                yield _trimmed(below.words)


def _trimmed(words: str) -> str:
    said = _ENDS.sub("", words).strip(" .;,*")
    said = re.sub(r"^(?:tại|ở)\s+", "", said, flags=re.IGNORECASE)
    said = said[:1].upper() + said[1:]
    return (
        ""
        if len(said) < 3 or len(said) > 220 or _NOT_ITSELF.search(said) or not re.search(r"[^\W\d_]", said)
        else said
    )
