"""The sums of a history: what a chairman asks before he reads a table. Differences are positive when longer
or later.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from msgspec import Struct

from runofshow.core.handiwork import Added
from runofshow.core.history import CueHistory, History, ItemHistory, SessionHistory
from runofshow.core.snapshot import CuePhase, ItemState, Phase
from runofshow.core.timeline import NO_TIME


class Punctuality(Struct, frozen=True):
    """How well the cues were called."""

    all: int
    gone: int
    missed: tuple[CueHistory, ...]
    stood_down: int
    measured: int
    """Called, and with a moment to measure from."""
    median: timedelta | None
    """Of the absolute deviations; None when nothing was measured."""
    worst: CueHistory | None
    """The one with the largest absolute deviation, the first of several."""


class Totals(Struct, frozen=True):
    """Over the items that run; headings only repeat their parts."""

    planned_count: int
    """Items of the plan as opened."""
    done_count: int
    """Of these."""
    skipped_count: int
    aside_count: int
    left_count: int
    """Of the plan, neither left out nor come to."""
    inserted_count: int
    planned: timedelta
    """Of the plan as opened."""
    actual: timedelta
    """Of what ran from start to end."""
    added: timedelta
    held: timedelta


def totals(history: History) -> Totals:
    """The sums over all items."""
    ran = history.leaves
    return Totals(
        planned_count=sum(not item.inserted for item in ran if item.row.state is not ItemState.ASIDE),
        done_count=sum(item.row.state is ItemState.DONE and not item.inserted for item in ran),
        skipped_count=sum(item.row.state is ItemState.SKIPPED for item in ran),
        aside_count=sum(item.row.state is ItemState.ASIDE for item in ran),
        left_count=sum(not item.inserted and item.row.state is ItemState.UPCOMING for item in ran),
        inserted_count=sum(item.inserted for item in ran),
        planned=sum(
            (item.planned or NO_TIME for item in ran if item.row.state is not ItemState.ASIDE), NO_TIME
        ),
        actual=sum((item.actual or NO_TIME for item in ran), NO_TIME),
        added=sum((item.row.added for item in ran), NO_TIME),
        held=sum((item.held for item in ran), NO_TIME),
    )


def began_late(history: History) -> timedelta | None:
    """The first start against the plan; None when nothing has started."""
    return None if history.started_at is None else history.started_at - history.planned_start


def last_session(history: History) -> SessionHistory | None:
    """The one that ends last by plan of those of which anything belongs to the show; None where nothing does.

    Where the show was ended, none that it never came to: it did not end early by the whole of those.
    """
    idle = {ItemState.ASIDE, ItemState.UPCOMING} if _began_and_ended(history) else {ItemState.ASIDE}
    kept = {item.row.session_id for item in history.leaves if item.row.state not in idle}
    found = (session for session in history.sessions if session.session_id in kept)
    return max(found, key=lambda session: session.planned_end, default=None)


def planned_end(history: History) -> datetime:
    """When the last session ends by plan."""
    last = last_session(history)
    return history.planned_end if last is None else last.planned_end


def ended_late(history: History) -> timedelta | None:
    """The end against the plan; None when the record stops before it."""
    return None if history.ended_at is None else history.ended_at - planned_end(history)


def biggest_differences(history: History, count: int = 3) -> tuple[ItemHistory, ...]:
    """The items whose length differed most from the plan, largest first; those that kept to it are left out.

    A difference under a second is none: nobody can see it on a count.
    """
    off = [item for item in history.leaves if item.difference and _seconds(item.difference)]
    off.sort(key=lambda item: -abs(_seconds(item.difference or NO_TIME)))
    return tuple(off[:count])


def additions(history: History) -> tuple[tuple[ItemHistory, Added], ...]:
    """Every piece of time given or taken, oldest first."""
    found = [(item, added) for item in history.leaves for added in item.added]
    return tuple(sorted(found, key=lambda pair: pair[1].at))


def punctuality(history: History) -> Punctuality:
    """How well the cues were called: median and worst of the absolute deviations."""
    measured = [cue for cue in history.cues if cue.off_by is not None]
    return Punctuality(
        all=len(history.cues),
        gone=sum(cue.phase is CuePhase.GONE for cue in history.cues),
        missed=tuple(cue for cue in history.cues if cue.phase is CuePhase.MISSED),
        stood_down=sum(cue.phase is CuePhase.STOOD_DOWN for cue in history.cues),
        measured=len(measured),
        median=timedelta(seconds=median(_off(cue) for cue in measured)) if measured else None,
        worst=max(measured, key=_off, default=None),
    )


def _began_and_ended(history: History) -> bool:
    return is_over(history) and history.started_at is not None


def is_over(history: History) -> bool:
    """The record has the end of the show in it."""
    return history.phase is Phase.ENDED


def _off(cue: CueHistory) -> float:
    return abs((cue.off_by or NO_TIME).total_seconds())


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())
