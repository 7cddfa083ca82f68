"""What agents propose for an agenda, at the desk on key d."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from runofshow.agenda_file.proposed.judging import proposed_for
from runofshow.agenda_file.proposed.kept import keep, kept_proposals
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core.proposals.changes import AnyProposed, EditItem, InsertItem, SkipItem
from runofshow.core.proposals.proposal import Proposal
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.proposals import ProposalDialog
from tests.agenda_file.given import TODAY
from tests.tui.hall import HALL_TIME
from tests.tui.plan_desk.sitting import Sitting, planning

AT = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
TEXT = """\
title: Hội nghị
items:
  # ba bài
  - {title: Báo cáo, kind: report, duration: 15 phút}
  - {title: Tặng quà, kind: gift, duration: 5 phút}
  - {title: Thảo luận, kind: other, duration: 5 phút}
"""
CHANGES = (
    EditItem("m1", title="Báo cáo tổng kết"),
    SkipItem("m2"),
    InsertItem("Văn nghệ", 600.0, before="m1"),
)


def proposed(folder: Path, *changes: AnyProposed) -> Path:
    path = folder / "a.yaml"
    path.write_text(TEXT, encoding="utf-8")
    reading = read_agenda_text(TEXT, "a.yaml", folder=folder, tz=HALL_TIME, today=TODAY)
    assert reading.agenda is not None
    made = proposed_for(reading.agenda, "", "Claude", "Cho gọn", changes)
    assert isinstance(made, Proposal), made
    assert isinstance(keep(path, made, AT), Proposal)
    return path


async def opened(at: Sitting) -> ProposalDialog:
    await at.press("d")
    await at.until(lambda: isinstance(at.dialog, ProposalDialog) and bool(at.dialog.look.chosen))
    assert isinstance(at.dialog, ProposalDialog)
    return at.dialog


def said(at: Sitting) -> str:
    assert isinstance(at.dialog, ProposalDialog)
    canvas = next(iter(at.dialog.query(Canvas)))
    return " ".join(" ".join("".join(one.text for one in line).split()) for line in canvas.picture)


async def test_that_a_proposal_waits_is_said_when_the_desk_opens(tmp_path: Path) -> None:
    async with planning(proposed(tmp_path, *CHANGES)) as at:
        await at.until(lambda: "Tác nhân Claude có đề nghị sửa kịch bản. d để xem." in at.screen)


async def test_all_of_it_is_made_in_the_text_in_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    path = proposed(tmp_path, *CHANGES)
    async with planning(path) as at:
        await opened(at)
        assert "1 Báo cáo: tên mục «Báo cáo» thành «Báo cáo tổng kết»" in said(at)
        await at.press("enter")
        await at.until(lambda: not at.asks())
        titles = [at.value("items", place, "title") for place in range(3)]
        assert titles == ["Văn nghệ", "Báo cáo tổng kết", "Thảo luận"]
        assert "# ba bài" in at.text
        assert path.read_text(encoding="utf-8") == TEXT, "the file is the person's to save"
        assert kept_proposals(path).proposals[0].taken == (0, 1, 2)
        await at.press("u")
        assert at.text == TEXT
        await at.press("d")
        await at.until(lambda: "Không có đề nghị nào đang chờ." in at.screen)


async def test_some_or_none_of_it_is_taken(tmp_path: Path) -> None:
    path = proposed(tmp_path, *CHANGES)
    proposed(tmp_path, SkipItem("m3"))
    async with planning(path) as at:
        dialog = await opened(at)
        await at.press("space", "down", "down", "space", "enter")
        await at.until(lambda: dialog.look.proposal.proposal_id == "d2" and bool(dialog.look.chosen))
        assert [at.value("items", place, "title") for place in range(2)] == ["Báo cáo", "Thảo luận"]
        assert dialog.look.chosen == {0}, "the line is known by its words, though its number is another"
        await at.press("x")
        await at.until(lambda: not at.asks())
        assert [one.taken for one in kept_proposals(path).proposals] == [(1,), ()]


async def test_what_was_changed_at_the_desk_since_is_not_overwritten(tmp_path: Path) -> None:
    path = proposed(tmp_path, EditItem("m1", title="Khác"), SkipItem("m3"))
    path.write_text(TEXT.replace("title: Báo cáo", "title: Báo cáo năm"), encoding="utf-8")
    async with planning(path) as at:
        dialog = await opened(at)
        assert dialog.look.chosen == {1}
        assert "Mục này đã được sửa sau khi đề nghị" in said(at)


async def test_a_new_agenda_has_no_proposals() -> None:
    async with planning(TEXT) as at:
        await at.press("d")
        await at.until(lambda: "Không có đề nghị nào đang chờ." in at.screen)
