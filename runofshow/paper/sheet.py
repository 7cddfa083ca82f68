"""What stands on a paper that people hold, whatever file it becomes: blocks one under the other.

Text may come from anybody; it is printable (see plain.py) and not escaped: that is each file's own duty. A
line break inside a run is one on the paper.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.core.value import replace


class Style(StrEnum):
    """What a paragraph is on the paper."""

    ORGAN = "organ"
    """Who issues it, in capitals at the head."""
    NATION = "nation"
    MOTTO = "motto"
    KIND = "kind"
    """What sort of paper it is, in capitals: «CHƯƠNG TRÌNH»."""
    SUBJECT = "subject"
    REGARDING = "regarding"
    """What an official paper is about, under its kind, with a line under it."""
    APPENDIX = "appendix"
    """What the paper goes with: «(Kèm theo Kế hoạch …)»."""
    PLACE = "place"
    """Where and when, under the subject."""
    HEADING = "heading"
    BODY = "body"
    SMALL = "small"
    TURN = "turn"
    """On the MC's copy: the item whose words follow."""
    WORDS = "words"
    """On the MC's copy: what is read aloud."""
    DIRECTION = "direction"
    """On the MC's copy: what is done and never said."""
    SUPERIOR = "superior"
    """The body above who issues it, in capitals at the head."""
    NUMBER = "number"
    """«Số: …/BC-…»"""
    PLACE_DATE = "place_date"
    """«Ninh Hòa, ngày … tháng … năm …», at the head."""
    PROSE = "prose"
    """What a report says in sentences: justified, its first line set in."""
    LISTED = "listed"
    """One line of a short list, its dash in the text."""
    SIGNER = "signer"
    """In whose name it is signed, in capitals over the signature; or who signs, under it."""
    SENT_TO_HEAD = "sent_to_head"
    SENT_TO = "sent_to"
    """«Nơi nhận:» and its list."""
    MARK = "mark"
    """Impossible to miss: this was a rehearsal."""


class Tone(StrEnum):
    """How loud something is. The words say it too; a tone only helps the eye, and a form may leave it out."""

    PLAIN = "plain"
    QUIET = "quiet"
    OVER = "over"
    """Late or longer by a minute or more."""
    UNDER = "under"
    """Early or shorter by a minute or more."""
    ALERT = "alert"


class Run(Struct, frozen=True):
    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = Tone.PLAIN
    small: bool = False
    """In smaller type than what it stands in."""
    changed: bool = False
    """Other words than those of the page that this one is exchanged for."""
    large: bool = False
    """In larger type than what it stands in, read from an arm's length; alone on its line."""


class Paragraph(Struct, frozen=True):
    """Never torn: its lines stand on one page where they fit on one."""

    runs: tuple[Run, ...]
    style: Style = Style.BODY
    keep_with_next: bool = False
    """Stands on the page of what follows it."""
    new_page: bool = False
    """Begins a page."""
    key: str = ""
    """What it speaks of, the same in the next revision: an item's id; empty where its words alone tell."""
    changed: bool = False
    """Marked at its side: not what the page said that this one is exchanged for."""
    continues: bool = False
    """The rest of one that is higher than a page."""


class Column(Struct, frozen=True):
    head: str
    share: int
    """Its part of the whole width, by weight."""
    figures: bool = False
    """Hours and numbers stand in the middle and never wrap."""
    joined: bool = False
    """No line stands between it and the column before."""
    reckoned: tuple[str, ...] = ()
    """The heads of the columns that a spreadsheet has in its place, one for each value of its cells."""


class Form(StrEnum):
    """How a spreadsheet shows a moment or a length."""

    MINUTE = "minute"
    """`7h30`, `20`"""
    SECOND = "second"
    """`07:30:10`, `20:10`"""
    DAY = "day"
    """`28/3/2026 07:30:10`"""
    OFF_MINUTES = "off_minutes"
    """`+2.5`: a difference, as a number of minutes. A spreadsheet has no length below zero."""
    OFF_SECONDS = "off_seconds"


class Value(Struct, frozen=True):
    """What a spreadsheet reckons with."""

    of: datetime | timedelta | int | str
    """A datetime is the hour where the show is, without a zone; text where there is nothing to reckon."""
    about: bool = False
    """Shown with `~` before it: a default."""
    form: Form = Form.MINUTE


class Cell(Struct, frozen=True):
    lines: tuple[tuple[Run, ...], ...] = ()
    """One under the other; each may wrap."""
    values: tuple[Value, ...] = ()
    """What stands in a spreadsheet in place of the lines; none keeps the lines."""
    code: str = ""
    """Digits that stand over the lines as a picture for a scanner (codes.py)."""


class Level(StrEnum):
    """What a row of a table is."""

    LINE = "line"
    SESSION = "session"
    """Over the whole width, the name of what follows."""
    HEADING = "heading"
    """An item whose parts follow."""
    PART = "part"
    TOTAL = "total"


class Row(Struct, frozen=True):
    """Never torn over two pages."""

    cells: tuple[Cell, ...]
    """One for each column; of a SESSION one alone."""
    level: Level = Level.LINE
    key: str = ""
    """What it speaks of, the same in the next revision: an item's id; empty where its words alone tell."""
    continues: bool = False
    """The rest of a row that is higher than a page: its first cell says so."""
    changed: bool = False
    """Marked at its side: not what the page said that this one is exchanged for."""


