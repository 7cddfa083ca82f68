"""The program that holds a MIDI port, in a process of its own: the library can take its process down.

    python -m runofshow.control.gear.midi_port "USB MIDI"
    python -m runofshow.control.gear.midi_port "USB MIDI" timecode
    python -m runofshow.control.gear.midi_port "USB MIDI" orders

Its argument is a part of the port's name. What comes on standard input goes out (see midi_lines.py). With
`timecode` it listens instead, and tells each frame as the program for sound does (control/timecode/told.py);
with `orders` it tells each message.
A port that is not there, or goes, ends it with the names of those that are. It needs the extra `midi`.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from runofshow.clock import system_sources
from runofshow.control.gear.midi_lines import Came, NotSent, Opened, Sent, read_say, write
from runofshow.control.timecode import told
from runofshow.control.timecode.mtc import QUARTER_FRAME, MtcReader
from runofshow.control.timecode.mtc_out import MtcTape

LOOKED_FOR = 1.0
"""Seconds after which the port is looked for again: no system tells that a cable was pulled."""
LONGEST = 200
"""Bytes of a message that can be an order; show control has no more than 128."""
_TIME = 0xF8
"""From here on the first byte of a message says no more than that time passes."""
_LOCK = Lock()


class NoPort(Exception):
    """None is named so; the text names those that are there."""


def main(arguments: Sequence[str]) -> int:
    """Hold the port until standard input ends, or the port goes."""
    wanted = arguments[0] if arguments else ""
    with suppress(OSError):
        # the wheel's own libjack is turned away by servers of another version: the system's goes first
        ctypes.CDLL("libjack.so.0", mode=ctypes.RTLD_GLOBAL)
    try:
        import rtmidi2
    except ImportError as error:
        print(f"rtmidi2: {error}", file=sys.stderr)
        return 1
    over = Event()
    try:
        if arguments[1:] == ["timecode"]:
            port = _opened(rtmidi2, rtmidi2.MidiIn, wanted)
            _listen(port, told.line_of(told.Opened(port.found)))
        elif arguments[1:] == ["orders"]:
            port = _opened(rtmidi2, rtmidi2.MidiIn, wanted)
            port.midi.callback = _came
            say(write(Opened(port.found)))
        else:
            port = _opened(rtmidi2, rtmidi2.MidiOut, wanted)
            say(write(Opened(port.found)))
            Thread(target=_send, args=(port.midi, over), daemon=True).start()
    except NoPort as error:
        print(error, file=sys.stderr)
        return 1
    if arguments[1:]:
        Thread(target=_wait_for_end, args=(over,), daemon=True).start()
    while not over.wait(LOOKED_FOR):
        if port.found not in port.midi.ports:
            print(f"{port.found}: gone", file=sys.stderr)
            return 1
    return 0


class _Port:
    """An open port and the name under which it was found."""

    def __init__(self, midi: Any, found: str) -> None:
        self.midi = midi
        self.found = found


def _opened(library: Any, kind: Any, wanted: str) -> _Port:
    seen: list[str] = []
    for api in _apis(library):
        midi = kind("runofshow", api=api)
        names: list[str] = midi.ports
        found = next((at for at, name in enumerate(names) if wanted.casefold() in name.casefold()), None)
        if found is not None:
            if kind is library.MidiIn:
                midi.ignore_types(midi_sysex=False, midi_time=False, midi_sense=True)
            midi.open_port(found)
            return _Port(midi, names[found])
        seen += names
    raise NoPort(f"{wanted}: {', '.join(seen) or '∅'}")


def _apis(library: Any) -> Iterator[int]:
    """Where ports are looked for: of two systems on one Linux machine both."""
    if sys.platform != "linux":
        yield library.API_UNSPECIFIED
        return
    if Path("/dev/snd/seq").exists():
        yield library.API_LINUX_ALSA
    yield library.API_UNIX_JACK


def _send(midi: Any, over: Event) -> None:
    tape = MtcTape(lambda message: midi.send_raw(*message), system_sources().steady)
    for line in sys.stdin.buffer:
        message = read_say(line)
        try:
            if message.timecode is None:
                midi.send_raw(*message.bytes)
            elif message.timecode.code is None:
                tape.stop()
            else:
                tape.run(message.timecode.code, message.timecode.rate)
        except Exception as error:  # noqa: BLE001 - whatever the library raises: it is told
            say(write(NotSent(message.number, f"{type(error).__name__}: {error}")))
        else:
            say(write(Sent(message.number)))
    tape.stop()
    over.set()


def _came(message: Sequence[int], stamp: float) -> None:
    """All but what beats time: a clock would be a line each twenty thousandths of a second."""
    if len(message) <= LONGEST and message[0] < _TIME and message[0] != QUARTER_FRAME:
        say(write(Came(tuple(message))))


def _listen(port: _Port, opened: bytes) -> None:
    reader = MtcReader()

    def came(message: Sequence[int], stamp: float) -> None:
        passing = reader.read(message)
        if passing is not None:
            say(told.line_of(passing))

    port.midi.callback = came
    say(opened)


def _wait_for_end(over: Event) -> None:
    while sys.stdin.buffer.readline():
        pass
    over.set()


def say(line: bytes) -> None:
    """At once, as a line."""
    with _LOCK:
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


def _silence() -> None:
    """Leave standard error to this program: its last line is what is told, and libraries write there too."""
    ours = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    sys.stderr = os.fdopen(ours, "w", encoding="utf-8", errors="replace", buffering=1)


if __name__ == "__main__":
    _silence()
    sys.exit(main(sys.argv[1:]))
