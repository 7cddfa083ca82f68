"""The player beside a music operator's screen, away from the console: in a thread of its own.

A terminal that stops reading stops no music, and neither does a network that breaks: what sounds goes on, and
what was called meanwhile is carried out or told as too late when the hall is heard again (player.py).

That the record has a player of the music operator does not make it this one: another laptop may have come
first. This one has the place from the state of the record in which the hall took it in, and until a later
picture shows the place otherwise.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from runofshow.core.agenda import Track
from runofshow.core.sound import SILENT, PanicOrder
from runofshow.core.sound_events import PlayerCame, SoundNews
from runofshow.core.sounding import sounded
from runofshow.players.happenings import Output
from runofshow.players.player import Player
from runofshow.players.post import NewsPost, dated
from runofshow.screen.asking import ShutOut
from runofshow.screen.connection import Connection
from runofshow.screen.picture import HandPicture
from runofshow.screen.played_here import PlayedHere, Silence
from runofshow.screen.player_view import HERE, player_view_of

LOOK_S = 1.0
"""Between two looks at the show when nothing is heard: a track that could not be armed is tried again."""

FAREWELL_S = 3.0
"""For the player to let go of the sound, and for the hall to be told."""


class AwayPlayer:
    """Plays what the hall calls, from `start` to `stop`. Orders come in from any thread."""

    def __init__(
        self,
        program: Path,
        find: Callable[[Track], Path | None],
        connection: Connection,
        steady: Callable[[], float],
        output: Output,
    ) -> None:
        """`program` is mpv, `find` gives a track's file. Before the connection starts."""
        self._failure = ""
        self._program = program
        self._find = find
        self._connection = connection
        self._output = output
        self._post = NewsPost(connection, steady, self._take_place)
        self._taken_in: int | None = None
        self._heard = SILENT
        self._loop: asyncio.AbstractEventLoop | None = None
        self._player: Player | None = None
        self._stopping = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="runofshow player", daemon=True)
        connection.listen(self._look_soon)

    def now(self) -> PlayedHere:
        """What it does at this moment."""
        levels = {} if self._player is None else self._player.levels
        return PlayedHere(self._heard.decks, levels, self._taken_in is not None, self._failure)

    def start(self) -> None:
        """Begin to follow the show."""
        self._thread.start()

    def silence(self, order: Silence) -> None:
        """Carry out an order that cannot reach the hall."""
        player = self._player
        if player is not None:
            self._soon(lambda: player.silence(order))

    def stop(self) -> None:
        """Silence, and tell the hall that this player has left, while the connection still stands."""
        self._soon(self._stopping.set)
        self._thread.join(FAREWELL_S)
        self._post.close(HERE, FAREWELL_S)

    # In the thread of the player

    def _run(self) -> None:
        try:
            asyncio.run(self._play())
        except Exception as error:  # noqa: BLE001 - the thread's edge: the screen says it, the hall is told
            self._failure = f"{type(error).__name__}: {error}"
            self._post.close(HERE, FAREWELL_S)

    async def _play(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._player = Player(self._program, HERE, self._find, self._tell, self._output)
        self._post.start()
        playing = asyncio.create_task(self._player.run())
        looking = asyncio.create_task(self._look_now_and_then())
        stopping = asyncio.create_task(self._stopping.wait())
        await asyncio.wait((playing, looking, stopping), return_when=asyncio.FIRST_COMPLETED)
        for task in (playing, looking, stopping):
            task.cancel()
        for ended in await asyncio.gather(playing, looking, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended

    def _tell(self, news: SoundNews) -> None:
        self._post.put(news)
        now = self._connection.reckoned
        if now is not None and not isinstance(news, PlayerCame):
            # its own coming empties the record's decks, and none of these
            self._heard = sounded(self._heard, dated(news, now, timedelta()))

    async def _look_now_and_then(self) -> None:
        while True:
            self._look()
            await asyncio.sleep(LOOK_S)

    def _look(self) -> None:
        """Show the player the newest picture."""
        connection, player = self._connection, self._player
        assert player is not None
        if isinstance(connection.standing, ShutOut):
            # the hall's console plays from now on; two machines would play at once
            player.silence(PanicOrder(hard=False))
            return
        picture, now = connection.latest, connection.now
        if not isinstance(picture, HandPicture) or now is None:
            return
        view = player_view_of(picture, now, self._has_place(picture))
        if view is not None:
            player.tell(view)

    def _has_place(self, picture: HandPicture) -> bool:
        if self._taken_in is None or picture.head.seq < self._taken_in:
            return False
        if picture.sound is None or picture.sound.player != HERE:
            self._taken_in = None
        return self._taken_in is not None

    # In any thread

    def _take_place(self, seq: int) -> None:
        self._soon(lambda: self._enter(seq))

    def _enter(self, seq: int) -> None:
        self._taken_in = seq
        self._look()

    def _look_soon(self) -> None:
        self._soon(self._look)

    def _soon(self, act: Callable[[], object]) -> None:
        if self._loop is not None:
            # the loop has ended: there is nothing to do it to
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(act)
