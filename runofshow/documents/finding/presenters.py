"""Who does an item: from the cell of its own, or from the words of its line.

A line names somebody as its subject («Lãnh đạo cấp trên phát biểu chỉ đạo»), behind a label or a separator
(«Người thực hiện: …», «Khai mạc (Ông …)»), or as whose speech it is. Whose report it is says little of who
reads it, so that stays a guess.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, json

from runofshow.documents.finding.kinds import kinds_of


class _Lists(Struct, forbid_unknown_fields=True):
    persons: tuple[str, ...]
    """What stands before a name."""
    posts: tuple[str, ...]
    offices: tuple[str, ...]
    not_offices: tuple[str, ...]
    """What begins like one of these and is none."""
    verbs: tuple[str, ...]
    """What somebody at a rostrum does."""
    speeches: tuple[str, ...]
    """Nouns of what is somebody's own."""
    roles: tuple[str, ...]
    """What stands before a colon and a presenter."""


_LISTS = json.decode(Path(__file__).with_name("people.json").read_bytes(), type=_Lists)


def _any(words: tuple[str, ...]) -> str:
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) + r")(?!\w)"


_PERSON = rf"(?:các\s+|quý\s+)?{_any(_LISTS.persons)}\.?"
_OFFICIAL = (
    rf"(?!{_any(_LISTS.not_offices)})(?:các\s+)?"
    rf"(?:(?:nguyên\s+)?(?:phó\s+|quyền\s+)?{_any(_LISTS.posts)}|{_any(_LISTS.offices)})"
)
_WHO = rf"(?:{_PERSON}|{_OFFICIAL})"
_DASH = r"(?:\s[-–—]+\s*|[-–—]+\s)"
_ROLE = rf"(?:(?:người|đơn vị|bộ phận|cán bộ|đồng chí|đ/c)\s+)?{_any(_LISTS.roles)}\s*:\s*"
_SAYS = re.compile(rf"[\s(\[,;.–—-]*(?<!\w){_ROLE}(?P<who>\S.*?)[\s)\].;]*$", re.IGNORECASE)
_BEHIND = (
    re.compile(rf"\s*\(\s*(?:{_ROLE})?(?:do\s+|mời\s+)?(?P<who>{_PERSON}[^()]*)\)[\s.;]*$", re.IGNORECASE),
    re.compile(
        rf"\s*(?:{_DASH}|:\s*|;\s*)(?P<who>{_PERSON}(?:(?!\s(?:phát biểu|trình bày)\b).)*)$", re.IGNORECASE
    ),
)
_MAYBE_BEHIND = (
    re.compile(rf"\s*\(\s*(?P<who>{_OFFICIAL}[^()]*)\)[\s.;]*$", re.IGNORECASE),
    re.compile(rf"(?:\s[-–—]+\s+|\s*:\s*)(?P<who>{_OFFICIAL}[^:;]{{0,80}})$", re.IGNORECASE),
)
_DONE_BY = re.compile(
    rf"(?<!\w)do\s+(?P<who>{_WHO}.*?)\s+(?:trình bày|thực hiện|phụ trách|chủ trì|điều hành|đảm nhiệm|dẫn|đọc|"
    r"báo cáo|công bố|phát biểu|hướng dẫn|biểu diễn|thông qua|trao|triển khai|quán triệt)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"^(?:thay mặt [^,]{{3,80}},\s+)?(?:(?:xin\s+)?(?:kính\s+)?mời\s+)?(?P<who>(?:một\s+"
    rf"|\d+\s+)?{_WHO}.*?)[\s,:–—-]+(?:lên\s+|sẽ\s+)*{_any(_LISTS.verbs)}",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"^{_any(_LISTS.speeches)}(?:(?!\scủa\s|[:;.]).)*?\scủa\s+(?P<who>(?!cấp trên){_WHO}.*)$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?P<who>(?:mr|ms|mrs|dr|prof|assoc|h\.e)\b.*)$", re.IGNORECASE)
_DOES = re.compile(
    r"\s+(?:lên\s+)?(?:trình bày|thực hiện|phụ trách|điều hành|phát biểu|đọc|báo cáo|chủ trì"
    r"|tổng kết|thông qua|công bố|điều khiển|dẫn chương trình|giới thiệu)(?:\s+(?:khai mạc|bế mạc"
    r"|đề dẫn|chỉ đạo|kết luận|hội nghị|hội thảo"
    r"|đại hội|tham luận))*$",
    re.IGNORECASE,
)
"""What stands behind a name: «đồng chí A trình bày»."""
_REPORT_OF = re.compile(rf"^(?:trình bày\s+)?báo cáo\s+của\s+(?P<who>{_WHO}.*)$", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s*[;(]|\s+(?:về|tại|trong|cho|nhân dịp|trình|gửi)\s"
    r"|\s+và\s+(?:bế mạc|phát động|khai mạc|trao|tặng|tiếp thu)\s).*$",
    re.IGNORECASE,
)
_SAME = re.compile(r"^[\s\-–—.]*(?:nt|n\.t|như trên|\"|''|”|″|〃)[\s\-–—.]*$", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:[\W_]*|x|n/?a|tbd|tba|chưa (?:có|rõ|phân công)|\d+)$", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:[-–—•*+❖✓]|\d{1,2}[.)])\s*(?=\S)")
_CAPITAL = re.compile(r"^\W*[A-ZĐÀ-Ỹ]")
_AT_THE_ROSTRUM = frozenset(
    "speech opening report paper directive closing summary launch pledge performance introduction reply"
    " notice decision discussion exchange greeting flag_salute credentials vote".split()
)
"""Kinds that a bare office behind the words may well do; an award or a gift goes to one."""
_MOST = 4000
"""Letters of a cell."""
_LONGEST_LINE = 1000
_LONGEST = 160
"""Letters; what is longer is no presenter but a sentence."""


class Presenter(Struct, frozen=True, kw_only=True):
    """Whom a line names."""

    by: str | None = None
    """Titles as written; several joined by «; »."""
    guessed: bool = False
    """The words may name whose it is, and not who comes to the rostrum."""
    title: str = ""
    """What is left of the line where a separator or a label divides it; else the line."""


def presenter_in(title: str) -> Presenter:
    """Whom a line names as doing it. A line that is but a label and a name leaves no title."""
    line = title.strip()
    if len(line) > _LONGEST_LINE:
        return Presenter(title=line)
    for pattern in (_SAYS, *_BEHIND):
        found = pattern.search(line)
        if found is not None and (found.start() > 0 or pattern is _SAYS):
            return _read(found, line[: found.start()].rstrip(" ,;.:-–—"))
    kind = kinds_of(line).kind
    # who comes to sit at the table is what such a line is about
    for pattern in (_DONE_BY, _OF) if kind == "presidium" else (_DONE_BY, _SUBJECT, _BY, _OF):
        found = pattern.search(line)
        if found is not None:
            return _read(found, line, guessed=pattern is _OF)
    found = _REPORT_OF.search(line)
    if found is not None:
        return _read(found, line, guessed=True)
    for pattern in _MAYBE_BEHIND:
        found = pattern.search(line)
        if found is not None and kinds_of(line[: found.start()]).kind in _AT_THE_ROSTRUM:
            return _read(found, line, guessed=True)
    return Presenter(title=line)


def presenter_cell(text: str, above: str | None = None) -> str | None:
    """Whom the cell of an item names; `above` is whom the cell over it names, for «nt»."""
    if _SAME.match(text) and text.strip(" -–—."):
        return above
    people: list[str] = []
    listed = False
    for raw in text[:_MOST].split("\n"):
        line = " ".join(raw.split())
        bare = _MARK.sub("", line).rstrip(";. ")
        if _NOBODY.match(bare):
            continue
        marked = bare != line.rstrip(";. ")
        if joint := _joint(people[-1], bare, marked) if people and not (listed and marked) else "":
            people[-1] += joint + bare
        else:
            people.append(bare)
            listed = marked
    named = (_DOES.sub("", each.rstrip(",")) or each for each in people)
    return "; ".join(named) or None


def _joint(before: str, line: str, marked: bool) -> str:
    """What joins the line to the one before where it still speaks of it: a post under a name, the end of a
    long line; empty where it names somebody else."""
    is_person = re.match(_PERSON, line, re.IGNORECASE) is not None
    is_post = not is_person and re.match(_OFFICIAL, line, re.IGNORECASE) is not None
    lacks_post = (
        re.match(_PERSON, before, re.IGNORECASE) is not None and "," not in before and " - " not in before
    )
    if marked:
        return " - " if is_post and lacks_post else ""
    if before.endswith(("-", "–", "&", "và", " trong", " của", " các", " với", " tại")) or not _CAPITAL.match(
        line
    ):
        return " "
    if is_person:
        return ""
    if before.endswith(","):
        return " "
    if is_post:
        return ", " if lacks_post else ""
    return " " if " " not in line and not line.isupper() else ""


def _read(found: re.Match[str], title: str, guessed: bool = False) -> Presenter:
    who = _DOES.sub("", found["who"].strip(" ,;.:-–—"))
    if found.re in (_OF, _REPORT_OF):
        who = _TAIL.sub("", who).strip(" ,;.:-–—")
    if not who or len(who) > _LONGEST:
        return Presenter(title=found.string)
    return Presenter(by=who, guessed=guessed, title=title)
