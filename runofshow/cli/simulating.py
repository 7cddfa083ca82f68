"""What acts by itself in a rehearsal: the clock that jumps over the middle of each item, and simulated hands.

Each listens to the show in its thread and gives the orders that nobody in the hall may give.
"""

from __future__ import annotations

from datetime import datetime

from runofshow.core.commands import AnswerInDrill, JumpClock
from runofshow.core.drill import answers_due
from runofshow.core.events import Entry
from runofshow.core.joins import jump_due
from runofshow.core.snapshot import Snapshot
from runofshow.engine import Engine

BY_JOINS = JumpClock.told_by
BY_DRILL = AnswerInDrill.told_by


def simulate(engine: Engine) -> None:
    """Let what the record of the show asks for act from now on; before the engine starts."""
    opened = engine.show.state.opened
    if opened.joins:
        _jump(engine)
    if opened.drill is not None:
        _answer(engine, opened.drill)


def _jump(engine: Engine) -> None:
    jumped: set[datetime] = set()
    """The starts of the items in which the clock has jumped: an order on its way is given once."""

    def look(shown: Snapshot, fresh: tuple[Entry, ...]) -> None:
        by = jump_due(shown)
        if by is not None and shown.current is not None and shown.current.started_at not in jumped:
            jumped.add(shown.current.started_at)
            engine.show.note(JumpClock(by), BY_JOINS)

    engine.listen(look)


def _answer(engine: Engine, seed: int) -> None:
    answered: set[tuple[str, datetime]] = set()

    def look(shown: Snapshot, fresh: tuple[Entry, ...]) -> None:
        for one in answers_due(seed, shown).items():
            if one not in answered:
                answered.add(one)
                engine.show.note(AnswerInDrill(one[0]), BY_DRILL)

    engine.listen(look)
