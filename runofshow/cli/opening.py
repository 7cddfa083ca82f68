"""A show opened or picked up: which record it has, and where its plan lies on today's clock.

An agenda of another day is laid on today. A plan may also *float*: it has no hour of its own and begins
when the first item does, so that whoever opens it in the evening is on time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Literal

from runofshow.clock import Clock, Sources, ahead_of_wall
from runofshow.core.agenda import Agenda
from runofshow.core.amend import shifted, shifted_by_days
from runofshow.core.commands import OpenShow, ReportSound
from runofshow.core.events import ClockCorrected, Entry
from runofshow.core.evolve import replay
from runofshow.core.sound_events import PlayerWent
from runofshow.journal import Journal, Reading, new_folder, read_fullest
from runofshow.live import BY_PLAYER, LiveShow

FAR = timedelta(minutes=30)
"""From here on a start is too far from the plan to be meant; the console asks."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An agenda on today's clock."""

    agenda: Agenda
    floating: bool
    other_day: bool
    """The plan is for another day; its hours were taken for today."""


def on_today(agenda: Agenda, now: datetime, tz: tzinfo) -> tuple[Agenda, bool]:
    """The agenda with its first day on today's, and whether that moved it.

    A conference of several days that has today among them stays where it is.
    """
    today = now.astimezone(tz).date()
    days = [session.start_at.astimezone(tz).date() for session in agenda.sessions]
    if today in days:
        return agenda, False
    return shifted_by_days(agenda, (today - days[0]).days, tz), True


def laid(agenda: Agenda, start: Literal["plan", "now"] | time, now: datetime, tz: tzinfo) -> Laid:
    """The agenda laid on the clock: by its own hours, from the first call, or from an hour of today."""
    todays, other_day = on_today(agenda, now, tz)
    if start == "plan":
        return Laid(todays, False, other_day)
    if start == "now":
        return Laid(todays, True, other_day)
    begins = datetime.combine(now.astimezone(tz).date(), start, tz)
    return Laid(shifted(todays, begins - todays.sessions[0].start_at), False, other_day)


def far_from_plan(agenda: Agenda, now: datetime) -> bool:
    """Whether every session starts more than half an hour from now."""
    return all(abs(session.start_at - now) > FAR for session in agenda.sessions)


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
