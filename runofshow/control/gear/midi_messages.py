"""What is said by MIDI, as the bytes that go down the cable.

    90 3C 64                                        note 60 on, channel 1
    F0 7F 7F 02 7F 01 35 2E 31 00 31 F7             show control: every device, GO, cue 5.1 of list 1

Show control goes to all kinds of devices (format 7F); its numbers are the digits and points of the cue,
parted by a zero. From the specifications of the MIDI Manufacturers Association (MIDI 1.0, MIDI Show Control).
"""

from __future__ import annotations

from typing import Final, assert_never

from runofshow.core.gear_orders import Control, MidiMessage, MscCommand, Note, Program, ShowControl

_MSC: Final = {MscCommand.GO: 0x01, MscCommand.STOP: 0x02, MscCommand.RESUME: 0x03, MscCommand.ALL_OFF: 0x08}
_ALL_TYPES: Final = 0x7F


def message_of(say: MidiMessage) -> bytes:
    """One MIDI message."""
    match say:
        case Note(note, velocity, channel):
            return bytes((0x90 | channel - 1, note, velocity))
        case Program(program, channel):
            return bytes((0xC0 | channel - 1, program))
        case Control(control, value, channel):
            return bytes((0xB0 | channel - 1, control, value))
        case ShowControl(command, cue, cue_list, device):
            said = cue.encode("ascii") + (b"\0" + cue_list.encode("ascii") if cue_list else b"")
            return bytes((0xF0, 0x7F, device, 0x02, _ALL_TYPES, _MSC[command])) + said + b"\xf7"
    assert_never(say)


def in_hex(message: bytes) -> str:
    """As a monitor of MIDI shows it: `90 3C 64`."""
    return message.hex(" ").upper()
