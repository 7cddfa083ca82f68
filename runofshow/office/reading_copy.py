"""The paragraphs of a text that is read aloud, from .docx or plain text: words and pages, not their look.

A page of .docx begins where its writer broke it, and where Word itself did when it was last saved. What is
hidden, deleted, or in a box beside the text is not read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from runofshow.core.speech.script import Written
from runofshow.office.archive import Archive
from runofshow.office.decoding import text_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.plain import plain
from runofshow.office.xml_stream import listen

MOST_XML: Final = 12_000_000
"""Bytes of a text's XML: 200 pages have 6 MB."""
_BODY: Final = "word/document.xml"
_ASIDE: Final = frozenset({"txbxContent", "Fallback", "del", "moveFrom"})
"""What stands in these is not read."""
_OFF: Final = ("0", "false", "off", "none")
_END: Final = re.compile(r"[.!?:;…][\"'”’»)]*$")


def paragraphs_of(data: bytes) -> list[Written]:
    """The paragraphs, in order; empty ones left out. Raises CannotRead: UNKNOWN_FORM where it is neither
    form, TOO_BIG, EMPTY, and as an archive does."""
    if data.startswith(b"PK\x03\x04"):
        archive = Archive(data)
        if _BODY not in archive.sizes():
            raise CannotRead(Failure.UNKNOWN_FORM)
        body = _Body()
        if archive.sizes()[_BODY] > MOST_XML or not listen(archive.chunks(_BODY, MOST_XML), body):
            raise CannotRead(Failure.TOO_BIG)
        found = body.paragraphs
    elif data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise CannotRead(Failure.UNKNOWN_FORM)
    else:
        found = list(_of_lines(text_of(data)))
    if not found:
        raise CannotRead(Failure.EMPTY)
    return found


def _of_lines(text: str) -> Iterator[Written]:
    """A paragraph ends at an empty line, at a new page, and at a line that ends a sentence: lines that a
    program has broken go on in the next."""
    for number, page in enumerate(text.split("\f")):
        opens = number > 0
        open_lines: list[str] = []
        for line in (*map(plain, page.split("\n")), ""):
            open_lines += [line] * bool(line)
            if open_lines and (not line or _END.search(line)):
                yield Written(" ".join(open_lines), opens)
                open_lines, opens = [], False


class _Body:
    """Listens to word/document.xml."""

    def __init__(self) -> None:
        self.paragraphs: list[Written] = []
        self._letters: list[str] = []
        self._opens = False
        self._opens_after = False
        """The section ends with this paragraph, and the next one begins on a page of its own."""
        self._aside = 0
        self._in_text = False
        self._hidden = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if self._aside or name in _ASIDE:
            self._aside += 1
            return
        is_on = attributes.get("val", "1") not in _OFF
        match name:
            case "t":
                self._in_text = not self._hidden
            case "tab" | "cr":
                self._letters.append(" ")
            case "br" if attributes.get("type") == "page":
                self._turn()
            case "br":
                self._letters.append(" ")
            case "noBreakHyphen":
                self._letters.append("-")
            case "lastRenderedPageBreak":
                self._turn()
            case "pageBreakBefore" if is_on:
                self._turn()
            case "vanish" if is_on:
                self._hidden = True
            case "sectPr":
                self._opens_after = True
            case "type" if attributes.get("val") == "continuous":
                self._opens_after = False
            case _:
                pass

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
            return
        match name:
            case "t":
                self._in_text = False
            case "r":
                self._hidden = False
            case "p":
                self._put()
                self._hidden = False
                self._opens |= self._opens_after
                self._opens_after = False
            case _:
                pass

    def text(self, letters: str) -> None:
        if self._in_text and not self._aside:
            self._letters.append(letters)

    def _turn(self) -> None:
        """A page begins here: what stands before it in the paragraph is one of its own."""
        self._put()
        self._opens = True

    def _put(self) -> None:
        text = plain("".join(self._letters))
        self._letters = []
        if text:
            self.paragraphs.append(Written(text, self._opens))
            self._opens = False
