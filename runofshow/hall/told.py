"""What the screens of a role have been told, and which change they are told next, whatever carries it.

The theory. News (an entry of the record, an alarm) sends the difference at once. Without news a view is
looked at once a second, and three kinds of fields are told apart: what is *counted* (elapsed, remaining,
held) moves by itself on the page and is never a reason to send; what *drifts* (expected times while an item
overruns) is sent now and then; anything else (a cue falling due) is sent at once. A plan without hours drifts
as a whole until its first call, and the page reckons it from `now` (floating.py): it is sent for those who do
not reckon, and seldom.
"""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.change import IDS, ORDER, Patch, change
from runofshow.core.views.fields import moving
from runofshow.core.views.roles import View
from runofshow.core.wire import Moves, written

DRIFT_S = 15.0
"""Show seconds between two changes that are only drift, if they are small."""
DRIFT_BYTES = 100.0
"""Bytes a second that drift may cost a listener: a large picture drifts less often, but once a minute."""
LONGEST_DRIFT_S = 60.0
FLOATING_DRIFT_S = 600.0
"""Seconds between two changes that are only the drift of a plan without hours."""


class Told(Struct, eq=False):
    """What the screens of one role have; moments are seconds of a steady clock."""

    sent: View
    sent_at: float
    drift_at: float
    """When drift may be sent again."""

    @classmethod
    def first(cls, view: View, now: float) -> Told:
        """The whole `view` is told."""
        return cls(view, now, now + drift_pause(view.floating, speed=view.speed))

    def change(self, view: View, now: float, *, is_news: bool) -> bytes | None:
        """What makes `view` of what they have, as JSON, if that is worth telling now; then they have it."""
        patch = change(self.sent, view)
        if is_only_counted(patch):
            return None
        if not is_news and now < self.drift_at and is_only_drift(patch, self.sent, view):
            return None
        data = written(patch)
        pause = drift_pause(view.floating, len(data), view.speed)
        self.sent, self.sent_at, self.drift_at = view, now, now + pause
        return data


def drift_pause(is_floating: bool, size: int = 0, speed: float = 1.0) -> float:
    """Seconds until drift is sent again, after `size` bytes of it, in a show that runs at `speed`."""
    if is_floating:
        return FLOATING_DRIFT_S
    return min(LONGEST_DRIFT_S, max(DRIFT_S / speed, size / DRIFT_BYTES))


def is_only_counted(patch: object) -> bool:
    """Whether a patch holds nothing but what the page counts by itself."""
    if not isinstance(patch, dict):
        return False
    counted = moving(Moves.COUNTED)
    return all(name in counted or is_only_counted(inner) for name, inner in patch.items())


def is_only_drift(patch: Patch, was: View, view: View) -> bool:
    """Whether a patch, made of two views, holds nothing but what moves by itself."""
    moves = moving(*Moves)
    for name in IDS:
        rows = patch.get(name, {})
        assert isinstance(rows, dict)
        if name + ORDER in patch or not all(
            isinstance(row, dict) and row.keys() <= moves for row in rows.values()
        ):
            return False
    told = (name for name in view.__struct_fields__ if name not in IDS and name not in moves)
    return all(stands(getattr(was, name), getattr(view, name)) for name in told)


def stands(was: object, value: object) -> bool:
    """Whether a part of a view is what it was, but for what moves by itself."""
    if isinstance(value, Struct) and type(was) is type(value):
        told = (name for name in value.__struct_fields__ if name not in moving(*Moves))
        return all(stands(getattr(was, name), getattr(value, name)) for name in told)
    if isinstance(value, tuple) and isinstance(was, tuple) and len(was) == len(value):
        return all(map(stands, was, value))
    return was == value
