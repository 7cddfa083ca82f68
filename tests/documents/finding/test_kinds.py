"""What kind of item a line is: kinds.txt has, on each line, the kinds and the words of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.agenda_file.catalogue import catalogue
from runofshow.documents.finding.words.acts import acts
from runofshow.documents.finding.words.kinds import as_spoken_by, kinds_of

TOLD = [
    line.split(" | ", 1)
    for line in Path(__file__).with_name("kinds.txt").read_text(encoding="utf-8").splitlines()
    if line
]


def read(title: str) -> str:
    kinds = kinds_of(title)
    return " ".join((kinds.kind, *kinds.also))


@pytest.mark.parametrize(("kinds", "title"), TOLD)
def test_a_line_is_of_the_kind_that_its_act_names(kinds: str, title: str) -> None:
    assert read(title) == kinds


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Văn nghệ chào mừng", "performance"),
        ("Tuyên bố lý do, giới thiệu đại biểu và khai mạc", "introduction opening"),
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
    ],
)
def test_every_line_of_the_four_plans_has_the_kind_of_the_catalogue(title: str, kinds: str) -> None:
    assert read(title) == kinds


@pytest.mark.parametrize(
    "title", ["Chao co, mac niem", "CHÀO CỜ, MẶC NIỆM", "Chào cò, mặc niệm", "Chào cờ; mặc niêm"]
)
def test_lost_and_mistaken_tones_do_not_hide_an_act(title: str) -> None:
    assert read(title) == "flag_salute moment_of_silence"


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Phong trào thi đua", "award"), ("Hội nghị", "break"), ("Tăng cường quà tặng tinh thần", "gift")],
)
def test_a_word_of_other_tones_is_another_word(title: str, kind: str) -> None:
    assert kinds_of(title).kind != kind or not kinds_of(title).sure


@pytest.mark.parametrize(
    "title", ["Báo cáo kết quả phong trào “Trao quà yêu thương”", "Báo cáo về công tác khen thưởng, tôn vinh"]
)
def test_what_a_report_is_about_is_no_act(title: str) -> None:
    assert read(title) == "report"


def test_a_line_without_an_act_is_other_and_no_guess_is_sure() -> None:
    assert read("Xe đưa đoàn ra sân bay") == "other"
    assert not kinds_of("Lãnh đạo huyện").sure
    assert kinds_of("Khai mạc").sure


def test_every_list_of_words_belongs_to_a_kind_of_the_catalogue() -> None:
    for phrases in (acts().strong, acts().weak):
        assert phrases.meanings <= set(catalogue())


@pytest.mark.parametrize(
    ("title", "by", "kind"),
    [
        ("Ứng dụng trí tuệ nhân tạo trong chẩn đoán", "TS. Lê A, Viện B", "paper"),
        ("Ứng dụng trí tuệ nhân tạo trong chẩn đoán", "Phòng Kế hoạch", "other"),
        ("Phiên 1: Trí tuệ nhân tạo", "TS. Lê A", "other"),
        ("Giải lao", "TS. Lê A", "break"),
    ],
)
def test_a_title_that_a_scholar_stands_beside_is_that_of_a_paper(title: str, by: str, kind: str) -> None:
    read = as_spoken_by(kinds_of(title), title, by)
    assert read.kind == kind
    assert read.sure == (kind == "break")
