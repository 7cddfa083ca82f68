"""What is let through of other people's text."""

from __future__ import annotations

import pytest

from runofshow.paper.plain import printable
from runofshow.paper.sheet import Paper, paragraph
from runofshow.paper.word.file import as_word_file


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Hội\tnghị", "Hội nghị"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("\u202egược\x1b[31m", "gược[31m"),
        ("hỏng \ud800\ufffe", "hỏng"),
        ("Trần\u00a0Minh", "Trần\u00a0Minh"),
    ],
)
def test_only_what_can_be_seen_is_printed(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_whatever_was_typed_becomes_a_file() -> None:
    every = "".join(map(chr, [*range(0x300), 0xD800, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFF]))
    assert as_word_file(Paper("x", "vi", (paragraph(printable(every)),)))
