"""What becomes a call to the player, how calls are numbered, and what is refused. Undo is in here too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core import undo_events as u
from runofshow.core.agenda import Action, Agenda, AtStart, Cue, GoMode, Role
from runofshow.core.evolve import replay
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound import (
    CALLS_KEPT,
    ArmOrder,
    FadeOrder,
    PanicOrder,
    PlayOrder,
    SoundCall,
    StopOrder,
)
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, agenda, at, cue, item, minutes, seconds
from tests.core.sounds import (
    ANTHEM,
    AWARD,
    CLOSING,
    TRACKS,
    A,
    began,
    conference,
    ended,
    hall,
    orders,
    play,
    salute,
    tell,
)

NO_TIME = timedelta()

# Cues become calls


def test_a_cue_that_plays_is_a_call_for_its_track_when_it_goes() -> None:
    stage = hall()
    stage.at("8:05").do(c.Advance())
    assert orders(stage) == []
    stage.at("8:05:10").do(c.Go("award"))
    order = PlayOrder("trao", "award", fade=seconds(2), wait=NO_TIME)
    assert stage.picture.sound.calls == (SoundCall(1, at("8:05:10"), order),)


def test_a_pre_wait_goes_with_the_call() -> None:
    stage = hall()
    stage.do(c.Go("invite"))
    assert orders(stage) == [PlayOrder("moi", "invite", fade=NO_TIME, wait=seconds(1.5))]


def test_a_fade_and_a_stop_are_calls_for_their_track() -> None:
    stage = hall()
    stage.do(c.Go("fade"), c.Go("stop"))
    assert orders(stage) == [FadeOrder("trao", seconds(4)), StopOrder("trao")]


def test_a_fade_or_a_stop_without_a_track_is_for_everything_that_sounds() -> None:
    fade, stop = cue("f", do=Action.FADE, fade=seconds(3)), cue("s", do=Action.STOP)
    stage = hall(conference(flag=(fade, stop)))
    stage.do(c.Go("f"), c.Go("s"))
    assert orders(stage) == [FadeOrder(None, seconds(3)), StopOrder(None)]


@pytest.mark.parametrize(
    "other",
    [
        cue("x", to=Role.SCREEN, do=Action.PLAY, track_id="moi"),
        cue("x", to=Role.MC, do=Action.SAY),
        cue("x", do=Action.DO, track_id="moi"),
        cue("x", do=Action.SAY),
        cue("x", do=Action.PLAY),
    ],
    ids=["another hand", "the MC", "by hand", "words", "no track"],
)
def test_what_is_not_the_players_is_no_call(other: Cue) -> None:
    stage = hall(conference(flag=(other,)))
    stage.do(c.Go("x"))
    assert orders(stage) == []


def test_an_auto_cue_is_a_call_at_its_moment() -> None:
    auto = play("auto", AWARD, AtStart(2 * MINUTE), go=GoMode.AUTO)
    stage = hall(conference(flag=(auto,)))
    stage.watch_until("8:01:59")
    assert orders(stage) == []
    stage.watch_until("8:02:30")
    assert stage.picture.sound.calls == (
        SoundCall(1, at("8:02"), PlayOrder("trao", "auto", NO_TIME, NO_TIME)),
    )


def test_an_auto_cue_found_late_plays_nothing() -> None:
    auto = play("auto", AWARD, AtStart(2 * MINUTE), go=GoMode.AUTO)
    stage = hall(conference(flag=(auto,)))
    stage.at("8:02:04")
    assert stage.facts(e.CueMissed) == [e.CueMissed("auto", at("8:02:04"), "late")]
    assert orders(stage) == []


def test_a_cue_that_was_left_behind_plays_nothing() -> None:
    stage = hall()
    stage.at("8:05").do(c.Advance())
    stage.at("8:25").do(c.Advance())
    assert stage.cue("award").phase.value == "missed"
    assert orders(stage) == []


# By hand


def test_a_track_called_by_hand_belongs_to_no_cue_and_crosses_what_sounds_in_two_seconds() -> None:
    stage = hall()
    assert stage.do(c.PlayTrack("moi"), by="music") == (s.TrackCalled("moi", stage.now),)
    assert orders(stage) == [PlayOrder("moi", None, fade=seconds(2), wait=NO_TIME)]


def test_fade_stop_and_panic_by_hand() -> None:
    stage = hall()
    stage.do(
        c.FadeSound(seconds(5), "trao"),
        c.FadeSound(),
        c.StopSound("trao"),
        c.StopSound(),
        c.Panic(),
        c.Panic(hard=True),
    )
    assert orders(stage) == [
        FadeOrder("trao", seconds(5)),
        FadeOrder(None, seconds(3)),
        StopOrder("trao"),
        StopOrder(None),
        PanicOrder(hard=False),
        PanicOrder(hard=True),
    ]


def test_arm_looks_again_for_the_track_of_a_cue() -> None:
    stage = hall()
    assert stage.do(c.Arm("award")) == (s.ArmCalled("trao", "award", stage.now),)
    assert orders(stage) == [ArmOrder("trao", "award")]


@pytest.mark.parametrize(
    "order", [c.PlayTrack("lost"), c.FadeSound(track_id="lost"), c.StopSound("lost")], ids=str
)
def test_a_track_must_be_known(order: c.Command) -> None:
    stage = hall()
    assert stage.ask(order) == Refused(Reason.UNKNOWN_TRACK, "lost")


@pytest.mark.parametrize(
    "order", [c.PlayTrack("moi"), c.FadeSound(), c.StopSound("trao"), c.Arm("award")], ids=str
)
def test_without_a_player_nothing_is_asked_of_one(order: c.Command) -> None:
    assert hall(player=None).refusal(order) is Reason.NO_PLAYER


def test_panic_asks_for_no_player_first() -> None:
    stage = hall(player=None)
    stage.do(c.Panic())
    assert orders(stage) == [PanicOrder(hard=False)]


def test_a_fade_lasts_from_nothing_to_five_minutes() -> None:
    stage = hall()
    for over in (-0.001, 300.001):
        assert stage.refusal(c.FadeSound(over=seconds(over))) is Reason.BAD_LENGTH
    stage.do(c.FadeSound(over=NO_TIME), c.FadeSound(over=minutes(5)))
    assert orders(stage) == [FadeOrder(None, NO_TIME), FadeOrder(None, minutes(5))]


@pytest.mark.parametrize(
    ("cue_id", "reason"),
    [
        ("lost", Reason.UNKNOWN_CUE),
        ("fade", Reason.NO_TRACK),
        ("mc", Reason.NO_TRACK),
        ("closing", Reason.NO_TRACK),
    ],
)
def test_only_a_cue_that_plays_a_recording_is_armed(cue_id: str, reason: Reason) -> None:
    assert hall().ask(c.Arm(cue_id)) == Refused(reason, cue_id)


def test_a_cue_that_has_gone_is_not_armed_again() -> None:
    stage = hall()
    stage.do(c.Go("award"))
    assert stage.refusal(c.Arm("award")) is Reason.CUE_OVER


def test_after_the_show_music_is_played_by_hand_and_no_more_by_cue() -> None:
    stage = hall()
    stage.at("8:30").do(c.End())
    stage.do(c.PlayTrack("trao"), by="music")
    assert orders(stage) == [PlayOrder("trao", None, seconds(2), NO_TIME)]
    assert stage.refusal(c.Go("closing"), by="music") is Reason.ENDED


# Numbers


def test_calls_are_numbered_over_the_whole_show_and_the_newest_are_kept() -> None:
    stage = hall()
    for _ in range(CALLS_KEPT):
        stage.do(c.PlayTrack("moi"))
    assert [call.number for call in stage.picture.sound.calls] == list(range(1, 33))
    for _ in range(8):
        stage.do(c.StopSound())
    calls = stage.picture.sound.calls
    assert [call.number for call in calls] == list(range(9, 41))
    assert [type(call.order) for call in calls] == [PlayOrder] * 24 + [StopOrder] * 8


def test_a_show_taken_up_again_numbers_on_from_its_record() -> None:
    stage = hall()
    stage.do(c.Go("anthem"), c.PlayTrack("moi"))
    again = Stage(conference())
    again.state, again.entries = replay(stage.entries), list(stage.entries)
    again.at("8:02").do(c.StopSound())
    assert [call.number for call in again.picture.sound.calls] == [1, 2, 3]


def test_a_record_from_before_there_was_a_player_replays_with_an_empty_place() -> None:
    plan: Agenda = replace(agenda(item("a", 5, play("x", AWARD)), item("b", 5)), tracks=TRACKS)
    opening = e.ShowOpened(plan, c.Mode.LIVE, 1.0, False, "", at("8:00"))
    old = [
        e.Entry(1, at("8:00"), "caller", "open", (opening,)),
        e.Entry(2, at("8:00"), "caller", "start", (e.ItemStarted("a", at("8:00")),)),
        e.Entry(3, at("8:01"), "music", "ack", (e.CueAcknowledged("x", at("8:01"), "music"),)),
        e.Entry(4, at("8:02"), "caller", "go", (e.CueGone("x", at("8:02")),)),
        e.Entry(5, at("8:03"), "caller", "undo", (u.CallUndone(), e.CueRecalled("x"))),
    ]
    sound = replay(old).sound
    assert (sound.player, sound.decks, sound.failures) == (None, {}, {})
    # what a cue asked of the music is known from its going, whoever played it then
    assert [type(call.order) for call in sound.calls] == [PlayOrder, FadeOrder]


# Undo


def test_undo_of_a_play_fades_its_track_within_a_second() -> None:
    stage = hall()
    stage.at("8:05").do(c.Advance())
    stage.at("8:05:02").do(c.Go())
    stage.at("8:05:04").do(c.Undo())
    assert orders(stage) == [
        PlayOrder("trao", "award", seconds(2), NO_TIME),
        FadeOrder("trao", seconds(1), cue_id="award"),
    ]
    assert stage.cue("award").gone_at is None
    stage.at("8:05:06").do(c.Go())
    assert [(call.number, type(call.order)) for call in stage.picture.sound.calls] == [
        (1, PlayOrder),
        (2, FadeOrder),
        (3, PlayOrder),
    ]


def test_a_late_undo_spares_the_same_track_called_again_by_hand() -> None:
    stage = hall()
    stage.at("8:05").do(c.Advance())
    stage.at("8:05:02").do(c.Go())
    stage.at("8:05:10").do(c.StopSound("trao"), c.PlayTrack("trao"))
    stage.at("8:05:20").do(c.Undo())
    by_hand = PlayOrder("trao", None, seconds(2), NO_TIME)
    assert orders(stage)[-2:] == [by_hand, FadeOrder("trao", seconds(1), cue_id="award")]


def test_undo_of_the_anthems_call_asks_and_then_fades_it() -> None:
    stage = salute()
    stage.at("8:01:05")
    assert stage.refusal(c.Undo()) is Reason.ANTHEM
    stage.do(c.Undo(sure=True))
    assert orders(stage)[-1] == FadeOrder("quoc_ca", seconds(1), "anthem")
    assert stage.cue("anthem").gone_at is None


def test_in_an_older_record_the_anthem_sounds_on_when_its_call_is_taken_back() -> None:
    stage = salute()
    old = e.Entry(stage.state.seq + 1, stage.now, "caller", "undo", (u.CallUndone(), e.CueRecalled("anthem")))
    assert replay([*stage.entries, old]).sound.calls == stage.state.sound.calls


def test_undo_of_a_call_before_the_anthem_that_sounds_by_hand_asks_nothing() -> None:
    stage = hall()
    stage.do(c.Hold(), c.PlayTrack("quoc_ca"))
    tell(stage, began(A, ANTHEM, None, seconds(62)))
    stage.do(c.Undo())
    assert stage.picture.sound.anthem
    assert not any(isinstance(order, FadeOrder) for order in orders(stage))


def test_redo_of_what_would_silence_the_anthem_asks() -> None:
    stage = hall()
    stage.do(c.Go("award"), c.Undo(), c.PlayTrack("quoc_ca"))
    tell(stage, began(A, ANTHEM, None, seconds(62)))
    assert stage.refusal(c.Redo()) is Reason.ANTHEM
    stage.do(c.Redo(sure=True))
    assert orders(stage)[-1] == PlayOrder("trao", "award", seconds(2), NO_TIME)


@pytest.mark.parametrize("cue_id", ["fade", "stop", "mc"])
def test_undo_of_any_other_cue_tells_the_player_nothing(cue_id: str) -> None:
    stage = hall()
    stage.do(c.Go(cue_id))
    before = orders(stage)
    stage.do(c.Undo())
    assert orders(stage) == before


def test_undo_of_an_advance_recalls_what_was_missed_and_tells_the_player_nothing() -> None:
    stage = hall()
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Advance())
    assert stage.cue("award").phase.value == "missed"
    stage.at("8:06:30").do(c.Undo())
    assert stage.cue("award").phase.value == "due"
    assert orders(stage) == []


def test_what_was_called_by_hand_is_faded_or_stopped_and_not_undone() -> None:
    stage = hall()
    stage.do(c.PlayTrack("trao"))
    assert stage.picture.undoable == "start"


def test_a_call_makes_no_sound_by_itself() -> None:
    stage = hall()
    stage.do(c.Go("anthem"), c.PlayTrack("trao"))
    assert stage.state.sound.decks == {}
    assert not stage.picture.sound.anthem
    tell(stage, began(A, ANTHEM, "anthem"))
    stage.do(c.StopSound(sure=True))
    assert list(stage.state.sound.decks) == [A]
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.state.sound.decks == {}


def test_a_track_without_a_file_is_asked_for_and_the_player_says_why_not() -> None:
    stage = hall()
    stage.do(c.PlayTrack("be_mac"))
    assert orders(stage)[-1] == PlayOrder(CLOSING.track_id, None, seconds(2), NO_TIME)
