"""How each field of the desk is asked, and which fields each thing has, in the order they are asked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.fields import When
from runofshow.agenda_file.people_fields import AddressName
from runofshow.core.agenda import CUE_ROLES, Action, AwardLevel, ClockMode, GoMode, Layer, Rite, TrackMark
from runofshow.texts.console import ConsoleTexts
from runofshow.texts.desk import DeskTexts
from runofshow.tui.desk.things import Sort


class Ask(Enum):
    """How a field is asked."""

    LINE = 1
    LINES = 2
    NAMES = 3
    """A line each."""
    CHOICE = 4
    KIND = 5
    KINDS = 6
    CUE = 7
    NEW_CUE = 8
    FILE = 9
    DOUBT = 10
    """A sentence that is settled or stays."""
    NOTHING = 11
    """It only tells."""
    PEOPLE = 12
    """Those honoured, a line each (people.py)."""
    LIST = 13
    """The file of a list of names."""
    TEXT = 16
    """The file of a speech."""
    LEADERS = 15
    """Those waited for, a line each (people.py)."""
    FORM = 14
    """One of the usual awards, or any other."""


FIELDS: Final[Mapping[Sort, tuple[str, ...]]] = {
    Sort.PAGE: (
        *("title", "organiser", "venue", "date", "period.text", "period.from", "period.to", "tentative"),
        *(
            "start",
            "hard_out",
            "delegates",
            "chair_panel",
            "leaders",
            "address",
            "basis",
            "rite",
            "backdrop",
            "decoration",
            "notes",
        ),
    ),
    Sort.CREW: ("caller", "mc", "music", "lights", "screen", "crew", "stage"),
    Sort.SESSION: ("title", "date", "start", "hard_out"),
    Sort.ITEM: (
        *("title", "kind", "also", "by", "duration", "start", "until", "protected", "optional"),
        *("min", "may_drop", "importance", "stretch"),
        *("mc", "award.decision", "award.reader", "award.presenter", "award.recipients", "award.form"),
        *("award.level", "award.called_before_reading", "award.list", "award.batch", "award.flowers"),
        *("award.photo", "award.on_display", "handin.due", "handin.received", "text", "cues"),
        *("backdrop", "notes", "number", "clock", "id"),
    ),
    Sort.TRACK: (
        *("title", "file", "mark", "id", "volume", "loop", "layer", "live", "fade_in", "fade_out"),
        *("start", "end", "length", "sha256"),
    ),
    Sort.DUTY: ("what", "by", "due", "done", "when"),
    Sort.HEAD: (),
    Sort.BATCH: (),
}
"""By their keys, or by the key that holds them and theirs."""
CUE_FIELDS: Final = (
    "text",
    "to",
    "do",
    "track",
    "at",
    "standby",
    "go",
    "fade",
    "pre_wait",
    "tolerance",
    "id",
)
"""Of a cue."""
_YES_NO: Final = ("true", "false")
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "tentative": _YES_NO,
    "protected": _YES_NO,
    "optional": _YES_NO,
    "may_drop": _YES_NO,
    "loop": _YES_NO,
    "live": _YES_NO,
    "handin.received": _YES_NO,
    "award.called_before_reading": _YES_NO,
    "award.flowers": _YES_NO,
    "award.photo": _YES_NO,
    "award.on_display": _YES_NO,
    "rite": tuple(Rite),
    "address": tuple(AddressName),
    "clock": tuple(ClockMode),
    "award.level": tuple(AwardLevel),
    "mark": tuple(TrackMark),
    "layer": tuple(Layer),
    "when": tuple(When),
    "do": tuple(Action),
    "go": tuple(GoMode),
}
_LONG: Final = frozenset({"mc", "notes", "backdrop", "decoration"})
AWARDS: Final = (
    *(f"Huân chương Lao động hạng {rank}" for rank in ("Nhất", "Nhì", "Ba")),
    "Cờ thi đua của Chính phủ",
    "Bằng khen của Thủ tướng Chính phủ",
    "Chiến sĩ thi đua toàn quốc",
    "Cờ thi đua của UBND tỉnh",
    "Bằng khen của Chủ tịch UBND tỉnh",
    "Tập thể lao động xuất sắc",
    "Chiến sĩ thi đua cấp tỉnh",
    "Chiến sĩ thi đua cơ sở",
    "Kỷ niệm chương",
    "Giấy khen của Chủ tịch UBND xã",
    "Giấy khen của Chủ tịch UBND phường",
    "Giấy khen",
)
"""What is usually handed over, from the highest down, by the words of the law on emulation."""
AWARDING: Final = frozenset({"award", "gift"})
"""The kinds at which an award is asked for though none is written."""
NEEDED: Final = {
    Sort.PAGE: {"title"},
    Sort.ITEM: {"title", "kind"},
    Sort.TRACK: {"id", "title"},
    Sort.DUTY: {"what"},
}
"""What must be written."""


def asked(sort: Sort, name: str) -> Ask:
    """How the field is asked."""
    match name:
        case "kind":
            return Ask.KIND
        case "also":
            return Ask.KINDS
        case "file":
            return Ask.FILE
        case "chair_panel":
            return Ask.NAMES
        case "award.recipients":
            return Ask.PEOPLE
        case "leaders":
            return Ask.LEADERS
        case "award.list":
            return Ask.LIST
        case "text" if sort is Sort.ITEM:
            return Ask.TEXT
        case "award.form":
            return Ask.FORM
    if name in _WORDS:
        return Ask.CHOICE
    return Ask.LINES if name in _LONG and sort is not Sort.CREW else Ask.LINE


def label(sort: Sort, name: str, words: ConsoleTexts, desk: DeskTexts) -> str:
    """What the field is called."""
    if sort is Sort.CREW:
        called: str = getattr(words.roles, name)
        return called
    return desk.fields.names.get(f"{sort.value}.{name}") or desk.fields.names[name]


def choices(name: str, words: ConsoleTexts, desk: DeskTexts) -> tuple[tuple[str, str], ...]:
    """What may be chosen, each value with what it is called; the first says nothing, where that may be."""
    if name == "to":
        return tuple((role.value, words.role(role)) for role in CUE_ROLES)
    if name in ("kind", "also"):
        return tuple((kind.id, kind.label(words.language)) for kind in catalogue().values())
    said = desk.fields.choices
    rows = tuple((word, said.get(f"{name}.{word}") or said[word]) for word in map(str, _WORDS[name]))
    return (("", said[""]), *rows)
