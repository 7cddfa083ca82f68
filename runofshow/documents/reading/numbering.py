"""Automatic numbers and bullets: how a level is drawn, and how a list counts on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from runofshow.documents.reading.glyphs import signs

DEEPEST = 10
"""Levels; Word has nine, Open Document ten."""
Counts = list[int | None]
"""How far each level has counted; None before its first."""


class Level(Struct, frozen=True, kw_only=True):
    """How a level of a list is drawn."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """«%1.%2)»: each sign and figure is the number of that level."""
    font: str = ""
    all_decimal: bool = False
    restart: int | None = None
    """After which level, from 1, it begins anew; 0 is never, None after any higher one."""
    style: str | None = None
    """The paragraph style that belongs to it."""
    indent: float | None = None
    """Of the first line, in millimetres."""


def begin(counts: Counts, starts: Mapping[int, int], depth: int) -> None:
    """A list that goes on from another one, and has first numbers of its own, is used for the first time."""
    for at, start in starts.items():
        counts[at] = start if at < depth else None


def next_mark(
    counts: Counts, levels: Mapping[int, Level], depth: int, starts: Mapping[int, int] | None = None
) -> str:
    """Counts one paragraph on, and says what is drawn before it. `starts` has other first numbers."""
    level = levels[depth]
    starts = starts or {}
    before = counts[depth]
    counts[depth] = starts.get(depth, level.start) if before is None else before + 1
    for deeper in range(depth + 1, DEEPEST):
        below = levels.get(deeper)
        if below is None or below.restart is None or depth + 1 <= below.restart:
            counts[deeper] = None
    if level.form == "bullet":
        # The ring of Courier New is a letter.
        return "◦" if level.text == "o" else signs(level.text.strip() or "•", level.font)

    def number(at: re.Match[str]) -> str:
        of_depth = int(at[1]) - 1
        of = levels.get(of_depth, level)
        count = counts[of_depth]
        return drawn(
            starts.get(of_depth, of.start) if count is None else count,
            "decimal" if level.all_decimal else of.form,
        )

    return re.sub(r"%([1-9])", number, level.text).strip()


# How a number is drawn


def drawn(count: int, form: str) -> str:
    """A count in one of Word's forms; one that is not known is drawn in figures."""
    make = _FORMS.get(form)
    return str(count) if make is None or count < 0 else make(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    drawn = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    ):
        times, count = divmod(count, value)
        drawn += sign * times
    return drawn


def _letter(count: int) -> str:
    """a to z, then aa, bb as Word does."""
    if not 0 < count < 26 * 40:
        return str(count)
    return chr(96 + (count - 1) % 26 + 1) * ((count - 1) // 26 + 1)


_VIETNAMESE = "không một hai ba bốn năm sáu bảy tám chín mười".split()


def _vietnamese(count: int) -> str:
    """Word's vietnameseCounting, as far as lists of people go."""
    if count <= 10:
        return _VIETNAMESE[count]
    tens, ones = divmod(count, 10)
    if count >= 100:
        return str(count)
    last = {0: "", 1: " mốt" if tens > 1 else " một", 5: " lăm"}.get(ones, " " + _VIETNAMESE[ones])
    return ("mười" if tens == 1 else f"{_VIETNAMESE[tens]} mươi") + last


_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "none": lambda count: "",
        "decimalZero": lambda count: f"{count:02}",
        "upperRoman": _roman,
        "lowerRoman": lambda count: _roman(count).lower(),
        "upperLetter": lambda count: _letter(count).upper(),
        "lowerLetter": _letter,
        "ordinal": lambda count: f"{count}.",
        "numberInDash": lambda count: f"- {count} -",
        "decimalEnclosedParen": lambda count: f"({count})",
        "decimalEnclosedFullstop": lambda count: f"{count}.",
        "vietnameseCounting": _vietnamese,
    }
)
