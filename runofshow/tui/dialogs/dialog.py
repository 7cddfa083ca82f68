"""What lies over the board and gives one answer, however many keys and clicks arrive.

A key that was pressed while the dialog was opening is the dialog's: it waits for a field to take it.
After the answer nothing is heard any more, so the second Enter of two fast ones pops no screen beneath.
"""

from __future__ import annotations

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget


class AnswersOnce(Screen[ScreenResultType]):
    """A screen that goes only while it is the one on top: a second answer finds another there."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        # a screen that is used again must not be answered by the button that was chosen last time
        self.set_focus(None)
        return super().dismiss(result)


class Dialog(ModalScreen[ScreenResultType], AnswersOnce[ScreenResultType]):
    """One of ours over the board."""

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key | events.Paste] = []
        self._is_turning = False
        """The field still has keys to take before the next one has the focus."""
        self.stands = False
        """Whether it has had a field that takes keys."""

    @property
    def takes_early_keys(self) -> bool:
        """Whether what was typed before it stood is meant for it."""
        return False

    def beat(self) -> None:
        """A quarter of a second has passed."""

    def submit(self) -> None:
        """Enter was pressed in a field of one line, or Ctrl+S in any."""

    def leave(self) -> None:
        """Esc was pressed in a field."""
        self.dismiss()

    def _forward_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and self.takes_early_keys and not self.stands:
            self._early.append(event)
        else:
            super()._forward_event(event)

    def defers(self, event: events.Key | events.Paste, field: Widget) -> bool:
        """Whether it is not for this field: a Tab is obeyed behind the keys that came before it, and
        those behind it are the next field's."""
        if self._is_turning:
            self._early.append(event)
        elif isinstance(event, events.Key) and event.key in ("tab", "shift+tab"):
            self._is_turning = True
            field.call_later(self._turn_from, event.key)
        else:
            return False
        return True

    def _turn_from(self, key: str) -> None:
        self._is_turning = False
        if self.app.screen is not self:
            return
        if key == "tab":
            self.focus_next()
        else:
            self.focus_previous()
        self._take_early()

    def on_descendant_focus(self) -> None:
        self.stands = True
        self._take_early()

    def _take_early(self) -> None:
        early, self._early = self._early, []
        for key in early:
            if self.focused is not None:
                self.focused._forward_event(key)
