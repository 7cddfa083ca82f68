"""The one show that is running: asks the rules, writes the record, and only then shows what came of it.

    do(command, by):  now = clock.now()
      decide(state, command, now) -> events | Refused
      journal.append(entry)       <- on disk before anything is shown or played
      state = apply(state, entry)
      board = board_at(state, now)   <- what has come true by itself is written down from it
      latest = picture_of(board)

It is the one mutable object of the domain and belongs to one thread (see the engine). `latest` is replaced
whole, so any thread may read it. A disk that is slow holds up the order alone: `obey` lets the loop go on,
and `beat` takes pictures of the show as it is on disk, whose counts go on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import timedelta
from pathlib import Path

from runofshow.clock import Clock
from runofshow.core.agenda import Role
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.ask import name_of
from runofshow.core.board import Board, board_at
from runofshow.core.commands import Command, DismissAlarms, OpenShow, ReportClock, TakeOver, Tick
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.events import ClockParted, Entry, Event
from runofshow.core.facts import newly_true
from runofshow.core.moved_clock import corrected_by
from runofshow.core.opening import opening
from runofshow.core.picture import picture_of
from runofshow.core.presence import NOTHING_SENSED, Presence, Senses
from runofshow.core.recovery.outcome import WaysBack
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Snapshot
from runofshow.core.state import State
from runofshow.core.timecode_now import TimecodeHeard
from runofshow.core.timecode_passing import passed_by
from runofshow.core.value import replace
from runofshow.journal import Journal, Steps
from runofshow.live.following import SendOn, only_refuse
from runofshow.live.judging import judged
from runofshow.live.kept import Kept
from runofshow.live.noting import Noting
from runofshow.live.raised import dismissed, lowered, raised
from runofshow.live.slow_disk import SlowDisk
from runofshow.live.turns import Turns
from runofshow.live.writers import BY_CLOCK, BY_CONSOLE, BY_TIMECODE

Listener = Callable[[Snapshot, tuple[Entry, ...]], None]
"""Is told each new snapshot with the fresh entries that led to it; a replayed journal is never told."""


class LiveShow:
    """A show with its clock and its journal."""

    def __init__(
        self, clock: Clock, journal: Journal, log: Sequence[Entry], state: State | None = None
    ) -> None:
        """`state` is what the log adds up to, where that is known."""
        self._clock = clock
        self._kept = Kept(journal, log, state)
        self._listeners: list[Listener] = []
        self._senses = NOTHING_SENSED
        self._disk = SlowDisk(
            clock.now,
            is_slow=lambda: self.raise_alarm(AlarmCode.SLOW_DISK, ""),
            is_quick=lambda: self.lower_alarm(AlarmCode.SLOW_DISK),
        )
        self._turns = Turns(journal, self._disk.took)
        self._send_on: SendOn | None = None
        """Where orders go while another console calls the show; None while this one does."""
        self._parted: tuple[ClockParted, ...] = ()
        """What the clocks did that is not written down yet."""
        self._noting = Noting(lambda mistake: self.raise_alarm(AlarmCode.LISTENER, mistake))
        self._board: Board = board_at(self._kept.state, clock.now())
        self.latest: Snapshot = picture_of(self._board, self._senses)
        # a record that is not where it belongs is told before the first order, not after it
        self._tell_of_journal()

    @classmethod
    def opened(cls, clock: Clock, journal: Journal, command: OpenShow) -> LiveShow:
        """A new show: its opening is the first line of the journal."""
        now = clock.now()
        entry = Entry(1, now, Role.CALLER.value, name_of(OpenShow), (opening(command, now),))
        journal.append(entry)
        return cls(clock, journal, (entry,))

    @property
    def state(self) -> State:
        """What the record adds up to; for the report and the amended agenda, not for screens."""
        return self._kept.state

    @property
    def log(self) -> tuple[Entry, ...]:
        """Every entry of the record, oldest first; safe to read from any thread.

        It is copied for whoever asks, so that no order takes longer on a longer record.
        """
        return tuple(self._kept.log)

    @property
    def folder(self) -> Path:
        """Where the show is kept."""
        return self._kept.journal.folder

    @property
    def second_copy(self) -> Path | None:
        """Where the whole record is instead while its own place fails; None when all is well."""
        return self._kept.second_copy

    @property
    def noting(self) -> Set[asyncio.Task[None]]:
        """The reports that are on their way to the record: what ends the loop waits for them."""
        return self._noting.tasks

    @property
    def is_following(self) -> bool:
        """Another console calls the show: nothing is written here but what that one has written."""
        return self._send_on is not None

    def follow(self, send_on: SendOn = only_refuse) -> None:
        """Obey nobody from now on and write no facts of our own: `take_in` says what happens.

        Orders go to `send_on`. What is on its way to the disk meanwhile is still written.
        """
        self._send_on = send_on
        # a clock that parted is told by whoever goes by it: the caller
        self._parted = ()

    async def take_in(self, entry: Entry) -> None:
        """Write down and show the caller's next entry. In the loop of the show.

        Raises ValueError unless it is the next, and unless this show follows.
        """
        await self._turns.in_turn(self._taking_in(entry))

    async def cut_back(self, seq: int) -> tuple[Entry, ...]:
        """Go back to entry `seq`: what was behind it, oldest first, which the journal keeps beside it.

        In the loop of the show. Raises ValueError for an entry that is not there, and unless it follows.
        """
        return await self._turns.in_turn(self._cutting_back(seq))

    async def take_over(self, term: int, who: str) -> Entry | Refused:
        """Call the show from here on, in that term; refused where a higher one was seen.

        In the loop of the show.
        """
        return await self._turns.in_turn(self._taking_over(TakeOver(term, who)))

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of everything new, in the thread of the show."""
        self._listeners.append(listener)

    def sense(self, presence: Presence | None) -> None:
        """Who is connected, for the next picture; None while there is no server."""
        self._senses = replace(self._senses, presence=presence)

    def sense_ahead(self, outlook: EndOutlook | None) -> None:
        """When the session will end, for the next picture; None while nobody knows."""
        self._senses = replace(self._senses, outlook=outlook)

    def sense_ways(self, ways: WaysBack | None) -> None:
        """What can be done about its end, for the next picture; None while nobody knows."""
        self._senses = replace(self._senses, ways=ways)

    def sense_timecode(self, heard: TimecodeHeard | None) -> None:
        """The code that comes in, for the next picture; what it sets going is written down once."""
        self._senses = replace(self._senses, timecode=heard)
        # one that waits for its turn is enough, however slow the disk is
        is_free = not (self.is_following or self._noting.is_on_its_way(BY_TIMECODE))
        if heard and is_free and passed_by(self._kept.state, heard, self._clock.now()):
            self._noting.beside(self._turns.in_turn(self._passing_on()), BY_TIMECODE)

    def sense_paces(self, paces: Mapping[str, float]) -> None:
        """How fast who reads in a leaf, by its id, for the next picture."""
        self._senses = replace(self._senses, paces=paces)

    def do(self, command: Command, by: str = Role.CALLER.value, seen: int | None = None) -> Entry | Refused:
        """Obey `command`, or say why not. `seen` is the sequence number of the snapshot the asker saw."""
        return self._turns.wait_for(self._obeying(command, by, seen))

    async def obey(
        self, command: Command, by: str = Role.CALLER.value, seen: int | None = None
    ) -> Entry | Refused:
        """The same in the loop of the show, which a slow disk does not hold up. Sent on by a follower."""
        if self._send_on is not None:
            return await self._send_on(command, by, seen)
        return await self._turns.in_turn(self._obeying(command, by, seen))

    def note(self, report: Command, by: str) -> None:
        """Have a report written down in its turn, beside the loop; whoever made it waits for nothing.

        In the loop of the show. A mistake in it becomes an alarm.
        """
        self._noting.beside(self.obey(report, by), by)

    def tick(self) -> None:
        """Write down what has come true and what the clocks say, and take a new picture."""
        self._turns.wait_for(self._ticking())

    async def tick_beside(self) -> None:
        """The same, in the loop of the show."""
        await self._turns.in_turn(self._ticking())

    def beat(self) -> None:
        """Take a new picture while the disk holds up what is to be in the next: the counts go on."""
        # a clock that nobody looks at seems to have stood still
        self._watch_clock()
        self._disk.waits(self._turns.waited)
        self._look()
        self._show(())

    def _watch_clock(self) -> None:
        now = self._clock.now()
        parted = tuple(ClockParted(fault, by, now) for fault, by in self._clock.watch())
        if not self.is_following:
            self._parted += parted

    def _obeying(self, command: Command, by: str, seen: int | None) -> Steps[Entry | Refused]:
        if self.is_following:
            # also one that waited for its turn while another console took over
            return Refused(Reason.FOLLOWING)
        events = judged(self._kept.state, command, by, seen, self._clock.now())
        if isinstance(events, Refused):
            return events
        entry = yield from self._write(command, by, events)
        if moved := corrected_by(events):
            # before anything asks the time again: what is recorded has already moved
            self._clock.correct(moved)
        if isinstance(command, DismissAlarms):
            self._senses = dismissed(self._senses)
        facts = yield from self._facts()
        self._show((entry, *facts))
        return entry

    def _ticking(self) -> Steps[None]:
        fresh: list[Entry] = []
        self._watch_clock()
        parted, self._parted = self._parted, ()
        for event in parted:
            report = ReportClock(event.fault, event.by)
            fresh.append((yield from self._write(report, BY_CLOCK, (event,))))
        facts = yield from self._facts()
        self._show((*fresh, *facts))

    def _taking_in(self, entry: Entry) -> Steps[None]:
        if not self.is_following or entry.seq != self._kept.state.seq + 1:
            raise ValueError(f"entry {entry.seq} is not taken in behind {self._kept.state.seq}")
        yield from self._keep(entry)
        # the caller's clock has moved, and ours is set by it
        self._clock.correct(corrected_by(entry.events))
        self._look()
        self._show((entry,))

    def _taking_over(self, asked: TakeOver) -> Steps[Entry | Refused]:
        send_on, self._send_on = self._send_on, None
        answer = yield from self._obeying(asked, BY_CONSOLE, None)
        if isinstance(answer, Refused):
            self._send_on = send_on
        return answer

    def _cutting_back(self, seq: int) -> Steps[tuple[Entry, ...]]:
        if not self.is_following:
            raise ValueError("a show that is called here is not cut back")
        behind = yield from self._kept.cut_back(seq)
        self._clock.correct(-corrected_by(event for entry in behind for event in entry.events))
        self._tell_of_journal()
        self._board = board_at(self._kept.state, self._clock.now())
        self._show(())
        return behind

    def _passing_on(self) -> Steps[None]:
        """What the timecode has passed by now; an order before it may have left the item."""
        heard, now = self._senses.timecode, self._clock.now()
        events = () if heard is None or self.is_following else passed_by(self._kept.state, heard, now)
        if events:
            entry = yield from self._write(Tick(), BY_TIMECODE, events)
            facts = yield from self._facts()
            self._show((entry, *facts))

    def raise_alarm(self, code: AlarmCode, detail: str, cause: str = "", gear_id: str | None = None) -> None:
        """Put an alarm of our own on every screen, of gear one each. One that is up keeps its beginning."""
        alarm = Alarm(code, self._clock.now(), timedelta(), detail, cause, None, gear_id)
        self._sense_alarms(raised(self._senses, alarm))

    def lower_alarm(self, code: AlarmCode, gear_id: str | None = None) -> None:
        """What an alarm of our own said is so no longer."""
        without = lowered(self._senses, code, gear_id)
        if without is not self._senses:
            self._sense_alarms(without)

    def _sense_alarms(self, senses: Senses) -> None:
        self._senses = senses
        self._look()
        self.latest = self._picture()

    def close(self) -> None:
        """Let go of the journal; the show stays open in it."""
        self._kept.journal.close()

    def _facts(self) -> Steps[tuple[Entry, ...]]:
        """What has come true by itself; the board is then that of the show with it."""
        self._look()
        events = () if self.is_following else newly_true(self._board)
        if not events:
            return ()
        entry = yield from self._write(Tick(), BY_CLOCK, events)
        self._look()
        return (entry,)

    def _write(self, command: Command, by: str, events: tuple[Event, ...]) -> Steps[Entry]:
        entry = Entry(self._kept.state.seq + 1, self._clock.now(), by, name_of(command), events)
        return (yield from self._keep(entry))

    def _keep(self, entry: Entry) -> Steps[Entry]:
        # on disk before evolve: a screen must never show what a crash can unsay
        yield from self._kept.journal.put_down(entry)
        self._tell_of_journal()
        self._kept.add(entry)
        return entry

    def _show(self, fresh: tuple[Entry, ...]) -> None:
        self.latest = self._picture()
        for listener in self._listeners:
            try:
                listener(self.latest, fresh)
            except Exception as error:  # noqa: BLE001 - a listener that fails stops neither the show nor the others
                self.raise_alarm(AlarmCode.LISTENER, f"{type(error).__name__}: {error}")

    def _tell_of_journal(self) -> None:
        """A journal that cannot be written stops no show; every screen says so until it can."""
        failing = self._kept.failing
        if failing is None:
            # told with the picture of the entry that the disk has taken
            self._senses = lowered(self._senses, AlarmCode.JOURNAL)
        else:
            self.raise_alarm(AlarmCode.JOURNAL, failing)

    def _look(self) -> None:
        self._board = board_at(self._kept.state, self._clock.now(), self._board)

    def _picture(self) -> Snapshot:
        return picture_of(self._board, self._senses, self.latest)
