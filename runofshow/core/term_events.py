"""Who keeps the record from here on, and what somebody else wrote meanwhile (term.py). As in events.py."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class TookOver(Struct, frozen=True, tag_field="event", tag="took_over"):
    """From this entry on the record is written by another console, in this term."""

    term: int
    who: str
    """The machine, as people call it."""
    at: datetime


class BranchKept(Struct, frozen=True, tag_field="event", tag="branch_kept"):
    """What a console wrote that did not call the show, or no more. It changes nothing in the show."""

    who: str
    """The machine, as people call it."""
    term: int
    """In which it wrote them."""
    since: datetime
    """Of the first line."""
    lines: tuple[str, ...]
    """As they stand in its journal, each with its seal and without the newline."""


TermEvent = TookOver | BranchKept
