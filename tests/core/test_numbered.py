"""Titles of batches that tell their place follow the order."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Award, Item, Recipient
from runofshow.core.numbered import is_numbered, numbered
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, heading, item


def batch(name: str, title: str, people: int = 4) -> Item:
    listed = tuple(Recipient(f"{name}-{place}", f"Người {name} {place}") for place in range(1, people + 1))
    return item(name, 4, title=title, award=Award(recipients=listed))


def titles_of(stage: Stage) -> list[str]:
    return [row.title for row in stage.picture.rows if row.parent_id]


def test_a_batch_that_is_split_is_two_of_one_more_and_undo_makes_them_one_again() -> None:
    given = heading("h", batch("a", "Đợt 1/2"), batch("b", "Đợt 2/2"))
    stage = Stage(agenda(given)).at("8:00")
    stage.do(c.SplitBatch("a", "a-3"))
    assert titles_of(stage) == ["Đợt 1/3", "Đợt 2/3", "Đợt 3/3"]
    # a change of another row leaves them so
    stage.do(c.ChangeRecipient("b-1", absent=True))
    assert titles_of(stage) == ["Đợt 1/3", "Đợt 2/3", "Đợt 3/3"]
    stage.do(c.Undo())
    stage.do(c.Undo())
    assert titles_of(stage) == ["Đợt 1/2", "Đợt 2/2"]


def test_batches_in_another_order_are_counted_by_it() -> None:
    given = heading("h", batch("a", "Đợt 1/2"), batch("b", "Đợt 2/2"))
    stage = Stage(agenda(given)).at("8:00")
    stage.do(c.Move("b", "a"))
    assert [(row.item_id, row.title) for row in stage.picture.rows if row.parent_id] == [
        ("b", "Đợt 1/2"),
        ("a", "Đợt 2/2"),
    ]


@pytest.mark.parametrize(
    "titles",
    [
        # a person chose them: some of ten, two words, a text that is no number
        ("Đợt 3/10", "Đợt 4/10"),
        ("Đợt 1/2", "Lượt 2/2"),
        ("Đợt 1/2", "Các chi đoàn"),
        ("Tập thể", "Cá nhân"),
    ],
)
def test_titles_that_a_person_chose_stay(titles: tuple[str, str]) -> None:
    parts = [batch(name, title) for name, title in zip("ab", titles, strict=True)]
    assert numbered(parts) == {}


def test_what_is_no_batch_keeps_its_number() -> None:
    parts = [batch("a", "Phần 1/2"), replace(batch("b", "Phần 2/2"), award=None)]
    assert numbered(parts) == {}
    assert is_numbered("Phần 1/2")
    assert not is_numbered("Phần 1/2: các chi đoàn")
