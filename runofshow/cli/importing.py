"""`import`: a file of the office as a draft of an agenda, with what was guessed and what to look at."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from runofshow.agenda_file.catalogue import catalogue
from runofshow.cli.made_agenda import give_out
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.own_paper import import_own, own_paper, take_in_own
from runofshow.core.wire import Json
from runofshow.documents.document import Document
from runofshow.documents.doubt import doubt_json
from runofshow.documents.draft import Draft, DraftItem, draft_json
from runofshow.documents.finding.choosing import NoSuchProgramme
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_document, read_pasted
from runofshow.documents.saying import sentence, why_unread
from runofshow.office.failure import CannotRead
from runofshow.texts.documents import DOCUMENTS

PASTED = Path("-")
MOST_PASTED = 5_000_000
"""Signs that are taken from standard input."""


def import_plan(outcome: Outcome) -> int:
    """Write the draft to `-o`, or print it; what it found and guessed is told beside, on stderr."""
    asked, words = outcome.asked, outcome.words
    if asked.output is not None and asked.output.exists():
        raise Failed(words.exists.format(path=asked.output))
    if asked.output is not None and not asked.output.parent.is_dir():
        raise Failed(words.no_folder.format(folder=asked.output.parent))
    own = None if asked.agenda == PASTED else own_paper(asked.agenda, outcome)
    if own is not None:
        return import_own(own, outcome) if asked.into is None else take_in_own(own, asked.into, outcome)
    draft = draft_from(asked.agenda, outcome)
    if asked.into is not None:
        from runofshow.cli.taking_in import take_in

        return take_in(draft, asked.into, outcome)
    if asked.json:
        warnings: list[Json] = [doubt_json(each, sentence(each, outcome.language)) for each in draft.doubts]
        print(json.dumps(draft_json(draft, warnings), ensure_ascii=False, indent=2))
        return 0
    _tell(draft, outcome)
    if not draft.items:
        raise Failed(DOCUMENTS[outcome.language].nothing)
    from runofshow.documents.agenda_text import agenda_text  # its YAML is no matter to --json

    text = agenda_text(draft, name=asked.agenda.name, language=outcome.language)
    return give_out(text, outcome)


def draft_from(path: Path, outcome: Outcome) -> Draft:
    """The draft of the file. Raises Failed with the sentence that says why there is none."""
    choice = outcome.asked.programme
    try:
        document = _pasted() if path == PASTED else read_document(path)
    except CannotRead as error:
        raise Failed(why_unread(error, path.name, outcome.language)) from error
    try:
        return draft_of(document, choice=None if choice is None else choice - 1, language=outcome.language)
    except NoSuchProgramme as error:
        words = DOCUMENTS[outcome.language].no_such_programme
        raise Failed(words.format(n=choice, count=error.count)) from error


def _pasted() -> Document:
    return read_pasted(sys.stdin.buffer.read(MOST_PASTED).decode("utf-8", errors="replace"))


def _tell(draft: Draft, outcome: Outcome) -> None:
    """The draft at a glance: its head, its items, and what to look at."""
    from rich.console import Console
    from rich.table import Table

    words = DOCUMENTS[outcome.language]
    screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
    screen.print(draft.title or words.no_title, style="bold")
    day = draft.date_text or (f"{draft.day:%d/%m/%Y}" if draft.day else "")
    screen.print(" · ".join(part for part in (draft.organiser, draft.venue, day) if part))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in (words.column_time, words.column_title, words.column_by, words.column_kind):
        table.add_column(name)
    for item in draft.items:
        table.add_row(*_cells(item, outcome))
    if draft.items:
        screen.print(table)
    guesses = sum(len(item.guessed) for item in draft.items) + len(draft.guessed)
    screen.print(words.counted.format(items=len(draft.items), guesses=guesses, doubts=len(draft.doubts)))
    if draft.doubts:
        screen.print(words.look_at)
    for doubt in draft.doubts:
        at = f" ({doubt.at})" if doubt.at else ""
        screen.print(f"- {sentence(doubt, outcome.language)}{at}")


def _cells(item: DraftItem, outcome: Outcome) -> tuple[str, ...]:
    def marked(text: str, *fields: str) -> str:
        return f"{text}?" if text and any(field in item.guessed for field in fields) else text

    start = f"{item.start:%H:%M}" if item.start else ""
    end = f"–{item.end:%H:%M}" if item.end else ""
    return (
        marked(start + end, "start", "end"),
        ("  " if item.parent is not None else "") + marked(item.title, "title"),
        marked(item.by or "", "by"),
        marked(catalogue()[item.kind].label(outcome.language), "kind"),
    )
