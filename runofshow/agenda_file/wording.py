"""Text as it crosses a file's border: NFC, its spaces, its forbidden signs, and the nearest known word."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

_MARKS: Final = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""Those of Latin letters; U+034F is none."""
_FORBIDDEN = re.compile(
    # C0 and C1 controls (terminal escapes among them), line separators, bidi overrides, half characters
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_MOST_MARKS = 30
"""As Unicode's stream-safe format allows (UAX 15)."""
_MAYBE_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_LONGEST_WORD = 60
_MOST_NAMES = 800
"""Nobody mistypes a longer word. Comparing takes time that a hostile file must not have."""
_TELLING = 4
"""Signs; a shorter name stands inside too many others."""


NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""How YAML writes that there is nothing, without quotes."""


class Quoted(str):
    """Text that was written in quotes or as a block: never a number, whatever it looks like."""

    __slots__ = ()


def forbidden_sign(text: str) -> int | None:
    """Where `text` has its first sign that may not reach a terminal; None when it has none."""
    match = _FORBIDDEN.search(text)
    return match.start() if match else None


def stacked_marks(text: str) -> int | None:
    """Where `text` piles more marks on one letter than any language does; None when it does not.

    Putting such a pile in order takes the square of its height, so it must never reach `normalize`.
    """
    if text.isascii():
        return None
    for found in _MAYBE_MARKS.finditer(text):
        height = 0
        for index, sign in enumerate(found[0], start=found.start()):
            height = height + 1 if unicodedata.combining(sign) else 0
            if height > _MOST_MARKS:
                return index
    return None


def lines_of(text: str) -> str:
    """`text` in NFC, a space for each tab, without space at its ends; its lines are kept."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ").strip()


def line_of(text: str) -> str:
    """`text` in NFC as one line with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """`text` for comparing: no diacritics, no case, đ as d."""
    if text.isascii():
        return text.casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold().replace("đ", "d")))
    # what is left of any letter of ours is plain; other scripts have marks of their own
    return bare if bare.isascii() else "".join(sign for sign in bare if not unicodedata.combining(sign))


def slug(text: str) -> str:
    """`text` as an id: folded, with single hyphens; empty when nothing is left ("Văn nghệ" -> "van-nghe")."""
    return re.sub(r"[^a-z0-9.]+", "-", fold(text)).strip("-.")


def nearest(
    word: str, known: Iterable[str], aliases: Mapping[str, str] | None = None, *, like: float = 0.7
) -> str:
    """The known word that `word` was meant to be; empty when none is near.

    `aliases` maps folded other names ("thoi luong") to known words. `like` is how near a guess must be.
    """
    if len(word) > _LONGEST_WORD:
        return ""
    folded = re.sub(r"[\s_-]+", " ", fold(word)).strip()
    names = {re.sub(r"[\s_-]+", " ", fold(name)): name for name in known}
    names = {**(aliases or {}), **names}
    if folded in names:
        return names[folded]
    if len(names) > _MOST_NAMES:
        return ""
    # a slip first; then "award ceremony", which holds "award"; then whatever is only like it
    held = [name for name in names if len(name) >= _TELLING and f" {name} " in f" {folded} "]
    close = (
        difflib.get_close_matches(folded, names, n=1, cutoff=0.85)
        or sorted(held, key=len)[-1:]
        or difflib.get_close_matches(folded, names, n=1, cutoff=like)
    )
    return names[close[0]] if close else ""


def shown(text: str, width: int = _LONGEST_WORD) -> str:
    """`text` as a complaint may print it: one line, control signs escaped, cut at `width` signs."""
    cut = text[: width - 1] + "…" if len(text) > width else text
    return line_of(_FORBIDDEN.sub(lambda found: f"\\x{ord(found[0]):02x}", cut))


def quoted(words: str) -> str:
    """`words` in quotes that they do not hold themselves."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"
