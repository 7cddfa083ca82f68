"""The dialog that compares the takes of each item."""

from __future__ import annotations

from typing import ClassVar

from runofshow.core.value import replace
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.panels.takes import TakesLook, takes_panel

PAGE = 8


class TakesDialog(PanelDialog[ConsoleBoard]):
    """Stands while the records are read, and then lists what they say; nothing in it asks the show."""

    LOOK: ClassVar[str] = "duties"

    def __init__(self, board: ConsoleBoard) -> None:
        super().__init__(board)
        self.look = TakesLook()
        """What is on it."""

    def turn(self, look: TakesLook) -> None:
        """List these."""
        self.look = look
        self.draw()

    def draw(self) -> None:
        width, height = self._canvas.size
        self._canvas.show(takes_panel(self.look, self._board.shown, self._board.pen, width, height))

    def obey(self, asked: str, at: float) -> None:
        steps = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}
        if asked in steps:
            self._scroll(steps[asked])

    def on_mouse_scroll_down(self) -> None:
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        last = 0 if self.look.found is None else max(0, len(self.look.found.lines) - 1)
        self.turn(replace(self.look, top=max(0, min(last, self.look.top + by))))
