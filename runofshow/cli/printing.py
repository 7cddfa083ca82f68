"""`print`: the papers that people hold, as files of the office or as pages for a browser's printer.

One paper becomes the file that `-o` names. Of several, `-o` names a folder, and its ending, where it has one,
is that of the files in it: `-o papers.html` fills `papers/` with pages. Nothing is written over.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from runofshow.cli.agendas import file_digest, here, readable_agenda
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.paper.page import as_page
from runofshow.paper.sheet import Paper
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from runofshow.printing.papers import Kind, paper_for
from runofshow.printing.plan import plan_of
from runofshow.texts.printing import PRINTING

_WRITERS: Final[dict[str, Callable[[Paper], bytes]]] = {
    ".docx": as_word_file,
    ".xlsx": as_workbook,
    ".html": lambda paper: as_page(paper).encode(),
}
_PDF = ".pdf"
_ENDINGS: Final = (*_WRITERS, _PDF)
_REVISION = 8
"""Hex digits of the file's digest: enough to tell two versions apart by eye."""


def print_papers(outcome: Outcome) -> int:
    """Write the papers of `--for`."""
    asked, words = outcome.asked, outcome.words
    assert asked.output is not None
    kinds = _kinds(outcome)
    files = _files(outcome, asked.output, kinds)
    for path in files.values():
        if path.exists():
            raise Failed(words.exists.format(path=path))
    write = _writer(outcome)
    now, tz = here()
    agenda = readable_agenda(outcome, now, tz)
    revision = file_digest(asked.agenda)[:_REVISION]
    plan = plan_of(agenda, tz, outcome.language, revision=revision, printed_at=now)
    for kind, path in files.items():
        written = write(paper_for(kind, plan), path)
        try:
            if len(kinds) > 1:
                path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(written)
        except OSError as error:
            raise Failed(words.cannot_write.format(path=path, reason=error.strerror)) from error
        print(words.written.format(path=path))
    return 0


def _writer(outcome: Outcome) -> Callable[[Paper, Path], bytes]:
    """What makes a file of a paper. Raises Failed for a .pdf where no browser prints it."""
    output, phrases = outcome.asked.output, PRINTING[outcome.language]
    if output is None or output.suffix.lower() != _PDF:
        return lambda paper, path: _WRITERS[path.suffix.lower()](paper)
    from runofshow.paper.printed import NotPrinted, as_pdf, find_browser

    browser = find_browser(outcome.environ)
    if browser is None:
        raise Failed(phrases.no_browser)

    def write(paper: Paper, path: Path) -> bytes:
        try:
            return as_pdf(paper, browser)
        except NotPrinted as error:
            told = phrases.not_printed.format(browser=browser.name, path=path, reason=error)
            raise Failed(told) from error

    return write


def _kinds(outcome: Outcome) -> tuple[Kind, ...]:
    """The papers that are asked for, each once. Raises Failed for one that is not known, and for none."""
    phrases, known = PRINTING[outcome.language], ", ".join(Kind)
    named = [name.strip().casefold() for name in outcome.asked.kinds.split(",") if name.strip()]
    for name in named:
        if name not in tuple(Kind):
            raise Failed(phrases.unknown_kind.format(kind=name, kinds=known), USAGE)
    if not named:
        raise Failed(phrases.no_kind.format(kinds=known), USAGE)
    return tuple(dict.fromkeys(map(Kind, named)))


def _files(outcome: Outcome, output: Path, kinds: tuple[Kind, ...]) -> dict[Kind, Path]:
    """Where each paper goes. Raises Failed for an ending that no paper has."""
    phrases = PRINTING[outcome.language]
    ending = output.suffix.lower()
    if ending not in _ENDINGS and (ending or len(kinds) == 1):
        raise Failed(phrases.bad_ending.format(ending=ending or "?", endings=", ".join(_ENDINGS)), USAGE)
    if len(kinds) == 1:
        return {kinds[0]: output}
    folder = output.with_suffix("")
    return {kind: folder / f"{phrases.files[kind]}{ending or '.docx'}" for kind in kinds}
