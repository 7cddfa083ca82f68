"""Advice on what is said aloud, and on who hands over what."""

from __future__ import annotations

import pytest

from runofshow.agenda_file.complaint import Severity
from tests.agenda_file.given import HEAD, read, spots


def advice(items: str, code: str, head: str = HEAD) -> list[tuple[int, int]]:
    """Where the advice of this code is given; the items begin behind the head and one line more."""
    reading = read(f"{head}items:\n{items}")
    assert reading.agenda is not None, reading.errors
    return [(line, column) for told, line, column in spots(reading, Severity.WARNING) if told == code]


@pytest.mark.parametrize(
    ("item", "places"),
    [
        ("{title: Chào cờ, kind: flag_salute, cues: [{to: music, text: N, at: word chào cờ}]}", []),
        ("{title: Chào cờ, kind: flag_salute, cues: [{to: music, text: N, at: word Nghiêm}]}", []),
        ("{title: Chào cờ, kind: flag_salute, cues: [{to: music, text: N, at: word Sẵn sàng}]}", [(4, 71)]),
        ("{title: Khai mạc, kind: opening, cues: [{to: music, text: N, at: word Kính thưa hội nghị}]}", []),
        ("{title: Khai mạc, kind: opening, mc: '', cues: [{to: music, text: N, at: word Sẵn sàng}]}", []),
        (
            "{title: A, kind: other, mc: Xin mời lên, cues: [{to: music, text: N, at: word mời lên nhận}]}",
            [(4, 76)],
        ),
    ],
)
def test_a_cue_waits_for_words_that_are_said(item: str, places: list[tuple[int, int]]) -> None:
    assert advice(f"- {item}\n", "cue_word_unsaid") == places


def test_a_cue_of_a_heading_waits_for_the_words_of_any_part() -> None:
    parts = "parts: [{title: B, kind: other, mc: Xin mời}, {title: C, kind: other, mc: Xin cảm ơn}]"
    said = "- {title: A, kind: other, cues: [{to: music, text: N, at: word cảm ơn}], " + parts + "}\n"
    assert advice(said, "cue_word_unsaid") == []
    assert advice(said.replace("word cảm ơn", "word kính mừng"), "cue_word_unsaid") == [(4, 59)]


PANEL = HEAD + "chair_panel: ['Đồng chí An, Bí thư', 'Đồng chí Bình, Chủ tịch', 'Đồng chí Cúc, Giám đốc']\n"


def rounds(*handed: tuple[str, str]) -> str:
    award = "award: {{decision: Số 1, presenter: '{}'}}"
    return "".join(f"- {{title: {form}, kind: award, {award.format(who)}}}\n" for form, who in handed)


@pytest.mark.parametrize(
    ("handed", "places"),
    [
        ((("Huân chương Lao động hạng Ba", "Đồng chí An"), ("Giấy khen", "Đồng chí Bình")), []),
        ((("Giấy khen", "Đồng chí An"), ("Bằng khen", "Đồng chí Bình, Phó Chủ tịch")), [(6, 42)]),
        ((("Bằng khen", "Đồng chí An"), ("Bằng khen", "Đồng chí Bình")), []),
        ((("Giấy khen", "Đồng chí Dũng"), ("Bằng khen", "Đồng chí Bình")), []),
        ((("Quà lưu niệm", "Đồng chí An"), ("Bằng khen", "Đồng chí Bình")), []),
    ],
)
def test_the_highest_form_is_handed_over_by_the_highest_of_those_who_chair(
    handed: tuple[tuple[str, str], ...], places: list[tuple[int, int]]
) -> None:
    assert advice(rounds(*handed), "higher_hand_for_lower_award", PANEL) == places
