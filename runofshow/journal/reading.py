"""What a journal says, as far as it can be trusted.

A file is read line by line from the top, and the first line that cannot be taken ends the reading. Two cases
are told apart:

- The *torn tail*: the last line has no newline. The program was killed, or the power went, in the middle of
  a write. That write had not returned, so nothing was shown or played of it, and the line is dropped.
- *Damage*: any other flaw. What stood there had been on the disk and is lost, so it is named by line and
  reason, with the number of lines behind it, and a person decides.

So a journal cut at any byte reads back as its beginning, and never as anything else.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from json import loads
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, ValidationError, convert

from runofshow.core.agenda import Duty
from runofshow.core.commands import Mode
from runofshow.core.events import Entry
from runofshow.core.state import State
from runofshow.journal.line import (
    EVENT_NAMES,
    MAX_LINE,
    Flaw,
    Flawed,
    decode,
    decode_all,
    decode_header,
    encode_header,
    unseal,
    unseal_all,
)

FILE_NAME = "show.journal"
OPENING_NAME = "show.opening"
"""Beside the journal: its first two lines once more, so that no damage to the one loses the opening."""


class Damage(Struct, frozen=True):
    """Where the reading ended before the end of the file, and why."""

    line: int
    """Counted from 1, the header; 0 when the file could not be read at all."""
    flaw: Flaw
    detail: str
    """Names and numbers that belong to the flaw: the unknown event, the two sequence numbers."""
    lines_after: int
    """What stands behind it and is not read."""
    written_by: str
    """The version of the program that made the file; empty when its header is lost."""


class Reading(Struct, frozen=True):
    """A journal as it was read."""

    path: Path
    entries: tuple[Entry, ...]
    """Without a gap from 1 on; may be empty."""
    good_bytes: int
    """The length of the lines that were taken, the header included."""
    size: int
    """Of the whole file, when it was read."""
    torn_tail: bool
    damage: Damage | None
    mended: bytes | None = None
    """The lines that were taken, when the first two are not those of the file; None when they are."""
    parted: Path | None = None
    """A second copy that tells another story from some line on; None when none does."""
    rebuilt: bool = False
    """The opening was lost, and this one was made anew (see headless.py)."""
    state: State | None = None
    """What the entries add up to; None where nobody has reckoned it yet (see sense.py)."""


class Opening(Struct, frozen=True):
    """What the first entry says of a show."""

    title: str
    mode: Mode
    source: str
    opened_at: datetime
    duties: tuple[Duty, ...] = ()
    """Of the agenda as it was opened."""
    speed: float = 1.0
    """How many times as fast the show's time runs; never zero."""


class Skimmed(Struct, frozen=True):
    """A journal at a glance."""

    opening: Opening | None
    """None when not even the first entry is there."""
    ended: bool
    entries: int
    damage: Damage | None
    began: bool = False
    """An item has run in it."""
    last_at: datetime | None = None
    """The moment of the last entry that can be read."""


def read_journal(path: Path) -> Reading:
    """Read the journal file at `path`. Raises OSError when there is none or it cannot be read."""
    entries: list[Entry] = []

    def take(payload: bytes) -> None:
        entry = decode(payload)
        _expect(len(entries) + 1, entry.seq)
        entries.append(entry)

    def take_all(payloads: Sequence[bytes]) -> bool:
        found = decode_all(payloads)
        first = len(entries) + 1
        if found is None or [entry.seq for entry in found] != list(range(first, first + len(payloads))):
            return False
        entries.extend(found)
        return True

    walk = _walk(path, take, take_all)
    return Reading(path, tuple(entries), walk.good_bytes, walk.size, walk.torn_tail, walk.damage, walk.mended)


