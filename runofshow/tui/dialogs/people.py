"""The dialog that lists who is looked for, and in which they are ticked, substituted and put in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events

from runofshow.core.value import replace
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.people import PeopleLook, Person, people_of, people_panel
from runofshow.tui.scanning import Digits

Deed = Callable[[str, Person | None], None]
"""Does what a key asks for of the one under the cursor; None where nobody is listed."""

PAGE = 6


class PeopleDialog(PanelDialog[ConsoleBoard]):
    """It shows the picture of now with each beat. The cursor stays on a person, not on a line."""

    LOOK: ClassVar[str] = "people"

    def __init__(self, board: ConsoleBoard, deed: Deed) -> None:
        super().__init__(board)
        self._deed = deed
        self._chosen: str | None = None
        self._digits = Digits()
        self._places: tuple[int | None, ...] = ()
        self.look = PeopleLook()

    def tell(self, status: Status) -> None:
        """Say this above the keys."""
        self.look = replace(self.look, status=status)
        self.draw()

    def draw(self) -> None:
        listed = people_of(self._board.shown.people)
        ids = [one.person_id for one in listed]
        at = ids.index(self._chosen) if self._chosen in ids else min(self.look.at, max(0, len(ids) - 1))
        self.look = replace(self.look, at=at)
        drawn = people_panel(self.look, self._board.shown, self._board.pen, *self._canvas.size)
        self.look, self._places = replace(self.look, top=drawn.top), drawn.places
        self._canvas.show(drawn.picture)

    def obey(self, asked: str, at: float) -> None:
        listed = people_of(self._board.shown.people)
        steps = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}
        steps |= {"home": -len(listed), "end": len(listed)}
        if asked == "enter" and self._digits.enter(at) is not None:
            # a scanner ends with Enter, which here would tick whoever is under the cursor
            self.tell(Status(self._board.pen.words.people.card_elsewhere, bad=True))
        elif self._digits.sign(asked, at):
            return
        elif asked in steps:
            self._go(self.look.at + steps[asked])
        else:
            self._deed(asked, listed[self.look.at] if listed else None)

    def follow(self, person_id: str) -> None:
        """Put the cursor on that person, wherever they stand by now."""
        self._chosen = person_id
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """A click on somebody puts the cursor there."""
        at = event.screen_y - self._canvas.region.y
        place = self._places[at] if 0 <= at < len(self._places) else None
        if place is not None:
            self._go(place)

    def on_mouse_scroll_down(self) -> None:
        self._go(self.look.at + 1)

    def on_mouse_scroll_up(self) -> None:
        self._go(self.look.at - 1)

    def _go(self, to: int) -> None:
        listed = people_of(self._board.shown.people)
        if listed:
            at = max(0, min(len(listed) - 1, to))
            self._chosen = listed[at].person_id
            self.look = replace(self.look, at=at, status=None)
            self.draw()
