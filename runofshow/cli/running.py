"""A show that runs, with all that runs beside it: signals, OSC, the music player."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import tzinfo

from msgspec import Struct

from runofshow.cli.control import last_signals, send_signals, take_osc
from runofshow.cli.garbage import search_again
from runofshow.cli.outcome import Outcome
from runofshow.cli.sounding import console_player, play
from runofshow.core.sound import Deck
from runofshow.engine import Engine


class Beside(Struct, frozen=True):
    """What runs beside the show."""

    levels: Callable[[], Mapping[Deck, float]] | None
    """What the decks sound like now, in dB below full scale; None where this machine does not play."""
    osc: str | None
    """Where OSC is taken, in words."""


@contextmanager
def running(outcome: Outcome, engine: Engine, tz: tzinfo) -> Iterator[Beside]:
    """The show runs until the end of the block, and has sent its last signals then. Raises Failed."""
    sender = send_signals(engine, tz)
    search_again()
    engine.start()
    try:
        osc = take_osc(outcome, engine)
        player = console_player(outcome, engine)
        if player is not None:
            play(engine, player)
        yield Beside(None if player is None else lambda: player.levels, osc)
        if sender is not None:
            last_signals(engine, sender)
    finally:
        engine.stop()
