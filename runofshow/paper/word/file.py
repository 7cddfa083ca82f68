"""The whole Word file: its page, its properties, its blocks in their order."""

from __future__ import annotations

import io
from datetime import UTC
from typing import TYPE_CHECKING, assert_never

from runofshow.paper import measures
from runofshow.paper.sheet import Facing, Facts, Paper, Paragraph, Table
from runofshow.paper.word.marks import made
from runofshow.paper.word.styles import add_styles, set_fonts, set_type
from runofshow.paper.word.tables import add_facing, add_facts, add_table
from runofshow.paper.word.text import write_paragraph

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph


def as_word_file(paper: Paper) -> bytes:
    """The bytes of a .docx file."""
    import docx

    document = docx.Document()
    _set_up(document, paper)
    for index, block in enumerate(paper.blocks):
        match block:
            case Paragraph():
                write_paragraph(document.add_paragraph(), block, measures.width_mm(paper.landscape))
            case Table():
                add_table(document, block, paper)
            case Facing():
                add_facing(document, block, paper)
            case Facts():
                add_facts(document, block, paper)
            case _:
                assert_never(block)
        follows = paper.blocks[index + 1] if index + 1 < len(paper.blocks) else None
        if not isinstance(block, Paragraph) and (follows is None or not isinstance(follows, Paragraph)):
            # two tables that touch would become one
            _gap(document)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _set_up(document: Document, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    section = document.sections[0]
    wide = paper.landscape
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width = Mm(measures.LONG_MM if wide else measures.SHORT_MM)
    section.page_height = Mm(measures.SHORT_MM if wide else measures.LONG_MM)
    top, right, bottom, left = measures.margins_mm(wide)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.header_distance = section.footer_distance = Mm(measures.MARGIN_OF_NUMBER_MM)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    set_type(normal.font, Pt(13))
    set_fonts(normal.element.get_or_add_rPr(), paper.language)
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    add_styles(document, paper.size)
    _page_number(section.header.paragraphs[0])
    for foot in (section.footer, section.first_page_footer):
        _foot(foot.paragraphs[0], paper.foot)
    about = document.core_properties
    about.title, about.language = paper.title, paper.language
    about.author = about.comments = ""
    if paper.printed_at is not None:
        # the format has no zone but UTC
        about.created = about.modified = paper.printed_at.astimezone(UTC).replace(tzinfo=None)


def _page_number(paragraph: WordParagraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    set_type(run.font, Pt(measures.NUMBER_PT))
    instruction = made("w:instrText")
    instruction.text = "PAGE"
    for part in (made("w:fldChar", fldCharType="begin"), instruction, made("w:fldChar", fldCharType="end")):
        run._r.append(part)


def _foot(paragraph: WordParagraph, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(text)
    set_type(run.font, Pt(measures.FOOT_PT))
    run.font.italic = True


def _gap(document: Document) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(6)
