"""What stands on the first screen, and which row is chosen."""

from __future__ import annotations

from textual import events

from runofshow.core.value import replace
from runofshow.texts.first import FirstTexts
from runofshow.tui.first.menu import Drawn, Page, menu
from runofshow.tui.first.wishes import Digit, Dropped, Step, step_for_key, step_for_sign
from runofshow.tui.lines import Picture
from runofshow.tui.pen import Pen
from runofshow.tui.window import OF_A_PASTE, Board


class FirstBoard(Board):
    """Shows one page of rows."""

    def __init__(self, pen: Pen, words: FirstTexts, version: str, page: Page, at: int) -> None:
        super().__init__(pen)
        self._words = words
        self._band = (words.name, f"9 {words.other_language} · runofshow {version}")
        self.page_of_rows = page
        self.at = at
        self._row_at: tuple[int | None, ...] = ()
        self._drawn_from: object = None

    @property
    def failure_words(self) -> str:
        return self._words.failed

    def turn_to(self, page: Page, at: int) -> None:
        """Show another page, with this row chosen."""
        self.page_of_rows, self.at = page, at
        self.draw()

    def step(self, step: Step) -> None:
        """Choose another row; past the last one comes the first."""
        count = len(self.page_of_rows.rows)
        match step:
            case Step.UP | Step.DOWN:
                self.at = (self.at + step.value) % count
            case Step.FIRST:
                self.at = 0
            case Step.LAST:
                self.at = count - 1
        self.draw()

    def hush(self) -> None:
        """What came of the last wish has been read."""
        self.page_of_rows = replace(self.page_of_rows, said=None)

    # What is asked of it

    def order_for_sign(self, sign: str) -> Step | Digit | None:
        return step_for_sign(sign)

    def order_for_key(self, key: str) -> Step | None:
        return step_for_key(key)

    def on_mouse_scroll_down(self) -> None:
        self.obey(Step.DOWN)

    def on_mouse_scroll_up(self) -> None:
        self.obey(Step.UP)

    def on_click(self, event: events.Click) -> None:
        """A click takes the row it falls on."""
        y = event.screen_y
        row = self._row_at[y] if 0 <= y < len(self._row_at) else None
        if row is not None:
            self.obey(Digit(row + 1))

    def _forward_event(self, event: events.Event) -> None:
        if isinstance(event, events.Paste):
            # a file that is dropped onto the window comes as its path
            self._pasted_until = event.time + OF_A_PASTE
            self.obey(Dropped(event.text))
        else:
            super()._forward_event(event)

    # Drawing

    def forget(self) -> None:
        self._drawn_from = None

    def drawn(self) -> Picture | None:
        width, height = self.size
        drawn_from = (self.page_of_rows, self.at, width, height)
        if width < 20 or height < 4 or drawn_from == self._drawn_from:
            return None
        drawn: Drawn = menu(self.page_of_rows, self.at, self._band, (width, height), self.pen)
        self._row_at, self._drawn_from = drawn.row_at, drawn_from
        return drawn.picture
