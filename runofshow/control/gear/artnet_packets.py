"""What goes out and comes in by Art-Net, byte for byte: Art-Net 4, ArtDmx, ArtPoll and ArtPollReply.

Art-Net is designed by and copyright Artistic Licence Holdings Ltd. A universe is 15 bits: a net of 7, then a
sub-net and a universe of 4 each, as one number from 0 to 32767.
"""

from __future__ import annotations

import struct
from typing import Final

from msgspec import Struct

ARTNET_PORT: Final = 6454
"""Of both sides: a node answers to this port, whatever port asked."""
LONGEST_REPLY: Final = 1024
_NAME: Final = b"Art-Net\0"
_VERSION: Final = 14
_POLL, _REPLY, _DMX = 0x2000, 0x2100, 0x5000
_DMX_HEAD = struct.Struct("<8sH")
_DMX_REST = struct.Struct(">HBBBBH")
_SHORTEST_REPLY: Final = 194
"""Bytes up to the universes that it puts out."""
_PORTS: Final = 4
_PUTS_OUT: Final = 0x80


def levels_packet(universe: int, sequence: int, slots: bytes) -> bytes:
    """The levels of a universe. `sequence` goes from 1 to 255; 0 would say that it is not counted."""
    head = _DMX_HEAD.pack(_NAME, _DMX)
    return head + _DMX_REST.pack(_VERSION, sequence, 0, universe & 0xFF, universe >> 8, len(slots)) + slots


def poll_packet() -> bytes:
    """Asks every node that hears it to say what it is, once."""
    return _DMX_HEAD.pack(_NAME, _POLL) + struct.pack(">HBB", _VERSION, 0, 0)


class Node(Struct, frozen=True):
    """What a node says of itself."""

    name: str
    universes: tuple[int, ...]
    """Those it puts out; one with more than four says the rest in further answers."""


def read_reply(data: bytes) -> Node | None:
    """The node that says it; None for whatever else these bytes are."""
    if len(data) < _SHORTEST_REPLY or data[:10] != _DMX_HEAD.pack(_NAME, _REPLY):
        return None
    name = _text(data[44:108]) or _text(data[26:44])
    high = (data[18] & 0x7F) << 8 | (data[19] & 0x0F) << 4
    count = min(data[173], _PORTS)
    put_out = [high | data[190 + port] & 0x0F for port in range(count) if data[174 + port] & _PUTS_OUT]
    return Node(name, tuple(put_out))


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", "replace")
