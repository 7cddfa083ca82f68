"""A style of Word's for each sort of paragraph, so that an office changes its look in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.measures import LOOKS, Look
from runofshow.paper.word.marks import made

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

CELL: Final = "cell"
FIGURES: Final = "figures"
"""What stands in a table; figures in the middle."""
_STYLE, _STYLE_ID = "Paper {name}", "Paper{name}"
"""What a style is called in Word, and the id that python-docx gives it."""


def add_styles(document: Document, table_size: float) -> None:
    """Every style; `table_size` is of the type of tables, in points."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    in_table = Look(table_size, before=1.5, after=1.5)
    looks = {style.value: look for style, look in LOOKS.items()}
    looks |= {CELL: replace(in_table, centred=False), FIGURES: in_table}
    for name, look in looks.items():
        style = document.styles.add_style(_STYLE.format(name=name.capitalize()), WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(look.size)
        style.font.bold, style.font.italic = look.bold or None, look.italic or None
        form = style.paragraph_format
        if look.centred:
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if look.justified:
            form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if look.first:
            form.first_line_indent = Pt(look.first)
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.line_spacing, form.keep_together = look.lines, True


def set_style(paragraph: WordParagraph, name: str) -> None:
    """Give a paragraph its style, by the name of the sheet's."""
    paragraph._p.style = _STYLE_ID.format(name=name.capitalize())


def set_type(font: Any, size: Any) -> None:
    """The paper's font in this size."""
    font.name, font.size = measures.FONT, size


def set_fonts(properties: Any, language: str) -> None:
    """Every script's font and the language: Word else takes another font for letters it calls far eastern."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), measures.FONT)
    lang = made("w:lang", val="vi-VN" if language == "vi" else "en-GB")
    properties.append(lang)
