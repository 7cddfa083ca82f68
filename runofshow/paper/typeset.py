"""A sheet as .pdf, by typst: its own page, real type, every word found again by a search.

What is written goes to page.typ as values, so that no text is ever code. Nothing is asked of any address: the
page imports no package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, Final, assert_never

import msgspec

from runofshow.paper import measures
from runofshow.paper.chart.drawing import Drawing, drawings
from runofshow.paper.codes import as_svg
from runofshow.paper.faces import Faces, faces
from runofshow.paper.heights import head_height, height_in, paragraph_height
from runofshow.paper.measures import LOOKS, POINTS_OF_A_MM
from runofshow.paper.printed import NotPrinted
from runofshow.paper.sheet import (
    Block,
    Chart,
    Facing,
    Facts,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
    line,
)

_NO_BREAK: Final = "\u00a0"
_LONG, _SHORT = 18, 3
"""Characters of a word that may be longer than its line, and of the pieces that it is broken into."""
_SPECIAL: Final = re.compile(rf"[^\s]+(?:{_NO_BREAK}[^\s]+)+|[^\s]{{{_LONG},}}")
_MARKED: Final = re.compile(rf"{_SPECIAL.pattern}|\n")
"""What is no plain words."""
_SURELY: Final = 0.9
"""Of a page's height that a thing may have which must not be torn: what is reckoned is off by a hair."""
_LARGE: Final = 100_000
"""Characters of a paper after which what typst keeps of it is worth letting go: a hundred megabytes."""
_ROUNDS: Final = 11
"""typst forgets what it kept when ten others were set since."""


def has_typst() -> bool:
    """Whether the typesetter is installed: the extra `print`."""
    return find_spec("typst") is not None


class Typesetter:
    """Sets papers one after the other: the machine's type is looked for once."""

    def as_pdf(self, paper: Paper) -> bytes:
        """The bytes of a .pdf file. Raises NotPrinted."""
        import typst

        told = json.dumps(_told(paper, self._faces.families), ensure_ascii=False)
        page = files("runofshow.paper").joinpath("page.typ").read_bytes()
        try:
            made = typst.compile(
                page,
                font_paths=self._faces.fonts,
                sys_inputs={"paper": told},
                format="pdf",
                timestamp=None if paper.printed_at is None else int(paper.printed_at.timestamp()),
            )
        except typst.TypstError as error:
            raise NotPrinted(error.message) from error
        for _ in range(_ROUNDS if len(told) > _LARGE else 0):
            typst.compile(b"", font_paths=self._faces.fonts)
        assert isinstance(made, bytes)
        return made

    @cached_property
    def _faces(self) -> Faces:
        return faces()


def _told(paper: Paper, families: tuple[str, ...]) -> dict[str, Any]:
    """All that page.typ asks for: lengths in points, those of the page and of columns in millimetres."""
    return {
        "title": paper.title,
        "language": paper.language,
        "fonts": families,
        "size": paper.size,
        "dated": paper.printed_at is not None,
        "foot": paper.foot,
        "mark": paper.mark,
        "width": measures.LONG_MM if paper.landscape else measures.SHORT_MM,
        "height": measures.SHORT_MM if paper.landscape else measures.LONG_MM,
        "margins": measures.margins_mm(paper.landscape),
        "looks": {style.value: msgspec.to_builtins(look) for style, look in LOOKS.items()},
        "measures": {
            "line": measures.LINE_OF_TYPE,
            "small": measures.SMALL_RUN,
            "large": measures.LARGE_RUN,
            "over": measures.CELL_OVER_PT,
            "aside": measures.CELL_ASIDE_PT,
            "indent": measures.PART_INDENT_PT,
            "gap": measures.GAP_PT,
            "facing": measures.FACT_SHARES,
            "code": measures.CODE_MM,
            "fact": LOOKS[Style.BODY].size,
            "edge": measures.MARGIN_OF_NUMBER_MM,
            "number": measures.NUMBER_PT,
            "foot": measures.FOOT_PT,
        },
        "leaves": [msgspec.to_builtins(margin) for margin in paper.margins],
        "blocks": [_block(block, paper) for block in paper.blocks],
    }


