"""The way of a player's news to the hall: one at a time, in their order, as long as it takes.

What cannot be told now is kept, for a track that began is worth telling also when the network comes back; it
is then told as it is by then, so many seconds into the track. A measured track can wait, and does: it must
not take the turn of what is heard.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.commands import ReportSound
from runofshow.core.sound_events import PlayerWent, SoundNews, TrackBegan, TrackFading, TrackMeasured
from runofshow.core.value import replace
from runofshow.line.answer import Answer, Failure, NotObeyed
from runofshow.line.connection import Connection
from runofshow.line.standing import Live

KEPT = 256
"""News that wait. Beyond that the oldest go: by then the hall has long taken this player for gone."""

PAUSE_S = 0.25
"""Before the same is tried again."""

CALM_S = 0.5
"""Between two measured tracks, so that a hundred of them use up nobody's patience."""

FRESH = timedelta(seconds=1)
"""News are told as they were made until they are so old."""


class _Letter(Struct, frozen=True):
    news: SoundNews
    made_at: float


class NewsPost:
    """Brings news to the hall in a thread of its own. `put` may be called in any thread, and never waits."""

    def __init__(
        self,
        connection: Connection,
        steady: Callable[[], float],
        answered: Callable[[SoundNews, Answer], None],
    ) -> None:
        """`answered` hears, in the post's thread, what the hall decided of each of the news."""
        self.failure = ""
        """Why it brings nothing any more; empty while it does."""
        self._connection = connection
        self._steady = steady
        self._answered = answered
        self._changed = threading.Condition()
        self._heard: deque[_Letter] = deque(maxlen=KEPT)
        self._measured: deque[_Letter] = deque(maxlen=KEPT)
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name="runofshow player news", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def put(self, news: SoundNews) -> None:
        """Tell `news` when its turn comes."""
        with self._changed:
            box = self._measured if isinstance(news, TrackMeasured) else self._heard
            box.append(_Letter(news, self._steady()))
            self._changed.notify()

    def close(self, where: str, patience: float) -> None:
        """Tell that the player has left, unless the hall is out of reach, and end. Once is enough."""
        with self._changed:
            if self._is_closing:
                return
            self._is_closing = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(patience)
        now = self._connection.now
        if now is not None and isinstance(self._connection.standing, Live):
            self._connection.ask(order_of(PlayerWent(where, "left", now), now, timedelta()))

    def _run(self) -> None:
        try:
            self._bring()
        except Exception as error:  # noqa: BLE001 - the thread's edge: the screen says it, and the music goes on
            self.failure = f"{type(error).__name__}: {error}"

    def _bring(self) -> None:
        while (letter := self._next()) is not None:
            while not self._is_closing and not self._tell(letter):
                self._wait(PAUSE_S)
            if isinstance(letter.news, TrackMeasured):
                self._wait(CALM_S, is_over=lambda: bool(self._heard))

    def _next(self) -> _Letter | None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_closing or self._heard or self._measured)
            if self._is_closing:
                return None
            return (self._heard or self._measured).popleft()

    def _wait(self, seconds: float, is_over: Callable[[], bool] = lambda: False) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_closing or is_over(), seconds)

    def _tell(self, letter: _Letter) -> bool:
        """Whether the hall has decided; what it refuses is not told again."""
        now = self._connection.now
        if now is None:
            return False
        age = timedelta(seconds=self._steady() - letter.made_at)
        answer = self._connection.ask(order_of(letter.news, now, age))
        if isinstance(answer, NotObeyed) and answer.failure is not Failure.REFUSED:
            return False
        self._answered(letter.news, answer)
        return True


def order_of(news: SoundNews, now: datetime, age: timedelta) -> ReportSound:
    """The order that tells `news`, made `age` ago, at the show's moment `now`."""
    return ReportSound(dated(news, now, age if age >= FRESH else timedelta()))


def dated(news: SoundNews, now: datetime, age: timedelta) -> SoundNews:
    """The news as they are at `now`, when they were made `age` ago."""
    match news:
        case TrackBegan(position=position):
            return replace(news, position=position + age, at=now)
        case TrackFading(until=until, at=at):
            return replace(news, until=now + max(until - at - age, timedelta()), at=now)
        case _:
            return replace(news, at=now)
