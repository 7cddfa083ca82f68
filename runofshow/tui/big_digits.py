"""Digits a hall can read: a font drawn from straight strokes, in several heights.

A character cell is about twice as high as it is wide, so half a cell (`▀`, `▄`) is a square dot. Every glyph
of one size has the same width except the colon, which is narrower and only ever stands between digits:
a count that runs moves no digit sideways.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

GLYPHS = "0123456789:+- "


class Size(Struct, frozen=True):
    """One height of the font. All in dots, but `rows` in lines of the terminal."""

    rows: int
    width: int
    stroke: int
    gap: int
    """Empty dots after each glyph."""

    @property
    def height(self) -> int:
        return self.rows * 2


SIZES = (
    Size(rows=17, width=20, stroke=5, gap=2),
    Size(rows=13, width=16, stroke=4, gap=2),
    Size(rows=11, width=13, stroke=3, gap=2),
    Size(rows=9, width=11, stroke=3, gap=1),
    Size(rows=7, width=8, stroke=2, gap=1),
    Size(rows=5, width=6, stroke=2, gap=1),
    Size(rows=3, width=4, stroke=1, gap=1),
)
"""Largest first."""

# Strokes of each digit: top, middle, bottom; upper and lower left and right.
_STROKES = {
    "0": "t b ul ll ur lr",
    "2": "t m b ur ll",
    "3": "t m b ur lr",
    "4": "m ul ur lr",
    "5": "t m b ul lr",
    "6": "t m b ul ll lr",
    "7": "t ur lr",
    "8": "t m b ul ll ur lr",
    "9": "t m b ul ur lr",
    "-": "m",
}


def size_for(template: str, width: int, rows: int) -> Size | None:
    """The largest size in which `template` fits, or None when plain text must do."""
    for size in SIZES:
        if size.rows <= rows and width_of(template, size) <= width:
            return size
    return None


def width_of(text: str, size: Size) -> int:
    """Cells across, without the gap after the last glyph."""
    return max(0, sum(_advance(sign, size) for sign in text) - size.gap)


def big(text: str, size: Size) -> list[str]:
    """`text` drawn, one string a line. Only what is in `GLYPHS`; anything else is left blank."""
    glyphs = [_glyph(sign if sign in GLYPHS else " ", size) for sign in text]
    gap = " " * size.gap
    return [gap.join(glyph[row] for glyph in glyphs) for row in range(size.rows)]


def _advance(sign: str, size: Size) -> int:
    return (size.stroke if sign == ":" else size.width) + size.gap


@lru_cache(maxsize=256)
def _glyph(sign: str, size: Size) -> tuple[str, ...]:
    width = size.stroke if sign == ":" else size.width
    dots = _dots(sign, size)
    return tuple(
        "".join(_block((x, y) in dots, (x, y + 1) in dots) for x in range(width))
        for y in range(0, size.height, 2)
    )


def _block(upper: bool, lower: bool) -> str:
    if upper:
        return "█" if lower else "▀"
    return "▄" if lower else " "


def _dots(sign: str, size: Size) -> frozenset[tuple[int, int]]:
    w, h, s = size.width, size.height, size.stroke
    if sign == ":":
        third = h // 3
        return _box(0, third - s // 2 - s % 2, s, s) | _box(0, h - third - s // 2, s, s)
    if sign == "+":
        arm = (w - s) // 2
        across = _box(0, (h - s) // 2, 2 * arm + s, s)
        return across | _box(arm, (h - s) // 2 - arm, s, 2 * arm + s)
    if sign == "1":
        stem = (w - s + 1) // 2
        return _box(stem, 0, s, h) | _box(stem - s, s // 2 + s % 2, s, s)
    middle = (h - s) // 2
    places = {
        "t": _box(0, 0, w, s),
        "m": _box(0, middle, w, s),
        "b": _box(0, h - s, w, s),
        "ul": _box(0, 0, s, middle + s),
        "ll": _box(0, middle, s, h - middle),
        "ur": _box(w - s, 0, s, middle + s),
        "lr": _box(w - s, middle, s, h - middle),
    }
    names = _STROKES.get(sign, "").split()
    dots = frozenset().union(*(places[name] for name in names)) if names else frozenset()
    return dots - _corners(names, size) if s > 1 else dots


def _corners(names: list[str], size: Size) -> frozenset[tuple[int, int]]:
    """The outermost dots where two strokes meet: without them the digits look cut from a box."""
    right, low = size.width - 1, size.height - 1
    meeting = {("t", "ul"): (0, 0), ("t", "ur"): (right, 0), ("b", "ll"): (0, low), ("b", "lr"): (right, low)}
    return frozenset(dot for (one, two), dot in meeting.items() if one in names and two in names)


def _box(x: int, y: int, width: int, height: int) -> frozenset[tuple[int, int]]:
    return frozenset((x + i, y + j) for i in range(width) for j in range(height))
