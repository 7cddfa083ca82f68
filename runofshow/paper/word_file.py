"""A sheet as a Word file, which LibreOffice and WPS open too.

Word keeps what it is told: rows are not torn (`cantSplit`), the head of a table comes again (`tblHeader`),
a heading stays with what follows (`keepNext`). Widths are fixed: every office program lays it out alike.
"""

from __future__ import annotations

import io
from datetime import UTC
from typing import TYPE_CHECKING, Any, assert_never

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.measures import LOOKS, Look
from runofshow.paper.sheet import Cell, Column, Facing, Level, Paper, Paragraph, Row, Run, Style, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph as WordParagraph

_SHADE = {Level.SESSION: "D9D9D9", Level.HEADING: "F2F2F2", Level.TOTAL: "F2F2F2"}
_HEAD_SHADE = "E7E6E6"
_BOLD = frozenset((Level.SESSION, Level.HEADING, Level.TOTAL))
_MM_OF_A_SIGN = 2.4
"""As wide as a letter of 14 point is, by and large."""
_TWENTIETHS_OF_A_POINT = 1440 / 25.4
"""In a millimetre."""
_STYLE, _STYLE_ID = "Paper {name}", "Paper{name}"
"""What a style is called in Word, and the id that python-docx gives it."""
_CELL, _FIGURES = "cell", "figures"
_INDENT_PT = 10
"""Of a part under its heading."""


def as_word_file(paper: Paper) -> bytes:
    """The bytes of a .docx file."""
    import docx

    document = docx.Document()
    _set_up(document, paper)
    for index, block in enumerate(paper.blocks):
        match block:
            case Paragraph():
                _paragraph(document.add_paragraph(), block, measures.width_mm(paper.landscape))
            case Table():
                _table(document, block, paper)
            case Facing():
                _facing(document, block, paper)
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
    _set_type(normal.font, Pt(13))
    _set_fonts(normal.element.get_or_add_rPr(), paper.language)
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    _add_styles(document, paper)
    _page_number(section.header.paragraphs[0])
    for foot in (section.footer, section.first_page_footer):
        _foot(foot.paragraphs[0], paper.foot)
    about = document.core_properties
    about.title, about.language = paper.title, paper.language
    about.author = about.comments = ""
    if paper.printed_at is not None:
        # the format has no zone but UTC
        about.created = about.modified = paper.printed_at.astimezone(UTC).replace(tzinfo=None)


def _add_styles(document: Document, paper: Paper) -> None:
    """A style of Word's for each sort of paragraph, so that an office changes its look in one place."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    in_table = Look(paper.size, before=1.5, after=1.5)
    looks = {style.value: look for style, look in LOOKS.items()}
    looks |= {_CELL: replace(in_table, centred=False), _FIGURES: in_table}
    for name, look in looks.items():
        made = document.styles.add_style(_STYLE.format(name=name.capitalize()), WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = document.styles["Normal"]
        made.font.size = Pt(look.size)
        made.font.bold, made.font.italic = look.bold or None, look.italic or None
        form = made.paragraph_format
        if look.centred:
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.line_spacing, form.keep_together = look.lines, True


def _set_type(font: Any, size: Any) -> None:
    font.name, font.size = measures.FONT, size


def _set_fonts(properties: Any, language: str) -> None:
    """Every script's font and the language: Word else takes another font for letters it calls far eastern."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), measures.FONT)
    lang = _made("w:lang", val="vi-VN" if language == "vi" else "en-GB")
    properties.append(lang)


