"""Who is connected and how to come in: each role with its code and machines, and the chosen one's door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from rich.cells import cell_len

from runofshow.core.agenda import Role
from runofshow.core.snapshot import Snapshot
from runofshow.hall.guests import Guest, JoinLink
from runofshow.tui.code_letters import LETTERS_HEIGHT, spaced
from runofshow.tui.formats import count_up
from runofshow.tui.hall import HallNow, device
from runofshow.tui.lines import (
    EMPTY,
    Line,
    Picture,
    beside,
    cells,
    cut,
    over,
    pad,
    spread,
    tall,
    wrapped,
)
from runofshow.tui.panels.door import door, low_door, obstacle, qr_alone
from runofshow.tui.panels.footer import Status, status_line
from runofshow.tui.panels.order import first_shown
from runofshow.tui.panels.over_board import headline, key_line
from runofshow.tui.pen import Pen

LIST_WIDTH = 58
"""Cells that the list of roles keeps beside a QR code."""

COUNT_WIDTH = 7
"""Cells for how many machines a role has."""


class JoiningLook(Struct, frozen=True):
    """What the caller has chosen to see of the doors."""

    role: Role | None = None
    guest_id: str | None = None
    """The guest under the cursor; None while it stands on the role."""
    is_qr: bool = False
    """The code fills the panel, where both do not fit."""
    status: Status | None = None


Entry = JoinLink | Guest


def entries(hall: HallNow) -> list[Entry]:
    """What stands on each line of the list: a role, and beneath it who came in as it."""
    listed: list[Entry] = []
    for link in hall.links:
        listed += [link, *hall.of_role(link.role)]
    return listed


def place(hall: HallNow, look: JoiningLook) -> int:
    """The line of the list under the cursor; a guest who has left gives it back to the role."""
    listed = entries(hall)
    for at, entry in enumerate(listed):
        if isinstance(entry, Guest) and entry.guest_id == look.guest_id:
            return at
    links = (at for at, entry in enumerate(listed) if isinstance(entry, JoinLink) and entry.role is look.role)
    return next(links, 0)


def chosen_link(hall: HallNow, look: JoiningLook) -> JoinLink | None:
    """The role the cursor is at, also while it stands on one of its guests."""
    listed = entries(hall)
    if not listed:
        return None
    role = listed[place(hall, look)].role
    return next((link for link in hall.links if link.role is role), None)


def fits_beside(qr: Sequence[str], width: int, height: int) -> bool:
    """Whether the code has room beside the list, with its letters and its link."""
    return bool(qr) and width >= LIST_WIDTH + 3 + _side(qr) and height >= len(qr) + LETTERS_HEIGHT + 7


def _side(qr: Sequence[str]) -> int:
    return max(42, max((cell_len(line) for line in qr), default=0))


def joining_panel(
    hall: HallNow | None,
    snapshot: Snapshot,
    pen: Pen,
    look: JoiningLook,
    qr: Sequence[str],
    width: int,
    height: int,
) -> Picture:
    """The panel in exactly `width` by `height` cells. `qr` is the code of the chosen role's link."""
    if width < 1 or height < 1:
        return []
    top: Picture = [headline(pen.words.joining.title, snapshot, pen, width)]
    feet: Picture = []
    if height >= 4:
        feet = [_keys(hall, pen, width, look, fits_beside(qr, width, height - 3))]
    if height >= 12 or (height >= 6 and look.status is not None):
        # In a panel of some height its line is always kept, so that nothing moves when something is said.
        feet = [status_line(look.status, None, pen, width), *feet]
    room = height - len(top) - len(feet)
    body = _body(hall, pen, look, qr, width, room)
    return [pad(line, width) for line in [*top, *tall(body, room), *feet]]


def _body(
    hall: HallNow | None, pen: Pen, look: JoiningLook, qr: Sequence[str], width: int, height: int
) -> Picture:
    words = pen.words.joining
    if hall is None:
        return _nothing(words.no_server, words.no_server_why, pen, width)
    if hall.problem:
        return _nothing(words.failed.format(problem=hall.problem), words.failed_why, pen, width)
    link = chosen_link(hall, look)
    if link is None:
        return []
    if look.is_qr and not fits_beside(qr, width, height):
        return qr_alone(hall, link, pen, qr, width, height)
    where = _where(hall, pen, width, height)
    room = height - len(where)
    if fits_beside(qr, width, height):
        side = _side(qr)
        listed = _list(hall, pen, look, width - side - 3, room)
        return [
            *where,
            *beside(
                [(listed, width - side - 3), (door(hall, link, pen, qr, side), side)],
                room,
                pen.inked(" │ ", pen.ink.rule),
            ),
        ]
    above = low_door(hall, link, pen, width, room)
    return [*where, *above, *_list(hall, pen, look, width, room - len(above))]


