"""An order as it comes from a phone or a program, made into a command.

    {"do": "add_time", "item_id": "m4-2", "seconds": 60, "seq": 41}

`do` names the command, whose fields are those of its class (core/commands.py); `seq` is the newest state the
sender had seen. A length is a number of seconds, at most a day either way; a moment has its zone or is an
hour of the hall such as `9h30`, and an empty text takes it away; a cue's moment stands as an agenda writes it
(`start + 90s`). `sound` takes `news`, what a player tells (see sound_news.py). What is missing is as null. A
key that is not known is refused: what is misspelt must not be half obeyed. Text is kept in NFC; control
signs, which could drive a terminal, are refused.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec import Meta, Struct, ValidationError, convert

from runofshow.core.agenda import Anchor, AtStart
from runofshow.core.ask import LONGEST_ID, Ask, wire_fields
from runofshow.core.commands import COMMANDS, Command
from runofshow.core.sound_events import PlayerCame
from runofshow.core.value import Json
from runofshow.hall.sound_news import read_news

DAY_S = 86_400
LONGEST_NEWS = 1_000
"""Of one text in the news of a player."""
HIGHEST_SEQ = 2**53
"""From here on JavaScript cannot count."""
Seq = Annotated[int, Meta(ge=0, le=HIGHEST_SEQ)]


class Order(Struct, frozen=True):
    """What is asked, and the state its sender had seen."""

    command: Command
    seen: int | None


class BadOrder(Exception):
    """It is no order. `about` is the key that is wrong, empty when it is the whole."""

    def __init__(self, about: str = "") -> None:
        super().__init__(about)
        self.about = about


class Written(Struct, frozen=True):
    """How people of this hall write moments; without it none but whole ones with their zone are read."""

    hour: Callable[[str, str], datetime | None]
    """The moment of an hour such as `9h30` in the session of an item, by its id; None when it is none."""
    anchor: Callable[[str], Anchor]
    """A cue's moment, such as `start + 90s`. Raises ValueError."""


Asked = TypeVar("Asked", bound=Ask)


def read_order(body: bytes, written: Written | None = None) -> Order:
    """The order in a request's body. Raises BadOrder."""
    given = read_object(body)
    seen = _read("seq", given.pop("seq", None), Seq | None)
    return Order(read_ask(COMMANDS, given, written), seen)


def read_object(body: bytes) -> dict[str, Json]:
    """A JSON object from a stranger. Raises BadOrder, whatever the bytes are."""
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadOrder from error
    if not isinstance(value, dict):
        raise BadOrder
    return value


def read_ask(
    known: Mapping[str, type[Asked]], given: Mapping[str, Json], written: Written | None = None
) -> Asked:
    """The one of these that is given, each key taken strictly: a wrong type is BadOrder, never a guess."""
    left = dict(given)
    name = left.pop("do", None)
    kind = known.get(name) if isinstance(name, str) else None
    if kind is None:
        raise BadOrder("do")
    read: dict[str, Any] = {}
    for field in wire_fields(kind):
        key = field.encode_name
        is_given = key in left
        value = left.pop(key, None)
        if value == "" and isinstance(field.default, str):
            value = None  # a kind that nobody chose
        # null is as missing, but for a truth; a field that has no default says whether it may be
        if value is not None or field.required or (is_given and bool in types_of(field.type)):
            read[field.name] = _read(key, value, field.type, written, read.get("item_id", ""))
    if left:
        raise BadOrder(next(iter(left))[:LONGEST_ID])
    return kind(**read)


@cache
def types_of(hint: Any) -> frozenset[Any]:
    """The types a field may have, without their bounds."""
    if get_origin(hint) is Annotated:
        return types_of(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return frozenset().union(*(types_of(one) for one in get_args(hint)))
    return frozenset({hint})


def _read(key: str, value: Json, hint: Any, written: Written | None = None, item_id: str = "") -> Any:
    types = types_of(hint)
    try:
        if PlayerCame in types:
            return read_news(value, lambda text: _fit(text, LONGEST_NEWS))
        if timedelta in types:
            return _length(value)
        fit = _fit(value) if isinstance(value, str) else value
        if not types & {AtStart, datetime}:
            return convert(fit, hint)
        text = convert(fit, str)
        if AtStart in types:
            return convert(text, hint) if written is None else written.anchor(text)
        hour = None if written is None else written.hour(item_id, text)
        return _moment(text, hour) if text else ""
    except (ValueError, OverflowError, ValidationError) as error:
        raise BadOrder(key) from error


def _once_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(name: str) -> Json:
    raise ValueError(f"{name} is no number")


def _length(value: Json) -> timedelta:
    # a number that is none is not between them either
    if isinstance(value, bool) or not isinstance(value, int | float) or not -DAY_S <= value <= DAY_S:
        raise ValueError(f"{value!r:.60} is no length")
    return timedelta(seconds=value)


def _moment(text: str, hour: datetime | None) -> datetime:
    at = hour or datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text:.60} has no zone")
    return at.astimezone(UTC)


def _fit(value: str, longest: int | None = None) -> str:
    """The text as it is kept."""
    text = unicodedata.normalize("NFC", value)
    if (longest is not None and len(text) > longest) or any(_is_unfit(sign) for sign in text):
        raise ValueError("a text is too long, or has a sign that no text has")
    return text


def _is_unfit(sign: str) -> bool:
    # a lone surrogate cannot be written into the journal, and an escape sign would drive the terminal
    return unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"
