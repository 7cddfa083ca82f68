"""The one place that asks the time: the show's clock, and the watch on the machine's clocks.

A show's clock is pinned to the wall once, when it is made, and from then on carried by a steady clock that
nobody can set. So a wall clock that is stepped, by hand or by the network, moves no countdown. Three clocks
are compared at each look:

    wall            what the taskbar says; people and the network set it
    steady          never set; counts on while the machine sleeps, where the system has such a clock
    awake           never set; stands still while the machine sleeps

    steady - awake  grew by 2 s or more           the machine slept for that long
    wall - steady   moved by 2 s or more          the wall clock was stepped by that much (negative: set back)
    neither, but 2 s or more since the last look  the program stalled: a loaded machine, a stopped process

Where no clock counts sleep (steady is awake), a sleep shows as a step of the wall. Differences too small to
tell add up from one report to the next, so a wall clock that the network drags along slowly is told too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, tzinfo

from msgspec import Struct

from runofshow.core.commands import ClockFault
from runofshow.core.events import ClockCorrected, ClockJumped, ClockParted, Entry

THRESHOLD = timedelta(seconds=2)
"""From here on the clocks have parted: what a person would see on a count, and well above a slow look."""

_TIGHT = 0.05
"""Seconds within which the clocks must be read for their difference to mean anything."""
_TRIES = 5


class Sources(Struct, frozen=True):
    """The machine's clocks. A test gives its own."""

    wall: Callable[[], datetime]
    """Aware, UTC."""
    steady: Callable[[], float]
    """Seconds from any beginning."""
    awake: Callable[[], float] = time.monotonic
    """Seconds from any beginning."""


def system_sources() -> Sources:
    """This machine's clocks, with the best steady one it has."""
    return Sources(wall=lambda: datetime.now(UTC), steady=_steady())


def _steady() -> Callable[[], float]:
    if sys.platform == "linux":
        return lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        # Python's own monotonic clock stands still in sleep there; this one does not.
        return lambda: time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.monotonic


class _Pin(Struct, frozen=True):
    """At `steady` the show's clock said `show`. One value, so that another thread never reads half of it."""

    show: datetime
    steady: float


class _Look(Struct, frozen=True):
    """The three clocks at one moment, in seconds."""

    wall: float
    steady: float
    awake: float


class Clock:
    """The show's clock.

    `speed` is show seconds in a second; only a rehearsal runs at anything but 1, and then `since` is when it
    was with the wall: it has run at that speed ever since, as if nobody had closed it. `ahead` is how far the
    show's clock is before that (see `ahead_of_wall`). `not_before` is the last moment of the record: a
    resumed show never goes back behind it, even if the wall clock was set back in between.
    """

    def __init__(
        self,
        sources: Sources,
        *,
        speed: float = 1.0,
        since: datetime | None = None,
        ahead: timedelta = timedelta(),
        not_before: datetime | None = None,
    ) -> None:
        if not speed > 0:
            raise ValueError(f"a clock runs forward: speed {speed}")
        self._sources = sources
        self._speed = speed
        look = _look(sources)
        wall = datetime.fromtimestamp(look.wall, UTC)
        start = (wall if since is None else since.astimezone(UTC) + (wall - since) * speed) + ahead
        if not_before is not None:
            start = max(start, not_before.astimezone(UTC))
        self._pin = _Pin(start, look.steady)
        self._reported = look
        """Slept and stepped are measured from here: the last look of which they were told."""
        self._last: _Look | None = None
        """The last look of all; None before the first, since opening a show may take its time."""

    def now(self) -> datetime:
        """The show's moment, aware UTC. It goes back only when it is corrected so."""
        pin = self._pin
        return pin.show + timedelta(seconds=(self._sources.steady() - pin.steady) * self._speed)

    def correct(self, by: timedelta) -> None:
        """Put the clock forward by `by`, or back when negative, from this moment on."""
        steady = self._sources.steady()
        pin = self._pin
        self._pin = _Pin(pin.show + timedelta(seconds=(steady - pin.steady) * self._speed) + by, steady)

    def watch(self) -> list[tuple[ClockFault, timedelta]]:
        """What has happened to the machine's clocks since the last look, each once; mostly nothing.

        Meant to be called several times a second. Lengths are real seconds, whatever the speed.
        """
        look, last = _look(self._sources), self._last
        self._last = look
        was = self._reported
        slept = _seconds((look.steady - look.awake) - (was.steady - was.awake))
        stepped = _seconds((look.wall - look.steady) - (was.wall - was.steady))
        faults: list[tuple[ClockFault, timedelta]] = []
        if slept >= THRESHOLD:
            faults.append((ClockFault.SLEPT, slept))
        if abs(stepped) >= THRESHOLD:
            faults.append((ClockFault.STEPPED, stepped))
        if faults:
            self._reported = _reported(was, look, slept >= THRESHOLD, abs(stepped) >= THRESHOLD)
        elif last is not None and (gap := _seconds(look.awake - last.awake)) >= THRESHOLD:
            faults.append((ClockFault.STALLED, gap))
        return faults


