"""The panel of who is connected, over the stage: opens and closes the hall, renews codes, throws out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import ClassVar, TypeVar

from runofshow.core.agenda import Role
from runofshow.core.value import replace
from runofshow.hall.guests import Guest
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.hall import HallDoor, HallNow, device
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.joining import JoiningLook, chosen_link, entries, joining_panel, place
from runofshow.tui.pen import Pen

Answer = TypeVar("Answer")

STATUS_FOR = 32
"""Beats that what was done stays to be read: eight seconds."""


class Joining(PanelDialog[ConsoleBoard]):
    """One screen for the whole show: each new one would cost memory."""

    LOOK: ClassVar[str] = "joining"

    def __init__(self, board: ConsoleBoard, door: HallDoor | None) -> None:
        super().__init__(board)
        self._words = board.pen.words
        self._door = door
        self._look = JoiningLook()
        self._beats_said = 0
        self._qr: tuple[str, Sequence[str]] = ("", ())

    @property
    def look(self) -> JoiningLook:
        """What is chosen on it."""
        return self._look

    # Drawing

    def beat(self) -> None:
        if self._look.status is not None:
            self._beats_said += 1
            if self._beats_said >= STATUS_FOR:
                self._look = replace(self._look, status=None)
        self.draw()

    def draw(self) -> None:
        """Draw what the board last saw of the hall."""
        hall, look, (width, height) = self._board.hall, self._look, self._canvas.size
        pen: Pen = self._board.pen
        picture = joining_panel(hall, self._board.shown, pen, look, self._code(), width, height)
        self._canvas.show(picture)

    def _code(self) -> Sequence[str]:
        """The QR code of the chosen link, made once for each."""
        hall = self._board.hall
        link = None if hall is None else chosen_link(hall, self._look)
        if self._door is None or link is None or hall is None or hall.problem:
            return ()
        if self._qr[0] != link.url:
            self._qr = (link.url, tuple(self._door.qr(link.url)))
        return self._qr[1]

    def _say(self, text: str, *, bad: bool = False) -> None:
        self._beats_said = 0
        self._look = replace(self._look, status=Status(text, bad))
        self.draw()

    # Keys

    def action_close(self) -> None:
        self._look = replace(self._look, status=None, is_qr=False)
        self.dismiss()

    def obey(self, asked: str, at: float) -> None:
        if asked in ("w", "q", "ctrl+l"):
            self.action_close()
            if asked == "q":
                # As everywhere, and as the panel itself advises where there is no server.
                self.app.call_later(self.app.run_action, "leave")
        elif self._door is not None and self._board.hall is not None:
            self._obey(asked, self._door, self._board.hall)

    def _obey(self, asked: str, door: HallDoor, hall: HallNow) -> None:
        steps = {"up": -1, "down": 1, "left": -1, "right": 1, "pageup": -10, "pagedown": 10}
        if asked == "o":
            self._open_or_close(door, hall)
        elif hall.problem:
            return
        elif asked in steps:
            self._step(hall, steps[asked])
        elif asked in ("home", "end"):
            self._step(hall, -len(entries(hall)) if asked == "home" else len(entries(hall)))
        elif asked == "enter":
            self._look = replace(self._look, is_qr=not self._look.is_qr)
            self.draw()
        elif asked == "n":
            self._renew(door, hall)
        elif asked == "x":
            self._throw_out(door, hall)

    def _step(self, hall: HallNow, by: int) -> None:
        listed = entries(hall)
        if not listed:
            return
        entry = listed[max(0, min(len(listed) - 1, place(hall, self._look) + by))]
        guest_id = entry.guest_id if isinstance(entry, Guest) else None
        self._look = replace(self._look, role=entry.role, guest_id=guest_id)
        self.draw()

    # What is asked of the server

    def _open_or_close(self, door: HallDoor, hall: HallNow) -> None:
        words = self._words.joining
        if hall.problem:
            self._ask(door.close_to_hall, lambda went_wrong: self._moved(went_wrong, words.again))
        elif not hall.is_open_to_hall:
            self._board.window.confirm(
                words.ask_open,
                words.ask_open_why,
                lambda: self._ask(
                    door.open_to_hall, lambda went_wrong: self._moved(went_wrong, words.opened)
                ),
            )
        else:

            def close() -> None:
                self._ask(door.close_to_hall, lambda went_wrong: self._moved(went_wrong, words.shut))

            here = sum(guest.is_here(hall.now) for guest in hall.guests)
            if here:
                self._board.window.confirm(words.ask_close, words.ask_close_why.format(count=here), close)
            else:
                close()

    def _moved(self, went_wrong: str, done: str) -> None:
        if went_wrong:
            self._say(self._words.joining.not_done.format(error=went_wrong), bad=True)
        else:
            self._say(done)

    def _renew(self, door: HallDoor, hall: HallNow) -> None:
        words, link = self._words.joining, chosen_link(hall, self._look)
        if link is None:
            return
        name = self._words.role(link.role)

        def renew(role: Role = link.role) -> None:
            self._ask(
                lambda: door.renew(role),
                lambda code: self._say(words.renewed.format(role=name, code=code)),
            )

        here = hall.here(link.role)
        if here:
            self._board.window.confirm(
                words.ask_renew.format(role=name), words.ask_renew_why.format(count=here), renew
            )
        else:
            renew()

    def _throw_out(self, door: HallDoor, hall: HallNow) -> None:
        words = self._words.joining
        entry = entries(hall)[place(hall, self._look)] if hall.links else None
        if not isinstance(entry, Guest):
            self._say(words.choose_first, bad=True)
            return
        named = device(entry.agent)

        def out(guest_id: str = entry.guest_id) -> None:
            self._ask(
                lambda: door.throw_out(guest_id),
                lambda known: self._say(words.sent_away.format(device=named) if known else words.left_before),
            )

        title = words.ask_out.format(device=named, role=self._words.role(entry.role))
        self._board.window.confirm(title, words.ask_out_why.format(address=entry.address), out)

    def _ask(self, ask: Callable[[], Future[Answer]], then: Callable[[Answer], None]) -> None:
        self._say(self._words.joining.asked)
        self.app.run_worker(self._answered(ask, then), exit_on_error=False)

    async def _answered(self, ask: Callable[[], Future[Answer]], then: Callable[[Answer], None]) -> None:
        try:
            answer = await asyncio.wrap_future(ask())
        except Exception as error:  # noqa: BLE001
            # The edge of the server's thread: whatever went wrong there, the caller must be told.
            self._say(self._words.joining.not_done.format(error=repr(error)), bad=True)
        else:
            self._board.look_at_hall()
            then(answer)
