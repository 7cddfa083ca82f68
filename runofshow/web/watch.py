"""Screens that watch this console while they follow the other one: they hear when it is the caller.

    event: caller     {"term": ...}: this console calls from now on, come here
    event: beat       {} once a second

A page that hears no beat opens its watch anew. A guest may have as many as it may have live pictures.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec.json
from starlette.responses import Response

from runofshow.hall.access import Access
from runofshow.hall.pace import steady
from runofshow.web.asker import asker_of, refused, slowed
from runofshow.web.connection import CONNECTION, HallConnection
from runofshow.web.stream import chunk

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

WATCHES = 12
"""Watches one guest may have open."""
BEAT_S = 1.0
BEAT = chunk(b"event: beat\ndata: {}\n\n")


class Watch:
    """Everyone who watches. Lives in the loop of the show."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._open: dict[asyncio.Transport, str] = {}
        """Each connection, and whose it is."""
        self._caller: bytes = b""

    async def answer(self, request: Request) -> Response:
        """A watch, for a guest."""
        asker = asker_of(request, self._access, steady())
        if isinstance(asker, Response):
            return asker
        if asker.guest is None:
            return refused(403, "not_allowed")
        guest_id = asker.guest.guest_id
        if list(self._open.values()).count(guest_id) >= WATCHES:
            return slowed(10)
        return WatchAnswer(lambda transport: self._come(transport, guest_id), self._leave)

    def tell_caller(self, term: int) -> None:
        """Call every screen here, now and when it comes: this console is the caller of `term`."""
        self._caller = chunk(b"event: caller\ndata: %b\n\n" % msgspec.json.encode({"term": term}))
        self._spread(self._caller)

    def close(self) -> None:
        """Close every watch."""
        for transport in self._open:
            transport.close()

    async def beat_forever(self) -> None:
        """Let everyone know that this console is here, and cut off who was thrown out."""
        while True:
            await asyncio.sleep(BEAT_S)
            let_in = {guest.guest_id for guest in self._access.present}
            for transport, guest_id in self._open.items():
                if guest_id not in let_in:
                    transport.abort()
            self._spread(BEAT)

    def _spread(self, frame: bytes) -> None:
        for transport in self._open:
            # who takes nothing is cut off, and comes again
            if transport.get_write_buffer_size():
                transport.abort()
            elif not transport.is_closing():
                transport.write(frame)

    def _come(self, transport: asyncio.Transport, guest_id: str) -> None:
        self._open[transport] = guest_id
        transport.write(chunk(b"retry: 1000\n\n") + BEAT + self._caller)

    def _leave(self, transport: asyncio.Transport) -> None:
        self._open.pop(transport, None)


class WatchAnswer(Response):
    """An answer that goes on until the screen leaves."""

    def __init__(
        self, come: Callable[[asyncio.Transport], None], leave: Callable[[asyncio.Transport], None]
    ) -> None:
        super().__init__(media_type="text/event-stream", headers={"x-accel-buffering": "no"})
        del self.headers["content-length"]
        self._come = come
        self._leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
            return
        connection: HallConnection = scope["state"][CONNECTION]
        self._come(connection.transport)
        try:
            while (await receive())["type"] != "http.disconnect":
                continue
        finally:
            self._leave(connection.transport)
