"""The first screen: keys are pressed, and it is read off what was chosen and what stands on it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.first import EN, FIRST, VI
from runofshow.tui.canvas import Canvas
from runofshow.tui.first.app import Files, FirstScreen, first_pen
from runofshow.tui.first.listing import Listed, Looked, matching
from runofshow.tui.first.menu import Page, Row, Said, menu
from runofshow.tui.first.typed_path import typed_path
from runofshow.tui.first.wishes import OfFile, OtherLanguage, Use, Wish

LEFT = Row(VI.wishes["pick_up"], ("Hội nghị tổng kết", "Đang ở mục 4: Khen thưởng · dở từ 09:12 hôm nay"))
PLAN = Listed(Path("/d/Kế hoạch.docx"), "Kế hoạch.docx", "Word", "08:00 hôm nay")
AGENDA = Listed(Path("/d/a.yaml"), "Hội nghị tổng kết", "kịch bản", "07:00 hôm nay")
FOLDER = Listed(Path("/d/cũ"), "cũ/", "thư mục", "", is_folder=True)
FIT = Looked(("Hội nghị tổng kết", "08:00 27/3/2026"))


@dataclass
class At:
    """Somebody before the first screen."""

    app: FirstScreen
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until_listed(self) -> None:
        for _ in range(500):
            if VI.looking not in self.screen and "Kế hoạch" in self.screen:
                return
            await self.pilot.pause(0.01)
        raise AssertionError(self.screen)

    @property
    def screen(self) -> str:
        canvas = self.app.screen.query_one(Canvas)
        return "\n".join(canvas.render_line(y).text.rstrip() for y in range(canvas.size.height))


@asynccontextmanager
async def first(
    kept: Mapping[Wish, Row] | None = None,
    at: Wish = Wish.OPEN,
    said: Said | None = None,
    size: tuple[int, int] = (80, 24),
    looked: Looked = FIT,
    listed: list[Listed] | None = None,
    file: Path | None = None,
) -> AsyncIterator[At]:
    def files(folder: Path | None) -> list[Listed]:
        if folder == Path("/d/cũ"):
            return []
        return [PLAN, AGENDA, FOLDER] if listed is None else listed

    words = CONSOLE[Language.VI]
    found = Files({Wish.OPEN: files, Wish.IMPORT: files}, lambda path: looked)
    app = FirstScreen(words, VI, first_pen(words), "1.0.0", kept or {}, found, at, said, file)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield At(app, pilot)


async def test_every_wish_has_its_digit_whatever_was_kept() -> None:
    for kept in ({}, {Wish.PICK_UP: LEFT, Wish.REPORT: LEFT}):
        async with first(kept) as at:
            for number, wish in enumerate(Wish, start=1):
                row = kept.get(wish)
                title = VI.wishes[wish] if row is None else row.title
                assert any(f"{number}   {title}" in line for line in at.screen.splitlines()), at.screen


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["3"], Wish.NEW),
        (["down", "enter"], Wish.NEW),
        (["end", "enter"], Wish.LEAVE),
        (["up", "up", "up", "enter"], Wish.DOCTOR),
        (["q"], Wish.LEAVE),
        (["Q"], Wish.LEAVE),
        (["9"], OtherLanguage(Wish.OPEN)),
        (["ctrl+q"], None),
    ],
)
async def test_arrows_and_enter_or_one_digit_choose(keys: list[str], chosen: object) -> None:
    async with first() as at:
        await at.press(*keys)
        assert at.app.chosen == chosen
        assert not at.app.is_running


async def test_what_is_unfinished_stands_on_top_and_enter_goes_on_with_it() -> None:
    async with first({Wish.PICK_UP: LEFT}, Wish.PICK_UP) as at:
        lines = at.screen.splitlines()
        assert "▶  1   Tiếp tục buổi đang dở" in lines[2]
        assert lines[3].strip() == "Hội nghị tổng kết"
        assert "mục 4: Khen thưởng · dở từ 09:12" in lines[4]
        await at.press("enter")
        assert at.app.chosen is Wish.PICK_UP


@pytest.mark.parametrize("key", ["1", "6"])
async def test_where_nothing_was_kept_its_row_says_so_and_starts_nothing(key: str) -> None:
    async with first() as at:
        assert "không có buổi nào đang dở" in at.screen
        await at.press(key)
        assert at.app.is_running
        assert at.app.chosen is None


async def test_what_came_of_the_last_choice_stands_until_the_next_key() -> None:
    async with first(said=Said("Không đọc được tệp ấy", bad=True)) as at:
        assert "✗ Không đọc được tệp ấy" in at.screen
        await at.press("down")
        assert "Không đọc được" not in at.screen


async def test_an_office_file_goes_to_the_desk_and_an_agenda_asks_what_for() -> None:
    async with first() as at:
        await at.press("2")
        await at.until_listed()
        await at.press("enter")
        assert at.app.chosen == OfFile(PLAN.path, Use.PLAN)
    async with first() as at:
        await at.press("2")
        await at.until_listed()
        await at.press("down", "enter")
        assert "08:00 27/3/2026" in at.screen
        assert "▶  1   Điều hành hội nghị" in at.screen
        await at.press("2")
        assert at.app.chosen == OfFile(AGENDA.path, Use.REHEARSE)


async def test_escape_goes_back_a_step_and_never_leaves() -> None:
    async with first() as at:
        await at.press("2")
        await at.until_listed()
        await at.press("down", "enter")
        await at.press("escape")
        assert "Soạn kịch bản mới" in at.screen
        await at.press("escape", "escape")
        assert at.app.is_running


async def test_an_agenda_with_errors_offers_the_desk_and_says_the_first_of_them() -> None:
    looked = Looked(("a.yaml",), tuple(f"{n}:1: lỗi: số {n}" for n in range(1, 9)), 8)
    async with first(looked=looked) as at:
        await at.press("2")
        await at.until_listed()
        await at.press("down", "enter")
        assert "▶  3   Mở ở bàn soạn" in at.screen
        assert "còn 8 lỗi" in at.screen
        assert "3:1: lỗi: số 3" in at.screen
        assert "4:1" not in at.screen
        assert VI.unfit_more.format(count=5) in at.screen
        await at.press("1")
        assert at.app.chosen is None
        await at.press("enter")
        assert at.app.chosen == OfFile(AGENDA.path, Use.PLAN)


async def test_two_agendas_of_one_long_title_are_told_apart_by_their_files() -> None:
    title = "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019 và phát động phong trào thi đua"
    names = ("ninh-hoa-2020.yaml", "ninh-hoa-2021-sua-lan-2.yaml")
    listed = [Listed(Path("/d") / name, title, "kịch bản", "07:00 hôm nay") for name in names]
    async with first(listed=[PLAN, *listed]) as at:
        await at.press("2")
        await at.until_listed()
        assert "ninh-hoa-2020.yaml" in at.screen
        assert "ninh-hoa-2021-s" in at.screen
        assert "Hội nghị tổng kết" in at.screen


async def test_letters_without_their_marks_find_a_file_and_none_that_matches_is_said() -> None:
    async with first() as at:
        await at.press("4")
        await at.until_listed()
        await at.press(*"hoach")
        assert "Hội nghị" not in at.screen
        await at.press("z")
        assert VI.none_matches in at.screen
        await at.press("enter")
        assert at.app.is_running


async def test_letters_rewritten_by_a_vietnamese_keyboard_come_out_whole() -> None:
    """Telex: k, e, e gives k and e, then a backspace and ế in one read."""
    async with first() as at:
        await at.press("2")
        await at.until_listed()
        for key, sign in (("k", "k"), ("e", "e"), ("backspace", None), ("ế", "ế")):
            at.app.post_message(events.Key(key, sign))
        await at.pilot.pause(0.1)
        from runofshow.tui.vietnamese_fields import Entry

        assert at.app.screen.query_one(Entry).value == "kế"
        assert "Kế hoạch.docx" in at.screen


async def test_a_typed_path_opens_the_file_it_leads_to(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch (1).txt"
    path.write_text("x", encoding="utf-8")
    listed = [Listed(path, path.name, "TXT", "08:00"), Listed(tmp_path / "b.txt", "b.txt", "TXT", "08:00")]
    async with first(listed=listed) as at:
        await at.press("2")
        await at.until_listed()
        at.app.post_message(events.Paste(f'"{path}"'))
        await at.pilot.pause(0.1)
        assert "b.txt" not in at.screen
        await at.press("enter")
        assert at.app.chosen == OfFile(path, Use.PLAN)


@pytest.mark.parametrize("name", ["Kế hoạch.docx", "a b.yaml"])
async def test_a_file_dropped_onto_the_window_is_opened(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    async with first() as at:
        at.app.post_message(events.Paste(f"'{path}'"))
        await at.pilot.pause(0.1)
        if path.suffix == ".docx":
            assert at.app.chosen == OfFile(path, Use.PLAN)
        else:
            assert "▶  1   Điều hành hội nghị" in at.screen


async def test_a_text_pasted_there_opens_nothing_and_presses_no_key() -> None:
    async with first() as at:
        at.app.post_message(events.Paste("3 người, q"))
        await at.pilot.pause(0.1)
        assert at.app.chosen is None
        assert "3 người, q" in at.screen


async def test_a_file_the_program_was_opened_with_comes_first(tmp_path: Path) -> None:
    async with first(file=tmp_path / "a.yaml") as at:
        assert "▶  1   Điều hành hội nghị" in at.screen
        await at.press("escape")
        assert "Soạn kịch bản mới" in at.screen


async def test_a_path_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    async with first() as at:
        await at.press("2")
        await at.until_listed()
        at.app.post_message(events.Paste(f"{tmp_path}/none.yaml"))
        await at.pilot.pause(0.1)
        assert VI.no_file.format(path="")[:18] in at.screen


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("ke hoach", None),
        ("kế hoạch.docx", None),
        ('"/a/Kế hoạch.docx"', "/a/Kế hoạch.docx"),
        ("'/a/b c.txt' ", "/a/b c.txt"),
        ("./a.yaml", "a.yaml"),
        ("file:///a/b.txt", "/a/b.txt"),
        ("a\0/b", None),
    ],
)
def test_what_is_typed_is_a_path_or_letters_of_a_name(typed: str, path: str | None) -> None:
    assert typed_path(typed) == (None if path is None else Path(path))


@pytest.mark.skipif(os.sep == "\\", reason="there a backslash stands between folders")
def test_a_dropped_path_has_backslashes_before_its_blanks() -> None:
    assert typed_path("/a/b\\ c\\ \\(1\\).txt") == Path("/a/b c (1).txt")


def test_a_file_is_found_by_its_name_folder_and_kind() -> None:
    files = [PLAN, AGENDA]
    assert matching(files, "hoi tong") == [AGENDA]
    assert matching(files, "word") == [PLAN]
    assert matching(files, "a.yaml") == [AGENDA]
    assert matching(files, " ") == files


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 60), (40, 12), (20, 4)])
def test_every_size_shows_the_chosen_row_and_no_line_is_wider(width: int, height: int, words: object) -> None:
    language = Language.VI if words is VI else Language.EN
    first = FIRST[language]
    rows = [Row(first.wishes[wish], (first.wish_details[wish],)) for wish in Wish]
    rows[0] = Row(first.wishes["pick_up"], ("Hội nghị " * 30, "Đang ở mục 4 · dở từ 09:12"))
    pen = first_pen(CONSOLE[language])
    page = Page(
        tuple(rows), first.keys.format(language=first.other_language), said=Said("s " * 300, bad=True)
    )
    for at in range(len(rows)):
        drawn = menu(page, at, (first.name, "9 English"), (width, height), pen)
        lines = ["".join(part.text for part in line) for line in drawn.picture]
        assert len(lines) == len(drawn.row_at) == height
        assert {cell_len(line) for line in lines} == {width}
        if height >= 24:
            assert sum("▶" in line for line in lines) == 1
            assert {row for row in drawn.row_at if row is not None} == set(range(len(rows)))


def test_at_eighty_by_twenty_four_every_row_keeps_its_details() -> None:
    rows = tuple(Row(VI.wishes[wish], (VI.wish_details[wish],)) for wish in Wish)
    drawn = menu(Page((LEFT, *rows[1:]), "foot"), 0, ("", ""), (80, 24), first_pen(CONSOLE[Language.VI]))
    text = "\n".join("".join(part.text for part in line) for line in drawn.picture)
    assert all(VI.wish_details[wish] in text for wish in Wish if wish is not Wish.PICK_UP)
    assert "dở từ 09:12" in text
