"""`duties`: what is owed before, on and after the day, and what of it is done."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.duty_words import STANDING_MARKS, reminder_words, told_words
from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.marking import FileChanged, Marks, mark_file
from runofshow.agenda_file.editing.written import NotWritten
from runofshow.agenda_file.notation import write_date
from runofshow.cli.agendas import here, readable_agenda
from runofshow.cli.numbers import numbers_of
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.core.agenda import Agenda
from runofshow.core.duties import Owed, Reminder, Standing, owed
from runofshow.core.wire import Json
from runofshow.texts.duties import DUTIES, DutyTexts

_STYLES = {Standing.DONE: "dim", Standing.OVERDUE: "bold red", Standing.TODAY: "bold yellow"}
_INDENT = 7
"""Columns before what is said of a duty: its mark and its number."""


def duties(outcome: Outcome) -> int:
    """Print every duty with its day, who owes it and how it stands; first mark what is said to be done."""
    now, tz = here()
    asked, today = outcome.asked, now.astimezone(tz).date()
    agenda = readable_agenda(outcome, now, tz)
    if asked.done is not None or asked.not_done is not None:
        try:
            content = asked.agenda.read_bytes()
        except OSError as error:
            raise Failed(DUTIES[outcome.language].changed_meanwhile.format(file=asked.agenda)) from error
        # read again behind the content: what changes in between, mark_file sees
        _mark(outcome, content, owed(readable_agenda(outcome, now, tz).duties, today), today)
        agenda = readable_agenda(outcome, now, tz)
    listed = owed(agenda.duties, today)
    if asked.json:
        print(json.dumps(_json(agenda, listed, today), ensure_ascii=False, indent=2))
    else:
        _print(outcome, agenda, listed, today)
    return 0


def _mark(outcome: Outcome, content: bytes, listed: Sequence[Owed], today: date) -> None:
    """Mark what was asked for in the file, and say so on stderr."""
    path, words = outcome.asked.agenda, DUTIES[outcome.language]
    done, not_done = (_numbers(said, listed, words) for said in (outcome.asked.done, outcome.asked.not_done))
    if both := sorted({*done} & {*not_done}):
        raise Failed(words.done_and_not.format(numbers=", ".join(map(str, both))), USAGE)
    # what was done on another day keeps that day
    fresh = {listed[number - 1].index: today for number in done if not listed[number - 1].duty.done}
    gone = {listed[number - 1].index: None for number in not_done if listed[number - 1].duty.done}
    marks: Marks = {**fresh, **gone}
    try:
        mark_file(path, content, marks)
    except FileChanged as error:
        raise Failed(words.changed_meanwhile.format(file=path)) from error
    except NotEdited as error:
        raise Failed(words.not_marked.format(file=path)) from error
    except NotWritten as error:
        lines = (complaint_line(each, outcome.language) for each in error.complaints)
        raise Failed("\n".join(lines)) from error
    except OSError as error:
        raise Failed(outcome.words.cannot_write.format(path=path, reason=error.strerror)) from error
    for number in (*done, *not_done):
        each = listed[number - 1]
        is_new = each.index in marks
        said = words.marked if is_new else words.was_marked
        if number in not_done:
            said = words.unmarked if is_new else words.was_not_marked
        print(said.format(day=write_date(today), number=number, what=each.duty.what), file=sys.stderr)


def _numbers(said: str | None, listed: Sequence[Owed], words: DutyTexts) -> list[int]:
    if said is None:
        return []
    numbers = numbers_of(said, len(listed))
    if numbers is None:
        raise Failed(words.bad_numbers.format(value=said, count=len(listed)))
    return numbers


def _json(agenda: Agenda, listed: Sequence[Owed], today: date) -> dict[str, Json]:
    day = agenda.day.earliest if agenda.day.earliest == agenda.day.latest else None
    return {
        "title": agenda.title,
        "date": day.isoformat() if day else None,
        "today": today.isoformat(),
        "duties": [
            {
                "n": each.number,
                "what": each.duty.what,
                "by": each.duty.by,
                "due": each.duty.due.isoformat() if each.duty.due else None,
                "when": each.duty.when,
                "done": each.duty.done if isinstance(each.duty.done, bool) else each.duty.done.isoformat(),
                "state": each.standing.value,
                "days_left": each.days_left,
            }
            for each in listed
        ],
    }


def _print(outcome: Outcome, agenda: Agenda, listed: Sequence[Owed], today: date) -> None:
    from rich.console import Console

    words, path = DUTIES[outcome.language], outcome.asked.agenda
    screen = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    screen.print(agenda.title, style="bold")
    if agenda.day.text:
        screen.print(f"{agenda.day.text} {outcome.words.tentative if agenda.day.tentative else ''}".rstrip())
    if not listed:
        screen.print(words.none.format(file=path))
        return
    width = max(40, screen.width) if screen.is_terminal else None
    when = ""
    for each in listed:
        if each.duty.when != when:
            when = each.duty.when
            screen.print(f"\n{words.when(when)}", style="bold")
        first, *rest = _lines(each, words, width)
        screen.print(first, style=_STYLES.get(each.standing, ""))
        for line in rest:
            screen.print(line, style=_STYLES.get(each.standing, "dim"))
    screen.print(f"\n{_summary(listed, words)}")
    if any(not each.duty.done for each in listed):
        screen.print(words.how_to_mark.format(file=path))


def _lines(each: Owed, words: DutyTexts, width: int | None) -> Iterator[str]:
    """What is owed, and below it how it stands, its day and who owes it."""
    blank, told = " " * _INDENT, told_words(each, words)
    for begin, said in (
        (f" {STANDING_MARKS[each.standing]} {each.number:>2}. ", each.duty.what),
        (blank, told),
    ):
        if width is None:
            yield begin + said
        else:
            yield from textwrap.wrap(said, width, initial_indent=begin, subsequent_indent=blank)


def _summary(listed: Sequence[Owed], words: DutyTexts) -> str:
    """The sum of what is overdue and due today."""
    standings = [each.standing for each in listed]
    if all(each is Standing.DONE for each in standings):
        return f"{words.sum_all_done}."
    told = Reminder(standings.count(Standing.OVERDUE), standings.count(Standing.TODAY))
    return f"{reminder_words(told, words) or words.sum_neither}."
