"""The marks that a page draws before the points of its lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runofshow.documents.reading.numbering import drawn

_FORMS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_KIND = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_DEPTH = re.compile(r"\blst-\w+-(\d)\b")


class PageList:
    """One <ol> or <ul> while its points are read. `depth` from 0."""

    def __init__(self, tag: str, attributes: Mapping[str, str | None], depth: int) -> None:
        told = _DEPTH.search(attributes.get("class") or "")
        self.depth = int(told[1]) if told else depth
        style = _KIND.search((attributes.get("style") or "").lower())
        self._is_numbered = tag == "ol"
        self._kind = style[1] if style else attributes.get("type") or ""
        self._next = _whole(attributes.get("start"), 1)

    def next_mark(self, attributes: Mapping[str, str | None]) -> str:
        """Of its next point."""
        if self._kind == "none":
            return ""
        if not self._is_numbered:
            return "•" if self.depth == 0 else "◦" if self.depth == 1 else "▪"
        number = _whole(attributes.get("value"), self._next)
        self._next = number + 1
        return drawn(number, _FORMS.get(self._kind, "decimal")) + "."


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,6}", written) else otherwise
