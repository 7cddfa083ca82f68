"""What the style that is written at an element of a page says: hidden, bold, centred, indented, its font."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_MM = {"pt": 25.4 / 72, "px": 25.4 / 96, "in": 25.4, "cm": 10.0, "mm": 1.0, "em": 25.4 / 6, "rem": 25.4 / 6}
_SIZE = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|in|cm|mm|em|rem)")
_LEVEL = re.compile(r"level(\d)")
_MOST_INDENT_MM = 150


class PageStyle(Struct, frozen=True, kw_only=True):
    """None is: not said here."""

    hidden: bool = False
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None
    indent: float | None = None
    """Of the first line, in millimetres."""
    font: str | None = None
    level: int | None = None
    """Of Word's automatic list, from 0."""
    is_mark: bool = False
    """What stands in it is the automatic number that Word drew."""
    ends_mark: bool = False
    """It is the gap that Word draws behind an automatic number."""
    tabs: bool = False
    """It stands for a tab."""


NO_STYLE = PageStyle()


def style_of(attributes: Mapping[str, str | None]) -> PageStyle:
    """Of an element's attributes: its style, and what pages of old said in `align`, `face` and `hidden`."""
    written = attributes.get("style") or ""
    told = attributes.get("align") or ""
    face = attributes.get("face")
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    if not (written or told or face or hidden):
        return NO_STYLE
    style = dict(_declarations(written))
    weight = style.get("font-weight")
    slant = style.get("font-style")
    align = style.get("text-align", told).lower()
    margin = style.get("margin-left") or _left_of(style.get("margin")) or style.get("padding-left")
    font = style.get("font-family") or face
    listed = style.get("mso-list", "").lower()
    level = _LEVEL.search(listed)
    return PageStyle(
        hidden=hidden
        or style.get("display", "").lower() == "none"
        or style.get("visibility", "").lower() in ("hidden", "collapse")
        or style.get("mso-hide", "").lower() == "all",
        bold=None if weight is None else weight.lower() in ("bold", "bolder", "600", "700", "800", "900"),
        italic=None if slant is None else slant.lower() in ("italic", "oblique"),
        centred=None if not align else align in ("center", "middle"),
        indent=_indent(margin, style.get("text-indent")),
        font=None if font is None else font.split(",")[0].strip("\"' "),
        level=int(level[1]) - 1 if level else None,
        is_mark=listed == "ignore",
        ends_mark="7.0pt" in style.get("font", ""),
        tabs="mso-tab-count" in style,
    )


def _declarations(written: str) -> list[tuple[str, str]]:
    """«name: value» of each; a later one stands for an earlier one of that name."""
    pairs = (each.partition(":") for each in written[:4000].split(";"))
    return [(name.strip().lower(), value.replace("!important", "").strip()) for name, _, value in pairs]


def _left_of(margin: str | None) -> str | None:
    """The left one of «top right bottom left»."""
    sides = (margin or "").split()
    return sides[3] if len(sides) == 4 else sides[1] if len(sides) in (2, 3) else None


def _indent(margin: str | None, first: str | None) -> float | None:
    if margin is None and first is None:
        return None
    return min(max(_mm(margin) + _mm(first), 0), _MOST_INDENT_MM)


def _mm(size: str | None) -> float:
    match = _SIZE.search((size or "").lower())
    return float(match[1]) * _MM[match[2]] if match else 0
