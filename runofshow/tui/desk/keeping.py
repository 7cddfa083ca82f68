"""The file at the desk: saved, asked for where there is none, and taken up again after a crash."""

from __future__ import annotations

import errno
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
from runofshow.tui.fields import Field, Values, Wrong

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
        self._left: tuple[Written, Shelf] | None = None
        """What was found unsaved, and nobody has yet said whether it is wanted."""

    def save(self, then: Do | None = None) -> None:
        """Put the text onto the disk, and then go on. Asks where, and before it writes over others' work."""
        shelf = self._window.shelf
        if shelf is None:
            self.save_as(then)
        else:
            self._save_at(shelf, then)

    def _save_at(self, shelf: Shelf, then: Do | None) -> None:
        try:
            is_changed = shelf.is_changed
        except OSError as error:
            self._failed(shelf, error, then)
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
            kept = shelf.keep(text)
        except OSError as error:
            self._failed(shelf, error, then)
            return
        self.drop_unsaved()
        self._window.shelf = kept
        board.file = shelf.path.name
        board.history = replace(board.history, saved=text)
        self._window.say(self._desk.done_save.format(path=shelf.path))
        # tracks are looked for beside the file
        self._window.check()
        if then is not None:
            then()

    def _failed(self, shelf: Shelf, error: OSError, then: Do | None) -> None:
        """Say why in words, and ask for another place."""
        desk, code = self._desk, error.errno
        if code in (errno.EACCES, errno.EPERM, errno.EROFS):
            said = desk.no_right
        elif code in (errno.ENOENT, errno.ENOTDIR):
            said = desk.no_folder
        elif code == errno.ENOSPC:
            said = desk.disk_full
        else:
            said = desk.not_saved
        self.save_as(then, str(shelf.path), said.format(folder=shelf.path.parent, path=shelf.path))

    def save_as(self, then: Do | None = None, name: str = "", wrong: str = "") -> None:
        """Ask for a file, and save there. `wrong` is what came of `name`."""
        shelf = self._window.shelf
        title = str(self._board.source.data.get("title", ""))
        proposed = f"{slug(title)[:60].strip('-') or 'agenda'}.yaml" if shelf is None else str(shelf.path)
        fields = [Field("text", self._desk.where, name or proposed)]
        words = self._window.words
        told = Wrong("text", wrong) if wrong else None
        form = Form(words, self._desk.ask_where, fields, empty_complaint(words), told=told)

        def heard(values: Values | None) -> None:
            if values is not None:
                name = values["text"]
                path = File(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
                path = path.expanduser().resolve()
                self._save_at(shelf if shelf is not None and shelf.path == path else Shelf(path), then)

        self._window.push_screen(form, heard)

    # What a crash would lose

    @property
    def _net(self) -> Shelf | None:
        return self._window.shelf or self._window.unnamed

    def find_unsaved(self) -> None:
        """Look for what was not saved when the desk stopped last; it stays until it has been asked about."""
        left = None if self._net is None else self._net.left_unsaved()
        if left is None or left[0] == self._board.source.text:
            return
        try:
            self._left = written(left[0]), left[1]
        except NotWritten:
            return

    def offer_unsaved(self) -> None:
        """Ask about what was found. Esc opens it too: undone it is as if it had not been."""
        if self._left is None:
            return
        source, shelf = self._left

        def take() -> None:
            if self._window.shelf is not None:
                # what somebody else has written since is asked about when it is saved
                self._window.shelf = shelf
            self._left = None
            self._then(source, ())

        def drop() -> None:
            self._left = None
            self.drop_unsaved()

        desk = self._desk
        answers = (desk.rest_take, desk.rest_drop)
        self._window.confirm(desk.ask_rest, desk.ask_rest_why, take, drop, answers, on_yes=True, left=take)

    def catch(self, text: str) -> None:
        """Keep what is not saved, if it is not."""
        net = self._net
        if net is None or self._left is not None:
            return
        if self._board.history.is_saved:
            net.forget_unsaved()
        else:
            net.keep_unsaved(text)

    def drop_unsaved(self) -> None:
        """It is saved, or not wanted."""
        if self._net is not None:
            self._net.forget_unsaved()