class Table(Struct, frozen=True):
    """Its head is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""
    """Of its sheet in a spreadsheet."""
    new_page: bool = False
    """Begins a page."""
    continues: bool = False
    """Goes on with the table before it, whose columns it has: the same sheet in a spreadsheet."""
    cut_mm: int = 0
    """Of cards, which are cut apart along its lines: how high each is. Such a table has no head."""


class Fact(Struct, frozen=True):
    """A figure with its name, and what it is to be compared with."""

    name: str
    value: tuple[Run, ...]
    notes: tuple[Run, ...] = ()
    """One after the other behind the value."""

    def said(self) -> tuple[Run, ...]:
        """The value and its notes in one line: `8h12   theo kế hoạch 8h00, muộn 12 phút`."""
        told = tuple(run for note in self.notes for run in (Run(", "), note))[1:]
        value = tuple(replace(run, bold=True) for run in self.value)
        return (*value, *((Run("   "), *told) if told else ()))


class Facts(Struct, frozen=True):
    """Names on the left and their figures on the right."""

    facts: tuple[Fact, ...]
    new_page: bool = False
    """Begins a page."""


class Facing(Struct, frozen=True):
    """Two columns side by side without lines: a letterhead, signatures."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    new_page: bool = False
    """Begins a page."""


class Bar(Struct, frozen=True):
    """From when to when, hours where the show is, without a zone."""

    start: datetime
    end: datetime
    open: bool = False
    """It was not over then: nobody knows its end."""


class Lane(Struct, frozen=True):
    """One line of a chart: what was planned over what came of it. Without either bar it was not so."""

    label: str
    planned: Bar | None = None
    actual: Bar | None = None
    level: Level = Level.LINE
    """A SESSION is a band over the whole width."""
    off: str = ""
    """The difference in figures, at the end of the line: «+3:30»."""
    note: str = ""
    """Small under the label: that it was skipped, that it was inserted."""
    tone: Tone = Tone.PLAIN
    """Of the difference."""


class Post(Struct, frozen=True):
    """An hour that everything is measured by: a line over all lanes."""

    at: datetime
    label: str
    firm: bool = False
    """Not to be passed."""


class Legend(Struct, frozen=True):
    """What the bars are called."""

    planned: str
    actual: str
    over: str
    """What of an actual bar is longer than its plan."""
    undone: str
    """A plan of which nothing came."""
    off: str
    """Over the differences."""


class Chart(Struct, frozen=True):
    """Plan against actual as a picture; of many lanes several pictures, each of which fits on a page."""

    title: str
    lanes: tuple[Lane, ...]
    legend: Legend
    posts: tuple[Post, ...] = ()
    told: str = ""
    """What the picture shows, for those who do not see it, and where its figures stand."""
    instead: str = ""
    """What stands in its place where no picture can be made."""
    again: str = ""
    """Behind the title of each picture but the first: «(tiếp)»."""
    name: str = ""
    """Of its sheet in a spreadsheet."""
    new_page: bool = False
    """Begins a page."""
    of_lengths: bool = False
    """Its bars are lengths from a midnight on, and no hours of a day."""


Block = Paragraph | Table | Facts | Chart | Facing


class Margin(Struct, frozen=True):
    """What one page says over and under what stands on it."""

    label: str
    """`5`, or `5a` where a page was put in behind it."""
    head: str = ""
    """Which page it takes the place of."""
    foot: str = ""
    """What is gone from it."""


class Paper(Struct, frozen=True):
    title: str
    """Of the file, for who finds it later."""
    language: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    foot: str = ""
    """Small at the foot of every page: which version it is, and when it was printed."""
    size: float = 13
    """Of the type of tables, in points."""
    printed_at: datetime | None = None
    """Kept in the file's properties."""
    mark: str = ""
    """Across every page: this was a rehearsal."""
    first_sheet: str = ""
    """The name of a first sheet in a spreadsheet, for the sections without a table; without such a name they
    stand above and below the tables."""
    paged: bool = False
    """Whether it says where each of its pages begins: see pages.py."""
    margins: tuple[Margin, ...] = ()
    """Of each page, where they are not just counted."""
    continued: str = "(…)"
    """What a row says that goes on from the page before."""
    kept: str = ""
    """What a Word file keeps unseen, so that it can be read again (kept.py)."""


def line(
    text: str, *, bold: bool = False, italic: bool = False, tone: Tone = Tone.PLAIN, small: bool = False
) -> tuple[Run, ...]:
    """One line of a cell; none where there is no text."""
    return (Run(text, bold, italic, tone, small),) if text else ()


def cell(*texts: str, value: datetime | timedelta | int | None = None, about: bool = False) -> Cell:
    """A cell of these lines, without those that are empty."""
    values = () if value is None else (Value(value, about),)
    return Cell(tuple(line(text) for text in texts if text), values)


def paragraph(text: str, style: Style = Style.BODY, *, keep_with_next: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text),), style, keep_with_next=keep_with_next)
