"""The hall's display: what runs and what comes. Nothing of the machinery, and nothing late."""

from __future__ import annotations

from runofshow.core.snapshot import Phase, Snapshot
from runofshow.tui.formats import clock
from runofshow.tui.lines import EMPTY, Picture, centred, tall, wrap
from runofshow.tui.pen import Pen


def display_board(snapshot: Snapshot, pen: Pen, width: int, height: int) -> Picture:
    """Centred, with the organiser and the title at the top and the time of day at the bottom."""
    words, wide = pen.words, max(1, width - 8)

    def block(text: str, loud: bool = False) -> Picture:
        style = pen.ink.strong if loud else pen.ink.quiet
        return [centred((pen.inked(line, style),), width) for line in wrap(text, wide)]

    top = [EMPTY, *block(snapshot.organiser.upper()), *block(snapshot.title)]
    middle: Picture = []
    if snapshot.phase is Phase.ENDED:
        middle = block(words.display_thanks, loud=True)
    elif snapshot.current is None:
        middle = block(
            snapshot.title if snapshot.phase is Phase.BEFORE else snapshot.session.title, loud=True
        )
        if not snapshot.floating:
            at = clock(snapshot.session.start_at, pen.tz)
            middle += [EMPTY, *block(words.display_soon.format(at=at))]
    else:
        row = snapshot.current.row
        middle = [*block(words.display_now), EMPTY, *block(row.title, loud=True)]
        middle += block(row.by) if row.by else []
    if snapshot.next is not None and snapshot.current is not None:
        coming = snapshot.next
        middle += [EMPTY, EMPTY, *block(f"{words.display_next}: {coming.title}")]
        middle += block(coming.by) if coming.by else []
    bottom = [centred((pen.quiet(clock(snapshot.now, pen.tz)),), width)]
    room = height - len(top) - len(bottom)
    above = max(0, (room - len(middle)) // 2)
    return [*tall([*top, *([EMPTY] * above), *middle], height - 1), *bottom]
