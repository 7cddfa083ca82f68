"""The rows of a script as the items of an agenda: each cell by the inverse of what printing/script.py writes.

Hours follow from lengths: an hour that nobody changed is not read, one that somebody changed binds its item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import Struct

from runofshow.agenda_file.complaint import TOP, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import (
    NotationError,
    read_date,
    read_length,
    read_time,
    write_date,
    write_length,
    write_time,
)
from runofshow.core.agenda import Role
from runofshow.documents.document import Place
from runofshow.documents.finding.words.kinds import kinds_of
from runofshow.documents.own.said import Wrong
from runofshow.documents.own.script.cues import CueLine, CueSaid, cues_said
from runofshow.documents.own.script.phrases import one_of, read_by
from runofshow.paper.kept import KeptRow, digest
from runofshow.texts.printing import PrintingTexts

ABOUT = "~"
"""Before what is a default, and not the plan's."""
_DAY = date(2000, 1, 1)
_NUMBER = re.compile(r"(\d+(\.\d+)*|[IVXLC]+|[a-zđ])\)?")
_MINUTE = timedelta(minutes=1)
_ORDER = (
    "title kind id number also by duration start until protected clock optional mc notes backdrop handin"
    " award cues guessed parts"
).split()


class Cell(Struct, frozen=True):
    """One cell."""

    place: Place
    lines: tuple[str, ...] = ()
    """Its paragraphs; a line break inside one is kept."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class ScriptRow(Struct, frozen=True):
    """A row of the script's table."""

    cells: dict[str, Cell]
    """By the name of their column: at, what, who, words, gear, in_charge."""
    place: Place
    key: str
    """Of what is kept of it; empty of a row that is new."""
    kept: KeptRow | None
    more: tuple[str, ...] = ()
    """What stands in columns that are not ours, each behind the head of its column."""


class ItemSaid(Struct):
    """An item in the making."""

    row: ScriptRow
    entry: dict[str, Any]
    number: str
    """As it stands on the paper."""
    places: dict[Path, Place]
    cues: list[CueSaid]
    parts: list[ItemSaid]
    length: timedelta | None = None
    is_about: bool = False
    """Its length is a default."""
    printed: time | None = None
    """The hour that the row says."""
    start: time | None = None
    """The same, where somebody has changed it."""


