"""Gear of the plan: its name and place, and the one alarm that tells it failed until it works again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.failings import failings
from runofshow.core.gear import (
    Gear,
    GearKind,
    Lights,
    LightsBy,
    MidiPort,
    Obs,
    Projector,
    found_at,
    kind_of,
    name_of,
)
from runofshow.core.gear_orders import ProjectorDo, ShowScene, ToObs, ToProjector
from runofshow.core.signal import Osc, Signal, Trigger, texts_of
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, item

CHIEU = Projector("chieu", "192.168.1.50", title="Máy chiếu chính")
OBS = Obs("obs", "127.0.0.1")


def stage_with(*signals: tuple[str, ToProjector | ToObs | Osc]) -> Stage:
    told = tuple(Signal(signal_id, Trigger.HELD, send) for signal_id, send in signals)
    return Stage(replace(agenda(item("a", 10)), signals=told, gear=(CHIEU, OBS))).at("8:00")


def fails(stage: Stage, signal_id: str, why: str = "timeout: 2 s") -> None:
    stage.do(c.ReportSignal(s.SignalFailed(signal_id, why, 3, stage.now)), by="signals")


def works(stage: Stage, signal_id: str) -> None:
    stage.do(c.ReportSignal(s.SignalSent(signal_id, "blank", timedelta(), stage.now)), by="signals")


@pytest.mark.parametrize(
    ("gear", "kind", "place", "name"),
    [
        (CHIEU, GearKind.PROJECTOR, "192.168.1.50:4352", "Máy chiếu chính"),
        (Obs("o", "::1", 4455), GearKind.OBS, "[::1]:4455", "o"),
        (Lights("l", LightsBy.ARTNET, 3, "10.0.0.9"), GearKind.LIGHTS, "artnet 3 10.0.0.9", "l"),
        (Lights("l", LightsBy.SACN, 1), GearKind.LIGHTS, "sacn 1", "l"),
        (MidiPort("m", "USB MIDI"), GearKind.MIDI, "USB MIDI", "m"),
    ],
)
def test_gear_has_a_kind_a_place_and_a_name(gear: Gear, kind: GearKind, place: str, name: str) -> None:
    assert (kind_of(gear), found_at(gear), name_of(gear)) == (kind, place, name)


def test_nothing_is_filled_into_an_order_to_gear() -> None:
    assert texts_of(ToObs("obs", ShowScene("{current.title}"))) == ()


def test_gear_that_fails_has_one_alarm_since_it_first_did() -> None:
    blank = ToProjector("chieu", ProjectorDo.BLANK)
    stage = stage_with(("che", blank), ("hien", ToProjector("chieu", ProjectorDo.SHOW)))
    fails(stage, "che")
    stage.at("8:05")
    fails(stage, "hien", "cooling")
    alarm = Alarm(
        AlarmCode.GEAR_FAILED, at("8:00"), detail="Máy chiếu chính", cause="cooling", gear_id="chieu"
    )
    assert stage.picture.alarms == (alarm,)


def test_gear_that_works_again_lowers_its_own_alarm_alone() -> None:
    stage = stage_with(
        ("che", ToProjector("chieu", ProjectorDo.BLANK)),
        ("canh", ToObs("obs", ShowScene("A"))),
        ("den", Osc("127.0.0.1", 9000, "/den")),
    )
    for signal_id in ("che", "canh", "den"):
        fails(stage, signal_id)
    works(stage, "den")
    assert len(stage.picture.alarms) == 3
    works(stage, "che")
    assert [(alarm.code, alarm.detail) for alarm in stage.picture.alarms] == [
        (AlarmCode.GEAR_FAILED, "obs"),
        (AlarmCode.SIGNAL_FAILED, "den · 2 s"),
    ]


def test_what_failed_is_told_by_the_title_of_the_signal_or_the_name_of_the_gear() -> None:
    stage = stage_with(
        ("che", ToProjector("chieu", ProjectorDo.BLANK)),
        ("cu", ToProjector("mat", ProjectorDo.BLANK)),
        ("den", Osc("127.0.0.1", 9000, "/den")),
    )
    stage.do(c.Start(sure=True))
    for signal_id in ("che", "cu", "den", "la"):
        fails(stage, signal_id)
    told = [one.about for one in failings(stage.entries, stage.state)]
    assert told == ["Máy chiếu chính", "cu", "den", "la"]


def test_a_signal_to_gear_that_the_plan_no_longer_has_is_named_itself() -> None:
    stage = stage_with(("che", ToProjector("cu", ProjectorDo.BLANK)))
    fails(stage, "che", "no_gear: cu")
    assert [(alarm.code, alarm.detail) for alarm in stage.picture.alarms] == [
        (AlarmCode.SIGNAL_FAILED, "che · cu")
    ]
