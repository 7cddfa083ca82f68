"""A projector by PJLink: a connection for each order, since many take only one and hang up an idle one.

The picture alone is made blank; a projector that cannot do that blanks its sound with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, assert_never

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.pjlink import PjLink, Refusal, connected
from runofshow.control.messages import Taken
from runofshow.control.strangers import shown
from runofshow.core.gear import Projector, found_at
from runofshow.core.gear_orders import GearOrder, ProjectorDo, ToProjector
from runofshow.line.finding import Finder, NoHost

_POWER: Final = {"0": "off", "1": "on", "2": "cooling", "3": "warming"}
_WHY_NOT_NOW: Final = {
    "off": Trouble.SWITCHED_OFF,
    "cooling": Trouble.COOLING,
    "warming": Trouble.WARMING,
}
_INPUTS: Final = {"1": "RGB", "2": "VIDEO", "3": "DIGITAL", "4": "STORAGE", "5": "NETWORK", "6": "INTERNAL"}
_PARTS: Final = ("fan", "lamp", "heat", "cover", "filter", "other")
"""As ERST answers, in this order: 0 is well, 1 a warning, 2 an error."""
_SHOWN: Final = 60
"""Signs of what a projector calls itself."""


class ProjectorGear:
    """One projector."""

    def __init__(self, gear: Projector, password: str) -> None:
        """An empty password is none."""
        self._gear = gear
        self._password = password
        self._finder = Finder(gear.host, gear.port)

    async def send(self, order: GearOrder, within: float) -> Taken:
        """What the projector answered. Raises Failed."""
        assert isinstance(order, ToProjector), "checked before"
        async with self._linked(within) as link:
            return await _done(link, order.do)

    async def look(self, within: float) -> Taken:
        """Its model, whether it is lit, what it shows, how old its lamps are, what it complains of."""
        async with self._linked(within) as link:
            facts = [fact async for fact in _facts(link)]
        return Taken(" · ".join(value for _, value in facts), facts=tuple(facts))

    def close(self) -> None:
        """Nothing is held between two orders."""

    @asynccontextmanager
    async def _linked(self, within: float) -> AsyncIterator[PjLink]:
        link: PjLink | None = None
        try:
            async with asyncio.timeout(within):
                address, *_ = await self._finder.addresses()
                link = await connected(address, self._gear.port)
                await link.greet(self._password)
                yield link
        except NoHost as error:
            raise Failed(Trouble.NO_HOST, str(error), again=True) from error
        except TimeoutError as error:
            is_ordered = link is not None and link.ordered
            trouble = Trouble.NO_ANSWER if is_ordered else Trouble.TIMEOUT
            raise Failed(trouble, f"{within:g} s", again=not is_ordered) from error
        except OSError as error:
            # the network broke off in the middle
            is_ordered = link is not None and link.ordered
            trouble = Trouble.NO_ANSWER if is_ordered else Trouble.UNREACHABLE
            raise Failed(trouble, found_at(self._gear), again=not is_ordered) from error
        finally:
            if link is not None:
                link.close()


async def _done(link: PjLink, do: ProjectorDo) -> Taken:
    loop = asyncio.get_running_loop()
    began = loop.time()
    for command, value in _lines(do):
        answer = await link.order(command, value)
        if answer is Refusal.NO_VALUE and command == "AVMT" and value[0] == "1":
            continue
        if isinstance(answer, Refusal):
            raise await _refused(link, answer)
        if answer.upper() != "OK":
            raise Failed(Trouble.UNEXPECTED, shown(answer, _SHOWN))
        # the shutter has moved by then; the lamp takes a minute
        return Taken(f"{command} {value}", loop.time() - began, done=command == "AVMT")
    raise Failed(Trouble.CANNOT, do.value)


def _lines(do: ProjectorDo) -> tuple[tuple[str, str], ...]:
    """The order, and what is tried where a projector does not know it."""
    match do:
        case ProjectorDo.ON:
            return (("POWR", "1"),)
        case ProjectorDo.OFF:
            return (("POWR", "0"),)
        case ProjectorDo.BLANK:
            return (("AVMT", "11"), ("AVMT", "31"))
        case ProjectorDo.SHOW:
            return (("AVMT", "10"), ("AVMT", "30"))
    assert_never(do)


async def _refused(link: PjLink, refusal: Refusal) -> Failed:
    match refusal:
        case Refusal.UNKNOWN | Refusal.NO_VALUE:
            return Failed(Trouble.CANNOT)
        case Refusal.DEFECT:
            return Failed(Trouble.DEFECT)
        case Refusal.NOT_NOW:
            # nothing was done, and a moment later it may be
            power = await _power(link)
            return Failed(_WHY_NOT_NOW.get(power, Trouble.NOT_NOW), again=True)
    assert_never(refusal)


async def _power(link: PjLink) -> str:
    answer = await link.ask("POWR")
    return "" if isinstance(answer, Refusal) else _POWER.get(answer, "")


async def _facts(link: PjLink) -> AsyncIterator[tuple[Fact, str]]:
    """What it answers; what it does not know is left out."""
    said = {}
    for command in ("POWR", "INF1", "INF2", "NAME", "CLSS", "AVMT", "INPT", "LAMP", "ERST"):
        answer = await link.ask(command)
        if answer is Refusal.DEFECT and command == "POWR":
            yield Fact.FAULT, "other"
        said[command] = "" if isinstance(answer, Refusal) else shown(answer, _SHOWN)
    model = " ".join(filter(None, (said["INF1"], said["INF2"])))
    told = {
        Fact.MODEL: model,
        Fact.NAME: said["NAME"],
        Fact.VERSION: f"PJLink {said['CLSS']}" if said["CLSS"] else "",
        Fact.POWER: _POWER.get(said["POWR"], ""),
        Fact.PICTURE: {"11": "blank", "31": "blank", "30": "shown", "21": "shown"}.get(said["AVMT"], ""),
        Fact.INPUT: _input(said["INPT"]),
        Fact.LAMP_HOURS: ", ".join(said["LAMP"].split()[0:16:2]),
    }
    for fact, value in told.items():
        if value:
            yield fact, value
    for part, level in zip(_PARTS, said["ERST"], strict=False):
        if level in "12":
            yield (Fact.WARNING if level == "1" else Fact.FAULT), part


def _input(said: str) -> str:
    """`DIGITAL 1` of `31`."""
    return f"{_INPUTS.get(said[0], said[0])} {said[1:]}".rstrip() if said else ""
