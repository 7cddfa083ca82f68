"""Signals and the gear they go to, as people fill them in: the forms beside those of the programme."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Struct

from runofshow.agenda_file.fields import Boolean, Id, KindId, Length, Line, Lines, Name
from runofshow.agenda_file.gear_fields import (
    DoWord,
    Host,
    MidiChannel,
    MidiDoWord,
    MidiValue,
    MtcWord,
    ObsPlace,
    Percent,
    ProjectorPlace,
    RunWord,
    SacnPriority,
    SacnUniverse,
    Universe,
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
from runofshow.agenda_file.timecode_fields import RateWord


class GearForm(Struct, frozen=True, rename={"in_": "in"}):
    """One piece of gear: what it is and where, by one of projector, sacn, artnet, obs, midi."""

    OTHER_NAMES: ClassVar = {"may chieu": "projector", "pjlink": "projector", "ten": "title", "name": "title"}

    projector: Annotated[ProjectorPlace | None, "A PJLink projector: its address, :4352 unless said"] = None
    sacn: Annotated[SacnUniverse | None, "Lights by sACN: the universe"] = None
    to: Annotated[Host | None, "Of sacn: only to this machine; absent: to all who listen"] = None
    priority: Annotated[SacnPriority | None, "Of sacn: above another sender or below; absent: 100"] = None
    artnet: Annotated[Host | None, "Lights by Art-Net: the machine that takes them"] = None
    universe: Annotated[Universe | None, "Of artnet; absent: 0"] = None
    obs: Annotated[ObsPlace | None, "OBS Studio: its address, :4455 unless said"] = None
    midi: Annotated[Name | None, "A MIDI port of this machine; a part of its name is enough"] = None
    in_: Annotated[dict[str, MidiDoWord] | None, "Of midi: orders that come in, {note 60: go}"] = None
    title: Annotated[Line | None, "As the console names it"] = None


class MscForm(Struct, frozen=True):
    """One message of MIDI show control: go, stop or resume, each with a cue, or all_off."""

    go: Annotated[Line | None, "The cue that goes; empty: the next"] = None
    stop: Annotated[Line | None, "The cue that stops; empty: whatever runs"] = None
    resume: Annotated[Line | None, "The cue that runs on; empty: whatever stopped"] = None
    all_off: Annotated[Boolean | None, "Everything off at once"] = None
    list: Annotated[Line | None, "The cue list it stands in"] = None
    device: Annotated[MidiValue | None, "0 to 126; absent: every device"] = None


class SignalForm(Struct, frozen=True):
    """One message to other gear when something happens in the show."""

    on: Annotated[TriggerWord, "What sets it off"]
    item: Annotated[Line | None, "Only for this item, by id or number"] = None
    kind: Annotated[KindId | None, "Only for items of this kind"] = None
    cue: Annotated[Line | None, "Only for this cue, by id"] = None
    osc: Annotated[Endpoint | None, "Where an OSC message goes: host:port"] = None
    address: Annotated[OscAddress | None, "The OSC address; {next.number} is filled in"] = None
    args: Annotated[list[Argument] | None, "Of the OSC message; quoted is text"] = None
    http: Annotated[Url | None, "Where an HTTP request goes"] = None
    method: Annotated[MethodWord | None, "Absent: POST"] = None
    body: Annotated[Lines | None, "Of the request; {current.title} is filled in"] = None
    headers: Annotated[dict[str, HeaderValue] | None, "Of the request"] = None
    expect: Annotated[Line | None, "Words the answer must have to be a success"] = None
    expect_not: Annotated[Line | None, "Words the answer must not have"] = None
    gear: Annotated[Line | None, "The id of a piece of gear"] = None
    do: Annotated[DoWord | None, "Of a projector: on | off | blank | show"] = None
    levels: Annotated[dict[str, Percent] | None, "Of lights: {1-4: 100, 7: 30}, channels and percent"] = None
    fade: Annotated[Length | None, "Of lights: how long the levels take"] = None
    scene: Annotated[Line | None, "Of OBS: the scene, as OBS names it"] = None
    source: Annotated[Line | None, "Of OBS: a source to show or hide"] = None
    visible: Annotated[Boolean | None, "Whether the source is seen"] = None
    stream: Annotated[RunWord | None, "Of OBS: start | stop"] = None
    record: Annotated[RunWord | None, "Of OBS: start | stop"] = None
    note: Annotated[MidiValue | None, "Of MIDI: a note"] = None
    velocity: Annotated[MidiValue | None, "Of the note; absent: 127, 0 lets it go"] = None
    program: Annotated[MidiValue | None, "Of MIDI: a program change, 0 to 127"] = None
    control: Annotated[list[MidiValue] | None, "Of MIDI: [controller, value]"] = None
    channel: Annotated[MidiChannel | None, "Of MIDI: 1 to 16; absent: 1"] = None
    msc: Annotated[MscForm | None, "Of MIDI: show control, like {go: 5}"] = None
    mtc: Annotated[MtcWord | None, "Of MIDI: timecode that runs from here on, 01:00:00:00; or stop"] = None
    rate: Annotated[RateWord | None, "Of mtc: 24 | 25 | 29.97 | 29.97df | 30; absent: 25"] = None
    title: Annotated[Line | None, "As the console names it"] = None
    id: Annotated[Id | None, "Absent: sig1, sig2 ..."] = None
