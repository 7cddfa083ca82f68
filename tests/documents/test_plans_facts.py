"""The same four plans: what each says beside its programme, and what a careful reader asks of it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any

import msgspec
import pytest

from runofshow.cli import main
from tests.documents.test_plans import PLANS

HEADS: dict[str, Mapping[str, object]] = {
    "ha-noi-2020": {
        "title": "Hội nghị điển hình tiên tiến ngành Văn hóa và Thể thao Hà Nội",
        "organiser": "Sở Văn hoá và Thể thao",
        "venue": None,
        "date": None,
        "date_text": "01 ngày vào tháng 5/2020",
        "delegates": None,
        "chair_panel": None,
    },
    "bim-son-2020": {
        "title": "Hội nghị điển hình tiên tiến các cấp",
        "organiser": "Ủy ban nhân dân thị xã Bim Sơn",
        "venue": None,
        "date": None,
        "delegates": 300,
    },
    "tp-hcm-2019": {
        "title": "Hội nghị sơ kết 05 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị",
        "organiser": "Hội đồng Thi đua - Khen thưởng thành phố",
        "venue": "Hội trường 272, đường Võ Thị Sáu, phường 7, quận 3",
        "date": None,
        "date_text": "dự kiến tháng 11 năm 2019",
        "tentative": True,
        "delegates": 300,
        "chair_panel": "Chủ tịch Hội đồng Thi đua - Khen thưởng thành phố",
    },
    "ninh-hoa-2020": {
        "title": "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019 và phát động phong trào thi đua "
        "năm 2020",
        "organiser": "UBND thị xã Ninh Hòa",
        "venue": "Hội trường A – UBND thị xã Ninh Hòa",
        "date": "2020-03-27",
        "tentative": True,
        "delegates": 150,
        "chair_panel": None,
    },
}

LIMITS = {
    "ha-noi-2020": ["2020-03-10", "2020-03-31", "2020-04-25", "2020-05-31"],
    "bim-son-2020": ["2019-11-15", "2020-03-20", "2020-03-31", "2020-04-15", "2020-06-20"],
    "tp-hcm-2019": ["2019-09-30", "2019-11-30"],
    "ninh-hoa-2020": ["2020-03-20"],
}
"""Each day by which something is due."""

DUTIES = {
    "ha-noi-2020": {
        "Văn phòng Sở": ["kịch bản điều hành", "giấy mời", "trang trí", "phát động", "31/5/2020"],
        "Phòng Quản lý Nghệ thuật": ["chương trình nghệ thuật"],
        "Phòng Kế hoạch Tài chính": ["dự toán"],
        "Báo Màn ảnh Sân khấu": ["tin, bài"],
        "Phòng Quản lý Di sản": ["tham luận"],
    },
    "bim-son-2020": {"phòng Nội vụ": ["điều kiện cần thiết"], "phòng Văn hóa - Thông tin": ["tuyên truyền"]},
    "tp-hcm-2019": {
        "Cơ quan thường trực Hội đồng Thi đua - Khen thưởng thành phố": [
            "văn nghệ đầu giờ 30 phút",
            "phim tư liệu",
        ]
    },
    "ninh-hoa-2020": {
        "Văn phòng HĐND và UBND thị xã": ["Giấy mời", "hội trường"],
        "Phòng Nội vụ thị xã": ["Báo cáo tổng kết", "chỗ ngồi", "khen thưởng"],
        "Trung tâm Văn hóa – Thông tin và Thể thao thị xã": ["15 phút", "03 tiết mục", "nhạc nền"],
        "Liên đoàn Lao động thị xã": ["01 tập thể"],
        "Phòng Kinh tế": ["01 tập thể"],
        "Phòng Y tế": ["01 cá nhân"],
    },
}
"""Who has to do what, by words of each duty."""

ASKED = {
    "ha-noi-2020": {"no_hours", "no_day", "half_day_list", "due_too_soon", "joined", "noise"},
    "bim-son-2020": {"no_hours", "no_day", "two_editions", "exactly", "due_too_soon", "joined"},
    "tp-hcm-2019": {
        "no_hours",
        "tentative_date",
        "no_flag_salute",
        "no_opening",
        "break_not_placed",
        "award_after_directive",
        "count_not_time",
        "several_speakers",
    },
    "ninh-hoa-2020": {
        "no_hours",
        "tentative_date",
        "no_flag_salute",
        "no_opening",
        "clip_not_placed",
        "exchange_not_placed",
        "launch_after_directive",
    },
}


@pytest.mark.parametrize("name", HEADS)
def test_a_plan_says_what_it_says(name: str) -> None:
    got = _imported(name)
    assert {field: got[field] for field in HEADS[name]} == HEADS[name]
    assert set(LIMITS[name]) <= {each["date"] for each in got["deadlines"]}


@pytest.mark.parametrize("name", DUTIES)
def test_each_office_has_its_duties(name: str) -> None:
    duties = _imported(name)["assignments"]
    for who, words in DUTIES[name].items():
        theirs = " · ".join(each["what"] for each in duties if each["who"] == who)
        assert [each for each in words if each not in theirs] == [], who


@pytest.mark.parametrize("name", ASKED)
def test_what_is_doubtful_in_a_plan_is_asked(name: str) -> None:
    assert ASKED[name] <= {warning["code"] for warning in _imported(name)["warnings"]}


def test_the_panel_of_five_to_seven_is_read_from_its_own_section() -> None:
    assert "từ 5 đến 7 người" in str(_imported("bim-son-2020")["chair_panel"])


def test_no_plan_is_asked_about_what_it_does_have() -> None:
    asked: Sequence[str] = ("no_flag_salute", "no_opening", "clip_not_placed", "award_after_directive")
    for name in ("ha-noi-2020", "bim-son-2020"):
        assert not {warning["code"] for warning in _imported(name)["warnings"]} & set(asked)


def _imported(name: str) -> dict[str, Any]:
    printed = io.StringIO()
    with redirect_stdout(printed):
        main(["import", str(PLANS / f"{name}.txt"), "--json"])
    return msgspec.json.decode(printed.getvalue(), type=dict[str, Any])
