"""A programme written as lists: in several sittings, with bare numbers, with labels between the hours."""

from __future__ import annotations

from runofshow.documents.document import Line, Place
from runofshow.documents.draft import DraftItem
from runofshow.documents.finding.find import draft_of
from runofshow.documents.finding.lists.pieces import joined
from runofshow.documents.reading.opening import read_pasted


def items(text: str) -> list[DraftItem]:
    return list(draft_of(read_pasted(text)).items)


def titles(text: str) -> list[str]:
    return [f"{'' if item.parent is None else '> '}{item.title}" for item in items(text)]


def test_a_congress_is_read_through_all_its_sittings() -> None:
    assert titles("""CHƯƠNG TRÌNH
ĐẠI HỘI ĐẠI BIỂU HỘI LÀM VƯỜN XÃ AN HÒA
ĐẠI HỘI PHIÊN TRÙ BỊ
1. Chào cờ
2. Bầu Đoàn chủ tịch, Đoàn thư ký
3. Thông qua chương trình, quy chế làm việc
ĐẠI HỘI PHIÊN CHÍNH THỨC
BUỔI SÁNG
1. Văn nghệ chào mừng
2. Khai mạc Đại hội
3. Bầu cử Ban Chấp hành
+ Trình bày đề án nhân sự
+ Thảo luận, biểu quyết
""") == [
        "Chào cờ",
        "Bầu Đoàn chủ tịch, Đoàn thư ký",
        "Thông qua chương trình, quy chế làm việc",
        "Văn nghệ chào mừng",
        "Khai mạc Đại hội",
        "Bầu cử Ban Chấp hành",
        "> Trình bày đề án nhân sự",
        "> Thảo luận, biểu quyết",
    ]


def test_a_section_named_for_its_contents_is_read_as_the_others() -> None:
    assert titles("""Kịch bản chương trình đại hội hội khuyến học
A. Đại hội nội bộ:
I. Nghi thức khai mạc:
1. Lễ chào cờ, hát Quốc ca.
2. Tuyên bố lý do, giới thiệu đại biểu.
II. Nội dung Đại hội nội bộ:
1. Thông qua chương trình Đại hội nội bộ.
2. Báo cáo tình hình hội viên.
3. Thảo luận các nội dung trên.
""") == [
        "Lễ chào cờ, hát Quốc ca",
        "Tuyên bố lý do, giới thiệu đại biểu",
        "Thông qua chương trình Đại hội nội bộ",
        "Báo cáo tình hình hội viên",
        "Thảo luận các nội dung trên",
    ]


def test_what_only_tells_of_the_contents_is_no_section() -> None:
    assert titles("""Chương trình hội nghị
- Nội dung: bàn việc trồng cây
- Chào cờ
- Khai mạc
- Bế mạc
""") == ["Chào cờ", "Khai mạc", "Bế mạc"]


def test_numbers_without_a_full_stop_count_where_they_count_on() -> None:
    found = items("""CHƯƠNG TRÌNH ĐẠI HỘI CHI HỘI
Người thực hiện
1 Chào cờ
2 Bầu chủ tịch đại hội và thư
ký đại hội
3 Diễn văn khai mạc
4 Bầu ban chấp hành:
- Đề án nhân sự của
Ban Chấp hành khóa cũ
- Thảo luận tại hội trường
5 Bế mạc
""")
    assert [item.title for item in found if item.parent is None] == [
        "Chào cờ",
        "Bầu chủ tịch đại hội và thư ký đại hội",
        "Diễn văn khai mạc",
        "Bầu ban chấp hành",
        "Bế mạc",
    ]
    assert [item.number for item in found if item.parent is None] == ["1", "2", "3", "4", "5"]
    assert [item.title for item in found if item.parent is not None] == [
        "Đề án nhân sự của Ban Chấp hành khóa cũ",
        "Thảo luận tại hội trường",
    ]