class Rows:
    """Reads the rows of one script, and gathers what cannot be read."""

    def __init__(self, words: PrintingTexts, report: Reporter) -> None:
        self._words = words
        self._report = report
        self.wrong: list[Wrong] = []

    def item(self, row: ScriptRow) -> ItemSaid:
        """All that its cells say."""
        kept = row.kept or KeptRow()
        item = ItemSaid(row, dict(kept.keys), "", {}, [], [])
        self._title(item)
        self._hours(item)
        self._about(item)
        self._who(item)
        self._said(item)
        lines = [
            CueLine(" ".join(text.split()), row.cells[name].place, role)
            for name, role in (("gear", Role.MUSIC), ("in_charge", Role.CREW))
            if name in row.cells
            for text in row.cells[name].lines
        ]
        cues = cues_said(lines, row.kept, self._words)
        if cues is not None:
            item.cues = cues
            self._put(item, "cues", [cue.entry for cue in cues], row.cells.get("gear"))
        for more in row.more:
            item.entry["notes"] = "\n".join(filter(None, (item.entry.get("notes"), more)))
        item.entry = {key: item.entry[key] for key in sorted(item.entry, key=in_turn)}
        return item

    def _put(self, item: ItemSaid, key: str, value: Any, cell: Cell | None) -> None:
        if value is not None:
            item.entry[key] = value
        if cell is not None:
            item.places[(key,)] = cell.place

    def _exact(self, item: ItemSaid, key: str, said: str, read: Any) -> Any:
        """What was written, where the paper still says what was printed of it; else what is read."""
        exact = None if item.row.kept is None else item.row.kept.exact.get(key)
        return exact[1] if exact is not None and exact[0] == digest(said) else read

    def _title(self, item: ItemSaid) -> None:
        cell = item.row.cells["what"]
        first = " ".join(cell.lines[0].split()) if cell.lines else ""
        found = read_by(self._words.item_line, first)
        read = [found["number"], found["title"]] if found is not None else ["", first]
        if item.row.kept is None and not _NUMBER.fullmatch(read[0]):
            # a new row may have no number, and a full stop in its words
            read = ["", first]
        number, title = self._exact(item, "title", first, read)
        self._put(item, "title", title, cell)
        item.number = number
        if number and (item.row.kept is None or number != item.row.kept.number):
            self._put(item, "number", number, cell)
        if "kind" not in item.entry:
            kinds = kinds_of(title)
            item.entry["kind"] = kinds.kind
            item.entry |= {"also": list(kinds.also)} if kinds.also else {}
            # as an import marks it: somebody has to look at it
            item.entry["guessed"] = [key for key in ("kind", "also") if key in item.entry]

    def _hours(self, item: ItemSaid) -> None:
        cell, kept = item.row.cells["at"], item.row.kept
        hours, lasts, others = _parted(cell.lines)
        are_new = bool(hours) and (kept is None or digest(hours) != kept.hours)
        span = self._span(hours, cell if are_new else None) if hours else None
        item.printed = None if span is None else span[0]
        item.start = item.printed if are_new else None
        for line in others:
            if line == self._words.fixed_start and item.printed is not None:
                told = hours if are_new else line
                self._put(item, "start", self._exact(item, "start", told, write_time(item.printed)), cell)
            elif line != self._words.fixed_start:
                self._bound(item, line, cell)
        self._length(item, lasts, span if are_new else None, cell)

    def _bound(self, item: ItemSaid, line: str, cell: Cell) -> None:
        """`không trước 8h00`, `đến đúng 9h30`"""
        for key, phrase in (("start", self._words.not_before), ("until", self._words.until)):
            if (hour := one_of(phrase, line)) is not None:
                at = self._time(hour, cell)
                read = None if at is None else write_time(at)
                self._put(item, key, self._exact(item, key, line, read), cell)
                return
        self._cannot("not_a_time", line, cell)

    def _length(self, item: ItemSaid, lasts: str, span: tuple[time, time | None] | None, cell: Cell) -> None:
        kept = item.row.kept
        bare = lasts.strip("()")
        try:
            item.length = read_length(bare.removeprefix(ABOUT).strip(), bare_minutes=True) if bare else None
        except NotationError as error:
            self._cannot(error.code, bare, cell)
        is_new = kept is None or digest(lasts) != kept.lasts
        by_hours = None if span is None or span[1] is None else _between(span[0], span[1])
        if by_hours is not None and (item.length is None or (not is_new and _differ(by_hours, item.length))):
            item.length = by_hours
            read: str | None = write_length(by_hours)
            lasts = ""
        elif item.length is None or (bare.startswith(ABOUT) and not is_new):
            read = None
        else:
            read = write_length(item.length)
        item.is_about = read is None
        self._put(item, "duration", self._exact(item, "duration", lasts, read), cell)

    def _span(self, hours: str, cell: Cell | None) -> tuple[time, time | None] | None:
        text = hours.replace(ABOUT, "").replace("–", "-").replace("—", "-")
        start, dash, end = text.partition("-")
        first = self._time(start.strip(), cell)
        last = self._time(end.strip(), cell) if dash else None
        return None if first is None else (first, last)

    def _time(self, text: str, cell: Cell | None) -> time | None:
        """What cannot be read is told where a cell is given."""
        try:
            return read_time(text)
        except NotationError as error:
            if cell is not None:
                self._cannot(error.code, text, cell)
            return None

    def _cannot(self, code: str, text: str, cell: Cell) -> None:
        self.wrong.append(Wrong(cell.place, self._report.error(code, TOP, text=text)))

    def _who(self, item: ItemSaid) -> None:
        cell = item.row.cells.get("who")
        if cell is not None:
            said = "; ".join(" ".join(line.split()) for line in cell.lines)
            read = said.removeprefix(self._words.unassigned).strip() or None
            self._put(item, "by", self._exact(item, "by", said, read), cell)

    def _said(self, item: ItemSaid) -> None:
        cell = item.row.cells.get("words")
        if cell is None:
            return
        lines = "\n".join(cell.lines).split("\n")
        lines[0] = lines[0].removeprefix(ABOUT).strip()
        read = "\n".join(line for line in lines if line) or None
        self._put(item, "mc", self._exact(item, "mc", cell.text, read), cell)

    def _about(self, item: ItemSaid) -> None:
        """The lines under the title, each by its name; one without a name is a note."""
        words, cell = self._words, item.row.cells["what"]
        notes: list[str] = []
        award: dict[str, Any] = {}
        note = words.fact.format(name=words.notes, value="{value}")
        for line in cell.lines[1:]:
            if line == words.optional:
                self._put(item, "optional", True, cell)
            elif (handin := self._handin(line)) is not None:
                self._put(item, "handin", self._exact(item, "handin", line, handin), cell)
            elif (text := one_of(words.item_backdrop, line)) is not None:
                self._put(item, "backdrop", self._exact(item, "backdrop", text, text), cell)
            elif (text := one_of(note, line)) is not None:
                notes.append(self._exact(item, "notes", text, text))
            elif (told := self._of_award(line, item)) is not None:
                award |= told
            else:
                notes.append(line)
        if notes:
            self._put(item, "notes", "\n".join(notes), cell)
        if award or "award" in item.entry:
            order = (
                "decision",
                "reader",
                "form",
                "level",
                "presenter",
                "recipients",
                "called_before_reading",
                "flowers",
                "photo",
                "on_display",
            )
            whole = item.entry.get("award", {}) | award
            self._put(item, "award", {key: whole[key] for key in order if key in whole}, cell)

    def _handin(self, line: str) -> dict[str, Any] | None:
        words = self._words
        if line == words.handin_received:
            return {"received": True}
        if line == words.handin_missing:
            return {}
        due = one_of(words.handin_due, line)
        try:
            return None if due is None else {"due": write_date(read_date(due))}
        except NotationError:
            return None

    def _of_award(self, line: str, item: ItemSaid) -> dict[str, Any] | None:
        """What a line says of the award, where there is one; of how many they are nothing: it is counted."""
        words, held = self._words, item.entry.get("award")
        if held is None and item.entry["kind"] != "award":
            return None
        text = " ".join(line.split())
        for key, phrase in (
            ("decision", words.decision),
            ("reader", words.reader),
            ("presenter", words.presenter),
            ("form", words.form),
        ):
            if (name := one_of(phrase, text)) is not None:
                return {key: name}
        count = len((held or {}).get("recipients", ()))
        return {} if text == words.recipients.format(count=count) else None


