"""The words of a programme's line as they are written, less what is no word of it: bullet, number, length."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from msgspec import Struct

_BULLET = re.compile(
    r"^\s*(?:[-–—−•●○◦▪■□◆◇❖✓✔✦★☆►▶➢➤→⇒·∙※*+o§\uf000-\uf0ff]\s*(?=[^\w]|\s|[^\W\d_])(?<![o](?=\w)))+"
)
_NUMBERS = (
    re.compile(r"^\(?((?:\d{1,3}\.)+\d{1,3})[.):/]?\s+(?=\D)"),
    re.compile(r"^\((\d{1,3}|[a-zđ]|[ivx]{1,5})\)\s*", re.IGNORECASE),
    re.compile(r"^(\d{1,3})\s*(?:[.)/:]|[-–—](?!\s*\d))\s*(?=[^\d\s])"),
    re.compile(r"^([IVXLC]{1,7})\s*[.)/:]\s*(?=\S)"),
    re.compile(r"^([IVX]{1,6})\s*[-–—]\s+(?=\S)"),
    re.compile(r"^([a-zđ])\s*[.)/]\s*(?=\S)"),
    re.compile(r"^([A-HĐ])\s*[.)/]\s+(?=\S)"),
    re.compile(r"^(bước\s+\d{1,2})\s*[.:)–—-]\s*(?=\S)", re.IGNORECASE),
)
_CLOSING = " \t;.,:/*_"
_LENGTH = (
    r"(?:thời\s*(?:gian|lượng)\s*:?\s*)?(?:dự kiến\s*:?\s*)?(?:khoảng|không quá|tối đa|trong|từ)?\s*"
    r"(?:(\d{1,3})\s*[-–—]\s*)?(\d{1,3})\s*(phút|phut|p|['’′]|mins?|minutes?|giờ|tiếng|h|hours?)"
    r"(?:\s*(\d{1,2})\s*(?:phút|p|['’′])?)?(?:\s*/\s*[^)]{1,30})?"
)
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*{_LENGTH}\s*[.;]?\s*[)\]]", re.IGNORECASE)
_AT_END = re.compile(rf"\s*(?:[-–—:,]\s*){_LENGTH}\s*$", re.IGNORECASE)
_BREAK = re.compile(rf"(?:(?<=giải lao)|(?<=nghỉ trưa)|(?<=giữa giờ))\s+{_LENGTH}\s*$", re.IGNORECASE)
"""Behind a break a number is its length without any sign between: «giải lao 15p»."""
_IF_ANY = re.compile(r"[(\[]\s*n[eế]u\s+c[oó]\s*[)\]]|,\s*nếu có\b|\(if any\)", re.IGNORECASE)
_MAY = re.compile(r"(?<=[.;)])\s+(?=Có thể\b)")
_LONGEST = 2000
_HOURS = ("gi", "ti", "h")


class Label(Struct, frozen=True, kw_only=True):
    """A line without what is no word of it."""

    title: str
    number: str | None = None
    """As written, without its bracket or point."""
    optional: bool = False
    """«(nếu có)», which stays in the title."""
    length: timedelta | None = None
    """Of «từ 5 - 7 phút» the longer; None of «5 phút/tham luận», which is that of one."""
    length_text: str = ""
    notes: str = ""
    """A second sentence that only says what may be: «Có thể xây dựng phóng sự»."""


def clean_label(text: str) -> Label:
    """The words of a line. Its hours are taken off before."""
    left = " ".join(unicodedata.normalize("NFC", text).split())
    if len(left) > _LONGEST:
        return Label(title=left)
    left, number = _without_mark(left)
    said, notes = ([*_MAY.split(left, maxsplit=1), ""])[:2]
    length, length_text = None, ""
    found = _IN_BRACKETS.search(said) or _AT_END.search(said) or _BREAK.search(said)
    if found is not None:
        said = said[: found.start()] + said[found.end() :]
        length, length_text = _length(found), found[0].strip(" ()[]-–—:,")
    return Label(
        title=_without_end(said),
        number=number,
        optional=_IF_ANY.search(said) is not None,
        length=length,
        length_text=length_text,
        notes=_without_end(notes),
    )


def _without_mark(text: str) -> tuple[str, str | None]:
    """Without bullets and numbers at the front, and the last number there."""
    number = None
    for _ in range(4):
        bare = _BULLET.sub("", text).lstrip()
        for pattern in _NUMBERS:
            found = pattern.match(bare)
            if found is not None:
                number, bare = found[1], bare[found.end() :].lstrip()
                break
        if bare == text or not bare:
            break
        text = bare
    return text, number


def _without_end(text: str) -> str:
    """Without the punctuation that closes it; three points and a bracket's own stay."""
    bare = text.strip().rstrip(_CLOSING).strip()
    if text.strip().endswith(("...", "…")) and not bare.endswith("…"):
        bare += "..."
    return bare.lstrip("*_ ").lstrip(":;,. ")


def _length(found: re.Match[str]) -> timedelta | None:
    if "/" in found[0]:
        return None
    amount, unit, rest = int(found[2]), found[3].lower(), int(found[4] or 0)
    if unit.startswith(_HOURS):
        return timedelta(hours=amount, minutes=rest)
    return timedelta(minutes=amount)
