"""What is owed, at the console: said once before the show runs and once when it has ended, listed when asked
for, and marked as done in the agenda file. Of duties a show's record knows only those it was opened with.
"""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from runofshow.core.agenda import Duty
from runofshow.core.duties import Owed, owed, reminder
from runofshow.core.snapshot import Phase
from runofshow.engine import Engine
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.panels.footer import Status
from runofshow.tui.window import Window

if TYPE_CHECKING:
    from runofshow.tui.dialogs.duties import DutiesDialog
    from runofshow.tui.panels.duties import DutiesLook

QUIET = frozenset({Phase.BEFORE, Phase.ENDED})
"""When a reminder may be said: while the show runs nobody is reminded."""


class _Kept(Struct, frozen=True):
    """The duties as they are kept."""

    duties: tuple[Duty, ...]
    content: bytes | None = None
    """Of the file they are marked in; None when it cannot be."""
    trouble: str = ""
    """Why not."""


class DutyDesk:
    """Acts for the person who owes. It works beside the show, which it neither asks nor changes."""

    def __init__(self, window: Window, engine: Engine, board: ConsoleBoard, file: Path) -> None:
        """`file` is the agenda's."""
        self._window = window
        self._engine = engine
        self._board = board
        self._file = file
        self._heeded: Phase | None = None
        self._kept = _Kept(())
        self._told: Status | None = None
        """How it was last reminded."""

    def heed(self) -> None:
        """Remind where a time without a show has begun."""
        phase = self._board.shown.phase
        if phase is not self._heeded:
            self._heeded = phase
            if phase in QUIET:
                self._window.run_worker(self._remind(), exit_on_error=False)

    def open(self) -> None:
        """List what is owed. The dialog stands at once: what is typed meanwhile is for it."""
        from runofshow.tui.dialogs.duties import DutiesDialog

        dialog = DutiesDialog(self._board, self._mark)
        self._window.push_screen(dialog, self._closed)
        self._window.run_worker(self._list(dialog), exit_on_error=False)

    def _closed(self, _: None) -> None:
        # what was said before the list was opened may be true no more
        if self._board.status == self._told:
            self._board.tell(None)
        self._say()

    async def _remind(self) -> None:
        self._kept = await asyncio.to_thread(self._read)
        said = self._say()
        if said and self._board.shown.phase in QUIET:
            self._told = Status(said)
            self._board.tell(self._told)

    def _say(self) -> str:
        """Have the board show what is overdue and due today by now; what that is."""
        from runofshow.agenda_file.duty_words import reminder_words

        words = self._board.pen.words.duties
        told = reminder_words(reminder(self._kept.duties, self._today), words)
        said = words.reminder.format(told=told) if told else ""
        self._board.remind(said)
        return said

    async def _list(self, dialog: DutiesDialog) -> None:
        self._kept = await asyncio.to_thread(self._read)
        if self._window.screen is dialog:
            dialog.turn(self._look())

    def _look(self, status: Status | None = None) -> DutiesLook:
        from runofshow.tui.panels.duties import DutiesLook

        return DutiesLook(self._listed(), status=status, trouble=self._kept.trouble)

    def _listed(self) -> tuple[Owed, ...]:
        return owed(self._kept.duties, self._today)

    @property
    def _today(self) -> date:
        return self._engine.latest.now.astimezone(self._board.pen.tz).date()

    def _read(self) -> _Kept:
        """The duties by now: those the show was opened with while the file is the same. To read a long one
        takes from the screens what they need."""
        from runofshow.agenda_file.plan_digest import plan_digest
        from runofshow.agenda_file.reader import read_plan

        words, state = self._board.pen.words.duties, self._engine.show.state
        recorded = state.agenda.duties
        try:
            content = self._file.read_bytes()
            if plan_digest(content, self._file.parent) == state.opened.source_digest:
                return _Kept(recorded, content)
            agenda = read_plan(self._file, tz=self._board.pen.tz, today=self._today).agenda
        except Exception as error:  # noqa: BLE001 - the thread's edge: the show goes on, the hand is told
            return _Kept(recorded, trouble=words.no_file.format(file=self._file.name, problem=_said(error)))
        if agenda is None:
            return _Kept(recorded, trouble=words.bad_file.format(file=self._file.name))
        return _Kept(agenda.duties, content)

    async def _mark(self, each: Owed) -> DutiesLook:
        kept, words = self._kept, self._board.pen.words.duties
        assert kept.content is not None
        day = None if each.duty.done else self._today
        wrong = await asyncio.to_thread(self._marked, kept.content, each.index, day)
        self._kept = await asyncio.to_thread(self._read)
        if wrong:
            return self._look(Status(wrong, bad=True))
        said = words.marked_here if day else words.unmarked_here
        return self._look(Status(said.format(number=each.number, file=self._file.name)))

    def _marked(self, content: bytes, index: int, day: date | None) -> str:
        """Mark it in the file; why that could not be done, empty when it was."""
        from runofshow.agenda_file.editing.edits import NotEdited
        from runofshow.agenda_file.editing.marking import FileChanged, mark_file
        from runofshow.agenda_file.editing.written import NotWritten

        words = self._board.pen.words.duties
        try:
            mark_file(self._file, content, {index: day})
        except FileChanged:
            return words.changed_here.format(file=self._file.name)
        except (NotEdited, NotWritten):
            return words.not_marked.format(file=self._file.name)
        except Exception as error:  # noqa: BLE001 - the thread's edge: the show goes on, the hand is told
            return words.no_file.format(file=self._file.name, problem=_said(error))
        return ""


def _said(error: Exception) -> str:
    return (
        (error.strerror or str(error)) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
    )
