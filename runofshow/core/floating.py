"""A picture of a plan without hours, moved on to a later moment.

The theory. Until its first call such a plan begins now, so every moment of it moves with the clock, and all
by the same length. Whoever has one picture of it can reckon every later one: nothing need be sent for that.
What has happened does not move.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from runofshow.core.views.fields import moving
from runofshow.core.wire import Json, Moves, moment


def floated(picture: dict[str, Json], now: datetime) -> dict[str, Json]:
    """`picture` as it is at `now`, with the offset it had; itself when its plan has hours.

    What is no moment with an offset stays as it is.
    """
    was = _moment(picture.get("now"))
    if picture.get("floating") is not True or was is None:
        return picture
    by = now - was
    moved = {name: _moved(name, value, by) for name, value in picture.items()}
    return {**moved, "now": _moved("start", picture["now"], by)}


def _moved(name: str, value: Json, by: timedelta) -> Json:
    match value:
        case dict():
            return {inner: _moved(inner, one, by) for inner, one in value.items()}
        case list():
            return [_moved(name, one, by) for one in value]
        case str() if name in moving(Moves.PLANNED) and (at := _moment(value)) is not None:
            try:
                return moment(at + by, at.tzinfo or UTC)
            except OverflowError:
                return value
        case _:
            return value


def _moment(value: Json) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return None if at is None or at.tzinfo is None else at
