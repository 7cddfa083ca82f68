"""The head of an official paper."""

from __future__ import annotations

from datetime import date

import pytest

from runofshow.core.agenda import Rite
from runofshow.paper.letterhead import issuer, letterhead, official_day, place_of, plan_named
from runofshow.paper.sheet import Style
from runofshow.texts.letterhead import VI


@pytest.mark.parametrize(
    ("organiser", "superior", "name"),
    [
        ("UBND thị xã Ninh Hòa", "", "UBND thị xã Ninh Hòa"),
        ("Sở Nội vụ, UBND tỉnh Khánh Hòa", "UBND tỉnh Khánh Hòa", "Sở Nội vụ"),
        ("UBND tỉnh Khánh Hòa - Sở Nội vụ", "UBND tỉnh Khánh Hòa", "Sở Nội vụ"),
        ("Phòng Nội vụ thuộc UBND thị xã Bỉm Sơn", "UBND thị xã Bỉm Sơn", "Phòng Nội vụ"),
        ("Hội đồng Thi đua - Khen thưởng thành phố", "", "Hội đồng Thi đua - Khen thưởng thành phố"),
        ("UBND xã A - UBND xã B", "", "UBND xã A - UBND xã B"),
        ("UBND thị xã, Phòng Nội vụ", "", "UBND thị xã, Phòng Nội vụ"),
        ("", "", ""),
    ],
)
def test_a_superior_body_is_found_where_the_organiser_names_one(
    organiser: str, superior: str, name: str
) -> None:
    assert (issuer(organiser).superior, issuer(organiser).name) == (superior, name)


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (("UBND thị xã Ninh Hòa",), "Ninh Hòa"),
        (("UBND TỈNH BÌNH MINH",), "Bình Minh"),
        (("Tỉnh ủy Bắc Ninh",), "Bắc Ninh"),
        (("Hội LH Phụ nữ thị xã Bỉm Sơn, tỉnh Thanh Hóa",), "Bỉm Sơn"),
        (("Sở Văn hoá và Thể thao", "Nhà hát, TP. Hồ Chí Minh"), "Hồ Chí Minh"),
        (("Hội đồng Thi đua - Khen thưởng thành phố", "Hội trường A"), ""),
    ],
)
def test_the_place_is_the_units_name_and_never_a_guess(texts: tuple[str, ...], place: str) -> None:
    assert place_of(*texts) == place


def test_the_body_above_stands_over_the_issuer_and_the_nation_beside_both() -> None:
    head = letterhead("Sở Nội vụ, UBND tỉnh Khánh Hòa", Rite.COMMANDED, VI)
    assert [(each.runs[0].text, each.style) for each in head.left] == [
        ("UBND TỈNH KHÁNH HÒA", Style.SUPERIOR),
        ("SỞ NỘI VỤ", Style.ORGAN),
    ]
    assert [each.style for each in head.right] == [Style.NATION, Style.MOTTO]
    for organiser, rite in (("Đảng ủy xã A", Rite.COMMANDED), ("Hội Nông dân xã A", Rite.PLAIN)):
        assert [each.runs[0].text for each in letterhead(organiser, rite, VI).right] == [VI.party]


def test_the_plan_is_what_the_basis_names() -> None:
    assert plan_named("Căn cứ Kế hoạch số 12/KH-UBND ngày 05/02/2026.") == (
        "Kế hoạch số 12/KH-UBND ngày 05/02/2026"
    )
    assert plan_named("Theo lời mời") == ""


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2026, 2, 5), "05/02/2026"), (date(2026, 3, 27), "27/3/2026"), (date(2026, 12, 1), "01/12/2026")],
)
def test_days_below_ten_and_the_first_two_months_have_their_nought(day: date, written: str) -> None:
    assert official_day(day) == written
