"""What sounds now, from the player's decks or by hand: rules of hearing.py."""

from __future__ import annotations

from datetime import datetime

from runofshow.core import commands as c
from runofshow.core.agenda import Action, Agenda, Cue, Role, TrackMark
from runofshow.core.snapshot import Heard
from runofshow.core.sound import Deck
from runofshow.core.state import amended
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, cue, heading, item, seconds
from tests.core.sounds import (
    ANTHEM,
    AWARD,
    INVITE,
    TRACKS,
    A,
    B,
    began,
    came,
    ended,
    fading,
    hall,
    left,
    measured,
    play,
    salute,
    tell,
)

SHORT = replace(INVITE, length=seconds(20))


def by_hand(*cues: Cue) -> Stage:
    """8:00 an item of 10 minutes runs, with these cues and no player."""
    plan: Agenda = replace(agenda(item("a", 10, *cues), item("b", 10)), tracks=(*TRACKS[:3], SHORT))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    return stage


def heard(stage: Stage) -> list[tuple[Deck | None, str, datetime | None]]:
    return [(one.deck, one.title, one.ends_at) for one in stage.picture.sound.heard]


# The player's


def test_what_began_last_is_heard_first_and_what_fades_behind_the_rest() -> None:
    stage = salute()
    assert stage.picture.sound.heard == (
        Heard(
            A,
            "quoc_ca",
            "Quốc ca không lời",
            TrackMark.ANTHEM_WITHOUT_WORDS,
            "anthem",
            at("8:01"),
            at("8:02:02"),
            False,
            False,
        ),
    )
    stage.at("8:01:10")
    tell(stage, began(B, AWARD))
    assert heard(stage) == [(B, "Nhạc trao thưởng", None), (A, "Quốc ca không lời", at("8:02:02"))]
    tell(stage, fading(B, 4))
    assert [one.fading for one in stage.picture.sound.heard] == [False, True]
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert heard(stage) == [(B, "Nhạc trao thưởng", at("8:01:14"))]


def test_a_recording_that_the_agenda_no_longer_has_is_heard_by_its_name() -> None:
    stage = hall()
    tell(stage, began(A, INVITE, None, seconds(9)))
    state = stage.state
    stage.state = amended(state, replace(state.agenda, tracks=()))
    assert [(one.title, one.mark) for one in stage.picture.sound.heard] == [("moi", TrackMark.PLAIN)]


# By hand


def test_a_track_by_hand_is_heard_until_its_known_length_has_passed() -> None:
    stage = by_hand(play("x", SHORT, pre_wait=seconds(2)))
    stage.at("8:01").do(c.Go("x"))
    assert heard(stage) == [(None, "Nhạc mời lên", at("8:01:22"))]
    assert heard(stage.at("8:01:21")) == [(None, "Nhạc mời lên", at("8:01:22"))]
    assert heard(stage.at("8:01:22")) == []


def test_the_length_that_a_player_found_goes_before_that_of_the_agenda() -> None:
    stage = by_hand(play("x", SHORT))
    tell(stage, came(), measured(SHORT, seconds(30)), left())
    stage.at("8:01").do(c.Go("x"))
    assert heard(stage) == [(None, "Nhạc mời lên", at("8:01:30"))]


def test_a_loop_and_what_has_no_length_sound_until_a_cue_silences_them() -> None:
    stage = by_hand(
        play("loop", AWARD),
        cue("other", do=Action.STOP, track_id="moi"),
        cue("own", do=Action.FADE, track_id="trao"),
        play("anthem", ANTHEM),
        cue("all", do=Action.STOP),
        cue("text", do=Action.PLAY),
    )
    stage.at("8:01").do(c.Go("loop"))
    assert heard(stage) == [(None, "Nhạc trao thưởng", None)]
    stage.at("8:02").do(c.Go("other"))
    assert heard(stage) == [(None, "Nhạc trao thưởng", None)]
    stage.at("8:03").do(c.Go("own"))
    assert heard(stage) == []
    stage.at("8:04").do(c.Go("anthem"))
    assert heard(stage) == [(None, "Quốc ca không lời", None)]
    stage.at("8:05").do(c.Go("all"))
    assert heard(stage) == []
    stage.at("8:06").do(c.Go("text"))
    assert heard(stage) == [(None, "Lệnh text", None)]


def test_what_other_hands_do_and_other_words_to_the_music_silence_nothing() -> None:
    stage = by_hand(
        play("loop", AWARD), cue("lights", to=Role.LIGHTS, do=Action.STOP), cue("mic", do=Action.DO)
    )
    stage.at("8:01").do(c.Go("loop"))
    stage.at("8:02").do(c.Go("lights"))
    stage.at("8:03").do(c.Go("mic"))
    assert heard(stage) == [(None, "Nhạc trao thưởng", None)]


def test_what_has_no_length_is_over_with_its_item_and_a_loop_is_not() -> None:
    stage = by_hand(play("loop", AWARD), cue("text", do=Action.PLAY))
    stage.at("8:01").do(c.Go("text"))
    stage.at("8:10").do(c.Advance())
    assert heard(stage) == []
    stage.do(c.Back())
    assert heard(stage) == [(None, "Lệnh text", None)]
    stage.at("8:11").do(c.Go("loop"))
    stage.at("8:12").do(c.Advance())
    assert heard(stage) == [(None, "Nhạc trao thưởng", None)]
    stage.at("8:20").do(c.End())
    assert heard(stage) == [(None, "Nhạc trao thưởng", None)]


def test_what_a_heading_plays_is_heard_in_each_of_its_parts() -> None:
    acts = heading("acts", item("a1", 5), item("a2", 5), cues=(cue("text", do=Action.PLAY),))
    stage = Stage(agenda(acts, item("b", 10))).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Go("text"))
    stage.at("8:05").do(c.Advance())
    assert heard(stage) == [(None, "Lệnh text", None)]
    stage.at("8:10").do(c.Advance())
    assert heard(stage) == []
