"""The file of the desk: saved whole, asked about, and taken up again after a crash."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from runofshow.agenda_file.editing.saving import save
from runofshow.tui.desk.shelf import Shelf
from runofshow.tui.dialogs.form import Form
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


NEW = TEXT + "  - {title: Bế mạc, kind: closing}\n"


async def crashed(text: str | Path, path: Path | None = None, unnamed: Shelf | None = None) -> None:
    """Something is typed at the desk, and its window is killed."""
    async with planning(text, path=path, unnamed=unnamed) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter")
        await desk.checked()


@pytest.mark.parametrize("answer", ["enter", "escape"])
async def test_what_was_never_saved_outlives_opening_it_again(tmp_path: Path, answer: str) -> None:
    path = tmp_path / "two.yaml"
    await crashed(TEXT, path)
    left = Shelf(path).unsaved.read_bytes()
    for _ in range(2):
        async with planning(NEW, path=path) as desk:
            await desk.until(desk.asks)
            assert Shelf(path).unsaved.read_bytes() == left
    async with planning(NEW, path=path) as desk:
        await desk.until(desk.asks)
        await desk.press(answer)
        assert desk.text == TEXT + "    by: A\n"
        await desk.press("u")
        assert desk.text == NEW


async def test_what_is_not_wanted_again_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "two.yaml"
    path.write_text(TEXT, encoding="utf-8")
    await crashed(path)
    async with planning(path) as desk:
        await desk.until(desk.asks)
        await desk.press("b")
        assert desk.text == TEXT
    assert names_in(tmp_path) == ["two.yaml"]


async def test_an_agenda_without_a_name_is_kept_and_offered_until_it_is_saved(tmp_path: Path) -> None:
    unnamed = Shelf(tmp_path / "unnamed")
    await crashed(TEXT, unnamed=unnamed)
    async with planning(NEW, unnamed=unnamed) as desk:
        await desk.until(desk.asks)
        await desk.press("enter")
        assert desk.value("items", 0, "by") == "A"
        await desk.press("ctrl+s", "home", *(["delete"] * 40), *str(tmp_path / "a"), "enter")
        assert "a.yaml ✓ đã lưu" in desk.screen
    assert names_in(tmp_path) == ["a.yaml"]


async def test_what_somebody_wrote_since_the_crash_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    await crashed(path)
    path.write_text(NEW, encoding="utf-8")
    async with planning(path) as desk:
        await desk.until(desk.asks)
        await desk.press("enter")
        assert not desk.asks()
        await desk.press("ctrl+s")
        assert desk.asks()
        await desk.press("enter")
    assert path.read_text(encoding="utf-8") == NEW


async def test_enter_saves_on_leaving(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter", "q")
        await desk.press("enter")
        await desk.until(lambda: desk.app.return_code is not None)
    assert path.read_text(encoding="utf-8") == TEXT + "    by: A\n"


async def test_where_nothing_may_be_written_another_place_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "agenda.yaml"

    def refusing(where: Path, content: bytes) -> None:
        if where == path:
            raise PermissionError(errno.EACCES, "Permission denied")
        save(where, content)

    monkeypatch.setattr("runofshow.tui.desk.shelf.save", refusing)
    async with planning(TEXT, path=path) as desk:
        await desk.press("ctrl+s")
        assert isinstance(desk.dialog, Form)
        said = [str(each.render()) for each in desk.dialog.query(".told")]
        assert said == [f"✗ Không có quyền ghi vào {tmp_path}. Hãy lưu ở chỗ khác."]
        await desk.press("end", *(["backspace"] * 5), *"-2", "enter")
        assert "agenda-2.yaml ✓ đã lưu" in desk.screen
    assert (tmp_path / "agenda-2.yaml").read_text(encoding="utf-8") == TEXT


async def test_an_agenda_is_saved_as_another_file_and_goes_on_there(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with planning(path) as desk:
        await desk.go_to("items", 0, "by")
        await desk.press("enter", *"A", "enter", "S", "end", *(["backspace"] * 5), *"-2", "enter")
        assert "agenda-2.yaml ✓ đã lưu" in desk.screen
    assert path.read_text(encoding="utf-8") == TEXT
    assert (tmp_path / "agenda-2.yaml").read_text(encoding="utf-8") == TEXT + "    by: A\n"
