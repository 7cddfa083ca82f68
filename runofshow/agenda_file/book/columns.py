"""The sheets of the workbook and their columns.

A column holds one field of a row's mapping in the agenda file, or what is told beside it and never read.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Final

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.texts.book import BOOK
from runofshow.texts.fields import FIELDS
from runofshow.texts.roles import EN, VI


class Form(StrEnum):
    """How a field stands in a cell."""

    LINE = "line"
    LINES = "lines"
    LENGTH = "length"
    """A real length, `0:10:00`; one with a fraction of a second is spelt out."""
    MINUTES = "minutes"
    """The same, where a bare number is one of minutes."""
    HOUR = "hour"
    """A real hour of the day."""
    DAY = "day"
    WHOLE = "whole"
    CHOICE = "choice"
    CHOICES = "choices"
    """Several, with a semicolon between."""
    IDS = "ids"
    """Of several items, with a semicolon between."""
    MOMENT = "moment"
    """Of a cue, as a form of the console words it."""
    DAY_OR_YES = "day_or_yes"


class Column(Struct, frozen=True):
    name: str
    """Its field, as the form and its mapping are called: `item.handin.due`; its head is told by it."""
    path: tuple[str, ...] = ()
    """Of the value in the row's mapping; none of what is never read as a field."""
    form: Form = Form.LINE
    width: int = 10
    """In signs."""
    choices: str = ""
    """The list that it is chosen from."""
    reckoned: bool = False
    """Told by the machine: never read."""
    since: int = 1
    """The version of the workbook (keys.py) that has it first: an older one lacks nothing without it."""

    def head(self, language: Language) -> str:
        """What stands over it."""
        fields, own = FIELDS[language].names, BOOK[language].heads
        _, _, key = self.name.partition(".")
        if key.startswith("crew."):
            return str(getattr(VI if language is Language.VI else EN, key.removeprefix("crew.")))
        return own.get(self.name) or fields.get(self.name) or fields.get(key) or fields[key.split(".")[-1]]


class SheetKind(StrEnum):
    """What a sheet holds."""

    ORDER = "order"
    CUES = "cues"
    AWARDS = "awards"
    RECIPIENTS = "recipients"
    TRACKS = "tracks"
    HEAD = "head"
    DUTIES = "duties"
    LEADERS = "leaders"


def _field(of: str, key: str, form: Form = Form.LINE, width: int = 10, choices: str = "") -> Column:
    return Column(f"{of}.{key}", tuple(key.split(".")), form, width, choices)


def _told(name: str, width: int = 10, form: Form = Form.LINE, *, reckoned: bool = True) -> Column:
    return Column(name, form=form, width=width, reckoned=reckoned)


LEVEL: Final = Column("order.level", form=Form.CHOICE, width=6, choices="level")
ITEM: Final = Column("row.item", width=26, choices="item")
"""Of a row that belongs to an item: which."""
NUMBER: Final = Column("item.number", ("number",), width=6)
MC: Final = _field("item", "mc", Form.LINES, 40)
STARTS: Final = _told("order.starts", 9, Form.HOUR)
ASSUMED: Final = _told("order.assumed", 9, Form.LENGTH)
ORDER: Final = _told("recipients.order", 6, Form.WHOLE)
SESSION_DATE: Final = Column("session.date", ("date",), Form.DAY, 12)
FIELD: Final = Column("head.field", width=30, reckoned=True)
VALUE: Final = Column("head.value", form=Form.LINES, width=100)

