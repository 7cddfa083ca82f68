"""One line of a programme on its way to an item: what a list or a row said, before anything is decided."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.documents.document import Place
from runofshow.documents.finding.lists.marks import Sort
from runofshow.documents.finding.times.day_headings import DayHeading
from runofshow.documents.finding.times.hours import Hours


class Role(StrEnum):
    """What an entry is in the programme."""

    ITEM = "item"
    SECTION = "section"
    """A heading that is no item itself."""
    DAY = "day"
    """A day or a half of one begins."""
    SLOT = "slot"
    """Only a time: what stands beneath shares it."""


class Entry(Struct, frozen=True, kw_only=True):
    """One line of a programme. Lower levels stand under higher ones, as in the paper's own list."""

    text: str
    """The words, without mark and hours."""
    place: Place = Place()
    sort: Sort = Sort.NONE
    number: str | None = None
    level: int = 0
    role: Role = Role.ITEM
    hours: Hours | None = None
    shared: bool = False
    """Its hours are those of a slot or a cell that it shares with others: a guess."""
    length: timedelta | None = None
    by: str | None = None
    by_shared: bool = False
    """Its presenter stands in a cell that it shares with others: a guess."""
    day: DayHeading | None = None
    """Of a DAY entry."""
    strong: bool = False
    """Bold, or the style of a heading."""
    colon: bool = False
    """It ended with «:», as what has parts beneath does."""
    venue: str | None = None
    notes: str = ""
    mc: str = ""
