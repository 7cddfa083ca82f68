"""The end of a show as it is expected, its range and the chance of the hard out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.outlook.habits import Habits, Miss
from runofshow.core.outlook.known import EarlierShow, Known, Outlook, Piece, Ran, Running, Take
from runofshow.core.outlook.learning import learn
from runofshow.core.outlook.ranges import outlook
from runofshow.core.value import replace

EIGHT = 8 * 3600.0
HALF_PAST_ELEVEN = 11.5 * 3600
MINUTE = 60.0


def paper(n: int, by: str | None = None) -> Piece:
    return Piece(item_id=f"paper {n}", kind="paper", plan_s=10 * MINUTE, speaker=by, elastic=True)


def ran(piece: Piece, minutes: float, skipped: bool = False) -> Ran:
    return Ran(
        item_id=piece.item_id, kind=piece.kind, plan_s=piece.plan_s, speaker=piece.speaker,
        protected=piece.protected, elastic=piece.elastic, recipients=piece.recipients, batch=piece.batch,
        actual_s=minutes * MINUTE, skipped=skipped,
    )  # fmt: skip


def runs(piece: Piece, minutes: float) -> Running:
    return Running(item_id=piece.item_id, kind=piece.kind, plan_s=piece.plan_s, elapsed_s=minutes * MINUTE)


def show(
    *minutes: float, by: str | None = None, hard_out_s: float | None = None, waits: float = 0
) -> EarlierShow:
    """One of papers of ten minutes each, which lasted so long."""
    items = tuple(ran(paper(n, by), lasted) for n, lasted in enumerate(minutes))
    end = EIGHT + (sum(minutes) + waits) * MINUTE
    return EarlierShow(start_s=EIGHT, end_s=end, hard_out_s=hard_out_s, items=items)


def papers(count: int, by: str | None = None) -> tuple[Piece, ...]:
    return tuple(paper(n, by) for n in range(count))


def mid(habits: Habits, known: Known) -> float:
    """Minutes after eight."""
    return (outlook(habits, known).mid_s - EIGHT) / MINUTE


def at_eight(rest: tuple[Piece, ...], hard_out_s: float | None = None, takes: tuple[Take, ...] = ()) -> Known:
    return Known(now_s=EIGHT, start_s=EIGHT, hard_out_s=hard_out_s, takes=takes, rest=rest)


def test_ten_papers_of_an_office_nobody_has_seen_are_thought_a_little_too_long() -> None:
    seen = outlook(Habits(), at_eight(papers(10)))
    assert 100 < (seen.mid_s - EIGHT) / MINUTE < 115
    assert seen.low_s < EIGHT + 100 * MINUTE < seen.high_s
    assert seen.chance is None


def test_an_office_whose_papers_last_half_as_long_again_is_believed_by_and_by() -> None:
    thought = [mid(learn([show(*[15] * 8)] * shows), at_eight(papers(10))) for shows in (0, 1, 3)]
    assert 130 < thought[1] < 151
    assert 140 < thought[2] < 151


def test_a_speaker_known_to_be_long_is_long_again_and_another_is_not() -> None:
    habits = learn([show(10, 10, 10, 10, by="A"), show(20, 20, 20, 20, by="B")] * 2)
    of_a, of_b = (mid(habits, at_eight(papers(5, by))) for by in ("A", "B"))
    assert of_a < 70
    assert of_b > 80


def test_takes_of_today_are_believed_as_soon_as_they_are_there() -> None:
    rest = papers(6)
    take = {piece.item_id: 15 * MINUTE for piece in rest}
    none, one, three = (mid(Habits(), at_eight(rest, takes=(take,) * n)) for n in (0, 1, 3))
    assert none < one < three < 100


def test_takes_that_were_always_shorter_than_what_came_are_lengthened() -> None:
    short = {f"paper {n}": 6 * MINUTE for n in range(8)}
    before = [replace(show(*[12] * 8), takes=(short, {}))] * 3
    assert learn(before).take_ratio < 0.75
    rest = papers(6)
    assert mid(learn(before), at_eight(rest, takes=(short,))) > 65


def test_an_item_over_its_plan_is_expected_to_last_a_while_yet_and_the_longer_the_more() -> None:
    left = []
    for minutes in (11, 15, 30, 300):
        now = EIGHT + minutes * MINUTE
        seen = outlook(Habits(), Known(now_s=now, start_s=EIGHT, running=runs(paper(0), minutes)))
        assert now <= seen.low_s <= seen.mid_s < seen.high_s
        left.append(seen.mid_s - now)
    assert left[0] > 30
    assert left[1] < left[2] < left[3]


def test_a_chair_who_presses_brings_the_end_back_towards_the_hard_out() -> None:
    hard_out = EIGHT + 80 * MINUTE
    pressed = [show(14, 14, 14, 12, 8, 6, 6, 6, hard_out_s=hard_out)] * 4
    habits = learn(pressed)
    assert habits.press.elastic > Habits().press.elastic
    ten = papers(10)
    assert mid(habits, at_eight(ten, hard_out_s=EIGHT + 100 * MINUTE)) < mid(habits, at_eight(ten))


def test_what_is_protected_is_never_thought_shortened() -> None:
    ten = tuple(replace(piece, protected=True) for piece in papers(10))
    assert mid(Habits(), at_eight(ten, hard_out_s=EIGHT + MINUTE)) == mid(Habits(), at_eight(ten))


def test_papers_that_grow_through_every_show_are_expected_to_grow() -> None:
    habits = learn([show(*[10 + n for n in range(8)])] * 4)
    assert habits.drift > 0.1


def test_an_office_whose_shows_grow_from_one_to_the_next_is_expected_to_grow_on() -> None:
    shows = [show(*[9.5 + n / 2] * 10) for n in range(12)]
    grown, shrunk = (mid(learn(before), at_eight(papers(10))) for before in (shows, shows[::-1]))
    assert grown > 143
    assert shrunk < 103


def batch(n: int, honoured: int) -> Piece:
    return Piece(item_id=f"batch {n}", kind="award", plan_s=4 * MINUTE, recipients=honoured, batch=n)


def test_a_batch_of_more_people_than_its_plan_stands_for_is_expected_to_last_longer() -> None:
    few, many = batch(1, 4), batch(2, 12)
    ran_so = (ran(few, 2.5), ran(many, 5.5)) * 4
    habits = learn([EarlierShow(start_s=EIGHT, end_s=EIGHT + 32 * MINUTE, items=ran_so)] * 3)
    assert mid(habits, at_eight((few,) * 4)) == pytest.approx(10, abs=1.5)
    assert mid(habits, at_eight((many,) * 4)) == pytest.approx(22, abs=1.5)


def test_people_say_nothing_of_an_award_where_plans_follow_them_or_nobody_has_been_seen() -> None:
    one = batch(1, 8)
    follows = learn([EarlierShow(start_s=EIGHT, end_s=EIGHT + 40 * MINUTE, items=(ran(one, 5),) * 8)] * 3)
    assert follows.honoured.excess(one) == 0
    assert mid(follows, at_eight((one,) * 4)) == pytest.approx(20, abs=1)
    assert mid(Habits(), at_eight((batch(1, 2),))) == mid(Habits(), at_eight((batch(1, 20),)))


def test_minutes_lost_between_the_items_are_expected_to_be_lost_again() -> None:
    habits = learn([show(*[10] * 8, waits=20)] * 3)
    eight = papers(8)
    none = mid(learn([show(*[10] * 8)] * 3), at_eight(eight))
    assert mid(habits, at_eight(eight)) == pytest.approx(none + 15, abs=1)
    # what has been lost already is in the hour
    late = Known(now_s=EIGHT + 20 * MINUTE, start_s=EIGHT, running=runs(eight[0], 0), rest=eight[1:])
    assert mid(habits, late) < none + 25


def test_a_show_that_has_not_begun_begins_at_its_start() -> None:
    early = Known(now_s=EIGHT - 3600, start_s=EIGHT, rest=papers(4))
    assert outlook(Habits(), early) == outlook(Habits(), at_eight(papers(4)))


def test_an_item_that_was_skipped_or_has_no_length_teaches_nothing() -> None:
    once = show(*[15] * 8)
    more = replace(
        once,
        items=(*once.items, ran(paper(8), 0, skipped=True), ran(replace(paper(9), plan_s=0.0), 0)),
    )
    assert learn([more]).taught.office[1] == learn([once]).taught.office[1]
    assert learn([more]).taught.office[0] == pytest.approx(learn([once]).taught.office[0], rel=0.01)
    nothing = EarlierShow(start_s=EIGHT, end_s=EIGHT, items=(ran(replace(paper(9), plan_s=0.0), 0),))
    assert learn([nothing, EarlierShow(start_s=EIGHT, end_s=EIGHT)]).taught == Habits().taught


def test_a_take_is_all_that_is_known_of_an_item_without_a_plan() -> None:
    gift = Piece(item_id="gift", kind="gift")
    assert mid(Habits(), at_eight((gift,), takes=({"gift": 285.0},))) == pytest.approx(5)
    assert mid(Habits(), at_eight((gift,), takes=({"gift": 0.0},))) == 0


def test_the_past_is_kept_and_what_is_over_has_no_range() -> None:
    done = tuple(ran(paper(n), 10) for n in range(3))
    end = EIGHT + 30 * MINUTE
    for hard_out, chance in ((end, 1.0), (end - 1, 0.0), (None, None)):
        seen = outlook(Habits(), Known(now_s=end, start_s=EIGHT, hard_out_s=hard_out, done=done))
        assert (seen.low_s, seen.mid_s, seen.high_s, seen.chance) == (end, end, end, chance)


def test_what_is_certain_is_held_by_a_range_of_no_width() -> None:
    nothing = at_eight((Piece(item_id="gift", kind="gift"),), hard_out_s=EIGHT)
    assert outlook(Habits(), nothing) == Outlook(EIGHT, EIGHT, EIGHT, 1.0)


def test_shows_that_never_vary_are_forecast_to_the_minute_and_the_range_holds_them() -> None:
    habits = learn([show(*[12] * 8, by="A")] * 8)
    seen = outlook(habits, at_eight(papers(8, "A")))
    assert seen.low_s <= EIGHT + 96 * MINUTE <= seen.high_s
    assert seen.mid_s == pytest.approx(EIGHT + 96 * MINUTE, abs=4 * MINUTE)
    unseen = outlook(Habits(), at_eight(papers(8)))
    assert seen.high_s - seen.low_s < (unseen.high_s - unseen.low_s) / 2


def width(habits: Habits, known: Known) -> float:
    seen = outlook(habits, known)
    return seen.high_s - seen.low_s


def test_one_show_that_got_out_of_hand_widens_the_range_a_little_and_many_that_were_off_a_lot() -> None:
    def missed(*by: float) -> Habits:
        return Habits(misses=tuple(Miss(n, 0.0, one) for n, one in enumerate(by)))

    known = at_eight(papers(10))
    calm, once, often = (
        width(missed(*by), known) for by in ((0.8, -0.8) * 4, (0.8, -0.8) * 3 + (0.8, -4.0), (1.8, -1.8) * 4)
    )
    assert calm < once < 1.5 * calm < often
    # of an office nobody has seen it is not known either how far the rule is off there
    assert width(Habits(), known) > calm


def test_a_later_hard_out_is_never_met_less_surely() -> None:
    chances = []
    for minutes in range(80, 190, 10):
        seen = outlook(Habits(), at_eight(papers(10), hard_out_s=EIGHT + minutes * MINUTE))
        assert seen.chance is not None
        chances.append(seen.chance)
    assert chances == sorted(chances)
    assert chances[0] < 0.2 < 0.85 < chances[-1]


kinds = st.sampled_from(["flag_salute", "paper", "award", "discussion", "video", "of nobody's list"])
speakers = st.sampled_from([None, "A", "B"])
pieces = st.builds(
    Piece,
    item_id=st.sampled_from("abcdefgh"),
    kind=kinds,
    plan_s=st.sampled_from([0.0, 60.0, 300.0, 1200.0]),
    speaker=speakers,
    protected=st.booleans(),
    elastic=st.booleans(),
    recipients=st.integers(0, 40),
)
lasted = st.floats(0, 4000)
over = st.builds(lambda piece, seconds, gone: ran(piece, seconds / 60, gone), pieces, lasted, st.booleans())
takes = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), lasted), max_size=3).map(tuple)
hard_outs = st.none() | st.floats(-100, 40_000)
shows = st.builds(
    EarlierShow,
    start_s=st.floats(0, 40_000),
    end_s=st.floats(0, 60_000),
    hard_out_s=hard_outs,
    takes=takes,
    items=st.lists(over, max_size=8).map(tuple),
)
knowns = st.builds(
    Known,
    now_s=st.floats(0, 90_000),
    start_s=st.floats(0, 90_000),
    hard_out_s=hard_outs,
    takes=takes,
    done=st.lists(over, max_size=8).map(tuple),
    running=st.none() | st.builds(lambda piece, seconds: runs(piece, seconds / 60), pieces, lasted),
    rest=st.lists(pieces, max_size=8).map(tuple),
)


@given(st.lists(shows, max_size=4), knowns)
def test_whatever_was_seen_the_answer_is_one(before: list[EarlierShow], known: Known) -> None:
    habits = learn(before)
    seen = outlook(habits, known)
    assert known.now_s <= seen.low_s <= seen.mid_s <= seen.high_s < known.now_s + 1e7
    assert seen.chance is None if known.hard_out_s is None else 0 <= (seen.chance or 0.0) <= 1
    assert outlook(habits, known) == seen


@given(st.lists(pieces, min_size=1, max_size=8).map(tuple), lasted)
def test_one_item_more_never_makes_the_end_earlier(rest: tuple[Piece, ...], seconds: float) -> None:
    known = Known(now_s=EIGHT, start_s=EIGHT, running=runs(paper(0), seconds / 60))
    ends = [outlook(Habits(), replace(known, rest=rest[:count])).mid_s for count in range(len(rest) + 1)]
    assert all(first <= second for first, second in pairwise(ends))
