"""The messages of timecode by MIDI, as a tape machine sends them."""

from __future__ import annotations

from runofshow.core.timecode import Rate, Timecode

RATES = (Rate.FILM, Rate.EUROPE, Rate.DROPPED, Rate.THIRTY)


def _hours(code: Timecode, rate: Rate) -> int:
    return RATES.index(rate) << 5 | code.hour


def quarter_frames(code: Timecode, rate: Rate) -> tuple[bytes, ...]:
    """The eight messages of a code, in their order forward; each lasts a quarter of a frame."""
    numbers = (code.frame, code.second, code.minute, _hours(code, rate))
    digits = [part for number in numbers for part in (number & 0xF, number >> 4)]
    return tuple(bytes((0xF1, piece << 4 | digit)) for piece, digit in enumerate(digits))


def full_frame(code: Timecode, rate: Rate) -> bytes:
    """Where a tape stands, to every machine on the line."""
    return bytes((0xF0, 0x7F, 0x7F, 1, 1, _hours(code, rate), code.minute, code.second, code.frame, 0xF7))
