"""What the MC reads aloud: the formula with the item's own names, and whole sentences where there are none.

    Xin trân trọng kính mời {by|đại diện Ban Tổ chức} lên phát biểu khai mạc hội nghị.

`{title}` is the item's title and `{by}` who does it, or who presents where only that is known. What stands
behind the bar is said while nobody is named; without a bar a delegate is, so that no gap is ever read aloud.
"""

from __future__ import annotations

import re

from runofshow.core.agenda import Item

_SLOT = re.compile(r"\{(by|title)(?:\|([^{}|]*))?\}")
_VIETNAMESE = re.compile(r"[À-ỹ]")
SOMEBODY, SOMEBODY_IN_ENGLISH = "đại biểu", "our delegate"
"""Said of whom nobody has named, by the language of the sentence around it."""


def words_of(item: Item) -> str:
    """What the MC reads aloud of an item."""

    def said(slot: re.Match[str]) -> str:
        if slot[1] == "title":
            return item.title
        if named := _name(item):
            return named
        somebody = SOMEBODY if _VIETNAMESE.search(item.mc) else SOMEBODY_IN_ENGLISH
        name = slot[2] or somebody
        begins = item.mc[: slot.start()].rstrip(" ")
        return name[:1].upper() + name[1:] if not begins or begins[-1] in ".!?\n" else name

    return _SLOT.sub(said, item.mc)


def _name(item: Item) -> str | None:
    return item.by or (item.award.presenter if item.award else None)


def lacks_name(item: Item) -> bool:
    """Whether the words ask for a name that the item does not give."""
    return not _name(item) and any(slot[1] == "by" for slot in _SLOT.finditer(item.mc))
