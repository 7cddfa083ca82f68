"""The dialog in which a way back is chosen, all of it or some, and taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import events

from runofshow.core.recovery.changes import AnyChange
from runofshow.core.recovery.outcome import WayBack, WaysBack
from runofshow.core.value import replace
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.recovery import RecoveryLook, RecoveryPanel, Spot, recovery_panel

Changes = tuple[AnyChange, ...]
Again = Callable[[Status | None], None]
"""Reckons the ways anew, and says why."""
Weigh = Callable[[Changes], Awaitable[WayBack | None]]
"""What some changes come to; None where that cannot be told any more."""
Take = Callable[[Changes, WaysBack], Awaitable[None]]
"""Orders them as of what was found."""


class RecoveryDialog(PanelDialog[ConsoleBoard]):
    """Stands while the ways are reckoned: what is typed meanwhile calls nothing. What is offered then stays
    as it is until somebody asks again: nothing moves under a finger."""

    LOOK: ClassVar[str] = "recovery"

    def __init__(self, board: ConsoleBoard, again: Again, weigh: Weigh, take: Take) -> None:
        super().__init__(board)
        self._again, self._weigh, self._take = again, weigh, take
        self._is_taking = False
        self._panel = RecoveryPanel([])
        self.look = RecoveryLook()
        """What is on it."""

    def offer(self, found: WaysBack | None, status: Status | None = None) -> None:
        """List these."""
        self._is_taking = False
        self._turn(RecoveryLook(found, is_reckoned=True, status=status))

    def tell(self, status: Status) -> None:
        """Say this above the keys."""
        self._is_taking = False
        self._turn(replace(self.look, status=status))

    def draw(self) -> None:
        self._panel = recovery_panel(self.look, self._board.shown, self._board.pen, *self._canvas.size)
        self._canvas.show(self._panel.picture)

    def _turn(self, look: RecoveryLook) -> None:
        self.look = look
        self.draw()

    def obey(self, asked: str, at: float) -> None:
        look = replace(self.look, status=None)
        if not look.is_reckoned or self._is_taking:
            return
        if asked == "r":
            self._turn(RecoveryLook())
            self._again(None)
        elif asked.isdecimal() and 1 <= int(asked) <= len(look.ways):
            self._go(look, (int(asked) - 1, 0))
        elif asked in ("left", "right") and look.ways:
            self._go(look, ((look.way + (1 if asked == "right" else -1)) % len(look.ways), 0))
        elif asked in ("up", "down") and look.ways:
            self._step(look, 1 if asked == "down" else -1)
        elif asked == "space" and look.ways:
            self._tick(look)
        elif asked == "enter" and look.ways and look.found is not None:
            self._order(look, look.found)

    def on_click(self, event: events.Click) -> None:
        """A click on a change puts the cursor there, a second one takes it out or in."""
        x, y = event.screen_x - self._canvas.region.x, event.screen_y - self._canvas.region.y
        hit = (one for line, left, right, one in self._panel.spots if line == y and left <= x < right)
        spot = next(hit, None)
        if spot is None or self._is_taking:
            return
        look = replace(self.look, status=None)
        if spot == (look.way, look.at):
            self._tick(look)
        else:
            self._go(look, spot)

    def _go(self, look: RecoveryLook, to: Spot) -> None:
        if to[0] != look.way:
            look = replace(look, left_out=frozenset(), comes_to=None)
        self._turn(replace(look, way=to[0], at=to[1]))

    def _step(self, look: RecoveryLook, by: int) -> None:
        spots = [(way, at) for way, one in enumerate(look.ways) for at in range(len(one.steps))]
        self._go(look, spots[(spots.index((look.way, look.at)) + by) % len(spots)])

    def _tick(self, look: RecoveryLook) -> None:
        self._turn(replace(look, left_out=look.left_out ^ {look.at}, comes_to=None))
        if self.look.changes and self.look.left_out:
            self.app.run_worker(self._weighed(self.look.changes), exit_on_error=False)

    async def _weighed(self, changes: Changes) -> None:
        way = await self._weigh(changes)
        if not self.look.ways or changes != self.look.changes:
            return
        if way is None:
            self._again(Status(self._board.pen.words.recovery.stale, bad=True))
        else:
            self._turn(replace(self.look, comes_to=way))

    def _order(self, look: RecoveryLook, found: WaysBack) -> None:
        if not look.changes:
            self._turn(replace(look, status=Status(self._board.pen.words.recovery.none_ticked, bad=True)))
            return
        self._is_taking = True
        self.app.run_worker(self._take(look.changes, found), exit_on_error=False)
