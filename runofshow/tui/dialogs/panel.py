"""A dialog that is one drawn panel, and reads every key itself."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.vietnamese_keys import plain
from runofshow.tui.window import Board

AnyBoard = TypeVar("AnyBoard", bound=Board)
"""What it lies over."""


class PanelDialog(Dialog[None], Generic[AnyBoard]):
    """It draws on its canvas with each beat and each new size; Esc closes it, every other key is obeyed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]
    LOOK: ClassVar[str]
    """The class of its frame in console.tcss."""

    def __init__(self, board: AnyBoard) -> None:
        super().__init__()
        self._board = board
        self._canvas = Canvas()

    def compose(self) -> ComposeResult:
        with Container(classes=self.LOOK):
            yield self._canvas

    def draw(self) -> None:
        """Draw it with the count of this moment."""

    def obey(self, asked: str, at: float) -> None:
        """Do what the key asks that was pressed `at` that second of the terminal's clock."""

    def beat(self) -> None:
        self.draw()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def action_close(self) -> None:
        self.dismiss()

    def on_key(self, event: events.Key) -> None:
        sign = event.character if event.is_printable else None
        meant = self._board.typist.stroke(event.key, sign, event.time)
        asked = plain(meant) if meant is not None else event.key
        if asked != "escape":
            event.stop()
            self.obey(asked, event.time)
