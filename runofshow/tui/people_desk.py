"""Who is looked for, at the console: ticked, awaited, substituted and put in another order."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Literal

from runofshow.agenda_file.moments import hour_of_session, hour_said
from runofshow.agenda_file.notation import NotationError
from runofshow.core import commands as c
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.people_seen import LeaderNow, SpeakerNow
from runofshow.core.refusal import Reason, Refused
from runofshow.tui import asking
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.people import PeopleDialog
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.formats import joined
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.people import Person
from runofshow.tui.sheets import Sheet
from runofshow.tui.window import Window

Answer = Callable[[Command, int | None], Awaitable[Entry | Refused | None]]
Fill = Callable[[Sheet], None]


class PeopleDesk:
    """Acts for who sits at the console, over the board."""

    def __init__(self, window: Window, board: ConsoleBoard, answer: Answer, fill: Fill) -> None:
        self._window = window
        self._board = board
        self._answer = answer
        self._fill = fill
        self._dialog: PeopleDialog | None = None

    def open(self) -> None:
        """List who is looked for."""
        self._dialog = PeopleDialog(self._board, self._obey)
        self._window.push_screen(self._dialog)

    def _obey(self, asked: str, one: Person | None) -> None:
        words = self._board.pen.words.people
        if asked == "i":
            self._fill(self._leader_sheet(None))
        elif asked in "uU":
            self._tell(Status(words.undo_outside, bad=True))
        elif one is None:
            self._tell(Status(words.people_none, bad=True))
        elif asked in ("space", " ", "enter"):
            said = words.done_unseen if one.here else words.done_here
            self._ask(c.See(one.person_id, None if one.here else True), said.format(name=one.name))
        elif asked == "v":
            self._ask(c.See(one.person_id, False), words.done_missing.format(name=one.name))
        elif asked == "e" and isinstance(one, SpeakerNow):
            self._fill(self._substitute_sheet(one))
        elif asked == "e" and isinstance(one, LeaderNow):
            self._fill(self._leader_sheet(one))
        elif asked in "jk" and isinstance(one, SpeakerNow):
            self._swap(one)
        elif asked in "ejk":
            self._tell(Status(words.only_leaders if asked == "e" else words.only_speakers, bad=True))

    def _swap(self, one: SpeakerNow) -> None:
        """The second of the next two comes first: the next two may change places in two keys."""
        words, speakers = self._board.pen.words, self._board.shown.people.speakers
        rows = [self._board.shown.rows.of(each.item_id) for each in speakers]
        if len(rows) < 2 or rows[0] is None or rows[1] is None:
            self._tell(Status(words.refusal(Reason.BAD_PLACE), bad=True))
            return
        if self._dialog is not None:
            self._dialog.follow(one.person_id)
        order = c.Move(rows[1].item_id, rows[0].item_id)
        self._ask(order, words.people.done_swap.format(number=rows[1].number))

    # Forms

    def _substitute_sheet(self, one: SpeakerNow) -> Sheet:
        words = self._board.pen.words

        def wrong(values: Values) -> Wrong | None:
            return None if values["by"].strip() else Wrong("by", words.refusals.empty)

        return Sheet(
            words.people.substitute_title.format(number=one.number),
            [Field("by", words.people.field_substitute, one.name)],
            wrong,
            lambda values: [] if values["by"] == one.name else [c.Edit(one.item_id, by=values["by"])],
            lambda values: self._said(
                words.people.done_substitute.format(number=one.number, name=values["by"])
            ),
        )

    def _leader_sheet(self, one: LeaderNow | None) -> Sheet:
        shown, pen = self._board.shown, self._board.pen
        words, start_at = pen.words, shown.session.start_at
        hour = "" if one is None or one.arrives_at is None else hour_said(one.arrives_at, pen.tz)
        goes = "" if one is None or one.leaves_at is None else hour_said(one.leaves_at, pen.tz)
        rows = [(row.item_id, f"{row.number}  {row.title}") for row in shown.coming[:40]]
        known = next((each for each in shown.plan.leaders if one and each.leader_id == one.leader_id), None)
        awaited_by = "" if known is None or known.awaited_by is None else known.awaited_by
        choices = [("", words.people.first_item), *rows]
        if awaited_by not in [value for value, _ in choices]:
            row = shown.rows.of(awaited_by)
            choices.append((awaited_by, awaited_by if row is None else f"{row.number}  {row.title}"))

        def hour_in(said: str) -> datetime | Literal[""]:
            return hour_of_session(said, start_at, pen.tz) if said else ""

        def wrong(values: Values) -> Wrong | None:
            if not values["name"].strip():
                return Wrong("name", words.refusals.empty)
            for key in ("arrives", "leaves"):
                try:
                    hour_in(values[key])
                except NotationError:
                    return Wrong(key, words.forms.bad_hour)
            return None

        def orders(values: Values) -> list[Command]:
            same = (values["name"], values["arrives"], values["leaves"], values["awaited_by"])
            if one is not None and same == (one.name, hour, goes, awaited_by):
                return []
            return [
                c.ChangeLeader(
                    None if one is None else one.leader_id,
                    values["name"],
                    None if one is not None and values["arrives"] == hour else hour_in(values["arrives"]),
                    values["awaited_by"],
                    None if values["leaves"] == goes else hour_in(values["leaves"]),
                )
            ]

        def said(values: Values) -> str:
            told = words.people.done_hour if values["arrives"] else words.people.done_leader
            told = told.format(name=values["name"], at=values["arrives"])
            leaves = words.people.leaves.format(at=values["leaves"]) if values["leaves"] else ""
            return self._said(joined(told, leaves))

        return Sheet(
            words.people.hour_title,
            [
                Field("name", words.people.field_leader, "" if one is None else one.name),
                Field("arrives", words.people.field_arrives, hour),
                Field("leaves", words.people.field_leaves, goes),
                Field("awaited_by", words.people.field_awaited_by, awaited_by, choices=tuple(choices)),
            ],
            wrong,
            orders,
            said,
        )

    def _said(self, told: str) -> str:
        if self._dialog is not None:
            self._dialog.tell(Status(told))
        return told

    # Orders

    def _ask(self, command: Command, said: str) -> None:
        self._window.run_worker(self._asked(command, said), exit_on_error=False)

    async def _asked(self, command: Command, said: str) -> None:
        answer = await self._answer(command, None)
        if isinstance(answer, Refused):
            self._tell(Status(asking.refusal(command, answer.reason, self._board.pen.words), bad=True))
        elif answer is not None:
            self._tell(Status(said))
        self._board.draw()

    def _tell(self, status: Status) -> None:
        if self._dialog is not None and self._dialog.is_attached:
            self._dialog.tell(status)
