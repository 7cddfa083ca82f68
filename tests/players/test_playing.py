"""A deck plays: heard at once, faded evenly, ended when it is told or when the track is over."""

from __future__ import annotations

import asyncio
import math
import os
import threading
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from runofshow.core.level import decibels
from runofshow.players.deck import Deck
from runofshow.players.happenings import Armed, Began, Ended, Why
from tests.players.conftest import UNHEARD
from tests.players.hearing import PATIENCE, Ear, tone
from tests.web.pace import lateness

SECOND = timedelta(seconds=1)

LATE = 1.0
"""Seconds that a busy machine may be late; more is wrong."""


def now() -> float:
    return asyncio.get_running_loop().time()


async def volume_of(deck: Deck) -> float:
    """The volume that mpv has, in its own words."""
    assert deck._mpv is not None
    volume = await deck._mpv.number("volume")
    assert volume is not None
    return volume


async def test_go_is_heard_within_fifty_milliseconds(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    heard, told = [], []
    with lateness() as worst:
        for _ in range(30):
            await deck.arm(ten_seconds, SECOND)
            called_at = now()
            await deck.play()
            heard.append((await ear.beginning()).at - called_at)
            told.append(now() - called_at)
            await deck.stop()
    assert min(heard) >= 0
    assert median(heard) < 0.05 + worst()
    assert median(told) < 0.05 + worst()


async def test_a_track_ends_by_itself_when_its_last_sample_was_heard(
    deck: Deck, ear: Ear, tmp_path: Path
) -> None:
    assert await deck.arm(tone(tmp_path / "a.wav", 0.6)) == Armed(0.6 * SECOND)
    await deck.play()
    began, ended = await ear.beginning(), await ear.end()
    assert ended.why is Why.END
    assert 0.58 <= ended.at - began.at < 0.6 + LATE
    assert not deck.is_playing
    assert not deck.is_armed


async def test_a_track_plays_from_its_start_point_to_its_end_point(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    assert await deck.arm(ten_seconds, 4 * SECOND, 4.5 * SECOND) == Armed(SECOND / 2)
    await deck.play()
    began, ended = await ear.beginning(), await ear.end()
    assert ended.why is Why.END
    assert 0.48 <= ended.at - began.at < 0.5 + LATE


async def test_a_sound_shorter_than_a_look_is_told_to_begin_and_to_end(
    deck: Deck, ear: Ear, tmp_path: Path
) -> None:
    assert await deck.arm(tone(tmp_path / "click.wav", 0.01)) == Armed(SECOND / 100)
    await deck.play()
    ended = await ear.end()
    assert ended.why is Why.END
    assert [type(happening) for happening in ear.heard] == [Began]


async def test_the_position_is_what_has_been_heard(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds, 2 * SECOND)
    await deck.play()
    began = await ear.beginning()
    asked_at, position = began.at, 0.0
    while position < 0.5:
        asked_at = now()
        position = (await deck.position() or timedelta()).total_seconds()
    # it is that of a moment between the question and the answer
    assert asked_at - 0.1 <= began.at + position <= now() + 0.1


async def test_a_loop_turns_between_its_points_until_it_is_stopped(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    assert await deck.arm(ten_seconds, 3 * SECOND, 3.3 * SECOND, loop=True) == Armed(0.3 * SECOND)
    await deck.play()
    began = await ear.beginning()
    positions = []
    while now() - began.at < 1.2:
        position = await deck.position()
        assert position is not None
        positions.append(position.total_seconds())
    assert sum(after < before - 0.1 for before, after in pairwise(positions)) >= 2
    assert 0 <= min(positions) <= max(positions) <= 0.3
    await deck.stop()
    assert (await ear.end()).why is Why.STOP


async def test_a_loop_without_an_end_point_turns_at_the_end_of_the_file(
    deck: Deck, ear: Ear, tmp_path: Path
) -> None:
    await deck.arm(tone(tmp_path / "a.wav", 0.3), loop=True)
    assert deck._mpv is not None
    turns = deck._mpv.file.readied
    await deck.play()
    began = await ear.beginning()
    await deck._mpv.until(lambda file: file.readied >= turns + 4, within=PATIENCE)
    assert now() - began.at > 0.5
    assert deck.is_playing


async def test_a_loop_turns_without_a_gap(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds, 3 * SECOND, 3.2 * SECOND, loop=True)
    await deck.play()
    await ear.beginning()
    assert deck._mpv is not None
    turns = deck._mpv.file.readied + 3
    await deck._mpv.until(lambda file: file.readied >= turns, within=PATIENCE)
    began_at = now()
    await deck._mpv.until(lambda file: file.readied >= turns + 15, within=PATIENCE)
    # told when a turn is handed to the device, at a moment that pleases it
    assert now() - began_at == pytest.approx(15 * 0.2, abs=0.35)


async def test_after_a_loop_a_track_without_one_ends(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds, SECOND, 1.2 * SECOND, loop=True)
    await deck.play()
    await deck.stop()
    assert (await ear.end()).why is Why.STOP
    await deck.arm(ten_seconds, SECOND, 1.3 * SECOND)
    await deck.play()
    assert (await ear.end()).why is Why.END


async def test_a_stopped_deck_is_empty_and_says_when(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    await deck.play()
    await ear.beginning()
    called_at = now()
    await deck.stop()
    ended = await ear.end()
    assert ended.why is Why.STOP
    assert called_at <= ended.at < called_at + LATE
    assert not deck.is_playing
    assert await deck.position() is None
    assert await deck.level() is None


async def test_an_armed_track_that_is_stopped_never_sounds_and_ends_nothing(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    await deck.arm(ten_seconds)
    await deck.stop()
    await deck.arm(ten_seconds)
    await deck.fade_out(SECOND)
    assert not deck.is_armed
    assert ear.heard == []


async def test_a_fade_out_falls_by_equal_decibels_to_the_floor_and_then_stops(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    await deck.arm(ten_seconds, volume=80)
    await deck.play()
    began = await ear.beginning()
    called_at = now()
    await deck.fade_out(SECOND)
    samples = []
    while deck.is_playing and now() - called_at < 0.95:
        samples.append((now() - called_at, decibels(await volume_of(deck))))
    ended = await ear.end()
    assert ended.why is Why.FADE
    assert 0.98 <= ended.at - called_at < 1 + LATE
    assert ended.at > began.at

    full = decibels(80)
    levels = [level for _, level in samples]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > full - 6
    assert levels[-1] < -48
    # a sample is as late as the machine is busy, but never early
    assert all(level >= full + (-60 - full) * min(1.0, at + 0.03) - 0.1 for at, level in samples)
    assert median(abs(level - (full + (-60 - full) * at)) for at, level in samples) < 3
    distinct = [after - before for before, after in pairwise(levels) if after != before]
    assert len(distinct) >= 10
    assert median(distinct) == pytest.approx((-60 - full) / 40, rel=0.5)


async def test_a_fade_in_rises_to_the_volume_of_the_track(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds, volume=120)
    called_at = now()
    await deck.play(SECOND / 2)
    samples = []
    while now() - called_at < 0.45:
        samples.append(await volume_of(deck))
    assert samples[0] < 20
    assert samples == sorted(samples)
    while await volume_of(deck) < 120:
        assert now() - called_at < PATIENCE
    assert await volume_of(deck) == 120
    assert [type(happening) for happening in ear.heard] == [Began]


async def test_a_fade_out_begins_where_a_fade_in_has_come_to(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    await deck.play(30 * SECOND)
    await ear.beginning()
    while await volume_of(deck) < 10.5:
        assert deck.is_playing
    await deck.fade_out(0.3 * SECOND)
    called_at, loudest = now(), 0.0
    while now() - called_at < 0.25:
        loudest = max(loudest, await volume_of(deck))
    assert loudest < 20
    assert (await ear.end()).why is Why.FADE


async def test_a_fade_is_overtaken_by_a_shorter_one_and_by_a_stop(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    for overtake, why in ((deck.fade_out(0.1 * SECOND), Why.FADE), (deck.stop(), Why.STOP)):
        await deck.arm(ten_seconds)
        await deck.play()
        await deck.fade_out(60 * SECOND)
        called_at = now()
        await overtake
        ended = await ear.end()
        assert ended.why is why
        assert ended.at - called_at < 0.1 + LATE


async def test_a_fade_out_can_be_taken_back(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    await deck.play()
    await deck.fade_out(SECOND)
    while await volume_of(deck) > 60:
        assert deck.is_playing
    await deck.fade_in(SECOND / 10)
    while await volume_of(deck) < 100:
        assert deck.is_playing
    assert [type(happening) for happening in ear.heard] == [Began]


async def test_the_volume_of_one_track_is_not_that_of_the_next(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    await deck.arm(ten_seconds)
    await deck.play()
    await deck.fade_out(SECOND / 10)
    await ear.end()
    await deck.arm(ten_seconds, volume=70)
    assert await volume_of(deck) == 70
    await deck.arm(ten_seconds)
    assert await volume_of(deck) == 100


async def test_the_level_is_that_of_the_sound_with_its_volume(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    await deck.arm(ten_seconds, volume=50)
    await deck.play()
    await ear.beginning()
    # a sine of half the full amplitude, and half the volume is 18 dB down
    assert await deck.level() == pytest.approx(20 * math.log10(0.5 / math.sqrt(2)) - 18.06, abs=0.2)


async def test_the_level_of_silence_is_the_quietest(deck: Deck, ear: Ear, tmp_path: Path) -> None:
    await deck.arm(tone(tmp_path / "silence.wav", 2, amplitude=0))
    await deck.play()
    await ear.beginning()
    assert await deck.level() == -96


@pytest.mark.soak
async def test_five_hundred_tracks_leave_nothing_behind(deck: Deck, ear: Ear, tmp_path: Path) -> None:
    sting = tone(tmp_path / "sting.wav", 0.4)
    await one_turn(deck, ear, sting)
    player = deck.pid
    held = holdings(player)
    for _ in range(500):
        await one_turn(deck, ear, sting)
    assert deck.pid == player
    assert holdings(player) == held
    await deck.close()
    assert player is not None
    with pytest.raises(ProcessLookupError):
        os.kill(player, 0)


async def one_turn(deck: Deck, ear: Ear, file: Path) -> None:
    await deck.arm(file)
    await deck.play()
    await ear.beginning()
    await deck.stop()
    assert (await ear.end()).why is Why.STOP


def holdings(player: int | None) -> tuple[object, ...]:
    """What we have of the system: open files, threads, tasks, children; and the open files of the player."""
    processes = Path("/proc")
    if not processes.exists():
        return (threading.active_count(), len(asyncio.all_tasks()))
    own = processes / "self"
    children = (own / "task" / str(os.getpid()) / "children").read_text().split()
    return (
        len(list((own / "fd").iterdir())),
        sum("asyncio" not in thread.name for thread in threading.enumerate()),  # those come and stay
        len(asyncio.all_tasks()),
        children,
        len(list((processes / str(player) / "fd").iterdir())),
    )


def test_a_deck_works_in_a_loop_beside_the_main_thread(mpv: Path, ten_seconds: Path) -> None:
    """The show has a thread of its own, where Python minds child processes differently."""
    heard: list[object] = []

    async def play() -> None:
        ear = Ear()
        deck = Deck(mpv, ear, UNHEARD)
        await deck.arm(ten_seconds, end=0.2 * SECOND)
        await deck.play()
        heard.extend((await ear.beginning(), await ear.end()))
        await deck.close()

    thread = threading.Thread(target=lambda: asyncio.run(play()))
    thread.start()
    thread.join(2 * PATIENCE)
    assert [type(happening) for happening in heard] == [Began, Ended]
