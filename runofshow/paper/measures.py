"""The measures of an official paper by decree 30/2020, appendix I: A4, Times New Roman, 20/20/30/20 mm.

The page number is Arabic, in the middle of the top margin, and not on the first page. What the decree knows
nothing of, the MC's copy, is as a lectern asks: large, one and a half lines.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from runofshow.paper.sheet import Style

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


LOOKS: Final = {
    Style.ORGAN: Look(12, bold=True, rule=True),
    Style.NATION: Look(12, bold=True),
    Style.MOTTO: Look(13, bold=True, rule=True),
    Style.KIND: Look(14, bold=True, before=12),
    Style.SUBJECT: Look(14, bold=True),
    Style.APPENDIX: Look(14, italic=True),
    Style.PLACE: Look(13, italic=True, before=3, after=6),
    Style.HEADING: Look(14, bold=True, centred=False, before=10, after=4),
    Style.BODY: Look(13, centred=False, before=3, after=3),
    Style.SMALL: Look(11, italic=True, centred=False, before=4, after=6),
    Style.TURN: Look(18, bold=True, centred=False, after=8),
    Style.WORDS: Look(22, centred=False, after=8, lines=1.5),
    Style.DIRECTION: Look(16, italic=True, centred=False, after=8),
}


def margins_mm(landscape: bool) -> tuple[int, int, int, int]:
    """Top, right, bottom, left."""
    if landscape:
        return TOP_MM, RIGHT_MM, BOTTOM_MM, LANDSCAPE_LEFT_MM
    return TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM


def width_mm(landscape: bool) -> int:
    """Of what is written, between the margins."""
    _, right, _, left = margins_mm(landscape)
    return (LONG_MM if landscape else SHORT_MM) - left - right
