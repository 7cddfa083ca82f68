"""Text in lines, broken before any program lays it out."""

from __future__ import annotations

import unicodedata
from typing import Final

from runofshow.paper.type_widths import sign_width, word_width

_EM: Final = 1000
"""What the widths are parts of."""


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Points that `text` takes in one line of type of `size` points."""
    words = text.split(" ")
    spaces = (len(words) - 1) * sign_width(" ", bold, False)
    return (sum(word_width(word, bold, False) for word in words) + spaces) * size / _EM


def broken(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines no wider than `width` points, broken between words; a word that is wider alone is
    broken inside. Its own line breaks stay; nothing of it is lost but spaces at the breaks."""
    lines: list[str] = []
    for written in text.split("\n"):
        line = ""
        for word in written.split():
            longer = f"{line} {word}" if line else word
            if width_of(longer, size, bold) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, width, size, bold)
            lines += whole
        lines.append(line)
    return tuple(lines)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and not unicodedata.combining(sign) and width_of(pieces[-1] + sign, size, bold) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces
