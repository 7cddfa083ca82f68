"""Help: what the face is for, its keys, and what the marks mean. Made from the table of keys itself."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.colours import Palette
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.faces import Face
from runofshow.tui.keys import OF_THE_CURSOR, keys_of, sentence


class Help(Dialog[None]):
    """Shows a help until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="card help"):
            yield Static(self._text)

    def on_key(self, event: events.Key) -> None:
        if event.character in ("?", "q", " "):
            event.stop()
            self.dismiss()

    def action_close(self) -> None:
        self.dismiss()


def help_text(words: ConsoleTexts, face: Face, ink: Palette) -> Text:
    """The help of one face."""
    about: str = getattr(words.help, face.value)
    text = Text(f"{words.help.title} · {words.help.close}\n\n", style=ink.quiet)
    text.append(f"{about}\n\n", style=ink.text)
    told_cursor = False
    for hot in keys_of(face):
        if hot.act in OF_THE_CURSOR:
            if told_cursor:
                continue
            told_cursor = True
            text.append(f"{'↑ ↓':>10}", style=ink.strong)
            text.append(f"  {words.keys.cursor_long}\n", style=ink.text)
            continue
        also = [key.upper() for key in hot.keys if key.startswith("f") and key != hot.shown.lower()]
        also += [f"Ctrl+{key[-1].upper()}" for key in hot.keys if key.startswith("ctrl+") and hot.letters][:1]
        text.append(f"{', '.join([hot.shown, *also]):>10}", style=ink.strong)
        text.append(f"  {sentence(hot.act, words)}\n", style=ink.text)
    text.append(f"\n{words.help.marks}", style=ink.quiet)
    return text
