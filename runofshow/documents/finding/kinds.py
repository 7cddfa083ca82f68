"""What kind of item a line of a programme is, by the words that name its acts.

The act named first gives the kind, the others that are joined to it are also done. What an act is about is no
act: «Báo cáo công tác khen thưởng» is a report, «Phát biểu của tập thể được biểu dương» a speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from runofshow.documents.finding.acts import acts
from runofshow.documents.finding.phrases import Found, Word, words_of


class Kinds(Struct, frozen=True):
    """What the words of a line tell."""

    kind: str
    """An id of the catalogue; «other» where no word tells."""
    also: tuple[str, ...] = ()
    sure: bool = False
    """Its words name an act plainly."""


NOTHING = Kinds("other")

_JOINERS = frozenset(",;.:-/&+()") | {
    "va",
    "cung",
    "ket",
    "hop",
    "roi",
    "and",
    "kiem",
    "dong",
    "thoi",
    "sau",
    "do",
}
_NEW_CLAUSE = frozenset(";.+/")
_ABOUT = frozenset("ve cua trong tai theo duoc cho viec tu".split())
"""What comes behind is what something is about, whose it is or where."""
_TELLING = frozenset(
    "report paper discussion vote video decision launch adopt_agenda notice speech summary".split()
)
"""Acts that are about something."""


def kinds_of(title: str) -> Kinds:
    """The kind of a line and what else it does."""
    words = words_of(title)
    strong = tuple(_acts(words))
    if strong:
        return _joined(words, strong)
    weak = next(iter(acts().weak.within(words)), None)
    return NOTHING if weak is None else Kinds(weak.phrase.means)


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


def _acts(words: Sequence[Word]) -> Iterator[Found]:
    """The acts of a line: the first, and what is joined to it."""
    idioms = [(each.first, each.end) for each in acts().idioms.within(words)]
    first: Found | None = None
    for act in acts().strong.within(words):
        if any(begin <= act.first < end for begin, end in idioms) or _is_about(words, act):
            continue
        if first is None:
            first = act
            yield act
        elif _is_joined(words, first, act):
            yield act


def _is_about(words: Sequence[Word], act: Found) -> bool:
    if act.first == 0:
        return False
    return words[act.first - 1].plain in _ABOUT or _named_before(words, act.first)


def _named_before(words: Sequence[Word], at: int) -> bool:
    for first in range(max(0, at - 3), at):
        found = acts().names.at(words[:at], first)
        if found is not None and found.end == at:
            return True
    return False


def _is_joined(words: Sequence[Word], first: Found, act: Found) -> bool:
    before = words[act.first - 1].plain
    if before not in _JOINERS:
        return False
    between = words[first.end : act.first]
    if any(each.plain in _NEW_CLAUSE for each in between):
        return True
    if first.phrase.means in ("paper", "report") and any(each.plain == ":" for each in between):
        return False
    soft = act.phrase.text in acts().soft
    return not (soft and first.phrase.means in _TELLING)
