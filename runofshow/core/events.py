"""What happened. Events are news in the past tense; together they are the journal's vocabulary.

A command that is obeyed becomes one `Entry`: when, by whom, and the events that came of it. An older
journal must stay readable for ever: an event may gain a field that has a default, and never loses or
renames one. Older records take a call back by events that reverse its own (`CallUndone` and what follows
it), for which these carry what was before; today `ShowRestored` says it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from runofshow.core.agenda import Agenda, Item
from runofshow.core.commands import ClockFault, Mode
from runofshow.core.message_events import MessageAnswered as MessageAnswered
from runofshow.core.message_events import MessageSent as MessageSent
from runofshow.core.session_events import SessionEvent
from runofshow.core.sound_events import SignalFailed, SignalSent, SoundEvent
from runofshow.core.undo_events import UndoEvent


@dataclass(frozen=True, slots=True)
class ShowOpened:
    agenda: Agenda
    mode: Mode
    speed: float
    floating: bool
    source: str
    at: datetime
    aside: tuple[str, ...] = ()
    source_digest: str = ""
    event: Literal["show_opened"] = "show_opened"


@dataclass(frozen=True, slots=True)
class ItemStarted:
    item_id: str
    at: datetime
    event: Literal["item_started"] = "item_started"


@dataclass(frozen=True, slots=True)
class ItemEnded:
    item_id: str
    at: datetime
    event: Literal["item_ended"] = "item_ended"


@dataclass(frozen=True, slots=True)
class ItemReopened:
    """An ended item runs on from its old start; `ended_at` is where it had ended."""

    item_id: str
    ended_at: datetime
    event: Literal["item_reopened"] = "item_reopened"


@dataclass(frozen=True, slots=True)
class ItemReturned:
    """A started item is to come again, as if it had not been called; so are its cues."""

    item_id: str
    started_at: datetime
    event: Literal["item_returned"] = "item_returned"


@dataclass(frozen=True, slots=True)
class OverrunBegan:
    item_id: str
    at: datetime
    event: Literal["overrun_began"] = "overrun_began"


@dataclass(frozen=True, slots=True)
class Held:
    at: datetime
    event: Literal["held"] = "held"


@dataclass(frozen=True, slots=True)
class HoldCancelled:
    """The hold was a slip: it never counted."""

    since: datetime
    event: Literal["hold_cancelled"] = "hold_cancelled"


@dataclass(frozen=True, slots=True)
class Resumed:
    at: datetime
    since: datetime
    """When the hold began."""
    event: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class ResumeCancelled:
    """The resume was a slip: the hold goes on from `since`."""

    at: datetime
    since: datetime
    event: Literal["resume_cancelled"] = "resume_cancelled"


@dataclass(frozen=True, slots=True)
class TimeAdded:
    item_id: str
    by: timedelta
    event: Literal["time_added"] = "time_added"


@dataclass(frozen=True, slots=True)
class StartBackdated:
    """The item began so much earlier (later when negative), and the one before it ended then."""

    item_id: str
    by: timedelta
    before: str | None
    """The item that ended when this one started; None when nothing ran."""
    event: Literal["start_backdated"] = "start_backdated"


@dataclass(frozen=True, slots=True)
class CueStoodBy:
    cue_id: str
    at: datetime
    auto: bool = False
    """Its time had come; else somebody told its hand."""
    event: Literal["cue_stood_by"] = "cue_stood_by"


@dataclass(frozen=True, slots=True)
class StandByWithdrawn:
    cue_id: str
    event: Literal["standby_withdrawn"] = "standby_withdrawn"


@dataclass(frozen=True, slots=True)
class CueAcknowledged:
    cue_id: str
    at: datetime
    by: str
    event: Literal["cue_acknowledged"] = "cue_acknowledged"


@dataclass(frozen=True, slots=True)
class CueFellDue:
    cue_id: str
    at: datetime
    event: Literal["cue_fell_due"] = "cue_fell_due"


@dataclass(frozen=True, slots=True)
class CueGone:
    cue_id: str
    at: datetime
    auto: bool = False
    event: Literal["cue_gone"] = "cue_gone"


@dataclass(frozen=True, slots=True)
class CueMissed:
    cue_id: str
    at: datetime
    reason: Literal["late", "item_left", "anthem"]
    """`late`: an auto cue past its tolerance. `item_left`: it was due, and the item went on without it.
    `anthem`: an auto cue would have silenced the anthem."""
    event: Literal["cue_missed"] = "cue_missed"


@dataclass(frozen=True, slots=True)
class CueStoodDown:
    """Its item was left or skipped before its moment came."""

    cue_id: str
    at: datetime
    event: Literal["cue_stood_down"] = "cue_stood_down"


@dataclass(frozen=True, slots=True)
class CueRecalled:
    """Its call, its miss or its stand-down is taken back."""

    cue_id: str
    was: CueMissed | CueStoodDown | None = None
    """The miss or stand-down, where undo may have to restore it."""
    event: Literal["cue_recalled"] = "cue_recalled"


@dataclass(frozen=True, slots=True)
class NextChosen:
    """`item_id` comes next, out of order; None means the order decides again."""

    item_id: str | None
    was: str | None
    event: Literal["next_chosen"] = "next_chosen"


@dataclass(frozen=True, slots=True)
class ItemSkipped:
    item_id: str
    event: Literal["item_skipped"] = "item_skipped"


@dataclass(frozen=True, slots=True)
class ItemUnskipped:
    item_id: str
    event: Literal["item_unskipped"] = "item_unskipped"


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """`before` stands where it comes, `was_before` where it stood; None is the last place."""

    item_id: str
    before: str | None
    was_before: str | None
    session_id: str | None = None
    """The session in which it comes last; None is its own."""
    event: Literal["item_moved"] = "item_moved"


@dataclass(frozen=True, slots=True)
class ItemEdited:
    item: Item
    was: Item
    event: Literal["item_edited"] = "item_edited"


@dataclass(frozen=True, slots=True)
class ItemInserted:
    item: Item
    after: str | None
    """A sibling, or None for the first place of the first session."""
    before: str | None = None
    """The sibling in front of which it comes, where `after` is None."""
    event: Literal["item_inserted"] = "item_inserted"


@dataclass(frozen=True, slots=True)
class ItemRemoved:
    """An insertion is taken back."""

    item_id: str
    event: Literal["item_removed"] = "item_removed"


@dataclass(frozen=True, slots=True)
class NoteTaken:
    text: str
    at: datetime
    item_id: str | None
    """The item that ran."""
    event: Literal["note_taken"] = "note_taken"


@dataclass(frozen=True, slots=True)
class ClockParted:
    fault: ClockFault
    by: timedelta
    at: datetime
    event: Literal["clock_parted"] = "clock_parted"


@dataclass(frozen=True, slots=True)
class ClockCorrected:
    by: timedelta
    at: datetime
    event: Literal["clock_corrected"] = "clock_corrected"


@dataclass(frozen=True, slots=True)
class AlarmsDismissed:
    """Somebody has read the alarms."""

    at: datetime
    event: Literal["alarms_dismissed"] = "alarms_dismissed"


@dataclass(frozen=True, slots=True)
class ShowEnded:
    at: datetime
    event: Literal["show_ended"] = "show_ended"


@dataclass(frozen=True, slots=True)
class ShowReopened:
    event: Literal["show_reopened"] = "show_reopened"


Event = (
    ShowOpened
    | ItemStarted
    | ItemEnded
    | ItemReopened
    | ItemReturned
    | OverrunBegan
    | Held
    | HoldCancelled
    | Resumed
    | ResumeCancelled
    | TimeAdded
    | StartBackdated
    | CueStoodBy
    | StandByWithdrawn
    | CueAcknowledged
    | CueFellDue
    | CueGone
    | CueMissed
    | CueStoodDown
    | CueRecalled
    | NextChosen
    | ItemSkipped
    | ItemUnskipped
    | SessionEvent
    | ItemMoved
    | ItemEdited
    | ItemInserted
    | ItemRemoved
    | MessageSent
    | MessageAnswered
    | NoteTaken
    | ClockParted
    | ClockCorrected
    | AlarmsDismissed
    | ShowEnded
    | ShowReopened
    | UndoEvent
    | SoundEvent
    | SignalSent
    | SignalFailed
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One obeyed command: a line of the journal."""

    seq: int
    """1, 2, 3 ... without a gap."""
    at: datetime
    by: str
    """A role's name, or `clock` for what came true by itself."""
    do: str
    """The command's name, for people who read the journal."""
    events: tuple[Event, ...]
