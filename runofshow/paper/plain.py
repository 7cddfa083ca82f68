"""Text of anybody's as paper takes it: nothing that tricks a terminal, an eye or a file's form."""

from __future__ import annotations

import unicodedata

_UNPRINTED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Control characters (a terminal obeys them), those that turn the way of writing, halves of characters."""

_JOINERS = frozenset("\u200c\u200d")
"""Unseen, but scripts and emoji are written with them."""


def printable(text: str) -> str:
    """`text` without anything a terminal or a reader's eye could be tricked with; line breaks stay."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "\n".join(map(_line, broken.split("\n"))).strip()


def _line(text: str) -> str:
    # most lines are, and asking each sign takes as long as all else of a paper
    if text.isprintable():
        return text
    return "".join(sign if _is_printed(sign) else (" " if sign == "\t" else "") for sign in text)


def _is_printed(sign: str) -> bool:
    if sign in _JOINERS:
        return True
    # XML has no place for U+FFFE and U+FFFF
    return ord(sign) & 0xFFFE != 0xFFFE and unicodedata.category(sign) not in _UNPRINTED
