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
from runofshow.core.agenda import Agenda
from runofshow.core.amend import shifted_by_days
from runofshow.core.commands import OpenShow, ReportSound
from runofshow.core.events import ClockCorrected, Entry
from runofshow.core.evolve import replay
from runofshow.core.sound_events import PlayerWent
from runofshow.core.timeline import plan_times
from runofshow.journal import Journal, Reading, new_folder, read_fullest
from runofshow.live import BY_PLAYER, LiveShow

DAY = timedelta(days=1)
NEAR = timedelta(hours=2)
"""So soon after midnight a plan opened before it begins."""


def on_today(agenda: Agenda, now: datetime, tz: tzinfo) -> tuple[Agenda, bool]:
    """The agenda with its first day on today's, and whether that moved it.

    One of several days that has today among them stays where it is, and so does tomorrow's, opened the
    evening before. A plan without a date whose hours are over today is for tomorrow, and so is one of another
    day that begins soon after midnight.
    """
    today = now.astimezone(tz).date()
    days = [session.start_at.astimezone(tz).date() for session in agenda.sessions]
    # without a date of its own it was read for today
    undated = agenda.day.earliest is None and today in days
    if days[0] == today + DAY or (today in days and not undated):
        return agenda, False
    todays = shifted_by_days(agenda, (today - days[0]).days, tz)
    tomorrows = shifted_by_days(todays, 1, tz)
    is_over = max(span.end for span in plan_times(todays).values()) < now
    is_near = tomorrows.sessions[0].start_at - now < NEAR
    laid = tomorrows if is_over and (undated or is_near) else todays
    return laid, not undated


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


def pick_up(folder: Path, reading: Reading, sources: Sources) -> LiveShow:
    """The show of that record, going on to the second. Raises what `Journal.resume` raises."""
    entries = reading.entries
    speed = replay(entries).opened.speed
    clock = Clock(sources, speed=speed, ahead=ahead_of_wall(entries), not_before=last_moment(entries))
    journal = Journal.resume(folder, reading, since=clock.now(), fallbacks=second_copies())
    show = LiveShow(clock, journal, entries)
    player = show.latest.sound.player
    if player is not None:
        # it went with the console that it told its news to
        show.do(ReportSound(PlayerWent(player, "left", clock.now())), BY_PLAYER)
    return show


def last_moment(entries: Sequence[Entry]) -> datetime:
    """Where the show's clock stood after the last entry; a correction moves it past its own moment."""
    last = entries[-1]
    corrections = (event.by for event in last.events if isinstance(event, ClockCorrected))
    return last.at + sum(corrections, timedelta())


def read_record(folder: Path) -> Reading:
    """The fullest record of the show, its second copies considered."""
    return read_fullest(folder, second_copies())


def numbered(agenda: Agenda, name: str) -> str | None:
    """The id of the item that has this number or id; None when there is none."""
    items = _all_items(agenda)
    return next((item_id for item_id, number in items if name in (item_id, number)), None)


def numbers(agenda: Agenda) -> Sequence[str]:
    """The numbers of every item, for whoever asked for one that is not there."""
    return [number for _, number in _all_items(agenda)]


def _all_items(agenda: Agenda) -> list[tuple[str, str]]:
    return [
        (row.item_id, row.number)
        for session in agenda.sessions
        for item in session.items
        for row in (item, *item.parts)
    ]
