"""A file that changes under the player: what was armed is not ready, and what broke off starts nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import sound_events as s
from runofshow.core.agenda import AfterCue, GoMode, Track
from runofshow.core.commands import Go, PlayTrack, Start
from runofshow.core.sound import EndedWhy, Fault
from runofshow.core.value import replace
from tests.players.halls import cue, hall, plan, recorded
from tests.players.hearing import tone

pytestmark = pytest.mark.usefixtures("mpv")


def file_of(folder: Path, track: Track) -> Path:
    return folder / (track.file or "")


def swapped(file: Path) -> None:
    """Another recording in its place, as a copy program puts it there."""
    tone(file.with_suffix(".new"), 3).replace(file)


def touched(file: Path) -> None:
    """The same size, another time."""
    tone(file, 2, amplitude=0.1)
    os.utime(file, ns=(1, 1))


def relinked(file: Path) -> None:
    other = tone(file.with_name("other.wav"), 2)
    file.unlink()
    file.symlink_to(other)


@pytest.mark.parametrize("change", [swapped, touched, relinked])
def test_an_armed_file_that_changes_is_not_ready_and_armed_anew(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    track = recorded(tmp_path, "a", 2)
    with hall(tmp_path, plan(cue("a", track), tracks=(track,))) as it:
        it.do(Start(sure=True))
        it.wait_for(lambda: it.cue("a").armed)
        change(file_of(tmp_path, track))
        failed = it.wait_told(s.TrackFailed)
        assert (failed.track_id, failed.fault) == ("a", Fault.CHANGED)
        it.wait_told(s.TrackArmed, 2)
        it.wait_for(lambda: it.cue("a").armed and not it.alarms)
        it.wait_told(s.TrackMeasured, 2)


def test_a_changed_file_is_held_against_its_hash_again(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 2)
    with hall(tmp_path, plan(cue("a", track), tracks=(track,))) as it:
        sha256 = it.wait_told(s.TrackMeasured).sha256
    chosen = replace(track, sha256=sha256)
    with hall(tmp_path, plan(cue("a", chosen), tracks=(chosen,))) as it:
        it.do(Start(sure=True))
        it.wait_for(lambda: it.cue("a").armed)
        swapped(file_of(tmp_path, track))
        it.wait_told(s.TrackFailed, fault=Fault.MISMATCH)
        assert not it.cue("a").armed


def test_a_file_that_is_deleted_after_arming_is_said(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 2)
    with hall(tmp_path, plan(cue("a", track), tracks=(track,))) as it:
        it.do(Start(sure=True))
        it.wait_for(lambda: it.cue("a").armed)
        file_of(tmp_path, track).unlink()
        it.wait_told(s.TrackFailed, fault=Fault.MISSING)
        assert not it.cue("a").armed


def test_go_after_a_wait_plays_nothing_else_than_what_was_armed(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 2)
    with hall(tmp_path, plan(cue("a", track, pre_wait=timedelta(seconds=1)), tracks=(track,))) as it:
        it.do(Start(sure=True))
        it.wait_for(lambda: it.cue("a").armed)
        it.do(Go("a"))
        swapped(file_of(tmp_path, track))
        assert it.wait_told(s.TrackFailed).fault is Fault.CHANGED
        assert not it.told(s.TrackBegan)
        # by hand it is taken as it now is
        it.do(PlayTrack("a"))
        it.wait_told(s.TrackBegan)
        it.wait_for(lambda: not it.alarms)


def cut_off(file: Path) -> None:
    """While it plays."""
    os.truncate(file, file.stat().st_size // 4)


def test_a_file_cut_while_it_plays_is_broken_off_and_what_follows_waits_for_a_hand(tmp_path: Path) -> None:
    first, second = recorded(tmp_path, "first", 16), recorded(tmp_path, "second", 2)
    follow = cue("b", second, AfterCue("a"), go=GoMode.AUTO)
    with hall(tmp_path, plan(cue("a", first), follow, tracks=(first, second))) as it:
        it.do(Start(sure=True))
        it.call("a")
        cut_off(file_of(tmp_path, first))
        ended = it.wait_told(s.TrackEnded, seconds=20)
        assert (ended.track_id, ended.why) == ("first", EndedWhy.BROKEN)
        it.wait_for(lambda: "track_broken" in it.alarms)
        assert it.alarms["track_broken"] == "Nhạc first · first.wav"
        assert not it.told(s.TrackBegan, track_id="second")
        it.call("b")


def test_a_loop_that_is_cut_sounds_on_and_is_said(tmp_path: Path) -> None:
    track = recorded(tmp_path, "bed", 16, loop=True)
    with hall(tmp_path, plan(cue("a", track), tracks=(track,))) as it:
        it.do(Start(sure=True))
        it.call("a")
        cut_off(file_of(tmp_path, track))
        assert it.wait_told(s.TrackFailed).fault is Fault.CHANGED
        assert it.playing == {"bed"}


def test_a_whole_track_comes_to_its_own_end(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 2)
    with hall(tmp_path, plan(cue("a", track), tracks=(track,))) as it:
        it.do(Start(sure=True))
        it.call("a")
        assert it.wait_told(s.TrackEnded).why is EndedWhy.END
        assert not it.alarms
