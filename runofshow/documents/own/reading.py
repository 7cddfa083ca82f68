"""A file as a paper of ours, whatever its name: what it says, and whether that makes an agenda."""

from __future__ import annotations

from datetime import date, tzinfo

from msgspec import Struct

from runofshow.agenda_file.complaint import TOP, Complaint, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.reader import read_entry
from runofshow.core.agenda import Agenda
from runofshow.core.value import replace
from runofshow.documents.document import Place
from runofshow.documents.own.said import Said, Wrong
from runofshow.documents.own.script.whole import read_script
from runofshow.documents.own.workbook.grid import sheets_in
from runofshow.documents.own.workbook.whole import workbook_says
from runofshow.documents.reading.forms import Form, form_of
from runofshow.documents.reading.opening import BROKEN
from runofshow.documents.reading.word.package import keeps, read_word
from runofshow.office.failure import CannotRead
from runofshow.texts import Language


class Checked(Struct, frozen=True):
    """What came of a paper of ours."""

    agenda: Agenda | None
    """None when anything is wrong."""
    wrong: tuple[Wrong, ...] = ()


def read_own(data: bytes, name: str, language: Language) -> Said | None:
    """What the file of that name says; None where it is no paper of ours, or cannot be read at all."""
    try:
        if form_of(data, name) is Form.WORD:
            # any other document is read once only: by whoever reads papers of any hand
            return read_script(read_word(data, name)) if keeps(data) else None
        return workbook_says(sheets_in(data, name), name, language)
    except (CannotRead, *BROKEN):
        # whoever reads papers of any hand says why
        return None


def checked(said: Said, name: str, *, tz: tzinfo, today: date, language: Language) -> Checked:
    """The agenda that the paper says, or everything wrong with it, each with its cell."""
    if any(wrong.place.column is None for wrong in said.wrong):
        return Checked(None, said.wrong)  # a column or a sheet is missing: all else follows from that
    reading, paths = read_entry(said.tree, name, tz=tz, today=today, language=language)
    known = {wrong.place for wrong in said.wrong}
    told = [_placed(each, said, paths) for each in reading.errors]
    wrong = (*said.wrong, *(each for each in told if each.place not in known))
    return Checked(None if wrong else reading.agenda, wrong)


def _placed(complaint: Complaint, said: Said, paths: tuple[Path, ...]) -> Wrong:
    """The complaint with its cell; where it names a line, that is a row of the sheet."""
    about = dict(complaint.about)
    path = paths[complaint.line - 1]
    if (key := about.get("key")) and (*path, key) in said.places:
        path = (*path, key)
    place = _place(path, said)
    if complaint.code == "missing_key" and place.column is not None:
        return Wrong(place, Reporter(complaint.file).error("cell_empty", TOP))
    if about.get("first", "").isdecimal():
        about["first"] = str(_place(paths[int(about["first"]) - 1], said).row or "?")
        complaint = replace(complaint, about=tuple(about.items()))
    return Wrong(place, complaint)


def _place(path: Path, said: Said) -> Place:
    """Of the value, of the first thing in it, or of what is around it."""
    for depth in range(len(path), 0, -1):
        around = path[:depth]
        if around in said.places:
            return said.places[around]
        inside = next((place for each, place in said.places.items() if each[:depth] == around), None)
        if inside is not None:
            return inside
    return Place()
