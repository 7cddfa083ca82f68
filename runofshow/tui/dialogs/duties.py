"""The dialog that lists what is owed, and in which a duty is marked as done in the agenda file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import events

from runofshow.core.duties import Owed
from runofshow.core.value import replace
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.panels.duties import DutiesLook, duties_panel

Mark = Callable[[Owed], Awaitable[DutiesLook]]
"""Marks a duty as done, or as not done where it was, and gives what is to be seen then."""

PAGE = 8
AGAIN = 0.5
"""Seconds between two marks: a key that is held would take back what it marked."""


class DutiesDialog(PanelDialog[ConsoleBoard]):
    """Stands while the file is read: what is typed meanwhile calls nothing. Then it lists the duties."""

    LOOK: ClassVar[str] = "duties"

    def __init__(self, board: ConsoleBoard, mark: Mark) -> None:
        super().__init__(board)
        self._mark = mark
        self._is_marking = False
        self._marked_at = 0.0
        self._places: tuple[int | None, ...] = ()
        self.look = DutiesLook()
        """What is on it."""

    def turn(self, look: DutiesLook) -> None:
        """List these."""
        self.look = look
        self.draw()

    def draw(self) -> None:
        width, height = self._canvas.size
        drawn = duties_panel(self.look, self._board.shown, self._board.pen, width, height)
        self.look, self._places = replace(self.look, top=drawn.top), drawn.places
        self._canvas.show(drawn.picture)

    def action_close(self) -> None:
        if not self._is_marking:
            self.dismiss()

    def obey(self, asked: str, at: float) -> None:
        listed = self.look.listed
        if not listed or self._is_marking:
            return
        steps = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}
        steps |= {"home": -len(listed), "end": len(listed)}
        if asked in steps:
            self._go(self.look.at + steps[asked])
        elif asked == "space" and not self.look.trouble and at - self._marked_at >= AGAIN:
            self._is_marking, self._marked_at = True, at
            self.app.run_worker(self._marked(listed[self.look.at]), exit_on_error=False)

    async def _marked(self, each: Owed) -> None:
        try:
            look = await self._mark(each)
        finally:
            self._is_marking = False
        at = max(0, min(self.look.at, len(look.listed or ()) - 1))
        self.turn(replace(look, at=at, top=self.look.top))

    def on_click(self, event: events.Click) -> None:
        """A click on a duty puts the cursor there."""
        at = event.screen_y - self._canvas.region.y
        place = self._places[at] if 0 <= at < len(self._places) else None
        if place is not None and not self._is_marking:
            self._go(place)

    def on_mouse_scroll_down(self) -> None:
        self._go(self.look.at + 1)

    def on_mouse_scroll_up(self) -> None:
        self._go(self.look.at - 1)

    def _go(self, to: int) -> None:
        if self.look.listed and not self._is_marking:
            at = max(0, min(len(self.look.listed) - 1, to))
            self.turn(replace(self.look, at=at, status=None))
