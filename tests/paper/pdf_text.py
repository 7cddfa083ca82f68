"""What a reader of .pdf files finds again: the text of each page, and the type that it is set in."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

import pypdfium2
from pypdfium2 import raw


def texts(data: bytes) -> list[str]:
    """The text of each page as a search goes through it: a blank wherever lines end."""
    book = pypdfium2.PdfDocument(data)
    found = [searched(page.get_textpage().get_text_range()) for page in book]
    book.close()
    return found


def searched(text: str) -> str:
    """`text` with one blank for all that is blank."""
    # PDFium has a sign of its own for a hyphen at the end of a line
    return " ".join(text.replace("\ufffe", "-").split())


def is_whole(text: str) -> bool:
    """Whether every letter is one sign with its marks, as it was written."""
    return text == unicodedata.normalize("NFC", text) and "\ufffd" not in text


def faces_of(data: bytes) -> set[str]:
    """The names of the type in the file: `LiberationSerif-Bold`."""
    book = pypdfium2.PdfDocument(data)
    names = {_name(each) for page in book for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT])}
    book.close()
    return names


def _name(each: Any) -> str:
    font = raw.FPDFTextObj_GetFont(each.raw)
    room = raw.FPDFFont_GetBaseFontName(font, None, 0)
    kept = ctypes.create_string_buffer(room)
    raw.FPDFFont_GetBaseFontName(font, kept, room)
    # six letters and a sign before the name say that not all of the type is there
    return kept.value.decode().rpartition("+")[2]
