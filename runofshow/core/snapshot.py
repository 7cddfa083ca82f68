"""Every number any screen shows, computed once: the frozen picture of a show at one moment.

Screens draw snapshots and never reckon. Lateness is positive when late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import (
    Action,
    Agenda,
    Award,
    ClockMode,
    GoMode,
    Handin,
    Item,
    Role,
    Step,
    Track,
    TrackMark,
)
from runofshow.core.alarms import Alarm
from runofshow.core.commands import Mode
from runofshow.core.count import Count
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.heard import DeckNow as DeckNow
from runofshow.core.heard import Heard as Heard
from runofshow.core.item_row import ItemRow as ItemRow
from runofshow.core.notices import Message, Note
from runofshow.core.on_stage import RoundNow, Whereabouts
from runofshow.core.people import Seen
from runofshow.core.people_seen import NOBODY, PeopleNow
from runofshow.core.phases import OVER as OVER
from runofshow.core.phases import CuePhase as CuePhase
from runofshow.core.phases import ItemState as ItemState
from runofshow.core.phases import Lamp as Lamp
from runofshow.core.phases import Phase as Phase
from runofshow.core.presence import Presence
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.reckoned import Reckoned
from runofshow.core.recovery.outcome import WaysBack
from runofshow.core.session_now import SessionNow as SessionNow
from runofshow.core.sound import Failure, Measured, SoundCall
from runofshow.core.speech.clock import SpeechNow
from runofshow.core.timecode_now import TimecodeNow
from runofshow.core.vote import is_voted
from runofshow.core.waiting import Waiting
from runofshow.core.wire import Length, Moment, PlannedMoment
from runofshow.core.words import Saying, words_of


class Row(ItemRow, frozen=True, kw_only=True):
    """The same with what is not sent of it."""

    item: Item
    """As amended, and as it runs: with what its heading says about it."""
    written: Item
    """The same as it is written: what an edit changes."""
    session_start_at: datetime
    is_next: bool
    wait: timedelta
    """How long the hall waits in front of it for its fixed start."""

    @property
    def unassigned(self) -> bool:
        """Nobody is named, and the kind needs somebody."""
        return self.item.by is None and self.item.needs_person

    @property
    def is_heading(self) -> bool:
        return bool(self.item.parts)

    @property
    def takes_vote(self) -> bool:
        """A vote on it can be counted: it is voted on, and has begun."""
        return not self.is_heading and self.actual_start is not None and is_voted(self.item)

    @property
    def handin(self) -> Handin | None:
        return self.item.handin

    @property
    def award(self) -> Award | None:
        return self.item.award

    @property
    def mc(self) -> str:
        """The MC's words as they are said."""
        return words_of(self.item)

    @property
    def mc_assumed(self) -> bool:
        return self.item.mc_assumed

    @property
    def notes(self) -> str:
        return self.item.notes


class CueRow(Struct, frozen=True, kw_only=True, gc=False):
    """One cue at one moment."""

    cue_id: str
    item_id: str
    """The leaf that carries it."""
    number: str
    to: Role
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
    """When it falls due; None on a word or at a code, which no clock knows, or when it will not run."""
    standby_at: PlannedMoment | None = None
    stood_by_at: Moment | None = None
    acked_at: Moment | None = None
    armed: bool = False
    """Proved by the player: its track waits at its start."""
    by_machine: bool = False
    """The player of the hall carries it out: no hand answers for it."""
    gone_at: Moment | None = None
    assumed: bool = False
    track_assumed: bool = False
    """The track was guessed by its title."""
    word: str | None = None
    """The word on which it is called; None where a clock knows its moment."""
    step: Step | None = None
    """The step of its batch with which it goes."""
    pre_wait_s: Length = 0
    """How long the track is waited for behind the call."""
    timecode: str | None = None
    """The code at which it goes, `01:00:10:00`; None where it hangs at none."""

    @property
    def recording(self) -> str:
        """The title of its track, `~` before a guess; what it asks for where it has none."""
        return f"{'~ ' if self.track_assumed else ''}{self.track_title or self.text}"

    @property
    def is_proved(self) -> bool:
        """The player can carry it out now: there is nothing to load for a fade or a stop."""
        return self.armed or (self.by_machine and self.do is not Action.PLAY)


class Current(Struct, frozen=True):
    row: Row
    heading: Row | None
    """The item it is a part of."""
    clock: ClockMode
    started_at: datetime
    elapsed: timedelta
    """Without holds."""
    remaining: timedelta
    """Zero from the planned end on."""
    overrun: timedelta
    """Zero until then."""
    held_for: timedelta
    backdrop: str
    until: datetime | None
    """The hour it ends at, which no hold puts off; None when it has a length."""


class CallCue(Struct, frozen=True):
    cue: CueRow


class CallItem(Struct, frozen=True):
    row: Row


