"""`import` of a paper of ours: what people edited in it, as an agenda, or into the one in use."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from runofshow.agenda_file.writing import agenda_entry, write_agenda
from runofshow.cli.agendas import here
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda
from runofshow.documents.own.reading import checked, read_own
from runofshow.documents.own.said import Said
from runofshow.documents.reading.failure import CannotRead
from runofshow.documents.reading.opening import bytes_of
from runofshow.documents.saying import why_unread, wrong_line
from runofshow.texts.documents import DOCUMENTS


def own_paper(path: Path, outcome: Outcome) -> Said | None:
    """What the file says, where it is a paper of ours. Raises Failed where there is no such file."""
    try:
        return read_own(bytes_of(path), path.name, outcome.language)
    except CannotRead as error:
        raise Failed(why_unread(error, path.name, outcome.language)) from error


def own_agenda(said: Said, path: Path, outcome: Outcome) -> Agenda:
    """The agenda that it says. Raises Failed with every complaint and its cell."""
    now, tz = here()
    today = now.astimezone(tz).date()
    found = checked(said, path.name, tz=tz, today=today, language=outcome.language)
    if found.agenda is None:
        raise Failed("\n".join(wrong_line(each, outcome.language) for each in found.wrong))
    return found.agenda


def own_text(said: Said, path: Path, outcome: Outcome) -> str:
    """The agenda file that it makes. Raises Failed as `own_agenda`."""
    now, tz = here()
    agenda = own_agenda(said, path, outcome)
    return write_agenda(agenda, tz=tz, today=now.astimezone(tz).date(), language=outcome.language)


def import_own(said: Said, outcome: Outcome) -> int:
    """Write the agenda to `-o`, or print it."""
    asked, words = outcome.asked, outcome.words
    if asked.json:
        now, tz = here()
        agenda = own_agenda(said, asked.agenda, outcome)
        entry = agenda_entry(agenda, tz=tz, today=now.astimezone(tz).date(), language=outcome.language)
        print(json.dumps(entry, ensure_ascii=False, indent=2))
        return 0
    text = own_text(said, asked.agenda, outcome)
    if asked.output is None:
        print(text, end="")
        return 0
    try:
        with asked.output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Failed(words.cannot_write.format(path=asked.output, reason=error.strerror)) from error
    print(words.written.format(path=asked.output), file=sys.stderr)
    print(DOCUMENTS[outcome.language].next_step.format(file=asked.output), file=sys.stderr)
    return 0
