"""The one number everybody looks for, and how it is drawn as large as the room allows."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import ClockMode
from runofshow.core.snapshot import Current, DeckNow, Phase, Snapshot, SoundNow
from runofshow.core.sound import Sounding, is_anthem
from runofshow.tui.digits import Size, big, size_for, width_of
from runofshow.tui.formats import count_down, count_up, overrun
from runofshow.tui.lines import Picture, cut, wrapped
from runofshow.tui.pen import Pen

SOON = timedelta(minutes=1)
"""The last minute of a count down is amber: somebody will have to act; never in a protected item."""

NOTHING = timedelta()
TEN_MINUTES = timedelta(minutes=10)
HOUR = timedelta(hours=1)


class Count(Struct, frozen=True):
    """The number, what it counts, and how it looks."""

    text: str
    label: str
    style: Style
    alarm: Style | None = None
    """How the label looks where it differs: a count up stays calm past its time, its label does not."""

    @property
    def label_style(self) -> Style:
        return self.alarm or self.style


def count(snapshot: Snapshot, pen: Pen) -> Count | None:
    """The count of this moment; None when there is nothing to count."""
    words, ink = pen.words, pen.ink
    now = snapshot.now
    if snapshot.phase is Phase.ENDED:
        return None
    current = snapshot.current
    if current is None:
        if snapshot.floating:
            return None
        start_at = snapshot.session.start_at
        to_start = start_at - now
        if snapshot.phase is Phase.BEFORE:
            if to_start > NOTHING:
                return Count(count_down(to_start), words.starts_in, ink.strong)
            return Count(overrun(-to_start), words.late_start, ink.amber)
        if to_start > NOTHING:
            return Count(count_down(to_start), words.next_session_in, ink.strong)
        return Count(overrun(-to_start), words.late_start, ink.amber)
    rest = anthem_left(snapshot.sound)
    # until it has ended nobody sits down, and nothing may be called
    sung = None if rest is None else Count(count_down(rest), words.sound.anthem_left, ink.strong)
    counted = sung or _running(current, pen)
    if snapshot.phase is Phase.HELD and not snapshot.sound.anthem:
        return Count(counted.text, words.held, ink.quiet)
    if current.row.protected:
        # A rite may take longer than its plan: the count says so, and raises no voice.
        return Count(counted.text, counted.label, ink.strong)
    return counted


def anthem_left(sound: SoundNow) -> timedelta | None:
    """What is left of the anthem while it sounds."""
    return next(
        (deck.remaining for deck in sound.decks if is_sung(deck) and deck.remaining is not None), None
    )


def is_sung(deck: DeckNow) -> bool:
    """Whether the anthem sounds on it."""
    return isinstance(deck.what, Sounding) and is_anthem(deck.track)


def _running(current: Current, pen: Pen) -> Count:
    words, ink = pen.words, pen.ink
    over = current.overrun > NOTHING
    match current.clock:
        case ClockMode.DOWN | ClockMode.MEDIA:
            if over:
                return Count(overrun(current.overrun), words.over, ink.red)
            soon = current.remaining <= SOON
            return Count(count_down(current.remaining), words.remaining, ink.amber if soon else ink.strong)
        case ClockMode.UP:
            label = words.over_by.format(by=overrun(current.overrun)) if over else words.elapsed
            return Count(count_up(current.elapsed), label, ink.strong, ink.red if over else None)
        case ClockMode.UP_SOFT:
            return Count(count_up(current.elapsed), words.elapsed, ink.strong)
        case ClockMode.UNTIL_RESUMED:
            if over:
                return Count(overrun(current.overrun), words.over_break, ink.amber)
            return Count(count_down(current.remaining), words.back_in, ink.strong)
        case _:
            assert_never(current.clock)


def template(text: str, current: Current | None) -> str:
    """The widest text this count takes before it is over, so that no digit moves while it runs."""
    plain = "".join("0" if sign.isdigit() else sign for sign in text.lstrip("+"))
    if text.startswith("+"):
        return f"+{plain}"
    longest = max(current.elapsed, current.row.planned + current.row.added) if current else NOTHING
    widest = "0:00:00" if longest >= HOUR else "00:00" if longest >= TEN_MINUTES else "0:00"
    return max(widest, plain, key=len)


def count_lines(counted: Count, current: Current | None, width: int, rows: int, pen: Pen) -> Picture:
    """The count with its label beside it or beneath; a plain line where there is no room for digits."""
    frame = template(counted.text, current)
    beside = min(len(counted.label), 14) + 3
    size = size_for(frame, width - beside, rows) or size_for(frame, width, rows - 1)
    if size is None:
        return [cut((pen.inked(counted.text, counted.style), pen.quiet(f"  {counted.label}")), width)]
    picture = drawn(counted, frame, size)
    field = width_of(frame, size)
    room = width - field - 3
    label = wrapped(counted.label, room, counted.label_style, 3) if room >= 4 else []
    if not label:
        return [*picture, cut((pen.inked(counted.label, counted.label_style),), width)]
    for at, line in enumerate(label):
        y = size.rows - len(label) + at
        picture[y] = (*picture[y], Segment("   "), *line)
    return picture


def drawn(counted: Count, frame: str, size: Size) -> Picture:
    """The digits alone, their right edge where `frame` ends."""
    # Weight thickens no block, and a reversed or underlined one would have holes: only the colour counts.
    style = Style(color=counted.style.color)
    field = width_of(frame, size)
    return [(Segment(f"{line:>{field}}", style),) for line in big(counted.text, size)]
