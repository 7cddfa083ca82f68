"""The single values of an agenda file: how each is read from text, and how an editor's schema shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Final, TypeVar

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.fitting import FieldError, Value
from runofshow.agenda_file.notation import (
    AfterTrack,
    NotationError,
    read_date,
    read_length,
    read_moment,
    read_time,
)
from runofshow.agenda_file.wording import NULLS, Quoted, fold, line_of, lines_of, nearest, slug
from runofshow.core.agenda import (
    CUE_ROLES,
    Action,
    Anchor,
    AwardLevel,
    ClockMode,
    GoMode,
    Layer,
    Rite,
    Role,
    TrackMark,
)

LONGEST_LINE: Final = 500
LONGEST_TEXT: Final = 10_000
LONGEST_ID: Final = 64
LOUDEST: Final = 130
"""Percent, as the players allow."""
MOST_AT_ONCE: Final = 40
"""Recipients of a batch: what the widest stage holds in two rows."""

_YES = frozenset({"true", "yes", "có", "on", "đúng"})
_NO = frozenset({"false", "no", "không", "off", "sai"})
_DONE = frozenset({"xong", "đã xong", "rồi", "done"})
_NOT_DONE = frozenset({"chưa", "chưa xong"})
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def text_of(value: object) -> str:
    """The text of a single value; FieldError when a list or a mapping stands there."""
    if not isinstance(value, str):
        raise FieldError("wrong_type", expected="text")
    return value


def bounded(text: str, most: int) -> str:
    """Asked before normalising too, which takes its time over ten megabytes."""
    if len(text) > most:
        raise FieldError("text_too_long", most=most, length=len(text))
    return text


def _line(value: object) -> str:
    return bounded(line_of(bounded(text_of(value), LONGEST_TEXT)), LONGEST_LINE)


def _lines(value: object) -> str:
    return bounded(lines_of(bounded(text_of(value), 4 * LONGEST_TEXT)), LONGEST_TEXT)


def name_of(value: object) -> str:
    """One line that says something."""
    line = _line(value)
    if not line or (line in NULLS and not isinstance(value, Quoted)):
        raise FieldError("empty_text")
    return line


def _id(value: object) -> str:
    line = name_of(value)
    if len(line) > LONGEST_ID or not all(
        sign.isascii() and (sign.isalnum() or sign in "._-") for sign in line
    ):
        raise FieldError("bad_id", lambda: slug(line[: LONGEST_ID * 2])[:LONGEST_ID], id=line)
    return line


def _boolean(value: object) -> bool:
    word = line_of(bounded(text_of(value), LONGEST_TEXT)).casefold().strip("“”‘’«»")
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise FieldError("not_a_boolean", text=word)


def done_of(value: object) -> date | bool:
    """The day it was done, or whether it was. Raises FieldError and NotationError."""
    word = line_of(bounded(text_of(value), LONGEST_TEXT)).casefold().strip("“”‘’«»")
    if word in _YES | _DONE:
        return True
    if word in _NO | _NOT_DONE:
        return False
    try:
        return read_date(text_of(value))
    except NotationError as error:
        if error.code != "not_a_date":
            raise
        raise FieldError("neither_day_nor_done", text=word) from error


def _volume(value: object) -> int:
    text = line_of(bounded(text_of(value), LONGEST_TEXT)).removesuffix("%").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= LOUDEST):
        raise FieldError("bad_volume", text=text, most=LOUDEST)
    return int(text)


def _batch(value: object) -> int:
    text = line_of(bounded(text_of(value), LONGEST_TEXT))
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 0 < int(text) <= MOST_AT_ONCE):
        raise FieldError("bad_batch", text=text, most=MOST_AT_ONCE)
    return int(text)


def _sha256(value: object) -> str:
    digits = _line(value).lower()
    if not _SHA256.fullmatch(digits):
        raise FieldError("bad_sha256", text=digits)
    return digits


def _moment(value: object) -> Anchor | AfterTrack:
    return read_moment(bounded(text_of(value), LONGEST_LINE))


def _duration(value: object) -> timedelta:
    length = read_length(text_of(value), bare_minutes=True)
    if not length:
        raise FieldError("length_zero")
    return length


def _kind(value: object) -> str:
    word = line_of(bounded(text_of(value), LONGEST_TEXT))
    if word in catalogue():
        return word
    raise FieldError("unknown_kind", lambda: nearest(word, catalogue(), _kind_aliases()), kind=word)


def kind_meant(title: str) -> str:
    """The kind of an item so titled, by its usual words; empty when they are only like some."""
    return nearest(title, catalogue(), _kind_aliases(), like=0.85)


@cache
def _kind_aliases() -> dict[str, str]:
    """Every other name of a kind, folded."""
    kinds = catalogue().values()
    return {fold(alias): kind.id for kind in kinds for alias in (kind.vi, kind.en, *kind.aliases)}


def _cue_role(value: object) -> Role:
    word = line_of(bounded(text_of(value), LONGEST_TEXT))
    if word in CUE_ROLES:
        return Role(word)
    code = "role_without_cues" if word in tuple(Role) else "unknown_role"
    aliases = {"nhac": "music", "am thanh": "music", "sound": "music", "audio": "music", "anh sang": "lights"}
    aliases |= {"den": "lights", "man hinh": "screen", "led": "screen", "le tan": "crew", "hau can": "crew"}
    aliases |= dict.fromkeys(("san khau", "hau dai", "canh ga", "backstage", "wings", "stagehand"), "stage")
    known = ", ".join(CUE_ROLES)
    raise FieldError(code, lambda: nearest(word, CUE_ROLES, aliases), role=word, known=known)


_Word = TypeVar("_Word", bound=StrEnum)


def one_of(
    words: type[_Word], code: str, aliases: Mapping[str, str] = MappingProxyType({})
) -> Callable[[object], _Word]:
    """Reads one of the words; `code` is the complaint about any other. `aliases` are other names, folded."""

    def read(value: object) -> _Word:
        word = line_of(bounded(text_of(value), LONGEST_TEXT))
        if word in tuple(words):
            return words(word)
        raise FieldError(code, lambda: nearest(word, words, aliases), text=word, known=", ".join(words))

    return read


_ACTS: Final = {"phat": "play", "phat nhac": "play", "nho dan": "fade", "tat dan": "fade", "dung": "stop"} | {
    "tat": "stop",
    "noi": "say",
    "doc": "say",
    "moi": "say",
    "lam": "do",
    "thuc hien": "do",
}
_MARKS: Final = {"quoc ca": "anthem_without_words", "quoc ca khong loi": "anthem_without_words"} | {
    "quoc ca co loi": "anthem_with_words",
    "anthem": "anthem_without_words",
    "phong su": "clip",
}


_LEVELS: Final = (
    {"nha nuoc": "state", "chu tich nuoc": "state", "chinh phu": "government", "thu tuong": "government"}
    | {"bo": "province", "nganh": "province", "tinh": "province", "thanh pho": "province"}
    | {"so": "department", "xa": "commune", "phuong": "commune", "dac khu": "commune", "co so": "unit"}
)
_RITES: Final = {"khau lenh": "commanded", "nghiem": "commanded", "dang": "plain", "khong khau lenh": "plain"}


class When(StrEnum):
    """When a duty falls, against the day of the conference."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"


