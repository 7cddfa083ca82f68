"""The texts of speeches that stand beside an agenda, and what is wrong with them.

What the speech clock needs of a text is a part of the agenda from here on (core/speech/script.py), so that a
show which is picked up again asks for no file.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from runofshow.agenda_file.checks import item_paths
from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.form import AgendaForm
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.track_files import file_beside, is_elsewhere, nearest_beside
from runofshow.core.speech.script import MOST_SYLLABLES, Speech, TooLong, speech_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.file_bytes import bytes_of
from runofshow.office.reading_copy import paragraphs_of

MOST_BYTES: Final = 10_000_000
_CODES: Final = {
    Failure.MISSING: "text_missing",
    Failure.NOT_A_FILE: "text_no_file",
    Failure.TOO_BIG: "text_no_speech",
    Failure.UNKNOWN_FORM: "text_other_form",
    Failure.ENCRYPTED: "text_encrypted",
    Failure.EMPTY: "text_empty",
}
"""By what failed; anything else is damage."""


def read_speeches(
    form: AgendaForm, places: Places, report: Reporter, folder: Path | None
) -> tuple[dict[str, Speech], list[Complaint]]:
    """The speeches by their names in the agenda, and what is wrong with them: warnings, for a show runs
    without them. `folder` is where they lie; None reads none and tells nothing."""
    found: dict[str, Speech] = {}
    wrong: list[Complaint] = []
    for path, item in item_paths(form):
        name = item.text
        if not name or name in found:
            continue
        place = places.of((*path, "text"))
        found[name] = Speech(name)
        if folder is None:
            continue
        if is_elsewhere(name):
            wrong.append(report.warning("text_elsewhere", place, file=name))
        file = file_beside(folder, name)
        try:
            if file is None:
                raise CannotRead(Failure.MISSING)
            about = file.stat()
            found[name] = _read(file, name, about.st_mtime_ns, about.st_size)
        except TooLong:
            wrong.append(report.warning("text_no_speech", place, file=name, most=MOST_SYLLABLES))
        except OSError as error:
            wrong.append(report.warning("text_unreadable", place, file=name, problem=error.strerror or error))
        except CannotRead as error:
            code = _CODES.get(error.failure, "text_damaged")
            if error.failure in (Failure.NO_PERMISSION, Failure.UNREADABLE):
                code = "text_unreadable"
            near = nearest_beside(folder, name) if error.failure is Failure.MISSING else ""
            wrong.append(report.warning(code, place, file=name, suggestion=near, most=MOST_SYLLABLES))
    return found, wrong


@lru_cache(maxsize=64)
def _read(file: Path, name: str, _changed_ns: int, _size: int) -> Speech:
    """Once for every state of a file: at the desk an agenda is read with every word that is typed."""
    return speech_of(name, paragraphs_of(bytes_of(file, MOST_BYTES)))
