"""The round of a picture: what runs, what comes next, and when all of it is expected to be over."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.board import Board
from runofshow.core.moved import Moves
from runofshow.core.on_stage import Batch, RoundNow
from runofshow.core.rounds import batch_of, is_batch, round_of
from runofshow.core.running_order import Place
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace
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
        return moves.told(_timed(board, batch_of(state, place, numbers[place.item.item_id])))

    following = [told(place) for place in to_come[:2]]
    # what is to come ends behind all that has begun
    ends = (board.ahead.spans.get(place.item.item_id) for place in to_come[-1:] or batches)
    return RoundNow(
        round_id=shown.item.item_id if shown.parent is None else shown.parent.item_id,
        title=shown.item.title if shown.parent is None else shown.parent.title,
        batches=len(batches),
        left=len(to_come),
        running=told(shown) if shown is current else None,
        next=following[0] if following else None,
        after=following[1] if following[1:] else None,
        expected_end=max((span.end for span in ends if span is not None), default=None),
        pace_s=seconds(_mean(board, batches)),
    )


def _timed(board: Board, batch: Batch) -> Batch:
    span = board.ahead.spans.get(batch.item_id)
    return batch if span is None else replace(batch, expected_start=span.start, expected_end=span.end)


def _mean(board: Board, batches: tuple[Place, ...]) -> timedelta | None:
    runs = (board.state.run(place.item.item_id) for place in batches)
    took = [
        run.ended_at - run.started_at - run.held
        for run in runs
        if run.started_at is not None and run.ended_at is not None
    ]
    return sum(took, NO_TIME) / len(took) if took else None