class CallSession(Struct, frozen=True):
    """The running item is the last of its session: GO ends it, and the hall waits for the next session."""

    session_title: str
    """Of the session that follows."""


class CallEnd(Struct, frozen=True):
    """GO ends this item alone: in a rehearsal of the joins the next one waits for the MC's link."""

    row: Row


NextCall = CallCue | CallItem | CallSession | CallEnd
"""What GO will do now. None in a snapshot: nothing is left but to end the show, or it has ended."""


class SoundNow(Struct, frozen=True):
    player: str | None
    decks: tuple[DeckNow, ...]
    heard: tuple[Heard, ...]
    """What the ear follows first comes first: what began last, and what fades behind what does not."""
    coming: tuple[CueRow, ...]
    """The next three that play a track."""
    tracks: tuple[Track, ...]
    measured: Mapping[str, Measured]
    failures: Mapping[str, Failure]
    calls: tuple[SoundCall, ...]
    anthem: bool
    """It sounds: nothing silences it without a question."""


class Snapshot(Struct, frozen=True):
    seq: int
    mode: Mode
    speed: float
    phase: Phase
    now: datetime
    title: str
    organiser: str
    venue: str
    plan: Agenda
    """As amended: what is said of the whole conference."""
    floating: bool
    session: SessionNow
    session_count: int
    current: Current | None
    next: Row | None
    coming: Sequence[Row]
    """The leaves still to be started, as they are expected to follow; the first of them is `next`."""
    next_cues: tuple[CueRow, ...]
    """The cues of `next`, its heading's first ones included."""
    rows: Reckoned[Row]
    cues: Reckoned[CueRow]
    """In calling order."""
    next_call: NextCall | None
    over_under: timedelta
    """Expected against planned end of the session; positive is late."""
    slack: timedelta | None
    """Hard out less expected end; negative when it will be overrun; None without a hard out."""
    held_since: datetime | None
    undoable: str | None
    """The name of the call that undo would take back."""
    redoable: str | None
    """The name of the call that redo would make again."""
    alarms: tuple[Alarm, ...]
    messages: tuple[Message, ...]
    notes: tuple[Note, ...]
    proposals: tuple[Proposal, ...]
    sound: SoundNow
    saying: Saying
    """What the MC says now and next. Of what runs it is the words to its end: a rite is commanded to it."""
    count: Count | None = None
    """None when nothing is counted: it has ended, or its plan has no hours yet."""
    presence: Presence | None = None
    """Who is connected; None without a server in the hall."""
    answering: frozenset[Role] = frozenset()
    """Who is expected to answer a cue. Where nobody ever does, a missing answer is no alarm."""
    waiting: tuple[Waiting, ...] = ()
    """What waits for such an answer, longest first."""
    told: tuple[CueRow, ...] = ()
    """Those of the cues that were told to stand by and are not over."""
    answered: frozenset[Role] = frozenset()
    """Whose hand has answered a cue."""
    round: RoundNow | None = None
    """The award round that runs, or the next one; None where nobody is honoured any more."""
    people: PeopleNow = NOBODY
    """Who is looked for before they are on stage."""
    shown: Mapping[str, str] = {}
    """Recipient id to a name that nobody else has; only of those who share theirs."""
    whereabouts: Mapping[str, Whereabouts | None] = {}
    """Recipient id to where they belong."""
    seen: Mapping[str, Seen] = {}
    """As in the state."""
    speech: SpeechNow | None = None
    """The text that is read in the running item; None where the plan has none that could be read."""
    mc_speech: SpeechNow | None = None
    """The MC's own words to the running item, where they are long."""
    at_console: frozenset[Role] = frozenset()
    """Whose cues the console itself has answered."""
    joins: bool = False
    """A rehearsal of the joins."""
    link_since: datetime | None = None
    """Since when the MC leads over to the next item, where that is timed."""
    between_items: bool = False
    """An item has ended, and the next of its session waits for its call; in a rehearsal alone."""
    drill: bool = False
    """Its hands are simulated."""
    term: int = 0
    """In which the show is called (term.py)."""
    outlook: EndOutlook | None = None
    """When the session will end; None where that is not known, and once the show has ended."""
    ways: WaysBack | None = None
    """What can be done about that; None where it is not known."""
    timecode: TimecodeNow | None = None
    """The code that comes in; None where nobody listens to one."""

    def cues_of(self, leaf_id: str) -> list[CueRow]:
        """What a leaf carries of its own cues and of its heading's, in calling order."""
        row = self.rows.of(leaf_id)
        heading = None if row is None else self.rows.of(row.parent_id)
        written = (cue for one in (heading, row) if one is not None for cue in one.item.cues)
        places = sorted(self.cues.places[cue.cue_id] for cue in written)
        return [cue for cue in map(self.cues.__getitem__, places) if cue.item_id == leaf_id]


NO_CUES = Reckoned[CueRow](0, ().__getitem__, {})
