"""What kind of item a line of a programme is, by the words that name its acts.

The act named first gives the kind, the others that are joined to it are also done. What an act is about is no
act: «Báo cáo công tác khen thưởng» is a report, «Phát biểu của tập thể được biểu dương» a speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.finding.words.acts import acts
from runofshow.documents.finding.words.phrases import QUOTED, Found, Phrases, Word, words_of


class Kinds(Struct, frozen=True):
    """What the words of a line tell."""

    kind: str
    """An id of the catalogue; «other» where no word tells."""
    also: tuple[str, ...] = ()
    sure: bool = False
    """Its words name an act plainly."""


NOTHING = Kinds("other")

_JOINERS = frozenset(",;.:-/&+()") | {"va", "cung", "roi", "and", "kiem"}
_NEW_CLAUSE = frozenset(";.+/")
_ABOUT = frozenset("ve cua trong tai theo duoc cho viec tu".split())
"""What comes behind is what something is about, whose it is or where."""
_LONGEST = 600
"""Letters; an act that is named behind them is not read."""
_QUOTE = re.compile('[“”«»"‘’]')
_SITTING = re.compile(r"(?:phiên|phần|session|tiểu ban|buổi|chủ đề|part|panel)\b", re.IGNORECASE)
_SCHOLAR = re.compile(
    r"(?<!\w)(?:gs|pgs|ts|ths|bs\w*|tiến sĩ|thạc sĩ|giáo sư|bác sĩ|dr|prof|diễn giả|báo cáo viên)(?!\w)",
    re.IGNORECASE,
)
_TITLED = frozenset({"paper", "report"})
"""Acts whose own title stands behind a colon."""
_OF_PAPERS = frozenset({"discussion", "vote", "adopt_agenda"})
"""Acts that reports are put to."""
_CARRYING = frozenset({"nghi thuc", "nghi le", "le hoi", "le ky"})
"""They only carry the act behind them: «Nghi thức trao bằng»."""
_PLAIN = frozenset(
    "closing photo gift break meal opening flag_salute performance debut directive pledge reply".split()
)
_WITH_SUBJECT = frozenset({"debut"})
"""Acts that begin with who does them, behind a mere comma: «…, BCH khóa mới ra mắt»."""
_LONGEST_SUBJECT = 6
"""Words."""
_TELLING = frozenset("report paper discussion vote video decision launch adopt_agenda notice speech".split())
"""Acts that are about something."""


@lru_cache(maxsize=2000)
def kinds_of(title: str) -> Kinds:
    """The kind of a line and what else it does."""
    words = words_of(title[:_LONGEST])
    strong = tuple(acts().strong.within(words))
    told = tuple(_acts(words, strong))
    if told:
        return _joined(words, told)
    if not strong and QUOTED in {word.plain for word in words}:
        return replace(kinds_of(_QUOTE.sub(" ", title)), sure=False, also=())
    # a line of names alone («Hội nghị tổng kết», «Công tác khen thưởng») is still about something
    hint = next(iter((*strong, *acts().weak.within(words))), None)
    return NOTHING if hint is None else Kinds(hint.phrase.means)


def as_spoken_by(kinds: Kinds, title: str, by: str | None) -> Kinds:
    """A title without an act that a scholar stands beside is that of a paper; a sitting's is not."""
    if kinds.kind != NOTHING.kind or by is None or _SITTING.match(title) or not _SCHOLAR.search(by):
        return kinds
    return Kinds("paper")


def _joined(words: Sequence[Word], found: Sequence[Found]) -> Kinds:
    first = found[0]
    kind, sure = _told(words, first)
    also: list[str] = []
    for act in found[1:]:
        other, _ = _told(words, act)
        if other != kind and other not in also:
            also.append(other)
    return Kinds(kind, tuple(also), sure)


def _told(words: Sequence[Word], act: Found) -> tuple[str, bool]:
    """A plain «phát biểu» of a leader guides."""
    means = act.phrase.means
    if means == "speech" and act.phrase.text == "phat bieu":
        first, end = act.first, act.end
        while first > 0 and words[first - 1].plain not in _NEW_CLAUSE:
            first -= 1
        while end < len(words) and words[end].plain not in _NEW_CLAUSE:
            end += 1
        if any(acts().leaders.within(words[first:end])):
            return "directive", False
    return means, True


def _acts(words: Sequence[Word], strong: Sequence[Found]) -> Iterator[Found]:
    """The acts of a line: the first, and what is joined to it."""
    idioms = [(each.first, each.end) for each in acts().idioms.within(words)]
    first: Found | None = None
    about_until = -1
    for number, act in enumerate(strong):
        joint = _joint(words, act.first)
        if any(begin <= act.first < end for begin, end in idioms) or _is_about(words, act):
            about_until = act.end
        elif act.phrase.text in _CARRYING and any(
            each.first == act.end for each in strong[number + 1 : number + 2]
        ):
            continue
        elif first is None:
            first = act
            yield act
        elif (about_until < joint or _is_plain(act)) and _is_joined(words, first, act, joint):
            yield act
        else:
            about_until = act.end


def _is_plain(act: Found) -> bool:
    """Whether an act is hardly ever what another one is about."""
    return act.phrase.means in _PLAIN or act.phrase.text.startswith("trao ")


def _joint(words: Sequence[Word], at: int) -> int:
    """Where the sign or the «và» stands that joins what is at the word; the word before, if none does."""
    for first in range(max(0, at - 4), at):
        found = acts().carriers.at(words[:at], first)
        if found is not None and found.end == at:
            return _joint(words, first)
    return at - 1


def _is_about(words: Sequence[Word], act: Found) -> bool:
    """Whether the words before it make it what another thing is about, or a part of a name."""
    if act.first == 0:
        return False
    if words[act.first - 1].plain in _ABOUT or _stands_before(acts().names, words, act.first):
        return True
    return act.phrase.text in acts().event_acts and _stands_before(acts().events, words, act.first)


def _stands_before(phrases: Phrases, words: Sequence[Word], at: int) -> bool:
    """Whether one of the phrases ends at the word."""
    for first in range(max(0, at - 3), at):
        found = phrases.at(words[:at], first)
        if found is not None and found.end == at:
            return True
    return False


def _is_joined(words: Sequence[Word], first: Found, act: Found, joint: int) -> bool:
    """Whether a later act is done too, or only belongs to what the first is about."""
    if first.phrase.means in _OF_PAPERS and act.phrase.text.startswith(("bao cao", "to trinh")):
        return False
    between = words[first.end : joint + 1]
    sign = next((index for index in range(joint, first.end - 1, -1) if words[index].is_sign), None)
    if (
        sign is not None
        and act.first - sign - 1 <= _LONGEST_SUBJECT
        and (words[sign].plain in _NEW_CLAUSE or act.phrase.means in _WITH_SUBJECT)
    ):
        return True
    if words[joint].plain not in _JOINERS:
        return False
    if any(each.plain in _NEW_CLAUSE for each in between):
        return True
    if first.phrase.means in _TITLED and any(each.plain == ":" for each in between):
        return False
    tells = first.phrase.means in _TELLING and not first.phrase.text.startswith("tong ket")
    return not (tells and act.phrase.text in acts().soft)
