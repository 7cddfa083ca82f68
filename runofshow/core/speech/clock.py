"""Where whoever reads a text aloud should be by now.

The theory. Nothing in it moves: a passage begins so long after the reading began, and a window subtracts. The
reading begins with its item; holds are no reading time, added time is, so with a minute more the place goes
back a little. The pace is that of pace.py.

The MC's own words are read the same way, line by line, at an MC's rate; they have no pages.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Final

from msgspec import Struct

from runofshow.core.speech.pace import MC, PaceBy, pace_of, rates_of, reading_time
from runofshow.core.speech.script import Passage, Speech, head_of
from runofshow.core.speech.syllables import syllables
from runofshow.core.wire import Length, Moment, seconds
from runofshow.core.words import is_direction

FEWEST: Final = 60
"""Syllables of the MC's words that have a clock: 25 seconds; nobody loses their place in fewer."""
_COMMANDED: Final = frozenset({"flag_salute", "moment_of_silence"})
"""Kinds whose words go with what the hall does."""


class Reading(Struct, frozen=True):
    """A passage on the clock."""

    from_s: Length
    """Seconds of reading after which it begins."""
    page: int
    """From 1; zero in words that have no pages."""
    head: str
    """Its first words."""


class SpeechNow(Struct, frozen=True):
    """A text that is being read."""

    began_at: Moment
    """When the reading would have begun without holds."""
    stopped_at: Moment | None
    """It stands still as it was at this moment; None while it runs."""
    whole_s: Length
    """Seconds of reading in all."""
    pages: int
    pages_reckoned: bool
    """The pages are reckoned by length and not the file's own."""
    pace: float
    """Syllables a minute."""
    pace_by: PaceBy
    passages: tuple[Reading, ...]
    """At least one."""

    def is_over(self, now: datetime) -> bool:
        """Whether all of it should have been read at `now`."""
        return self._read_s(now) >= self.whole_s

    def passage(self, now: datetime) -> Reading:
        """The passage that should be read at `now`; the last one past the end."""
        read_s = self._read_s(now)
        begun = sum(passage.from_s <= read_s for passage in self.passages)
        return self.passages[max(begun - 1, 0)]

    def percent(self, now: datetime) -> int:
        """How much should have been read at `now`, before its end; in fives, not to catch the eye."""
        return max(int(20 * self._read_s(now) / self.whole_s) * 5, 0)

    def _read_s(self, now: datetime) -> float:
        return ((self.stopped_at or now) - self.began_at).total_seconds()


def speech_now(
    speech: Speech,
    kind: str,
    length: timedelta,
    began_at: datetime,
    stopped_at: datetime | None = None,
    own: float | None = None,
) -> SpeechNow | None:
    """The text of an item of this kind and length on the clock; None where there is nothing to read. `own` is
    the reader's pace in syllables a minute, if it is known."""
    if not speech.passages:
        return None
    pace = pace_of(speech.syllables, length, rates_of(kind), own)
    return SpeechNow(
        began_at,
        stopped_at,
        seconds(reading_time(speech.syllables, pace.per_minute)),
        speech.pages,
        speech.pages_reckoned,
        round(pace.per_minute, 1),
        pace.by,
        _laid(speech.passages, pace.per_minute),
    )


def words_now(
    words: str, kind: str, began_at: datetime, stopped_at: datetime | None = None
) -> SpeechNow | None:
    """The MC's own words on the clock; None where they are few, or commands of a rite."""
    passages = () if kind in _COMMANDED else _lines(words)
    count = sum(passage.syllables for passage in passages)
    if count < FEWEST:
        return None
    whole_s = seconds(reading_time(count, MC.middle))
    laid = _laid(passages, MC.middle)
    return SpeechNow(began_at, stopped_at, whole_s, 0, False, MC.middle, PaceBy.CUSTOM, laid)


# both are asked with every picture, and change with the words alone


@lru_cache(maxsize=8)
def _lines(words: str) -> tuple[Passage, ...]:
    said = (line for line in words.splitlines() if not is_direction(line))
    return tuple(Passage(count, 0, head_of(line)) for line in said if (count := syllables(line)))


@lru_cache(maxsize=8)
def _laid(passages: tuple[Passage, ...], per_minute: float) -> tuple[Reading, ...]:
    begun = accumulate((passage.syllables for passage in passages), initial=0)
    return tuple(
        Reading(round(60 * before / per_minute), passage.page, passage.head)
        for before, passage in zip(begun, passages, strict=False)
    )
