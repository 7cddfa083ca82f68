"""Text fields that take Vietnamese typing unharmed.

UniKey-style keyboards send a backspace and the replacement in one read. Textual inserts printable keys at
once but hands backspace to its bindings, which answer later, so the letters come out in the wrong order. Here
the keys that move or erase are obeyed in the same breath as letters, and all text is kept composed (NFC).
"""

from __future__ import annotations

import unicodedata

from textual import events
from textual.widgets import Input, TextArea

from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.folding import nfc


class Entry(Input):
    """A one-line field."""

    async def _on_key(self, event: events.Key) -> None:
        match event.key:
            case "backspace":
                self.action_delete_left()
            case "delete":
                self.action_delete_right()
            case "left":
                self.action_cursor_left()
            case "right":
                self.action_cursor_right()
            case "home":
                self.action_home()
            case "end":
                self.action_end()
            case "enter" | "ctrl+s" if isinstance(self.screen, Dialog):
                # At once: a key behind it must not be written into what has just been saved.
                self.screen.submit()
            case "escape" if isinstance(self.screen, Dialog):
                # In the same breath as Enter: of the two the first one counts.
                self.screen.leave()
            case _:
                await self._type(event)
                return
        event.stop()
        event.prevent_default()

    async def _type(self, event: events.Key) -> None:
        await super()._on_key(event)
        # Textual would otherwise call the base class's handler as well and type the letter twice.
        event.prevent_default()
        if event.character and unicodedata.combining(event.character[0]):
            self._join_marks()

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
        if event.text and unicodedata.combining(event.text[0]):
            self._join_marks()
        # Textual scrolls to the cursor before it knows how long the text has become
        self.call_after_refresh(self._watch_selection, self.selection)


class LongEntry(TextArea):
    """A field of several lines. Tab leaves it."""

    async def _on_key(self, event: events.Key) -> None:
        match event.key:
            case "backspace":
                self.action_delete_left()
            case "delete":
                self.action_delete_right()
            case "left":
                self.action_cursor_left()
            case "right":
                self.action_cursor_right()
            case "up":
                self.action_cursor_up()
            case "down":
                self.action_cursor_down()
            case "home":
                self.action_cursor_line_start()
            case "end":
                self.action_cursor_line_end()
            case "ctrl+s" if isinstance(self.screen, Dialog):
                self.screen.submit()
            case "escape" if isinstance(self.screen, Dialog):
                self.screen.leave()
            case _:
                await self._type(event)
                return
        event.stop()
        event.prevent_default()

    async def _type(self, event: events.Key) -> None:
        await super()._on_key(event)
        event.prevent_default()
        if event.character and unicodedata.combining(event.character[0]):
            self._join_marks()

    def _join_marks(self) -> None:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before = nfc(line[:column])
        if before != line[:column]:
            self.replace(before, (row, 0), (row, column))
            self.move_cursor((row, len(before)))

    async def _on_paste(self, event: events.Paste) -> None:
        await super()._on_paste(events.Paste(nfc(event.text)))
        event.stop()
        event.prevent_default()
        if event.text and unicodedata.combining(event.text[0]):
            self._join_marks()
