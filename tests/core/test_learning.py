"""What takes teach about how long an item lasts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item
from runofshow.core.commands import Mode
from runofshow.core.history import History, history
from runofshow.core.learning import (
    Learnt,
    Spread,
    Time,
    in_plan,
    learnt,
    lengths,
    mc_pace,
    same_items,
    spread_of,
)
from runofshow.core.speech.script import Passage, Speech
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, item, minutes, seconds


def rehearsed(plan: Agenda, *lengths: float, opened: str = "7:55") -> History:
    """A rehearsal in which the items took so many minutes, one after the other."""
    stage = Stage(plan, opened, floating=True)
    for length in lengths:
        stage.do(c.Start(sure=True) if not stage.state.started else c.Advance(sure=True))
        stage.sleep(minutes(length))
    stage.do(c.End(sure=True))
    return history(stage.entries)


def taught(plan: Agenda, *records: History) -> dict[str, Learnt]:
    return {one.item.item_id: one for one in learnt(plan, records)}


def text(syllables: int) -> Speech:
    return Speech("bai.docx", (Passage(syllables, 1, "Kính thưa"),))


def times(*lengths: float) -> list[Time]:
    return [Time(minutes(length), at("8:00"), Mode.REHEARSAL) for length in lengths]


def three() -> Agenda:
    return agenda(item("a", 10, by="Phòng Y tế"), item("b", 5), item("c", 20, by="Bà Hoa"))


def test_three_takes_are_told_by_their_median_and_where_the_next_lies_four_times_of_five() -> None:
    plan = three()
    a = taught(plan, rehearsed(plan, 12), rehearsed(plan, 13), rehearsed(plan, 16))["a"]
    assert [time.length for time in a.times] == [minutes(12), minutes(13), minutes(16)]
    assert a.spread is not None
    assert (a.spread.count, a.spread.median) == (3, minutes(13))
    assert a.spread.likely is not None
    # logs of 12, 13, 16: mean 2.6075, deviation .1487; times 1.886 times the root of 4/3: .3238
    assert a.spread.likely.low / minutes(1) == pytest.approx(9.81, abs=0.01)
    assert a.spread.likely.high / minutes(1) == pytest.approx(18.75, abs=0.01)
    assert a.proposed == minutes(13)


def test_one_take_has_no_range_and_alike_ones_have_none_to_speak_of() -> None:
    one, two = spread_of(times(7)), spread_of(times(7, 7))
    assert one == Spread(1, minutes(7))
    assert two is not None
    assert two.likely is not None
    assert abs(two.likely.low - two.likely.high) < seconds(0.001)
    assert spread_of(()) is None


def test_many_takes_use_the_last_quantile() -> None:
    many = spread_of(times(*[8, 12] * 10))
    assert many is not None
    assert many.likely is not None
    assert many.likely.low < minutes(8)
    assert many.likely.high > minutes(12)


def test_a_plan_is_written_in_half_minutes_and_long_items_in_whole_ones_and_never_too_short() -> None:
    assert in_plan(seconds(61)) == seconds(90)
    assert in_plan(minutes(7)) == minutes(7)
    assert in_plan(seconds(599)) == minutes(10)
    assert in_plan(seconds(601)) == minutes(11)


def test_what_was_not_played_teaches_nothing() -> None:
    plan = three()
    record = rehearsed(plan, 0.9, 51, 20)
    # a was called through in under a tenth of its plan, b left running for more than ten times as long
    assert set(lengths(record)) == {"c"}
    assert [one.proposed for one in learnt(plan, (record,))] == [None, None, None]


def test_what_came_in_during_a_show_has_no_plan_to_be_measured_by() -> None:
    stage = Stage(three()).at("8:00")
    stage.do(c.Start(), c.Insert(title="Tặng hoa", kind="gift", duration=minutes(5), after="a"))
    stage.at("8:10").do(c.Advance())
    stage.at("8:11").do(c.Advance())
    assert lengths(history(stage.entries))["x1"][0].length == minutes(1)


def test_what_is_protected_is_never_proposed_shorter_and_what_ends_at_an_hour_not_at_all() -> None:
    flag, rest = item("a", 5, protected=True), item("b", 15, until=at("8:30"))
    plan = agenda(flag, rest)
    short, long = taught(plan, rehearsed(plan, 2, 9)), taught(plan, rehearsed(plan, 7, 9))
    assert (short["a"].proposed, long["a"].proposed) == (None, minutes(7))
    assert short["b"].spread is not None
    assert short["b"].proposed is None


def test_a_length_that_was_only_assumed_is_proposed_though_it_held() -> None:
    plan = agenda(item("a", 10, assumed=True), item("b", 10))
    found = taught(plan, rehearsed(plan, 10, 10))
    assert (found["a"].proposed, found["b"].proposed) == (minutes(10), None)


def test_another_speaker_teaches_nothing_of_this_one() -> None:
    plan = three()
    record = rehearsed(plan, 12, 5, 25)
    others = agenda(item("a", 10, by="Phòng Nội vụ"), item("b", 5, by="Ông Ba"), item("c", 20, by="bà  hoa"))
    found = taught(others, record)
    # of b the record names nobody
    assert [len(found[item_id].times) for item_id in "abc"] == [0, 1, 1]


def test_items_are_the_same_by_id_and_title_then_by_speaker_then_by_title_then_by_a_mended_title() -> None:
    def of(item_id: str, title: str, by: str | None = None) -> Item:
        return item(item_id, 5, title=title, by=by)

    theirs = [
        of("m1", "Chào cờ"),
        of("m2", "Tham luận", "Phòng Y tế"),
        of("m3", "Tham luận", "Phòng Kinh tế"),
        of("m4", "Giao lưu"),
        of("m5", "Bế mạc"),
    ]
    # an item was put in first, so every id is another's; two speakers changed places, one title was mended
    ours = [
        of("m1", "Văn nghệ"),
        of("m2", "Chào  cờ"),
        of("m3", "Tham luận", "Phòng Kinh tế"),
        of("m4", "Tham luận", "Phòng Y tế"),
        of("m5", "Giao lưu", "Các điển hình"),
        of("m6", "Bế mạc"),
    ]
    assert same_items(ours, theirs) == {"m3": "m3", "m2": "m1", "m4": "m2", "m5": "m4", "m6": "m5"}
    mended = [replace(each, title="Khai mạc") if each.item_id == "m1" else each for each in theirs]
    assert same_items(mended, theirs)["m1"] == "m1"


def test_a_text_is_reckoned_by_the_pace_of_who_reads_it() -> None:
    plan = agenda(
        item("a", 10, by="Bà Hoa", speech=text(1800)),
        item("b", 10, by="bà Hoa", speech=text(1200)),
        item("c", 10, by="Ông Ba", speech=text(900)),
        item("d", 10, speech=text(900)),
    )
    found = taught(plan, rehearsed(plan, 12))
    assert found["b"].pace == 150
    # 1,200 syllables at 150 a minute
    assert (found["b"].proposed, found["b"].is_by_text, found["b"].spread) == (minutes(8), True, None)
    # of Ông Ba nothing is known, and what ran is told by its takes
    assert (found["c"].pace, found["c"].proposed) == (None, None)
    assert (found["a"].proposed, found["a"].is_by_text) == (minutes(12), False)


def test_a_take_that_was_no_reading_of_the_text_tells_no_pace() -> None:
    plan = agenda(item("a", 10, by="Bà Hoa", speech=text(1800)), item("b", 10, by="Bà Hoa", speech=text(900)))
    # 900 a minute is nobody's
    assert taught(plan, rehearsed(plan, 2))["b"].pace is None


def test_the_mcs_links_tell_how_fast_the_mc_reads() -> None:
    words = " ".join(["xin"] * 70)
    plan = agenda(item("a", 10), item("b", 10, mc=words), item("c", 10))
    stage = Stage(plan, mode=Mode.REHEARSAL, joins=True).at("8:00")
    stage.do(c.Start(sure=True))
    stage.sleep(seconds(20)).do(c.Advance())
    stage.sleep(seconds(28)).do(c.Advance())
    other = agenda(item("x", 10, title="Chào cờ"), *plan.sessions[0].items)
    found = learnt(other, (history(stage.entries), rehearsed(plan, 10)))
    assert [one.links for one in found] == [(), (), (seconds(28),), ()]
    assert mc_pace(found) == pytest.approx(150)
    assert mc_pace(learnt(plan, ())) is None


def test_records_are_told_the_oldest_first() -> None:
    plan = three()
    later, earlier = rehearsed(plan, 12, opened="9:00"), rehearsed(plan, 14, opened="8:00")
    assert [time.length for time in taught(plan, later, earlier)["a"].times] == [minutes(14), minutes(12)]
    assert taught(plan)["a"].times == ()
    assert isinstance(taught(plan, later)["a"].times[0].length, timedelta)
