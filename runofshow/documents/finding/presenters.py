"""Who does an item: from the cell of its own, or from the words of its line."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, json


class _Lists(Struct, forbid_unknown_fields=True):
    persons: tuple[str, ...]
    """What stands before a name."""
    posts: tuple[str, ...]
    offices: tuple[str, ...]
    not_offices: tuple[str, ...]
    """What begins like one."""
    verbs: tuple[str, ...]
    """What somebody at a rostrum does."""


_LISTS = json.decode(Path(__file__).with_name("people.json").read_bytes(), type=_Lists)


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")(?!\w)"


_PERSON = rf"(?:các\s+)?{_any(_LISTS.persons)}"
_POST = rf"(?:các\s+)?(?:nguyên\s+)?(?:phó\s+)?{_any(_LISTS.posts)}"
_OFFICE = rf"(?:các\s+)?{_any(_LISTS.offices)}"
_WHO = rf"(?!{_any(_LISTS.not_offices)})(?:{_PERSON}|{_POST}|{_OFFICE})"
_VERB = rf"(?:lên\s+)?{_any(_LISTS.verbs)}"
_LABEL = re.compile(
    r"[\s(\[,;.–—-]*\b(?:(?:người|đơn vị|bộ phận|cán bộ|đồng chí|diễn giả|báo cáo viên)\s+)"
    r"(?:thực hiện|trình bày|phụ trách|điều hành|chủ trì|báo cáo viên|diễn giả|dẫn chương trình|"
    r"đảm nhiệm|người báo cáo|người phát biểu|người dẫn|speaker|presenter|presented by|moderator|chair)"
    r"\s*:\s*(?P<who>\S.*?)[\s)\].;]*$",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    rf"\bdo\s+(?P<who>{_WHO}.*?)\s+(?:trình bày|thực hiện|phụ trách|chủ trì|điều hành|đảm nhiệm|dẫn|đọc|"
    r"báo cáo|công bố|phát biểu|hướng dẫn|biểu diễn|thông qua|trao)\b",
    re.IGNORECASE,
)
_OFFICIAL = rf"(?!{_any(_LISTS.not_offices)})(?:{_POST}|{_OFFICE})"
_IN_BRACKETS = re.compile(rf"\s*\(\s*(?P<who>{_PERSON}[^()]*)\)\s*\.?$", re.IGNORECASE)
_POST_IN_BRACKETS = re.compile(rf"\s*\(\s*(?P<who>{_OFFICIAL}[^()]*)\)\s*\.?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?:\s[-–—]+\s*|[-–—]+\s|:\s*|;\s*)(?P<who>{_PERSON}.*)$", re.IGNORECASE)
_POST_BEHIND = re.compile(
    rf"\s*(?:\s[-–—]+\s*|[-–—]+\s|:\s*)(?P<who>{_OFFICIAL}.*)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"^(?:mời\s+|kính mời\s+)?(?P<who>{_WHO}(?:(?!\s(?:nghe|cùng)\s).)*?)[\s,:–—-]+{_VERB}", re.IGNORECASE
)
_OF = re.compile(rf"\bcủa\s+(?:các\s+)?(?P<who>{_WHO}.*)$", re.IGNORECASE)
_SPOKEN = re.compile(
    r"^(?:bài\s+|lời\s+|ý kiến\s+)?(?:phát biểu|diễn văn|phát động|lời|tham luận|báo cáo tham luận"
    r"|khai mạc|"
    r"bế mạc|đáp từ|cảm ơn|kết luận|chúc mừng|văn nghệ|đọc)",
    re.IGNORECASE,
)
_SAME = re.compile(r"^[\s\-–—.]*(?:nt|n\.t|như trên|\"|''|”|″|〃)[\s\-–—.]*$", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:[\W_]*|x|n/?a|tbd|tba|chưa (?:có|rõ|phân công)|\d+)$", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:[-–—•*+❖]|\d{1,2}[.)])\s*(?=\S)")
_CAPITAL = re.compile(r"^\W*[A-ZĐÀ-Ỹ]")


class Presenter(Struct, frozen=True, kw_only=True):
    """Who a line or a cell names."""

    by: str | None = None
    """Titles as written; several joined by «; »."""
    guessed: bool = False
    """True where the words may name whose it is and not who comes to the rostrum."""
    title: str = ""
    """Of a line what is left, where a separator or a label divides it; else the line."""


def presenter_cell(text: str, above: str | None = None) -> str | None:
    """Who the cell of an item names; `above` is whom the cell over it names, for «nt»."""
    if _SAME.match(text) and text.strip(" -–—."):
        return above
    if _NOBODY.match(text.strip()):
        return None
    people: list[str] = []
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        bare = _MARK.sub("", line).strip().rstrip(";.,")
        if not bare or _NOBODY.match(bare):
            continue
        goes_on = people and bare == line.rstrip(";.,") and _goes_on(people[-1], bare)
        if goes_on:
            joint = " " if people[-1].endswith((",", "-", "–", "và")) or not _CAPITAL.match(bare) else ", "
            people[-1] += joint + bare
        else:
            people.append(bare)
    return "; ".join(people) or None


def _goes_on(before: str, line: str) -> bool:
    """Whether the line still speaks of the one before: a post under a name, the end of a long one."""
    if before.endswith((",", "-", "–", "và")) or not _CAPITAL.match(line):
        return True
    is_post = re.match(_POST, line, re.IGNORECASE) and not re.match(_PERSON, line, re.IGNORECASE)
    return bool(
        is_post and re.match(_PERSON, before, re.IGNORECASE) and "," not in before and " - " not in before
    )


def presenter_in(text: str) -> Presenter:
    """Whom a line names as doing it."""
    line = text.strip()
    for pattern in (_LABEL, _IN_BRACKETS, _BEHIND):
        found = pattern.search(line)
        if found is not None and found.start() > 0:
            return Presenter(by=_who(found), title=line[: found.start()].rstrip(" ,;.:-–—"))
    for pattern in (_DONE_BY, _SUBJECT):
        found = pattern.search(line)
        if found is not None:
            return Presenter(by=_who(found), title=line)
    for pattern in (_POST_IN_BRACKETS, _POST_BEHIND):
        found = pattern.search(line)
        if found is not None and found.start() > 0:
            return Presenter(by=_who(found), guessed=True, title=line)
    found = _OF.search(line)
    if found is not None:
        return Presenter(by=_who(found), guessed=_SPOKEN.match(line) is None, title=line)
    return Presenter(title=line)


def _who(found: re.Match[str]) -> str:
    return found["who"].strip(" ,;.:-–—")
