"""The timecode that comes in, in a few words: quiet while it is there, aloud when it is lost."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from runofshow.core.timecode_now import Movement, TimecodeNow
from runofshow.tui.formats import clock
from runofshow.tui.lines import EMPTY, Line
from runofshow.tui.pen import Pen


def timecode_line(now: TimecodeNow | None, pen: Pen, quiet: Style) -> Line:
    """`▶ mã giờ 01:00:10`; empty where nobody listens to one."""
    if now is None:
        return EMPTY
    words = pen.words.timecode
    if now.movement is Movement.LOST:
        ink = quiet if pen.calm else pen.ink.amber + Style(reverse=True)
        return (Segment(f" {words.lost.format(at=clock(now.since, pen.tz))} ", ink), Segment(" ", quiet))
    if now.code is None:
        return (Segment(f"{words.none_yet}  ", quiet),)
    phrase = {
        Movement.RUNNING: words.running,
        Movement.BACKWARD: words.backward,
        Movement.STANDING: words.standing,
    }[now.movement]
    return (Segment(f"{phrase.format(code=now.code)}  ", quiet),)
