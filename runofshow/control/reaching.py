"""A machine that takes OSC or HTTP: how it is found, and one try to tell it something.

OSC is sent once: UDP has no answer to wait for. HTTP is tried again only where the try before cannot have
done anything (see exchange.py).
"""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING

from runofshow.control.datagram import send_datagram
from runofshow.control.failure import Failed, Trouble
from runofshow.control.messages import Datagram, Request, Taken, Target
from runofshow.line.finding import Finder, NoHost, Search

if TYPE_CHECKING:
    from runofshow.control.exchange import HttpTarget


class Reached:
    """One target by OSC or HTTP."""

    def __init__(self, target: Target, within: float, search: Search) -> None:
        """`within` are the seconds of one try."""
        self._target = target
        self._within = within
        self._finder = Finder(target.host, target.port, search)
        self._http: HttpTarget | None = None

    async def one_try(self, what: Datagram | Request) -> Taken:
        """What came of it. Raises Failed."""
        try:
            return await self._try(what)
        except Failed as failed:
            if isinstance(what, Datagram):
                failed.again = False
            raise

    async def _try(self, what: Datagram | Request) -> Taken:
        within = self._within
        until = asyncio.get_running_loop().time() + within
        try:
            async with asyncio.timeout_at(until):
                addresses = await self._finder.addresses()
                if isinstance(what, Datagram):
                    await send_datagram(addresses, self._target.port, what.data)
                    return Taken(what.shown)
                if self._http is None:
                    # both take longer to load than the loop may stand still
                    self._http = await asyncio.to_thread(_http_at, self._target)
        except NoHost as error:
            raise Failed(Trouble.NO_HOST, str(error), again=True) from error
        except TimeoutError as error:
            raise Failed(Trouble.TIMEOUT, f"{within:g} s", again=True) from error
        return await self._http.exchange(addresses, what, within, until)


def _http_at(target: Target) -> HttpTarget:
    """With httpx, and the system's certificates where they are asked for."""
    from runofshow.control.exchange import HttpTarget

    return HttpTarget(target, ssl.create_default_context() if target.scheme == "https" else None)
