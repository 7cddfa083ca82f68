"""What a Word file holds beside what people see: names of its rows, and a text that belongs to it.

A row's name is a bookmark, which goes where its row is taken. The text is a part of its own («customXml»),
which Word and LibreOffice write again as they found it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from runofshow.paper.kept import NAMESPACE, mark_of
from runofshow.paper.word.marks import mark

if TYPE_CHECKING:
    from docx.document import Document

_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM: Final = "{8E0B1D53-6C41-4F0B-9D1E-3C1B7A5D2F60}"
"""A name of Word's for such a part; any will do."""


def named(cell: str, key: str, place: int = 0) -> str:
    """A cell that carries the name of its row and its place in it, below 8, before its first letter."""
    name = mark_of(key)
    number = int(name[-7:], 16) * 8 + place
    bookmark = f'<w:bookmarkStart w:id="{number}" w:name="{name}{place}"/>{mark("bookmarkEnd", id=number)}'
    return cell.replace("</w:pPr>", f"</w:pPr>{bookmark}", 1)


def keep(document: Document, text: str) -> None:
    """Let the file keep a text."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    assert package is not None
    head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    held = f'{head}<kept xmlns="{NAMESPACE}">{escape(text)}</kept>'
    part = Part(PackURI("/customXml/item1.xml"), "application/xml", held.encode(), package)
    document.part.relate_to(part, f"{_RELATED}/customXml")
    about = (
        f'{head}<ds:datastoreItem ds:itemID="{_ITEM}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    properties = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, about.encode(), package)
    part.relate_to(properties, f"{_RELATED}/customXmlProps")
