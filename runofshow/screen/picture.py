"""What a role's screen shows, as it comes over the wire: frozen, typed, and nothing it may not see.

The fields mirror the role's JSON. What the wire does not tell is None or empty, as there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from runofshow.core.agenda import Action, ClockMode, GoMode, Role, TrackMark
from runofshow.core.commands import Mode
from runofshow.core.snapshot import CuePhase, ItemState, Message, Phase


@dataclass(frozen=True, slots=True)
class ShownSession:
    title: str
    start: datetime
    expected_end: datetime | None
    hard_out: datetime | None


@dataclass(frozen=True, slots=True)
class ShownHead:
    """What every screen knows."""

    seq: int
    mode: Mode
    speed: float
    phase: Phase
    now: datetime
    """When it was sent; its offset is the hall's."""
    floating: bool
    """The plan has no hours until it begins."""
    title: str
    organiser: str
    venue: str
    session: ShownSession


@dataclass(frozen=True, slots=True)
class ShownCurrent:
    """The running item; the lengths as they were when it was sent."""

    item_id: str
    number: str
    title: str
    by: str | None
    clock: ClockMode
    started_at: datetime
    elapsed: timedelta
    remaining: timedelta
    overrun: timedelta
    held: timedelta
    """How long it stood still so far."""
    protected: bool


@dataclass(frozen=True, slots=True)
class ShownLine:
    """An item as a title and a name."""

    item_id: str
    number: str
    title: str
    by: str | None
    heading: str | None
    expected_start: datetime | None


@dataclass(frozen=True, slots=True)
class ShownCue:
    cue_id: str
    item_id: str
    number: str
    do: Action
    text: str
    has_track: bool
    track_title: str | None
    mark: TrackMark
    go: GoMode
    phase: CuePhase
    expected_at: datetime | None
    standby_at: datetime | None
    acked_at: datetime | None
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShownAward:
    decision: str | None
    presenter: str | None
    recipients: tuple[str, ...]
    """In the order they come up."""
    called_before_reading: bool


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """Who is wanted on stage soon."""

    line: ShownLine
    award: ShownAward | None
    notes: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line of the running order."""

    item_id: str
    parent_id: str | None
    number: str
    title: str
    by: str | None
    state: ItemState
    planned_start: datetime | None
    expected_start: datetime | None
    actual_start: datetime | None
    length: timedelta
    """With what was added."""
    late: timedelta | None
    """Positive is late."""
    protected: bool
    optional: bool
    assumed: bool


@dataclass(frozen=True, slots=True)
class HandPicture:
    """Of the MC, music, lights, screen or crew."""

    head: ShownHead
    current: ShownCurrent | None
    next: ShownLine | None
    after: ShownLine | None
    words: str
    next_words: str
    cues: tuple[ShownCue, ...]
    messages: tuple[Message, ...]
    needs: tuple[ShownNeed, ...]


@dataclass(frozen=True, slots=True)
class SpeakerPicture:
    head: ShownHead
    current: ShownCurrent | None
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class DisplayPicture:
    head: ShownHead
    current: ShownLine | None
    next: ShownLine | None


@dataclass(frozen=True, slots=True)
class StagePicture:
    head: ShownHead
    current: ShownCurrent | None
    next: ShownLine | None
    rows: tuple[ShownRow, ...]
    over_under: timedelta
    slack: timedelta | None


RolePicture = HandPicture | SpeakerPicture | DisplayPicture | StagePicture


def unanswered(messages: tuple[Message, ...], role: Role) -> tuple[Message, ...]:
    """What was said to `role` since it last spoke: an answer answers all of it."""
    spoken = max((at for at, message in enumerate(messages) if message.by == role.value), default=-1)
    return tuple(m for m in messages[spoken + 1 :] if m.to is role and m.by != role.value)
