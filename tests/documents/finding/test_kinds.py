"""What kind of item a line is."""

from __future__ import annotations

import pytest

from runofshow.documents.finding.kinds import kinds_of

SEEDS = (
    ("Văn nghệ chào mừng", "performance"),
    ("Chào cờ", "flag_salute"),
    ("Tuyên bố lý do, giới thiệu đại biểu", "introduction"),
    ("Tuyên bố lý do, giới thiệu đại biểu và khai mạc", "introduction opening"),
    ("Khai mạc", "opening"),
    (
        "Báo cáo tổng kết phong trào thi đua và công tác khen thưởng 5 năm (2015 - 2020), phương hướng",
        "report",
    ),
    ("Báo cáo tham luận của các điển hình tiên tiến (tập thể, cá nhân)", "paper"),
    ("Biểu dương, tôn vinh các gương điển hình tiên tiến, người tốt, việc tốt", "award"),
    ("Phát động phong trào thi đua giai đoạn (2020 - 2025)", "launch"),
    ("Phát biểu hưởng ứng phong trào thi đua", "pledge"),
    ("Phát biểu chỉ đạo của cấp trên", "directive"),
    ("Lãnh đạo cấp trên phát biểu chỉ đạo", "directive"),
    ("Thông qua danh sách đại biểu đi dự Đại hội Thi đua yêu nước Thành phố", "vote"),
    ("Tổng kết và bế mạc", "summary closing"),
    ("Tổng kết, Bế mạc Hội nghị", "summary closing"),
    ("Chiếu video clip sơ kết 05 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị", "video"),
    ("Báo cáo nhận định đánh giá kết quả thực hiện 5 năm thực hiện Chỉ thị số 34-CT/TW", "report"),
    ("Tiếp thu ý kiến chỉ đạo của Trung ương và Thành ủy", "reply"),
    ("Thảo luận tại Hội nghị", "discussion"),
    ("Bế mạc Hội nghị", "closing"),
)


@pytest.mark.parametrize(("title", "kinds"), SEEDS)
def test_every_line_of_the_four_plans_has_the_kind_of_the_catalogue(title: str, kinds: str) -> None:
    read = kinds_of(title)
    assert " ".join((read.kind, *read.also)) == kinds
