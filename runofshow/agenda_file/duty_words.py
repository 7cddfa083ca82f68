"""A duty in words: its last day, how it stands on a day, and the sum of what is overdue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from runofshow.agenda_file.notation import write_date
from runofshow.core.agenda import Duty
from runofshow.core.duties import Owed, Reminder, Standing
from runofshow.texts.duties import DutyTexts

STANDING_MARKS: Final[Mapping[Standing, str]] = {
    Standing.DONE: "✓",
    Standing.OVERDUE: "!",
    Standing.TODAY: "!",
    Standing.AHEAD: "○",
    Standing.OPEN: "○",
}
"""The sign of each, so that colour is never alone."""


def due_words(duty: Duty, words: DutyTexts) -> str:
    """`hạn 31/12/2026`, or that no day is set."""
    return words.due.format(due=write_date(duty.due)) if duty.due else words.no_due


def standing_words(each: Owed, words: DutyTexts) -> str:
    """`QUÁ HẠN 2 NGÀY`, `đã xong ngày 30/11/2026`; empty where no day is set."""
    match each.standing:
        case Standing.DONE:
            day = each.duty.done
            return words.done if isinstance(day, bool) else words.done_on.format(day=write_date(day))
        case Standing.OPEN:
            return ""
        case Standing.TODAY:
            return words.today
    days = abs(each.days_left or 0)
    if each.standing is Standing.OVERDUE:
        return words.overdue_1 if days == 1 else words.overdue.format(days=days)
    return words.tomorrow if days == 1 else words.ahead.format(days=days)


def told_words(each: Owed, words: DutyTexts) -> str:
    """How it stands, its day, and who owes it, as far as any of it is known."""
    told = (standing_words(each, words), due_words(each.duty, words), each.duty.by or "")
    return " · ".join(filter(None, told))


def reminder_words(told: Reminder, words: DutyTexts) -> str:
    """`2 việc quá hạn, 1 việc đến hạn hôm nay`; empty when there is nothing to remind of."""
    counts = ((words.sum_overdue, told.overdue), (words.sum_today, told.today))
    return ", ".join(phrase.format(count=count) for phrase, count in counts if count)
