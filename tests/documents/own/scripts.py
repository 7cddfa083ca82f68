"""Scripts printed as Word files, what is read back from them, and a hand that changes them in between."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx

from runofshow.agenda_file.writing import agenda_entry
from runofshow.core.agenda import Agenda
from runofshow.core.value import replace
from runofshow.documents.own.reading import read_own
from runofshow.documents.own.said import Said
from runofshow.paper.word.file import as_word_file
from runofshow.printing.papers import Kind, paper_for
from runofshow.printing.plan import plan_of
from runofshow.texts import Language
from tests.agenda_file.given import TODAY, TZ, read

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell, _Row

NOW = datetime(2020, 3, 21, 1, 5, tzinfo=UTC)


def agenda_in(text: str, language: Language) -> Agenda:
    reading = read(text, language=language)
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def printed(agenda: Agenda, language: Language = Language.VI) -> bytes:
    """The script as .docx."""
    plan = plan_of(agenda, TZ, language, revision="1a2b3c4d", printed_at=NOW)
    return as_word_file(paper_for(Kind.ALL, plan))


def back(data: bytes) -> Said:
    """What the file says."""
    said = read_own(data, "kich-ban.docx", Language.VI)
    assert said is not None
    return said


def entry_of(agenda: Agenda, language: Language = Language.VI) -> dict[str, Any]:
    """What a script carries and keeps of an agenda: all but what other gear is told."""
    return agenda_entry(replace(agenda, signals=(), gear=()), tz=TZ, today=TODAY, language=language)


def changed(data: bytes, change: Callable[[WordDocument], None]) -> bytes:
    """The file after somebody opened it, changed it and saved it."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def row_of(document: WordDocument, title: str) -> _Row:
    """The row with these words under «Nội dung», on whatever page."""
    rows: list[_Row] = [row for table in document.tables for row in table.rows]
    return next(row for row in rows if title in row.cells[1].text)


def write(cell: _Cell, *lines: str) -> None:
    """Type these lines in place of what stood in a cell: the first keeps its paragraph, as if by hand."""
    first, *rest = cell.paragraphs
    for run in first.runs[1:]:
        run._r.getparent().remove(run._r)
    if first.runs:
        first.runs[0].text = lines[0]
    else:
        first.add_run(lines[0])
    for paragraph in rest:
        paragraph._p.getparent().remove(paragraph._p)
    for line in lines[1:]:
        cell.add_paragraph(line)
