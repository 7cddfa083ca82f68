"""A terminal in the hall with a role's screen on it, before a real show."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot

from runofshow.core.agenda import Agenda, Role
from runofshow.line.address import Address
from runofshow.line.played_here import PlaysHere
from runofshow.texts import Language
from runofshow.tui.canvas import Canvas
from runofshow.tui.remote.app import RemoteScreen
from tests.line.guests import Told, door
from tests.web.halls import HERE, Hall, hall


def calm_hall(folder: Path, show_of: Agenda | None = None) -> AbstractContextManager[Hall]:
    """A hall that ticks as seldom as a real one: the pilot waits after each key until the process rests."""
    return hall(folder, show_of, tick=0.25)


@dataclass
class Seat:
    """Somebody who looks at the screen and presses keys."""

    app: RemoteScreen
    pilot: Pilot[None]

    @property
    def screen(self) -> str:
        canvas = self.app.board.query_one(Canvas)
        return "\n".join(canvas.render_line(y).text.rstrip() for y in range(canvas.size.height))

    def colours(self, words: str) -> set[str]:
        """The colours in which a line that holds these words is written."""
        canvas = self.app.board.query_one(Canvas)
        lines = [canvas.render_line(y) for y in range(canvas.size.height)]
        line = next(line for line in lines if words in line.text)
        return {
            segment.style.color.name
            for segment in line
            if segment.text.strip() and segment.style and segment.style.color
        }

    @property
    def loud(self) -> set[str]:
        """What is written in red, or stands on a ground of any colour."""
        canvas = self.app.board.query_one(Canvas)
        segments = [segment for y in range(canvas.size.height) for segment in canvas.render_line(y)]
        return {segment.text for segment in segments if segment.style and _is_loud(segment.style)}

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def until(self, holds: Callable[[], bool], told: str = "the fact") -> None:
        until = time.monotonic() + 20
        while not holds():
            assert time.monotonic() < until, f"never came: {told}; the screen says:\n{self.screen}"
            await self.pilot.pause(0.02)

    async def sees(self, *words: str) -> None:
        for word in words:
            await self.until(lambda word=word: word in self.screen, repr(word))  # type: ignore[misc]

    async def loses(self, hall: Hall, steady: Told) -> None:
        """Stop the hall's server, and let the seconds pass until the screen says so."""
        hall.server.stop().result(10)

        def said() -> bool:
            steady.skip(1)
            return "MẤT KẾT NỐI" in self.screen

        await self.until(said, "that the hall is lost")

    async def sees_no_more(self, words: str) -> None:
        await self.until(lambda: words not in self.screen, f"without {words!r}")


@asynccontextmanager
async def seat(
    hall: Hall,
    role: Role,
    size: tuple[int, int] = (80, 24),
    language: Language = Language.VI,
    address: Address | None = None,
    steady: Callable[[], float] = time.monotonic,
    player: PlaysHere | None = None,
) -> AsyncIterator[Seat]:
    made = None if player is None else lambda connection: player
    app = RemoteScreen(role, address or door(hall, role), language, HERE, steady, made)
    async with app.run_test(size=size) as pilot:
        yield Seat(app, pilot)


def _is_loud(style: Style) -> bool:
    ink, ground = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)

    def part(colour: Color | None) -> tuple[int, ...]:
        return (0, 0, 0) if colour is None or colour.triplet is None else tuple(colour.triplet)

    red, green, blue = part(ink)
    is_red = red - max(green, blue) > 80
    return is_red or max(part(ground)) - min(part(ground)) > 80
