"""The file of the desk: saved whole, asked about, and taken up again after a crash."""

from __future__ import annotations

from pathlib import Path

from tests.tui.plan_desk.sitting import planning

TEXT = """\
title: Hội nghị
items:
  - title: Khai mạc
    kind: opening
"""


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


async def test_what_is_saved_differs_only_where_it_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_bytes(("\ufeff# ghi chú\n" + TEXT).replace("\n", "\r\n").encode())
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"Ông", "space", *"A", "enter")
        assert "CHƯA LƯU" in desk.screen
        await desk.press("ctrl+s")
        assert "đã lưu" in desk.screen
    will = "\ufeff# ghi chú\n" + TEXT + "    by: Ông A\n"
    assert path.read_bytes() == will.replace("\n", "\r\n").encode()


async def test_a_file_that_somebody_else_has_changed_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter")
        path.write_text(TEXT + "# khác\n", encoding="utf-8")
        await desk.press("ctrl+s")
        assert desk.asks()
        await desk.press("enter")
        assert path.read_text(encoding="utf-8") == TEXT + "# khác\n"
        await desk.press("ctrl+s", "c")
        assert path.read_text(encoding="utf-8") == TEXT + "    by: A\n"


async def test_a_new_agenda_is_asked_for_its_name_and_never_written_over_another(tmp_path: Path) -> None:
    there = tmp_path / "there.yaml"
    there.write_text("title: Khác\n", encoding="utf-8")
    async with planning(TEXT) as desk:
        await desk.press("ctrl+s", "home", *(["delete"] * 40), *str(there), "enter")
        assert desk.asks()
        await desk.press("escape")
        assert there.read_text(encoding="utf-8") == "title: Khác\n"
        assert "CHƯA LƯU" in desk.screen
        await desk.press("ctrl+s", "home", *(["delete"] * 40), *str(tmp_path / "new"), "enter")
        assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == TEXT
        assert "new.yaml ✓ đã lưu" in desk.screen


async def test_leaving_asks_while_something_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter", "q")
        assert desk.asks()
        await desk.press("escape")
        assert not desk.asks()
        await desk.press("q", "l")
        await desk.until(lambda: desk.app.return_code is not None)
    assert path.read_text(encoding="utf-8") == TEXT + "    by: A\n"
    assert names_in(tmp_path) == ["agenda.yaml"]


async def test_what_a_crash_left_unsaved_is_offered_again(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter")
        await desk.checked()
        # the window is killed: nothing is asked any more
    assert path.read_text(encoding="utf-8") == TEXT
    async with planning(path) as desk:
        await desk.until(desk.asks)
        await desk.press("m")
        assert desk.value("items", 0, "by") == "A"
        await desk.press("ctrl+s")
    async with planning(path) as desk:
        assert not desk.asks()
        assert desk.value("items", 0, "by") == "A"


async def test_undo_back_to_the_file_is_saved_again(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter")
        assert "CHƯA LƯU" in desk.screen
        await desk.press("u")
        assert desk.text == TEXT
        assert "✓ đã lưu" in desk.screen
        await desk.press("u")
        assert "Không còn gì để hoàn tác" in desk.screen
        await desk.press("ctrl+y")
        assert desk.value("items", 0, "by") == "A"
