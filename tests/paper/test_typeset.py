"""A sheet as .pdf by typst."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

import pypdfium2
import pytest

from runofshow.paper import measures
from runofshow.paper.sheet import Block, Column, Paper, Paragraph, Row, Run, Style, Table, cell, paragraph
from runofshow.paper.typeset import Typesetter
from tests.paper.charts import chart
from tests.paper.pdf_text import faces_of, is_whole, texts
from tests.paper.samples import sample

FOOT = "Bản 1a2b3c4d · in 08:00 ngày 27/3/2026"


@cache
def typesetter() -> Typesetter:
    return Typesetter()


def made(*blocks: Block, landscape: bool = False) -> bytes:
    return typesetter().as_pdf(Paper("Thử", "vi", blocks, landscape=landscape))


def test_every_word_is_found_again_and_each_page_has_its_head_its_foot_and_its_number() -> None:
    found = texts(typesetter().as_pdf(sample(rows=40)))
    whole = " ".join(found)
    for said in ("UBND PHƯỜNG", "CỘNG HÒA", "Độc lập", "Buổi sáng", "muộn 12'", "TỔNG DUYỆT", "<b>đậm</b>"):
        assert said in whole
    assert all(f"Mục {at} dòng hai" in whole for at in range(40))
    assert len(found) > 4
    assert all(FOOT in text and is_whole(text) for text in found)
    assert all("Giờ Nội dung Dài" in text for text in found if "Mục" in text)
    assert found[0].startswith("UBND PHƯỜNG")
    assert [text.split()[0] for text in found[1:]] == [str(number) for number in range(2, len(found) + 1)]


@pytest.mark.parametrize("landscape", [False, True])
def test_its_measures_are_those_of_an_official_paper(landscape: bool) -> None:
    book = pypdfium2.PdfDocument(typesetter().as_pdf(sample(landscape=landscape)))
    width, height = (round(each * 25.4 / 72) for each in book[0].get_size())
    assert (width, height) == ((297, 210) if landscape else (210, 297))
    left = min(each.get_bounds()[0] for each in book[0].get_objects()) * 25.4 / 72
    assert round(left) in (range(19, 23) if landscape else range(29, 33))
    book.close()


def test_text_is_never_code() -> None:
    told = '#panic("a") $x^2$ *đậm* _nghiêng_ [b] `c` <d> @e // f /* g \\ "h" \u2019 -- #import "i.typ" = j'
    (text,) = texts(made(paragraph(told), Table((Column(told, 1),), (Row((cell(told),)),))))
    assert text.count(told) == 3


def test_a_name_that_is_tied_stands_in_one_line_and_is_found_with_plain_blanks() -> None:
    told = "Xin kính mời đồng chí (Trần\u00a0Thị\u00a0Minh\u00a0Quang), lên lễ đài. " * 8
    book = pypdfium2.PdfDocument(made(Paragraph((Run(told),), Style.WORDS)))
    lines = book[0].get_textpage().get_text_range().splitlines()
    assert sum(line.count("(Trần Thị Minh Quang),") for line in lines) == 8
    assert not any(line.lstrip().startswith((",", ")")) for line in lines)
    book.close()


def test_a_word_longer_than_its_line_is_broken_and_stays_one_word() -> None:
    word = "nhac-chao-co-quoc-ca-khong-loi-ban-thu-am-nam-2026-da-duyet.mp3"
    data = made(Table((Column("Tệp", 1), Column("Rộng", 5)), (Row((cell(word), cell("x"))),)))
    assert word in texts(data)[0].replace(" ", "")
    book = pypdfium2.PdfDocument(data)
    page = book[0].get_textpage()
    rights = [
        page.get_charbox(at)[2] for at in range(page.count_chars()) if page.get_text_range(at, 1) in word
    ]
    book.close()
    # a fifth of 160 mm behind a margin of 30
    assert max(right for right in rights if right < 300) < (30 + 160 / 6 + 1) * 72 / 25.4


def test_what_is_higher_than_a_page_goes_over_its_end() -> None:
    told = [f"Dòng {number} của một lời dẫn rất dài." for number in range(120)]
    column = (Column("Lời dẫn", 1),)
    for block in (paragraph(" ".join(told * 3)), Table(column, (Row((cell(*told),)), Row((cell("hết"),))))):
        found = texts(made(block))
        assert len(found) > 1
        whole = " ".join(re.sub(r"^\d+ (Lời dẫn )?", "", text) for text in found)
        assert all(each in whole for each in told)


def test_a_row_that_fits_on_a_page_is_not_torn_and_a_heading_stays_with_what_follows() -> None:
    rows = tuple(Row((cell(*(f"{row}.{at}" for at in range(7))),)) for row in range(12))
    found = texts(made(paragraph("Đầu mục", Style.HEADING), Table((Column("Mục", 1),), rows)))
    pages = {
        number: {text.split(".")[0] for text in each.split() if "." in text}
        for number, each in enumerate(found)
    }
    assert sum(map(len, pages.values())) == 12
    blocks = [paragraph("đoạn " * 90) for _ in range(4)]
    for more in range(30):
        head = paragraph("Đầu mục", Style.HEADING, keep_with_next=True)
        found = texts(
            made(*blocks, *(paragraph("thêm") for _ in range(more)), head, paragraph("Sau đầu mục"))
        )
        assert all("Sau đầu mục" in text for text in found if "Đầu mục" in text)


def test_one_type_has_every_letter_of_vietnamese() -> None:
    vowels = "aăâeêioôơuưy"
    letters = " ".join(
        f"{one}{mark}" for one in vowels + vowels.upper() for mark in "\u0300\u0301\u0309\u0303\u0323"
    )
    told = unicodedata.normalize("NFC", f"{letters} đ Đ – … “ ” ~ ₫")
    data = made(paragraph(told), Paragraph((Run(told, bold=True), Run(told, italic=True))))
    (text,) = texts(data)
    assert text.count(told) == 3
    assert is_whole(text)
    families = {re.split(r"[-,]", name)[0].removesuffix("MT") for name in faces_of(data)}
    assert len(families) == 1, families


def test_a_chart_is_drawn_and_its_words_are_found() -> None:
    (text,) = texts(made(chart(), landscape=True))
    assert "1.1. Múa: Mùa xuân" in text
    assert "Kế hoạch" in text


def test_a_page_asks_for_no_package() -> None:
    page = files("runofshow.paper").joinpath("page.typ").read_text(encoding="utf-8")
    assert not re.search(r"#?(import|include|read|plugin)\b", page)


def test_the_first_line_of_a_report_is_set_in_as_in_word() -> None:
    told = "Một câu dài " * 20
    book = pypdfium2.PdfDocument(made(paragraph("Đầu"), paragraph(told.strip(), Style.PROSE)))
    page = book[0].get_textpage()
    lefts = [page.get_charbox(page.search(text).get_next()[0])[0] for text in ("Đầu", "Một câu")]
    book.close()
    assert lefts[1] - lefts[0] == pytest.approx(measures.LOOKS[Style.PROSE].first, abs=3)
