"""Pages with labels, heads and feet of their own, and what is marked on them, in every form of file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx

from runofshow.core.value import replace
from runofshow.paper.page import as_page
from runofshow.paper.pages import paginated
from runofshow.paper.sheet import Cell, Column, Margin, Paper, Paragraph, Row, Run, Table, cell
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from tests.paper.validity import complaints

COLUMNS = (Column("Giờ", 1, figures=True), Column("Mục", 4))
CHANGED = Row((cell("7h30"), Cell(((Run("Khai "), Run("mạc", changed=True)),))), changed=True)


def exchange_pages() -> Paper:
    """Page 5 with a row that has changed, and 5a with a paragraph that is new."""
    said = Paragraph((Run("Lời "), Run("mới", changed=True)), changed=True, new_page=True)
    paper = Paper(
        "x", "vi", (Table(COLUMNS, (CHANGED, Row((cell("8h"), cell("Bế mạc"))))), said), foot="Bản 1a2b3c4d"
    )
    margins = (
        Margin("5", "Trang 5 (thay trang 5)", "Không còn: “Chào & cờ”"),
        Margin("5a", "Trang 5a (thêm)"),
    )
    return replace(paginated(paper), margins=margins)


def test_word_has_a_section_for_each_page_with_its_head_and_foot(tmp_path: Path) -> None:
    made = as_word_file(exchange_pages())
    document = docx.Document(io.BytesIO(made))
    heads = [[each.text for each in section.header.paragraphs] for section in document.sections]
    assert heads == [["5", "Trang 5 (thay trang 5)"], ["5a", "Trang 5a (thêm)"]]
    feet = [[each.text for each in section.footer.paragraphs] for section in document.sections]
    assert feet == [["Không còn: “Chào & cờ”", "Bản 1a2b3c4d"], ["Bản 1a2b3c4d"]]
    told = [
        run.text
        for row in document.tables[0].rows
        for cell in row.cells
        for p in cell.paragraphs
        for run in p.runs
        if run.underline
    ]
    assert told == ["mạc"]
    (tmp_path / "a.docx").write_bytes(made)
    assert complaints(tmp_path / "a.docx") == []


def test_a_page_has_named_pages_and_underlines_what_is_new() -> None:
    page = as_page(exchange_pages())
    assert '@page leaf0 { @top-center { content: "5\\A Trang 5 (thay trang 5)"' in page
    assert "Không còn: ”Chào & cờ”" in page or "Không còn: “Chào & cờ”" in page
    assert '<section style="page: leaf1">' in page
    assert "<u>mạc</u>" in page
    assert '<tr class="row-line changed">' in page


def test_a_workbook_has_a_sheet_for_each_page(tmp_path: Path) -> None:
    made = as_workbook(exchange_pages())
    book = zipfile.ZipFile(io.BytesIO(made))
    names = book.read("xl/workbook.xml").decode()
    assert 'name="5"' in names
    assert 'name="5a"' in names
    assert "Không còn: “Chào &amp;&amp; cờ”" in book.read("xl/worksheets/sheet1.xml").decode()
    assert "&amp;13 5\nTrang 5 (thay trang 5)" in book.read("xl/worksheets/sheet1.xml").decode()
    assert "<u/>" in book.read("xl/sharedStrings.xml").decode()
    assert book.read("xl/sharedStrings.xml").decode().count("<u/>") == 2
    (tmp_path / "a.xlsx").write_bytes(made)
    assert complaints(tmp_path / "a.xlsx") == []