_SEQ = re.compile(rb'\{"seq":(\d+),"at":"([^"]+)"')
_EVENT = re.compile(rb'"event":"([a-z_]*)"')
"""In a string every quote has a backslash before it, so this finds only what stands outside of strings."""
_PLAIN = frozenset(name.encode() for name in EVENT_NAMES - {"item_started", "show_ended", "show_reopened"})
"""What says nothing of whether a show has begun or ended."""


def skim(path: Path) -> Skimmed:
    """What a list of shows needs of a journal, some ten times faster than reading it. Raises OSError.

    Every seal, the sequence and the names of events are checked; the entries themselves are not built.
    """
    opening: Opening | None = None
    ended = began = False
    count = 0
    last: bytes | None = None

    def take(payload: bytes) -> None:
        nonlocal opening, ended, began, count, last
        if not payload.startswith(b'{"seq":%d,"at":"' % (count + 1)):
            numbered = _SEQ.match(payload)
            _expect(count + 1, int(numbered[1]) if numbered else decode(payload).seq)
        for name in _EVENT.findall(payload):
            if name in _PLAIN:
                continue
            if name.decode() not in EVENT_NAMES:
                raise Flawed(Flaw.NEWER_EVENT, name.decode())
            if name == b"item_started":
                began = True
            else:
                ended = name == b"show_ended"
        if count == 0:
            opening = _opening(payload)
        count += 1
        last = payload

    damage = _walk(path, take).damage
    return Skimmed(opening, ended, count, damage, began, _moment(last))


