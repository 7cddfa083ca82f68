"""The list of files on the first screen: chosen with the arrows, found by some letters or by a typed path."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from runofshow.texts.first import FirstTexts
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.dialog import Dialog
from runofshow.tui.first.listing import List, Listed, matching
from runofshow.tui.first.typed_path import typed_path
from runofshow.tui.lines import Line, Picture, cells, cut, over, pad, spread
from runofshow.tui.panels.order import first_shown
from runofshow.tui.pen import Pen
from runofshow.tui.vietnamese_fields import Entry

PAGE = 8
FILE_ROOM = 22
"""Cells that a file's name may keep behind a long title."""


class Finder(Dialog[Listed | None]):
    """Gives the file chosen, or None when it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, files: List, words: FirstTexts, pen: Pen) -> None:
        super().__init__()
        self._title, self._words, self._pen = title, words, pen
        self._files = files
        self._all: list[Listed] = []
        self._found: list[Listed] = []
        self._is_looking = True
        self._wanted = ""
        self._typed: Listed | None = None
        """The file that a typed path leads to."""
        self._trouble = ""
        self._at = self._top = 0
        self._canvas = Canvas()

    def compose(self) -> ComposeResult:
        with Vertical(classes="card files"):
            yield Static(self._title, id="title", markup=False)
            yield Entry(compact=True, placeholder=self._words.type_here)
            yield self._canvas
            yield Static(self._words.list_keys, id="below", markup=False)

    @property
    def takes_early_keys(self) -> bool:
        return True

    def on_mount(self) -> None:
        self.query_one(Entry).focus()
        self.run_worker(self._look(), exit_on_error=False)
        self.call_after_refresh(self._draw)

    async def _look(self) -> None:
        # a stick or a network folder may take long: what is typed meanwhile is heard
        try:
            self._all = await asyncio.to_thread(self._files, None)
        except OSError as error:
            self._trouble = error.strerror or str(error)
        self._is_looking = False
        self._seek(self.query_one(Entry).value, anew=True)
        self._draw()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._seek(event.value)
        self._draw()

    def _seek(self, wanted: str, *, anew: bool = False) -> None:
        if wanted == self._wanted and not anew:
            return
        self._wanted, self._trouble, self._at = wanted, "", 0
        path = typed_path(wanted)
        if path is None:
            self._found = matching(self._all, wanted)
            return
        try:
            if path.is_dir():
                self._found = self._files(path)
            else:
                begun = self._files(path.parent) if path.parent.is_dir() else []
                self._found = matching(begun, path.name) if not path.exists() else self._exactly(path, begun)
                if not self._found:
                    self._trouble = self._words.no_file.format(path=path)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self._found, self._trouble = [], self._words.folder_unread.format(path=path, reason=reason)

    def _exactly(self, path: object, begun: list[Listed]) -> list[Listed]:
        return [one for one in begun if one.path == path]

    def on_key(self, event: events.Key) -> None:
        by = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}.get(event.key)
        if by is not None:
            event.stop()
            self._at = max(0, min(self._at + by, len(self._found) - 1))
            self._draw()

    def on_click(self, event: events.Click) -> None:
        """A click opens the line it falls on."""
        at = event.screen_y - self._canvas.region.y
        if self._canvas.region.contains(event.screen_x, event.screen_y) and self._top + at < len(self._found):
            self._at = self._top + at
            self._take()

    # Drawing

    def _draw(self) -> None:
        width, height = self._canvas.size
        if width < 8 or height < 1:
            return
        self._top = first_shown(len(self._found), height, self._at, self._top)
        picture: Picture = [
            self._line(one, number == self._at, width)
            for number, one in enumerate(self._found[self._top : self._top + height], start=self._top)
        ]
        if not picture:
            words = self._words
            said = self._trouble or (
                words.looking if self._is_looking else words.none_matches if self._all else words.none_found
            )
            picture = [pad((self._pen.quiet(said),), width)]
        self._canvas.show([*picture, *[pad((), width)] * (height - len(picture))])

    def _line(self, one: Listed, is_chosen: bool, width: int) -> Line:
        ink = self._pen.ink
        mark = Segment("▶ " if is_chosen else "  ", ink.accent)
        name = Segment(one.name, ink.strong if is_chosen else ink.text)
        told = f"{one.kind:<9} {one.when:>16}"
        where = "" if one.is_folder else one.path.name if one.name != one.path.name else one.path.parent.name
        room = width - cell_len(told) - 2
        behind: Line = cut((self._pen.quiet(f"  {where}"),), FILE_ROOM) if where else ()
        # a long title leaves its file on the line: two events of one title are told apart by it
        left = cut((*cut((mark, name), room - cells(behind)), *behind), room)
        line = pad(spread(left, (self._pen.quiet(f"  {told}"),), width), width)
        return over(line, ink.cursor) if is_chosen else line

    # Answers

    def submit(self) -> None:
        # Enter comes before the news of the letters that were typed with it
        self._seek(self.query_one(Entry).value)
        self._take()

    def _take(self) -> None:
        if not (self.stands and self._found):
            self._draw()
            return
        chosen = self._found[self._at]
        if chosen.is_folder:
            field = self.query_one(Entry)
            field.value = f"{chosen.path}/"
            field.cursor_position = len(field.value)
            self._seek(field.value)
            self._draw()
        else:
            self.dismiss(chosen)

    def action_close(self) -> None:
        self.leave()
