"""Timecode out of sound: linear timecode (LTC, SMPTE ST 12-1), forward and backward, at any level.

The theory. Each bit is as long as the next, and the sound changes its side at its end; a 1 changes it in its
middle too. 80 bits are a frame: digits and flags, lowest bit first, and at the end the sync word, which reads
otherwise backward, so that a tape that runs back is known. The length of a bit is followed as it drifts.

What was read is the frame that has just gone by, so what is told is the next one, which begins now. A frame
is told when it stands where the time gone since the last one puts it; what jumps must be borne out by the
frame behind it, since noise makes numbers too.
"""

from __future__ import annotations

import operator
from array import array
from collections.abc import Iterator
from itertools import accumulate

from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import Rate, Timecode, is_named, moved, nearest_step
from runofshow.core.timecode_now import Movement

BITS = 80
SYNC = 0b0011_1111_1111_1101
SYNC_BACKWARD = 0b1011_1111_1111_1100
_FRAME = (1 << BITS) - 1

SILENCE = 200
"""Of 32,768: quieter than that is no signal but hiss."""
_SIDE = 0.25
"""How far from the middle, of the peak, the sound has changed its side."""
_LONG = 0.75
"""Of a bit: what lasts longer is a 0, and what is shorter half a 1."""
_FOLLOWED = 1 / 16
"""How much of a change of speed is believed at each bit."""
_SPEEDS = 0.4, 2.5
"""Slower and faster than its rate that a tape may run, as lengths of a bit."""


class LtcReader:
    """Reads one channel of sound as it comes, piece by piece of any length."""

    def __init__(self, rate: Rate, sample_rate: int) -> None:
        self._rate = rate
        self._usual = sample_rate * float(rate.frame) / BITS
        self._bit = self._usual
        # an average over a sixth of a bit leaves its halves apart and takes the edge off noise
        self._width = max(int(self._usual / 6), 1)
        # of less nobody could say how loud it is
        self._piece = sample_rate // 200
        self._kept = array("h")
        self._peak = 0.0
        self._above = False
        self._since = 0
        """Samples since the sound last changed its side."""
        self._half = False
        self._word = 0
        self._read = 0
        """Samples that were gone through."""
        self._sure: tuple[Passing, int] | None = None
        self._guess: tuple[Passing, int] | None = None

    def read(self, sound: bytes) -> Iterator[Passing]:
        """The frames that end in `sound`: signed 16-bit samples in the machine's order of bytes."""
        samples = self._kept + array("h", sound)
        width = self._width
        if len(samples) < width + self._piece:
            self._kept = samples
            return
        self._kept = samples[-width:]
        sums = [0, *accumulate(samples)]
        smooth = list(map(operator.sub, sums[width:-1], sums))
        high, low = max(smooth), min(smooth)
        middle, peak = (high + low) / 2, (high - low) / 2
        # a piece may hold no more than half a swing, and one loud click must not deafen for long
        self._peak = max(peak, self._peak * 0.8)
        if peak < SILENCE * width:
            self._since += len(smooth)
            self._read += len(smooth)
            self._half = False
            return
        over, under = middle + _SIDE * self._peak, middle - _SIDE * self._peak
        sides = bytes([2 if one > over else 1 if one < under else 0 for one in smooth])
        yield from self._edges(sides)

    def _edges(self, sides: bytes) -> Iterator[Passing]:
        at, last = 0, -self._since
        while (edge := sides.find(1 if self._above else 2, at)) >= 0:
            self._above = not self._above
            found = self._lasted(edge - last, self._read + edge)
            if found is not None:
                yield found
            at = last = edge
        self._since = len(sides) - last
        self._read += len(sides)

    def _lasted(self, length: int, now: int) -> Passing | None:
        """The sound stood on one side for `length` samples, until `now`."""
        is_long = length > _LONG * self._bit
        if not is_long and not self._half:
            self._half = True
            return None
        if is_long and self._half:
            # the half before it was none: what stood before is not to be joined with what comes
            self._word = 0
        self._half = False
        self._follow(length if is_long else 2 * length)
        self._word = (self._word << 1 | (not is_long)) & _FRAME
        if self._word & 0xFFFF == SYNC:
            return self._told(int(f"{self._word:080b}"[::-1], 2), now, backward=False)
        if self._word >> 64 == SYNC_BACKWARD:
            return self._told(self._word, now, backward=True)
        return None

    def _follow(self, length: int) -> None:
        if 0.6 * self._bit < length < 1.6 * self._bit:
            slow, fast = _SPEEDS
            bit = self._bit + (length - self._bit) * _FOLLOWED
            self._bit = min(max(bit, self._usual * slow), self._usual * fast)

    def _told(self, bits: int, now: int, *, backward: bool) -> Passing | None:
        """The next frame, when what was read is borne out."""
        passed = passed_by(bits, self._rate)
        if passed is None:
            return None
        code = passed.code if backward else moved(passed.code, 1, passed.rate)
        found = Passing(code, passed.rate, Movement.BACKWARD if backward else Movement.RUNNING)
        is_sure = self._is_borne_out(self._sure, found, now) or self._is_borne_out(self._guess, found, now)
        self._guess = found, now
        if not is_sure:
            return None
        self._sure = found, now
        return found

    def _is_borne_out(self, last: tuple[Passing, int] | None, found: Passing, now: int) -> bool:
        if last is None or last[0].rate is not found.rate or last[0].movement is not found.movement:
            return False
        gone = (now - last[1]) / (BITS * self._bit)
        step = nearest_step(last[0].code, found.code, found.rate)
        step = step if found.movement is Movement.RUNNING else -step
        # a gap of a minute may be off by a frame
        return abs(step - gone) < 0.5 + gone / 1500 and gone > 0.5


def passed_by(bits: int, rate: Rate) -> Passing | None:
    """The frame of 80 bits, the first as the lowest; None where they name none. Only a rate of 30 is told
    whether it drops."""
    if rate in (Rate.SLOWED, Rate.DROPPED):
        rate = Rate.DROPPED if bits >> 10 & 1 else Rate.SLOWED

    def digits(units: int, tens: int, width: int) -> int:
        low, high = bits >> units & 0xF, bits >> tens & ((1 << width) - 1)
        return high * 10 + low if low < 10 else 99

    code = Timecode(digits(48, 56, 2), digits(32, 40, 3), digits(16, 24, 3), digits(0, 8, 2))
    is_of_day = code.hour < 24 and code.minute < 60 and code.second < 60
    return Passing(code, rate) if is_of_day and is_named(code, rate) else None
