"""`import --into`: what a newer plan changes in the agenda in use, taken line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from runofshow.agenda_file.complaint import Complaint, Reporter, complaint_line
from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.opening import Opened, opened
from runofshow.agenda_file.editing.saving import digest, digest_on_disk, save
from runofshow.agenda_file.editing.taking import taken
from runofshow.agenda_file.editing.written import NotWritten, Written, written
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.revision import Revision, revision_line, revisions
from runofshow.agenda_file.shape import read_form
from runofshow.agenda_file.source import MOST_BYTES
from runofshow.agenda_file.unsettled import guesses_of
from runofshow.cli.agendas import here
from runofshow.cli.numbers import numbers_of
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda
from runofshow.core.running_order import running_order
from runofshow.core.wire import Json
from runofshow.documents.agenda_text import agenda_text
from runofshow.documents.draft import Draft
from runofshow.texts.documents import DOCUMENTS, DocumentTexts


def take_in(draft: Draft, path: Path, outcome: Outcome) -> int:
    """List what the draft changes, and write what is accepted; nothing is written before every answer."""
    words = DOCUMENTS[outcome.language]
    file, content = _file(path, outcome)
    agenda = _agenda(file.written.text, path.name, outcome)
    if not draft.items:
        raise Failed(words.nothing)
    text = agenda_text(draft, name=outcome.asked.agenda.name, language=outcome.language)
    newer, newer_source = _agenda(text, outcome.asked.agenda.name, outcome), written(text)
    _, tz = here()
    found = revisions(agenda, newer, _guesses(newer, newer_source), tz=tz)
    if outcome.asked.json:
        print(json.dumps({"changes": _json(found, outcome)}, ensure_ascii=False, indent=2))
    elif not found:
        print(words.same_plan.format(file=path))
    accepted = _accepted(found, path, outcome)
    if not accepted:
        return 0
    try:
        done = taken(file.written, agenda, newer, newer_source, accepted)
    except NotEdited as error:
        raise Failed(words.not_taken.format(file=path)) from error
    if digest_on_disk(path) != digest(content):
        raise Failed(words.changed_meanwhile.format(file=path))
    try:
        save(path, file.content(done.text))
    except OSError as error:
        raise Failed(outcome.words.cannot_write.format(path=path, reason=error.strerror)) from error
    print(words.taken.format(count=len(accepted), file=path), file=sys.stderr)
    return 0


def _file(path: Path, outcome: Outcome) -> tuple[Opened, bytes]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        return opened(content, str(path)), content
    except OSError as error:
        words = DOCUMENTS[outcome.language].failures
        raise Failed(words["unreadable"].format(file=path, problem=error.strerror)) from error
    except NotWritten as error:
        raise Failed(_lines(error.complaints, outcome)) from error


def _agenda(text: str, name: str, outcome: Outcome) -> Agenda:
    now, tz = here()
    today = now.astimezone(tz).date()
    reading = read_agenda_text(text, name, folder=None, tz=tz, today=today, language=outcome.language)
    if reading.agenda is None:
        raise Failed(_lines(reading.errors, outcome))
    return reading.agenda


def _lines(complaints: Sequence[Complaint], outcome: Outcome) -> str:
    return "\n".join(complaint_line(each, outcome.language) for each in complaints)


def _guesses(newer: Agenda, source: Written) -> dict[str, frozenset[str]]:
    form, _ = read_form(source.root, Reporter(""))
    assert form is not None
    rows = running_order(newer).rows
    return {row.item.item_id: keys for row, keys in zip(rows, guesses_of(form), strict=True)}


def _json(found: Sequence[Revision], outcome: Outcome) -> list[Json]:
    return [
        {
            "n": number,
            "kind": each.kind.value,
            "title": each.title,
            "key": each.key,
            "before": each.before,
            "after": each.after,
            "text": revision_line(each, outcome.language),
        }
        for number, each in enumerate(found, 1)
    ]


def _accepted(found: Sequence[Revision], path: Path, outcome: Outcome) -> list[Revision]:
    """What is taken: by the numbers given, or asked one by one where somebody can be asked."""
    words, asked = DOCUMENTS[outcome.language], outcome.asked
    if asked.accept is not None:
        return [found[number - 1] for number in _numbers(asked.accept, len(found), words)]
    if not found or asked.json:
        return []
    print(words.changes.format(count=len(found), file=path))
    can_ask = sys.stdin.isatty()
    accepted: list[Revision] = []
    for number, revision in enumerate(found, 1):
        print(f"{number:>3}. {revision_line(revision, outcome.language)}")
        answer = _answer(words) if can_ask else ""
        if answer == words.stop:
            break
        if answer == words.all:
            for later, each in enumerate(found[number:], number + 1):
                print(f"{later:>3}. {revision_line(each, outcome.language)}")
            return [*accepted, *found[number - 1 :]]
        accepted += [revision] if answer == words.yes else []
    if not accepted:
        print(words.none_taken.format(file=path) if can_ask else words.how_to_take)
    return accepted


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
