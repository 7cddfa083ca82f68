"""The planner's desk at which somebody sits: keys are pressed, facts are read off the screen and the text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from runofshow.agenda_file.editing.written import written
from runofshow.agenda_file.reader import Reading, read_agenda_text
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.desk import DESK
from runofshow.tui.canvas import Canvas
from runofshow.tui.desk.app import Listen, PlanDesk
from runofshow.tui.desk.learning import Lengths
from runofshow.tui.desk.shelf import Shelf, taken
from tests.agenda_file.given import TODAY
from tests.tui.hall import HALL_TIME, kind_labels


@dataclass
class Sitting:
    """Somebody at the desk."""

    app: PlanDesk
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.until(lambda: self.app.board.is_whole)

    async def type(self, text: str) -> None:
        """Type text, a key for each sign."""
        await self.press(*("space" if sign == " " else sign for sign in text))

    async def burst(self, *keys: str) -> None:
        """Press keys so fast that all are there before the first is heard."""
        for key in keys:
            name = {" ": "space", "\t": "tab", "\r": "enter"}.get(key, key)
            sign = " " if name == "space" else name if len(name) == 1 else None
            self.app.post_message(events.Key(name, sign))
        await self.pilot.pause(0.2)
        await self.press()

    async def checked(self) -> None:
        """Wait until check has read the text as it is."""
        await self.until(lambda: self.app.board.checked.text == self.text)

    async def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(500):
            if holds():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"never came true; the screen says:\n{self.screen}")

    @property
    def text(self) -> str:
        return self.app.board.source.text

    def value(self, *path: str | int) -> Any:
        return self.app.board.source.value(path)

    @property
    def screen(self) -> str:
        canvas = self.app.board.query_one(Canvas)
        return "\n".join(canvas.render_line(y).text.rstrip() for y in range(canvas.size.height))

    @property
    def dialog(self) -> Screen[Any] | None:
        """What lies over the desk; None when nothing does."""
        return self.app.screen if self.app.screen is not self.app.board else None

    def asks(self) -> bool:
        """Whether something lies over the desk."""
        return self.dialog is not None

    def at(self) -> tuple[str | int, ...]:
        """The path of the chosen line."""
        return self.app.board.thing.path

    def field(self) -> str:
        """The name of the chosen field; empty where none is."""
        slot = self.app.board.slot
        return "" if slot is None else slot.name

    async def go_to(self, *path: str | int) -> None:
        """Put the cursor on the field or the line of this path."""
        self.app.board.go_to(path)
        await self.pilot.pause()


@asynccontextmanager
async def planning(
    text: str | Path,
    size: tuple[int, int] = (120, 40),
    language: Language = Language.VI,
    path: Path | None = None,
    listen: Listen | None = None,
    unnamed: Shelf | None = None,
    lengths: Lengths | None = None,
) -> AsyncIterator[Sitting]:
    """The desk on a text that nobody saved, or on a file."""

    def read(text: str, path: Path | None) -> Reading:
        folder = None if path is None else path.parent
        return read_agenda_text(text, "a.yaml", folder=folder, tz=HALL_TIME, today=TODAY, language=language)

    saved: str | None = None
    shelf = None if path is None else Shelf(path)
    if isinstance(text, Path):
        found, shelf = taken(text)
        source, saved = found.written, found.written.text
    else:
        source = written(text)
    words, labels = CONSOLE[language], kind_labels(language)
    app = PlanDesk(
        source, shelf, words, DESK[language], labels, HALL_TIME, read, listen, saved, unnamed, lengths
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        sitting = Sitting(app, pilot)
        await sitting.checked()
        yield sitting
