"""A change of a role's picture: laid on the old picture it gives the new one, and it says each thing once."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from random import Random
from typing import Any

import pytest

from runofshow.core import change as told
from runofshow.core import commands as c
from runofshow.core.agenda import Award, Recipient, Role
from runofshow.core.change import BadChange, changed
from runofshow.core.reckoned import Reckoned
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.core.views.roles import StageView, Views, view_of
from runofshow.core.wire import Json, as_json
from tests.core.histories import Moment, opening, some_call, some_other
from tests.core.shows import MINUTE, Stage, agenda, at, cue, heading, item

HERE = timezone(timedelta(hours=7))


class Summer(tzinfo):
    """The clock is put forward by an hour at 2020-03-27T01:30Z, amid the plan."""

    def utcoffset(self, dt: datetime | None) -> timedelta:
        assert dt is not None
        return timedelta(hours=2 if dt.replace(tzinfo=UTC) >= at("8:30") + timedelta(hours=1) else 1)

    def dst(self, dt: datetime | None) -> timedelta:
        return timedelta()

    def tzname(self, dt: datetime | None) -> str:
        return "summer"

    def fromutc(self, dt: datetime) -> datetime:
        return dt + timedelta(hours=2 if dt.replace(tzinfo=UTC) >= at("8:30") else 1)


LATER: dict[str, Json] = {"from": "m1", "to": "m1", "by_s": 60}


def change(role: Role, old: Snapshot, new: Snapshot, zone: tzinfo = HERE) -> dict[str, Json]:
    """What the hall sends to the role."""
    return as_json(told.change(view_of(role, old, zone), view_of(role, new, zone)))


def seen(role: Role, picture: Snapshot, zone: tzinfo = HERE) -> dict[str, Json]:
    return as_json(view_of(role, picture, zone))


def known(value: Any) -> Any:
    """Without what is null: a member that is null and one that is missing are the same."""
    if isinstance(value, dict):
        return {name: known(inner) for name, inner in value.items() if inner is not None}
    return [known(inner) for inner in value] if isinstance(value, list) else value


def size(change: dict[str, Json]) -> int:
    return len(json.dumps(change, ensure_ascii=False, separators=(",", ":")).encode())


def a_history(draw: Random, steps: int) -> list[Snapshot]:
    """Pictures of one show as it goes on, or as it was put off and mended."""
    here = opening(draw)
    pictures = [here.picture]
    for _ in range(steps):
        here = _gone_on(draw, here)
        pictures.append(here.picture)
    return pictures


def _gone_on(draw: Random, here: Moment) -> Moment:
    if draw.random() < 0.4:
        return here.slept(timedelta(seconds=draw.choice((0.25, 20, 120.0004, 400))), 1)
    call, by = (some_call(draw, here), "caller") if draw.random() < 0.8 else some_other(draw, here)
    return here.asked(call, by) or here


@pytest.mark.parametrize("seed", range(9))
def test_the_changes_of_any_show_give_each_role_its_picture(seed: int) -> None:
    draw = Random(seed)
    zone = (HERE, UTC, Summer())[seed % 3]
    pictures = a_history(draw, 30)
    for role in Role:
        before, has = pictures[0], seen(role, pictures[0], zone)
        for picture in pictures[1:]:
            if draw.random() < 0.5:
                continue  # a look that sends nothing: the next change is of several steps
            told = json.loads(json.dumps(change(role, before, picture, zone)))
            has, before = changed(has, told), picture
            assert known(has) == known(seen(role, picture, zone))


def test_nothing_changed_is_an_empty_change() -> None:
    stage = conference(4)
    assert {role: change(role, stage.picture, stage.picture) for role in Role} == {role: {} for role in Role}


def test_another_list_of_the_very_same_rows_is_an_empty_change() -> None:
    picture = Stage(agenda(item("a", 10, cue("x")), item("b", 20))).at("8:00").picture
    rows = Reckoned(len(picture.rows), picture.rows.__getitem__, picture.rows.places)
    first = Views(picture, HERE)
    before, again = first.of(Role.STAGE), Views(replace(picture, rows=rows), HERE, first).of(Role.STAGE)
    assert told.change(before, again) == {}
    assert isinstance(before, StageView)
    assert isinstance(again, StageView)
    assert again.items[1] is before.items[1], "a view is made once for a row that is as it was"
    same = Views(picture, HERE, first).of(Role.STAGE)
    assert isinstance(same, StageView)
    assert same.items is Views(picture, HERE, first).of(Role.CALLER).items  # type: ignore[union-attr]


def test_who_holds_a_role_is_told_as_it_changes_and_nobody_is_kept_who_does_not() -> None:
    picture = conference(4).picture
    one = replace(picture, plan=replace(picture.plan, crew=((Role.MC, "Lan"), (Role.CREW, "Hùng"))))
    other = replace(picture, plan=replace(picture.plan, crew=((Role.MC, "Mai"),)))
    told = change(Role.CALLER, one, other)
    assert told == {"plan": {"crew": {"mc": "Mai", "crew": None}}}
    assert known(changed(seen(Role.CALLER, one), told)) == known(seen(Role.CALLER, other))


def test_added_time_is_told_once_for_all_later_rows() -> None:
    stage = conference(4)
    before = after(stage, c.Start())
    told = change(Role.STAGE, before, after(stage, c.AddTime(MINUTE)))
    later = {"from": "m2", "to": "m4", "by_s": 60}
    assert told["items_shift"] == [
        {**later, "names": ["expected_start", "late_s"]},
        {**later, "from": "m1", "names": ["expected_end"]},
    ]
    assert told["items"] == {"m1": {"added_s": 60, "latest_start": "2020-03-27T15:19:00.000+07:00"}}


@pytest.mark.parametrize(
    "order", [c.AddTime(MINUTE), c.Edit("m900", title="Trao thưởng"), c.Edit("m7", by="Bà Hoa")]
)
def test_a_call_at_a_thousand_items_costs_nobody_a_kilobyte(thousand: Stage, order: c.Command) -> None:
    before = thousand.picture
    then = after(thousand, order)
    sizes = {role: size(change(role, before, then)) for role in Role}
    assert all(0 < one < 1024 for one in sizes.values()), sizes


def test_rows_that_come_go_and_change_places_are_told_by_their_ids() -> None:
    stage = conference(4)
    before = stage.picture
    then = after(stage, c.Move("m4", "m2"), c.Insert("m1", "Tặng hoa", MINUTE))
    told = change(Role.STAGE, before, then)
    new_id = then.rows[1].item_id
    assert told["items_order"] == ["m1", new_id, "m4", "m2", "m3"]
    rows: Any = told["items"]
    assert rows[new_id]["title"] == "Tặng hoa"
    back = change(Role.STAGE, then, after(stage, c.Remove(new_id)))
    assert isinstance(back["items"], dict)
    assert (back["items"][new_id], "items_order" in back) == (None, False)


def test_a_moment_moved_over_a_change_of_the_clocks_is_told_with_its_row() -> None:
    stage = conference(4)
    before = after(stage, c.Start())
    then = after(stage, c.AddTime(10 * MINUTE))
    told = change(Role.STAGE, before, then, Summer())
    rows: Any = told["items"]
    assert rows["m3"]["expected_start"] == "2020-03-27T10:30:00.000+02:00", "from 9:20+01:00"
    assert "m4" not in rows, "it was in summer time before"
    assert known(changed(seen(Role.STAGE, before, Summer()), told)) == known(seen(Role.STAGE, then, Summer()))


# The people of a batch


def awards(count: int, batches: int = 1) -> Stage:
    """So many to be honoured in so many batches, the first of which runs."""
    listed = [Recipient(f"p{n}", f"Ông Nguyễn Văn {n}", f"Đơn vị {n}") for n in range(count)]
    share = count // batches
    parts = (
        item(f"b{n}", 3, award=Award(recipients=tuple(listed[n * share : (n + 1) * share])))
        for n in range(batches)
    )
    stage = Stage(agenda(heading("awards", *parts)), "8:00")
    stage.do(c.Start())
    return stage


def people(told: dict[str, Any], where: str = "running") -> Any:
    return told["round"][where]["people"]


@pytest.mark.parametrize("role", [Role.CREW, Role.MC, Role.STAGE, Role.CALLER])
def test_who_is_ticked_of_two_thousand_is_told_alone(role: Role) -> None:
    stage = awards(2000)
    before = stage.picture
    told: Any = change(role, before, after(stage, c.See("r/p1500")))
    assert people(told) == {"p1500": {"here": True}}
    assert size(told) < 300
    assert known(changed(seen(role, before), told)) == known(seen(role, stage.picture))


def test_who_moves_to_the_next_batch_is_told_with_the_numbers_behind_them() -> None:
    stage = awards(12, 3)
    before = stage.picture
    told: Any = change(Role.CREW, before, after(stage, c.MoveRecipient("p1", before="p6")))
    assert people(told)["p1"] is None
    assert people(told)["p2"] == {"place": 2, "planned_place": 3}
    assert told["round"]["running"]["moved_out"] == [
        {"recipient_id": "p1", "shown": "Ông Nguyễn Văn 1", "to": 2}
    ]
    assert people(told, "next")["p1"]["moved_from"] == 1
    assert told["round"]["next"]["people_order"] == ["p4", "p5", "p1", "p6", "p7"]
    assert known(changed(seen(Role.CREW, before), told)) == known(seen(Role.CREW, stage.picture))


def test_rows_that_are_left_out_are_told_alone() -> None:
    stage = awards(12, 3)
    view = view_of(Role.STAGE, stage.picture, HERE)
    assert isinstance(view, StageView)
    told_of: Any = as_json(told.change(view, replace(view, items=view.items[:-1])))
    assert told_of["items"] == {"b2": None}


def test_people_who_only_change_places_are_told_by_their_order() -> None:
    stage = awards(3)
    before = stage.picture
    told: Any = change(Role.CREW, before, after(stage, c.MoveRecipient("p2", to="b0", before="p0")))
    assert told["round"]["running"]["people_order"] == ["p2", "p0", "p1"]
    assert known(changed(seen(Role.CREW, before), told)) == known(seen(Role.CREW, stage.picture))


def test_the_last_of_a_batch_who_leaves_it_is_told_alone() -> None:
    stage = awards(12, 3)
    before = stage.picture
    told: Any = change(Role.CREW, before, after(stage, c.MoveRecipient("p3")))
    assert people(told) == {"p3": None}
    assert known(changed(seen(Role.CREW, before), told)) == known(seen(Role.CREW, stage.picture))


def test_the_people_of_another_batch_come_whole() -> None:
    stage = awards(12, 3)
    before = stage.picture
    stage.sleep(MINUTE)
    told: Any = change(Role.CREW, before, after(stage, c.Advance()))
    assert [one["recipient_id"] for one in people(told)] == ["p4", "p5", "p6", "p7"]
    assert known(changed(seen(Role.CREW, before), told)) == known(seen(Role.CREW, stage.picture))


def test_people_that_are_no_list_are_merged_like_anything_else() -> None:
    assert changed({"people": {"an": 1}}, {"people": {"an": None, "binh": 2}}) == {"people": {"binh": 2}}
    with pytest.raises(BadChange):
        changed({"round": {"people": [{"x": 1}]}}, {"round": {"people": {"an": {}}}})


def test_a_list_that_comes_whole_takes_the_place_of_the_old_one() -> None:
    assert changed({"items": [{"item_id": "m1"}], "seq": 1}, {"items": []}) == {"items": [], "seq": 1}


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (None, {}),
        ({}, []),
        ({}, {"items": {"m1": {}}}),
        ({"items": 1}, {"items_order": ["m1"]}),
        ({"items": [{"item_id": "m1"}]}, {"items_order": 7}),
        (
            {"items": [{"item_id": "m1"}]},
            {"items_shift": [{"from": "m1", "to": "m2", "names": [], "by_s": 1}]},
        ),
        ({"items": [{"item_id": "m1"}]}, {"items_shift": [{"from": "m1"}]}),
        ({"items": [{"item_id": "m1", "x": "gestern"}]}, {"items_shift": [{**LATER, "names": ["x"]}]}),
        ({"items": [{"item_id": "m1", "x": 5}]}, {"items_shift": [{**LATER, "by_s": 1e300, "names": ["x"]}]}),
    ],
)
def test_a_change_that_does_not_fit_its_picture_is_refused(picture: Json, told: Json) -> None:
    with pytest.raises(BadChange):
        changed(picture, told)


def after(stage: Stage, *orders: c.Command) -> Snapshot:
    """The picture when these are done."""
    stage.do(*orders)
    return stage.picture


def conference(items: int) -> Stage:
    """So many papers of ten minutes from eight o'clock, each with a cue for the MC and one for the music."""
    rows = (item(f"m{n}", 10, cue(f"music{n}"), cue(f"mc{n}", to=Role.MC)) for n in range(1, items + 1))
    return Stage(agenda(*rows, hard_out="9:00"), "8:00")


@pytest.fixture(scope="module")
def thousand() -> Stage:
    stage = conference(1000)
    stage.ticks_by_itself = False
    stage.do(c.Start())
    stage.now += 10 * MINUTE
    stage.do(c.Advance())
    return stage
