"""What goes out by sACN, byte for byte: ANSI E1.31-2018, chapters 4 to 8.

A packet is three layers, one in the other, and each begins with its own length. A data packet has 126 bytes
before the levels.
"""

from __future__ import annotations

import struct
from typing import Final

SACN_PORT: Final = 5568
UNIVERSES: Final = range(1, 64_000)
TERMINATED: Final = 0x40
"""The option that says: this source sends no more."""

_ROOT = struct.Struct(">HH12sHI16s")
_FRAMING = struct.Struct(">HI64sBHBBH")
_LEVELS = struct.Struct(">HBBHHHB")
_DISCOVERY_FRAMING = struct.Struct(">HI64sI")
_DISCOVERY = struct.Struct(">HIBBH")
_ACN: Final = b"ASC-E1.17\0\0\0"
_ROOT_DATA, _ROOT_EXTENDED = 4, 8
_DATA, _DISCOVERS = 2, 2
_SET_PROPERTY, _UNIVERSES_LISTED = 2, 1
_ADDRESSING: Final = 0xA1
"""Type of address and of data; the standard knows no other."""
_LONGEST_NAME: Final = 63
"""Bytes; a NUL follows."""


def multicast_group(universe: int) -> str:
    """The address where everybody hears a universe."""
    return f"239.255.{universe >> 8}.{universe & 0xFF}"


def data_packet(
    cid: bytes, name: str, universe: int, priority: int, sequence: int, options: int, slots: bytes
) -> bytes:
    """The levels of a universe. `cid` are the 16 bytes by which receivers know this source, `priority` goes
    from 0 to 200, `sequence` grows by one modulo 256."""
    levels = _LEVELS.pack(
        _counted(_LEVELS.size + len(slots)), _SET_PROPERTY, _ADDRESSING, 0, 1, len(slots) + 1, 0
    )
    inside = levels + slots
    framing = _FRAMING.pack(
        _counted(_FRAMING.size + len(inside)), _DATA, _source(name), priority, 0, sequence, options, universe
    )
    return _in_root(cid, _ROOT_DATA, framing + inside)


def discovery_packet(cid: bytes, name: str, universe: int) -> bytes:
    """That this source sends that universe; no receiver does anything with its levels for it."""
    listed = _DISCOVERY.pack(_counted(_DISCOVERY.size), _UNIVERSES_LISTED, 0, 0, universe)
    framing = _DISCOVERY_FRAMING.pack(
        _counted(_DISCOVERY_FRAMING.size + len(listed)), _DISCOVERS, _source(name), 0
    )
    return _in_root(cid, _ROOT_EXTENDED, framing + listed)


def _in_root(cid: bytes, vector: int, inside: bytes) -> bytes:
    # the length counts from its own field on, behind what says that it is ACN
    length = _ROOT.size - 16 + len(inside)
    return _ROOT.pack(0x0010, 0, _ACN, _counted(length), vector, cid) + inside


def _counted(length: int) -> int:
    """A length with the flags that always stand before it."""
    return 0x7000 | length


def _source(name: str) -> bytes:
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore").encode()
