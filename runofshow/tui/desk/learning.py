"""Lengths at the desk as the rehearsals and shows of the agenda have taught them: one step, one undo."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from runofshow.agenda_file.editing.durations import with_lengths
from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.reader import Reading
from runofshow.core.agenda import Agenda

if TYPE_CHECKING:
    from runofshow.tui.desk.app import PlanDesk

Lengths = Callable[[Agenda], Mapping[str, timedelta]]
"""Of each leaf for which the records propose another length: that length. It reads the disk."""


class Learner:
    """Sets the lengths that were learnt; the records are read beside the screen."""

    def __init__(
        self,
        window: PlanDesk,
        lengths: Lengths,
        read: Callable[[Written], Reading],
        then: Callable[[Written, Path], None],
    ) -> None:
        self._window = window
        self._lengths = lengths
        self._read = read
        self._then = then

    def learn(self) -> None:
        """Have them set, or say why not."""
        self._window.run_worker(self._learn(self._window.board.source), exit_on_error=False)

    async def _learn(self, source: Written) -> None:
        words, board = self._window.desk, self._window.board
        try:
            taught, count = await asyncio.to_thread(self._taught, source)
        except NotEdited:
            self._window.say(words.not_here, bad=True)
            return
        except Exception as error:  # noqa: BLE001 - the thread's edge: the desk goes on, the hand is told
            self._window.say(words.not_learnt.format(error=f"{type(error).__name__}: {error}"), bad=True)
            return
        if not count:
            self._window.say(words.nothing_learnt, bad=True)
        elif source is not board.source:
            # somebody typed meanwhile: the lines may be others now
            self._window.say(words.changed_meanwhile, bad=True)
        else:
            self._then(taught, board.thing.path)
            self._window.say(words.done_learn.format(count=count))

    def _taught(self, source: Written) -> tuple[Written, int]:
        sight = self._read(source).sight
        lengths = {} if sight is None else self._lengths(sight.agenda)
        return (source if sight is None else with_lengths(source, sight, lengths)), len(lengths)
