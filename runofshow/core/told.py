"""The names that the MC's words ask for, as they are said aloud.

    by          who speaks or acts; of an award, who hands over
    name        the same without the office behind it
    title       of the item, without the marks of a plan; `act` is the same inside a sentence
    topic       what a paper is about; unknown where its title only calls it a paper
    film        what is shown
    upcoming    who gives the next paper
    minutes     of a silence; `object` for whom it is kept
    standing    asks whether the hall stands already, `stays` whether it stays standing
    signing     asks whether a pledge is signed
    letter      what is read out, where it is a letter
    result      how a vote went, once it is counted

and of an award (honours.py):

    decision, reader, presenter, form, authority
    giver       the presenter without the office
    honoured    who is called up; `recipients` are their names, one a line
    proxy       who receives for the only one
    first       asks whether they come up before the reading, `posthumous` whether it is given after death
    read        asks whether the decision was read with the round before
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from runofshow.core.agenda import Item
from runofshow.core.calling import BY_NAME, Manner
from runofshow.core.honours import Honours
from runofshow.core.spoken import in_sentence, name_and_office, spoken
from runofshow.core.vote import COUNTED, Vote

PEOPLE: Final = frozenset({"by", "presenter", "reader", "upcoming", "proxy"})
"""Names of people, behind which an office may stand."""
STANDING: Final = frozenset({"flag_salute", "moment_of_silence"})
"""Kinds of items through which the hall stands."""
NAMES: Final = frozenset(
    "by name title act topic film letter upcoming minutes object standing stays signing result read decision"
    " reader presenter giver form authority honoured recipients proxy first posthumous".split()
)
"""All of them."""
_PAPER = re.compile(
    r"(báo cáo )?(bài )?tham luận( của.*| số \d+| \d+)?|(báo cáo )?(bài )?tham luận:? +(?P<topic>.+)",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(trình )?chiếu (một )?", re.IGNORECASE)
_SILENCE = re.compile(r".*?mặc niệm,? *", re.IGNORECASE)
_LETTER = re.compile(r"\b(đọc thư|thư (chúc mừng|gửi|khen|của))\b", re.IGNORECASE)
_READ = re.compile(r"đọc ", re.IGNORECASE)
_SIGNED = re.compile(r"\bký\b|\bsign", re.IGNORECASE)
_SEATED = re.compile(r"an tọa|ngồi|seated|sit down", re.IGNORECASE)
_MINUTES: Final = {
    True: ("một phút", "hai phút", "ba phút"),
    False: ("one minute", "two minutes", "three minutes"),
}


class Told:
    """What an item tells the words about it, between the leaves before and after it, with the count of its
    vote."""

    def __init__(
        self,
        item: Item,
        before: Item | None,
        after: Item | None,
        is_vietnamese: bool,
        vote: Vote | None = None,
        manner: Manner = BY_NAME,
    ) -> None:
        self._item, self._before, self._after, self._vote = item, before, after, vote
        self._manner = manner
        self._is_vietnamese = is_vietnamese

    def of(self, name: str) -> str | None:
        """What is said for a name; None where nothing is known, or nobody knows the name."""
        match name:
            case "by":
                return self._by()
            case "name":
                return self._name()
            case "title":
                return self._title()
            case "act":
                return self._act()
            case "topic":
                return self._topic()
            case "film":
                return self._film()
            case "letter":
                return self._letter()
            case "upcoming":
                return self._upcoming()
            case "minutes":
                return self._minutes()
            case "object":
                return self._object()
            case "standing":
                return self._standing()
            case "stays":
                return self._stays()
            case "signing":
                return self._signing()
            case "result":
                return None if self._vote is None else self._vote.said(COUNTED[self._is_vietnamese])
            case "read":
                return self._read()
            case _:
                return Honours(self._item, self._is_vietnamese, self._manner).of(name)

    def _by(self) -> str | None:
        person = person_of(self._item)
        return None if person is None else self._manner.called(person)

    def _name(self) -> str | None:
        person = self._by()
        return None if person is None else name_and_office(person)[0]

    def _title(self) -> str:
        return spoken(self._item.title)

    def _act(self) -> str:
        return lowered(self._title())

    def _topic(self) -> str | None:
        found = _PAPER.fullmatch(self._title())
        return self._title() if found is None else found["topic"]

    def _film(self) -> str:
        return lowered(_SHOWN.sub("", self._title(), count=1))

    def _letter(self) -> str | None:
        return _READ.sub("", self._act(), count=1) if is_letter(self._item.kind, self._item.title) else None

    def _upcoming(self) -> str | None:
        after = self._after
        is_paper = after is not None and after.kind == "paper" and self._item.kind == "paper"
        if after is None or not is_paper:
            return None
        return self._manner.called(in_sentence(after.by or "")) or None

    def _minutes(self) -> str:
        count = min(max(round(self._item.duration / timedelta(minutes=1)), 1), 3)
        return _MINUTES[self._is_vietnamese][count - 1]

    def _object(self) -> str | None:
        found = _SILENCE.match(self._title())
        rest = "" if found is None else self._title()[found.end() :]
        return f" {rest}" if rest else None

    def _standing(self) -> str | None:
        before = self._before
        if before is None or (before.kind, *before.also)[-1] not in STANDING:
            return None
        return _yes(before.mc_assumed or _SEATED.search(before.mc) is None)

    def _stays(self) -> str | None:
        return _yes(self._after is not None and self._after.kind in STANDING)

    def _read(self) -> str | None:
        decided = None if self._item.award is None else self._item.award.decision
        last = None if self._before is None else self._before.award
        return _yes(decided is not None and last is not None and last.decision == decided)

    def _signing(self) -> str | None:
        return _yes(_SIGNED.search(self._item.title) is not None)


def is_letter(kind: str, title: str) -> bool:
    """Whether an item is a letter read out, which nobody cuts short."""
    return kind == "speech" and _LETTER.search(title) is not None


def person_of(item: Item) -> str | None:
    """Who speaks or acts, else who hands over; None while nobody is named."""
    name = item.by or (item.award.presenter if item.award else None)
    return in_sentence(name or "") or None


def lowered(title: str) -> str:
    """A title inside a sentence: its first letter is small, unless its first word is an abbreviation."""
    first = title.partition(" ")[0]
    return title if first[1:2].isupper() else title[:1].lower() + title[1:]


def _yes(holds: bool) -> str | None:
    return "" if holds else None
