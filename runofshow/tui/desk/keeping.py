"""The file at the desk: saved, asked for where there is none, and taken up again after a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING

from runofshow.agenda_file.editing.written import NotWritten, Written, written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.wording import slug
from runofshow.core.value import replace
from runofshow.tui.asking import empty_complaint
from runofshow.tui.desk.shelf import Shelf
from runofshow.tui.dialogs.form import Form
from runofshow.tui.fields import Field, Values

if TYPE_CHECKING:
    from runofshow.tui.desk.app import PlanDesk

Do = Callable[[], None]


class Keeper:
    """Keeps the text of the desk in its file."""

    def __init__(self, window: PlanDesk, then: Callable[[Written, Path], None]) -> None:
        self._window = window
        self._board = window.board
        self._desk = window.desk
        self._then = then

    def save(self, then: Do | None = None) -> None:
        """Put the text onto the disk, and then go on. Asks where, and before it writes over others' work."""
        shelf = self._window.shelf
        if shelf is None:
            self._ask_where(then)
            return
        try:
            is_changed = shelf.is_changed
        except OSError as error:
            self._window.say(self._desk.not_saved.format(error=error.strerror or error), bad=True)
            return
        if is_changed and shelf.seen:
            why = self._desk.ask_changed_why.format(path=shelf.path.name)
            self._window.confirm(self._desk.ask_changed, why, lambda: self._keep(shelf, then))
        elif is_changed:
            title = self._desk.ask_exists.format(path=shelf.path.name)
            self._window.confirm(title, str(shelf.path), lambda: self._keep(shelf, then))
        else:
            self._keep(shelf, then)

    def _keep(self, shelf: Shelf, then: Do | None) -> None:
        board = self._board
        text = board.source.text
        try:
            self._window.shelf = shelf.keep(text)
        except OSError as error:
            self._window.say(self._desk.not_saved.format(error=error.strerror or error), bad=True)
            return
        board.file = shelf.path.name
        board.history = replace(board.history, saved=text)
        self._window.say(self._desk.done_save.format(path=shelf.path))
        # tracks are looked for beside the file
        self._window.check()
        if then is not None:
            then()

    def _ask_where(self, then: Do | None) -> None:
        title = str(self._board.source.data.get("title", ""))
        fields = [Field("text", self._desk.where, f"{slug(title)[:60].strip('-') or 'agenda'}.yaml")]
        wrong = empty_complaint(self._window.words)
        form = Form(self._window.words, self._desk.ask_where, fields, wrong)

        def heard(values: Values | None) -> None:
            if values is not None:
                name = values["text"]
                path = File(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
                shelf = Shelf(path.expanduser().resolve())
                self._window.shelf = shelf
                self.save(then)
                if self._window.shelf is shelf:
                    # nothing was written: it is asked again
                    self._window.shelf = None

        self._window.push_screen(form, heard)

    def offer_unsaved(self) -> None:
        """Ask about what was not saved when the desk stopped last."""
        shelf = self._window.shelf
        left = None if shelf is None else shelf.left_unsaved()
        if shelf is None or left is None or left == self._board.source.text:
            return
        try:
            source = written(left)
        except NotWritten:
            return

        def take() -> None:
            self._then(source, ())

        desk = self._desk
        self._window.confirm(
            desk.ask_rest, desk.ask_rest_why, take, shelf.forget_unsaved, (desk.rest_take, desk.rest_drop)
        )
