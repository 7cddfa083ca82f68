"""A row of a PDF that the page's edge cut is one row again where its words were left open."""

from __future__ import annotations

from runofshow.documents.document import Row, Table
from runofshow.documents.reading.pdf.over_pages import Placed, joined
from tests.documents.finding.drawn import table

HEAD = ("Thời gian", "Nội dung", "Diễn giả")
EDGES = (0.0, 100.0, 300.0, 400.0)


def rows(*pages: Table) -> list[list[str]]:
    blocks = joined([[Placed(0, page, EDGES)] for page in pages])
    assert len(blocks) == 1
    assert isinstance(blocks[0], Table)
    return [said(row) for row in blocks[0].rows]


def said(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def test_a_row_cut_within_a_quotation_goes_on_over_the_page() -> None:
    first = table(HEAD, ("15h20", "Bài 2: “Từ ruộng lúa:", "Ông Lê Mạ,"))
    second = table(("", "Người trồng cần gì?”", "Hợp tác xã Sen"), ("15h40", "Bế mạc", ""))
    assert rows(first, second) == [
        list(HEAD),
        ["15h20", "Bài 2: “Từ ruộng lúa: Người trồng cần gì?”", "Ông Lê Mạ, Hợp tác xã Sen"],
        ["15h40", "Bế mạc", ""],
    ]


def test_a_row_without_hour_on_a_new_page_stays_one_where_nothing_was_left_open() -> None:
    first = table(HEAD, ("15h20", "Bài 2", "Ông Lê Mạ"))
    second = table(("", "Thảo luận", "Đại biểu"), ("15h40", "Bế mạc", ""))
    assert len(rows(first, second)) == 4
