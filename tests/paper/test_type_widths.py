"""How wide text is: as the type itself says."""

from __future__ import annotations

import struct
import subprocess
import unicodedata
from pathlib import Path
from shutil import which

import pytest

from runofshow.paper.type_widths import sign_width, word_width

LETTERS = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵđ"
PRINTED = "".join(map(chr, range(32, 127))) + LETTERS + LETTERS.upper() + "–—“”‘’…«»•·×°"


def faces() -> dict[tuple[bool, bool], Path]:
    """The four files of a type with the measures of Times New Roman, where the machine has one."""
    if which("fc-match") is None:
        return {}
    found = {}
    for bold in (False, True):
        for italic in (False, True):
            style = f"Liberation Serif:weight={200 if bold else 80}:slant={100 if italic else 0}"
            told = subprocess.run(
                ["fc-match", "-f", "%{family}|%{file}", style], capture_output=True, text=True, check=False
            ).stdout
            family, _, path = told.partition("|")
            if "Liberation Serif" in family:
                found[bold, italic] = Path(path)
    return found


def advances(path: Path) -> dict[str, float]:
    """Of each sign that the file has, in thousandths of an em."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {
        data[at : at + 4].decode(): struct.unpack_from(">II", data, at + 8)
        for at in range(12, 12 + 16 * count, 16)
    }
    em = struct.unpack_from(">H", data, tables["head"][0] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables["hhea"][0] + 34)[0]
    widths = [struct.unpack_from(">H", data, tables["hmtx"][0] + 4 * at)[0] for at in range(metrics)]
    found: dict[str, float] = {}
    start = tables["cmap"][0]
    for at in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">I", data, start + 4 + 8 * at + 4)[0]
        if struct.unpack_from(">H", data, offset)[0] != 4:
            continue
        segments = struct.unpack_from(">H", data, offset + 6)[0] // 2
        ends, firsts, deltas, ranges = (
            offset + 14 + 2 * segments * part + (2 if part else 0) for part in range(4)
        )
        for sign in PRINTED:
            code = ord(sign)
            place = 0
            for segment in range(segments):
                place = 2 * segment
                if code <= struct.unpack_from(">H", data, ends + place)[0]:
                    break
            else:
                continue
            first = struct.unpack_from(">H", data, firsts + place)[0]
            if code < first:
                continue
            delta, indirect = (struct.unpack_from(">H", data, each + place)[0] for each in (deltas, ranges))
            glyph = code
            if indirect:
                glyph = struct.unpack_from(">H", data, ranges + place + indirect + 2 * (code - first))[0]
            glyph = (glyph + delta) % 65536
            found[sign] = widths[min(glyph, metrics - 1)] * 1000 / em
    return found


@pytest.mark.skipif(len(faces()) < 4, reason="no type with the measures of Times New Roman on this machine")
def test_every_printed_letter_is_as_wide_as_in_the_type() -> None:
    for (bold, italic), path in faces().items():
        known = advances(path)
        assert set(known) == set(PRINTED)
        for sign, width in known.items():
            # signs that differ between the faces count as the widest
            short = 0 if sign.isalnum() or ord(sign) < 127 else 112
            assert -1 <= sign_width(sign, bold, italic) - width <= 1 + short, (sign, path.name)


def test_a_vietnamese_letter_is_as_wide_as_its_bare_one_however_it_is_written() -> None:
    assert word_width("Nguyễn", False, False) == word_width("Nguyen", False, False)
    assert word_width(unicodedata.normalize("NFD", "Nguyễn"), False, False) == word_width(
        "Nguyen", False, False
    )
    assert word_width("Đặng", True, False) == word_width("Dang", True, False)


def test_what_is_not_known_counts_wide() -> None:
    assert sign_width("漢", False, False) == 1000
    assert sign_width("Ж", False, False) > sign_width("n", False, False)
    assert sign_width("\u200d", False, False) == 0
