"""The anthem is protected: while it sounds, nothing silences it unless whoever asks is sure."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Action, AfterCue, Agenda, AtStart, Cue, GoMode, Layer, Role, Track
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound import PlayOrder
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, at, cue, seconds
from tests.core.sounds import (
    ANTHEM,
    ANTHEM_LENGTH,
    AWARD,
    INVITE,
    SUNG,
    A,
    B,
    armed,
    began,
    came,
    conference,
    died,
    ended,
    hall,
    orders,
    play,
    salute,
    tell,
)

SILENCING = [
    c.PlayTrack("trao"),
    c.PlayTrack("quoc_ca"),
    c.PlayTrack("quoc_ca_loi"),
    c.FadeSound(),
    c.FadeSound(track_id="quoc_ca"),
    c.StopSound(),
    c.StopSound("quoc_ca"),
    c.Panic(),
    c.Panic(hard=True),
    c.Go("award"),
]


@pytest.mark.parametrize("order", SILENCING, ids=str)
def test_while_it_sounds_whatever_would_silence_it_is_asked_about(
    order: c.PlayTrack | c.FadeSound | c.StopSound | c.Panic | c.Go,
) -> None:
    stage = salute()
    assert stage.refusal(order) is Reason.ANTHEM
    before = len(orders(stage))
    stage.do(replace(order, sure=True))
    assert len(orders(stage)) == before + 1


@pytest.mark.parametrize(
    "order",
    [
        c.PlayTrack("moi"),
        c.FadeSound(track_id="trao"),
        c.StopSound("trao"),
        c.Arm("award"),
        c.Go("invite"),
        c.Go("fade"),
        c.Go("mc"),
        c.Advance(),
        c.Hold(),
        c.End(),
    ],
    ids=str,
)
def test_what_lets_it_sound_on_is_not_asked_about(order: c.Command) -> None:
    stage = salute()
    stage.at("8:01:10").do(order)
    assert stage.picture.sound.anthem


@pytest.mark.parametrize("order", SILENCING, ids=str)
def test_before_it_sounds_and_after_it_nothing_is_asked(order: c.Command) -> None:
    armed_only = hall()
    tell(armed_only, armed(A, ANTHEM, "anthem", ANTHEM_LENGTH))
    armed_only.do(order)
    called_only = hall()
    called_only.do(c.Go("anthem"))
    called_only.do(order)
    over = salute()
    over.at("8:02:02")
    tell(over, ended(A, ANTHEM, "anthem"))
    over.do(order)
    lost = salute()
    tell(lost, died(), came())
    lost.do(order)


def test_with_words_it_is_as_protected_as_without() -> None:
    stage = hall()
    tell(stage, began(B, SUNG))
    assert stage.picture.sound.anthem
    assert stage.refusal(c.Panic()) is Reason.ANTHEM
    assert stage.ask(c.StopSound("quoc_ca_loi")) == Refused(Reason.ANTHEM, "quoc_ca_loi")
    stage.do(c.StopSound("quoc_ca"))


def test_any_other_track_is_silenced_without_a_question() -> None:
    stage = hall()
    tell(stage, began(A, AWARD))
    assert not stage.picture.sound.anthem
    stage.do(c.PlayTrack("quoc_ca"), c.FadeSound(), c.StopSound(), c.Panic())


def test_a_bed_that_sounds_beside_it_is_faded_without_a_question() -> None:
    stage = salute()
    tell(stage, began(B, AWARD))
    stage.do(c.FadeSound(track_id="trao"))
    assert stage.refusal(c.FadeSound()) is Reason.ANTHEM


def test_space_asks_before_it_calls_a_cue_that_silences_it_and_the_second_answer_is_no_second_press() -> None:
    bed = play("bed", AWARD, AtStart(MINUTE))
    stage = salute(conference(flag=(bed,)))
    stage.at("8:01:30")
    assert stage.ask(c.Go()) == Refused(Reason.ANTHEM, "bed")
    stage.sleep(seconds(0.2))
    assert stage.do(c.Go(sure=True)) == (e.CueGone("bed", stage.now),)
    stage.sleep(seconds(0.2))
    assert stage.refusal(c.Go()) is Reason.GUARD


def test_space_goes_on_to_the_next_item_while_it_sounds() -> None:
    stage = salute()
    stage.at("8:01:30").do(c.Go())
    assert stage.running == "award"
    assert stage.picture.sound.anthem


# The clock's cues


def auto(do: Action = Action.PLAY, track: Track = AWARD, tolerance: float = 3) -> Agenda:
    """A cue of the clock at 8:02:00 that would silence the anthem, which ends at 8:02:02."""
    when = AtStart(2 * MINUTE)
    clock: Cue = cue(
        "auto", when, do=do, track_id=track.track_id, go=GoMode.AUTO, tolerance=seconds(tolerance)
    )
    return conference(flag=(clock,))


def test_a_cue_of_the_clock_waits_for_the_end_of_the_anthem() -> None:
    stage = salute(auto())
    stage.watch_until("8:02:02")
    assert stage.facts(e.CueGone) == []
    assert stage.cue("auto").phase.value == "due"
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.facts(e.CueGone) == [e.CueGone("auto", at("8:02:02"), auto=True)]
    assert isinstance(orders(stage)[-1], PlayOrder)


def test_a_cue_of_the_clock_that_would_be_too_late_after_the_anthem_is_missed_for_it() -> None:
    stage = salute(auto(tolerance=1))
    stage.watch_until("8:02:30")
    assert stage.facts(e.CueMissed) == [e.CueMissed("auto", at("8:02:02"), "anthem")]
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.watch_until("8:02:40")
    assert stage.facts(e.CueGone) == []
    stage.do(c.Go("auto"))
    assert stage.cue("auto").gone_at == at("8:02:40"), "a hand may still call it"


def test_a_fade_of_the_clock_waits_too_and_one_of_another_track_does_not() -> None:
    everything = salute(auto(Action.FADE, replace(AWARD, track_id="quoc_ca")))
    everything.watch_until("8:02:01")
    assert everything.facts(e.CueGone) == []
    other = salute(auto(Action.FADE))
    other.watch_until("8:02:01")
    assert other.facts(e.CueGone) == [e.CueGone("auto", at("8:02"), auto=True)]


def test_a_sting_and_another_hands_cue_go_over_the_anthem() -> None:
    sting = salute(auto(track=INVITE))
    sting.watch_until("8:02")
    assert sting.cue("auto").gone_at == at("8:02")
    light = cue("auto", AtStart(2 * MINUTE), to=Role.LIGHTS, go=GoMode.AUTO)
    lights = salute(conference(flag=(light,)))
    lights.watch_until("8:02")
    assert lights.cue("auto").gone_at == at("8:02")


def test_what_follows_the_anthem_takes_its_place_the_moment_it_ends() -> None:
    bed = play("bed", AWARD, AfterCue("anthem"), go=GoMode.AUTO)
    stage: Stage = salute(conference(flag=(bed,)))
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.cue("bed").gone_at == at("8:02:02")


def test_a_bed_of_an_unknown_track_is_asked_about() -> None:
    lost = replace(play("lost", AWARD), track_id="lost")
    stage = salute(conference(flag=(lost,)))
    assert stage.refusal(c.Go("lost")) is Reason.ANTHEM


def test_an_anthem_that_sounds_over_a_bed_is_kept_from_stings_too() -> None:
    over = replace(conference(), tracks=(replace(ANTHEM, layer=Layer.STING), AWARD, INVITE))
    stage = salute(over)
    assert stage.refusal(c.PlayTrack("moi")) is Reason.ANTHEM
    assert stage.refusal(c.PlayTrack("trao")) is Reason.ANTHEM, "two decks have no room for a third"
