"""A draft of an agenda: what a document says of a conference, with what was guessed and where it was read.

Times are as on the hall's clock, without a date: an item says its day beside. Nothing here is assumed from
the catalogue: what the document leaves open is None, and the agenda file's own custom fills it later.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from msgspec import Struct

from runofshow.core.value import Json
from runofshow.documents.doubt import Doubt


class DraftItem(Struct, frozen=True, kw_only=True):
    """One line of the programme, in the order it runs; the parts of a heading stand after it."""

    title: str
    """The words as written, less bullet, number, time, closing punctuation and a length in brackets."""
    kind: str
    """An id of the catalogue; «other» where no word tells."""
    also: tuple[str, ...] = ()
    """What else a joined line does: «Tuyên bố lý do, giới thiệu đại biểu và khai mạc» is an introduction that
    is also an opening."""
    number: str | None = None
    """As written; it identifies nothing."""
    start: time | None = None
    end: time | None = None
    length: timedelta | None = None
    """As the document says it, or from start to end; never custom."""
    by: str | None = None
    """Who does it, titles as written; several joined by «; »."""
    section: str | None = None
    """The heading it stands under («Phần nghi thức»), where that is no item itself."""
    day: str | None = None
    """«2026-03-27», or as written where no date is known («Ngày thứ nhất»)."""
    session: int | None = None
    """Index of its sitting among the draft's sessions; None where it names none."""
    parent: int | None = None
    """Index of its heading among the items."""
    source: str = ""
    """Where it was read, as words: «bảng 2, dòng 5»."""
    guessed: tuple[str, ...] = ()
    """The fields above that are guesses, by their names in the JSON."""
    optional: bool = False
    """«(nếu có)»."""
    notes: str = ""
    """What else its row says: needs, place, remarks."""
    mc: str = ""
    """What the MC says, where a column has it."""
    recipients: tuple[Any, ...] = ()
    """Those honoured, by a list that the document attaches: each as an agenda file says them."""
    award_form: str | None = None
    """What they are given, where that list says it and the title does not."""


class DraftSession(Struct, frozen=True, kw_only=True):
    """A sitting that the document names."""

    title: str
    day: str | None = None
    start: time | None = None
    end: time | None = None
    venue: str | None = None


class Deadline(Struct, frozen=True, kw_only=True):
    """Something due before or after the conference."""

    what: str
    who: str | None = None
    day: date | None = None
    text: str = ""
    """The limit as written: «trước ngày 20/3/2020», «cuối Quý I/2020»."""
    source: str = ""


class Assignment(Struct, frozen=True, kw_only=True):
    """What one office is to do."""

    who: str
    what: str
    source: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """All that was found."""

    title: str | None = None
    organiser: str | None = None
    venue: str | None = None
    day: date | None = None
    """The first day; None where it is not named to the day."""
    date_text: str | None = None
    """The day or period as written: «Dự kiến tháng 11 năm 2019»."""
    tentative: bool = False
    delegates: int | None = None
    chair_panel: str | None = None
    sessions: tuple[DraftSession, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """Hard facts of the programme beside its lines: how many papers and acts, the length of a clip, a snack;
    each a name in texts/documents.py and the words of the document."""
    items: tuple[DraftItem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    guessed: tuple[str, ...] = ()
    """The fields above that are guesses, by their names in the JSON."""


def item_json(item: DraftItem) -> dict[str, Json]:
    """As `import --json` prints an item."""
    return {
        "title": item.title,
        "kind": item.kind,
        "also": list(item.also),
        "number": item.number,
        "start": _clock(item.start),
        "end": _clock(item.end),
        "duration_s": None if item.length is None else int(item.length.total_seconds()),
        "by": item.by,
        "section": item.section,
        "day": item.day,
        "parent": item.parent,
        "source": item.source,
        "recipients": list(item.recipients),
        "guessed": list(item.guessed),
    }


def draft_json(draft: Draft, warnings: list[Json]) -> dict[str, Json]:
    """As `import --json` prints it; `warnings` are the doubts in words."""
    return {
        "title": draft.title,
        "organiser": draft.organiser,
        "venue": draft.venue,
        "date": None if draft.day is None else draft.day.isoformat(),
        "date_text": draft.date_text,
        "tentative": draft.tentative,
        "delegates": draft.delegates,
        "chair_panel": draft.chair_panel,
        "sessions": [
            {
                "title": each.title,
                "day": each.day,
                "start": _clock(each.start),
                "end": _clock(each.end),
                "venue": each.venue,
            }
            for each in draft.sessions
        ],
        "deadlines": [
            {
                "what": each.what,
                "who": each.who,
                "date": None if each.day is None else each.day.isoformat(),
                "date_text": each.text,
                "source": each.source,
            }
            for each in draft.deadlines
        ],
        "assignments": [
            {"who": each.who, "what": each.what, "source": each.source} for each in draft.assignments
        ],
        "items": [item_json(item) for item in draft.items],
        "warnings": warnings,
    }


def _clock(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"
