"""Where a host is, asked of the system without ever being held up by it.

The system's own search for a name cannot be interrupted. It runs in a thread of its own that may be left
behind, so a name server that is silent takes no thread that another target or the hall's server needs; while
it runs, whoever asks for the same host waits for the same answer.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

Search = Callable[[str, int], list[Any]]
"""As `socket.getaddrinfo` answers. Raises OSError."""

Found = list[Any] | OSError | UnicodeError


class NoHost(OSError):
    """No machine of that name is known."""


def search_system(host: str, port: int) -> list[Any]:
    """Ask the system; it may take as long as it likes."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


class Finder:
    """Finds the addresses of one host."""

    def __init__(self, host: str, port: int, search: Search = search_system) -> None:
        self._host = host
        self._port = port
        self._search = search
        self._asked: asyncio.Future[Found] | None = None

    async def addresses(self) -> tuple[str, ...]:
        """Every address of it, the likeliest first, never none. Raises NoHost."""
        try:
            return (str(ip_address(self._host)),)
        except ValueError:
            pass  # it is a name
        if self._asked is None or self._asked.done():
            loop = asyncio.get_running_loop()
            self._asked = loop.create_future()
            threading.Thread(target=self._ask, args=(loop, self._asked), daemon=True).start()
        found = await asyncio.shield(self._asked)
        if isinstance(found, Exception) or not found:
            raise NoHost(self._host)
        return tuple(dict.fromkeys(entry[4][0] for entry in found))

    def _ask(self, loop: asyncio.AbstractEventLoop, answer: asyncio.Future[Found]) -> None:
        try:
            found: Found = self._search(self._host, self._port)
        except (OSError, UnicodeError) as error:
            found = error
        try:
            loop.call_soon_threadsafe(answer.set_result, found)
        except RuntimeError:
            return  # the show has ended meanwhile; nobody waits
