"""A sheet as an Excel workbook: each table and chart on a sheet of its own, under its paragraphs.

Hours and lengths are real ones, so they can be sorted and summed; text is never taken for a formula. The head
is repeated on every printed page and stays in sight on the screen.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import UTC
from typing import Any, Final

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.chart.drawing import drawings
from runofshow.paper.chart.picture import DPI, find_painter
from runofshow.paper.codes import SIZE as CODE_DOTS
from runofshow.paper.codes import as_png
from runofshow.paper.divided import Sheet, sheets
from runofshow.paper.excel_values import excel_value
from runofshow.paper.heights import Type
from runofshow.paper.leaf import Leaf, kept_together
from runofshow.paper.measures import LOOKS
from runofshow.paper.pages import pages_of
from runofshow.paper.row_heights import HIGHEST, height_of, is_large, low_rows, room_of, rooms_of, widest
from runofshow.paper.sheet import (
    Cell,
    Chart,
    Column,
    Level,
    Margin,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    Value,
    paragraph,
)

_A4: Final = 9
_BAR: Final = 5
"""Excel's thickest line: at the side of a row that has changed."""
_DASHED: Final = 3
_DOWN: Final = 60
"""Dots of the screen over the code of a card: it stands in the middle, its digits under it."""
_INDENT_PT: Final = 9
"""What an indent of one takes of a cell, three blanks of its digits at the most [E]."""
_SIGNS_OF_A_MM: Final = 0.52
"""Excel measures a column in digits of its type; so many stand on a millimetre."""
_TYPE_OF_DIGITS: Final = 11
_LARGEST: Final = 14
"""Points of the type of a paragraph."""
_SHADE: Final = {Level.SESSION: "#D9D9D9", Level.HEADING: "#F2F2F2", Level.TOTAL: "#F2F2F2"}
_INCH_IN_MM: Final = 25.4
_ROW: Final = 16
"""Points of a row under a picture; one that nobody sets is 15 for Excel and less for others."""
_DPI_OF_EXCEL: Final = 96
"""That it takes a picture for, which does not say its own."""
_LONGEST_TEXT: Final = 32_767
"""Characters that Excel takes in a cell."""


def as_workbook(paper: Paper) -> bytes:
    """The bytes of an .xlsx file."""
    import xlsxwriter

    kept = io.BytesIO()
    # the type whose digits measure columns: every program knows it, or one as wide
    digits = {"font_name": measures.FONT, "font_size": _TYPE_OF_DIGITS, "font_scheme": False}
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "default_format_properties": digits})
    about: dict[str, Any] = {"title": paper.title}
    if paper.printed_at is not None:
        about["created"] = paper.printed_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties(about)
    writer = _Writer(book, paper)
    if not paper.margins:
        for sheet in sheets(paper):
            writer.sheet(sheet)
    for margin, page in zip(paper.margins, pages_of(paper) if paper.margins else (), strict=True):
        # a page that holds two tables is two sheets of one label
        for number, sheet in enumerate(sheets(replace(paper, blocks=page)), start=1):
            name = margin.label if number == 1 else f"{margin.label} ({number})"
            writer.sheet(replace(sheet, name=name), margin)
    book.close()
    return kept.getvalue()


