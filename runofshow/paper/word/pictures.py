"""The pictures of a chart in a Word file, each in a paragraph of its own."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from runofshow.paper.chart.drawing import Drawing, drawings
from runofshow.paper.chart.layout import size_for
from runofshow.paper.chart.picture import Painter
from runofshow.paper.sheet import Chart, paragraph
from runofshow.paper.word.text import paragraph_xml

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_EMU: Final = 12_700
"""Of the format's units in a point."""
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"


def chart_xml(chart: Chart, part: DocumentPart, width: int, landscape: bool, paint: Painter | None) -> str:
    """The pictures, which are kept in `part`; the words in their place where nothing paints them."""
    if paint is None:
        return paragraph_xml(paragraph(chart.instead), width)
    return "".join(_picture(drawing, part, landscape, paint) for drawing in drawings(chart, landscape))


def _picture(drawing: Drawing, part: DocumentPart, landscape: bool, paint: Painter) -> str:
    rel_id, _ = part.get_or_add_image(io.BytesIO(paint(drawing)))
    _, tallest = size_for(landscape)
    # a single line may be higher than a page
    scale = min(1.0, tallest / drawing.height) * _EMU
    wide, tall = round(drawing.width * scale), round(drawing.height * scale)
    number = rel_id.removeprefix("rId")
    names = f'id="{number}" name={quoteattr(drawing.title or number)} descr={quoteattr(drawing.told)}'
    return (
        f'<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{tall}"/><wp:docPr {names}/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{rel_id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
