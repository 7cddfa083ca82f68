"""Text fields that take Vietnamese typing unharmed.

UniKey-style keyboards send a backspace and the replacement in one read. Textual inserts printable keys at
once but hands backspace to its bindings, which answer later, so the letters come out in the wrong order. Here
the keys that move or erase are obeyed in the same breath as letters, and all text is kept composed (NFC).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Set

from textual import events
from textual.widgets import Input, TextArea

from runofshow.tui.diacritics import nfc
from runofshow.tui.dialogs.dialog import Dialog


class Entry(Input):
    """A one-line field."""

    def _forward_event(self, event: events.Event) -> None:
        if not _is_deferred(self, event):
            super()._forward_event(event)

    async def _on_key(self, event: events.Key) -> None:
        if not _obeyed(self, event, {"home": self.action_home, "end": self.action_end}, {"enter", "ctrl+s"}):
            await super()._on_key(event)
            if _is_mark(event.character):
                self._join_marks()
        # Textual would otherwise call the base class's handler as well and type the letter twice.
        event.prevent_default()

    def _join_marks(self) -> None:
        """Join a mark that came by itself to the letter before the cursor."""
        before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
        before = nfc(before)
        self.value = before + after
        self.cursor_position = len(before)

    def _on_paste(self, event: events.Paste) -> None:
        # one line: what was several is kept, with a space between
        super()._on_paste(events.Paste(" ".join(nfc(event.text).splitlines())))
        event.stop()
        event.prevent_default()
        if _is_mark(event.text):
            self._join_marks()
        # Textual scrolls to the cursor before it knows how long the text has become
        self.call_after_refresh(self._watch_selection, self.selection)


class LongEntry(TextArea):
    """A field of several lines. Tab leaves it."""

    def _forward_event(self, event: events.Event) -> None:
        if not _is_deferred(self, event):
            super()._forward_event(event)

    async def _on_key(self, event: events.Key) -> None:
        moves = {
            "up": self.action_cursor_up,
            "down": self.action_cursor_down,
            "home": self.action_cursor_line_start,
            "end": self.action_cursor_line_end,
        }
        if not _obeyed(self, event, moves, {"ctrl+s"}):
            await super()._on_key(event)
            if _is_mark(event.character):
                self._join_marks()
        event.prevent_default()

    def _join_marks(self) -> None:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before = nfc(line[:column])
        if before != line[:column]:
            self.replace(before, (row, 0), (row, column))
            self.move_cursor((row, len(before)))

    async def _on_paste(self, event: events.Paste) -> None:
        row, column = self.cursor_location
        # rows of a sheet begin a line: behind one that is written its first cell would be lost
        is_behind = "\t" in event.text and bool(self.document.get_line(row)[:column].strip())
        await super()._on_paste(events.Paste("\n" * is_behind + nfc(event.text)))
        event.stop()
        event.prevent_default()
        if _is_mark(event.text):
            self._join_marks()


def _obeyed(
    field: Entry | LongEntry, event: events.Key, moves: Mapping[str, Callable[[], None]], saves: Set[str]
) -> bool:
    """Whether the key moved, erased, saved or left, and not typed; `moves` are this field's own beside those
    of both."""
    moves = {
        "backspace": field.action_delete_left,
        "delete": field.action_delete_right,
        "left": field.action_cursor_left,
        "right": field.action_cursor_right,
        **moves,
    }
    screen = field.screen
    if move := moves.get(event.key):
        move()
    elif event.key in saves and isinstance(screen, Dialog):
        # At once: a key behind it must not be written into what has just been saved.
        screen.submit()
    elif event.key == "escape" and isinstance(screen, Dialog):
        # In the same breath as Enter: of the two the first one counts.
        screen.leave()
    else:
        return False
    event.stop()
    return True


def _is_deferred(field: Entry | LongEntry, event: events.Event) -> bool:
    """Whether it is for the field that a Tab before it goes to."""
    screen = field.screen
    return (
        isinstance(event, events.Key | events.Paste)
        and isinstance(screen, Dialog)
        and screen.defers(event, field)
    )


def _is_mark(text: str | None) -> bool:
    """It begins with a mark that belongs to the letter before it."""
    return bool(text and unicodedata.combining(text[0]))
