"""What a role's screen shows, as it comes over the wire: frozen, typed, and nothing it may not see.

What the wire tells whole is the core's own type; a `Shown...` has the part of one that is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Action, ClockMode, GoMode, Role, Track, TrackMark
from runofshow.core.commands import Mode
from runofshow.core.notices import Message
from runofshow.core.snapshot import CuePhase, ItemState, Phase
from runofshow.core.sound import Armed, Deck, Failure, SoundCall, Sounding
from runofshow.core.views.items import Line, Need


class ShownSession(Struct, frozen=True):
    title: str
    start: datetime
    expected_end: datetime | None
    hard_out: datetime | None


class ShownHead(Struct, frozen=True):
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
    record: str = ""
    """The code of what is wrong with the show's record; empty when all is well."""


class ShownCurrent(Struct, frozen=True):
    """The running item; the lengths as they were when it was sent."""

    item_id: str
    number: str
    title: str
    kind: str
    by: str | None
    clock: ClockMode
    started_at: datetime
    elapsed: timedelta
    remaining: timedelta
    overrun: timedelta
    held: timedelta
    """How long it stood still so far."""
    protected: bool


class ShownCue(Struct, frozen=True):
    cue_id: str
    item_id: str
    number: str
    do: Action
    text: str
    track_id: str | None
    track_title: str | None
    mark: TrackMark
    go: GoMode
    phase: CuePhase
    expected_at: datetime | None
    standby_at: datetime | None
    acked_at: datetime | None
    gone_at: datetime | None
    armed: bool
    """Proved by the player: its track waits at its start."""
    by_machine: bool = False
    """The player of the hall carries it out, so no hand answers for it."""
    track_assumed: bool = False
    """The track was guessed by its title."""

    @property
    def recording(self) -> str:
        """The title of its track, `~` before a guess; what it asks for where it has none."""
        return f"{'~ ' if self.track_assumed else ''}{self.track_title or self.text}"

    @property
    def is_proved(self) -> bool:
        """The player can carry it out now: there is nothing to load for a fade or a stop."""
        return self.armed or (self.by_machine and self.do is not Action.PLAY)


class ShownSound(Struct, frozen=True):
    """The player of the hall, its decks, and what it was told."""

    player: str | None
    """Where it is: `console`, `music`; None when a hand plays."""
    decks: Mapping[Deck, Armed | Sounding]
    """An empty deck is not in it."""
    coming: tuple[str, ...]
    """The ids of the next cues that play a track."""
    tracks: tuple[Track, ...]
    """`length` and `sha256` as far as anybody has said or found."""
    failures: Mapping[str, Failure]
    """Track id to why it cannot be played."""
    calls: tuple[SoundCall, ...]
    anthem: bool
    """It sounds: nothing silences it without a question."""

    def sounding(self) -> tuple[Sounding, ...]:
        return tuple(what for what in self.decks.values() if isinstance(what, Sounding))


class ShownRow(Struct, frozen=True):
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


class HandPicture(Struct, frozen=True):
    """Of the MC, music, lights, screen or crew."""

    head: ShownHead
    current: ShownCurrent | None
    next: Line | None
    after: Line | None
    words: str
    next_words: str
    cues: tuple[ShownCue, ...]
    messages: tuple[Message, ...]
    needs: tuple[Need, ...]
    sound: ShownSound | None = None
    """None for every hand but the music, and from a console that tells nothing of it."""


class SpeakerPicture(Struct, frozen=True):
    head: ShownHead
    current: ShownCurrent | None
    messages: tuple[Message, ...]


class DisplayPicture(Struct, frozen=True):
    head: ShownHead
    current: Line | None
    next: Line | None


class StagePicture(Struct, frozen=True):
    head: ShownHead
    current: ShownCurrent | None
    next: Line | None
    rows: tuple[ShownRow, ...]
    over_under: timedelta
    slack: timedelta | None
    messages: tuple[Message, ...] = ()


RolePicture = HandPicture | SpeakerPicture | DisplayPicture | StagePicture


def has_player(picture: object) -> bool:
    """Whether a machine of the hall plays, and the picture is of the role that works it."""
    return isinstance(picture, HandPicture) and picture.sound is not None and picture.sound.player is not None


def unanswered(messages: tuple[Message, ...], role: Role) -> tuple[Message, ...]:
    """What was said to `role` since it last spoke: an answer answers all of it."""
    spoken = max((at for at, message in enumerate(messages) if message.by == role.value), default=-1)
    return tuple(m for m in messages[spoken + 1 :] if m.to is role and m.by != role.value)
