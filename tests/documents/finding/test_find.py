"""A document's programme becomes items, and what only stands beside it does not."""

from __future__ import annotations

from datetime import time

from runofshow.documents.document import Document
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_pasted


def draft(text: str) -> Draft:
    return draft_of(document(text))


def document(text: str) -> Document:
    return read_pasted(text)


def lines(given: Draft) -> list[str]:
    """Start, end and words of each item, a part stepped in."""
    return [
        f"{clock(item.start)}-{clock(item.end)} {'' if item.parent is None else '  '}{item.title}"
        for item in given.items
    ]


def clock(at: time | None) -> str:
    return "" if at is None else f"{at:%H:%M}"


PLAN = """KẾ HOẠCH
Tổ chức Hội nghị tổng kết công tác thi đua năm 2025
I. MỤC ĐÍCH
1. Tổng kết phong trào thi đua năm 2025
- Báo cáo, đánh giá kết quả; biểu dương, khen thưởng các tập thể.
II. NỘI DUNG
1. Thành phần
- Thường trực Ủy ban nhân dân.
- Lãnh đạo các phòng, ban.
2. Nội dung, chương trình Hội nghị
- Văn nghệ chào mừng.
- Tuyên bố lý do, giới thiệu đại biểu.
- Báo cáo tổng kết.
- Thảo luận.
- Bế mạc Hội nghị.
3. Trang trí
- Hoa sân khấu.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
- Chuẩn bị báo cáo tổng kết; thực hiện công tác khen thưởng.
Nơi nhận:
- Ủy ban nhân dân tỉnh;
"""


def test_only_the_programme_of_a_plan_becomes_items() -> None:
    assert lines(draft(PLAN)) == [
        "- Văn nghệ chào mừng",
        "- Tuyên bố lý do, giới thiệu đại biểu",
        "- Báo cáo tổng kết",
        "- Thảo luận",
        "- Bế mạc Hội nghị",
    ]


def test_a_plan_without_a_programme_gives_no_items_and_says_so() -> None:
    without = PLAN[: PLAN.index("2. Nội dung")] + PLAN[PLAN.index("3. Trang trí") :]
    given = draft(without)
    assert given.items == ()
    assert DoubtCode.NO_PROGRAMME in [doubt.code for doubt in given.doubts]


def test_a_line_with_its_hours_heads_the_parts_beneath_it() -> None:
    given = draft(
        "CHƯƠNG TRÌNH ĐẠI HỘI\nNgày thứ nhất (6/12/2025)\nBuổi sáng:\n"
        "- 7-9h: Các đoàn vào viếng\n- 9-11h: Họp trù bị\n+ Phổ biến chương trình\n"
        "+ Báo cáo thành phần đại biểu\n"
        "Buổi chiều:\n- 1h30: Giao lưu\n"
    )
    assert lines(given) == [
        "07:00-09:00 Các đoàn vào viếng",
        "09:00-11:00 Họp trù bị",
        "-   Phổ biến chương trình",
        "-   Báo cáo thành phần đại biểu",
        "13:30- Giao lưu",
    ]
    assert {item.day for item in given.items} == {"2025-12-06"}
    assert given.items[-1].guessed == ("start",)


def test_what_shares_one_span_takes_it_as_a_guess() -> None:
    given = draft(
        "CHƯƠNG TRÌNH HỘI NGHỊ\n7h30 - 8h00:\n"
        "❖ Đón tiếp đại biểu\n❖ Văn nghệ chào mừng\n8h00: Chào cờ\n8h10: Khai mạc"
    )
    assert lines(given) == [
        "07:30-08:00 Đón tiếp đại biểu",
        "07:30-08:00 Văn nghệ chào mừng",
        "08:00- Chào cờ",
        "08:10- Khai mạc",
    ]
    assert given.items[0].guessed == ("start", "end")


def test_each_hour_of_an_afternoon_is_after_the_morning_s() -> None:
    given = draft(
        "CHƯƠNG TRÌNH\n11.15 - 12.15 Thảo luận\n12.15 - 1.00 Nghỉ trưa\n"
        "1.00 - 2.30 Báo cáo\n2.30 - 2.45 Bế mạc"
    )
    assert lines(given) == [
        "11:15-12:15 Thảo luận",
        "12:15-13:00 Nghỉ trưa",
        "13:00-14:30 Báo cáo",
        "14:30-14:45 Bế mạc",
    ]
    assert given.items[2].guessed == ("start", "end")