class Guessed(StrEnum):
    """What a plan that was read from a paper may have guessed."""

    TITLE = "title"
    KIND = "kind"
    ALSO = "also"
    NUMBER = "number"
    BY = "by"
    START = "start"
    UNTIL = "until"
    DURATION = "duration"
    PARTS = "parts"
    DATE = "date"
    PERIOD = "period"
    ORGANISER = "organiser"
    VENUE = "venue"
    DELEGATES = "delegates"
    CHAIR_PANEL = "chair_panel"


def words_schema(description: str, words: Iterable[str]) -> dict[str, Any]:
    return {"enum": [str(word) for word in words], "description": description}


Line = Annotated[str, Value(_line, {"type": ["string", "number"], "maxLength": LONGEST_LINE})]
"""One line; empty says nothing."""
Name = Annotated[
    str, Value(name_of, {"type": ["string", "number"], "minLength": 1, "maxLength": LONGEST_LINE})
]
"""One line that must say something."""
Lines = Annotated[str, Value(_lines, {"type": "string", "maxLength": LONGEST_TEXT})]
"""Any number of lines."""
Id = Annotated[str, Value(_id, {"type": ["string", "number"], "pattern": "^[A-Za-z0-9._-]{1,64}$"})]
Boolean = Annotated[bool, Value(_boolean, {"enum": [True, False, "yes", "no", "có", "không"]})]
Volume = Annotated[int, Value(_volume, {"type": "integer", "minimum": 0, "maximum": LOUDEST, "default": 100})]
BatchSize = Annotated[int, Value(_batch, {"type": "integer", "minimum": 1, "maximum": MOST_AT_ONCE})]
TimeOfDay = Annotated[
    time,
    Value(
        lambda value: read_time(text_of(value)),
        {"type": "string", "description": "7h30, 07:30, 7 giờ 30", "examples": ["7h30"]},
    ),
]
Duration = Annotated[
    timedelta,
    Value(
        _duration,
        {"type": ["string", "number"], "description": "15', 15 phút, 1h20, 1'30, 90s; 15 = 15 phút"},
    ),
]
Length = Annotated[
    timedelta,
    Value(
        lambda value: read_length(text_of(value)),
        {"type": ["string", "number"], "description": "90s, 1'30, 15', 1h20"},
    ),
]
Day = Annotated[
    date,
    Value(
        lambda value: read_date(text_of(value)),
        {"type": "string", "description": "27/3/2020, 2020-03-27", "examples": ["27/3/2020"]},
    ),
]
Done = Annotated[
    date | bool,
    Value(
        done_of,
        {"type": ["string", "boolean"], "description": "30/11/2026, true", "examples": ["30/11/2026"]},
    ),
]
Moment = Annotated[
    Anchor | AfterTrack,
    Value(
        _moment,
        {
            "type": "string",
            "description": "start | start + 90s | end - 1' | word Chào cờ! | hết nhạc + 2s | tc 01:00:10:00",
            "default": "start",
        },
    ),
]
KindId = Annotated[str, Value(_kind, words_schema("The kind of item", catalogue()))]
CueRole = Annotated[Role, Value(_cue_role, words_schema("Who does it", CUE_ROLES))]
ActionWord = Annotated[
    Action,
    Value(
        one_of(Action, "unknown_action", _ACTS),
        words_schema("play, fade, stop: music; say: mc; do: anybody", Action),
    ),
]
ClockWord = Annotated[
    ClockMode, Value(one_of(ClockMode, "unknown_clock"), words_schema("How its clock runs", ClockMode))
]
MarkWord = Annotated[
    TrackMark,
    Value(
        one_of(TrackMark, "unknown_mark", _MARKS), words_schema("What it must not be taken for", TrackMark)
    ),
]
LayerWord = Annotated[
    Layer,
    Value(
        one_of(Layer, "unknown_layer"),
        words_schema("bed: takes the place of the bed before it; sting: sounds over it", Layer),
    ),
]
RiteWord = Annotated[
    Rite, Value(one_of(Rite, "unknown_rite", _RITES), words_schema("How the flag is saluted", Rite))
]
LevelWord = Annotated[
    AwardLevel,
    Value(one_of(AwardLevel, "unknown_level", _LEVELS), words_schema("Whose award it is", AwardLevel)),
]
Sha256 = Annotated[str, Value(_sha256, {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"})]
GoWord = Annotated[GoMode, Value(one_of(GoMode, "unknown_go"), words_schema("Who calls it", GoMode))]
GuessedWord = Annotated[
    Guessed, Value(one_of(Guessed, "unknown_guess"), words_schema("A key whose value is a guess", Guessed))
]
WhenWord = Annotated[When, Value(one_of(When, "unknown_when"), words_schema("When it is owed", When))]
