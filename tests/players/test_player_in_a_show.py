"""A show and its player: what is called is heard, when and how the agenda says, and the record has it."""

from __future__ import annotations

import statistics
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, AfterCue, GoMode, Layer
from runofshow.core.commands import (
    Hold,
    PlayTrack,
    Resume,
    Start,
    StopSound,
    Undo,
)
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import EndedWhy
from tests.players.halls import cue, hall, plan, recorded

pytestmark = pytest.mark.usefixtures("mpv")

SECOND = timedelta(seconds=1)
TENTH = timedelta(seconds=0.1)


# Ready, and heard at once


def test_a_cue_is_ready_once_its_track_is_armed_and_go_is_heard_within_50_ms(tmp_path: Path) -> None:
    tracks = tuple(recorded(tmp_path, name, 1) for name in ("a", "b", "c"))
    cues = tuple(cue(f"c{number}", tracks[number % 3]) for number in range(40))
    delays = []
    with hall(tmp_path, plan(*cues, tracks=tracks)) as it:
        it.do(Start(sure=True))
        for one in cues:
            began = it.call(one.cue_id)
            delays.append((began.at - it.went_at(one.cue_id)).total_seconds())
    milliseconds = sorted(round(1000 * delay, 1) for delay in delays)
    print("GO to sound, ms:", milliseconds)
    assert statistics.median(delays) < 0.05 + it.late, milliseconds
    assert max(delays) < 0.25 + it.late, milliseconds


def test_before_it_is_armed_a_cue_stands_by(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 1)
    with hall(tmp_path, plan(cue("first", track), tracks=(track,))) as it:
        it.do(Start(sure=True))
        # what every picture said until the proof was in the record
        entries = it.engine.log
        it.wait_for(lambda: it.cue("first").armed)
        assert it.told(s.TrackArmed, cue_id="first")
        assert not any(isinstance(event, s.TrackArmed) for entry in entries for event in entry.events)
        assert it.cue("first").phase is CuePhase.READY


# Layers


def test_a_bed_crosses_into_the_next_and_both_sound_until_the_old_one_has_faded(tmp_path: Path) -> None:
    old, new = recorded(tmp_path, "old", 20), recorded(tmp_path, "new", 20)
    cues = (cue("old", old), cue("new", new, fade=SECOND))
    with hall(tmp_path, plan(*cues, tracks=(old, new))) as it:
        it.do(Start(sure=True))
        it.call("old")
        began = it.call("new")
        assert it.playing == {"old", "new"}
        it.wait_for(lambda: len(it.player.levels) == 2)
        fading = it.wait_told(s.TrackFading)
        ended = it.wait_told(s.TrackEnded)
        assert (ended.track_id, ended.why) == ("old", EndedWhy.REPLACED)
        assert abs(ended.at - fading.at - SECOND) < it.about
        assert abs(fading.at - began.at) < it.about
        assert it.playing == {"new"}


def test_a_bed_without_a_fade_is_cut_by_the_next(tmp_path: Path) -> None:
    old, new = recorded(tmp_path, "old", 20), recorded(tmp_path, "new", 20)
    with hall(tmp_path, plan(cue("old", old), cue("new", new), tracks=(old, new))) as it:
        it.do(Start(sure=True))
        it.call("old")
        began = it.call("new")
        ended = it.wait_told(s.TrackEnded)
        assert (ended.track_id, ended.why) == ("old", EndedWhy.REPLACED)
        assert abs(ended.at - began.at) < it.about


