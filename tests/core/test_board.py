"""A board that is kept from tick to tick shows what reckoning every row and every cue anew would show."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, AfterCue, Agenda, AtStart, Item, Session, Track
from runofshow.core.board import Board, board_at
from runofshow.core.cues import cue_now
from runofshow.core.evolve import apply
from runofshow.core.facts import newly_true
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.picture import picture_of, take_snapshot
from runofshow.core.presence import Senses
from runofshow.core.reckoned import Member, Reckoned
from runofshow.core.rows import row_of
from runofshow.core.running_order import Place
from runofshow.core.snapshot import CuePhase, Row, Snapshot
from runofshow.core.sound import Deck, EndedWhy
from runofshow.core.state import State, settled, to_come
from runofshow.core.value import replace
from tests.core.histories import Moment, opening, some_call, some_other
from tests.core.shows import at, cue, heading, item, minutes, opened, seconds


def plain_board(here: Moment) -> Board:
    """The plain rule: every row and every cue, reckoned now, and each of them may be news."""
    state, now = settled(here.state, here.now), here.now
    ahead = forecast(state, now)
    coming = to_come(state) if state.ended_at is None else ()
    next_id = coming[0].item.item_id if coming else None
    called = [(item_id, cue) for item_id, cues in state.order.calls.items() for cue in cues]
    cues = [cue_now(state, ahead, now, state.order.places[item_id], cue) for item_id, cue in called]
    return replace(
        board_at(here.state, now),
        rows=_listed([_row(state, ahead, place, next_id) for place in state.order.rows]),
        cues=_listed(cues),
        near=tuple(range(len(cues))),
    )


def _row(state: State, ahead: Forecast, place: Place, next_id: str | None) -> Row:
    parts = (state.order.places[part.item_id] for part in place.item.parts)
    return row_of(state, ahead, place, next_id, [_row(state, ahead, part, next_id) for part in parts])


def _listed(members: list[Member]) -> Reckoned[Member]:
    return Reckoned(len(members), members.__getitem__, {})


@settings(deadline=None, max_examples=5)
@given(st.integers(0, 2**32))
def test_a_board_that_is_kept_is_the_plain_one_whatever_happens(seed: int) -> None:
    keep_a_board(seed)


def keep_a_board(seed: int) -> None:
    """Thirty steps of a show at random, looked at after each of them."""
    draw = Random(seed)
    here = opening(draw)
    board = board_at(here.state, here.now)
    picture: Snapshot | None = None
    for _ in range(30):
        here = _a_step(draw, here)
        board = board_at(here.state, here.now, board)
        plain = plain_board(here)
        assert board.rows == plain.rows
        assert newly_true(board) == newly_true(plain)
        if draw.random() < 0.7:
            # else they stay as they are until a later moment asks for them
            assert board.cues == plain.cues
        picture = picture_of(board, Senses(), picture)
        assert picture == take_snapshot(here.state, here.now)
        assert_found(picture)


def assert_found(picture: Snapshot) -> None:
    """What is found without a look at every cue is what a look at every cue finds."""
    for row in picture.rows:
        if not row.is_heading:
            carried = [one for one in picture.cues if one.item_id == row.item_id]
            assert picture.cues_of(row.item_id) == carried
    waiting = (CuePhase.STANDBY, CuePhase.READY, CuePhase.DUE)
    told = [one for one in picture.cues if one.stood_by_at is not None and one.phase in waiting]
    assert [one for one in picture.told if one.phase in waiting] == told
    assert picture.answered == {one.to for one in picture.cues if one.acked_at is not None}


def _a_step(draw: Random, here: Moment) -> Moment:
    """Time that nobody has ticked away, a tick, an order or somebody's news."""
    chance = draw.random()
    if chance < 0.5:
        later = replace(here, now=here.now + seconds(draw.choice((0, 0.25, 0.25, 1, 5, 20, 60, 240))))
        return later if chance < 0.25 else later.slept(timedelta(), 1)
    if chance < 0.6:
        return here.asked(*some_other(draw, here)) or here
    if chance < 0.65:
        return here.asked(c.CorrectClock(seconds(draw.choice((-3, 3))))) or here
    if chance < 0.7:
        return here.asked(draw.choice((c.Undo(sure=True), c.Redo(sure=True)))) or here
    return here.asked(some_call(draw, here)) or here


def speeches() -> Moment:
    """8:00, the first of two speeches of ten minutes; each has a call a minute and a half after its start."""
    return _opened(*(item(name, 10, cue(f"{name}.c", AtStart(seconds(90)))) for name in ("m1", "m2")))


