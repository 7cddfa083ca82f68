"""The steps of a batch and the changes of its list: what each order does, and when it is refused."""

from __future__ import annotations

import pytest

from runofshow.core import award_events as a
from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Agenda, Award, Recipient, Role, Step, Track, TrackMark
from runofshow.core.on_stage import OnStage
from runofshow.core.record import Gone
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound import Deck
from runofshow.core.value import replace
from tests.core.ceremony import batch, names, people, round_at, running, step_cue, three_batches, with_parts
from tests.core.shows import SECOND, Stage, agenda, at, item, minutes, seconds

OTHERS = (Step.CALL, Step.LINE_UP, Step.PRESENTERS, Step.HANDING, Step.PHOTO, Step.OFF)


@pytest.fixture
def stage() -> Stage:
    """8:10, and the first of three batches runs."""
    stage = Stage(three_batches()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    return stage


# Steps


def test_one_key_takes_a_batch_through_its_steps_and_then_calls_the_next(stage: Stage) -> None:
    stood = [stage.state.run("h1").step]
    for _ in OTHERS:
        stage.sleep(10 * SECOND).do(c.NextStep())
        stood.append(stage.state.run("h1").step)
    assert stood == [None, *OTHERS]
    assert stage.state.run("h1").step_at == at("8:11")
    stage.sleep(10 * SECOND).do(c.NextStep())
    assert stage.running == "h2"
    assert stage.state.run("h2").step is None


def test_a_step_that_is_named_is_gone_to_forwards_and_back(stage: Stage) -> None:
    stage.sleep(SECOND).do(c.NextStep(Step.HANDING))
    assert stage.state.run("h1").step is Step.HANDING
    stage.sleep(SECOND).do(c.NextStep(Step.CALL))
    assert stage.state.run("h1").step is Step.CALL
    stage.sleep(SECOND)
    assert stage.refusal(c.NextStep(Step.CALL)) is Reason.EMPTY
    assert stage.refusal(c.NextStep(Step.FLOWERS)) is Reason.NO_STEP


def test_where_no_batch_runs_the_key_calls_what_comes_next_and_no_step() -> None:
    stage = Stage(three_batches()).at("8:00")
    assert stage.refusal(c.NextStep(Step.PHOTO)) is Reason.NOT_A_BATCH
    stage.do(c.NextStep())
    assert stage.running == "m1"
    stage.sleep(minutes(10)).do(c.NextStep())
    assert stage.running == "h1"
    assert stage.refusal(c.NextStep()) is Reason.GUARD


def with_music(*more: Step) -> Stage:
    """8:00, a batch with music at its handing and a call for the photographer at its photo."""
    music = step_cue("c.hand", Step.HANDING, do=Action.PLAY, track_id="t")
    others = tuple(step_cue(f"c.{step}", step, to=Role.CREW) for step in more)
    plan = with_parts(batch("h1", "a", "b", cues=(music, *others)), batch("h2", "d"))
    stage = Stage(replace(plan, tracks=(Track("t", "Nhạc trao thưởng", "trao.mp3"),))).at("8:00")
    stage.do(c.Start())
    return stage


def test_the_cues_of_a_step_go_with_it_by_the_same_call() -> None:
    stage = with_music(Step.PHOTO)
    stage.sleep(SECOND).do(c.NextStep(Step.PRESENTERS))
    assert stage.state.cue("c.hand").outcome is None
    events = stage.sleep(SECOND).do(c.NextStep())
    assert events == (a.StepBegun("h1", Step.HANDING, stage.now), e.CueGone("c.hand", stage.now))
    assert stage.state.cue("c.photo").outcome is None
    stage.do(c.Undo())
    assert (stage.state.run("h1").step, stage.state.cue("c.hand").outcome) == (Step.PRESENTERS, None)


def test_a_cue_that_has_gone_does_not_go_again_with_its_step_nor_on_the_way_back() -> None:
    stage = with_music()
    stage.sleep(SECOND).do(c.Go("c.hand"))
    assert stage.state.run("h1").step is Step.HANDING
    stage.sleep(SECOND).do(c.NextStep(Step.CALL))
    assert stage.sleep(SECOND).do(c.NextStep(Step.HANDING)) == (a.StepBegun("h1", Step.HANDING, stage.now),)


def test_go_of_a_cue_that_hangs_on_a_step_begins_that_step() -> None:
    stage = with_music()
    assert stage.sleep(SECOND).do(c.Go()) == (
        a.StepBegun("h1", Step.HANDING, stage.now),
        e.CueGone("c.hand", stage.now),
    )


def test_go_of_a_cue_of_a_step_that_is_past_or_of_none_is_no_step() -> None:
    stage = with_music(Step.FLOWERS)
    stage.sleep(SECOND).do(c.NextStep(Step.PHOTO))
    assert stage.sleep(SECOND).do(c.Go("c.hand")) == (e.CueGone("c.hand", stage.now),)
    assert stage.sleep(SECOND).do(c.Go("c.flowers")) == (e.CueGone("c.flowers", stage.now),)


def test_go_of_a_cue_of_another_batch_or_of_an_item_without_one_is_no_step() -> None:
    other = batch("h2", "d", cues=(step_cue("d.hand", Step.HANDING),))
    for is_started in (False, True):
        stage = Stage(with_parts(batch("h1", "a"), other)).at("8:00")
        if is_started:
            stage.do(c.Start())
        assert stage.sleep(SECOND).do(c.Go("d.hand")) == (e.CueGone("d.hand", stage.now),)
    odd = Stage(agenda(item("m1", 5, step_cue("m.hand", Step.HANDING)))).at("8:00")
    odd.do(c.Start())
    assert odd.sleep(SECOND).do(c.Go("m.hand")) == (e.CueGone("m.hand", odd.now),)


def test_what_hangs_on_the_first_step_goes_as_the_batch_begins() -> None:
    cues = (step_cue("c.call", Step.CALL, to=Role.CREW), step_cue("c.photo", Step.PHOTO, to=Role.CREW))
    stage = Stage(with_parts(batch("h1", "a", cues=cues))).at("8:00")
    assert stage.cue("c.call").expected_at is None
    assert stage.do(c.Start())[-2:] == (e.ItemStarted("h1", stage.now), e.CueGone("c.call", stage.now))
    stage.do(c.Undo())
    assert stage.state.cue("c.call").outcome is None


def test_what_hangs_on_a_step_has_its_moment_while_that_step_lasts() -> None:
    cues = (step_cue("c.hand", Step.HANDING, to=Role.CREW), step_cue("c.off", Step.OFF, to=Role.CREW))
    stage = Stage(with_parts(batch("h1", "a", cues=cues))).at("8:00")
    stage.do(c.Start())
    assert [stage.cue(one).expected_at for one in ("c.hand", "c.off")] == [None, None]
    stage.sleep(10 * SECOND).do(c.NextStep(Step.HANDING))
    assert stage.cue("c.hand").expected_at == at("8:00:10")
    assert stage.cue("c.off").expected_at is None


def test_a_batch_that_begins_with_music_asks_before_it_cuts_the_anthem_short() -> None:
    begins = step_cue("c.call", Step.CALL, do=Action.PLAY, track_id="t")
    stage = _with_anthem(with_parts(batch("h1", "a", cues=(begins,))), c.PlayTrack("q"))
    assert stage.refusal(c.Start()) is Reason.ANTHEM
    stage.do(c.Start(sure=True))
    assert isinstance(stage.state.cue("c.call").outcome, Gone)


def _with_anthem(plan: Agenda, *commands: c.Command) -> Stage:
    """8:00, and the anthem sounds once these are done."""
    anthem = Track("q", "Quốc ca", "q.mp3", TrackMark.ANTHEM_WITHOUT_WORDS)
    stage = Stage(replace(plan, tracks=(anthem, Track("t", "Nhạc", "t.mp3")))).at("8:00")
    stage.do(c.ReportSound(s.PlayerCame("console", stage.now)), by="player")
    stage.do(*commands)
    stage.do(c.ReportSound(s.TrackBegan(Deck.A, "q", None, seconds(60), seconds(0), stage.now)), by="player")
    return stage


def test_a_start_put_right_behind_a_step_takes_the_step_with_it() -> None:
    stage = Stage(with_parts(batch("h1", "a"))).at("8:00")
    stage.do(c.Start())
    stage.sleep(10 * SECOND).do(c.NextStep(Step.HANDING))
    stage.sleep(minutes(1)).do(c.Backdate("h1", -30 * SECOND))
    assert running(stage).step_at == at("8:00:30")


def test_a_step_that_would_cut_the_anthem_short_asks_first() -> None:
    sounds = step_cue("c.hand", Step.HANDING, do=Action.PLAY, track_id="t")
    stage = _with_anthem(with_parts(batch("h1", "a", cues=(sounds,))), c.Start(), c.PlayTrack("q"))
    stage.sleep(SECOND)
    assert stage.refusal(c.NextStep(Step.HANDING)) is Reason.ANTHEM
    stage.do(c.NextStep(Step.HANDING, sure=True))
    assert isinstance(stage.state.cue("c.hand").outcome, Gone)


def test_a_named_step_is_never_a_second_press_of_the_one_before(stage: Stage) -> None:
    stage.do(c.NextStep(Step.HANDING), c.NextStep(Step.PHOTO))
    assert stage.refusal(c.NextStep()) is Reason.GUARD
    assert stage.state.run("h1").step is Step.PHOTO


# Lists


def test_who_is_absent_is_taken_from_the_tray_and_comes_back(stage: Stage) -> None:
    stage.do(c.ChangeRecipient("b", absent=True))
    assert [(one.recipient_id, one.place) for one in _stood(stage)] == [("a", 1), ("b", None), ("c", 2)]
    assert stage.refusal(c.ChangeRecipient("b", absent=True)) is Reason.EMPTY
    stage.do(c.ChangeRecipient("b", proxy=" Bà B2 "))
    assert [(one.place, one.proxy) for one in _stood(stage)] == [(1, None), (2, "Bà B2"), (3, None)]
    stage.do(c.ChangeRecipient("b", absent=True))
    assert _stood(stage)[1].proxy is None
    stage.do(c.ChangeRecipient("b", absent=False))
    assert _stood(stage)[1].place == 2
    stage.do(c.ChangeRecipient("b", proxy="Bà B2"), c.ChangeRecipient("b", proxy=""))
    assert _stood(stage)[1].proxy is None


def _stood(stage: Stage) -> tuple[OnStage, ...]:
    return running(stage).people


def test_what_the_list_says_of_somebody_is_changed_field_by_field(stage: Stage) -> None:
    stage.do(
        c.ChangeRecipient(
            "a", name=" Ông An ", unit="Tổ 3", address="đồng chí", said="An-đrây", note="Xe lăn"
        )
    )
    changed = Recipient("a", "Ông An", "Tổ 3", address="đồng chí", said="An-đrây", note="Xe lăn")
    award = stage.state.order.places["h1"].written.award
    assert award is not None
    assert award.recipients[0] == changed
    assert stage.refusal(c.ChangeRecipient("a", name="  ")) is Reason.EMPTY
    assert stage.refusal(c.ChangeRecipient("a", note="x" * 501)) is Reason.TOO_LONG
    assert stage.refusal(c.ChangeRecipient("nobody", absent=True)) is Reason.UNKNOWN_RECIPIENT
    stage.do(c.Undo())
    assert stage.state.agenda == stage.state.plan


def test_what_has_ended_is_not_changed_any_more(stage: Stage) -> None:
    stage.at("8:13").do(c.Advance())
    for command in (
        c.ChangeRecipient("a", absent=True),
        c.MoveRecipient("a"),
        c.MoveRecipient("d", "h1"),
        c.AddRecipient("h1", "Ông Mới"),
        c.SplitBatch("h1", "b"),
    ):
        assert stage.refusal(command) is Reason.ITEM_DONE


def test_somebody_is_moved_to_the_next_batch_or_to_a_place_in_another(stage: Stage) -> None:
    stage.do(c.MoveRecipient("b"))
    assert (names(stage, "h1"), names(stage, "h2")) == (["a", "c"], ["d", "e", "f", "b"])
    stage.do(c.MoveRecipient("b", "h3", "g"))
    assert (names(stage, "h2"), names(stage, "h3")) == (["d", "e", "f"], ["b", "g", "k", "l"])
    stage.do(c.MoveRecipient("l", "h3", "b"), c.MoveRecipient("b", "h3"))
    assert names(stage, "h3") == ["l", "g", "k", "b"]


def test_a_move_that_is_none_or_leads_nowhere_is_refused(stage: Stage) -> None:
    for command, reason in (
        (c.MoveRecipient("nobody"), Reason.UNKNOWN_RECIPIENT),
        (c.MoveRecipient("g"), Reason.NO_LATER_BATCH),
        (c.MoveRecipient("a", "nothing"), Reason.UNKNOWN_ITEM),
        (c.MoveRecipient("a", "m2"), Reason.NOT_A_BATCH),
        (c.MoveRecipient("a", "h"), Reason.NOT_A_BATCH),
        (c.MoveRecipient("a", "h2", "b"), Reason.UNKNOWN_RECIPIENT),
        (c.MoveRecipient("a", "h1", "a"), Reason.EMPTY),
        (c.MoveRecipient("a", "h1", "b"), Reason.EMPTY),
        (c.MoveRecipient("c", "h1"), Reason.EMPTY),
    ):
        assert stage.refusal(command) is reason


def test_who_comes_late_goes_to_the_next_batch_of_the_same_form() -> None:
    high, low, unknown = (
        "Bằng khen của Chủ tịch UBND tỉnh",
        "Giấy khen của Chủ tịch UBND phường",
        "Biểu dương",
    )
    stage = Stage(
        with_parts(
            batch("h1", "a", form=high),
            batch("h2", "b", form=low),
            batch("h3", "d", form=f"{high}, đợt 2"),
            batch("h4", "e", form=low),
            batch("h5", "f", form=unknown),
        )
    ).at("8:00")
    stage.do(c.MoveRecipient("a"), c.MoveRecipient("b"))
    assert [names(stage, one) for one in ("h3", "h4")] == [["d", "a"], ["e", "b"]]
    stage.do(c.MoveRecipient("e"))
    assert names(stage, "h5") == ["f", "e"]
    # by name they can be put anywhere
    stage.do(c.MoveRecipient("a", "h2"))
    assert names(stage, "h2") == ["a"]


def test_nobody_is_put_where_nobody_is_called(stage: Stage) -> None:
    stage.do(c.Skip("h2"))
    assert stage.refusal(c.MoveRecipient("a", "h2")) is Reason.ITEM_SKIPPED
    assert stage.refusal(c.AddRecipient("h2", "Ông Mới")) is Reason.ITEM_SKIPPED
    stage.do(c.MoveRecipient("a"), c.MoveRecipient("d"))
    assert names(stage, "h3") == ["g", "k", "l", "a", "d"]


def test_who_was_absent_when_their_batch_ended_comes_in_a_later_one(stage: Stage) -> None:
    stage.do(c.ChangeRecipient("b", absent=True))
    stage.at("8:13").do(c.Advance(), c.MoveRecipient("b", "h3"))
    assert names(stage, "h1") == ["a", "c"]
    award = stage.state.order.places["h3"].item.award
    assert award is not None
    assert award.recipients[-1] == people("b")[0]
    stage.do(c.Undo())
    assert names(stage, "h1") == ["a", "b", "c"]


def test_a_name_is_added_last_or_in_front_of_another(stage: Stage) -> None:
    stage.do(c.AddRecipient("h1", " Ông Mới ", " Tổ 3 "), c.AddRecipient("h2", "Bà Mới", before="e"))
    assert names(stage, "h1") == ["a", "b", "c", "added-1"]
    assert names(stage, "h2") == ["d", "added-2", "e", "f"]
    for command, reason in (
        (c.AddRecipient("h1", "  "), Reason.EMPTY),
        (c.AddRecipient("h1", "x" * 501), Reason.TOO_LONG),
        (c.AddRecipient("h1", "Ông", before="d"), Reason.UNKNOWN_RECIPIENT),
        (c.AddRecipient("m1", "Ông"), Reason.NOT_A_BATCH),
    ):
        assert stage.refusal(command) is reason


def test_who_is_added_is_nobody_whom_the_wings_have_seen_before(stage: Stage) -> None:
    """Added, seen, taken back: the next one who is added has not been seen."""
    stage.do(c.AddRecipient("h1", "Ông Mới"), c.See("r/added-1"))
    stage.do(c.Undo(), c.AddRecipient("h1", "Ông Khác"))
    assert names(stage, "h1")[-1] == "added-2"


def test_all_who_are_reported_missing_are_absent_by_one_order_and_there_again_by_one_undo(
    stage: Stage,
) -> None:
    stage.do(c.ChangeRecipient("c", absent=True))
    stage.do(c.See("r/a", False), c.See("r/b"), c.See("r/c", False))
    stage.do(c.ChangeRecipient("a", proxy="Bà A2"))
    before = stage.state.agenda
    stage.do(c.TakeOutMissing("h1"))
    award = stage.state.order.places["h1"].item.award
    assert award is not None
    assert [(one.absent, one.proxy) for one in award.recipients] == [
        (True, None),
        (False, None),
        (True, None),
    ]
    assert stage.refusal(c.TakeOutMissing("h1")) is Reason.EMPTY
    assert stage.refusal(c.TakeOutMissing("nothing")) is Reason.UNKNOWN_ITEM
    stage.do(c.Undo())
    assert stage.state.agenda == before


def test_a_batch_is_split_and_the_rest_follows_it_with_its_share_of_the_time(stage: Stage) -> None:
    stage.do(c.SplitBatch("h1", "b"))
    places = stage.state.order.places
    assert [part.item_id for part in places["h"].item.parts] == ["h1", "x1", "h2", "h3"]
    assert (names(stage, "h1"), names(stage, "x1")) == (["a"], ["b", "c"])
    assert [places[one].item.duration for one in ("h1", "x1")] == [minutes(1), minutes(2)]
    assert (places["x1"].item.number, places["x1"].item.title) == ("h1a", places["h1"].item.title)
    assert round_at(stage).batches == 4
    for command, reason in (
        (c.SplitBatch("h1", "a"), Reason.EMPTY),
        (c.SplitBatch("h1", "b"), Reason.UNKNOWN_RECIPIENT),
        (c.SplitBatch("h", "b"), Reason.NOT_A_BATCH),
        (c.SplitBatch("nothing", "b"), Reason.UNKNOWN_ITEM),
    ):
        assert stage.refusal(command) is reason
    stage.do(c.Undo())
    assert stage.state.agenda == stage.state.plan


def test_a_batch_up_to_an_hour_that_is_split_lasts_to_that_hour_with_its_last_part() -> None:
    lasting = replace(batch("h1", "a", "b", "c", "d", length=10), until=at("8:10"))
    stage = Stage(with_parts(lasting, batch("h2", "e"))).at("8:00")
    stage.do(c.Start(), c.SplitBatch("h1", "c"))
    assert stage.starts() == {"h1": "8:00", "x1": "8:05", "h2": "8:10", "m2": "8:13"}


def test_a_split_of_a_batch_of_a_second_leaves_neither_without_any_time() -> None:
    stage = Stage(with_parts(batch("h1", "a", "b", length=1 / 60))).at("8:00")
    stage.do(c.SplitBatch("h1", "b"))
    assert {stage.state.order.places[one].item.duration for one in ("h1", "x1")} == {SECOND}


def test_what_was_split_off_is_not_taken_out_with_the_people_on_its_list(stage: Stage) -> None:
    stage.do(c.SplitBatch("h2", "e"))
    assert stage.refusal(c.Remove("x1")) is Reason.NOT_INSERTED
    stage.do(c.MoveRecipient("e", "h2"), c.MoveRecipient("f", "h2"), c.Remove("x1"))
    assert names(stage, "h2") == ["d", "e", "f"]


def shared() -> Agenda:
    """A heading with one list that its only part hands over."""
    return with_parts(item("h1", 3, title="Trao Bằng khen"), recipients=people("a", "b"))


def test_an_order_for_a_part_means_the_list_of_its_heading_where_it_has_none() -> None:
    stage = Stage(shared()).at("8:00")
    stage.do(c.AddRecipient("h1", "Ông Mới"), c.MoveRecipient("a", "h1"), c.AddRecipient("h", "Bà Mới"))
    assert (names(stage, "h"), names(stage, "h1")) == (["b", "added-1", "a", "added-2"], [])
    assert stage.refusal(c.SplitBatch("h", "b")) is Reason.IS_HEADING
    assert stage.refusal(c.SplitBatch("h1", "b")) is Reason.UNKNOWN_RECIPIENT
    assert stage.refusal(c.MoveRecipient("a")) is Reason.NO_LATER_BATCH
    stage.do(c.Start())
    assert [one.recipient_id for one in _stood(stage)] == ["b", "added-1", "a", "added-2"]


def test_nobody_is_put_on_a_list_at_a_heading_that_no_part_would_call() -> None:
    stage = Stage(with_parts(batch("h1", "a"), presenter="Ông P")).at("8:00")
    assert stage.refusal(c.AddRecipient("h", "Ông Mới")) is Reason.IS_HEADING
    assert stage.refusal(c.MoveRecipient("a", "h")) is Reason.IS_HEADING


def called(stage: Stage, item_id: str) -> list[str]:
    """Whom a batch calls, by their ids."""
    award = stage.state.order.places[item_id].item.award
    return [] if award is None else [one.recipient_id for one in award.recipients]


def beside_shared() -> Agenda:
    """A part with a list of its own, and one that hands over that of the heading."""
    return with_parts(batch("h1", "a"), item("h2", 3, title="Trao Bằng khen"), recipients=people("x"))


def test_a_part_whose_list_was_emptied_does_not_call_that_of_its_heading_as_well() -> None:
    stage = Stage(beside_shared()).at("8:00")
    stage.do(c.MoveRecipient("a", "h2"))
    assert (called(stage, "h1"), called(stage, "h2")) == ([], ["x", "a"])
    stage.do(c.AddRecipient("h1", "Ông Mới"))
    assert (called(stage, "h1"), called(stage, "h2")) == (["added-1"], ["x", "a"])
    stage.do(c.MoveRecipient("added-1", "h2"), c.MoveRecipient("a", "h1"), c.Undo(), c.Undo())
    assert (called(stage, "h1"), called(stage, "h2")) == (["added-1"], ["x", "a"])


def test_a_part_inserted_like_another_does_not_call_the_list_of_their_heading_as_well() -> None:
    stage = Stage(beside_shared()).at("8:00")
    like = stage.state.order.places["h1"].written
    stage.do(c.Insert("h1", "Trao thêm", minutes(3), "award", like=like), c.AddRecipient("x1", "Ông Mới"))
    assert (called(stage, "x1"), called(stage, "h2")) == (["added-1"], ["x"])


def test_another_presenter_of_a_part_leaves_the_list_where_it_is_written() -> None:
    stage = Stage(shared()).at("8:00")
    stage.do(c.Edit("h1", presenter="Ông Khác"))
    assert (names(stage, "h"), names(stage, "h1")) == (["a", "b"], [])
    assert stage.state.order.places["h1"].item.award == Award(
        presenter="Ông Khác", recipients=people("a", "b")
    )


def test_an_item_inserted_like_a_batch_honours_nobody_a_second_time(stage: Stage) -> None:
    like = stage.state.order.places["h2"].written
    stage.do(c.Insert("h2", "Trao thêm", minutes(3), "award", like=like))
    new_id = next(row.item_id for row in stage.picture.rows if row.title == "Trao thêm")
    assert names(stage, new_id) == []


def test_nothing_is_changed_when_the_show_has_ended(stage: Stage) -> None:
    stage.do(c.End(sure=True))
    answers = [stage.ask(command) for command in (c.NextStep(), c.MoveRecipient("d"), c.See("r/d"))]
    assert answers == [Refused(Reason.ENDED)] * 3


# Who is there


def test_the_wings_say_who_stands_ready_and_undo_leaves_it(stage: Stage) -> None:
    stage.do(c.See("r/a"), by="crew")
    stage.do(c.See("r/b", here=False), by="crew")
    assert [one.here for one in _stood(stage)] == [True, False, None]
    assert stage.refusal(c.See("r/a")) is Reason.EMPTY
    stage.do(c.MoveRecipient("a"), c.Undo())
    assert _stood(stage)[0].here is True
    stage.do(c.See("r/a", here=None))
    assert stage.refusal(c.See("r/a", here=None)) is Reason.EMPTY
    assert [one.here for one in _stood(stage)] == [None, False, None]


def test_speakers_and_the_chair_panel_are_looked_for_too() -> None:
    plan = replace(agenda(item("m1", 5, by="Ông Nam")), chair_panel=("Bà Chủ tịch",))
    stage = Stage(plan).at("8:00")
    stage.do(c.See("s/m1"), c.See("p/0", here=False))
    assert [one.here for one in stage.state.seen.values()] == [True, False]


@pytest.mark.parametrize("person", ["r/nobody", "s/h1", "s/nothing", "l/x", "p/0", "p/x", "x/a", "a", ""])
def test_nobody_is_seen_whom_the_agenda_does_not_have(stage: Stage, person: str) -> None:
    assert stage.refusal(c.See(person)) is Reason.UNKNOWN_PERSON


def test_a_clock_that_is_put_right_takes_steps_and_what_was_seen_with_it(stage: Stage) -> None:
    stage.sleep(10 * SECOND).do(c.NextStep(), c.See("r/a"))
    stage.do(c.CorrectClock(seconds(30)))
    assert stage.state.run("h1").step_at == at("8:10:40")
    assert stage.state.seen["r/a"].at == at("8:10:40")
