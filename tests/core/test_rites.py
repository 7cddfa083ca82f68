"""Rites: leaving a protected item before its music was played, or while it sounds, is asked about."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, AtStart, Item, OnWord
from runofshow.core.questions import answered
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound import Deck
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, cue, heading, item, minutes, seconds
from tests.core.sounds import ANTHEM, ANTHEM_LENGTH, AWARD, SUNG, TRACKS, began, came, fading, play, tell

WAYS = (c.Advance(), c.Back(), c.End())


def rite(flag: Item | None = None) -> Agenda:
    """8:00 open 1', 8:01 the flag salute, protected, its anthem on the MC's word; then the report."""
    salute = flag or item("flag", 5, play("anthem", ANTHEM, OnWord("Chào cờ!")), protected=True)
    return replace(agenda(item("open", 1), salute, item("report", 10)), tracks=TRACKS)


def saluting(plan: Agenda | None = None, *, player: bool = True) -> Stage:
    """8:01:30, the salute runs."""
    stage = Stage(plan or rite()).at("8:00")
    if player:
        tell(stage, came())
    stage.do(c.Start())
    stage.at("8:01").do(c.Advance())
    return stage.at("8:01:30")


@pytest.mark.parametrize("way", WAYS)
def test_the_flag_salute_is_not_left_before_its_anthem_was_played(way: c.Command) -> None:
    stage = saluting()
    refused = stage.ask(way)
    assert refused == Refused(Reason.UNPLAYED, "flag")
    sure = answered(way, refused)
    assert sure is not None
    stage.do(sure)
    assert stage.running != "flag"


@pytest.mark.parametrize("way", [c.Go(), *WAYS])
def test_the_flag_salute_is_not_left_while_the_anthem_sounds(way: c.Command) -> None:
    stage = saluting()
    stage.do(c.Go("anthem"))
    tell(stage, began(Deck.A, ANTHEM, "anthem", ANTHEM_LENGTH))
    stage.sleep(seconds(5))
    assert stage.ask(way) == Refused(Reason.SOUNDING, "flag")
    stage.do(answered(way, Refused(Reason.SOUNDING)) or way)
    assert stage.running != "flag"


def test_a_jump_does_not_go_around_the_question() -> None:
    stage = saluting()
    stage.do(c.Jump("report"))
    assert stage.refusal(c.Advance()) is Reason.UNPLAYED


def test_music_that_no_player_plays_waits_until_its_cue_has_gone() -> None:
    stage = saluting(player=False)
    assert stage.refusal(c.Advance()) is Reason.UNPLAYED
    stage.do(c.Go("anthem"))
    stage.sleep(minutes(1)).do(c.Advance())
    assert stage.running == "report"


def test_an_anthem_that_waits_out_its_pre_wait_is_not_left() -> None:
    slow = replace(play("anthem", ANTHEM, OnWord("Chào cờ!")), pre_wait=seconds(8))
    stage = saluting(rite(item("flag", 5, slow, protected=True)))
    stage.do(c.Go("anthem"))
    stage.sleep(seconds(7))
    assert stage.refusal(c.Advance()) is Reason.SOUNDING
    tell(stage, began(Deck.A, ANTHEM, "anthem", ANTHEM_LENGTH))
    assert stage.refusal(c.Advance()) is Reason.SOUNDING


def test_an_anthem_that_a_hand_plays_sounds_as_long_as_the_agenda_says() -> None:
    known = tuple(replace(track, length=ANTHEM_LENGTH) for track in TRACKS)
    stage = saluting(replace(rite(), tracks=known), player=False)
    stage.do(c.Go("anthem"))
    stage.sleep(ANTHEM_LENGTH - seconds(1))
    assert stage.refusal(c.Advance()) is Reason.SOUNDING
    assert stage.refusal(c.Go()) is Reason.SOUNDING
    stage.sleep(seconds(1)).do(c.Advance())
    assert stage.running == "report"


def test_a_track_that_the_agenda_lacks_keeps_nobody_in_a_rite_once_it_was_called() -> None:
    lost = replace(play("anthem", ANTHEM, OnWord("Chào cờ!")), track_id="lost")
    stage = saluting(rite(item("flag", 5, lost, protected=True)), player=False)
    stage.do(c.Go("anthem"))
    stage.sleep(seconds(1)).do(c.Advance())
    assert stage.running == "report"


@pytest.mark.parametrize(
    ("cut", "is_over"),
    [
        (c.StopSound(ANTHEM.track_id, sure=True), True),
        (c.FadeSound(sure=True), True),
        (c.Panic(sure=True), True),
        (c.FadeSound(track_id=AWARD.track_id), False),
    ],
)
def test_an_anthem_that_was_stopped_before_it_began_is_over(cut: c.Command, is_over: bool) -> None:
    slow = replace(play("anthem", ANTHEM, OnWord("Chào cờ!")), pre_wait=seconds(8))
    stage = saluting(rite(item("flag", 5, slow, protected=True)))
    stage.do(c.Go("anthem"))
    stage.sleep(seconds(3)).do(cut)
    stage.sleep(seconds(1))
    assert isinstance(stage.ask(c.Advance()), Refused) is not is_over
    assert stage.running == ("report" if is_over else "flag")


def test_an_anthem_kept_in_reserve_is_not_waited_for_once_the_other_was_played() -> None:
    both = (play("anthem", ANTHEM, OnWord("Chào cờ!")), play("reserve", SUNG, OnWord("dự phòng")))
    stage = saluting(rite(item("flag", 5, *both, protected=True)), player=False)
    assert stage.refusal(c.Advance()) is Reason.UNPLAYED
    stage.do(c.Go("reserve"))
    stage.sleep(minutes(1)).do(c.Advance())


def test_the_anthem_played_by_hand_in_a_rite_is_not_left_either() -> None:
    stage = saluting(rite(item("flag", 5, protected=True)))
    tell(stage, began(Deck.A, ANTHEM, None, ANTHEM_LENGTH))
    assert stage.refusal(c.Advance()) is Reason.SOUNDING


def test_music_that_a_hand_fades_is_over() -> None:
    stage = saluting(rite(item("flag", 5, play("award", AWARD), protected=True)))
    stage.do(c.Go("award"))
    tell(stage, began(Deck.A, AWARD, "award"))
    stage.sleep(seconds(2))
    assert stage.refusal(c.Advance()) is Reason.SOUNDING
    tell(stage, fading(Deck.A, 3))
    stage.do(c.Advance())


def test_a_part_under_a_protected_heading_is_a_rite_too() -> None:
    parts = heading("flag", item("f1", 2, play("anthem", ANTHEM)), item("f2", 2), protected=True)
    stage = saluting(rite(parts))
    assert stage.refusal(c.Advance()) is Reason.UNPLAYED


def test_other_cues_and_other_items_are_left_without_a_question() -> None:
    words = item("flag", 5, cue("mc", AtStart()), protected=True)
    saluting(rite(words)).do(c.Advance())
    saluting(rite(item("flag", 5, play("anthem", ANTHEM)))).do(c.Advance())


def test_a_play_without_a_track_is_no_music_that_could_be_waited_for() -> None:
    bare = replace(play("anthem", ANTHEM), track_id=None)
    saluting(rite(item("flag", 5, bare, protected=True))).do(c.Advance())


def test_who_is_sure_gives_the_same_order_again() -> None:
    early = Refused(Reason.EARLY, "b")
    assert answered(c.Go(), early) == c.Go(sure=True)
    assert answered(c.Go(), Refused(Reason.ANTHEM, "bed")) == c.Go("bed", sure=True)
    assert answered(c.Go("x"), Refused(Reason.ANTHEM)) == c.Go("x", sure=True)
    assert answered(c.Skip("b"), Refused(Reason.PROTECTED, "b")) == c.Skip("b", sure=True)
    assert answered(c.Go(sure=True), early) is None
    assert answered(c.Edit("b"), Refused(Reason.PROTECTED, "b")) is None
    assert answered(c.Go(), Refused(Reason.LAST_ITEM)) is None
