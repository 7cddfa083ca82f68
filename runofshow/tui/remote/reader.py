"""Where the reader of a remote screen is in what is longer than its room, and what moves it there."""

from __future__ import annotations

from collections.abc import Callable

from runofshow.core.agenda import Role
from runofshow.core.views.roles import HandView, RoleView, StageView
from runofshow.texts.screen import ScreenTexts
from runofshow.tui.keys import Act
from runofshow.tui.panels.footer import Status
from runofshow.tui.views.lectern import (
    Lectern,
    has_commands,
    paced,
    started,
    stepped,
    stopped,
    ticked,
    unticked,
)
from runofshow.tui.views.scrolling import Body, View

FOLLOW_AFTER = 80
"""Beats without a touch until the stage's order follows the show again: twenty seconds."""
FAR = 1_000_000
CONTEXT = 3
"""Rows above and beneath the command to call next, when it is brought into sight."""


class Reader:
    """Moves by keys, by the reading pace and with the show. The board tells it what it has drawn."""

    def __init__(self, role: Role, words: ScreenTexts, steady: Callable[[], float]) -> None:
        """`steady` gives seconds of a clock nobody sets."""
        self._role = role
        self._words = words
        self._steady = steady
        self._beats_idle = 0
        self.lectern = Lectern()
        self.scrolled: int | None = None
        """Lines from the top; None until something scrolls."""
        self.view = View([])
        """What was drawn last."""

    def beat(self, picture: RoleView | None) -> None:
        """A quarter of a second has passed."""
        if isinstance(picture, StageView) and self.scrolled is not None:
            self._beats_idle += 1
            if self._beats_idle >= FOLLOW_AFTER:
                self.scrolled = None
        if not self.lectern.is_scrolling:
            return
        view = self.view
        self.lectern, rows = stepped(self.lectern, self._steady(), view.body.rows_a_word)
        turn = view.body.next_at - view.room // 3
        # what follows is to be said later: the text stands where it begins, until it is started again
        end = turn if view.top < turn <= view.most else view.most
        if rows:
            self.scrolled = min(end, view.top + rows)
        if (self.scrolled or 0) >= end:
            self.lectern = stopped(self.lectern)

    def obey(
        self, act: Act, picture: RoleView | None, height: int, lay_out: Callable[[HandView], Body]
    ) -> Status | None:
        """Do what a key asks; what there is to say about it. `lay_out` gives the body as it would be now."""
        self._beats_idle = 0
        match act:
            case Act.ROLL:
                return self._start_or_stop()
            case Act.SLOWER | Act.FASTER:
                self.lectern = paced(self.lectern, 1 if act is Act.FASTER else -1)
            case Act.CALLED | Act.UNCALLED:
                return self._tick(act is Act.CALLED, picture, lay_out)
            case Act.FOLLOW:
                self.scrolled = None
            case _:
                return self._scroll(act, height)
        return None

    def turn_to(
        self, before: RoleView | None, picture: RoleView | None, lay_out: Callable[[HandView], Body]
    ) -> None:
        """Keep the words one looks at in their place when the next item becomes the running one."""
        if not isinstance(picture, HandView) or not isinstance(before, HandView):
            return
        was = before.current.item_id if before.current else None
        now = picture.current.item_id if picture.current else None
        if was == now or not self.scrolled or self._role is not Role.MC:
            return
        is_next = before.next is not None and before.next.item_id == now
        self.scrolled = max(0, self.scrolled - lay_out(before).next_at) if is_next else 0

    def _start_or_stop(self) -> Status | None:
        if self.lectern.is_scrolling:
            self.lectern = stopped(self.lectern)
        elif self.view.top < self.view.most:
            self.lectern = started(self.lectern, self._steady())
        else:
            return Status(self._words.roll_idle)
        return None

    def _tick(
        self, is_called: bool, picture: RoleView | None, lay_out: Callable[[HandView], Body]
    ) -> Status | None:
        if not isinstance(picture, HandView) or not has_commands(picture):
            return None
        before = self.lectern
        self.lectern = ticked(before, picture, self._steady()) if is_called else unticked(before, picture)
        if self.lectern == before:
            return Status(self._words.no_command if is_called else self._words.none_called)
        call_at, top = lay_out(picture).call_at, self.view.top
        if call_at is not None and not top <= call_at < top + self.view.room - CONTEXT:
            self.scrolled = max(0, call_at - CONTEXT)
        return None

    def _scroll(self, act: Act, height: int) -> Status | None:
        page = max(1, height // 2)
        by = {
            Act.CURSOR_UP: -1,
            Act.CURSOR_DOWN: 1,
            Act.PAGE_UP: -page,
            Act.PAGE_DOWN: page,
            Act.TO_FIRST: -FAR,
            Act.TO_LAST: FAR,
        }.get(act)
        if by is None:
            return None
        self.scrolled = max(0, min(self.view.most, self.view.top + by))
        if not self.lectern.is_scrolling:
            return None
        # the hand is right, whatever the pace says
        self.lectern = stopped(self.lectern)
        return Status(self._words.roll_stopped)
