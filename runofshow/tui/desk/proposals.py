"""What agents propose for the agenda: shown at the desk, and made in its text by a person in one step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path as File
from typing import TYPE_CHECKING

from runofshow.agenda_file.editing.edits import NotEdited
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.core.refusal import Reason, Refused
from runofshow.tui.panels.footer import Status

if TYPE_CHECKING:
    from runofshow.core.proposals.proposal import Proposal
    from runofshow.tui.desk.app import PlanDesk
    from runofshow.tui.dialogs.proposals import ProposalDialog
    from runofshow.tui.lines import Line


class DeskProposals:
    """Acts for who sits at the desk. Files are read and written beside the screen."""

    def __init__(self, window: PlanDesk, then: Callable[[Written, Path], None]) -> None:
        self._window = window
        self._then = then
        self._dialog: ProposalDialog | None = None

    def heed(self) -> None:
        """Say that proposals wait, where some do."""
        self._window.run_worker(self._heed(), exit_on_error=False)

    def open(self) -> None:
        """Show what waits, the oldest first."""
        self._window.run_worker(self._open(), exit_on_error=False)

    async def _heed(self) -> None:
        waiting = await asyncio.to_thread(self._waiting)
        if waiting:
            self._window.say(self._window.words.proposals.came.format(who=waiting[-1].who))

    async def _open(self) -> None:
        from runofshow.tui.dialogs.proposals import ProposalDialog

        waiting = await asyncio.to_thread(self._waiting)
        if not waiting:
            self._window.say(self._window.words.proposals.none)
            return
        self._dialog = ProposalDialog(self._window.board, waiting, self._head, self._judge, self._say)
        self._window.push_screen(self._dialog)

    def _waiting(self) -> tuple[Proposal, ...]:
        from runofshow.agenda_file.proposed.kept import kept_proposals
        from runofshow.core.proposals.proposal import waiting_proposals

        file = self._file
        return () if file is None else waiting_proposals(kept_proposals(file).proposals)

    @property
    def _file(self) -> File | None:
        return None if self._window.shelf is None else self._window.shelf.path

    def _head(self, title: str, width: int) -> Line:
        return (self._window.board.pen.strong(title),)

    async def _judge(self, proposal: Proposal) -> Mapping[int, Refused]:
        return await asyncio.to_thread(self._judged, self._window.board.source, proposal)

    def _judged(self, source: Written, proposal: Proposal) -> Mapping[int, Refused]:
        from runofshow.agenda_file.proposed.judging import located, refused_of

        agenda = self._window.reading(source).agenda
        if agenda is None:
            # an agenda with an error says nothing that could be held against a proposal
            return dict.fromkeys(range(len(proposal.changes)), Refused(Reason.CHANGED_SINCE))
        return refused_of(agenda, located(agenda, proposal))

    async def _say(self, proposal: Proposal, chosen: tuple[int, ...]) -> None:
        dialog, window = self._dialog, self._window
        assert dialog is not None
        words, said = window.words.proposals, window.desk
        source = window.board.source
        try:
            done = await asyncio.to_thread(self._made, source, proposal, chosen)
        except NotEdited:
            dialog.refuse(Status(said.not_here, bad=True))
            return
        except OSError as error:
            dialog.refuse(Status(error.strerror or str(error), bad=True))
            return
        if chosen:
            self._then(done, window.board.thing.path)
        count, of = len(chosen), len(proposal.changes)
        phrase = words.declined if not chosen else words.taken if count == of else words.taken_some
        left = await asyncio.to_thread(self._waiting)
        dialog.answered(left, Status(phrase.format(who=proposal.who, count=count, of=of)))

    def _made(self, source: Written, proposal: Proposal, chosen: tuple[int, ...]) -> Written:
        """The text with what was chosen, once the answer is written down."""
        from runofshow.agenda_file.proposed.judging import located
        from runofshow.agenda_file.proposed.kept import answer
        from runofshow.agenda_file.proposed.making import made
        from runofshow.clock import Clock, system_sources

        done, file = source, self._file
        if chosen:
            agenda = self._window.reading(source).agenda
            if agenda is None:
                raise NotEdited(proposal.proposal_id)
            changes = [located(agenda, proposal).changes[place] for place in chosen]
            done = made(source, agenda, changes, self._window.board.pen.tz)
        assert file is not None
        answer(file, proposal.proposal_id, chosen, Clock(system_sources()).now())
        return done
