"""The views of the rows of one list, from picture to picture: a row that is as it was keeps its view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Generic, TypeVar

from runofshow.core.agenda import Role

Told = TypeVar("Told")
Shown = TypeVar("Shown")


class Kept(Generic[Told, Shown]):
    """By the place of the row, and by the row itself where their number is another. Nothing is made of a row
    that nobody has asked for."""

    def __init__(self, view: Callable[[Told, tzinfo], Shown], tz: tzinfo) -> None:
        self._view, self._tz = view, tz
        self._rows: Sequence[Told] = ()
        self._told: list[Told] = []
        self._shown: list[Shown | None] = []
        self._asked: dict[Role | None, tuple[Shown, ...]] = {}

    def views(
        self, rows: Sequence[Told], role: Role | None = None, is_own: Callable[[Told], bool] | None = None
    ) -> tuple[Shown, ...]:
        """Of all rows, or of what is the role's own; the very same while the rows are."""
        if rows is not self._rows:
            self._take(rows)
        if role not in self._asked:
            own = (at for at, row in enumerate(self._told) if is_own is None or is_own(row))
            self._asked[role] = tuple(map(self._view_at, own))
        return self._asked[role]

    def _view_at(self, at: int) -> Shown:
        shown = self._shown[at]
        if shown is None:
            shown = self._shown[at] = self._view(self._told[at], self._tz)
        return shown

    def _take(self, rows: Sequence[Told]) -> None:
        told, was = list(rows), self._told
        if len(told) == len(was):
            is_same = [row is old or row == old for row, old in zip(told, was, strict=True)]
            self._shown = [one if same else None for one, same in zip(self._shown, is_same, strict=True)]
        else:
            is_same = [False]
            known = {id(row): one for row, one in zip(was, self._shown, strict=True)}
            self._shown = [known.get(id(row)) for row in told]
        if not all(is_same):
            self._asked = {}
        self._rows, self._told = rows, told
