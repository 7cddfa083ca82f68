"""Whose machine is the hall's music player: one guest's, for as long as it is there.

The record knows that the operator's machine plays, not which of them does: a second laptop on the same code
must not tell for the first. And a machine that has gone cannot say so. When it is thrown out, or is no longer
here (guests.py), the record hears that it left, and the console's own player may take the place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from runofshow.core.agenda import Role
from runofshow.core.commands import Command, ReportSound
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound_events import PlayerCame, PlayerWent
from runofshow.hall.access import Access
from runofshow.hall.door import Asker

HERE = Role.MUSIC.value
LOOK_S = 0.5


class PlayerSeat:
    """The guest that plays. Lives in the loop of the show."""

    def __init__(
        self,
        obey: Callable[[Command, str, int | None], Awaitable[Entry | Refused]],
        latest: Callable[[], Snapshot],
        access: Access,
    ) -> None:
        """`obey` and `latest` are the show's."""
        self._show_obeys = obey
        self._latest = latest
        self._access = access
        self._guest_id: str | None = None

    async def obey(self, asker: Asker, command: Command, seen: int | None) -> Entry | Refused:
        """The show's own `obey`, but that news of the player are taken from the one that plays alone."""
        refusal = self._refusal(asker, command)
        if refusal is not None:
            return refusal
        comes = isinstance(command, ReportSound) and isinstance(command.news, PlayerCame) and asker.guest
        before = self._guest_id
        if comes:
            # before the record has it: a look at that moment would miss the one who sat here last
            self._guest_id = comes.guest_id
        answer = await self._show_obeys(command, asker.role.value, seen)
        if comes and isinstance(answer, Refused):
            self._guest_id = before
        return answer

    def _refusal(self, asker: Asker, command: Command) -> Refused | None:
        if not isinstance(command, ReportSound):
            return None
        if asker.guest is None:
            # a program has no picture by which it could be missed
            return Refused(Reason.NOT_ALLOWED)
        if asker.guest.guest_id == self._guest_id:
            return None
        if self._is_taken:
            return Refused(Reason.PLAYER_TAKEN)
        return None if isinstance(command.news, PlayerCame) else Refused(Reason.NO_PLAYER)

    async def watch_forever(self) -> None:
        """Tell the record when the player has gone."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK_S)
            await self.look(loop.time())

    async def look(self, now: float) -> None:
        """See whether the player is still there at `now`, seconds of the loop's clock."""
        if self._is_taken and self._has_gone(now):
            self._guest_id = None
            went = ReportSound(PlayerWent(HERE, "left", self._latest().now))
            await self._show_obeys(went, went.told_by, None)

    @property
    def _is_taken(self) -> bool:
        """By the record: the console's player, too, may have taken the place."""
        return self._latest().sound.player == HERE

    def _has_gone(self, now: float) -> bool:
        guest = next((one for one in self._access.present if one.guest_id == self._guest_id), None)
        # none: thrown out, or a hall that was opened anew. It will come again if it may.
        return guest is None or not guest.is_here(now)
