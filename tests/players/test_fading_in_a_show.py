"""How loud it is in a show: fades in and out by the ear, and everything off by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, AfterCue, GoMode, Layer
from runofshow.core.commands import Command, FadeSound, Go, Panic, PlayTrack, Start
from runofshow.core.sound import EndedWhy
from tests.players.halls import Hall, cue, hall, plan, recorded

pytestmark = pytest.mark.usefixtures("mpv")

SECOND = timedelta(seconds=1)
LOUD = -12.0
"""dBFS that a tone of these tests has at its own volume, at the least."""


def levels_heard(it: Hall) -> Iterator[tuple[datetime, float]]:
    """Each new look at the one deck that sounds: when, and how loud in dBFS; until nothing sounds."""
    looks: list[object] = [it.player.levels]
    while it.playing:
        it.wait_for(lambda: it.player.levels is not looks[-1])
        levels = it.player.levels
        looks.append(levels)
        if levels:
            yield it.now, max(levels.values())


def test_a_cue_fades_a_track_out_in_equal_steps_for_the_ear(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 20)
    cues = (cue("bed", bed), cue("out", bed, do=Action.FADE, fade=4 * SECOND))
    with hall(tmp_path, plan(*cues, tracks=(bed,))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        it.wait_for(lambda: it.player.levels)
        it.do(Go("out"))
        fading = it.wait_told(s.TrackFading)
        heard = list(levels_heard(it))
        ended = it.told(s.TrackEnded)[-1]
    assert ended.why is EndedWhy.FADE
    assert abs(ended.at - fading.at - 4 * SECOND) < it.about
    heard = [(at, level) for at, level in heard if at < ended.at]
    # from the -9 dB of the tone 60 dB down in four seconds, 15 each
    line = [-9 - 15 * (at - fading.at).total_seconds() for at, _ in heard]
    levels = [round(level, 1) for _, level in heard]
    print("fade, dBFS:", levels, "on the line:", [round(level, 1) for level in line])
    assert len(levels) >= 10
    assert all(after < before for before, after in pairwise(levels)), levels
    assert levels == pytest.approx(line, abs=2)
    assert levels[-1] < -55


def test_a_track_fades_in_as_it_says(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 20, fade_in=2 * SECOND)
    with hall(tmp_path, plan(cue("bed", bed), tracks=(bed,))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        heard = []
        for _, level in levels_heard(it):
            heard.append(level)
            if level > -9.2:
                break
        assert len(heard) >= 6
        assert all(after > before for before, after in pairwise(heard)), heard


def test_fade_and_panic_by_hand_silence_everything(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 20)
    bell = recorded(tmp_path, "bell", 20, layer=Layer.STING)
    with hall(tmp_path, plan(tracks=(bed, bell))) as it:
        it.wait_for(lambda: it.picture.sound.player)
        orders: list[tuple[Command, EndedWhy]] = [
            (FadeSound(over=0.3 * SECOND), EndedWhy.FADE),
            (Panic(), EndedWhy.PANIC),
            (Panic(hard=True), EndedWhy.PANIC),
        ]
        for order, why in orders:
            it.do(PlayTrack("bed"))
            it.do(PlayTrack("bell"))
            it.wait_for(lambda: it.playing == {"bed", "bell"})
            told = len(it.told(s.TrackEnded))
            it.do(order)
            it.wait_for(lambda: not it.playing)
            assert [event.why for event in it.told(s.TrackEnded)[told:]] == [why, why]


def test_the_end_that_the_agenda_sets_is_faded_to_and_is_still_an_end(tmp_path: Path) -> None:
    ends, fades = timedelta(seconds=4), timedelta(seconds=2)
    track, after = recorded(tmp_path, "a", 8, end=ends, fade_out=fades), recorded(tmp_path, "b", 1)
    follow = cue("b", after, AfterCue("a"), go=GoMode.AUTO)
    with hall(tmp_path, plan(cue("a", track), follow, tracks=(track, after))) as it:
        it.do(Start(sure=True))
        began = it.call("a")
        it.wait_for(lambda: it.player.levels.get(began.deck, -96.0) > LOUD)
        assert it.now - began.at < ends - fades
        it.wait_for(lambda: it.player.levels.get(began.deck, 0.0) < LOUD - 25)
        ended = it.wait_told(s.TrackEnded)
        assert (ended.track_id, ended.why) == ("a", EndedWhy.END)
        it.wait_told(s.TrackBegan, track_id="b")