def _opened(*items: Item, tracks: tuple[Track, ...] = ()) -> Moment:
    agenda = Agenda("Hội nghị", (Session("s1", "", at("8:00"), items=items),), tracks=tracks)
    entry = e.Entry(1, at("8:00"), "caller", "open", (opened(agenda, at("8:00")),))
    return Moment(apply(None, entry), at("8:00")).made(c.Start(sure=True))


def test_an_order_for_one_row_leaves_every_other_row_and_cue_the_very_same() -> None:
    """Of what is near the clock the cues are looked at again."""
    here = _opened(*(item(f"m{row}", 10, cue(f"m{row}.c", AtStart(seconds(90)))) for row in range(1, 7)))
    first = board_at(here.state, here.now)
    rows, cues = tuple(first.rows), tuple(first.cues)
    here = here.made(c.Edit("m4", title="Khác"))
    board = board_at(here.state, here.now, first)
    assert [row is old for row, old in zip(board.rows, rows, strict=True)] == [True] * 3 + [False] + [
        True
    ] * 2
    is_same = [one is old for one, old in zip(board.cues, cues, strict=True)]
    assert is_same == [False, True, True, False, True, True]
    longer = board_at((after := here.made(c.AddTime(minutes(1)))).state, after.now, board)
    assert not any(row is old for row, old in zip(longer.rows, board.rows, strict=True))


def test_what_does_not_change_with_the_clock_is_not_reckoned_again() -> None:
    """At 8:00:10 the call of 8:01:30 is told to stand by at 8:00:30; up to then its row is the very same."""
    here = speeches()
    first = board_at(here.state, at("8:00:10"))
    later = board_at(here.state, at("8:00:29"), first)
    assert later.now == at("8:00:29")
    assert later.rows is first.rows
    assert later.cues is first.cues
    told = board_at(here.state, at("8:00:30"), later)
    assert told.rows is first.rows
    assert [row.phase for row in told.cues] == [CuePhase.STANDBY, CuePhase.LATER]
    # what is far is looked at only when its own time comes near
    assert [told.cues[place].cue_id for place in told.near] == ["m1.c"]


def test_a_clock_that_goes_back_finds_the_board_of_its_hour() -> None:
    here = speeches()
    later = board_at(here.state, at("8:00:40"))
    back = board_at(here.state, at("8:00:20"), later)
    assert [row.phase for row in back.cues] == [CuePhase.LATER, CuePhase.LATER]


def test_a_call_of_a_heading_is_told_while_its_other_part_is_still_far() -> None:
    """Its first part has run and an hour is put between: what stands 12 minutes in is told at 8:11."""
    parts = heading("h", item("p1", 5), item("p2", 5), cues=(cue("h.c", AtStart(minutes(12))),))
    here = _opened(parts, item("m2", 60)).made(c.Jump("m2"))
    here = replace(here, now=at("8:05")).made(c.Advance(sure=True))
    assert here.state.current_id == "m2"
    here = replace(here, now=at("8:10:59")).slept(timedelta(), 1)
    assert here.state.cue("h.c").stood_by_at is None
    assert here.slept(seconds(1), 1).state.cue("h.c").stood_by_at == at("8:11")


def test_what_follows_a_track_that_was_played_early_is_told_however_far_its_item_is() -> None:
    track = Track("t", "Nhạc nền", "nen.mp3")
    played = cue("m2.c", do=Action.PLAY, track_id="t")
    here = _opened(item("m1", 60), item("m2", 5, played, cue("m2.d", AfterCue("m2.c"))), tracks=(track,))
    here = here.asked(c.ReportSound(s.PlayerCame("console", here.now)), "player") or here
    here = here.made(c.Go("m2.c"))
    for news in (
        s.TrackBegan(Deck.A, "t", "m2.c", seconds(60), timedelta(), here.now),
        s.TrackEnded(Deck.A, "t", "m2.c", EndedWhy.END, here.now),
    ):
        here = here.asked(c.ReportSound(news), "player") or here
    assert here.state.cue("m2.d").stood_by_at == here.now


def test_a_member_is_reckoned_once_and_only_when_somebody_asks() -> None:
    asked: list[int] = []

    def square(at: int) -> int:
        asked.append(at)
        return at * at

    squares = Reckoned(5, square, {"two": 2})
    assert (len(squares), asked) == (5, [])
    assert (squares[-1], squares.of("two"), squares.of("two"), squares.of("six")) == (16, 4, 4, None)
    assert asked == [4, 2]
    assert squares[1:3] == (1, 4)
    assert asked == [4, 2, 1]
    assert (repr(squares), squares == (0, 1, 4, 9, 16), squares == 16) == ("(0, 1, 4, 9, 16)", True, False)
    with pytest.raises(IndexError):
        squares[5]
