"""A workbook that people edit: what stands on its sheets, whatever writes it.

Unlike a paper (sheet.py) it is not laid out: a column holds values of one sort, a row is one thing, and what
is chosen from a list is a drop-down.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.paper.sheet import Level


class Sort(StrEnum):
    """What the cells of a column hold, so that what is typed into an empty one is read as it is meant."""

    TEXT = "text"
    LENGTH = "length"
    HOUR = "hour"
    DAY = "day"
    WHOLE = "whole"


class Held(Struct, frozen=True):
    """What a cell holds."""

    of: str | int | timedelta | time | date = ""
    """A length is not negative; an hour is one of the day where the show is. Empty text leaves it empty."""
    assumed: bool = False
    """Drawn as what the machine says, in italics."""
    choices: str = ""
    """The list that this one is chosen from; empty takes the column's."""


class BookColumn(Struct, frozen=True):
    head: str
    width: int
    """In signs."""
    sort: Sort = Sort.TEXT
    choices: str = ""
    """The name of the list that its cells are chosen from; empty for none."""
    reckoned: bool = False
    """The machine's alone: drawn in grey from its head down."""
    hidden: bool = False


class BookRow(Struct, frozen=True):
    cells: tuple[Held, ...]
    """One for each column."""
    level: Level = Level.LINE


class BookSheet(Struct, frozen=True):
    name: str
    title: str
    """Over all of it."""
    how: str
    """One line under the title."""
    columns: tuple[BookColumn, ...]
    rows: tuple[BookRow, ...]
    printed: int
    """How many columns, from the first, are printed; the others are for the screen."""


class Book(Struct, frozen=True):
    title: str
    language: str
    sheets: tuple[BookSheet, ...]
    lists: Mapping[str, tuple[str, ...]]
    """What the drop-downs offer, by name."""
    name_of_lists: str
    """Of the hidden sheet on which they stand."""
    told: Mapping[Sort, str]
    """What is said where something else is typed."""
    foot: str = ""
    printed_at: datetime | None = None
