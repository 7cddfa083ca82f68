"""Orders that come in by MIDI: only those that the plan lists for a port, through the door of all orders.

A note that is struck, a program that is chosen and a controller that is pressed give an order, on any
channel; a note or a controller that is let go gives none. MIDI show control names its cue by its id, or none.
Nothing answers: what is refused is as if it had not come.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, assert_never

from runofshow.control.child import Child
from runofshow.control.failure import Trouble
from runofshow.control.gear.midi import PORT
from runofshow.control.gear.midi_lines import Came, Opened, read_told
from runofshow.control.strangers import shown
from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.ask import LONGEST_ID
from runofshow.core.events import Entry
from runofshow.core.gear import MidiDo, MidiEvent, MidiPort, MidiRule, name_of
from runofshow.core.refusal import Refused
from runofshow.hall.door import Asker, Door
from runofshow.hall.pace import steady
from runofshow.hall.reading import Order

_SHOWN = 120
PRESSED: Final = 64
"""From this value on a controller is pressed, as switches send it."""
_MSC: Final = {0x01: MidiEvent.MSC_GO, 0x02: MidiEvent.MSC_STOP, 0x03: MidiEvent.MSC_RESUME}


def event_of(message: Sequence[int]) -> tuple[MidiEvent, int | None, str] | None:
    """What came, its number, and the cue that it names; None for what can be no order."""
    match list(message):
        case [status, number, value] if status & 0xF0 == 0x90 and value:
            return MidiEvent.NOTE, number, ""
        case [status, number] if status & 0xF0 == 0xC0:
            return MidiEvent.PROGRAM, number, ""
        case [status, number, value] if status & 0xF0 == 0xB0 and value >= PRESSED:
            return MidiEvent.CONTROL, number, ""
        case [0xF0, 0x7F, _, 0x02, _, command, *rest] if command in _MSC and rest and rest[-1] == 0xF7:
            cue = bytes(rest[:-1]).partition(b"\0")[0]
            return _MSC[command], None, cue.decode("ascii", "replace")[:LONGEST_ID]
    return None


def command_of(rules: Sequence[MidiRule], message: Sequence[int]) -> c.Command | None:
    """The order that a message gives by these rules; None where it gives none."""
    came = event_of(message)
    if came is None:
        return None
    event, number, cue = came
    rule = next((one for one in rules if (one.event, one.number) == (event, number)), None)
    if rule is None:
        return None
    match rule.do:
        case MidiDo.GO:
            return c.Go(cue or None)
        case MidiDo.ADVANCE:
            return c.Advance()
        case MidiDo.STANDBY:
            return c.StandBy(cue or None)
        case MidiDo.HOLD:
            return c.Hold()
        case MidiDo.RESUME:
            return c.Resume()
    assert_never(rule.do)


class MidiIn:
    """Listens at one port, in the loop of the show."""

    def __init__(
        self,
        port: MidiPort,
        ask: Callable[[c.Command], Awaitable[Entry | Refused]],
        alarm: Callable[[AlarmCode, str, str, str | None], object],
        calm: Callable[[AlarmCode, str | None], object],
    ) -> None:
        """`ask` obeys in its turn; `alarm` takes code, detail, cause and gear; `calm` takes it back."""
        self._port = port
        self._door = Door(lambda asker, command, seen: ask(command))
        self._alarm = alarm
        self._calm = calm
        self._asked: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Until cancelled."""
        await Child(PORT, (self._port.port_name, "orders"), self._heard, self._lost).run()

    def _heard(self, line: bytes) -> None:
        found = read_told(line)
        if isinstance(found, Opened):
            self._calm(AlarmCode.GEAR_FAILED, self._port.gear_id)
        command = command_of(self._port.takes, found.bytes) if isinstance(found, Came) else None
        if command is not None:
            # a slow disk holds up the order, and not what comes next
            task = asyncio.get_running_loop().create_task(self._obey(command))
            self._asked.add(task)
            task.add_done_callback(self._asked.discard)

    async def _obey(self, command: c.Command) -> None:
        asker = Asker(Role.CALLER, program=f"midi {self._port.gear_id}")
        try:
            await self._door.admit(asker, lambda: Order(command, None), steady())
        except Exception as error:  # noqa: BLE001 - the task's edge: every screen says what went wrong
            self._alarm(AlarmCode.CONTROL, f"{self._port.gear_id}: {type(error).__name__}: {error}", "", None)

    def _lost(self, why: str) -> None:
        detail = f"{name_of(self._port)} · MIDI {shown(why, _SHOWN)}"
        self._alarm(AlarmCode.GEAR_FAILED, detail, Trouble.NO_PORT.value, self._port.gear_id)
