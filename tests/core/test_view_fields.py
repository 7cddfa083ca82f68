"""The fields of the views: each moment says whether it moves, and a name moves alike in every view."""

from __future__ import annotations

from datetime import datetime
from random import Random

import msgspec.json
import pytest

from runofshow.core.agenda import Role
from runofshow.core.views.fields import all_views, moving, nameable
from runofshow.core.views.roles import StageView, Views
from runofshow.core.wire import Moves, hints, moments, parts, within, written
from tests.core.test_change import HERE, a_history

HAPPENED = frozenset(
    "actual_start actual_end started_at stood_by_at acked_at gone_at began_at step_at at since"
    " seen_at".split()
)
"""Moments of what has happened: they stand, whatever the clock does."""
AS_IT_STANDS = frozenset({"answered_at", "ends_at", "stopped_at", "start_at", "until_at"})
"""Said of one thing as it is; what changes it is news."""


def test_a_field_moves_alike_in_every_view() -> None:
    marks: dict[str, set[frozenset[object]]] = {}
    for view in all_views():
        for name, hint in hints(view):
            own = frozenset(mark for mark in within(hint) if isinstance(mark, Moves))
            marks.setdefault(name, set()).add(own)
    assert {name: own for name, own in marks.items() if len(own) > 1} == {}


def test_every_moment_of_a_view_is_said_to_move_or_to_stand() -> None:
    moments = {name for view in all_views() for name, hint in hints(view) if datetime in set(within(hint))}
    moved = moving(Moves.PLANNED, Moves.COUNTED) & moments
    assert moments - moved == HAPPENED | AS_IT_STANDS


def test_a_view_knows_its_own_moments_and_what_it_is_made_of() -> None:
    assert moments(StageView) == ("now",)
    assert {"show", "current", "items", "messages"} <= set(parts(StageView))
    assert not {"seq", "phase", "now", "record"} & set(parts(StageView))


def test_what_a_signal_may_name_stands_alone() -> None:
    assert {"seq", "current.remaining_s", "plan.period.from", "item.title", "cue.track"} <= nameable()
    assert (
        not {"items", "sound.decks", "next.cues", "plan.crew", "presence", "presence.machines"} & nameable()
    )


@pytest.mark.parametrize("seed", range(3))
def test_what_is_written_of_a_view_is_read_as_the_same_view(seed: int) -> None:
    for picture in a_history(Random(seed), 12):
        views = Views(picture, HERE)
        for role in Role:
            view = views.of(role)
            assert msgspec.json.decode(written(view), type=type(view)) == view
