"""One deck of the player: what it does, with which recording, how much is left of it, how loud it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.snapshot import DeckNow
from runofshow.core.sound import Armed, Deck, Sounding
from runofshow.tui.big_digits import big, size_for, width_of
from runofshow.tui.formats import count_down, count_up
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, cut, pad, spread, tall, wrapped
from runofshow.tui.pen import Pen
from runofshow.tui.track_marks import track_mark

ENDING = timedelta(seconds=10)
"""What is left is amber from here on: somebody must know what comes after it."""
QUIETEST, HOT = -60.0, -3.0
"""Decibels below full scale: where the meter begins, and from where it warns."""
METER = 40
"""Cells of the longest meter: 1.5 decibels each."""
HIGH_FOR_ANTHEM = ((52, 22), (40, 18), (30, 14), (0, 8))
"""How many lines a deck has on which the anthem sounds, from so many lines of the face on."""
HOUR, TEN_MINUTES = timedelta(hours=1), timedelta(minutes=10)


class _Left(Struct, frozen=True):
    """The number of a deck, and what it counts."""

    text: str
    label: str
    style: Style


def decks_panel(
    decks: Sequence[DeckNow], pen: Pen, width: int, rows: int, levels: Mapping[Deck, float]
) -> Picture:
    """All decks beside each other; the anthem has the most room, as long as it sounds."""
    bar = Segment(" │ ", pen.ink.rule)
    sung = any(deck.is_sung for deck in decks)
    shares = [2 if deck.is_sung or not sung else 1 for deck in decks]
    room = width - 3 * (len(decks) - 1)
    columns = []
    for deck, share in zip(decks, shares, strict=True):
        wide = max(1, room * share // sum(shares))
        columns.append((deck_panel(deck, pen, wide, rows, levels.get(deck.deck)), wide))
    return tall(beside(columns, rows, bar), rows)


def rows_of_decks(decks: Sequence[DeckNow], rows: int, height: int) -> int:
    """`rows`, and more while the anthem sounds: what is left of it is as large as the count of the stage."""
    if not any(deck.is_sung for deck in decks):
        return rows
    return max(rows, next(high for low, high in HIGH_FOR_ANTHEM if height >= low))


def deck_panel(deck: DeckNow, pen: Pen, width: int, rows: int, level: float | None) -> Picture:
    """The deck in exactly `rows` lines. `level` in decibels below full scale; None where nobody hears it."""
    head, track = _head(deck, pen, width), deck.track
    if deck.what is None:
        return tall([head], rows)
    title = track.title if track is not None else deck.what.track_id
    left = _left(deck, pen)
    foot: Picture = [_bar(deck, pen, width), _meter(deck, level, pen, width)]
    room = max(0, rows - 1 - len(foot))
    if room >= 7:
        # high enough for the title above the digits, over the whole width
        top = wrapped(title, width, pen.ink.strong, 2)
        body: Picture = [*tall(top, 2), *_count(left, deck, width, room - 2, pen)]
    else:
        digits = _count(left, deck, width, room, pen, with_label=False)
        field = max(map(cells, digits), default=0)
        words: Picture = wrapped(title, max(1, width - field - 2), pen.ink.strong, max(1, room - 1))
        words = [*tall(words, room - 1), (pen.quiet(left.label),)]
        body = beside([(words, width - field - 2), (digits, field)], room, Segment("  "))
    return [*tall([head, *body], rows - len(foot)), *foot][:rows]


def _head(deck: DeckNow, pen: Pen, width: int) -> Line:
    words, ink = pen.words.sound, pen.ink
    match deck.what:
        case Sounding(fading_until=None):
            state = pen.inked(f"▶ {words.playing}", ink.accent)
        case Sounding():
            state = pen.inked(f"▽ {words.fading}", ink.strong)
        case Armed():
            state = pen.inked(f"● {words.armed}", ink.green)
        case _:
            state = pen.quiet(f"○ {words.empty}")
    name: Line = (pen.quiet(f"{words.deck.format(deck=deck.deck.value)}  "), state)
    mark = EMPTY if deck.track is None else track_mark(deck.track.mark, pen)
    return spread(name, mark, width)


def _left(deck: DeckNow, pen: Pen) -> _Left:
    words, ink = pen.words.sound, pen.ink
    if not isinstance(deck.what, Sounding):
        text = "--:--" if deck.remaining is None else count_down(deck.remaining)
        loops = deck.track is not None and deck.track.loop
        return _Left(text, pen.words.loops if loops else words.length, ink.quiet)
    if deck.remaining is None:
        loops = deck.track is not None and deck.track.loop
        label = f"{words.played} · {pen.words.loops}" if loops else words.played
        return _Left(count_up(deck.elapsed), label, ink.strong)
    ends_soon = deck.remaining <= ENDING and deck.what.fading_until is None and not pen.calm
    return _Left(count_down(deck.remaining), words.left, ink.amber if ends_soon else ink.strong)


def _count(
    left: _Left, deck: DeckNow, width: int, rows: int, pen: Pen, *, with_label: bool = True
) -> Picture:
    """The digits as large as the room, each where it stands from the beginning to the end of the track."""
    longest = (
        max(deck.elapsed + (deck.remaining or timedelta()), deck.what.length or timedelta())
        if (deck.what)
        else timedelta()
    )
    frame = "0:00:00" if longest >= HOUR else "00:00" if longest >= TEN_MINUTES else "0:00"
    frame = max(frame, left.text, key=len)
    beyond = cells((pen.text(left.label),)) + 3 if with_label else 12
    # what sounds is what the eye must find; how long the other one is can wait
    size = size_for(frame, width - beyond, rows if isinstance(deck.what, Sounding) else min(rows, 3))
    if size is None:
        label = f"  {left.label}" if with_label else ""
        return [cut((pen.inked(left.text, left.style), pen.quiet(label)), width)]
    field = width_of(frame, size)
    ink = Style(color=left.style.color)
    picture: Picture = [(Segment(f"{line:>{field}}", ink),) for line in big(left.text, size)]
    if with_label:
        picture[-1] = (*picture[-1], pen.text("   "), pen.quiet(left.label))
    return picture


def _bar(deck: DeckNow, pen: Pen, width: int) -> Line:
    """How much of it has been heard, and how long it is."""
    what = deck.what
    if what is None:
        return EMPTY
    if what.length is None or what.length <= timedelta():
        return (pen.inked("─" * width, pen.ink.rule),)
    heard = min(max(deck.elapsed / what.length, 0.0), 1.0)
    said: Line = (pen.quiet(f"  {count_down(what.length)}"),)
    room = max(0, width - cells(said))
    full = int(heard * room)
    tip = "╸" if 0 < full < room else ""
    ink = pen.ink.text
    return cut(
        (Segment("━" * full + tip, ink), Segment("─" * (room - full - len(tip)), pen.ink.rule), *said), width
    )


def _meter(deck: DeckNow, level: float | None, pen: Pen, width: int) -> Line:
    """`mức ▮▮▮▮▮▮────  -18 dB`; nothing where nobody hears it."""
    if level is None or not isinstance(deck.what, Sounding):
        return EMPTY
    words = pen.words.sound
    name = f"{words.level} "
    if level <= QUIETEST:
        return cut((pen.quiet(f"{name}{words.silent}"),), width)
    level = min(level, 0.0)
    said = f" {level:4.0f} dB"
    room = min(METER, width - len(name) - len(said))
    if room < 6:
        return cut((pen.quiet(f"{name}{said.strip()}"),), width)
    full = round((level - QUIETEST) / -QUIETEST * room)
    hot = round((HOT - QUIETEST) / -QUIETEST * room)
    return pad(
        (
            pen.quiet(name),
            pen.text("▮" * min(full, hot)),
            pen.inked("▮" * max(0, full - hot), pen.ink.amber),
            pen.inked("·" * (room - full), pen.ink.rule),
            pen.quiet(said),
        ),
        width,
    )