COLUMNS: Final = {
    SheetKind.ORDER: (
        LEVEL,
        NUMBER,
        _field("item", "kind", Form.CHOICE, 16, "kind"),
        _field("item", "title", Form.LINE, 30),
        _field("item", "by", Form.LINE, 24),
        STARTS,
        _field("item", "start", Form.HOUR, 8),
        _field("item", "duration", Form.MINUTES, 9),
        ASSUMED,
        _field("item", "until", Form.HOUR, 8),
        _field("item", "optional", Form.CHOICE, 6, "yes"),
        _field("item", "protected", Form.CHOICE, 7, "yes"),
        MC,
        _field("item", "notes", Form.LINES, 20),
        _field("item", "backdrop", Form.LINES, 18),
        _field("item", "handin.due", Form.DAY, 11),
        _field("item", "handin.received", Form.CHOICE, 8, "yes"),
        replace(_field("item", "text", Form.LINE, 20), since=3),
        _field("item", "also", Form.CHOICES, 18),
        _field("item", "clock", Form.CHOICE, 13, "clock"),
        SESSION_DATE,
        *(
            replace(_field("item", key, form, width, listed), since=3)
            for key, form, width, listed in (
                ("min", Form.MINUTES, 9, ""),
                ("may_drop", Form.CHOICE, 8, "yes"),
                ("importance", Form.WHOLE, 8, ""),
                ("stretch", Form.MINUTES, 9, ""),
            )
        ),
    ),
    SheetKind.CUES: (
        ITEM,
        _field("cue", "to", Form.CHOICE, 10, "to"),
        _field("cue", "do", Form.CHOICE, 12, "do"),
        _field("cue", "text", Form.LINE, 36),
        _field("cue", "at", Form.MOMENT, 24),
        _field("cue", "track", Form.LINE, 12, "track"),
        _field("cue", "standby", Form.LENGTH, 9),
        _field("cue", "go", Form.CHOICE, 11, "go"),
        _field("cue", "tolerance", Form.LENGTH, 9),
        _field("cue", "fade", Form.LENGTH, 8),
        _field("cue", "pre_wait", Form.LENGTH, 8),
    ),
    SheetKind.AWARDS: (
        ITEM,
        _field("award", "decision", Form.LINE, 28),
        _field("award", "form", Form.LINE, 26),
        _field("award", "level", Form.CHOICE, 13, "level_of_award"),
        _field("award", "reader", Form.LINE, 24),
        _field("award", "presenter", Form.LINE, 24),
        _field("award", "called_before_reading", Form.CHOICE, 10, "yes"),
        *(
            replace(_field("award", key, form, 10, listed), since=2)
            for key, form, listed in (
                ("batch", Form.WHOLE, ""),
                ("flowers", Form.CHOICE, "yes"),
                ("photo", Form.CHOICE, "yes"),
                ("on_display", Form.CHOICE, "yes"),
            )
        ),
    ),
    SheetKind.RECIPIENTS: (
        ITEM,
        ORDER,
        _field("recipient", "name", Form.LINE, 34),
        *(
            replace(_field("recipient", key, form, width, listed), since=2)
            for key, form, width, listed in (
                ("unit", Form.LINE, 30, ""),
                ("post", Form.LINE, 18, ""),
                ("address", Form.LINE, 11, ""),
                ("proxy", Form.LINE, 24, ""),
                ("absent", Form.CHOICE, 8, "yes"),
                ("posthumous", Form.CHOICE, 9, "yes"),
                ("collective", Form.CHOICE, 9, "yes"),
                ("said", Form.LINE, 20, ""),
                ("note", Form.LINE, 24, ""),
            )
        ),
    ),
    SheetKind.TRACKS: (
        _field("track", "id", Form.LINE, 13),
        _field("track", "title", Form.LINE, 26),
        _field("track", "file", Form.LINE, 26),
        _field("track", "mark", Form.CHOICE, 13, "mark"),
        _field("track", "loop", Form.CHOICE, 6, "yes"),
        _field("track", "volume", Form.WHOLE, 7),
        _field("track", "start", Form.LENGTH, 9),
        _field("track", "end", Form.LENGTH, 9),
        _field("track", "fade_in", Form.LENGTH, 8),
        _field("track", "fade_out", Form.LENGTH, 8),
        _field("track", "length", Form.LENGTH, 9),
        _field("track", "layer", Form.CHOICE, 11, "layer"),
        _field("track", "live", Form.CHOICE, 8, "yes"),
        _field("track", "sha256", Form.LINE, 14),
    ),
    SheetKind.HEAD: (FIELD, VALUE),
    SheetKind.DUTIES: (
        _field("duty", "what", Form.LINE, 56),
        _field("duty", "by", Form.LINE, 30),
        _field("duty", "due", Form.DAY, 12),
        _field("duty", "when", Form.CHOICE, 16, "when"),
        _field("duty", "done", Form.DAY_OR_YES, 12),
    ),
    SheetKind.LEADERS: (
        _field("leader", "name", Form.LINE, 46),
        _field("leader", "arrives", Form.HOUR, 10),
        _field("leader", "for", Form.LINE, 16),
        replace(_field("leader", "leaves", Form.HOUR, 10), since=3),
        replace(_field("leader", "before_leaving", Form.IDS, 16), since=3),
        _field("leader", "id", Form.LINE, 16),
    ),
}
"""In the order in which they stand."""
SINCE: Final = {SheetKind.LEADERS: 2}
"""The version of the workbook that has a sheet first, where that is not the first of all."""
PRINTED_OF_ORDER: Final = 14
"""Columns of the running order that a page has room for; what the others say stands on the script too."""

