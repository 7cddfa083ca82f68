"""The timecode as it moves, out of the frames that are told: what the show senses of it.

It runs while frames come and stands when none has come for half a second. What comes on after a gap at the
place to which the gap had led is the same run: a drop-out hides no cue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import TimecodeIn, lasting, nearest_step
from runofshow.core.timecode_now import Movement, TimecodeHeard
from runofshow.core.value import replace

QUIET = 0.5
"""Seconds without a frame after which it stands: no rate has so few, and no drop-out of a cable lasts so."""
SAME_RUN = 0.5
"""Seconds by which a code may be off where a gap should have led it."""


class Follower:
    """Tells `sense` of every frame, in the loop of the show; `now` is the show's clock."""

    def __init__(
        self,
        source: TimecodeIn,
        sense: Callable[[TimecodeHeard], object],
        now: Callable[[], datetime],
    ) -> None:
        self._sense = sense
        self._now = now
        self._heard = TimecodeHeard(source.by, Movement.STANDING, now(), rate=source.rate)
        self._came = 0.0
        """When the last frame came, by the loop's clock."""
        self._run_from = self._heard.run_from
        """Where the last run began, also while it stands."""
        self._quiet: asyncio.TimerHandle | None = None
        sense(self._heard)

    def opened(self) -> None:
        """Its source is there."""
        if self._heard.movement is Movement.LOST:
            self._moves(Movement.STANDING)

    def lost(self, why: str) -> None:
        """Its source is not."""
        self._moves(Movement.LOST, why)

    def passed(self, passing: Passing) -> None:
        """A frame begins now."""
        loop = asyncio.get_running_loop()
        moves_on = passing.movement is Movement.RUNNING
        if not moves_on:
            self._run_from = None
        elif not self._is_same_run(passing, loop.time()):
            self._run_from = passing.code
        self._came = loop.time()
        self._heard = replace(
            self._heard, code=passing.code, rate=passing.rate, run_from=self._run_from if moves_on else None
        )
        self._moves(passing.movement)
        if self._quiet is not None:
            self._quiet.cancel()
        if passing.movement is not Movement.STANDING:
            self._quiet = loop.call_later(QUIET, self._moves, Movement.STANDING)

    def close(self) -> None:
        """Nothing more is told."""
        if self._quiet is not None:
            self._quiet.cancel()

    def _is_same_run(self, passing: Passing, at: float) -> bool:
        last = self._heard
        if self._run_from is None or last.code is None or last.rate is not passing.rate:
            return False
        step = nearest_step(last.code, passing.code, passing.rate)
        if last.movement is Movement.RUNNING:
            # on while it runs, however far: what it jumped over was passed
            return step >= 0
        gone = at - self._came
        return abs(lasting(step, passing.rate).total_seconds() - gone) < SAME_RUN

    def _moves(self, movement: Movement, detail: str = "") -> None:
        heard = self._heard
        if movement is not heard.movement or detail != heard.detail:
            heard = replace(heard, movement=movement, since=self._now(), detail=detail)
        if movement is not Movement.RUNNING:
            heard = replace(heard, run_from=None)
        self._heard = heard
        self._sense(heard)
