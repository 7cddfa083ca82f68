"""What agents propose, at the console: told when it comes, shown, and answered by a person."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from runofshow.core import commands as c
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.refusal import Refused
from runofshow.engine import Engine
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.lines import Line
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.over_board import headline
from runofshow.tui.window import Window

if TYPE_CHECKING:
    from runofshow.tui.dialogs.proposals import ProposalDialog

Answer = Callable[[Command, int | None], Awaitable[Entry | Refused | None]]


class ProposalDesk:
    """Acts for who sits at the console, over the board."""

    def __init__(self, window: Window, engine: Engine, board: ConsoleBoard, answer: Answer) -> None:
        self._window = window
        self._engine = engine
        self._board = board
        self._answer = answer
        self._dialog: ProposalDialog | None = None
        self._told: frozenset[str] = frozenset()

    def heed(self) -> None:
        """Say once of each proposal that it has come; the stage says how many wait."""
        waiting = self._engine.latest.proposals
        fresh = [one for one in waiting if one.proposal_id not in self._told]
        if fresh:
            self._told |= {one.proposal_id for one in fresh}
            self._board.tell(Status(self._board.pen.words.proposals.came.format(who=fresh[-1].who)))

    def open(self) -> None:
        """Show what waits, the oldest first."""
        waiting, words = self._engine.latest.proposals, self._board.pen.words.proposals
        if not waiting:
            self._board.tell(Status(words.none))
            return
        # only now, as other dialogs: the stage is painted sooner without what it is made of
        from runofshow.tui.dialogs.proposals import ProposalDialog

        self._dialog = ProposalDialog(self._board, waiting, self._head, self._judge, self._say)
        self._window.push_screen(self._dialog)

    def _head(self, title: str, width: int) -> Line:
        return headline(title, self._board.shown, self._board.pen, width)

    async def _judge(self, proposal: Proposal) -> Mapping[int, Refused]:
        """Beside the terminal: of a great congress each change lays a long order out anew."""
        return await asyncio.to_thread(self._judged, proposal)

    def _judged(self, proposal: Proposal) -> Mapping[int, Refused]:
        from runofshow.core.proposals.judging import why_not

        state, now = self._engine.show.state, self._engine.latest.now
        judged = {place: why_not(state, proposal, place, now) for place in range(len(proposal.changes))}
        return {place: refused for place, refused in judged.items() if refused is not None}

    async def _say(self, proposal: Proposal, chosen: tuple[int, ...]) -> None:
        dialog, words = self._dialog, self._board.pen.words
        assert dialog is not None
        order = (
            c.TakeProposal(proposal.proposal_id, chosen)
            if chosen
            else c.DeclineProposal(proposal.proposal_id)
        )
        answer = await self._answer(order, None)
        if answer is None:
            dialog.dismiss()
        elif isinstance(answer, Refused):
            dialog.refuse(Status(words.refusal(answer.reason), bad=True))
        else:
            count, of = len(chosen), len(proposal.changes)
            said = words.proposals
            phrase = said.declined if not chosen else said.taken if count == of else said.taken_some
            told = Status(phrase.format(who=proposal.who, count=count, of=of))
            dialog.answered(self._engine.latest.proposals, told)
        self._board.draw()
