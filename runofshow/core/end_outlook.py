"""When a session will end, as likely as not: what the slow beat beside a show senses, and a screen says."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta, Struct

from runofshow.core.wire import PlannedMoment

_CALM: Final = timedelta(minutes=1)
_CALM_CHANCE: Final = 0.03


class EndOutlook(Struct, frozen=True, kw_only=True):
    session_id: str
    low: PlannedMoment
    mid: PlannedMoment
    """As likely before it as after."""
    high: PlannedMoment
    """In four of five shows it ends from `low` to `high`."""
    chance: Annotated[float, Meta(ge=0, le=1)] | None = None
    """That it ends by its hard out; None when it has none."""


def calmed(made: EndOutlook, last: EndOutlook | None) -> EndOutlook:
    """The same, where what differs from the `last` by less than a minute, or by less than three in a hundred,
    stays as it was said: no figure on a screen flickers."""
    if last is None or last.session_id != made.session_id:
        return made
    return EndOutlook(
        session_id=made.session_id,
        low=_near(made.low, last.low),
        mid=_near(made.mid, last.mid),
        high=_near(made.high, last.high),
        chance=last.chance if _is_near(made.chance, last.chance) else made.chance,
    )


def _near(made: datetime, last: datetime) -> datetime:
    return last if abs(made - last) < _CALM else made


def _is_near(made: float | None, last: float | None) -> bool:
    return made is not None and last is not None and abs(made - last) < _CALM_CHANCE
