"""The numbers of a list as they are typed: `1,3-5`."""

from __future__ import annotations

import re


def numbers_of(said: str, count: int) -> list[int] | None:
    """The numbers that are meant, in order, each once; None where one of them is not from 1 to `count`."""
    numbers: set[int] = set()
    for part in said.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*", part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= count:
            return None
        numbers |= set(range(first, last + 1))
    return sorted(numbers)
