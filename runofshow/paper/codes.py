"""A code that a camera or a scanner reads, as a picture for paper: a QR code of digits alone.

The smallest kind holds more digits than any card has, and what room is left mends what is torn or dirty.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

QUIET: Final = 4
"""Modules of light around it, as its standard asks on paper."""
_MASK: Final = 2
"""Of the eight the one that a common reader fails at least with; to try all for each code takes five times as
long."""
_DOTS: Final = 8
"""Of a picture for each module: what scales it smoothly blurs little."""
SIZE: Final = (21 + 2 * QUIET) * _DOTS
"""Dots on a side of the picture."""
_BLACK_AND_WHITE: Final = 0


@lru_cache(maxsize=2048)
def modules(digits: str) -> tuple[bytes, ...]:
    """Its rows with the light around it; a byte is 1 where it is dark."""
    import segno

    code = segno.make(digits, mode="numeric", version=1, error="m", mask=_MASK)
    return tuple(bytes(row) for row in code.matrix_iter(border=QUIET))


def as_svg(digits: str) -> str:
    """As large as there is room."""
    rows = modules(digits)
    drawn = "".join(f"M{start} {y}h{end - start}v1H{start}z" for y, start, end in _bars(rows))
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{drawn}"/></svg>'
    )


def as_png(digits: str) -> bytes:
    """In black and white."""
    rows = modules(digits)
    lines = b"".join(_line(row) * _DOTS for row in rows)
    head = struct.pack(">IIBBBBB", SIZE, SIZE, 1, _BLACK_AND_WHITE, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    )


def _bars(rows: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    """Each run of dark modules: its row, where it starts, where it ends."""
    for y, row in enumerate(rows):
        start = row.find(1)
        while start >= 0:
            end = row.find(0, start)
            yield y, start, end
            start = row.find(1, end)


def _line(row: bytes) -> bytes:
    """A line of dots with the filter that it needs none; a bit is 1 where it is light. A module is a byte."""
    return b"\x00" + bytes(0x00 if dark else 0xFF for dark in row)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
