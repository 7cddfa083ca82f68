"""Armed is proven: whatever cannot be played is named when it is armed, and never at GO."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core.sound import Fault
from runofshow.players.deck import Deck
from runofshow.players.faults import Faulty
from runofshow.players.happenings import Armed, OutOfOrder, Output
from tests.players.hearing import Ear, tone

SECOND = timedelta(seconds=1)


async def fault_of(deck: Deck, file: Path) -> Fault:
    armed = await deck.arm(file)
    assert isinstance(armed, Faulty)
    assert not deck.is_armed
    return armed.fault


async def test_an_armed_track_waits_at_its_start_and_its_length_is_known(
    deck: Deck, ten_seconds: Path
) -> None:
    assert await deck.arm(ten_seconds) == Armed(10 * SECOND)
    assert deck.is_armed
    assert not deck.is_playing
    assert await deck.position() == timedelta()
    assert await deck.level() is None


async def test_the_length_is_that_between_the_points(deck: Deck, ten_seconds: Path) -> None:
    assert await deck.arm(ten_seconds, 2 * SECOND, 5 * SECOND) == Armed(3 * SECOND)
    assert await deck.arm(ten_seconds, 9 * SECOND) == Armed(SECOND)
    assert await deck.position() == timedelta()


@pytest.mark.parametrize(("start", "end"), [(11, None), (5, 5), (5, 4), (0, 11), (10, None)])
async def test_points_outside_the_sound_are_named(
    deck: Deck, ten_seconds: Path, start: int, end: int | None
) -> None:
    armed = await deck.arm(ten_seconds, start * SECOND, None if end is None else end * SECOND)
    assert isinstance(armed, Faulty)
    assert armed.fault is Fault.POINTS


async def test_an_end_point_written_with_a_tenth_may_lie_just_behind_the_end(
    deck: Deck, tmp_path: Path
) -> None:
    assert await deck.arm(tone(tmp_path / "a.wav", 1.96), end=2 * SECOND) == Armed(1.96 * SECOND)


async def test_a_missing_file_is_named(deck: Deck, tmp_path: Path) -> None:
    assert await fault_of(deck, tmp_path / "missing.wav") is Fault.MISSING
    assert await fault_of(deck, tone(tmp_path / "a.wav", 1) / "b.wav") is Fault.MISSING
    assert await fault_of(deck, Path("nul\0byte.wav")) is Fault.MISSING


async def test_an_empty_file_is_named(deck: Deck, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.mp3"
    nothing.touch()
    assert await fault_of(deck, nothing) is Fault.EMPTY
    assert await fault_of(deck, tone(tmp_path / "no sound.wav", 0)) is Fault.EMPTY


async def test_what_is_no_sound_is_foreign_whatever_its_name(deck: Deck, tmp_path: Path) -> None:
    text = tmp_path / "text.mp3"
    text.write_text("Kính thưa các đồng chí\n" * 500, encoding="utf-8")
    assert await fault_of(deck, text) is Fault.FOREIGN
    zeros = tmp_path / "zeros.wav"
    zeros.write_bytes(bytes(100_000))
    assert await fault_of(deck, zeros) is Fault.FOREIGN
    assert await fault_of(deck, tmp_path) is Fault.FOREIGN


async def test_a_pipe_is_refused_without_being_opened(deck: Deck, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.wav"
    os.mkfifo(pipe)  # whoever opens it waits for somebody to write
    assert await fault_of(deck, pipe) is Fault.FOREIGN


async def test_a_file_that_names_others_is_foreign(deck: Deck, tmp_path: Path) -> None:
    """mpv knows many such; each would play what nobody checked, from anywhere."""
    good = tone(tmp_path / "good.wav", 1)
    for number, text in enumerate(
        (
            f"#EXTM3U\n#EXTINF:1,x\n{good}\n",
            f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{good}\n#EXT-X-ENDLIST\n",
            f"# mpv EDL v0\n{good}\n",
            "ffconcat version 1.0\nfile good.wav\n",
            'FILE "good.wav" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n',
            f"[playlist]\nFile1={good}\n",
        )
    ):
        for ending in ("mp3", "m3u8", "cue", "edl"):
            file = tmp_path / f"list{number}.{ending}"
            file.write_text(text)
            assert await fault_of(deck, file) is Fault.FOREIGN


async def test_half_a_file_is_corrupt(deck: Deck, tmp_path: Path) -> None:
    whole = tone(tmp_path / "whole.wav", 4).read_bytes()
    half = tmp_path / "half.wav"
    half.write_bytes(whole[: len(whole) // 2])
    assert await fault_of(deck, half) is Fault.CORRUPT


@pytest.mark.parametrize("ending", ["mp3", "flac", "m4a"])
async def test_half_a_compressed_file_is_corrupt(
    deck: Deck, tmp_path: Path, ten_seconds: Path, ending: str
) -> None:
    file = compressed(ten_seconds, tmp_path / f"music.{ending}")
    whole = await deck.arm(file)
    assert isinstance(whole, Armed)
    assert whole.length.total_seconds() == pytest.approx(10, abs=0.1)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert await fault_of(deck, file) is Fault.CORRUPT


@pytest.mark.parametrize("order", ["anull", "areverse"])
async def test_a_file_that_does_not_say_its_length_is_measured(
    deck: Deck, tmp_path: Path, order: str
) -> None:
    """One half of it is silence, and small: its length guessed by size is too long, or too short."""
    sound = tone(tmp_path / "silence first.wav", 10, silence=10)
    quality = ("-q:a", "0", "-write_xing", "0")
    file = compressed(sound, tmp_path / "no header.mp3", "-af", order, *quality)
    armed = await deck.arm(file)
    assert isinstance(armed, Armed)
    assert armed.length.total_seconds() == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize(
    "name",
    [
        unicodedata.normalize("NFC", "Quốc ca không lời.wav"),
        unicodedata.normalize("NFD", "Quốc ca không lời.wav"),
        "--no-audio.wav",
        "-.wav",
        " two  spaces .wav",
        "100% #1 'quoted' \"twice\" [a]{b}$(c)`d`;&|<>?*!.wav",
        "%n%3%abc,start=9.wav",
        "back\\slash.wav",
        "line\nbreak.wav",
        "http:__example.wav",
        "~~home.wav",
        "♪ 🎺.wav",
        "no ending",
    ],
)
async def test_any_name_is_taken_as_it_is(deck: Deck, tmp_path: Path, name: str) -> None:
    assert await deck.arm(tone(tmp_path / name, 0.5)) == Armed(SECOND / 2)


async def test_a_name_that_is_no_utf8_is_taken_as_it_is(deck: Deck, tmp_path: Path) -> None:
    name = os.fsdecode(b"Qu\xe8c ca.wav")
    try:
        file = tone(tmp_path / name, 0.5)
    except OSError:
        pytest.skip("this system has UTF-8 names only")
    assert await deck.arm(file) == Armed(SECOND / 2)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/a.wav", "edl://a.wav", "memory://a", "av://lavfi:sine"]
)
async def test_an_address_is_a_file_that_is_missing(deck: Deck, address: str) -> None:
    assert await fault_of(deck, Path(address)) is Fault.MISSING


async def test_a_name_is_taken_from_the_current_folder(
    deck: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tone(tmp_path / "-a.wav", 0.5)
    monkeypatch.chdir(tmp_path)
    assert await deck.arm(Path("-a.wav")) == Armed(SECOND / 2)


async def test_a_good_track_is_armed_after_a_faulty_one(
    deck: Deck, tmp_path: Path, ten_seconds: Path
) -> None:
    bad = tmp_path / "bad.mp3"
    bad.write_text("no sound")
    for _ in range(3):
        assert await fault_of(deck, bad) is Fault.FOREIGN
        assert await deck.arm(ten_seconds) == Armed(10 * SECOND)


async def test_a_machine_without_a_sound_device_is_named(mpv: Path, ear: Ear, ten_seconds: Path) -> None:
    deck = Deck(mpv, ear, Output(driver="alsa", device="alsa/no-such-device"))
    armed = await deck.arm(ten_seconds)
    await deck.close()
    assert isinstance(armed, Faulty)
    assert armed.fault is Fault.OUTPUT


async def test_without_mpv_the_player_is_named(tmp_path: Path, ear: Ear, ten_seconds: Path) -> None:
    deck = Deck(tmp_path / "no mpv", ear, Output())
    armed = await deck.arm(ten_seconds)
    await deck.close()
    assert isinstance(armed, Faulty)
    assert armed.fault is Fault.PLAYER


async def test_a_program_that_is_no_mpv_is_named(tmp_path: Path, ear: Ear, ten_seconds: Path) -> None:
    program = tmp_path / "mpv"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    deck = Deck(program, ear, Output())
    armed = await deck.arm(ten_seconds)
    await deck.close()
    assert isinstance(armed, Faulty)
    assert armed.fault is Fault.PLAYER


async def test_a_track_stopped_while_it_is_armed_is_not_armed(deck: Deck, ten_seconds: Path) -> None:
    assert await deck.arm(ten_seconds) == Armed(10 * SECOND)
    arming = asyncio.create_task(deck.arm(ten_seconds))
    await asyncio.sleep(0)  # it begins
    await deck.stop()
    assert isinstance(await arming, Faulty)
    assert not deck.is_armed
    assert await deck.arm(ten_seconds) == Armed(10 * SECOND)


async def test_arming_that_is_cancelled_at_any_point_leaves_a_deck_that_works(
    deck: Deck, ten_seconds: Path
) -> None:
    assert await deck.arm(ten_seconds) == Armed(10 * SECOND)
    for turns in range(0, 60, 3):
        arming = asyncio.create_task(deck.arm(ten_seconds))
        for _ in range(turns):
            await asyncio.sleep(0)
        arming.cancel()
        await asyncio.wait((arming,))
        assert await deck.arm(ten_seconds, SECOND) == Armed(9 * SECOND)


async def test_two_armings_at_once_arm_the_second(deck: Deck, ten_seconds: Path) -> None:
    first, second = await asyncio.gather(deck.arm(ten_seconds), deck.arm(ten_seconds, end=SECOND))
    assert (first, second) == (Armed(10 * SECOND), Armed(SECOND))
    assert deck.is_armed


async def test_nothing_is_armed_over_what_plays(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    await deck.play()
    with pytest.raises(OutOfOrder):
        await deck.arm(ten_seconds)
    assert deck.is_playing
    await ear.beginning()


async def test_an_empty_deck_does_not_play(deck: Deck, tmp_path: Path, ten_seconds: Path) -> None:
    with pytest.raises(OutOfOrder):
        await deck.play()
    await deck.arm(ten_seconds)
    await deck.arm(tmp_path / "missing.wav")
    with pytest.raises(OutOfOrder):
        await deck.play()
    await deck.arm(ten_seconds)
    await deck.stop()
    with pytest.raises(OutOfOrder):
        await deck.play()


def compressed(sound: Path, file: Path, *options: str) -> Path:
    """`sound` in the kind that the name of `file` ends in."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    subprocess.run([ffmpeg, "-v", "error", "-i", sound, *options, file], check=True, stdin=subprocess.DEVNULL)
    return file
