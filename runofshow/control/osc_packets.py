"""What a datagram from a stranger says, if it is OSC at all.

python-osc reads the messages. What it must never see is kept from it: it follows the sizes in a bundle
wherever they lead, and warns on the terminal of every kind of argument that it does not know. So bundles are
taken apart here, and a message is handed on only when its arguments are text, numbers, truths or nothing.
A bundle's own moment is passed over: nothing here is done later, or earlier, than it comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from pythonosc.osc_message import OscMessage
from pythonosc.osc_message import ParseError as MessageError
from pythonosc.parsing import osc_types

LONGEST_PACKET = 8_192
DEEPEST_BUNDLE = 4
MOST_MESSAGES = 32
"""In one packet."""
BUNDLE = b"#bundle\0"
HEAD = len(BUNDLE) + 8
"""Bytes of a bundle before its first element: its name and its moment."""

_KINDS = re.compile(r",[ihfdsTFN]{0,16}")

Argument = str | int | float | bool | None


class Message(Struct, frozen=True):
    address: str
    args: tuple[Argument, ...]


class NotOsc(ValueError):
    """It is no OSC, or more of it than any gear sends."""


def read_packet(data: bytes) -> tuple[Message, ...]:
    """The messages of one datagram, in order. Raises NotOsc, whatever the bytes are."""
    if len(data) > LONGEST_PACKET:
        raise NotOsc
    try:
        messages = tuple(_read(part) for part in _parts(data, DEEPEST_BUNDLE))
    except (MessageError, osc_types.ParseError, UnicodeDecodeError) as error:
        raise NotOsc from error
    if len(messages) > MOST_MESSAGES:
        raise NotOsc
    return messages


def _parts(data: bytes, deeper: int) -> Iterator[bytes]:
    """Each message of what may be a bundle of bundles."""
    if not data.startswith(BUNDLE):
        yield data
        return
    if not deeper or len(data) < HEAD:
        raise NotOsc
    place = HEAD
    while place < len(data):
        size, place = osc_types.get_int(data, place)
        # a size below one would never come to the end
        if not 0 < size <= len(data) - place:
            raise NotOsc
        yield from _parts(data[place : place + size], deeper - 1)
        place += size


def _read(data: bytes) -> Message:
    if not data.startswith(b"/"):
        raise NotOsc
    address, place = osc_types.get_string(data, 0)
    if place < len(data):
        kinds, _ = osc_types.get_string(data, place)
        if not _KINDS.fullmatch(kinds):
            raise NotOsc
    return Message(address, tuple(OscMessage(data).params))
