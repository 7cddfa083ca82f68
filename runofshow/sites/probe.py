"""What a broker does and what it does not, tried on the spot.

Asked is just that in which brokers were seen to differ, under a name of its own that nobody else reads, and
each over a connection of its own: a broker ends the one that asks what it does not have. What the show stands
on is `NEEDED`; the rest it goes without, and it is told for who looks after the broker.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import StrEnum
from statistics import median
from typing import Final

from msgspec import Struct

from runofshow.sites.address import BrokerAddress
from runofshow.sites.link import Link, Said
from runofshow.sites.topics import ROOT

WITHIN: Final = 5.0
"""Seconds for each question."""
QUIET: Final = 1.0
"""Seconds without a further message after which no more will come."""
ROUNDS: Final = 20
IN_A_ROW: Final = 400
QUEUED: Final = 1_500
"""Messages for somebody who is away: mosquitto drops what is behind the thousandth."""
LARGEST: Final = 64 * 1024
"""Bytes. No message of the show is larger."""


class Point(StrEnum):
    """What was tried."""

    DELAY = "delay"
    """Milliseconds to the broker and back, median and worst."""
    ORDER = "order"
    SIZE = "size"
    KEPT = "kept"
    KEPT_BY_WILDCARD = "kept_by_wildcard"
    WILL = "will"
    """Seconds until the will of a closed connection is told."""
    QUEUE = "queue"
    """How many of `QUEUED` messages came after an absence."""
    DOT = "dot"
    OVERLAP = "overlap"
    """How many copies come over two subscriptions that overlap."""


NEEDED: Final = frozenset({Point.DELAY, Point.ORDER, Point.SIZE, Point.KEPT})


class Proved(Struct, frozen=True):
    """What came of one try."""

    point: Point
    well: bool
    value: str = ""


class _Ear:
    def __init__(self) -> None:
        self.said: list[Said] = []
        self._new = asyncio.Event()

    def hear(self, said: Said) -> None:
        self.said.append(said)
        self._new.set()

    async def until(self, is_enough: Callable[[], bool], quiet: float = WITHIN) -> None:
        """Until it is enough, or nothing has come for so long."""
        while not is_enough():
            self._new.clear()
            try:
                await asyncio.wait_for(self._new.wait(), quiet)
            except TimeoutError:
                return


class _Place:
    """A tree of this probe's own at the broker."""

    def __init__(self, address: BrokerAddress) -> None:
        self.address = address
        self.name = f"probe-{secrets.token_hex(4)}"
        self.root = f"{ROOT}/{self.name}"

    @asynccontextmanager
    async def linked(
        self, who: str, *topics: str, will: Said | None = None, forgets: bool = True
    ) -> AsyncIterator[tuple[Link, _Ear]]:
        ear = _Ear()
        link = Link(self.address, f"{self.name}-{who}", ear.hear, topics, will, forgets)
        await link.open(WITHIN)
        try:
            yield link, ear
        finally:
            await link.close()


async def probe(address: BrokerAddress) -> list[Proved]:
    """What it does, in the order of `Point`. Raises NotLinked where it does not let us in at all.

    Takes some seconds, and leaves nothing behind.
    """
    place = _Place(address)
    found = list[Proved]()
    for tries in (_delay, _order, _size, _kept, _will, _queue, _dot, _overlap):
        async with place.linked("mouth") as (mouth, _):
            found += await tries(place, mouth)
    return found


async def _delay(place: _Place, mouth: Link) -> list[Proved]:
    loop, took = asyncio.get_running_loop(), list[float]()
    topic = f"{place.root}/delay"
    async with place.linked("ear", topic) as (_, ear):
        for count in range(1, ROUNDS + 1):
            began = loop.time()
            mouth.say(Said(topic, b"%d" % count))
            await ear.until(lambda count=count: len(ear.said) >= count)  # type: ignore[misc]
            if len(ear.said) < count:
                return [Proved(Point.DELAY, well=False)]
            took.append((loop.time() - began) * 1000)
    return [Proved(Point.DELAY, well=True, value=f"{median(took):.1f}/{max(took):.1f}")]


async def _order(place: _Place, mouth: Link) -> list[Proved]:
    topic = f"{place.root}/order"
    async with place.linked("ear", topic) as (_, ear):
        sent = [b"%d" % number for number in range(IN_A_ROW)]
        for payload in sent:
            mouth.say(Said(topic, payload))
        await ear.until(lambda: len(ear.said) >= IN_A_ROW)
    return [Proved(Point.ORDER, [each.payload for each in ear.said] == sent, str(len(ear.said)))]


async def _size(place: _Place, mouth: Link) -> list[Proved]:
    topic, large = f"{place.root}/size", b"x" * LARGEST
    async with place.linked("ear", topic) as (_, ear):
        mouth.say(Said(topic, large))
        await ear.until(lambda: bool(ear.said))
    return [Proved(Point.SIZE, [each.payload for each in ear.said] == [large], str(LARGEST // 1024))]


async def _kept(place: _Place, mouth: Link) -> list[Proved]:
    topic, found = f"{place.root}/kept", list[Proved]()
    mouth.say(Said(topic, b"1", kept=True))
    await mouth.all_taken()
    for point, asked in ((Point.KEPT, topic), (Point.KEPT_BY_WILDCARD, f"{place.root}/+")):
        async with place.linked("ear", asked) as (_, ear):
            await ear.until(lambda ear=ear: bool(ear.said), QUIET)  # type: ignore[misc]
            found.append(Proved(point, Said(topic, b"1", kept=True) in ear.said))
    mouth.say(Said(topic, b"", kept=True))
    await mouth.all_taken()
    return found


async def _will(place: _Place, _mouth: Link) -> list[Proved]:
    loop, topic = asyncio.get_running_loop(), f"{place.root}/will"
    gone = Said(topic, b"gone")
    async with place.linked("ear", topic) as (_, ear), place.linked("dies", will=gone) as (link, _):
        began = loop.time()
        link.drop()
        await ear.until(lambda: bool(ear.said))
    return [Proved(Point.WILL, bool(ear.said), f"{loop.time() - began:.1f}" if ear.said else "")]


async def _queue(place: _Place, mouth: Link) -> list[Proved]:
    topic = f"{place.root}/queue"
    async with place.linked("away", topic, forgets=False):
        pass
    for number in range(QUEUED):
        if not mouth.say(Said(topic, b"%d" % number)):
            await mouth.all_taken()
            mouth.say(Said(topic, b"%d" % number))
    await mouth.all_taken()
    async with place.linked("away", topic, forgets=False) as (_, ear):
        await ear.until(lambda: len(ear.said) >= QUEUED, QUIET)
    async with place.linked("away"):
        pass  # and the broker forgets the one that was away
    return [Proved(Point.QUEUE, len(ear.said) == QUEUED, str(len(ear.said)))]


async def _dot(place: _Place, mouth: Link) -> list[Proved]:
    async with place.linked("ear", f"{place.root}/#") as (_, ear):
        mouth.say(Said(f"{place.root}/a.b", b""))
        await ear.until(lambda: bool(ear.said), QUIET)
    return [Proved(Point.DOT, [each.topic for each in ear.said] == [f"{place.root}/a.b"])]


async def _overlap(place: _Place, mouth: Link) -> list[Proved]:
    topic = f"{place.root}/overlap"
    async with place.linked("ear", topic, f"{place.root}/#") as (_, ear):
        mouth.say(Said(topic, b"1"))
        await ear.until(lambda: len(ear.said) > 2, QUIET)
    return [Proved(Point.OVERLAP, len(ear.said) == 1, str(len(ear.said)))]
