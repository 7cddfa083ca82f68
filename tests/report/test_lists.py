"""The lists after a round of sixty, as people read them."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.paper.sheet import Level, Table
from runofshow.report import Account, Kind, paper_for
from runofshow.report.awards import award_lists, awards, not_handed_out, pace
from runofshow.texts.report import VI, ReportTexts
from tests.report.calling import HALL, Record, account_of, whole_show
from tests.report.reckoning.test_fates import left_early
from tests.report.sixty import CHAIR, DEPUTY, FORM, called, round_of_sixty
from tests.report.test_told import lines, said, table


def sixty(words: ReportTexts = VI) -> Account:
    return account_of(called().history, HALL, words)


def plain(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("\u00a0", " ") for cell in row] for row in rows]


def test_what_was_otherwise_than_the_plan_had_it_is_named() -> None:
    told = lines(tuple(awards(sixty())))
    assert told[1:] == [
        f"- Vắng: Trần Văn 3 ({FORM}).",
        f"- Nhận thay Nguyễn Văn An (Đơn vị 12): bà Nguyễn Thị Bình ({FORM}).",
        "- Chuyển đợt: Trần Văn 20, từ 1.2. Đợt 2 sang 1.3. Đợt 3.",
        f"- Vắng: Trần Văn 25 ({FORM}).",
        f"- Vắng: Trần Văn 26 ({FORM}).",
        "- Thêm trong khi điều hành: Phạm Văn Thêm, vào 1.4. Đợt 4.",
        f"- Đổi người trao ở 1.4. Đợt 4: {DEPUTY} (kế hoạch: {CHAIR}).",
        f"- Nhận thay Trần Văn 40: ông Trần Văn Tám ({FORM}).",
        "- Tách đợt: 1.5a. Đợt 5, tách từ 1.5. Đợt 5.",
        "- Chưa trao: 1.6. Đợt 6.",
    ]


def test_a_batch_left_before_its_handing_over_is_marked_so_and_nobody_of_it_has_theirs() -> None:
    account = account_of(left_early().history, HALL, VI)
    told = lines(tuple(awards(account)))
    assert told[1] == (
        "- Rời đợt khi chưa trao: 1.1. Đợt 1 "
        "(mới gọi tới bước “xếp hàng”; nếu thật ra đã trao thì sửa lại ở đây)."
    )
    assert told[2].startswith("- 1.3. Đợt 3 kết thúc mà không gọi bước nào")
    rows = plain(table(not_handed_out(account)))
    assert rows[0][3] == rows[9][3] == "rời đợt khi chưa trao / đợt 1/6"
    whole = award_lists(account).blocks[0]
    assert isinstance(whole, Table)
    assert said(whole.rows[0].cells[0]).endswith("RỜI ĐỢT KHI CHƯA TRAO")


def test_a_batch_that_was_split_shares_its_plan_with_the_rest() -> None:
    rows = table(pace(sixty()))
    assert [row[:4] for row in rows[4:6]] == [
        ["1.5. Đợt 5", "2:00", "2:20", "+0:20"],
        ["1.5a. Đợt 5", "2:00", "2:00", "0:00"],
    ]


def test_who_is_left_over_stands_in_a_list_with_why_and_room_to_sign() -> None:
    rows = plain(table(not_handed_out(sixty(), to_sign=True)))
    assert len(rows) == 13
    assert rows[0] == [
        "1",
        "Trần Văn 3 / Đơn vị 3",
        f"{FORM} / Quyết định số 12/QĐ-UBND",
        "vắng mặt / đợt 1/7",
        "",
    ]
    assert rows[3][3] == "đợt chưa trao / đợt 7/7"


def test_the_pace_of_each_batch_stands_beside_its_plan_and_the_round_is_summed() -> None:
    rows = table(pace(sixty()))
    assert rows[0] == ["1.1. Đợt 1", "4:00", "4:30", "+0:30", "9", "0:30"]
    assert rows[-1] == ["Cả 7 đợt", "24:00", "21:00", "−3:00", "48", "0:26"]


def test_the_paper_of_the_lists_parts_those_who_have_it_from_those_who_have_not() -> None:
    made = paper_for(Kind.AWARDS, sixty(), ".docx")
    _, given, left, _ = (block for block in made.blocks if isinstance(block, Table))
    names = {said(row.cells[1]) for row in given.rows if row.level is not Level.SESSION}
    missing = {said(row.cells[1]) for row in left.rows}
    assert (len(names), len(missing)) == (48, 13)
    assert not names & missing


def test_the_paper_says_where_nobody_is_left_over_and_where_nothing_is_handed_over() -> None:
    show = Record(round_of_sixty()).do("08:00:00", c.Start())
    for at in range(6):
        show.do(f"08:0{at + 1}:00", c.Advance())
    whole = paper_for(Kind.AWARDS, account_of(show.do("08:10:00", c.End()).history, HALL, VI), ".docx")
    assert "Không còn ai chưa nhận." in lines(whole.blocks)
    none = paper_for(Kind.AWARDS, account_of(whole_show().history, HALL, VI), ".docx")
    assert lines(none.blocks)[-1] == "Không có nội dung trao tặng."
