"""The timecode that comes in, in a few words: quiet while it is there, aloud when it is lost."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from runofshow.core.timecode_now import Movement, TimecodeNow
from runofshow.tui.formats import clock, joined
from runofshow.tui.lines import EMPTY, Line
from runofshow.tui.pen import Pen


def timecode_line(now: TimecodeNow | None, pen: Pen, quiet: Style, with_rate: bool = False) -> Line:
    """`▶ mã giờ 01:00:10 · 25 hình/giây`, or why none comes; empty where nobody listens to one."""
    if now is None:
        return EMPTY
    words = pen.words.timecode
    if now.movement is Movement.LOST:
        ink = quiet if pen.calm else pen.ink.amber + Style(reverse=True)
        said = words.never if now.code is None else words.lost.format(at=clock(now.since, pen.tz))
        why = now.detail if with_rate else ""
        return (Segment(f" {joined(said, why)} ", ink), Segment(" ", quiet))
    rate = words.rate.format(rate=now.rate) if with_rate and now.rate else ""
    if now.code is None:
        return (Segment(f"{joined(words.none_yet, rate)}  ", quiet),)
    phrase = {
        Movement.RUNNING: words.running,
        Movement.BACKWARD: words.backward,
        Movement.STANDING: words.standing,
    }[now.movement]
    return (Segment(f"{joined(phrase.format(code=now.code), rate)}  ", quiet),)
