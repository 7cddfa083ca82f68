"""How wide text is in Times New Roman, and in every type made to its measures (Liberation Serif, Tinos).

A Vietnamese letter is as wide as its bare letter, but with a horn a little wider. What is not in the table
counts as wide as a capital, or as an em for signs of the East and pictures: too wide rather than too narrow.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_FIRST, _LAST = ord(" "), ord("~")
_PLAIN: Final = """
250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500
500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722
667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278
500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541
529 542 722 776
"""
_BOLD: Final = """
250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500
500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778
722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333
556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520
554 600 778 796
"""
_ITALIC: Final = """
250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 500
500 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722
611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 500 278 278
444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541
534 545 722 754
"""
_BOLD_ITALIC: Final = """
250 389 555 500 500 833 778 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500
500 333 333 570 570 570 500 832 667 667 667 722 667 667 722 778 389 500 667 611 889 722 722 611 722
667 556 611 722 667 889 667 611 611 333 278 333 570 500 333 500 500 444 500 444 333 500 556 278 278
500 278 778 556 500 500 500 389 389 278 556 444 667 500 444 389 348 220 348 570
537 599 722 775
"""
"""Thousandths of an em, of each sign from the space to the tilde, then of the letters with a horn."""
_HORNED: Final = "ơưƠƯ"
_HORN: Final = "\u031b"
_MARKS: Final = {
    "–": 500,
    "—": 1000,
    "“": 556,
    "”": 556,
    "‘": 333,
    "’": 333,
    "…": 1000,
    "«": 500,
    "»": 500,
    "•": 350,
    "·": 333,
    "≈": 549,
    "→": 1000,
    "×": 675,
    "°": 400,
    "\u00a0": 250,
}
"""The widest of the four faces."""
_UNKNOWN: Final = 722
_WIDE: Final = 1000
_EASTERN: Final = frozenset("WF")
_WITHOUT_WIDTH: Final = frozenset(("Mn", "Me", "Cf"))
_BARE: Final = {"đ": "d", "Đ": "D"}


def _table(widths: str) -> dict[str, int]:
    signs = (*map(chr, range(_FIRST, _LAST + 1)), *_HORNED)
    return _MARKS | dict(zip(signs, map(int, widths.split()), strict=True))


_TABLES: Final = {
    (False, False): _table(_PLAIN),
    (True, False): _table(_BOLD),
    (False, True): _table(_ITALIC),
    (True, True): _table(_BOLD_ITALIC),
}


@lru_cache(1 << 16)
def word_width(word: str, bold: bool, italic: bool) -> int:
    """Of `word` in thousandths of an em; the words of a plan come again and again."""
    return sum(sign_width(sign, bold, italic) for sign in unicodedata.normalize("NFC", word))


@lru_cache(1 << 12)
def sign_width(sign: str, bold: bool, italic: bool) -> int:
    """Of one sign, in thousandths of an em."""
    table = _TABLES[bold, italic]
    if (known := table.get(sign)) is not None:
        return known
    if unicodedata.category(sign) in _WITHOUT_WIDTH:
        return 0
    parts = unicodedata.normalize("NFD", sign)
    horn = _HORN if _HORN in parts else ""
    bare = _BARE.get(sign, unicodedata.normalize("NFC", parts[0] + horn))
    if (known := table.get(bare)) is not None:
        return known
    return _WIDE if unicodedata.east_asian_width(sign) in _EASTERN else _UNKNOWN
