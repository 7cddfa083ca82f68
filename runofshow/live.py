"""The one show that is running: asks the rules, writes the record, and only then shows what came of it.

    do(command, by):  now = clock.now()
      decide(state, command, now) -> events | Refused
      journal.append(entry)       <- on disk before anything is shown or played
      state = apply(state, entry)
      latest = take_snapshot(state, now)

It is the one mutable object of the domain and belongs to one thread (see engine.py). `latest` is replaced
whole, so any thread may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from runofshow.clock import Clock
from runofshow.core.agenda import Role
from runofshow.core.commands import (
    COMMANDS,
    Command,
    CorrectClock,
    DismissAlarms,
    OpenShow,
    ReportClock,
    ReportSignal,
    Tick,
)
from runofshow.core.decide import decide
from runofshow.core.events import ClockCorrected, ClockParted, Entry, Event, ShowOpened
from runofshow.core.evolve import apply, replay
from runofshow.core.notices import Alarm
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Presence
from runofshow.core.refusal import Reason, Refused
from runofshow.core.roles import REPORTS, may_ask, may_tell
from runofshow.core.snapshot import Snapshot
from runofshow.core.state import State
from runofshow.journal import Journal

Listener = Callable[[Snapshot, tuple[Entry, ...]], None]
"""Is told each new snapshot with the fresh entries that led to it; a replayed journal is never told."""

NAMES = {command: name for name, command in COMMANDS.items()} | {
    OpenShow: "open",
    Tick: "tick",
    ReportClock: "report_clock",
    ReportSignal: "signal",
}
BY_CLOCK = "clock"
BY_PLAYER = "player"
BY_SIGNALS = "signals"
JOURNAL_ALARM = "journal"
LISTENER_ALARM = "listener"


def nobody_known() -> None:
    """There is no hall to be connected to."""


def corrected_by(events: Iterable[Event]) -> timedelta:
    """By how much these put the clock right; zero when they do not."""
    return sum((event.by for event in events if isinstance(event, ClockCorrected)), timedelta())


class LiveShow:
    """A show with its clock and its journal."""

    def __init__(self, clock: Clock, journal: Journal, log: Sequence[Entry]) -> None:
        self._clock = clock
        self._journal = journal
        self._state: State = replay(log)
        self._listeners: list[Listener] = []
        self._own_alarms: tuple[Alarm, ...] = ()
        self._present: Callable[[], Presence | None] = nobody_known
        self.log: tuple[Entry, ...] = tuple(log)
        """Every entry of the record, oldest first."""
        self.latest: Snapshot = self._picture()
        # a record that is not where it belongs is told before the first order, not after it
        self._tell_of_journal()

    @classmethod
    def opened(cls, clock: Clock, journal: Journal, command: OpenShow) -> LiveShow:
        """A new show: its opening is the first line of the journal."""
        now = clock.now()
        event = ShowOpened(
            command.agenda,
            command.mode,
            command.speed,
            command.floating,
            command.source,
            now,
            command.aside,
            command.source_digest,
        )
        entry = Entry(1, now, Role.CALLER.value, NAMES[OpenShow], (event,))
        journal.append(entry)
        return cls(clock, journal, (entry,))

    @property
    def state(self) -> State:
        """What the record adds up to; for the report and the amended agenda, not for screens."""
        return self._state

    @property
    def folder(self) -> Path:
        """Where the show is kept."""
        return self._journal.folder

    @property
    def second_copy(self) -> Path | None:
        """Where the whole record is instead while its own place fails; None when all is well."""
        trouble = self._journal.trouble
        return None if trouble is None else trouble.copy

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of everything new, in the thread of the show."""
        self._listeners.append(listener)

    def look_at_hall(self, present: Callable[[], Presence | None]) -> None:
        """Have every picture say who is connected; `present` gives None while there is no server."""
        self._present = present

    def do(self, command: Command, by: str = Role.CALLER.value, seen: int | None = None) -> Entry | Refused:
        """Obey `command`, or say why not. `seen` is the sequence number of the snapshot the asker saw."""
        if seen is not None and not self._state.call_seq <= seen <= self._state.seq:
            # a number that is still to come was seen on another record: what it answers to is unknown
            return Refused(Reason.STALE)
        if not self._may(by, command):
            return Refused(Reason.NOT_ALLOWED)
        now = self._clock.now()
        events = decide(self._state, command, now, by)
        if isinstance(events, Refused):
            return events
        entry = self._write(command, by, events)
        if isinstance(command, CorrectClock):
            # before anything asks the time again: what is recorded has already moved
            self._clock.correct(corrected_by(events))
        elif isinstance(command, DismissAlarms):
            # a disk that still fails stays up: nobody can read that away
            self._own_alarms = tuple(alarm for alarm in self._own_alarms if alarm.code == JOURNAL_ALARM)
        self._show((entry, *self._facts()))
        return entry

    def tick(self) -> None:
        """Write down what has come true and what the clocks say, and take a new picture."""
        fresh: list[Entry] = []
        for fault, by in self._clock.watch():
            event = ClockParted(fault, by, self._clock.now())
            fresh.append(self._write(ReportClock(fault, by), BY_CLOCK, (event,)))
        self._show((*fresh, *self._facts()))

    def raise_alarm(self, code: str, detail: str) -> None:
        """Put an alarm of our own on every screen. One that is up keeps its beginning."""
        known = next((alarm for alarm in self._own_alarms if alarm.code == code), None)
        since = known.since if known else self._clock.now()
        self._clear_alarm(code)
        self._own_alarms = (*self._own_alarms, Alarm(code, since, timedelta(), detail))
        self.latest = self._picture()

    def lower_alarm(self, code: str) -> None:
        """What an alarm of our own said is so no longer."""
        if any(alarm.code == code for alarm in self._own_alarms):
            self._clear_alarm(code)
            self.latest = self._picture()

    def close(self) -> None:
        """Let go of the journal; the show stays open in it."""
        self._journal.close()

    def _may(self, by: str, command: Command) -> bool:
        return may_tell(by, command) if by in REPORTS else may_ask(Role(by), command, self._state)

    def _facts(self) -> tuple[Entry, ...]:
        events = decide(self._state, Tick(), self._clock.now(), BY_CLOCK)
        assert not isinstance(events, Refused)
        return (self._write(Tick(), BY_CLOCK, events),) if events else ()

    def _write(self, command: Command, by: str, events: tuple[Event, ...]) -> Entry:
        entry = Entry(self._state.seq + 1, self._clock.now(), by, NAMES[type(command)], events)
        # on disk before evolve: a screen must never show what a crash can unsay
        self._journal.append(entry)
        self._tell_of_journal()
        self._state = apply(self._state, entry)
        self.log = (*self.log, entry)
        return entry

    def _show(self, fresh: tuple[Entry, ...]) -> None:
        self.latest = self._picture()
        for listener in self._listeners:
            try:
                listener(self.latest, fresh)
            except Exception as error:  # noqa: BLE001 - a listener that fails stops neither the show nor the others
                self.raise_alarm(LISTENER_ALARM, f"{type(error).__name__}: {error}")

    def _tell_of_journal(self) -> None:
        """A journal that cannot be written stops no show; every screen says so until it can."""
        trouble = self._journal.trouble
        if trouble is None:
            self._clear_alarm(JOURNAL_ALARM)
        else:
            self.raise_alarm(JOURNAL_ALARM, f"{trouble.message} → {trouble.copy or '∅'}")

    def _clear_alarm(self, code: str) -> None:
        self._own_alarms = tuple(alarm for alarm in self._own_alarms if alarm.code != code)

    def _picture(self) -> Snapshot:
        return take_snapshot(self._state, self._clock.now(), self._own_alarms, self._present())
