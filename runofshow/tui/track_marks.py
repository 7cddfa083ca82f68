"""What must never be confused between two recordings: told by a word, a shape and a fill."""

from __future__ import annotations

from typing import assert_never

from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import TrackMark
from runofshow.tui.lines import EMPTY, Line, cells, cut
from runofshow.tui.pen import Pen


def track_mark(mark: TrackMark, pen: Pen, style: Style | None = None) -> Line:
    """`■ KHÔNG LỜI` reversed, `“ CÓ LỜI ”` underlined, `▷ TIẾNG CLIP`; nothing for a plain one.

    `style` takes the place of the strong ink.
    """
    said, ink = pen.words.track_mark(mark), style or pen.ink.strong
    match mark:
        case TrackMark.ANTHEM_WITHOUT_WORDS:
            return (Segment(f" ■ {said} ", ink + Style(reverse=True)),)
        case TrackMark.ANTHEM_WITH_WORDS:
            return (Segment(f"“ {said} ”", ink + Style(underline=True)),)
        case TrackMark.CLIP:
            return (Segment(f"▷ {said}", pen.ink.quiet),)
        case TrackMark.PLAIN:
            return EMPTY
        case _:
            assert_never(mark)


def titled(title: str, mark: TrackMark, pen: Pen, style: Style, width: int) -> Line:
    """The title with its mark behind it in at most `width` cells; the title is cut, the mark is not."""
    marked = track_mark(mark, pen)
    end: Line = (Segment(" "), *marked) if marked else EMPTY
    return cut((*cut((Segment(title, style),), width - cells(end)), *end), width)
