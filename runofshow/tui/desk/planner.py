"""What is done at the desk for each key: the text changed, saved, listened to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING

from runofshow.agenda_file.editing import programme
from runofshow.agenda_file.editing.edits import NotEdited, drop, move
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.track_files import file_beside
from runofshow.core.value import replace
from runofshow.tui.desk.answering import settled
from runofshow.tui.desk.asking import FieldAsker
from runofshow.tui.desk.board import Pane
from runofshow.tui.desk.history import History
from runofshow.tui.desk.keeping import Keeper
from runofshow.tui.desk.keys import Deed, ToAdvice
from runofshow.tui.desk.making import Maker
from runofshow.tui.desk.proposals import DeskProposals
from runofshow.tui.desk.slot_sorts import Ask
from runofshow.tui.desk.things import TOLD, Sort
from runofshow.tui.diacritics import found_in
from runofshow.tui.dialogs.search import Search

if TYPE_CHECKING:
    from runofshow.tui.desk.app import PlanDesk


class Planner:
    """The hand at the desk."""

    def __init__(self, window: PlanDesk) -> None:
        self._window = window
        self._board = window.board
        self._desk = window.desk
        self._asker = FieldAsker(window, self.then)
        self._maker = Maker(window, self.then)
        self.keeper = Keeper(window, self.then)
        self.proposals = DeskProposals(window, self.then)
        self._sought_from = 0

    def obey(self, order: Deed | ToAdvice) -> None:
        """Do what a key asks for."""
        board = self._board
        match order:
            case ToAdvice(place):
                self._to_advice(board.look.advice_top + place - 1)
            case Deed.EDIT:
                self._edit()
            case Deed.SETTLE:
                self._settle()
            case Deed.GUESS:
                self._next_guess()
            case Deed.INSERT:
                self._maker.item()
            case Deed.ADD:
                self._maker.anything()
            case Deed.SPLIT if board.thing.sort is Sort.ITEM:
                self._maker.split()
            case Deed.REMOVE:
                self._remove()
            case Deed.UP | Deed.DOWN:
                self._shift(-1 if order is Deed.UP else 1)
            case Deed.NEST | Deed.TAKE_OUT | Deed.JOIN if board.thing.sort is Sort.ITEM:
                self._of_item(order)
            case Deed.LISTEN:
                self._listen()
            case Deed.LEARN if self._window.learner is not None:
                self._window.learner.learn()
            case Deed.PROPOSALS:
                self.proposals.open()
            case Deed.UNDO:
                self._back_to(board.history.undo(), self._desk.done_undo, self._desk.nothing_undo)
            case Deed.REDO:
                self._back_to(board.history.redo(), self._desk.done_redo, self._desk.nothing_redo)
            case Deed.SAVE:
                self.keeper.save()
            case Deed.SAVE_AS:
                self.keeper.save_as()
            case Deed.SEARCH:
                self._sought_from = board.look.at
                self._window.push_screen(Search(self._window.words, self._seek), self._sought)
            case Deed.HELP:
                from runofshow.tui.desk.help import desk_help
                from runofshow.tui.dialogs.help import Help

                self._window.push_screen(Help(desk_help(self._window.words, self._desk, board.pen.ink)))
            case Deed.SWITCH | Deed.SWITCH_BACK:
                self._switch(1 if order is Deed.SWITCH else -1)
            case Deed.BACK:
                board.turn_to(Pane.OUTLINE)
            case _:
                self._step(order)

    def then(self, source: Written, at: Path) -> None:
        """The text is now this, the cursor at that line; check reads it beside."""
        self._board.show(self._board.history.then(source, at))
        self._window.check()

    def _try(self, work: Callable[[], tuple[Written, Path]]) -> bool:
        try:
            self.then(*work())
        except NotEdited:
            self._window.say(self._desk.not_here, bad=True)
            return False
        return True

    # Moving about

    def _step(self, order: Deed) -> None:
        page = self._board.page_height
        by = {
            Deed.CURSOR_UP: -1,
            Deed.CURSOR_DOWN: 1,
            Deed.PAGE_UP: -page,
            Deed.PAGE_DOWN: page,
            Deed.TO_FIRST: -1_000_000,
            Deed.TO_LAST: 1_000_000,
        }.get(order)
        if by is None:
            self._window.say(self._desk.not_here, bad=True)
        else:
            self._board.step(by)

    def _switch(self, by: int) -> None:
        panes = list(Pane) if self._board.checked.advice else [Pane.OUTLINE, Pane.FIELDS]
        self._board.turn_to(panes[(panes.index(self._board.look.pane) + by) % len(panes)])

    def _to_advice(self, at: int) -> None:
        advice = self._board.checked.advice
        if 0 <= at < len(advice):
            self._board.look = replace(self._board.look, advice=at)
            self._board.go_to(advice[at].path)

    def _seek(self, wanted: str, on: bool) -> None:
        board = self._board
        start = board.look.at + 1 if on else 0
        count = len(board.things)
        for at in ((start + step) % count for step in range(count)):
            thing = board.things[at]
            if thing.sort not in TOLD and wanted and found_in(wanted, f"{thing.title} {thing.by}"):
                board.look = replace(board.look, at=at, slot=0, pane=Pane.OUTLINE)
                board.draw()
                return

    def _sought(self, stays: bool | None) -> None:
        if not stays:
            self._board.look = replace(self._board.look, at=self._sought_from)
        self._board.draw()

    # Fields

    def _edit(self) -> None:
        board = self._board
        match board.look.pane:
            case Pane.CHECK:
                self._to_advice(board.look.advice)
            case Pane.OUTLINE:
                slots = list(enumerate(board.slots))
                guesses = [at for at, slot in slots if slot.is_guess]
                asked = [at for at, slot in slots if slot.ask is not Ask.NOTHING]
                board.look = replace(board.look, slot=(guesses or asked or [0])[0])
                board.turn_to(Pane.FIELDS)
            case Pane.FIELDS if board.slot is not None:
                self._asker.ask(board.slot)

    def _settle(self) -> None:
        board, slot = self._board, self._board.slot
        if slot is None or not slot.is_guess:
            self._next_guess()
            return
        thing = board.thing.path
        self.then(settled(board.source, thing, slot), thing)
        self._window.say(self._desk.done_settle.format(field=slot.label))
        self._next_guess(stay=True)

    def _next_guess(self, *, stay: bool = False) -> None:
        """To the next guess: behind the cursor in this line, then in those below and above."""
        board, look = self._board, self._board.look
        guesses = [at for at, slot in enumerate(board.slots) if slot.is_guess]
        onwards = [at for at in guesses if look.pane is not Pane.FIELDS or at > look.slot - stay]
        count = len(board.things)
        is_elsewhere = any(each.unsettled for at, each in enumerate(board.things) if at != look.at)
        if onwards or (guesses and not is_elsewhere):
            board.look = replace(look, slot=(onwards or guesses)[0], pane=Pane.FIELDS)
            board.draw()
            return
        for at in ((look.at + step) % count for step in range(1, count)):
            if board.things[at].unsettled:
                board.look = replace(look, at=at, pane=Pane.FIELDS, fields_top=0)
                first = next((i for i, slot in enumerate(board.slots) if slot.is_guess), 0)
                board.look = replace(board.look, slot=first)
                board.draw()
                return
        if not stay:
            self._window.say(self._desk.all_settled)

    # Lines

    def _remove(self) -> None:
        board = self._board
        thing, slot = board.thing, board.slot
        if slot is not None:
            self._asker.clear(slot)
            return
        if thing.sort in (Sort.PAGE, Sort.CREW) or board.look.pane is not Pane.OUTLINE:
            self._window.say(self._desk.not_here, bad=True)
            return

        def remove() -> None:
            rest = board.source.value(thing.path[:-1])
            is_last = isinstance(rest, list) and len(rest) == 1
            gone = (
                thing.path[:-1] if is_last and thing.path[-2] in ("parts", "tracks", "duties") else thing.path
            )
            if self._try(lambda: (drop(board.source, gone), thing.path)):
                self._window.say(self._desk.done_remove.format(title=thing.title))

        if thing.is_heading or thing.sort is Sort.SESSION:
            title = self._desk.ask_remove.format(title=thing.title)
            self._window.confirm(title, self._desk.ask_remove_why, remove)
        else:
            remove()

    def _shift(self, by: int) -> None:
        board, slot, thing = self._board, self._board.slot, self._board.thing
        if slot is not None:
            if slot.ask is Ask.CUE and slot.written:
                index = int(slot.path[-1])
                target = max(0, index + (2 if by > 0 else -1))
                moved = self._try(
                    lambda: (move(board.source, slot.path, slot.path[:-1], target)[0], thing.path)
                )
                if moved:
                    board.step(by)
            return
        match thing.sort:
            case Sort.ITEM:
                self._try(lambda: programme.shift(board.source, thing.path, by))
            case Sort.TRACK | Sort.DUTY | Sort.SESSION:
                place = max(0, int(thing.path[-1]) + (2 if by > 0 else -1))
                self._try(lambda: move(board.source, thing.path, thing.path[:-1], place))
            case _:
                self._window.say(self._desk.not_here, bad=True)

    def _of_item(self, order: Deed) -> None:
        source, path = self._board.source, self._board.thing.path
        match order:
            case Deed.NEST:
                if self._try(lambda: programme.nest(source, path)):
                    title = self._board.source.value((*self._board.thing.path[:-2], "title"))
                    self._window.say(self._desk.done_nest.format(title=title))
            case Deed.TAKE_OUT:
                self._try(lambda: programme.take_out(source, path))
            case _:
                self._try(lambda: (programme.join(source, path), path))

    def _back_to(self, history: History | None, said: str, nothing: str) -> None:
        if history is None:
            self._window.say(nothing)
            return
        self._board.show(history)
        self._window.check()
        self._window.say(said)

    # Sound

    def _listen(self) -> None:
        window, thing = self._window, self._board.thing
        name = self._board.source.value((*thing.path, "file")) if thing.sort is Sort.TRACK else None
        folder = File() if window.shelf is None else window.shelf.path.parent
        found = file_beside(folder, name) if isinstance(name, str) else None
        if window.listen is None:
            window.say(self._desk.no_player, bad=True)
        elif found is None:
            window.say(self._desk.no_file, bad=True)
        else:
            wrong = window.listen(found)
            said = self._desk.listening if wrong is not None else self._desk.stopped
            window.say(wrong or said.format(file=found.name), bad=bool(wrong))
