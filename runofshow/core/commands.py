"""What may be asked of the show. Commands are orders; decide.py says what comes of them.

Each says everything about itself in its own place: see ask.py.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import get_args

from runofshow.core.agenda import Agenda, Role
from runofshow.core.ask import HANDS, NOBODY, OPERATOR, READERS, Ask, Id, Text, Undoable, name_of
from runofshow.core.award_commands import AddRecipient as AddRecipient
from runofshow.core.award_commands import AwardCommand as AwardCommand
from runofshow.core.award_commands import ChangeLeader as ChangeLeader
from runofshow.core.award_commands import ChangeRecipient as ChangeRecipient
from runofshow.core.award_commands import MoveRecipient as MoveRecipient
from runofshow.core.award_commands import NextStep as NextStep
from runofshow.core.award_commands import PeopleCommand as PeopleCommand
from runofshow.core.award_commands import See as See
from runofshow.core.award_commands import SplitBatch as SplitBatch
from runofshow.core.award_commands import TakeOutMissing as TakeOutMissing
from runofshow.core.notices import NoteKind
from runofshow.core.plan_commands import AT_START as AT_START
from runofshow.core.plan_commands import AddCue as AddCue
from runofshow.core.plan_commands import Edit as Edit
from runofshow.core.plan_commands import EditCue as EditCue
from runofshow.core.plan_commands import Insert as Insert
from runofshow.core.plan_commands import Move as Move
from runofshow.core.plan_commands import Recover as Recover
from runofshow.core.plan_commands import Remove as Remove
from runofshow.core.plan_commands import RemoveCue as RemoveCue
from runofshow.core.proposals.commands import DeclineProposal as DeclineProposal
from runofshow.core.proposals.commands import ProposalCommand as ProposalCommand
from runofshow.core.proposals.commands import Propose as Propose
from runofshow.core.proposals.commands import TakeProposal as TakeProposal
from runofshow.core.refusal import Rest
from runofshow.core.rehearsal_commands import AnswerInDrill as AnswerInDrill
from runofshow.core.rehearsal_commands import JumpClock as JumpClock
from runofshow.core.rehearsal_commands import RehearsalCommand as RehearsalCommand
from runofshow.core.sound_commands import Arm as Arm
from runofshow.core.sound_commands import FadeSound as FadeSound
from runofshow.core.sound_commands import Panic as Panic
from runofshow.core.sound_commands import PlayTrack as PlayTrack
from runofshow.core.sound_commands import ReportSound as ReportSound
from runofshow.core.sound_commands import StopSound as StopSound
from runofshow.core.sound_events import SignalFailed, SignalSent
from runofshow.core.term_commands import KeepBranch as KeepBranch
from runofshow.core.term_commands import TakeOver as TakeOver
from runofshow.core.term_commands import TermCommand as TermCommand
from runofshow.core.vote import Votes


class Mode(StrEnum):
    """What the record is of."""

    LIVE = "live"
    REHEARSAL = "rehearsal"


class ClockFault(StrEnum):
    """How the machine's clocks parted: it slept, its wall clock was set, or it stalled."""

    SLEPT = "slept"
    STEPPED = "clock_stepped"
    STALLED = "stalled"


class OpenShow(Ask, frozen=True, tag="open"):
    """Open a show on this agenda, already laid on the clock. The first command of every journal."""

    asked_by = NOBODY

    agenda: Agenda
    mode: Mode = Mode.LIVE
    speed: float = 1.0
    """Show seconds in a second; only a rehearsal runs at anything but 1."""
    floating: bool = False
    """The plan has no clock of its own today: it begins when the first item does."""
    source: str = ""
    """Where the agenda was read from, so that the same agenda finds its unfinished show."""
    aside: tuple[str, ...] = ()
    """The leaves that this show begins without, or ends before."""
    source_digest: str = ""
    """SHA-256 of that file, to know one that was mended since; empty when nobody took it."""
    laid_by: timedelta | None = None
    """How much later than in that file its hours are; None when nobody noted it."""
    joins: bool = False
    """A rehearsal of the joins (joins.py)."""
    drill: int | None = None
    """A rehearsal with simulated hands, by this seed (drill.py); None with people."""


class Start(Undoable, frozen=True, tag="start"):
    """Start the first item."""

    sure: bool = False
    """Asked twice; far from its hour it starts only so."""


class Go(Undoable, frozen=True, tag="go"):
    """Make the next call, a cue or the next item; with a `cue_id`, that cue now."""

    asked_by = OPERATOR

    cue_id: Id | None = None
    sure: bool = False
    """Asked twice; the anthem is silenced only so, and so are a rite whose music is not over left, and an
    item started far from its hour."""


class Advance(Undoable, frozen=True, tag="advance"):
    """End the running item and start the next, whatever cues are left."""

    sure: bool = False


class Hold(Undoable, frozen=True, tag="hold"):
    """Stop the running item's clock."""


