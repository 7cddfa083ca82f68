"""One thing after the other through the disk: waited for, or beside the loop of the show.

A disk that is slow holds up only who asked: in the loop the rest goes on meanwhile, and what must not wait
for its turn there carries the one before it through.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from runofshow.journal import Answer, Journal, OnItsWay, Steps


class Turns:
    """Whose turn it is at the disk of a journal. Belongs to the thread of its show."""

    def __init__(self, journal: Journal, took: Callable[[float], None]) -> None:
        """`took` is told after each turn how many seconds its longest work waited for the disk."""
        self._journal = journal
        self._took = took
        self._turn = asyncio.Lock()
        self._on_its_way: OnItsWay[Any] | None = None

    @property
    def waited(self) -> float:
        """Seconds that the disk has kept waiting what is on its way beside the loop; 0 while nothing is."""
        return 0.0 if self._on_its_way is None else self._on_its_way.waited

    def wait_for(self, steps: Steps[Answer]) -> Answer:
        """What comes of `steps`, waited for here."""
        if self._on_its_way is not None:
            # one thing after the other: what waits for the disk in the loop is waited for here
            self._on_its_way.carry_through(self._journal.patience)
        way = OnItsWay(steps)
        way.carry_through(self._journal.patience)
        self._took(way.longest)
        return way.answer()

    async def in_turn(self, steps: Steps[Answer]) -> Answer:
        """The same, in the loop of the show: the loop goes on meanwhile."""
        async with self._turn:
            way = OnItsWay(steps)
            self._on_its_way = way
            try:
                await way.carry_on(self._journal.patience)
            finally:
                # whoever asked may have gone: what the disk was asked for is seen to its end all the same
                way.carry_through(self._journal.patience)
                self._on_its_way = None
                self._took(way.longest)
            return way.answer()
