"""The dialog in which what an agent proposes is taken, all of it or some, or declined."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar

from textual import events

from runofshow.core.proposals.proposal import Proposal
from runofshow.core.refusal import Refused
from runofshow.core.value import replace
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.proposals import Head, ProposalLook, proposal_panel
from runofshow.tui.window import Board

Answer = Callable[[Proposal, tuple[int, ...]], Awaitable[None]]
"""Takes the changes at these places; without one it declines the proposal."""
Judge = Callable[[Proposal], Awaitable[Mapping[int, Refused]]]
"""Which of its changes cannot be taken as the show stands."""


class ProposalDialog(PanelDialog[Board]):
    """Shows one proposal at a time. Nothing is taken but what was ticked on it and then said yes to."""

    LOOK: ClassVar[str] = "proposals"

    def __init__(
        self, board: Board, proposals: tuple[Proposal, ...], head: Head, judge: Judge, answer: Answer
    ) -> None:
        super().__init__(board)
        self._head = head
        self._judge, self._answer = judge, answer
        self._is_busy = True
        """What can be taken is not known yet, or is being taken."""
        self._places: tuple[int | None, ...] = ()
        self.look = ProposalLook(proposals)
        """What is on it."""

    def on_mount(self) -> None:
        self._show(self.look.proposals, 0, None)

    def _show(self, proposals: tuple[Proposal, ...], nth: int, status: Status | None) -> None:
        self._is_busy = True
        self.look = ProposalLook(proposals, nth, status=status)
        self.app.run_worker(self._judged(self.look.proposal), exit_on_error=False)

    async def _judged(self, proposal: Proposal) -> None:
        refused = await self._judge(proposal)
        if proposal == self.look.proposal:
            look = replace(self.look, refused=refused)
            self._is_busy = False
            self._turn(replace(look, chosen=look.open_places))

    def refuse(self, status: Status) -> None:
        """It was not taken: say why, and look anew at what can be."""
        self._show(self.look.proposals, self.look.nth, status)

    def answered(self, left: tuple[Proposal, ...], status: Status) -> None:
        """On to the next that waits; closed after the last."""
        if left:
            self._show(left, 0, status)
        else:
            self._board.tell(status)
            self.dismiss()

    def draw(self) -> None:
        drawn = proposal_panel(self.look, self._head, self._board.pen, *self._canvas.size)
        self.look, self._places = replace(self.look, top=drawn.top), drawn.places
        self._canvas.show(drawn.picture)

    def _turn(self, look: ProposalLook) -> None:
        self.look = look
        self.draw()

    def obey(self, asked: str, at: float) -> None:
        if self._is_busy:
            return
        look = replace(self.look, status=None)
        last = len(look.proposal.changes) - 1
        steps = {"up": -1, "down": 1, "pageup": -5, "pagedown": 5, "home": -last, "end": last}
        if asked in steps:
            self._turn(replace(look, at=max(0, min(last, look.at + steps[asked]))))
        elif asked in ("left", "right"):
            nth = (look.nth + (1 if asked == "right" else -1)) % len(look.proposals)
            self._show(look.proposals, nth, None)
        elif asked == "space":
            self._tick(look)
        elif asked == "a":
            every = look.open_places
            self._turn(replace(look, chosen=frozenset() if every <= look.chosen else every))
        elif asked == "x":
            self._say(look, ())
        elif asked == "enter" and look.chosen:
            self._say(look, tuple(sorted(look.chosen)))
        elif asked == "enter":
            self._turn(replace(look, status=Status(self._board.pen.words.proposals.none_chosen, bad=True)))

    def on_click(self, event: events.Click) -> None:
        """A click on a change chooses it, or takes that back."""
        at = event.screen_y - self._canvas.region.y
        place = self._places[at] if 0 <= at < len(self._places) else None
        if place is not None and not self._is_busy:
            self._tick(replace(self.look, at=place, status=None))

    def _tick(self, look: ProposalLook) -> None:
        if look.at in look.open_places:
            look = replace(look, chosen=look.chosen ^ {look.at})
        self._turn(look)

    def _say(self, look: ProposalLook, chosen: tuple[int, ...]) -> None:
        self._is_busy = True
        self._turn(look)
        self.app.run_worker(self._answer(look.proposal, chosen), exit_on_error=False)
