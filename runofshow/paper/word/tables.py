"""Tables of a Word file, and columns side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Final

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.sheet import (
    Cell,
    Column,
    Facing,
    Facts,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    line,
)
from runofshow.paper.word.marks import KEPT, mark, twips
from runofshow.paper.word.pictures import code_xml
from runofshow.paper.word.styles import CELL, FIGURES
from runofshow.paper.word.text import paragraph_xml, runs_xml, styled
from runofshow.paper.word.unseen import named

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_SHADE: Final = {Level.SESSION: "D9D9D9", Level.HEADING: "F2F2F2", Level.TOTAL: "F2F2F2"}
_HEAD_SHADE: Final = "E7E6E6"
_INDENT: Final = mark("ind", left=measures.PART_INDENT_PT * 20)
"""Of a part under its heading."""


_BAR: Final = f"<w:tcBorders>{mark('left', val='single', sz=48, space=0, color='auto')}</w:tcBorders>"


def table_xml(block: Table, paper: Paper, part: DocumentPart) -> str:
    """A table with lines; its head comes again on each page, no row is torn. `part` keeps its pictures."""
    widths = measures.columns_mm(
        [column.share for column in block.columns], measures.width_mm(paper.landscape)
    )
    heads = (
        _cell(width, _lines(Cell((line(column.head, bold=True),)), FIGURES, paper.size, KEPT), _HEAD_SHADE)
        for column, width in zip(block.columns, widths, strict=True)
    )
    shown = (row if paper.kept else replace(row, key="") for row in block.rows)
    if block.cut_mm:
        cards = (_card_row(row, block, widths, paper.size, part) for row in shown)
        return _table(widths, cards, bordered=True)
    rows = (_of_level(row, block.columns, widths, paper.size) for row in shown)
    return _table(widths, (_row(heads, repeats=True), *rows), bordered=True)


def _card_row(row: Row, block: Table, widths: Sequence[int], size: float, part: DocumentPart) -> str:
    """Cards side by side: dashed lines to cut along, and none where a column is joined to the one before."""
    cells = []
    joined = [*(column.joined for column in block.columns), False]
    for at, (column, cell, width) in enumerate(zip(block.columns, row.cells, widths, strict=True)):
        sides = {"top": True, "left": not joined[at], "bottom": True, "right": not joined[at + 1]}
        lines = (mark(side, val="dashed" if is_cut else "nil", sz=4) for side, is_cut in sides.items())
        borders = _BAR if row.changed and not at else f"<w:tcBorders>{''.join(lines)}</w:tcBorders>"
        style = FIGURES if column.figures else CELL
        picture = styled(style, code_xml(cell.code, part)) if cell.code else ""
        told = picture + _lines(cell, style, size)
        look = mark("tcW", w=twips(width), type="dxa") + borders + mark("vAlign", val="center")
        cells.append(f"<w:tc><w:tcPr>{look}</w:tcPr>{told}</w:tc>")
    return _row(cells, height=twips(block.cut_mm))


def facing_xml(block: Facing, paper: Paper) -> str:
    """Two columns without lines."""
    widths = measures.columns_mm(measures.FACT_SHARES, measures.width_mm(paper.landscape))
    sides = (
        _cell(width, "".join(map(paragraph_xml, side or (Paragraph(()),), repeat(width))))
        for side, width in zip((block.left, block.right), widths, strict=True)
    )
    return _table(widths, (_row(sides),))


def facts_xml(block: Facts, paper: Paper) -> str:
    """The names of the figures on the left, the figures on the right, without lines."""
    widths = measures.columns_mm(measures.FACT_SHARES, measures.width_mm(paper.landscape))
    rows = (
        _row(
            _cell(width, _lines(Cell((runs,)), Style.BODY.value, measures.LOOKS[Style.BODY].size, KEPT))
            for runs, width in zip((line(fact.name), fact.said()), widths, strict=True)
        )
        for fact in block.facts
    )
    return _table(widths, rows)


def _of_level(row: Row, columns: tuple[Column, ...], widths: Sequence[int], size: float) -> str:
    shade, bold = _SHADE.get(row.level, ""), row.level in measures.BOLD_LEVELS
    keeps = KEPT if row.level in (Level.SESSION, Level.HEADING) else ""
    if row.level is Level.SESSION:
        told = _lines(row.cells[0], CELL, size, keeps, bold=True)
        over_all = _cell(sum(widths), told, shade, over=len(widths), changed=row.changed)
        return _row((named(over_all, row.key) if row.key and not row.continues else over_all,))
    titled = next((column for column in columns if not column.figures), None)
    cells: list[str] = []
    for column, cell, width in zip(columns, row.cells, widths, strict=True):
        indent = _INDENT if row.level is Level.PART and column is titled else ""
        style = FIGURES if column.figures else CELL
        told = _lines(cell, style, size, keeps + indent, bold=bold)
        cells.append(_cell(width, told, shade, changed=row.changed and not cells))
    if row.key and not row.continues:
        cells = [named(each, row.key, place) for place, each in enumerate(cells)]
    return _row(cells)


def _lines(cell: Cell, style: str, size: float, marks: str = "", *, bold: bool = False) -> str:
    """A paragraph for each line; a cell without any would be no cell to Word."""
    empty: tuple[Run, ...] = ()
    return "".join(styled(style, runs_xml(runs, size, bold=bold), marks) for runs in cell.lines or (empty,))


def _cell(width: int, paragraphs: str, shade: str = "", *, over: int = 1, changed: bool = False) -> str:
    """`over` is how many columns it stands in; the first cell of a row that has changed has a bar."""
    look = mark("tcW", w=twips(width), type="dxa")
    look += mark("gridSpan", val=over) if over > 1 else ""
    look += _BAR if changed else ""
    look += mark("shd", val="clear", color="auto", fill=shade) if shade else ""
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraphs}</w:tc>"


def _row(cells: Iterable[str], *, repeats: bool = False, height: int = 0) -> str:
    head = "<w:tblHeader/>" if repeats else ""
    high = mark("trHeight", val=height, hRule="atLeast") if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{high}{head}</w:trPr>{''.join(cells)}</w:tr>"


def _table(widths: Sequence[int], rows: Iterable[str], *, bordered: bool = False) -> str:
    look = (
        mark("tblStyle", val="TableGrid") if bordered else "",
        mark("tblW", w=0, type="auto"),
        mark("jc", val="center"),
        mark("tblLayout", type="fixed"),
    )
    grid = "".join(mark("gridCol", w=twips(width)) for width in widths)
    return f"<w:tbl><w:tblPr>{''.join(look)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
