"""A field written where it stands on the desk. What is wrong with it is said beneath while it stays open."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from runofshow.tui.desk.field_pane import Spot
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.vietnamese_fields import Entry, LongEntry

LEAST_WIDTH = 24
LONG = 7
"""Lines of a field of several."""


class InlineEntry(Dialog[str | None]):
    """Gives what was written, or None when it was closed. Enter keeps one line, Ctrl+S also several."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(
        self, value: str, spot: Spot, complaint: Callable[[str], str], *, below: str = "", long: bool = False
    ) -> None:
        """`complaint` says what is wrong with an answer; empty keeps it."""
        super().__init__()
        self._value = value
        self._spot = spot
        self._complaint = complaint
        self._below = below
        self._long = long

    def compose(self) -> ComposeResult:
        with Vertical(classes="inline"):
            if self._long:
                area = LongEntry(self._value, compact=True)
                area.styles.height = max(3, min(LONG, self._value.count("\n") + 3))
                yield area
            else:
                yield Entry(self._value, compact=True, select_on_focus=False)
            yield Static(classes="wrong", markup=False)
            if self._below:
                yield Static(self._below, classes="below", markup=False)

    @property
    def takes_early_keys(self) -> bool:
        return True

    def on_mount(self) -> None:
        self._place()
        field = self.query_one(LongEntry if self._long else Entry)
        field.focus()
        if isinstance(field, LongEntry):
            field.move_cursor(field.document.end)

    def on_resize(self) -> None:
        self._place()

    def _place(self) -> None:
        card, (width, height) = self.query_one(".inline"), self.app.size
        wide = min(width, max(LEAST_WIDTH, self._spot.width))
        tall = (LONG if self._long else 1) + 2
        card.styles.width = wide
        card.styles.offset = (
            max(0, min(self._spot.x, width - wide)),
            max(0, min(self._spot.y, height - tall)),
        )

    def submit(self) -> None:
        if not self.stands:
            return
        value = self.query_one(LongEntry).text if self._long else self.query_one(Entry).value
        wrong = self._complaint(value)
        if not wrong:
            self.dismiss(value)
            return
        told = self.query_one(".wrong", Static)
        told.update(f"✗ {wrong}")
        told.add_class("told")

    def action_close(self) -> None:
        self.leave()
