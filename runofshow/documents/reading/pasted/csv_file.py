"""A sheet saved as text: its rows as one table."""

from __future__ import annotations

from runofshow.documents.document import Document, Part, Place
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.reading.pasted.grid import table_of
from runofshow.documents.reading.pasted.text import plain_document
from runofshow.office.csv_rows import csv_rows


def read_csv(data: bytes, name: str) -> Document:
    """One table; plain text where no mark parts the lines into columns. Raises CannotRead as `csv_rows`."""
    rows, text, cut_short = csv_rows(data)
    if rows is None:
        return plain_document(text, name)
    doubts = (Doubt.of(DoubtCode.CUT_SHORT),) if cut_short else ()
    return Document(name=name, parts=(Part(blocks=(table_of(rows, Place(table=1)),)),), doubts=doubts)
