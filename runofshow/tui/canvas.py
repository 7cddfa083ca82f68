"""The one widget that draws: lines on a screen, of which only the changed ones are painted again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from runofshow.tui.lines import EMPTY, Picture, cells

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Signs that steer a terminal. They are no wider than nothing, so leaving them out moves nothing."""


class Canvas(Widget):
    """Shows a picture. Setting one that differs in a line paints that line."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: Picture = []
        self._strips: list[Strip | None] = []
        """The lines as they were painted last; None of those that were not yet."""
        self._painted_on: object = None
        """The width, colours and filters with which they were."""

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._lines

    def show(self, picture: Picture) -> None:
        """Put `picture` in place of what is shown."""
        if len(picture) != len(self._lines):
            self._lines, self._strips = picture, [None] * len(picture)
            self.refresh()
            return
        changed = [y for y, line in enumerate(picture) if line != self._lines[y]]
        for y in changed:
            self._strips[y] = None
        self._lines = picture
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        return self._painted(y, self.size.width, self.rich_style, [], self.background_colors[1])

    def render_lines(self, crop: Region) -> list[Strip]:
        # Textual's own way looks on each line for borders, padding and links, which are not here, reckons the
        # colours beneath it anew, and makes a strip at each step: two of the three milliseconds of a drawing.
        width, style, (_, background) = self.size.width, self.rich_style, self.background_colors
        filters = self.get_line_filters()
        painted_on = (width, style, background, *filters)
        if painted_on != self._painted_on:
            self._painted_on, self._strips = painted_on, [None] * len(self._lines)
        strips = []
        for y in crop.line_range:
            strip = self._strips[y] if y < len(self._strips) else None
            if strip is None:
                strip = self._painted(y, width, style, filters, background)
                self._strips[y : y + 1] = [strip] if y < len(self._strips) else []
            strips.append(strip.crop(*crop.column_span))
        return strips

    def _painted(
        self, y: int, width: int, style: Style, filters: Sequence[LineFilter], background: Color
    ) -> Strip:
        line = self._lines[y] if y < len(self._lines) else EMPTY
        segments = [
            Segment(_CONTROL.sub("", text), ink) if _CONTROL.search(text) else Segment(text, ink)
            for text, ink, _ in line
        ]
        length = cells(tuple(segments))
        if length != width:
            # between a change of the window and the drawing that follows it
            segments = list(Strip(segments, length).adjust_cell_length(width))
        segments = list(Segment.apply_style(segments, style))
        for one in filters:
            segments = one.apply(segments, background)
        return Strip(segments, width)
