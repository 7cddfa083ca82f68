"""The rows of the running order as they stand: a leaf from its run and forecast, a heading from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from runofshow.core.agenda import Item
from runofshow.core.forecast import Forecast
from runofshow.core.record import Run
from runofshow.core.running_order import Place
from runofshow.core.snapshot import ItemState, Row
from runofshow.core.state import State, seated
from runofshow.core.timeline import NO_TIME, Span, plan_times, planned_length
from runofshow.core.value import replace
from runofshow.core.wire import seconds


def row_of(
    state: State, ahead: Forecast, place: Place, next_id: str | None, parts: Sequence[Row] = ()
) -> Row:
    """The row at `place`, a heading's from those of its `parts`; `next_id` is the leaf that comes next."""
    item, session = place.item, place.session
    item_id = item.item_id
    run, span, plan = state.run(item_id), ahead.spans.get(item_id), ahead.planned.get(item_id)
    row = Row(
        item_id=item_id,
        parent_id=place.parent.item_id if place.parent else None,
        number=item.number,
        session=session.title,
        session_id=session.session_id,
        title=item.title,
        kind=item.kind,
        by=item.by,
        state=_leaf_state(run, is_coming=span is not None or state.ended_at is not None),
        planned_start=plan.start if plan else None,
        expected_start=span.start if span else None,
        expected_end=span.end if span else None,
        actual_start=run.started_at,
        actual_end=run.ended_at,
        planned_s=seconds(_planned(state, ahead, place)),
        added_s=seconds(run.added),
        late_s=seconds(span.start - plan.start) if span and plan else None,
        latest_start=ahead.latest_starts.get(item_id),
        assumed=item.assumed and item.until is None,
        protected=item.protected,
        optional=item.optional,
        item=item,
        written=place.written,
        session_start_at=session.start_at,
        is_next=item_id == next_id,
        wait=span.wait if span else NO_TIME,
        vote=run.vote,
    )
    return _heading(row, parts) if item.parts else row


def _planned(state: State, ahead: Forecast, place: Place) -> timedelta:
    """How long it is by plan, from its start, actual, expected or planned."""
    item = place.item
    start = ahead.spans.get(item.item_id) or ahead.planned.get(item.item_id) or _whole_plan(state, item)
    return planned_length(seated(state, place).item, start.start) if start else item.duration


def _whole_plan(state: State, item: Item) -> Span | None:
    """Where an item up to an hour stands in the plan before anything was laid aside at the opening."""
    return None if item.until is None else plan_times(state.plan).get(item.item_id)


def _heading(row: Row, parts: Sequence[Row]) -> Row:
    """A heading from its parts: the first start, the last end, the sum of their lengths."""
    starts = [part.actual_start for part in parts if part.actual_start]
    ends = [part.actual_end for part in parts if part.actual_end]
    expected_start = min((part.expected_start for part in parts if part.expected_start), default=None)
    planned_start = min((part.planned_start for part in parts if part.planned_start), default=None)
    row_state = _heading_state({part.state for part in parts})
    return replace(
        row,
        state=row_state,
        assumed=any(part.assumed for part in parts),
        planned_s=seconds(sum((part.planned for part in parts), NO_TIME)),
        added_s=seconds(sum((part.added for part in parts), NO_TIME)),
        planned_start=planned_start,
        expected_start=expected_start,
        expected_end=max((part.expected_end for part in parts if part.expected_end), default=None),
        actual_start=min(starts, default=None),
        actual_end=max(ends, default=None) if row_state is ItemState.DONE else None,
        late_s=seconds(expected_start - planned_start) if expected_start and planned_start else None,
        latest_start=parts[0].latest_start,
        wait=parts[0].wait,
    )


def _leaf_state(run: Run, is_coming: bool) -> ItemState:
    if run.skipped:
        return ItemState.SKIPPED
    if run.started_at is None:
        return ItemState.UPCOMING if is_coming and not run.aside else ItemState.ASIDE
    return ItemState.RUNNING if run.ended_at is None else ItemState.DONE


def _heading_state(parts: set[ItemState]) -> ItemState:
    """Running from its first part to its last; parts that are skipped or laid aside do not count."""
    left = parts - {ItemState.SKIPPED, ItemState.ASIDE}
    if not left:
        return ItemState.SKIPPED if ItemState.ASIDE not in parts else ItemState.ASIDE
    return ItemState.RUNNING if len(left) > 1 else left.pop()
