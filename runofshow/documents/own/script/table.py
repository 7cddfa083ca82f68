"""The table of a script as sessions with their rows, each row known by the name that its file gives it.

A table that goes on over several pages is one, and so is a row; a line that was torn says so at both ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from runofshow.documents.document import Block, Place, Table
from runofshow.documents.document import Cell as DocumentCell
from runofshow.documents.own.script.rows import Cell, ScriptRow
from runofshow.paper.kept import Kept, KeptRow, digest, mark_of
from runofshow.paper.torn import GOES_ON, WENT_ON
from runofshow.texts.printing import PrintingTexts

COLUMNS: Final = ("at", "what", "who", "words", "gear", "in_charge")
"""By the names of their heads in texts/printing.py."""


class SessionRows(Struct, frozen=True):
    """A session, with the rows that stand under its name."""

    key: str
    """Empty of one that is new."""
    cell: Cell
    """Its row; without lines where it has none."""
    kept: KeptRow | None
    """None of one that is new."""
    rows: tuple[ScriptRow, ...]


def is_script(table: Table, kept: Kept, words: PrintingTexts) -> bool:
    """Whether a table has the heads of ours that a script cannot be without, or rows of ours."""
    marks = {mark_of(key) for key in kept.rows}
    return any(row.mark in marks for row in table.rows) or {"at", "what"} <= set(
        _heads(table, words).values()
    )


def missing_columns(table: Table, words: PrintingTexts) -> list[str]:
    """The heads of ours that a table of the script lacks."""
    there = set(_heads(table, words).values())
    return [str(getattr(words, name)) for name in COLUMNS if name not in there]


def _heads(table: Table, words: PrintingTexts) -> dict[int, str]:
    """What stands in each column of the grid: our name of it, by its head, or by its place where somebody has
    changed a head or taken out the row of heads; else its head as it stands."""
    return named_columns(table, {str(getattr(words, name)): name for name in COLUMNS})


def named_columns(table: Table, ours: Mapping[str, str]) -> dict[int, str]:
    """The names of a table's columns by their heads, `ours` in their order."""
    cells = table.rows[0].cells if table.rows else ()
    texts = {cell.column: " ".join(cell.text.split()) for cell in cells}
    heads = {column: ours.get(text, text) for column, text in texts.items()}
    if table.width == len(ours):
        places = dict(enumerate(ours.values()))
        heads |= {
            column: name
            for column, name in places.items()
            if name not in heads.values() and heads.get(column) not in places.values()
        }
    return heads


def has_heads(table: Table) -> bool:
    """Whether its first row is that of its heads, and not one of ours already."""
    return not table.rows[0].mark


def sessions_in(blocks: Sequence[Block], kept: Kept, words: PrintingTexts) -> list[SessionRows]:
    """The sessions of all tables of the script together."""
    keys = {mark_of(key): key for key in kept.rows}
    found: list[tuple[str, Cell, list[ScriptRow]]] = []
    seen: set[str] = set()
    for block in blocks:
        if not isinstance(block, Table) or not is_script(block, kept, words):
            continue
        for row in _rows(block, kept, words, keys):
            if found and found[-1][2] and row.cells["at"].lines[:1] == (words.continued,):
                found[-1][2][-1] = _joined(found[-1][2][-1], row)
                continue
            # of a row that was copied one alone is what it was
            key = "" if row.key in seen else row.key
            seen.add(key)
            if _is_session(row, kept):
                found.append((key, row.cells["at"], []))
                continue
            if not found:
                found.append((kept.sessions[0] if kept.sessions else "", Cell(Place()), []))
            found[-1][2].append(row if key else ScriptRow(row.cells, row.place, "", None, row.more))
    left = {row.title: key for key, row in kept.rows.items() if key not in seen and row.title}
    for _, _, rows in found:
        rows[:] = [_by_its_words(row, kept, left) for row in rows]
    return [
        SessionRows(key, cell, kept.rows.get(key), tuple(rows)) for key, cell, rows in found if rows or key
    ]


def _by_its_words(row: ScriptRow, kept: Kept, left: dict[str, str]) -> ScriptRow:
    """A row that has lost its name, as the one with the same title of which none is left."""
    lines = row.cells["what"].lines
    key = left.pop(digest(lines[0]), "") if not row.key and lines else ""
    return ScriptRow(row.cells, row.place, key, kept.rows[key], row.more) if key else row


def _is_session(row: ScriptRow, kept: Kept) -> bool:
    return row.key in kept.sessions or set(row.cells) == {"at"}


def _rows(table: Table, kept: Kept, words: PrintingTexts, keys: dict[str, str]) -> Iterator[ScriptRow]:
    """The rows under the head that say anything; one over the whole width has one cell."""
    heads = _heads(table, words)
    for row in table.rows[has_heads(table) :]:
        place = Place(table=table.place.table, row=row.number)
        key = keys.get(row.mark, "")
        if not key and not any(cell.text for cell in row.cells):
            continue
        cells = {heads.get(cell.column, ""): _cell(cell, place) for cell in row.cells}
        if len(cells) > 1:
            cells = {"at": Cell(place), "what": Cell(place)} | cells
        more = tuple(
            f"{name}: {cell.text}".removeprefix(": ")
            for name, cell in cells.items()
            if name not in COLUMNS and cell.text
        )
        yield ScriptRow(cells, place, key, kept.rows.get(key), more)


def _joined(first: ScriptRow, rest: ScriptRow) -> ScriptRow:
    """A row with what of it stands on the next page."""
    cells = dict(first.cells)
    for name, cell in rest.cells.items():
        lines = cell.lines[1:] if name == "at" else cell.lines
        before = cells[name].lines if name in cells else ()
        if before and lines and before[-1].endswith(GOES_ON) and lines[0].startswith(WENT_ON):
            whole = f"{before[-1].removesuffix(GOES_ON)} {lines[0].removeprefix(WENT_ON)}"
            before, lines = before[:-1], (whole, *lines[1:])
        cells[name] = Cell(cells[name].place if name in cells else cell.place, (*before, *lines))
    return ScriptRow(cells, first.place, first.key, first.kept, (*first.more, *rest.more))


def _cell(cell: DocumentCell, row: Place) -> Cell:
    lines: list[str] = []
    for line in cell.lines:
        text = f"{line.mark} {line.text}" if line.mark else line.text
        if line.goes_on and lines:
            lines[-1] += f"\n{text}"
        else:
            lines.append(text)
    return Cell(
        Place(table=row.table, row=row.row, column=cell.column + 1), tuple(line for line in lines if line)
    )
