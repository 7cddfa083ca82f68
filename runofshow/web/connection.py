"""One connection from the hall, with the bounds that uvicorn leaves to a proxy: there is none in a hall.

- A request's head must be whole within seconds, however slowly its bytes drip.
- There are so many connections in all and so many from one address; one too many is cut off unanswered.
- A phone that went out of reach is noticed by the system after half a minute, not after a quarter hour.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import h11
from msgspec import Struct, field
from uvicorn.protocols.http.h11_impl import H11Protocol

from runofshow.web.network import is_loopback
from runofshow.web.turned_away import unreadable

if TYPE_CHECKING:
    from uvicorn.config import Config
    from uvicorn.server import ServerState

HEAD_S = 5.0
"""Seconds for the head of a request, from the connection or from its first byte on."""
CONNECTIONS = 600
CONNECTIONS_OF_AN_ADDRESS = 250
"""Generous, since a whole hall may stand behind one router; this machine itself has no such bound."""
UNHEARD_MS = 30_000
"""A peer that confirms nothing for so long is gone."""
SEND_BUFFER = 128 * 1024
"""Bytes the system keeps for one slow phone."""
CONNECTION = "connection"
"""Where a request's ASGI state has this connection."""


class Crowd(Struct, eq=False):
    """Everyone who is connected now."""

    connections: set[HallConnection] = field(default_factory=set)
    lets_in: Callable[[str], bool] = is_loopback
    """Whose address is let in; one that knocked just before the hall was shut out is not."""


class HallConnection(H11Protocol):
    """uvicorn's connection with the hall's bounds."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        crowd: Crowd,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        super().__init__(config, server_state, {CONNECTION: self}, loop)
        self._crowd = crowd
        self._head_timer: asyncio.TimerHandle | None = None

    @property
    def address(self) -> str:
        """Where it comes from; empty when that is not known."""
        return self.client[0] if self.client else ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._crowd.connections.add(self)
        if self._is_one_too_many() or not self._crowd.lets_in(self.address):
            transport.abort()
            return
        _bound(transport.get_extra_info("socket"))
        self._await_head()

    def send_400_response(self, msg: str) -> None:
        """What is no request is told so in words: a person reads them whose browser has too many cookies."""
        said = unreadable().encode()
        headers = [(b"content-type", b"text/html; charset=utf-8"), (b"connection", b"close")]
        self.transport.write(
            self.conn.send(h11.Response(status_code=400, headers=headers, reason=b"Bad Request"))
        )
        self.transport.write(self.conn.send(h11.Data(data=said)))
        self.transport.write(self.conn.send(h11.EndOfMessage()))
        self.transport.close()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look_for_head()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look_for_head()

    def _look_for_head(self) -> None:
        """A head has its time from its first byte on, also behind another request on the same connection."""
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._await_head()
        else:
            self._head_is_whole()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_is_whole()
        self._crowd.connections.discard(self)
        super().connection_lost(exc)

    def _is_one_too_many(self) -> bool:
        if len(self._crowd.connections) > CONNECTIONS:
            return True
        if is_loopback(self.address):
            return False
        of_address = sum(other.address == self.address for other in self._crowd.connections)
        return of_address > CONNECTIONS_OF_AN_ADDRESS

    def _await_head(self) -> None:
        # never put off by another byte: that is what a dripping head would want
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(HEAD_S, self.transport.abort)

    def _head_is_whole(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None


def _bound(peer: socket.socket | None) -> None:
    """Tell the system how much and how long to keep for this peer, as far as it knows how."""
    if peer is None:
        return
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNHEARD_MS)
