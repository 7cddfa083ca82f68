"""The help of the desk, made from its table of keys."""

from __future__ import annotations

from rich.text import Text

from runofshow.texts.console import ConsoleTexts
from runofshow.texts.desk import DeskTexts
from runofshow.tui.colours import Palette
from runofshow.tui.desk.keys import DESK_KEYS

ARROWS = {"up": "↑", "down": "↓"}


def desk_help(words: ConsoleTexts, desk: DeskTexts, ink: Palette) -> Text:
    """What the desk is for, and its keys."""
    text = Text(f"{words.help.title} · {words.help.close}\n\n", style=ink.quiet)
    text.append(f"{desk.help_about}\n\n", style=ink.text)
    text.append(f"{'↑ ↓':>14}", style=ink.strong)
    text.append(f"  {words.keys.cursor_long}\n", style=ink.text)
    for each in DESK_KEYS:
        if each.deed.value not in desk.keys_long:
            continue
        also = [
            key.upper()
            for key in each.keys
            if key[:1] == "f" and key[1:].isdigit() and key.upper() != each.shown
        ]
        also += [
            f"Ctrl+{ARROWS.get(key[5:], key[5:].upper())}"
            for key in each.keys
            if key.startswith("ctrl+") and each.letters
        ][:1]
        text.append(f"{', '.join([each.shown, *also]):>14}", style=ink.strong)
        text.append(f"  {desk.keys_long[each.deed.value]}\n", style=ink.text)
    text.append(f"{'1–9':>14}", style=ink.strong)
    text.append(f"  {desk.check_head.capitalize()}, {desk.to_field}\n", style=ink.text)
    return text
