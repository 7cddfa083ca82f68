"""What goes wrong with the music of a show is said before GO, and stops neither the show nor what sounds."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Track
from runofshow.core.commands import Arm, DismissAlarms, Go, Start, StopSound
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import EndedWhy, Fault
from runofshow.core.value import replace
from tests.players.halls import Hall, children, cue, hall, plan, recorded
from tests.players.hearing import tone

pytestmark = pytest.mark.usefixtures("mpv")

SECOND = timedelta(seconds=1)

Spoiling = Callable[[Path], None]


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def halved(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def written_over(file: Path) -> None:
    file.write_text("Kính thưa các đồng chí\n" * 500, encoding="utf-8")


def recorded_anew(file: Path) -> None:
    tone(file, 3)


SPOILED: list[tuple[Spoiling, Fault]] = [
    (Path.unlink, Fault.MISSING),
    (emptied, Fault.EMPTY),
    (halved, Fault.CORRUPT),
    (written_over, Fault.FOREIGN),
    (recorded_anew, Fault.MISMATCH),
]
OTHER = "0" * 64
"""The hash of no recording that is made here."""


def spoiled(folder: Path, spoil: Spoiling, fault: Fault) -> Track:
    track = recorded(folder, "spoiled", 4)
    spoil(folder / "spoiled.wav")
    return replace(track, sha256=OTHER) if fault is Fault.MISMATCH else track


# Faults of a file


@pytest.mark.parametrize(("spoil", "fault"), SPOILED, ids=[fault.value for _, fault in SPOILED])
def test_a_bad_file_is_named_at_arming_before_any_go_and_the_good_ones_beside_it_are_armed(
    tmp_path: Path, spoil: Spoiling, fault: Fault
) -> None:
    bad, good = spoiled(tmp_path, spoil, fault), recorded(tmp_path, "good", 1)
    with hall(tmp_path, plan(cue("bad", bad), cue("good", good), tracks=(bad, good))) as it:
        failed = it.wait_told(s.TrackFailed)
        assert (failed.track_id, failed.cue_id, failed.fault) == ("spoiled", "bad", fault)
        it.do(Start(sure=True))
        it.wait_for(lambda: it.cue("good").phase is CuePhase.READY)
        assert it.cue("bad").phase is CuePhase.STANDBY
        assert it.alarms[f"track_{fault.value}"].startswith("Nhạc spoiled · ")
        assert it.picture.sound.failures["spoiled"].fault is fault
        assert not it.told(e.CueGone)


def test_music_goes_on_when_what_is_called_cannot_be_played_and_it_is_said_again(tmp_path: Path) -> None:
    good, bad = recorded(tmp_path, "good", 20), spoiled(tmp_path, Path.unlink, Fault.MISSING)
    with hall(tmp_path, plan(cue("good", good), cue("bad", bad), tracks=(bad, good))) as it:
        it.do(Start(sure=True))
        it.wait_told(s.TrackFailed)
        it.call("good")
        it.do(DismissAlarms())
        it.do(Go("bad"))
        it.wait_told(s.TrackFailed, 2)
        assert set(it.alarms) == {"track_missing"}
        assert (it.playing, it.told(s.TrackFading), it.told(s.TrackEnded)) == ({"good"}, [], [])


def test_a_file_that_is_brought_is_armed_at_the_word_of_the_hand(tmp_path: Path) -> None:
    track = recorded(tmp_path, "late", 1)
    (tmp_path / "late.wav").rename(tmp_path / "away.wav")
    with hall(tmp_path, plan(cue("a", track), tracks=(track,))) as it:
        it.do(Start(sure=True))
        it.wait_told(s.TrackFailed)
        (tmp_path / "away.wav").rename(tmp_path / "late.wav")
        asked = it.do(Arm("a"), by="music")
        it.wait_for(lambda: it.cue("a").phase is CuePhase.READY)
        assert it.told(s.TrackArmed)[0].at - asked.at < 2 * SECOND
        assert not it.picture.sound.failures


def test_a_stop_is_a_stop_also_where_the_next_track_cannot_be_armed(tmp_path: Path) -> None:
    bed, good = recorded(tmp_path, "bed", 20), recorded(tmp_path, "good", 1)
    wrong = recorded(tmp_path, "wrong", 1, sha256=OTHER)
    cues = (cue("bed", bed), cue("good", good), cue("wrong", wrong))
    with hall(tmp_path, plan(*cues, tracks=(bed, good, wrong))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        it.wait_for(lambda: it.cue("good").armed)
        stopped = it.do(StopSound())
        ended = it.wait_told(s.TrackEnded)
        assert (ended.track_id, ended.why, ended.at - stopped.at < it.about) == ("bed", EndedWhy.STOP, True)
        it.wait_for(lambda: not it.player.levels)


# Faults of the machine


def test_a_machine_without_sound_output_says_so(tmp_path: Path) -> None:
    track = recorded(tmp_path, "a", 1)
    # mpv's own driver for a server that is not there
    with hall(tmp_path, plan(cue("a", track), tracks=(track,)), {"RUNOFSHOW_AUDIO": "jack"}) as it:
        failed = it.wait_told(s.TrackFailed)
        assert failed.fault is Fault.OUTPUT
        assert "track_output" in it.alarms
        it.do(Start(sure=True))
        assert it.cue("a").phase is CuePhase.STANDBY


def only_player(it: Hall) -> int:
    """The one mpv of a show with one track, once no other measures it."""
    it.wait_told(s.TrackMeasured)
    it.wait_for(lambda: len(children()) == 1)
    (pid,) = children()
    return pid


def test_a_player_killed_in_the_middle_says_so_and_goes_on_where_it_was(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 30)
    with hall(tmp_path, plan(cue("bed", bed), tracks=(bed,))) as it:
        it.do(Start(sure=True))
        began = it.call("bed")
        killed = only_player(it)
        it.wait_for(lambda: it.now - began.at > 1.5 * SECOND)
        os.kill(killed, signal.SIGKILL)
        again = it.wait_told(s.TrackBegan, 2)
        ended = it.told(s.TrackEnded)[0]
        print("back after", again.at - ended.at, "at", again.position, "died at", ended.at - began.at)
        assert ended.why is EndedWhy.DIED
        # it is heard again, so nothing is left to do; the record keeps it
        assert not it.alarms
        assert again.at - ended.at < 2 * SECOND
        assert abs(again.position - (ended.at - began.at)) < it.about
        assert (again.cue_id, it.playing) == ("bed", {"bed"})
        it.wait_for(lambda: max(it.player.levels.values(), default=-96) > -12)
        assert children() - {killed}


def test_an_armed_track_whose_player_is_killed_is_armed_again(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 30)
    with hall(tmp_path, plan(cue("bed", bed), tracks=(bed,))) as it:
        it.do(Start(sure=True))
        it.wait_for(lambda: it.cue("bed").phase is CuePhase.READY)
        os.kill(only_player(it), signal.SIGKILL)
        assert it.wait_told(s.TrackFailed).fault is Fault.PLAYER
        assert it.told(s.DeckCleared)
        it.wait_told(s.TrackArmed, 2)
        it.wait_for(lambda: it.cue("bed").phase is CuePhase.READY)
        it.call("bed")


def test_a_show_that_is_left_leaves_no_process(tmp_path: Path) -> None:
    bed = recorded(tmp_path, "bed", 30, loop=True)
    before = children()
    with hall(tmp_path, plan(cue("bed", bed), tracks=(bed,))) as it:
        it.do(Start(sure=True))
        it.call("bed")
        assert children() > before
    assert children() == before
