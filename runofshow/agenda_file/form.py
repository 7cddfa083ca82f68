"""The agenda file as people fill it in: one model for each mapping, every key of the format, nothing else.

What is None was not written. Building.py lays the form on the clock and fills it from the catalogue.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from runofshow.agenda_file.fields import (
    ActionWord,
    Boolean,
    ClockWord,
    CueRole,
    Day,
    Duration,
    GoWord,
    Id,
    KindId,
    LayerWord,
    Length,
    Line,
    Lines,
    MarkWord,
    Moment,
    Name,
    Sha256,
    TimeOfDay,
    Volume,
    WhenWord,
)
from runofshow.agenda_file.signal_fields import (
    Argument,
    Endpoint,
    HeaderValue,
    MethodWord,
    OscAddress,
    TriggerWord,
    Url,
)

_STRICT = ConfigDict(frozen=True, extra="forbid")


class CueForm(BaseModel):
    """One thing for one hand at one moment of its item."""

    model_config = _STRICT

    to: CueRole = Field(description="mc | music | lights | screen | crew")
    do: ActionWord | None = Field(
        default=None, description="Absent: say for mc, play for music with a track, else do"
    )
    track: Line | None = Field(default=None, description="The id of a track (music only)")
    text: Line | None = Field(default=None, description="What the hand reads; absent: the track's title")
    at: Moment | None = Field(
        default=None, description="start | start + 90s | end - 1' | word Chào cờ! | hết nhạc + 2s"
    )
    standby: Length | None = Field(default=None, description="How long before it the hand stands by; 60s")
    go: GoWord | None = Field(default=None, description="hand | auto")
    tolerance: Length | None = Field(default=None, description="How late an auto cue may still go; 3s")
    fade: Length | None = Field(
        default=None, description="How long a fade lasts; of a play: how long the bed before it fades"
    )
    pre_wait: Length | None = Field(default=None, description="How long after its call the track begins")
    id: Id | None = Field(default=None, description="Absent: made from the item's id")


class HandinForm(BaseModel):
    """The text of a speech that must be handed in."""

    model_config = _STRICT

    due: Day | None = Field(default=None, description="The last day")
    received: Boolean | None = Field(default=None, description="Whether it has come")


class AwardForm(BaseModel):
    """What is handed over."""

    model_config = _STRICT

    decision: Line | None = Field(default=None, description="The decision that is read")
    presenter: Line | None = Field(default=None, description="Who presents")
    recipients: list[Name] | None = Field(default=None, description="In the order of the decision")
    called_before_reading: Boolean | None = Field(
        default=None, description="Recipients come up before it is read"
    )


class ItemForm(BaseModel):
    """One line of the programme."""

    model_config = _STRICT

    title: Name = Field(description="As the programme words it")
    kind: KindId = Field(description="One of the catalogue's kinds")
    id: Id | None = Field(default=None, description="Absent: made from the number")
    number: Line | None = Field(default=None, description="As the paper numbers it; absent: counted")
    also: list[KindId] | None = Field(default=None, description="Further kinds on the same line")
    by: Line | None = Field(default=None, description="Who speaks or acts, titles and all")
    duration: Duration | None = Field(default=None, description="Absent: the kind's, assumed")
    start: TimeOfDay | None = Field(default=None, description="A fixed start: never planned earlier")
    until: TimeOfDay | None = Field(default=None, description="When a break ends, whenever it began")
    protected: Boolean | None = Field(default=None, description="Never shortened or skipped by itself")
    clock: ClockWord | None = Field(default=None, description="Absent: the kind's")
    optional: Boolean | None = Field(default=None, description="Nếu có")
    mc: Lines | None = Field(
        default=None,
        description="The MC's words; {by} and {title} are filled in,"
        " {by|our guest} says what is read while nobody is named",
    )
    notes: Lines | None = Field(default=None, description="For the crew, not for the public")
    backdrop: Lines | None = Field(default=None, description="What the screen or backdrop shows")
    handin: HandinForm | None = Field(default=None, description="The speech's text and its deadline")
    award: AwardForm | None = Field(default=None, description="What is handed over")
    cues: list[CueForm] | None = Field(default=None, description="Absent: the kind's, assumed; []: none")
    parts: list[ItemForm] | None = Field(
        default=None, description="Acts, speakers or batches; they have no parts"
    )


class SessionForm(BaseModel):
    """One sitting."""

    model_config = _STRICT

    title: Line | None = Field(default=None, description="Buổi sáng, Phiên 1 ...")
    date: Day | None = Field(
        default=None, description="Absent: the day of the session before, or of the agenda"
    )
    start: TimeOfDay | None = Field(default=None, description="Absent: 8h00, assumed")
    hard_out: TimeOfDay | None = Field(default=None, description="When the hall must be free")
    items: list[ItemForm] = Field(description="The programme, in order")


class TrackForm(BaseModel):
    """One recording."""

    model_config = _STRICT

    id: Id = Field(description="As the cues name it")
    title: Name = Field(description="As the operator reads it")
    file: Line | None = Field(default=None, description="Path beside the agenda")
    mark: MarkWord | None = Field(
        default=None, description="plain | anthem_without_words | anthem_with_words | clip"
    )
    loop: Boolean | None = Field(default=None, description="Plays again and again")
    volume: Volume | None = Field(default=None, description="Percent")
    start: Length | None = Field(default=None, description="Where in the file it begins")
    end: Length | None = Field(default=None, description="Where in the file it ends")
    fade_in: Length | None = Field(default=None, description="How long it swells")
    fade_out: Length | None = Field(default=None, description="How long it fades")
    length: Length | None = Field(default=None, description="As the plan states it")
    layer: LayerWord | None = Field(default=None, description="bed | sting; absent: bed")
    sha256: Sha256 | None = Field(default=None, description="Of the one right recording, 64 hex digits")
    live: Boolean | None = Field(default=None, description="Musicians play it in the hall; it has no file")


class SignalForm(BaseModel):
    """One message to other gear when something happens in the show."""

    model_config = _STRICT

    on: TriggerWord = Field(description="What sets it off")
    item: Line | None = Field(default=None, description="Only for this item, by id or number")
    kind: KindId | None = Field(default=None, description="Only for items of this kind")
    cue: Line | None = Field(default=None, description="Only for this cue, by id")
    osc: Endpoint | None = Field(default=None, description="Where an OSC message goes: host:port")
    address: OscAddress | None = Field(
        default=None, description="The OSC address; {next.number} is filled in"
    )
    args: list[Argument] | None = Field(default=None, description="Of the OSC message; quoted is text")
    http: Url | None = Field(default=None, description="Where an HTTP request goes")
    method: MethodWord | None = Field(default=None, description="Absent: POST")
    body: Lines | None = Field(default=None, description="Of the request; {current.title} is filled in")
    headers: dict[str, HeaderValue] | None = Field(default=None, description="Of the request")
    expect: Line | None = Field(default=None, description="Words the answer must have to be a success")
    expect_not: Line | None = Field(default=None, description="Words the answer must not have")
    title: Line | None = Field(default=None, description="As the console names it")
    id: Id | None = Field(default=None, description="Absent: sig1, sig2 ...")


class PeriodForm(BaseModel):
    """The days between which the conference will be."""

    model_config = _STRICT

    text: Line | None = Field(default=None, description="As the plan words it")
    from_: Day | None = Field(default=None, alias="from", description="The earliest day")
    to: Day | None = Field(default=None, description="The latest day")


class CrewForm(BaseModel):
    """Who holds each role."""

    model_config = _STRICT

    caller: Line | None = Field(default=None, description="Who calls the show")
    mc: Line | None = Field(default=None, description="Who leads the programme")
    music: Line | None = Field(default=None, description="Who plays the music")
    lights: Line | None = Field(default=None, description="Who runs the lights")
    screen: Line | None = Field(default=None, description="Who runs the screen")
    crew: Line | None = Field(default=None, description="Who receives and serves")
    stage: Line | None = Field(default=None, description="Who watches from the wings")


class DutyForm(BaseModel):
    """Something owed before, on or after the day."""

    model_config = _STRICT

    what: Name = Field(description="What is owed")
    by: Line | None = Field(default=None, description="Who owes it")
    due: Day | None = Field(default=None, description="The last day")
    when: WhenWord | None = Field(default=None, description="before | day | after")


class AgendaForm(BaseModel):
    """The plan of one conference."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="runofshow agenda")

    title: Name = Field(description="The conference, in full")
    organiser: Line | None = Field(default=None, description="Who holds it")
    venue: Line | None = Field(default=None, description="Where")
    date: Day | None = Field(default=None, description="The day; not together with period")
    tentative: Boolean | None = Field(default=None, description="Dự kiến")
    period: PeriodForm | None = Field(default=None, description="Instead of date")
    start: TimeOfDay | None = Field(
        default=None, description="When the single session starts; absent: 8h00, assumed"
    )
    hard_out: TimeOfDay | None = Field(default=None, description="When the hall must be free")
    delegates: Line | None = Field(default=None, description="How many and who")
    chair_panel: list[Name] | None = Field(default=None, description="Who chairs")
    crew: CrewForm | None = Field(default=None, description="Who holds each role")
    backdrop: Lines | None = Field(default=None, description="The words on the stage backdrop")
    decoration: Lines | None = Field(default=None, description="How the hall is decorated")
    notes: Lines | None = Field(default=None, description="Anything else the plan says")
    tracks: list[TrackForm] | None = Field(default=None, description="The recordings")
    signals: list[SignalForm] | None = Field(default=None, description="What other gear is told, and when")
    items: list[ItemForm] | None = Field(default=None, description="The programme of a single session")
    sessions: list[SessionForm] | None = Field(default=None, description="Instead of items: several sittings")
    duties: list[DutyForm] | None = Field(default=None, description="Who owes what, and when")