def _parted(cell: Sequence[str]) -> tuple[str, str, list[str]]:
    """The hours, the length and what else stands in a cell of hours: `8h00 - 8h15 (15')` too, and `20 phút`
    alone."""
    first, bracket, behind = cell[0].partition("(") if cell else ("", "", "")
    lines = [line for line in (first.strip(), bracket + behind, *cell[1:]) if line]
    hours = lines.pop(0) if lines and not _is_length(lines[0]) else ""
    lasts = lines.pop(0) if lines and _is_length(lines[0]) else ""
    return hours, lasts, lines


def _is_length(line: str) -> bool:
    """In brackets, or in a way that no hour is written."""
    if line.startswith("("):
        return True
    for read in (read_time, read_length):
        try:
            read(line)
        except NotationError:
            continue
        return read is read_length
    return False


def _between(start: time, end: time) -> timedelta | None:
    length = datetime.combine(_DAY, end) - datetime.combine(_DAY, start)
    length += timedelta(days=1) if length < timedelta() else timedelta()
    return length or None


def _differ(one: timedelta, other: timedelta) -> bool:
    """Two hours that are told in minutes may be a minute off."""
    return abs(one - other) >= _MINUTE


def in_turn(key: str) -> int:
    """The place of a key of an item among all, as the agenda file is written."""
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)
