"""The running order: the leaves of an agenda in the order they run, with the places they stand in.

The agenda is a tree (sessions, items, parts); the show is a list. This is the list, made once per
amendment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import assert_never

from runofshow.core.agenda import AfterCue, Agenda, AtStart, BeforeEnd, Cue, Item, OnWord, Session, Track


@dataclass(frozen=True, slots=True)
class Place:
    """Where one item stands."""

    item: Item
    session: Session
    parent: Item | None
    """None at the top of its session."""

    @property
    def is_leaf(self) -> bool:
        return not self.item.parts


@dataclass(frozen=True)
class RunningOrder:
    """Every row of the agenda top to bottom, and the leaves among them."""

    rows: tuple[Place, ...]
    tracks: dict[str, Track]
    """The recordings its cues speak of, by their ids."""
    leaves: tuple[Place, ...] = field(init=False)
    places: dict[str, Place] = field(init=False)
    cues: dict[str, tuple[Cue, Place]] = field(init=False)
    """Each cue with the row it is written at."""
    calls: dict[str, tuple[Cue, ...]] = field(init=False)
    """Item id to its cues in calling order; an item without cues is not in it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "leaves", tuple(place for place in self.rows if place.is_leaf))
        object.__setattr__(self, "places", {place.item.item_id: place for place in self.rows})
        object.__setattr__(
            self, "cues", {cue.cue_id: (cue, place) for place in self.rows for cue in place.item.cues}
        )
        calls = {row.item.item_id: in_calling_order(row.item.cues) for row in self.rows if row.item.cues}
        object.__setattr__(self, "calls", calls)


def running_order(agenda: Agenda) -> RunningOrder:
    """The running order of `agenda`."""
    return RunningOrder(tuple(_rows(agenda)), {track.track_id: track for track in agenda.tracks})


def carrier_of(item: Item, cue: Cue, is_skipped: Callable[[str], bool]) -> Item | None:
    """The leaf on whose clock a cue of `item` stands: `item` itself, or a part of it that is not skipped.

    The last of them for what counts from the end, else the first; None when every part is skipped.
    """
    if not item.parts:
        return item
    parts = [part for part in item.parts if not is_skipped(part.item_id)]
    if not parts:
        return None
    return parts[-1] if isinstance(cue.at, BeforeEnd) else parts[0]


def _rows(agenda: Agenda) -> Iterator[Place]:
    for session in agenda.sessions:
        for item in session.items:
            yield Place(item, session, None)
            for part in item.parts:
                yield Place(part, session, item)


def in_calling_order(*written: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """From the start to the end of the leaf that carries them; `written` are the cues of one item each.

    A word, and what follows the end of a track, keeps its place behind the cue it is written after, or comes
    first in its item.
    """
    keyed: list[tuple[int, timedelta, Cue]] = []
    for cues in written:
        place = (0, timedelta())
        for cue in cues:
            match cue.at:
                case AtStart(after):
                    place = (0, after)
                case BeforeEnd(lead):
                    place = (1, -lead)
                case OnWord() | AfterCue():
                    pass
                case _:
                    assert_never(cue.at)
            keyed.append((*place, cue))
    return tuple(cue for _, _, cue in sorted(keyed, key=lambda entry: entry[:2]))
