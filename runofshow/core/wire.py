"""How values stand on the wire: a field's name is its key, its type says the rest, and msgspec writes it.

Moments are ISO 8601 to the millisecond with the offset of the place, lengths are seconds, unknown is null.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import Enum, auto
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import Annotated, TypeGuard, TypeVar, get_args, get_type_hints, overload

import msgspec.json
from msgspec import Meta, Struct
from msgspec.structs import replace

from runofshow.core.value import Json as Json

View = TypeVar("View", bound=Struct)

LONGEST_S = 400 * 86_400
"""Seconds a length may have; a longer one is a mistake and would overflow sums."""


class Moves(Enum):
    """How a field moves by itself: the mark on its type. What has none changes by what happens alone."""

    COUNTED = auto()
    """With the clock, and whoever shows it counts on: it is never a reason to send."""
    PLANNED = auto()
    """A moment of the plan: all of them alike, while a plan without hours waits for its first call."""
    DRIFTING = auto()
    """A length that moves while an item overruns: sent now and then."""


Moment = Annotated[datetime, Meta(tz=True)]
"""Of what has happened: it stands."""
PlannedMoment = Annotated[datetime, Meta(tz=True), Moves.PLANNED]
CountedMoment = Annotated[datetime, Meta(tz=True), Moves.COUNTED]
Seconds = Annotated[float, Meta(ge=-LONGEST_S, le=LONGEST_S)]
Length = Annotated[float, Meta(ge=0, le=LONGEST_S)]
"""In seconds."""
Counted = Annotated[float, Meta(ge=-LONGEST_S, le=LONGEST_S), Moves.COUNTED]
Drifting = Annotated[float, Meta(ge=-LONGEST_S, le=LONGEST_S), Moves.DRIFTING]
"""Both in seconds."""


class Local(datetime):
    """A moment with the offset that the place has then, to the millisecond: as the wire says it."""

    @cached_property
    def text(self) -> str:
        """`2030-10-15T07:30:00.000+07:00`."""
        return self.isoformat(timespec="milliseconds")


@overload
def local(at: datetime, tz: tzinfo) -> Local: ...
@overload
def local(at: datetime | None, tz: tzinfo) -> Local | None: ...
@lru_cache(maxsize=16384)
def local(at: datetime | None, tz: tzinfo) -> Local | None:
    """The moment as a view has it."""
    if at is None:
        return None
    # an offset of its own and not the zone: then lengths between two moments are true, and cheap
    offset = _offset((at - EPOCH) // QUARTER, tz)
    here = at.astimezone(offset)
    day, milliseconds = (here.year, here.month, here.day), here.microsecond // 1000
    return Local(*day, here.hour, here.minute, here.second, milliseconds * 1000, offset)


def here(value: View, tz: tzinfo) -> View:
    """The same with its moments, and those of its parts, as the place says them."""
    kind = type(value)
    told: dict[str, object] = {
        name: local(at, tz) for name in moments(kind) if (at := getattr(value, name)) is not None
    }
    for name in parts(kind):
        part = getattr(value, name)
        if isinstance(part, Struct):
            told[name] = here(part, tz)
        elif part:
            told[name] = tuple(here(one, tz) for one in part)
    return replace(value, **told) if told else value


EPOCH, QUARTER = datetime(1970, 1, 1, tzinfo=UTC), timedelta(minutes=15)


@lru_cache(maxsize=4096)
def _offset(quarter: int, tz: tzinfo) -> timezone:
    """The offset in a quarter of an hour; clocks are put forward and back between two of them."""
    # kept: the system's zone takes 20 us to ask, and a minute more moves thousands of moments
    return _fixed((EPOCH + quarter * QUARTER).astimezone(tz).utcoffset() or timedelta())


_fixed = lru_cache(timezone)
"""One for each offset: who compares two moments sees at once that they have the same."""


def moment(at: datetime | None, tz: tzinfo) -> str | None:
    """The same as text."""
    return None if at is None else local(at, tz).text


@overload
def seconds(length: timedelta) -> int | float: ...
@overload
def seconds(length: timedelta | None) -> int | float | None: ...
def seconds(length: timedelta | None) -> int | float | None:
    """Seconds to the millisecond; a whole number where it is one."""
    if length is None:
        return None
    value = length.total_seconds()
    return int(value) if value.is_integer() or (value := round(value, 3)).is_integer() else value


@overload
def length(of: float) -> timedelta: ...
@overload
def length(of: float | None) -> timedelta | None: ...
def length(of: float | None) -> timedelta | None:
    """The length that so many seconds of a view are."""
    return None if of is None else timedelta(seconds=of)


def as_json(value: object) -> dict[str, Json]:
    """A view as plain values."""
    plain: dict[str, Json] = msgspec.json.decode(written(value))
    return plain


def as_json_of_old(value: object) -> dict[str, Json]:
    """The same, for a file: an old record may hold half a character, which no UTF-8 can say."""
    plain: dict[str, Json] = msgspec.to_builtins(value, enc_hook=attrgetter("text"))
    return plain


def written(value: object) -> bytes:
    """The same as JSON on one line."""
    return _WRITER.encode(value)


# of all that is sent msgspec does not know a Local alone
_WRITER = msgspec.json.Encoder(enc_hook=attrgetter("text"))


# The fields of a kind of view


@cache
def moments(view: type[Struct]) -> tuple[str, ...]:
    """Its own fields that are moments."""
    own = zip(view.__struct_fields__, hints(view), strict=True)
    return tuple(name for name, (_, hint) in own if datetime in within(hint))


@cache
def parts(view: type[Struct]) -> tuple[str, ...]:
    """Its fields that are made of fields, or of many values that are."""
    own = zip(view.__struct_fields__, hints(view), strict=True)
    return tuple(name for name, (_, hint) in own if any(map(is_view, within(hint))))


@cache
def hints(view: type[Struct]) -> tuple[tuple[str, object], ...]:
    """The fields by their names on the wire, with their types."""
    types = get_type_hints(view, include_extras=True)
    names = zip(view.__struct_fields__, view.__struct_encode_fields__, strict=True)
    return tuple((told, types[own]) for own, told in names)


def within(hint: object) -> Iterator[object]:
    """Everything a type is made of, itself and the marks on it."""
    yield hint
    for inner in get_args(hint):
        yield from within(inner)


def is_view(one: object) -> TypeGuard[type[Struct]]:
    """Whether it is a type that is made of fields."""
    return isinstance(one, type) and issubclass(one, Struct)
