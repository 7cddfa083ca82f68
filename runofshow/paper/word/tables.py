"""Tables of a Word file, and columns side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from runofshow.paper import measures
from runofshow.paper.sheet import Cell, Column, Facing, Facts, Level, Paper, Row, Run, Table, line
from runofshow.paper.word.marks import made
from runofshow.paper.word.styles import CELL, FIGURES, set_style
from runofshow.paper.word.text import write_paragraph, write_runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell

_SHADE = {Level.SESSION: "D9D9D9", Level.HEADING: "F2F2F2", Level.TOTAL: "F2F2F2"}
_HEAD_SHADE = "E7E6E6"
_BOLD = frozenset((Level.SESSION, Level.HEADING, Level.TOTAL))
_INDENT_PT = 10
"""Of a part under its heading."""


def add_table(document: Document, block: Table, paper: Paper) -> None:
    """A table at the end of the document."""
    widths = _shared([column.share for column in block.columns], measures.width_mm(paper.landscape))
    table = _new_table(document, len(block.rows) + 1, widths, bordered=True)
    rows = list(table._tbl.tr_lst)
    grid = [list(row.tc_lst) for row in rows]
    _never_torn(rows[0], repeats=True)
    for column, word_cell in zip(block.columns, grid[0], strict=True):
        _fill(word_cell, table, Cell(((Run(column.head, bold=True),),)), centred=True)
        _shade(word_cell, _HEAD_SHADE)
    for row, element, cells in zip(block.rows, rows[1:], grid[1:], strict=True):
        _never_torn(element, repeats=False)
        _row(row, block.columns, cells, table)


def add_facing(document: Document, block: Facing, paper: Paper) -> None:
    """Two columns without lines at the end of the document."""
    whole = measures.width_mm(paper.landscape)
    left = whole * 36 // 100
    widths = [left, whole - left]
    table = _new_table(document, 1, widths, bordered=False)
    sides = (block.left, block.right)
    for word_cell, paragraphs, width in zip(table.rows[0].cells, sides, widths, strict=True):
        for index, each in enumerate(paragraphs):
            write_paragraph(word_cell.paragraphs[0] if index == 0 else word_cell.add_paragraph(), each, width)


def add_facts(document: Document, block: Facts, paper: Paper) -> None:
    """The names of the figures on the left, the figures on the right, without lines."""
    widths = _shared(measures.FACT_SHARES, measures.width_mm(paper.landscape))
    table = _new_table(document, len(block.facts), widths, bordered=False)
    for fact, row in zip(block.facts, table._tbl.tr_lst, strict=True):
        _never_torn(row, repeats=False)
        name, value = row.tc_lst
        _fill(name, table, Cell((line(fact.name),)))
        _fill(value, table, Cell((fact.said(),)))


def _row(row: Row, columns: tuple[Column, ...], cells: list[Any], table: WordTable) -> None:
    keeps = row.level in (Level.SESSION, Level.HEADING)
    if row.level is Level.SESSION:
        _over_all(cells)
        _fill(cells[0], table, row.cells[0], bold=True, keeps=True)
        _shade(cells[0], _SHADE[row.level])
        return
    titled = next((column for column in columns if not column.figures), None)
    for column, cell, word_cell in zip(columns, row.cells, cells, strict=True):
        _fill(
            word_cell,
            table,
            cell,
            centred=column.figures,
            bold=row.level in _BOLD,
            keeps=keeps,
            indent=_INDENT_PT if row.level is Level.PART and column is titled else 0,
        )
        if row.level in _SHADE:
            _shade(word_cell, _SHADE[row.level])


def _over_all(cells: list[Any]) -> None:
    """The first cell takes the width of the whole row."""
    width = sum(int(cell.width or 0) for cell in cells)
    for cell in cells[1:]:
        cell.getparent().remove(cell)
    cells[0].grid_span = len(cells)
    cells[0].width = width


def _fill(
    element: Any,
    table: WordTable,
    cell: Cell,
    *,
    centred: bool = False,
    bold: bool = False,
    keeps: bool = False,
    indent: float = 0,
) -> None:
    from docx.shared import Pt
    from docx.table import _Cell

    word_cell: WordCell = _Cell(element, table)
    for index, runs in enumerate(cell.lines or ((),)):
        paragraph = word_cell.paragraphs[0] if index == 0 else word_cell.add_paragraph()
        set_style(paragraph, FIGURES if centred else CELL)
        if indent:
            paragraph.paragraph_format.left_indent = Pt(indent)
        if keeps:
            paragraph.paragraph_format.keep_with_next = True
        write_runs(paragraph, runs, bold=bold)


def _new_table(document: Document, rows: int, widths: list[int], *, bordered: bool) -> WordTable:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table: WordTable = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if bordered:
        table.style = "Table Grid"
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Mm(width)
    return table


def _shared(shares: Sequence[int], whole: int) -> list[int]:
    widths = [whole * share // sum(shares) for share in shares]
    widths[-1] += whole - sum(widths)
    return widths


def _never_torn(row: Any, *, repeats: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(made("w:cantSplit"))
    if repeats:
        properties.append(made("w:tblHeader"))


def _shade(cell: Any, colour: str) -> None:
    cell.get_or_add_tcPr().append(made("w:shd", val="clear", color="auto", fill=colour))
