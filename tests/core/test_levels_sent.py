"""The levels that lights have from a show, out of its record."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core.gear_orders import ChannelLevel, ProjectorDo, ToLights, ToProjector
from runofshow.core.levels_sent import levels_sent
from runofshow.core.signal import Signal, Trigger
from runofshow.core.sound_events import SignalFailed, SignalSent
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, item


def _lights(signal_id: str, gear_id: str, *levels: ChannelLevel) -> Signal:
    return Signal(signal_id, Trigger.ITEM_STARTED, ToLights(gear_id, levels, timedelta(seconds=3)))


SIGNALS = (
    _lights("all", "stage", ChannelLevel(1, 4, 100)),
    _lights("dim", "stage", ChannelLevel(3, 3, 20), ChannelLevel(7, 7, 50)),
    _lights("hall", "hall", ChannelLevel(1, 1, 10)),
    Signal("dark", Trigger.ITEM_STARTED, ToProjector("chieu", ProjectorDo.BLANK)),
)


def test_each_channel_has_the_level_that_was_taken_last() -> None:
    """1-4 full, then 3 at 20 and 7 at 50; an order that failed and a projector say nothing of lights."""
    stage = Stage(replace(agenda(item("a", 10)), signals=SIGNALS)).at("8:00")
    for signal_id in ("all", "dim", "dark"):
        stage.ask(c.ReportSignal(SignalSent(signal_id, "", timedelta(), at("8:00"))), by="signals")
    stage.ask(c.ReportSignal(SignalFailed("hall", "timeout", 1, at("8:00"))), by="signals")
    levels = ((1, 100), (2, 100), (3, 20), (4, 100), (7, 50))
    held = ToLights("stage", tuple(ChannelLevel(channel, channel, percent) for channel, percent in levels))
    assert levels_sent(stage.state.agenda, stage.entries) == {"stage": held}


def test_a_show_without_lights_has_none() -> None:
    stage = Stage(agenda(item("a", 10))).at("8:00")
    assert levels_sent(stage.state.agenda, stage.entries) == {}
