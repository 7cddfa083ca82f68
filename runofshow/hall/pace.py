"""How many orders one sender may give: a burst at once, then so many a second. Seconds of a steady clock."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

SENDERS = 600
"""So many are remembered; who was silent longest is forgotten, and has a full burst again anyway."""


class Pace:
    """A bucket of allowances for each sender."""

    def __init__(self, a_second: float, burst: int) -> None:
        self._a_second = a_second
        self._burst = burst
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Sender to what was left of the burst, and when."""

    def wait(self, sender: str, now: float) -> float:
        """Take one allowance; or the seconds until there is one, and none is taken."""
        left, at = self._left.pop(sender, (float(self._burst), now))
        left = min(float(self._burst), left + (now - at) * self._a_second)
        allowed = left >= 1
        self._left[sender] = (left - 1 if allowed else left, now)
        if len(self._left) > SENDERS:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._a_second


def steady() -> float:
    """Seconds of the loop's steady clock."""
    return asyncio.get_running_loop().time()
