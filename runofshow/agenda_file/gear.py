"""Gear and its orders: from the form to the core's values, and back to what a file says."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final, assert_never

from runofshow.agenda_file.form import AgendaForm
from runofshow.agenda_file.gear_fields import HIGHEST_CHANNEL
from runofshow.agenda_file.midi_rules import build_rules, write_rules
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.signal_form import GearForm, MscForm, SignalForm
from runofshow.core.gear import (
    OBS_PORT,
    PJLINK_PORT,
    USUAL_PRIORITY,
    Gear,
    GearKind,
    Lights,
    LightsBy,
    MidiPort,
    Obs,
    Projector,
)
from runofshow.core.gear_orders import (
    ChannelLevel,
    Control,
    GearOrder,
    MidiMessage,
    MscCommand,
    Note,
    Program,
    Recording,
    RunTimecode,
    ShowControl,
    ShowScene,
    ShowSource,
    Stream,
    ToLights,
    ToMidi,
    ToObs,
    ToProjector,
)
from runofshow.core.timecode import Rate, Timecode

FULL_VELOCITY = 127
FIRST_CHANNEL = 1
EVERY_DEVICE = ShowControl(MscCommand.GO).device
_CHANNELS = r"(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?"


WHAT_IT_IS: Final = {
    "projector": GearKind.PROJECTOR,
    "sacn": GearKind.LIGHTS,
    "artnet": GearKind.LIGHTS,
    "obs": GearKind.OBS,
    "midi": GearKind.MIDI,
}
"""The keys that say what a piece of gear is."""


def kind_meant(form: GearForm) -> GearKind | None:
    """What the gear is; None where nothing or several things are written."""
    kinds = [kind for key, kind in WHAT_IT_IS.items() if getattr(form, key) is not None]
    return kinds[0] if len(kinds) == 1 else None


def build_gear(form: AgendaForm) -> tuple[Gear, ...]:
    """The gear of a form without errors, in the order of the file."""
    return tuple(_gear(gear_id, each) for gear_id, each in (form.gear or {}).items())


def _gear(gear_id: str, form: GearForm) -> Gear:
    title = form.title or ""
    if form.projector is not None:
        host, port = form.projector
        return Projector(gear_id, host, port or PJLINK_PORT, title)
    if form.sacn is not None:
        priority = USUAL_PRIORITY if form.priority is None else form.priority
        return Lights(gear_id, LightsBy.SACN, form.sacn, form.to or "", title, priority)
    if form.artnet is not None:
        return Lights(gear_id, LightsBy.ARTNET, form.universe or 0, form.artnet, title)
    if form.obs is not None:
        host, port = form.obs
        return Obs(gear_id, host, port or OBS_PORT, title)
    assert form.midi is not None, "checked before"
    return MidiPort(gear_id, form.midi, title, build_rules(form.in_))


def channels_meant(said: str) -> tuple[int, int] | None:
    """The first and the last channel of `1-4` or `7`; None where it names none."""
    match = re.fullmatch(_CHANNELS, said.strip(), re.ASCII)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if 1 <= first <= last <= HIGHEST_CHANNEL else None


def build_order(form: SignalForm, kind: GearKind) -> GearOrder:
    """What the gear is told by a signal without errors."""
    assert form.gear is not None, "checked before"
    match kind:
        case GearKind.PROJECTOR:
            assert form.do is not None, "checked before"
            return ToProjector(form.gear, form.do)
        case GearKind.LIGHTS:
            return ToLights(form.gear, _levels(form), form.fade or timedelta())
        case GearKind.OBS:
            return ToObs(form.gear, _of_obs(form))
        case GearKind.MIDI:
            return ToMidi(form.gear, _of_midi(form))
    assert_never(kind)


def _levels(form: SignalForm) -> tuple[ChannelLevel, ...]:
    found = []
    for said, percent in (form.levels or {}).items():
        channels = channels_meant(said)
        assert channels is not None, "checked before"
        found.append(ChannelLevel(*channels, percent))
    return tuple(found)


def _of_obs(form: SignalForm) -> ShowScene | Stream | Recording | ShowSource:
    if form.source:
        return ShowSource(form.source, form.visible is not False, form.scene or "")
    if form.stream is not None:
        return Stream(form.stream)
    if form.record is not None:
        return Recording(form.record)
    return ShowScene(form.scene or "")


def _of_midi(form: SignalForm) -> MidiMessage | RunTimecode:
    if form.mtc is not None:
        return RunTimecode(Timecode(*form.mtc) if form.mtc else None, form.rate or Rate.EUROPE)
    channel = form.channel or FIRST_CHANNEL
    if form.note is not None:
        return Note(form.note, FULL_VELOCITY if form.velocity is None else form.velocity, channel)
    if form.program is not None:
        return Program(form.program, channel)
    if form.control is not None:
        return Control(form.control[0], form.control[1], channel)
    assert form.msc is not None, "checked before"
    msc = form.msc
    command = next(command for command in MscCommand if is_told(msc, command))
    cue = cue_of(msc, command)
    device = EVERY_DEVICE if form.msc.device is None else form.msc.device
    return ShowControl(command, cue, form.msc.list or "", device)


def is_told(form: MscForm, command: MscCommand) -> bool:
    """Whether the message is this command."""
    said: str | bool | None = getattr(form, command.value)
    return said is not None and said is not False


def cue_of(form: MscForm, command: MscCommand) -> str:
    """The cue that it names; empty for none."""
    said: str | bool | None = getattr(form, command.value)
    return said if isinstance(said, str) else ""


def write_gear(gear: Gear) -> dict[str, Any]:
    """What a file says of it, behind its id."""
    entry: dict[str, Any]
    match gear:
        case Projector(_, host, port):
            entry = {"projector": _place(host, port, PJLINK_PORT)}
        case Lights():
            entry = _lights_written(gear)
        case Obs(_, host, port):
            entry = {"obs": _place(host, port, OBS_PORT)}
        case MidiPort(_, port_name, _, takes):
            entry = {"midi": port_name} | ({"in": write_rules(takes)} if takes else {})
        case _:
            assert_never(gear)
    return entry | ({"title": gear.title} if gear.title else {})


def _lights_written(gear: Lights) -> dict[str, Any]:
    match gear.by:
        case LightsBy.SACN:
            priority = {} if gear.priority == USUAL_PRIORITY else {"priority": gear.priority}
            return {"sacn": gear.universe} | ({"to": gear.host} if gear.host else {}) | priority
        case LightsBy.ARTNET:
            return {"artnet": gear.host} | ({"universe": gear.universe} if gear.universe else {})
    assert_never(gear.by)


def _place(host: str, port: int, usual: int) -> str:
    if port == usual:
        return host
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def write_order(order: GearOrder) -> dict[str, Any]:
    """What a signal says of it."""
    entry: dict[str, Any] = {"gear": order.gear_id}
    match order:
        case ToProjector(_, do):
            return entry | {"do": do.value}
        case ToLights(_, levels, fade_for):
            written = {_channels(level): _number(level.percent) for level in levels}
            return entry | {"levels": written} | ({"fade": write_length(fade_for)} if fade_for else {})
        case ToObs(_, do):
            return entry | _obs_written(do)
        case ToMidi(_, say):
            return entry | _midi_written(say)
    assert_never(order)


def _channels(level: ChannelLevel) -> str:
    return str(level.first) if level.first == level.last else f"{level.first}-{level.last}"


def _number(percent: float) -> int | float:
    return int(percent) if percent.is_integer() else percent


def _obs_written(do: ShowScene | Stream | Recording | ShowSource) -> dict[str, Any]:
    match do:
        case ShowScene(scene):
            return {"scene": scene}
        case Stream(run):
            return {"stream": run.value}
        case Recording(run):
            return {"record": run.value}
        case ShowSource(source, visible, scene):
            return {"source": source, "visible": visible} | ({"scene": scene} if scene else {})
    assert_never(do)


def _midi_written(say: MidiMessage | RunTimecode) -> dict[str, Any]:
    match say:
        case Note(note, velocity, channel):
            said = {"note": note} | ({} if velocity == FULL_VELOCITY else {"velocity": velocity})
        case Program(program, channel):
            said = {"program": program}
        case RunTimecode(code, rate):
            begins = {"mtc": "stop" if code is None else code.text()}
            return begins | ({} if rate is Rate.EUROPE else {"rate": rate.value})
        case Control(control, value, channel):
            return {"control": [control, value]} | _on(channel)
        case ShowControl(command, cue, cue_list, device):
            named = True if command is MscCommand.ALL_OFF else cue
            told: dict[str, Any] = {command.value: named} | ({"list": cue_list} if cue_list else {})
            return {"msc": told | ({} if device == EVERY_DEVICE else {"device": device})}
        case _:
            assert_never(say)
    return said | _on(channel)


def _on(channel: int) -> dict[str, int]:
    return {} if channel == FIRST_CHANNEL else {"channel": channel}
