"""How high things stand on paper, in points: lines broken as every office program breaks them.

A line takes as many words as fit, and one that is too long for any line is broken where the line ends.
Programs differ by hairs, so a column counts as a little narrower than it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, assert_never

from msgspec import Struct

from runofshow.paper import measures
from runofshow.paper.chart.layout import layouts, size_for
from runofshow.paper.measures import LOOKS, POINTS_OF_A_MM
from runofshow.paper.sheet import Cell, Chart, Column, Facing, Facts, Level, Paragraph, Row, Run, Table
from runofshow.paper.type_widths import sign_width, word_width

_SURELY: Final = 0.99
"""Of a column's width is used, whatever program breaks the lines."""
_RULE_PT: Final = 6
"""The short line under a paragraph, with its room."""
_BOX_PT: Final = 12
BORDER_PT: Final = 0.5
_HYPHENED: Final = re.compile(r"(?<=\w-)(?=[^\W\d])")
"""Where a word is broken behind a hyphen: all programs do so before a letter, not all before a figure."""


class Type(Struct, frozen=True):
    """What text is set in: points, and whether all of it is bold or italic."""

    size: float
    bold: bool = False
    italic: bool = False
    lines: float = 1.0
    """Height of a line, by the type's own."""

    @property
    def line_pt(self) -> float:
        return self.size * measures.LINE_OF_TYPE * self.lines


def line_starts(runs: Sequence[Run], type_: Type, width: float, first: float = 0) -> list[int]:
    """Where in the text of `runs` each of its lines begins, in a column of `width` points. The first line is
    set in by `first` points."""
    room = width * _SURELY
    starts, at, x, is_begun = [0], 0, first, False
    for run in runs:
        bold = type_.bold or run.bold or run.tone in measures.LOUD
        italic = type_.italic or run.italic
        scale = type_.size * measures.run_scale(run) / 1000
        space = sign_width(" ", bold, italic) * scale
        for index, part in enumerate(run.text.split("\n")):
            if index:
                at += 1
                starts.append(at)
                x, is_begun = 0.0, False
            for number, spaced in enumerate(part.split(" ")):
                if number:
                    at += 1
                    x += space
                for word in _HYPHENED.split(spaced) if "-" in spaced else (spaced,):
                    wide = word_width(word, bold, italic) * scale
                    if x + wide > room and is_begun:
                        starts.append(at)
                        x = 0.0
                    if wide > room:
                        for place, sign in enumerate(word):
                            each = sign_width(sign, bold, italic) * scale
                            if x + each > room and x > 0:
                                starts.append(at + place)
                                x = 0.0
                            x += each
                    else:
                        x += wide
                    is_begun = is_begun or bool(word)
                    at += len(word)
    return starts


def block_height(block: Paragraph | Facts | Facing | Chart, width_mm: int, size: float) -> float:
    """Of what is no table, across that width; `size` is that of the type of tables."""
    match block:
        case Paragraph():
            return paragraph_height(block, width_mm * POINTS_OF_A_MM)
        case Facts():
            return sum(_fact_heights(block, width_mm, size))
        case Facing():
            return max(
                sum(paragraph_height(each, room) for each in paragraphs)
                for paragraphs, room in zip(
                    (block.left, block.right), _rooms(measures.FACT_SHARES, width_mm), strict=True
                )
            )
        case Chart():
            is_wide = width_mm > measures.width_mm(False)
            return sum(picture.height for picture in layouts(block, *size_for(is_wide)))
        case _:
            assert_never(block)


def paragraph_height(block: Paragraph, width: float) -> float:
    """With the room over and under it."""
    look = LOOKS[block.style]
    lines = len(line_starts(block.runs, type_of(block), width, look.first))
    rule = (_RULE_PT if look.rule else 0) + (_BOX_PT if look.boxed else 0)
    return lines * type_of(block).line_pt + look.before + look.after + rule


def type_of(block: Paragraph) -> Type:
    """What a paragraph is set in."""
    look = LOOKS[block.style]
    return Type(look.size, look.bold, look.italic, look.lines)


def row_height(row: Row, columns: Sequence[Column], width_mm: int, size: float) -> float:
    """Of a row of a table that is so wide."""
    type_ = row_type(row, size)
    if row.level is Level.SESSION:
        return cell_height(row.cells[0], _rooms((1,), width_mm)[0], type_) + BORDER_PT
    rooms = cell_rooms(row, columns, width_mm)
    return (
        max(cell_height(cell, room, type_) for cell, room in zip(row.cells, rooms, strict=True)) + BORDER_PT
    )


def height_in(table: Table, row: Row, width_mm: int, size: float) -> float:
    """Of a row where it stands: a card is as high as all are."""
    return max(row_height(row, table.columns, width_mm, size), table.cut_mm * POINTS_OF_A_MM)


def head_height(table: Table, width_mm: int, size: float) -> float:
    """Of the head of a table; cards have none."""
    if table.cut_mm:
        return 0
    head = Row(tuple(Cell(((Run(column.head),),)) for column in table.columns), Level.HEADING)
    return row_height(head, table.columns, width_mm, size)


def cell_rooms(row: Row, columns: Sequence[Column], width_mm: int) -> list[float]:
    """How wide the text of each cell may be, in points."""
    rooms = _rooms([column.share for column in columns], width_mm)
    if row.level is Level.PART:
        titled = next((at for at, column in enumerate(columns) if not column.figures), 0)
        rooms[titled] -= measures.PART_INDENT_PT
    return rooms


def _rooms(shares: Sequence[int], width_mm: int) -> list[float]:
    widths = measures.columns_mm(shares, width_mm)
    return [width * POINTS_OF_A_MM - 2 * measures.CELL_ASIDE_PT - BORDER_PT for width in widths]


def row_type(row: Row, size: float) -> Type:
    """What a row is set in."""
    return Type(size, bold=row.level in measures.BOLD_LEVELS)


def cell_height(cell: Cell, room: float, type_: Type) -> float:
    """Of the lines of a cell, with the room over and under each."""
    picture = measures.CODE_MM * POINTS_OF_A_MM + 2 * measures.CELL_OVER_PT if cell.code else 0
    return picture + sum(told_height(runs, room, type_) for runs in cell.lines or ((),))


def told_height(runs: tuple[Run, ...], room: float, type_: Type) -> float:
    """Of one line of a cell, however often it wraps."""
    # a small run beside others does not lower its line
    scale = max((measures.run_scale(run) for run in runs), default=1.0)
    return len(line_starts(runs, type_, room)) * type_.line_pt * max(scale, 1.0) + 2 * measures.CELL_OVER_PT


def _fact_heights(block: Facts, width_mm: int, size: float) -> list[float]:
    left, right = _rooms(measures.FACT_SHARES, width_mm)
    type_ = Type(size)
    return [
        max(told_height((Run(fact.name),), left, type_), told_height(fact.said(), right, type_))
        for fact in block.facts
    ]
