"""One line of the journal: an entry as a sealed line of text, and back.

    6b1d45c1 {"seq":2,"at":"2020-03-27T01:01:05.250000Z","by":"caller","do":"start","events":[{"item_id":"m1",
    "at":"2020-03-27T01:01:05.250000Z","event":"item_started"}]}

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
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, get_args
from zlib import crc32

from pydantic_core import PydanticSerializationError, ValidationError, to_json, to_jsonable_python

from runofshow import __version__
from runofshow.core.events import Entry, Event

if TYPE_CHECKING:
    from pydantic import TypeAdapter

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


NEWER = frozenset({Flaw.NEWER_FORMAT, Flaw.NEWER_EVENT})
"""Nothing is broken: a newer program reads on, so nothing may be cut off."""


class Flawed(ValueError):
    """This line cannot be taken."""

    def __init__(self, flaw: Flaw, detail: str = "") -> None:
        super().__init__(f"{flaw}: {detail}" if detail else str(flaw))
        self.flaw = flaw
        self.detail = detail
        """Names and numbers, for the sentence that a screen makes of it."""


@dataclass(frozen=True, slots=True)
class Header:
    by: str
    """The version of the program that made the file."""


def seal(payload: bytes) -> bytes:
    """`payload` as a line, newline and all."""
    return b"%08x %b\n" % (crc32(payload), payload)


_SEALED = re.compile(rb"[0-9a-f]{8} \{.*\}\n", re.DOTALL)


def unseal(line: bytes) -> bytes:
    """What was sealed; raises `Flawed` unless every byte of the line is as it was written."""
    if b"\0" in line:
        raise Flawed(Flaw.NUL_BYTES)
    try:
        line.decode()
    except UnicodeDecodeError as error:
        raise Flawed(Flaw.ENCODING, f"0x{line[error.start]:02x}") from error
    if not _SEALED.fullmatch(line):
        raise Flawed(Flaw.GARBAGE)
    payload = line[9:-1]
    if b"%08x" % crc32(payload) != line[:8]:
        raise Flawed(Flaw.CHECKSUM)
    return payload


def encode_header() -> bytes:
    return seal(to_json({"format": FORMAT, "version": VERSION, "by": __version__}))


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
    try:
        payload = to_json(entry, timedelta_mode="float")
    except PydanticSerializationError:
        plain = to_jsonable_python(entry, timedelta_mode="float")
        payload = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    line = seal(payload)
    if len(line) > MAX_LINE:
        raise ValueError(f"entry {entry.seq} takes {len(line)} bytes; a line holds {MAX_LINE}")
    return line


def decode(payload: bytes) -> Entry:
    """The entry of an unsealed line; raises `Flawed`."""
    try:
        record = _adapter().validate_json(payload)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        if first["type"] == "union_tag_invalid":
            raise Flawed(Flaw.NEWER_EVENT, str(first["ctx"]["tag"])) from error
        if first["type"] in {"enum", "literal_error"}:
            raise Flawed(Flaw.NEWER_EVENT, place) from error
        raise Flawed(Flaw.BAD_ENTRY, f"{place}: {first['msg']}") from error
    return Entry(record.seq, record.at, record.by, record.do, record.events)


@cache
def _adapter() -> TypeAdapter[Entry]:
    # Built at the first reading: it takes 60 ms, which a new show, that only writes, need not wait for.
    from pydantic import AwareDatetime, Discriminator, TypeAdapter

    @dataclass(frozen=True, slots=True)
    class Record(Entry):
        at: AwareDatetime
        events: tuple[Annotated[Event, Discriminator("event")], ...]

    return TypeAdapter(Record)


EVENT_NAMES = frozenset(
    str(field.default) for kind in get_args(Event) for field in fields(kind) if field.name == "event"
)
"""Every name this program understands."""
