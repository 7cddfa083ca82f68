"""What each role sees: its own smaller picture, so that a phone cannot be sent what it may not see.

- A *hand* (MC, music, lights, screen, crew) sees the count, what comes next, its own cues and messages;
  only the MC gets the words to say, only the MC and the crew who is called up for awards, only the crew
  and the screen the backdrop, only the music the player.
- The *speaker* sees one count and the messages to the speaker, and answers them.
- The *display*, which the delegates see, has titles and names: no counts of lateness, no alarm, no message.
- The *stage* (chairman and deputy) sees the whole running order and the messages to it, and answers them.
- The *caller* sees the whole snapshot.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import CUE_ROLES, Award, Role
from runofshow.core.commands import Mode
from runofshow.core.notices import OF_RECORD, Message
from runofshow.core.snapshot import CueRow, Current, ItemState, Phase, Row, SessionNow, Snapshot, SoundNow

AHEAD = timedelta(minutes=10)
"""How far the crew looks ahead: the time to fetch a tray and bring somebody to the steps."""


NEEDED_BY = (Role.CREW, Role.MC, Role.SCREEN)


class Head(Struct, frozen=True):
    """What every screen knows."""

    seq: int
    mode: Mode
    speed: float
    floating: bool
    """The plan begins with the first call, so nothing counts to its start."""
    phase: Phase
    now: datetime
    title: str
    organiser: str
    venue: str
    session: SessionNow


class Line(Struct, frozen=True):
    """An item as a title and a name."""

    item_id: str
    number: str
    title: str
    kind: str
    by: str | None
    heading: str | None
    """The title it stands under."""
    expected_start: datetime | None


class Need(Struct, frozen=True):
    """Who is wanted on stage soon, and what is handed over there."""

    line: Line
    award: Award | None
    notes: str
    backdrop: str = ""
    """What stands behind it: for the crew, which hangs it, and for the screen, which shows it."""


class HandView(Struct, frozen=True):
    head: Head
    current: Current | None
    next: Line | None
    after: Line | None
    words: str
    """The words of the running item; empty for every hand but the MC."""
    next_words: str
    cues: tuple[CueRow, ...]
    messages: tuple[Message, ...]
    needs: tuple[Need, ...]
    """The crew's of the next ten minutes, the MC's and the screen's of the running and the next item; empty
    for every other hand."""
    sound: SoundNow | None
    """None for every hand but the music."""
    record: str = ""
    """The code of what is wrong with the show's record; empty when all is well."""


class SpeakerView(Struct, frozen=True):
    head: Head
    current: Current | None
    messages: tuple[Message, ...]


class DisplayView(Struct, frozen=True):
    head: Head
    current: Line | None
    next: Line | None
    backdrop: str


class StageView(Struct, frozen=True):
    head: Head
    current: Current | None
    next: Line | None
    rows: Sequence[Row]
    over_under: timedelta
    slack: timedelta | None
    messages: tuple[Message, ...] = ()
    record: str = ""
    """As in `HandView`."""


View = HandView | SpeakerView | DisplayView | StageView | Snapshot


def view_of(role: Role, snapshot: Snapshot) -> View:
    """The part of `snapshot` that `role` may see."""
    if role is Role.CALLER:
        return snapshot
    head = _head(snapshot)
    if role in CUE_ROLES:
        return _hand(role, head, snapshot)
    messages = _messages(role, snapshot)
    coming = _coming(snapshot)
    following = coming[0] if coming else None
    match role:
        case Role.SPEAKER:
            return SpeakerView(head, snapshot.current, messages)
        case Role.STAGE:
            return StageView(
                head,
                snapshot.current,
                following,
                snapshot.rows,
                snapshot.over_under,
                snapshot.slack,
                messages,
                _record(snapshot),
            )
        case _:
            current = snapshot.current
            running = None if current is None else _line(current.row, _titles(snapshot))
            return DisplayView(head, running, following, current.backdrop if current else "")


def _record(snapshot: Snapshot) -> str:
    """The code of what is wrong with the record; empty when all is well."""
    wrong = (code for code in OF_RECORD if any(alarm.code == code for alarm in snapshot.alarms))
    return next(wrong, "")


def _head(snapshot: Snapshot) -> Head:
    return Head(
        snapshot.seq,
        snapshot.mode,
        snapshot.speed,
        snapshot.floating,
        snapshot.phase,
        snapshot.now,
        snapshot.title,
        snapshot.organiser,
        snapshot.venue,
        snapshot.session,
    )


def _hand(role: Role, head: Head, snapshot: Snapshot) -> HandView:
    coming = _coming(snapshot)
    current = snapshot.current
    is_mc = role is Role.MC
    return HandView(
        head=head,
        current=current,
        next=coming[0] if coming else None,
        after=coming[1] if len(coming) > 1 else None,
        words=current.row.mc if current and is_mc else "",
        next_words=snapshot.next.mc if snapshot.next and is_mc else "",
        cues=tuple(cue for cue in snapshot.cues if cue.to is role),
        messages=_messages(role, snapshot),
        needs=_needs(snapshot, role) if role in NEEDED_BY else (),
        sound=snapshot.sound if role is Role.MUSIC else None,
        record=_record(snapshot),
    )


def _messages(role: Role, snapshot: Snapshot) -> tuple[Message, ...]:
    """What was said to the role, and what it said itself."""
    return tuple(message for message in snapshot.messages if message.to is role or message.by == role.value)


def _titles(snapshot: Snapshot) -> dict[str, str]:
    return {row.item_id: row.title for row in snapshot.rows if row.is_heading}


def _line(row: Row, titles: dict[str, str]) -> Line:
    heading = titles.get(row.parent_id) if row.parent_id else None
    return Line(row.item_id, row.number, row.title, row.kind, row.by, heading, row.expected_start)


def _to_come(snapshot: Snapshot) -> list[Row]:
    """The leaves to come as they are expected, the next one first."""
    waiting = [row for row in snapshot.rows if not row.is_heading and row.state is ItemState.UPCOMING]
    return sorted(waiting, key=lambda row: (not row.is_next, row.expected_start or snapshot.now))


def _coming(snapshot: Snapshot) -> list[Line]:
    titles = _titles(snapshot)
    return [_line(row, titles) for row in _to_come(snapshot)[:2]]


def _needs(snapshot: Snapshot, role: Role) -> tuple[Need, ...]:
    titles = _titles(snapshot)
    soon = snapshot.now + AHEAD
    rows = [snapshot.current.row] if snapshot.current else []
    is_crew, has_backdrop = role is Role.CREW, role is not Role.MC
    rows += [
        row for row in _to_come(snapshot) if row.is_next or (is_crew and (row.expected_start or soon) < soon)
    ]
    return tuple(
        Need(
            _line(row, titles),
            None if role is Role.SCREEN else row.award,
            row.notes,
            (row.item.backdrop or snapshot.plan.backdrop) if has_backdrop else "",
        )
        for row in rows
    )
