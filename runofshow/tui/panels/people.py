"""The list of those who are looked for, over the board: speakers, leaders, the chair panel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from rich.segment import Segment

from runofshow.core.people_seen import LeaderNow, PeopleNow, SeatNow, SpeakerNow
from runofshow.core.snapshot import Snapshot
from runofshow.tui.lines import EMPTY, Picture, over, pad, tall, wrapped
from runofshow.tui.looked_for import leader_told, person_lines, presence, speaker_told
from runofshow.tui.panels.footer import Status, status_lines
from runofshow.tui.panels.over_board import headline, key_lines
from runofshow.tui.pen import Pen

Person = SpeakerNow | LeaderNow | SeatNow


class PeopleLook(Struct, frozen=True):
    """Who is under the cursor, and what was said last."""

    at: int = 0
    top: int = 0
    """The first screen line of the list that is shown."""
    status: Status | None = None


class PeoplePanel(Struct, frozen=True):
    """The panel as it is drawn."""

    picture: Picture
    top: int = 0
    places: tuple[int | None, ...] = ()
    """Who stands in each line of the picture; None where nobody does."""


def people_of(people: PeopleNow) -> tuple[Person, ...]:
    """Everybody who is looked for, as they are listed."""
    seats = () if people.panel is None else people.panel.seats
    return (*people.speakers, *people.leaders, *seats)


def people_panel(look: PeopleLook, snapshot: Snapshot, pen: Pen, width: int, height: int) -> PeoplePanel:
    """The panel in exactly `width` by `height` cells."""
    if width < 1 or height < 1:
        return PeoplePanel([], look.top)
    words, listed = pen.words.people, people_of(snapshot.people)
    head: Picture = [
        headline(words.people_title, snapshot, pen, width),
        (pen.inked("─" * width, pen.ink.rule),),
    ]
    keys = key_lines(_keys(look, listed, pen), pen, width)
    feet: Picture = [*(status_lines(look.status, None, pen, width) or [EMPTY]), *keys]
    room = max(1, height - len(head) - len(feet))
    lines: list[tuple[int | None, tuple[Segment, ...]]] = list(_lines(look, listed, snapshot, pen, width))
    if not listed:
        lines = [(None, line) for line in wrapped(words.people_none, width, pen.ink.text, 4)]
    own = [at for at, (place, _) in enumerate(lines) if place == look.at] or [0]
    top = max(0, min(own[0], max(look.top, own[-1] + 1 - room), max(0, len(lines) - room)))
    shown = lines[top : top + room]
    body = tall([line for _, line in shown], room)
    picture = [pad(line, width) for line in tall([*head, *body, *feet], height)]
    return PeoplePanel(picture, top, (*([None] * len(head)), *(place for place, _ in shown)))


def _keys(look: PeopleLook, listed: tuple[Person, ...], pen: Pen) -> list[tuple[str, str]]:
    words = pen.words.people
    keys: list[tuple[str, str]] = []
    if listed:
        one = listed[min(look.at, len(listed) - 1)]
        keys += [("SPACE", words.mark_unseen if one.here else words.mark_here), ("v", words.mark_missing)]
        if isinstance(one, SpeakerNow):
            keys += [("e", words.substitute), ("J K", words.swap)]
        elif isinstance(one, LeaderNow):
            keys += [("e", words.change_hour)]
    return [*keys, ("Esc", words.close), ("i", words.new_leader)]


def _lines(
    look: PeopleLook, listed: tuple[Person, ...], snapshot: Snapshot, pen: Pen, width: int
) -> Iterator[tuple[int | None, tuple[Segment, ...]]]:
    for place, one in enumerate(listed):
        if place == 0 or type(listed[place - 1]) is not type(one):
            if place:
                yield None, EMPTY
            yield None, (pen.strong(_head(one, snapshot, pen)),)
        for number, line in enumerate(_block(one, pen, width)):
            mark = pen.strong("› " if place == look.at and not number else "  ")
            whole = pad((mark, *line), width)
            yield place, over(whole, pen.ink.cursor) if place == look.at else whole


def _head(one: Person, snapshot: Snapshot, pen: Pen) -> str:
    words, panel = pen.words.people, snapshot.people.panel
    match one:
        case SpeakerNow():
            return words.next_speakers
        case LeaderNow():
            return words.leaders
        case SeatNow():
            assert panel is not None
            here = sum(seat.here is True for seat in panel.seats)
            counted = words.panel_counted.format(here=here, count=len(panel.seats))
            return f"{words.chair_panel}  {panel.number} {panel.title} · {counted}"


def _block(one: Person, pen: Pen, width: int) -> Picture:
    match one:
        case SpeakerNow():
            told, is_due = speaker_told(one, pen.tz), one.is_missing
        case LeaderNow():
            told, is_due = leader_told(one, pen), one.item_id is not None
        case SeatNow():
            told, is_due = "", False
        case _:
            assert_never(one)
    return person_lines(one.name, told, presence(one.here, is_due, pen), pen, width - 2, indent=0)