def test_one_sentence_that_lists_all_is_as_many_items() -> None:
    given = draft("Chương trình: Chào cờ; tuyên bố lý do, giới thiệu đại biểu; báo cáo tổng kết; bế mạc.")
    assert [item.kind for item in given.items] == ["flag_salute", "introduction", "report", "closing"]


def test_a_table_pasted_one_cell_a_line_keeps_its_columns() -> None:
    given = draft(
        "CHƯƠNG TRÌNH HỘI NGHỊ\nThời gian\nNội dung\nNgười thực hiện\n7h30 - 8h00\nĐón tiếp đại biểu\n"
        "Ban Tổ chức\n8h00 - 8h10\nPhát biểu khai mạc\nĐ/c Lê Văn Ví, Giám đốc\n9h00\nGiải lao\n9h15\nBế mạc"
    )
    assert lines(given) == [
        "07:30-08:00 Đón tiếp đại biểu",
        "08:00-08:10 Phát biểu khai mạc",
        "09:00- Giải lao",
        "09:15- Bế mạc",
    ]
    assert [item.by for item in given.items] == ["Ban Tổ chức", "Đ/c Lê Văn Ví, Giám đốc", None, None]


def test_what_a_report_is_about_is_no_part_of_the_programme() -> None:
    given = draft(
        "NỘI DUNG CHƯƠNG TRÌNH\n1. Khai mạc\n- Bí thư tuyên bố lý do.\n- Thông qua chương trình.\n"
        "2. Báo cáo kết quả tháng 3\n- Công tác xây dựng Đảng.\n- Công tác dân vận.\n3. Kết luận, bế mạc"
    )
    assert lines(given) == [
        "- Khai mạc",
        "-   Bí thư tuyên bố lý do",
        "-   Thông qua chương trình",
        "- Báo cáo kết quả tháng 3",
        "- Kết luận, bế mạc",
    ]


def test_acts_above_their_times_take_the_time_beneath_them() -> None:
    given = draft(
        "Đón tiếp đại biểu\n7h00 - 7h30\nChào cờ\n7h30 - 7h45\nBáo cáo tổng kết\n7h45 - 8h30\nBế mạc\n8h30"
    )
    assert lines(given) == [
        "07:00-07:30 Đón tiếp đại biểu",
        "07:30-07:45 Chào cờ",
        "07:45-08:30 Báo cáo tổng kết",
        "08:30- Bế mạc",
    ]


def test_hours_without_any_mark_are_read_at_the_front_of_a_line() -> None:
    given = draft("WORKSHOP PROGRAM\n0830-0900 Registration\n0900-0915 Opening remarks\n1400-- City tour")
    assert lines(given) == ["08:30-09:00 Registration", "09:00-09:15 Opening remarks", "14:00- City tour"]


def test_a_bare_start_is_that_of_the_first_line_beneath_it() -> None:
    given = draft(
        "CHƯƠNG TRÌNH ĐẠI HỘI\n17:00\nĐón tiếp đại biểu\n17:30\nChào cờ\nBáo cáo tổng kết\nBế mạc Đại hội"
    )
    assert lines(given) == [
        "17:00- Đón tiếp đại biểu",
        "17:30- Chào cờ",
        "- Báo cáo tổng kết",
        "- Bế mạc Đại hội",
    ]


def test_what_the_mc_says_and_whom_he_greets_are_no_items() -> None:
    given = draft(
        "KỊCH BẢN CHƯƠNG TRÌNH ĐẠI HỘI\n1. Chào cờ\nKính mời quý đại biểu đứng dậy làm lễ chào cờ.\n"
        "- Nghiêm!\n- Chào cờ - Chào!\n2. Giới thiệu đại biểu\n- Đồng chí Lê Văn Ví, Bí thư\n"
        "- Đồng chí Trần Thị Dụ, Hiệu trưởng\n"
        "3. Báo cáo tổng kết\nXin mời đồng chí Bí thư trình bày.\n4. Bế mạc\nXin trân trọng cảm ơn!"
    )
    assert lines(given) == ["- Chào cờ", "- Giới thiệu đại biểu", "- Báo cáo tổng kết", "- Bế mạc"]
    assert "Nghiêm!" in given.items[0].mc


