"""Whose machine is the hall's music player: one guest's, for as long as it is there.

The record knows that the operator's machine plays, not which of them does: a second laptop on the same code
must not tell for the first. And a machine that has gone cannot say so. When its pictures are closed for five
seconds, or it is thrown out, or it has asked for nothing for too long though they look open (a cable that
was pulled tells nobody), the record hears that it left, and the console's own player may take the place.
"""

from __future__ import annotations

import asyncio

from runofshow.core.agenda import Role
from runofshow.core.commands import Command, ReportSound
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound_events import PlayerCame, PlayerWent
from runofshow.live import BY_PLAYER, LiveShow
from runofshow.web.access import Access
from runofshow.web.asker import Asker

HERE = Role.MUSIC.value
LOOK_S = 0.5
AWAY_S = 5.0
"""A network that comes back within so many seconds was never gone."""
SILENT_S = 8.0
"""Its screen sends a beat back every two."""


class PlayerSeat:
    """The guest that plays. Lives in the loop of the show."""

    def __init__(self, show: LiveShow, access: Access) -> None:
        self._show = show
        self._access = access
        self._guest_id: str | None = None
        self._away_since: float | None = None

    def refusal(self, asker: Asker, command: Command) -> Refused | None:
        """Why `asker` may not tell this as the player; None for everything else."""
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

    def obeyed(self, asker: Asker, command: Command) -> None:
        """The record has taken `command` of `asker`."""
        if isinstance(command, ReportSound) and isinstance(command.news, PlayerCame) and asker.guest:
            self._guest_id, self._away_since = asker.guest.guest_id, None

    async def watch_forever(self) -> None:
        """Tell the record when the player has gone."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK_S)
            self.look(loop.time())

    def look(self, now: float) -> None:
        """See whether the player is still there at `now`, seconds of the loop's clock."""
        if self._is_taken and self._has_gone(now):
            self._guest_id = self._away_since = None
            self._show.do(ReportSound(PlayerWent(HERE, "left", self._show.latest.now)), BY_PLAYER)

    @property
    def _is_taken(self) -> bool:
        """By the record: the console's player, too, may have taken the place."""
        return self._show.latest.sound.player == HERE

    def _has_gone(self, now: float) -> bool:
        guest = next((one for one in self._access.present if one.guest_id == self._guest_id), None)
        if guest is None:
            # thrown out, or a hall that was opened anew: it will come again if it may
            return True
        if guest.screens:
            self._away_since = None
            return now - guest.seen > SILENT_S
        if self._away_since is None:
            self._away_since = now
        return now - self._away_since >= AWAY_S
