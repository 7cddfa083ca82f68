"""When the machine plays, a cue is ready only when it is armed; and what follows the end of a track."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Action, AfterCue, Agenda, Anchor, AtStart, BeforeEnd, GoMode, Role
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import EndedWhy, FadeOrder
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, agenda, at, cue, heading, item, minutes, seconds
from tests.core.sounds import (
    ANTHEM,
    ANTHEM_LENGTH,
    AWARD,
    CLOSING,
    INVITE,
    TRACKS,
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


def phase(stage: Stage, cue_id: str) -> CuePhase:
    return stage.cue(cue_id).phase


# Ready


def at_standby(*, player: str | None = "console") -> Stage:
    """8:24:30, half a minute before the paper, whose music the hand is to stand by."""
    stage = hall(player=player)
    stage.at("8:05").do(c.Advance())
    return stage.watch_until("8:24:30")


def test_a_cue_that_the_machine_plays_is_ready_when_it_is_armed() -> None:
    stage = at_standby()
    assert (phase(stage, "invite"), stage.cue("invite").armed) == (CuePhase.STANDBY, False)
    tell(stage, armed(A, INVITE, "invite", seconds(12)))
    assert (phase(stage, "invite"), stage.cue("invite").armed) == (CuePhase.READY, True)


def test_the_word_of_a_hand_is_no_proof_that_a_track_is_armed() -> None:
    stage = at_standby()
    stage.do(c.Acknowledge("invite"), by="music")
    assert phase(stage, "invite") is CuePhase.STANDBY


@pytest.mark.parametrize("cue_id", [None, "award"], ids=["by hand", "for another cue"])
def test_the_same_track_armed_for_another_call_is_not_armed_for_this_one(cue_id: str | None) -> None:
    stage = at_standby()
    tell(stage, armed(A, INVITE, cue_id))
    assert phase(stage, "invite") is CuePhase.STANDBY


def test_a_cue_is_not_ready_once_its_deck_is_lost() -> None:
    stage = at_standby()
    tell(stage, armed(A, INVITE, "invite"), armed(A, AWARD, None))
    assert phase(stage, "invite") is CuePhase.STANDBY
    tell(stage, armed(B, INVITE, "invite"))
    assert phase(stage, "invite") is CuePhase.READY
    tell(stage, died())
    assert phase(stage, "invite") is CuePhase.STANDBY, "without a player it is a matter of hands"
    stage.do(c.Acknowledge("invite"), by="music")
    assert phase(stage, "invite") is CuePhase.READY


def test_a_track_that_is_armed_early_makes_no_cue_ready_before_its_stand_by() -> None:
    stage = hall()
    tell(stage, armed(A, INVITE, "invite"))
    assert (phase(stage, "invite"), stage.cue("invite").armed) == (CuePhase.LATER, True)


def test_a_cue_whose_moment_has_come_is_due_armed_or_not() -> None:
    stage = at_standby()
    tell(stage, armed(A, INVITE, "invite"))
    stage.at("8:25").do(c.Advance())
    assert phase(stage, "invite") is CuePhase.DUE


def test_without_a_player_a_cue_is_ready_by_the_word_of_its_hand() -> None:
    stage = at_standby(player=None)
    assert phase(stage, "invite") is CuePhase.STANDBY
    stage.do(c.Acknowledge("invite"), by="music")
    assert phase(stage, "invite") is CuePhase.READY


@pytest.mark.parametrize("do", [Action.FADE, Action.STOP])
def test_what_the_player_silences_is_ready_as_soon_as_it_is_awaited(do: Action) -> None:
    quiet = cue("quiet", AtStart(5 * MINUTE), do=do, track_id="trao")
    by_machine = hall(replace(agenda(item("a", 10, quiet)), tracks=TRACKS))
    assert by_machine.cue("quiet").phase is CuePhase.LATER
    by_machine.at("8:04:30")
    assert by_machine.cue("quiet").phase is CuePhase.READY
    assert (by_machine.cue("quiet").is_proved, by_machine.cue("quiet").armed) == (True, False)
    by_hand = hall(replace(agenda(item("a", 10, quiet)), tracks=TRACKS), player=None).at("8:04:30")
    assert by_hand.cue("quiet").phase is CuePhase.STANDBY
    assert not by_hand.cue("quiet").is_proved


def test_what_no_player_can_carry_out_is_ready_by_the_word_of_its_hand() -> None:
    soon = AtStart(MINUTE)
    others = (
        play("no file", CLOSING, soon),
        replace(play("no such track", CLOSING, soon), track_id="lost"),
        cue("sign", soon, do=Action.DO),
        cue("clip", soon, to=Role.SCREEN, do=Action.PLAY, track_id="trao"),
    )
    stage = hall(replace(agenda(item("a", 5, *others)), tracks=TRACKS))
    stage.at("8:00:30")
    for row in stage.picture.cues:
        assert row.phase is CuePhase.STANDBY
        stage.do(c.Acknowledge(row.cue_id), by=row.to.value)
    assert {row.phase for row in stage.picture.cues} == {CuePhase.READY}


# What follows


def sit(wait: float = 2, go: GoMode = GoMode.HAND) -> Agenda:
    """The light of the hall comes back so many seconds after the anthem's own end."""
    return conference(flag=(cue("sit", AfterCue("anthem", seconds(wait)), to=Role.LIGHTS, go=go),))


