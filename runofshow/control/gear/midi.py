"""A MIDI port: notes, programs, controls and show control to whatever hangs at it.

The library that knows the system's ports runs in a program of its own (midi_port.py), which is begun again
when it goes. Nothing confirms a MIDI message: sent is what the system took.
"""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from itertools import count

from runofshow.control.child import Child
from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.midi_lines import Came, NotSent, Opened, Say, Sent, read_told, write
from runofshow.control.gear.midi_messages import in_hex, message_of
from runofshow.control.messages import Taken
from runofshow.control.strangers import shown
from runofshow.core.gear import MidiPort
from runofshow.core.gear_orders import GearOrder, RunTimecode, ToMidi
from runofshow.core.value import replace

PORT = "runofshow.control.gear.midi_port"
_SHOWN = 120


class MidiGear:
    """One port. It lives in the loop in which it is made."""

    def __init__(self, gear: MidiPort) -> None:
        """Raises ModuleNotFoundError without the library, which is loaded elsewhere."""
        if find_spec("rtmidi2") is None:
            raise ModuleNotFoundError("rtmidi2")
        self._name = ""
        self._why = ""
        """Why the port was lost last; empty while it is there."""
        self._turned = asyncio.Event()
        """It was opened or lost."""
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self._child = Child(PORT, (gear.port_name,), self._heard, self._lost)
        self._running = asyncio.get_running_loop().create_task(self._child.run(), name="MIDI port")

    async def send(self, order: GearOrder, within: float) -> Taken:
        """The message as it went out. Raises Failed."""
        assert isinstance(order, ToMidi), "checked before"
        if isinstance(order.say, RunTimecode):
            said, message = _in_words(order.say), Say(0, timecode=order.say)
        else:
            raw = message_of(order.say)
            said, message = in_hex(raw), Say(0, tuple(raw))
        loop = asyncio.get_running_loop()
        until, began = loop.time() + within, loop.time()
        await self._opened(until, within)
        number = next(self._numbers)
        sent = self._waiting[number] = loop.create_future()
        try:
            if not self._child.say(write(replace(message, number=number))):
                raise Failed(Trouble.UNREACHABLE, self._why, again=True)
            async with asyncio.timeout_at(until):
                await sent
        except TimeoutError as error:
            raise Failed(Trouble.NO_ANSWER, f"{within:g} s") from error
        finally:
            del self._waiting[number]
        return Taken(said, loop.time() - began)

    async def look(self, within: float) -> Taken:
        """The port that bears the name. Raises Failed."""
        await self._opened(asyncio.get_running_loop().time() + within, within)
        return Taken(self._name, facts=((Fact.PORT, self._name),))

    def close(self) -> None:
        """Let go of the port."""
        self._running.cancel()

    async def _opened(self, until: float, within: float) -> None:
        try:
            async with asyncio.timeout_at(until):
                while not self._name:
                    if self._why:
                        raise Failed(Trouble.NO_PORT, self._why, again=True)
                    self._turned.clear()
                    await self._turned.wait()
        except TimeoutError as error:
            raise Failed(Trouble.TIMEOUT, f"{within:g} s", again=True) from error

    def _heard(self, line: bytes) -> None:
        found = read_told(line)
        if isinstance(found, Opened):
            self._name, self._why = shown(found.name, _SHOWN), ""
            self._turned.set()
            return
        if isinstance(found, Came):
            # this program only sends
            return
        sent = self._waiting.get(found.number)
        if sent is None or sent.done():
            return
        match found:
            case Sent():
                sent.set_result(None)
            case NotSent(_, detail):
                sent.set_exception(Failed(Trouble.UNREACHABLE, shown(detail, _SHOWN)))

    def _lost(self, why: str) -> None:
        self._name, self._why = "", shown(why, _SHOWN) or "∅"
        self._turned.set()
        for sent in self._waiting.values():
            if not sent.done():
                # it may have gone out just before
                sent.set_exception(Failed(Trouble.NO_ANSWER, self._why))


def _in_words(say: RunTimecode) -> str:
    """As the record has it: `MTC 01:00:00:00 25`."""
    return "MTC stop" if say.code is None else f"MTC {say.code.text(say.rate)} {say.rate.value}"
