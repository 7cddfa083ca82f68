"""What is pressed at the desk changes the text of the agenda, and nothing else of it."""

from __future__ import annotations

import pytest
from textual import events

from runofshow.tui.desk.board import Pane
from runofshow.tui.dialogs.picker import Option, matching
from tests.tui.plan_desk.sitting import planning

TEXT = """\
# của Văn phòng
title: Hội nghị tổng kết
date: 27/3/2020
start: 8h00
items:
  # mở đầu
  - title: Chào cờ
    kind: flag_salute
  - title: Tuyên bố lý do và khai mạc
    kind: introduction
    also: [opening]
    by: Ban Tổ chức
    duration: 10'
  - title: Tham luận
    kind: paper
    parts:
      - {title: Bài một, kind: paper, by: Sở A, duration: 7'}
      - {title: Bài hai, kind: paper, by: Sở B, duration: 7'}
  - title: Bế mạc
    kind: closing
    guessed: [kind, start]
    doubts:
      - Ai bế mạc?
"""


async def test_a_field_is_written_where_it_stands_and_the_hours_follow() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1, "duration")
        await desk.press("enter", "backspace", "backspace", "backspace", *"20")
        await desk.press("enter")
        assert not desk.asks()
        assert desk.text == TEXT.replace("duration: 10'", "duration: 20")
        await desk.checked()
        assert "08:25  Tham luận" in desk.screen


async def test_vietnamese_is_typed_unharmed_as_its_keyboards_send_it() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 3, "by")
        await desk.press("enter", *"Nguye", "backspace", "ê", "backspace", "ễ", "n", "enter")
        assert desk.value("items", 3, "by") == "Nguyễn"


async def test_an_answer_that_does_not_fit_is_told_and_nothing_is_changed() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1, "start")
        await desk.press("enter", *"27/3", "enter")
        assert desk.asks()
        assert desk.text == TEXT
        await desk.press("escape")
        assert not desk.asks()
        assert desk.text == TEXT


async def test_an_emptied_field_is_taken_out_but_never_one_that_is_needed() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1, "by")
        await desk.press("x")
        assert desk.text == TEXT.replace("    by: Ban Tổ chức\n", "")
        await desk.go_to("items", 1, "title")
        await desk.press("x")
        assert desk.value("items", 1, "title") == "Tuyên bố lý do và khai mạc"


async def test_a_kind_is_found_by_a_few_letters_without_diacritics() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1, "kind")
        await desk.press("enter", *"trao", "enter")
        assert desk.value("items", 1, "kind") == "award"


def test_what_begins_as_it_is_typed_comes_first() -> None:
    options = [Option("a", "Lễ trao giải"), Option("b", "Trao thưởng"), Option("c", "Bế mạc", "trao")]
    assert [each.value for each in matching(options, "trao")] == ["b", "a", "c"]
    assert [each.value for each in matching(options, "be mac")] == ["c"]


async def test_items_are_ordered_nested_and_taken_out_by_keys() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 3)
        await desk.press("escape", ">")
        assert desk.value("items", 2, "parts", 2, "title") == "Bế mạc"
        assert desk.at() == ("items", 2, "parts", 2)
        assert "Đã cho vào trong “Tham luận”" in desk.screen
        await desk.press("K", "<")
        assert desk.at() == ("items", 3)
        assert desk.text == TEXT
        await desk.press("K", "K")
        assert [row["title"] for row in desk.value("items")][1] == "Bế mạc"
        await desk.press("u", "u")
        assert desk.text == TEXT
        await desk.press("U")
        assert [row["title"] for row in desk.value("items")][2] == "Bế mạc"


async def test_what_cannot_be_done_on_a_line_is_said_and_changes_nothing() -> None:
    async with planning(TEXT) as desk:
        await desk.press(">", "J", "t", "g", "x", "l")
        assert desk.text == TEXT
        assert "✗" in desk.screen.splitlines()[-1]


async def test_a_line_is_split_where_two_things_are_joined_and_joined_again() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1)
        await desk.press("escape", "t", "enter")
        assert desk.value("items", 1, "title") == "Tuyên bố lý do"
        assert desk.value("items", 2) == {
            "title": "Khai mạc",
            "kind": "opening",
            "by": "Ban Tổ chức",
            "duration": "5'",
        }
        await desk.press("g")
        assert desk.value("items", 1, "title") == "Tuyên bố lý do; Khai mạc"


async def test_a_new_item_takes_its_kind_from_its_title_and_is_asked_where_that_does_not_tell() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 0)
        await desk.press("escape", "i", *"Khai", "space", *"mạc", "tab", *"Ông", "tab", *"5", "enter")
        assert desk.value("items", 1) == {
            "title": "Khai mạc",
            "kind": "opening",
            "by": "Ông",
            "duration": "5",
        }
        await desk.press("i", *"Xyz", "enter")
        assert desk.value("items", 2) == {"title": "Xyz", "kind": "other"}
        assert desk.field() == "kind"


async def test_a_guess_is_settled_by_space_and_by_another_value() -> None:
    async with planning(TEXT) as desk:
        assert "? 3 chỗ chưa chắc" in desk.screen
        await desk.press("n")
        assert desk.field() == "doubts"
        await desk.press("space")
        assert desk.value("items", 3, "doubts") is None
        assert desk.value("items", 3, "guessed") == ["kind", "start"]
        await desk.press("space")
        assert desk.value("items", 3, "guessed") == ["start"]
        await desk.press("enter", *"9h00", "enter")
        assert desk.value("items", 3) == {"title": "Bế mạc", "kind": "closing", "start": "9h00"}
        await desk.press("n")
        assert "Không còn chỗ nào chưa chắc" in desk.screen


async def test_a_digit_goes_to_the_field_that_check_speaks_of() -> None:
    async with planning(TEXT.replace("by: Ban Tổ chức", "start: 7h00")) as desk:
        assert "1 ✗" in desk.screen
        await desk.press("1")
        board = desk.app.board
        assert board.look.pane is Pane.FIELDS
        assert board.slot is not None
        assert board.slot.path == ("items", 1, "start")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 10), (10, 4)])
async def test_it_stands_at_every_size(size: tuple[int, int]) -> None:
    async with planning(TEXT, size) as desk:
        for key in ("down", "down", "enter", "down", "tab", "down", "escape", "end", "home", "pagedown"):
            await desk.press(key)
        assert not desk.app.board.failure


async def test_keys_sent_at_once_go_to_the_fields_they_were_meant_for() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 0)
        await desk.press("escape")
        await desk.press("i")
        # a terminal's long read is a paste for each run of signs
        desk.app.post_message(events.Paste("Khai mac"))
        desk.app.post_message(events.Key("tab", None))
        desk.app.post_message(events.Paste("Ong A"))
        await desk.burst(*"\t5\r")
        await desk.until(lambda: not desk.asks())
        assert desk.value("items", 1) == {
            "title": "Khai mac",
            "kind": "opening",
            "by": "Ong A",
            "duration": "5",
        }
