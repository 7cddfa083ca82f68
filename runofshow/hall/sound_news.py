"""What a player on another machine tells, written as in the journal:

    {"event": "track_began", "deck": "A", "track_id": "anthem", "cue_id": "q1", "length": 61.5, "position": 0,
     "at": "2020-03-27T01:01:05.250000Z"}

Unlike the journal, which must stay readable, a stranger's news are taken strictly: every key is known, every
length is at most a day, every moment has its zone, and texts are short. Only the detail of a failure, which
may be any program's words, is mended and not refused: what has failed must be seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import convert

from runofshow.core.sound_events import SoundNews, TrackFading
from runofshow.core.wire import Json

DAY = timedelta(days=1)
LONGEST_DETAIL = 1_000
LOUDEST = 200.0
"""Decibels either way; silence itself is None."""
YEARS = range(2000, 2200)


def read_news(values: Json, fit: Callable[[str], str]) -> SoundNews:
    """The news of an object. `fit` gives a text as it is kept, or raises; so does what is no news."""
    if not isinstance(values, dict):
        raise ValueError("no object")
    kept = {
        key: (_mended(value) if key == "detail" else fit(value)) if isinstance(value, str) else value
        for key, value in values.items()
    }
    # not strict, since a length is a number of seconds here
    news: SoundNews = convert(kept, SoundNews, strict=False)
    unknown = kept.keys() - {"event", *news.__struct_fields__}
    unfit = [name for name in news.__struct_fields__ if not _is_sane(getattr(news, name))]
    if unknown or unfit or (isinstance(news, TrackFading) and not abs(news.until - news.at) <= DAY):
        raise ValueError("no player tells that")
    return news


def _mended(text: str) -> str:
    signs = (sign if sign.isprintable() else " " for sign in text[:LONGEST_DETAIL])
    return " ".join("".join(signs).split())


def _is_sane(value: object) -> bool:
    match value:
        case datetime():
            return value.tzinfo is not None and value.year in YEARS
        case timedelta():
            return timedelta() <= value <= DAY
        case float():
            return math.isfinite(value) and abs(value) <= LOUDEST
        case _:
            return True
