"""The leaves of a show, and of a record, as a forecast is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from runofshow.core.agenda import Item
from runofshow.core.history import History, ItemHistory
from runofshow.core.learning import lengths, same_items
from runofshow.core.outlook.known import EarlierShow, Piece, Ran, Take
from runofshow.core.recovery.yielding import may_be_dropped, may_be_shortened
from runofshow.core.running_order import Place
from runofshow.core.snapshot import ItemState
from runofshow.core.timeline import NO_TIME


def zero_of(moment: datetime) -> datetime:
    """From when the seconds of a day are counted: its midnight."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def piece_of(place: Place, planned: timedelta) -> Piece:
    """A leaf that is planned so long."""
    item, parent = place.item, place.parent
    return Piece(
        item_id=item.item_id,
        kind=item.kind,
        plan_s=planned.total_seconds(),
        parent_id=None if parent is None else parent.item_id,
        speaker=item.by,
        protected=item.protected,
        elastic=_gives_way(item),
        recipients=_honoured(item),
        batch=None if parent is None or not _honoured(item) else parent.parts.index(place.written) + 1,
    )


def earlier_shows(told: History, takes: Sequence[Take] = ()) -> tuple[EarlierShow, ...]:
    """What the sessions of a record teach, with the takes that were made of it before. A session that did not
    come to its end teaches nothing."""
    leaves = sorted(
        (one for one in told.items if not one.row.is_heading),
        key=lambda one: one.row.actual_start or told.last_at,
    )
    found = []
    for session in told.sessions:
        if session.started_at is None or session.ended_at is None:
            continue
        zero = zero_of(session.planned_start)
        found.append(
            EarlierShow(
                start_s=(session.started_at - zero).total_seconds(),
                end_s=(session.ended_at - zero).total_seconds(),
                hard_out_s=None if session.hard_out is None else (session.hard_out - zero).total_seconds(),
                takes=tuple(takes),
                items=tuple(_ran(one) for one in leaves if one.row.session_id == session.session_id),
            )
        )
    return tuple(found)


def take_of(leaves: Sequence[Item], told: History) -> Take:
    """How many seconds each of these leaves lasted when it was last run in a rehearsal, by its id."""
    theirs = [one.row.item for one in told.items if not one.row.is_heading]
    lasted = lengths(told)
    same = same_items(leaves, theirs)
    return {ours: lasted[other][-1].length.total_seconds() for ours, other in same.items() if other in lasted}


def _ran(one: ItemHistory) -> Ran:
    row, item = one.row, one.row.item
    length = NO_TIME if one.actual is None else one.actual - one.held
    return Ran(
        item_id=row.item_id,
        kind=item.kind,
        plan_s=(one.planned or row.planned).total_seconds(),
        parent_id=row.parent_id,
        speaker=item.by,
        protected=item.protected,
        elastic=_gives_way(item),
        recipients=_honoured(item),
        actual_s=length.total_seconds(),
        skipped=row.state is ItemState.SKIPPED,
    )


def _gives_way(item: Item) -> bool:
    return may_be_shortened(item) or may_be_dropped(item)


def _honoured(item: Item) -> int:
    return 0 if item.award is None else sum(not one.absent for one in item.award.recipients)
