"""mpv dies, hangs or talks nonsense: it is told at once, nothing waits for ever, nothing is left behind."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core.sound import Fault
from runofshow.players.deck import Deck
from runofshow.players.faults import Faulty
from runofshow.players.happenings import Armed, Began, Ended, OutOfOrder, Why
from runofshow.players.mpv import Mpv, PlayerDied
from tests.players.conftest import UNHEARD
from tests.players.hearing import PATIENCE, Ear

ROOT = Path(__file__).resolve().parents[2]

SECOND = timedelta(seconds=1)


def murder(deck: Deck) -> None:
    assert deck.pid is not None
    os.kill(deck.pid, signal.SIGKILL)


async def test_a_player_killed_in_the_middle_is_told_at_once_and_started_again(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    await deck.arm(ten_seconds)
    await deck.play()
    await ear.beginning()
    killed_at = asyncio.get_running_loop().time()
    murder(deck)
    ended = await ear.end()
    assert ended.why is Why.DIED
    assert ended.at - killed_at < 1
    assert not deck.is_playing
    assert deck.pid is None
    assert await deck.position() is None
    assert await deck.level() is None

    assert await deck.arm(ten_seconds) == Armed(10 * SECOND)
    await deck.play()
    await ear.beginning()
    await deck.stop()
    assert (await ear.end()).why is Why.STOP


async def test_a_player_that_dies_armed_takes_its_readiness_with_it(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    await deck.arm(ten_seconds)
    murder(deck)
    assert (await ear.end()).why is Why.DIED
    assert not deck.is_armed
    with pytest.raises(OutOfOrder):
        await deck.play()


async def test_orders_to_a_player_that_is_dying_end_in_one_told_death(
    deck: Deck, ear: Ear, ten_seconds: Path
) -> None:
    for order in (deck.play, deck.stop, lambda: deck.fade_out(SECOND)):
        await deck.arm(ten_seconds)
        murder(deck)
        await order()
        ended = await ear.end()
        assert ended.why is Why.DIED
        assert not deck.is_playing
        assert ear.heard == []


async def test_a_fade_whose_player_dies_ends_as_a_death(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    await deck.play(SECOND)
    await ear.beginning()
    await deck.fade_out(5 * SECOND)
    murder(deck)
    assert (await ear.end()).why is Why.DIED


async def test_a_player_that_dies_while_it_arms_is_a_fault(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    arming = asyncio.create_task(deck.arm(ten_seconds))
    murder(deck)
    armed = await arming
    assert isinstance(armed, Faulty)
    assert armed.fault is Fault.PLAYER
    assert (await ear.end()).why is Why.DIED


async def test_the_hard_stop_needs_no_answer(deck: Deck, ear: Ear, ten_seconds: Path) -> None:
    await deck.arm(ten_seconds)
    await deck.play()
    await ear.beginning()
    assert deck.pid is not None
    os.kill(deck.pid, signal.SIGSTOP)  # it answers nothing any more
    deck.kill()
    assert [type(happening) for happening in ear.heard] == [Ended]
    assert (await ear.end()).why is Why.STOP
    assert await deck.arm(ten_seconds) == Armed(10 * SECOND)


async def test_closing_a_playing_deck_ends_what_it_plays(mpv: Path, ear: Ear, ten_seconds: Path) -> None:
    deck = Deck(mpv, ear, UNHEARD)
    await deck.arm(ten_seconds)
    await deck.play()
    player = deck.pid
    await deck.close()
    await deck.close()
    assert player is not None
    with pytest.raises(ProcessLookupError):
        os.kill(player, 0)
    assert (await ear.end()).why is Why.STOP


async def test_a_player_that_hangs_is_killed_when_its_time_is_up(mpv: Path) -> None:
    deaths: list[str] = []
    player = await Mpv.started(mpv, ["--ao=null"], mourn=deaths.append)
    os.kill(player.pid, signal.SIGSTOP)
    with pytest.raises(PlayerDied, match="no answer within"):
        await ask_until_it_is_mute(player)
    assert not player.is_alive
    assert len(deaths) == 1
    with pytest.raises(PlayerDied):
        await player.ask("get_property", "pid")
    await player.close()
    with pytest.raises(ProcessLookupError):
        os.kill(player.pid, 0)


async def ask_until_it_is_mute(player: Mpv) -> None:
    while True:  # it may still answer what was asked as it was stopped
        await player.ask("get_property", "pid", within=0.1)


async def test_a_wait_for_what_never_comes_kills_the_player(mpv: Path) -> None:
    player = await Mpv.started(mpv, ["--ao=null"])
    with pytest.raises(PlayerDied, match="nothing came"):
        await player.until(lambda file: file.entry > 0, within=0.1)
    assert not player.is_alive
    await player.close()


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ("b'nonsense\\n'", "what mpv does not say: nonsense"),
        ("b'[1, 2]\\n'", "what mpv does not say"),
        ("b'[' * 100000 + b'\\n'", "what mpv does not say"),
        ("b'\\xff\\xfe\\n'", "what mpv does not say"),
        ("b'x' * 1000000", "more than a line may hold"),
        ("b''", "ended|line broken"),
    ],
)
async def test_a_program_that_talks_nonsense_is_a_dead_player(tmp_path: Path, says: str, why: str) -> None:
    program = tmp_path / "mpv"
    program.write_text(
        f"#!{sys.executable}\n"
        "import socket, sys\n"
        "line = socket.socket(fileno=int(sys.argv[-1].partition('//')[2]))\n"
        "line.recv(1)\n"
        f"line.sendall({says})\n"
    )
    program.chmod(0o755)
    with pytest.raises(PlayerDied, match=why):
        await Mpv.started(program)


CONSOLE = """
import asyncio, sys
from datetime import timedelta
from pathlib import Path
from runofshow.players.deck import Deck
from runofshow.players.happenings import Began, Output


async def play():
    began = asyncio.Event()
    deck = Deck(Path(sys.argv[1]), lambda happening: began.set(), Output(driver="null"))
    await deck.arm(Path(sys.argv[2]), loop=True)
    await deck.play()
    await began.wait()
    print(deck.pid, flush=True)
    await asyncio.Event().wait()


asyncio.run(play())
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="this system cannot watch another's process")
def test_a_console_killed_while_music_plays_leaves_no_player(mpv: Path, ten_seconds: Path) -> None:
    console = subprocess.Popen(
        [sys.executable, "-c", CONSOLE, mpv, ten_seconds], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    with console:
        assert console.stdout is not None
        player = int(console.stdout.readline())
        watch = os.pidfd_open(player)
        console.kill()
    ended, _, _ = select.select([watch], [], [], 2.0)
    os.close(watch)
    assert ended, "mpv plays on without its console"


async def test_a_cancelled_loop_takes_its_player_along(mpv: Path, ten_seconds: Path) -> None:
    """As the engine ends: it cancels whatever runs beside it, and waits."""
    heard: list[object] = []
    deck = Deck(mpv, heard.append, UNHEARD)
    before = asyncio.all_tasks()
    await deck.arm(ten_seconds)
    await deck.play()
    player = deck.pid
    tasks = asyncio.all_tasks() - before
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks, timeout=PATIENCE)
    assert player is not None
    with pytest.raises(ProcessLookupError):
        os.kill(player, 0)
    assert Began not in {type(happening) for happening in heard[1:]}
    await deck.close()
