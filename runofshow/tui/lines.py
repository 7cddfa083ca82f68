"""Lines of styled text measured in terminal cells: cutting, padding, wrapping, setting side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cached_cell_len, cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style

Line = tuple[Segment, ...]
Picture = list[Line]
"""Lines from the top; each is as wide as it says and never wider than it was asked to be."""

EMPTY: Line = ()


def cells(line: Line) -> int:
    # asked hundreds of times a drawing
    return sum([cached_cell_len(text) for text, _, _ in line])


def cut(line: Line, width: int) -> Line:
    """`line` in at most `width` cells; what is cut off leaves an ellipsis."""
    if cells(line) <= width:
        return line
    if width <= 0:
        return EMPTY
    room, kept = width - 1, []
    for text, style, _ in line:
        wide = cell_len(text)
        if wide > room:
            kept.append(Segment(_shortened(text, room), style))
            break
        kept.append(Segment(text, style))
        room -= wide
    return tuple(kept)


@lru_cache(1024)
def _shortened(text: str, width: int) -> str:
    # titles that are too long are so in every drawing, and signs of several parts make the cut slow
    return set_cell_size(text, width).rstrip() + "…"


def pad(line: Line, width: int, style: Style | None = None) -> Line:
    """`line` in exactly `width` cells, the rest in `style`."""
    missing = width - cells(line)
    if missing < 0:
        line = cut(line, width)
        missing = width - cells(line)
    return (*line, Segment(" " * missing, style)) if missing > 0 else line


def spread(left: Line, right: Line, width: int, style: Style | None = None) -> Line:
    """`left` at the left, `right` at the right. Where both do not fit, the left is cut, but not below
    half of the width: then the right is left out, for half a word at the far end says nothing."""
    room = width - cells(right)
    if room < min(cells(left), width // 2) + 1:
        return pad(left, width, style)
    return (*pad(left, room, style), *right)


def over(line: Line, style: Style) -> Line:
    """`line` with `style` beneath each of its own."""
    return tuple(Segment(text, style + own if own else style) for text, own, _ in line)


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words, and inside a word that is too long.

    Line ends in the text stay line ends.
    """
    if width <= 0:
        return []
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            pieces = _pieces(word, width)
            for piece in pieces:
                if line and cell_len(line) + 1 + cell_len(piece) > width:
                    lines.append(line)
                    line = ""
                line = f"{line} {piece}" if line else piece
        lines.append(line)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    if cell_len(word) <= width:
        return [word]
    if width < 2:
        # A wide sign cannot stand in one cell; a dot says that something is there.
        return [sign if cell_len(sign) <= width else "·" for sign in word]
    return chop_cells(word, width)


def wrapped(text: str, width: int, style: Style, most: int) -> Picture:
    """`text` wrapped in `style`, at most `most` lines; an ellipsis ends a last one that goes on."""
    lines = wrap(text, width)
    if len(lines) > most > 0:
        last = lines[most - 1]
        shortened = last if cell_len(last) < width else set_cell_size(last, max(0, width - 1)).rstrip()
        lines = [*lines[: most - 1], shortened + "…"]
    return [(Segment(line, style),) for line in lines[: max(0, most)]]


def tall(picture: Picture, height: int) -> Picture:
    """Exactly `height` lines: cut at the bottom, or filled with empty ones."""
    return [*picture[: max(0, height)], *([EMPTY] * (height - len(picture)))]


def beside(columns: Sequence[tuple[Picture, int]], height: int, divider: Segment) -> Picture:
    """Pictures with their widths, left to right, a divider between two."""
    rows: Picture = []
    for y in range(height):
        row: list[Segment] = []
        for index, (picture, width) in enumerate(columns):
            if index:
                row.append(divider)
            row.extend(pad(picture[y] if y < len(picture) else EMPTY, width))
        rows.append(tuple(row))
    return rows


def centred(line: Line, width: int) -> Line:
    """`line` in the middle of `width` cells; the right side is left open."""
    line = cut(line, width)
    return (Segment(" " * ((width - cells(line)) // 2)), *line)
