"""The cue board: the cues that are still to come, in calling order, and the last ones that went."""

from __future__ import annotations

from runofshow.core.snapshot import OVER, Snapshot
from runofshow.tui.armed import cue_lines
from runofshow.tui.lines import EMPTY, Picture, cut
from runofshow.tui.pen import Pen

JUST_GONE = 2
"""How many of those that are over stay in sight."""


def cue_board(snapshot: Snapshot, pen: Pen, width: int, height: int) -> Picture:
    """The board in at most `height` lines, each item's cues under its number."""
    picture: Picture = [cut((pen.strong(pen.words.cues),), width)]
    over = [cue for cue in snapshot.cues if cue.phase in OVER and cue.gone_at is not None]
    over.sort(key=lambda cue: cue.gone_at or snapshot.now)
    coming = [cue for cue in snapshot.cues if cue.phase not in OVER]
    if not coming and not over:
        return [*picture, cut((pen.quiet(pen.words.no_cues),), width)]
    titles = {row.item_id: row.title for row in snapshot.rows}
    for cue in over[-JUST_GONE:]:
        picture += cue_lines(cue, pen, snapshot.now, width)
    item_id = None
    for cue in coming:
        if len(picture) >= height:
            break
        if cue.item_id != item_id:
            item_id = cue.item_id
            if len(picture) > 1 and height > 12:
                picture.append(EMPTY)
            picture.append(cut((pen.quiet(f"{cue.number}  {titles.get(item_id, '')}"),), width))
        picture += cue_lines(cue, pen, snapshot.now, width)
    return picture[:height]