class _Writer:
    """One workbook while it is written; formats are made once for each look."""

    def __init__(self, book: Any, paper: Paper) -> None:
        self._book, self._paper = book, paper
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._paint = find_painter() if any(isinstance(each, Chart) for each in paper.blocks) else None

    def sheet(self, divided: Sheet, margin: Margin | None = None) -> None:
        """One worksheet; `margin` is of a page that is not just counted."""
        table = divided.shown if isinstance(divided.shown, Table) else None
        sheet = self._book.add_worksheet(divided.name)
        self._set_up(sheet, margin)
        widths = self._widths(table)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        leaf = Leaf(sheet)
        has_lines_alone = divided.shown is None and not self._paper.paged
        for each, follows in kept_together(divided.before):
            if has_lines_alone:
                lines = (each, *follows)
                leaf.begin(
                    leaf.is_full_for(sum(self._high(one, widths) for one in lines), self._paper.landscape)
                )
            self._paragraph(leaf, each, widths)
        if table is not None:
            if not table.cut_mm:
                self._head(leaf, table, widths)
            for part in (table, *divided.more):
                leaf.begin(part.new_page and part is not table)
                for row in part.rows:
                    self._row(leaf, part, row, widths)
        if isinstance(divided.shown, Chart):
            self._chart(leaf, divided.shown, widths)
        for each in divided.after:
            self._paragraph(leaf, each, widths)
        if self._paper.paged:
            sheet.set_start_page(divided.page)
        if self._paper.paged or (has_lines_alone and leaf.is_broken):
            leaf.fit(widest(widths), self._paper.landscape)

    def _chart(self, leaf: Leaf, chart: Chart, widths: Sequence[float]) -> None:
        """The pictures of a chart, each on a page."""
        if self._paint is None:
            self._paragraph(leaf, paragraph(chart.instead), widths)
            return
        sheet, row = leaf.sheet, leaf.row
        sheet.set_default_row(_ROW)
        pages: list[int] = []
        for drawing in drawings(chart, self._paper.landscape):
            pages.append(row)
            scale = _DPI_OF_EXCEL / DPI
            told = {"description": drawing.told, "x_scale": scale, "y_scale": scale, "object_position": 2}
            picture = {"image_data": io.BytesIO(self._paint(drawing))} | told
            sheet.insert_image(row, 0, f"{drawing.title}.png", picture)
            row += math.ceil(drawing.height / _ROW) + 1
        sheet.set_h_pagebreaks(pages[1:])
        leaf.row = row

    def _set_up(self, sheet: Any, margin: Margin | None) -> None:
        paper = self._paper
        if paper.landscape:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        top, right, bottom, left = (each / _INCH_IN_MM for each in measures.margins_mm(paper.landscape))
        sheet.set_margins(left=left, right=right, top=top, bottom=bottom)
        # a figure right behind a size would be read as one of it
        number = "&P" if margin is None else f" {_in_margin(_over(margin))}"
        small = f'&"{measures.FONT},Italic"&{measures.FOOT_PT} '
        sheet.set_header(
            f'&L&"{measures.FONT},Bold"{_in_margin(paper.mark)}&C&"{measures.FONT}"&{measures.NUMBER_PT}{number}'
        )
        told = f"&L{small}{_in_margin(margin.foot)}" if margin is not None and margin.foot else ""
        sheet.set_footer(f"{told}&R{small}{_in_margin(paper.foot)}")

    def _widths(self, table: Table | None) -> list[float]:
        whole = measures.width_mm(self._paper.landscape) * _SIGNS_OF_A_MM
        if table is None:
            return [whole]
        shares = sum(column.share for column in table.columns)
        widths: list[float] = []
        for column in table.columns:
            parts = max(1, len(column.reckoned))
            # an hour needs its room, however many stand for a column of the paper
            each = max(whole * column.share / shares / parts, 7.0 if column.reckoned else 4.0)
            widths += [each] * parts
        return widths

    def _high(self, block: Paragraph, widths: Sequence[float]) -> float:
        look = LOOKS[block.style]
        type_ = Type(min(look.size, _LARGEST), look.bold, look.italic)
        return min(height_of([((block.runs,), room_of(widths))], type_), HIGHEST)

    def _paragraph(self, leaf: Leaf, block: Paragraph, widths: Sequence[float]) -> None:
        look = LOOKS[block.style]
        size = min(look.size, _LARGEST)
        is_bold = look.bold or (bool(block.runs) and all(run.bold for run in block.runs))
        letters = {"bold": is_bold, "italic": look.italic, "font_size": size}
        place = {"align": "center" if look.centred else "left", "valign": "top", "text_wrap": True}
        bar = {"left": _BAR} if block.changed else {}
        leaf.begin(block.new_page)
        row = leaf.take(self._high(block, widths))
        if len(widths) > 1:
            made = self._format(**letters, **place, **bar)
            leaf.sheet.merge_range(row, 0, row, len(widths) - 1, "", made)
        self._text(leaf.sheet, row, 0, (block.runs,), letters, place | bar)

    def _head(self, leaf: Leaf, table: Table, widths: Sequence[float]) -> None:
        made = self._format(
            bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color="#E7E6E6"
        )
        heads = [head for column in table.columns for head in column.reckoned or (column.head,)]
        told = [(((Run(head),),), room_of((width,))) for head, width in zip(heads, widths, strict=True)]
        height = height_of(told, Type(self._paper.size, bold=True))
        row = leaf.take(height)
        for at, head in enumerate(heads):
            leaf.sheet.write_string(row, at, head, made)
        leaf.repeat(row, height)

    def _row(self, leaf: Leaf, table: Table, written: Row, widths: Sequence[float]) -> None:
        look: dict[str, Any] = {"border": 1, "valign": "top", "text_wrap": True}
        if written.level in _SHADE:
            look |= {"bold": True, "bg_color": _SHADE[written.level]}
        type_ = Type(self._paper.size, bold=written.level in _SHADE)
        if written.level is Level.SESSION:
            look |= {"left": _BAR} if written.changed else {}
            made = self._format(**look)
            row = leaf.take(height_of([(written.cells[0].lines, room_of(widths))], type_))
            if len(widths) > 1:
                leaf.sheet.merge_range(row, 0, row, len(widths) - 1, "", made)
            leaf.sheet.write_string(row, 0, _lines(written.cells[0]), made)
            return
        rooms = rooms_of(table.columns, widths)
        for part in low_rows(written, rooms, type_, self._paper.continued):
            titled = next((column for column in table.columns if not column.figures), None)
            set_in = titled if written.level is Level.PART else None
            told = [
                (cell.lines, room - _INDENT_PT if column is set_in else room)
                for column, cell, room in zip(table.columns, part.cells, rooms, strict=True)
                if not cell.values or is_large(cell.lines)
            ]
            least = table.cut_mm * measures.POINTS_OF_A_MM
            row = leaf.take(min(max(height_of(told, type_), least), HIGHEST))
            at = 0
            for column, cell in zip(table.columns, part.cells, strict=True):
                more = {"indent": 1} if column is set_in else {}
                more |= _cutting(table, column) if table.cut_mm else {}
                more |= {"left": _BAR} if written.changed and not at else {}
                if cell.code:
                    self._code(leaf.sheet, row, at, cell.code)
                at = self._cell(leaf.sheet, row, at, column, cell, look | more)

    def _code(self, sheet: Any, row: int, at: int, digits: str) -> None:
        """The picture of a code, in the middle of its column by and large."""
        scale = measures.CODE_MM / _INCH_IN_MM * _DPI_OF_EXCEL / CODE_DOTS
        place = {"x_offset": 2, "y_offset": _DOWN, "x_scale": scale, "y_scale": scale, "object_position": 1}
        picture = {"image_data": io.BytesIO(as_png(digits)), "description": digits} | place
        sheet.insert_image(row, at, f"{digits}.png", picture)

    def _cell(self, sheet: Any, row: int, at: int, column: Column, cell: Cell, look: dict[str, Any]) -> int:
        """Write a cell of the paper; the column behind it is returned."""
        look = look | ({"align": "center"} if column.figures else {})
        if is_large(cell.lines):
            look = look | {"font_size": round(self._paper.size * measures.LARGE_RUN)}
        parts = max(1, len(column.reckoned))
        if len(cell.values) == parts:
            for value in cell.values:
                self._value(sheet, row, at, value, look)
                at += 1
            return at
        runs = [run for runs in cell.lines for run in runs]
        if runs and all(run.bold for run in runs):
            look = look | {"bold": True}
        letters: dict[str, Any] = {key: look[key] for key in ("bold", "font_size") if key in look}
        self._text(sheet, row, at, cell.lines, letters, look)
        for more in range(1, parts):
            sheet.write_blank(row, at + more, None, self._format(**look))
        return at + parts

    def _text(
        self,
        sheet: Any,
        row: int,
        at: int,
        lines: Sequence[tuple[Run, ...]],
        letters: dict[str, Any],
        look: dict[str, Any],
    ) -> None:
        """Lines in a cell, what is new in them underlined; `letters` is what they are set in."""
        made = self._format(**(look | letters))
        if not any(run.changed for runs in lines for run in runs):
            sheet.write_string(row, at, "\n".join(map(_text, lines))[:_LONGEST_TEXT], made)
            return
        looks = self._format(**letters), self._format(**letters, underline=1)
        runs = [run for runs in lines for run in (*runs, Run("\n"))][:-1]
        parts = [part for run in runs if run.text for part in (looks[run.changed], run.text)]
        if len(parts) == len(looks):
            sheet.write_string(row, at, parts[1], self._format(**(look | letters), underline=1))
        else:
            sheet.write_rich_string(row, at, *parts, made)

    def _value(self, sheet: Any, row: int, at: int, value: Value, look: dict[str, Any]) -> None:
        about = '"~"' if value.about else ""
        number, shown = excel_value(value, self._paper.language)
        made = self._format(**look, num_format=about + shown)
        match number:
            case str():
                sheet.write_string(row, at, number, made)
            case int() | float():
                sheet.write_number(row, at, number, made)
            case _:
                sheet.write_datetime(row, at, number, made)

    def _format(self, **look: Any) -> Any:
        whole = {"font_name": measures.FONT, "font_size": self._paper.size} | look
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(whole)
        return self._formats[key]


def _cutting(table: Table, column: Column) -> dict[str, Any]:
    """The lines of a card, to be cut along; a code stands over its digits."""
    at = table.columns.index(column)
    following = table.columns[at + 1] if at + 1 < len(table.columns) else None
    sides = {"left": not column.joined, "right": following is None or not following.joined}
    lines = {"border": 0, "top": _DASHED, "bottom": _DASHED}
    lines |= {side: _DASHED for side, is_cut in sides.items() if is_cut}
    return lines | {"valign": "bottom" if column.figures else "vcenter"}


def _over(margin: Margin) -> str:
    """The label of a page and what it says of it; the first bears no number."""
    label = "" if margin.label == "1" else margin.label
    return "\n".join(filter(None, (label, margin.head)))


def _in_margin(text: str) -> str:
    """Text as a head or a foot of Excel's takes it."""
    return text.replace("&", "&&")


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)[:_LONGEST_TEXT]


def _lines(cell: Cell) -> str:
    return "\n".join(map(_text, cell.lines))[:_LONGEST_TEXT]
