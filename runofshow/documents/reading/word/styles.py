"""What a paragraph of Word is like by its styles, each of which stands on another."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from runofshow.documents.reading.look import DEEPEST_STYLE, MM_PER_TWIP, NO_LOOK, Look, over
from runofshow.documents.reading.word.lists import VAL, W, first_line

_HEADING = re.compile(r"(?:toc )?heading(?: ([1-9])\b)?|title|subtitle|tiêu đề", re.IGNORECASE)
_INDEX = re.compile(r"toc \d|table of figures", re.IGNORECASE)


class Styles:
    """The styles of a document by their ids, each with all that it stands on."""

    def __init__(self, styles: Element | None) -> None:
        self._own: dict[str, tuple[Look, str | None]] = {}
        self._whole: dict[str | None, Look] = {}
        self.default: str | None = None
        for each in () if styles is None else styles.iter(W + "style"):
            name = _value(each.find(W + "name")) or ""
            kind = each.get(W + "type", "paragraph")
            style = over(said(each.find(W + "rPr"), None), said(None, each.find(W + "pPr")))
            if kind == "paragraph" and (heading := _HEADING.match(name)):
                depth = heading[1]
                style = over(style, Look(heading=True, outline=int(depth) - 1 if depth else None))
            if kind == "paragraph" and _INDEX.match(name):
                style = over(Look(index=True), style)
            ident = each.get(W + "styleId", "")
            self._own[ident] = (style, _value(each.find(W + "basedOn")))
            if kind == "paragraph" and on(each.get(W + "default"), False):
                self.default = ident
        defaults = None if styles is None else styles.find(f"{W}docDefaults")
        self._base = NO_LOOK
        if defaults is not None:
            self._base = over(
                said(None, defaults.find(f"{W}pPrDefault/{W}pPr")),
                said(defaults.find(f"{W}rPrDefault/{W}rPr"), None),
            )

    def paragraph(self, ident: str | None) -> Look:
        """A paragraph style upon all that it stands on; the default one where the id is not known."""
        ident = ident if ident in self._own else self.default
        if ident not in self._whole:
            self._whole[ident] = over(self.of_run(ident), self._base)
        return self._whole[ident]

    def of_run(self, ident: str | None) -> Look:
        """A character style upon what it stands on, without the document's own custom."""
        style = NO_LOOK
        for _ in range(DEEPEST_STYLE):
            if ident is None or ident not in self._own:
                break
            own, ident = self._own[ident]
            style = over(style, own)
        return style


def said(run: Element | None, paragraph: Element | None) -> Look:
    """What the properties of a run and of a paragraph say themselves."""
    if run is None and paragraph is None:
        return NO_LOOK
    bold = italic = hidden = centred = None
    indent = depth = outline = None
    number = font = None
    for each in run if run is not None else ():
        match each.tag.removeprefix(W):
            case "b":
                bold = on(each.get(VAL), True)
            case "i":
                italic = on(each.get(VAL), True)
            case "vanish":
                hidden = on(each.get(VAL), True)
            case "rFonts":
                font = each.get(W + "ascii") or each.get(W + "hAnsi")
    for each in paragraph if paragraph is not None else ():
        match each.tag.removeprefix(W):
            case "jc":
                centred = each.get(VAL) == "center"
            case "ind":
                indent = first_line(each) * MM_PER_TWIP
            case "outlineLvl":
                level = _whole(each.get(VAL))
                outline = level if level is not None and level < 9 else None
            case "numPr":
                number, depth = _value(each.find(W + "numId")), _whole(_value(each.find(W + "ilvl")))
    return Look(
        bold=bold,
        italic=italic,
        hidden=hidden,
        centred=centred,
        indent=indent,
        number=number,
        depth=depth,
        outline=outline,
        heading=True if outline is not None else None,
        font=font,
    )


def on(value: str | None, otherwise: bool) -> bool:
    """A switch of Word: «1», «on», «true», or nothing said."""
    return otherwise if value is None else value.lower() in ("1", "on", "true")


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(VAL)


def _whole(value: str | None) -> int | None:
    return (
        int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 9 else None
    )
