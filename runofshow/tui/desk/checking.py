"""What check says of the text, found in a thread beside: the screen never waits for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from threading import Lock, Thread

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, Severity, complaint_message, complaint_remedy
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.reader import Reading
from runofshow.agenda_file.unsettled import UNSETTLED
from runofshow.core.agenda import Agenda
from runofshow.texts import Language
from runofshow.tui.desk.things import Planned, planned_by_path

_OF_THE_FILE = re.compile(r'[{}\[\]"]|\w: ')


class Advice(Struct, frozen=True):
    """One line of check, and where its field is."""

    said: str
    is_error: bool
    is_unsettled: bool
    path: Path


class Checked(Struct, frozen=True, eq=False):
    """What came of one text."""

    text: str = ""
    agenda: Agenda | None = None
    """The last one that could be read, of an earlier text where this one has errors."""
    planned: Mapping[Path, Planned] = {}
    advice: tuple[Advice, ...] = ()
    """Errors first, what is unsettled last."""


def checked(source: Written, reading: Reading, language: Language, before: Checked) -> Checked:
    """What `reading` says of the text."""
    advice = [_advice(source, each, language) for each in reading.complaints]
    ordered = sorted(advice, key=lambda each: (not each.is_error, each.is_unsettled))
    if reading.agenda is None or reading.sight is None:
        return Checked(source.text, before.agenda, before.planned, tuple(ordered))
    return Checked(source.text, reading.agenda, planned_by_path(reading.sight), tuple(ordered))


def _advice(source: Written, complaint: Complaint, language: Language) -> Advice:
    says, remedy = complaint_message(complaint, language), complaint_remedy(complaint, language)
    # what to write in the file is of no use where nobody sees it
    said = f"{says}; {remedy}" if remedy and not _OF_THE_FILE.search(remedy) else says
    is_unsettled = complaint.code in UNSETTLED
    path = source.path_at(complaint.place)
    return Advice(said, complaint.severity is Severity.ERROR, is_unsettled, path)


class Checker:
    """Reads the newest text asked for; texts that were overtaken meanwhile are not read."""

    def __init__(self, read: Callable[[Written], Reading], tell: Callable[[Written, Reading], None]) -> None:
        """`tell` is called in the thread of the reading."""
        self._read = read
        self._tell = tell
        self._lock = Lock()
        self._next: Written | None = None
        self._is_reading = False

    def ask(self, source: Written) -> None:
        """Have this text read soon."""
        with self._lock:
            self._next = source
            if self._is_reading:
                return
            self._is_reading = True
        Thread(target=self._work, name="check", daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                source, self._next = self._next, None
                if source is None:
                    self._is_reading = False
                    return
            self._tell(source, self._read(source))
