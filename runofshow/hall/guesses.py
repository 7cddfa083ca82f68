"""How fast codes and tokens may be guessed: slower with each wrong one.

The first few wrong guesses of an address cost nothing, since people mistype. From then on each makes the
address wait twice as long as the one before. When the hall as a whole guesses too often, every address that
has guessed wrong waits; one that never has may still try, so a guesser cannot keep an honest phone out.
Nothing here asks the time: `now` is seconds of any steady clock.
"""

from __future__ import annotations

from collections import OrderedDict, deque

from msgspec import Struct

FREE = 5
"""Wrong guesses of one address before it has to wait."""
LONGEST_WAIT = 60.0
"""Seconds."""
PER_MINUTE = 30
"""Wrong guesses of the whole hall in a minute."""
MINUTE = 60.0
ADDRESSES = 1_000
"""So many are remembered; the one that guessed longest ago is forgotten first."""
FORGIVEN = 600.0
"""Seconds after which an address starts anew."""


class Mark(Struct, frozen=True):
    """What an address has against it."""

    wrong: int
    last: float

    @property
    def waits_until(self) -> float:
        """From here on it may guess again."""
        over = min(self.wrong - FREE, 6)
        return self.last if over < 0 else self.last + min(LONGEST_WAIT, 2.0**over)


class Guesses:
    """The wrong guesses of the hall."""

    def __init__(self) -> None:
        self._marks: OrderedDict[str, Mark] = OrderedDict()
        self._lately: deque[float] = deque(maxlen=PER_MINUTE)

    def wait(self, address: str, now: float) -> float:
        """Seconds until `address` may guess; zero when it may now."""
        mark = self._marks.get(address)
        if mark is None or now - mark.last > FORGIVEN:
            return 0.0
        until = mark.waits_until
        if len(self._lately) == PER_MINUTE:
            until = max(until, self._lately[0] + MINUTE)
        return max(0.0, until - now)

    def wrong(self, address: str, now: float) -> None:
        """`address` guessed wrong."""
        mark = self._marks.pop(address, None)
        fresh = mark is None or now - mark.last > FORGIVEN
        self._marks[address] = Mark(1 if mark is None or fresh else mark.wrong + 1, now)
        self._lately.append(now)
        if len(self._marks) > ADDRESSES:
            self._marks.popitem(last=False)

    def right(self, address: str) -> None:
        """`address` guessed right, so it is no guesser. Its marks stay when it had to wait before."""
        mark = self._marks.get(address)
        if mark is not None and mark.wrong < FREE:
            del self._marks[address]
