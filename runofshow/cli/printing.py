"""`print`: the papers that people hold, as files of the office or as pages for a browser's printer.

Nothing is written over.
"""

from __future__ import annotations

from runofshow.cli.agendas import file_digest, here, readable_agenda
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.papers import files_of, kinds_asked, writer
from runofshow.paper.book_file import as_book_file
from runofshow.printing.book import book_of
from runofshow.printing.papers import Kind, paper_for
from runofshow.printing.plan import plan_of
from runofshow.texts.printing import PRINTING

_REVISION = 8
"""Hex digits of the file's digest: enough to tell two versions apart by eye."""


def print_papers(outcome: Outcome) -> int:
    """Write the papers of `--for`."""
    asked, words = outcome.asked, outcome.words
    assert asked.output is not None
    kinds = kinds_asked(outcome, Kind)
    files = files_of(outcome, asked.output, kinds, PRINTING[outcome.language].files)
    for path in files.values():
        if path.exists():
            raise Failed(words.exists.format(path=path))
    ending = next(iter(files.values())).suffix.lower()
    write = writer(outcome, ending)
    now, tz = here()
    agenda = readable_agenda(outcome, now, tz)
    revision = file_digest(asked.agenda)[:_REVISION]
    plan = plan_of(agenda, tz, outcome.language, revision=revision, printed_at=now)
    for kind, path in files.items():
        if kind is Kind.ALL and ending == ".xlsx":
            written = as_book_file(book_of(plan))
        else:
            written = write(paper_for(kind, plan))
        try:
            if len(kinds) > 1:
                path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(written)
        except OSError as error:
            raise Failed(words.cannot_write.format(path=path, reason=error.strerror)) from error
        print(words.written.format(path=path))
    return 0
