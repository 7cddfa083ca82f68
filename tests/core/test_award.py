"""A recipient by a line of the list, and the line again: nothing that stands there is lost."""

from __future__ import annotations

import pytest

from runofshow.core.award import Recipient, line_of, listed, recipient_of
from runofshow.core.value import replace

LINES = {
    "Ông Đinh Công Tâm": Recipient("r", "Ông Đinh Công Tâm"),
    "Ông Đinh Công Tâm (nhận thay: bà Lê Thị Sáu)": Recipient(
        "r", "Ông Đinh Công Tâm", proxy="bà Lê Thị Sáu"
    ),
    "cố Thiếu tá Trần Văn Bảy": Recipient("r", "cố Thiếu tá Trần Văn Bảy", posthumous=True),
    "Ông Trần Văn Bảy (truy tặng)": Recipient("r", "Ông Trần Văn Bảy", posthumous=True),
    "Bà Cao Thị Thơm (vắng)": Recipient("r", "Bà Cao Thị Thơm", absent=True),
    "Bà Cao Thị Thơm (vắng mặt có lý do)": Recipient(
        "r", "Bà Cao Thị Thơm", note="vắng mặt có lý do", absent=True
    ),
    "Tổ 3 (tập thể) (truy tặng) (vắng)": Recipient("r", "Tổ 3 (tập thể)", posthumous=True, absent=True),
    "Ông A (nhận thay: bà B (vợ))": Recipient("r", "Ông A (nhận thay: bà B (vợ))"),
}


@pytest.mark.parametrize(("line", "meant"), LINES.items())
def test_a_line_says_who_is_honoured_and_is_said_again(line: str, meant: Recipient) -> None:
    assert recipient_of(line, recipient_id="r") == meant
    assert line_of(meant) == line


def test_a_second_remark_of_a_kind_stays_with_the_name() -> None:
    one = recipient_of("Ông A (nhận thay: bà B) (nhận thay: ông C) (vắng) (vắng cả ngày)", recipient_id="r")
    assert one == Recipient("r", "Ông A (nhận thay: ông C) (vắng cả ngày)", proxy="bà B", absent=True)


def test_a_line_of_remarks_alone_is_a_name() -> None:
    assert recipient_of("(vắng)", recipient_id="r") == Recipient("r", "(vắng)")


def test_why_somebody_is_absent_is_said_only_while_they_are() -> None:
    absent = recipient_of("Bà Thơm (absent: ill)", recipient_id="r")
    assert line_of(absent) == "Bà Thơm (absent: ill)"
    assert line_of(replace(absent, absent=False)) == "Bà Thơm"
    assert line_of(replace(absent, note="đi xe lăn")) == "Bà Thơm (vắng)"


def test_lines_get_ids_by_their_places() -> None:
    assert [one.recipient_id for one in listed("Ông A", "Ông A")] == ["0.Ông A", "1.Ông A"]
