"""Styles and lists of Open Document: how a paragraph looks, and how each level of a list is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from xml.etree.ElementTree import Element

from runofshow.documents.reading.look import DEEPEST_STYLE, NO_LOOK, Look, over
from runofshow.documents.reading.numbering import DEEPEST, Counts, Level, next_mark

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_HEADING = re.compile(r"heading|title|subtitle|tiêu đề", re.IGNORECASE)
_FORMS = MappingProxyType(
    {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter", "": "none"}
)


class OpenStyles:
    """The styles of a document by their names, common and automatic ones alike."""

    def __init__(self, *roots: Element | None) -> None:
        self._own: dict[tuple[str, str], tuple[Look, str | None]] = {}
        self._whole: dict[tuple[str, str], Look] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for each in (child for root in roots if root is not None for child in root.iter()):
            if each.tag in (STYLE + "style", STYLE + "default-style"):
                name = each.get(STYLE + "name", "")
                parent = each.get(STYLE + "parent-style-name", "" if name else None)
                self._own[each.get(STYLE + "family", ""), name] = (_look(each, name), parent)
            elif each.tag == TEXT + "list-style":
                self._lists[each.get(STYLE + "name", "")] = dict(_levels(each))
            elif each.tag == TEXT + "outline-style":
                self.outline = dict(_levels(each))

    def look(self, family: str, name: str | None) -> Look:
        """A style («paragraph», «text») upon all that it stands on."""
        key = (family, name or "")
        if key not in self._whole:
            style = NO_LOOK
            at: str | None = key[1]
            for _ in range(DEEPEST_STYLE):
                if at is None or (family, at) not in self._own:
                    break
                own, at = self._own[family, at]
                style = over(style, own)
            self._whole[key] = style
        return self._whole[key]

    def tells_indent(self, name: str | None) -> bool:
        """A paragraph's own style says where it stands; that of its list goes before those it stands on."""
        return ("paragraph", name or "") in self._own and self._own["paragraph", name or ""][
            0
        ].indent is not None

    def levels(self, name: str | None) -> dict[int, Level]:
        """How a list of that style is drawn, by depth from 0."""
        return self._lists.get(name or "", {})


class OpenList:
    """A list that is being read, with how far it counted."""

    def __init__(self, levels: dict[int, Level], counts: Counts) -> None:
        self.levels = levels
        self.counts = counts

    def mark(self, depth: int, start: int | None) -> str:
        """Counts one item on; `start` is where it says it starts."""
        if depth not in self.levels:
            return ""
        if start is not None:
            self.counts[depth] = start - 1
        return next_mark(self.counts, self.levels, depth)


def _look(style: Element, name: str) -> Look:
    outline = _whole(style.get(STYLE + "default-outline-level"))
    bold = italic = hidden = centred = None
    indent = font = None
    for each in style:
        if each.tag == STYLE + "text-properties":
            weight = each.get(FO + "font-weight")
            bold = None if weight is None else weight in ("bold", "600", "700", "800", "900")
            slant = each.get(FO + "font-style")
            italic = None if slant is None else slant in ("italic", "oblique")
            display = each.get(TEXT + "display")
            hidden = None if display is None else display == "none"
            font = each.get(STYLE + "font-name")
        elif each.tag == STYLE + "paragraph-properties":
            align = each.get(FO + "text-align")
            centred = None if align is None else align == "center"
            if (left := each.get(FO + "margin-left")) is not None:
                indent = millimetres(left) + millimetres(each.get(FO + "text-indent"))
    return Look(
        bold=bold,
        italic=italic,
        hidden=hidden,
        centred=centred,
        indent=indent,
        heading=True if outline or _HEADING.match(name) else None,
        outline=outline - 1 if outline else None,
        font=font,
    )


def _levels(style: Element) -> Iterator[tuple[int, Level]]:
    for each in style:
        depth = (_whole(each.get(TEXT + "level")) or 0) - 1
        if not 0 <= depth < DEEPEST:
            continue
        bullet = each.get(TEXT + "bullet-char")
        number = each.get(STYLE + "num-format")
        fonts = each.find(STYLE + "text-properties")
        place = each.find(STYLE + "list-level-properties")
        aligned = None if place is None else place.find(STYLE + "list-level-label-alignment")
        indent = None
        if aligned is not None:
            indent = millimetres(aligned.get(FO + "margin-left")) + millimetres(
                aligned.get(FO + "text-indent")
            )
        elif place is not None:
            indent = millimetres(place.get(TEXT + "space-before"))
        is_bullet = number is None
        yield (
            depth,
            Level(
                start=_whole(each.get(TEXT + "start-value")) or 1,
                form="bullet" if is_bullet else _FORMS.get(number or "", "decimal"),
                text=bullet or "•" if is_bullet else _number_text(each, depth),
                font=""
                if fonts is None
                else fonts.get(STYLE + "font-name") or fonts.get(FO + "font-family") or "",
                indent=indent,
            ),
        )


def _number_text(level: Element, depth: int) -> str:
    """«%1.%2)»: newer programs write it, «%1%.%2%)»; else it is made of what stands before and behind."""
    whole = level.get(LOEXT + "num-list-format")
    if whole is not None:
        return re.sub(r"%(\d+)%", r"%\1", whole)
    if not level.get(STYLE + "num-format"):
        return (level.get(STYLE + "num-prefix") or "") + (level.get(STYLE + "num-suffix") or "")
    shown = max(1, min(_whole(level.get(TEXT + "display-levels")) or 1, depth + 1))
    numbers = ".".join(f"%{at + 1}" for at in range(depth + 1 - shown, depth + 1))
    return (level.get(STYLE + "num-prefix") or "") + numbers + (level.get(STYLE + "num-suffix") or "")


def millimetres(length: str | None) -> float:
    """«1.27cm», «0.5in»; 0 where nothing is said."""
    match = re.fullmatch(r"(-?\d{0,6}(?:\.\d{0,9})?)(mm|cm|in|pt|pc)", (length or "").strip())
    if match is None or match[1] in ("", "-", ".", "-."):
        return 0
    return float(match[1]) * {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}[match[2]]


def _whole(value: str | None) -> int | None:
    return (
        int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 9 else None
    )
