"""The agenda file as people fill it in: one model for each mapping, every key of the format, nothing else.

What is None was not written. Building.py lays the form on the clock and fills it from the catalogue.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from msgspec import Struct

from runofshow.agenda_file.fields import (
    ActionWord,
    BatchSize,
    Boolean,
    ClockWord,
    CueRole,
    Day,
    Done,
    Duration,
    GoWord,
    GuessedWord,
    Id,
    KindId,
    LayerWord,
    Length,
    LevelWord,
    Line,
    Lines,
    MarkWord,
    Moment,
    Name,
    RiteWord,
    Sha256,
    TimeOfDay,
    Volume,
    WhenWord,
)
from runofshow.agenda_file.late_fields import Importance
from runofshow.agenda_file.people_fields import AddressWord
from runofshow.agenda_file.signal_form import GearForm, MscForm, SignalForm
from runofshow.agenda_file.timecode_fields import TimecodeForm as TimecodeForm


class CueForm(Struct, frozen=True):
    """One thing for one hand at one moment of its item."""

    to: Annotated[CueRole, "mc | music | lights | screen | crew | stage"]
    do: Annotated[ActionWord | None, "Absent: say for mc, play for music with a track, else do"] = None
    track: Annotated[Line | None, "The id of a track (music only)"] = None
    text: Annotated[Line | None, "What the hand reads; absent: the track's title"] = None
    at: Annotated[Moment | None, "start | start + 90s | end - 1' | word Chào cờ! | hết nhạc + 2s | tc …"] = (
        None
    )
    standby: Annotated[Length | None, "How long before it the hand stands by; 60s"] = None
    go: Annotated[GoWord | None, "hand | auto"] = None
    tolerance: Annotated[Length | None, "How late an auto cue may still go; 3s"] = None
    fade: Annotated[
        Length | None,
        "How long a fade lasts; of a play: how long the bed before it fades",
    ] = None
    pre_wait: Annotated[Length | None, "How long after its call the track begins"] = None
    id: Annotated[Id | None, "Absent: made from the item's id"] = None


class HandinForm(Struct, frozen=True):
    """The text of a speech that must be handed in."""

    due: Annotated[Day | None, "The last day"] = None
    received: Annotated[Boolean | None, "Whether it has come"] = None


class RecipientForm(Struct, frozen=True):
    """One who is honoured; a line of text says the name and what stands in brackets behind it."""

    OTHER_NAMES: ClassVar = {
        other: key
        for key, others in (
            ("name", "ten, ho ten, ho va ten, title, tieu de"),
            ("unit", "don vi, noi cong tac, co quan, organisation"),
            ("post", "chuc vu, chuc danh, position"),
            ("address", "xung ho, danh xung"),
            ("said", "cach doc, doc la, phien am, pronunciation"),
            ("note", "ghi chu, notes"),
            ("collective", "tap the"),
            ("posthumous", "truy tang"),
            ("proxy", "nhan thay, nguoi nhan thay"),
            ("absent", "vang, vang mat"),
        )
        for other in others.split(", ")
    }

    name: Annotated[Name, "As the decision has it, titles and all"]
    unit: Annotated[Line | None, "Where they come from"] = None
    post: Annotated[Line | None, "What they are there"] = None
    address: Annotated[Line | None, "Said before the name: đồng chí, ông, bà"] = None
    said: Annotated[Line | None, "How the name is read aloud, where that is not as it is written"] = None
    note: Annotated[Line | None, "For the crew"] = None
    collective: Annotated[Boolean | None, "A collective, not a person; absent: by the name"] = None
    posthumous: Annotated[Boolean | None, "Truy tặng; absent: by a name that begins with cố"] = None
    proxy: Annotated[Line | None, "Who receives in their place"] = None
    absent: Annotated[Boolean | None, "Nobody comes"] = None
    id: Annotated[Id | None, "Absent: made from the name"] = None


class AwardForm(Struct, frozen=True, rename={"listed": "list"}):
    """What is handed over."""

    decision: Annotated[Line | None, "The decision that is read"] = None
    presenter: Annotated[Line | None, "Who presents"] = None
    reader: Annotated[Line | None, "Who reads the decision"] = None
    form: Annotated[Line | None, "What is handed over; absent: by the title"] = None
    level: Annotated[LevelWord | None, "Whose award it is; absent: by the decision and the form"] = None
    recipients: Annotated[
        list[Name | RecipientForm] | None,
        "In the order of the decision; (nhận thay: bà B), (truy tặng), (vắng) behind a name",
    ] = None
    called_before_reading: Annotated[
        Boolean | None, "Recipients come up before it is read; absent: by the level"
    ] = None
    batch: Annotated[BatchSize | None, "How many come up at once: the item gets a part for each batch"] = None
    listed: Annotated[
        Line | None, "The names in a .csv or .xlsx beside the agenda, instead of recipients"
    ] = None
    flowers: Annotated[Boolean | None, "Flowers are given; absent: none"] = None
    photo: Annotated[Boolean | None, "A photo is taken; absent: it is"] = None
    on_display: Annotated[Boolean | None, "The names stand on the delegates' screen; absent: not"] = None


class ItemForm(Struct, frozen=True):
    """One line of the programme."""

    title: Annotated[Name, "As the programme words it"]
    kind: Annotated[KindId, "One of the catalogue's kinds"]
    id: Annotated[Id | None, "Absent: made from the number"] = None
    number: Annotated[Line | None, "As the paper numbers it; absent: counted"] = None
    also: Annotated[list[KindId] | None, "Further kinds on the same line"] = None
    by: Annotated[Line | None, "Who speaks or acts, titles and all"] = None
    duration: Annotated[Duration | None, "Absent: the kind's, assumed"] = None
    start: Annotated[TimeOfDay | None, "A fixed start: never planned earlier"] = None
    until: Annotated[TimeOfDay | None, "When a break ends, whenever it began"] = None
    protected: Annotated[Boolean | None, "Never shortened or skipped by itself"] = None
    clock: Annotated[ClockWord | None, "Absent: the kind's"] = None
    optional: Annotated[Boolean | None, "Nếu có"] = None
    min: Annotated[Duration | None, "The shortest when the show is late; absent: the kind's, assumed"] = None
    may_drop: Annotated[Boolean | None, "May be left out when it is late; absent: as optional"] = None
    importance: Annotated[Importance | None, "1 gives way first, 5 last; absent: the kind's"] = None
    stretch: Annotated[Duration | None, "The longest when the show is early"] = None
    mc: Annotated[
        Lines | None,
        "The MC's words; {by} and {title} are filled in,"
        " {by|our guest} says what is read while nobody is named; a line behind → or in brackets is not read",
    ] = None
    notes: Annotated[Lines | None, "For the crew, not for the public"] = None
    backdrop: Annotated[Lines | None, "What the screen or backdrop shows"] = None
    handin: Annotated[HandinForm | None, "The speech's text and its deadline"] = None
    text: Annotated[Line | None, "The speech as it is read: a .txt or .docx beside the agenda"] = None
    award: Annotated[AwardForm | None, "What is handed over"] = None
    cues: Annotated[list[CueForm] | None, "Absent: the kind's, assumed; []: none"] = None
    parts: Annotated[list[ItemForm] | None, "Acts, speakers or batches; they have no parts"] = None
    guessed: Annotated[list[GuessedWord] | None, "Keys read from a paper that nobody has confirmed yet"] = (
        None
    )
    doubts: Annotated[list[Line] | None, "What is still to be asked or looked up"] = None


class SessionForm(Struct, frozen=True, kw_only=True):
    """One sitting."""

    title: Annotated[Line | None, "Buổi sáng, Phiên 1 ..."] = None
    date: Annotated[Day | None, "Absent: the day of the session before, or of the agenda"] = None
    start: Annotated[TimeOfDay | None, "Absent: 8h00, assumed"] = None
    hard_out: Annotated[TimeOfDay | None, "When the hall must be free"] = None
    items: Annotated[list[ItemForm], "The programme, in order"]
    guessed: Annotated[list[GuessedWord] | None, "Keys read from a paper that nobody has confirmed yet"] = (
        None
    )
    doubts: Annotated[list[Line] | None, "What is still to be asked or looked up"] = None


class TrackForm(Struct, frozen=True):
    """One recording."""

    id: Annotated[Id, "As the cues name it"]
    title: Annotated[Name, "As the operator reads it"]
    file: Annotated[Line | None, "Path beside the agenda"] = None
    mark: Annotated[MarkWord | None, "plain | anthem_without_words | anthem_with_words | clip"] = None
    loop: Annotated[Boolean | None, "Plays again and again"] = None
    volume: Annotated[Volume | None, "Percent"] = None
    start: Annotated[Length | None, "Where in the file it begins"] = None
    end: Annotated[Length | None, "Where in the file it ends"] = None
    fade_in: Annotated[Length | None, "How long it swells"] = None
    fade_out: Annotated[Length | None, "How long it fades"] = None
    length: Annotated[Length | None, "As the plan states it"] = None
    layer: Annotated[LayerWord | None, "bed | sting; absent: bed"] = None
    sha256: Annotated[Sha256 | None, "Of the one right recording, 64 hex digits"] = None
    live: Annotated[Boolean | None, "Musicians play it in the hall; it has no file"] = None


class PeriodForm(Struct, frozen=True, rename={"from_": "from"}):
    """The days between which the conference will be."""

    text: Annotated[Line | None, "As the plan words it"] = None
    from_: Annotated[Day | None, "The earliest day"] = None
    to: Annotated[Day | None, "The latest day"] = None


class CrewForm(Struct, frozen=True):
    """Who holds each role."""

    caller: Annotated[Line | None, "Who calls the show"] = None
    mc: Annotated[Line | None, "Who leads the programme"] = None
    music: Annotated[Line | None, "Who plays the music"] = None
    lights: Annotated[Line | None, "Who runs the lights"] = None
    screen: Annotated[Line | None, "Who runs the screen"] = None
    crew: Annotated[Line | None, "Who receives and serves"] = None
    stage: Annotated[Line | None, "Who works behind the stage"] = None


class LeaderForm(Struct, frozen=True, rename={"for_": "for"}):
    """One who is waited for."""

    name: Annotated[Name, "Titles and all"]
    arrives: Annotated[TimeOfDay | None, "When they are expected"] = None
    for_: Annotated[Line | None, "The id or number of the item that waits for them; absent: the first"] = None
    leaves: Annotated[TimeOfDay | None, "When they must go; absent: they stay to the end"] = None
    before_leaving: Annotated[
        list[Line] | None, "Ids or numbers of the items to be over by then, beside those that name them"
    ] = None
    id: Annotated[Id | None, "Absent: counted"] = None


class DutyForm(Struct, frozen=True):
    """Something owed before, on or after the day."""

    what: Annotated[Name, "What is owed"]
    by: Annotated[Line | None, "Who owes it"] = None
    due: Annotated[Day | None, "The last day"] = None
    when: Annotated[WhenWord | None, "before | day | after"] = None
    done: Annotated[Done | None, "The day it was done, or true; absent: not yet"] = None


class AgendaForm(Struct, frozen=True):
    """The plan of one conference."""

    title: Annotated[Name, "The conference, in full"]
    organiser: Annotated[Line | None, "Who holds it"] = None
    venue: Annotated[Line | None, "Where"] = None
    basis: Annotated[Line | None, "The plan or decision it is held under, as the MC reads it"] = None
    rite: Annotated[RiteWord | None, "How the flag is saluted; absent: plain at a Party congress"] = None
    date: Annotated[Day | None, "The day; not together with period"] = None
    tentative: Annotated[Boolean | None, "Dự kiến"] = None
    period: Annotated[PeriodForm | None, "Instead of date"] = None
    start: Annotated[TimeOfDay | None, "When the single session starts; absent: 8h00, assumed"] = None
    hard_out: Annotated[TimeOfDay | None, "When the hall must be free"] = None
    delegates: Annotated[Line | None, "How many and who"] = None
    chair_panel: Annotated[list[Name] | None, "Who chairs"] = None
    leaders: Annotated[list[LeaderForm] | None, "Who is waited for, and when they come"] = None
    address: Annotated[AddressWord | None, "How people are addressed; absent: as their names say"] = None
    crew: Annotated[CrewForm | None, "Who holds each role"] = None
    backdrop: Annotated[Lines | None, "The words on the stage backdrop"] = None
    decoration: Annotated[Lines | None, "How the hall is decorated"] = None
    notes: Annotated[Lines | None, "Anything else the plan says"] = None
    tracks: Annotated[list[TrackForm] | None, "The recordings"] = None
    gear: Annotated[dict[str, GearForm] | None, "The gear that signals name, by ids of your own"] = None
    signals: Annotated[list[SignalForm] | None, "What other gear is told, and when"] = None
    timecode: Annotated[TimecodeForm | None, "The timecode that comes in; absent: none"] = None
    items: Annotated[list[ItemForm] | None, "The programme of a single session"] = None
    sessions: Annotated[list[SessionForm] | None, "Instead of items: several sessions"] = None
    duties: Annotated[list[DutyForm] | None, "Who owes what, and when"] = None
    guessed: Annotated[list[GuessedWord] | None, "Keys read from a paper that nobody has confirmed yet"] = (
        None
    )
    doubts: Annotated[list[Line] | None, "What is still to be asked or looked up"] = None


FORMS: Final = (
    AgendaForm,
    SessionForm,
    ItemForm,
    CueForm,
    TrackForm,
    SignalForm,
    GearForm,
    MscForm,
    DutyForm,
    LeaderForm,
    PeriodForm,
    CrewForm,
    TimecodeForm,
    HandinForm,
    AwardForm,
    RecipientForm,
)
"""Every form."""
KEYS: Final = frozenset(key for form in FORMS for key in form.__struct_encode_fields__)
"""Every key of the format."""
