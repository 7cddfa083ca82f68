"""A timecode as the show senses it: it runs, stands, is lost, and a gap is no new run."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from runofshow.control.timecode.following import Follower
from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import Rate, Timecode, TimecodeBy, TimecodeIn, moved
from runofshow.core.timecode_now import Movement, TimecodeHeard

FIRST = Timecode(1, 0, 0, 0)


class Sensed:
    """All that was told of one code."""

    def __init__(self) -> None:
        self.told: list[TimecodeHeard] = []
        self._came = asyncio.Event()
        self.follower = Follower(
            TimecodeIn(TimecodeBy.LTC), self._take, lambda: datetime(2026, 3, 27, tzinfo=UTC)
        )

    def _take(self, heard: TimecodeHeard) -> None:
        self.told.append(heard)
        self._came.set()

    def frame(self, number: int, movement: Movement = Movement.RUNNING) -> TimecodeHeard:
        self.follower.passed(Passing(moved(FIRST, number, Rate.EUROPE), Rate.EUROPE, movement))
        return self.told[-1]

    async def until(self, movement: Movement) -> TimecodeHeard:
        async with asyncio.timeout(10):
            while self.told[-1].movement is not movement:
                self._came.clear()
                await self._came.wait()
        return self.told[-1]


async def test_before_the_first_frame_it_stands_nowhere() -> None:
    (heard,) = Sensed().told
    assert (heard.movement, heard.code, heard.run_from) == (Movement.STANDING, None, None)


async def test_it_runs_with_its_frames_from_the_first_of_them_and_stands_when_none_comes() -> None:
    sensed = Sensed()
    assert sensed.frame(0).run_from == FIRST
    heard = sensed.frame(1)
    assert (heard.movement, heard.code, heard.run_from) == (
        Movement.RUNNING,
        moved(FIRST, 1, Rate.EUROPE),
        FIRST,
    )
    heard = await sensed.until(Movement.STANDING)
    assert (heard.code, heard.run_from) == (moved(FIRST, 1, Rate.EUROPE), None)


async def test_a_jump_on_while_it_runs_is_the_same_run_and_one_back_is_another() -> None:
    sensed = Sensed()
    sensed.frame(0)
    assert sensed.frame(5000).run_from == FIRST
    assert sensed.frame(100).run_from == moved(FIRST, 100, Rate.EUROPE)
    sensed.follower.close()


async def test_a_drop_out_is_counted_through_and_a_tape_begun_elsewhere_is_another_run() -> None:
    sensed = Sensed()
    sensed.frame(0)
    await sensed.until(Movement.STANDING)
    # half a second and a little has gone by
    assert sensed.frame(14).run_from == FIRST
    await sensed.until(Movement.STANDING)
    assert sensed.frame(1400).run_from == moved(FIRST, 1400, Rate.EUROPE)
    sensed.follower.close()


async def test_a_tape_that_runs_back_or_is_wound_has_no_run() -> None:
    sensed = Sensed()
    sensed.frame(10)
    assert sensed.frame(9, Movement.BACKWARD).run_from is None
    assert sensed.frame(500, Movement.STANDING).run_from is None
    assert sensed.frame(501).run_from == moved(FIRST, 501, Rate.EUROPE)
    sensed.follower.close()


async def test_a_source_that_goes_is_lost_with_its_reason_and_stands_when_it_is_back() -> None:
    sensed = Sensed()
    sensed.frame(0)
    sensed.follower.lost("no device")
    heard = sensed.told[-1]
    assert (heard.movement, heard.detail, heard.run_from) == (Movement.LOST, "no device", None)
    sensed.follower.opened()
    assert (sensed.told[-1].movement, sensed.told[-1].detail) == (Movement.STANDING, "")
    sensed.follower.close()
