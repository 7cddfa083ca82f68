"""Timecode by MIDI (MTC), out of its messages.

    F1 0n F1 1n ... F1 7n                 quarter frames: a piece of the code each, four a frame
    F0 7F 7F 01 01 hh mm ss ff F7         full frame: where a tape stands that was wound

Eight quarter frames say one code, that of the frame in which the first of them was sent; when the eighth has
come, almost two frames have gone by. So what is told at the first of the next eight is the frame two later,
which begins just then, and at its fifth the one behind that. A tape that runs back sends the eight in the
other order, and the last of them falls on the beginning of their frame. The rate comes with the hours.
From the MIDI Timecode specification of the MIDI Manufacturers Association.
"""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import Rate, Timecode, is_named, moved
from runofshow.core.timecode_now import Movement
from runofshow.core.value import replace

QUARTER_FRAME = 0xF1
_FULL_FRAME = (0xF0, 0x7F, None, 0x01, 0x01)
_PIECES = 8
_RATES = (Rate.FILM, Rate.EUROPE, Rate.DROPPED, Rate.THIRTY)


class MtcReader:
    """Reads the timecode of one port, message by message."""

    def __init__(self) -> None:
        self._pieces: list[int] = []
        """The digits that came in one row, oldest first."""
        self._last = -1
        """Which piece came last."""
        self._backward = False
        self._sure: Passing | None = None
        """The frame in which the pieces that come now began."""

    def read(self, message: Sequence[int]) -> Passing | None:
        """What a message tells, of any kind; most tell nothing."""
        if len(message) == 2 and message[0] == QUARTER_FRAME:
            return self._quarter(message[1] >> 4 & 7, message[1] & 0xF)
        if len(message) == 10 and all(
            want is None or want == is_ for want, is_ in zip(_FULL_FRAME, message[:5], strict=True)
        ):
            self._lose()
            found = _named(*message[5:9])
            return None if found is None else replace(found, movement=Movement.STANDING)
        return None

    def _lose(self) -> None:
        self._pieces.clear()
        self._sure = None
        self._last = -1

    def _quarter(self, piece: int, digit: int) -> Passing | None:
        forward, backward = (self._last + 1) % _PIECES, (self._last - 1) % _PIECES
        is_back = piece == backward
        if (
            self._last < 0
            or piece not in (forward, backward)
            or (self._pieces[1:] and is_back is not self._backward)
        ):
            # the first of all, one that was lost before it, or a tape that turned round
            self._lose()
        elif not self._pieces[1:]:
            self._backward = is_back
        self._last = piece
        self._pieces = [*self._pieces, digit][-_PIECES:]
        is_last = piece == (0 if self._backward else _PIECES - 1)
        if is_last and len(self._pieces) == _PIECES:
            return self._whole()
        return self._within(piece)

    def _whole(self) -> Passing | None:
        digits = self._pieces[::-1] if self._backward else self._pieces
        low_high = [digits[at] | digits[at + 1] << 4 for at in range(0, _PIECES, 2)]
        found = _named(low_high[3], low_high[2], low_high[1], low_high[0])
        if found is None:
            self._lose()
            return None
        if self._backward:
            self._sure = replace(found, movement=Movement.BACKWARD)
            return self._sure
        self._sure = replace(found, code=moved(found.code, 2, found.rate))
        return None

    def _within(self, piece: int) -> Passing | None:
        """The frame that begins with a piece, by the whole code before it."""
        sure = self._sure
        if sure is None or piece not in (0, 4):
            return None
        if self._backward:
            return replace(sure, code=moved(sure.code, -1, sure.rate)) if piece else None
        return replace(sure, code=moved(sure.code, 1, sure.rate)) if piece else sure


def _named(hours: int, minute: int, second: int, frame: int) -> Passing | None:
    """The code of the four numbers, with the rate among the hours; None where they name none."""
    rate = _RATES[hours >> 5 & 3]
    code = Timecode(hours & 0x1F, minute & 0x3F, second & 0x3F, frame & 0x1F)
    is_of_day = code.hour < 24 and code.minute < 60 and code.second < 60
    return Passing(code, rate) if is_of_day and is_named(code, rate) else None
