"""The number or bullet before a line, typed or drawn by the program: «I.», «1.2», «a)», «❖», «Bước 2:»."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from runofshow.documents.document import Line


class Sort(StrEnum):
    """What kind of mark it is. Marks of one sort stand side by side; the list shows which is deeper."""

    NONE = "none"
    ROMAN = "roman"
    UPPER = "upper"
    NUMBER = "number"
    BRACKETED = "bracketed"
    """«(1)» or «1)»."""
    DECIMAL = "decimal"
    """«1.2», «3.7.1»."""
    LETTER = "letter"
    """«a)», «đ.»"""
    STEP = "step"
    """«Bước 1:»."""
    DASH = "dash"
    PLUS = "plus"
    STAR = "star"
    DOT = "dot"
    """Any drawn bullet."""


NUMBERS = frozenset(
    {Sort.ROMAN, Sort.UPPER, Sort.NUMBER, Sort.BRACKETED, Sort.DECIMAL, Sort.LETTER, Sort.STEP}
)
"""The sorts that count."""


BULLETS = frozenset({Sort.DASH, Sort.PLUS, Sort.STAR, Sort.DOT})
"""The sorts that do not."""


class Mark(Struct, frozen=True):
    """What stands before a line."""

    sort: Sort
    number: str | None = None
    """«IV», «3», «1.2», «đ»; None for a bullet."""
    rest: str = ""
    """The words behind it."""
    depth: int = 0
    """How many numbers a decimal has; the level of an automatic list else."""

    @property
    def count(self) -> int:
        """Its place in its list, from 1; 0 where it does not count."""
        if self.number is None:
            return 0
        if self.sort is Sort.ROMAN:
            return _roman(self.number)
        if self.sort in (Sort.LETTER, Sort.UPPER):
            return _LETTERS.find(self.number.casefold()) + 1
        return int(self.number.rpartition(".")[2] or 0)


_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_FORMS = (
    (Sort.STEP, re.compile(r"(?:bước|mục|nội dung)\s+(?P<n>\d{1,2})\s*[:.)\-–]\s*", re.IGNORECASE)),
    (
        Sort.DECIMAL,
        re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)\s*[.:)]?(?:\s+(?![-–—]\s*\d)|(?=[^\W\d_]))"),
    ),
    (Sort.BRACKETED, re.compile(r"\((?P<n>\d{1,2})\)\s*|(?P<n2>\d{1,2})\)\s*")),
    (
        Sort.NUMBER,
        re.compile(
            r"(?P<n>\d{1,2})\s?(?:\.(?!:)|/(?!\d)|[-–](?=\s*[^\W\d_])|:(?!\s?\d))\s*(?!\d{1,2}[.,:]\d\d\b)"
        ),
    ),
    (Sort.ROMAN, re.compile(r"(?:(?i:phần)\s+)?(?P<n>[IVX]{1,5})\s?(?:[.):]|/(?!\w/)|[-–](?=\s))\s*")),
    (Sort.UPPER, re.compile(r"(?P<n>[A-HĐ])\s?(?:[.)](?!\w\.)|/(?=\s|[A-ZĐÀ-Ỹ]))\s*")),
    (Sort.LETTER, re.compile(r"(?P<n>[a-zđ])\s?(?:[.)](?!\w\.)|/(?=\s|[A-ZĐÀ-Ỹ]))\s*")),
    (Sort.PLUS, re.compile(r"(?:[-–]\s*)?\+\s*")),
    (Sort.STAR, re.compile(r"\*+\s*")),
    (Sort.DASH, re.compile(r"[-–—−]+\s*")),
    (
        Sort.DOT,
        re.compile(
            r"(?:[•●▪■◦○❖➢➤✓√►▶→·✔➔◆♦⮚§Ø\uf000-\uf0ff\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?|o(?=\s))\s*"
        ),
    ),
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def mark_of(line: Line) -> Mark:
    """The mark of a line: the program's own if it draws one, else the typed one."""
    if line.mark:
        drawn = marked(f"{line.mark} {line.text}")
        if drawn.sort is Sort.NONE:
            drawn = Mark(Sort.DOT, None, line.text)
        typed = marked(line.text)
        rest = typed.rest if typed.sort is not Sort.NONE and drawn.rest == line.text else drawn.rest
        return Mark(drawn.sort, drawn.number, rest, drawn.depth or (line.level or 0))
    return marked(line.text)


def marked(text: str) -> Mark:
    """The typed mark of a line; the sort NONE where it has none."""
    for sort, form in _FORMS:
        match = form.match(text)
        if match is None or match.end() == 0:
            continue
        number = match.groupdict().get("n") or match.groupdict().get("n2")
        return Mark(sort, number, text[match.end() :].strip(), number.count(".") if number else 0)
    return Mark(Sort.NONE, None, text)


def _roman(number: str) -> int:
    total = 0
    for here, after in zip(number, [*number[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total