def glance(path: Path) -> Opening | None:
    """The opening in the first two lines; None where more than they has to be looked at. Raises OSError."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        header, first = file.readline(MAX_LINE + 1), file.readline(MAX_LINE + 1)
    try:
        decode_header(unseal(header))
        payload = unseal(first)
        return _opening(payload) if payload.startswith(b'{"seq":1,"at":"') else None
    except Flawed:
        return None


def _moment(payload: bytes | None) -> datetime | None:
    """When the entry was written down."""
    numbered = None if payload is None else _SEQ.match(payload)
    try:
        return None if numbered is None else datetime.fromisoformat(numbered[2].decode())
    except ValueError:
        return None


def _opening(payload: bytes) -> Opening:
    try:
        event = loads(payload)["events"][0]
        title, source, at = str(event["agenda"]["title"]), str(event["source"]), str(event["at"])
        duties = convert(event["agenda"].get("duties", ()), tuple[Duty, ...])
        speed = float(event["speed"]) or 1.0
        return Opening(title, Mode(event["mode"]), source, datetime.fromisoformat(at), duties, speed)
    except (LookupError, TypeError, ValueError, ValidationError) as error:
        raise Flawed(Flaw.BAD_ENTRY, "show_opened") from error


def _expect(expected: int, found: int) -> None:
    if found != expected:
        raise Flawed(Flaw.SEQUENCE, f"{expected} < {found}" if found > expected else f"{expected} > {found}")


class _Walk(Struct, frozen=True):
    good_bytes: int
    size: int
    torn_tail: bool
    damage: Damage | None
    mended: bytes | None = None


BLOCK = 2**20
"""Bytes that are looked at together: some thousand lines."""

Take = Callable[[bytes], None]
TakeAll = Callable[[Sequence[bytes]], bool]


def _walk(path: Path, take: Take, take_all: TakeAll | None = None) -> _Walk:
    """Give `take` what each line seals, until one cannot be taken or it raises `Flawed`.

    `take_all` may take what many lines seal, or says that it took none: what stands among them is then found
    line by line.
    """
    if path.exists() and not path.is_file():
        # Opening a pipe would wait for ever.
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    is_gone = not path.exists() and path.with_name(OPENING_NAME).exists()
    with BytesIO() if is_gone else path.open("rb") as file:
        flaw = _flaw_of_the_beginning(file)
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        begun = None if flaw is None else _beginning(path, file)
        if flaw is None or begun is None:
            file.seek(0)
            return _walk_lines(file, size, take, take_all)
        walk = _walk_lines(BytesIO(begun), size, take, take_all)
        damage = walk.damage or flaw
        return _Walk(walk.good_bytes, size, walk.torn_tail, damage, begun[: walk.good_bytes])


def _flaw_of_the_beginning(file: BinaryIO) -> Damage | None:
    """What is wrong with the seals of the first two lines; None when they hold, or were never written."""
    for number in (1, 2):
        line = file.readline(MAX_LINE + 1)
        if not line.endswith(b"\n"):
            return Damage(number, Flaw.GARBAGE, "", 0, "")
        try:
            unseal(line)
        except Flawed as flawed:
            return Damage(number, flawed.flaw, flawed.detail, 0, "")
    return None


def _beginning(path: Path, file: BinaryIO) -> bytes | None:
    """The journal with its first two lines from where they are whole; None when they are nowhere.

    Any header of this format will do for one that is broken: it says nothing else that is needed.
    """
    content = file.read()
    after_two = content.split(b"\n", 2)
    if len(after_two) == 3:
        second = after_two[1] + b"\n"
        if _seals(second) and second.startswith(b'{"seq":1,', 9):
            return encode_header() + second + after_two[2]
    try:
        kept = path.with_name(OPENING_NAME).read_bytes()
    except OSError:
        return None
    lines = kept.splitlines(keepends=True)
    if len(lines) != 2 or not all(map(_seals, lines)):
        return None
    # a changed byte keeps its place even where it was the end of a line; what was inserted does not
    rests = (content[len(kept) :], after_two[2] if len(after_two) == 3 else b"")
    return kept + max(rests, key=lambda rest: _seals(rest.partition(b"\n")[0] + b"\n"))


def _seals(line: bytes) -> bool:
    try:
        unseal(line)
    except Flawed:
        return False
    return True


_CUT = re.compile(rb"[0-9a-f]{0,8}|[0-9a-f]{8} (\{[^\0]*)?")
"""What a kill or a full disk leaves of a line."""


def _walk_lines(file: BinaryIO, size: int, take: Take, take_all: TakeAll | None) -> _Walk:
    good, number, written_by = 0, 0, ""
    one_by_one = 0
    torn, damage = False, None
    while True:
        if take_all is not None and number and good >= one_by_one:
            block = file.read(BLOCK)
            block = block[: block.rfind(b"\n") + 1]
            payloads = unseal_all(block)
            if payloads and take_all(payloads):
                good += len(block)
                number += len(payloads)
                file.seek(good)
                continue
            one_by_one = good + len(block) + 1
            file.seek(good)
        if not (line := file.readline(MAX_LINE + 1)):
            break
        number += 1
        whole = line.endswith(b"\n")
        # of a first line that was cut short all that stands there is its beginning
        is_cut = number > 1 or _CUT.fullmatch(line) is not None
        if not whole and len(line) <= MAX_LINE and is_cut:
            torn = True
            break
        try:
            if len(line) > MAX_LINE:
                raise Flawed(Flaw.TOO_LONG, str(MAX_LINE))
            payload = unseal(line)
            if number == 1:
                written_by = decode_header(payload).by
            else:
                take(payload)
        except Flawed as flawed:
            flaw = flawed.flaw
            if number == 1 and flaw in {Flaw.GARBAGE, Flaw.TOO_LONG}:
                flaw = Flaw.NOT_A_JOURNAL
            damage = Damage(number, flaw, flawed.detail, _lines_left(file, whole), written_by)
            break
        good += len(line)
    return _Walk(good, size, torn, damage)


def _lines_left(file: BinaryIO, at_start: bool) -> int:
    """How many lines stand from here to the end; the rest of a line that has begun is none."""
    count, last = 0, b"\n"
    while block := file.read(2**20):
        count += block.count(b"\n")
        last = block[-1:]
    if last != b"\n":
        count += 1
    return count if at_start else max(0, count - 1)
