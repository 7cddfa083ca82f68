"""A sheet as a Word file."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from runofshow.core.value import replace
from runofshow.paper.sheet import Column, Paper, Row, Table, cell
from runofshow.paper.word.file import as_word_file
from tests.paper.samples import sample

if TYPE_CHECKING:
    from docx.document import Document


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(as_word_file(paper)))


def test_its_measures_are_those_of_an_official_paper() -> None:
    upright = opened(sample(landscape=False)).sections[0]
    assert [round(each.mm) for each in (upright.page_width, upright.page_height) if each] == [210, 297]
    margins = (upright.top_margin, upright.bottom_margin, upright.left_margin, upright.right_margin)
    assert [round(each.mm) for each in margins if each] == [20, 20, 30, 20]
    lying = opened(sample()).sections[0]
    assert [round(each.mm) for each in (lying.page_width, lying.page_height) if each] == [297, 210]


def test_the_page_number_stands_at_the_top_but_not_on_the_first_page() -> None:
    section = opened(sample()).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == "Bản 1a2b3c4d · in 08:00 ngày 27/3/2026"


def test_no_row_is_torn_and_the_head_comes_again() -> None:
    table = opened(sample()).tables[1]
    rows = table._tbl.tr_lst
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
    assert [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows] == [
        True,
        False,
        False,
        False,
    ]


def test_a_session_keeps_with_its_first_row() -> None:
    table = opened(sample()).tables[1]
    session, first = table.rows[1].cells[0], table.rows[2].cells[0]
    assert session.paragraphs[0].paragraph_format.keep_with_next
    assert not first.paragraphs[0].paragraph_format.keep_with_next
    assert table.rows[1].cells[0].text == table.rows[1].cells[2].text == "Buổi sáng"


def test_every_word_is_there_as_it_was_given() -> None:
    document = opened(sample())
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        "KỊCH BẢN",
        "Phần một",
        "TỔNG DUYỆT",
        "Hết, <b>đậm</b>",
    ]
    assert [one.text for one in document.tables[1].rows[2].cells] == ["07:30", "Mục 0\ndòng hai", "7'"]
    assert document.core_properties.title == "Kịch bản <thử> & xem"
    assert document.paragraphs[-1].paragraph_format.page_break_before


def test_a_title_that_is_longer_than_a_property_may_be_is_cut_there_alone() -> None:
    title = "Hội nghị " * 40
    assert opened(replace(sample(), title=title)).core_properties.title == title[:255]


def test_facts_stand_in_two_columns_and_a_mark_in_a_box() -> None:
    document = opened(sample())
    facts = document.tables[2]
    assert [[each.text for each in row.cells] for row in facts.rows] == [
        ["Bắt đầu", "7h42   kế hoạch 7h30, muộn 12'"],
        ["Đại biểu", "120có mặt"],
    ]
    small = facts.rows[1].cells[1].paragraphs[0].runs[1].font.size
    assert small is not None
    assert 10 < small.pt < 13
    (mark,) = [each for each in document.paragraphs if each.text == "TỔNG DUYỆT"]
    assert mark.style is not None
    box = mark.style.element.find(qn("w:pPr")).find(qn("w:pBdr"))
    assert [side.get(qn("w:val")) for side in box] == ["double"] * 4


def test_tables_that_follow_each_other_stay_two() -> None:
    one = Table((Column("A", 1),), (Row((cell("a"),)),))
    assert len(opened(Paper("x", "vi", (one, one))).tables) == 2
    body = docx.Document(io.BytesIO(as_word_file(Paper("x", "vi", (one, one))))).element.body
    tags = [child.tag.rpartition("}")[2] for child in body]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_writer_costs_nothing_until_it_writes() -> None:
    import subprocess

    code = "import sys, runofshow.paper.word.file; print([n for n in ('docx', 'lxml') if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
