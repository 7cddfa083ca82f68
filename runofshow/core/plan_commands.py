"""The orders that mend the plan while the show runs.

They are judged in amendments.py (what an item says), placing.py (where it stands), cue_amendments.py and
recovery/recovering.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from runofshow.core.agenda import Anchor, AtStart, GoMode, Item, Role
from runofshow.core.ask import Id, Text, Undoable
from runofshow.core.recovery.changes import Changes

AT_START = AtStart()


class Move(Undoable, frozen=True, tag="move", rename={"session_id": "session"}):
    """Put an item in front of another: a part among the parts of its heading, any other in any session
    that is not over. With None it comes last in its heading, its session, or the session that is named."""

    item_id: Id
    before: Id | None
    session_id: Id | None = None


class Edit(Undoable, frozen=True, tag="edit", rename={"duration": "seconds"}):
    """Change what an item says. None leaves a field as it is; an empty string empties it."""

    item_id: Id
    title: Text | None = None
    by: Text | None = None
    duration: timedelta | None = None
    mc: Text | None = None
    notes: Text | None = None
    start: datetime | Literal[""] | None = None
    """The fixed start; `until` is where a break ends."""
    until: datetime | Literal[""] | None = None
    presenter: Text | None = None
    """Who hands the award over."""
    protected: bool | None = None


class EditCue(Undoable, frozen=True, tag="edit_cue"):
    """Change what a cue says, when it comes, who calls it or what it plays. None leaves it as it is; an
    empty string takes the track away."""

    cue_id: Id
    text: Text | None = None
    at: Anchor | None = None
    go: GoMode | None = None
    track_id: Id | None = None


class AddCue(Undoable, frozen=True, tag="add_cue"):
    """Give an item one cue more. With a track it plays it; else the MC says it and the others do it."""

    item_id: Id
    to: Role
    text: Text
    at: Anchor = AT_START
    go: GoMode = GoMode.HAND
    track_id: Id | None = None


class RemoveCue(Undoable, frozen=True, tag="remove_cue"):
    """Take a cue out that has not gone."""

    cue_id: Id


class Insert(Undoable, frozen=True, tag="insert", rename={"duration": "seconds"}):
    """Put a new item behind `after` or in front of `before`; with neither it is the first of all."""

    inner = frozenset({"like"})

    after: Id | None
    title: Text
    duration: timedelta
    kind: Id = "other"
    by: Text | None = None
    before: Id | None = None
    like: Item | None = None
    """What it brings beside its place, title, length and person: cues, words, protection, clock, its parts.
    Whoever makes the order fills it in, from the catalogue or from what stood there before; None brings
    nothing."""


class Recover(Undoable, frozen=True, tag="recover"):
    """Take a way back when the show is late, or the time that is left when it is early: all these changes, or
    none."""

    changes: Changes


class Remove(Undoable, frozen=True, tag="remove"):
    """Take out again what was inserted and has not begun. What the plan holds is skipped, and never goes."""

    item_id: Id
