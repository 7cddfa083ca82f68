"""Search in the running order: the cursor moves while the words are typed, without their marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.vietnamese_fields import Entry


class Search(Dialog[bool]):
    """Tells `seek` what is typed. Enter stays there (True), Esc goes back (False); down seeks on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("down", "again", show=False),
    ]

    def __init__(self, words: ConsoleTexts, seek: Callable[[str, bool], None]) -> None:
        """`seek(words, on)` moves the cursor: to the first row, or on from where it stands."""
        super().__init__()
        self._words = words
        self._seek = seek

    def compose(self) -> ComposeResult:
        with Horizontal(classes="search"):
            yield Label(f" / {self._words.forms.search}", markup=False)
            yield Entry(compact=True)

    @property
    def takes_early_keys(self) -> bool:
        return True

    def on_mount(self) -> None:
        self.query_one(Entry).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._seek(event.value, False)

    def submit(self) -> None:
        self.dismiss(True)

    def action_again(self) -> None:
        self._seek(self.query_one(Entry).value, True)

    def leave(self) -> None:
        self.dismiss(False)

    def action_back(self) -> None:
        self.leave()
