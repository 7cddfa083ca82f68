"""What a planner does with items, on the text of the file."""

from __future__ import annotations

import pytest

from runofshow.agenda_file.editing import programme
from runofshow.agenda_file.editing.blank import blank_agenda
from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.written import written
from runofshow.texts import Language
from tests.agenda_file.given import agenda_of

TEXT = """\
title: Hội nghị
start: 7h30
items:
  # mở đầu
  - title: Chào cờ
    kind: flag_salute
  - title: Tuyên bố lý do và khai mạc
    kind: introduction
    also: [opening]
    duration: 15'
    by: Ban Tổ chức
  - title: Tham luận
    kind: paper
    parts:
      - {title: Tham luận 1, kind: paper, by: Sở A}
      - {title: Tham luận 2, kind: paper, by: Sở B}
  - title: Bế mạc
    kind: closing
"""


def test_an_item_is_nested_under_the_one_before_and_taken_out_behind_it() -> None:
    source = written(TEXT)
    nested, path = programme.nest(source, ("items", 3))
    assert path == ("items", 2, "parts", 2)
    out, path = programme.take_out(nested, path)
    assert path == ("items", 3)
    assert out.data == source.data
    for wrong in (("items", 0), ("items", 2), ("items", 2, "parts", 1)):
        with pytest.raises(NotEdited):
            programme.nest(source, wrong)


def test_an_item_at_the_end_of_a_session_goes_on_into_the_next() -> None:
    source, path = programme.add_session(
        written(TEXT), {"title": "Buổi chiều", "start": "13h30"}, "Buổi sáng"
    )
    assert path == ("sessions", 1)
    assert "sessions:\n  - title: Buổi sáng\n    start: 7h30\n    items:\n      # mở đầu\n" in source.text
    assert source.value(("sessions", 0, "items")) == written(TEXT).data["items"]
    moved, path = programme.shift(source, ("sessions", 0, "items", 3), 1)
    assert path == ("sessions", 1, "items", 0)
    back, path = programme.shift(moved, path, -1)
    assert path == ("sessions", 0, "items", 3)
    assert back.data == source.data
    with pytest.raises(NotEdited):
        programme.shift(source, ("sessions", 0, "items", 0), -1)


def test_a_joined_line_is_split_into_its_kinds_and_its_minutes_are_shared() -> None:
    done, path = programme.split(written(TEXT), ("items", 1), "Tuyên bố lý do", "Khai mạc")
    assert path == ("items", 2)
    assert done.value(("items", 1)) == {
        "title": "Tuyên bố lý do",
        "kind": "introduction",
        "duration": "7'",
        "by": "Ban Tổ chức",
    }
    assert done.value(path) == {"title": "Khai mạc", "kind": "opening", "by": "Ban Tổ chức", "duration": "8'"}
    with pytest.raises(NotEdited):
        programme.split(done, ("items", 3), "a", "b")


def test_what_was_split_is_joined_again() -> None:
    apart, _ = programme.split(written(TEXT), ("items", 1), "Tuyên bố lý do", "Khai mạc")
    done = programme.join(apart, ("items", 1))
    assert done.value(("items", 1)) == {
        "title": "Tuyên bố lý do; Khai mạc",
        "kind": "introduction",
        "also": ["opening"],
        "duration": "15'",
        "by": "Ban Tổ chức",
    }
    with pytest.raises(NotEdited):
        programme.join(done, ("items", 3))


def test_a_settled_guess_is_gone_and_the_last_one_takes_the_key_along() -> None:
    source = written(TEXT.replace("    kind: closing\n", "    kind: closing\n    guessed: [kind, start]\n"))
    once = programme.settle(source, ("items", 3), "kind")
    assert once.text == source.text.replace("[kind, start]", "[start]")
    assert programme.settle(once, ("items", 3), "start").text == TEXT
    assert programme.settle(once, ("items", 3), "by").text == once.text


@pytest.mark.parametrize("language", Language)
def test_a_new_agenda_is_one(language: Language) -> None:
    text = blank_agenda("Hội nghị: tổng kết # 2026", language)
    assert agenda_of(text).title == "Hội nghị: tổng kết # 2026"


def test_the_comment_above_an_item_is_told_without_its_signs() -> None:
    source = written(TEXT)
    assert programme.comment_of(source, ("items", 0)) == "mở đầu"
    assert programme.comment_of(source, ("items", 1)) == ""
    assert programme.comment_of(source, ("items", 2, "parts", 1)) == ""
