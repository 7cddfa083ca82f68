"""The report as a sheet of paper has it: heading, facts, tables. contents.py fills it, any form can draw it.

Text in a sheet may come from anybody. It is printable (see notation.py) and not escaped: that is each form's
own duty.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct


class Tone(StrEnum):
    """How loud something is. The words say it too; a tone only helps the eye."""

    PLAIN = "plain"
    QUIET = "quiet"
    OVER = "over"
    """Late or longer by a minute or more."""
    UNDER = "under"
    """Early or shorter by a minute or more."""
    ALERT = "alert"


class Level(StrEnum):
    """What a line of a table is."""

    LINE = "line"
    SESSION = "session"
    HEADING = "heading"
    PART = "part"
    TOTAL = "total"


class Cell(Struct, frozen=True):
    text: str
    tone: Tone = Tone.PLAIN
    below: tuple[tuple[str, Tone], ...] = ()
    """Smaller lines under the text."""


class Column(Struct, frozen=True):
    head: str
    figures: bool = True
    """Times and numbers stand to the right and never wrap; text does."""


class Line(Struct, frozen=True):
    cells: tuple[Cell, ...]
    level: Level = Level.LINE


class Table(Struct, frozen=True):
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


class Fact(Struct, frozen=True):
    """A figure with its name, and what it is to be compared with."""

    name: str
    value: str
    notes: tuple[tuple[str, Tone], ...] = ()


class Section(Struct, frozen=True):
    title: str
    facts: tuple[Fact, ...] = ()
    listed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Short lists, each with its name."""
    table: Table | None = None
    remark: str = ""
    """What a reader must know to read the table; or, without one, that there is nothing."""


class Sheet(Struct, frozen=True):
    language: str
    title: str
    event: str
    about: tuple[tuple[str, str], ...]
    """Organiser, venue, day: each with its name."""
    mark: str
    """Impossible to miss when not empty: this was a rehearsal."""
    mark_lines: tuple[str, ...]
    warning: str
    """What is wrong with the record as a whole; empty when nothing is."""
    summary: Section
    sections: tuple[Section, ...]
    signed_by: str
    sign_here: str
    made_by: str


def tone_of(by: timedelta | None) -> Tone:
    """How loud a difference is: from a whole minute on."""
    if by is None or abs(by) < timedelta(minutes=1):
        return Tone.PLAIN
    return Tone.OVER if by > timedelta() else Tone.UNDER
