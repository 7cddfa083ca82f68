"""Timecode by MIDI (MTC) as it goes out: a full frame where it begins, then four quarter frames a frame.

It paces itself, in a thread of whatever program sends it, by a steady clock and from its beginning, so that
no error adds up. A machine that stalls for long is a jump: a full frame says where the code is by then, and
the quarter frames go on from there; what was missed is not sent in a burst.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Final

from runofshow.control.timecode.mtc import QUARTER_FRAME
from runofshow.core.timecode import Rate, Timecode, moved

STALLED: Final = 0.1
"""Seconds late from which on it jumps: ten quarter frames of the fastest code."""
_RATES: Final = {Rate.FILM: 0, Rate.EUROPE: 1, Rate.DROPPED: 2, Rate.SLOWED: 3, Rate.THIRTY: 3}
"""As the hours carry it; 29.97 without drop is told as 30, which it is by name."""
_EVERYBODY: Final = 0x7F


def full_frame(code: Timecode, rate: Rate) -> bytes:
    """Where the code stands or jumps to, to every machine on the line."""
    head = (0xF0, 0x7F, _EVERYBODY, 0x01, 0x01)
    return bytes((*head, _RATES[rate] << 5 | code.hour, code.minute, code.second, code.frame, 0xF7))


def quarter_frames(code: Timecode, rate: Rate) -> tuple[bytes, ...]:
    """The eight messages that say a code, which take two frames."""
    numbers = (code.frame, code.second, code.minute, _RATES[rate] << 5 | code.hour)
    digits = [digit for number in numbers for digit in (number & 0xF, number >> 4)]
    return tuple(bytes((QUARTER_FRAME, piece << 4 | digit)) for piece, digit in enumerate(digits))


class MtcTape:
    """Runs a code, one at a time. `send` is called in a thread of its own, and by whoever runs it."""

    def __init__(
        self,
        send: Callable[[bytes], object],
        steady: Callable[[], float],
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        """`steady` is in seconds; `wait` waits for so many."""
        self._send = send
        self._steady = steady
        self._wait = wait
        self._over = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def run(self, first: Timecode, rate: Rate) -> None:
        """From this frame on, from now on; what ran before is stopped."""
        self.stop()
        self._over = Event()
        self._send(full_frame(first, rate))
        arguments = (first, rate, self._over)
        self._thread = Thread(target=self.play, args=arguments, name="MTC", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """No message leaves once this has returned."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._over.set()
            thread.join()

    def play(self, first: Timecode, rate: Rate, over: Event) -> None:
        """Send until it is over, in the thread that calls this."""
        frame = float(rate.frame)
        began, gone = self._steady(), 0
        while True:
            late = self._steady() - began - gone * frame
            if late > STALLED:
                # by pairs of frames, as the quarter frames say them
                gone += 2 * (1 + int(late / frame / 2))
                self._send(full_frame(moved(first, gone, rate), rate))
            for piece, message in enumerate(quarter_frames(moved(first, gone, rate), rate)):
                ahead = began + (gone + piece / 4) * frame - self._steady()
                if ahead < -STALLED:
                    break
                if ahead > 0:
                    self._wait(ahead)
                if over.is_set():
                    return
                self._send(message)
            else:
                gone += 2
