"""The timecode that comes in, and the moments at it, as the agenda file writes them: `tc 01:00:10:00`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.fields import Line, one_of, words_schema
from runofshow.agenda_file.fitting import Path, Value
from runofshow.agenda_file.places import Places
from runofshow.core.agenda import AtTimecode, GoMode
from runofshow.core.timecode import Rate, TimecodeBy, TimecodeIn, is_named

_SOURCES: Final = {"am thanh": "ltc", "audio": "ltc", "sound": "ltc", "midi": "mtc"}
_RATES: Final = {"29,97": "29.97", "29.97 df": "29.97df", "df": "29.97df", "drop": "29.97df"} | {
    f"{rate} fps": str(rate) for rate in Rate
}

SourceWord = Annotated[
    TimecodeBy,
    Value(one_of(TimecodeBy, "unknown_source", _SOURCES), words_schema("How it comes in", TimecodeBy)),
]
RateWord = Annotated[
    Rate,
    Value(
        one_of(Rate, "unknown_rate", _RATES),
        {"enum": [*Rate, 24, 25, 29.97, 30], "description": "Frames a second; df drops"},
    ),
]


class TimecodeForm(Struct, frozen=True, rename={"from_": "from"}):
    """The timecode that comes in."""

    from_: Annotated[SourceWord, "ltc: as sound; mtc: by MIDI"]
    rate: Annotated[RateWord | None, "24 | 25 | 29.97 | 29.97df | 30; absent: 25"] = None
    device: Annotated[Line | None, "A part of the input's name; absent: the machine's first"] = None


def build_timecode(form: TimecodeForm | None) -> TimecodeIn | None:
    """What the show listens to."""
    if form is None:
        return None
    return TimecodeIn(form.from_, form.rate or Rate.EUROPE, form.device or "")


def timecode_entry(timecode: TimecodeIn | None) -> dict[str, str]:
    """What a file says of it; nothing where there is none."""
    if timecode is None:
        return {}
    rate = {} if timecode.rate is Rate.EUROPE else {"rate": timecode.rate.value}
    return {"from": timecode.by.value} | rate | ({"device": timecode.device} if timecode.device else {})


def check_moment(
    at: AtTimecode, go: GoMode | None, form: TimecodeForm | None, spot: Path, places: Places, report: Reporter
) -> Iterator[Complaint]:
    """Errors of a cue at a timecode: nobody listens to one, no frame is called so, a hand is to call it."""
    place = places.of((*spot, "at"))
    if form is None:
        yield report.error("no_timecode", place)
    elif not is_named(at.code, rate := form.rate or Rate.EUROPE):
        yield report.error("no_such_frame", place, text=at.code.text(), rate=rate.value)
    if go is GoMode.HAND:
        yield report.error("hand_at_timecode", places.of((*spot, "go")))
