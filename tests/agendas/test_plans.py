"""The four plans in agendas/: what each file says is what its plan says, and no more."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.core.agenda import Agenda, Item, Role, TrackMark
from runofshow.texts import Language

AGENDAS = Path(__file__).resolve().parent.parent.parent / "agendas"
PLANS = ("ha-noi-2020", "bim-son-2020", "tp-hcm-2019", "ninh-hoa-2020")
BEFORE_ALL = date(2019, 7, 1)
"""No deadline of any plan has passed."""
AFTER_ALL = date(2026, 1, 5)


def plan(name: str, today: date = BEFORE_ALL) -> Agenda:
    reading = read_agenda(AGENDAS / f"{name}.yaml", tz=UTC, today=today, language=Language.VI)
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def items(agenda: Agenda) -> tuple[Item, ...]:
    (session,) = agenda.sessions
    return session.items


def titles(name: str) -> list[str]:
    return [item.title for item in items(plan(name))]


def item(name: str, title: str) -> Item:
    (found,) = [each for each in items(plan(name)) if each.title.startswith(title)]
    return found


def leaves(agenda: Agenda) -> list[Item]:
    return [leaf for each in items(agenda) for leaf in (each.parts or (each,))]


def owed(name: str, when: str) -> set[tuple[str | None, date | None]]:
    return {(duty.by, duty.due) for duty in plan(name).duties if duty.when == when}


# Each programme in its own order and words


def test_ha_noi_holds_its_programme_in_order() -> None:
    assert titles("ha-noi-2020") == [
        "Văn nghệ chào mừng",
        "Chào cờ",
        "Tuyên bố lý do, giới thiệu đại biểu",
        "Khai mạc",
        "Báo cáo tổng kết phong trào thi đua và công tác khen thưởng 5 năm (2015 - 2020), phương hướng"
        " nhiệm vụ công tác thi đua, khen thưởng 5 năm tới (2020 - 2025)",
        "Báo cáo tham luận của các điển hình tiên tiến (tập thể, cá nhân)",
        "Biểu dương, tôn vinh các gương điển hình tiên tiến, người tốt, việc tốt",
        "Phát động phong trào thi đua giai đoạn (2020 - 2025)",
        "Phát biểu chỉ đạo của cấp trên",
        "Thông qua danh sách đại biểu đi dự Đại hội Thi đua yêu nước Thành phố giai đoạn 2020 - 2025",
        "Tổng kết và bế mạc",
    ]


def test_bim_son_holds_its_programme_in_order() -> None:
    assert titles("bim-son-2020") == [
        "Chào cờ",
        "Tuyên bố lý do, giới thiệu đại biểu và khai mạc",
        "Báo cáo tổng kết phong trào thi đua, công tác thi đua khen thưởng 5 năm qua, phương hướng nhiệm vụ"
        " công tác thi đua khen thưởng 5 năm tới (Có Đề cương chi tiết kèm theo)",
        "Phóng sự, video clip, hình ảnh minh họa cho nội dung báo cáo",
        "Báo cáo tham luận của các điển hình tiên tiến (đại diện tập thể, cá nhân)",
        "Biểu dương, khen thưởng các điển hình tiêu biểu",
        "Phát động phong trào thi đua giai đoạn 2020-2025",
        "Phát biểu hưởng ứng phong trào thi đua",
        "Thông qua danh sách đại biểu đi dự Đại hội, Hội nghị cấp trên",
        "Tổng kết, Bế mạc Hội nghị",
    ]


def test_tp_hcm_holds_its_programme_in_order_with_the_snack_placed() -> None:
    assert titles("tp-hcm-2019") == [
        "Văn nghệ chào mừng (nếu có)",
        "Tuyên bố lý do, giới thiệu đại biểu",
        "Chiếu video clip sơ kết 05 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị",
        "Báo cáo nhận định đánh giá kết quả thực hiện 5 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị",
        "Báo cáo tham luận của các cơ quan, đơn vị thuộc thành phố (từ 3 - 4 tham luận)",
        "Ăn nhẹ giữa giờ",
        "Phát biểu chỉ đạo của Lãnh đạo Hội đồng Thi đua - Khen thưởng Trung ương và Lãnh đạo Thành ủy",
        "Tiếp thu ý kiến chỉ đạo của Trung ương và Thành ủy",
        "Khen thưởng",
        "Bế mạc Hội nghị",
    ]


def test_ninh_hoa_holds_its_programme_in_order_with_the_clip_after_the_report() -> None:
    assert titles("ninh-hoa-2020") == [
        "Văn nghệ chào mừng",
        "Tuyên bố lý do, giới thiệu đại biểu",
        "Báo cáo tổng kết công tác thi đua, khen thưởng năm 2019 và phương hướng nhiệm vụ năm 2020",
        "Clip phóng sự hình ảnh minh họa kết quả thực hiện phong trào thi đua yêu nước của thị xã năm 2019",
        "Báo cáo tham luận của các tập thể, cá nhân điển hình tiên tiến",
        "Thảo luận tại Hội nghị",
        "Biểu dương, tôn vinh, khen thưởng các điển hình tiên tiến",
        "Lãnh đạo cấp trên phát biểu chỉ đạo",
        "Phát động phong trào thi đua yêu nước năm 2020 của Chủ tịch UBND thị xã",
        "Bế mạc Hội nghị",
    ]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            "ha-noi-2020",
            "performance flag_salute introduction opening report paper award launch directive vote summary",
        ),
        ("bim-son-2020", "flag_salute introduction report video paper award launch pledge vote summary"),
        ("tp-hcm-2019", "performance introduction video report paper break directive reply award closing"),
        (
            "ninh-hoa-2020",
            "performance introduction report video paper discussion award directive launch closing",
        ),
    ],
)
def test_each_line_is_of_its_kind(name: str, kinds: str) -> None:
    assert " ".join(each.kind for each in items(plan(name))) == kinds


def test_acts_that_share_a_line_keep_one_line() -> None:
    assert item("ha-noi-2020", "Tổng kết và bế mạc").also == ("closing",)
    assert item("bim-son-2020", "Tuyên bố lý do").also == ("opening",)
    assert item("bim-son-2020", "Tổng kết, Bế mạc").also == ("closing",)


def test_only_what_a_plan_leaves_open_is_optional() -> None:
    optional = {
        name: [each.title for top in items(plan(name)) for each in (top, *top.parts) if each.optional]
        for name in PLANS
    }
    assert optional == {
        "ha-noi-2020": [],
        "bim-son-2020": ["Phóng sự, video clip, hình ảnh minh họa cho nội dung báo cáo"],
        "tp-hcm-2019": ["Văn nghệ chào mừng (nếu có)", "Tham luận 4"],
        "ninh-hoa-2020": [],
    }


# Where, when and with whom


@pytest.mark.parametrize(
    ("name", "organiser", "venue"),
    [
        ("ha-noi-2020", "Sở Văn hoá và Thể thao", ""),
        ("bim-son-2020", "UBND thị xã Bỉm Sơn", ""),
        (
            "tp-hcm-2019",
            "Hội đồng Thi đua - Khen thưởng thành phố",
            "Hội trường 272, đường Võ Thị Sáu, phường 7, quận 3",
        ),
        ("ninh-hoa-2020", "UBND thị xã Ninh Hòa", "Hội trường A – UBND thị xã Ninh Hòa"),
    ],
)
def test_who_holds_it_and_where(name: str, organiser: str, venue: str) -> None:
    assert (plan(name).organiser, plan(name).venue) == (organiser, venue)


@pytest.mark.parametrize(
    ("name", "text", "earliest", "latest"),
    [
        ("ha-noi-2020", "01 ngày vào tháng 5/2020", date(2020, 5, 1), date(2020, 5, 31)),
        ("bim-son-2020", "1/2 ngày, hoàn thành trước ngày 20/6/2020", None, date(2020, 6, 20)),
        ("tp-hcm-2019", "dự kiến tháng 11 năm 2019", date(2019, 11, 1), date(2019, 11, 20)),
        ("ninh-hoa-2020", "27/3/2020", date(2020, 3, 27), date(2020, 3, 27)),
    ],
)
def test_every_plan_is_tentative_about_its_day(
    name: str, text: str, earliest: date | None, latest: date
) -> None:
    day = plan(name).day
    assert (day.text, day.earliest, day.latest, day.tentative) == (text, earliest, latest, True)


@pytest.mark.parametrize("name", PLANS)
def test_no_plan_gives_an_hour_so_none_is_written(name: str) -> None:
    (session,) = plan(name).sessions
    assert session.start_assumed
    assert session.hard_out is None
    assert [each.title for each in session.items if each.fixed_start or each.until] == []


def test_the_only_lengths_are_thirty_minutes_of_acts_and_the_clip_of_fifteen() -> None:
    stated = {
        (name, each.kind): each.duration for name in PLANS for each in leaves(plan(name)) if not each.assumed
    }
    assert stated == {
        ("tp-hcm-2019", "performance"): timedelta(minutes=30),
        ("ninh-hoa-2020", "video"): timedelta(minutes=15),
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ha-noi-2020", "gương điển hình tiên tiến"),
        ("bim-son-2020", "Tối đa 300 đại biểu"),
        ("tp-hcm-2019", "Khoảng 300 đại biểu"),
        ("ninh-hoa-2020", "150 đại biểu"),
    ],
)
def test_delegates_are_counted_as_the_plan_counts_them(name: str, words: str) -> None:
    assert words in plan(name).delegates


def test_the_chair_is_who_the_plan_says_and_nobody_else() -> None:
    assert plan("ha-noi-2020").chair_panel == ()
    assert plan("ninh-hoa-2020").chair_panel == ()
    assert plan("tp-hcm-2019").chair_panel == ("Chủ tịch Hội đồng Thi đua - Khen thưởng thành phố",)
    (panel,) = plan("bim-son-2020").chair_panel
    assert panel.startswith("Từ 5 đến 7 người")


def test_ninh_hoas_hall_is_dressed_as_planned() -> None:
    agenda = plan("ninh-hoa-2020")
    assert agenda.backdrop.splitlines()[:3] == [
        "Trái: ỦY BAN NHÂN DÂN THỊ XÃ NINH HÒA",
        "Giữa: Quốc kỳ, Tượng Bác Hồ",
        "Phải: HỘI NGHỊ TỔNG KẾT CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2019"
        " VÀ PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2020",
    ]
    assert agenda.decoration == "Hoa trang trí khu vực sân khấu."
    assert dict(agenda.crew) == {
        Role.MUSIC: "Trung tâm Văn hóa – Thông tin và Thể thao thị xã",
        Role.LIGHTS: "Trung tâm Văn hóa – Thông tin và Thể thao thị xã",
        Role.CREW: "Phòng Nội vụ thị xã",
    }


def test_tp_hcm_dresses_stage_and_hall() -> None:
    decoration = plan("tp-hcm-2019").decoration
    for words in ("Phông sân khấu", "khẩu hiệu", "triển lãm hình ảnh"):
        assert words in decoration


# Who speaks and acts


def test_ninh_hoas_papers_come_from_three_units_by_20_march() -> None:
    papers = item("ninh-hoa-2020", "Báo cáo tham luận").parts
    assert [(paper.by, paper.title) for paper in papers] == [
        ("Liên đoàn Lao động thị xã", "Phong trào thi đua “Lao động giỏi, lao động sáng tạo”"),
        ("Phòng Kinh tế", "Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”"),
        ("Phòng Y tế", "Lĩnh vực y tế, chăm sóc sức khỏe Nhân dân"),
    ]
    assert [(paper.handin.due, paper.handin.received) for paper in papers if paper.handin] == [
        (date(2020, 3, 20), False)
    ] * 3


def test_ha_nois_two_known_papers_are_due_on_25_april() -> None:
    papers = item("ha-noi-2020", "Báo cáo tham luận").parts
    assert [(paper.by, paper.handin and paper.handin.due) for paper in papers] == [
        ("Phòng Quản lý Thể dục thể thao", date(2020, 4, 25)),
        ("Phòng Quản lý Di sản", date(2020, 4, 25)),
    ]


def test_three_to_four_papers_are_four_of_which_the_last_may_fall_away() -> None:
    papers = item("tp-hcm-2019", "Báo cáo tham luận").parts
    assert [(paper.by, paper.optional) for paper in papers] == [
        (None, False),
        (None, False),
        (None, False),
        (None, True),
    ]


def test_a_directive_of_two_leaders_is_two_turns() -> None:
    assert [part.by for part in item("tp-hcm-2019", "Phát biểu chỉ đạo").parts] == [
        "Lãnh đạo Hội đồng Thi đua - Khen thưởng Trung ương",
        "Lãnh đạo Thành ủy",
    ]


def test_ninh_hoa_opens_with_three_acts() -> None:
    acts = item("ninh-hoa-2020", "Văn nghệ").parts
    assert [act.by for act in acts] == ["Trung tâm Văn hóa – Thông tin và Thể thao thị xã"] * 3


def test_nobody_is_named_whom_the_plan_does_not_name() -> None:
    named = {name: {leaf.kind: leaf.by for leaf in leaves(plan(name)) if leaf.by} for name in PLANS}
    assert named == {
        "ha-noi-2020": {
            "performance": "Phòng Quản lý Nghệ thuật",
            "paper": "Phòng Quản lý Di sản",
            "launch": "Lãnh đạo Sở",
        },
        "bim-son-2020": {},
        "tp-hcm-2019": {
            "performance": "Sở Văn hóa và Thể thao",
            "video": "Đài Truyền hình thành phố",
            "directive": "Lãnh đạo Thành ủy",
        },
        "ninh-hoa-2020": {
            "performance": "Trung tâm Văn hóa – Thông tin và Thể thao thị xã",
            "video": "Trung tâm Văn hóa – Thông tin và Thể thao thị xã",
            "paper": "Phòng Y tế",
            "launch": "Chủ tịch UBND thị xã",
        },
    }
    assert [each.title for name in PLANS for each in items(plan(name)) if each.award] == []


def test_the_award_music_of_ninh_hoa_is_called_though_nobody_has_handed_it_in() -> None:
    agenda = plan("ninh-hoa-2020")
    music, clip = agenda.tracks
    assert (music.title, music.file) == ("Nhạc nền trao khen thưởng", None)
    assert (clip.mark, clip.length, clip.file) == (TrackMark.CLIP, timedelta(minutes=15), None)
    cues = item("ninh-hoa-2020", "Biểu dương").cues
    assert [cue.do.value for cue in cues if cue.track_id == music.track_id] == ["play", "fade"]


# Who owes what


def test_ha_nois_deadlines() -> None:
    assert {duty.due for duty in plan("ha-noi-2020").duties if duty.when == "before" and duty.due} == {
        date(2020, 3, 10),
        date(2020, 3, 31),
        date(2020, 4, 25),
    }
    assert owed("ha-noi-2020", "after") == {("Văn phòng Sở", date(2020, 5, 31))}
    assert {by for by, _ in owed("ha-noi-2020", "day")} == {
        "Văn phòng Sở",
        "Phòng Quản lý Nghệ thuật",
        "Báo Màn ảnh Sân khấu",
        "Các phòng chuyên môn nghiệp vụ thuộc Sở",
    }


def test_bim_sons_dossier_is_due_before_the_town_meets() -> None:
    dossier = [duty.what for duty in plan("bim-son-2020").duties if duty.due == date(2020, 4, 15)]
    assert len(dossier) == 3
    latest = plan("bim-son-2020").day.latest
    assert latest is not None
    assert latest > date(2020, 4, 15)
    assert {duty.due for duty in plan("bim-son-2020").duties if duty.when == "before" and duty.due} == {
        date(2019, 10, 31),
        date(2019, 11, 15),
        date(2020, 3, 20),
        date(2020, 3, 31),
    }


def test_tp_hcms_deadlines() -> None:
    assert {duty.due for duty in plan("tp-hcm-2019").duties if duty.when == "before" and duty.due} == {
        date(2019, 7, 20),
        date(2019, 9, 30),
        date(2019, 10, 30),
    }
    assert owed("tp-hcm-2019", "after") == {("Hội đồng Thi đua - Khen thưởng thành phố", date(2019, 11, 30))}


def test_ninh_hoas_duties() -> None:
    assert ("Liên đoàn Lao động thị xã, Phòng Kinh tế, Phòng Y tế", date(2020, 3, 20)) in owed(
        "ninh-hoa-2020", "before"
    )
    assert {by for by, _ in owed("ninh-hoa-2020", "day")} == {
        "Phòng Nội vụ thị xã",
        "Trung tâm Văn hóa – Thông tin và Thể thao thị xã",
    }


# What `check` says of them


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (
            "ha-noi-2020",
            "anthem_unbound speech_overdue speech_overdue award_without_decision award_without_presenter"
            " leader_without_time",
        ),
        ("bim-son-2020", "anthem_unbound award_without_decision award_without_presenter"),
        (
            "tp-hcm-2019",
            "no_flag_salute no_opening leader_without_time leader_without_time"
            " award_without_decision award_without_presenter",
        ),
        (
            "ninh-hoa-2020",
            "no_flag_salute no_opening speech_overdue speech_overdue speech_overdue"
            " award_without_decision award_without_presenter leader_without_time",
        ),
    ],
)
def test_a_plan_is_warned_of_what_it_leaves_open_and_of_nothing_else(name: str, codes: str) -> None:
    reading = read_agenda(AGENDAS / f"{name}.yaml", tz=UTC, today=AFTER_ALL, language=Language.VI)
    assert reading.errors == ()
    assert " ".join(each.code for each in reading.warnings if each.code != "mc_unnamed") == codes


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_in_the_folder_reads_without_errors_and_names_its_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=./agenda.schema.json\n#\n# ")
    assert unicodedata.is_normalized("NFC", text)
    for language in Language:
        reading = read_agenda(path, tz=UTC, today=AFTER_ALL, language=language)
        assert reading.errors == ()
