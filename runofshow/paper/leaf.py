"""A worksheet while it is written, row by row, with the pages that it is printed on.

Excel obeys the page breaks it is told only where it may not fit the sheet to pages by itself: so the scale
that brings the fullest page, and the width, onto paper is reckoned here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from runofshow.paper import measures
from runofshow.paper.measures import POINTS_OF_A_MM
from runofshow.paper.sheet import Paragraph

_SURELY: Final = 0.96
"""Of a page is used: printers differ."""
_LEAST_SCALE: Final = 10
"""Percent; Excel takes no less."""


def kept_together(blocks: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, tuple[Paragraph, ...]]]:
    """Each with those that stand on its page with it: a head never stands alone at the end of one."""
    for at, each in enumerate(blocks):
        end = at
        while end + 1 < len(blocks) and blocks[end].keep_with_next:
            end += 1
        yield each, tuple(blocks[at + 1 : end + 1])


class Leaf:
    """One worksheet; `row` is the next one that is written."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.row = 0
        self._breaks: list[int] = []
        self._heights = [0.0]
        self._head = 0.0

    def begin(self, new_page: bool) -> None:
        """Let the next row begin a page, where it is not the first."""
        if new_page and self.row:
            self._breaks.append(self.row)
            self._heights.append(self._head)

    @property
    def is_broken(self) -> bool:
        """Whether it goes on over more than a page."""
        return bool(self._breaks)

    def is_full_for(self, height: float, landscape: bool) -> bool:
        """Whether rows of that height, which stand on one page, have no room on this one any more."""
        return self._heights[-1] + height > measures.height_mm(landscape) * POINTS_OF_A_MM

    def take(self, height: float) -> int:
        """The next row, so many points high."""
        self.sheet.set_row(self.row, height)
        self._heights[-1] += height
        self.row += 1
        return self.row - 1

    def repeat(self, head: int, height: float) -> None:
        """Print the row `head` on every page from here on, and keep it in sight on the screen."""
        self.sheet.repeat_rows(head)
        self.sheet.freeze_panes(head + 1, 0)
        self._head = height

    def fit(self, width: float, landscape: bool) -> None:
        """Bring it onto the pages it was told, `width` points wide."""
        if not self._breaks:
            self.sheet.fit_to_pages(1, 1)
            return
        across = measures.width_mm(landscape) * POINTS_OF_A_MM / width
        down = measures.height_mm(landscape) * POINTS_OF_A_MM / max(self._heights)
        self.sheet.set_print_scale(max(_LEAST_SCALE, int(100 * _SURELY * min(across, down, 1.0))))
        self.sheet.set_h_pagebreaks(self._breaks)
