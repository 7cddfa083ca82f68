"""The views of the rows of one list, from picture to picture: a row that is as it was keeps its view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Generic, TypeVar

from runofshow.core.agenda import Role

Told = TypeVar("Told")
Shown = TypeVar("Shown")


class Kept(Generic[Told, Shown]):
    """By the place of the row. Nothing is made of a row that nobody has asked for."""

    def __init__(self, view: Callable[[Told, tzinfo], Shown], tz: tzinfo) -> None:
        self._view, self._tz = view, tz
        self._known: list[tuple[Told, Shown] | None] = []
        self._asked: dict[Role | None, tuple[Sequence[Told], tuple[Shown, ...]]] = {}

    def views(
        self, rows: Sequence[Told], role: Role | None = None, is_own: Callable[[Told], bool] | None = None
    ) -> tuple[Shown, ...]:
        """Of all rows, or of what is the role's own; the very same while the rows are."""
        if role not in self._asked or self._asked[role][0] is not rows:
            self._known += [None] * (len(rows) - len(self._known))
            shown, every = [], self._known
            for at, row in enumerate(rows):
                if is_own is None or is_own(row):
                    known = every[at]
                    if known is None or (row is not known[0] and row != known[0]):
                        known = every[at] = row, self._view(row, self._tz)
                    shown.append(known[1])
            self._asked[role] = rows, tuple(shown)
        return self._asked[role][1]
