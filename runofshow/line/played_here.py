"""The player beside a screen: what it plays, and how it is silenced without the hall."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from runofshow.core.sound import Armed, Deck, FadeOrder, PanicOrder, Sounding, StopOrder

Silence = FadeOrder | StopOrder | PanicOrder
"""What may be asked of the player itself; to play is the record's alone."""


class PlayedHere(Struct, frozen=True):
    """What the player does at this moment."""

    decks: Mapping[Deck, Armed | Sounding]
    """By its own ears, dated by the show's clock as far as this machine knows it."""
    levels: Mapping[Deck, float]
    """In decibels below full scale, of the decks that sound."""
    is_ours: bool
    """It has the place; else another player has."""
    failure: str
    """Why it plays no more; empty while it does."""


class PlaysHere(Struct, frozen=True):
    """The ways to it. Each may be called in any thread, and none but `stop` waits."""

    start: Callable[[], None]
    stop: Callable[[], None]
    """Silence, and leave the place; seconds at most. While the connection still stands."""
    silence: Callable[[Silence], None]
    now: Callable[[], PlayedHere]
