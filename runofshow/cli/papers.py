"""Papers as files: which are asked for, where each goes, and what makes a file of one, by its ending.

One paper becomes the file that `-o` names. Of several, `-o` names a folder, and its ending, where it has one,
is that of the files in it: `-o papers.html` fills `papers/` with pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.paper.markdown import as_markdown
from runofshow.paper.page import as_page
from runofshow.paper.sheet import Paper
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from runofshow.texts.printing import PRINTING

_WRITERS: Final[dict[str, Callable[[Paper], bytes]]] = {
    ".docx": as_word_file,
    ".xlsx": as_workbook,
    ".html": lambda paper: as_page(paper).encode(),
    ".md": lambda paper: as_markdown(paper).encode(),
}
_PDF = ".pdf"
ENDINGS: Final = (*_WRITERS, _PDF)
Kind = TypeVar("Kind", bound=StrEnum)
"""Which papers a command knows."""


def kinds_asked(outcome: Outcome, known: type[Kind]) -> tuple[Kind, ...]:
    """The papers of `--for`, each once. Raises Failed for one that is not known, and for none."""
    phrases, listed = PRINTING[outcome.language], ", ".join(known)
    named = [name.strip().casefold() for name in outcome.asked.kinds.split(",") if name.strip()]
    for name in named:
        if name not in tuple(known):
            raise Failed(phrases.unknown_kind.format(kind=name, kinds=listed), USAGE)
    if not named:
        raise Failed(phrases.no_kind.format(kinds=listed), USAGE)
    return tuple(dict.fromkeys(map(known, named)))


def files_of(
    outcome: Outcome, output: Path, kinds: Sequence[Kind], names: Mapping[str, str]
) -> dict[Kind, Path]:
    """Where each paper goes. Raises Failed for an ending that no paper has."""
    ending = output.suffix.lower()
    if ending not in ENDINGS and (ending or len(kinds) == 1):
        told = PRINTING[outcome.language].bad_ending
        raise Failed(told.format(ending=ending or "?", endings=", ".join(ENDINGS)), USAGE)
    if len(kinds) == 1:
        return {kinds[0]: output}
    folder = output.with_suffix("")
    return {kind: folder / f"{names[kind]}{ending or '.docx'}" for kind in kinds}


def writer(outcome: Outcome, ending: str) -> Callable[[Paper], bytes]:
    """What makes a file of a paper. Raises Failed for a .pdf that nothing on this machine makes."""
    if ending != _PDF:
        return _WRITERS[ending]
    from runofshow.paper.printed import NotPrinted, as_pdf, find_browser
    from runofshow.paper.typeset import Typesetter, has_typst

    phrases = PRINTING[outcome.language]
    if has_typst():
        prints, name = Typesetter().as_pdf, "typst"
    elif (browser := find_browser(outcome.environ)) is not None:
        prints, name = partial(as_pdf, browser=browser), browser.name
    else:
        raise Failed(phrases.no_pdf)

    def write(paper: Paper) -> bytes:
        try:
            return prints(paper)
        except NotPrinted as error:
            told = phrases.not_printed.format(program=name, path=outcome.asked.output, reason=error)
            raise Failed(told) from error

    return write


def write_new(outcome: Outcome, path: Path, written: bytes, in_folder: bool) -> None:
    """Write a file that there is not yet; its folder, where it is one of several. Raises Failed."""
    try:
        if in_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(written)
                file.flush()
            except OSError:
                # half a paper is worse than none, and would be in the way of the next try
                path.unlink()
                raise
    except OSError as error:
        told = outcome.words.cannot_write.format(path=path, reason=error.strerror)
        raise Failed(told) from error
