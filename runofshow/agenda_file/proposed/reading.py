"""A stranger's changes as they come in, taken strictly: a key that is not known is no change.

[{"what": "edit", "item_id": "m4", "seconds": 420}, {"what": "skip", "item_id": "m7"}]
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from msgspec import ValidationError, convert

from runofshow.agenda_file.bringing import brought
from runofshow.core.agenda import Agenda
from runofshow.core.commands import Insert
from runofshow.core.proposals.changes import DAY_S, INNER, MOST_CHANGES, PROPOSED, AnyProposed, InsertItem
from runofshow.core.proposals.judging import order_of
from runofshow.core.value import Json, replace
from runofshow.texts import Language

YEARS = range(2000, 2200)


class BadChange(ValueError):
    """It is no change; the message says where and why, for whoever wrote the agent."""


def read_changes(given: Json) -> tuple[AnyProposed, ...]:
    """The changes of a proposal. Raises BadChange."""
    if not isinstance(given, list) or not 0 < len(given) <= MOST_CHANGES:
        raise BadChange(f"changes: a list of 1 to {MOST_CHANGES} changes")
    return tuple(_read(place, one) for place, one in enumerate(given))


def read_text(name: str, given: Json) -> str:
    """A text of a stranger's. Raises BadChange."""
    if not isinstance(given, str):
        raise BadChange(f"{name}: a text")
    try:
        return str(_fit(given))
    except ValueError as error:
        raise BadChange(f"{name}: {error}") from error


def with_kinds(changes: Sequence[AnyProposed], plan: Agenda, language: Language) -> tuple[AnyProposed, ...]:
    """With what the kind of each new item brings: cues, words, clock."""

    def whole(change: AnyProposed) -> AnyProposed:
        order = order_of(change)
        if not isinstance(change, InsertItem) or not isinstance(order, Insert):
            return change
        made = brought(order, plan, language)
        return replace(change, like=made.like) if isinstance(made, Insert) else change

    return tuple(map(whole, changes))


def _read(place: int, given: Json) -> AnyProposed:
    where = f"changes[{place}]"
    if not isinstance(given, dict):
        raise BadChange(f"{where}: an object")
    what = given.get("what")
    kind = PROPOSED.get(what) if isinstance(what, str) else None
    if kind is None:
        raise BadChange(f"{where}.what: one of {', '.join(sorted(PROPOSED))}")
    known = {*kind.__struct_encode_fields__, "what"} - INNER
    unknown = sorted(given.keys() - known)
    if unknown:
        raise BadChange(f"{where}.{unknown[0]:.60}: not known; {what} takes {', '.join(sorted(known))}")
    try:
        change: AnyProposed = convert({key: _fit(value) for key, value in given.items()}, kind)
        _look_at_numbers(change)
    except (ValidationError, ValueError, OverflowError) as error:
        raise BadChange(f"{where}: {error}") from error
    return change


def _look_at_numbers(change: AnyProposed) -> None:
    """Raises ValueError for a length or a moment that is none."""
    for name in change.__struct_fields__:
        value = getattr(change, name)
        # what is no number is not between them either
        if name == "seconds" and value is not None and not -DAY_S <= value <= DAY_S:
            raise ValueError("seconds: at most a day")
        if isinstance(value, datetime) and (value.tzinfo is None or value.year not in YEARS):
            raise ValueError(f"{name}: a moment with its zone, as 2026-03-27T08:30:00+07:00")


def _fit(value: Json) -> Json:
    """A text as it is kept. Raises ValueError for signs that would drive a terminal, or that nobody sees: a
    person must read what would be written."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value)
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") and sign not in "\n\t" for sign in text):
        raise ValueError("a text with signs that nobody sees")
    return text