def test_a_cue_by_hand_is_due_after_the_track_and_waits_to_be_called() -> None:
    stage = salute(sit())
    assert stage.cue("sit").expected_at is None
    stage.watch_until("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert (stage.cue("sit").expected_at, phase(stage, "sit")) == (at("8:02:04"), CuePhase.STANDBY)
    stage.watch_until("8:02:04")
    assert phase(stage, "sit") is CuePhase.DUE
    assert stage.facts(e.CueFellDue)[-1] == e.CueFellDue("sit", at("8:02:04"))
    stage.at("8:02:09").do(c.Go())
    assert stage.cue("sit").gone_at == at("8:02:09")


def test_an_auto_cue_goes_after_the_track_by_itself() -> None:
    stage = salute(sit(go=GoMode.AUTO))
    stage.watch_until("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.watch_until("8:02:30")
    assert stage.facts(e.CueGone) == [e.CueGone("sit", at("8:02:04"), auto=True)]


def test_without_a_wait_it_goes_with_the_news_of_the_end() -> None:
    stage = salute(sit(0, go=GoMode.AUTO))
    stage.sleep(seconds(62))
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.cue("sit").gone_at == at("8:02:02")


def test_an_auto_cue_found_late_after_the_track_is_missed() -> None:
    stage = salute(sit(go=GoMode.AUTO))
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.at("8:02:07")
    assert stage.cue("sit").gone_at == at("8:02:07"), "3 s late it still goes"
    slept = salute(sit(go=GoMode.AUTO))
    slept.at("8:02:02")
    tell(slept, ended(A, ANTHEM, "anthem"))
    slept.at("8:02:08")
    assert slept.facts(e.CueMissed) == [e.CueMissed("sit", at("8:02:08"), "late")]


def test_a_track_that_ends_in_a_hold_is_followed_when_the_item_goes_on() -> None:
    stage = salute(sit(go=GoMode.AUTO))
    stage.at("8:01:50").do(c.Hold())
    stage.watch_until("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.watch_until("8:05")
    assert (stage.facts(e.CueGone), stage.facts(e.CueMissed), stage.facts(e.CueFellDue)) == ([], [], [])
    assert stage.cue("sit").expected_at == at("8:05:02"), "2 s on the item's clock, which stands"
    stage.do(c.Resume())
    stage.watch_until("8:05:30")
    assert stage.facts(e.CueFellDue) == [e.CueFellDue("sit", at("8:05:02"))]
    assert stage.facts(e.CueGone) == [e.CueGone("sit", at("8:05:02"), auto=True)]


def test_without_a_wait_it_goes_with_the_resume() -> None:
    stage = salute(sit(0, go=GoMode.AUTO))
    stage.at("8:01:50").do(c.Hold())
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.watch_until("8:05")
    assert (stage.cue("sit").gone_at, phase(stage, "sit")) == (None, CuePhase.DUE)
    stage.do(c.Resume())
    assert stage.facts(e.CueFellDue) == [e.CueFellDue("sit", at("8:05"))]
    assert stage.cue("sit").gone_at == at("8:05")


def test_a_hold_after_the_end_of_the_track_puts_off_what_is_left_of_the_wait() -> None:
    stage = salute(sit(30, go=GoMode.AUTO))
    stage.at("8:01:10").do(c.Hold())
    stage.at("8:01:20").do(c.Resume())
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.at("8:02:12").do(c.Hold())
    stage.at("8:03:12").do(c.Resume())
    assert stage.cue("sit").expected_at == at("8:03:32")
    stage.watch_until("8:04")
    assert stage.facts(e.CueGone) == [e.CueGone("sit", at("8:03:32"), auto=True)]


def test_a_hand_may_call_what_follows_in_a_hold() -> None:
    stage = salute(sit(0))
    stage.at("8:01:50").do(c.Hold())
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert (phase(stage, "sit"), stage.facts(e.CueFellDue)[-1]) == (
        CuePhase.DUE,
        e.CueFellDue("sit", at("8:02:02")),
    )
    stage.do(c.Go())
    assert stage.cue("sit").gone_at == at("8:02:02")


def test_a_hold_that_is_taken_back_puts_nothing_off_and_nothing_plays_late() -> None:
    stage = salute(sit(go=GoMode.AUTO))
    stage.at("8:01:50").do(c.Hold())
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.at("8:02:30").do(c.Undo())
    assert stage.facts(e.CueMissed) == [e.CueMissed("sit", at("8:02:30"), "late")]


def test_an_item_left_in_its_hold_leaves_what_follows_to_no_clock() -> None:
    stage = salute(sit(5, go=GoMode.AUTO))
    stage.at("8:01:50").do(c.Hold())
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.at("8:04").do(c.Advance())
    assert phase(stage, "sit") is CuePhase.STOOD_DOWN
    stage.watch_until("8:05")
    assert stage.facts(e.CueGone) == []


def test_the_end_of_a_track_whose_heading_was_skipped_is_still_its_end() -> None:
    bed, parts = play("bed", AWARD), (item("h1", 5), item("h2", 5))
    plan = agenda(item("a", 5), heading("h", *parts, cues=(bed, cue("next", AfterCue("bed")))))
    stage = Stage(replace(plan, tracks=TRACKS)).at("8:00")
    tell(stage, came())
    stage.do(c.Start(), c.Go("bed"))
    tell(stage, began(A, AWARD, "bed"))
    stage.do(c.Skip("h"))
    tell(stage, ended(A, AWARD, "bed"))
    assert stage.state.cue("bed").played_out_at == at("8:00")
    assert phase(stage, "next") is CuePhase.STOOD_DOWN


@pytest.mark.parametrize("why", [why for why in EndedWhy if why is not EndedWhy.END])
def test_what_follows_a_track_never_comes_when_the_track_was_cut_short(why: EndedWhy) -> None:
    stage = salute(sit(go=GoMode.AUTO))
    stage.at("8:01:30")
    tell(stage, ended(A, ANTHEM, "anthem", why))
    stage.watch_until("8:04:59")
    assert (stage.cue("sit").expected_at, phase(stage, "sit")) == (None, CuePhase.STANDBY)
    stage.do(c.Go("sit"))
    assert stage.cue("sit").gone_at == at("8:04:59"), "a hand may still call it"


def test_what_follows_a_cue_does_not_follow_the_same_track_played_by_hand() -> None:
    stage = salute(sit(go=GoMode.AUTO))
    tell(stage, ended(A, ANTHEM, None))
    stage.watch_until("8:02")
    assert stage.cue("sit").expected_at is None


def test_a_player_that_died_ends_no_track() -> None:
    stage = salute(sit(go=GoMode.AUTO))
    tell(stage, died())
    stage.watch_until("8:03")
    assert stage.cue("sit").expected_at is None


def test_its_hand_stands_by_with_the_item_and_it_keeps_its_place_in_the_order() -> None:
    follower = cue("after", AfterCue("award", seconds(5)), to=Role.LIGHTS, standby_lead=seconds(30))
    plan = agenda(
        item("a", 5),
        item("b", 10, cue("end", BeforeEnd(MINUTE)), play("award", AWARD, AtStart(MINUTE)), follower),
    )
    stage = Stage(replace(plan, tracks=TRACKS)).at("8:00")
    stage.do(c.Start())
    assert stage.cue("after").standby_at == at("8:04:30")
    assert [row.cue_id for row in stage.picture.cues] == ["award", "after", "end"]


def test_it_is_stood_down_with_its_item_and_missed_when_it_was_due() -> None:
    stage = salute(sit())
    stage.at("8:02").do(c.Advance())
    assert phase(stage, "sit") is CuePhase.STOOD_DOWN
    due = salute(sit())
    due.at("8:02")
    tell(due, ended(A, ANTHEM, "anthem"))
    due.at("8:02:30").do(c.Advance())
    assert phase(due, "sit") is CuePhase.MISSED


def test_a_play_taken_back_takes_back_the_end_of_its_track() -> None:
    stage = salute(sit(5))
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.cue("sit").expected_at == at("8:02:07")
    stage.do(c.Undo())
    assert stage.cue("sit").expected_at is None
    stage.watch_until("8:02:10")
    assert phase(stage, "sit") is CuePhase.STANDBY


def test_the_end_of_a_track_whose_call_was_taken_back_is_nobodys_moment() -> None:
    stage = salute(sit(5))
    # it fades, and a player that does not hear of that plays it to its end
    stage.at("8:01:10").do(c.Undo(sure=True))
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.cue("sit").expected_at is None
    stage.at("8:03").do(c.Go("anthem"))
    assert stage.cue("sit").expected_at is None, "called again, and not at its end yet"
    tell(stage, began(A, ANTHEM, "anthem", ANTHEM_LENGTH))
    stage.at("8:04:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert stage.cue("sit").expected_at == at("8:04:07")


def test_an_item_that_comes_again_has_heard_no_track_yet() -> None:
    stage = hall(follow_in_award(AfterCue("chime", seconds(1))))
    stage.at("8:05").do(c.Advance())
    stage.at("8:05:10").do(c.Go("chime"))
    tell(stage, began(B, INVITE, "chime", seconds(12)))
    stage.at("8:05:22")
    tell(stage, ended(B, INVITE, "chime"))
    assert stage.cue("tray").expected_at == at("8:05:23")
    stage.at("8:05:30").do(c.Back())
    stage.at("8:07").do(c.Advance())
    assert (stage.cue("chime").gone_at, stage.cue("tray").expected_at) == (None, None)


def follow_in_award(when: Anchor) -> Agenda:
    """A chime in the award, and the tray on `when`."""
    return conference(award=(play("chime", INVITE), cue("tray", when, to=Role.CREW)))


def test_a_corrected_clock_moves_what_follows_with_it() -> None:
    stage = salute(sit(30))
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.do(c.CorrectClock(minutes(3)))
    assert (stage.now, stage.cue("sit").expected_at) == (at("8:05:02"), at("8:05:32"))


def test_a_cue_follows_only_one_that_its_show_has() -> None:
    stage = salute(conference(flag=(cue("sit", AfterCue("lost"), go=GoMode.AUTO),)))
    tell(stage, ended(A, ANTHEM, "lost"))
    stage.watch_until("8:02")
    assert stage.cue("sit").expected_at is None
    assert "lost" not in stage.state.cues


def test_one_track_can_follow_another() -> None:
    bed = play("bed", AWARD, AfterCue("anthem"), go=GoMode.AUTO)
    fade = cue("out", AtStart(4 * MINUTE), do=Action.FADE, fade=seconds(6), go=GoMode.AUTO)
    stage = salute(conference(flag=(bed, fade)))
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"), began(B, AWARD, "bed"))
    stage.watch_until("8:04:30")
    assert stage.cue("bed").gone_at == at("8:02:02")
    assert orders(stage)[-1] == FadeOrder(None, seconds(6))
    assert [call.at for call in stage.picture.sound.calls] == [at("8:01"), at("8:02:02"), at("8:04")]
