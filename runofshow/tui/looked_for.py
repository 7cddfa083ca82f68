"""Who is looked for, as every window of the terminal draws it: shape, word, and names that are never cut."""

from __future__ import annotations

from datetime import tzinfo

from rich.segment import Segment

from runofshow.core.people_seen import LeaderNow, PeopleNow, SpeakerNow
from runofshow.tui.formats import clock
from runofshow.tui.lines import EMPTY, Picture, cells, spread, wrapped
from runofshow.tui.pen import Pen

SHAPES = {True: "✓", None: "○", False: "✗"}


def presence(here: bool | None, is_missing: bool, pen: Pen) -> Segment:
    """`✓ đã có mặt`, or `○ chưa thấy`; amber once it is time to send for them."""
    words = pen.words.people
    said = {True: words.person_here, None: words.person_unseen, False: words.person_missing}[here]
    ink = pen.ink.green if here else pen.ink.amber if is_missing or here is False else pen.ink.quiet
    return pen.inked(f"{SHAPES[here]} {said}", ink)


def speaker_note(people: PeopleNow, item_id: str, pen: Pen) -> Segment | None:
    """The same of who speaks in that item; None where nobody is looked for in it."""
    one = next((each for each in people.speakers if each.item_id == item_id), None)
    if one is None or one.here:
        return None if one is None else presence(True, False, pen)
    words = pen.words.people
    said = words.speaker_unseen if one.here is None else words.speaker_missing
    return pen.inked(f"{SHAPES[one.here]} {said}", pen.ink.amber if one.is_missing else pen.ink.quiet)


def waits_lines(people: PeopleNow, pen: Pen, width: int, most: int = 3) -> Picture:
    """For whom the next item waits, and until when; nothing where it waits for nobody."""
    if not people.awaited or most < 1:
        return []
    words = pen.words.people
    said = words.waits_for.format(names="; ".join(people.awaited))
    until = words.no_hour
    if people.waits_until is not None:
        until = words.waits_until.format(at=clock(people.waits_until, pen.tz))
    return wrapped(f"○ {said} · {until}", width, pen.ink.amber, most)


def people_lines(people: PeopleNow | None, pen: Pen, width: int) -> Picture:
    """The next speakers, the leaders and the chair panel, each behind its head; nothing where nobody is."""
    if people is None:
        return []
    words, lines = pen.words.people, Picture()
    if people.speakers:
        lines.append((pen.strong(words.next_speakers),))
        for one in people.speakers:
            lines += person_lines(
                one.name, speaker_told(one, pen.tz), presence(one.here, one.is_missing, pen), pen, width
            )
    if people.leaders:
        lines += [EMPTY] if lines else []
        lines.append((pen.strong(words.leaders),))
        for leader in people.leaders:
            note = presence(leader.here, leader.item_id is not None, pen)
            lines += person_lines(leader.name, leader_told(leader, pen), note, pen, width)
    if people.panel is not None:
        lines += [EMPTY] if lines else []
        lines.append((pen.strong(words.chair_panel),))
        for seat in people.panel.seats:
            lines += person_lines(seat.name, "", presence(seat.here, False, pen), pen, width)
    return lines


def speaker_told(one: SpeakerNow, tz: tzinfo) -> str:
    """`08:55  4.3`"""
    return f"{clock(one.expected_start, tz)}  {one.number}"


def leader_told(one: LeaderNow, pen: Pen) -> str:
    """When a leader comes, what waits for them, and when they must go; only that once they are there."""
    words = pen.words.people
    goes = "" if one.leaves_at is None else words.leaves.format(at=clock(one.leaves_at, pen.tz))
    if one.here:
        return goes
    at = words.no_hour if one.arrives_at is None else words.arrives.format(at=clock(one.arrives_at, pen.tz))
    held = words.held_item.format(number=one.number) if one.item_id is not None else ""
    return " · ".join(filter(None, (at, held, goes)))


def person_lines(name: str, told: str, note: Segment, pen: Pen, width: int, indent: int = 2) -> Picture:
    """The name whole, over as many lines as it takes; what is told of it at the right, or beneath."""
    blank = pen.text(" " * indent)
    lines = wrapped(name, max(1, width - indent), pen.ink.text, 6)
    right = (pen.quiet(f"{told}  " if told else ""), note)
    picture: Picture = [(blank, *line) for line in lines]
    if cells(picture[-1]) + cells(right) + 2 <= width:
        picture[-1] = spread(picture[-1], right, width)
    else:
        picture.append(spread((blank,), right, width))
    return picture
