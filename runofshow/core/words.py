"""What the MC reads aloud: the formula with the item's own names, and whole sentences where there are none.

    Xin trân trọng kính mời {by|đại diện Ban Tổ chức} lên trình bày tham luận[[ với chủ đề: {topic}]].

What stands behind the bar is said where nothing is known; `{by}` without one is a delegate, so that no gap is
ever read aloud. What stands in double brackets is said only where every name in it is known: `{?by}` only
asks whether it is, and `{!by}` whether it is not. `{title}` and `{by}` are the item's own, without the marks
that a plan makes for its readers; the others are in told.py. A line in brackets, or behind an arrow, is a
direction: it is shown to who reads, behind an arrow, and never said.

Whoever has just spoken is thanked at the head of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from runofshow.core.agenda import Item
from runofshow.core.calling import BY_NAME, Manner
from runofshow.core.spoken import name_and_office
from runofshow.core.told import PEOPLE, Told, person_of
from runofshow.core.vote import Vote

_SLOT = re.compile(r"\{([?!]?)([a-z_]+)(?:\|([^{}|]*))?\}")
_WHERE_KNOWN = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_VIETNAMESE, _ENGLISH = re.compile(r"[À-ỹ]"), re.compile(r"\b(the|please|invite|thank)\b", re.IGNORECASE)
_DIRECTION = re.compile(r"→ ?(?P<arrow>.+)|\[(?P<square>[^\[\]]+)\]|\((?P<round>[^()]+)\)")
ARROW = "→ "
"""Before a direction."""
_THANKS = re.compile(r"cảm ơn|cám ơn|thank", re.IGNORECASE)
SOMEBODY, SOMEBODY_IN_ENGLISH = "đại biểu", "our delegate"
"""Said of whom nobody has named, by the language of the sentence around it."""


class Saying(Struct, frozen=True):
    """The words of the running item and of the next one; each empty where there is none, or no words."""

    now: str = ""
    next: str = ""


def words_of(
    item: Item,
    before: Item | None = None,
    after: Item | None = None,
    vote: Vote | None = None,
    manner: Manner = BY_NAME,
) -> str:
    """What the MC reads aloud of an item, between the leaves of its session that run before and after it, and
    once its vote is counted; people are called in the `manner` of the show."""
    lines = _filled(item.mc, item, before, after, vote, manner).split("\n")
    return "\n".join(_as_direction(line) for line in lines)


def said_in_turn(
    item: Item,
    before: Item | None,
    after: Item | None,
    vote: Vote | None = None,
    manner: Manner = BY_NAME,
) -> str:
    """The same with the thanks to who spoke before it, and at a session's end to who speaks in it."""
    said = words_of(item, before, after, vote, manner)
    if not said:
        return ""
    lines = said.split("\n")
    if (thanks := thanks_to(before, manner)) and not _THANKS.search(lines[0]):
        lines.insert(0, thanks)
    if after is None and (thanks := thanks_to(item, manner)) and not _THANKS.search(lines[-1]):
        lines.append(thanks)
    return "\n".join(lines)


def thanks_to(speaker: Item | None, manner: Manner = BY_NAME) -> str:
    """How who spoke in an item is thanked when it is over; empty where nobody is."""
    return "" if speaker is None or not speaker.thanks else _filled(speaker.thanks, speaker, manner=manner)


def is_direction(line: str) -> bool:
    """Whether a line of the words tells who reads them something, and is not to be said."""
    return line.startswith(ARROW)


def _as_direction(line: str) -> str:
    found = _DIRECTION.fullmatch(line.strip())
    return line if found is None else f"{ARROW}{found[found.lastgroup or 0].strip()}"


def lacks_name(item: Item) -> bool:
    """Whether the words ask for a name that the item does not give."""
    return not person_of(item) and any(slot[2] == "by" and not slot[1] for slot in _SLOT.finditer(item.mc))


@lru_cache(512)
def settled(formula: str, **known: str | None) -> str:
    """`formula` with these names filled in for good, and its parts that ask for them kept or left out."""
    # two hundred batches have one formula

    def kept(part: re.Match[str]) -> str:
        slots = [slot for slot in _SLOT.finditer(part[1]) if slot[2] in known]
        if any(_is_missing(slot, known.get(slot[2])) for slot in slots):
            return ""
        said = _SLOT.sub(fill, part[1])
        return f"[[{said}]]" if _SLOT.search(said) else said

    def fill(slot: re.Match[str]) -> str:
        value = known.get(slot[2])
        if slot[1] and slot[2] in known:
            return ""
        return slot[0] if value is None or slot[1] else _begun(value, slot)

    return _clean(_SLOT.sub(fill, _WHERE_KNOWN.sub(kept, formula)))


def _filled(
    formula: str,
    item: Item,
    before: Item | None = None,
    after: Item | None = None,
    vote: Vote | None = None,
    manner: Manner = BY_NAME,
) -> str:
    # the commands of a rite are Vietnamese in an English formula too
    is_vietnamese = bool(_VIETNAMESE.search(formula)) and not _ENGLISH.search(formula)
    told = Told(item, before, after, is_vietnamese, vote, manner)

    def kept(part: re.Match[str]) -> str:
        slots = _SLOT.finditer(part[1])
        return "" if any(_is_missing(slot, told.of(slot[2])) for slot in slots) else part[1]

    said = _with_names(_WHERE_KNOWN.sub(kept, formula), told.of, is_vietnamese)
    return _clean(said) if _WHERE_KNOWN.search(formula) else said


def _with_names(formula: str, value_of: Callable[[str], str | None], is_vietnamese: bool) -> str:
    somebody = SOMEBODY if is_vietnamese else SOMEBODY_IN_ENGLISH

    def said(slot: re.Match[str]) -> str:
        if slot[1]:
            return ""
        value = value_of(slot[2])
        if value is None:
            value = slot[3] if slot[3] is not None else somebody if slot[2] == "by" else slot[0]
        elif slot[2] in PEOPLE and name_and_office(value)[1] and formula[slot.end() : slot.end() + 1] == " ":
            # an office behind a name is closed before the sentence goes on
            value += ","
        return _begun(value, slot)

    return _SLOT.sub(said, formula)


def _begun(value: str, slot: re.Match[str]) -> str:
    """A sentence begins with a capital."""
    begins = slot.string[: slot.start()].rstrip(" ")
    return value[:1].upper() + value[1:] if not begins or begins[-1] in ".!?\n" else value


def _is_missing(slot: re.Match[str], value: str | None) -> bool:
    """Whether what a slot asks for is not so; one with something behind its bar asks for nothing."""
    if slot[1] == "!":
        return value is not None
    return value is None and (bool(slot[1]) or slot[3] is None)


def _clean(text: str) -> str:
    """Without the lines and the spaces that what was left out leaves behind."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
