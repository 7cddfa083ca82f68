"""One line of the journal: an entry as a sealed line of text, and back.

    24fd0448 {"seq":2,"at":"2020-03-27T01:01:05.250000Z","by":"caller","do":"start","events":[{"event":
    "item_started","item_id":"m1","at":"2020-03-27T01:01:05.250000Z"}]}

(one line in the file). Eight hex digits of CRC-32 over the JSON, a space, compact JSON in UTF-8 with `seq`
first, a newline. Moments are ISO 8601 in UTC to the microsecond, lengths are seconds. The first line of a
file is its header, sealed alike: `{"format":"runofshow journal","version":1,"by":"0.1.0"}`, where `by` is the
program that made it.

Fields that an event does not know are passed over and missing ones take their default, so an older journal
stays readable. A kind of event that is not known is a flaw with a name of its own: a newer program wrote it.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, get_args
from zlib import crc32

from msgspec import DecodeError, Struct, ValidationError, convert, to_builtins
from msgspec.json import Decoder
from msgspec.json import encode as json_encode

from runofshow import __version__
from runofshow.core.events import Entry, Event

FORMAT = "runofshow journal"
VERSION = 1
"""Raised only when an older program could not read the lines at all."""

MAX_LINE = 64 * 2**20
"""Bytes. The first line carries the whole agenda, whose file is at most 10 MB; no line is longer."""


class Flaw(StrEnum):
    """What is wrong with a line."""

    NOT_A_JOURNAL = "not_a_journal"
    NEWER_FORMAT = "newer_format"
    NEWER_EVENT = "newer_event"
    """The line is whole, but says something only a newer program understands."""
    NUL_BYTES = "nul_bytes"
    """Blocks that the disk never wrote: a power cut, or a failing disk."""
    ENCODING = "encoding"
    GARBAGE = "garbage"
    CHECKSUM = "checksum"
    TOO_LONG = "too_long"
    SEQUENCE = "sequence"
    """A line is missing, or stands twice."""
    BAD_ENTRY = "bad_entry"
    """The seal is right, but this is no entry."""
    UNREADABLE = "unreadable"
    """The system does not let the file be read."""

    @property
    def is_newer(self) -> bool:
        """Nothing is broken: a newer program reads on, so nothing may be cut off."""
        return self in (Flaw.NEWER_FORMAT, Flaw.NEWER_EVENT)


class Flawed(ValueError):
    """This line cannot be taken."""

    def __init__(self, flaw: Flaw, detail: str = "") -> None:
        super().__init__(f"{flaw}: {detail}" if detail else str(flaw))
        self.flaw = flaw
        self.detail = detail
        """Names and numbers, for the sentence that a screen makes of it."""


class Header(Struct, frozen=True):
    by: str
    """The version of the program that made the file."""


def seal(payload: bytes) -> bytes:
    """`payload` as a line, newline and all."""
    return b"%08x %b\n" % (crc32(payload), payload)


_SEALED = re.compile(rb"[0-9a-f]{8} \{.*\}\n", re.DOTALL)


def unseal(line: bytes) -> bytes:
    """What was sealed; raises `Flawed` unless every byte of the line is as it was written."""
    payload = line[9:-1]
    is_sealed = line[8:10] == b" {" and line[-2:] == b"}\n" and b"%08x" % crc32(payload) == line[:8]
    # as nearly every line of nearly every record: what else it may be is only asked of the others
    if is_sealed and b"\0" not in line and _is_text(payload):
        return payload
    if b"\0" in line:
        raise Flawed(Flaw.NUL_BYTES)
    try:
        line.decode()
    except UnicodeDecodeError as error:
        raise Flawed(Flaw.ENCODING, f"0x{line[error.start]:02x}") from error
    if not _SEALED.fullmatch(line):
        raise Flawed(Flaw.GARBAGE)
    raise Flawed(Flaw.CHECKSUM)


def unseal_all(block: bytes) -> list[bytes] | None:
    """What each of these lines seals; None unless `unseal` takes every one of them.

    A long record has a hundred thousand: what is asked of each is asked of all at once, ten times as fast.
    """
    *lines, rest = block.split(b"\n")
    payloads = [line[9:] for line in lines]
    sums = array("I", map(crc32, payloads))
    if sys.byteorder == "little":
        sums.byteswap()
    seals = (sums.tobytes().hex(" ", 4) + " ").replace(" ", " {").encode()
    if rest or seals != b"".join([line[:10] for line in lines]) or block.count(b"}\n") != len(lines):
        return None
    return payloads if b"\0" not in block and _is_text(block) else None


def _is_text(payload: bytes) -> bool:
    try:
        payload.decode()
    except UnicodeDecodeError:
        return False
    return True


def encode_header() -> bytes:
    return seal(
        json.dumps({"format": FORMAT, "version": VERSION, "by": __version__}, separators=(",", ":")).encode()
    )


def decode_header(payload: bytes) -> Header:
    """The header of an unsealed first line; raises `Flawed`."""
    try:
        header = json.loads(payload)
    except ValueError as error:
        raise Flawed(Flaw.NOT_A_JOURNAL) from error
    match header:
        case {"format": str(name), "version": int(version), "by": str(by)} if name == FORMAT:
            if version > VERSION:
                raise Flawed(Flaw.NEWER_FORMAT, str(version))
            return Header(by)
        case _:
            raise Flawed(Flaw.NOT_A_JOURNAL)


def encode(entry: Entry) -> bytes:
    """The entry as a line. What UTF-8 cannot hold, as in a badly named file, becomes a question mark."""
    plain = to_builtins(entry, builtin_types=(timedelta,))
    _say_seconds(plain)
    try:
        payload = json_encode(plain)
    except UnicodeEncodeError:
        payload = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    line = seal(payload)
    if len(line) > MAX_LINE:
        raise ValueError(f"entry {entry.seq} takes {len(line)} bytes; a line holds {MAX_LINE}")
    return line


_HOLDERS = frozenset({dict, list, tuple})


def _say_seconds(plain: Any) -> None:
    """Put a number in place of each length: msgspec would write `PT60S`, and asks nobody."""
    if type(plain) is dict:
        for name, value in plain.items():
            # by the very type: an opening holds a hundred thousand values
            if type(value) is timedelta:
                plain[name] = value.total_seconds()
            elif type(value) in _HOLDERS:
                _say_seconds(value)
        return
    for value in plain:
        if type(value) in _HOLDERS:
            _say_seconds(value)


def decode(payload: bytes) -> Entry:
    """The entry of an unsealed line; raises `Flawed`."""
    try:
        entry = _decoder().decode(payload)
    except (DecodeError, RecursionError):
        entry = _decode_older(payload)
    if entry.at.tzinfo is None:
        raise Flawed(Flaw.BAD_ENTRY, "at")
    return entry


def decode_all(payloads: Sequence[bytes]) -> list[Entry] | None:
    """The entries of unsealed lines; None where one has to be looked at by itself."""
    lines = b"\n".join(payloads)
    try:
        try:
            entries = _decoder().decode_lines(lines)
        except DecodeError:
            entries = _decoder().decode_lines(_with_names(lines))
    except (DecodeError, RecursionError):
        return None
    # each line begins and ends as one value, so as many values as lines are one on each
    if len(entries) != len(payloads) or None in map(attrgetter("at.tzinfo"), entries):
        return None
    return entries


@cache
def _decoder() -> Decoder[Entry]:
    # Built at the first reading: it takes 12 ms, which a new show, that only writes, need not wait for.
    # Not strict, since a length is a number of seconds here.
    return Decoder(Entry, strict=False)


def _decode_older(payload: bytes) -> Entry:
    """The entry of a line that may be of an older program, which left some values without a name."""
    try:
        return convert(json.loads(_with_names(payload)), Entry, strict=False)
    except ValidationError as error:
        newer = _NEWER.fullmatch(str(error))
        if newer is None:
            raise Flawed(Flaw.BAD_ENTRY, str(error)) from error
        raise Flawed(Flaw.NEWER_EVENT, newer["name"] or newer["place"]) from error
    except (ValueError, OverflowError, RecursionError) as error:
        raise Flawed(Flaw.BAD_ENTRY, str(error)) from error


_NEWER = re.compile(r"Invalid (?:value '(?P<name>.*)'|enum value .*) - at `\$\.(?P<place>.*)`", re.DOTALL)
"""What msgspec says of an event, or of one of a set of words, that it does not know."""

_NAMES = {
    b'"at":{"after":': b'"at":{"anchor":"start","after":',
    b'"at":{"lead":': b'"at":{"anchor":"end","lead":',
    b'"at":{"word":': b'"at":{"anchor":"word","word":',
    b'"at":{"cue_id":': b'"at":{"anchor":"cue","cue_id":',
    b'"send":{"host":': b'"send":{"by":"osc","host":',
    b'"send":{"url":': b'"send":{"by":"http","url":',
}
"""What older programs told apart by its keys, and with a name: when a cue comes, and how a signal goes out.

In a string every quote has a backslash before it, so these stand outside of strings.
"""


def _with_names(payload: bytes) -> bytes:
    for older, named in _NAMES.items():
        payload = payload.replace(older, named)
    return payload


EVENT_NAMES = frozenset(str(kind.__struct_config__.tag) for kind in get_args(Event))
"""Every name this program understands."""
