"""The player beside a music operator's screen, away from the console: in a thread of its own.

A terminal that stops reading stops no music, and neither does a network that breaks: what sounds goes on, and
what was called meanwhile is carried out or told as too late when the hall is heard again (player.py).

The theory. That the record has a player of the music operator does not make it this one: the picture is the
same for every laptop of the role. The hall's answers tell it: this player has the place from the state of the
record in which the hall took it in, until a picture shows the place empty or another's. One that was out of
reach, or whose news were refused, may have been taken for gone, and another laptop may have come. It sounds
on, but obeys nothing until the hall has taken news of it again. The same while it comes, for the picture that
shows it in its place may be here before the answer.

    ANOTHERS --comes--> COMING --taken in--> OURS --out of reach, refused--> UNSURE
                                             OURS <--obeyed-- ASKED <--tells what it has--'
    and from anywhere to ANOTHERS, when the hall says so
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from enum import Enum, auto
from pathlib import Path

from runofshow.core.agenda import Track
from runofshow.core.refusal import Reason
from runofshow.core.sound import SILENT, PanicOrder
from runofshow.core.sound_events import PlayerCame, SoundNews
from runofshow.core.sounding import sounded
from runofshow.core.views.playing import MUSIC, player_view_away
from runofshow.core.views.roles import HandView
from runofshow.core.views.sound import DeckState, SoundView
from runofshow.line.answer import Answer, NotObeyed, Obeyed
from runofshow.line.connection import Connection
from runofshow.line.played_here import PlayedHere, Silence
from runofshow.line.standing import Live, ShutOut, Standing
from runofshow.players.happenings import Output
from runofshow.players.player import Player
from runofshow.players.post import NewsPost, dated

LOOK_S = 1.0
"""Between two looks at the show when nothing is heard: a track that could not be armed is tried again."""

FAREWELL_S = 3.0
"""For the player to let go of the sound, and for the hall to be told."""

ELSEWHERE = "elsewhere"
"""Where a player is that has the place, and is a music operator's, and not this one."""


