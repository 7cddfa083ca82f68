"""Titles and names as they are said aloud: a plan's marks for its readers are not."""

from __future__ import annotations

import re
from typing import Final

_MARK = re.compile(r" *[(\[]([^()\[\]]*)[)\]]")
_YEARS = re.compile(r"[\d\s/–-]+")
_ADDRESS: Final = frozenset(
    "đồng chí|ông|bà|anh|chị|em|cháu|cố|các|đại diện|lãnh đạo|một số|toàn thể|những".split("|")
)
"""What stands before a name and is small inside a sentence."""
_PLACE = re.compile(r"(phường|xã|đặc khu|thôn|ấp|tổ|khu|tỉnh|thành phố|huyện|quận|thị xã)\b")
BODIES: Final = (
    "phòng|sở|ban|bộ|uỷ ban|ủy ban|hội|đội|trung tâm|trường|trạm|công ty|hợp tác xã|tổ|liên đoàn|văn phòng"
    "|nhóm|câu lạc bộ|báo|đài"
)
"""How the names of offices, schools and teams begin."""
_BODY = re.compile(rf"(đại diện |lãnh đạo )?({BODIES}|đoàn)\b(?! (trưởng|phó)\b)", re.IGNORECASE)
_WORD = re.compile(r"(đồng chí|đại diện|lãnh đạo|một số|toàn thể|\w+)", re.IGNORECASE)


def spoken(text: str) -> str:
    """`text` without what a plan writes for its readers: «(nếu có)», «(từ 3 - 4 tham luận)», «(tập thể)».

    Years in brackets are said: «giai đoạn (2020 - 2025)» is «giai đoạn 2020 - 2025»; so is one all in them.
    """
    return _unmarked(text) or text.strip(" ()[]")


def _unmarked(text: str) -> str:
    def said(mark: re.Match[str]) -> str:
        return f" {mark[1].strip()}" if _YEARS.fullmatch(mark[1]) else ""

    return " ".join(_MARK.sub(said, text).split()).strip(" ,;:-–")


def name_and_office(name: str) -> tuple[str, str]:
    """«đồng chí Trần Minh Quang» and «Phó Chủ tịch UBND tỉnh».

    «ba gương người tốt, việc tốt» has no office, nor has «Phòng Kinh tế, Hạ tầng và Đô thị».
    """
    who, _, office = name.partition(", ")
    is_of_person = office[:1].isupper() and _BODY.match(who) is None
    is_office = is_of_person or _PLACE.match(office) or is_addressed(name)
    return (who, office) if is_office else (name, "")


def is_addressed(name: str) -> bool:
    """Whether a name begins as one speaks to people."""
    found = _WORD.match(name)
    return found is not None and found[1].lower() in _ADDRESS


def in_sentence(name: str) -> str:
    """A name inside a sentence: «Đồng chí», «Ông», «Đại diện» before it are small. Without plan marks; empty
    where that is all: «(chưa phân công)»."""
    text = _unmarked(name)
    return text[0].lower() + text[1:] if is_addressed(text) else text
