"""What is owed, at the console: said before the show and after it, listed, and marked in the agenda file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual import events

from runofshow.agenda_file.reader import read_agenda
from runofshow.core import commands as c
from runofshow.core.duties import owed
from runofshow.core.snapshot import Phase
from runofshow.texts import Language
from runofshow.texts.console import EN, VI
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.duties import DutiesDialog
from runofshow.tui.keys import Act
from runofshow.tui.lines import Picture
from runofshow.tui.panels.duties import DutiesLook, duties_panel
from tests.tui.desk import Desk, desk
from tests.tui.hall import HALL_TIME, Hall, Venue, hall_for, pen

DAY = date(2020, 3, 27)
TEXT = """\
title: Hội nghị tổng kết
date: 27/3/2020
start: 8h00
items:
  - {title: Khai mạc, kind: opening, by: Ông A, duration: 10'}
  - {title: Bế mạc, kind: closing, duration: 10'}
duties:
  # hai việc trước hội nghị
  - {what: Nộp bài tham luận, by: Các đơn vị, due: 20/3/2020, when: before}
  - {what: Gửi giấy mời, due: 27/3/2020, when: before}
  - {what: Gửi báo cáo, by: Văn phòng, due: 31/5/2020}
  - {what: Đón tiếp, when: day, done: 27/3/2020}
"""
TOLD = "Việc phải làm: 1 việc quá hạn, 1 việc đến hạn hôm nay."
WORDS = VI.duties


def hall(venue: Venue, text: str = TEXT) -> tuple[Hall, Path]:
    """The show of an agenda that lies in a file."""
    path = venue.path / "agenda.yaml"
    path.write_text(text, encoding="utf-8")
    agenda = read_agenda(path, tz=HALL_TIME, today=DAY, language=Language.VI).agenda
    assert agenda is not None
    return hall_for(venue, agenda), path


def text_of(picture: Picture) -> str:
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in picture)


def seen(at: Desk) -> str:
    canvas = None if at.dialog is None else next(iter(at.dialog.query(Canvas)), None)
    return "" if canvas is None else text_of(canvas.picture)


async def until_seen(at: Desk, words: str) -> None:
    for _ in range(400):
        if words in seen(at):
            return
        await at.pilot.pause(0.01)
    raise AssertionError(f"never seen {words!r}; the dialog says:\n{seen(at)}")


async def opened(at: Desk) -> None:
    at.console.obey(Act.DUTIES)
    await until_seen(at, "1. Nộp bài tham luận")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_overdue_is_said_before_the_show_and_after_it_and_never_while_it_runs(
    venue: Venue, size: tuple[int, int]
) -> None:
    it, path = hall(venue)
    async with desk(it, size, agenda=path) as at:
        await at.until_said(TOLD)
        at.engine.ask(c.Start(sure=True)).result(5)
        await at.until(lambda now: now.phase is Phase.RUNNING)
        at.console.board.tell(None)
        assert TOLD not in at.screen
        at.engine.ask(c.End(sure=True)).result(5)
        await at.until_said(TOLD)


async def test_it_stays_at_the_foot_of_a_high_screen_until_the_show_starts(venue: Venue) -> None:
    it, path = hall(venue)
    async with desk(it, (120, 40), agenda=path) as at:
        await at.until_said(TOLD)
        at.console.board.tell(None)
        assert TOLD in at.screen
        assert "trợ giúp" in at.screen


async def test_nothing_is_said_where_nothing_is_overdue(venue: Venue) -> None:
    marked = TEXT.replace("when: before}", "when: before, done: có}")
    it, path = hall(venue, marked)
    async with desk(it, agenda=path) as at:
        at.console.obey(Act.DUTIES)
        await until_seen(at, "1. Nộp bài tham luận")
        await at.press("escape")
        assert "Việc phải làm" not in at.screen


async def test_a_duty_is_marked_in_the_file_and_the_show_is_as_before(venue: Venue) -> None:
    it, path = hall(venue)
    async with desk(it, agenda=path) as at:
        await at.until_said(TOLD)
        seq = at.engine.latest.seq
        await opened(at)
        assert "QUÁ HẠN 7 NGÀY · hạn 20/3/2020 · Các đơn vị" in seen(at)
        await at.press("space")
        await until_seen(at, WORDS.marked_here.format(number=1, file="agenda.yaml"))
        wanted = TEXT.replace("20/3/2020, when: before}", "20/3/2020, when: before, done: 27/3/2020}")
        assert path.read_text(encoding="utf-8") == wanted
        assert "đã xong ngày 27/3/2020" in seen(at)
        await at.press("escape")
        await at.until_said("Việc phải làm: 1 việc đến hạn hôm nay.")
        assert at.engine.latest.seq == seq


async def test_a_mark_is_taken_back(venue: Venue) -> None:
    it, path = hall(venue)
    async with desk(it, agenda=path) as at:
        await opened(at)
        await at.press("down", "down", "space")
        await until_seen(at, WORDS.unmarked_here.format(number=3, file="agenda.yaml"))
        assert path.read_text(encoding="utf-8") == TEXT.replace(", done: 27/3/2020}", "}")


async def test_a_key_that_is_held_marks_once(venue: Venue) -> None:
    it, path = hall(venue)
    async with desk(it, agenda=path) as at:
        await opened(at)
        assert at.dialog is not None
        for _ in range(6):
            at.dialog.post_message(events.Key("space", " "))
        await until_seen(at, "đã xong ngày 27/3/2020 · hạn 20/3/2020")
        await at.press("end")
        assert "đã xong ngày 27/3/2020 · hạn 20/3/2020" in seen(at)
        assert path.read_text(encoding="utf-8").count("done:") == 2


async def test_a_file_that_was_changed_meanwhile_is_not_marked_but_listed_anew(venue: Venue) -> None:
    it, path = hall(venue)
    async with desk(it, agenda=path) as at:
        await opened(at)
        other = TEXT.replace("Nộp bài tham luận", "Chốt danh sách")
        path.write_text(other, encoding="utf-8")
        await at.press("space")
        await until_seen(at, "1. Chốt danh sách")
        assert WORDS.changed_here.format(file="agenda.yaml")[:60] in seen(at)
        assert path.read_text(encoding="utf-8") == other


@pytest.mark.parametrize("spoilt", [None, "title: ["])
async def test_where_the_file_is_of_no_use_the_duties_of_the_opening_are_listed_and_none_is_marked(
    venue: Venue, spoilt: str | None
) -> None:
    it, path = hall(venue)
    if spoilt is None:
        path.unlink()
    else:
        path.write_text(spoilt, encoding="utf-8")
    async with desk(it, agenda=path) as at:
        await at.until_said(TOLD)
        await opened(at)
        assert "Tệp agenda.yaml" in seen(at) or "tệp agenda.yaml" in seen(at)
        assert WORDS.mark_done not in seen(at)
        await at.press("space", "down", "space")
        assert path.exists() == (spoilt is not None)
        assert "› !  2. Gửi giấy mời" in seen(at)


async def test_an_agenda_without_duties_says_where_to_add_one(venue: Venue) -> None:
    it, path = hall(venue, TEXT[: TEXT.index("duties:")])
    async with desk(it, agenda=path) as at:
        at.console.obey(Act.DUTIES)
        await until_seen(at, "runofshow plan")
        await at.press("space", "down", "escape")
        assert not isinstance(at.dialog, DutiesDialog)


async def test_a_click_puts_the_cursor_and_marks_nothing(venue: Venue) -> None:
    it, path = hall(venue)
    async with desk(it, agenda=path) as at:
        await opened(at)
        rows = seen(at).splitlines()
        line = next(number for number, row in enumerate(rows) if "4. Gửi báo cáo" in row)
        assert at.dialog is not None
        region = next(iter(at.dialog.query(Canvas))).region
        await at.pilot.click(offset=(region.x + 10, region.y + line))
        await until_seen(at, "› ○  4. Gửi báo cáo")
        assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1, 1), (30, 6), (78, 22), (118, 38), (160, 44)])
def test_the_list_keeps_to_its_room_with_the_cursor_in_sight(
    venue: Venue, size: tuple[int, int], language: Language
) -> None:
    it, _ = hall(venue)
    listed = owed(it.agenda.duties, DAY)
    for at in range(len(listed)):
        drawn = duties_panel(DutiesLook(listed, at), it.now, pen(language), *size)
        lines = text_of(drawn.picture).split("\n")
        assert (len(drawn.picture), max(map(len, lines)) <= size[0]) == (size[1], True)
        if size[1] > 6:
            assert any("›" in line and f"{at + 1}." in line for line in lines)
    if size[0] > 70:
        words = (VI if language is Language.VI else EN).duties
        assert words.title in text_of(duties_panel(DutiesLook(listed), it.now, pen(language), *size).picture)