def test_a_line_that_ends_with_a_stated_reason_is_not_joined_with_the_next() -> None:
    assert titles("""Chương trình hội nghị
Chào cờ, tuyên bố lý do
Khai mạc hội nghị
Bế mạc hội nghị
""") == ["Chào cờ, tuyên bố lý do", "Khai mạc hội nghị", "Bế mạc hội nghị"]


def test_an_hour_before_noon_begins_a_line_of_a_page_and_is_no_torn_word() -> None:
    lines = [
        Line(text=text, place=Place(page=1, paragraph=number))
        for number, text in enumerate(("8.15 am:\tThảo luận nhóm", "10.00 am:\tGiải lao"), 1)
    ]
    assert joined(lines) == lines


FESTIVAL = """CHƯƠNG TRÌNH
* Chương trình diễn ra trong 2 ngày 10, 11/2/2027 tại sân đình làng Vạn.
1. Ngày 10/02/2027 (tức mùng 4 tháng Giêng năm Đinh Mùi)
Buổi sáng:
+ 7h00 - 11h00: Tổng duyệt chương trình.
+ 14h00 - 17h00: Hội nghị tổng kết.
- Địa điểm: Nhà văn hóa.
- Thành phần: Các cụ cao niên, trưởng các chi, con cháu ở xa về, ban khánh tiết và khách của làng
Buổi tối:
+ 19h00: Văn nghệ.
2. Ngày 11/02/2027 (tức 5 tháng Giêng Đinh Mùi)
+ 7h30: Dâng hương.
+ 9h00: Bế mạc.
"""


def test_a_place_and_guests_between_two_days_do_not_end_the_programme() -> None:
    assert [item.title for item in items(FESTIVAL)] == [
        "Tổng duyệt chương trình",
        "Hội nghị tổng kết",
        "Văn nghệ",
        "Dâng hương",
        "Bế mạc",
    ]


def test_guests_behind_the_last_hour_still_end_it() -> None:
    assert titles("""Chương trình hội nghị
8h00: Chào cờ
8h10: Khai mạc
11h00: Bế mạc
- Thành phần: Các cụ cao niên, trưởng các chi, con cháu ở xa về, ban khánh tiết và khách của làng
- Trao quà cho các cụ tại nhà riêng do ban khánh tiết lo
""") == ["Chào cờ", "Khai mạc", "Bế mạc"]


def test_a_list_under_tien_hanh_is_a_programme_and_what_is_prepared_is_not() -> None:
    assert titles("""GỢI Ý HỌP TỔ DÂN PHỐ
Chuẩn bị:
1. In danh sách
2. Kê bàn ghế
3. Phân công người dẫn
Tiến hành:
1. Giới thiệu đại biểu, chủ trì, thư ký
2. Tổ trưởng báo cáo tình hình
3. Thảo luận
4. Thư ký đọc biên bản
""") == [
        "Giới thiệu đại biểu, chủ trì, thư ký",
        "Tổ trưởng báo cáo tình hình",
        "Thảo luận",
        "Thư ký đọc biên bản",
    ]


def test_a_date_and_hour_before_the_colon_of_a_long_line_are_its_time() -> None:
    long = " của các đội văn nghệ trong làng" * 3
    found = items(f"""Chương trình lễ hội làng Vạn
- 15 giờ ngày 24/4/2027 (chiều thứ bảy): Dâng hương tại đài tưởng niệm
- 19 giờ 30 phút ngày 24/4/2027 (tối thứ bảy): Khai mạc đêm biểu diễn{long}
- 15 giờ ngày 25/4/2027 (chiều chủ nhật): Khai mạc lễ công bố quyết định{long}
""")
    assert [f"{item.start:%H:%M} {item.title.split()[0]}" for item in found] == [
        "15:00 Dâng",
        "19:30 Khai",
        "15:00 Khai",
    ]
    assert [item.day for item in found] == ["2027-04-24", "2027-04-24", "2027-04-25"]


