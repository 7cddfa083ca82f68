"""Codes that a scanner reads: what stands in the picture is what was asked for."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.paper.codes import QUIET, SIZE, as_png, as_svg, modules

_SIDE = 21
_NUMERIC = 0b0001


def read(rows: tuple[bytes, ...]) -> str:
    """The digits of a code of the smallest kind, by the places that its standard gives."""
    bits = "".join(map(str, _data(rows)))
    assert int(bits[:4], 2) == _NUMERIC
    count, at, digits = int(bits[4:14], 2), 14, ""
    while count:
        taken = min(count, 3)
        length = {1: 4, 2: 7, 3: 10}[taken]
        digits += f"{int(bits[at : at + length], 2):0{taken}}"
        at, count = at + length, count - taken
    return digits


def _data(rows: tuple[bytes, ...]) -> Iterator[int]:
    """The bits in their order, two columns at a time from the lower right, without the mask."""
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for y in range(_SIDE - 1, -1, -1) if upwards else range(_SIDE):
            for x in (right, right - 1):
                if not _is_pattern(x, y):
                    yield rows[y + QUIET][x + QUIET] ^ (x % 3 == 0)
        upwards = not upwards


def _is_pattern(x: int, y: int) -> bool:
    in_corner = (x < 9 and y < 9) or (x > 12 and y < 9) or (x < 9 and y > 12)
    return in_corner or x == 6 or y == 6


@given(st.integers(0, 10**18).map(str))
@settings(max_examples=40)
def test_a_code_holds_its_digits(digits: str) -> None:
    assert read(modules(digits)) == digits


def test_a_code_keeps_the_light_around_it_that_a_camera_needs() -> None:
    rows = modules("97060979")
    assert len(rows) == len(rows[0]) == _SIDE + 2 * QUIET
    assert not any(any(row) for row in (*rows[:QUIET], *rows[-QUIET:]))
    assert not any(any(row[:QUIET]) or any(row[-QUIET:]) for row in rows)


def test_a_picture_for_office_files_shows_the_same() -> None:
    made = as_png("97060979")
    assert struct.unpack(">II", made[16:24]) == (SIZE, SIZE)
    start = made.index(b"IDAT") + 4
    lines = zlib.decompress(made[start : start + struct.unpack(">I", made[start - 8 : start - 4])[0]])
    each = 1 + SIZE // 8
    dots = [lines[at + 1 : at + each] for at in range(0, len(lines), each)]
    assert [bytes(byte == 0 for byte in line) for line in dots[::8]] == list(modules("97060979"))


def test_a_drawing_for_pages_shows_the_same() -> None:
    rows = [bytearray(_SIDE + 2 * QUIET) for _ in range(_SIDE + 2 * QUIET)]
    path = as_svg("97060979").rpartition('d="')[2]
    for start, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", path):
        for x in range(int(start), int(start) + int(length)):
            rows[int(y)][x] = 1
    assert tuple(map(bytes, rows)) == modules("97060979")


@pytest.mark.parametrize("digits", ["12a4", ""])
def test_anything_else_is_no_code(digits: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        modules(digits)
