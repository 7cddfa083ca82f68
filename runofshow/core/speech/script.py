"""A speech as the agenda keeps it: its passages, each with its syllables, its page and its first words.

Not the whole text: where the speaker should be is found by counts, and by the words with which a passage
begins. So a show that is picked up again needs no file, the record stays small, and a leader's draft is not
kept on the hall's machines for ever.

A page is where the text itself breaks, as Word last laid it out. A page that would hold more than any does,
or a text without breaks, is divided by the custom of papers: A4 at 14 points holds 400 to 450 syllables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from runofshow.core.speech.syllables import syllables

SYLLABLES_A_PAGE: Final = 425
MOST_A_PAGE: Final = 700
"""12 points, single-spaced: what is more has lost its breaks."""
HEAD_SIGNS: Final = 60
"""Of the first words that are kept: a line of the console."""
SHORTEST: Final = 12
"""Syllables of a passage that is pointed at by itself: what is shorter, as «Kính thưa hội nghị!», is read in
four seconds, and stands with what comes after it."""
MOST_PASSAGES: Final = 1_000
MOST_SYLLABLES: Final = 60_000
"""Six hours of reading."""

_NATIONAL: Final = ("cộng hòa xã hội chủ nghĩa việt nam", "cộng hoà xã hội chủ nghĩa việt nam")
_MOTTO: Final = "độc lập tự do hạnh phúc"
_COPIES_TO: Final = "nơi nhận"


class Written(Struct, frozen=True):
    """A paragraph as the file has it."""

    text: str
    opens_page: bool = False
    """A page begins with it; also with the rest of a paragraph that goes over a page."""


class Passage(Struct, frozen=True, gc=False):
    """What is read between two places that a reader can point at: a paragraph, or its part on one page."""

    syllables: int
    page: int
    """Where it begins, from 1."""
    head: str
    """Its first words; an ellipsis where it goes on."""


class Speech(Struct, frozen=True):
    """The text of an item."""

    file: str
    """Path as the agenda writes it, relative to the agenda."""
    passages: tuple[Passage, ...] = ()
    """In order; none when the file could not be read."""
    pages_reckoned: bool = False
    """Some pages are reckoned by length and not the file's own."""

    @property
    def syllables(self) -> int:
        return sum(passage.syllables for passage in self.passages)

    @property
    def pages(self) -> int:
        return self.passages[-1].page if self.passages else 0


class TooLong(ValueError):
    """No speech: more than MOST_PASSAGES, or than MOST_SYLLABLES."""


def speech_of(file: str, paragraphs: Iterable[Written]) -> Speech:
    """The paragraphs of a file as a speech, without what nobody reads aloud. Text is NFC. Raises TooLong."""
    counted: list[tuple[Written, int]] = []
    total = 0
    for written in _read_aloud(paragraphs):
        if count := syllables(written.text):
            counted.append((written, count))
            total += count
        if len(counted) > MOST_PASSAGES or total > MOST_SYLLABLES:
            raise TooLong
    passages: list[Passage] = []
    is_reckoned = False
    first = 1
    for sheet in _sheets(counted):
        on_it = sum(count for _, count in sheet)
        is_divided = on_it > MOST_A_PAGE
        is_reckoned |= is_divided
        before = waiting = 0
        for place, (written, count) in enumerate(sheet, start=1):
            page = first + (before // SYLLABLES_A_PAGE if is_divided else 0)
            before, waiting = before + count, waiting + count
            if count >= SHORTEST or place == len(sheet):
                passages.append(Passage(waiting, page, head_of(written.text)))
                waiting = 0
        first += -(-on_it // SYLLABLES_A_PAGE) if is_divided else 1
    return Speech(file, tuple(passages), is_reckoned)


def _read_aloud(paragraphs: Iterable[Written]) -> Iterator[Written]:
    """Without the national title at the head of a paper, and without all from «Nơi nhận» on."""
    turned = False
    for written in paragraphs:
        turned |= written.opens_page
        folded = " ".join("".join(s if s.isalnum() else " " for s in written.text.lower()).split())
        if folded.startswith(_COPIES_TO) and len(folded) < 3 * len(_COPIES_TO):
            return
        if folded in _NATIONAL or folded == _MOTTO:
            continue
        yield Written(written.text, turned)
        turned = False


def _sheets(counted: Iterable[tuple[Written, int]]) -> Iterator[list[tuple[Written, int]]]:
    """Those of each page that the file has."""
    sheet: list[tuple[Written, int]] = []
    for written, count in counted:
        if written.opens_page and sheet:
            yield sheet
            sheet = []
        sheet.append((written, count))
    if sheet:
        yield sheet


def head_of(text: str) -> str:
    """The first words of a passage, in at most HEAD_SIGNS."""
    line = " ".join(text.split())
    if len(line) <= HEAD_SIGNS:
        return line
    kept = line[: HEAD_SIGNS - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:.–-") + "…"
