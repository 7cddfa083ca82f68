"""Every row and every cue of a show at one moment: the facts and the picture both read it.

The theory. Most of a show stands still. While an item runs within its time, nothing that is expected moves
with the clock: the forecast of one moment is that of all until the item should end. And a cue changes by
itself only when the clock reaches its stand-by or its moment, which is never earlier than `reach` before its
row begins. So a board is kept from tick to tick: what is over is not looked at again, what is far is not
looked at yet, and of what is near the next moment is known. Rows and cues are reckoned when somebody looks at
them (see reckoned.py). What an order changes gives another state, and with it another board.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import AfterCue, AtStart, BeforeEnd, Cue
from runofshow.core.cues import cue_now
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.people_now import Expected, expected_of
from runofshow.core.reckoned import Reckoned
from runofshow.core.record import Missed
from runofshow.core.rows import row_of
from runofshow.core.running_order import Place, RunningOrder
from runofshow.core.snapshot import NO_CUES, CueRow, Row
from runofshow.core.sound import PlayOrder
from runofshow.core.sounding import order_of
from runofshow.core.state import State, settled
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace

NEVER = datetime.max.replace(tzinfo=UTC)


class Grid(Struct, frozen=True):
    """What of a running order a board needs, made once per amendment."""

    order: RunningOrder
    rows: Mapping[str, int]
    """Item id to the place of its row."""
    cues: tuple[tuple[str, Cue], ...]
    """Each with the id of its item, row by row, and in calling order within its item."""
    cue_places: Mapping[str, int]
    """Cue id to its place in `cues`."""
    followers: tuple[tuple[str, Cue], ...]
    """What follows the end of a track, with the id of its item."""
    playing: frozenset[str]
    """The items with a cue that plays a track."""
    reach: timedelta
    """How long before its row begins the first cue is told to stand by, or falls due."""


class Board(Struct, frozen=True):
    """A show at one moment. Made by `board_at`."""

    record: State
    """As it is written down, so that a plan without hours floats."""
    state: State
    """The same with its plan laid on the clock."""
    now: datetime
    ahead: Forecast
    coming: tuple[Place, ...]
    """The leaves still to be started; none once the show has ended."""
    expected: Expected
    """Who of them is looked for."""
    rows: Reckoned[Row]
    cues: Reckoned[CueRow]
    near: tuple[int, ...]
    """Where those cues stand that may change with the clock before anything else does, in their order."""
    stands_until: datetime | None
    """The last moment for which `ahead` holds; None while it moves with the clock."""
    changes_at: datetime
    """The first moment, while `ahead` holds, at which a cue is another."""
    grid: Grid


def board_at(state: State, now: datetime, last: Board | None = None) -> Board:
    """The board of `state` at `now`. What is still right of the `last` one, at any moment before, is kept."""
    if last is not None and last.record is state and last.stands_until is not None:
        if last.now <= now < last.changes_at and now <= last.stands_until:
            return replace(last, now=now)
        if last.changes_at <= now <= last.stands_until:
            return _with_cues(last, now)
    laid = settled(state, now)
    order = laid.order
    # a plan that floats is the same plan at another hour
    is_moved = last is not None and last.record is state and state.floating
    grid = last.grid if last is not None and (is_moved or last.grid.order is order) else _grid(order)
    course = None if last is None else last.ahead.course.moved(laid) if is_moved else last.ahead.course
    ahead = forecast(laid, now, course, None if last is None else last.ahead)
    coming = ahead.course.coming
    next_id = coming[0].item.item_id if coming else None
    expected = last.expected if last is not None and last.coming is coming else expected_of(coming)
    rows = Reckoned(len(order.rows), lambda at: row_of(laid, ahead, order.rows[at], next_id), grid.rows)
    stands_until = None if state.floating else _stands_until(laid, ahead, now)
    board = Board(state, laid, now, ahead, coming, expected, rows, NO_CUES, (), stands_until, now, grid)
    return _with_cues(board, now)


def _stands_until(state: State, ahead: Forecast, now: datetime) -> datetime | None:
    """Until when nothing expected moves with the clock: a hold, an overrun and a wait for GO move it all, and
    so does what lasts longer than its round's pace."""
    if state.held_since is not None:
        return None
    if state.ended_at is not None:
        return NEVER
    target, end = ahead.target_end, ahead.expected_end
    if target is None or end is None or end < now:
        return None
    # from its target on it is over
    return min(target, end) if target >= now else end


