"""What a track is: its length, its loudness as others measure it, its hash; or what is wrong with it."""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core.sound import Fault
from runofshow.players.faults import Faulty
from runofshow.players.loudness import Measured, measure, measured
from tests.players.hearing import tone

SECOND = timedelta(seconds=1)


async def test_a_tone_is_as_loud_as_the_standard_says(mpv: Path, tmp_path: Path) -> None:
    # by EBU Tech 3341, a stereo sine at -23 dBFS has -23 LUFS; that is at 1 kHz, at 440 Hz 0.7 dB less
    file = tone(tmp_path / "a.wav", 5, amplitude=10 ** (-23 / 20))
    found = await measured(mpv, file)
    assert isinstance(found, Measured)
    assert found.length == 5 * SECOND
    assert found.loudness == pytest.approx(-23.7, abs=0.1)
    assert found.peak == pytest.approx(-23, abs=0.1)
    assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


async def test_only_what_lies_between_the_points_is_measured(mpv: Path, tmp_path: Path) -> None:
    file = tone(tmp_path / "a.wav", 3, silence=3)
    quiet = await measured(mpv, file, end=2 * SECOND)
    loud = await measured(mpv, file, 3 * SECOND)
    assert isinstance(quiet, Measured)
    assert isinstance(loud, Measured)
    assert (quiet.length, quiet.loudness, quiet.peak) == (2 * SECOND, None, None)
    assert loud.length == 3 * SECOND
    assert loud.loudness == pytest.approx(-6.7, abs=0.1)
    assert loud.peak == pytest.approx(-6, abs=0.1)


async def test_a_click_has_a_length_and_no_loudness(mpv: Path, tmp_path: Path) -> None:
    found = await measured(mpv, tone(tmp_path / "click.wav", 0.05))
    assert isinstance(found, Measured)
    assert (found.length, found.loudness) == (0.05 * SECOND, None)


@pytest.mark.parametrize(("amplitude", "silence"), [(0.5, 0), (0.05, 0), (0.5, 4), (0.002, 0)])
def test_loudness_is_what_ffmpeg_measures(
    mpv: Path, tmp_path: Path, amplitude: float, silence: float
) -> None:
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    file = tone(tmp_path / "a.wav", 6, amplitude, silence)
    said = subprocess.run(
        [ffmpeg, "-nostdin", "-hide_banner", "-i", file, "-af", "ebur128", "-f", "null", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    loudness = re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1]
    found = measure(mpv, file)
    assert isinstance(found, Measured)
    assert found.loudness == pytest.approx(float(loudness), abs=0.1)


@pytest.fixture
def half(tmp_path: Path, ten_seconds: Path) -> Path:
    """The first half of a file."""
    half = tmp_path / "half.wav"
    half.write_bytes(ten_seconds.read_bytes()[:960_000])
    return half


async def test_what_cannot_be_measured_is_named(
    mpv: Path, tmp_path: Path, ten_seconds: Path, half: Path
) -> None:
    text = tmp_path / "text.mp3"
    text.write_text("no sound")
    for file, fault in (
        (tmp_path / "missing.wav", Fault.MISSING),
        (text, Fault.FOREIGN),
        (half, Fault.CORRUPT),
    ):
        found = await measured(mpv, file)
        assert isinstance(found, Faulty)
        assert found.fault is fault
    found = await measured(mpv, ten_seconds, 5 * SECOND, 12 * SECOND)
    assert isinstance(found, Faulty)
    assert found.fault is Fault.POINTS
    found = await measured(tmp_path / "no mpv", ten_seconds)
    assert isinstance(found, Faulty)
    assert found.fault is Fault.PLAYER


def test_a_command_may_wait_for_it(mpv: Path, ten_seconds: Path) -> None:
    found = measure(mpv, ten_seconds)
    assert isinstance(found, Measured)
    assert found.length == 10 * SECOND


async def test_measuring_that_is_cancelled_leaves_nothing_running(mpv: Path, tmp_path: Path) -> None:
    long = tone(tmp_path / "long.wav", 120)
    before = asyncio.all_tasks()
    measuring = asyncio.create_task(measured(mpv, long))
    for _ in range(200):
        await asyncio.sleep(0)
    measuring.cancel()
    await asyncio.wait((measuring,))
    assert measuring.cancelled()
    assert asyncio.all_tasks() == before
