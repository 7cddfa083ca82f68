"""How the cells of an Excel workbook are drawn: the format of a number, bold, italic, centred, indented."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from runofshow.office.sheet import PLAIN_LOOK, Look
from runofshow.office.values import GENERAL, Format, built_in, format_of

_INDENT_MM = 2.6
"""One step of Excel's indent: three blanks of the usual font."""


class Styles:
    """By the number that a cell gives for its style."""

    def __init__(self, forms: list[Format], looks: list[Look]) -> None:
        self._forms = forms
        self._looks = looks

    def form(self, style: int) -> Format:
        return self._forms[style] if style < len(self._forms) else GENERAL

    def look(self, style: int) -> Look:
        return self._looks[style] if style < len(self._looks) else PLAIN_LOOK


def styles_of(root: Element | None) -> Styles:
    """Of a workbook's xl/styles.xml; a workbook may do without one."""
    if root is None:
        return Styles([], [])
    codes: dict[int, str] = {}
    fonts: list[tuple[bool, bool]] = []
    forms: list[Format] = []
    looks: list[Look] = []
    for group in root:
        match _local(group):
            case "numFmts":
                codes = {_number(each, "numFmtId"): each.get("formatCode", "") for each in group}
            case "fonts":
                fonts = [(_has(font, "b"), _has(font, "i")) for font in group]
            case "cellXfs":
                for style in group:
                    number, font = _number(style, "numFmtId"), _number(style, "fontId")
                    forms.append(format_of(codes[number]) if number in codes else built_in(number))
                    looks.append(_look(style, fonts[font] if font < len(fonts) else (False, False)))
            case _:
                pass
    return Styles(forms, looks)


def _look(style: Element, font: tuple[bool, bool]) -> Look:
    alignment = next((each for each in style if _local(each) == "alignment"), None)
    across = "" if alignment is None else alignment.get("horizontal", "")
    indent = 0 if alignment is None else _number(alignment, "indent")
    return Look(
        bold=font[0], italic=font[1], centred=across.startswith("center"), indent=_INDENT_MM * min(indent, 50)
    )


def _has(font: Element, name: str) -> bool:
    return any(_local(each) == name and each.get("val", "1") not in ("0", "false") for each in font)


def _number(element: Element, name: str) -> int:
    written = element.get(name, "0")
    return int(written) if written.isdecimal() else 0


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
