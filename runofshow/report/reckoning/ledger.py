"""Where the time went: what made a session late, and what won it back, so that it adds up to its lateness.

The theory. A session ends late by its late start, plus what each item took beyond its plan, plus what was
inserted, less what was left out, plus what passed between the items beyond what the plan has there; an item
that moved to another session is won by the one and lost to the other. That is no estimate: the same hours are
only counted apart. Time that somebody gave an item (`+`) is in what it took.
A hold is counted by itself, and what its item took beyond the plan is counted without it. What is under a
minute is summed up in one line, and so is what is lost by telling whole seconds: what is read adds up.

What somebody wrote down at the time is told as the cause: from a minute before a hold until two minutes
behind it, from ten minutes before the session was to begin until two minutes behind its start, and from the
moment an item ran over until two minutes behind its end. Incidents come before plain notes, and a note is the
cause of one thing, in whichever session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import chain, islice

from msgspec import Struct

from runofshow.core.history import History, ItemHistory, SessionHistory
from runofshow.core.notices import Note, NoteKind
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace

LEAST = timedelta(minutes=1)
"""A chairman reads minutes; less is summed up."""
BEHIND = timedelta(minutes=2)
"""The hands are full while it happens, and it is written down when they are free."""


class Why(StrEnum):
    """What a share of a session's lateness is."""

    START = "start"
    """It began late, or early."""
    HOLD = "hold"
    OVER = "over"
    """An item took longer than planned, holds left out."""
    SHORT = "short"
    """An item took less."""
    INSERTED = "inserted"
    LEFT_OUT = "left_out"
    """Skipped, laid aside or never come to."""
    MOVED = "moved"
    """It ran in another session than planned: lost to the one that it came to, won by its own."""
    BETWEEN = "between"
    """What passed between the items, against what the plan has there: waits and breaks."""
    SMALL = "small"
    """All that is under a minute."""


AHEAD = {Why.START: timedelta(minutes=10), Why.HOLD: timedelta(minutes=1)}
"""That a start will be late is seen before its hour, and what a hold is for before it is called [E]."""


class Share(Struct, frozen=True):
    """One share of a session's lateness."""

    why: Why
    by: timedelta
    """Positive was lost, negative was won back."""
    at: datetime | None = None
    """When it began; None for a sum."""
    until: datetime | None = None
    item: ItemHistory | None = None
    causes: tuple[Note, ...] = ()

    @property
    def is_lost(self) -> bool:
        return self.by > NO_TIME


class Ledger(Struct, frozen=True):
    """The account of one session that has begun. Where the record stops inside it there are no sums."""

    session: SessionHistory
    shares: tuple[Share, ...]

    @property
    def lost(self) -> timedelta:
        return sum((share.by for share in self.shares if share.is_lost), NO_TIME)

    @property
    def won(self) -> timedelta:
        """Positive."""
        return -sum((share.by for share in self.shares if not share.is_lost), NO_TIME)

    @property
    def late(self) -> timedelta:
        """How late the session ended; negative is early. It is `lost` less `won`."""
        return sum((share.by for share in self.shares), NO_TIME)


def ledgers(history: History) -> tuple[Ledger, ...]:
    """The account of each session that has begun, in their order."""
    begun = [session for session in history.sessions if session.started_at is not None]
    found = [tuple(_shares(history, session)) for session in begun]
    explained = iter(_explained(tuple(chain.from_iterable(found)), history.notes))
    return tuple(
        Ledger(session, tuple(islice(explained, len(shares))))
        for session, shares in zip(begun, found, strict=True)
    )


def _shares(history: History, session: SessionHistory) -> Iterator[Share]:
    """The shares in the order of the clock, sums last."""
    began, ended = session.started_at, session.ended_at
    assert began is not None
    items = [item for item in history.leaves if session.session_id in (item.row.session_id, item.planned_in)]
    found = [
        Share(Why.START, began - session.planned_start, session.planned_start, began),
        *(share for item in items for share in _of_item(history, session.session_id, item)),
    ]
    if ended is None:
        yield from _told(share for share in found if _is_certain(share))
        return
    late = ended - session.planned_end
    found.append(Share(Why.BETWEEN, late - sum((share.by for share in found), NO_TIME)))
    told = _told(found)
    yield from told
    if small := _whole(late) - sum((share.by for share in told), NO_TIME):
        yield Share(Why.SMALL, small)


def _told(shares: Iterable[Share]) -> list[Share]:
    """Those that are told one by one, in the order of the clock; what has no hour comes last."""
    whole = [replace(share, by=_whole(share.by)) for share in shares]
    told = [share for share in whole if abs(share.by) >= LEAST or (share.why is Why.HOLD and share.by)]
    return sorted(told, key=lambda share: (share.at is None, share.at or datetime.min.replace(tzinfo=UTC)))


def _is_certain(share: Share) -> bool:
    """Whether it stays so: what has not come yet may still come."""
    return share.why is not Why.LEFT_OUT or (share.item is not None and share.item.row.state.is_left_out)


def _of_item(history: History, session_id: str, item: ItemHistory) -> Iterator[Share]:
    row = item.row
    if row.session_id != session_id:
        # it stands in another session now
        yield Share(Why.MOVED, -(item.planned or NO_TIME), row.planned_start, None, item)
        return
    is_foreign = item.planned_in not in (None, session_id)
    if item.actual is None:
        if item.planned and not is_foreign:
            yield Share(Why.LEFT_OUT, -item.planned, row.planned_start, None, item)
        return
    assert row.actual_start is not None
    assert row.actual_end is not None
    held = NO_TIME
    for pause in history.pauses:
        since = max(pause.since, row.actual_start)
        until = min(pause.until or history.last_at, row.actual_end)
        if until > since:
            held += until - since
            yield Share(Why.HOLD, until - since, since, until, item)
    ran = item.actual - held
    if is_foreign:
        yield Share(Why.MOVED, ran, row.actual_start, row.actual_end, item)
        return
    if item.planned is None:
        yield Share(Why.INSERTED, ran, row.actual_start, row.actual_end, item)
        return
    off = ran - item.planned
    # it ran over from where its plan ended, holds pushed back
    since = row.actual_end - off if off > NO_TIME else row.actual_end
    yield Share(Why.OVER if off > NO_TIME else Why.SHORT, off, since, row.actual_end, item)


def _explained(shares: tuple[Share, ...], notes: Sequence[Note]) -> tuple[Share, ...]:
    """With what was written down about them. Holds choose first: an item may have run over around one."""
    free = list(notes)
    causes: dict[int, tuple[Note, ...]] = {}
    for place, share in sorted(enumerate(shares), key=lambda one: one[1].why is not Why.HOLD):
        if share.is_lost and share.at is not None and share.until is not None:
            since = share.at - AHEAD.get(share.why, NO_TIME)
            near = [note for note in free if since <= note.at <= share.until + BEHIND]
            causes[place] = _of_kind(near, NoteKind.INCIDENT) or _of_kind(near, NoteKind.NOTE)
            free = [note for note in free if note not in causes[place]]
    return tuple(replace(share, causes=causes.get(place, ())) for place, share in enumerate(shares))


def _of_kind(notes: Sequence[Note], kind: NoteKind) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.kind is kind)


def _whole(length: timedelta) -> timedelta:
    """To the second, as it is told."""
    return timedelta(seconds=round(length.total_seconds()))
