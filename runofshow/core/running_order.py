"""The running order: the leaves of an agenda in the order they run, with the places they stand in.

The agenda is a tree (sessions, items, parts); the show is a list. This is the list, made once per
amendment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import assert_never

from msgspec import Struct

from runofshow.core.agenda import (
    AfterCue,
    Agenda,
    AtStart,
    AtTimecode,
    BeforeEnd,
    Cue,
    Item,
    OnStep,
    OnWord,
    Session,
    Track,
)
from runofshow.core.calling import BY_NAME, Manner
from runofshow.core.heading import Ends, as_it_runs, written_ends
from runofshow.core.lists import Lists, lists_of
from runofshow.core.numbered import numbered
from runofshow.core.value import replace


class Place(Struct, frozen=True):
    """Where one item stands."""

    item: Item
    """As it runs: a part with what its heading says about it."""
    session: Session
    parent: Item | None
    """None at the top of its session."""
    written: Item
    """As it is written, which is what an edit replaces."""

    @property
    def is_leaf(self) -> bool:
        return not self.item.parts


class RunningOrder(Struct, frozen=True):
    """Every row of the agenda top to bottom, and the leaves among them."""

    rows: tuple[Place, ...]
    tracks: dict[str, Track]
    """The recordings its cues speak of, by their ids."""
    ends: dict[str, Ends]
    """Heading id to the parts of it that run first and last."""
    leaves: tuple[Place, ...]
    places: dict[str, Place]
    cues: dict[str, tuple[Cue, Place]]
    """Each cue with the row it is written at."""
    calls: dict[str, tuple[Cue, ...]]
    """Item id to its cues in calling order; an item without cues is not in it."""
    lists: Lists
    """Who is honoured where."""

    @property
    def shown(self) -> dict[str, str]:
        """Recipient id to a name that nobody else on the lists has; only of those who share theirs."""
        return self.lists.shown


def running_order(
    agenda: Agenda, ends_of: Callable[[Item], Ends] = written_ends, before: RunningOrder | None = None
) -> RunningOrder:
    """The running order of `agenda`; `ends_of` gives the parts of a heading that run first and last."""
    ends = _ends(agenda, ends_of)
    tracks = {track.track_id: track for track in agenda.tracks}
    lists = lists_of(_written(agenda), None if before is None else before.lists)
    rows = tuple(_rows(agenda, ends, Manner(agenda.address, lists.shown), before))
    return RunningOrder(
        rows,
        tracks,
        ends,
        leaves=tuple(place for place in rows if place.is_leaf),
        places={place.item.item_id: place for place in rows},
        cues={cue.cue_id: (cue, place) for place in rows for cue in place.item.cues},
        calls={row.item.item_id: _calls(row.item, before) for row in rows if row.item.cues},
        lists=lists,
    )


def leaves_by_plan(agenda: Agenda) -> Iterator[Place]:
    """The leaves alone, as they are written one behind the other."""
    return (place for place in _rows(agenda, _ends(agenda, written_ends), BY_NAME) if place.is_leaf)


def _ends(agenda: Agenda, ends_of: Callable[[Item], Ends]) -> dict[str, Ends]:
    return {
        item.item_id: ends_of(item) for session in agenda.sessions for item in session.items if item.parts
    }


def _calls(item: Item, before: RunningOrder | None) -> tuple[Cue, ...]:
    was = before and before.places.get(item.item_id)
    if before is not None and was and was.item.cues is item.cues:
        return before.calls[item.item_id]
    return in_calling_order(item.cues)


def _written(agenda: Agenda) -> Iterator[Item]:
    for session in agenda.sessions:
        for item in session.items:
            yield item
            yield from item.parts


def _rows(
    agenda: Agenda, ends: Mapping[str, Ends], manner: Manner, before: RunningOrder | None = None
) -> Iterator[Place]:
    for session in agenda.sessions:
        for item in session.items:
            yield Place(item, session, None, item)
            known = {} if before is None else _resolved(before, item, ends)
            titles = numbered(item.parts)
            for part in item.parts:
                was = known.get(part.item_id)
                is_same = was is not None and was.written is part
                runs = was.item if was and is_same else as_it_runs(part, item, ends[item.item_id], manner)
                title = titles.get(part.item_id, part.title)
                yield Place(runs if runs.title == title else replace(runs, title=title), session, item, part)


def _resolved(before: RunningOrder, heading: Item, ends: Mapping[str, Ends]) -> dict[str, Place]:
    """The parts that have been resolved against the same heading; the first and the last are so each time."""
    was = before.places.get(heading.item_id)
    if was is None or not heading.parts or replace(was.item, parts=()) != replace(heading, parts=()):
        return {}
    apart = {*ends[heading.item_id], *before.ends.get(heading.item_id, ())}
    ids = (part.item_id for part in was.item.parts if part.item_id not in apart)
    return {part_id: before.places[part_id] for part_id in ids}


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
                case OnWord() | OnStep() | AfterCue() | AtTimecode():
                    pass
                case _:
                    assert_never(cue.at)
            keyed.append((*place, cue))
    return tuple(cue for _, _, cue in sorted(keyed, key=lambda entry: entry[:2]))
