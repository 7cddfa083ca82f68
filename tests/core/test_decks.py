"""The player and its decks follow the player's own news; alarms, failures and the clock go with them."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.commands import ClockFault
from runofshow.core.evolve import evolve
from runofshow.core.refusal import Reason, Refused
from runofshow.core.signal import Osc, Signal, Trigger
from runofshow.core.sound import Armed, EndedWhy, Failure, Fault, Measured, Sounding
from runofshow.core.value import replace
from tests.core.shows import Stage, at, four_items, minutes, seconds
from tests.core.sounds import (
    ANTHEM,
    AWARD,
    ELSEWHERE,
    INVITE,
    A,
    B,
    armed,
    began,
    came,
    cleared,
    died,
    ended,
    fading,
    failed,
    hall,
    left,
    measured,
    salute,
    tell,
)

# Decks


def test_a_track_is_armed_then_sounds_then_is_gone() -> None:
    stage = hall()
    tell(stage, armed(A, ANTHEM, "anthem", seconds(62)))
    assert stage.state.sound.decks == {A: Armed("quoc_ca", "anthem", seconds(62))}
    stage.at("8:01")
    tell(stage, began(A, ANTHEM, "anthem", seconds(62)))
    assert stage.state.sound.decks == {A: Sounding("quoc_ca", "anthem", at("8:01"), seconds(62))}
    assert stage.state.sound.sounding()[0].ends_at == at("8:02:02")
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.state.sound.decks == {}


def test_a_sting_sounds_over_a_bed() -> None:
    stage = hall()
    tell(stage, began(A, AWARD), began(B, INVITE, "invite", seconds(12)))
    assert {deck: what.track_id for deck, what in stage.state.sound.decks.items()} == {A: "trao", B: "moi"}
    tell(stage, ended(B, INVITE, "invite"))
    assert list(stage.state.sound.decks) == [A]


def test_news_are_dated_by_the_shows_clock_whatever_the_players_says() -> None:
    stage = hall()
    stage.at("8:01")
    tell(stage, began(A, AWARD))
    told = stage.do(c.ReportSound(fading(A, 4)), by="player")
    assert told == (s.TrackFading(A, until=at("8:01:04"), at=at("8:01")),)
    (sounding,) = stage.state.sound.sounding()
    assert (sounding.began_at, sounding.fading_until) == (at("8:01"), at("8:01:04"))
    assert sounding.ends_at == at("8:01:04"), "a loop has an end only when it fades"


def test_a_fade_longer_than_what_is_left_ends_with_the_track() -> None:
    stage = salute()
    stage.at("8:02")
    tell(stage, fading(A, 10))
    assert stage.state.sound.sounding()[0].ends_at == at("8:02:02")


def test_a_track_picked_up_in_its_middle_ends_so_much_sooner() -> None:
    stage = hall()
    stage.at("8:01")
    tell(stage, began(A, ANTHEM, "anthem", seconds(62), position=seconds(40)))
    assert stage.state.sound.sounding()[0].ends_at == at("8:01:22")


def test_what_does_not_sound_cannot_fade() -> None:
    stage = hall()
    tell(stage, armed(A, ANTHEM, "anthem"))
    before = stage.state.sound
    tell(stage, fading(A, 3), fading(B, 3))
    assert stage.state.sound == before


def test_a_deck_that_was_cleared_has_nothing_armed() -> None:
    stage = hall()
    tell(stage, armed(A, ANTHEM, "anthem"), armed(B, AWARD, "award"), cleared(A, ANTHEM, "anthem"))
    assert list(stage.state.sound.decks) == [B]


@pytest.mark.parametrize(
    "stale",
    [
        cleared(A, ANTHEM, "anthem"),
        cleared(A, AWARD, "award"),
        ended(A, ANTHEM, "anthem"),
        ended(A, AWARD, "award"),
        ended(A, AWARD, None),
    ],
    ids=str,
)
def test_late_news_of_a_deck_leave_alone_what_it_has_by_now(stale: s.DeckCleared | s.TrackEnded) -> None:
    stage = hall()
    tell(stage, armed(A, AWARD, None))
    before = stage.state.sound.decks
    tell(stage, stale)
    assert stage.state.sound.decks == before


@pytest.mark.parametrize(
    "stale", [cleared(A, AWARD, None), cleared(A, INVITE, "invite"), ended(A, INVITE, "invite")], ids=str
)
def test_late_news_of_a_deck_silence_nothing_that_sounds_there(stale: s.DeckCleared | s.TrackEnded) -> None:
    stage = hall()
    tell(stage, began(A, AWARD, None), stale)
    assert [deck.track_id for deck in stage.state.sound.sounding()] == ["trao"]


def test_an_old_record_that_says_only_which_deck_was_cleared_clears_it() -> None:
    stage = hall()
    tell(stage, armed(A, ANTHEM, "anthem"), s.DeckCleared(A, ELSEWHERE))
    assert stage.state.sound.decks == {}


# What a player found, and what it could not play


def test_what_was_measured_outlives_the_player() -> None:
    stage = hall()
    tell(stage, measured(AWARD, seconds(85)), left())
    assert stage.picture.sound.measured == {"trao": Measured("ab" * 32, seconds(85), -16.5)}


@pytest.mark.parametrize("proof", [armed(A, AWARD, "award"), began(A, AWARD)], ids=["armed", "began"])
def test_a_track_that_failed_is_well_again_once_it_is_armed_or_heard(
    proof: s.TrackArmed | s.TrackBegan,
) -> None:
    stage = hall()
    stage.at("8:01")
    tell(stage, failed(AWARD), failed(INVITE, Fault.CORRUPT, "moi.mp3"))
    missing = Failure(Fault.MISSING, "trao.mp3", at("8:01"))
    corrupt = Failure(Fault.CORRUPT, "moi.mp3", at("8:01"))
    assert stage.picture.sound.failures == {"trao": missing, "moi": corrupt}
    tell(stage, proof)
    assert stage.picture.sound.failures == {"moi": corrupt}


@pytest.mark.parametrize("fault", list(Fault))
def test_a_track_that_failed_is_an_alarm_with_its_title(fault: Fault) -> None:
    stage = hall()
    stage.at("8:01")
    tell(stage, failed(AWARD, fault, "sounds/trao.mp3"))
    assert stage.picture.alarms == (
        Alarm(
            AlarmCode(f"track_{fault.value}"),
            at("8:01"),
            detail="Nhạc trao thưởng · sounds/trao.mp3",
            track_id=AWARD.track_id,
        ),
    )


def test_an_alarm_about_a_track_goes_when_the_track_is_ready_again_and_others_stay() -> None:
    stage = hall()
    tell(stage, failed(AWARD), failed(INVITE))
    tell(stage, armed(A, AWARD, None))
    assert [alarm.track_id for alarm in stage.picture.alarms] == ["moi"]


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.LATE])
def test_what_was_not_heard_stays_said_until_it_is_heard(fault: Fault) -> None:
    stage = hall()
    tell(stage, failed(AWARD, fault), armed(A, AWARD, None))
    assert [alarm.code for alarm in stage.picture.alarms] == [f"track_{fault.value}"]
    tell(stage, began(A, AWARD))
    assert stage.picture.alarms == ()


def test_a_track_that_left_the_agenda_is_named_by_its_id() -> None:
    lost = replace(failed(AWARD), track_id="lost")
    (alarm,) = evolve(hall().state, lost).alarms
    assert alarm.detail == "lost"


def test_a_player_that_left_is_an_alarm_until_there_is_one_again() -> None:
    stage = hall()
    tell(stage, left())
    assert stage.picture.alarms == (Alarm(AlarmCode.PLAYER_LEFT, at("8:00:01"), cause="console"),)
    tell(stage, came())
    assert not stage.picture.alarms


def test_what_fell_silent_with_its_player_stays_said_when_there_is_one_again() -> None:
    stage = salute()
    stage.at("8:01:10")
    tell(stage, left(), came())
    assert stage.picture.alarms == (
        Alarm(AlarmCode.PLAYER_LEFT, at("8:01:10"), detail=ANTHEM.title, cause="console"),
    )


def test_a_player_that_died_is_an_alarm_also_when_it_is_back() -> None:
    stage = hall().at("8:01")
    tell(stage, died(), came())
    assert stage.picture.alarms == (Alarm(AlarmCode.PLAYER_DIED, at("8:01"), cause="console"),)


def test_a_signal_that_failed_is_an_alarm_and_one_that_arrived_changes_nothing() -> None:
    stage = hall()
    before = stage.state
    stage.do(c.ReportSignal(s.SignalSent("den", "200 OK", seconds(0.02), ELSEWHERE)), by="signals")
    assert stage.state == replace(before, seq=before.seq + 1)
    stage.at("8:01")
    why = "refused: 127.0.0.1:9000"
    refused = c.ReportSignal(s.SignalFailed("den", why, 3, ELSEWHERE))
    assert stage.do(refused, by="signals") == (s.SignalFailed("den", why, 3, at("8:01")),)
    alarm = Alarm(AlarmCode.SIGNAL_FAILED, at("8:01"), detail="den · 127.0.0.1:9000", cause="refused")
    assert stage.picture.alarms == (alarm,)


def test_a_signal_is_named_by_its_title_and_each_that_fails_has_its_alarm() -> None:
    titled = Signal("den", Trigger.ITEM_STARTED, Osc("127.0.0.1", 9000, "/den"), title="Đèn sân khấu")
    agenda = replace(four_items(), signals=(titled,))
    stage = Stage(agenda).at("8:00")
    for signal_id in ("den", "obs", "den"):
        stage.do(c.ReportSignal(s.SignalFailed(signal_id, "timeout", 3, ELSEWHERE)), by="signals")
    assert [alarm.detail for alarm in stage.picture.alarms] == ["obs", "Đèn sân khấu"]


def test_the_oldest_of_very_many_alarms_give_way() -> None:
    stage = hall()
    for number in range(45):
        stage.do(c.ReportSignal(s.SignalFailed(f"s{number}", "timeout", 1, ELSEWHERE)), by="signals")
    details = [alarm.detail for alarm in stage.picture.alarms]
    assert details == [f"s{number}" for number in range(5, 45)]


def test_what_gear_says_of_itself_is_cut_to_300_signs() -> None:
    stage = hall()
    tell(stage, failed(AWARD, detail="x" * 5000))
    assert stage.picture.sound.failures["trao"].detail == "x" * 300
    (event,) = stage.do(c.ReportSignal(s.SignalFailed("den", "y" * 5000, 3, ELSEWHERE)), by="signals")
    assert isinstance(event, s.SignalFailed)
    assert event.detail == "y" * 300


def test_alarms_of_the_sound_are_dismissed_like_the_others_and_the_failure_stays_on_the_board() -> None:
    stage = hall()
    stage.do(c.ReportClock(ClockFault.SLEPT, minutes(1)), by="clock")
    tell(stage, failed(AWARD), died())
    assert [alarm.code for alarm in stage.picture.alarms] == ["slept", "track_missing", "player_died"]
    stage.do(c.DismissAlarms())
    assert stage.picture.alarms == ()
    assert list(stage.picture.sound.failures) == ["trao"]


# Who has the place


def test_a_player_takes_its_place_with_empty_decks() -> None:
    stage = hall(player=None)
    tell(stage, came())
    assert stage.picture.sound.player == "console"
    tell(stage, began(A, AWARD), came())
    assert (stage.picture.sound.player, stage.state.sound.decks) == ("console", {}), "it was started again"


@pytest.mark.parametrize("went", [died(), left()], ids=["died", "left"])
def test_a_player_that_went_leaves_nothing_sounding(went: s.PlayerWent) -> None:
    stage = salute()
    tell(stage, went)
    sound = stage.picture.sound
    assert (sound.player, sound.anthem, stage.state.sound.decks) == (None, False, {})


def test_another_player_takes_the_place_while_nothing_sounds() -> None:
    stage = hall()
    tell(stage, armed(A, ANTHEM, "anthem"))
    tell(stage, came("music"), by="music")
    assert (stage.picture.sound.player, stage.state.sound.decks) == ("music", {})


def test_no_other_player_takes_the_place_of_one_that_plays() -> None:
    stage = hall()
    tell(stage, began(A, AWARD))
    assert stage.refusal(c.ReportSound(came("music")), by="music") is Reason.PLAYER_TAKEN
    tell(stage, ended(A, AWARD, None, EndedWhy.STOP))
    tell(stage, came("music"), by="music")
    assert stage.picture.sound.player == "music"


def test_there_are_two_places_for_a_player() -> None:
    stage = hall(player=None)
    for news in (came("lobby"), left("lobby")):
        assert stage.ask(c.ReportSound(news), by="player") == Refused(Reason.NOT_ALLOWED, "lobby")


def test_the_operators_machine_comes_and_goes_for_itself_alone() -> None:
    stage = hall(player="console")
    for news in (came("console"), died("console"), left("console")):
        assert stage.ask(c.ReportSound(news), by="music") == Refused(Reason.NOT_ALLOWED, "console")
    taken = hall(player="music")
    tell(taken, left("music"), by="player")
    assert taken.picture.sound.player is None, "it is out of reach, and the console says so"


@pytest.mark.parametrize(
    "news",
    [
        armed(A, ANTHEM, "anthem"),
        began(A, ANTHEM, "anthem"),
        fading(A, 3),
        ended(A, ANTHEM, "anthem"),
        cleared(A, ANTHEM, "anthem"),
        failed(ANTHEM),
        measured(ANTHEM, seconds(62)),
        died(),
    ],
    ids=lambda news: type(news).__name__,
)
def test_news_of_a_player_without_the_place_are_refused(news: s.SoundNews) -> None:
    nobody = hall(player=None)
    assert nobody.refusal(c.ReportSound(news), by="player") is Reason.NO_PLAYER
    # the console's player still talks when the operator's machine has taken the place
    taken = hall(player="music")
    assert taken.refusal(c.ReportSound(news), by="player") is Reason.NO_PLAYER
    # and the operator's when it is the console's again
    back = hall(player="console")
    theirs = replace(news, where="music") if isinstance(news, s.PlayerWent) else news
    assert back.refusal(c.ReportSound(theirs), by="music") is Reason.NO_PLAYER


def test_news_of_a_track_that_nobody_knows_are_refused() -> None:
    stage = hall()
    lost = replace(began(A, AWARD), track_id="lost")
    assert stage.ask(c.ReportSound(lost), by="player") == Refused(Reason.UNKNOWN_TRACK, "lost")


# The clock


def fading_award() -> Stage:
    """8:10:30; a bed of 85 s began at 8:10:00, and has been fading since 8:10:28 until 8:10:38."""
    stage = hall()
    stage.at("8:05").do(c.Advance())
    stage.at("8:10").do(c.Go("award"))
    tell(stage, began(A, AWARD, "award", seconds(85)), armed(B, INVITE, "invite"), failed(ANTHEM))
    stage.at("8:10:28")
    tell(stage, fading(A, 10))
    return stage.at("8:10:30")


def test_a_corrected_clock_moves_the_sound_with_it() -> None:
    stage = fading_award()
    stage.do(c.CorrectClock(-minutes(7)))
    assert stage.now == at("8:03:30")
    playing = stage.picture.sound.decks[0]
    assert (playing.elapsed, playing.remaining) == (seconds(30), seconds(8))
    assert stage.state.sound.decks == {
        A: Sounding("trao", "award", at("8:03"), seconds(85), fading_until=at("8:03:38")),
        B: Armed("moi", "invite", None),
    }
    assert [call.at for call in stage.picture.sound.calls] == [at("8:03")]
    assert stage.picture.sound.failures["quoc_ca"].at == at("8:03")


def test_a_corrected_clock_answers_the_clocks_alarms_and_no_others() -> None:
    stage = fading_award()
    stage.do(c.ReportClock(ClockFault.STEPPED, minutes(7)), by="clock")
    assert [alarm.code for alarm in stage.picture.alarms] == ["track_missing", "clock_stepped"]
    stage.do(c.CorrectClock(-minutes(7)))
    assert [(alarm.code, alarm.since) for alarm in stage.picture.alarms] == [("track_missing", at("8:03"))]
