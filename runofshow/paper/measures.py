"""The measures of an official paper by decree 30/2020, appendix I: A4, Times New Roman, 20/20/30/20 mm.

The page number is Arabic, in the middle of the top margin, and not on the first page. What the decree knows
nothing of, the MC's copy, is as a lectern asks: large, one and a half lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from msgspec import Struct

from runofshow.paper.sheet import Level, Run, Style, Tone

FONT: Final = "Times New Roman"
SHORT_MM, LONG_MM = 210, 297
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 20, 20, 30, 20
LANDSCAPE_LEFT_MM: Final = 20
"""A page that lies has its width for the table."""
MARGIN_OF_NUMBER_MM: Final = 10
"""The page number and the foot stand so far from the edge."""
NUMBER_PT: Final = 13
FOOT_PT: Final = 9


class Look(Struct, frozen=True):
    """How a paragraph looks; lengths in points."""

    size: float
    bold: bool = False
    italic: bool = False
    centred: bool = True
    before: float = 0
    after: float = 0
    lines: float = 1.0
    """Height of a line, by the type's own."""
    rule: bool = False
    """A short line under it."""
    justified: bool = False
    first: float = 0
    """How far its first line is set in."""
    boxed: bool = False


LOOKS: Final = {
    Style.ORGAN: Look(12, bold=True, rule=True),
    Style.NATION: Look(12, bold=True),
    Style.MOTTO: Look(13, bold=True, rule=True),
    Style.KIND: Look(14, bold=True, before=12),
    Style.SUBJECT: Look(14, bold=True),
    Style.REGARDING: Look(14, bold=True, rule=True),
    Style.APPENDIX: Look(14, italic=True),
    Style.PLACE: Look(13, italic=True, before=3, after=6),
    Style.HEADING: Look(14, bold=True, centred=False, before=10, after=4),
    Style.BODY: Look(13, centred=False, before=3, after=3),
    Style.SMALL: Look(11, italic=True, centred=False, before=4, after=6),
    Style.TURN: Look(18, bold=True, centred=False, after=8),
    Style.WORDS: Look(22, centred=False, after=8, lines=1.5),
    Style.DIRECTION: Look(16, italic=True, centred=False, after=8),
    Style.SUPERIOR: Look(12),
    Style.NUMBER: Look(13, before=2),
    Style.PLACE_DATE: Look(13, italic=True, before=2),
    Style.PROSE: Look(13, centred=False, before=6, after=0, lines=1.15, justified=True, first=28.35),
    Style.LISTED: Look(13, centred=False, before=3, after=0, justified=True, first=28.35),
    Style.SIGNER: Look(13, bold=True, before=4),
    Style.SENT_TO_HEAD: Look(12, bold=True, italic=True, centred=False, before=4),
    Style.SENT_TO: Look(11, centred=False),
    Style.MARK: Look(16, bold=True, before=6, after=6, boxed=True),
}


SMALL_RUN, LARGE_RUN = 0.85, 1.5
"""Of the type that a small run stands in, and a large one."""
FACT_SHARES: Final = (36, 64)
"""Of the width: the names of facts, and their figures."""


LINE_OF_TYPE: Final = 1.15
"""A line of this type, by its size, where nothing else is said."""
CELL_ASIDE_PT, CELL_OVER_PT = 5.4, 1.5
"""Room in a cell: left and right of its text, and over and under each of its lines."""
PART_INDENT_PT: Final = 10
"""Of a part under its heading."""
BOLD_LEVELS: Final = frozenset((Level.SESSION, Level.HEADING, Level.TOTAL))
LOUD: Final = frozenset((Tone.OVER, Tone.UNDER, Tone.ALERT))
"""Tones of bold type."""
CODE_MM: Final = 20
"""The side of a code that is scanned, its light edge included."""
GAP_PT: Final = 6
"""Under a table."""
POINTS_OF_A_MM: Final = 72 / 25.4


def margins_mm(landscape: bool) -> tuple[int, int, int, int]:
    """Top, right, bottom, left."""
    if landscape:
        return TOP_MM, RIGHT_MM, BOTTOM_MM, LANDSCAPE_LEFT_MM
    return TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM


def width_mm(landscape: bool) -> int:
    """Of what is written, between the margins."""
    _, right, _, left = margins_mm(landscape)
    return (LONG_MM if landscape else SHORT_MM) - left - right


def height_mm(landscape: bool) -> int:
    """Of what is written, between the margins."""
    top, _, bottom, _ = margins_mm(landscape)
    return (SHORT_MM if landscape else LONG_MM) - top - bottom


def run_scale(run: Run) -> float:
    """The size of a run, by that of what it stands in."""
    return SMALL_RUN if run.small else LARGE_RUN if run.large else 1.0


def columns_mm(shares: Sequence[int], whole: int) -> list[int]:
    """The widths of columns that share the whole, each a whole millimetre in every form of file."""
    ends = [round(whole * reached / sum(shares)) for reached in accumulate(shares)]
    return [end - start for start, end in pairwise((0, *ends))]
