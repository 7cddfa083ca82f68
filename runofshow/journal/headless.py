"""A journal whose opening is lost everywhere: the lines behind it, and what can still be made out of it.

The lines behind the opening are sealed each for itself, so they are as good as ever; what they are told of
is the agenda, and that stands in a file of its own. With an opening made anew from it the record is whole.
"""

from __future__ import annotations

import re
from datetime import datetime
from json import loads

from msgspec import Struct

from runofshow.core.commands import Mode
from runofshow.core.events import Entry, ShowOpened
from runofshow.core.value import replace
from runofshow.journal.line import Flawed, decode, encode, encode_header, unseal
from runofshow.journal.reading import OPENING_NAME, Reading


class Traces(Struct, frozen=True):
    """What the remains of an opening say, where they can be read; None where they cannot."""

    mode: Mode | None = None
    speed: float | None = None
    floating: bool | None = None
    source: str | None = None
    at: datetime | None = None
    aside: tuple[str, ...] | None = None


class Headless(Struct, frozen=True):
    """What is left of a record without its opening."""

    entries: tuple[Entry, ...]
    """From number 2 on, without a gap; at least one."""
    traces: Traces
    reading: Reading
    """As it was read: with its damage and no entry."""
    lines_after: int
    """Lines behind those entries that cannot be taken."""

    def with_opening(self, opening: ShowOpened, by: str, do: str) -> Reading:
        """The record with this in its first line, to be gone on with."""
        first = Entry(1, opening.at, by, do, (opening,))
        lines = (encode_header(), encode(first), *map(encode, self.entries))
        mended = b"".join(lines)
        damage = self.reading.damage
        assert damage is not None
        return replace(
            self.reading,
            entries=(first, *self.entries),
            good_bytes=len(mended),
            damage=replace(damage, lines_after=self.lines_after),
            mended=mended,
            rebuilt=True,
        )


def headless(reading: Reading) -> Headless | None:
    """What stands behind the opening that this reading did not find; None when nothing does.

    Raises OSError when the file cannot be read again.
    """
    if reading.entries or reading.damage is None:
        return None
    content = reading.path.read_bytes()
    entries: list[Entry] = []
    behind = 0
    for line in content.splitlines(keepends=True):
        entry = _entry(line)
        if not behind and entry is not None and entry.seq == len(entries) + 2:
            entries.append(entry)
        elif entries:
            behind += 1
    if not entries:
        return None
    try:
        beside = reading.path.with_name(OPENING_NAME).read_bytes()
    except OSError:
        beside = b""
    remains = content.partition(b'{"seq":2,')[0] + beside
    return Headless(tuple(entries), _traces(remains), reading, behind)


def _entry(line: bytes) -> Entry | None:
    try:
        return decode(unseal(line))
    except Flawed:
        return None


_TEXT = rb'"((?:[^"\\]|\\.)*)"'
_MODE = re.compile(rb'"mode":"(live|rehearsal)"')
_SPEED = re.compile(rb'"speed":(\d+(?:\.\d+)?)[,}]')
_FLOATING = re.compile(rb'"floating":(true|false)[,}]')
_SOURCE = re.compile(rb'"source":' + _TEXT)
_AT = re.compile(rb'"source":' + _TEXT + rb',"at":"([^"]+)"')
_ASIDE = re.compile(rb'"aside":(\[[^\]]*\])')


def _traces(remains: bytes) -> Traces:
    def last(pattern: re.Pattern[bytes], group: int = 1) -> bytes | None:
        found = list(pattern.finditer(remains))
        return found[-1][group] if found else None

    mode, speed, floating = last(_MODE), last(_SPEED), last(_FLOATING)
    aside = _value(last(_ASIDE))
    source = _value(b'"%b"' % text if (text := last(_SOURCE)) is not None else None)
    return Traces(
        None if mode is None else Mode(mode.decode()),
        None if speed is None else float(speed),
        None if floating is None else floating == b"true",
        source if isinstance(source, str) else None,
        _moment(last(_AT, 2)),
        tuple(map(str, aside)) if isinstance(aside, list) else None,
    )


def _value(text: bytes | None) -> object:
    try:
        return None if text is None else loads(text)
    except ValueError:
        return None


def _moment(text: bytes | None) -> datetime | None:
    try:
        moment = None if text is None else datetime.fromisoformat(text.decode())
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