def _page_number(paragraph: WordParagraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    _set_type(run.font, Pt(measures.NUMBER_PT))
    instruction = _made("w:instrText")
    instruction.text = "PAGE"
    for part in (_made("w:fldChar", fldCharType="begin"), instruction, _made("w:fldChar", fldCharType="end")):
        run._r.append(part)


def _foot(paragraph: WordParagraph, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(text)
    _set_type(run.font, Pt(measures.FOOT_PT))
    run.font.italic = True


def _paragraph(paragraph: WordParagraph, block: Paragraph, width: int) -> None:
    look = LOOKS[block.style]
    _set_style(paragraph, block.style.value)
    # each setting costs time, in a document of thousands of paragraphs
    if block.keep_with_next:
        paragraph.paragraph_format.keep_with_next = True
    if block.new_page:
        paragraph.paragraph_format.page_break_before = True
    _runs(paragraph, block.runs)
    if look.rule:
        _rule(paragraph, block, width)


def _set_style(paragraph: WordParagraph, name: str) -> None:
    paragraph._p.style = _STYLE_ID.format(name=name.capitalize())


def _runs(paragraph: WordParagraph, runs: tuple[Run, ...], *, bold: bool = False) -> None:
    for run in runs:
        # python-docx writes a line break for "\n"
        written = paragraph.add_run(run.text)
        if bold or run.bold:
            written.font.bold = True
        if run.italic:
            written.font.italic = True


def _rule(paragraph: WordParagraph, block: Paragraph, width: int) -> None:
    """The line under an organ is less than half as long as its words, under the motto as long."""
    words = max(len(line) for line in "".join(run.text for run in block.runs).split("\n"))
    share = 1.0 if block.style is Style.MOTTO else 0.4
    length = min(words * _MM_OF_A_SIGN * share, width * 0.9)
    aside = str(round((width - length) / 2 * _TWENTIETHS_OF_A_POINT))
    border = _made("w:pBdr")
    border.append(_made("w:top", val="single", sz="6", space="1", color="auto"))
    properties = _made("w:pPr")
    properties.append(border)
    # a line of a point's height: nothing stands on it
    properties.append(_made("w:spacing", before="20", after="0", line="40", lineRule="exact"))
    properties.append(_made("w:ind", left=aside, right=aside))
    rule = _made("w:p")
    rule.append(properties)
    paragraph._p.addnext(rule)


def _table(document: Document, block: Table, paper: Paper) -> None:
    widths = _widths(block.columns, measures.width_mm(paper.landscape))
    table = _new_table(document, len(block.rows) + 1, widths, bordered=True)
    rows = list(table._tbl.tr_lst)
    grid = [list(row.tc_lst) for row in rows]
    _never_torn(rows[0], repeats=True)
    for column, word_cell in zip(block.columns, grid[0], strict=True):
        _fill(word_cell, table, Cell(((Run(column.head, bold=True),),)), centred=True)
        _shade(word_cell, _HEAD_SHADE)
    for row, element, cells in zip(block.rows, rows[1:], grid[1:], strict=True):
        _never_torn(element, repeats=False)
        _row(row, block.columns, cells, table)


def _row(row: Row, columns: tuple[Column, ...], cells: list[Any], table: WordTable) -> None:
    keeps = row.level in (Level.SESSION, Level.HEADING)
    if row.level is Level.SESSION:
        _over_all(cells)
        _fill(cells[0], table, row.cells[0], bold=True, keeps=True)
        _shade(cells[0], _SHADE[row.level])
        return
    titled = next((column for column in columns if not column.figures), None)
    for column, cell, word_cell in zip(columns, row.cells, cells, strict=True):
        _fill(
            word_cell,
            table,
            cell,
            centred=column.figures,
            bold=row.level in _BOLD,
            keeps=keeps,
            indent=_INDENT_PT if row.level is Level.PART and column is titled else 0,
        )
        if row.level in _SHADE:
            _shade(word_cell, _SHADE[row.level])


def _over_all(cells: list[Any]) -> None:
    """The first cell takes the width of the whole row."""
    width = sum(int(cell.width or 0) for cell in cells)
    for cell in cells[1:]:
        cell.getparent().remove(cell)
    cells[0].grid_span = len(cells)
    cells[0].width = width


def _fill(
    element: Any,
    table: WordTable,
    cell: Cell,
    *,
    centred: bool = False,
    bold: bool = False,
    keeps: bool = False,
    indent: float = 0,
) -> None:
    from docx.shared import Pt
    from docx.table import _Cell

    word_cell: WordCell = _Cell(element, table)
    for index, runs in enumerate(cell.lines or ((),)):
        paragraph = word_cell.paragraphs[0] if index == 0 else word_cell.add_paragraph()
        _set_style(paragraph, _FIGURES if centred else _CELL)
        if indent:
            paragraph.paragraph_format.left_indent = Pt(indent)
        if keeps:
            paragraph.paragraph_format.keep_with_next = True
        _runs(paragraph, runs, bold=bold)


def _facing(document: Document, block: Facing, paper: Paper) -> None:
    whole = measures.width_mm(paper.landscape)
    left = whole * 36 // 100
    widths = [left, whole - left]
    table = _new_table(document, 1, widths, bordered=False)
    sides = (block.left, block.right)
    for word_cell, paragraphs, width in zip(table.rows[0].cells, sides, widths, strict=True):
        for index, each in enumerate(paragraphs):
            _paragraph(word_cell.paragraphs[0] if index == 0 else word_cell.add_paragraph(), each, width)


def _new_table(document: Document, rows: int, widths: list[int], *, bordered: bool) -> WordTable:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table: WordTable = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if bordered:
        table.style = "Table Grid"
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Mm(width)
    return table


def _widths(columns: tuple[Column, ...], whole: int) -> list[int]:
    shares = sum(column.share for column in columns)
    widths = [whole * column.share // shares for column in columns]
    widths[-1] += whole - sum(widths)
    return widths


def _never_torn(row: Any, *, repeats: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(_made("w:cantSplit"))
    if repeats:
        properties.append(_made("w:tblHeader"))


def _shade(cell: Any, colour: str) -> None:
    cell.get_or_add_tcPr().append(_made("w:shd", val="clear", color="auto", fill=colour))


def _gap(document: Document) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(6)


def _made(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
