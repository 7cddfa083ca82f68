"""Linear timecode as sound: what a recorder or another desk follows (see ltc.py for how it is read)."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

from runofshow.control.timecode.ltc import BITS, SYNC
from runofshow.core.timecode import Rate, Timecode, code_of, number_of

SAMPLE_RATE = 48_000
VOLUME = 0.35
"""Of full scale, about -9 dB: what gear is used to."""
_EVEN = {Rate.EUROPE: 59}
"""The bit that makes the number of 0s even, so that each frame begins on the same side; 27 at other rates."""


def frame_bits(code: Timecode, rate: Rate) -> int:
    """The 80 bits of a frame, the first as the lowest."""
    bits = int(f"{SYNC:016b}"[::-1], 2) << 64
    for number, units, tens in (
        (code.frame, 0, 8),
        (code.second, 16, 24),
        (code.minute, 32, 40),
        (code.hour, 48, 56),
    ):
        bits |= number % 10 << units | number // 10 << tens
    bits |= rate.is_dropped << 10
    return bits | (bits.bit_count() % 2) << _EVEN.get(rate, 27)


def ltc_sound(
    first: Timecode, frames: int, rate: Rate, sample_rate: int = SAMPLE_RATE, volume: float = VOLUME
) -> Iterator[bytes]:
    """The sound of so many frames from `first`, each a piece of signed 16-bit samples, one channel."""
    level = round(32767 * volume)
    begins = number_of(first, rate)
    half = sample_rate * rate.frame / (2 * BITS)
    at = halves = 0
    for number in range(begins, begins + frames):
        bits = frame_bits(code_of(number, rate), rate)
        sound = array("h")
        for place in range(BITS):
            is_one = bits >> place & 1
            for is_change in (True, is_one):
                level = -level if is_change else level
                # from the beginning of all, so that no rounding adds up
                halves += 1
                until = round(halves * half)
                sound.extend([level] * (until - at))
                at = until
        yield sound.tobytes()


def write_ltc(path: Path, first: Timecode, frames: int, rate: Rate) -> None:
    """The same as a WAV file of 48,000 samples a second. Raises OSError."""
    with path.open("wb") as file, wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        for piece in ltc_sound(first, frames, rate):
            out.writeframesraw(piece)
