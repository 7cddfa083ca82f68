"""Work of the show beside its loop, which nobody waits for but the end of the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Noting:
    """What is on its way to the record by itself. Belongs to the thread of its show."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        """`failed` is told of a mistake in it, and by whom it was."""
        self._failed = failed
        self.tasks: set[asyncio.Task[None]] = set()

    def is_on_its_way(self, by: str) -> bool:
        """Whether something of theirs waits or is being written."""
        return any(task.get_name() == by for task in self.tasks)

    def beside(self, work: Coroutine[Any, Any, object], by: str) -> None:
        """Begin `work`, in the loop of the show."""
        task = asyncio.get_running_loop().create_task(self._noted(work, by), name=by)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _noted(self, work: Coroutine[Any, Any, object], by: str) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the task's edge: the show goes on
            self._failed(f"{by}: {type(error).__name__}: {error}")