class Resume(Undoable, frozen=True, tag="resume"):
    """Let it run on."""


class AddTime(Undoable, frozen=True, tag="add_time", rename={"by": "seconds"}):
    """Give an item more time, or less when negative; None is the running item."""

    by: timedelta
    item_id: Id | None = None


class StandBy(Undoable, frozen=True, tag="standby"):
    """Tell a hand to stand by; None is the next cue that has not been told."""

    cue_id: Id | None = None


class Acknowledge(Ask, frozen=True, tag="ack"):
    """ "Đã rõ": the hand answers a stand-by."""

    asked_by = HANDS

    cue_id: Id


class Undo(Ask, frozen=True, tag="undo"):
    """Take back the last call."""

    sure: bool = False


class Redo(Ask, frozen=True, tag="redo"):
    """Make again the call that was taken back last."""

    sure: bool = False


class Back(Undoable, frozen=True, tag="back"):
    """Return to the item before: it runs on from its old start, and the one left waits again. In a rehearsal
    it comes next, for another take."""

    sure: bool = False


class Jump(Undoable, frozen=True, tag="jump"):
    """Make an item the next one; in a rehearsal also one that is over, for another take. The items passed
    over stay to be done, unless it is of a later session: then `rest` says what becomes of those before."""

    item_id: Id
    rest: Rest | None = None


class Skip(Undoable, frozen=True, tag="skip"):
    item_id: Id
    sure: bool = False
    """Asked twice; a protected item is skipped only so."""


class Unskip(Undoable, frozen=True, tag="unskip"):
    item_id: Id


class Backdate(Undoable, frozen=True, tag="backdate", rename={"by": "seconds"}):
    """Say that an item began so much earlier than it was called (later when negative)."""

    item_id: Id
    by: timedelta


class CountVote(Undoable, frozen=True, tag="vote"):
    """Keep how the vote on an item went; None is the running item. Said again it replaces the former count,
    and without the votes in favour takes it back."""

    item_id: Id | None = None
    in_favour: Votes | None = None
    against: Votes = 0
    other: Votes = 0


class SendMessage(Ask, frozen=True, tag="message"):
    asked_by = HANDS

    to: Role
    text: Text


class AnswerMessage(Ask, frozen=True, tag="answer"):
    """ "Đã rõ": whom the message is for has read it."""

    asked_by = READERS

    message_id: Id


class TakeNote(Ask, frozen=True, tag="note"):
    """Write an incident, a decision, a lesson or a note into the record."""

    text: Text
    kind: NoteKind = NoteKind.NOTE


class ReportSignal(Ask, frozen=True, tag="signal"):
    """What became of a signal."""

    asked_by = NOBODY
    told_by = "signals"

    result: SignalSent | SignalFailed


class DismissAlarms(Ask, frozen=True, tag="dismiss"):
    """The caller has read the alarms; what they said stays in the record."""


class End(Undoable, frozen=True, tag="end"):
    """End the show."""

    sure: bool = False


class Tick(Ask, frozen=True, tag="tick"):
    """Time has passed: turn what has newly come true into facts, once each."""

    asked_by = NOBODY
    told_by = "clock"


class ReportClock(Ask, frozen=True, tag="report_clock"):
    """The machine's clocks have parted by so much."""

    asked_by = NOBODY
    told_by = "clock"

    fault: ClockFault
    by: timedelta


class CorrectClock(Ask, frozen=True, tag="correct_clock", rename={"by": "seconds"}):
    """Put the show's clock right by so much; everything recorded moves with it, so no count jumps."""

    by: timedelta | None = None
    """None is what the alarm of the stepped clock says."""


Command = (
    OpenShow
    | Start
    | Go
    | Advance
    | Hold
    | Resume
    | AddTime
    | StandBy
    | Acknowledge
    | Undo
    | Redo
    | Back
    | Jump
    | Skip
    | Unskip
    | Move
    | Edit
    | EditCue
    | AddCue
    | RemoveCue
    | Insert
    | Remove
    | Recover
    | ProposalCommand
    | Backdate
    | CountVote
    | AwardCommand
    | PeopleCommand
    | SendMessage
    | AnswerMessage
    | TakeNote
    | PlayTrack
    | FadeSound
    | StopSound
    | Panic
    | Arm
    | ReportSound
    | ReportSignal
    | DismissAlarms
    | End
    | Tick
    | ReportClock
    | CorrectClock
    | RehearsalCommand
    | TermCommand
)

COMMANDS: dict[str, type[Command]] = {
    name_of(kind): kind for kind in get_args(Command) if kind.asked_by is not NOBODY
}
"""What a person or a program may ask by name. The rest is the engine's own."""

UNDOABLE = frozenset(name for name, kind in COMMANDS.items() if issubclass(kind, Undoable))
"""The calls that undo takes back, by name."""
