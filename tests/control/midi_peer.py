"""A piece of MIDI gear, as `python -m` begins it: it says what comes in and sends what it is told.

python -m tests.control.midi_peer NAME        in: 90 3C 64  ->  out: 90 3C 64
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence

ctypes.CDLL("libjack.so.0", mode=ctypes.RTLD_GLOBAL)

import rtmidi2  # noqa: E402 - behind the system's library


def came(message: Sequence[int], stamp: float) -> None:
    print(bytes(message).hex(" ").upper(), flush=True)


name = sys.argv[1]
ear = rtmidi2.MidiIn(name, api=rtmidi2.API_UNIX_JACK)
mouth = rtmidi2.MidiOut(name, api=rtmidi2.API_UNIX_JACK)
ear.ignore_types(midi_sysex=False, midi_time=False, midi_sense=False)
ear.open_virtual_port("ear")
mouth.open_virtual_port("mouth")
ear.callback = came
print("here", flush=True)
for line in sys.stdin:
    mouth.send_raw(*bytes.fromhex(line))
