"""Files that are longer than they say: measured whole, and looped whole."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.core.sound import Fault
from runofshow.players.chained import chained_length
from runofshow.players.deck import QUIETEST, Deck
from runofshow.players.faults import Faulty
from runofshow.players.happenings import Armed, Output
from runofshow.players.loudness import Measured, measure
from tests.players.hearing import PATIENCE, Ear

TO_NOBODY = Output(driver="null")
HALF = timedelta(seconds=0.5)


@pytest.fixture
def ffmpeg() -> str:
    found = shutil.which("ffmpeg")
    if found is None:
        pytest.skip("ffmpeg is not installed")
    return found


def made(ffmpeg: str, kind: str, seconds: float, volume: float = 1.0, *more: str) -> bytes:
    """The bytes of a tone as a program writes them that cannot go back in what it has written."""
    source = f"sine=440:duration={seconds},volume={volume}"
    order = [ffmpeg, "-nostdin", "-v", "error", "-f", "lavfi", "-i", source, *more, "-f", kind, "-"]
    return subprocess.run(order, check=True, stdout=subprocess.PIPE).stdout


def piped_flac(ffmpeg: str, folder: Path, seconds: float) -> Path:
    file = folder / "piped.flac"
    file.write_bytes(made(ffmpeg, "flac", seconds))
    return file


def joined(ffmpeg: str, folder: Path, seconds: float, codec: str = "libvorbis") -> Path:
    """Two recordings, the second of them silent."""
    file = folder / "joined.ogg"
    parts = (made(ffmpeg, "ogg", seconds, volume, "-c:a", codec) for volume in (1.0, 0.0))
    file.write_bytes(b"".join(parts))
    return file


def test_a_flac_without_its_total_is_measured_whole(mpv: Path, ffmpeg: str, tmp_path: Path) -> None:
    found = measure(mpv, piped_flac(ffmpeg, tmp_path, 20))
    assert isinstance(found, Measured)
    assert abs(found.length.total_seconds() - 20) < 0.1
    part = measure(mpv, tmp_path / "piped.flac", timedelta(seconds=5), timedelta(seconds=15))
    assert isinstance(part, Measured), part
    assert abs(part.length.total_seconds() - 10) < 0.1


@pytest.mark.parametrize("codec", ["libvorbis", "libopus"])
def test_joined_ogg_files_are_measured_whole(mpv: Path, ffmpeg: str, tmp_path: Path, codec: str) -> None:
    found = measure(mpv, joined(ffmpeg, tmp_path, 12, codec))
    assert isinstance(found, Measured)
    assert abs(found.length.total_seconds() - 24) < 0.1


@pytest.mark.parametrize(("start", "end"), [(1, None), (4, None), (4, 5), (0, 5)])
def test_a_part_of_joined_ogg_files_is_refused_and_not_played_by_half(
    mpv: Path, ffmpeg: str, tmp_path: Path, start: int, end: int | None
) -> None:
    file = joined(ffmpeg, tmp_path, 3)
    points = (timedelta(seconds=start), None if end is None else timedelta(seconds=end))
    assert measure(mpv, file, *points) == Faulty(Fault.JOINED, "6.0 s")

    async def armed() -> Armed | Faulty:
        deck = Deck(mpv, Ear(), TO_NOBODY)
        try:
            refused = await deck.arm(file, *points)
            # what is whole can be armed at once in its place
            assert isinstance(await deck.arm(file), Armed)
            return refused
        finally:
            await deck.close()

    assert asyncio.run(armed()) == Faulty(Fault.JOINED, "6.0 s")


def test_a_part_of_the_first_of_joined_ogg_files_is_played(mpv: Path, ffmpeg: str, tmp_path: Path) -> None:
    file = joined(ffmpeg, tmp_path, 3)
    found = measure(mpv, file, timedelta(seconds=1), timedelta(seconds=2))
    assert isinstance(found, Measured)
    assert abs(found.length.total_seconds() - 1) < 0.1


def test_only_ogg_files_of_several_recordings_are_chained(ffmpeg: str, tmp_path: Path) -> None:
    one = tmp_path / "one.ogg"
    one.write_bytes(made(ffmpeg, "ogg", 2))
    assert chained_length(one) is None
    assert chained_length(piped_flac(ffmpeg, tmp_path, 1)) is None
    one.write_bytes(b"OggS")
    assert chained_length(one) is None


def test_an_mp3_of_changing_rate_without_its_header_frame_is_measured_by_decoding(
    mpv: Path, ffmpeg: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.mp3"
    source = "aevalsrc=if(lt(t\\,5)\\,0\\,random(0)):d=30"
    order = [ffmpeg, "-nostdin", "-v", "error", "-f", "lavfi", "-i", source, "-q:a", "4", "-write_xing", "0"]
    subprocess.run([*order, file], check=True)
    found = measure(mpv, file)
    assert isinstance(found, Measured)
    assert abs(found.length.total_seconds() - 30) < 0.1


def test_check_sound_tells_the_whole_length(
    mpv: Path, ffmpeg: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    piped_flac(ffmpeg, tmp_path, 20)
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(
        "title: A\ntracks: [{id: a, title: A, file: piped.flac, mark: anthem_without_words}]\n"
        "items: [{title: B, kind: flag_salute}]\n",
        encoding="utf-8",
    )
    assert main(("check", str(agenda), "--sound", "--json"), os.environ) == 0
    (track,) = json.loads(capsys.readouterr().out)["tracks"]
    assert track["length_s"] == pytest.approx(20, abs=0.1)


def test_a_looped_flac_without_its_total_turns_at_its_end(mpv: Path, ffmpeg: str, tmp_path: Path) -> None:
    async def heard() -> None:
        deck = Deck(mpv, Ear(), TO_NOBODY)
        try:
            armed = await deck.arm(piped_flac(ffmpeg, tmp_path, 4), loop=True)
            assert isinstance(armed, Armed)
            assert abs(armed.length.total_seconds() - 4) < 0.1
            await deck.play()
            async with asyncio.timeout(PATIENCE):
                while (await deck.position() or timedelta()) < 7 * HALF:  # noqa: ASYNC110 - nothing tells it
                    await asyncio.sleep(0.02)
        finally:
            await deck.close()

    asyncio.run(heard())


def test_looped_ogg_files_that_were_joined_are_heard_to_the_last(
    mpv: Path, ffmpeg: str, tmp_path: Path
) -> None:
    async def heard() -> None:
        deck = Deck(mpv, Ear(), TO_NOBODY)
        turns, is_loud = 0, False
        try:
            armed = await deck.arm(joined(ffmpeg, tmp_path, 1.5), loop=True)
            assert isinstance(armed, Armed)
            assert abs(armed.length.total_seconds() - 3) < 0.1
            await deck.play()
            async with asyncio.timeout(PATIENCE):
                while turns < 3:  # loud, silent, loud again
                    level = await deck.level()
                    if level is not None and (level > QUIETEST + 20) != is_loud:
                        turns, is_loud = turns + 1, not is_loud
                    await asyncio.sleep(0.02)
        finally:
            await deck.close()

    asyncio.run(heard())
