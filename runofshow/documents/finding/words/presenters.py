"""Who does an item: from the cell of its own, or from the words of its line.

A line names somebody as its subject («Lãnh đạo cấp trên phát biểu chỉ đạo»), behind a label or a separator
(«Người thực hiện: …», «Khai mạc (Ông …)»), or as whose speech it is. Whose report it is says little of who
reads it, so that stays a guess.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, json

from runofshow.documents.finding.words.kinds import kinds_of


class _Lists(Struct, forbid_unknown_fields=True):
    persons: frozenset[str]
    """What stands before a name."""
    posts: frozenset[str]
    offices: frozenset[str]
    not_offices: frozenset[str]
    """What begins like one of these and is none."""
    verbs: frozenset[str]
    """What somebody at a rostrum does."""
    speeches: frozenset[str]
    """Nouns of what is somebody's own."""
    roles: frozenset[str]
    """What stands before a colon and a presenter."""


_LISTS = json.decode(Path(__file__).with_name("people.json").read_bytes(), type=_Lists)


def _any(words: frozenset[str]) -> str:
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) + r")(?!\w)"


_ROLE = rf"(?:(?:người|đơn vị|bộ phận|cán bộ|đồng chí|đ/c)\s+)?{_any(_LISTS.roles)}\s*:\s*"
_SAYS = re.compile(rf"[\s(\[,;.–—-]*(?<!\w){_ROLE}(?P<who>\S.*?)[\s)\].;]*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(\s*(?:do\s+|mời\s+)?(?P<who>[^()]+)\)[\s.;]*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:\s[-–—]+\s*|[-–—]+\s|:\s*|;\s*)(?=(?P<who>\S.*)$)")
_CLEAR_SEPARATOR = re.compile(r"(?:\s[-–—]+\s+|\s*:\s*)(?=(?P<who>[^:;]{2,110})$)")
_SPEAKS = re.compile(r"\s(?:phát biểu|trình bày)\b", re.IGNORECASE)
_DONE_BY = re.compile(
    r"(?<!\w)do\s+(?P<who>\S.*?)\s+(?:trình bày|thực hiện|phụ trách|chủ trì|điều hành|đảm nhiệm|dẫn|đọc|"
    r"báo cáo|công bố|phát biểu|hướng dẫn|biểu diễn|thông qua|trao|triển khai|quán triệt)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:thay mặt [^,]{3,80},\s+)?(?:(?:xin\s+)?(?:kính\s+)?mời\s+)?(?P<who>\S.*?)[\s,:–—-]+"
    rf"(?:lên\s+|sẽ\s+)*{_any(_LISTS.verbs)}",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"^{_any(_LISTS.speeches)}(?:(?!\scủa\s|[:;.]).)*?\scủa\s+(?P<who>(?!cấp trên).*)$", re.IGNORECASE
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
_REPORT_OF = re.compile(r"^(?:trình bày\s+)?báo cáo\s+của\s+(?P<who>\S.*)$", re.IGNORECASE)
_BEFORE_WHO = re.compile(r"(?:các|quý|một|\d+)\s+", re.IGNORECASE)
_BEFORE_POST = re.compile(r"(?:nguyên\s+)?(?:phó|quyền)\s+", re.IGNORECASE)
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
    if found := _SAYS.search(line) or _person_behind(line):
        return _read(found, line[: found.start()].rstrip(" ,;.:-–—"))
    # who comes to sit at the table is what such a line is about
    patterns = (_DONE_BY, _OF) if kinds_of(line).kind == "presidium" else (_DONE_BY, _SUBJECT, _BY, _OF)
    for pattern in (*patterns, _REPORT_OF):
        found = pattern.search(line)
        if found is not None and (pattern is _BY or _is_person(found["who"]) or _is_official(found["who"])):
            return _read(found, line, guessed=pattern in (_OF, _REPORT_OF))
    for pattern in (_IN_BRACKETS, _CLEAR_SEPARATOR):
        found = next((each for each in pattern.finditer(line) if _is_official(each["who"])), None)
        if found is not None and kinds_of(line[: found.start()]).kind in _AT_THE_ROSTRUM:
            return _read(found, line, guessed=True)
    return Presenter(title=line)


def _person_behind(line: str) -> re.Match[str] | None:
    """A person in brackets at the end, or behind a separator."""
    found = _IN_BRACKETS.search(line)
    if found is not None and found.start() > 0 and _is_person(found["who"]):
        return found
    for each in _SEPARATOR.finditer(line):
        if each.start() > 0 and _is_person(each["who"]) and not _SPEAKS.search(each["who"]):
            return each
    return None


def _is_person(words: str) -> bool:
    """Whether they begin with what stands before a name: «Đ/c», «Ông», «TS.»."""
    if _begins(words, _LISTS.not_offices):
        return False
    return _begins(_BEFORE_WHO.sub("", words, count=1) if _BEFORE_WHO.match(words) else words, _LISTS.persons)


def _is_official(words: str) -> bool:
    """Whether they begin with a post or an office."""
    if _begins(words, _LISTS.not_offices):
        return False
    told = _BEFORE_WHO.sub("", words, count=1) if _BEFORE_WHO.match(words) else words
    if _begins(told, _LISTS.not_offices):
        return False
    post = _BEFORE_POST.sub("", told, count=1) if _BEFORE_POST.match(told) else told
    return any(_begins(each, names) for each in (told, post) for names in (_LISTS.posts, _LISTS.offices))


def _begins(words: str, names: frozenset[str]) -> bool:
    """Whether one of the names stands at the front."""
    first = [word.strip('.,:;()“”"') for word in words[:80].casefold().replace("uỷ", "ủy").split()[:5]]
    if not first:
        return False
    told = [" ".join(first[:count]) for count in range(len(first), 0, -1)]
    # «PGS.TS.Nguyễn» is written together
    return any(each in names for each in (*told, first[0].partition(".")[0]))


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
    is_person = _is_person(line)
    is_post = not is_person and _is_official(line)
    lacks_post = _is_person(before) and "," not in before and " - " not in before
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
