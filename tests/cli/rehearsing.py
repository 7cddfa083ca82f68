"""Rehearsals played through by a clock that moves when told: who speaks how long is said by the test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli.opening import open_new
from runofshow.clock import Sources
from runofshow.core.commands import Advance, End, Mode, OpenShow, Start
from runofshow.core.refusal import Refused
from tests.cli.kept import EIGHT, ZONE


def rehearsed(
    home: Path,
    source: Path,
    minutes: Mapping[str, float],
    *,
    day: int,
    speed: float = 60,
    mode: Mode = Mode.REHEARSAL,
) -> Path:
    """The folder of a whole run, so many days after the first, in which each leaf takes so many minutes of
    the show: at 60 times the speed that many seconds pass on the wall. Leaves not named keep to the plan."""
    assert ZONE is not None
    agenda = read_agenda(source, tz=ZONE, today=EIGHT.date()).agenda
    assert agenda is not None
    passed = day * 86400.0
    sources = Sources(lambda: EIGHT + timedelta(seconds=passed), lambda: passed, lambda: passed)
    show = open_new(
        home, OpenShow(agenda, mode, speed, floating=True, source=str(source.resolve())), sources, ZONE
    )
    for place in show.state.order.leaves:
        answer = show.do(Advance(sure=True) if show.state.started else Start(sure=True))
        assert not isinstance(answer, Refused), answer
        length = minutes.get(place.item.item_id, place.item.duration / timedelta(minutes=1))
        ticks = max(round(length * 60 / speed), 1)
        for _ in range(ticks):
            passed += length * 60 / speed / ticks
            show.tick()
    assert not isinstance(show.do(End(sure=True)), Refused)
    show.close()
    return show.folder
