"""A sheet as a Part: rows with their own numbers, merged cells, rows that are hidden."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from runofshow.documents.document import Cell, Document, Line, Part, Place, Row, Table
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.office.plain import plain
from runofshow.office.sheet import MOST_CELLS, MOST_COLUMNS, PLAIN_LOOK, Look, Sheet
from runofshow.office.workbook import workbook_sheets


def read_workbook(data: bytes, name: str) -> Document:
    """Each sheet a part, hidden ones too. Raises CannotRead as `workbook_sheets`."""
    sheets, whole = workbook_sheets(data)
    parts = [part_of(sheet) for sheet in sheets]
    return Document(name=name, parts=tuple(parts), doubts=doubts_of(sheets, parts, cut_short=not whole))


def part_of(sheet: Sheet) -> Part:
    """The sheet as it was put together; empty when it has no words that are shown."""
    cells = {
        row: shown
        for row, found in sheet.cells.items()
        if (shown := {at: cell for at, cell in found.items() if at not in sheet.hidden_columns})
    }
    if not cells:
        return Part(blocks=(), name=sheet.name, hidden=sheet.hidden)
    first, last = min(map(min, cells.values())), max(map(max, cells.values()))
    numbers = sorted(cells)
    covered = _covered(sheet, numbers)
    rows = []
    for row in numbers:
        found = cells.get(row, {})
        made = [
            _cell(sheet, row, column, found.get(column), numbers, last)
            for column in range(first, last + 1)
            if (row, column) not in covered
        ]
        rows.append(Row(cells=tuple(made), number=row + 1, hidden=row in sheet.hidden_rows))
    table = Table(rows=tuple(rows), place=Place(sheet=sheet.name))
    return Part(blocks=(table,), name=sheet.name, hidden=sheet.hidden)


def _covered(sheet: Sheet, numbers: list[int]) -> set[tuple[int, int]]:
    """The cells that are only a part of one above or at the left."""
    covered: set[tuple[int, int]] = set()
    for (row, column), (last_row, last_column) in sheet.merged.items():
        if len(covered) > MOST_CELLS * 4:  # a table of merged cells alone
            break
        columns = range(column, min(last_column, MOST_COLUMNS) + 1)
        rows = numbers[bisect_left(numbers, row) : bisect_right(numbers, last_row)]
        covered.update((at_row, at) for at_row in rows for at in columns if (at_row, at) != (row, column))
    return covered


def _cell(
    sheet: Sheet, row: int, column: int, held: tuple[str, Look] | None, numbers: list[int], last: int
) -> Cell:
    last_row, last_column = sheet.merged.get((row, column), (row, column))
    rows = bisect_right(numbers, last_row) - bisect_left(numbers, row)
    columns = min(last_column, max(last, column)) - column + 1
    text, look = held or ("", PLAIN_LOOK)
    lines: list[Line] = []
    for written in map(plain, text.replace("\r", "").split("\n")):
        if written:
            lines.append(
                Line(
                    text=written,
                    place=Place(sheet=sheet.name, row=row + 1, column=column + 1),
                    indent=look.indent,
                    bold=look.bold,
                    italic=look.italic,
                    centred=look.centred,
                    goes_on=bool(lines),
                )
            )
    return Cell(blocks=tuple(lines), column=column, columns=columns, rows=rows)


def doubts_of(sheets: list[Sheet], parts: list[Part], *, cut_short: bool = False) -> tuple[Doubt, ...]:
    """What of the workbook is not shown to who opens it, and what is not read."""
    found = [
        Doubt.of(DoubtCode.HIDDEN_SHEET, name=part.name) for part in parts if part.hidden and part.blocks
    ]
    for part in parts:
        rows = [row for block in part.blocks if isinstance(block, Table) for row in block.rows]
        count = sum(row.hidden and any(cell.blocks for cell in row.cells) for row in rows)
        if count and not part.hidden:
            found.append(Doubt.of(DoubtCode.HIDDEN_ROWS, name=part.name, count=count))
    if cut_short or any(sheet.cut_short for sheet in sheets):
        found.append(Doubt.of(DoubtCode.CUT_SHORT))
    return tuple(found)
