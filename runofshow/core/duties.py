"""What is owed beside the show, and how each duty stands on a day.

A duty has a last day or none. What a plan owes «before the day» without naming one has none either: such
lines are rarely marked as done, and a reminder that is always there is read by nobody. A day counts whole:
what is due today is overdue from tomorrow. Nobody is reminded any more of what has been overdue for longer
than `REMINDED_FOR`: whoever opens the plan of five years ago wants to read it, not to do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from runofshow.core.agenda import Duty

REMINDED_FOR: Final = timedelta(days=365)
"""The round of a year: by then the office has reported, or holds the next conference."""
_FIRST: Final = {"before": 0, "day": 1}


class Standing(StrEnum):
    """How a duty stands on a day."""

    DONE = "done"
    OVERDUE = "overdue"
    TODAY = "today"
    """Its last day is today."""
    AHEAD = "ahead"
    OPEN = "open"
    """Not done, and no day was set for it."""


class Owed(Struct, frozen=True):
    """A duty as it stands on a day."""

    number: int
    """In the list, from 1. Neither a mark nor another day changes it, only the plan."""
    index: int
    """Its place among the duties of the agenda, from 0."""
    duty: Duty
    standing: Standing
    days_left: int | None
    """Days until its last day, negative when that is past; None when it has none, or is done."""


class Reminder(Struct, frozen=True):
    """How many duties want a word on a day."""

    overdue: int = 0
    today: int = 0

    @property
    def is_needed(self) -> bool:
        return bool(self.overdue or self.today)


def owed(duties: Sequence[Duty], today: date) -> tuple[Owed, ...]:
    """Every duty as it stands: before the day, on it, after it; each by its last day, without one behind."""
    order = sorted(range(len(duties)), key=lambda index: _turn(duties[index], index))
    return tuple(
        _standing(duties[index], number, index, today) for number, index in enumerate(order, start=1)
    )


def reminder(duties: Iterable[Duty], today: date) -> Reminder:
    """What to remind of: overdue since no longer than `REMINDED_FOR`, or due today."""
    standings = [each.standing for each in owed(tuple(duties), today) if is_reminded(each)]
    return Reminder(standings.count(Standing.OVERDUE), standings.count(Standing.TODAY))


def is_reminded(each: Owed) -> bool:
    """Whether anybody is still to be reminded of it: due today, or overdue and not forgotten by now."""
    return each.days_left is not None and -REMINDED_FOR.days <= each.days_left <= 0


def _turn(duty: Duty, index: int) -> tuple[int, date, int]:
    return _FIRST.get(duty.when, 2), duty.due or date.max, index


def _standing(duty: Duty, number: int, index: int, today: date) -> Owed:
    if duty.done:
        return Owed(number, index, duty, Standing.DONE, None)
    if duty.due is None:
        return Owed(number, index, duty, Standing.OPEN, None)
    left = (duty.due - today).days
    standing = Standing.OVERDUE if left < 0 else Standing.AHEAD if left else Standing.TODAY
    return Owed(number, index, duty, standing, left)
