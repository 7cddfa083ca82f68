"""Time for shows that are tested in real time, on a machine that may be busy elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

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


NAP_S = 0.005


@contextmanager
def lateness() -> Iterator[Callable[[], float]]:
    """By how many seconds this machine, with all that it does besides, has come late to anything so far."""
    is_over = Event()
    worst = 0.0

    def nap() -> None:
        nonlocal worst
        slept_at = time.monotonic()
        while not is_over.wait(NAP_S):
            woken_at = time.monotonic()
            worst = max(worst, woken_at - slept_at - NAP_S)
            slept_at = woken_at

    napper = Thread(target=nap, daemon=True)
    napper.start()
    try:
        yield lambda: worst
    finally:
        is_over.set()
        napper.join()
