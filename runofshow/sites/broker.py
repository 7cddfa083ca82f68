"""The connection to the broker that is kept: opened anew where it is gone, and nothing is said while it is.

Whether the other side of the show is there is not decided here: the show's own beats say that. A connection
may be open to a broker that is frozen, or over a cable that was pulled; it is given up once the broker has
left a message lying for `STUCK` seconds.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from runofshow.sites.address import BrokerAddress
from runofshow.sites.link import Heard, Link, Said
from runofshow.sites.trouble import NotLinked, Trouble

WITHIN: Final = 5.0
"""Seconds for one attempt."""
STUCK: Final = 5.0
"""Seconds after which a broker that takes nothing is given up."""
LOOK: Final = 1.0
"""Seconds between two looks at that."""
PAUSES: Final = (0.5, 1.0, 2.0, 4.0)
"""Seconds before the next attempt; the last one for good. Each is drawn from half to one and a half of it, so
that two hundred halls do not come back to a broker in the same moment."""


class Cut(Struct, frozen=True):
    """Why there is no connection just now."""

    trouble: Trouble
    detail: str = ""


class Broker:
    """The way to the broker. Belongs to the loop in which `stay` runs."""

    def __init__(
        self,
        address: BrokerAddress,
        client_id: str,
        topics: Sequence[str],
        heard: Heard,
        will: Said | None = None,
        joined: Callable[[], object] = lambda: None,
        cut: Callable[[Cut], object] = lambda _cut: None,
    ) -> None:
        """`joined` is told each time that the topics are heard anew, `cut` each time that it is gone."""
        self._address = address
        self._client_id = client_id
        self._topics = topics
        self._heard = heard
        self._will = will
        self._joined = joined
        self._cut = cut
        self._link: Link | None = None

    @property
    def is_joined(self) -> bool:
        return self._link is not None and self._link.is_open

    def say(self, topic: str, payload: bytes, kept: bool = False) -> bool:
        """Hand a message to the broker; False while it is not reached, and then it is never sent."""
        return self._link is not None and self._link.say(Said(topic, payload, kept))

    async def stay(self) -> None:
        """Keep the connection until this is cancelled, and say goodbye then."""
        failed = 0
        while True:
            link = Link(self._address, self._client_id, self._heard, self._topics, self._will)
            try:
                await link.open(WITHIN)
                failed = 0
                self._link = link
                self._joined()
                cut = Cut(await _over(link))
            except NotLinked as error:
                cut = Cut(error.trouble, error.detail)
            except asyncio.CancelledError:
                await link.close()
                raise
            self._link = None
            link.drop()
            self._cut(cut)
            pause = PAUSES[min(failed, len(PAUSES) - 1)]
            failed += 1
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))


async def _over(link: Link) -> Trouble:
    while not (await asyncio.wait({link.over}, timeout=LOOK))[0]:
        if link.waiting_for > STUCK:
            return Trouble.TIMEOUT
    return link.over.result()
