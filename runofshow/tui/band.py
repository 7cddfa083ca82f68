"""The band at the top of every window: its ground, whether this is the real show, and its two ends."""

from __future__ import annotations

from msgspec import Struct
from rich.style import Style

from runofshow.core.commands import Mode
from runofshow.core.snapshot import Snapshot
from runofshow.core.views.head import Head
from runofshow.tui.lines import Line, cells, cut, pad
from runofshow.tui.pen import Pen


class Band(Struct, frozen=True):
    ground: Style
    bold: Style
    rehearsal: str
    """`▲ TẬP DUYỆT ×8 · CHỖ NỐI ▲`; empty in the real show."""

    def with_ends(self, left: Line, right: Line, width: int) -> Line:
        """`left` cut to the room that `right` leaves; where that is too little for a name, `right` alone."""
        room = width - cells(right)
        if room < 4:
            return pad(right, width, self.ground)
        return (*pad(cut(left, room - 1), room, self.ground), *right)


def band_of(show: Snapshot | Head | None, pen: Pen) -> Band:
    """None: nothing is known of the show yet."""
    if show is None or show.mode is not Mode.REHEARSAL:
        return Band(pen.ink.header, pen.ink.header + pen.ink.strong, "")
    words = pen.words.running
    said = [words.rehearsal if show.speed == 1 else f"{words.rehearsal} ×{show.speed:g}"]
    said += [words.joins] * show.joins + [words.drill] * show.drill
    return Band(pen.ink.rehearsal, pen.ink.rehearsal, f"▲ {' · '.join(said)} ▲")
