"""An object of the wire, asked field by field: strict about what is needed, blind to what is not known.

A field of the wrong type is a `BadPicture` with its path, `cues[2].phase: "maybe"`: half of a picture would
say something false. A field that a newer server adds is passed over.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NoReturn, TypeVar

from runofshow.core.wire import Json

Kind = TypeVar("Kind", bound=StrEnum)
Part = TypeVar("Part")

LONGEST_S = 400 * 86_400
"""Seconds a length may have; a longer one is a mistake and would overflow sums."""
YEARS = range(1971, 3000)


class BadPicture(ValueError):
    """The server says what no show looks like; the path of the first such field, and what stands there."""


class Fields:
    """An object of the wire, asked field by field."""

    def __init__(self, value: Json, path: str = "") -> None:
        if not isinstance(value, dict):
            raise BadPicture(f"{path or 'picture'}: no object")
        self._value = value
        self._path = path

    def text(self, name: str) -> str:
        value = self._value.get(name)
        return value if isinstance(value, str) else self._fail(name)

    def text_or_none(self, name: str) -> str | None:
        return None if self._value.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        value = self._value.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else self._fail(name)

    def flag(self, name: str) -> bool:
        """False when it is not there."""
        value = self._value.get(name, False)
        return value if isinstance(value, bool) else self._fail(name)

    def number(self, name: str) -> float:
        value = self._value.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self._fail(name)
        return float(value) if math.isfinite(value) and abs(value) <= LONGEST_S else self._fail(name)

    def number_or(self, name: str, otherwise: float) -> float:
        return otherwise if self._value.get(name) is None else self.number(name)

    def length(self, name: str) -> timedelta:
        return timedelta(seconds=self.number(name))

    def length_or_none(self, name: str) -> timedelta | None:
        return None if self._value.get(name) is None else self.length(name)

    def moment(self, name: str) -> datetime:
        try:
            value = datetime.fromisoformat(self.text(name))
        except ValueError:
            return self._fail(name)
        # near the ends of the calendar every sum overflows
        return value if value.utcoffset() is not None and value.year in YEARS else self._fail(name)

    def moment_or_none(self, name: str) -> datetime | None:
        return None if self._value.get(name) is None else self.moment(name)

    def one_of(self, name: str, kind: type[Kind]) -> Kind:
        value = self.text(name)
        found = next((one for one in kind if one.value == value), None)
        return found if found is not None else self._fail(name)

    def part(self, name: str) -> Fields:
        return Fields(self._value.get(name), self._at(name))

    def part_or_none(self, name: str, read: Callable[[Fields], Part]) -> Part | None:
        return None if self._value.get(name) is None else read(self.part(name))

    def parts(self, name: str, read: Callable[[Fields], Part]) -> tuple[Part, ...]:
        values = enumerate(self._values(name))
        return tuple(read(Fields(one, f"{self._at(name)}[{at}]")) for at, one in values)

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._values(name)
        found = tuple(one for one in values if isinstance(one, str))
        return found if len(found) == len(values) else self._fail(name)

    def _values(self, name: str) -> list[Json]:
        value = self._value.get(name)
        return value if isinstance(value, list) else self._fail(name)

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _fail(self, name: str) -> NoReturn:
        raise BadPicture(f"{self._at(name)}: {self._value.get(name)!r:.60}")
