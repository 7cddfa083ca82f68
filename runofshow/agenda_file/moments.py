"""Sessions and their times of day laid on the calendar.

The nominal day is the agenda's date, or the first or last day of its period, or today. A time of day before
its session's start means the next day when the session starts in the evening, and in the small hours when it
starts after noon (17h30 to 0h30); otherwise time runs backwards, which checks.py complains about.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from runofshow.agenda_file.form import AgendaForm, SessionForm
from runofshow.agenda_file.notation import read_time, write_time

CUSTOMARY_START: Final = time(8)
"""Most conferences of a half day start at 7h30 or 8h00."""
CUSTOMARY_AFTERNOON: Final = time(13, 30)
EVENING: Final = time(18)
"""From here on a session may last past midnight."""
NOON: Final = time(12)
SMALL_HOURS: Final = time(5)
"""Until here an hour of a session that begins after noon is of the night that follows."""


def session_forms(form: AgendaForm) -> tuple[SessionForm, ...]:
    """The sessions; `items:` at the top are a single one without a title."""
    if form.sessions is not None:
        return tuple(form.sessions)
    items = form.items or []
    return (SessionForm(title="", start=form.start, hard_out=form.hard_out, items=items),)


def nominal_day(form: AgendaForm, today: date) -> date:
    """The day the plan is laid on."""
    period = form.period
    return form.date or (period and (period.from_ or period.to)) or today


def session_starts(form: AgendaForm, today: date) -> tuple[tuple[date, time, bool], ...]:
    """Day, time and whether the time is assumed, of each session."""
    starts: list[tuple[date, time, bool]] = []
    day = nominal_day(form, today)
    for session in session_forms(form):
        day = session.date or day
        is_second = bool(starts) and starts[-1][0] == day
        custom = CUSTOMARY_AFTERNOON if is_second else CUSTOMARY_START
        starts.append((day, session.start or custom, session.start is None))
    return tuple(starts)


def moment(day: date, session_start: time, at: time, tz: tzinfo) -> datetime:
    """`at` in the session of `day` that starts at `session_start`, as an aware UTC datetime."""
    if is_next_day(at, session_start):
        day += timedelta(days=1)
    return datetime.combine(day, at, tz).astimezone(UTC)


def hour_of_session(text: str, start_at: datetime, tz: tzinfo) -> datetime:
    """The hour that `text` writes, in the session of `start_at`. NotationError when it is none."""
    start = start_at.astimezone(tz)
    return moment(start.date(), start.time(), read_time(text), tz)


def hour_said(at: datetime, tz: tzinfo) -> str:
    """The hour as an agenda writes it. A plan that floats with the clock has no whole seconds: its hours are
    said to the minute."""
    hour = at.astimezone(tz).time()
    return write_time(hour.replace(second=0, microsecond=0) if hour.microsecond else hour)


def is_next_day(at: time, session_start: time) -> bool:
    """Whether `at` is past the midnight of a session that starts at `session_start`."""
    return at < session_start and (session_start >= EVENING or (session_start >= NOON and at <= SMALL_HOURS))
