"""The one door for orders from outside, by HTTP or by OSC: is it too fast, and is it an order at all?

Whether they may ask it, and had seen what it answers to, the show itself decides when the order's turn comes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Refused
from runofshow.hall.access import Wait
from runofshow.hall.guests import Guest
from runofshow.hall.pace import Pace
from runofshow.hall.reading import Order

PROGRAM = "program"
CALLER_PACE = (50.0, 100)
"""Orders a second, and at once: no hand is faster, and each is written to the disk."""
MUSIC_PACE = (10.0, 40)
"""What a player tells goes the way of its operator's keys, and must not use up their turn."""
HAND_PACE = (2.0, 10)


class Asker(Struct, frozen=True):
    """Who asks."""

    role: Role
    guest: Guest | None = None
    """None for a program."""
    program: str = PROGRAM
    """Tells one program from another."""

    @property
    def asker_id(self) -> str:
        """To tell one from another."""
        return self.guest.guest_id if self.guest else self.program


class Door:
    """Lives in the loop of the show."""

    def __init__(self, obey: Callable[[Asker, Command, int | None], Awaitable[Entry | Refused]]) -> None:
        """`obey` takes the newest state that was seen, where that is known."""
        self._obey = obey
        paces = {Role.CALLER: CALLER_PACE, Role.MUSIC: MUSIC_PACE}
        self._paces = {role: Pace(*paces.get(role, HAND_PACE)) for role in Role}

    async def admit(self, asker: Asker, read: Callable[[], Order], now: float) -> Entry | Refused | Wait:
        """What came of the order that `read` gives, or how long the asker has to wait before the next. What
        `read` raises counts as an order: nonsense has its pace, too. `now` is seconds of a steady clock."""
        wait = self._paces[asker.role].wait(asker.asker_id, now)
        if wait:
            return Wait(wait)
        order = read()
        return await self._obey(asker, order.command, order.seen)
