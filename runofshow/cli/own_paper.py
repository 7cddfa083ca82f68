"""`import` of a paper of ours: what people edited in it, as an agenda, or into the one in use."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.editing.edits import NotEdited, put_all
from runofshow.agenda_file.editing.written import Written, written
from runofshow.agenda_file.fitting import Path as ValuePath
from runofshow.agenda_file.plan_digest import list_names
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.returned.changes import Change, changes
from runofshow.agenda_file.returned.rows import Row, rows_in_use
from runofshow.agenda_file.returned.taking import taken
from runofshow.agenda_file.returned.telling import change_line
from runofshow.agenda_file.wording import shown
from runofshow.agenda_file.writing import agenda_entry, write_agenda
from runofshow.cli.accepting import accepted, in_use, keep
from runofshow.cli.agendas import file_digest, here
from runofshow.cli.made_agenda import give_out
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda
from runofshow.core.running_order import running_order
from runofshow.core.wire import Json
from runofshow.documents.own.reading import checked, read_own
from runofshow.documents.own.said import Said
from runofshow.documents.reading.opening import MOST_BYTES
from runofshow.documents.saying import why_unread, wrong_line
from runofshow.office.failure import CannotRead
from runofshow.office.file_bytes import bytes_of
from runofshow.texts import Language
from runofshow.texts.book import BOOK
from runofshow.texts.documents import DOCUMENTS


def own_paper(path: Path, outcome: Outcome) -> Said | None:
    """What the file says, where it is a paper of ours. Raises Failed where there is no such file."""
    try:
        return read_own(bytes_of(path, MOST_BYTES), path.name, outcome.language)
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
    """The agenda file that it makes, with what was guessed marked in it. Raises Failed as `own_agenda`."""
    now, tz = here()
    agenda = own_agenda(said, path, outcome)
    _tell(said, outcome)
    written_at = (place.written.award for place in running_order(agenda).rows)
    if count := sum(len(award.recipients) for award in written_at if award is not None):
        print(BOOK[outcome.language].names_inside.format(count=count), file=sys.stderr)
    text = write_agenda(agenda, tz=tz, today=now.astimezone(tz).date(), language=outcome.language)
    guesses = [(at, item["guessed"]) for at, item in _items(said.tree) if "guessed" in item]
    if not guesses:
        return text
    source = written(text)
    return put_all(source, [((*_there(at, source), "guessed"), keys) for at, keys in guesses]).text


def _items(said: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Mapping[str, Any]]]:
    """Every item and part of a tree, with its path."""
    for key in ("sessions", "items", "parts"):
        for at, each in enumerate(said.get(key, ())):
            if key != "sessions":
                yield (*path, key, at), each
            yield from _items(each, (*path, key, at))


def _there(path: ValuePath, source: Written) -> ValuePath:
    """The path in a text, which may have the items of a single session at the top, or under it."""
    if "sessions" in source.data:
        return path if path[0] == "sessions" else ("sessions", 0, *path)
    return path[2:] if path[0] == "sessions" else path


def _tell(said: Said, outcome: Outcome) -> None:
    """What a person should know who sees only the outcome."""
    words = BOOK[outcome.language]
    if said.left_out:
        items = "; ".join(dict.fromkeys(said.left_out))
        print(words.left_out.format(count=len(said.left_out), items=shown(items, 300)), file=sys.stderr)
    if guessed := [str(item["title"]) for _, item in _items(said.tree) if "guessed" in item]:
        print(words.guessed.format(items=shown("; ".join(guessed), 300)), file=sys.stderr)


def import_own(said: Said, outcome: Outcome) -> int:
    """Write the agenda to `-o`, or print it."""
    asked = outcome.asked
    if asked.json:
        now, tz = here()
        agenda = own_agenda(said, asked.agenda, outcome)
        entry = agenda_entry(agenda, tz=tz, today=now.astimezone(tz).date(), language=outcome.language)
        print(json.dumps(entry, ensure_ascii=False, indent=2))
        return 0
    text = own_text(said, asked.agenda, outcome)
    return give_out(text, outcome)


def take_in_own(said: Said, path: Path, outcome: Outcome) -> int:
    """List what the paper changes in the agenda at `path`, and write what is accepted."""
    words, books = DOCUMENTS[outcome.language], BOOK[outcome.language]
    name, language = outcome.asked.agenda.name, outcome.language
    target = in_use(path, outcome)
    returned = own_agenda(said, outcome.asked.agenda, outcome)
    now, tz = here()
    today = now.astimezone(tz).date()
    entry, theirs = (
        agenda_entry(each, tz=tz, today=today, language=language) for each in (target.agenda, returned)
    )
    found = changes(
        target.agenda, entry, returned, theirs, tree=said.tree, ids=said.ids, carries=said.carries
    )
    lines = [change_line(each, language) for each in found]
    _tell(said, outcome)
    if outcome.asked.json:
        told = [
            _told(number, each, line) for number, (each, line) in enumerate(zip(found, lines, strict=True), 1)
        ]
        print(json.dumps({"changes": told}, ensure_ascii=False, indent=2))
    elif not found:
        print(books.same.format(name=name, file=path))
    elif said.revision and not file_digest(path).startswith(said.revision):
        print(books.older.format(name=name, file=path), file=sys.stderr)
    source, mine = target.file.written, rows_in_use(target.agenda, entry)
    if outcome.asked.accept is None and (lists := _lists_left(source, mine, found, language)):
        print(books.would_leave_lists.format(lists=lists, file=path), file=sys.stderr)
    wanted = [found[at] for at in accepted(lines, path, outcome)]
    if not wanted:
        return 0
    left = _lists_left(source, mine, wanted, language)
    try:
        done = taken(source, mine, wanted, language)
    except NotEdited as error:
        raise Failed(words.not_taken.format(file=path)) from error
    reading = read_agenda_text(
        done.text, path.name, folder=path.parent, tz=tz, today=today, language=language
    )
    if reading.agenda is None:
        why = "\n".join(complaint_line(each, language) for each in reading.errors)
        raise Failed(f"{books.lost.format(file=path)}\n{why}")
    keep(target, done.text, len(wanted), outcome)
    if left:
        print(books.left_lists.format(lists=left, file=path), file=sys.stderr)
    return 0


def _lists_left(source: Written, mine: Sequence[Row], wanted: Sequence[Change], language: Language) -> str:
    """The lists whose names these changes write into the agenda, which then reads them there no more."""
    before = Counter(list_names(source.text.encode()))
    if not before:
        return ""
    try:
        after = taken(source, mine, wanted, language)
    except NotEdited:
        return ""
    return ", ".join(before - Counter(list_names(after.text.encode())))


def _told(number: int, change: Change, line: str) -> Json:
    key = ".".join(str(step) for step in change.path)
    return {"n": number, "kind": change.kind.value, "title": change.title, "key": key, "text": line}
