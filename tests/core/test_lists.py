"""A list as lines of text, and back."""

from __future__ import annotations

import pytest

from runofshow.core.award import Award, Recipient, line_of, listed, recipient_of
from runofshow.core.honours import form_of, is_collective, names_apart, rank_of, said_of


def test_a_record_of_lines_is_read_as_people_with_ids_of_their_own() -> None:
    """As older records have them."""
    award = Award(recipients=("Ông An", Recipient("b", "Bà Bình"), "Ông An"))  # type: ignore[arg-type]
    assert [(one.recipient_id, one.name) for one in award.recipients] == [
        ("0.Ông An", "Ông An"),
        ("b", "Bà Bình"),
        ("2.Ông An", "Ông An"),
    ]


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (Recipient("r", "Ông An"), "Ông An"),
        (Recipient("r", "Ông An", proxy="Bà Bình"), "Ông An (nhận thay: Bà Bình)"),
        (Recipient("r", "Ông An", posthumous=True), "Ông An (truy tặng)"),
        (Recipient("r", "Cố ông An", posthumous=True), "Cố ông An"),
        (Recipient("r", "Ông An", absent=True), "Ông An (vắng)"),
    ],
)
def test_a_line_says_of_somebody_what_is_read_from_it(one: Recipient, line: str) -> None:
    assert line_of(one) == line
    assert recipient_of(line, recipient_id="r") == one


def test_a_list_of_lines_keeps_its_order() -> None:
    assert [one.name for one in listed("Ông An", "Bà Bình (vắng mặt)")] == ["Ông An", "Bà Bình"]


def test_forms_have_a_rank_and_what_is_no_form_has_none() -> None:
    medal, flag, paper = (
        rank_of(form) for form in ("Huân chương Lao động hạng Ba", "Cờ thi đua của Chính phủ", "Giấy khen")
    )
    assert medal is not None
    assert flag is not None
    assert paper is not None
    assert medal < flag < paper
    assert rank_of("Vé xem phim") is None


def test_the_form_is_told_by_the_award_else_by_the_title() -> None:
    assert form_of(Award(form="Giấy khen (đợt 2)"), "") == "Giấy khen"
    assert form_of(Award(), "Trao Bằng khen, đợt 1") == "Bằng khen"
    assert form_of(Award(), "Trao quà") is None


def test_whether_a_collective_is_honoured_is_as_written_before_it_is_told_by_the_name() -> None:
    assert is_collective(Recipient("r", "Ông An", collective=True))
    assert not is_collective(Recipient("r", "Tổ 3", collective=False))


def test_a_title_of_address_stands_before_a_name_that_does_not_begin_with_it() -> None:
    assert said_of(Recipient("r", "An", "Tổ 3", "Tổ trưởng", "đồng chí")) == "đồng chí An, Tổ trưởng, Tổ 3"
    assert said_of(Recipient("r", "Đồng chí An", address="đồng chí", said="Đồng chí A-na")) == "Đồng chí A-na"


def test_names_of_any_list_are_told_apart() -> None:
    assert names_apart(listed("Ông An", "Bà Bình", "Bà An")) == {
        "0.Ông An": "Ông An [1]",
        "2.Bà An": "Bà An [2]",
    }
