"""Opens a file of any form as a Document.

What is asked of the system comes first (is it there, may it be read, how large is it), then what its first
bytes and its parts say it is, then the one reader of that form, whose library is loaded only then.
"""

from __future__ import annotations

import importlib
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import cast
from xml.etree.ElementTree import ParseError

from runofshow.documents.document import Document
from runofshow.documents.reading.forms import Form, form_of
from runofshow.documents.reading.letters import in_today_letters
from runofshow.documents.reading.pasted.text import plain_document
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.file_bytes import bytes_of

MOST_BYTES = 50_000_000
"""A plan with photographs in it has 20 MB."""

Reader = Callable[[bytes, str], Document]
"""The whole file and its name. It raises CannotRead, without naming the file."""

READERS = MappingProxyType(
    {
        Form.WORD: "word.package.read_word",
        Form.WORD_97: "word97.text.read_word97",
        Form.OPEN_TEXT: "open.text.read_open_text",
        Form.FLAT_OPEN_TEXT: "open.text.read_flat_open_text",
        Form.RICH_TEXT: "rich.text.read_rich_text",
        Form.WORKBOOK: "sheets.part.read_workbook",
        Form.WORKBOOK_97: "sheets.workbook_97.read_workbook_97",
        Form.OPEN_SHEET: "sheets.open_sheet.read_open_sheet",
        Form.PDF: "pdf.file.read_pdf",
        Form.JSON: "peer.read_peer",
        Form.HTML: "saved_page.page.read_web_page",
        Form.CSV: "pasted.csv_file.read_csv",
        Form.PLAIN: "pasted.text.read_plain",
    }
)
"""Module of this room and function, by form."""

BROKEN = (
    ValueError, LookupError, ArithmeticError, TypeError, AttributeError, AssertionError, OSError, EOFError,
    RecursionError, NotImplementedError, struct.error, zlib.error, zipfile.BadZipFile, ParseError,
)  # fmt: skip
"""What a reader stumbles with over bytes that no program wrote."""


def read_document(path: Path) -> Document:
    """The file as lines and tables. Raises CannotRead, whose `about` has `file` and `path`."""
    name = unicodedata.normalize("NFC", path.name)
    try:
        return read_bytes(bytes_of(path, MOST_BYTES), name)
    except CannotRead as cannot:
        raise CannotRead(cannot.failure, **{"file": name, "path": path, **cannot.about}) from cannot


def read_bytes(data: bytes, name: str) -> Document:
    """What a file of that name would give. Raises CannotRead."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise CannotRead(Failure.EMPTY)
    return in_today_letters(_reader_of(form_of(data, name))(data, name))


def read_pasted(text: str) -> Document:
    """Lines that were pasted. Raises CannotRead."""
    if not text.strip():
        raise CannotRead(Failure.EMPTY)
    return in_today_letters(plain_document(text, ""))


def _reader_of(form: Form) -> Reader:
    if form not in READERS:
        raise CannotRead(Failure.UNKNOWN_FORM)
    module, _, function = READERS[form].rpartition(".")
    reader = cast("Reader", getattr(importlib.import_module(f"{__package__}.{module}"), function))

    def read(data: bytes, name: str) -> Document:
        try:
            return reader(data, name)
        except BROKEN as problem:
            # A reader need not foresee every way in which a file can be wrong: each of these means one thing.
            raise CannotRead(Failure.DAMAGED) from problem

    return read
