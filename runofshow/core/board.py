"""Every row and every cue of a show at one moment: the facts and the picture both read it.

The theory. Most of a show stands still. While an item runs within its time, nothing that is expected moves
with the clock: the forecast of one moment is that of all until the item should end. And a cue changes by
itself only when the clock reaches its stand-by or its moment, which is never earlier than `reach` before its
row begins. So a board is kept from tick to tick: what is over is not looked at again, what is far is not
looked at yet, and of what is near the next moment is known. Rows and cues are reckoned when somebody looks at
them (see reckoned.py). What an order changes gives another state, and with it another board: in that, the
rows that the order leaves as they were are the very same, and so are their cues that are far from the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import AfterCue, AtStart, BeforeEnd, Cue, Role
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
    leaves: frozenset[str]
    """The ids of those rows that run."""
    heard: tuple[str, ...]
    """The ids of the cues about which a player may have news."""
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
    near_rows: Set[str]
    """The ids of the rows whose cues may change with the clock before anything else does."""
    near: tuple[int, ...]
    """Where those cues stand, in their order."""
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
            return _with_cues(last, now, last, last.grid.leaves)
    laid = settled(state, now)
    order = laid.order
    # a plan that floats is the same plan at another hour
    is_moved = last is not None and last.record is state and state.floating
    grid = last.grid if last is not None and is_moved else _grid(order, None if last is None else last.grid)
    course = None if last is None else last.ahead.course.moved(laid) if is_moved else last.ahead.course
    ahead = forecast(laid, now, course, None if last is None else last.ahead)
    coming = ahead.course.coming
    next_id = coming[0].item.item_id if coming else None
    expected = last.expected if last is not None and last.coming is coming else expected_of(coming)

    def row(at: int) -> Row:
        place = order.rows[at]
        return row_of(
            laid, ahead, place, next_id, [rows[grid.rows[part.item_id]] for part in place.item.parts]
        )

    standing = frozenset[str]() if last is None else _standing(last, laid, ahead)
    known = None if last is None else _known_rows(last, order, standing - ({next_id} ^ {_next_id(last)}))
    rows = Reckoned(len(order.rows), row, grid.rows, known)
    stands_until = None if state.floating else _stands_until(laid, ahead, now)
    board = Board(
        state, laid, now, ahead, coming, expected, rows, NO_CUES, frozenset(), (), stands_until, now, grid
    )
    return _with_cues(board, now, last, standing)


def _next_id(board: Board) -> str | None:
    return board.coming[0].item.item_id if board.coming else None


def _standing(last: Board, state: State, ahead: Forecast) -> frozenset[str]:
    """The leaves of which all that a row says is as it was, but for which comes next."""
    was, before = last.state, last.ahead
    has_same_hours = before.spans is ahead.spans and before.latest_starts is ahead.latest_starts
    is_same_show = (
        before.planned is ahead.planned
        and was.ended_at == state.ended_at
        and was.agenda.tracks is state.agenda.tracks
        # an amendment may leave most hours as they are; the clock moves all of them
        and (has_same_hours or was.order is not state.order)
    )
    if not is_same_show:
        return frozenset()

    def is_as_it_was(place: Place) -> bool:
        leaf_id = place.item.item_id
        if was.run(leaf_id) is not state.run(leaf_id):
            return False
        stood = was.order.places.get(leaf_id)
        if stood is not place and (stood is None or not _stands(stood, place)):
            return False
        return has_same_hours or (
            before.spans.get(leaf_id) == ahead.spans.get(leaf_id)
            and before.latest_starts.get(leaf_id) == ahead.latest_starts.get(leaf_id)
        )

    leaves = (place.item.item_id for place in state.order.leaves if is_as_it_was(place))
    return frozenset(leaves) - {was.chosen_id, state.chosen_id}


def _stands(before: Place, place: Place) -> bool:
    was, now = before.session, place.session
    return (
        before.written is place.written
        and before.item == place.item
        and (
            was is now
            or (was.session_id, was.title, was.start_at) == (now.session_id, now.title, now.start_at)
        )
    )


def _known_rows(last: Board, order: RunningOrder, standing: Set[str | None]) -> list[Row | None]:
    known, at, was = last.rows.known(), last.rows.places, last.state.order.places

    def stands(place: Place) -> bool:
        if place.is_leaf:
            return place.item.item_id in standing
        return was.get(place.item.item_id) is place and all(
            one.item_id in standing for one in place.item.parts
        )

    return [known[at[place.item.item_id]] if stands(place) else None for place in order.rows]


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


def _with_cues(board: Board, now: datetime, last: Board | None, standing: Set[str]) -> Board:
    """`board` with its cues as they are at `now`. Of the `last` one those are kept that stand far from the
    clock at the leaves that are `standing` as they were."""
    state, ahead, grid = board.state, board.ahead, board.grid

    def cue(at: int) -> CueRow:
        item_id, called = grid.cues[at]
        return cue_now(state, ahead, now, state.order.places[item_id], called)

    near_rows, comes_at = _near(board, now)
    known = None if last is None else _known_cues(last, board, standing - near_rows - last.near_rows)
    cues = Reckoned(len(grid.cues), cue, grid.cue_places, known)
    near = tuple(
        sorted(
            grid.cue_places[cue.cue_id] for item_id in near_rows for cue in state.order.calls.get(item_id, ())
        )
    )
    moments = (at for place in near for at in (cues[place].expected_at, cues[place].standby_at))
    changes_at = min((at for at in moments if at is not None and at > now), default=NEVER)
    return replace(
        board, now=now, cues=cues, near_rows=near_rows, near=near, changes_at=min(changes_at, comes_at)
    )


def _known_cues(last: Board, board: Board, far: Set[str]) -> list[CueRow | None]:
    was, state, grid = last.state, board.state, board.grid
    known, places = last.cues.known(), last.cues.places
    if grid.cue_places is not places:
        known = [known[places[cue.cue_id]] if cue.cue_id in places else None for _, cue in grid.cues]
    others = [
        cue.cue_id for row_id, called in state.order.calls.items() if row_id not in far for cue in called
    ]
    if was.cues is not state.cues:
        others += (one for one in {**was.cues, **state.cues} if was.cue(one) is not state.cue(one))
    if was.sound is not state.sound:
        others += grid.heard
    for at in (grid.cue_places[cue_id] for cue_id in others if cue_id in grid.cue_places):
        known[at] = None
    return known


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


def _grid(order: RunningOrder, last: Grid | None = None) -> Grid:
    """That of `order`; the `last` one where the same rows and cues stand in the same places."""
    if last is not None and _has_same_cues(last.order, order):
        return replace(last, order=order)
    cues = tuple((item_id, cue) for item_id, called in order.calls.items() for cue in called)
    return Grid(
        order,
        {place.item.item_id: at for at, place in enumerate(order.rows)},
        cues,
        {cue.cue_id: at for at, (_, cue) in enumerate(cues)},
        frozenset(place.item.item_id for place in order.leaves),
        tuple(cue.cue_id for _, cue in cues if cue.to is Role.MUSIC or cue.track_id is not None),
        tuple((item_id, cue) for item_id, cue in cues if isinstance(cue.at, AfterCue)),
        frozenset(item_id for item_id, cue in cues if isinstance(order_of(cue), PlayOrder)),
        max((_reach(cue) for _, cue in cues), default=NO_TIME),
    )


def _has_same_cues(was: RunningOrder, order: RunningOrder) -> bool:
    if was is order:
        return True
    return list(was.places) == list(order.places) and (
        was.calls.keys() == order.calls.keys()
        and all(called is order.calls[item_id] for item_id, called in was.calls.items())
    )


def _reach(cue: Cue) -> timedelta:
    """How long before the start of its row its stand-by may come, at most: no row ends before it starts."""
    after = cue.at.after if isinstance(cue.at, AtStart) else NO_TIME
    lead = cue.at.lead if isinstance(cue.at, BeforeEnd) else NO_TIME
    return max(lead + cue.standby_lead - after, lead - after, NO_TIME)
