"""The one widget that draws: lines on a screen, of which only the changed ones are painted again."""

from __future__ import annotations

import re

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from runofshow.tui.lines import Line, Picture, cells

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Signs that steer a terminal. They are no wider than nothing, so leaving them out moves nothing."""


class Canvas(Widget):
    """Shows a picture. Setting one that differs in a line paints that line."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: Picture = []
        self._strips: list[Strip] = []

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._lines

    def show(self, picture: Picture) -> None:
        """Put `picture` in place of what is shown."""
        if len(picture) != len(self._lines):
            self._lines, self._strips = picture, [_strip(line) for line in picture]
            self.refresh()
            return
        changed = [y for y, line in enumerate(picture) if line != self._lines[y]]
        for y in changed:
            self._strips[y] = _strip(picture[y])
        self._lines = picture
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        return self._line(y, self.size.width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        # Textual's own way looks on each line for borders, padding and links, which are not here, and reckons
        # the colours beneath it anew: two of the three milliseconds of a drawing.
        width, style, (_, background) = self.size.width, self.rich_style, self.background_colors
        filters = self.get_line_filters()
        strips = []
        for y in crop.line_range:
            strip = self._line(y, width, style)
            for one in filters:
                strip = strip.apply_filter(one, background)
            strips.append(strip.crop(*crop.column_span))
        return strips

    def _line(self, y: int, width: int, style: Style) -> Strip:
        strip = self._strips[y] if y < len(self._strips) else Strip.blank(width)
        return strip.adjust_cell_length(width).apply_style(style)


def _strip(line: Line) -> Strip:
    segments = [
        Segment(_CONTROL.sub("", text), style) if _CONTROL.search(text) else Segment(text, style)
        for text, style, _ in line
    ]
    return Strip(segments, cells(tuple(segments)))
