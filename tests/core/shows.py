"""Small agendas by hand, and a stage that runs them as LiveShow does, with a clock that moves when told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Action, Agenda, Anchor, AtStart, Cue, Item, Role, Session
from runofshow.core.ask import name_of
from runofshow.core.decide import decide
from runofshow.core.evolve import apply
from runofshow.core.moved_clock import corrected_by
from runofshow.core.picture import take_snapshot
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CueRow, Current, Row, Snapshot
from runofshow.core.state import State
from runofshow.core.value import replace

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def at(clock: str) -> datetime:
    """`at("8:05")` and `at("8:05:30")` on the day of the conference."""
    hour, minute, second = (int(part) for part in f"{clock}:0".split(":")[:3])
    return datetime(2020, 3, 27, hour, minute, second, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def item(item_id: str, length: float, *cues: Cue, number: str | None = None, **more: Any) -> Item:
    """A leaf of so many minutes; its number is its id unless told otherwise."""
    title = more.pop("title", f"Mục {item_id}")
    return Item(item_id, number or item_id, title, "other", minutes(length), cues=cues, **more)


def heading(item_id: str, *parts: Item, cues: tuple[Cue, ...] = (), **more: Any) -> Item:
    total = sum((part.duration for part in parts), timedelta())
    return Item(item_id, item_id, f"Mục {item_id}", "other", total, parts=parts, cues=cues, **more)


def cue(cue_id: str, when: Anchor | None = None, to: Role = Role.MUSIC, **more: Any) -> Cue:
    """A hand cue at the start of its item unless told otherwise."""
    do = more.pop("do", Action.DO)
    return Cue(cue_id, to, do, f"Lệnh {cue_id}", AtStart() if when is None else when, **more)


def session(session_id: str, start: str, *items: Item, hard_out: str | None = None) -> Session:
    out = None if hard_out is None else at(hard_out)
    return Session(session_id, f"Buổi {session_id}", at(start), hard_out=out, items=items)


def agenda(*items: Item, start: str = "8:00", hard_out: str | None = None) -> Agenda:
    """One session."""
    return Agenda("Hội nghị", (session("s1", start, *items, hard_out=hard_out),))


def four_items() -> Agenda:
    """8:00 a 10', 8:10 b 20', 8:30 c 5', 8:35 d 10'; planned to end at 8:45, and out of the hall by 9:00."""
    return agenda(item("a", 10), item("b", 20), item("c", 5), item("d", 10), hard_out="9:00")


def two_sessions() -> Agenda:
    """Morning 8:00 a 10', b 20'; afternoon 9:00 c 15', d 5'."""
    return Agenda(
        "Hội nghị",
        (
            session("s1", "8:00", item("a", 10), item("b", 20), hard_out="8:45"),
            session("s2", "9:00", item("c", 15), item("d", 5), hard_out="9:30"),
        ),
    )


def opened(
    plan: Agenda,
    at: datetime,
    *,
    speed: float = 1.0,
    floating: bool = False,
    mode: c.Mode = c.Mode.LIVE,
    **more: Any,
) -> e.ShowOpened:
    return e.ShowOpened(plan, mode, speed, floating, "agendas/x.yaml", at, **more)


class Stage:
    """A show on a clock of its own. What is asked goes through decide and apply as in LiveShow."""

    def __init__(
        self,
        plan: Agenda,
        now: str = "7:55",
        *,
        speed: float = 1.0,
        floating: bool = False,
        tick: bool = True,
        mode: c.Mode = c.Mode.LIVE,
        **more: Any,
    ) -> None:
        self.now = at(now)
        event = opened(plan, self.now, speed=speed, floating=floating, mode=mode, **more)
        first = e.Entry(1, self.now, "caller", "open", (event,))
        self.state: State = apply(None, first)
        self.entries = [first]
        self.ticks_by_itself = tick

    # What is asked

    def ask(self, command: c.Command, by: str = "caller") -> tuple[e.Event, ...] | Refused:
        """The events that came of it, without those of the tick behind it; or the refusal."""
        events = decide(self.state, command, self.now, by)
        if isinstance(events, Refused):
            return events
        self._write(command, by, events)
        if isinstance(command, c.CorrectClock | c.JumpClock):
            self.now += corrected_by(events)
        if self.ticks_by_itself:
            self.tick()
        return events

    def do(self, *commands: c.Command, by: str = "caller") -> tuple[e.Event, ...]:
        """All of these, none of them refused; the events of the last one."""
        events: tuple[e.Event, ...] = ()
        for command in commands:
            answer = self.ask(command, by)
            assert not isinstance(answer, Refused), (command, answer)
            events = answer
        return events

    def refusal(self, command: c.Command, by: str = "caller") -> Reason:
        """Why it is refused; nothing may have changed."""
        before, entries = self.state, len(self.entries)
        answer = self.ask(command, by)
        assert isinstance(answer, Refused), (command, answer)
        assert (self.state, len(self.entries)) == (before, entries)
        return answer.reason

    def tick(self) -> tuple[e.Event, ...]:
        events = decide(self.state, c.Tick(), self.now, "clock")
        assert not isinstance(events, Refused)
        if events:
            self._write(c.Tick(), "clock", events)
        return events

    def _write(self, command: c.Command, by: str, events: tuple[e.Event, ...]) -> None:
        entry = e.Entry(self.state.seq + 1, self.now, by, name_of(command), events)
        self.state = apply(self.state, entry)
        self.entries.append(entry)

    # How time passes

    def at(self, clock: str) -> Stage:
        """The clock shows this, and the machine slept until then."""
        moment = at(clock)
        assert moment >= self.now
        self.now = moment
        if self.ticks_by_itself:
            self.tick()
        return self

    def sleep(self, length: timedelta) -> Stage:
        """One tick at the end of it."""
        self.now += length
        if self.ticks_by_itself:
            self.tick()
        return self

    def watch(self, length: timedelta) -> Stage:
        """A tick each second of it."""
        end = self.now + length
        while self.now < end:
            self.now = min(self.now + SECOND, end)
            self.tick()
        return self

    def watch_until(self, clock: str) -> Stage:
        return self.watch(at(clock) - self.now)

    # What is seen

    @property
    def picture(self) -> Snapshot:
        return take_snapshot(self.state, self.now)

    @property
    def current(self) -> Current:
        current = self.picture.current
        assert current is not None
        return current

    @property
    def running(self) -> str | None:
        return self.state.current_id

    def row(self, item_id: str) -> Row:
        return next(row for row in self.picture.rows if row.item_id == item_id)

    def cue(self, cue_id: str) -> CueRow:
        return next(row for row in self.picture.cues if row.cue_id == cue_id)

    def starts(self) -> dict[str, str]:
        """Item id to its start, actual or expected, as `8:05` or `8:05:30`; skipped ones are left out."""
        rows = (row for row in self.picture.rows if not row.is_heading)
        return {row.item_id: clock(row.expected_start) for row in rows if row.expected_start}

    def facts(self, kind: type[e.Event] | None = None) -> list[e.Event]:
        """What came true by itself."""
        events = [event for entry in self.entries if entry.do == "tick" for event in entry.events]
        return [event for event in events if kind is None or isinstance(event, kind)]


def clock(moment: datetime | None) -> str:
    """`8:05`, with seconds where there are any."""
    assert moment is not None
    return f"{moment.hour}:{moment:%M}" + (f":{moment:%S}" if moment.second else "")


def what_matters(state: State) -> State:
    """The state without its counters and its memory of calls, and without records that say nothing.

    What a player was told stays told: an undo tells it more.
    """
    return replace(
        state,
        runs={key: run for key, run in state.runs.items() if run != type(run)()},
        cues={key: record for key, record in state.cues.items() if record != type(record)()},
        returned={},
        seq=0,
        call_seq=0,
        calls=(),
        undone=(),
        last_go_at=None,
        sound=replace(state.sound, calls=()),
    )


def change_first(plan: Agenda, change: Callable[[Item], Item]) -> Agenda:
    """The agenda with its very first item changed."""
    first, *rest = plan.sessions
    return replace(plan, sessions=(replace(first, items=(change(first.items[0]), *first.items[1:])), *rest))
