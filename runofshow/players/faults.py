"""What can be wrong with a track, and what its first bytes tell before a player has it."""

from __future__ import annotations

import stat
from pathlib import Path

from msgspec import Struct

from runofshow.core.sound import Fault


class Faulty(Struct, frozen=True):
    """A track that cannot be played."""

    fault: Fault
    detail: str = ""
    """In the player's or the system's words, for the log; may be empty."""


WITHDRAWN = Faulty(Fault.PLAYER, "stopped before it was armed")
"""Nothing is wrong with the track."""


HEAD = 16
"""Bytes that tell a sound file from anything else."""


def look_at(file: Path) -> Faulty | None:
    """What is wrong with `file` as far as its first bytes tell; None when nothing is. Reads the disk.

    Only a plain file is ever given to a player: one that opens a pipe or a device may wait for ever.
    """
    try:
        facts = file.stat()
        if not stat.S_ISREG(facts.st_mode):
            return Faulty(Fault.FOREIGN, "not a plain file")
        if facts.st_size == 0:
            return Faulty(Fault.EMPTY)
        head = _head(file)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a name with a NUL
        return Faulty(Fault.MISSING, file.name)
    except OSError as error:
        return Faulty(Fault.UNREADABLE, error.strerror or str(error))
    if _promised_size(head) > facts.st_size:
        return Faulty(Fault.CORRUPT, f"{facts.st_size} of {_promised_size(head)} bytes")
    return None


def stranger(file: Path, detail: str) -> Faulty:
    """The fault of a file that no player knows: broken when it begins as sound does, else foreign."""
    try:
        head = _head(file)
    except OSError as error:
        return Faulty(Fault.UNREADABLE, error.strerror or str(error))
    return Faulty(Fault.CORRUPT if _begins_as_sound(head) else Fault.FOREIGN, detail)


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(HEAD)


def _begins_as_sound(head: bytes) -> bool:
    first_words = (b"ID3", b"fLaC", b"OggS", b"FORM", b"\x1aE\xdf\xa3", b"\x30\x26\xb2\x75", b"MAC ", b"wvpk")
    return (
        head.startswith(first_words)
        or (head.startswith(b"RIFF") and head[8:12] in {b"WAVE", b"AVI "})
        or head[4:8] == b"ftyp"
    )


def _promised_size(head: bytes) -> int:
    """How many bytes a WAVE file says it has; 0 when it does not say.

    mpv plays a WAVE file that was cut off as if it were shorter, and says nothing.
    """
    if not (head.startswith(b"RIFF") and head[8:12] == b"WAVE"):
        return 0
    size = int.from_bytes(head[4:8], "little")
    # a recorder that streamed could not go back to write the size
    return size + 8 if size < 0xFFFF_FF00 else 0
