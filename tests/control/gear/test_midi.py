"""MIDI to gear over a JACK server without hardware, through the program that holds the port."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from importlib.util import find_spec

import pytest

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.midi import PORT, MidiGear
from runofshow.control.gear.midi_messages import message_of
from runofshow.control.timecode.ear import listen
from runofshow.control.timecode.mtc import MtcReader
from runofshow.control.timecode.passing import Passing
from runofshow.core.gear import MidiPort
from runofshow.core.gear_orders import Control, MscCommand, Note, Program, RunTimecode, ShowControl, ToMidi
from runofshow.core.timecode import Rate, Timecode, TimecodeBy, TimecodeIn, frames_between
from runofshow.core.timecode_now import Movement, TimecodeHeard
from tests.control.jack import jack_server, needs_jack
from tests.control.timecode.mtc_messages import full_frame, quarter_frames

needs_midi = pytest.mark.skipif(find_spec("rtmidi2") is None, reason="rtmidi2 is not installed")
PEER = "san-khau"


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (Note(60, 100, 1), "90 3C 64"),
        (Note(127, 0, 16), "9F 7F 00"),
        (Program(3, 2), "C1 03"),
        (Control(7, 100, 1), "B0 07 64"),
        (ShowControl(MscCommand.GO, "5.1", "1", 3), "F0 7F 03 02 7F 01 35 2E 31 00 31 F7"),
        (ShowControl(MscCommand.GO, "5"), "F0 7F 7F 02 7F 01 35 F7"),
        (ShowControl(MscCommand.STOP), "F0 7F 7F 02 7F 02 F7"),
        (ShowControl(MscCommand.RESUME), "F0 7F 7F 02 7F 03 F7"),
        (ShowControl(MscCommand.ALL_OFF, device=5), "F0 7F 05 02 7F 08 F7"),
    ],
)
def test_each_order_is_the_message_that_the_specification_says(
    order: Note | Program | Control | ShowControl, message: str
) -> None:
    assert message_of(order) == bytes.fromhex(message)


@asynccontextmanager
async def peer() -> AsyncIterator[asyncio.subprocess.Process]:
    """The gear at the other end, once its ports are there."""
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "tests.control.midi_peer", PEER)
    process = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        assert await heard_by(process) == "here"
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        assert process.stdout is not None
        await process.stdout.read()
        await process.wait()


async def heard_by(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(20):
        return (await process.stdout.readline()).decode().strip()


async def sent_for_ever(gear: MidiGear) -> None:
    """Note after note: its program looks for the port once a second."""
    async with asyncio.timeout(20):
        while True:
            await gear.send(ToMidi("ban", Note(60, 0, 1)), 10)


async def closed(gear: MidiGear) -> None:
    gear.close()
    # its program ends with it
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)


@needs_jack
@needs_midi
async def test_what_is_sent_comes_out_at_the_gear_and_a_port_that_goes_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with jack_server("runofshow-midi", monkeypatch):
        async with peer() as other:
            gear = MidiGear(MidiPort("ban", "SAN-KHAU"))
            looked = await gear.look(20)
            assert looked.facts == ((Fact.PORT, looked.detail),)
            assert looked.detail.startswith(f"{PEER}:")
            for say in (Note(60, 100, 1), ShowControl(MscCommand.GO, "5.1", "1")):
                taken = await gear.send(ToMidi("ban", say), 10)
                assert taken.detail == await heard_by(other)
        with pytest.raises(Failed) as failed:
            await sent_for_ever(gear)
        assert failed.value.trouble in (Trouble.NO_PORT, Trouble.NO_ANSWER)
        await closed(gear)


@needs_jack
@needs_midi
async def test_a_port_that_is_not_there_is_told_with_those_that_are(monkeypatch: pytest.MonkeyPatch) -> None:
    with jack_server("runofshow-none", monkeypatch):
        async with peer():
            gear = MidiGear(MidiPort("ban", "no such port"))
            with pytest.raises(Failed) as failed:
                await gear.send(ToMidi("ban", Note(60, 100, 1)), 20)
            assert failed.value.trouble is Trouble.NO_PORT
            assert failed.value.again
            assert PEER in str(failed.value)
            await closed(gear)


@needs_midi
def test_without_any_midi_here_the_missing_port_alone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "runofshow-not-there")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    command = [sys.executable, "-m", PORT, "no such port"]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=20)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith("no such port: ")


@needs_jack
@needs_midi
async def test_timecode_runs_out_to_the_gear_beside_other_messages_until_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = Timecode(1, 0, 0, 0)
    reader = MtcReader()
    codes: list[Passing] = []
    others: list[bytes] = []
    with jack_server("runofshow-mtc-out", monkeypatch):
        async with peer() as other:
            gear = MidiGear(MidiPort("ban", PEER))
            taken = await gear.send(ToMidi("ban", RunTimecode(first, Rate.FILM)), 20)
            assert taken.detail == "MTC 01:00:00:00 24"
            assert bytes.fromhex(await heard_by(other)) == full_frame(first, Rate.FILM)
            while len(codes) < 24:
                if len(codes) == 12 and not others:
                    await gear.send(ToMidi("ban", Note(60, 100, 1)), 10)
                message = bytes.fromhex(await heard_by(other))
                if message[0] != 0xF1 and message[0] != 0xF0:
                    others.append(message)
                elif found := reader.read(message):
                    codes.append(found)
            await gear.send(ToMidi("ban", RunTimecode()), 10)
            await gear.send(ToMidi("ban", Note(61, 100, 1)), 10)
            while (said := await heard_by(other)) != "90 3D 64":
                assert said.startswith("F1") or said == "90 3C 64"
            # what comes next is the next that is sent, and no frame between
            await gear.send(ToMidi("ban", Note(62, 100, 1)), 10)
            assert await heard_by(other) == "90 3E 64"
            await closed(gear)
    ran = [frames_between(first, one.code, Rate.FILM) for one in codes if one.movement is Movement.RUNNING]
    assert ran == sorted(set(ran))
    assert len(ran) >= 20
    assert {one.rate for one in codes} == {Rate.FILM}


@needs_jack
@needs_midi
async def test_timecode_by_midi_is_followed_where_it_runs_and_where_it_is_wound_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[TimecodeHeard] = []
    came = asyncio.Event()

    def sense(heard: TimecodeHeard) -> None:
        told.append(heard)
        came.set()

    async def until(code: Timecode) -> None:
        async with asyncio.timeout(20):
            while all(one.code != code for one in told):
                came.clear()
                await came.wait()

    first, far = Timecode(1, 0, 0, 0), Timecode(2, 0, 0, 0)
    with jack_server("runofshow-mtc", monkeypatch):
        async with peer() as other:
            assert other.stdin is not None
            source = TimecodeIn(TimecodeBy.MTC, device=PEER)
            task = asyncio.create_task(listen(source, sense, lambda: datetime(2026, 3, 27, tzinfo=UTC)))
            # what comes before the port is open is nobody's: it is said until it is heard
            while not told or told[-1].code is None:
                other.stdin.write(full_frame(far, Rate.EUROPE).hex(" ").encode() + b"\n")
                came.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.2):
                        await came.wait()
            assert (told[-1].code, told[-1].movement) == (far, Movement.STANDING)
            for pair in range(5):
                for message in quarter_frames(Timecode(1, 0, 0, 2 * pair), Rate.EUROPE):
                    other.stdin.write(message.hex(" ").encode() + b"\n")
            await until(Timecode(1, 0, 0, 9))
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    ran = [one.code for one in told if one.movement is Movement.RUNNING and one.code]
    assert [frames_between(first, code, Rate.EUROPE) for code in ran] == list(range(2, 10))
