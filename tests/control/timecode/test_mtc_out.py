"""Timecode by MIDI as it goes out: what a reader makes of it, how it is paced, and where it jumps."""

from __future__ import annotations

from itertools import pairwise
from threading import Event

import pytest

from runofshow.control.timecode.mtc import MtcReader
from runofshow.control.timecode.mtc_out import MtcTape, full_frame, quarter_frames
from runofshow.core.timecode import Rate, Timecode, moved
from runofshow.core.timecode_now import Movement
from tests.control.timecode import mtc_messages

FIRST = Timecode(0, 0, 59, 22)
"""Two seconds of it pass a minute, where drop-frame leaves names out."""


class Machine:
    """A clock that moves as far as it is waited for, a little late each time, and what left when."""

    def __init__(self, over: Event, most: int, stall_at: int = -1) -> None:
        self.now = 500.0
        self.over = over
        self.most = most
        self.stall_at = stall_at
        self.sent: list[tuple[float, bytes]] = []

    def wait(self, seconds: float) -> None:
        self.now += seconds + 0.0004
        if len(self.sent) == self.stall_at:
            self.now += 1.5

    def send(self, message: bytes) -> None:
        self.sent.append((self.now - 500, message))
        if len(self.sent) == self.most:
            self.over.set()


def played(rate: Rate, most: int, stall_at: int = -1) -> list[tuple[float, bytes]]:
    machine = Machine(Event(), most, stall_at)
    tape = MtcTape(machine.send, lambda: machine.now, machine.wait)
    tape.play(FIRST, rate, machine.over)
    return machine.sent


@pytest.mark.parametrize("rate", mtc_messages.RATES)
def test_the_messages_are_those_of_the_specification(rate: Rate) -> None:
    assert quarter_frames(FIRST, rate) == mtc_messages.quarter_frames(FIRST, rate)
    assert full_frame(FIRST, rate) == mtc_messages.full_frame(FIRST, rate)


@pytest.mark.parametrize("rate", Rate)
def test_every_frame_leaves_when_it_begins_and_no_lateness_adds_up(rate: Rate) -> None:
    reader = MtcReader()
    found = [(at, one) for at, message in played(rate, 480) if (one := reader.read(message))]
    assert [one.code for _, one in found] == [moved(FIRST, number, rate) for number in range(2, 120)]
    by_name = Rate.THIRTY if rate is Rate.SLOWED else rate
    assert {one.rate for _, one in found} == {by_name}
    for number, (at, _) in enumerate(found, 2):
        assert 0 <= at - number * float(rate.frame) < 0.001


def test_a_machine_that_stalls_jumps_with_a_full_frame_and_sends_no_burst() -> None:
    sent = played(Rate.EUROPE, 200, stall_at=80)
    jumps = [(at, message) for at, message in sent if message[0] == 0xF0]
    ((at, message),) = jumps
    code = MtcReader().read(message)
    assert code is not None
    assert code.movement is Movement.STANDING
    told = 0.04 * sum(code.code == moved(FIRST, number, Rate.EUROPE) and number for number in range(200))
    assert 0 <= told - at <= 0.08
    behind = [later for later, _ in sent if later >= at]
    # the one that was waited for is said, and then nothing until the frame that was jumped to
    assert all(later - one > 0.009 for one, later in pairwise(behind[1:]))


def test_it_stops_at_once_and_begins_anew_with_a_full_frame() -> None:
    sent: list[bytes] = []
    came = Event()
    steady = Machine(Event(), 0)

    def send(message: bytes) -> None:
        sent.append(message)
        came.set()

    tape = MtcTape(send, lambda: steady.now, lambda seconds: came.wait(0.001))
    tape.stop()
    tape.run(FIRST, Rate.EUROPE)
    assert came.wait(10)
    far = Timecode(2, 0, 0, 0)
    tape.run(far, Rate.THIRTY)
    tape.stop()
    left = len(sent)
    assert sent[0] == full_frame(FIRST, Rate.EUROPE)
    assert full_frame(far, Rate.THIRTY) in sent
    tape.stop()
    assert len(sent) == left
