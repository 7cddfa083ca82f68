"""Whether the disk keeps people waiting; told until it has been quick for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

SLOW = 0.5
"""Seconds for one line: a good disk needs a thousandth of it."""
SLOW_FOR = timedelta(seconds=30)
"""So long a disk must have been quick before nobody is told any more that it is slow."""


class SlowDisk:
    """Remembers when the disk last kept somebody waiting."""

    def __init__(
        self, now: Callable[[], datetime], is_slow: Callable[[], None], is_quick: Callable[[], None]
    ) -> None:
        """`is_slow` is told each time that it was, `is_quick` once it has been quick for so long."""
        self._now = now
        self._is_slow = is_slow
        self._is_quick = is_quick
        self._slow_at: datetime | None = None

    def waits(self, seconds: float) -> None:
        """Something has waited so long for it, and still does."""
        if seconds > SLOW:
            self._slow_at = self._now()
            self._is_slow()

    def took(self, seconds: float) -> None:
        """Something is over that waited at most so long for it."""
        self.waits(seconds)
        if self._slow_at is not None and self._now() - self._slow_at > SLOW_FOR:
            self._slow_at = None
            self._is_quick()
