"""Names that no line's end breaks: no-break spaces inside the names and offices that the agenda knows.

A run without a break that is longer than its line is broken anywhere, in the middle of a word: so only what
fits is tied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from runofshow.core.agenda import Agenda, Item
from runofshow.core.spoken import name_and_office

NO_BREAK = "\u00a0"


class Ties:
    """The names of one agenda, as a pattern."""

    def __init__(self, agenda: Agenda, longest: int, *, whole: bool = False) -> None:
        """Names up to `longest` characters are tied; `whole`: offices too, and how a name is addressed."""
        self._longest = longest
        pieces = (piece for known in _known(agenda) for piece in _pieces(known, whole))
        tied = {piece for piece in pieces if " " in piece and len(piece) <= longest}
        self._pattern = re.compile(rf"(?<!\w)(?:{_either(tied)})(?!\w)", re.IGNORECASE) if tied else None

    def whole(self, text: str) -> str:
        """`text` tied as one where it fits, else the names in it."""
        return text.replace(" ", NO_BREAK) if len(text) <= self._longest else self.tied(text)

    def tied(self, text: str) -> str:
        """`text` with its names tied."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda name: name[0].replace(" ", NO_BREAK), text)


def _either(names: Iterable[str]) -> str:
    """A pattern of any of them, the longest that fits: a word that many begin with is asked for once."""
    whole, begun = set(), defaultdict(set)
    for name in names:
        first, goes_on, rest = name.partition(" ")
        if goes_on:
            begun[first].add(rest)
        else:
            whole.add(first)
    found = []
    for first in sorted(whole | begun.keys(), key=len, reverse=True):
        more = f"(?: (?:{_either(begun[first])}))" if first in begun else ""
        found.append(re.escape(first) + (f"{more}?" if more and first in whole else more))
    return "|".join(found)


def _pieces(known: str, whole: bool) -> Iterator[str]:
    who, office = name_and_office(known)
    who = who.split(" (")[0]
    if whole:
        yield from (who, office)
    words = who.split(" ")
    small = max((at for at, word in enumerate(words) if not word[:1].isupper()), default=-1)
    # «Trần Minh Quang» of «Đồng chí Trần Minh Quang»
    yield " ".join(words[small + 1 :])


def _known(agenda: Agenda) -> Iterator[str]:
    yield from agenda.chair_panel
    for session in agenda.sessions:
        for item in session.items:
            for row in (item, *item.parts):
                yield from _of(row)


def _of(item: Item) -> Iterator[str]:
    yield from (name for name in (item.by,) if name)
    if item.award is not None:
        award = item.award
        people = (name for one in award.recipients for name in (one.name, one.proxy))
        yield from (name for name in (award.presenter, award.reader, *people) if name)
