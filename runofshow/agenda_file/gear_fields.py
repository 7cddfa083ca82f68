"""The single values of gear and of what it is told: where it is, channels, levels, notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Final

from runofshow.agenda_file.fields import (
    LONGEST_LINE,
    LONGEST_TEXT,
    bounded,
    name_of,
    one_of,
    text_of,
    words_schema,
)
from runofshow.agenda_file.fitting import FieldError, Value
from runofshow.agenda_file.signal_fields import is_host, read_endpoint
from runofshow.agenda_file.wording import fold, line_of
from runofshow.core.gear import OBS_PORT, PJLINK_PORT, MidiDo
from runofshow.core.gear_orders import ProjectorDo, StartStop
from runofshow.core.timecode import read_timecode

HIGHEST_SACN: Final = 63_999
"""ANSI E1.31: universes 1 to 63999."""
HIGHEST_ARTNET: Final = 32_767
"""Art-Net 4: a port address has 15 bits."""
HIGHEST_CHANNEL: Final = 512
_STOP_WORDS: Final = frozenset({"stop", "dung", "off"})
_PERCENT = r"(\d{1,3})(?:[.,](\d{1,3}))?\s*%?"


def _place(usual: int) -> Callable[[object], tuple[str, int | None]]:
    """A host, and the port where one is written: `192.168.1.50`, `obs.local:4455`, `[::1]:4352`."""

    def read(value: object) -> tuple[str, int | None]:
        text = name_of(value)
        bare = text.strip("[]")
        if is_host(bare):
            return bare, None
        try:
            return read_endpoint(text)
        except FieldError as error:
            raise FieldError("bad_gear_place", text=text, port=usual) from error

    return read


def _host(value: object) -> str:
    text = name_of(value).strip("[]")
    if not is_host(text):
        raise FieldError("bad_host", text=text)
    return text


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = line_of(bounded(text_of(value), LONGEST_TEXT))
        if not (text.isascii() and text.isdigit() and len(text) <= 6 and least <= int(text) <= most):
            raise FieldError("number_out_of_range", text=text, least=least, most=most)
        return int(text)

    return read


def _mtc(value: object) -> tuple[int, ...]:
    text = name_of(value)
    if fold(text) in _STOP_WORDS:
        return ()
    code = read_timecode(text)
    if code is None:
        raise FieldError("bad_mtc", text=text)
    return code.hour, code.minute, code.second, code.frame


def _percent(value: object) -> float:
    text = line_of(bounded(text_of(value), LONGEST_TEXT))
    match = re.fullmatch(_PERCENT, text, re.ASCII)
    percent = float(f"{match[1]}.{match[2] or 0}") if match else -1.0
    if not 0 <= percent <= 100:
        raise FieldError("bad_percent", text=text)
    return percent


_PROJECTOR_WORDS: Final = {"bat": "on", "mo": "on", "tat": "off", "che": "blank", "den": "blank"} | {
    "mute": "blank",
    "hien": "show",
    "unmute": "show",
    "unblank": "show",
}
_RUN_WORDS: Final = {"bat dau": "start", "on": "start", "dung": "stop", "ket thuc": "stop", "off": "stop"}


def _number(least: int, most: int) -> Value:
    return Value(_whole(least, most), {"type": "integer", "minimum": least, "maximum": most})


_LINE: Final = {"type": "string", "maxLength": LONGEST_LINE}
ProjectorPlace = Annotated[
    tuple[str, int | None], Value(_place(PJLINK_PORT), _LINE | {"examples": ["192.168.1.50"]})
]
ObsPlace = Annotated[
    tuple[str, int | None], Value(_place(OBS_PORT), _LINE | {"examples": ["127.0.0.1:4455"]})
]
Host = Annotated[str, Value(_host, _LINE | {"examples": ["192.168.1.9"]})]
SacnUniverse = Annotated[int, _number(1, HIGHEST_SACN)]
Universe = Annotated[int, _number(0, HIGHEST_SACN)]
SacnPriority = Annotated[int, _number(0, 200)]
MidiChannel = Annotated[int, _number(1, 16)]
MidiValue = Annotated[int, _number(0, 127)]
Percent = Annotated[float, Value(_percent, {"type": ["number", "string"], "minimum": 0, "maximum": 100})]
MtcWord = Annotated[tuple[int, ...], Value(_mtc, _LINE | {"examples": ["01:00:00:00", "stop"]})]
"""Hour, minute, second, frame; empty stops it."""
MidiDoWord = Annotated[
    MidiDo, Value(one_of(MidiDo, "unknown_midi_do"), words_schema("The order that it gives", MidiDo))
]
DoWord = Annotated[
    ProjectorDo,
    Value(
        one_of(ProjectorDo, "unknown_projector_do", _PROJECTOR_WORDS),
        words_schema("blank: no picture, the lamp burns on", ProjectorDo),
    ),
]
RunWord = Annotated[
    StartStop,
    Value(one_of(StartStop, "unknown_run", _RUN_WORDS), words_schema("Start it or stop it", StartStop)),
]
