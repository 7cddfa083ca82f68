"""Orders by MIDI: what a plan lists and nothing else, through the guard of all orders."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.control.gear.midi_in import MidiIn, command_of
from runofshow.core import commands as c
from runofshow.core.alarms import AlarmCode
from runofshow.core.events import Entry
from runofshow.core.gear import MidiDo, MidiEvent, MidiPort, MidiRule
from runofshow.core.refusal import Reason, Refused
from tests.control.jack import jack_server, needs_jack

RULES = (
    MidiRule(MidiEvent.NOTE, 60, MidiDo.GO),
    MidiRule(MidiEvent.PROGRAM, 3, MidiDo.ADVANCE),
    MidiRule(MidiEvent.CONTROL, 64, MidiDo.HOLD),
    MidiRule(MidiEvent.MSC_GO, None, MidiDo.GO),
    MidiRule(MidiEvent.MSC_STOP, None, MidiDo.HOLD),
    MidiRule(MidiEvent.MSC_RESUME, None, MidiDo.RESUME),
    MidiRule(MidiEvent.NOTE, 61, MidiDo.STANDBY),
)


@pytest.mark.parametrize(
    ("message", "command"),
    [
        ("90 3C 64", c.Go()),
        ("9F 3C 01", c.Go()),
        ("90 3D 64", c.StandBy()),
        ("C4 03", c.Advance()),
        ("B0 40 7F", c.Hold()),
        ("F0 7F 7F 02 7F 01 F7", c.Go()),
        ("F0 7F 03 02 01 01 35 2E 31 00 31 F7", c.Go("5.1")),
        ("F0 7F 7F 02 7F 02 F7", c.Hold()),
        ("F0 7F 7F 02 7F 03 F7", c.Resume()),
    ],
)
def test_what_the_plan_lists_is_an_order(message: str, command: c.Command) -> None:
    assert command_of(RULES, bytes.fromhex(message)) == command


@pytest.mark.parametrize(
    "message",
    [
        "90 3C 00",  # a key that is let go, as most send it
        "80 3C 40",
        "90 3E 64",
        "C4 04",
        "B0 40 00",
        "B0 41 7F",
        "F0 7F 7F 02 7F 08 F7",
        "F0 7F 7F 06 01 F7",
        "F0 7F 7F 02 7F 01",
        "F8",
        "",
    ],
)
def test_what_it_does_not_list_is_none(message: str) -> None:
    assert command_of(RULES, bytes.fromhex(message)) is None
    assert command_of((), bytes.fromhex("90 3C 64")) is None


@given(st.binary(max_size=200))
def test_no_message_harms_it(message: bytes) -> None:
    command_of(RULES, message)


@needs_jack
@pytest.mark.skipif(find_spec("rtmidi2") is None, reason="rtmidi2 is not installed")
async def test_a_key_that_is_struck_at_a_desk_is_asked_of_the_show_and_a_slip_is_an_alarm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[c.Command] = []
    alarms: list[tuple[AlarmCode, str, str | None]] = []
    calmed: list[tuple[AlarmCode, str | None]] = []
    came = asyncio.Event()

    async def ask(command: c.Command) -> Entry | Refused:
        asked.append(command)
        came.set()
        if isinstance(command, c.Hold):
            raise RuntimeError("a mistake of ours")
        return Refused(Reason.NOT_STARTED)

    async def until(count: int, strike: Sequence[str]) -> None:
        """Struck again and again: what comes before the port is open is nobody's."""
        assert desk.stdin is not None
        async with asyncio.timeout(20):
            while len(asked) < count:
                desk.stdin.write("".join(f"{one}\n" for one in strike).encode())
                came.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.3):
                        await came.wait()

    pipe = asyncio.subprocess.PIPE
    port = MidiPort("ban", "san-khau", takes=RULES)
    listener = MidiIn(
        port,
        ask,
        lambda code, detail, cause, gear_id: alarms.append((code, detail, gear_id)),
        lambda code, gear_id: calmed.append((code, gear_id)),
    )
    with jack_server("runofshow-keys", monkeypatch):
        command = (sys.executable, "-m", "tests.control.midi_peer", "san-khau")
        desk = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL
        )
        assert desk.stdout is not None
        assert (await desk.stdout.readline()).strip() == b"here"
        serving = asyncio.create_task(listener.serve())
        await until(1, ("90 3C 00", "90 3C 64"))
        assert set(map(repr, asked)) == {repr(c.Go())}
        asked.clear()
        await until(1, ("B0 40 7F",))
        serving.cancel()
        desk.kill()
        with suppress(asyncio.CancelledError):
            await serving
        await desk.stdout.read()
        await desk.wait()
    assert (AlarmCode.CONTROL, "ban: RuntimeError: a mistake of ours", None) in alarms
    assert calmed == [(AlarmCode.GEAR_FAILED, "ban")]


async def test_a_port_that_is_not_there_is_told_as_gear_that_failed_by_its_name() -> None:
    alarms: asyncio.Queue[tuple[AlarmCode, str, str, str | None]] = asyncio.Queue()

    async def ask(command: c.Command) -> Entry | Refused:
        raise AssertionError(command)

    port = MidiPort("ban", "no such port at all", "Bàn trộn", takes=RULES)
    listener = MidiIn(port, ask, lambda *told: alarms.put_nowait(told), lambda *told: None)
    serving = asyncio.create_task(listener.serve())
    async with asyncio.timeout(20):
        code, detail, cause, gear_id = await alarms.get()
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving
    assert (code, cause, gear_id) == (AlarmCode.GEAR_FAILED, "no_port", "ban")
    assert detail.startswith("Bàn trộn · MIDI ")
