"""One of many, found by a few letters with or without their marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from runofshow.tui.canvas import Canvas
from runofshow.tui.diacritics import fold, found_in
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.lines import Picture, over, pad
from runofshow.tui.panels.order import first_shown
from runofshow.tui.vietnamese_fields import Entry

CURSOR = Style(bold=True, reverse=True)
"""Beneath the one that Enter takes; told without colours too."""


class Option(Struct, frozen=True):
    """One that may be chosen."""

    value: str
    label: str
    also: str = ""
    """Other words it is found by."""


def matching(options: Sequence[Option], wanted: str) -> list[Option]:
    """Those that have every word of `wanted`, first those that begin with it, then those called so."""
    if not wanted.strip():
        return list(options)
    found = [each for each in options if found_in(wanted, f"{each.label} {each.also} {each.value}")]
    folded = fold(wanted.strip())

    def rank(option: Option) -> tuple[bool, bool]:
        return (not fold(option.label).startswith(folded), not found_in(wanted, option.label))

    return sorted(found, key=rank)


class Picker(Dialog[str | None]):
    """Gives the value chosen, or None when it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, options: Sequence[Option], below: str, chosen: Sequence[str] = ()) -> None:
        """`chosen` are marked; the first of them has the cursor."""
        super().__init__()
        self._title, self._below = title, below
        self._options = options
        self._chosen = chosen
        self._found = list(options)
        values = [each.value for each in options]
        self._at = values.index(chosen[0]) if chosen and chosen[0] in values else 0
        self._top = 0
        self._wanted = ""
        self._canvas = Canvas()

    def compose(self) -> ComposeResult:
        with Vertical(classes="card picker"):
            yield Static(self._title, id="title", markup=False)
            yield Entry(compact=True)
            yield self._canvas
            yield Static(self._below, id="below", markup=False)

    @property
    def takes_early_keys(self) -> bool:
        return True

    def on_mount(self) -> None:
        self._canvas.styles.height = min(len(self._options), max(3, self.app.size.height - 8), 16)
        self.query_one(Entry).focus()
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._seek(event.value)
        self._draw()

    def _seek(self, wanted: str) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._found, self._at = matching(self._options, wanted), 0

    def on_key(self, event: events.Key) -> None:
        by = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}.get(event.key)
        if by is not None:
            event.stop()
            self._at = max(0, min(self._at + by, len(self._found) - 1))
            self._draw()

    def _draw(self) -> None:
        width, height = self._canvas.size
        if width < 4:
            return
        self._top = first_shown(len(self._found), height, self._at, self._top)
        picture: Picture = []
        for at, each in enumerate(self._found[self._top : self._top + height], start=self._top):
            mark = "✓ " if each.value in self._chosen else "  "
            line = pad((Segment(f"{'›' if at == self._at else ' '}{mark}{each.label}", Style()),), width)
            picture.append(over(line, CURSOR) if at == self._at else line)
        self._canvas.show([*picture, *[pad((), width)] * (height - len(picture))])

    def submit(self) -> None:
        # Enter comes before the news of the letters that were typed with it
        self._seek(self.query_one(Entry).value)
        if self.stands and self._found:
            self.dismiss(self._found[self._at].value)

    def action_close(self) -> None:
        self.leave()
