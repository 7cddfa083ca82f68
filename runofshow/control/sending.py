"""The signals of a show on their way out, in the loop of the show.

Each target has a line of its own (target_line.py): its signals go one after the other, in the order they were
set off, and a target that hangs holds up only its own line. A show that is picked up again sends nothing old,
since its listeners are told only of what is fresh.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import tzinfo
from types import MappingProxyType
from typing import Protocol

from runofshow.control.failure import Failed, Trouble
from runofshow.control.filling import Values, values_of, whole_values
from runofshow.control.gear.opening import opened
from runofshow.control.gear.thread import Alarm as GearAlarm
from runofshow.control.gear.thread import GearThread, Piece
from runofshow.control.messages import Datagram, Request, Target, message, target_of, wants_values
from runofshow.control.reaching import Reached
from runofshow.control.target_line import USUAL, Limits, Ready, Result, TargetLine, failed_of
from runofshow.core.alarms import AlarmCode
from runofshow.core.events import Entry
from runofshow.core.gear import Gear, GearKind, kind_of, name_of
from runofshow.core.gear_orders import GearOrder, ToLights, ToMidi, ToObs, ToProjector
from runofshow.core.signal import Http, Osc
from runofshow.core.signalling import Fired, signals_of
from runofshow.core.snapshot import Snapshot
from runofshow.core.state import State
from runofshow.line.finding import Search, search_system

Opening = Callable[[Gear, str, GearAlarm, ToLights | None], Piece]
"""What drives a piece of gear with its password, empty for none, and the levels it has. Raises Failed."""


Report = Callable[[Result], object]


class Alarming(Protocol):
    """Whoever puts an alarm on every screen: a code, a detail, a word of ours for why, and of which gear."""

    def __call__(
        self, code: AlarmCode, detail: str, cause: str = "", gear_id: str | None = None
    ) -> object: ...


class SignalSender:
    """Sends what the show sets off, and reports what became of it. It lives in the loop of the show."""

    def __init__(
        self,
        state: Callable[[], State],
        report: Report,
        alarm: Alarming,
        tz: tzinfo,
        *,
        enabled: bool = True,
        limits: Limits = USUAL,
        search: Search = search_system,
        opening: Opening = opened,
        passwords: Mapping[str, str] = MappingProxyType({}),
        held: Mapping[str, ToLights] = MappingProxyType({}),
    ) -> None:
        """`state` is the show as it stands; `alarm` is told where no report is taken.
        `passwords` are those of the gear, by its id; `held` are the levels that lights have from before
        this start (core/levels_sent.py)."""
        self._state = state
        self._report = report
        self._alarm = alarm
        self._tz = tz
        self._enabled = enabled
        self._limits = limits
        self._search = search
        self._opening = opening
        self._passwords = passwords
        self._held = held
        self._lines: dict[Target, TargetLine[Datagram | Request]] = {}
        self._gear: dict[Gear, GearThread] = {}
        self._gear_lines: dict[Gear, TargetLine[GearOrder]] = {}

    def heard(self, snapshot: Snapshot, entries: tuple[Entry, ...]) -> None:
        """A listener of the show, called in its loop: sets signals going and waits for nothing."""
        if not self._enabled:
            return
        state = self._state()
        fired = [signal for entry in entries for signal in signals_of(state, entry)]
        sends = [one.signal.send for one in fired]
        filled = any(isinstance(send, Osc | Http) and wants_values(send) for send in sends)
        whole = whole_values(snapshot, self._tz) if filled else {}
        for one in fired:
            match one.signal.send:
                case Osc() | Http() as send:
                    self._set_going(one, send, snapshot, whole)
                case ToProjector() | ToLights() | ToObs() | ToMidi() as order:
                    self._order(one, order, state)

    async def settled(self) -> None:
        """Wait until nothing is on its way."""
        while working := self._working():
            await asyncio.wait(working)

    def close(self) -> None:
        """Drop what is on its way, and let go of the gear."""
        for work in self._working():
            work.cancel()
        for gear in self._gear.values():
            gear.close()

    async def gone(self) -> None:
        """Wait until the gear is let go of; what hangs is left behind."""
        await asyncio.gather(*(gear.gone() for gear in self._gear.values()))

    def _working(self) -> list[asyncio.Task[None]]:
        works = [line.work for line in self._lines.values()]
        works += [line.work for line in self._gear_lines.values()]
        return [task for work in works for task in work]

    def _set_going(self, fired: Fired, send: Osc | Http, snapshot: Snapshot, whole: Values) -> None:
        loop = asyncio.get_running_loop()
        try:
            target = target_of(send)
            values: Values = values_of(whole, snapshot, fired, self._tz) if wants_values(send) else {}
            ready = Ready(fired, message(send, values), loop.time())
        except Failed as failed:
            # never inside the order that set it off: a report is an order of its own
            loop.call_soon(self._tell, failed_of(fired, failed, 0))
            return
        line = self._lines.get(target)
        if line is None:
            reached = Reached(target, self._limits.a_try, self._search)
            line = TargetLine(target.host, reached.one_try, self._tell, self._limits)
            self._lines[target] = line
        line.add(ready)

    def _order(self, fired: Fired, order: GearOrder, state: State) -> None:
        loop = asyncio.get_running_loop()
        gear = next((each for each in state.agenda.gear if each.gear_id == order.gear_id), None)
        if gear is None:
            loop.call_soon(self._tell, failed_of(fired, Failed(Trouble.NO_GEAR, order.gear_id), 0))
            return
        line = self._gear_lines.get(gear)
        if line is None:
            thread = self.thread_of(gear)
            within = self._limits.a_try
            line = TargetLine(
                gear.gear_id,
                lambda told: thread.send(told, within),
                self._tell,
                self._limits,
                side_by_side=kind_of(gear) is GearKind.OBS,
            )
            self._gear_lines[gear] = line
        line.add(Ready(fired, order, loop.time()))

    def thread_of(self, gear: Gear) -> GearThread:
        """The one thread that speaks with this piece of gear."""
        known = self._gear.get(gear)
        if known is None:
            password = self._passwords.get(gear.gear_id, "")
            alarm = self._alarm_of(gear)
            held = self._held.get(gear.gear_id)
            known = self._gear[gear] = GearThread(
                gear.gear_id, lambda: self._opening(gear, password, alarm, held)
            )
        return known

    def _alarm_of(self, gear: Gear) -> GearAlarm:
        """What gear tells from its thread while no signal waits for it: held levels that cannot leave."""
        loop = asyncio.get_running_loop()

        def tell(failed: Failed) -> None:
            cause, _, about = str(failed).partition(": ")
            detail = " · ".join(filter(None, (name_of(gear), about)))
            try:
                loop.call_soon_threadsafe(self._alarm, AlarmCode.GEAR_FAILED, detail, cause, gear.gear_id)
            except RuntimeError:
                return  # the show has ended meanwhile; nobody looks

        return tell

    def _tell(self, result: Result) -> None:
        try:
            self._report(result)
        except Exception as error:  # noqa: BLE001 - a task's edge: what could not be recorded is on the screen
            self._alarm(AlarmCode.CONTROL, f"{result.signal_id}: {type(error).__name__}: {error}")
