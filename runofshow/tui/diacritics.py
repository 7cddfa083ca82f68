"""Text as a hurried hand types it: without marks, without case."""

from __future__ import annotations

import unicodedata

# đ is a letter of its own and has no decomposition.
_BARRED = str.maketrans({"đ": "d", "Đ": "d"})


def fold(text: str) -> str:
    """`Đại hội` as `dai hoi`. One letter stays one letter, so places in both texts agree (for NFC text)."""
    decomposed = unicodedata.normalize("NFD", text.translate(_BARRED))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lower()


def found_in(wanted: str, text: str) -> bool:
    """Whether every word of `wanted` stands somewhere in `text`, whatever the marks."""
    folded = fold(text)
    return all(word in folded for word in fold(wanted).split())


def nfc(text: str) -> str:
    """Text as the product keeps it: composed."""
    return unicodedata.normalize("NFC", text)
