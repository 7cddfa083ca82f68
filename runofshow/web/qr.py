"""A QR code as lines of a terminal, two rows of it to a line."""

from __future__ import annotations

import segno

QUIET = 2
"""Modules of light around it; cameras find it with two on a screen that is dark around."""


def qr_lines(url: str) -> list[str]:
    """Half blocks for light signs on a dark ground: a full block is two *light* modules.

    A terminal of another ground gives it colours of its own: white on black, else no camera reads it.
    Error correction L keeps it small enough for 80x24: a join link needs 17 lines of 33 signs.
    """
    code = segno.make(url, error="l", boost_error=False, micro=False)
    rows = [[not dark for dark in row] for row in code.matrix_iter(border=QUIET)]
    rows.append([True] * len(rows[0]))  # a code has an odd number of rows, and a line holds two
    return [
        "".join(_SIGNS[upper, lower] for upper, lower in zip(rows[index], rows[index + 1], strict=True))
        for index in range(0, len(rows), 2)
    ]


_SIGNS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
