"""One role's way in: its code in large letters, its link, its QR code."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style

from runofshow.hall.guests import JoinLink
from runofshow.tui.code_letters import LETTERS_HEIGHT, large, spaced
from runofshow.tui.hall import HallNow
from runofshow.tui.lines import EMPTY, Picture, beside, cells, centred, cut, wrapped
from runofshow.tui.pen import Pen

QR_INK = Style.parse("#ffffff on #000000")
"""Always so, on light grounds too: what is light in the code must be lighter than what is dark."""


def _code(link: JoinLink, pen: Pen, width: int) -> Picture:
    """The code in large letters where they fit, else spaced."""
    letters = large(link.code)
    if letters is None or cell_len(letters[0]) > width:
        return [cut((pen.strong(spaced(link.code)),), width)]
    return [(pen.strong(line),) for line in letters]


def door(hall: HallNow, link: JoinLink, pen: Pen, qr: Sequence[str], width: int) -> Picture:
    """The chosen role's way in, one thing beneath the other."""
    head = cut((pen.inked(pen.holder(link.role), pen.ink.accent),), width)
    lines: Picture = [head, EMPTY, *_code(link, pen, width)]
    lines += [(pen.text(line),) for line in _link(link, width)]
    lines += [centred((pen.inked(line, QR_INK),), width) for line in qr]
    return [*lines, *_advice(hall, link, pen, width)]


def low_door(hall: HallNow, link: JoinLink, pen: Pen, width: int, height: int) -> Picture:
    """The same in a few lines above the list."""
    role = pen.inked(pen.holder(link.role), pen.ink.accent)
    written: Picture = [(pen.text(line),) for line in _link(link, width)]
    letters: Picture = _code(link, pen, width)
    if len(letters) == 1 or height < LETTERS_HEIGHT + 4 + len(written):
        head = cut((role, pen.text("   "), pen.strong(spaced(link.code))), width)
        return [head, *written, EMPTY][: max(1, height - 1)] if height >= 1 else []
    beyond = width - cells(letters[0]) - 3
    note: Picture = [cut((role,), max(1, beyond))]
    if beyond >= 12:
        note = [*note, *_advice(hall, link, pen, beyond)][:LETTERS_HEIGHT]
    rows = beside([(letters, cells(letters[0])), (note, beyond)], LETTERS_HEIGHT, pen.text("   "))
    return [*rows, *written, (pen.inked("─" * width, pen.ink.rule),)]


def qr_alone(hall: HallNow, link: JoinLink, pen: Pen, qr: Sequence[str], width: int, height: int) -> Picture:
    """The code in the middle of the panel, and its letters beside it as far as they fit."""
    wide = max((cell_len(line) for line in qr), default=0)
    if wide > width or len(qr) > height:
        said = pen.words.joining.no_room.format(width=wide + 4, height=len(qr) + 8)
        return [*low_door(hall, link, pen, width, height - 2), *wrapped(said, width, pen.ink.amber, 2)]
    drawn: Picture = [(pen.inked(line, QR_INK),) for line in qr]
    beyond = width - wide - 3
    if beyond < 12:
        return drawn
    note: Picture = [
        cut((pen.inked(pen.holder(link.role), pen.ink.accent),), beyond),
        EMPTY,
        *_code(link, pen, beyond),
    ]
    note += [EMPTY, *((pen.text(line),) for line in _link(link, beyond))]
    note += [EMPTY, *wrapped(obstacle(hall, pen), beyond, pen.ink.amber, 3)]
    return beside([(drawn, wide), (note, beyond)], height, pen.text("   "))


def obstacle(hall: HallNow, pen: Pen) -> str:
    """Why a phone cannot come in, and what to do; empty when it can."""
    words = pen.words.joining
    if not hall.is_open_to_hall:
        return words.closed_advice
    return "" if hall.has_network else words.no_network


def _link(link: JoinLink, width: int) -> list[str]:
    """The link, never cut: what is typed from it must be whole."""
    return [link.url[at : at + width] for at in range(0, len(link.url), max(1, width))]


def _advice(hall: HallNow, link: JoinLink, pen: Pen, width: int) -> Picture:
    if hall.of_role(link.role):
        return []
    return wrapped(pen.words.joining.none_yet, width, pen.ink.quiet, 3)
