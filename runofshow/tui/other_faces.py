"""The faces beside the stage: what each shows between the band at the top and the lines at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.core.events import Entry
from runofshow.core.snapshot import Snapshot
from runofshow.tui.boards.display import display_board
from runofshow.tui.boards.log import log_board
from runofshow.tui.boards.mc import mc_board
from runofshow.tui.boards.music import MusicLook, music_board
from runofshow.tui.faces import Face
from runofshow.tui.lines import Picture, pad, tall
from runofshow.tui.panels.call_line import call_band, time_line
from runofshow.tui.panels.footer import console_keys, status_line
from runofshow.tui.panels.header import alarm_lines, header
from runofshow.tui.pen import Pen
from runofshow.tui.stage import Look


def other_face(
    face: Face,
    snapshot: Snapshot,
    log: Sequence[Entry],
    pen: Pen,
    width: int,
    height: int,
    look: Look,
    music: MusicLook,
) -> Picture:
    """The face in exactly `width` by `height` cells. The display, which delegates see, has it to itself."""
    top: Picture = []
    feet: Picture = []
    if face is not Face.DISPLAY:
        top = [header(snapshot, pen, width, look.unread), *alarm_lines(snapshot, pen, width, look.failure)]
        feet = [*call_band(snapshot, pen, width, 1), time_line(snapshot, pen, width)]
        said = status_line(look.status, look.unread, pen, width)
        feet.append(said or console_keys(snapshot, pen, face, width))
        feet = feet[: max(0, height - 4)]
    room = max(0, height - len(top) - len(feet))
    scrolled = max(0, music.scrolled)
    match face:
        case Face.MC:
            body = mc_board(snapshot, pen, width, room, scrolled)
        case Face.MUSIC:
            body = music_board(snapshot, pen, width, room, music)
        case Face.DISPLAY:
            body = display_board(snapshot, pen, width, room)
        case _:
            body = log_board(snapshot, log, pen, width, room, scrolled)
    return [pad(line, width) for line in tall([*top, *tall(body, room), *feet], height)]
