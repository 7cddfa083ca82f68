"""Lengths at the desk by what rehearsals have taught: set by one key, taken back by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from threading import Event

from runofshow.core.agenda import Agenda
from tests.tui.plan_desk.sitting import planning

TEXT = """\
title: Hội nghị
items:
  # ba bài
  - {title: Báo cáo, kind: report, duration: 15 phút}
  - title: Bế mạc
    kind: closing
"""


def taught(agenda: Agenda) -> Mapping[str, timedelta]:
    return {agenda.sessions[0].items[0].item_id: timedelta(minutes=21), "m2": timedelta(minutes=6)}


async def test_one_key_sets_what_was_learnt_and_undo_takes_all_of_it_back() -> None:
    async with planning(TEXT, lengths=taught) as at:
        await at.press("r")
        await at.until(lambda: "Đã đặt 2 thời lượng" in at.screen)
        assert (at.value("items", 0, "duration"), at.value("items", 1, "duration")) == ("21'", "6'")
        assert "  # ba bài\n" in at.text
        await at.press("u")
        assert at.text == TEXT


async def test_with_nothing_learnt_nothing_is_changed() -> None:
    async with planning(TEXT, lengths=lambda agenda: {}) as at:
        await at.press("r")
        await at.until(lambda: "Chưa có gì để học" in at.screen)
        assert at.text == TEXT


async def test_records_that_cannot_be_read_are_said() -> None:
    def broken(agenda: Agenda) -> Mapping[str, timedelta]:
        raise OSError("đĩa hỏng")

    async with planning(TEXT, lengths=broken) as at:
        await at.press("r")
        await at.until(lambda: "đĩa hỏng" in at.screen)
        assert at.text == TEXT


async def test_what_is_changed_meanwhile_is_never_written_over() -> None:
    is_changed = Event()

    def slow(agenda: Agenda) -> Mapping[str, timedelta]:
        assert is_changed.wait(20)
        return taught(agenda)

    async with planning(TEXT, lengths=slow) as at:
        at.app.board.go_to(("items", 0), fields=False)
        await at.press("r", "J")
        moved = at.text
        assert moved != TEXT
        is_changed.set()
        await at.until(lambda: "gõ r lần nữa" in at.screen)
        assert at.text == moved


async def test_where_nobody_looks_for_lengths_the_key_says_that_it_does_nothing() -> None:
    async with planning(TEXT) as at:
        await at.press("r")
        assert "Không làm được" in at.screen
