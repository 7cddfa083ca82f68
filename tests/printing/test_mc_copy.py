"""The MC's copy."""

from __future__ import annotations

from pathlib import Path

from runofshow.paper.sheet import Paragraph, Style
from runofshow.printing.mc_copy import mc_copy
from tests.printing.agendas import AGENDA, made, paragraphs, said

NO_BREAK = "\u00a0"


def told(tmp_path: Path) -> list[str]:
    return [text.replace(NO_BREAK, " ") for text in paragraphs(mc_copy(made(tmp_path)))]


def turns(tmp_path: Path, text: str = AGENDA) -> list[Paragraph]:
    blocks = mc_copy(made(tmp_path, text)).blocks
    return [block for block in blocks if isinstance(block, Paragraph) and block.style is Style.TURN]


def test_every_item_begins_a_page(tmp_path: Path) -> None:
    found = turns(tmp_path)
    assert [said(turn.runs) for turn in found] == [
        "7h30   1. Chào cờ",
        "7h35   2. Khai mạc",
        "7h45   3.1. Giấy khen",
        "7h52   4. Tham luận",
    ]
    assert all(turn.new_page and turn.keep_with_next for turn in found)


def test_what_has_no_words_takes_no_page(tmp_path: Path) -> None:
    silent = turns(tmp_path, AGENDA.replace("mc: Nghiêm MẬT!", 'mc: ""'))[0]
    assert not silent.new_page


def test_no_name_or_office_is_broken(tmp_path: Path) -> None:
    text = "\n".join(paragraphs(mc_copy(made(tmp_path))))
    assert f"đồng{NO_BREAK}chí{NO_BREAK}Trần{NO_BREAK}Minh{NO_BREAK}Quang" in text
    assert f"Chủ{NO_BREAK}tịch{NO_BREAK}UBND{NO_BREAK}phường" in text
    assert "Trần Minh" not in text


def test_a_call_later_in_the_item_stands_under_its_words(tmp_path: Path) -> None:
    assert "cuối mục - 30 giây: Hẹn MẬT" in told(tmp_path)


def test_what_comes_next_is_told(tmp_path: Path) -> None:
    assert "Tiếp theo: 3.1. Giấy khen (Lãnh đạo phường)" in told(tmp_path)