def _nothing(what: str, why: str, pen: Pen, width: int) -> Picture:
    """Without a server: what is the matter, and how it is mended."""
    return [
        EMPTY,
        *wrapped(f"✗ {what}", width, pen.ink.amber, 4),
        EMPTY,
        *wrapped(why, min(width, 84), pen.ink.text, 8),
    ]


def _where(hall: HallNow, pen: Pen, width: int, height: int) -> Picture:
    """The address, whether the hall is let in, and what to do when a phone cannot come in."""
    words = pen.words.joining
    state = pen.inked(words.open, pen.ink.green) if hall.is_open_to_hall else pen.quiet(words.closed)
    address: Line = (pen.quiet(f"{words.opening}  "), pen.strong(hall.address), pen.text("   "))
    lines: Picture = [cut((*address, state), width)]
    if hall.agents is not None:
        url, token = hall.agents
        lines += wrapped(words.agents.format(url=url, token=token), width, pen.ink.quiet, 2)
    lines += wrapped(obstacle(hall, pen), width, pen.ink.amber, 2)
    # The same lines with and without advice, so that nothing moves when the hall is opened.
    lines = tall(lines, max(2, len(lines))) if height >= 12 else lines
    return [*lines, (pen.inked("─" * width, pen.ink.rule),)] if height >= 10 else lines[: max(0, height)]


def _list(hall: HallNow, pen: Pen, look: JoiningLook, width: int, height: int) -> Picture:
    listed, at = entries(hall), place(hall, look)
    top = first_shown(len(listed), height, at, 0)
    lines: Picture = []
    for index, entry in enumerate(listed[top : top + max(0, height)], start=top):
        chosen = index == at
        line = (
            _role_line(hall, entry, pen, width, chosen)
            if isinstance(entry, JoinLink)
            else _guest_line(entry, hall.now, pen, width, chosen)
        )
        lines.append(over(line, pen.ink.cursor) if chosen else line)
    return lines


def _role_line(hall: HallNow, link: JoinLink, pen: Pen, width: int, chosen: bool) -> Line:
    words = pen.words.joining
    here = hall.here(link.role)
    name: Line = (
        pen.strong("› " if chosen else "  "),
        *pad(cut((pen.text(pen.words.role(link.role)),), 19), 20),
        pen.strong(spaced(link.code)),
    )
    said: Line = (pen.text(words.machines.format(count=here)) if here else pen.quiet("–"),)
    # Behind the link `99 máy` must fit, so that every role has one or none has.
    room = width - cells(name) - 4 - max(COUNT_WIDTH, cells(said))
    written = next((url for url in (link.url, link.url.removeprefix("http://")) if cell_len(url) <= room), "")
    return pad(spread((*name, pen.quiet(f"  {written}")), said, width), width)


def _guest_line(guest: Guest, now: float, pen: Pen, width: int, chosen: bool) -> Line:
    """`● iPhone · Safari  192.168.1.23   trễ 12 ms`, or `✗ ...   kết nối lần cuối 3:20 trước`."""
    words, is_here = pen.words.joining, guest.is_here(now)
    said = words.seen.format(count=count_up(timedelta(seconds=guest.seen_s(now))))
    if guest.delay is not None and is_here:
        said = words.delay.format(ms=round(guest.delay * 1000))
    mark = pen.inked("● ", pen.ink.green) if is_here else pen.inked("✗ ", pen.ink.amber)
    left: Line = (
        pen.strong("  › " if chosen else "    "),
        mark,
        pen.text(device(guest.agent)),
        pen.quiet(f"  {guest.address}"),
    )
    return pad(spread(left, (pen.quiet(said),), width), width)


def _keys(hall: HallNow | None, pen: Pen, width: int, look: JoiningLook, is_qr_beside: bool) -> Line:
    words = pen.words.joining
    named = [("Esc", words.close_panel)]
    if hall is not None and hall.problem:
        named.append(("o", words.retry_key))
    elif hall is not None:
        named += [
            ("o", words.close_key if hall.is_open_to_hall else words.open_key),
            ("n", words.renew),
            ("x", words.throw_out),
        ]
        # Where the code stands beside the list, there is nothing to turn to.
        named += [] if is_qr_beside else [("Enter", words.list_key if look.is_qr else words.qr_key)]
        named.append(("↑ ↓", words.choose))
    return key_line(named, pen, width)
