"""What of the kept shows the first screen offers: one to go on with, and one to report of.

It stands before anything else is painted, so few records are read to their end: those opened last.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from msgspec import Struct

from runofshow.cli.opening import read_record, second_copies
from runofshow.cli.standing import GIVEN_UP, standing
from runofshow.core.commands import Mode
from runofshow.core.events import Entry
from runofshow.core.state import State
from runofshow.journal import Opened, default_home, names_in, openings
from runofshow.texts.cli import CliTexts
from runofshow.texts.first import FirstTexts
from runofshow.tui.first.menu import Row

LATELY = timedelta(days=14)
"""A conference of several days is over by then; what was left open before is found by opening its agenda."""
REPORTABLE = timedelta(days=60)
LONGEST = timedelta(days=1)
"""No rehearsal is longer, from its opening to its last entry."""
MOST_READ = 12
"""Records that are looked through to their end."""


class Kept(Struct, frozen=True):
    """A show or rehearsal on this machine, read to its end."""

    folder: Path
    state: State
    last_at: datetime
    entries: int
    is_whole: bool
    """Its record is not damaged."""

    @property
    def mode(self) -> Mode:
        return self.state.opened.mode

    def by_the_wall(self, at: datetime) -> datetime:
        """A moment of the show by the clock on the wall: that of a fast rehearsal is ahead of the day."""
        opened = self.state.opened
        return opened.at + (at - opened.at) / opened.speed


class Lately(Struct, frozen=True):
    """Of the shows kept on this machine."""

    unfinished: Kept | None = None
    """A real one before a rehearsal, then the one that was opened last."""
    ended: Kept | None = None
    """Of those that have ended the one that was opened last."""
    sources: tuple[tuple[Path, datetime], ...] = ()
    """The agenda files that were opened, the latest first, each once, with the moment."""


def kept_lately(environ: Mapping[str, str], now: datetime) -> Lately:
    """What the first screen offers. A home that cannot be read has nothing to offer: a command says why."""
    home = default_home(environ)
    try:
        names = names_in(home)
    except OSError:
        names = set()
    found = openings(home, names, second_copies())
    unfinished: Kept | None = None
    ended: Kept | None = None
    looked_at = 0
    for show in found:
        is_wanted = _may_go_on(show, unfinished, now) or (ended is None and _is_since(show, now - REPORTABLE))
        if looked_at == MOST_READ or not is_wanted:
            continue
        looked_at += 1
        kept = _read(show.path)
        if kept is None:
            continue
        if kept.state.ended_at is not None:
            ended = ended or kept
        elif _can_go_on(kept, now) and _may_go_on(show, unfinished, now):
            unfinished = kept
    sources: dict[Path, datetime] = {}
    for show in found:
        if show.opening is not None and show.opening.source:
            sources.setdefault(Path(show.opening.source), show.opening.opened_at)
    return Lately(unfinished, ended, tuple(sources.items()))


def _may_go_on(show: Opened, found: Kept | None, now: datetime) -> bool:
    """Whether its opening leaves it open that it stands before the one that was found."""
    opening = show.opening
    if opening is None or (found is not None and found.mode is Mode.LIVE):
        return False
    if opening.mode is Mode.LIVE:
        return _is_since(show, now - LATELY)
    return found is None and _is_since(show, now - GIVEN_UP - LONGEST)


def _is_since(show: Opened, at: datetime) -> bool:
    return show.opening is not None and show.opening.opened_at > at


def _can_go_on(one: Kept, now: datetime) -> bool:
    is_more_than_a_look = one.entries > 1 or not one.is_whole
    return is_more_than_a_look and one.by_the_wall(one.last_at) > now - (
        LATELY if one.mode is Mode.LIVE else GIVEN_UP
    )


def _read(folder: Path) -> Kept | None:
    """None when it went away meanwhile, or has nothing whole in it: its agenda finds it and says so."""
    try:
        reading = read_record(folder)
    except OSError:
        return None
    entries: tuple[Entry, ...] = reading.entries
    if reading.state is None or not entries:
        return None
    return Kept(folder, reading.state, entries[-1].at, len(entries), reading.damage is None)


def row_of_unfinished(one: Kept, now: datetime, tz: tzinfo, words: CliTexts, first: FirstTexts) -> Row:
    """What it is called, where it stands and since when."""
    where = standing(one.state, max(now, one.last_at), words)
    left = first.left_at.format(standing=where, at=moment_words(one.by_the_wall(one.last_at), now, tz, first))
    wish = first.wishes["pick_up"] if one.mode is Mode.LIVE else first.pick_up_rehearsal
    return Row(wish, (one.state.agenda.title, left))


def row_of_ended(one: Kept, now: datetime, tz: tzinfo, first: FirstTexts, folder: str) -> Row:
    """What it is called, when it ended and into which folder its report is written."""
    ended_at = one.by_the_wall(one.state.ended_at or one.last_at)
    wish = first.wishes["report"] if one.mode is Mode.LIVE else first.report_rehearsal
    ended = first.ended_at.format(at=moment_words(ended_at, now, tz, first), folder=folder)
    return Row(wish, (one.state.agenda.title, ended))


def moment_words(at: datetime, now: datetime, tz: tzinfo, first: FirstTexts) -> str:
    """`08:42 hôm nay`, `08:42 hôm qua`, else `08:42 27/3/2026`."""
    local, here = at.astimezone(tz), now.astimezone(tz)
    hour = f"{local:%H:%M}"
    match (here.date() - local.date()).days:
        case 0:
            return first.today.format(hour=hour)
        case 1:
            return first.yesterday.format(hour=hour)
    return f"{hour} {local.day}/{local.month}/{local.year}"
