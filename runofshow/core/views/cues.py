"""A cue as it is sent."""

from __future__ import annotations

from datetime import tzinfo

from msgspec import Struct

from runofshow.core.agenda import Action, GoMode, Role, TrackMark
from runofshow.core.phases import CuePhase, Lamp
from runofshow.core.snapshot import CueRow
from runofshow.core.wire import Length, Moment, PlannedMoment, local, seconds


class CueView(Struct, frozen=True, kw_only=True, gc=False):
    """One cue at one moment. Its fields mean what those of `CueRow` do."""

    cue_id: str
    item_id: str
    number: str
    to: Role | None = None
    """None from an older console."""
    do: Action
    text: str
    track: str | None = None
    """The id of its recording."""
    track_title: str | None = None
    mark: TrackMark
    go: GoMode
    phase: CuePhase
    lamp: Lamp = Lamp.LATER
    expected_at: PlannedMoment | None = None
    standby_at: PlannedMoment | None = None
    stood_by_at: Moment | None = None
    acked_at: Moment | None = None
    armed: bool = False
    """Proved by the player: its track waits at its start."""
    by_machine: bool = False
    """The player of the hall carries it out, so no hand answers for it."""
    gone_at: Moment | None = None
    assumed: bool = False
    track_assumed: bool = False
    """The track was guessed by its title."""
    word: str | None = None
    """The word on which it is called; None where a clock knows its moment."""
    pre_wait_s: Length = 0
    """How long the track is waited for behind the call."""

    @property
    def recording(self) -> str:
        """The title of its track, `~` before a guess; what it asks for where it has none."""
        return f"{'~ ' if self.track_assumed else ''}{self.track_title or self.text}"

    @property
    def is_proved(self) -> bool:
        """The player can carry it out now: there is nothing to load for a fade or a stop."""
        return self.armed or (self.by_machine and self.do is not Action.PLAY)


def cue_view(row: CueRow, tz: tzinfo) -> CueView:
    """A cue as it is sent."""
    cue = row.cue
    return CueView(
        cue_id=cue.cue_id,
        item_id=row.item_id,
        number=row.number,
        to=cue.to,
        do=cue.do,
        text=cue.text,
        track=cue.track_id,
        track_title=row.track_title,
        mark=row.mark,
        go=cue.go,
        phase=row.phase,
        lamp=row.lamp,
        expected_at=local(row.expected_at, tz),
        standby_at=local(row.standby_at, tz),
        stood_by_at=local(row.stood_by_at, tz),
        acked_at=local(row.acked_at, tz),
        armed=row.armed,
        by_machine=row.by_machine,
        gone_at=local(row.gone_at, tz),
        assumed=cue.assumed,
        track_assumed=row.track_assumed,
        word=row.word,
        pre_wait_s=seconds(cue.pre_wait),
    )
