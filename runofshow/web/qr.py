"""A QR code as lines of a terminal, two rows of it to a line, and as a picture for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import segno

QUIET = 2
"""Modules of light around it; cameras find it with two on a screen that is dark around."""


def qr_lines(url: str) -> list[str]:
    """Half blocks for light signs on a dark ground: a full block is two *light* modules.

    A terminal of another ground gives it colours of its own: white on black, else no camera reads it.
    Error correction L keeps it small enough for 80x24: a join link needs 17 lines of 33 signs.
    """
    rows = [[not dark for dark in row] for row in _code(url).matrix_iter(border=QUIET)]
    rows.append([True] * len(rows[0]))  # a code has an odd number of rows, and a line holds two
    return [
        "".join(_SIGNS[upper, lower] for upper, lower in zip(rows[index], rows[index + 1], strict=True))
        for index in range(0, len(rows), 2)
    ]


def qr_svg(url: str) -> str:
    """The same code as SVG, dark on light, as large as there is room."""
    svg: str = _code(url).svg_inline(border=4, light="#fff", omitsize=True)
    # inline SVG needs no name for its language, a file of its own does
    return svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


def _code(url: str) -> segno.QRCode:
    import segno  # with what it needs for files, a twentieth of the console's start

    return segno.make(url, error="l", boost_error=False, micro=False)


_SIGNS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
