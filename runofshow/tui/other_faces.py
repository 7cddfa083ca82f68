"""The faces beside the stage: what each shows between the band at the top and the lines at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.events import Entry
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import Deck
from runofshow.tui.caller_face import Look
from runofshow.tui.faces import Face
from runofshow.tui.lines import Picture, pad, tall
from runofshow.tui.panels.call_line import call_band, time_line
from runofshow.tui.panels.footer import console_keys, panel_keys, status_lines
from runofshow.tui.panels.header import MOST, alarm_lines, header
from runofshow.tui.pen import Pen

if TYPE_CHECKING:
    from runofshow.core.views.roles import Views

ROLES = {Face.MC: Role.MC, Face.MUSIC: Role.MUSIC, Face.DISPLAY: Role.DISPLAY}


class FaceLook(Struct, frozen=True):
    """What of a face is shown."""

    scrolled: int = 0
    """Lines down."""
    page: int = 0
    """Of the recordings to play from."""
    person: str | None = None
    """The recipient who was chosen in the award panel."""
    levels: Mapping[Deck, float] | None = None
    """In decibels below full scale; None where the player is elsewhere."""


class FaceShown(NamedTuple):
    """A drawn face, and how far down in it that is."""

    picture: Picture
    scrolled: int
    views: Views | None
    """What the roles see, of which the next drawing keeps what is the same."""


def other_face(
    face: Face,
    snapshot: Snapshot,
    log: Sequence[Entry],
    pen: Pen,
    width: int,
    height: int,
    look: Look,
    shown: FaceLook,
    last: Views | None = None,
) -> FaceShown:
    """The face in exactly `width` by `height` cells. The display, which delegates see, has it to itself.
    `last` is what the roles saw when it was drawn before."""
    top: Picture = []
    feet: Picture = []
    if face is not Face.DISPLAY:
        # the log has every alarm, where the others say that it has
        most = max(MOST, height // 3) if face is Face.LOG else MOST
        alarms = alarm_lines(snapshot, pen, width, look.failure, most)
        top = [header(snapshot, pen, width, look.unread), *alarms]
        said = status_lines(look.status, look.unread, pen, width)
        keys = 1
        if face is Face.AWARD:
            feet, keys = _panel_feet(snapshot, pen, width)
        else:
            feet = [*call_band(snapshot, pen, width, 1), time_line(snapshot, pen, width)]
            feet.append(console_keys(snapshot, pen, face, width))
        feet = [*feet[: -min(len(said), keys)], *said] if said else feet
        feet = feet[: max(0, height - 4)]
    room = max(0, height - len(top) - len(feet))
    # only now: the stage is painted sooner without them
    if face is Face.LOG:
        from runofshow.tui.panels.log import log_board

        views, view = None, log_board(snapshot, log, pen, width, room, shown.scrolled)
    elif face is Face.DAY:
        from runofshow.tui.panels.day import day_board

        views, view = None, day_board(snapshot, pen, width, room, shown.scrolled)
    elif face is Face.AWARD:
        from runofshow.tui.panels.award import award_panel

        views, view = None, award_panel(snapshot, pen, width, room, shown.person, shown.scrolled)
    else:
        from runofshow.core.views import roles
        from runofshow.tui.role_faces import role_face

        views = roles.Views(snapshot, pen.tz, last)
        view = role_face(ROLES[face], views, pen, width, room, shown.scrolled, shown.page, shown.levels)
    picture = [pad(line, width) for line in tall([*top, *tall(view.lines, room), *feet], height)]
    return FaceShown(picture, view.top, views)


def _panel_feet(snapshot: Snapshot, pen: Pen, width: int) -> tuple[Picture, int]:
    """What space does in the award panel, whether the show is late, and the panel's keys; of how many lines
    these are."""
    from runofshow.tui.panels.award import next_call_of
    from runofshow.tui.round_shown import runs_a_batch

    band = call_band(snapshot, pen, width, 1, next_call_of(snapshot, pen.words.awards))
    if snapshot.round is None:
        # its own keys have nobody left to be about
        keys = [console_keys(snapshot, pen, Face.AWARD, width)]
    else:
        keys = panel_keys(snapshot, pen, width, is_step=runs_a_batch(snapshot))
    return [*band, time_line(snapshot, pen, width), *keys], len(keys)
