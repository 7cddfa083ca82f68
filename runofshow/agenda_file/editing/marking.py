"""Duties marked as done, or not done, at their place in the agenda file; no other line is touched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from runofshow.agenda_file.editing.edits import drop, put
from runofshow.agenda_file.editing.opening import opened
from runofshow.agenda_file.editing.saving import digest, digest_on_disk, save
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.notation import write_date

Marks = Mapping[int, date | None]
"""Places among the duties, from 0, and the day each was done; None says that it is not done."""


class FileChanged(Exception):
    """The file is another by now than the one that was read: the marks may be meant for other duties."""


def marked(source: Written, marks: Marks) -> Written:
    """`source` with the marks. NotEdited: they cannot be written in this text."""
    for index, day in marks.items():
        path = ("duties", index, "done")
        if day is not None:
            source = put(source, path, write_date(day))
        elif source.node(path) is not None:
            source = drop(source, path)
    return source


def unmarked(source: Written) -> Written:
    """`source` with no duty done. NotEdited: a mark cannot be taken out of this text."""
    rows = source.data.get("duties")
    return marked(source, dict.fromkeys(range(len(rows) if isinstance(rows, list) else 0)))


def mark_file(path: Path, content: bytes, marks: Marks) -> bytes:
    """Put the marks into the file whose content was read as `content`, and give its content by now.

    Raises FileChanged when the file says something else meanwhile; NotWritten, NotEdited and OSError. Nothing
    is written then.
    """
    file = opened(content, path.name)
    new = file.content(marked(file.written, marks).text)
    if digest_on_disk(path) != digest(content):
        raise FileChanged(path)
    if new != content:
        save(path, new)
    return new
