"""Whom a newer plan honours otherwise: by name and unit, and silent where it lists nobody."""

from __future__ import annotations

from datetime import UTC, date

from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.revision_people import OtherPeople, other_people
from runofshow.core.agenda import Agenda


def plan(award: str) -> Agenda:
    text = f"title: Tổng kết\nitems:\n- {{title: Tặng Giấy khen, kind: award{award}}}\n"
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=date(2027, 1, 5))
    assert reading.agenda is not None, reading.errors
    return reading.agenda


TWO = plan(', award: {recipients: ["Nguyễn Văn An (Tổ 3)", Lê Thị Bình]}')


def test_who_came_and_who_went_is_told_by_name_and_unit() -> None:
    newer = plan(', award: {recipients: ["Ông Nguyễn Văn An (Tổ 5)", Bà Lê Thị Bình, Trần Văn Cường]}')
    (told,) = other_people(TWO, newer)
    assert told == OtherPeople(
        "Tặng Giấy khen", ("Ông Nguyễn Văn An (Tổ 5)", "Trần Văn Cường"), ("Nguyễn Văn An (Tổ 3)",)
    )


def test_of_two_of_one_name_and_unit_the_one_that_is_missing_is_told() -> None:
    newer = plan(', award: {recipients: ["Nguyễn Văn An (Tổ 3)", "Nguyễn Văn An (Tổ 3)", Lê Thị Bình]}')
    assert other_people(TWO, newer) == (OtherPeople("Tặng Giấy khen", ("Nguyễn Văn An (Tổ 3)",), ()),)


def test_another_order_and_other_letters_are_the_same_people() -> None:
    newer = plan(', award: {recipients: [bà LÊ THỊ BÌNH, "nguyễn văn an (tổ 3)"]}')
    assert other_people(TWO, newer) == ()


def test_a_plan_that_lists_nobody_says_nothing_of_who_is_honoured() -> None:
    assert other_people(TWO, plan("")) == ()
    assert other_people(TWO, plan(", award: {decision: Quyết định số 1}")) == ()


def test_the_people_of_batches_are_those_of_their_award() -> None:
    divided = plan(', award: {recipients: ["Nguyễn Văn An (Tổ 3)", Lê Thị Bình], batch: 1}')
    assert other_people(divided, TWO) == ()
