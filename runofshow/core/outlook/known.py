"""What a forecast is told: plain frozen values, times in seconds of the day, lengths in seconds.

A moment may pass 86400 when the show passes midnight. The fields are named as `scripts/forecast` reads
them.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Take = Mapping[str, float]
"""Item id to how long it lasted in one rehearsal; a rehearsal of a part has only that part's items."""


class Piece(Struct, frozen=True, kw_only=True):
    """One leaf of the running order, as it is planned.

    Its heading and its batch are told and not used: the plan says as much.
    """

    item_id: str
    kind: str = "other"
    """An id of the catalogue of kinds; one that is not known is taken as `other`."""
    plan_s: float = 0.0
    parent_id: str | None = None
    speaker: str | None = None
    """Who speaks, by any name that stays the same from show to show."""
    protected: bool = False
    """Never shortened, whatever the hour."""
    elastic: bool = False
    """It may be shortened to make up for lateness."""
    recipients: int = 0
    """How many are honoured in it; 0 where nobody is listed."""
    batch: int | None = None
    """Which batch of its award round it is, from 1."""


class Running(Piece, frozen=True, kw_only=True):
    """The leaf that runs."""

    elapsed_s: float = 0.0


class Ran(Piece, frozen=True, kw_only=True):
    """A leaf that is over."""

    actual_s: float = 0.0
    skipped: bool = False
    """It never ran; what it lasted then teaches no length."""


class EarlierShow(Struct, frozen=True, kw_only=True):
    """One whole show of the same office."""

    start_s: float
    end_s: float
    hard_out_s: float | None = None
    takes: tuple[Take, ...] = ()
    items: tuple[Ran, ...] = ()
    """In the order in which they ran."""


class Past(Struct, frozen=True):
    """What is kept that teaches something of a show."""

    earlier: tuple[EarlierShow, ...] = ()
    """The office's shows, the oldest first."""
    takes: tuple[Take, ...] = ()
    """The rehearsals of this very show, the oldest first."""
    paces: Mapping[str, float] = {}
    """Syllables a minute of who has read a text in one of them, by their names (learning.py)."""


class Known(Struct, frozen=True, kw_only=True):
    """What is known of a show at one moment."""

    now_s: float
    start_s: float
    hard_out_s: float | None = None
    takes: tuple[Take, ...] = ()
    done: tuple[Ran, ...] = ()
    running: Running | None = None
    """None before the first item and between two."""
    rest: tuple[Piece, ...] = ()


class Outlook(Struct, frozen=True):
    """When the show will end: about `mid_s`, and in four of five shows within the range."""

    low_s: float
    mid_s: float
    high_s: float
    chance: float | None
    """That it ends by its hard out, 0 to 1; None when it has none."""
