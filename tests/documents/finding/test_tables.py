"""A table's rows become items by what its columns are, in whatever order and with whatever merged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.documents.document import Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from tests.documents.finding.drawn import document, table
from tests.documents.finding.test_find import lines

HEAD = ("Thời gian", "Nội dung", "Người thực hiện")


def read(*tables: Table | str) -> Draft:
    return draft_of(document(*tables))


def test_rows_that_share_a_time_each_take_it_as_a_guess() -> None:
    given = read(
        table(
            HEAD,
            ("7h30-8h00", "Đón tiếp đại biểu", "Ban tổ chức"),
            ("8h00-8h30", "Chào cờ", "Đội nghi lễ"),
            ("^", "Tuyên bố lý do", "Ban tổ chức"),
            ("8h30", "Báo cáo", "^"),
        )
    )
    assert lines(given) == [
        "07:30-08:00 Đón tiếp đại biểu",
        "08:00-08:30 Chào cờ",
        "08:00-08:30 Tuyên bố lý do",
        "08:30- Báo cáo",
    ]
    assert [item.guessed for item in given.items] == [
        (),
        ("start", "end"),
        ("by", "start", "end"),
        ("by",),
    ]


def test_columns_are_known_by_their_names_in_any_order() -> None:
    given = read(
        table(
            ("STT", "Nội dung", "Thời gian", "Thực hiện", "Địa điểm"),
            ("1", "Đón tiếp", "7h30-8h00", "Lễ tân", "Sảnh"),
            ("2", "Chào cờ", "8h00 - 8h05", "Toàn thể", "Hội trường"),
        )
    )
    assert lines(given) == ["07:30-08:00 Đón tiếp", "08:00-08:05 Chào cờ"]
    assert [(item.number, item.by) for item in given.items] == [("1", "Lễ tân"), ("2", "Toàn thể")]


def test_sections_breaks_and_totals_across_the_table_are_told_apart() -> None:
    given = read(
        table(
            ("STT", "Thời gian", "Nội dung", "Phụ trách"),
            ("I", "PHẦN NGHI LỄ", "<", "<"),
            ("1", "7h30", "Chào cờ", "Văn phòng"),
            ("GIẢI LAO (9h00 - 9h15)", "<", "<", "<"),
            ("II", "PHẦN NỘI DUNG", "<", "<"),
            ("1", "9h15", "Thảo luận", "Chủ tọa"),
            ("Tổng cộng", "<", "<", "105 phút"),
        )
    )
    assert lines(given) == ["07:30- Chào cờ", "09:00-09:15 GIẢI LAO", "09:15- Thảo luận"]
    assert [item.section for item in given.items] == ["PHẦN NGHI LỄ", "PHẦN NGHI LỄ", "PHẦN NỘI DUNG"]


def test_a_table_without_a_head_is_known_by_its_hours() -> None:
    given = read(
        table(
            ("7h30-8h00", "Đón tiếp đại biểu", "Ban tổ chức"),
            ("8h00-8h10", "Chào cờ", "Toàn thể"),
            ("8h10-8h20", "Khai mạc", "Đ/c Lê Văn Ví, Chủ tịch"),
        )
    )
    assert lines(given) == ["07:30-08:00 Đón tiếp đại biểu", "08:00-08:10 Chào cờ", "08:10-08:20 Khai mạc"]
    assert given.items[2].by == "Đ/c Lê Văn Ví, Chủ tịch"


def test_a_whole_agenda_in_one_row_is_as_many_items_as_it_has_lines() -> None:
    given = read(
        table(
            HEAD,
            (
                "7h30\n8h00\n8h10",
                "Đón tiếp đại biểu\nChào cờ, tuyên bố lý do\nKhai mạc",
                "Ban tổ chức\nVăn phòng\nChủ tịch",
            ),
        )
    )
    assert lines(given) == [
        "07:30- Đón tiếp đại biểu",
        "08:00- Chào cờ, tuyên bố lý do",
        "08:10- Khai mạc",
    ]
    assert [item.by for item in given.items] == ["Ban tổ chức", "Văn phòng", "Chủ tịch"]


def test_a_break_in_another_column_is_an_item() -> None:
    given = read(
        table(
            HEAD,
            ("8h00", "Báo cáo", "Văn phòng"),
            ("9h00-9h15", "", "Giải lao"),
            ("9h15", "Thảo luận", "Chủ tọa"),
        )
    )
    assert lines(given) == ["08:00- Báo cáo", "09:00-09:15 Giải lao", "09:15- Thảo luận"]
    assert given.items[1].by is None


def test_a_column_of_lengths_gives_no_hours() -> None:
    given = read(
        table(
            ("STT", "Nội dung", "Thời lượng"),
            ("1", "Chào cờ", "5 phút"),
            ("2", "Tuyên bố lý do, giới thiệu đại biểu", "10 phút"),
            ("3", "Báo cáo tổng kết", "20"),
            ("4", "Bế mạc", "5"),
            ("", "Tổng", "40 phút"),
        )
    )
    assert [item.length.total_seconds() / 60 for item in given.items if item.length] == [5, 10, 20, 5]
    assert {item.start for item in given.items} == {None}


def test_duties_with_their_limits_are_no_programme() -> None:
    given = read(
        "Phân công nhiệm vụ",
        table(
            ("STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian hoàn thành"),
            ("1", "Chuẩn bị hội trường", "Văn phòng", "Trước 15/3"),
            ("2", "Xây dựng báo cáo tổng kết", "Phòng Nội vụ", "20/3"),
            ("3", "Trang trí khánh tiết", "Phòng Văn hóa", "25/3"),
            ("4", "Đón tiếp đại biểu", "Văn phòng", "7h30 ngày 26/3"),
        ),
    )
    assert given.items == ()
    assert DoubtCode.NO_PROGRAMME in [doubt.code for doubt in given.doubts]


def test_tables_of_two_days_are_one_programme_and_what_follows_is_not() -> None:
    given = read(
        "CHƯƠNG TRÌNH HỘI THẢO",
        "Ngày thứ nhất: 26/12/2023",
        table(HEAD, ("7h30", "Đón tiếp", ""), ("8h00", "Khai mạc", ""), number=1),
        "Ngày thứ hai: 27/12/2023",
        table(HEAD, ("8h00", "Thảo luận", ""), ("1h30", "Bế mạc", ""), number=2),
        "PHÂN CÔNG NHIỆM VỤ",
        table(("STT", "Nội dung công việc", "Người thực hiện"), ("1", "Chuẩn bị tài liệu", "Lan"), number=3),
    )
    assert lines(given) == ["07:30- Đón tiếp", "08:00- Khai mạc", "08:00- Thảo luận", "13:30- Bế mạc"]
    assert [item.day for item in given.items] == ["2023-12-26"] * 2 + ["2023-12-27"] * 2


def test_halls_side_by_side_run_at_once() -> None:
    given = read(
        table(
            ("Thời gian", "Hội trường A", "Hội trường B"),
            ("8h00", "Báo cáo: Toán", "Báo cáo: Lý"),
            ("10h00", "Giải lao", "<"),
        )
    )
    assert lines(given) == ["08:00- Báo cáo: Toán", "08:00- Báo cáo: Lý", "10:00- Giải lao"]


def test_school_years_in_a_table_are_no_hours() -> None:
    given = read(
        table(("Năm học", "Nội dung"), ("2015-2016", "Báo cáo kết quả"), ("2016-2017", "Báo cáo tổng kết"))
    )
    assert given.items == ()


def test_rows_under_one_time_and_presenter_are_parts_of_the_line_that_opens_them() -> None:
    given = read(
        table(
            ("TT", "Thời gian", "Nội dung", "Thực hiện"),
            ("1", "13h30-15h00", "Đại biểu thảo luận tại Tổ về các nội dung:", "Các Tổ"),
            ("^", "^", "Dự thảo Văn kiện", "^"),
            ("^", "^", "Dự thảo Nghị quyết", "^"),
            ("2", "15h00-15h15", "Giải lao", ""),
        )
    )
    assert lines(given)[0] == "13:30-15:00 Đại biểu thảo luận tại Tổ về các nội dung"
    assert lines(given)[-1] == "15:00-15:15 Giải lao"
    assert {item.start for item in given.items[1:-1]} <= {None}


def test_a_cell_across_content_and_presenter_names_nobody() -> None:
    given = read(
        table(HEAD, ("8h00", "Báo cáo", "Văn phòng"), ("9h00", "Nghỉ giải lao", "<"), ("9h15", "Bế mạc", ""))
    )
    assert [item.by for item in given.items] == ["Văn phòng", None, None]


def test_those_who_are_needed_for_a_row_do_it_where_no_other_column_says_who() -> None:
    given = read(
        table(
            ("Thời gian", "Nội dung", "Nhân sự"),
            ("8h00", "Chào cờ", "Đội nghi thức"),
            ("8h10", "Khai mạc", "Hiệu trưởng"),
        )
    )
    assert [item.by for item in given.items] == ["Đội nghi thức", "Hiệu trưởng"]


def test_a_numbered_topic_with_its_own_hours_is_an_item() -> None:
    given = read(
        table(HEAD, ("8h00", "Khai mạc", ""), ("9h00", "Chủ đề 1: “Gạo sạch”", ""), ("10h00", "Bế mạc", ""))
    )
    assert lines(given) == ["08:00- Khai mạc", "09:00- Chủ đề 1: “Gạo sạch”", "10:00- Bế mạc"]


@pytest.mark.parametrize("heading", ["Tham luận", "Tham luận:"])
@pytest.mark.parametrize("marks", [("-", "-"), ("+", "+"), ("1.", "2.")])
def test_a_plain_line_over_marked_ones_in_a_cell_is_their_heading(
    heading: str, marks: tuple[str, str]
) -> None:
    cell = f"{heading}\n{marks[0]} Thôn Đoài: bà Lụa\n{marks[1]} Thôn Thượng: ông Mộc"
    given = read(
        table(
            HEAD,
            ("7h30", "Chào cờ", "Đội nghi lễ"),
            ("8h00-9h00", cell, "Các thôn"),
            ("9h00", "Bế mạc", "Chủ tọa"),
        )
    )
    assert lines(given) == [
        "07:30- Chào cờ",
        "08:00-09:00 Tham luận",
        "-   Thôn Đoài",
        "-   Thôn Thượng",
        "09:00- Bế mạc",
    ]
    assert [(item.kind, item.by) for item in given.items[1:4]] == [
        ("paper", "Các thôn"),
        ("paper", "bà Lụa"),
        ("paper", "ông Mộc"),
    ]


@pytest.mark.parametrize(
    "total",
    [
        ("", "Tổng", "3 giờ", ""),
        ("Tổng cộng", "<", "3 giờ", ""),
        ("", "", "Tổng: 3 giờ", ""),
        ("Tổng: 3 giờ", "", "", ""),
        ("3:00", "Cộng:", "", ""),
        ("", "16 mục", "180 phút", ""),
    ],
)
def test_a_row_that_sums_up_the_others_is_no_item(total: tuple[str, ...]) -> None:
    head = ("Thời gian", "Nội dung", "Thời lượng", "Thực hiện")
    given = read(table(head, ("8h00", "Chào cờ", "15 phút", ""), ("8h15", "Tổng kết", "", "Chủ tọa"), total))
    assert lines(given) == ["08:00- Chào cờ", "08:15- Tổng kết"]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("1 tiếng rưỡi", 90),
        ("2 giờ rưỡi", 150),
        ("nửa tiếng", 30),
        ("tiếng rưỡi", 90),
        ("hai tiếng", 120),
        ("0:15", 15),
        ("1:05:00", 65),
    ],
)
def test_lengths_are_read_as_they_are_spoken_and_as_a_sheet_writes_them(said: str, minutes: int) -> None:
    given = read(
        table(
            ("Thời gian", "Nội dung", "Thời lượng"),
            ("8h00", "Chào cờ", said),
            ("8h30", "Báo cáo", "20 phút"),
            ("11h00", "Thảo luận", ""),
        )
    )
    assert given.items[0].length == timedelta(minutes=minutes)


def test_a_column_named_time_that_holds_spoken_lengths_is_one_of_lengths() -> None:
    given = read(
        "Chương trình hội nghị",
        table(
            ("Thời gian", "Nội dung"),
            ("10 phút", "Chào cờ"),
            ("1 tiếng rưỡi", "Báo cáo"),
            ("8 phút", "Bế mạc"),
        ),
    )
    assert [item.length for item in given.items] == [timedelta(minutes=each) for each in (10, 90, 8)]


def test_a_table_of_acts_with_their_lengths_needs_no_clock_and_no_heading() -> None:
    given = read(
        table(
            ("STT", "Nội dung", "Thời lượng", "Thực hiện"),
            ("1", "Chào cờ", "5 phút", "Đội nghi lễ"),
            ("2", "Báo cáo kết quả", "20 phút", "Phó Chủ tịch"),
            ("3", "Bế mạc", "5 phút", "Chủ tọa"),
        )
    )
    assert [item.title for item in given.items] == ["Chào cờ", "Báo cáo kết quả", "Bế mạc"]
