"""How wide text of the paper's type is, so that lines are broken before any program lays them out.

The widths are those of Times New Roman, which Liberation Serif shares.
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import Final

_REGULAR: Final = {
    180: "'",
    200: "|",
    250: " ,.·\xa0",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy–«»đ",
    556: "FPS",
    564: "+<=>−×^~",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    833: "%",
    889: "M",
    944: "W@",
}
"""Thousandths of the type's size; what stands in no line is as wide as the type is high."""
_BOLD: Final = {
    220: "|",
    250: " ,.·\xa0",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    394: "Is{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–«»“”",
    556: '"Sbdhknpquđ',
    570: "+<=>−×^~",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "&m",
    944: "M@",
}
_WHOLE: Final = 1000
_HORN: Final = {"\u031b": 36}
"""What ơ and ư have over o and u; every other mark stands over its letter."""
_MARKS: Final = {chr(mark): 0 for mark in range(0x300, 0x370)} | _HORN
_WIDTHS: Final = tuple(
    MappingProxyType(_MARKS | {sign: width for width, signs in widths.items() for sign in signs})
    for widths in (_REGULAR, _BOLD)
)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Points that `text` takes in one line of type of `size` points."""
    widths = _WIDTHS[bold]
    return sum(widths.get(sign, _WHOLE) for sign in unicodedata.normalize("NFD", text)) * size / _WHOLE


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
