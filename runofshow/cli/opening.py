"""A show opened or picked up: which record it has, and where its plan lies on today's clock.

An agenda of another day is laid on today. A plan may also *float*: it has no hour of its own and begins
when the first item does, so that whoever opens it in the evening is on time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from runofshow.clock import Clock, Sources, ahead_of_wall
from runofshow.core.agenda import Agenda, Session
from runofshow.core.amend import shifted_by_days
from runofshow.core.commands import OpenShow, ReportSound
from runofshow.core.events import Entry
from runofshow.core.moved_clock import corrected_by
from runofshow.core.sound_events import PlayerWent
from runofshow.core.state import State
from runofshow.core.timeline import plan_times, session_ends
from runofshow.journal import Journal, Reading, new_folder, read_fullest, sensible
from runofshow.live import BY_PLAYER, LiveShow

DAY = timedelta(days=1)
NEAR = timedelta(hours=2)
"""So soon after midnight a plan opened before it begins, and so long an evening may be late in ending."""


def on_today(agenda: Agenda, now: datetime, tz: tzinfo, first: int = 0) -> tuple[Agenda, bool]:
    """The agenda with the day of its `first` session on today's, and whether that moved it.

    One of several days that has today among them stays where it is, and so does tomorrow's, opened the
    evening before, and last evening's, which runs past midnight. A plan without a date whose hours are over
    today is for tomorrow, and so is one of another day that begins soon after midnight.
    """
    today = now.astimezone(tz).date()
    days = [session.start_at.astimezone(tz).date() for session in agenda.sessions[first:]]
    # without a date of its own it was read for today
    undated = agenda.day.earliest is None and today in days
    if days[0] == today + DAY or (
        not undated and (today in days or running_by_plan(agenda, now - NEAR, now))
    ):
        return agenda, False
    todays = shifted_by_days(agenda, (today - days[0]).days, tz)
    yesterdays, tomorrows = (shifted_by_days(todays, by, tz) for by in (-1, 1))
    if undated and running_by_plan(yesterdays, now, now):
        return yesterdays, False
    is_over = max(span.end for span in plan_times(todays).values()) < now
    is_near = tomorrows.sessions[first].start_at - now < NEAR
    laid = tomorrows if is_over and (undated or is_near) else todays
    return laid, not undated


def running_by_plan(agenda: Agenda, ended: datetime, now: datetime) -> Session | None:
    """The last session that has begun by plan and was not to end before `ended`."""
    ends = session_ends(agenda, plan_times(agenda))
    begun = (one for one in reversed(agenda.sessions) if one.items and one.start_at <= now)
    ending = ((one, max(ends[one.session_id], one.hard_out or one.start_at)) for one in begun)
    return next((one for one, end in ending if end >= ended), None)


def second_copies() -> tuple[Path, ...]:
    """Where the record goes when its own place fails: the user's folder, then the system's temporary one."""
    return (Path.home() / "runofshow-second-copy", Path(tempfile.gettempdir()) / "runofshow-second-copy")


def open_new(home: Path, command: OpenShow, sources: Sources, tz: tzinfo) -> LiveShow:
    """A new show in a new folder."""
    clock = Clock(sources, speed=command.speed)
    now = clock.now()
    folder = new_folder(home, now.astimezone(tz).date(), command.agenda.title)
    journal = Journal.create(folder, since=now, fallbacks=second_copies())
    return LiveShow.opened(clock, journal, command)


def pick_up(folder: Path, reading: Reading, state: State, sources: Sources) -> LiveShow:
    """The show of that record, which adds up to `state`, going on to the second.

    Raises what `Journal.resume` raises.
    """
    entries, opened = reading.entries, state.opened
    clock = Clock(
        sources,
        speed=opened.speed,
        since=opened.at,
        ahead=ahead_of_wall(entries, opened.speed),
        not_before=last_moment(entries),
    )
    journal = Journal.resume(folder, reading, since=clock.now(), fallbacks=second_copies())
    show = LiveShow(clock, journal, entries, state)
    player = show.latest.sound.player
    if player is not None:
        # it went with the console that it told its news to
        show.do(ReportSound(PlayerWent(player, "left", clock.now())), BY_PLAYER)
    return show


def last_moment(entries: Sequence[Entry]) -> datetime:
    """Where the show's clock stood after the last entry; one that moves it moves it past its own moment."""
    last = entries[-1]
    return last.at + corrected_by(last.events)


def read_record(folder: Path) -> Reading:
    """The fullest record of the show, its second copies considered, as far as it makes sense."""
    return sensible(read_fullest(folder, second_copies()))
