"""What agents propose for an agenda: kept beside its file, judged by its rules, made in its text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.written import written
from runofshow.agenda_file.proposed.judging import located, proposed_for, refused_of
from runofshow.agenda_file.proposed.kept import MOST_KEPT, answer, beside, keep, kept_proposals
from runofshow.agenda_file.proposed.making import made
from runofshow.agenda_file.proposed.telling import change_line, length
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core.agenda import Agenda
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.proposals.judging import MOST_WAITING
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.refusal import Reason, Refused
from runofshow.texts import Language
from tests.agenda_file.given import TODAY

HERE = timezone(timedelta(hours=7))
AT = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
TEXT = """\
title: Hội nghị
date: 30/11/2026
sessions:
  - title: Sáng
    start: 8h00
    items:
      - {title: Chào cờ, kind: flag_salute, duration: 5'}
      # đã hỏi văn phòng
      - title: Báo cáo tổng kết
        kind: report
        by: Ông Chủ tịch
        duration: 20'
        guessed: [duration]
      - title: Tham luận
        kind: paper
        parts:
          - {title: Đoàn xã, kind: speech, duration: 10'}
          - {title: Hội phụ nữ, kind: speech, duration: 10'}
  - title: Chiều
    start: 13h30
    items:
      - {title: Trao thưởng, kind: award, duration: 30'}
      - {title: Bế mạc, kind: closing, duration: 10'}
"""


def agenda_of(text: str) -> Agenda:
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=HERE, today=TODAY)
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def proposal(*changes: AnyProposed, text: str = TEXT) -> Proposal:
    found = proposed_for(agenda_of(text), "d1", "Claude", "Cho gọn", changes)
    assert isinstance(found, Proposal), found
    return found


def text_with(*changes: AnyProposed) -> str:
    return made(written(TEXT), agenda_of(TEXT), changes, HERE).text


def ids(text: str) -> dict[str, str]:
    agenda = agenda_of(text)
    rows = (row for session in agenda.sessions for item in session.items for row in (item, *item.parts))
    return {row.title: row.item_id for row in rows}


REPORT, YOUTH, WOMEN = (ids(TEXT)[title] for title in ("Báo cáo tổng kết", "Đoàn xã", "Hội phụ nữ"))
PAPERS, SALUTE, AWARD = (ids(TEXT)[title] for title in ("Tham luận", "Chào cờ", "Trao thưởng"))


def test_an_edit_changes_its_own_lines_and_no_others() -> None:
    start = datetime(2026, 11, 30, 8, 10, tzinfo=HERE)
    text = text_with(
        EditItem(REPORT, title="Báo cáo năm", by="", seconds=900.0, mc="Kính mời.", start=start),
        EditItem(AWARD, presenter="Bà Phó Chủ tịch"),
    )
    assert "      # đã hỏi văn phòng\n      - title: Báo cáo năm\n" in text
    assert "Ông Chủ tịch" not in text
    assert "guessed" not in text, "what a person agreed to is no guess any more"
    item = agenda_of(text).sessions[0].items[1]
    assert (item.title, item.by, item.duration, item.mc) == (
        "Báo cáo năm",
        None,
        timedelta(minutes=15),
        "Kính mời.",
    )
    assert item.fixed_start == start
    award = agenda_of(text).sessions[1].items[0].award
    assert award is not None
    assert award.presenter == "Bà Phó Chủ tịch"


def test_lines_are_followed_while_others_come_go_and_move() -> None:
    text = text_with(
        InsertItem("Tặng hoa", 180.0, "gift", by="Đội viên", after=SALUTE),
        SkipItem(YOUTH),
        MoveItem(REPORT, before=AWARD),
        InsertItem("Khai mạc", 300.0, before=SALUTE),
        TimeForItem(WOMEN, 120.0),
        TimeForItem(WOMEN, 60.0),
        MoveItem(SALUTE, session=agenda_of(TEXT).sessions[1].session_id),
        InsertItem("Đầu tiên", 60.0),
    )
    sessions = agenda_of(text).sessions
    assert [item.title for item in sessions[0].items] == ["Đầu tiên", "Khai mạc", "Tặng hoa", "Tham luận"]
    assert [item.title for item in sessions[1].items] == [
        "Báo cáo tổng kết",
        "Trao thưởng",
        "Bế mạc",
        "Chào cờ",
    ]
    assert [(part.title, part.duration) for part in sessions[0].items[3].parts] == [
        ("Hội phụ nữ", timedelta(minutes=13))
    ]
    assert sessions[0].items[2].by == "Đội viên"


def test_a_line_moves_to_the_end_of_its_own_level() -> None:
    text = text_with(MoveItem(REPORT), MoveItem(YOUTH))
    assert [item.title for item in agenda_of(text).sessions[0].items][-1] == "Báo cáo tổng kết"
    assert [part.title for part in agenda_of(text).sessions[0].items[1].parts] == ["Hội phụ nữ", "Đoàn xã"]


def test_the_last_part_takes_the_list_of_parts_with_it() -> None:
    text = text_with(SkipItem(YOUTH), SkipItem(WOMEN))
    assert "parts" not in text


def test_a_line_that_is_not_in_the_text_is_not_edited() -> None:
    with pytest.raises(NotEdited):
        text_with(EditItem("m99", title="x"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (SkipItem(SALUTE), Reason.PROTECTED),
        (EditItem(SALUTE, title="Khác"), Reason.PROTECTED),
        (SkipItem("m99"), Reason.UNKNOWN_ITEM),
        (EditItem(REPORT, title=" "), Reason.EMPTY),
    ],
    ids=str,
)
def test_what_a_show_would_refuse_is_not_proposed_for_its_plan(change: AnyProposed, reason: Reason) -> None:
    found = proposed_for(agenda_of(TEXT), "d1", "Claude", "x", (change,))
    assert isinstance(found, Refused)
    assert found.reason is reason


def test_a_line_that_is_another_by_now_is_not_taken_for_the_one_that_was_meant() -> None:
    one = proposal(EditItem(REPORT, seconds=900.0), SkipItem(YOUTH), InsertItem("Hoa", 60.0, after=SALUTE))
    assert refused_of(agenda_of(TEXT), one) == {}
    before = TEXT.replace(
        "      # đã hỏi", "      - {title: Tặng hoa, kind: gift, duration: 3'}\n      # đã hỏi"
    )
    moved = agenda_of(before)
    assert refused_of(moved, one).keys() == {0, 1}
    assert refused_of(moved, located(moved, one)) == {}
    assert located(moved, one).changes[0] == EditItem("s1.m3", seconds=900.0)
    twice = agenda_of(before.replace("Tặng hoa", "Báo cáo tổng kết"))
    assert refused_of(twice, located(twice, one)).keys() == {0}, "of two with one name neither is guessed"
    gone = agenda_of(TEXT.replace("Đoàn xã", "Đoàn phường"))
    assert refused_of(gone, located(gone, one)) == {1: Refused(Reason.CHANGED_SINCE, YOUTH)}
    longer = TEXT.replace("duration: 20'", "duration: 25'")
    assert refused_of(agenda_of(longer), one) == {0: Refused(Reason.CHANGED_SINCE, REPORT)}


def test_proposals_are_kept_beside_the_file_and_the_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "hội nghị.yaml"
    path.write_text(TEXT, encoding="utf-8")
    one = keep(path, proposal(EditItem(REPORT, title="Báo cáo"), SkipItem(YOUTH)), AT)
    assert isinstance(one, Proposal)
    assert path.read_text(encoding="utf-8") == TEXT
    assert beside(path).name == "hội nghị.yaml.proposals.json"
    (kept,) = kept_proposals(path).proposals
    assert kept == one
    assert (kept.proposal_id, kept.at, kept.waits) == ("d1", AT, True)
    assert kept.was[REPORT].title == "Báo cáo tổng kết"
    answer(path, "d1", (0,), AT)
    assert kept_proposals(path).proposals[0].taken == (0,)
    assert not kept_proposals(path).proposals[0].waits


def test_no_more_wait_or_are_kept_than_a_person_looks_at(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    one = proposal(SkipItem(YOUTH))
    for _ in range(MOST_WAITING):
        assert isinstance(keep(path, one, AT), Proposal)
    assert keep(path, one, AT) == Refused(Reason.TOO_MANY)
    for number in range(1, MOST_KEPT + 11):
        answer(path, f"d{number}", (), AT)
        assert isinstance(keep(path, one, AT), Proposal)
    kept = kept_proposals(path).proposals
    assert len(kept) <= MOST_KEPT + 1
    assert len({each.proposal_id for each in kept}) == len(kept)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"version": 2}', b"\xff", b'{"proposals": [1]}'])
def test_a_file_that_is_not_ours_counts_as_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.yaml"
    beside(path).write_bytes(data)
    assert kept_proposals(path).proposals == ()


def test_a_change_is_told_in_words() -> None:
    one = proposal(
        EditItem(REPORT, by="", notes="Có máy chiếu", start=datetime(2026, 11, 30, 1, 10, tzinfo=UTC)),
        InsertItem("Hoa", 90.0, by="Đội viên", before=AWARD),
        InsertItem("Đầu", 45.0),
        MoveItem(REPORT),
        TimeForItem(WOMEN, -30.0),
    )
    number = "2"
    assert [change_line(change, one.was, Language.VI, HERE) for change in one.changes] == [
        f"{number} Báo cáo tổng kết: bỏ người nói, người làm «Ông Chủ tịch»; ghi chú là «Có máy chiếu»;"
        " giờ bắt đầu là «08:10»",
        "Thêm «Hoa» (1'30\", Đội viên) trước 1 Trao thưởng",
        'Thêm «Đầu» (45") ở đầu kịch bản',
        "Chuyển 2 Báo cáo tổng kết xuống cuối phiên",
        '3.2 Hội phụ nữ: bớt 30"',
    ]
    assert length(3_600) == "60'"
