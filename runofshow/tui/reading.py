"""Where whoever reads a text aloud should be by now, in every window of the terminal: one quiet line."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.speech.clock import SpeechNow
from runofshow.tui.lines import Line, Picture, cut
from runofshow.tui.pen import Pen


def speech_lines(told: SpeechNow | None, now: datetime, pen: Pen, width: int) -> Picture:
    """`theo bài: trang 2/3 · 50 % · “Việc thứ hai là một lịch nước…”`; nothing where no text is read."""
    words = pen.words.running
    if told is None:
        return []
    if told.is_over(now):
        return [cut((pen.quiet(words.speech_over),), width)]
    pages = f"{'~' if told.pages_reckoned else ''}{told.pages}"
    page = words.speech_page.format(page=told.passage(now).page, pages=pages)
    return [_line(words.by_speech, (pen.text(page), pen.quiet(" · ")), told, now, pen, width)]


def mc_speech_lines(told: SpeechNow | None, now: datetime, pen: Pen, width: int) -> Picture:
    """`theo lời dẫn: 50 % · “Kính thưa các đồng chí…”`; nothing once the words have been said."""
    if told is None or told.is_over(now):
        return []
    return [_line(pen.words.running.by_mc_speech, (), told, now, pen, width)]


def _line(by: str, where: Line, told: SpeechNow, now: datetime, pen: Pen, width: int) -> Line:
    """The first words stand last, for they can be cut."""
    passage = told.passage(now)
    share = pen.quiet(f"{told.percent(now)} % · ")
    return cut((pen.quiet(f"{by}: "), *where, share, pen.text(f"“{passage.head}”")), width)
