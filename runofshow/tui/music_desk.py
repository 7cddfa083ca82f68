"""The caller's hand on the music player."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from runofshow.core.commands import Command
from runofshow.core.snapshot import CueRow, SoundNow
from runofshow.engine import Engine
from runofshow.tui.sound_desk import Asked, SoundDesk
from runofshow.tui.window import Board


class MusicDesk(SoundDesk):
    """Knows the newest of the engine, whatever is drawn."""

    def __init__(self, engine: Engine, board: Board, ask: Callable[[Command, str], None]) -> None:
        """`ask(command, said)` sends an order; `said` is told when it is obeyed."""
        super().__init__(board)
        self._engine = engine
        self._ask = ask

    def sound(self) -> SoundNow:
        return self._engine.latest.sound

    def now(self) -> datetime:
        return self._engine.latest.now

    def coming(self) -> Sequence[CueRow]:
        return self.sound().coming

    def send(self, asked: Asked) -> None:
        self._ask(asked.command, asked.said)
