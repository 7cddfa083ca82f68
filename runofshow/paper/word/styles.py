"""A style of Word's for each sort of paragraph, so that an office changes its look in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.measures import LOOKS, Look
from runofshow.paper.word.marks import mark, parsed

if TYPE_CHECKING:
    from docx.document import Document

CELL: Final = "cell"
FIGURES: Final = "figures"
"""What stands in a table; figures in the middle."""
_OF_WORD: Final = frozenset(
    "Normal DefaultParagraphFont TableNormal NoList TableGrid Header HeaderChar Footer FooterChar".split()
)
"""Of the 165 that python-docx's empty document brings."""
_OF_A_LINE: Final = 240
"""The format's parts of a line's height."""


def add_styles(document: Document, table_size: float) -> None:
    """Every style that is needed and no other; `table_size` is of the type of tables, in points."""
    in_table = Look(table_size, before=measures.CELL_OVER_PT, after=measures.CELL_OVER_PT)
    looks = {style.value: look for style, look in LOOKS.items()}
    looks |= {CELL: replace(in_table, centred=False), FIGURES: in_table}
    known = document.styles.element
    for style in [each for each in known.style_lst if each.styleId not in _OF_WORD]:
        known.remove(style)
    known.extend(parsed("".join(_style(name, look) for name, look in looks.items())))


def style_id(name: str) -> str:
    """What the file calls the style of that sort of the sheet's: `PaperKind`."""
    return f"Paper{name.capitalize()}"


def _style(name: str, look: Look) -> str:
    sides = (
        mark(side, val="double", sz=6, space=4, color="auto") for side in "top left bottom right".split()
    )
    align = "center" if look.centred else "both" if look.justified else ""
    paragraph = (
        "<w:keepLines/>",
        f"<w:pBdr>{''.join(sides)}</w:pBdr>" if look.boxed else "",
        mark(
            "spacing",
            before=round(look.before * 20),
            after=round(look.after * 20),
            line=round(look.lines * _OF_A_LINE),
            lineRule="auto",
        ),
        mark("ind", firstLine=round(look.first * 20)) if look.first else "",
        mark("jc", val=align) if align else "",
    )
    size = round(look.size * 2)
    letters = (
        "<w:b/>" if look.bold else "",
        "<w:i/>" if look.italic else "",
        mark("sz", val=size),
        mark("szCs", val=size),
    )
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'{mark("name", val=f"Paper {name.capitalize()}")}<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{''.join(letters)}</w:rPr></w:style>"
    )


def set_type(font: Any, size: Any) -> None:
    """The paper's font in this size."""
    font.name, font.size = measures.FONT, size


def set_fonts(properties: Any, language: str) -> None:
    """Every script's font and the language: Word else takes another font for letters it calls far eastern."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), measures.FONT)
    properties.extend(parsed(mark("lang", val="vi-VN" if language == "vi" else "en-GB")))