def _block(block: Block, paper: Paper) -> dict[str, Any]:
    width = measures.width_mm(paper.landscape)
    match block:
        case Paragraph():
            height = paragraph_height(block, width * POINTS_OF_A_MM)
            return {"kind": "paragraph", **_paragraph(block), "whole": height < _page(paper)}
        case Table():
            return {"kind": "table", **_table(block, paper)}
        case Facts():
            facts = [[_runs(line(fact.name)), _runs(fact.said())] for fact in block.facts]
            return {"kind": "facts", "begins": block.new_page, "facts": facts}
        case Chart():
            drawn = [_drawing(each) for each in drawings(block, paper.landscape)]
            return {"kind": "chart", "begins": block.new_page, "drawings": drawn}
        case Facing():
            sides = [[_paragraph(each) for each in side] for side in (block.left, block.right)]
            return {"kind": "facing", "begins": block.new_page, "sides": sides}
        case _:
            assert_never(block)


def _page(paper: Paper) -> float:
    """The height of a thing that surely stands on one page, in points."""
    return measures.height_mm(paper.landscape) * POINTS_OF_A_MM * _SURELY


def _paragraph(block: Paragraph) -> dict[str, Any]:
    return {
        "style": block.style.value,
        "keep": block.keep_with_next,
        "begins": block.new_page,
        "whole": True,
        "changed": block.changed,
        "runs": _runs(block.runs),
    }


def _drawing(drawing: Drawing) -> dict[str, Any]:
    return {"svg": drawing.alone(), "width": drawing.width, "told": drawing.told}


def _table(block: Table, paper: Paper) -> dict[str, Any]:
    whole = measures.width_mm(paper.landscape)
    widths = measures.columns_mm([column.share for column in block.columns], whole)
    room = _page(paper) - head_height(block, whole, paper.size)
    return {
        "begins": block.new_page,
        "cut": bool(block.cut_mm),
        "columns": [
            {
                "head": _runs(line(column.head)),
                "width": width,
                "figures": column.figures,
                "joined": column.joined,
            }
            for column, width in zip(block.columns, widths, strict=True)
        ],
        "rows": [_row(row, height_in(block, row, whole, paper.size), room) for row in block.rows],
    }


def _row(row: Row, height: float, room: float) -> dict[str, Any]:
    cells = [[_runs(runs) for runs in cell.lines] for cell in row.cells]
    told = {"level": row.level.value, "changed": row.changed, "whole": height < room, "cells": cells}
    codes = [as_svg(cell.code) if cell.code else "" for cell in row.cells]
    return told | {"height": height, "codes": codes} if any(codes) else told | {"height": height}


def _runs(runs: tuple[Run, ...]) -> str | list[dict[str, Any]]:
    """Most are plain words, and for typst words cost a fraction of what is to be looked into."""
    if len(runs) == 1 and runs[0] == Run(text := runs[0].text) and not _MARKED.search(text):
        return text
    return [
        {
            "lines": [list(_pieces(text)) for text in run.text.split("\n")],
            "bold": run.bold or run.tone in measures.LOUD,
            "italic": run.italic,
            "small": run.small,
            "large": run.large,
            "quiet": run.tone is Tone.QUIET,
            "changed": run.changed,
        }
        for run in runs
    ]


def _pieces(text: str) -> Iterator[str | dict[str, Any]]:
    """`text` in pieces: a name whose blanks are tied is a whole one with plain blanks, which a search finds;
    behind each piece of a word that may be longer than its line the line may end."""
    at = 0
    for found in _SPECIAL.finditer(text):
        yield text[at : found.start()]
        at = found.end()
        if _NO_BREAK in found[0]:
            yield {"text": found[0].replace(_NO_BREAK, " "), "whole": True}
        else:
            for start in range(0, len(found[0]), _SHORT):
                yield {"text": found[0][start : start + _SHORT], "whole": False}
    yield text[at:]
