"""Pictures in a Word file: those of a chart, each in a paragraph of its own, and codes in their cells."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from runofshow.paper import measures
from runofshow.paper.chart.drawing import Drawing, drawings
from runofshow.paper.chart.layout import size_for
from runofshow.paper.chart.picture import Painter
from runofshow.paper.codes import as_png
from runofshow.paper.sheet import Chart, paragraph
from runofshow.paper.word.text import paragraph_xml

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_CODES_FROM: Final = 10_000
"""Numbers of pictures from here on are those of codes."""
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
    scale = min(1.0, tallest / drawing.height)
    number = rel_id.removeprefix("rId")
    shown = _run(
        rel_id, number, drawing.width * scale, drawing.height * scale, drawing.title or number, drawing.told
    )
    return f"<w:p>{shown}</w:p>"


def code_xml(digits: str, part: DocumentPart) -> str:
    """A run with the code that is scanned."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.image import ImagePart

    rel_id = f"code{digits}"
    if rel_id not in part.rels:
        # asked to add a picture, python-docx looks through all that there are: of hundreds, for seconds
        image = ImagePart(PackURI(f"/word/media/{rel_id}.png"), "image/png", as_png(digits))
        part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, image, rel_id)
    side = measures.CODE_MM * measures.POINTS_OF_A_MM
    return _run(rel_id, str(_CODES_FROM + len(part.rels)), side, side, digits, digits)


def _run(rel_id: str, number: str, width: float, height: float, title: str, told: str) -> str:
    """A picture so many points wide and high, between words."""
    wide, tall = round(width * _EMU), round(height * _EMU)
    names = f'id="{number}" name={quoteattr(title)} descr={quoteattr(told)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{tall}"/><wp:docPr {names}/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{rel_id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
