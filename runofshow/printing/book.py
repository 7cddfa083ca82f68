"""The workbook that the office edits: the whole agenda on its sheets, to be taken in again as it comes back.

What the plan says stands upright, what the machine assumes in italics or in a grey column. The hidden column
of a sheet keeps what each row was (agenda_file/book/keys.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.book.cells import ABOUT, in_cell
from runofshow.agenda_file.book.choices import LISTS, choices
from runofshow.agenda_file.book.columns import (
    ASSUMED,
    COLUMNS,
    FIELD,
    HEAD_FIELDS,
    ITEM,
    LEVEL,
    NUMBER,
    ORDER,
    PRINTED_OF_ORDER,
    STARTS,
    VALUE,
    Column,
    Form,
    SheetKind,
)
from runofshow.agenda_file.book.keys import (
    LABELS,
    LISTED,
    NO_WORDS,
    Key,
    digest_of_cues,
    digest_of_words,
    label_of,
    marker,
    write_key,
)
from runofshow.agenda_file.honoured import recipient_fields
from runofshow.agenda_file.writing import agenda_entry, cue_entries
from runofshow.core.agenda import ClockMode, Item, Recipient, TrackMark
from runofshow.core.award import is_late
from runofshow.core.honours import is_collective
from runofshow.core.value import replace
from runofshow.core.words import words_of
from runofshow.paper.book import Book, BookColumn, BookRow, BookSheet, Held, Sort
from runofshow.paper.sheet import Level
from runofshow.printing.heads import foot_of
from runofshow.printing.plan import Entry, Plan
from runofshow.texts.book import BOOK

_SORTS: Final = {
    Form.LENGTH: Sort.LENGTH,
    Form.MINUTES: Sort.LENGTH,
    Form.HOUR: Sort.HOUR,
    Form.DAY: Sort.DAY,
    Form.DAY_OR_YES: Sort.DAY,
    Form.WHOLE: Sort.WHOLE,
}
_KEY_WIDTH: Final = 30
_EMPTY: Final = Held()
_NOBODY: Final = Key()

Said = Mapping[str, Any]
"""A mapping of the agenda file."""
Cells = Mapping[str, Held]
"""What stands in a row, by the name of its column."""


class _Line(Struct, frozen=True):
    """One item or part with what the agenda file says of it."""

    entry: Entry
    said: Said
    label: str
    """As the other sheets name it."""

    @property
    def item(self) -> Item:
        return self.entry.item


def book_of(plan: Plan) -> Book:
    """The workbook of the agenda."""
    return _Making(plan).book()


class _Making:
    """One workbook in the making."""

    def __init__(self, plan: Plan) -> None:
        self._plan, self._language, self._words = plan, plan.language, BOOK[plan.language]
        today = plan.printed_at.astimezone(plan.tz).date()
        self._said = agenda_entry(plan.agenda, tz=plan.tz, today=today, language=plan.language)
        self._sessions: Sequence[Said] = self._said.get("sessions") or [self._said]
        self._lines = self._all_lines()

    def book(self) -> Book:
        lists = {name: tuple(choices(name, self._language).values()) for name in LISTS}
        lists["item"] = tuple(line.label for line in self._lines.values())
        lists["track"] = tuple(track.track_id for track in self._plan.agenda.tracks)
        return Book(
            title=self._plan.agenda.title,
            language=self._language.value,
            sheets=tuple(self._sheets()),
            lists=lists,
            name_of_lists=self._words.lists,
            told={sort: self._words.told[sort.value] for sort in (Sort.LENGTH, Sort.HOUR, Sort.DAY)},
            foot=foot_of(self._plan),
            printed_at=self._plan.printed_at,
        )

    def _all_lines(self) -> dict[str, _Line]:
        """Every item and part by its id, top to bottom."""
        entries = {entry.item.item_id: entry for entry in self._plan.entries}
        lines: dict[str, _Line] = {}
        labels: set[str] = set()
        for session, told in zip(self._plan.agenda.sessions, self._sessions, strict=True):
            for item, said in zip(session.items, told["items"], strict=True):
                rows = [(item, said), *zip(item.parts, said.get("parts", ()), strict=True)]
                for each, its in rows:
                    label = label_of(each.number, each.title)
                    label += f" [{each.item_id}]" if label in labels else ""
                    labels.add(label)
                    lines[each.item_id] = _Line(entries[each.item_id], its, label)
        return lines

    def _sheets(self) -> Iterator[BookSheet]:
        said, rows = self._said, self._rows_of
        yield self._sheet(SheetKind.ORDER, self._order())
        yield self._sheet(SheetKind.CUES, self._cues())
        yield self._sheet(SheetKind.AWARDS, self._awards())
        yield self._sheet(SheetKind.RECIPIENTS, self._recipients())
        yield self._sheet(SheetKind.TRACKS, rows(SheetKind.TRACKS, said.get("tracks", ()), self._mark))
        yield self._sheet(SheetKind.HEAD, self._head())
        yield self._sheet(SheetKind.DUTIES, rows(SheetKind.DUTIES, said.get("duties", ())))
        yield self._sheet(SheetKind.LEADERS, rows(SheetKind.LEADERS, said.get("leaders", ())))

    def _sheet(self, kind: SheetKind, rows: Iterator[tuple[Cells, Level]]) -> BookSheet:
        columns = COLUMNS[kind]
        hidden = [marker(kind)]
        if kind is SheetKind.ORDER:
            hidden.append(f"{LABELS} {self._plan.revision}")
        heads = [
            BookColumn(
                head=column.head(self._language),
                width=column.width,
                sort=_SORTS.get(column.form, Sort.TEXT),
                choices="kind" if column.form is Form.CHOICES else column.choices,
                reckoned=column.reckoned,
            )
            for column in columns
        ]
        heads += [BookColumn(head, _KEY_WIDTH, hidden=True) for head in hidden]
        names = [column.name for column in columns] + [*hidden]
        made = tuple(
            BookRow(tuple(cells.get(name, _EMPTY) for name in names), level) for cells, level in rows
        )
        return BookSheet(
            name=self._words.sheets[kind.value],
            title=f"{self._words.sheets[kind.value]}: {self._plan.agenda.title}",
            how=self._words.how[kind.value],
            columns=tuple(heads),
            rows=made,
            printed=PRINTED_OF_ORDER if kind is SheetKind.ORDER else len(columns),
        )

    # The rows of each sheet

    def _order(self) -> Iterator[tuple[Cells, Level]]:
        for session, said in zip(self._plan.agenda.sessions, self._sessions, strict=True):
            # the head of a plan with one session has its hours
            hours = {"item.start": said.get("start"), "item.until": said.get("hard_out")}
            title = said.get("title", "") if "sessions" in self._said else ""
            date = said.get("date") if "sessions" in self._said else None
            cells = self._fields(SheetKind.ORDER, hours | {"item.title": title, "session.date": date})
            cells |= {
                LEVEL.name: self._level("session"),
                STARTS.name: Held(session.start_at.astimezone(self._plan.tz).time(), session.start_assumed),
                marker(SheetKind.ORDER): Held(write_key(Key(session.session_id))),
            }
            yield cells, Level.SESSION
            for item in session.items:
                yield self._item(self._lines[item.item_id]), Level.HEADING if item.parts else Level.LINE
                for part in item.parts:
                    yield self._item(self._lines[part.item_id], "part"), Level.PART

    def _item(self, line: _Line, level: str = "item") -> dict[str, Held]:
        item, said, entry = line.item, line.said, line.entry
        handin = said.get("handin")
        cells = self._cells(SheetKind.ORDER, said)
        cells |= {
            LEVEL.name: self._level(level),
            NUMBER.name: Held(item.number, "number" not in said),
            STARTS.name: Held(entry.start.astimezone(self._plan.tz).time().replace(microsecond=0)),
        }
        if "duration" not in said:
            cells[ASSUMED.name] = Held(timedelta(seconds=round(entry.length.total_seconds())), True)
        if handin is not None and "received" not in handin:
            cells |= self._fields(SheetKind.ORDER, {"item.handin.received": False})
        if "protected" not in said and item.protected:
            cells["item.protected"] = self._assumed("yes", "true")
        if "clock" not in said and item.clock is not ClockMode.DOWN:
            cells["item.clock"] = self._assumed("clock", item.clock.value)
        words = ""
        if "mc" in said:
            words = "" if said["mc"] else NO_WORDS
        elif assumed := words_of(item):
            cells["item.mc"] = Held(f"{ABOUT} {assumed}", True)
            words = digest_of_words(assumed)
        cues = LISTED if "cues" in said else ""
        if not cues and item.cues:
            cues = f"{ABOUT}{digest_of_cues(cue_entries(item))}"
        number = None if "number" in said else item.number
        key = Key(item.item_id, "id" not in said, mc=words, cues=cues, number=number)
        cells[marker(SheetKind.ORDER)] = Held(write_key(key))
        cells[f"{LABELS} {self._plan.revision}"] = Held(line.label)
        return cells

    def _cues(self) -> Iterator[tuple[Cells, Level]]:
        for line in self._lines.values():
            listed = "cues" in line.said
            written = line.said["cues"] if listed else cue_entries(line.item)
            for cue, said in zip(line.item.cues, written, strict=True):
                cells = self._cells(SheetKind.CUES, said)
                if not listed:
                    cells = {name: Held(held.of, True) for name, held in cells.items()}
                key = Key(
                    line.item.item_id,
                    "id" not in line.said,
                    own_id=cue.cue_id,
                    own_counted="id" not in said,
                    label=digest_of_words(line.label),
                )
                cells |= {ITEM.name: Held(line.label), marker(SheetKind.CUES): Held(write_key(key))}
                yield cells, Level.LINE

    def _awards(self) -> Iterator[tuple[Cells, Level]]:
        for line in self._lines.values():
            if "award" in line.said:
                cells = self._cells(SheetKind.AWARDS, line.said["award"])
                yield cells | self._of(line, SheetKind.AWARDS), Level.LINE

    def _recipients(self) -> Iterator[tuple[Cells, Level]]:
        for line in self._lines.values():
            # as written: a part has its heading's award when it runs
            award = line.entry.written.award
            if award is None:
                continue
            place = 0
            for one, said in zip(award.recipients, line.said["award"].get("recipients", ()), strict=True):
                cells = self._recipient(one)
                if not one.absent:
                    place += 1
                    cells[ORDER.name] = Held(place)
                is_counted = isinstance(said, str) or "id" not in said
                whose = Key(own_id=one.recipient_id, own_counted=is_counted, who=digest_of_words(one.name))
                yield cells | self._of(line, SheetKind.RECIPIENTS, whose), Level.LINE

    def _recipient(self, one: Recipient) -> dict[str, Held]:
        """What is told of somebody; what their name tells already is as assumed."""
        cells = self._cells(SheetKind.RECIPIENTS, recipient_fields(one))
        if one.posthumous and is_late(one.name):
            cells["recipient.posthumous"] = self._assumed("yes", "true")
        if one.collective is None and is_collective(one):
            cells["recipient.collective"] = self._assumed("yes", "true")
        return cells

    def _of(self, line: _Line, kind: SheetKind, whose: Key = _NOBODY) -> dict[str, Held]:
        """Which item a row belongs to."""
        key = replace(
            whose,
            row_id=line.item.item_id,
            counted="id" not in line.said,
            label=digest_of_words(line.label),
        )
        return {ITEM.name: Held(line.label), marker(kind): Held(write_key(key))}

    def _rows_of(
        self, kind: SheetKind, said: Sequence[Said], more: Any = None
    ) -> Iterator[tuple[Cells, Level]]:
        for number, each in enumerate(said):
            yield self._cells(kind, each) | (more(number, each) if more else {}), Level.LINE

    def _mark(self, number: int, said: Said) -> Cells:
        """The mark that a track has by its title."""
        mark = self._plan.agenda.tracks[number].mark
        if "mark" in said or mark is TrackMark.PLAIN:
            return {}
        return {"track.mark": self._assumed("mark", mark.value)}

    def _head(self) -> Iterator[tuple[Cells, Level]]:
        for field in HEAD_FIELDS:
            value = _at(self._said, field.path)
            for each in value if isinstance(value, list) and value else [value]:
                held = _EMPTY if each is None or each == [] else Held(in_cell(field, each, self._language))
                if field.path == ("rite",) and value is None:
                    held = self._assumed("rite", self._plan.agenda.rite.value)
                yield (
                    {
                        FIELD.name: Held(field.head(self._language)),
                        VALUE.name: Held(held.of, held.assumed, field.choices),
                        marker(SheetKind.HEAD): Held(".".join(field.path)),
                    },
                    Level.LINE,
                )

    # Cells

    def _cells(self, kind: SheetKind, said: Said) -> dict[str, Held]:
        """What a mapping says, in the columns of a sheet."""
        found = {column.name: _at(said, column.path) for column in COLUMNS[kind] if column.path}
        return self._fields(kind, found)

    def _fields(self, kind: SheetKind, values: Said) -> dict[str, Held]:
        known: Mapping[str, Column] = {column.name: column for column in COLUMNS[kind]}
        return {
            name: Held(in_cell(known[name], value, self._language))
            for name, value in values.items()
            if value is not None
        }

    def _level(self, name: str) -> Held:
        return Held(choices("level", self._language)[name])

    def _assumed(self, name: str, value: str) -> Held:
        return Held(f"{ABOUT} {choices(name, self._language)[value]}", True)


def _at(said: Any, path: Sequence[str]) -> Any:
    """What stands there; None where nothing does."""
    for step in path:
        if not isinstance(said, Mapping) or step not in said:
            return None
        said = said[step]
    return said
