"""A console at which somebody sits: keys are pressed, facts are read off the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from runofshow.agenda_file.reader import Reading
from runofshow.core.beside import Beside
from runofshow.core.snapshot import Row, Snapshot
from runofshow.engine import Engine
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.tui.app import Console
from runofshow.tui.board import Levels
from runofshow.tui.canvas import Canvas
from runofshow.tui.hall import HallDoor
from runofshow.tui.newer_desk import Reread
from tests.tui.hall import HALL_TIME, Hall, kind_labels


@dataclass
class Desk:
    """A console at which somebody sits."""

    console: Console
    pilot: Pilot[None]
    engine: Engine
    it: Hall

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, holds: Callable[[Snapshot], bool]) -> Snapshot:
        """Wait for a fact of the show, and for the screen that shows it."""
        for _ in range(400):
            if holds(self.engine.latest) and self.console.board.shown.seq == self.engine.latest.seq:
                return self.engine.latest
            await self.pilot.pause(0.01)
        raise AssertionError(f"never came true; the screen says:\n{self.screen}")

    async def until_said(self, words: str) -> None:
        for _ in range(400):
            if words in self.screen:
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"never said {words!r}; the screen says:\n{self.screen}")

    @property
    def screen(self) -> str:
        canvas = next(iter(self.console.board.query(Canvas)), None)
        if canvas is None:
            return ""  # a board that has just come, and is not laid out yet
        return "\n".join(canvas.render_line(y).text.rstrip() for y in range(canvas.size.height))

    def row(self, number: str) -> Row:
        return next(row for row in self.engine.latest.rows if row.number == number)

    @property
    def dialog(self) -> Screen[Any] | None:
        """What lies over the board; None when nothing does."""
        screens = self.console.screen_stack
        return screens[-1] if screens[-1] is not self.console.board else None

    def chosen(self) -> str | None:
        """The number of the row the cursor was put on by hand."""
        return next(
            (r.number for r in self.engine.latest.rows if r.item_id == self.console.board.chosen), None
        )

    @property
    def current(self) -> str | None:
        now = self.engine.latest.current
        return now.row.number if now else None


@asynccontextmanager
async def desk(
    it: Hall,
    size: tuple[int, int] = (120, 40),
    language: Language = Language.VI,
    save: Callable[[], Path] = lambda: Path("agenda-amended.yaml"),
    hall: HallDoor | None = None,
    levels: Levels | None = None,
    reread: Reread | None = None,
    agenda: Path | None = None,
    compared: Callable[[], Beside] | None = None,
) -> AsyncIterator[Desk]:
    engine = Engine(it.show, tick=0.02)
    engine.start()
    kinds = kind_labels(language)
    console = Console(
        engine,
        CONSOLE[language],
        kinds,
        HALL_TIME,
        save,
        reread or (lambda: Reading(it.agenda, ())),
        hall,
        levels=levels,
        agenda=agenda,
        compared=compared,
    )
    try:
        async with console.run_test(size=size) as pilot:
            await pilot.pause()
            yield Desk(console, pilot, engine, it)
    finally:
        engine.stop()
