"""The caller's hand: turns what a key asks for into commands, questions and forms."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from datetime import timedelta
from typing import TYPE_CHECKING

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.handiwork import restored
from runofshow.core.questions import answered
from runofshow.core.refusal import Reason, Refused, Rest
from runofshow.core.snapshot import Phase, Row
from runofshow.core.value import replace
from runofshow.engine import Engine
from runofshow.tui import asking
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.diacritics import found_in
from runofshow.tui.dialogs.joining import Joining
from runofshow.tui.faces import Face
from runofshow.tui.fields import Values
from runofshow.tui.formats import added
from runofshow.tui.hall import HallDoor
from runofshow.tui.keys import Act, Order, Pick
from runofshow.tui.music_desk import MusicDesk
from runofshow.tui.newer_desk import NewerDesk, Reread
from runofshow.tui.panels.award_news import is_of_people, people_named
from runofshow.tui.panels.footer import Status
from runofshow.tui.people_desk import PeopleDesk
from runofshow.tui.proposal_desk import ProposalDesk
from runofshow.tui.recovery_desk import RecoveryDesk
from runofshow.tui.round_desk import OF_THE_ROUND, RoundDesk
from runofshow.tui.scanning import Scanned, ToPlace
from runofshow.tui.sheets import (
    Sheet,
    backdate_sheet,
    edit_sheet,
    insert_sheet,
    message_sheet,
    note_sheet,
)
from runofshow.tui.sound_desk import Silencing
from runofshow.tui.window import Do, Window

if TYPE_CHECKING:
    from runofshow.core.recovery.way import Chance

MINUTE = timedelta(minutes=1)


class Caller:
    """Acts for the person at the keyboard. Every call names the state the person saw, so that a press on a
    screen that has just changed is refused and not misread."""

    def __init__(
        self,
        window: Window,
        engine: Engine,
        board: ConsoleBoard,
        hall: HallDoor | None,
        reread: Reread,
        chance: Chance | None = None,
    ) -> None:
        """`hall` is None without a server, `chance` where nobody looks ahead."""
        self._window = window
        self._engine = engine
        self.board = board
        self._words = window.words
        self.joining = Joining(board, hall)
        window.install_screen(self.joining, "joining")
        self.music = MusicDesk(engine, board, self._ask_at_once)
        self._round = RoundDesk(board, self._fill, self._ask_of_round)
        self._people = PeopleDesk(window, board, self._answer, self._fill)
        self._recovery = RecoveryDesk(window, engine, board, self._answer, chance)
        self.proposals = ProposalDesk(window, engine, board, self._answer)
        self._newer = NewerDesk(window, engine, board, reread, self._answer)

    def obey(self, order: Order) -> None:
        """Do what a key, the palette or a click asks for."""
        snapshot, board = self.board.shown, self.board
        words = self._words
        match order:
            case Act.GO:
                self._ask(self._round.next() if board.face is Face.AWARD else c.Go(), last=True)
            case Act.ADVANCE:
                self._ask(c.Advance(), last=True)
            case Act.STANDBY:
                self._ask(c.StandBy())
            case Act.HOLD:
                if snapshot.phase is Phase.HELD:
                    self._ask(c.Resume(), words.done_resume, fresh=False)
                else:
                    self._ask(c.Hold(), words.done_hold, fresh=False)
            case Act.MORE:
                self._add(MINUTE)
            case Act.LESS:
                self._add(-MINUTE)
            case Act.UNDO:
                self._ask(c.Undo(), words.running.done_undo)
            case Act.REDO:
                self._ask(c.Redo(), words.running.done_redo)
            case Act.BACK:
                self._ask(c.Back())
            case Act.JUMP | Act.SKIP | Act.MOVE_DOWN | Act.MOVE_UP | Act.EDIT | Act.BACKDATE:
                self._with_row(order)
            case Act.INSERT:
                row = asking.row_of(snapshot, board.chosen or asking.here(snapshot))
                self._fill(insert_sheet(row, snapshot.plan, board.pen))
            case Act.ACKNOWLEDGE:
                self._acknowledge()
            case Act.MESSAGE:
                self._fill(message_sheet(words))
            case Act.NOTE:
                self._fill(note_sheet(words))
            case Act.PEOPLE:
                self._people.open()
            case Act.RECOVER:
                self._recovery.open()
            case Act.PROPOSALS:
                self.proposals.open()
            case Act.TAKE:
                self._newer.open()
            case Act.JOINING:
                self._window.push_screen(self.joining)
            case Act.READ:
                board.read()
            case Act.SEARCH:
                from runofshow.tui.dialogs.search import Search

                self._window.push_screen(Search(words, self._seek), self._sought)
            case Act.FOLLOW:
                board.follow()
            case Act.STAGE | Act.MC | Act.MUSIC | Act.DISPLAY | Act.LOG | Act.AWARD | Act.DAY:
                board.turn_to(Face(order.value))
            case Act.PLAY:
                board.turn_to(Face.MUSIC)
            case Act.MORE_TRACKS:
                board.turn_page(1)
            case Pick() | Act.FADE | Act.STOP | Act.PANIC | Act.ARM:
                self.music.obey(order)
            case Scanned() | ToPlace():
                self._round.obey(order)
            case Act() if order in OF_THE_ROUND:
                self._round.obey(order)
            case Act.HELP:
                from runofshow.tui.dialogs.help import Help, help_text

                self._window.push_screen(Help(help_text(words, board.face, board.pen.ink)))
            case Act.CORRECT:
                stepped = asking.stepped_by(snapshot)
                if stepped is None:
                    board.tell(Status(words.no_clock_alarm))
                else:
                    self._ask(c.CorrectClock(stepped))
            case Act.DISMISS if not snapshot.alarms:
                board.tell(Status(words.no_alarm))
            case Act.DISMISS:
                self._ask(c.DismissAlarms())
            case Act.CURSOR_UP | Act.CURSOR_DOWN | Act.PAGE_UP | Act.PAGE_DOWN | Act.TO_FIRST | Act.TO_LAST:
                board.step(order)
            case _:
                raise AssertionError(order)

    def _add(self, by: timedelta) -> None:
        # to the item that is seen, so the keys may be pressed quicker than a slow disk writes each down
        current = self.board.shown.current
        order = c.AddTime(by, None if current is None else current.row.item_id)
        self._ask(order, self._words.done_add.format(by=added(by)), fresh=False)

    def _ask(self, command: Command, said: str = "", *, last: bool = False, fresh: bool = True) -> None:
        """Send `command`; `said` stands in the status line when it is obeyed. With `last`, past the last item
        the end is asked about. Only a command that is not `fresh` may follow on a state nobody has seen."""
        self._ask_as_of(command, said, last, self.board.shown.seq if fresh else None)

    def _ask_as_of(self, command: Command, said: str, last: bool, seen: int | None) -> None:
        self._window.run_worker(self._answered(command, said, last, seen), exit_on_error=False)

    def _ask_at_once(self, command: Command, said: str) -> None:
        self._ask(command, said, fresh=False)

    def _ask_of_round(self, command: Command, said: str, obeyed: Do) -> None:
        async def asked() -> None:
            if await self._answered(command, said, last=False, seen=None):
                obeyed()

        self._window.run_worker(asked(), exit_on_error=False)

    async def _answered(self, command: Command, said: str, last: bool, seen: int | None) -> bool:
        """Whether it was obeyed, once what came of it is told."""
        answer = await self._answer(command, seen)
        if isinstance(answer, Refused):
            self._refused(answer, command, said, last, seen)
        elif answer is not None:
            told = asking.said_of(answer, said, self._words, self._called(answer))
            self.board.tell(Status(told) if said else None)
        self.board.draw()
        return isinstance(answer, Entry)

    async def _answer(self, command: Command, seen: int | None) -> Entry | Refused | None:
        """What the show says to `command`; None when the engine is gone, which is told."""
        try:
            asked: Future[Entry | Refused] = self._engine.ask(command, Role.CALLER.value, seen)
            return await asyncio.wrap_future(asked)
        except Exception as error:  # noqa: BLE001
            # The edge of the engine's thread: whatever went wrong there, the caller must be told.
            self.board.tell(Status(self._words.engine_gone.format(error=repr(error)), bad=True))
            return None

    def _called(self, entry: Entry) -> str:
        """Whom a call was about that was taken back or made again; empty where it was about nobody."""
        call = restored(self._engine.log).get(entry.seq) if entry.do in ("undo", "redo") else None
        if call is None or not is_of_people(call.events):
            return ""
        snapshot = self._engine.latest
        names = {row.item_id: f"{row.number} {row.title}" for row in snapshot.rows}
        # what the log draws is loaded after the stage is painted
        from runofshow.tui.panels.log import about_entry

        return about_entry(call, {**names, **people_named(snapshot)}, self.board.pen)

    def _refused(self, answer: Refused, command: Command, said: str, last: bool, seen: int | None) -> None:
        reason, words = answer.reason, self._words
        if reason is Reason.GUARD:
            return
        sure = answered(command, answer)
        if reason is Reason.LAST_ITEM and last:
            self._window.confirm(words.running.ask_end, words.ask_end_why, lambda: self._ask(c.End()))
        elif reason is Reason.REST and isinstance(command, c.Jump):
            self._ask_of_the_rest(command, answer, said, seen)
        elif sure is None:
            self.board.tell(Status(asking.refusal(command, reason, words), bad=True))
        elif reason is Reason.ANTHEM and isinstance(command, Silencing):
            why = self.music.question_before(command, self._engine.latest.cues, answer.about)
            self._window.confirm(words.sound.ask_anthem, why, lambda: self._ask(sure, said, fresh=False))
        else:
            title, why = asking.question(self.board.shown, answer, self.board.pen)
            # as of the picture that was seen: no call made while the question stands is answered by it
            self._window.confirm(title, why, lambda: self._ask_as_of(sure, said, last, seen))

    def _ask_of_the_rest(self, command: c.Jump, refused: Refused, said: str, seen: int | None) -> None:
        def leave(rest: Rest) -> Do:
            return lambda: self._ask_as_of(replace(command, rest=rest), said, False, seen)

        asked = self._words.questions
        title, why = asking.question(self.board.shown, refused, self.board.pen)
        answers = (asked.rest_aside, asked.rest_keep)
        self._window.confirm(title, why, leave(Rest.ASIDE), leave(Rest.KEEP), answers)

    # The row under the cursor

    def _with_row(self, act: Act) -> None:
        snapshot = self.board.shown
        row = asking.row_of(snapshot, self.board.chosen or asking.here(snapshot))
        words = self._words
        if row is None:
            self.board.tell(Status(words.no_row, bad=True))
        elif act is Act.JUMP:
            self._ask(c.Jump(row.item_id), words.done_jump.format(title=row.title))
        elif act is Act.SKIP:
            self._skip(row)
        elif act is Act.EDIT:
            self._fill(edit_sheet(snapshot, row, self.board.pen))
        elif act is Act.BACKDATE:
            self._fill(backdate_sheet(row, words))
        else:
            move = (asking.move_down if act is Act.MOVE_DOWN else asking.move_up)(snapshot, row)
            if move is None:
                self.board.tell(Status(words.refusal(Reason.BAD_PLACE), bad=True))
            else:
                # The cursor stays on the row that moves.
                self.board.choose(row.item_id)
                self._ask(move)

    def _skip(self, row: Row) -> None:
        words = self._words
        if asking.is_left_out(row):
            self._ask(c.Unskip(row.item_id), words.done_unskip.format(title=row.title))
        elif row.planned_start is None and not row.is_heading:
            # nobody has it on paper, so it need not stay there struck out
            self._ask(c.Remove(row.item_id), words.done_remove.format(title=row.title))
        else:
            self._ask(c.Skip(row.item_id), words.done_skip.format(title=row.title))

    # Forms

    def _fill(self, sheet: Sheet) -> None:
        """Give a form to be filled in. One that the show refuses comes back with what was typed."""
        # only now, as help and search: the stage is painted sooner without what they are made of
        from runofshow.tui.dialogs.form import Form

        def saved(values: Values | None) -> None:
            if values is not None:
                self._window.run_worker(self._saved(sheet, values), exit_on_error=False)

        dialog = Form(
            self._words,
            sheet.title,
            sheet.fields,
            sheet.wrong,
            below=sheet.below,
            yes=sheet.yes,
            told=sheet.told,
        )
        self._window.push_screen(dialog, saved)

    async def _saved(self, sheet: Sheet, values: Values) -> None:
        orders = sheet.orders(values)
        for order in orders:
            answer = await self._answer(order, None)
            if isinstance(answer, Refused):
                self._fill(sheet.back(values, order, answer, self._engine.latest, self._words))
            if not isinstance(answer, Entry):
                return
        if orders:
            self.board.tell(Status(sheet.said(values)))
        self.board.draw()

    def _acknowledge(self) -> None:
        role = Role.MUSIC if self.board.face is Face.MUSIC else Role.MC
        cue = asking.asked_of(self.board.shown, role)
        if cue is not None:
            self._ask(c.Acknowledge(cue.cue_id))
        elif role is Role.MC or not self.music.arms():
            self.board.tell(Status(self._words.nothing_to_answer))

    # Search

    def _seek(self, wanted: str, on: bool) -> None:
        rows = self.board.shown.rows
        if not wanted.strip() or not rows:
            return
        ids = [row.item_id for row in rows]
        chosen = self.board.chosen
        start = ids.index(chosen) if on and chosen in ids else -1
        match = [found_in(wanted, asking.described(self.board.pen, row)) for row in rows]
        found = asking.sought(rows, match, start)
        if found is None:
            self.board.tell(Status(self._words.forms.not_found.format(wanted=wanted), bad=True))
        else:
            self.board.choose(found)

    def _sought(self, stay: bool | None) -> None:
        if not stay:
            self.board.follow()
