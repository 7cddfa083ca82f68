"""The whole Word file: its page, its properties, its blocks in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Final, assert_never

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.chart.picture import find_painter
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Block, Chart, Facing, Facts, Paper, Paragraph, Table
from runofshow.paper.word.margins import in_margin, section_end, write_margin, write_margins
from runofshow.paper.word.marks import BEGINS, mark, written
from runofshow.paper.word.pictures import chart_xml
from runofshow.paper.word.styles import add_styles, set_fonts, set_type
from runofshow.paper.word.tables import facing_xml, facts_xml, table_xml
from runofshow.paper.word.text import paragraph_xml
from runofshow.paper.word.unseen import keep

if TYPE_CHECKING:
    from docx.document import Document
    from docx.parts.document import DocumentPart

_GAP_LINE: Final = mark("spacing", line=measures.GAP_PT * 20, lineRule="exact")
_GAP: Final = f"<w:p><w:pPr>{_GAP_LINE}</w:pPr></w:p>"
"""Between tables: two that touch would become one. Nor may a file end with a table."""
_PAGE_BREAK: Final = f"<w:p><w:pPr>{BEGINS}{mark('spacing', line=20, lineRule='exact')}</w:pPr></w:p>"
"""Where a page begins with a table: Word and LibreOffice both obey it in a paragraph."""
_PAGE: Final = "".join(
    (
        mark("fldChar", fldCharType="begin"),
        "<w:instrText>PAGE</w:instrText>",
        mark("fldChar", fldCharType="end"),
    )
)
_LONGEST_PROPERTY: Final = 255
"""Characters of a property of the file."""
_NO_TABLE: Final = (Paragraph, Chart)
_NOT_OURS: Final = frozenset(("thumbnail", "stylesWithEffects", "customXml"))
"""The picture of another's page, half a megabyte of styles for Word 2007, an empty list of sources."""


def as_word_file(paper: Paper) -> bytes:
    """The bytes of a .docx file."""
    import docx

    document = docx.Document()
    _strip(document)
    _set_up(document, paper)
    _fill(document, "".join(_blocks(paper, document)))
    if paper.margins:
        write_margins(document, paper)
    if paper.kept:
        keep(document, paper.kept)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _fill(document: Document, blocks: str) -> None:
    """Put the blocks into the empty document; parsed apart and moved there, they would take twice as long."""
    from docx.oxml import parse_xml

    head, end, tail = document.part.blob.partition(b"<w:sectPr")
    document.part._element = parse_xml(head + blocks.encode() + end + tail)


def _blocks(paper: Paper, document: Document) -> Iterator[str]:
    if not paper.margins:
        yield from _run_on(paper, paper.blocks, document.part)
        return
    for number, page in enumerate(pages_of(paper)):
        if number:
            yield section_end(document)
        yield from _run_on(paper, (replace(page[0], new_page=False), *page[1:]), document.part)


def _run_on(paper: Paper, blocks: Sequence[Block], part: DocumentPart) -> Iterator[str]:
    width = measures.width_mm(paper.landscape)
    paint = find_painter() if any(isinstance(block, Chart) for block in paper.blocks) else None
    before: Block | None = None
    for block in blocks:
        if block.new_page and not isinstance(block, Paragraph):
            yield _PAGE_BREAK
        elif _touch(before, block):
            yield _GAP
        match block:
            case Paragraph():
                yield paragraph_xml(block, width)
            case Table():
                yield table_xml(block, paper, part)
            case Facing():
                yield facing_xml(block, paper)
            case Facts():
                yield facts_xml(block, paper)
            case Chart():
                yield chart_xml(block, part, width, paper.landscape, paint)
            case _:
                assert_never(block)
        before = block
    if _touch(before, None):
        yield _GAP


def _touch(before: Block | None, block: Block | None) -> bool:
    return before is not None and not isinstance(before, _NO_TABLE) and not isinstance(block, _NO_TABLE)


def _strip(document: Document) -> None:
    """Leave out what python-docx's empty document brings of another's: its picture, its styles once more."""
    for part in (document.part.package, document.part):
        for key in [key for key, told in part.rels.items() if told.reltype.rpartition("/")[2] in _NOT_OURS]:
            del part.rels[key]


def _set_up(document: Document, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    # the schema wants the share of the view, which python-docx's empty document leaves out
    document.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
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
    number = written(f"{paper.mark} · ") + _PAGE if paper.mark else _PAGE
    if not paper.margins:
        write_margin(section.header, [in_margin("center", measures.NUMBER_PT, number)])
        if paper.mark:
            first = in_margin("center", measures.NUMBER_PT, written(paper.mark))
            write_margin(section.first_page_header, [first])
        for foot in (section.footer, section.first_page_footer):
            write_margin(foot, [in_margin("right", measures.FOOT_PT, written(paper.foot), italic=True)])
    about = document.core_properties
    about.title, about.language = paper.title[:_LONGEST_PROPERTY], paper.language
    about.author = about.comments = ""
    if paper.printed_at is not None:
        # the format has no zone but UTC
        about.created = about.modified = paper.printed_at.astimezone(UTC).replace(tzinfo=None)