def _with_cues(board: Board, now: datetime) -> Board:
    """`board` with its cues as they are at `now`."""
    state, ahead, grid = board.state, board.ahead, board.grid

    def cue(at: int) -> CueRow:
        item_id, called = grid.cues[at]
        return cue_now(state, ahead, now, state.order.places[item_id], called)

    cues = Reckoned(len(grid.cues), cue, grid.cue_places)
    near_ids, comes_at = _near(board, now)
    near = tuple(
        sorted(
            grid.cue_places[cue.cue_id] for item_id in near_ids for cue in state.order.calls.get(item_id, ())
        )
    )
    moments = (at for place in near for at in (cues[place].expected_at, cues[place].standby_at))
    changes_at = min((at for at in moments if at is not None and at > now), default=NEVER)
    return replace(board, now=now, cues=cues, near=near, changes_at=min(changes_at, comes_at))


def _near(board: Board, now: datetime) -> tuple[set[str], datetime]:
    """The rows whose cues may change with the clock, and from when on another one is among them."""
    state, ahead, reach = board.state, board.ahead, board.grid.reach
    places = state.order.places
    near = set(_open_rows(state)) | set(_followed(state, board.grid))
    near |= {
        item_id
        for item_id, run in state.runs.items()
        if run.started_at and not run.ended_at and item_id in places
    }
    comes_at = NEVER
    for place in board.coming:
        start = ahead.spans[place.item.item_id].start
        if start - reach > now:
            comes_at = start - reach
            break
        near.add(place.item.item_id)
    near |= {parent.item_id for item_id in near if (parent := places[item_id].parent) is not None}
    return near | set(_begun_headings(state)), comes_at


def _begun_headings(state: State) -> Iterator[str]:
    """Those with a part that has not ended, however far that is."""
    for heading_id, (first, _) in state.order.ends.items():
        if heading_id in state.order.calls and first is not None and state.run(first).started_at is not None:
            parts = state.order.places[heading_id].item.parts
            if any(state.run(part.item_id).ended_at is None for part in parts):
                yield heading_id


def _open_rows(state: State) -> Iterator[str]:
    """The rows of the cues of which something is written down that the clock may still change."""
    for cue_id, record in state.cues.items():
        outcome = record.outcome
        if (outcome is None or isinstance(outcome, Missed)) and cue_id in state.order.cues:
            yield state.order.cues[cue_id][1].item.item_id


def _followed(state: State, grid: Grid) -> Iterator[str]:
    """The rows of the cues that follow a track which has come to its end."""
    for item_id, cue in grid.followers:
        if isinstance(cue.at, AfterCue) and state.cue(cue.at.cue_id).played_out_at is not None:
            yield item_id


def _grid(order: RunningOrder) -> Grid:
    cues = tuple((item_id, cue) for item_id, called in order.calls.items() for cue in called)
    return Grid(
        order,
        {place.item.item_id: at for at, place in enumerate(order.rows)},
        cues,
        {cue.cue_id: at for at, (_, cue) in enumerate(cues)},
        tuple((item_id, cue) for item_id, cue in cues if isinstance(cue.at, AfterCue)),
        frozenset(item_id for item_id, cue in cues if isinstance(order_of(cue), PlayOrder)),
        max((_reach(cue) for _, cue in cues), default=NO_TIME),
    )


def _reach(cue: Cue) -> timedelta:
    """How long before the start of its row its stand-by may come, at most: no row ends before it starts."""
    after = cue.at.after if isinstance(cue.at, AtStart) else NO_TIME
    lead = cue.at.lead if isinstance(cue.at, BeforeEnd) else NO_TIME
    return max(lead + cue.standby_lead - after, lead - after, NO_TIME)
