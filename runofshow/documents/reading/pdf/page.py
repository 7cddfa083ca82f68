"""One page of a PDF as the library gives it: its words with their places, and the rules that are drawn."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from runofshow.documents.reading.glyphs import has_private, signs
from runofshow.documents.reading.letters import from_font
from runofshow.documents.reading.pdf.laid_out import Word
from runofshow.documents.reading.pdf.ruled_tables import Rule

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_LETTERS = 40_000
"""Of one page; a full page of small print has 8 000."""
MOST_DRAWN = 6_000
"""Lines and shapes of one page that are looked at."""
_THIN = 2.5
_SHORTEST = 5.0


class PageRead(Struct, frozen=True):
    """Points, y downwards from the page's top."""

    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    width: float
    height: float
    pictures: int
    old_fonts: bool


def read_page(page: PdfPage) -> PageRead:
    """The page upright, as it is seen."""
    width, height = page.get_size()
    turn = _Turn(page.get_rotation(), width, height)
    words, old_fonts = _words(page, turn)
    across: list[Rule] = []
    down: list[Rule] = []
    pictures = _drawn(page, turn, across, down)
    return PageRead(tuple(words), tuple(across), tuple(down), width, height, pictures, old_fonts)


class _Turn:
    """Places of the page's own, as it is seen: `width` and `height` are those of the turned page."""

    def __init__(self, degrees: int, width: float, height: float) -> None:
        self._degrees = degrees
        self._width, self._height = width, height

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        match self._degrees:
            case 90:
                return bottom, left, top, right
            case 180:
                return self._width - right, bottom, self._width - left, top
            case 270:
                return self._width - top, self._height - right, self._width - bottom, self._height - left
            case _:
                return left, self._height - top, right, self._height - bottom


def _words(page: PdfPage, turn: _Turn) -> tuple[list[Word], bool]:
    from pypdfium2 import raw

    layer = page.get_textpage()
    count = min(layer.count_chars(), MOST_LETTERS)
    box = raw.FS_RECTF()
    at = ctypes.byref(box)
    words: list[Word] = []
    held: list[str] = []
    place = (0.0, 0.0, 0.0, 0.0)
    first = 0
    last_step: float | None = None  # between two letters; a blank that is not written is a wider one
    old_fonts = False

    def close() -> None:
        nonlocal old_fonts
        if held:
            name = _font(raw, layer.raw, first)
            text = "".join(held)
            today = from_font(text, name)
            old_fonts |= today != text
            lowered = name.lower()
            if "symbol" in lowered or "dings" in lowered or has_private(today):
                today = signs(today, name)
            words.append(Word(today, *place, bold="bold" in lowered or "black" in lowered))
            held.clear()

    for index in range(count):
        code = raw.FPDFText_GetUnicode(layer.raw, index)
        letter = "-" if code == 2 else chr(code) if 0 < code < 0x110000 else " "
        if letter.isspace() or (code < 32 and code != 2):
            close()
            continue
        raw.FPDFText_GetLooseCharBox(layer.raw, index, at)
        left, top, right, bottom = turn.box(box.left, box.bottom, box.right, box.top)
        if held and not unicodedata.combining(letter):
            size = max(place[3] - place[1], 1.0)
            step = (left - place[2]) / size
            narrow = last_step is not None and step > 0.07 and step - last_step > 0.13
            if not -0.5 < step < 0.4 or narrow or abs((top + bottom) - (place[1] + place[3])) > size:
                close()
            last_step = step
        if held:
            place = (place[0], min(place[1], top), max(place[2], right), max(place[3], bottom))
        else:
            first, place, last_step = index, (left, top, right, bottom), None
        held.append(letter)
    close()
    layer.close()
    return words, old_fonts


def _font(raw: Any, layer: Any, index: int) -> str:
    """The name of a letter's font, without the mark of a part of it («ABCDEF+»)."""
    buffer = ctypes.create_string_buffer(96)
    length = raw.FPDFText_GetFontInfo(layer, index, buffer, 96, None)
    if not 0 < length <= 96:
        return ""
    name = buffer.value.decode("utf-8", "replace")
    return name[7:] if name[6:7] == "+" else name


def _drawn(page: PdfPage, turn: _Turn, across: list[Rule], down: list[Rule]) -> int:
    """Gathers the rules; how many pictures there are beside."""
    from pypdfium2 import raw

    pictures = 0
    kinds = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    for count, each in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if count > MOST_DRAWN:
            break
        if each.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            continue
        left, top, right, bottom = turn.box(*each.get_bounds())
        if min(right - left, bottom - top) <= _THIN:
            _add(left, top, right, bottom, across, down)
        elif raw.FPDFPath_CountSegments(each.raw) <= 5 and not _is_stroked(raw, each.raw):
            continue  # a shade behind text
        else:
            for line in _segments(raw, each, turn):
                _add(*line, across, down)
    return pictures


def _add(left: float, top: float, right: float, bottom: float, across: list[Rule], down: list[Rule]) -> None:
    if bottom - top <= _THIN and right - left >= _SHORTEST:
        across.append(Rule((top + bottom) / 2, left, right))
    elif right - left <= _THIN and bottom - top >= _SHORTEST:
        down.append(Rule((left + right) / 2, top, bottom))


def _is_stroked(raw: Any, path: Any) -> bool:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
    return bool(stroked.value)


def _segments(raw: Any, path: Any, turn: _Turn) -> list[tuple[float, float, float, float]]:
    """The straight lines of a path that has several."""
    matrix = path.get_matrix()
    found = []
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = before = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(path.raw), MOST_DRAWN)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            found.append(_box(before, point, turn))
            if raw.FPDFPathSegment_GetClose(segment):
                found.append(_box(point, begin, turn))
        before = point
    return found


def _box(
    one: tuple[float, float], other: tuple[float, float], turn: _Turn
) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = one, other
    return turn.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
