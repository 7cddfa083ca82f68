"""`print`: the papers that people hold, as files of the office or as pages for a browser's printer.

Nothing is written over. What was printed is kept (printed.py), for the pages that are to be exchanged later.
"""

from __future__ import annotations

import msgspec

from runofshow.agenda_file.plan_digest import plan_digest
from runofshow.cli.agendas import REVISION, here, readable_agenda
from runofshow.cli.exchanging import keep, print_exchange
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.papers import files_of, kinds_asked, write_new, writer
from runofshow.cli.printed import Printed, Store, paper_name, whole_text
from runofshow.journal import default_home
from runofshow.paper.book_file import as_book_file
from runofshow.paper.pages import paginated
from runofshow.printing.book import book_of
from runofshow.printing.exchange.comparing import as_held
from runofshow.printing.exchange.holding import held_of
from runofshow.printing.papers import Kind, unpaged
from runofshow.printing.plan import plan_of
from runofshow.texts.exchange import EXCHANGE
from runofshow.texts.printing import PRINTING


def print_papers(outcome: Outcome) -> int:
    """Write the papers of `--for`, or of them the pages to be exchanged."""
    asked, words, language = outcome.asked, outcome.words, outcome.language
    assert asked.output is not None
    kinds = kinds_asked(outcome, Kind)
    files = files_of(outcome, asked.output, kinds, PRINTING[language].files)
    for path in files.values():
        if path.exists():
            raise Failed(words.exists.format(path=path))
    ending = next(iter(files.values())).suffix.lower()
    write = writer(outcome, ending)
    now, tz = here()
    agenda = readable_agenda(outcome, now, tz)
    content = asked.agenda.read_bytes()
    text = whole_text(content, asked.agenda, language)
    revision = plan_digest(content, asked.agenda.parent)[:REVISION]
    plan = plan_of(agenda, tz, language, revision=revision, printed_at=now)
    store = Store(default_home(outcome.environ))
    if asked.changed_since is not None:
        return print_exchange(outcome, plan, text, files, store, write)
    before = store.find(revision)
    held = {}
    for kind, path in files.items():
        if kind is Kind.ALL and ending == ".xlsx":
            # a workbook to work in, not one that anybody holds
            written = as_book_file(book_of(plan))
        else:
            fresh, name = unpaged(kind, plan), paper_name(kind, language)
            known = before.papers.get(name) if before is not None else None
            paper = paginated(fresh)
            if known is not None and held_of(paper) != known:
                paper = as_held(fresh, known)
            held[name] = held_of(paper)
            written = write(paper)
        write_new(outcome, path, written, len(kinds) > 1)
        if not asked.json:
            print(words.written.format(path=path))
    if held:
        keep(store, Printed(revision, text, held), EXCHANGE[language])
    if asked.json:
        papers = [{"paper": kind.value, "file": str(path)} for kind, path in files.items()]
        print(msgspec.json.encode({"revision": revision, "papers": papers}).decode())
    return 0