def test_a_sting_sounds_over_a_bed_that_goes_on(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 20)
    bell = recorded(tmp_path, "bell", 0.5, layer=Layer.STING)
    with hall(tmp_path, plan(cue("bed", bed), cue("bell", bell), tracks=(bed, bell))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        it.call("bell")
        assert it.playing == {"bed", "bell"}
        ended = it.wait_told(s.TrackEnded)
        assert (ended.track_id, ended.why) == ("bell", EndedWhy.END)
        assert it.playing == {"bed"}


# Points, loops, waits


def test_a_track_plays_from_its_start_point_to_its_end_point(tmp_path: Path) -> None:
    part = recorded(tmp_path, "part", 10, start=2 * SECOND, end=3.5 * SECOND)
    with hall(tmp_path, plan(cue("part", part), tracks=(part,))) as it:
        it.do(Start(sure=True))
        began = it.call("part")
        ended = it.wait_told(s.TrackEnded)
        assert (began.length, ended.why) == (1.5 * SECOND, EndedWhy.END)
        assert abs(ended.at - began.at - 1.5 * SECOND) < it.about


def test_a_loop_goes_round_until_it_is_stopped(tmp_path: Path) -> None:
    turn = recorded(tmp_path, "turn", 0.4, loop=True)
    with hall(tmp_path, plan(cue("turn", turn), tracks=(turn,))) as it:
        it.do(Start(sure=True))
        began = it.call("turn")
        assert began.length is None
        it.wait_for(lambda: it.picture.now - began.at > 2 * SECOND)
        assert it.playing == {"turn"}
        it.wait_for(lambda: max(it.player.levels.values(), default=-96) > -12)
        it.do(StopSound())
        ended = it.wait_told(s.TrackEnded)
        assert ended.why is EndedWhy.STOP
        assert ended.at - it.told(s.StopCalled)[-1].at < it.about


def test_a_pre_wait_is_counted_from_the_call(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 1)
    with hall(tmp_path, plan(cue("a", track, pre_wait=0.7 * SECOND), tracks=(track,))) as it:
        it.do(Start(sure=True))
        began = it.call("a")
        assert timedelta() <= began.at - it.went_at("a") - 0.7 * SECOND < it.about


# What follows


def test_what_follows_a_track_goes_once_at_its_end(tmp_path: Path) -> None:
    first, then = recorded(tmp_path, "first", 0.5), recorded(tmp_path, "then", 0.5)
    cues = (
        cue("first", first),
        cue("then", then, AfterCue("first"), go=GoMode.AUTO),
        cue("last", None, AfterCue("then", 0.3 * SECOND), Action.DO, go=GoMode.AUTO),
    )
    with hall(tmp_path, plan(*cues, tracks=(first, then))) as it:
        it.do(Start(sure=True))
        it.call("first")
        it.wait_told(e.CueGone, cue_id="last")
        ended = it.told(s.TrackEnded)
        assert [event.track_id for event in ended] == ["first", "then"]
        assert timedelta() <= it.went_at("then") - ended[0].at < it.about
        # a look at the clock comes four times a second
        assert timedelta() <= it.went_at("last") - ended[1].at - 0.3 * SECOND < 3.5 * it.about
        assert [event.cue_id for event in it.told(e.CueGone)] == ["first", "then", "last"]
        assert not it.told(e.CueMissed)


def test_what_follows_a_track_that_ends_in_a_hold_goes_with_the_resume(tmp_path: Path) -> None:
    first, then = recorded(tmp_path, "first", 0.5), recorded(tmp_path, "then", 0.5)
    cues = (cue("first", first), cue("then", then, AfterCue("first"), go=GoMode.AUTO, tolerance=TENTH))
    with hall(tmp_path, plan(*cues, tracks=(first, then))) as it:
        it.do(Start(sure=True))
        it.call("first")
        it.do(Hold())
        ended = it.wait_told(s.TrackEnded)
        it.wait_for(lambda: it.picture.now - ended.at > SECOND)
        assert not it.told(e.CueGone, cue_id="then")
        resumed = it.do(Resume())
        assert it.wait_told(s.TrackBegan, cue_id="then").at - resumed.at < it.about
        assert not it.told(e.CueMissed)


# Undo


def test_undo_fades_what_the_cue_has_called_within_a_second(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 20)
    with hall(tmp_path, plan(cue("bed", bed), tracks=(bed,))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        undone = it.do(Undo())
        ended = it.wait_told(s.TrackEnded)
        assert (ended.why, ended.at - undone.at < 1.1 * SECOND) == (EndedWhy.FADE, True)
        it.wait_for(lambda: it.cue("bed").phase is CuePhase.READY)


def test_a_late_undo_spares_the_same_track_that_was_started_again_by_hand(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 20)
    with hall(tmp_path, plan(cue("bed", bed), tracks=(bed,))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        it.do(StopSound())
        it.wait_told(s.TrackEnded)
        it.do(PlayTrack("bed"))
        by_hand = it.wait_told(s.TrackBegan, cue_id=None)
        undone = it.do(Undo())
        it.wait_for(lambda: it.picture.now - undone.at > 1.5 * SECOND)
        assert (it.playing, it.told(s.TrackFading)) == ({"bed"}, [])
        assert it.told(s.TrackBegan)[-1] == by_hand
