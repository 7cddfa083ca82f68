"""A question before what cannot be taken back. Esc is no, and so is Enter unless yes was chosen.

Where yes is what loses nothing, Enter is yes.
"""

from __future__ import annotations

import math

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.diacritics import fold
from runofshow.tui.dialogs.dialog import Dialog


class Answer(Button):
    """A button that gives its question each key at once and from no queue: of two keys the first counts."""

    def _forward_event(self, event: events.Event) -> None:
        asked = self.screen
        if not (isinstance(event, events.Key) and isinstance(asked, Question) and asked.hears(event)):
            super()._forward_event(event)


class Question(Dialog[bool | None]):
    """Asks one thing at a time; None when it was left without an answer.

    One screen serves all questions: each new one would cost memory.
    """

    def __init__(self, words: ConsoleTexts) -> None:
        super().__init__()
        self._words = words
        self._title = self._why = ""
        self._yes, self._no = words.yes, words.running.no
        self._stands_on = "no"
        self._stands_since = 0.0

    def about(
        self, title: str, why: str, yes: str | None = None, no: str | None = None, *, on_yes: bool = False
    ) -> Question:
        """The same screen with another question on it, and with answers of its own where they are given.

        `on_yes` has Enter take yes, where no is what would lose something.
        """
        self._title, self._why = title, why
        self._yes, self._no = yes or self._words.yes, no or self._words.running.no
        self._stands_on = "yes" if on_yes else "no"
        self._stands_since = math.inf
        return self

    def compose(self) -> ComposeResult:
        with Vertical(classes="card"):
            yield Static(id="title", markup=False)
            yield Static(id="why", markup=False)
            with Horizontal(classes="buttons"):
                yield Answer(self._no, id="no")
                yield Answer(self._yes, id="yes")

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        self._stands_since = event.time
        self.query_one("#title", Static).update(self._title)
        self.query_one("#why", Static).update(self._why)
        self.query_one("#yes", Button).label = self._yes
        self.query_one("#no", Button).label = self._no
        self.query_one(f"#{self._stands_on}", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def hears(self, event: events.Key) -> bool:
        """Whether the key is for this question, which is then answered or has another button chosen."""
        chosen = self.focused
        match event.key:
            case "escape":
                self.dismiss(None)
            case "left" | "shift+tab":
                self.focus_previous()
            case "right" | "tab":
                self.focus_next()
            case "enter" if isinstance(chosen, Button):
                self.dismiss(chosen.id == "yes")
            case _:
                return self._is_answered(event)
        return True

    def _is_answered(self, event: events.Key) -> bool:
        # a yes that was typed before the question stood answers something else
        if event.is_printable and event.character and event.time >= self._stands_since:
            sign = event.character
            # Có and Không by their first letter, with or without marks; y and n in either language.
            for answer, said in ((True, self._yes), (False, self._no)):
                if fold(sign) in (fold(said)[0], "y" if answer else "n"):
                    self.dismiss(answer)
                    return True
        return False
