"""What happened. Events are news in the past tense; together they are the journal's vocabulary.

A command that is obeyed becomes one `Entry`: when, by whom, and the events that came of it. An older
journal must stay readable for ever: an event may gain a field that has a default, and never loses or
renames one. Older records take a call back by events that reverse its own (`CallUndone` and what follows
it), for which these carry what was before; today `ShowRestored` says it all.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from runofshow.core.agenda import Agenda, Item
from runofshow.core.award_events import AwardEvent, PeopleEvent
from runofshow.core.commands import ClockFault, Mode
from runofshow.core.message_events import MessageAnswered as MessageAnswered
from runofshow.core.message_events import MessageSent as MessageSent
from runofshow.core.notices import NoteKind
from runofshow.core.proposals.events import ProposalEvent
from runofshow.core.rehearsal_events import ClockJumped as ClockJumped
from runofshow.core.session_events import SessionEvent
from runofshow.core.sound_events import SignalFailed, SignalSent, SoundEvent
from runofshow.core.term_events import TermEvent
from runofshow.core.undo_events import UndoEvent
from runofshow.core.vote import Vote


class ShowOpened(Struct, frozen=True, tag_field="event", tag="show_opened"):
    agenda: Agenda
    mode: Mode
    speed: float
    floating: bool
    source: str
    at: datetime
    aside: tuple[str, ...] = ()
    source_digest: str = ""
    laid_by: timedelta | None = None
    joins: bool = False
    drill: int | None = None
    """The seed by which its hands are simulated; None of a show and of a rehearsal with people."""


class ItemStarted(Struct, frozen=True, tag_field="event", tag="item_started"):
    item_id: str
    at: datetime


class ItemEnded(Struct, frozen=True, tag_field="event", tag="item_ended"):
    item_id: str
    at: datetime


class ItemReopened(Struct, frozen=True, tag_field="event", tag="item_reopened"):
    """An ended item runs on from its old start; `ended_at` is where it had ended."""

    item_id: str
    ended_at: datetime


class ItemReturned(Struct, frozen=True, tag_field="event", tag="item_returned"):
    """A started item is to come again, as if it had not been called; so are its cues."""

    item_id: str
    started_at: datetime


class OverrunBegan(Struct, frozen=True, tag_field="event", tag="overrun_began"):
    item_id: str
    at: datetime


class Held(Struct, frozen=True, tag_field="event", tag="held"):
    at: datetime


class HoldCancelled(Struct, frozen=True, tag_field="event", tag="hold_cancelled"):
    """The hold was a slip: it never counted."""

    since: datetime


class Resumed(Struct, frozen=True, tag_field="event", tag="resumed"):
    at: datetime
    since: datetime
    """When the hold began."""


class ResumeCancelled(Struct, frozen=True, tag_field="event", tag="resume_cancelled"):
    """The resume was a slip: the hold goes on from `since`."""

    at: datetime
    since: datetime


class TimeAdded(Struct, frozen=True, tag_field="event", tag="time_added"):
    item_id: str
    by: timedelta


class StartBackdated(Struct, frozen=True, tag_field="event", tag="start_backdated"):
    """The item began so much earlier (later when negative), and the one before it ended then."""

    item_id: str
    by: timedelta
    before: str | None
    """The item that ended when this one started; None when nothing ran."""


class CueStoodBy(Struct, frozen=True, tag_field="event", tag="cue_stood_by"):
    cue_id: str
    at: datetime
    auto: bool = False
    """Its time had come; else somebody told its hand."""


class StandByWithdrawn(Struct, frozen=True, tag_field="event", tag="standby_withdrawn"):
    cue_id: str


class CueAcknowledged(Struct, frozen=True, tag_field="event", tag="cue_acknowledged"):
    cue_id: str
    at: datetime
    by: str


class CueFellDue(Struct, frozen=True, tag_field="event", tag="cue_fell_due"):
    cue_id: str
    at: datetime


class CueGone(Struct, frozen=True, tag_field="event", tag="cue_gone"):
    cue_id: str
    at: datetime
    auto: bool = False


class CueMissed(Struct, frozen=True, tag_field="event", tag="cue_missed"):
    cue_id: str
    at: datetime
    reason: Literal["late", "item_left", "anthem", "timecode"]
    """`late`: an auto cue past its tolerance. `item_left`: it was due, and the item went on without it.
    `anthem`: an auto cue would have silenced the anthem. `timecode`: the code was past it by more than its
    tolerance when it was told."""


class CueStoodDown(Struct, frozen=True, tag_field="event", tag="cue_stood_down"):
    """Its item was left or skipped before its moment came."""

    cue_id: str
    at: datetime


class CueRecalled(Struct, frozen=True, tag_field="event", tag="cue_recalled"):
    """Its call, its miss or its stand-down is taken back."""

    cue_id: str
    was: CueMissed | CueStoodDown | None = None
    """The miss or stand-down, where undo may have to restore it."""


class NextChosen(Struct, frozen=True, tag_field="event", tag="next_chosen"):
    """`item_id` comes next, out of order; None means the order decides again."""

    item_id: str | None
    was: str | None


class ItemSkipped(Struct, frozen=True, tag_field="event", tag="item_skipped"):
    item_id: str


class ItemUnskipped(Struct, frozen=True, tag_field="event", tag="item_unskipped"):
    item_id: str


class ItemMoved(Struct, frozen=True, tag_field="event", tag="item_moved"):
    """`before` stands where it comes, `was_before` where it stood; None is the last place."""

    item_id: str
    before: str | None
    was_before: str | None
    session_id: str | None = None
    """The session in which it comes last; None is its own."""


class ItemEdited(Struct, frozen=True, tag_field="event", tag="item_edited"):
    item: Item
    was: Item


class ItemInserted(Struct, frozen=True, tag_field="event", tag="item_inserted"):
    item: Item
    after: str | None
    """A sibling, or None for the first place of the first session."""
    before: str | None = None
    """The sibling in front of which it comes, where `after` is None."""


class ItemRemoved(Struct, frozen=True, tag_field="event", tag="item_removed"):
    """An insertion is taken back."""

    item_id: str


class NoteTaken(Struct, frozen=True, tag_field="event", tag="note_taken"):
    text: str
    at: datetime
    item_id: str | None
    """The item that ran."""
    kind: NoteKind = NoteKind.NOTE


class VoteCounted(Struct, frozen=True, tag_field="event", tag="vote_counted"):
    item_id: str
    vote: Vote | None
    """None takes the count back."""


class ClockParted(Struct, frozen=True, tag_field="event", tag="clock_parted"):
    fault: ClockFault
    by: timedelta
    at: datetime


class ClockCorrected(Struct, frozen=True, tag_field="event", tag="clock_corrected"):
    by: timedelta
    at: datetime


class AlarmsDismissed(Struct, frozen=True, tag_field="event", tag="alarms_dismissed"):
    """Somebody has read the alarms."""

    at: datetime


class ShowEnded(Struct, frozen=True, tag_field="event", tag="show_ended"):
    at: datetime


class ShowReopened(Struct, frozen=True, tag_field="event", tag="show_reopened"):
    pass


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
    | VoteCounted
    | AwardEvent
    | PeopleEvent
    | ClockParted
    | ClockCorrected
    | ClockJumped
    | AlarmsDismissed
    | ShowEnded
    | ShowReopened
    | UndoEvent
    | SoundEvent
    | SignalSent
    | SignalFailed
    | ProposalEvent
    | TermEvent
)


class Entry(Struct, frozen=True):
    """One obeyed command: a line of the journal."""

    seq: int
    """1, 2, 3 ... without a gap."""
    at: datetime
    by: str
    """A role's name, or `clock` for what came true by itself."""
    do: str
    """The command's name, for people who read the journal."""
    events: tuple[Event, ...]