class Place(Enum):
    """Whose the one place of a player is, as far as this one knows."""

    ANOTHERS = auto()
    """Or nobody's."""
    COMING = auto()
    """The hall is to say whether it takes this one in."""
    OURS = auto()
    UNSURE = auto()
    """Ours, when last heard of."""
    ASKED = auto()
    """The same, and the hall is to say."""


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
        self._connection = connection
        self._post = NewsPost(connection, steady, self._hear)
        self._player = Player(program, MUSIC, find, self._tell, output)
        self._place = Place.ANOTHERS
        self._taken_in = 0
        """The state of the record from which on the place is ours."""
        self._is_refused = False
        """The hall has another player, and ours does not know it yet."""
        self._heard = SILENT
        self._failure = ""
        self._loop = asyncio.new_event_loop()
        self._news = asyncio.Event()
        self._stopping = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="runofshow player", daemon=True)
        connection.listen(lambda: self._soon(self._news.set))

    def now(self) -> PlayedHere:
        """What it does at this moment."""
        is_ours, failure = self._place is not Place.ANOTHERS, self._failure or self._post.failure
        return PlayedHere(self._heard.decks, self._player.levels, is_ours, failure)

    def start(self) -> None:
        """Begin to follow the show."""
        self._post.start()
        self._thread.start()

    def silence(self, order: Silence) -> None:
        """Carry out an order that cannot reach the hall."""
        self._soon(lambda: self._player.silence(order))

    def stop(self) -> None:
        """Silence, and tell the hall that this player has left, while the connection still stands."""
        self._soon(self._stopping.set)
        if self._thread.is_alive():
            self._thread.join(FAREWELL_S)
        self._post.close(MUSIC, FAREWELL_S)

    def _soon(self, act: Callable[[], object]) -> None:
        """Do it in the player's thread; nothing when that has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    # In the thread of the player

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(self._play())
        except Exception as error:  # noqa: BLE001 - the thread's edge: the screen says it, the hall is told
            self._failure = f"{type(error).__name__}: {error}"
            self._post.close(MUSIC, FAREWELL_S)

    async def _play(self) -> None:
        works = [asyncio.create_task(work) for work in (self._player.run(), self._follow())]
        stopping = asyncio.create_task(self._stopping.wait())
        await asyncio.wait((*works, stopping), return_when=asyncio.FIRST_COMPLETED)
        for task in (*works, stopping):
            task.cancel()
        for ended in await asyncio.gather(*works, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended

    async def _follow(self) -> None:
        """Show the player each new picture."""
        while True:
            self._look()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_S):
                    await self._news.wait()
            self._news.clear()

    def _look(self) -> None:
        connection = self._connection
        standing, picture, now = connection.standing, connection.latest, connection.now
        if not isinstance(standing, Live):
            self._lose(standing)
        elif isinstance(picture, HandView) and picture.sound is not None and now is not None:
            self._see(picture, picture.sound, now)

    def _lose(self, standing: Standing) -> None:
        if isinstance(standing, ShutOut) and self._place is not Place.ANOTHERS:
            # the console plays from now on; two machines would play at once
            self._place = Place.ANOTHERS
            self._player.silence(PanicOrder(hard=False))
        elif self._place in (Place.OURS, Place.ASKED):
            self._place = Place.UNSURE

    def _see(self, picture: HandView, sound: SoundView, now: datetime) -> None:
        """Show the player the newest picture, unless the hall has yet to say whose the place is."""
        is_older = picture.seq < self._taken_in
        if is_older and self._place is Place.OURS:
            return
        if sound.player != MUSIC and not is_older and self._place is not Place.COMING:
            self._place = Place.ANOTHERS
        if self._place is Place.UNSURE:
            self._place = Place.ASKED
            self._player.tell_again()
        if self._place not in (Place.ASKED, Place.COMING):
            view = player_view_away(picture, now, self._place_in(sound))
            if view is not None:
                self._player.tell(view)

    def _place_in(self, sound: SoundView) -> str | None:
        """Where the player of the hall is; None where this one may take the place. The console's own yields
        to it while nothing sounds."""
        if self._is_refused:
            # told once: it is silent then, and asks again when the place is free
            self._is_refused = False
            return ELSEWHERE
        if sound.player != MUSIC:
            is_heard = any(deck.state is DeckState.SOUNDING for deck in sound.decks)
            return sound.player if is_heard else None
        return MUSIC if self._place is Place.OURS else ELSEWHERE

    def _tell(self, news: SoundNews) -> None:
        self._post.put(news)
        now = self._connection.reckoned
        if isinstance(news, PlayerCame):
            # that empties the record's decks, and none of these
            self._place = Place.COMING
        elif now is not None:
            self._heard = sounded(self._heard, dated(news, now, timedelta()))

    def _take(self, news: SoundNews, answer: Answer) -> None:
        """What the hall made of the news."""
        match answer:
            case Obeyed(seq) if isinstance(news, PlayerCame):
                self._place, self._taken_in = Place.OURS, seq
                self._player.taken_in()
            case Obeyed() if self._place is Place.ASKED:
                self._place = Place.OURS
            case NotObeyed() if isinstance(news, PlayerCame):
                self._place, self._is_refused = Place.ANOTHERS, True
            case NotObeyed(reason=Reason.PLAYER_TAKEN) if self._place is not Place.COMING:
                self._place = Place.ANOTHERS
            case NotObeyed(reason=Reason.NO_PLAYER | Reason.NOT_ALLOWED) if self._place is Place.OURS:
                self._place = Place.UNSURE
        self._news.set()

    # In the thread of the post

    def _hear(self, news: SoundNews, answer: Answer) -> None:
        self._soon(lambda: self._take(news, answer))
