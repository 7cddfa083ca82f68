"""The ways back at the console: reckoned beside the terminal, weighed, and ordered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from runofshow.core import commands as c
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.engine import Engine
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.formats import clock
from runofshow.tui.panels.footer import Status
from runofshow.tui.window import Window

if TYPE_CHECKING:
    from runofshow.core.recovery.changes import AnyChange
    from runofshow.core.recovery.outcome import WayBack, WaysBack
    from runofshow.core.recovery.way import Chance
    from runofshow.tui.dialogs.recovery import RecoveryDialog

Answer = Callable[[Command, int | None], Awaitable[Entry | Refused | None]]


class RecoveryDesk:
    """Acts for who sits at the console, over the board."""

    def __init__(
        self,
        window: Window,
        engine: Engine,
        board: ConsoleBoard,
        answer: Answer,
        chance: Chance | None = None,
    ) -> None:
        self._window = window
        self._engine = engine
        self._board = board
        self._answer = answer
        self._chance = chance
        self._dialog: RecoveryDialog | None = None

    def open(self) -> None:
        """Look for the ways back. The dialog stands at once: what is typed meanwhile is for it."""
        # only now, as other dialogs: the stage is painted sooner without what it is made of
        from runofshow.tui.dialogs.recovery import RecoveryDialog

        self._dialog = RecoveryDialog(self._board, self._again, self._weigh, self._take)
        self._window.push_screen(self._dialog)
        self._again(None)

    def _again(self, why: Status | None) -> None:
        self._window.run_worker(self._offer(why), exit_on_error=False)

    async def _offer(self, why: Status | None) -> None:
        dialog = self._dialog
        found = await asyncio.to_thread(self._found)
        if dialog is None or self._window.screen is not dialog:
            return
        if isinstance(found, str):
            words = self._board.pen.words.recovery
            dialog.offer(None, Status(words.failed.format(error=found), bad=True))
        else:
            dialog.offer(found, why)

    def _found(self) -> WaysBack | str | None:
        from runofshow.core.recovery.ways import ways_back

        try:
            return ways_back(self._engine.show.state, self._engine.latest.now, self._chance)
        except Exception as error:  # noqa: BLE001 - the thread's edge: the show goes on, the hand is told
            return f"{type(error).__name__}: {error}"

    async def _weigh(self, changes: tuple[AnyChange, ...]) -> WayBack | None:
        return await asyncio.to_thread(self._weighed, changes)

    def _weighed(self, changes: tuple[AnyChange, ...]) -> WayBack | None:
        from runofshow.core.decide import decide
        from runofshow.core.recovery.ways import effect

        state, now = self._engine.show.state, self._engine.latest.now
        if isinstance(decide(state, c.Recover(changes), now), Refused):
            return None
        return effect(state, changes, now, self._chance)

    async def _take(self, changes: tuple[AnyChange, ...], found: WaysBack) -> None:
        words, dialog = self._board.pen.words, self._dialog
        assert dialog is not None
        # as of what was offered: with a call made since, nobody has seen what this would come to
        answer = await self._answer(c.Recover(changes), found.seq)
        if answer is None:
            dialog.dismiss()
        elif isinstance(answer, Refused):
            is_stale = answer.reason is Reason.STALE
            told = words.recovery.stale if is_stale else words.refusal(answer.reason)
            self._again(Status(told, bad=True))
        else:
            dialog.dismiss()
            end = self._engine.latest.session.expected_end
            told = words.recovery.taken.format(end=clock(end, self._board.pen.tz))
            self._board.tell(Status(told))
        self._board.draw()
