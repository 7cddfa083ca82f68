"""What may be asked of the show. Commands are orders; decide.py says what comes of them.

`COMMANDS` names each as programs and phones name it.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Agenda, Role
from runofshow.core.plan_commands import AT_START as AT_START
from runofshow.core.plan_commands import AddCue as AddCue
from runofshow.core.plan_commands import Edit as Edit
from runofshow.core.plan_commands import EditCue as EditCue
from runofshow.core.plan_commands import Insert as Insert
from runofshow.core.plan_commands import Move as Move
from runofshow.core.plan_commands import Remove as Remove
from runofshow.core.plan_commands import RemoveCue as RemoveCue
from runofshow.core.refusal import Rest
from runofshow.core.sound_commands import Arm as Arm
from runofshow.core.sound_commands import FadeSound as FadeSound
from runofshow.core.sound_commands import Panic as Panic
from runofshow.core.sound_commands import PlayTrack as PlayTrack
from runofshow.core.sound_commands import ReportSound as ReportSound
from runofshow.core.sound_commands import StopSound as StopSound
from runofshow.core.sound_events import SignalFailed, SignalSent


class Mode(StrEnum):
    """What the record is of."""

    LIVE = "live"
    REHEARSAL = "rehearsal"


class ClockFault(StrEnum):
    """How the machine's clocks parted: it slept, its wall clock was set, or it stalled."""

    SLEPT = "slept"
    STEPPED = "clock_stepped"
    STALLED = "stalled"


class OpenShow(Struct, frozen=True):
    """Open a show on this agenda, already laid on the clock. The first command of every journal."""

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


class Start(Struct, frozen=True):
    """Start the first item."""

    sure: bool = False
    """Asked twice; far from its hour it starts only so."""


class Go(Struct, frozen=True):
    """Make the next call, a cue or the next item; with a `cue_id`, that cue now."""

    cue_id: str | None = None
    sure: bool = False
    """Asked twice; the anthem is silenced only so, and so are a rite whose music is not over left, and an
    item started far from its hour."""


class Advance(Struct, frozen=True):
    """End the running item and start the next, whatever cues are left."""

    sure: bool = False


class Hold(Struct, frozen=True):
    """Stop the running item's clock."""


class Resume(Struct, frozen=True):
    """Let it run on."""


class AddTime(Struct, frozen=True):
    """Give an item more time, or less when negative; None is the running item."""

    by: timedelta
    item_id: str | None = None


class StandBy(Struct, frozen=True):
    """Tell a hand to stand by; None is the next cue that has not been told."""

    cue_id: str | None = None


class Acknowledge(Struct, frozen=True):
    """ "Đã rõ": the hand answers a stand-by."""

    cue_id: str


class Undo(Struct, frozen=True):
    """Take back the last call."""

    sure: bool = False


class Redo(Struct, frozen=True):
    """Make again the call that was taken back last."""

    sure: bool = False


class Back(Struct, frozen=True):
    """Return to the item before: it runs on from its old start, and the one left waits again."""

    sure: bool = False


class Jump(Struct, frozen=True):
    """Make an item the next one. The items passed over stay to be done, unless it is of a later session: then
    `rest` says what becomes of those before it."""

    item_id: str
    rest: Rest | None = None


class Skip(Struct, frozen=True):
    item_id: str
    sure: bool = False
    """Asked twice; a protected item is skipped only so."""


class Unskip(Struct, frozen=True):
    item_id: str


class Backdate(Struct, frozen=True):
    """Say that an item began so much earlier than it was called (later when negative)."""

    item_id: str
    by: timedelta


class SendMessage(Struct, frozen=True):
    to: Role
    text: str


class AnswerMessage(Struct, frozen=True):
    """ "Đã rõ": whom the message is for has read it."""

    message_id: str


class TakeNote(Struct, frozen=True):
    """Write an incident or a note into the record."""

    text: str


class ReportSignal(Struct, frozen=True):
    """What became of a signal."""

    result: SignalSent | SignalFailed


class DismissAlarms(Struct, frozen=True):
    """The caller has read the alarms; what they said stays in the record."""


class End(Struct, frozen=True):
    """End the show."""

    sure: bool = False


class Tick(Struct, frozen=True):
    """Time has passed: turn what has newly come true into facts, once each."""


class ReportClock(Struct, frozen=True):
    """The machine's clocks have parted by so much."""

    fault: ClockFault
    by: timedelta


class CorrectClock(Struct, frozen=True):
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
    | Backdate
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
)

COMMANDS: dict[str, type[Command]] = {
    "start": Start,
    "go": Go,
    "advance": Advance,
    "hold": Hold,
    "resume": Resume,
    "add_time": AddTime,
    "standby": StandBy,
    "ack": Acknowledge,
    "undo": Undo,
    "redo": Redo,
    "back": Back,
    "jump": Jump,
    "skip": Skip,
    "unskip": Unskip,
    "move": Move,
    "edit": Edit,
    "edit_cue": EditCue,
    "add_cue": AddCue,
    "remove_cue": RemoveCue,
    "insert": Insert,
    "remove": Remove,
    "backdate": Backdate,
    "message": SendMessage,
    "answer": AnswerMessage,
    "note": TakeNote,
    "play": PlayTrack,
    "fade": FadeSound,
    "stop": StopSound,
    "panic": Panic,
    "arm": Arm,
    "sound": ReportSound,
    "dismiss": DismissAlarms,
    "correct_clock": CorrectClock,
    "end": End,
}
"""What a person or a program may ask by name. The rest is the engine's own."""
