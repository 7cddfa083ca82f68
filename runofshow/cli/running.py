"""A show that runs, with all that runs beside it: signals, OSC, timecode, the player, the look ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from msgspec import Struct

from runofshow.cli.control import follow_timecode, last_signals, send_signals, take_midi, take_osc
from runofshow.cli.garbage import search_again
from runofshow.cli.outcome import Outcome
from runofshow.cli.simulating import simulate
from runofshow.cli.sounding import console_player, play
from runofshow.core.forecast import Forecast
from runofshow.core.sound import Deck
from runofshow.core.state import State
from runofshow.engine import Engine
from runofshow.lookout import Lookout

if TYPE_CHECKING:
    from runofshow.core.outlook.known import Past


class Beside(Struct, frozen=True):
    """What runs beside the show."""

    levels: Callable[[], Mapping[Deck, float]] | None
    """What the decks sound like now, in dB below full scale; None where this machine does not play."""
    osc: str | None
    """Where OSC is taken, in words."""
    chance: Callable[[State, Forecast, datetime], float | None]
    """How likely a hard out is made in a show that stood so."""


@contextmanager
def running(outcome: Outcome, engine: Engine, tz: tzinfo) -> Iterator[Beside]:
    """The show runs until the end of the block, and has sent its last signals then. Raises Failed."""
    sender = send_signals(outcome, engine, tz)
    search_again()
    simulate(engine)
    engine.start()
    lookout = Lookout(engine, lambda is_wanted: _past(outcome, engine, is_wanted))
    lookout.start()
    try:
        osc = take_osc(outcome, engine)
        take_midi(engine)
        follow_timecode(engine)
        player = console_player(outcome, engine)
        if player is not None:
            play(engine, player)
        yield Beside(None if player is None else lambda: player.levels, osc, lookout.chance)
        if sender is not None:
            last_signals(engine, sender)
    finally:
        lookout.stop()
        engine.stop()


def _past(outcome: Outcome, engine: Engine, is_wanted: Callable[[], bool]) -> Past:
    # loaded in the thread that asks: nothing of it is needed for the first picture
    from runofshow.cli.earlier import past_of

    return past_of(outcome, engine.show, is_wanted)
