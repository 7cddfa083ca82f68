"""The lamp of each cue, and the one light of a hand: rules of lamp.py, answers.py and light.py."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, BeforeEnd, GoMode, OnWord, Role
from runofshow.core.light import Light, LightState, light_of
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Presence, Senses
from runofshow.core.snapshot import CallCue, Lamp, Snapshot
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, cue, item, minutes
from tests.core.sounds import ANTHEM, AWARD, TRACKS, A, armed, failed, hall, play, tell

MC_HERE = Presence(1, frozenset({Role.MC}))
WORD = OnWord("Chào cờ!")


def told(*, protected: bool = False) -> Stage:
    """8:00 a of 10 minutes runs, and its MC's cue, two minutes before the end, told at 8:01."""
    first = item("a", 10, cue("mc", BeforeEnd(minutes(2)), to=Role.MC), protected=protected)
    stage = Stage(agenda(first, item("b", 10, cue("later", to=Role.MC)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.StandBy("mc"))
    return stage


def seen(stage: Stage, present: Presence | None = MC_HERE) -> Snapshot:
    return take_snapshot(stage.state, stage.now, Senses((), present))


def lamps(stage: Stage, present: Presence | None = MC_HERE) -> dict[str, Lamp]:
    return {one.cue_id: one.lamp for one in seen(stage, present).cues}


def lamp(stage: Stage, cue_id: str) -> Lamp:
    return lamps(stage)[cue_id]


# A hand's


def test_a_hand_is_told_answers_and_goes() -> None:
    stage = told()
    assert lamps(stage) == {"mc": Lamp.STANDBY, "later": Lamp.LATER}
    stage.do(c.Acknowledge("mc"), by="mc")
    assert lamp(stage, "mc") is Lamp.READY
    stage.at("8:08:05")
    assert lamp(stage, "mc") is Lamp.READY
    stage.do(c.Go("mc"))
    assert lamp(stage, "mc") is Lamp.GONE


def test_an_answer_that_is_overdue_is_red_on_every_list_of_the_picture() -> None:
    stage = told().at("8:01:19")
    assert lamp(stage, "mc") is Lamp.STANDBY
    stage.at("8:01:20")
    assert lamp(stage, "mc") is Lamp.OVERDUE
    whole = seen(stage)
    assert [one.lamp for one in whole.told] == [Lamp.OVERDUE]
    assert isinstance(whole.next_call, CallCue)
    assert whole.next_call.cue.lamp is Lamp.OVERDUE
    assert [one.lamp for one in whole.cues_of("a")] == [Lamp.OVERDUE]
    # nobody is there who could answer: it goes by voice
    assert lamps(stage, None)["mc"] is lamps(stage, Presence())["mc"] is Lamp.STANDBY


def test_in_a_rite_no_lamp_is_red() -> None:
    assert lamp(told(protected=True).at("8:03"), "mc") is Lamp.STANDBY


def test_what_is_missed_and_what_is_stood_down_say_so() -> None:
    plan = agenda(
        item("a", 10, cue("x"), cue("auto", AtStart(minutes(1)), go=GoMode.AUTO)),
        item("b", 5),
        item("d", 5, cue("y")),
    )
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:03").do(c.Advance())
    assert lamps(stage) == {"x": Lamp.MISSED, "auto": Lamp.MISSED, "y": Lamp.LATER}
    stage.do(c.End())
    assert lamps(stage)["y"] is Lamp.STOOD_DOWN


# The player's


def test_what_the_player_has_loaded_is_ready_however_early() -> None:
    stage = hall()
    assert lamp(stage, "award") is Lamp.LATER
    tell(stage, armed(A, AWARD, "award"))
    assert lamp(stage, "award") is Lamp.READY


def test_what_the_player_cannot_play_has_failed_until_it_is_loaded() -> None:
    stage = hall()
    tell(stage, failed(AWARD))
    assert lamp(stage, "award") is Lamp.FAILED
    tell(stage, armed(A, AWARD, "award"))
    assert lamp(stage, "award") is Lamp.READY


def test_what_is_not_loaded_in_its_moment_is_red_but_in_a_rite() -> None:
    for protected, then in ((False, Lamp.OVERDUE), (True, Lamp.STANDBY)):
        first = item("a", 10, play("x", ANTHEM, AtStart(minutes(1))), protected=protected)
        stage = hall(replace(agenda(first), tracks=TRACKS))
        stage.at("8:00:40")
        assert lamp(stage, "x") is Lamp.STANDBY
        assert lamp(stage.at("8:01"), "x") is then


def test_for_a_fade_there_is_nothing_to_load_so_it_is_ready_once_it_is_awaited() -> None:
    stage = hall().at("8:05")
    stage.do(c.Advance())
    assert lamp(stage, "fade") is Lamp.LATER
    stage.at("8:23:40")
    assert lamp(stage, "fade") is Lamp.READY


# The one light


def light(stage: Stage, role: Role = Role.MC) -> Light:
    shown = seen(stage)
    return light_of([one for one in shown.cues if one.to is role], shown.now)


def test_the_light_goes_from_soon_to_stand_by_to_ready_to_go_and_out() -> None:
    stage = told()
    assert light(stage) == Light(LightState.STANDBY, "mc", "mc")
    stage.do(c.Acknowledge("mc"), by="mc")
    assert light(stage) == Light(LightState.READY, "mc", None)
    stage.do(c.Go("mc"))
    gone = light(stage)
    assert gone == Light(
        LightState.GO, "mc", None, None, Light(LightState.SOON, "later", None, at("8:01:06"))
    )
    # told once, a window knows when it goes out
    assert [gone.on(at(clock)).state for clock in ("8:01:05", "8:01:06")] == [LightState.GO, LightState.SOON]
    assert light(stage.at("8:01:06")) == Light(LightState.SOON, "later", None)


def test_a_go_stays_lit_as_long_for_a_person_in_a_fast_rehearsal() -> None:
    stage = told()
    stage.do(c.Go("mc"))
    cues = [one for one in seen(stage).cues if one.to is Role.MC]
    gone = light_of(cues, at("8:01:30"), 10)
    assert gone.state is LightState.GO
    assert gone.then is not None
    assert gone.then.since == at("8:02")


def test_a_go_gives_way_sooner_when_another_cue_waits_for_an_answer() -> None:
    plan = agenda(item("a", 10, cue("x", WORD, to=Role.MC), cue("y", WORD, to=Role.MC)))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Go("x"))
    found = light(stage)
    assert (found.state, found.cue_id, found.asked) == (LightState.GO, "x", "y")
    assert found.then == Light(LightState.STANDBY, "y", "y", at("8:01:03"))


def test_in_its_moment_the_light_is_due_and_without_cues_it_is_out() -> None:
    assert light(told().at("8:08")).state is LightState.DUE
    assert light(told(), Role.CREW) == Light(LightState.IDLE, None, None)


def test_what_the_machine_carries_out_has_no_light() -> None:
    assert light(hall(), Role.MUSIC) == Light(LightState.SOON, "closing", None)
