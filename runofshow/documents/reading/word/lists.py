"""The numbers and bullets that Word draws before its paragraphs: none of them is in the text.

A paragraph names a list (numId) and a level in it. Lists that stand on the same definition (abstractNum)
count on from one another, unless one says where it starts (startOverride): then it starts there when it is
first used. A number of a level begins anew after one of a higher level.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from runofshow.documents.reading.look import MM_PER_TWIP
from runofshow.documents.reading.numbering import DEEPEST, Counts, Level, begin, next_mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"


class _List(Struct):
    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]
    used: bool = False


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, Counts] = {}
        if numbering is not None:
            self._read(numbering)

    def level(self, number: str, depth: int) -> Level | None:
        """How that level of that list is drawn; None where there is none."""
        found = self._lists.get(number)
        return None if found is None else found.levels.get(depth)

    def depth_of_style(self, number: str, style: str) -> int | None:
        """The level to which a paragraph style is bound."""
        found = self._lists.get(number)
        if found is None:
            return None
        return next((depth for depth, level in found.levels.items() if level.style == style), None)

    def next_mark(self, number: str, depth: int) -> str:
        """Counts one paragraph on, and says what is drawn before it."""
        found = self._lists.get(number)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts.setdefault(found.definition, [None] * DEEPEST)
        if not found.used:
            found.used = True
            begin(counts, found.starts, depth)
        return next_mark(counts, found.levels, depth, found.starts)

    def _read(self, numbering: Element) -> None:
        definitions = {each.get(W + "abstractNumId", ""): each for each in numbering.iter(W + "abstractNum")}
        by_style = {
            link.get(VAL, ""): definition
            for definition in definitions.values()
            if (link := definition.find(W + "styleLink")) is not None
        }
        levels = {}
        for name, definition in definitions.items():
            link = definition.find(W + "numStyleLink")
            # A list that is a style keeps its levels in the definition that the style is made of.
            of = definition if link is None else by_style.get(link.get(VAL, ""), definition)
            levels[name] = _levels(of)
        for each in numbering.iter(W + "num"):
            definition_name = _value(each, "abstractNumId") or ""
            own = dict(levels.get(definition_name, {}))
            starts = {}
            for override in each.iter(W + "lvlOverride"):
                depth = _whole(override.get(W + "ilvl"), 0)
                replaced = override.find(W + "lvl")
                if replaced is not None:
                    own[depth] = _level(replaced)
                start = _value(override, "startOverride")
                if start is not None and 0 <= depth < DEEPEST:
                    starts[depth] = _whole(start, 1)
            self._lists[each.get(W + "numId", "")] = _List(definition_name, own, starts)


def _levels(definition: Element) -> dict[int, Level]:
    found = {_whole(each.get(W + "ilvl"), 0): _level(each) for each in definition.iter(W + "lvl")}
    return {depth: level for depth, level in found.items() if 0 <= depth < DEEPEST}


def _level(level: Element) -> Level:
    fonts = level.find(f"{W}rPr/{W}rFonts")
    restart = _value(level, "lvlRestart")
    indent = level.find(f"{W}pPr/{W}ind")
    form = next((each.get(VAL, "decimal") for each in level.iter(W + "numFmt")), "decimal")
    return Level(
        start=_whole(_value(level, "start"), 0),
        form=form,
        text=_value(level, "lvlText") or "",
        font="" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "",
        all_decimal=(_value(level, "isLgl") or "1") not in ("0", "off", "false")
        and level.find(W + "isLgl") is not None,
        restart=None if restart is None else _whole(restart, 0),
        style=_value(level, "pStyle"),
        indent=None if indent is None else first_line(indent) * MM_PER_TWIP,
    )


def first_line(indent: Element) -> float:
    """Where the first line begins, in twentieths of a point, by a w:ind."""
    left = length(indent.get(W + "left") or indent.get(W + "start"))
    return left + length(indent.get(W + "firstLine")) - length(indent.get(W + "hanging"))


def length(value: str | None) -> float:
    """Twentieths of a point; a strict file may write «12.7mm»."""
    if value is None:
        return 0
    match = re.fullmatch(r"(-?[\d.]+)(mm|cm|in|pt|pc|pi)?", value.strip())
    if match is None:
        return 0
    per_unit = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}
    try:
        return float(match[1]) * per_unit.get(match[2] or "", 1)
    except ValueError:
        return 0


def _value(parent: Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(VAL)


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return max(-1_000_000, min(int(value or ""), 1_000_000))
    except ValueError:
        return otherwise
