"""The round of a picture: what runs, what comes next, and when all of it is expected to be over."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.agenda import Award
from runofshow.core.board import Board
from runofshow.core.honours import comes_first, form_of, level_of, presenter_of
from runofshow.core.moved import Moves
from runofshow.core.on_stage import Batch, RoundNow
from runofshow.core.rounds import is_batch, on_stage, round_of, step_at_of, step_of, steps_of, whole_round
from runofshow.core.running_order import Place
from runofshow.core.timeline import NO_TIME
from runofshow.core.wire import seconds


def round_now(board: Board) -> RoundNow | None:
    """The round that runs, else the first to come; None where nobody is honoured any more."""
    state = board.state
    current = state.current
    if current is not None and is_batch(current.item):
        shown = current
    else:
        coming = next((place for place in board.coming if is_batch(place.item)), None)
        if coming is None:
            return None
        shown = coming
    batches = round_of(state, shown)
    numbers = {place.item.item_id: number for number, place in enumerate(batches, start=1)}
    to_come = [place for place in board.coming if place.item.item_id in numbers]
    moves = Moves(state, numbers)

    def told(place: Place) -> Batch:
        return moves.told(batch_of(board, place, numbers[place.item.item_id]))

    following = [told(place) for place in to_come[:2]]
    # what is to come ends behind all that has begun
    ends = (board.ahead.spans.get(place.item.item_id) for place in to_come[-1:] or batches)
    return RoundNow(
        round_id=whole_round(state, shown)[0].item.item_id if shown.parent is None else shown.parent.item_id,
        title=shown.item.title if shown.parent is None else shown.parent.title,
        batches=len(batches),
        left=len(to_come),
        running=told(shown) if shown is current else None,
        next=following[0] if following else None,
        after=following[1] if following[1:] else None,
        expected_end=max((span.end for span in ends if span is not None), default=None),
        pace_s=seconds(_mean(board, batches)),
    )


def batch_of(board: Board, place: Place, number: int) -> Batch:
    """One batch as it stands, but for what is another than in the plan."""
    state, item = board.state, place.item
    award, run, row = item.award or Award(), state.run(item.item_id), board.rows.of(item.item_id)
    assert row is not None, "it stands in the running order"
    is_running = state.current_id == item.item_id
    took = None if run.started_at is None or run.ended_at is None else run.ended_at - run.started_at
    return Batch(
        item_id=item.item_id,
        number=item.number,
        title=item.title,
        batch=number,
        state=row.state,
        form=form_of(award, item.title),
        level=level_of(award, item.title),
        decision=award.decision,
        reader=award.reader,
        presenter=presenter_of(item),
        called_before_reading=comes_first(award, item.title),
        steps=steps_of(state, place),
        step=step_of(state, place) if is_running else None,
        step_at=step_at_of(state, place) if is_running else None,
        expected_start=row.expected_start,
        expected_end=row.expected_end,
        took_s=seconds(took),
        on_display=bool(award.on_display),
        people=on_stage(state, award.recipients),
    )


def _mean(board: Board, batches: tuple[Place, ...]) -> timedelta | None:
    runs = (board.state.run(place.item.item_id) for place in batches)
    took = [
        run.ended_at - run.started_at - run.held
        for run in runs
        if run.started_at is not None and run.ended_at is not None
    ]
    return sum(took, NO_TIME) / len(took) if took else None
