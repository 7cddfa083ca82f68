"""The XML of a Word file, as text that is parsed once: elements made one by one take ten times as long.

    <w:p><w:pPr><w:pStyle w:val="PaperKind"/><w:keepNext/></w:pPr><w:r><w:t>KỊCH BẢN</w:t></w:r></w:p>

The format wants the children of an element in its own order; whoever writes them here keeps it.
"""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

KEPT: Final = "<w:keepNext/>"
"""Of a paragraph that stays with the next one."""
BEGINS: Final = "<w:pageBreakBefore/>"
"""Of a paragraph that begins a page."""
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TWENTIETHS_OF_A_POINT: Final = 1440 / 25.4
"""In a millimetre."""


def mark(name: str, **attributes: str | int) -> str:
    """`<w:name w:key="value"/>`"""
    told = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<w:{name}{told}/>"


def written(text: str) -> str:
    """`text` as a run has it: what would be XML is text, and its line breaks are Word's."""
    return f'<w:t xml:space="preserve">{escape(text).replace(chr(10), _BREAK)}</w:t>'


def twips(mm: float) -> int:
    """Twentieths of a point, in which the format measures."""
    return round(mm * _TWENTIETHS_OF_A_POINT)


def parsed(xml: str) -> list[Any]:
    """The elements that the text tells of, for python-docx's own tree."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return list(parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{xml}</w:body>"))
