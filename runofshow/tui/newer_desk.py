"""Changes of the agenda file taken into the running show: read, offered, and ordered one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow.core.agenda import Agenda
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Refused
from runofshow.engine import Engine
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.panels.footer import Status
from runofshow.tui.window import Window

if TYPE_CHECKING:
    from runofshow.agenda_file.reader import Reading
    from runofshow.agenda_file.revision_offers import NewerPlan, Offer
    from runofshow.agenda_file.revision_orders import Known
    from runofshow.tui.dialogs.newer_plan import NewerPlanDialog

Reread = Callable[[], "Reading"]
"""Reads the agenda file again, as it was read when the show was opened; whatever is wrong is a complaint."""

Ask = Callable[[Command, int | None], Awaitable[Entry | Refused | None]]
"""Gives an order; None when there is no engine to give it to, which has been told."""


class NewerDesk:
    """Acts for the person who takes changes. What was taken before is remembered while the console runs, so
    that the next file can also take it back."""

    def __init__(self, window: Window, engine: Engine, board: ConsoleBoard, reread: Reread, ask: Ask) -> None:
        self._window = window
        self._engine = engine
        self._board = board
        self._reread = reread
        self._ask = ask
        self._taken: tuple[Agenda, ...] = ()

    def open(self) -> None:
        """Read the file and offer what it changes. The dialog stands at once: what is typed meanwhile is for
        it and calls nothing."""
        # only now, as other dialogs: the stage is painted sooner without what it is made of
        from runofshow.tui.dialogs.newer_plan import NewerPlanDialog

        dialog = NewerPlanDialog(self._board)
        self._window.push_screen(dialog)
        self._window.run_worker(self._offer(dialog), exit_on_error=False)

    async def _offer(self, dialog: NewerPlanDialog) -> None:
        words = self._board.pen.words.newer_plan
        found = await asyncio.to_thread(self._found)
        if self._window.screen is not dialog:
            return
        if isinstance(found, str):
            dialog.dismiss()
            self._board.tell(Status(words.unreadable.format(complaint=found), bad=True))
        elif not found[1]:
            dialog.dismiss()
            self._board.tell(Status(words.nothing))
        else:
            beside, offers = found
            dialog.offer(offers, partial(self._take, beside))

    def _found(self) -> tuple[NewerPlan, tuple[Offer, ...]] | str:
        """The file beside the show and what it offers, or what is wrong with the file."""
        from runofshow.agenda_file.complaint import complaint_message
        from runofshow.agenda_file.revision_offers import NewerPlan

        pen = self._board.pen
        try:
            reading = self._reread()
            if reading.agenda is None:
                first = reading.errors[0]
                # the folder is known, and would leave no room for the words
                message = complaint_message(first, pen.words.language)
                return f"{Path(first.file).name}:{first.line}: {message}"
            beside = NewerPlan(reading.agenda, pen.tz)
            return beside, beside.offers(self._engine.show.state, self._engine.latest.now, self._taken)
        except Exception as error:  # noqa: BLE001 - the thread's edge: the show goes on, the hand is told
            return f"{type(error).__name__}: {error}"

    async def _take(self, beside: NewerPlan, offers: Sequence[Offer]) -> list[str]:
        """Give the orders of each offer; of each why it was refused, empty where it was taken."""
        known = beside.known(self._engine.show.state)
        outcomes = [await self._taken_in(beside, offer, known) for offer in offers]
        if not all(outcomes):
            self._taken = (*self._taken, beside.file)
        return outcomes

    async def _taken_in(self, beside: NewerPlan, offer: Offer, known: Known) -> str:
        from runofshow.agenda_file.revision_orders import CannotTake, following
        from runofshow.tui.panels.newer_plan import why_not

        words = self._board.pen.words
        steps = beside.steps(offer, self._engine.show.state, self._engine.latest.now, known)
        if isinstance(steps, CannotTake):
            return why_not(steps, words)
        order = next(steps, None)
        while order is not None:
            answer = await self._ask(order, None)
            if not isinstance(answer, Entry):
                steps.close()
                return words.newer_plan.no_answer if answer is None else why_not(answer, words)
            order = following(steps, answer.events)
        return ""
