"""The count of a remote screen, reckoned from the picture and the server's clock, and drawn large."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import assert_never

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import ClockMode
from runofshow.core.count import Tone
from runofshow.core.counting import SOON, anthem_end
from runofshow.core.snapshot import Phase
from runofshow.core.value import replace
from runofshow.core.views.head import Head
from runofshow.core.views.items import CurrentView
from runofshow.core.views.sound import SoundView
from runofshow.line.counting import NOTHING, Run, run_of, sound_now
from runofshow.tui.digits import size_for, width_of
from runofshow.tui.formats import count_down, count_up, overrun
from runofshow.tui.lines import Line, Picture, cells, cut, tall, wrapped
from runofshow.tui.panels.count import HOUR, TEN_MINUTES, Number, drawn
from runofshow.tui.remote.scene import Scene


class Counted(Struct, frozen=True):
    text: str
    label: str
    tone: Tone
    frame: str
    """The widest text it takes, so that no digit moves while it runs."""


def counted(
    head: Head, current: CurrentView | None, scene: Scene, sound: SoundView | None = None
) -> Counted | None:
    """The count of this moment; None when there is nothing to count. `sound` is of who may see the player."""
    if head.phase is Phase.ENDED:
        return None
    if current is None:
        return None if head.floating else _to_start(head, scene)
    ends_at = None if sound is None else anthem_end(sound_now(sound, scene.now).decks)
    if ends_at is not None:
        rest = max(ends_at - scene.now, NOTHING)
        return _made(count_down(rest), scene.pen.words.count.anthem_left, Tone.CALM, rest)
    run = run_of(current, head.phase, scene.now)
    found = _running(current, run, scene)
    if head.phase is Phase.HELD:
        return Counted(found.text, scene.pages.held, Tone.HELD, found.frame)
    # a rite that takes longer is nobody's fault: the words say it, and nothing turns red
    return replace(found, tone=Tone.CALM) if current.protected else found


def _to_start(head: Head, scene: Scene) -> Counted:
    wait = head.session.start - scene.now
    if wait <= NOTHING:
        return _made(overrun(-wait), scene.pages.past_start, Tone.SOON, -wait)
    label = scene.pages.starts_in if head.phase is Phase.BEFORE else scene.pages.session_in
    return _made(count_down(wait), label, Tone.CALM, wait)


def _running(current: CurrentView, run: Run, scene: Scene) -> Counted:
    pages = scene.pages
    whole = run.passed + run.left
    is_over, by = run.left < NOTHING, overrun(-run.left)
    match current.clock:
        case ClockMode.UP_SOFT:
            return _made(count_up(run.passed), pages.passed, Tone.CALM, max(whole, run.passed))
        case ClockMode.UP:
            label = pages.over_by.format(count=by) if is_over else pages.passed
            tone = Tone.OVER if is_over else Tone.CALM
            return _made(count_up(run.passed), label, tone, max(whole, run.passed))
        case ClockMode.UNTIL_RESUMED:
            if is_over:
                return _made(by, pages.past_break, Tone.SOON, -run.left)
            return _made(count_down(run.left), pages.back_in, Tone.CALM, whole)
        case ClockMode.DOWN | ClockMode.MEDIA:
            if is_over:
                return _made(by, pages.over, Tone.OVER, -run.left)
            soon = run.left <= SOON and not current.protected
            return _made(count_down(run.left), pages.left, Tone.SOON if soon else Tone.CALM, whole)
        case _:
            assert_never(current.clock)


def _made(text: str, label: str, tone: Tone, longest: timedelta) -> Counted:
    widest = "0:00:00" if longest >= HOUR else "00:00" if longest >= TEN_MINUTES else "0:00"
    plain = "".join("0" if sign.isdigit() else sign for sign in text.lstrip("+"))
    frame = max(widest, plain, key=len)
    return Counted(text, label, tone, f"+{frame}" if text.startswith("+") else frame)


def style_of(tone: Tone, scene: Scene) -> Style:
    """The colour of a tone; never alone, a word stands beside it."""
    ink = scene.pen.ink
    match tone:
        case Tone.SOFT | Tone.CALM:
            return ink.strong
        case Tone.SOON:
            return ink.amber
        case Tone.OVER:
            return ink.red
        case Tone.HELD:
            return ink.quiet
        case _:
            assert_never(tone)


def phase_words(head: Head, scene: Scene) -> str:
    """What there is instead of a count."""
    match head.phase:
        case Phase.ENDED:
            return scene.pages.ended
        case Phase.BEFORE:
            return scene.pages.before
        case Phase.RUNNING | Phase.HELD:
            return scene.pages.between
        case _:
            assert_never(head.phase)


def count_line(counted: Counted | None, head: Head, scene: Scene) -> Line:
    """The count in a line of text."""
    if counted is None:
        return (scene.pen.strong(phase_words(head, scene)),)
    style = style_of(counted.tone, scene)
    return (Segment(counted.text, style), Segment(f"  {counted.label}", style))


def count_block(
    counted: Counted | None,
    head: Head,
    scene: Scene,
    beside: Callable[[int], Picture],
    width: int,
    rows: int,
) -> Picture:
    """The count as large as `rows` lines allow, what stands `beside` it to its right or beneath; a line when
    rows are few. `beside` is told how wide it may be.

    Exactly `rows` lines at most; what does not fit of `beside` is left out.
    """
    size = None
    if rows >= 4 and counted is not None and width >= 26:
        size = size_for(counted.frame, width * 2 // 3, rows - 1) or size_for(counted.frame, width, rows - 1)
    if size is None or counted is None:
        lines = [count_line(counted, head, scene), *beside(width)]
        return [cut(line, width) for line in lines][: max(0, rows)]
    style = style_of(counted.tone, scene)
    field = width_of(counted.frame, size)
    digits: Picture = list(
        drawn(Number(counted.text, counted.label, counted.tone, counted.frame, style), counted.frame, size)
    )
    digits.append(cut((Segment(counted.label, style),), field))
    room = width - field - 3
    if room < 16:
        return [*digits, *(cut(line, width) for line in beside(width))][:rows]
    right = tall([cut(line, room) for line in beside(room)], size.rows + 1)
    return [
        (*line, Segment(" " * (field - cells(line) + 3)), *right[y])
        for y, line in enumerate(tall(digits, size.rows + 1))
    ]


def item_lines(current: CurrentView | None, scene: Scene, width: int, most: int) -> Picture:
    """The running item: number, title and name."""
    if current is None or most < 1:
        return []
    pen = scene.pen
    lines = wrapped(f"{current.number}  {current.title}", width, pen.ink.strong, min(3, most))
    if current.by:
        lines += wrapped(current.by, width, pen.ink.text, 2)
    return lines[:most]