HEAD_FIELDS: Final = (
    _field("agenda", "title"),
    _field("agenda", "organiser"),
    _field("agenda", "venue"),
    _field("agenda", "basis"),
    _field("agenda", "date", Form.DAY),
    _field("agenda", "tentative", Form.CHOICE, choices="yes"),
    _field("agenda", "period.text"),
    _field("agenda", "period.from", Form.DAY),
    _field("agenda", "period.to", Form.DAY),
    _field("agenda", "delegates"),
    _field("agenda", "chair_panel"),
    _field("agenda", "rite", Form.CHOICE, choices="rite"),
    _field("agenda", "address", Form.CHOICE, choices="address"),
    *(_field("agenda", f"crew.{role}") for role in ("caller", "mc", "music", "lights", "screen", "crew")),
    _field("agenda", "crew.stage"),
    *(_field("agenda", f"timecode.{key}") for key in ("from", "rate", "device")),
    _field("agenda", "backdrop", Form.LINES),
    _field("agenda", "decoration", Form.LINES),
    _field("agenda", "notes", Form.LINES),
)
"""The rows of the sheet of the head. The chair panel takes one for each of its people."""

CARRIES: Final = {
    "agenda": frozenset(column.path[0] for column in HEAD_FIELDS)
    | {"start", "hard_out", "items", "sessions", "tracks", "duties", "leaders"},
    "session": frozenset({"title", "date", "start", "hard_out", "items"}),
    "item": frozenset(column.path[0] for column in COLUMNS[SheetKind.ORDER] if column.path) - {"date"}
    | {"id", "award", "cues", "parts"},
    "cue": frozenset(column.path[0] for column in COLUMNS[SheetKind.CUES] if column.path) | {"id"},
    "award": frozenset(column.path[0] for column in COLUMNS[SheetKind.AWARDS] if column.path)
    | {"recipients"},
    "recipient": frozenset(column.path[0] for column in COLUMNS[SheetKind.RECIPIENTS] if column.path)
    | {"id"},
    "handin": frozenset({"due", "received"}),
    "crew": frozenset(column.path[1] for column in HEAD_FIELDS if column.path[0] == "crew"),
    "timecode": frozenset(("from", "rate", "device")),
    "track": frozenset(column.path[0] for column in COLUMNS[SheetKind.TRACKS]),
    "duty": frozenset(column.path[0] for column in COLUMNS[SheetKind.DUTIES]),
    "leader": frozenset(column.path[0] for column in COLUMNS[SheetKind.LEADERS]),
}
"""All keys of the form but what an import guessed and doubted, the signals, whose headers may hold passwords,
and the gear, which is told what to do by signals alone."""


@cache
def heads(kind: SheetKind, language: Language) -> tuple[str, ...]:
    """The heads of a sheet, in order."""
    return tuple(column.head(language) for column in COLUMNS[kind])
