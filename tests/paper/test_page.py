"""A sheet as an HTML page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from runofshow.paper.page import as_page
from runofshow.paper.sheet import Paper, Run
from runofshow.paper.sheet import Paragraph as Lines
from tests.paper.samples import sample


def test_what_people_wrote_is_text_and_never_markup() -> None:
    page = LexborHTMLParser(as_page(sample()))
    assert page.css("title")[0].text() == "Kịch bản <thử> & xem"
    assert page.css("div.begins")[0].text() == "Hết, <b>đậm</b>"
    hostile = Paper("x", "vi", (Lines((Run("<script>alert(1)</script>"),)),), foot='"}</style><script>')
    assert LexborHTMLParser(as_page(hostile)).css("script") == []


def test_it_prints_on_the_paper_that_it_is_for() -> None:
    assert "size: A4 landscape; margin: 20mm 20mm 20mm 20mm" in as_page(sample())
    upright = as_page(sample(landscape=False))
    assert "size: A4 portrait; margin: 20mm 20mm 20mm 30mm" in upright
    assert "@page :first { @top-center { content: none } }" in upright
    assert "Bản 1a2b3c4d" in upright


def test_a_table_has_its_head_and_its_rows() -> None:
    page = LexborHTMLParser(as_page(sample()))
    assert [head.text() for head in page.css("thead th")] == ["Giờ", "Nội dung", "Dài"]
    assert page.css("tr.row-session th")[0].attributes["colspan"] == "3"
    assert [one.text() for one in page.css("tr.row-line td p")][:3] == ["07:30", "Mục 0", "dòng hai"]


def test_it_asks_nothing_of_any_address() -> None:
    written = as_page(sample())
    assert LexborHTMLParser(written).css("link, img, script, iframe") == []
    assert "default-src 'none'" in written


def test_a_row_takes_no_look_of_a_paragraph() -> None:
    """A heading over parts is as small as its table, whatever a heading of the paper is."""
    from runofshow.paper.sheet import Level, Style

    written = as_page(sample())
    rows = {f"row-{level.value}" for level in Level}
    assert not rows & {style.value for style in Style}
    assert 'class="row-session"' in written
