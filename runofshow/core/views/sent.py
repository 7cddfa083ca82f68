"""What each role is sent: its own type, which has no field for what it may not see.

The views are the wire: a field's name is its key, and programs rely on it, so fields are only ever added. One
that is unknown is None, and whoever reads takes a missing one for None.
"""

from __future__ import annotations

from runofshow.core.agenda import Role
from runofshow.core.count import CountedOn
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.light import DARK, LightOn
from runofshow.core.notices import Message
from runofshow.core.on_stage import RoundNow
from runofshow.core.people_seen import PeopleNow
from runofshow.core.snapshot import CueRow, ItemRow
from runofshow.core.speech.clock import SpeechNow
from runofshow.core.timecode_now import TimecodeNow
from runofshow.core.views.head import AlarmView, CalledNext, Head, PlanView, PresenceView
from runofshow.core.views.items import CurrentView, Line, Need, NextView
from runofshow.core.views.proposals import ProposalView
from runofshow.core.views.sound import SoundView
from runofshow.core.views.ways import WayView
from runofshow.core.waiting import Waiting
from runofshow.core.wire import Drifting, PlannedMoment


class HandView(Head, frozen=True, kw_only=True):
    current: CurrentView | None = None
    count: CountedOn = None
    """None when nothing is counted."""
    light: LightOn = DARK
    next: Line | None = None
    after: Line | None = None
    words: str = ""
    """The words of the running item; empty for every hand but the MC."""
    next_words: str = ""
    words_assumed: bool = False
    """The words of the running item are the catalogue's and not the plan's."""
    next_words_assumed: bool = False
    cues: tuple[CueRow, ...]
    messages: tuple[Message, ...]
    needs: tuple[Need, ...]
    """The crew's of the next ten minutes, the MC's and the screen's of the running and the next item."""
    sound: SoundView | None = None
    """None for every hand but the music."""
    record: str | None = None
    """The code of what is wrong with the show's record; None when all is well."""
    round: RoundNow | None = None
    """The award round that runs, or the next when it is near; None of it for lights and screen."""
    people: PeopleNow | None = None
    """Who is looked for, for the crew and the MC; None where nobody is."""
    speech: SpeechNow | None = None
    """Where whoever speaks should be in their text by now, for the crew and the MC."""
    mc_speech: SpeechNow | None = None
    """The same of the MC's own words, for the MC."""


class SpeakerView(Head, frozen=True, kw_only=True):
    current: CurrentView | None = None
    count: CountedOn = None
    messages: tuple[Message, ...]


class DisplayView(Head, frozen=True, kw_only=True):
    current: Line | None = None
    next: Line | None = None
    backdrop: str = ""
    names: tuple[str, ...] = ()
    """Who is honoured on stage, where the plan wants the names shown; nobody who is absent."""


class StageView(Head, frozen=True, kw_only=True):
    current: CurrentView | None = None
    count: CountedOn = None
    next: Line | None = None
    items: tuple[ItemRow, ...]
    over_under_s: Drifting
    """Expected against planned end of the session; positive is late."""
    slack_s: Drifting | None = None
    """Hard out less expected end; None without a hard out."""
    messages: tuple[Message, ...] = ()
    record: str | None = None
    """As in `HandView`, as are `light` and `cues`."""
    light: LightOn = DARK
    cues: tuple[CueRow, ...] = ()
    round: RoundNow | None = None
    people: PeopleNow | None = None
    outlook: EndOutlook | None = None
    """When the session will end; None where that is not known."""
    speech: SpeechNow | None = None
    timecode: TimecodeNow | None = None
    """The code that comes in; None where nobody listens to one."""


class CallerView(Head, frozen=True, kw_only=True):
    """The whole snapshot; its fields mean what those of `Snapshot` do."""

    plan: PlanView
    current: CurrentView | None
    count: CountedOn
    next: NextView | None
    next_call: CalledNext | None
    over_under_s: Drifting
    planned_end: PlannedMoment
    expected_end: PlannedMoment
    hard_out: PlannedMoment | None
    slack_s: Drifting | None
    alarms: tuple[AlarmView, ...]
    messages: tuple[Message, ...]
    presence: PresenceView | None
    answering: tuple[Role, ...]
    waiting: tuple[Waiting, ...]
    sound: SoundView
    items: tuple[ItemRow, ...]
    cues: tuple[CueRow, ...]
    round: RoundNow | None = None
    people: PeopleNow | None = None
    outlook: EndOutlook | None = None
    speech: SpeechNow | None = None
    ways: tuple[WayView, ...] = ()
    """What can be done when it is late; as of the last look, which is a few seconds old."""
    proposals: tuple[ProposalView, ...] = ()
    """What agents propose and nobody has answered."""
    timecode: TimecodeNow | None = None


CuedView = HandView | StageView
"""Of who has cues and a light for them."""
RoleView = CuedView | SpeakerView | DisplayView
"""Of who has a screen in another terminal."""
View = RoleView | CallerView
