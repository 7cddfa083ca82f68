"""What the MC reads aloud: whole sentences, with names and without."""

from __future__ import annotations

import pytest

from runofshow.agenda_file.catalogue import catalogue
from runofshow.core.agenda import Award, Item
from runofshow.core.value import replace
from runofshow.core.words import lacks_name, words_of
from tests.core.shows import item


def said(mc: str, by: str | None = None) -> str:
    return words_of(item("a", 5, mc=mc, by=by, title="báo cáo {by}"))


def test_a_name_takes_the_place_of_what_is_said_without_one() -> None:
    words = "Kính mời {by|đại diện Ban Tổ chức} lên khai mạc."
    assert said(words, "Ông An") == "Kính mời Ông An lên khai mạc."
    assert said(words) == "Kính mời đại diện Ban Tổ chức lên khai mạc."


def test_without_a_bar_a_delegate_is_said_in_the_language_around() -> None:
    assert said("Kính mời {by} lên đáp từ.") == "Kính mời đại biểu lên đáp từ."
    assert said("Please welcome {by}.") == "Please welcome our delegate."


@pytest.mark.parametrize("before", ["", "Kính thưa hội nghị. ", "Kính thưa hội nghị.\n"])
def test_a_sentence_begins_with_a_capital(before: str) -> None:
    assert said(f"{before}{{by}} đã đến.") == f"{before}Đại biểu đã đến."


def test_a_title_is_said_as_it_is_written() -> None:
    assert said("Nội dung: {title}.", "Ông An") == "Nội dung: báo cáo {by}."
    assert said("Còn {khác}.") == "Còn {khác}."


def test_who_presents_an_award_is_called_up_where_nobody_else_is_named() -> None:
    words = "Kính mời {by|đại diện lãnh đạo} lên trao thưởng."
    presented = replace(item("a", 5, mc=words), award=Award(presenter="Ông An"))
    assert words_of(presented) == "Kính mời Ông An lên trao thưởng."
    assert not lacks_name(presented)
    assert words_of(replace(presented, by="Bà Bình")) == "Kính mời Bà Bình lên trao thưởng."
    nobody = replace(presented, award=Award(decision="Quyết định 1"))
    assert words_of(nobody) == "Kính mời đại diện lãnh đạo lên trao thưởng."
    assert lacks_name(nobody)


def test_words_without_a_name_say_so() -> None:
    assert lacks_name(item("a", 5, mc="Mời {by|ai}"))
    assert not lacks_name(item("a", 5, mc="Mời {by}", by="Ông An"))
    assert not lacks_name(item("a", 5, mc="Mời {title}"))


@pytest.mark.parametrize("kind", list(catalogue()))
def test_no_formula_of_the_catalogue_leaves_a_gap(kind: str) -> None:
    known = catalogue()[kind]
    for formula in (known.mc, known.mc_heading):
        words = words_of(Item("a", "1", "Chào mừng", kind, item("x", 1).duration, mc=formula))
        assert "…" not in words
        assert "{" not in words
        assert "  " not in words
