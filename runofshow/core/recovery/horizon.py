"""How far what is to come reaches, and past which goals, when some of it is cut.

The theory. The forecast lays what is to come in legs (course.py): inside a leg nothing moves against anything
else, and what is cut of it makes it so much shorter; between legs hours absorb. Cut at the goals besides,
the legs are *stages*, and where each ends follows from the lengths of a few of them. So a search asks about
thousands of cuts in the time in which one forecast is made. Seconds from where the first one begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.course import Course

NEARLY_S = 0.001
"""Less than this past a goal is at it."""


class Stage(Struct, frozen=True):
    not_before_s: float | None
    """It waits for that; None where it follows at once."""
    length_s: float
    until_s: float | None = None
    """The hour at which it ends, with so much added to it."""

    def end(self, start: float) -> float:
        """When it ends that begins then; an hour may leave less than is taken of it."""
        if self.until_s is None:
            return start + self.length_s
        return start + max(max(self.until_s - start, 0.0) + self.length_s, 0.0)

    def cut_end(self, start: float, cut_s: float) -> float:
        """The same with so much taken from it. What lasts up to an hour lasts so long instead."""
        return start + (max(self.length_s - cut_s, 0.0) if self.until_s is None else cut_s)


class Goal(Struct, frozen=True):
    """A leaf is to be over by then."""

    leaf_id: str
    by: datetime
    leader_id: str | None = None
    """Who must go; None where it is the hard out."""


class Horizon(Struct, frozen=True):
    begins_at: datetime
    stages: tuple[Stage, ...]
    stage_of: Mapping[str, int]
    """By the id of each leaf to come."""
    goals: tuple[tuple[int, float], ...]
    """The stage at whose end each is, and the second it is to be reached."""

    def late_s(self, cuts: Mapping[int, float]) -> tuple[float, ...]:
        """By how much each goal is missed with these stages cut (see `cut_end`); negative is early."""
        at = 0.0
        ends: list[float] = []
        for number, stage in enumerate(self.stages):
            waits = stage.not_before_s
            start = at if waits is None or waits < at else waits
            at = stage.cut_end(start, cuts[number]) if number in cuts else stage.end(start)
            ends.append(at)
        return tuple(ends[stage] - by for stage, by in self.goals)


def horizon(course: Course, begins_at: datetime, goals: Sequence[Goal]) -> Horizon:
    """The stages of a course that begins then; the goals are of leaves to come."""

    def seconds(at: datetime) -> float:
        return (at - begins_at).total_seconds()

    wanted = {goal.leaf_id for goal in goals}
    stages: list[Stage] = []
    stage_of: dict[str, int] = {}
    leg_number, is_cut = -1, False
    for place in course.coming:
        leaf_id = place.item.item_id
        stretch = course.stretches[leaf_id]
        leg = course.legs[stretch.leg]
        if stretch.leg != leg_number:
            waits = None if leg.not_before is None else seconds(leg.not_before)
            until = None if leg.until is None else seconds(leg.until)
            stages.append(Stage(waits, 0.0, until))
        elif is_cut:
            stages.append(Stage(None, 0.0))
        last = stages[-1]
        stages[-1] = Stage(
            last.not_before_s, last.length_s + stretch.length / timedelta(seconds=1), last.until_s
        )
        stage_of[leaf_id] = len(stages) - 1
        leg_number, is_cut = stretch.leg, leaf_id in wanted
    ends = tuple((stage_of[goal.leaf_id], seconds(goal.by)) for goal in goals)
    return Horizon(begins_at, tuple(stages), stage_of, ends)
