"""The hall's display, seen by the delegates: what runs and what comes. No count, no alarm, no message."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from runofshow.core.snapshot import Phase
from runofshow.core.views.roles import DisplayView
from runofshow.tui.formats import clock
from runofshow.tui.lines import EMPTY, Picture, centred, tall, wrap
from runofshow.tui.views.scene import Scene


def display_view(picture: DisplayView, scene: Scene, width: int, height: int) -> Picture:
    """Centred: organiser and title at the top, what runs in the middle, what comes beneath."""
    pen, pages, head = scene.pen, scene.pages, picture

    def block(text: str, loud: bool = False) -> Picture:
        style = pen.ink.strong if loud else pen.ink.quiet
        return [centred((pen.inked(line, style),), width) for line in wrap(text, max(1, width - 2))]

    current = picture.current
    title: Picture = [*block(head.show.organiser.upper()), *block(head.show.title)]
    if head.phase is Phase.ENDED:
        middle = [*block(head.show.title, loud=True), EMPTY, *block(pages.following.display_thanks)]
    elif current is None:
        middle = block(head.show.title, loud=True)
        middle += block(head.session.title) if head.session.title else []
        if not head.floating:
            at = clock(head.session.start, pen.tz)
            middle += [EMPTY, *block(pages.following.display_soon.format(at=at))]
    else:
        heading = current.heading if current.heading and current.heading != current.title else ""
        middle = [*block(pages.following.display_now), *block(heading), *block(current.title, loud=True)]
        middle += block(current.by) if current.by else []
        middle += names_block(picture.names, scene, width, height - len(middle) - 1)
    coming: Picture = []
    if picture.next is not None and current is not None:
        coming = block(f"{pages.following.display_next}: {picture.next.title}")
        coming += block(picture.next.by) if picture.next.by else []
    # where there is little room, what runs comes first, then what comes, then whose hall it is
    if current is None or len(title) + len(middle) + len(coming) + 2 > height:
        title = block(head.show.organiser.upper()) if current is None and len(middle) + 2 <= height else []
    coming = coming[: max(0, height - len(title) - len(middle))]
    if len(title) + len(middle) + len(coming) + 2 <= height:
        coming = [*coming, EMPTY, *block(clock(scene.now, pen.tz))]
    room = max(0, height - len(title) - len(coming))
    above = max(0, (room - len(middle)) // 2)
    return [*title, *tall([*([EMPTY] * above), *middle], room), *coming][:height]


def names_block(names: Sequence[str], scene: Scene, width: int, height: int) -> Picture:
    """Who is honoured, a line each; beside each other where that is too high, and one behind the other where
    that is too. No name is cut."""
    if not names:
        return []
    ink, wide = scene.pen.ink.strong, max(1, width - 2)
    lines = [line for name in names for line in wrap(name, wide)]
    if len(lines) + 1 > height:
        for columns in (2, 3):
            cell = wide // columns
            if max(map(cell_len, names)) + 2 <= cell and -(-len(names) // columns) + 1 <= height:
                rows = -(-len(names) // columns)
                table = [names[row::rows] for row in range(rows)]
                lines = [
                    "".join(f"{name:<{cell + len(name) - cell_len(name)}}" for name in row) for row in table
                ]
                margin = " " * ((width - cell * columns) // 2)
                return [EMPTY, *((scene.pen.inked(margin + line.rstrip(), ink),) for line in lines)]
        lines = wrap(" · ".join(names), wide)
    return [EMPTY, *(centred((scene.pen.inked(line, ink),), width) for line in lines)]
