"""A long plan is read in a moment."""

from __future__ import annotations

import time

from runofshow.documents.reading.opening import read_bytes
from tests.documents.reading.docx import cell, docx, item, row, table
from tests.documents.reading.office import NUMBERING, STYLES

PAGE = "".join(
    item("Đại biểu các sở, ban, ngành dự Hội nghị " + "và tham luận " * 4, depth=n % 3) for n in range(18)
) + table(*(row(cell("7h30 - 8h00"), cell("Báo cáo tổng kết"), cell("Sở")) for _ in range(12)))


def test_forty_pages_are_read_in_half_a_second_of_the_processor() -> None:
    data = docx(PAGE * 40, styles=STYLES, numbering=NUMBERING)
    began = time.process_time()
    document = read_bytes(data, "plan.docx")
    assert time.process_time() - began < 0.5
    assert sum(1 for _ in document.parts[0].lines()) == 40 * (18 + 36)
