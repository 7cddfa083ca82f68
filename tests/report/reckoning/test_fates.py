"""What became of each who was to be honoured: a round of sixty, right to the name."""

from __future__ import annotations

import json
from collections import Counter

from runofshow.core import commands as c
from runofshow.core.agenda import Step
from runofshow.core.value import replace
from runofshow.report.figures import as_figures
from runofshow.report.reckoning.fates import Fate
from runofshow.report.reckoning.handed_over import handed_over, left_over, sums_by_form
from tests.report.calling import HALL, Record
from tests.report.sixty import CHAIR, DEPUTY, FORM, called, lasting, round_of_sixty


def of(fate: Fate) -> list[str]:
    everybody = [each for one in handed_over(called().history) for each in one.people]
    return [each.one.recipient_id for each in everybody if each.fate is fate]


def test_everybody_is_told_once_with_what_became_of_them() -> None:
    everybody = [each for one in handed_over(called().history) for each in one.people]
    assert Counter(each.one.recipient_id for each in everybody) == Counter(
        [*(f"r{at}" for at in range(1, 61)), "added-1"]
    )
    assert of(Fate.ON_BEHALF) == ["r12", "r40"]
    # what was taken back is not so, and who was absent in a batch that never came is left over with it
    assert of(Fate.ABSENT) == ["r3", "r25", "r26"]
    assert of(Fate.LEFT) == [f"r{at}" for at in range(51, 61)]
    assert len(of(Fate.GIVEN)) == 61 - 2 - 3 - 10


def test_who_moved_and_who_was_added_is_known_and_a_split_moves_nobody() -> None:
    everybody = [each for one in handed_over(called().history) for each in one.people]
    moved = {each.one.recipient_id: each.moved_from for each in everybody if each.moved_from is not None}
    assert {who: was.row.item_id for who, was in moved.items()} == {"r20": "k2"}
    assert [each.one.name for each in everybody if each.added] == ["Phạm Văn Thêm"]


def test_a_split_batch_says_what_it_was_split_off_and_a_presenter_who_it_was_to_be() -> None:
    told = handed_over(called().history)
    assert [(one.batch, one.batches) for one in told] == [(at, 7) for at in range(1, 8)]
    split = [(one.batch, one.split_from.row.item_id) for one in told if one.split_from is not None]
    assert split == [(6, "k5")]
    assert [each.one.recipient_id for each in told[5].people] == [f"r{at}" for at in range(46, 51)]
    changed = [(one.batch, one.presenter, one.presenter_was) for one in told if one.presenter_was]
    assert changed == [(4, DEPUTY, CHAIR)]


def test_two_of_one_name_are_told_apart() -> None:
    shown = {
        each.one.recipient_id: each.shown for one in handed_over(called().history) for each in one.people
    }
    assert (shown["r12"], shown["r34"]) == ("Nguyễn Văn An (Đơn vị 12)", "Nguyễn Văn An (Đơn vị 34)")
    assert (shown["r45"], shown["r46"]) == ("Lê Thị Sáu (Trạm Y tế) [1]", "Lê Thị Sáu (Trạm Y tế) [2]")
    assert shown["r1"] == "Trần Văn 1"


def test_a_batch_says_what_it_took_for_each() -> None:
    first = handed_over(called().history)[0]
    assert (first.count, first.item.actual, first.each) == (9, lasting(270), lasting(30))


def test_sums_count_what_is_left_over() -> None:
    (sum_,) = sums_by_form(handed_over(called().history))
    assert (sum_.form, sum_.given, sum_.absent, sum_.not_given) == (FORM, 48, 3, 10)
    left = left_over(handed_over(called().history))
    assert [each.one.recipient_id for _, each in left] == [
        "r3",
        "r25",
        "r26",
        *(f"r{at}" for at in range(51, 61)),
    ]


def left_early() -> Record:
    """The first batch is left when its people stand in line, the second as it is handed over."""
    show = Record(round_of_sixty()).do("08:00:00", c.Start(), c.ChangeRecipient("r3", absent=True))
    show.do("08:00:30", c.NextStep(Step.LINE_UP)).do("08:01:00", c.Advance())
    show.do("08:02:00", c.NextStep(Step.HANDING)).do("08:04:00", c.Advance())
    return show.do("08:05:00", c.End(sure=True))


def test_a_batch_that_was_left_before_its_handing_over_was_not_given() -> None:
    first, second, third, *_ = told = handed_over(left_early().history)
    assert (first.is_left_early, second.is_left_early, third.is_left_early) == (True, False, False)
    # a show that ended in the middle of a batch whose steps nobody called leaves it where it was
    assert (first.was_given, second.was_given, third.was_given) == (False, True, True)
    assert (first.is_unsure, second.is_unsure, third.is_unsure) == (False, False, True)
    assert {each.fate for each in first.people} == {Fate.LEFT}
    (sum_,) = sums_by_form(told)
    assert (sum_.given, sum_.absent, sum_.not_given) == (20, 0, 40)


def test_a_batch_that_was_split_has_its_part_of_the_plan() -> None:
    told = handed_over(called().history)
    assert [one.item.planned for one in told] == [
        *[lasting(240)] * 4,
        lasting(120),
        lasting(120),
        lasting(240),
    ]


def test_a_list_that_was_written_anew_finds_its_people_by_name() -> None:
    show = Record(round_of_sixty())
    history = show.do("08:00:00", c.Start()).do("08:10:00", c.End(sure=True)).history
    plan = history.plan
    heading = plan.sessions[0].items[0]
    anew = [replace(one, recipient_id=f"old-{one.recipient_id}") for one in heading.parts[0].award.recipients]  # type: ignore[union-attr]
    part = replace(heading.parts[0], award=replace(heading.parts[0].award, recipients=tuple(anew)))  # type: ignore[type-var]
    items = (replace(heading, parts=(part, *heading.parts[1:])), *plan.sessions[0].items[1:])
    older = replace(history, plan=replace(plan, sessions=(replace(plan.sessions[0], items=items),)))
    assert not any(each.added or each.moved_from for one in handed_over(older) for each in one.people)


def test_programs_read_the_fate_of_each() -> None:
    told = json.loads(as_figures(called().history, HALL, ()))
    assert [award["batch"] for award in told["awards"]] == list(range(1, 8))
    assert (told["awards"][3]["presenter"], told["awards"][3]["presenter_was"]) == (DEPUTY, CHAIR)
    assert told["awards"][5]["split_from"] == "k5"
    people = {one["recipient_id"]: one for award in told["awards"] for one in award["recipients"]}
    assert (people["r20"]["moved_from"], people["r20"]["fate"]) == ("k2", "given")
    assert people["added-1"]["added"] is True
    assert people["r60"]["fate"] == "left"
