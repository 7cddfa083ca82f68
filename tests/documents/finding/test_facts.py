"""What a plan says of its conference beside the programme, and what a careful reader asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_document, read_pasted
from runofshow.documents.saying import sentence
from runofshow.texts import Language

PLANS = Path(__file__).parent.parent / "plans"


def plan(name: str) -> Draft:
    return draft_of(read_document(PLANS / f"{name}.txt"))


def draft(text: str) -> Draft:
    return draft_of(read_pasted(text))


def codes(given: Draft) -> set[str]:
    return {doubt.code.value for doubt in given.doubts}


def deadlines(given: Draft) -> set[tuple[str, str]]:
    """The limit as written, and who keeps it."""
    return {(each.text, each.who or "") for each in given.deadlines}


# the four plans


def test_the_head_of_ninh_hoa() -> None:
    read = plan("ninh-hoa-2020")
    assert read.title == (
        "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019 và phát động phong trào thi đua năm 2020"
    )
    assert read.organiser == "UBND thị xã Ninh Hòa"
    assert read.venue == "Hội trường A – UBND thị xã Ninh Hòa"
    assert (read.day, read.tentative) == (date(2020, 3, 27), True)
    assert read.date_text == "Dự kiến ngày 27/3/2020 (Có Giấy mời sau)"
    assert (read.delegates, read.chair_panel, read.guessed) == (150, None, ())
    facts = dict(read.facts)
    assert (facts["acts"], facts["clip"]) == ("03 tiết mục văn nghệ", "khoảng 15 phút")
    assert [
        office in facts["papers"] for office in ("Liên đoàn Lao động", "Phòng Kinh tế", "Phòng Y tế")
    ] == [True] * 3


def test_the_limits_and_duties_of_ninh_hoa() -> None:
    read = plan("ninh-hoa-2020")
    [limit] = read.deadlines
    assert (limit.day, limit.text) == (date(2020, 3, 20), "trước ngày 20/3/2020")
    assert "tham luận" in limit.what
    given = {each.who: each.what for each in read.assignments}
    assert {
        "Văn phòng HĐND và UBND thị xã",
        "Phòng Nội vụ thị xã",
        "Trung tâm Văn hóa – Thông tin và Thể thao thị xã",
        "Phòng Tài chính – Kế hoạch thị xã",
        "Liên đoàn Lao động thị xã",
        "Phòng Kinh tế",
        "Phòng Y tế",
    } <= set(given)
    assert given["Văn phòng HĐND và UBND thị xã"] == "Chuẩn bị hội trường"


def test_what_ninh_hoa_leaves_open() -> None:
    assert codes(plan("ninh-hoa-2020")) == {
        "no_hours",
        "tentative_date",
        "no_flag_salute",
        "no_opening",
        "clip_not_placed",
        "exchange_not_placed",
        "launch_after_directive",
    }


def test_the_head_of_ha_noi() -> None:
    read = plan("ha-noi-2020")
    assert read.title == "Hội nghị điển hình tiên tiến ngành Văn hóa và Thể thao Hà Nội"
    assert read.organiser == "Sở Văn hoá và Thể thao"
    assert (read.venue, read.day, read.delegates) == (None, None, None)
    assert read.date_text == "01 ngày vào tháng 5/2020"
    facts = dict(read.facts)
    assert facts["duration"] == "01 ngày"
    assert facts["papers"].count("Lựa chọn 01 gương điển hình tiên tiến") == 2


def test_the_limits_and_duties_of_ha_noi() -> None:
    read = plan("ha-noi-2020")
    assert deadlines(read) == {
        ("cuối Quý I/2020", "Văn phòng Sở"),
        ("trước ngày 31/5/2020", "Văn phòng Sở"),
        ("trước ngày 25/4/2020", "Các phòng chuyên môn nghiệp vụ thuộc Sở"),
        ("trước ngày 25/4/2020", "Phòng Quản lý Thể dục thể thao"),
        ("trước ngày 25/4/2020", "Phòng Quản lý Di sản"),
        ("trước ngày 10/3/2020", "Các đơn vị sự nghiệp thuộc Sở"),
        ("trước ngày 25/4/2020", "Các đơn vị sự nghiệp thuộc Sở"),
    }
    assert {each.day for each in read.deadlines} == {
        date(2020, 3, 31),
        date(2020, 5, 31),
        date(2020, 4, 25),
        date(2020, 3, 10),
    }
    assert {
        "Văn phòng Sở",
        "Phòng Kế hoạch Tài chính",
        "Phòng Quản lý Nghệ thuật",
        "Báo Màn ảnh Sân khấu",
    } <= {each.who for each in read.assignments}


def test_what_ha_noi_leaves_open() -> None:
    assert codes(plan("ha-noi-2020")) == {
        "no_hours",
        "no_day",
        "noise",
        "due_too_soon",
        "half_day_list",
        "joined",
    }


def test_the_head_of_tp_hcm() -> None:
    read = plan("tp-hcm-2019")
    assert read.title == "Hội nghị sơ kết 05 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị"
    assert read.organiser == "Hội đồng Thi đua - Khen thưởng thành phố"
    assert read.venue == "Hội trường 272, đường Võ Thị Sáu, phường 7, quận 3"
    assert (read.day, read.date_text, read.tentative) == (None, "dự kiến tháng 11 năm 2019", True)
    assert (read.delegates, read.chair_panel) == (300, "Chủ tịch Hội đồng Thi đua - Khen thưởng thành phố")
    assert dict(read.facts) == {
        "papers": "từ 3 - 4 tham luận",
        "opening_acts": "văn nghệ đầu giờ 30 phút",
        "snack": "ăn nhẹ giữa giờ",
    }
    assert {each.day for each in read.deadlines} == {date(2019, 9, 30), date(2019, 11, 30)}


def test_what_tp_hcm_leaves_open() -> None:
    assert codes(plan("tp-hcm-2019")) == {
        "no_hours",
        "tentative_date",
        "no_flag_salute",
        "no_opening",
        "break_not_placed",
        "award_after_directive",
        "count_not_time",
        "several_speakers",
    }


def test_the_head_of_bim_son_is_that_of_the_town() -> None:
    read = plan("bim-son-2020")
    assert read.title == "Hội nghị điển hình tiên tiến các cấp"
    assert read.organiser == "Ủy ban nhân dân thị xã Bim Sơn"
    assert (read.day, read.date_text) == (None, "1/2 ngày, hoàn thành trước ngày 20/6/2020")
    assert read.delegates == 300
    assert read.chair_panel is not None
    assert "từ 5 đến 7 người" in read.chair_panel
    assert {each.day for each in read.deadlines} == {
        date(2020, 3, 31),
        date(2020, 6, 20),
        date(2020, 3, 20),
        date(2020, 4, 15),
        date(2019, 10, 31),
        date(2019, 11, 15),
    }


def test_what_bim_son_leaves_open() -> None:
    assert codes(plan("bim-son-2020")) == {
        "no_hours",
        "no_day",
        "two_editions",
        "exactly",
        "due_too_soon",
        "joined",
    }


# what other papers look like

LIST = """Chương trình:
- Chào cờ
- Tuyên bố lý do, giới thiệu đại biểu
- Khai mạc
- Báo cáo tổng kết
- Bế mạc
"""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "KẾ HOẠCH\nTổ chức Hội nghị tổng kết năm học 2025 - 2026\n",
            "Hội nghị tổng kết năm học 2025 - 2026",
        ),
        ("KẾ HOẠCH\nTổ chức “Ngày hội đọc sách” năm 2026\n", "Ngày hội đọc sách năm 2026"),
        ("HỘI THẢO\n“CHUYỂN ĐỔI SỐ”\nCHƯƠNG TRÌNH\n", "HỘI THẢO “CHUYỂN ĐỔI SỐ”"),
        ("V/v mời dự Hội nghị tổng kết năm 2026\nKính gửi: Quý cơ quan\n", "Hội nghị tổng kết năm 2026"),
        ("Ngày hội Đọc sách phường A (12/09/26)\n", "Ngày hội Đọc sách phường A"),
        ("CHUYẾN HỌC TẬP KINH NGHIỆM LẦN 3\n", "CHUYẾN HỌC TẬP KINH NGHIỆM LẦN 3"),
        ("INTERNATIONAL CONFERENCE ON GREEN ENERGY\n", "INTERNATIONAL CONFERENCE ON GREEN ENERGY"),
        ("CHƯƠNG TRÌNH\nHỘI THẢO CHUYỂN ĐỔI SỐ NĂM 2026\n", "HỘI THẢO CHUYỂN ĐỔI SỐ NĂM 2026"),
        ("Chương trình Đại hội Chi đoàn nhiệm kỳ 2026 - 2027\n", "Đại hội Chi đoàn nhiệm kỳ 2026 - 2027"),
        (
            "GIẤY MỜI\nUBND huyện A trân trọng kính mời Ông (Bà) tới dự"
            " Hội nghị gặp mặt doanh nghiệp năm 2026.\n",
            "Hội nghị gặp mặt doanh nghiệp năm 2026",
        ),
        (
            "KẾ HOẠCH\nSơ kết 5 năm thực hiện Đề án 06\n"
            "Phòng B tổ chức Hội nghị sơ kết 5 năm thực hiện Đề án 06.\n",
            "Hội nghị sơ kết 5 năm thực hiện Đề án 06",
        ),
    ],
)
def test_the_title_is_the_conferences_name(head: str, title: str) -> None:
    assert draft(head + LIST).title == title


@pytest.mark.parametrize(
    ("line", "day", "text"),
    [
        ("Thời gian: 08h00 ngày 20/11/2026", date(2026, 11, 20), "08h00 ngày 20/11/2026"),
        (
            "1. Thời gian: Thứ Sáu, ngày 20 tháng 11 năm 2026.",
            date(2026, 11, 20),
            "Thứ Sáu, ngày 20 tháng 11 năm 2026",
        ),
        ("Thời gian: 20 - 21/11/2026 | Địa điểm: Hội trường A", date(2026, 11, 20), "20 - 21/11/2026"),
        (
            "Thời gian: từ ngày 22 đến ngày 24 tháng 9 năm 2026",
            date(2026, 9, 22),
            "từ ngày 22 đến ngày 24 tháng 9 năm 2026",
        ),
        ("Thời gian: 30/8 - 01/9/2026", date(2026, 8, 30), "30/8 - 01/9/2026"),
        ("Date: 12-13 October 2026", date(2026, 10, 12), "12-13 October 2026"),
        ("Huyện A, ngày 02 tháng 3 năm 2026\nThời gian: 8h00 ngày 16/4", date(2026, 4, 16), "8h00 ngày 16/4"),
        (
            "(Thời gian: 7h00, ngày 05/9/2026 - Địa điểm: Sân trường)",
            date(2026, 9, 5),
            "7h00, ngày 05/9/2026",
        ),
        ("- Thời gian: trong tháng 11/2026", None, "trong tháng 11/2026"),
        ("- Thời gian tổ chức: Dự kiến quý II/2026", None, "Dự kiến quý II/2026"),
        ("Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh;", None, None),
        ("Huyện A, ngày 03 tháng 02 năm 2026", None, None),
        ("- Các đơn vị gửi báo cáo trước ngày 15/10/2026.", None, None),
    ],
)
def test_the_day_is_the_conferences_own(line: str, day: date | None, text: str | None) -> None:
    read = draft(f"KẾ HOẠCH\nTổ chức Hội nghị tổng kết\n{line}\n{LIST}")
    assert (read.day, read.date_text) == (day, text)


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("- Địa điểm: Hội trường B, số 2 đường C.", "Hội trường B, số 2 đường C"),
        ("2. Địa điểm tổ chức: Tại Nhà văn hóa xã D;", "Nhà văn hóa xã D"),
        ("Thời gian, địa điểm:\n- 8h00 ngày 20/11/2026\n- Hội trường E", "Hội trường E"),
        ("Văn phòng bố trí địa điểm tại Hội trường tổ chức Hội nghị.", None),
    ],
)
def test_the_venue_is_where_it_is_held(line: str, venue: str | None) -> None:
    assert draft(f"KẾ HOẠCH\nTổ chức Hội nghị tổng kết\n{line}\n{LIST}").venue == venue


@pytest.mark.parametrize(
    ("head", "organiser"),
    [
        (
            "UBND HUYỆN A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "PHÒNG NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\nSố: 1/KH-PNV\n",
            "PHÒNG NỘI VỤ",
        ),
        ("Đơn vị tổ chức: Trung tâm B\n", "Trung tâm B"),
        (
            "Thực hiện Chỉ thị số 1, Phòng Nội vụ xây dựng Kế hoạch tổ chức Hội nghị như sau:\n",
            "Phòng Nội vụ",
        ),
        ("", None),
    ],
)
def test_the_organiser_is_who_makes_the_plan(head: str, organiser: str | None) -> None:
    assert draft(f"{head}KẾ HOẠCH\nTổ chức Hội nghị tổng kết năm 2026\n{LIST}").organiser == organiser


@pytest.mark.parametrize(
    ("line", "delegates"),
    [
        ("- Số lượng đại biểu: 120 đại biểu", 120),
        ("III. THÀNH PHẦN: 150 đại biểu (nhà khoa học, giảng viên)", 150),
        ("Đại biểu tham dự: khoảng 1.200 người", 1200),
        ("- Kinh phí: 150 người x 50.000 đồng/người", None),
    ],
)
def test_how_many_come(line: str, delegates: int | None) -> None:
    assert draft(f"KẾ HOẠCH\nTổ chức Hội nghị tổng kết\n{line}\n{LIST}").delegates == delegates


def test_a_programmes_own_lines_are_no_facts() -> None:
    read = draft(f"{LIST}- Thời gian: 20/11/2026\n")
    assert read.day is None or read.items


def test_duties_by_a_label_and_by_what_is_given() -> None:
    read = draft(
        f"KẾ HOẠCH\nTổ chức Hội nghị tổng kết\n{LIST}"
        "III. TỔ CHỨC THỰC HIỆN\n1. Đoàn trường: Chuẩn bị âm thanh.\n"
        "2. Giao Phòng Hành chính chuẩn bị hội trường.\n3. Tổ Văn:\n- Viết tin, bài.\nNơi nhận:\n- Lưu VP."
    )
    assert [(each.who, each.what) for each in read.assignments] == [
        ("Đoàn trường", "Chuẩn bị âm thanh"),
        ("Phòng Hành chính", "chuẩn bị hội trường"),
        ("Tổ Văn", "Viết tin, bài"),
    ]


def test_a_stated_start_that_is_the_receptions() -> None:
    read = draft(
        "GIẤY MỜI\nThời gian: 7h30 ngày 20/11/2026\nCHƯƠNG TRÌNH\n7h30 - 8h00: Đón tiếp đại biểu\n"
        "8h00 - 8h10: Chào cờ, tuyên bố lý do\n8h10 - 8h20: Khai mạc\n8h20 - 9h00: Báo cáo"
    )
    assert DoubtCode.START_OF_RECEPTION in codes(read)
    assert DoubtCode.START_ELSEWHERE not in codes(read)


def test_a_stated_start_that_no_first_item_has() -> None:
    read = draft(
        "GIẤY MỜI\nThời gian: 14h00 ngày 20/11/2026\nCHƯƠNG TRÌNH\n8h00 - 8h10: Chào cờ, tuyên bố lý do\n"
        "8h10 - 8h20: Khai mạc\n8h20 - 9h00: Báo cáo"
    )
    assert DoubtCode.START_ELSEWHERE in codes(read)


def test_nothing_is_asked_of_a_plain_programme() -> None:
    read = draft(
        "CHƯƠNG TRÌNH HỘI NGHỊ TỔNG KẾT\n8h00 - 8h05: Chào cờ\n8h05 - 8h10: Giới thiệu đại biểu\n"
        "8h10 - 8h20: Khai mạc\n8h20 - 9h00: Báo cáo\n9h00 - 9h10: Bế mạc"
    )
    assert codes(read) == set()


def test_parts_that_take_another_time_than_their_heading() -> None:
    read = draft(
        "CHƯƠNG TRÌNH\n1. Chào cờ\n2. Giới thiệu đại biểu\n3. Tham luận (60 phút)\n"
        "a) Tham luận của Sở A (20 phút)\nb) Tham luận của Sở B (20 phút)\n4. Bế mạc"
    )
    assert DoubtCode.PARTS_CONTRADICT in codes(read)


def test_every_doubt_has_its_sentence_in_both_languages() -> None:
    for name in ("ninh-hoa-2020", "ha-noi-2020", "tp-hcm-2019", "bim-son-2020"):
        for doubt in plan(name).doubts:
            for language in Language:
                assert "{" not in sentence(doubt, language)


def test_awards_before_the_guiding_remarks_or_after_mere_words_are_not_asked_about() -> None:
    usual = draft(f"{LIST}- Khen thưởng\n- Phát biểu chỉ đạo\n")
    unsure = draft(f"{LIST}- Phát biểu của lãnh đạo Nhà trường\n- Khen thưởng\n")
    for read in (usual, unsure):
        assert DoubtCode.AWARD_AFTER_DIRECTIVE not in codes(read)
