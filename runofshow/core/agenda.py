"""What is planned: the agenda of one conference, laid on the clock.

Glossary, in the trade's words:

- *agenda*: everything the plan says; *session*: one sitting with its own start and hard out.
- *item*: anything that is timed. An item may have *parts* (acts, speakers, award batches); then it is
  their heading, and only the parts run. What runs is called a *leaf*; the leaves in order are the
  *running order*, each with what its heading says about it (see heading.py).
- *cue*: one thing one hand must do at one moment, called by the caller or by the clock.
- *track*: one recording the music cues speak of.
- *caller*: who calls the show (stage manager); *hard out*: when the hall must be free.
- *assumed*: taken from the catalogue of kinds because the plan is silent; every screen says so.

Moments (`..._at`, `until`) are aware UTC datetimes, lengths are timedeltas. None means the plan does not say.
All values are frozen: a change during the show is an event that makes a new Agenda.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.core.award import Award as Award
from runofshow.core.award import AwardLevel as AwardLevel
from runofshow.core.award import Recipient as Recipient
from runofshow.core.award import Step as Step
from runofshow.core.gear import Gear
from runofshow.core.leader import Leader as Leader
from runofshow.core.signal import Signal
from runofshow.core.speech.script import Speech
from runofshow.core.timecode import Timecode, TimecodeIn


class Role(StrEnum):
    """A hand or a screen in the hall. `CALLER` may ask everything; see roles.py for the others."""

    CALLER = "caller"
    MC = "mc"
    MUSIC = "music"
    LIGHTS = "lights"
    SCREEN = "screen"
    CREW = "crew"
    SPEAKER = "speaker"
    DISPLAY = "display"
    STAGE = "stage"


CUE_ROLES = (Role.MC, Role.MUSIC, Role.LIGHTS, Role.SCREEN, Role.CREW, Role.STAGE)
"""Who can be given a cue; the others only watch."""


class Action(StrEnum):
    """What a cue asks for. The first three name a track and belong to music."""

    PLAY = "play"
    FADE = "fade"
    STOP = "stop"
    SAY = "say"
    DO = "do"


class GoMode(StrEnum):
    """Who calls a cue: the caller's hand, or the clock at its moment."""

    HAND = "hand"
    AUTO = "auto"


class ClockMode(StrEnum):
    """How an item's clock runs.

    `DOWN` counts to zero and then shows the overrun. `UP` counts what has passed and still overruns.
    `UP_SOFT` is for leaders: it counts up and is never red. `UNTIL_RESUMED` is a break that lasts until it
    is called back. `MEDIA` is as long as its clip.
    """

    DOWN = "down"
    UP = "up"
    UP_SOFT = "up_soft"
    UNTIL_RESUMED = "until_resumed"
    MEDIA = "media"


class TrackMark(StrEnum):
    """What must never be confused between two tracks, whatever their titles say."""

    PLAIN = "plain"
    ANTHEM_WITHOUT_WORDS = "anthem_without_words"
    ANTHEM_WITH_WORDS = "anthem_with_words"
    CLIP = "clip"


class Address(StrEnum):
    """How people are addressed where their name says nothing: «đồng chí», as the state and the Party do, or
    «ông», «bà»."""

    COMRADE = "comrade"
    FORMAL = "formal"


class Rite(StrEnum):
    """How the flag is saluted: by the commands of a state conference, or plainly, all singing, as a Party
    congress does."""

    COMMANDED = "commanded"
    PLAIN = "plain"


class Layer(StrEnum):
    """A *bed* lies under what happens and takes the place of the bed before it; a *sting* sounds over it."""

    BED = "bed"
    STING = "sting"


class Track(Struct, frozen=True):
    """One recording of the show."""

    track_id: str
    title: str
    file: str | None = None
    """Path as the agenda writes it, relative to the agenda; None when nobody has handed it in."""
    mark: TrackMark = TrackMark.PLAIN
    loop: bool = False
    volume: int = 100
    """Percent of full, 0 to 130."""
    start: timedelta = timedelta()
    end: timedelta | None = None
    """Where in the file it begins and ends; None plays to the end of the file."""
    fade_in: timedelta = timedelta()
    fade_out: timedelta = timedelta()
    length: timedelta | None = None
    """As the plan states it; None when it does not."""
    layer: Layer = Layer.BED
    sha256: str | None = None
    """Of the one right recording, 64 hex digits; None when the agenda does not say."""
    mark_assumed: bool = False
    """The mark was guessed by its title."""
    live: bool = False
    """Musicians play it in the hall: no file is wanted, and its cue is a hand's to give."""


class AtStart(Struct, frozen=True, tag_field="anchor", tag="start"):
    """So long after its item starts; zero is the start itself."""

    after: timedelta = timedelta()


class BeforeEnd(Struct, frozen=True, tag_field="anchor", tag="end"):
    """So long before its item's expected end."""

    lead: timedelta


class OnWord(Struct, frozen=True, tag_field="anchor", tag="word"):
    """When the operator hears the word. No clock ever calls it due."""

    word: str


class OnStep(Struct, frozen=True, tag_field="anchor", tag="step"):
    """With that step of its batch: it goes as the step begins, by the same call."""

    step: Step


class AfterCue(Struct, frozen=True, tag_field="anchor", tag="cue"):
    """Follow: so long after the track of another cue of the item has come to its own end."""

    cue_id: str
    wait: timedelta = timedelta()


class AtTimecode(Struct, frozen=True, tag_field="anchor", tag="timecode"):
    """When the timecode that comes in passes this frame while the item runs. No clock calls it due."""

    code: Timecode


