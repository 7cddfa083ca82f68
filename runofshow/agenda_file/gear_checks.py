"""What is wrong with gear, and with a signal to it: what it is, what it can be told, what it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as KeyMapping
from typing import Final

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import AgendaForm
from runofshow.agenda_file.gear import WHAT_IT_IS, channels_meant, cue_of, is_told, kind_meant
from runofshow.agenda_file.gear_fields import HIGHEST_ARTNET, HIGHEST_CHANNEL
from runofshow.agenda_file.midi_rules import check_rules
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.shape import MOST_ERRORS
from runofshow.agenda_file.signal_form import GearForm, SignalForm
from runofshow.agenda_file.tree import Mapping, Scalar
from runofshow.agenda_file.wording import nearest, slug
from runofshow.core.gear import GearKind
from runofshow.core.gear_orders import MscCommand
from runofshow.core.timecode import Rate, Timecode, is_named

MOST_GEAR: Final = 32
"""A hall has a handful; each is a line of its own that is looked at."""
_GEAR_ID = r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?"
_BELONGS: Final = {"to": "sacn", "priority": "sacn", "universe": "artnet", "in": "midi"}
ORDER_KEYS: Final[KeyMapping[GearKind, tuple[str, ...]]] = {
    GearKind.PROJECTOR: ("do",),
    GearKind.LIGHTS: ("levels", "fade"),
    GearKind.OBS: ("scene", "stream", "record", "source", "visible"),
    GearKind.MIDI: ("note", "velocity", "program", "control", "channel", "msc", "mtc", "rate"),
}
"""The keys by which a signal tells each kind of gear something."""
_ALONE: Final[KeyMapping[GearKind, tuple[str, ...]]] = {
    GearKind.PROJECTOR: ("do",),
    GearKind.LIGHTS: ("levels",),
    GearKind.OBS: ("scene", "stream", "record", "source"),
    GearKind.MIDI: ("note", "program", "control", "msc", "mtc"),
}
"""Those of which a signal has exactly one; a source may name its scene."""
_NEEDS: Final = {"fade": "levels", "visible": "source", "velocity": "note", "rate": "mtc"}
_EXAMPLE: Final = {
    GearKind.PROJECTOR: "do: blank",
    GearKind.LIGHTS: "levels: {1-4: 100}",
    GearKind.OBS: "scene: Toàn cảnh",
    GearKind.MIDI: "note: 60",
}
EVERY_ORDER_KEY: Final = tuple(key for keys in ORDER_KEYS.values() for key in keys)


def check_gear(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    """Every error of the gear by itself."""
    listed = places.node(("gear",))
    for key, value in listed.entries if isinstance(listed, Mapping) else ():
        if isinstance(value, Scalar) and value.is_null:
            # the form has no key without a value
            yield report.error("gear_is_nothing", key.place, known=", ".join(WHAT_IT_IS))
    for index, (gear_id, gear) in enumerate((form.gear or {}).items()):
        path: Path = ("gear", gear_id)
        if index == MOST_GEAR:
            yield report.error("too_much_gear", places.of_key(path), most=MOST_GEAR)
            return
        if not re.fullmatch(_GEAR_ID, gear_id, re.ASCII):
            near = slug(gear_id)[:40].strip("-")
            yield report.error("bad_gear_id", places.of_key(path), id=gear_id, suggestion=near)
        if isinstance(places.node(path), Mapping):
            yield from _one(gear, path, places, report)


def _one(gear: GearForm, path: Path, places: Places, report: Reporter) -> Iterator[Complaint]:
    written = [key for key in WHAT_IT_IS if is_written(places, (*path, key))]
    if not written:
        yield report.error("gear_is_nothing", places.of_key(path), known=", ".join(WHAT_IT_IS))
    if len(written) > 1:
        about = {"key": written[1], "other": written[0]}
        yield report.error("gear_is_two_things", places.of_key((*path, written[1])), **about)
        return
    for key, own in _BELONGS.items():
        if written and own not in written and is_written(places, (*path, key)):
            about = {"key": key, "own": written[0], "other": own}
            yield report.error("key_of_other_gear", places.of_key((*path, key)), **about)
    yield from check_rules(gear.in_, path, places, report)
    if gear.universe is not None and gear.artnet is not None and gear.universe > HIGHEST_ARTNET:
        about_number = {"text": gear.universe, "least": 0, "most": HIGHEST_ARTNET, "key": "universe"}
        yield report.error("number_out_of_range", places.of((*path, "universe")), **about_number)


def is_written(places: Places, path: Path) -> bool:
    """Whether a value stands there, be it one that could not be read."""
    node = places.node(path)
    return node is not None and not (isinstance(node, Scalar) and node.is_null)


def check_order(
    form: AgendaForm, signal: SignalForm, path: Path, places: Places, report: Reporter
) -> Iterator[Complaint]:
    """What is wrong with a signal to a piece of gear."""
    known = form.gear or {}
    if not signal.gear:
        return  # it could not be read, which is told there
    if signal.gear not in known:
        near = nearest(signal.gear, known)
        code = "unknown_gear" if known else "no_gear"
        yield report.error(
            code, places.of((*path, "gear")), gear=signal.gear, suggestion=near, known=", ".join(known)
        )
        return
    kind = kind_meant(known[signal.gear])
    if kind is None:
        return
    keys = [key for key in EVERY_ORDER_KEY if is_written(places, (*path, key))]
    for key in keys:
        if key not in ORDER_KEYS[kind]:
            about = {"key": key, "gear": signal.gear, "known": ", ".join(ORDER_KEYS[kind])}
            yield report.error("order_of_other_gear", places.of_key((*path, key)), **about)
    told = [key for key in _ALONE[kind] if key in keys and not (key == "scene" and "source" in keys)]
    if not told:
        missing = next((_NEEDS[key] for key in keys if key in _NEEDS and key in ORDER_KEYS[kind]), "")
        example = _EXAMPLE[kind]
        about = {"gear": signal.gear, "hint": "add", "write": f"{missing}: ..." if missing else example}
        yield report.error("gear_without_order", places.of(path), **about)
    if len(told) > 1:
        about = {"key": told[1], "other": told[0]}
        yield report.error("two_orders", places.of_key((*path, told[1])), **about)
    elif told:
        yield from _half_said(signal, keys, kind, path, places, report)
    yield from _values(signal, path, places, report)


def _half_said(
    signal: SignalForm, keys: list[str], kind: GearKind, path: Path, places: Places, report: Reporter
) -> Iterator[Complaint]:
    """Keys that say more of what is not there, and a value that says nothing."""
    for key, needed in _NEEDS.items():
        if key in keys and key in ORDER_KEYS[kind] and needed not in keys:
            about = {"key": key, "needed": needed}
            yield report.error("key_says_more_of", places.of_key((*path, key)), **about)
    if "channel" in keys and "mtc" in keys:
        yield report.error(
            "key_says_more_of", places.of_key((*path, "channel")), key="channel", needed="note"
        )
    if signal.mtc and not is_named(Timecode(*signal.mtc), rate := signal.rate or Rate.EUROPE):
        text = Timecode(*signal.mtc).text()
        yield report.error("no_such_frame", places.of((*path, "mtc")), text=text, rate=rate.value)
    if "channel" in keys and "msc" in keys:
        yield report.error("channel_of_msc", places.of_key((*path, "channel")))
    for key in ("scene", "source"):
        if getattr(signal, key) == "":
            yield report.error("empty_text", places.of((*path, key)), key=key)


def _values(signal: SignalForm, path: Path, places: Places, report: Reporter) -> Iterator[Complaint]:
    seen: dict[int, str] = {}
    wrong = 0
    written = places.node((*path, "levels"))
    if isinstance(written, Mapping) and not written.entries:
        yield report.error("no_levels", places.of((*path, "levels")))
    for said in signal.levels or {}:
        if wrong >= MOST_ERRORS:
            return
        spot = places.of_key((*path, "levels", said))
        channels = channels_meant(said)
        if channels is None:
            wrong += 1
            yield report.error("bad_channels", spot, text=said, most=HIGHEST_CHANNEL)
            continue
        both = next((each for each in range(channels[0], channels[1] + 1) if each in seen), None)
        if both is not None:
            wrong += 1
            yield report.error("channel_twice", spot, text=said, channel=both, other=seen[both])
        seen |= dict.fromkeys(range(channels[0], channels[1] + 1), said)
    if signal.control is not None and len(signal.control) != 2:
        yield report.error("control_is_two", places.of((*path, "control")))
    if signal.msc is not None:
        commands = [command for command in MscCommand if is_told(signal.msc, command)]
        if len(commands) != 1:
            yield report.error("msc_is_one", places.of((*path, "msc")))
        elif signal.msc.list and not cue_of(signal.msc, commands[0]):
            yield report.error("list_without_cue", places.of_key((*path, "msc", "list")))
        for key in (*(command.value for command in commands), "list"):
            said_cue = getattr(signal.msc, key)
            if (
                isinstance(said_cue, str)
                and said_cue
                and not re.fullmatch(r"\d{1,10}(?:\.\d{1,10}){0,3}", said_cue, re.ASCII)
            ):
                yield report.error("bad_msc_cue", places.of((*path, "msc", key)), text=said_cue)