def ahead_of_wall(entries: Iterable[Entry], speed: float = 1.0) -> timedelta:
    """How far the recorded show's clock ran before the wall at its speed, to go on so when it is resumed.

    Each correction and each jump moved the show and not the wall; each step moved the wall and not the show.
    A step that happened while nobody watched is not in the record; `not_before` guards against its worst.
    """
    ahead = timedelta()
    for entry in entries:
        for event in entry.events:
            if isinstance(event, ClockCorrected | ClockJumped):
                ahead += event.by
            elif isinstance(event, ClockParted) and event.fault is ClockFault.STEPPED:
                ahead -= event.by * speed
    return ahead


def _look(sources: Sources) -> _Look:
    """All three clocks, read close together: a pause between two readings would pass for a stepped clock."""
    look = _read(sources)
    for _ in range(_TRIES):
        if sources.steady() - look.steady < _TIGHT:
            break
        look = _read(sources)
    return look


def _read(sources: Sources) -> _Look:
    return _Look(steady=sources.steady(), wall=sources.wall().timestamp(), awake=sources.awake())


def _reported(was: _Look, look: _Look, slept: bool, stepped: bool) -> _Look:
    """The look to measure from next, so that only the difference that was told begins again at zero."""
    return _Look(
        steady=look.steady,
        awake=look.awake if slept else look.steady - (was.steady - was.awake),
        wall=look.wall if stepped else look.steady + (was.wall - was.steady),
    )


def _seconds(length: float) -> timedelta:
    # Whole microseconds: the difference of two large floats carries noise below that.
    return timedelta(microseconds=round(length * 1e6))


class HallZone(tzinfo):
    """The zone this machine is set to, with its summer time: an hour of next week has next week's offset.

    `datetime.astimezone()` alone gives today's offset for ever, and a show opened the evening before the
    clocks change would be an hour off.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta:
        return timedelta(seconds=_local(dt).tm_gmtoff)

    def dst(self, dt: datetime | None) -> timedelta | None:
        return timedelta(hours=1) if _local(dt).tm_isdst > 0 else timedelta()

    def tzname(self, dt: datetime | None) -> str:
        return _local(dt).tm_zone

    def fromutc(self, dt: datetime) -> datetime:
        seconds = dt.replace(tzinfo=UTC).timestamp()
        offset = time.localtime(seconds).tm_gmtoff
        local = dt + timedelta(seconds=offset)
        # the hour that comes twice in autumn: the second one is the fold
        return local.replace(fold=int(_local(local.replace(fold=0)).tm_gmtoff != offset))


def _local(dt: datetime | None) -> time.struct_time:
    """What the system says of a wall time; of now when there is none."""
    if dt is None:
        return time.localtime()
    try:
        return time.localtime(dt.replace(tzinfo=None).timestamp())
    except (OSError, OverflowError, ValueError):
        # some systems know no zone before 1970 or behind 2038
        return time.localtime()
