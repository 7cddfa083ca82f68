"""Time for shows that are tested in real time, on a machine that may be busy elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

LONGEST_S = 0.4
"""Together with what a test moves its clock by at once, below the 2 s from which on a machine has stalled."""


def unhurried() -> Callable[[], float]:
    """Seconds from now on, and never so many between two looks that the show records a stalled machine."""
    lock = Lock()
    passed, seen_at = 0.0, time.monotonic()

    def look() -> float:
        nonlocal passed, seen_at
        with lock:
            now = time.monotonic()
            passed += min(now - seen_at, LONGEST_S)
            seen_at = now
            return passed

    return look