def test_a_date_and_hour_before_an_act_and_those_who_act_beneath_are_read() -> None:
    found = items("""Chương trình làm việc đại hội
20/01/2027 6h30: Các đại biểu dâng hương
8h00: Họp phiên trù bị
Thông qua quy chế làm việc
Chiều: Đại biểu nghiên cứu tài liệu
21/01/2027 8h00: Khai mạc Đại hội
Chủ tịch Hội Nguyễn Văn A đọc diễn văn khai mạc
23/01/2027 Sáng: Tiếp tục thảo luận các văn kiện
Bế mạc
""")
    assert [(item.day, item.title, item.parent is not None) for item in found] == [
        ("2027-01-20", "Các đại biểu dâng hương", False),
        ("2027-01-20", "Họp phiên trù bị", False),
        ("2027-01-20", "Thông qua quy chế làm việc", True),
        ("2027-01-20", "Đại biểu nghiên cứu tài liệu", False),
        ("2027-01-21", "Khai mạc Đại hội", False),
        ("2027-01-21", "Chủ tịch Hội Nguyễn Văn A đọc diễn văn khai mạc", True),
        ("2027-01-23", "Tiếp tục thảo luận các văn kiện", False),
        ("2027-01-23", "Bế mạc", False),
    ]


def test_when_a_page_was_posted_is_no_item() -> None:
    assert titles("""CHƯƠNG TRÌNH LỄ GIỖ TỔ
Ngày đăng: 19/08/2027, 08:52 am
7h00: Đón tiếp các chi
8h00: Lễ tế tổ
9h00: Bế mạc
""") == ["Đón tiếp các chi", "Lễ tế tổ", "Bế mạc"]


def test_a_city_with_a_point_in_its_short_name_is_no_time_left_open() -> None:
    assert titles("""Chương trình hội nghị
- Chào cờ
- Lãnh đạo TP. Hồ Chí Minh phát biểu
- Đại diện Q. Hoàn Kiếm trao quà
- …h…: Bế mạc
""") == [
        "Chào cờ",
        "Lãnh đạo TP. Hồ Chí Minh phát biểu",
        "Đại diện Q. Hoàn Kiếm trao quà",
        "Bế mạc",
    ]


def test_a_plan_that_gives_two_sittings_under_its_contents_is_read() -> None:
    assert titles("""KẾ HOẠCH
ĐẠI HỘI ĐẠI BIỂU TRƯỜNG AN HÒA
I. MỤC ĐÍCH
- Tổng kết công tác.
II. NỘI DUNG:
1. Đại hội trù bị:
- Thời gian: 16 giờ 20 phút ngày 24/10/2027
- Dự trù đoàn chủ tịch, đoàn thư ký
- Thông qua dự thảo văn kiện
- Dự trù tổ bầu cử
2. Đại hội chính thức
- Báo cáo thẩm tra tư cách đại biểu.
- Diễn văn khai mạc.
- Bầu ban chấp hành.
""") == [
        "Dự trù đoàn chủ tịch, đoàn thư ký",
        "Thông qua dự thảo văn kiện",
        "Dự trù tổ bầu cử",
        "Báo cáo thẩm tra tư cách đại biểu",
        "Diễn văn khai mạc",
        "Bầu ban chấp hành",
    ]


def test_the_act_behind_the_name_of_a_half_day_stands_beside_those_beneath_it() -> None:
    assert titles("""CHƯƠNG TRÌNH LỄ HỘI
Ngày 30-3-2027
Sáng - 6h00 đến 7h00: tập trung tại sân đình
- 7h00 đến 7h30: khai mạc lễ hội
- 7h30 đến 8h30: rước kiệu
Chiều - 13h30 đến 18h30: dâng hương
- 18h30: bế mạc
""") == ["tập trung tại sân đình", "khai mạc lễ hội", "rước kiệu", "dâng hương", "bế mạc"]


