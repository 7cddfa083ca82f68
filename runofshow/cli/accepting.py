"""Changes of the agenda in use that a person takes line by line: listed, asked for, written together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, complaint_line
from runofshow.agenda_file.editing.opening import Opened, opened
from runofshow.agenda_file.editing.saving import digest, digest_on_disk, save
from runofshow.agenda_file.editing.written import NotWritten
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.source import MOST_BYTES
from runofshow.cli.agendas import here
from runofshow.cli.numbers import numbers_of
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda
from runofshow.texts.documents import DOCUMENTS, DocumentTexts


class InUse(Struct, frozen=True):
    """The agenda that changes are taken into."""

    path: Path
    file: Opened
    content: bytes
    agenda: Agenda


def in_use(path: Path, outcome: Outcome) -> InUse:
    """The agenda at `path`. Raises Failed."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        found = opened(content, str(path))
    except OSError as error:
        words = DOCUMENTS[outcome.language].failures
        raise Failed(words["unreadable"].format(file=path, problem=error.strerror)) from error
    except NotWritten as error:
        raise Failed(complaint_lines(error.complaints, outcome)) from error
    return InUse(path, found, content, agenda_of(found.written.text, path.name, outcome, folder=path.parent))


def agenda_of(
    text: str, name: str, outcome: Outcome, *, folder: Path | None = None, day: date | None = None
) -> Agenda:
    """The agenda that the text says, its name lists in `folder`; where it names no day, on that one, else
    today. Raises Failed."""
    now, tz = here()
    today = day or now.astimezone(tz).date()
    reading = read_agenda_text(text, name, folder=folder, tz=tz, today=today, language=outcome.language)
    if reading.agenda is None:
        raise Failed(complaint_lines(reading.errors, outcome))
    return reading.agenda


def complaint_lines(complaints: Sequence[Complaint], outcome: Outcome) -> str:
    """Each on a line of its own."""
    return "\n".join(complaint_line(each, outcome.language) for each in complaints)


def keep(target: InUse, text: str, count: int, outcome: Outcome) -> None:
    """Writes the agenda with the changes taken. Raises Failed where somebody has changed it meanwhile."""
    words = DOCUMENTS[outcome.language]
    if digest_on_disk(target.path) != digest(target.content):
        raise Failed(words.changed_meanwhile.format(file=target.path))
    try:
        save(target.path, target.file.content(text))
    except OSError as error:
        raise Failed(outcome.words.cannot_write.format(path=target.path, reason=error.strerror)) from error
    print(words.taken.format(count=count, file=target.path), file=sys.stderr)


def accepted(lines: Sequence[str], path: Path, outcome: Outcome) -> list[int]:
    """Which of the changes are taken, from 0: by the numbers given, or asked where somebody can be asked."""
    words, asked = DOCUMENTS[outcome.language], outcome.asked
    if asked.accept is not None:
        return [number - 1 for number in _numbers(asked.accept, len(lines), words)]
    if not lines or asked.json:
        return []
    print(words.changes.format(count=len(lines), file=path))
    can_ask = sys.stdin.isatty()
    taken: list[int] = []
    for at, line in enumerate(lines):
        print(f"{at + 1:>3}. {line}")
        answer = _answer(words) if can_ask else ""
        if answer == words.stop:
            break
        if answer == words.all:
            for later, each in enumerate(lines[at + 1 :], at + 2):
                print(f"{later:>3}. {each}")
            return [*taken, *range(at, len(lines))]
        taken += [at] if answer == words.yes else []
    if not taken:
        print(words.none_taken.format(file=path) if can_ask else words.how_to_take)
    return taken


def _answer(words: DocumentTexts) -> str:
    try:
        return input(words.take_it).strip().lower()[:1]
    except EOFError:
        return words.stop


def _numbers(said: str, count: int, words: DocumentTexts) -> list[int]:
    """The numbers of `all` or `1,3-5`, in order. Raises Failed."""
    if said.strip() == "all":
        return list(range(1, count + 1))
    numbers = numbers_of(said, count)
    if numbers is None:
        raise Failed(words.bad_accept.format(value=said, count=count))
    return numbers
