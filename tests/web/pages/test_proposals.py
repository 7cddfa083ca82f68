"""What an agent proposes, on the caller's phone: told, asked, taken whole or declined, then gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Role, Session
from runofshow.core.proposals.changes import EditItem, InsertItem, MoveItem, SkipItem, TimeForItem
from tests.web.pages.browser import Chromium
from tests.web.pages.plan import EIGHT, minutes
from tests.web.pages.theatre import Theatre, theatre


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Theatre]:
    items = (
        Item("m1", "1", "Báo cáo", "report", minutes(15)),
        Item("m2", "2", "Thảo luận", "exchange", minutes(30)),
        Item("m3", "3", "Giao lưu", "exchange", minutes(15)),
    )
    with theatre(tmp_path, Agenda("Hội nghị tổng kết", (Session("s1", "", EIGHT, items=items),))) as opened:
        changes = (
            EditItem("m2", seconds=1200.0, mc="Xin mời.", start=EIGHT + minutes(20)),
            InsertItem("Tặng hoa", 180.0, by="Đội viên", after="m1"),
            MoveItem("m3", before="m2"),
            SkipItem("m1"),
            TimeForItem("m3", -120.0),
        )
        opened.engine.ask(c.Propose("Claude", "Cho kịp giờ", changes), "agent").result(10)
        yield opened


def test_a_proposal_is_told_in_words_and_taken(asked: Theatre, chromium: Chromium) -> None:
    caller = asked.screen(chromium, Role.CALLER)
    for words in (
        "Tác nhân Claude đề nghị lúc",
        "2 Thảo luận: lời MC là «Xin mời.»; thời lượng «30'» thành «20'»; giờ bắt đầu là «08:20»",
        "Thêm «Tặng hoa» (3', Đội viên) sau 1 Báo cáo",
        "Chuyển 3 Giao lưu lên trước 2 Thảo luận",
        "Bỏ 1 Báo cáo",
        "3 Giao lưu: bớt 2'",
    ):
        caller.wait_for_text(words, "[data-key=d1]")
    caller.tap("[data-key=d1]")
    caller.wait_for_text("Bỏ 1 Báo cáo", "dialog")
    caller.tap("dialog .danger")
    asked.until(lambda now: now.undoable == "take_proposal")
    caller.wait_for("!document.querySelector('[data-key=d1]')")


def test_a_proposal_is_declined(asked: Theatre, chromium: Chromium) -> None:
    caller = asked.screen(chromium, Role.CALLER)
    caller.wait_for_text("Cho kịp giờ", "[data-key=d1]")
    caller.tap("[data-key=d1]")
    caller.tap("dialog [value=no]")
    asked.until(lambda now: not now.proposals)
    assert asked.engine.latest.undoable is None
