"""What moved where against the plan, by which the sheets in people's hands were printed; and where a card
belongs."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Award, Item, Recipient
from runofshow.core.on_stage import Batch
from runofshow.core.phases import ItemState
from runofshow.core.value import replace
from runofshow.core.views.rounds import names_on_display
from tests.core.shows import Stage, agenda, heading, item, minutes


def batch(item_id: str, *recipient_ids: str, absent: tuple[str, ...] = ()) -> Item:
    listed = tuple(Recipient(one, f"Ông {one.upper()}", absent=one in absent) for one in recipient_ids)
    return item(item_id, 2, title=f"Đợt {item_id}", award=Award(recipients=listed))


def batched(*batches: Item) -> Stage:
    """A welcome, a round of these batches, and another award behind it."""
    other = item("other", 5, award=Award(recipients=(Recipient("z", "Ông Z"),)))
    return Stage(agenda(item("welcome", 5), heading("awards", *batches), other))


@pytest.fixture
def stage() -> Stage:
    """Two batches of three and one of two; the first runs."""
    made = batched(batch("b1", "a", "b", "c"), batch("b2", "d", "e", "f"), batch("b3", "g", "h"))
    made.do(c.Start())
    made.sleep(minutes(5)).do(c.Advance(sure=True))
    return made


def shown(stage: Stage) -> tuple[Batch, Batch]:
    """The batch on stage and the next."""
    found = stage.picture.round
    assert found is not None
    assert found.running is not None
    assert found.next is not None
    return found.running, found.next


def marks(one: Batch) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(who.recipient_id, who.place, who.moved_from, who.planned_place) for who in one.people]


def test_what_stands_as_planned_says_nothing_of_the_plan(stage: Stage) -> None:
    running, following = shown(stage)
    assert marks(running) == [("a", 1, None, None), ("b", 2, None, None), ("c", 3, None, None)]
    assert (running.moved_out, running.split_from, following.moved_out) == ((), None, ())
    assert not any(who.added for who in running.people)


def test_numbers_that_closed_up_still_say_what_the_sheet_has(stage: Stage) -> None:
    stage.do(c.ChangeRecipient("b", absent=True))
    assert marks(shown(stage)[0]) == [("a", 1, None, None), ("b", None, None, 2), ("c", 2, None, 3)]


def test_who_moved_says_from_where_and_their_batch_says_where_to(stage: Stage) -> None:
    stage.do(c.MoveRecipient("b"))
    running, following = shown(stage)
    assert marks(running) == [("a", 1, None, None), ("c", 2, None, 3)]
    assert [(out.recipient_id, out.shown, out.to) for out in running.moved_out] == [("b", "Ông B", 2)]
    assert marks(following)[-1] == ("b", 4, 1, 2)


def test_who_moved_to_another_round_is_said_without_a_batch(stage: Stage) -> None:
    stage.do(c.MoveRecipient("b", to="other"))
    assert [(out.recipient_id, out.to) for out in shown(stage)[0].moved_out] == [("b", None)]


def test_a_list_that_is_written_at_the_heading_stands_as_planned_in_each_part() -> None:
    people = (Recipient("a", "Ông A"), Recipient("b", "Ông B"))
    written = replace(
        heading("h", item("h1", 2), item("h2", 2)), kind="award", award=Award(recipients=people)
    )
    stage = Stage(agenda(written, item("z", 2)))
    stage.do(c.Start())
    assert [marks(one) for one in shown(stage)] == [[("a", 1, None, None), ("b", 2, None, None)]] * 2
    stage.do(c.ChangeRecipient("a", absent=True), c.AddRecipient("h1", "Bà C"))
    here = [("a", None, None, 1), ("b", 1, None, 2), ("added-1", 2, None, None)]
    assert [marks(one) for one in shown(stage)] == [here, here]


def test_who_was_added_was_printed_nowhere(stage: Stage) -> None:
    stage.do(c.AddRecipient("b1", "Bà Mới"))
    added = shown(stage)[0].people[-1]
    assert (added.name, added.place, added.added, added.planned_place) == ("Bà Mới", 4, True, None)


def test_a_batch_that_was_split_off_says_from_which_and_nobody_in_it_moved(stage: Stage) -> None:
    stage.do(c.SplitBatch("b1", "b"))
    running, following = shown(stage)
    assert (running.moved_out, running.split_from) == ((), None)
    assert following.split_from == 1
    assert marks(following) == [("b", 1, None, 2), ("c", 2, None, 3)]
    stage.do(c.MoveRecipient("e", to=following.item_id))
    assert marks(shown(stage)[1])[-1] == ("e", 3, 3, 2), "batch 2 of the plan is the third now"


def test_a_batch_of_added_people_alone_is_split_off_none(stage: Stage) -> None:
    stage.do(c.Insert("b1", "Đợt thêm", minutes(2), kind="award"))
    inserted = shown(stage)[1]
    stage.do(c.AddRecipient(inserted.item_id, "Bà Mới"))
    late = shown(stage)[1]
    assert late.split_from is None
    assert [who.added for who in late.people] == [True]
    stage.do(c.MoveRecipient("a", to=late.item_id))
    assert shown(stage)[1].split_from == 1


def test_taken_back_nothing_has_moved(stage: Stage) -> None:
    before = shown(stage)
    stage.do(c.MoveRecipient("b"), c.Undo())
    assert shown(stage) == before


# Where a card belongs


def test_a_card_is_answered_with_batch_and_place(stage: Stage) -> None:
    stage.do(c.ChangeRecipient("d", absent=True), c.See("r/f"))
    found = stage.picture.whereabouts["f"]
    assert found is not None
    assert (found.shown, found.title, found.batch, found.batches) == ("Ông F", "Mục awards", 2, 3)
    assert (found.place, found.state, found.here) == (2, ItemState.UPCOMING, True)
    gone = stage.picture.whereabouts["d"]
    assert gone is not None
    assert (gone.place, gone.here) == (None, None)
    on_stage = stage.picture.whereabouts["a"]
    assert on_stage is not None
    assert on_stage.state is ItemState.RUNNING


def test_a_batch_left_out_is_not_counted_but_for_who_belongs_to_it(stage: Stage) -> None:
    stage.do(c.Skip("b2"))
    later, left_out = stage.picture.whereabouts["g"], stage.picture.whereabouts["e"]
    assert later is not None
    assert (later.batch, later.batches) == (2, 2)
    assert left_out is not None
    assert left_out.state is ItemState.SKIPPED


def test_an_award_without_batches_is_a_round_of_one(stage: Stage) -> None:
    found = stage.picture.whereabouts["z"]
    assert found is not None
    assert (found.title, found.batch, found.batches) == ("Mục other", 1, 1)


def test_a_card_of_a_list_at_a_heading_belongs_to_the_first_part_that_has_not_ended() -> None:
    people = (Recipient("a", "Ông A"), Recipient("b", "Ông B"))
    parts = (item("h1", 2), item("h2", 2), batch("h3", "c"))
    written = replace(heading("h", *parts), kind="award", award=Award(recipients=people))
    stage = Stage(agenda(written, item("z", 2)))
    stage.do(c.Start())
    belongs = [stage.picture.whereabouts[one] for one in "bc"]
    assert [one and (one.item_id, one.batch, one.batches, one.place) for one in belongs] == [
        ("h1", 1, 3, 2),
        ("h3", 3, 3, 1),
    ]
    for _ in range(2):
        stage.sleep(minutes(2)).do(c.Advance(sure=True))
    late = stage.picture.whereabouts["b"]
    assert late is not None
    assert (late.item_id, late.state) == ("h2", ItemState.DONE)


def test_who_stands_on_a_list_that_holds_for_no_batch_belongs_nowhere() -> None:
    written = replace(heading("h", batch("h1", "a")), award=Award(recipients=(Recipient("b", "Ông B"),)))
    stage = Stage(agenda(written, item("z", 2)))
    assert stage.picture.whereabouts["b"] is None


def test_awards_of_one_decision_under_no_heading_are_one_round_for_a_card_too() -> None:
    listed = [Award("QĐ 1", recipients=(Recipient(one, f"Ông {one}"),)) for one in "ab"]
    stage = Stage(agenda(item("m1", 2, award=listed[0]), item("m2", 2, award=listed[1])))
    found = stage.picture.whereabouts["b"]
    assert found is not None
    assert (found.batch, found.batches, found.title) == (2, 2, "Mục m2")


def test_two_of_one_name_are_told_apart_in_the_answer() -> None:
    listed = (Recipient("x", "Ông An", "Xã A"), Recipient("y", "Ông An", "Xã B"))
    stage = Stage(agenda(item("award", 5, award=Award(recipients=listed))))
    found = stage.picture.whereabouts["y"]
    assert found is not None
    assert (found.shown, found.unit) == ("Ông An (Xã B)", "Xã B")


def test_nobody_is_nowhere(stage: Stage) -> None:
    assert stage.picture.whereabouts.get("nobody") is None


def test_delegates_read_the_unit_of_two_who_share_a_name() -> None:
    listed = (Recipient("x", "Ông An", "Xã A"), Recipient("y", "Ông An", "Xã B"), Recipient("z", "Bà Bình"))
    stage = Stage(agenda(item("award", 5, award=Award(recipients=listed, on_display=True))))
    stage.do(c.Start())
    assert names_on_display(stage.picture) == ("Ông An, Xã A", "Ông An, Xã B", "Bà Bình")