Anchor = AtStart | BeforeEnd | OnWord | OnStep | AfterCue | AtTimecode


class Cue(Struct, frozen=True):
    """One thing for one hand, hung on its item."""

    cue_id: str
    to: Role
    do: Action
    text: str
    at: Anchor = AtStart()
    track_id: str | None = None
    standby_lead: timedelta = timedelta(seconds=60)
    """How long before its moment the hand is told to stand by."""
    go: GoMode = GoMode.HAND
    tolerance: timedelta = timedelta(seconds=3)
    """How late an auto cue may still go; past it, it is missed and never plays late."""
    fade: timedelta = timedelta()
    """How long a fade lasts. Of a play: how long what it takes the place of fades; zero is a cut."""
    assumed: bool = False
    pre_wait: timedelta = timedelta()
    """How long after its call the track begins; zero for anything but a play."""
    track_assumed: bool = False
    """The track was guessed by its title."""


class Handin(Struct, frozen=True):
    """The text of a speech that must be handed in before the day."""

    due: date | None
    received: bool


class Item(Struct, frozen=True):
    """One line of the programme. With parts it is their heading and never runs itself."""

    item_id: str
    number: str
    """As the paper in the hall numbers it ("4.2"); never renumbered during the show."""
    title: str
    kind: str
    """An id of the catalogue of kinds."""
    duration: timedelta
    """Of a leaf: its planned length. Of a heading: the sum of its parts, or its own target."""
    also: tuple[str, ...] = ()
    """Kinds that share this line ("Tổng kết và bế mạc" is a summary and a closing)."""
    by: str | None = None
    """Who speaks or acts, as written, titles and all; None when the plan names nobody."""
    needs_person: bool = False
    """The kind is nothing without a person, so None in `by` is a gap to be shown."""
    assumed: bool = False
    """The duration is the catalogue's and not the plan's."""
    clock: ClockMode = ClockMode.DOWN
    clock_written: bool = False
    protected: bool = False
    """Never shortened, skipped, flashed at or interrupted by an automatic step."""
    protected_written: bool = False
    """Both are the plan's own word and not the catalogue's; what is written at the heading comes second."""
    optional: bool = False
    """The plan says "nếu có"."""
    min: timedelta | None = None
    """The shortest that is bearable when the show is late; None is never shortened by itself. A part without
    one has that of its heading."""
    min_assumed: bool = False
    """It is the catalogue's and not the plan's."""
    may_drop: bool | None = None
    """Whether it may be left out when the show is late; None is as `optional` says."""
    importance: int = 5
    """1 to 5: the lower gives way first."""
    importance_written: bool = False
    stretch: timedelta | None = None
    """The longest it may last when the show is early; None is its planned length."""
    fixed_start: datetime | None = None
    """It never starts by plan before this moment; the wait absorbs lateness."""
    until: datetime | None = None
    """A break that ends at this moment, whenever it began."""
    mc: str = ""
    """The MC's words; `{by}` and `{title}` stand for the item's own, so an edit reaches them (words.py)."""
    mc_assumed: bool = False
    thanks: str = ""
    """How who spoke is thanked when it is over, at the head of the next item's words; empty thanks nobody."""
    notes: str = ""
    backdrop: str = ""
    handin: Handin | None = None
    award: Award | None = None
    cues: tuple[Cue, ...] = ()
    parts: tuple[Item, ...] = ()
    speech: Speech | None = None
    """What is read aloud in it, as far as the speech clock needs it; None where the plan names no text."""


class Session(Struct, frozen=True):
    """One sitting."""

    session_id: str
    title: str
    start_at: datetime
    start_assumed: bool = False
    """The plan gives no hour; this one is the custom of such conferences."""
    hard_out: datetime | None = None
    items: tuple[Item, ...] = ()


class Day(Struct, frozen=True):
    """When the plan says the conference is."""

    text: str
    """As written ("dự kiến tháng 11/2019"); empty when the plan is silent."""
    earliest: date | None = None
    latest: date | None = None
    """Both are the same day when the day is known."""
    tentative: bool = False


class Duty(Struct, frozen=True):
    """Something somebody owes before, on or after the day."""

    what: str
    by: str | None = None
    due: date | None = None
    when: str = "after"
    """before | day | after"""
    done: date | bool = False
    """The day it was done; True when it was done on a day nobody wrote down."""


class Agenda(Struct, frozen=True):
    """The whole plan of one conference."""

    title: str
    sessions: tuple[Session, ...]
    organiser: str = ""
    venue: str = ""
    day: Day = Day("")
    delegates: str = ""
    chair_panel: tuple[str, ...] = ()
    crew: tuple[tuple[Role, str], ...] = ()
    """Who holds each role, as written."""
    tracks: tuple[Track, ...] = ()
    backdrop: str = ""
    decoration: str = ""
    duties: tuple[Duty, ...] = ()
    notes: str = ""
    signals: tuple[Signal, ...] = ()
    rite: Rite = Rite.COMMANDED
    basis: str = ""
    """The plan or decision under which it is held, as it is read aloud."""
    leaders: tuple[Leader, ...] = ()
    address: Address | None = None
    """None says nothing before a name that brings no title."""
    timecode: TimecodeIn | None = None
    """The code that comes into the hall; None listens to none."""
    gear: tuple[Gear, ...] = ()

    @property
    def cues(self) -> dict[str, Cue]:
        """Every cue by its id, as it is written."""
        items = (item for session in self.sessions for item in session.items)
        return {cue.cue_id: cue for item in items for row in (item, *item.parts) for cue in row.cues}
