"""The program that listens to timecode at a sound input, in a process of its own: `python -m` this.

    python -m runofshow.control.timecode.ltc_listening 25 "USB Audio"

Each frame is a line on standard output (see told.py). Its first argument is the rate, its second a part of
the input's name, empty for the machine's first. It ends when its standard input does, and says on standard
error what it could not do. What it needs is the extra `ltc`: sounddevice, with PortAudio in it.
"""

from __future__ import annotations

import sys
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from runofshow.control.timecode.ltc import LtcReader
from runofshow.control.timecode.told import Opened, line_of
from runofshow.core.timecode import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE_RATE = 48_000
BLOCK = 480
"""Samples that come at once: ten thousandths of a second."""


def main(arguments: Sequence[str]) -> int:
    """Listen until standard input ends."""
    rate, device = Rate(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        # without PortAudio beside it the library raises OSError
        print(f"sounddevice: {error}", file=sys.stderr)
        return 1
    sound: SimpleQueue[bytes | None] = SimpleQueue()
    reader = LtcReader(rate, SAMPLE_RATE)
    try:
        stream = sounddevice.RawInputStream(
            samplerate=SAMPLE_RATE,
            blocksize=BLOCK,
            device=device or None,
            channels=1,
            dtype="int16",
            latency="low",
            callback=lambda data, frames, time, status: sound.put(bytes(data)),
        )
    except (sounddevice.PortAudioError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    Thread(target=_end_with_input, args=(sound,), daemon=True).start()
    with stream:
        say(line_of(Opened(device)))
        while (piece := sound.get()) is not None:
            for passing in reader.read(piece):
                say(line_of(passing))
    return 0


def say(line: bytes) -> None:
    """At once, as a line."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _end_with_input(sound: SimpleQueue[bytes | None]) -> None:
    while sys.stdin.buffer.readline():
        pass
    sound.put(None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
