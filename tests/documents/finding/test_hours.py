"""Clock times as people write them are read, and what only looks like one is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.documents.finding.times.hours import hours_in, hours_of_cell, length_in


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("7h30 - 8h00: Đón tiếp", "07:30", "08:00", "Đón tiếp"),
        ("8h00 – 8h05 Chào cờ", "08:00", "08:05", "Chào cờ"),
        ("7h15'-7h30'", "07:15", "07:30", ""),
        ("10h45’-11h00’", "10:45", "11:00", ""),
        ("07:30 - 08:00", "07:30", "08:00", ""),
        ("7h-7h30", "07:00", "07:30", ""),
        ("8h40-9h", "08:40", "09:00", ""),
        ("- 7-9h: Các đoàn vào viếng", "07:00", "09:00", "- Các đoàn vào viếng"),
        ("14-15h30: Giao lưu", "14:00", "15:30", "Giao lưu"),
        ("17 giờ 30 phút đến 18 giờ 30 phút: Đón khách", "17:30", "18:30", "Đón khách"),
        ("19 giờ 30 đến 20 giờ 25", "19:30", "20:25", ""),
        ("Từ 7 giờ đến 7 giờ 30:", "07:00", "07:30", ""),
        ("08 giờ 00, ngày 20/11/2023: Khai mạc", "08:00", None, "ngày 20/11/2023: Khai mạc"),
        ("Văn nghệ (21 giờ)", "21:00", None, "Văn nghệ"),
        ("Buổi sáng từ 8-12h:", "08:00", "12:00", "Buổi sáng"),
        ("Khai mạc Đại hội: 09h00", "09:00", None, "Khai mạc Đại hội"),
        ("1. Đón tiếp (8:00 - 8:15)", "08:00", "08:15", "1. Đón tiếp"),
        ("Văn nghệ (8h00 – 8h20): 03 tiết mục", "08:00", "08:20", "Văn nghệ: 03 tiết mục"),
        ("8am-9:45am Workshop", "08:00", "09:45", "Workshop"),
        ("1:00 – 1:30 PM Lunch", "13:00", "13:30", "Lunch"),
        ("7g30 Đón khách", "07:30", None, "Đón khách"),
        ("7h30’ Tập trung", "07:30", None, "Tập trung"),
        ("Lúc 11 giờ 00 phút: Bế mạc", "11:00", None, "Bế mạc"),
        ("12.15 - 1.00 Nghỉ trưa", "12:15", "01:00", "Nghỉ trưa"),
        ("9.:15 Giải lao", "09:15", None, "Giải lao"),
    ],
)
def test_a_line_gives_its_time_and_keeps_its_words(text: str, start: str, end: str | None, rest: str) -> None:
    hours = hours_in(text)
    assert hours is not None
    assert hours.start is not None
    assert f"{hours.start:%H:%M}" == start
    assert (None if hours.end is None else f"{hours.end:%H:%M}") == end
    assert hours.rest == rest
    assert hours.sure


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2025 – 2030",
        "(2015 - 2020)",
        "6-7/12/2015",
        "ngày 30/4",
        "từ 3 - 4 tham luận",
        "Thông tư 12/2026/TT-BTC",
        "Đội 01 đến 05",
        "khóa 2002-2005",
        "Nhạc hiệu 10s",
        "12 học sinh nhận thưởng",
        "1.1. Báo cáo",
        "Báo cáo tham luận (15 phút)",
    ],
)
def test_years_dates_counts_and_lengths_are_no_times(text: str) -> None:
    assert hours_in(text) is None


@pytest.mark.parametrize(("text", "end"), [("7h308h00 Đón tiếp", "08:00"), ("7h30800", "08:00")])
def test_hours_that_lost_their_dash_are_read_and_doubted(text: str, end: str) -> None:
    hours = hours_in(text)
    assert hours is not None
    assert hours.end is not None
    assert f"{hours.end:%H:%M}" == end
    assert not hours.sure


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("0900-1000", "09:00", "10:00"),
        ("1400--", "14:00", None),
        ("7.30 - 8.00", "07:30", "08:00"),
        ("7h30\n8h00", "07:30", "08:00"),
        ("8 - 9", "08:00", "09:00"),
        ("8h30 -", "08:30", None),
    ],
)
def test_a_cell_of_a_column_of_times_says_less_and_means_a_time(
    text: str, start: str, end: str | None
) -> None:
    hours = hours_of_cell(text)
    assert hours is not None
    assert hours.start is not None
    assert f"{hours.start:%H:%M}" == start
    assert (None if hours.end is None else f"{hours.end:%H:%M}") == end


@pytest.mark.parametrize("text", ["2023", "01", "20/11", "Hội trường A"])
def test_a_year_a_number_and_a_date_in_such_a_cell_are_no_times(text: str) -> None:
    assert hours_of_cell(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30'", 30), ("15 phút", 15), ("60 - 90 phút", 90), ("2 tiếng", 120), ("1/2 ngày", 240)],
)
def test_a_length_is_read_as_one(text: str, minutes: int) -> None:
    found = length_in(text, clock=False)
    assert found is not None
    assert found[0] == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("Đón học sinh từ 7h15’ – 7h30’ (Thầy Bình)", "07:15", "07:30", "Đón học sinh (Thầy Bình)"),
        ("Sau 11g00 : Tiễn khách", "11:00", None, "Tiễn khách"),
    ],
)
def test_hours_before_a_bracket_and_hours_after_which(
    text: str, start: str, end: str | None, rest: str
) -> None:
    hours = hours_in(text)
    assert hours is not None
    assert hours.start is not None
    assert f"{hours.start:%H:%M}" == start
    assert (None if hours.end is None else f"{hours.end:%H:%M}") == end
    assert hours.rest == rest
