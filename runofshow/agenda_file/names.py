"""Numbers and ids of items: what the plan gives, and what is counted where it is silent.

Items are counted 1, 2, 3 and their parts 4.1, 4.2, from the start in each session; the count steps over what
the plan has written on the same level, so no two rows are "3" by our doing. An id is made from the number
("m3", "m4.2"; "s2.m3" where there are sessions) so that it stays the same while the words change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from runofshow.agenda_file.form import AgendaForm, ItemForm
from runofshow.agenda_file.moments import session_forms
from runofshow.agenda_file.wording import slug

_LONGEST = 40
"""Of a number an id takes no more: an id has at most 64 signs."""


class Given(Struct, frozen=True):
    """What the plan says of one item's name."""

    number: str | None
    item_id: str | None
    parts: tuple[Given, ...] = ()


class Named(Struct, frozen=True):
    number: str
    item_id: str
    parts: tuple[Named, ...] = ()


def named(sessions: Sequence[Sequence[Given]], *, with_session: bool) -> tuple[tuple[Named, ...], ...]:
    """Every item with its number and an id of its own."""
    taken = _Taken({given for session in sessions for given in _ids(session)})
    return tuple(
        tuple(
            _named(given, counted, f"s{number}.m" if with_session else "m", taken)
            for given, counted in zip(session, _counted(session, ""), strict=True)
        )
        for number, session in enumerate(sessions, start=1)
    )


def _counted(level: Sequence[Given], prefix: str) -> Iterator[str]:
    """The number by count of each row of a level: its place, or the next that is not written there."""
    written = {given.number for given in level if given.number}
    count = 0
    for given in level:
        count += 1
        while given.number is None and f"{prefix}{count}" in written:
            count += 1
        yield f"{prefix}{count}"


def form_names(form: AgendaForm) -> tuple[tuple[Named, ...], ...]:
    """The names of every session's items."""
    sessions = [[_given(item) for item in session.items] for session in session_forms(form)]
    return named(sessions, with_session=form.sessions is not None)


def _given(form: ItemForm) -> Given:
    return Given(form.number or None, form.id, tuple(_given(part) for part in form.parts or []))


def signal_ids(given: Sequence[str | None]) -> tuple[str, ...]:
    """An id for each signal: its own, or `sig3` for the third."""
    taken = _Taken({each for each in given if each})
    return tuple(each or taken.free(f"sig{place}") for place, each in enumerate(given, start=1))


def cue_ids(item_id: str, given: Sequence[str | None]) -> tuple[str, ...]:
    """An id for each cue of an item: its own, or `m4.c2` for the second."""
    return tuple(each or f"{item_id}.c{place}" for place, each in enumerate(given, start=1))


def _ids(items: Sequence[Given]) -> Iterator[str]:
    for item in items:
        if item.item_id:
            yield item.item_id
        yield from _ids(item.parts)


def _named(given: Given, counted: str, prefix: str, taken: _Taken) -> Named:
    number = given.number or counted
    item_id = given.item_id or taken.free(prefix + (slug(number[:_LONGEST]) or slug(counted[-_LONGEST:])))
    parts = tuple(
        _named(part, part_counted, prefix, taken)
        for part, part_counted in zip(given.parts, _counted(given.parts, f"{number}."), strict=True)
    )
    return Named(number, item_id, parts)


class _Taken:
    """The ids that are given away."""

    def __init__(self, ids: set[str]) -> None:
        self._ids = ids
        self._counts: dict[str, int] = {}

    def free(self, wish: str) -> str:
        """`wish`, with a count behind it when somebody else has it."""
        item_id = wish
        while item_id in self._ids:
            # The count goes on where it stood: 3,000 items of one number must not be counted 3,000 times.
            self._counts[wish] = self._counts.get(wish, 1) + 1
            item_id = f"{wish}-{self._counts[wish]}"
        self._ids.add(item_id)
        return item_id
