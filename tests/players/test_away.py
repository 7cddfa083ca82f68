"""The player on the operator's laptop: a real hall, a real terminal, a real mpv that plays to nobody."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.core import commands as c
from runofshow.core.snapshot import CuePhase, Snapshot
from runofshow.core.sound import EndedWhy, Fault
from runofshow.core.sound_events import PlayerCame, PlayerWent, TrackBegan, TrackEnded
from runofshow.line.connection import ORDER_S
from tests.line.guests import do
from tests.line.relay import relay
from tests.players.concert import (
    ANTHEM,
    concert,
    copies,
    is_armed,
    laptop,
    phase,
    processes_of,
    sounds,
    told,
    until,
)
from tests.players.hearing import tone
from tests.web.halls import Hall, hall

pytestmark = pytest.mark.usefixtures("mpv")

F7, F8 = "\x1b[18~", "\x1b[19~"
LOST = "MẤT KẾT NỐI"
SECOND = timedelta(seconds=1)


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    return copies(tmp_path)


@pytest.fixture
def opened(tmp_path: Path, usb: Path) -> Iterator[Hall]:
    with hall(tmp_path, concert(usb), tick=0.1) as opened:
        yield opened


def test_what_the_laptop_has_armed_is_ready_in_the_hall_and_heard_there_on_go(
    opened: Hall, usb: Path
) -> None:
    do(opened, c.Start())
    assert phase(opened.engine.latest, "play_bed") is CuePhase.STANDBY
    with laptop(opened, usb) as at:
        until(opened, lambda now: phase(now, "play_bed") is CuePhase.READY, at)
        until(opened, lambda now: is_armed(now, "play_anthem"), at)
        do(opened, c.Go("play_bed"))
        heard = until(opened, lambda now: sounds(now, "bed"), at)
        (began,) = told(opened, TrackBegan)
        (gone_at,) = (cue.gone_at for cue in heard.cues if cue.cue_id == "play_bed")
        assert gone_at is not None
        assert began.cue_id == "play_bed"
        assert began.at - gone_at < 2 * SECOND
        at.wait_for("▶ ĐANG PHÁT")
        at.wait_for("Máy phát: máy này")
        at.wait_for("mức ")
        assert len(processes_of(at.pid)) >= 2, "a deck each, and one that measures"
        # leaving while it plays is asked about, and told
        at.type("q")
        at.wait_for("Máy này đang phát nhạc. Vẫn thoát?")
        at.type("c")
        assert at.wait_for_end() == 0
    assert [ended.why for ended in told(opened, TrackEnded)] == [EndedWhy.STOP]
    assert [went.why for went in told(opened, PlayerWent)] == ["left"]
    assert opened.engine.latest.sound.player is None


def test_another_recording_under_the_name_is_told_before_go_and_never_played(opened: Hall, usb: Path) -> None:
    right = (usb / "usb" / ANTHEM).read_bytes()
    tone(usb / "usb" / ANTHEM, 21, amplitude=0.25)
    with laptop(opened, usb) as at:
        now = until(opened, lambda now: "anthem" in now.sound.failures, at)
        assert now.sound.failures["anthem"].fault is Fault.MISMATCH
        assert not is_armed(now, "play_anthem")
        at.wait_for("KHÔNG PHÁT ĐƯỢC: khác bản đã chọn")
        at.wait_for("Chép đúng bản đã chọn rồi bấm l để nạp lại.")
        do(opened, c.Start())
        do(opened, c.PlayTrack("anthem"))
        do(opened, c.Go("play_bed"))
        until(opened, lambda now: sounds(now, "bed"), at)
        do(opened, c.Advance())
        do(opened, c.Go("play_anthem"))
        do(opened, c.PlayTrack("anthem"))
        do(opened, c.StopSound())
        until(opened, lambda now: not sounds(now, "bed"), at)
        assert [began.track_id for began in told(opened, TrackBegan)] == ["bed"]
        # the right one, under whatever name, is found by what is in it
        (usb / "ban dung.wav").write_bytes(right)
        (usb / "usb" / ANTHEM).unlink()
        do(opened, c.PlayTrack("anthem"))
        until(opened, lambda now: sounds(now, "anthem"), at)


def test_a_copy_that_changed_on_the_laptop_after_arming_is_not_played(opened: Hall, usb: Path) -> None:
    with laptop(opened, usb) as at:
        until(opened, lambda now: is_armed(now, "play_anthem"), at)
        do(opened, c.Start())
        tone(usb / "new.wav", 21, amplitude=0.25).replace(usb / "usb" / ANTHEM)
        # told as changed first, then held against its hash anew
        until(opened, lambda now: _fault(now, "anthem") is Fault.MISMATCH, at)
        assert not is_armed(opened.engine.latest, "play_anthem")
        at.wait_for("KHÔNG PHÁT ĐƯỢC: khác bản đã chọn")
        do(opened, c.PlayTrack("anthem"))
        do(opened, c.PlayTrack("bed"))
        until(opened, lambda now: sounds(now, "bed"), at)
        assert [began.track_id for began in told(opened, TrackBegan)] == ["bed"]


def test_without_a_network_the_music_goes_on_and_f7_silences_it_here(opened: Hall, usb: Path) -> None:
    with relay(opened.port) as network, laptop(opened, usb, network.port) as at:
        until(opened, lambda now: is_armed(now, "play_bed"), at)
        do(opened, c.Start())
        do(opened, c.Go("play_bed"))
        until(opened, lambda now: sounds(now, "bed"), at)
        network.cut()
        at.wait_for(LOST)
        # by its own ears: the level is heard now, and the count runs on though the show's own stands still
        counts = {line for line in at.lines if "█" in line}
        at.wait_for(lambda now: {line for line in now.lines if "█" in line} != counts)
        assert "▶ ĐANG PHÁT" in at.text
        assert " dB" in at.text
        at.type(F7)
        at.wait_for("đã tắt tiếng ngay tại máy này")
        at.wait_for("▽ NHỎ DẦN")
        at.wait_for(lambda now: "▽ NHỎ DẦN" not in now.text and " dB" not in now.text)
        # by now the hall has missed it
        until(opened, lambda now: now.sound.player is None, at)
        network.mend()
        until(opened, lambda now: is_armed(now, "play_anthem"), at)
        assert sounds(opened.engine.latest, "bed") is None
        assert [came.where for came in told(opened, PlayerCame)] == ["music", "music"]
        at.wait_for("● đã kết nối")


def test_a_network_that_comes_back_finds_the_music_where_it_is(opened: Hall, usb: Path) -> None:
    with relay(opened.port) as network, laptop(opened, usb, network.port) as at:
        until(opened, lambda now: is_armed(now, "play_bed"), at)
        do(opened, c.Start())
        do(opened, c.Go("play_bed"))
        until(opened, lambda now: sounds(now, "bed"), at)
        (began,) = told(opened, TrackBegan)
        network.cut()
        at.wait_for(LOST)
        until(opened, lambda now: now.sound.player is None, at)
        network.mend()
        heard = until(opened, lambda now: sounds(now, "bed"), at)
        deck = sounds(heard, "bed")
        assert deck is not None
        assert abs(deck.elapsed - (heard.now - began.at)) < SECOND
        assert told(opened, TrackEnded) == []
        # and it obeys again
        do(opened, c.StopSound())
        until(opened, lambda now: not sounds(now, "bed"), at)


def test_a_laptop_that_was_replaced_meanwhile_is_silent_when_it_comes_back(opened: Hall, usb: Path) -> None:
    with relay(opened.port) as network, laptop(opened, usb, network.port) as first:
        until(opened, lambda now: is_armed(now, "play_bed"), first)
        with laptop(opened, usb) as second:
            second.wait_for("máy này nhận phát khi máy kia rời đi")
            do(opened, c.Start())
            do(opened, c.Go("play_bed"))
            until(opened, lambda now: sounds(now, "bed"), first)
            network.cut()
            first.wait_for(LOST)
            second.wait_for("Máy phát: máy này")
            until(opened, lambda now: is_armed(now, "play_anthem"), second)
            assert " dB" in first.text, "who is out of reach plays on"
            network.mend()
            first.wait_for("máy này nhận phát khi máy kia rời đi")
            do(opened, c.Go("play_anthem"))
            until(opened, lambda now: sounds(now, "anthem"), second)
            second.wait_for(" dB")
            # what it prints meanwhile has to be read first
            first.wait_for(lambda screen: " dB" not in screen.text)
            # it still follows, and takes the place again when that is free
            do(opened, c.StopSound(sure=True))
            until(opened, lambda now: not sounds(now, "anthem"), second)
            second.type("q")
            assert second.wait_for_end() == 0
            # a letter that was on its way may have to be told again first, and each takes as long as an order
            first.wait_for("Máy phát: máy này", 2 * ORDER_S + 15)


def test_a_laptop_killed_leaves_no_mpv_and_is_missed_within_seconds(opened: Hall, usb: Path) -> None:
    with laptop(opened, usb) as at:
        until(opened, lambda now: is_armed(now, "play_bed"), at)
        do(opened, c.Start())
        do(opened, c.Go("play_bed"))
        until(opened, lambda now: sounds(now, "bed"), at)
        orphans = processes_of(at.pid)
        assert len(orphans) >= 2
        at.kill(signal.SIGKILL)
        assert at.wait_for_end() == -signal.SIGKILL
        now = until(opened, lambda now: now.sound.player is None, seconds=10)
        assert not now.sound.decks[0].what
        assert [(alarm.code, alarm.detail) for alarm in now.alarms] == [("player_left", "Nhạc nền")]
        assert not [pid for pid in orphans if _runs(pid)]
    assert [went.where for went in told(opened, PlayerWent)] == ["music"]


def _fault(now: Snapshot, track_id: str) -> Fault | None:
    failure = now.sound.failures.get(track_id)
    return None if failure is None else failure.fault


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
