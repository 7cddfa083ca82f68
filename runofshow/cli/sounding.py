"""The music player beside a show: on the console's machine, or on the operator's beside a role's screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow.cli.outcome import Outcome
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import ReportSound
from runofshow.core.events import Entry
from runofshow.core.player_view import player_view
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound_events import SoundNews
from runofshow.engine import Engine
from runofshow.live import BY_PLAYER

if TYPE_CHECKING:
    from runofshow.players.happenings import Output
    from runofshow.players.player import Player

HERE = "console"


def mpv_of(outcome: Outcome) -> Path | None:
    """The mpv of this machine; None when there is none."""
    from runofshow.players.finding import mpv_at, program_folder

    return mpv_at(outcome.environ, sys.platform, program_folder(Path(sys.executable)))


def output_of(outcome: Outcome) -> Output:
    """Where this machine's sound goes: the system's own way, unless RUNOFSHOW_AUDIO names mpv's driver."""
    from runofshow.players.happenings import Output

    return Output(driver=outcome.environ.get("RUNOFSHOW_AUDIO") or None)


def console_player(outcome: Outcome, engine: Engine) -> Player | None:
    """The player of this machine beside the show in `engine`; None where nothing can or shall play.

    A rehearsal that runs faster than life has no sound of its own.
    """
    from runofshow.players.copies import beside
    from runofshow.players.player import Player

    mpv = mpv_of(outcome) if outcome.asked.sound else None
    if mpv is None or engine.latest.speed != 1:
        return None
    find = beside(outcome.asked.agenda.resolve().parent)
    return Player(mpv, HERE, find, _reporting(engine), output_of(outcome))


def play(engine: Engine, player: Player) -> None:
    """Let `player` follow the show from now on; it ends with the engine."""
    engine.run_beside(_play(engine, player))


def _reporting(engine: Engine) -> Callable[[SoundNews], None]:
    show = engine.show

    def report(news: SoundNews) -> None:
        show.note(ReportSound(news), BY_PLAYER)

    return report


async def _play(engine: Engine, player: Player) -> None:
    def tell(snapshot: Snapshot, fresh: tuple[Entry, ...]) -> None:
        player.tell(player_view(snapshot))

    engine.listen(tell)
    try:
        await player.run()
    except Exception as error:  # noqa: BLE001 - the task's edge: without a player the show goes on
        engine.show.raise_alarm(AlarmCode.PLAYER, f"{type(error).__name__}: {error}")