def test_small_pictures_before_the_lines_of_a_post_are_bullets() -> None:
    assert titles("""🌷 Chương trình lễ hội
👉 Đón tiếp đại biểu
👉 Khai mạc
✅ Dâng hương
""") == ["Đón tiếp đại biểu", "Khai mạc", "Dâng hương"]


def test_dotted_hours_before_the_lines_are_hours() -> None:
    given = items("""CHƯƠNG TRÌNH HỘI NGHỊ TỔNG KẾT
7.30 Đón tiếp đại biểu
8.00 Chào cờ
8.15 Khai mạc
9.00 Bế mạc
""")
    assert [f"{item.start:%H:%M} {item.title}" for item in given if item.start] == [
        "07:30 Đón tiếp đại biểu",
        "08:00 Chào cờ",
        "08:15 Khai mạc",
        "09:00 Bế mạc",
    ]
    assert [item.number for item in given] == [None] * 4


def test_a_second_day_may_write_its_hours_with_dots() -> None:
    given = items("""CHƯƠNG TRÌNH HỘI NGHỊ TẬP HUẤN
Ngày thứ nhất (12/5/2031)
7h00 Đón tiếp đại biểu
8h00 Khai mạc
9h30 Báo cáo chuyên đề
Ngày thứ hai (13/5/2031)
- 7.30 Thảo luận
- 8.45 Biểu quyết
- 1.30 Trao giấy chứng nhận
- 2.00 Bế mạc
""")
    assert [f"{item.start:%H:%M}" for item in given if item.start][3:] == ["07:30", "08:45", "13:30", "14:00"]


def test_two_dotted_hours_among_plain_ones_are_hours() -> None:
    given = items("""CHƯƠNG TRÌNH HỘI NGHỊ TẬP HUẤN
Ngày thứ nhất
7h00 Đón tiếp đại biểu
8h00 Khai mạc
9h30 Báo cáo chuyên đề
Ngày thứ hai
7.30 Thảo luận
9.00 Bế mạc
""")
    assert [f"{item.start:%H:%M}" for item in given if item.start][3:] == ["07:30", "09:00"]


def test_numbers_of_two_parts_are_no_hours() -> None:
    given = items("""CHƯƠNG TRÌNH HỘI NGHỊ TỔNG KẾT
1.10 Chào cờ
1.11 Khai mạc
1.12 Thảo luận
1.13 Bế mạc
""")
    assert [(item.start, item.number) for item in given] == [
        (None, "1.10"),
        (None, "1.11"),
        (None, "1.12"),
        (None, "1.13"),
    ]


def test_an_act_without_a_number_after_numbered_parts_is_an_item() -> None:
    assert titles("""CHƯƠNG TRÌNH HỘI NGHỊ TỔNG KẾT
7h30: Chào cờ
8h00: Tham luận
1. Trường An Hòa
2. Trạm Y tế xã
giải lao
8h30: Tham luận
1. Hội Làm vườn
2. Hội Nuôi ong
Phát biểu chỉ đạo
9h00: Thảo luận
bế mạc
""") == [
        "Chào cờ",
        "Tham luận",
        "> Trường An Hòa",
        "> Trạm Y tế xã",
        "giải lao",
        "Tham luận",
        "> Hội Làm vườn",
        "> Hội Nuôi ong",
        "Phát biểu chỉ đạo",
        "Thảo luận",
        "bế mạc",
    ]


def test_what_is_listed_under_papers_are_papers() -> None:
    given = items(
        "CHƯƠNG TRÌNH HỘI NGHỊ\n7h30: Chào cờ\n8h00: Tham luận\n1. Trường An Hòa\n"
        "2. Trạm Y tế xã\n9h00: Bế mạc\n"
    )
    assert [item.kind for item in given if item.parent is not None] == ["paper", "paper"]
