"""What is owed of kept shows: as their agenda files say by now, or else as it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, tzinfo
from pathlib import Path

from runofshow.agenda_file.reader import read_plan
from runofshow.cli.unfinished import plain_title
from runofshow.core.agenda import Duty
from runofshow.core.duties import Reminder, reminder
from runofshow.core.wire import Json
from runofshow.journal import ShowFolder


def duties_by_now(
    source: str, recorded: Sequence[Duty], tz: tzinfo, today: date, title: str | None = None
) -> tuple[Duty, ...]:
    """Those of the agenda file at `source`, where marks are made; the recorded ones where it is unreadable.

    With a `title` also where the file is of an event of another title by now; None takes whatever it says.
    """
    agenda = read_plan(Path(source), tz=tz, today=today).agenda if source else None
    if agenda is None or (title is not None and plain_title(agenda.title) != plain_title(title)):
        return tuple(recorded)
    return agenda.duties


def duties_of(found: Iterable[ShowFolder], tz: tzinfo, today: date) -> dict[Path, tuple[Duty, ...]]:
    """The duties of each show by its folder; a file is read once, however many shows are of it."""
    read: dict[str, tuple[Duty, ...]] = {}
    owing = {}
    for show in found:
        if show.opening is not None:
            source = show.opening.source
            if source not in read:
                read[source] = duties_by_now(source, show.opening.duties, tz, today)
            owing[show.path] = read[source]
    return owing


def reminders(
    found: Iterable[ShowFolder], owing: dict[Path, tuple[Duty, ...]], today: date
) -> dict[Path, Reminder]:
    """What to remind of, at the first of several shows of one agenda: five rehearsals owe nothing."""
    seen: set[str] = set()
    needed = {}
    for show in found:
        if show.opening is not None and show.opening.source not in seen:
            seen.add(show.opening.source)
            told = reminder(owing[show.path], today)
            if told.is_needed:
                needed[show.path] = told
    return needed


def owing_json(duties: Sequence[Duty] | None, today: date) -> Json:
    """How many there are, are done, and are to be reminded of; None where nobody knows of any."""
    if duties is None:
        return None
    told = reminder(duties, today)
    done = sum(bool(duty.done) for duty in duties)
    return {"all": len(duties), "done": done, "overdue": told.overdue, "today": told.today}
