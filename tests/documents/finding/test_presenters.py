"""Who does an item: in its own cell, or in its line."""

from __future__ import annotations

import pytest

from runofshow.documents.finding.words.presenters import presenter_cell, presenter_in


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("Lãnh đạo cấp trên phát biểu chỉ đạo", "Lãnh đạo cấp trên"),
        ("Đồng chí Lê A, Chủ tịch UBND, phát biểu khai mạc", "Đồng chí Lê A, Chủ tịch UBND"),
        ("Đại diện gia đình học sinh phát biểu", "Đại diện gia đình học sinh"),
        ("Thượng tá Trần C, Trưởng Công an huyện phát biểu", "Thượng tá Trần C, Trưởng Công an huyện"),
        ("Kính mời đồng chí Nguyễn E lên phát biểu khai mạc", "đồng chí Nguyễn E"),
        ("Hiệu trưởng đọc diễn văn khai giảng", "Hiệu trưởng"),
        ("HĐQT báo cáo Tờ trình về cổ tức", "HĐQT"),
        ("Ban Giám hiệu tặng hoa chúc mừng", "Ban Giám hiệu"),
        ("MC giới thiệu chương trình", "MC"),
        ("Một thành viên Ban chủ tọa đọc báo cáo", "Một thành viên Ban chủ tọa"),
        ("Báo cáo kết quả do đồng chí Bí thư Chi bộ trình bày", "đồng chí Bí thư Chi bộ"),
        ("Giao lưu văn nghệ do CLB nghệ thuật biểu diễn", "CLB nghệ thuật"),
        ("Thay mặt Ban Tổ chức, đồng chí Lê A phát biểu khai mạc", "đồng chí Lê A"),
        ("Opening remarks by Mr. John Smith, Director of ABC", "Mr. John Smith, Director of ABC"),
    ],
)
def test_the_subject_of_a_line_does_it_and_the_line_stays_whole(line: str, by: str) -> None:
    read = presenter_in(line)
    assert (read.by, read.title, read.guessed) == (by, line, False)


@pytest.mark.parametrize(
    ("line", "title", "by"),
    [
        ("Báo cáo tổng kết - Đ/c Trần B, Trưởng phòng", "Báo cáo tổng kết", "Đ/c Trần B, Trưởng phòng"),
        ("Khai mạc (Ông Lê A)", "Khai mạc", "Ông Lê A"),
        ("Báo cáo công tác hội. Người thực hiện: Bà Lê C", "Báo cáo công tác hội", "Bà Lê C"),
        ("Tham luận: TS. Nguyễn A, Viện B", "Tham luận", "TS. Nguyễn A, Viện B"),
        ("Tuyên bố lý do, giới thiệu đại biểu: BTC", "Tuyên bố lý do, giới thiệu đại biểu", "BTC"),
        ("Diễn giả: PGS.TS. Phạm D", "", "PGS.TS. Phạm D"),
        ("Báo cáo tổng kết (Đ/c A trình bày)", "Báo cáo tổng kết", "Đ/c A"),
    ],
)
def test_a_separator_or_a_label_divides_a_line_from_its_presenter(line: str, title: str, by: str) -> None:
    read = presenter_in(line)
    assert (read.title, read.by, read.guessed) == (title, by, False)


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("Phát động phong trào thi đua yêu nước năm 2020 của Chủ tịch UBND thị xã", "Chủ tịch UBND thị xã"),
        (
            "Phát biểu chỉ đạo của Lãnh đạo Hội đồng Trung ương và Lãnh đạo Thành ủy",
            "Lãnh đạo Hội đồng Trung ương và Lãnh đạo Thành ủy",
        ),
        ("Tham luận của Trường THPT X về giải pháp", "Trường THPT X"),
        ("Báo cáo của Ban chấp hành", "Ban chấp hành"),
        ("Khai mạc (Chủ tịch UBND huyện)", "Chủ tịch UBND huyện"),
        ("Báo cáo kết quả hoạt động - Ban Kiểm soát", "Ban Kiểm soát"),
    ],
)
def test_whose_it_is_stays_a_guess_and_the_line_whole(line: str, by: str) -> None:
    read = presenter_in(line)
    assert (read.by, read.title, read.guessed) == (by, line, True)


@pytest.mark.parametrize(
    "line",
    [
        "Chào cờ",
        "Báo cáo tổng kết năm học",
        "Báo cáo chính trị của nhiệm kỳ",
        "Phát biểu chỉ đạo của cấp trên",
        "Tiếp thu ý kiến chỉ đạo của Trung ương",
        "Công bố Quyết định của Chủ tịch UBND tỉnh",
        "Hội nghị thảo luận",
        "Đại biểu thảo luận",
        "Trao thưởng cho học sinh giỏi",
        "Mời Đoàn Chủ tịch lên điều hành",
        "Giải lao - Tiệc trà",
        "Kỷ niệm 40 năm - Trường THPT A",
        "Tổ chức diễn đàn và thảo luận",
        "Nhà khoa học (Viện, trường)",
        "Khoa học và công nghệ: báo cáo chuyên đề",
        "Bộ quy tắc ứng xử: phổ biến",
        "Phòng, chống ma túy: trao đổi kinh nghiệm",
        "Anh hùng trong lòng dân: trình bày ca khúc",
    ],
)
def test_nobody_is_invented(line: str) -> None:
    assert presenter_in(line).by is None


@pytest.mark.parametrize(
    ("cell", "by"),
    [
        ("BTC", "BTC"),
        ("Đ/c Lê A - Chủ tịch\nĐ/c Trần B - Phó Chủ tịch", "Đ/c Lê A - Chủ tịch; Đ/c Trần B - Phó Chủ tịch"),
        ("- Ông Lê A\n- Bà Trần B;", "Ông Lê A; Bà Trần B"),
        ("Ông Lê A\nGiám đốc Sở", "Ông Lê A, Giám đốc Sở"),
        ("Trung tâm Văn hóa,\nThể thao", "Trung tâm Văn hóa, Thể thao"),
        ("Trung tâm Văn hóa\nvà Thể thao", "Trung tâm Văn hóa và Thể thao"),
        ("Đ/c Lê A\n- Bí thư Đảng ủy", "Đ/c Lê A - Bí thư Đảng ủy"),
        ("- BTC\n- Ban giám khảo", "BTC; Ban giám khảo"),
        ("TS. Lê A\nViện trưởng Viện B\nThS. Trần C", "TS. Lê A, Viện trưởng Viện B; ThS. Trần C"),
        ("Các đồng chí trong\nĐoàn Chủ tịch", "Các đồng chí trong Đoàn Chủ tịch"),
        ("Tiến sĩ Phan A, Chủ nhiệm Ủy ban B điều hành", "Tiến sĩ Phan A, Chủ nhiệm Ủy ban B"),
        ("", None),
        (" - ", None),
        ("…", None),
        ("TBD", None),
        ("chưa phân công", None),
    ],
)
def test_a_cell_names_everybody_in_it_or_nobody(cell: str, by: str | None) -> None:
    assert presenter_cell(cell) == by


@pytest.mark.parametrize("cell", ["nt", "-nt-", '"', "Như trên", "n.t"])
def test_the_same_as_above_is_whoever_stands_above(cell: str) -> None:
    assert presenter_cell(cell, above="Ban tổ chức") == "Ban tổ chức"
    assert presenter_cell(cell) is None