def test_a_list_of_papers_is_no_programme() -> None:
    given = draft(
        "DANH SÁCH THAM LUẬN\n1. Tham luận của Phòng Giáo dục: đổi mới\n2. Tham luận của Trường Ví: dạy số\n"
        "3. Tham luận của Hội Phụ nữ: thi đua\n4. Báo cáo của Trung tâm Dụ"
    )
    assert given.items == ()


def test_of_two_full_programmes_the_first_is_taken_and_both_are_named() -> None:
    text = (
        "II. LỄ KHAI GIẢNG\n1. Chương trình:\n- 7h30: Đón học sinh\n- 8h00: Chào cờ\n- 8h10: Khai giảng\n"
        "- 9h00: Bế mạc\nIII. HỘI NGHỊ VIÊN CHỨC\n1. Chương trình:\n- 14h00: Chào cờ\n- 14h10: Báo cáo\n"
        "- 15h00: Thảo luận\n- 16h00: Bế mạc"
    )
    given = draft(text)
    assert [item.title for item in given.items][:2] == ["Đón học sinh", "Chào cờ"]
    doubt = next(doubt for doubt in given.doubts if doubt.code is DoubtCode.CHOSEN_PROGRAMME)
    assert dict(doubt.about) == {
        "count": "2",
        "name": "LỄ KHAI GIẢNG: Chương trình",
        "others": "HỘI NGHỊ VIÊN CHỨC: Chương trình",
    }
    other = draft_of(document(text), choice=1)
    assert [item.title for item in other.items][:2] == ["Chào cờ", "Báo cáo"]


def test_hours_that_overlap_keep_the_paper_s_order_and_are_told() -> None:
    given = draft("CHƯƠNG TRÌNH\n8h00 - 8h30: Đón tiếp đại biểu\n8h10 - 8h20: Chào cờ\n8h20 - 9h00: Báo cáo")
    assert lines(given)[:2] == ["08:00-08:30 Đón tiếp đại biểu", "08:10-08:20 Chào cờ"]
    told = [dict(doubt.about) for doubt in given.doubts if doubt.code is DoubtCode.OVERLAP]
    assert told == [{"title": "Chào cờ", "start": "08:10", "before": "Đón tiếp đại biểu", "end": "08:30"}]


def test_an_end_after_midnight_stays_what_it_is() -> None:
    given = draft("CHƯƠNG TRÌNH\n19h00 - 20h00: Khai mạc\n20h00 - 1h00: Giao lưu văn nghệ")
    assert lines(given)[1] == "20:00-01:00 Giao lưu văn nghệ"


def test_a_heading_under_which_only_pauses_stand_does_not_stop_the_reader() -> None:
    read = draft(
        "CHƯƠNG TRÌNH\n6h00 Văn nghệ\nNghỉ trưa\n7h00 Chào cờ\nGiải lao\nNghỉ giải lao\n8h00 Khai mạc\n"
        "Ăn trưa\n9h00 Bế mạc"
    )
    assert read.items


def test_tables_pasted_one_cell_a_line_keep_their_half_days_and_their_bullets() -> None:
    given = draft(
        "Chương trình Đại hội\nNGÀY THỨ NHẤT: Ngày 07 tháng 8 năm 2023\nBuổi sáng: Từ 07 giờ 30 đến 11 giờ\n"
        "TT\nNội dung\nThực hiện\n1\nCác đoàn tập trung\nBan Tổ chức\n2\nNhận tài liệu\n3\n- Dâng hoa\n"
        "- Họp trưởng đoàn\nBuổi chiều: từ 13 giờ 30 phút\nTT\nNội dung\nThực hiện\n1\nChào cờ\nBan Tổ chức\n"
        "2\nBế mạc"
    )
    assert [(item.title, item.by) for item in given.items] == [
        ("Các đoàn tập trung", "Ban Tổ chức"),
        ("Nhận tài liệu", None),
        ("Dâng hoa", None),
        ("Họp trưởng đoàn", None),
        ("Chào cờ", "Ban Tổ chức"),
        ("Bế mạc", None),
    ]
    assert {item.day for item in given.items} == {"2023-08-07"}


def test_numbers_inside_one_line_part_it() -> None:
    given = draft(
        "Nội dung chương trình:\n1.Chào cờ (Khánh) 2.Giới thiệu đại biểu (Thủy) 3.Phát biểu 4.Bế mạc"
    )
    assert [item.number for item in given.items] == ["1", "2", "3", "4"]
