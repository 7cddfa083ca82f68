"""The orders that mend the plan while the show runs.

They are judged in amendments.py (what an item says), placing.py (where it stands) and cue_amendments.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from runofshow.core.agenda import Anchor, AtStart, GoMode, Item, Role

AT_START = AtStart()


class Move(Struct, frozen=True):
    """Put an item in front of another: a part among the parts of its heading, any other in any session
    that is not over. With None it comes last in its heading, its session, or the session that is named."""

    item_id: str
    before: str | None
    session_id: str | None = None


class Edit(Struct, frozen=True):
    """Change what an item says. None leaves a field as it is; an empty string empties it."""

    item_id: str
    title: str | None = None
    by: str | None = None
    duration: timedelta | None = None
    mc: str | None = None
    notes: str | None = None
    start: datetime | Literal[""] | None = None
    """The fixed start; `until` is where a break ends."""
    until: datetime | Literal[""] | None = None
    presenter: str | None = None
    """Who hands the award over."""
    protected: bool | None = None


class EditCue(Struct, frozen=True):
    """Change what a cue says, when it comes, who calls it or what it plays. None leaves it as it is; an
    empty string takes the track away."""

    cue_id: str
    text: str | None = None
    at: Anchor | None = None
    go: GoMode | None = None
    track_id: str | None = None


class AddCue(Struct, frozen=True):
    """Give an item one cue more. With a track it plays it; else the MC says it and the others do it."""

    item_id: str
    to: Role
    text: str
    at: Anchor = AT_START
    go: GoMode = GoMode.HAND
    track_id: str | None = None


class RemoveCue(Struct, frozen=True):
    """Take a cue out that has not gone."""

    cue_id: str


class Insert(Struct, frozen=True):
    """Put a new item behind `after` or in front of `before`; with neither it is the first of all."""

    after: str | None
    title: str
    duration: timedelta
    kind: str = "other"
    by: str | None = None
    before: str | None = None
    like: Item | None = None
    """What it brings beside its place, title, length and person: cues, words, protection, clock. Whoever
    makes the order fills it in, from the catalogue or from what stood there before; None brings nothing."""


class Remove(Struct, frozen=True):
    """Take out again what was inserted and has not begun. What the plan holds is skipped, and never goes."""

    item_id: str
