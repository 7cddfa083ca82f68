"""The ways by which frames of light levels leave this machine. UDP has no answer; only where no program
listens on a machine, that machine may say so, and a network that is not there is known at once.

A multicast goes out by every network of this machine, since the system would take the one of the Internet,
which is seldom that of the lights. A receiver that hears it twice knows the second by its number.
"""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address

from runofshow.control.failure import Failed, Trouble

REFUSAL_WAIT = 0.005
"""Seconds that a machine has to say that nobody listens there."""
LOOPBACK = "127.0.0.1"
Interfaces = Callable[[], Sequence[str]]
"""The addresses of this machine by which a multicast goes out."""


def own_addresses() -> tuple[str, ...]:
    """Every IPv4 address of this machine in a network; the loopback where it is in none."""
    from ifaddr import get_adapters  # with ctypes

    found = [ip.ip for adapter in get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)]
    return tuple(each for each in found if not ip_address(each).is_loopback) or (LOOPBACK,)


class Ways:
    """Open sockets towards one place. Where there are several, a frame goes by all of them."""

    def __init__(self, host: str, port: int, interfaces: Interfaces | None = None) -> None:
        """`host` is an address, `interfaces` are those of a multicast. Raises Failed."""
        self._host = host
        self._port = port
        self._interfaces = interfaces
        self._by: tuple[str, ...] = ()
        self._out: list[socket.socket] = []
        self._open(tuple(interfaces()) if interfaces is not None else ("",))

    def renew(self) -> None:
        """Go by the networks that there are now: a cable comes and goes. Raises Failed."""
        if self._interfaces is not None and (now := tuple(self._interfaces())) != self._by:
            self.close()
            self._open(now)

    def send(self, frame: bytes) -> None:
        """Hand it to the system. Raises Failed where no way takes it, or the frame before was refused."""
        trouble: Failed | None = None
        has_left = False
        for out in self._out:
            try:
                _sent(out, frame)
            except OSError as error:
                trouble = self._failed(error)
            else:
                has_left = True
        if trouble is not None and not has_left:
            raise trouble

    async def tried(self, frame: bytes) -> None:
        """The same, and wait whether this very frame is refused. Raises Failed."""
        self._refused()  # what was said of frames before
        self.send(frame)
        await asyncio.sleep(REFUSAL_WAIT)
        if (failed := self._refused()) is not None:
            raise failed

    def close(self) -> None:
        """Let go of them."""
        for out in self._out:
            out.close()
        self._out = []

    def _refused(self) -> Failed | None:
        """What came back of the frames before, where all ways say so."""
        said = [out.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) for out in self._out]
        return self._failed(OSError(said[0], "")) if all(said) else None

    def _open(self, interfaces: tuple[str, ...]) -> None:
        self._by = interfaces
        trouble = Failed(Trouble.UNREACHABLE, self._place)
        for interface in interfaces:
            try:
                self._out.append(_socket_towards(self._host, self._port, interface))
            except OSError as error:
                trouble = self._failed(error)
        if not self._out:
            raise trouble

    @property
    def _place(self) -> str:
        return f"[{self._host}]:{self._port}" if ":" in self._host else f"{self._host}:{self._port}"

    def _failed(self, error: OSError) -> Failed:
        if error.errno in (errno.ECONNREFUSED, errno.ECONNRESET):
            return Failed(Trouble.REFUSED, self._place)
        return Failed(
            Trouble.UNREACHABLE, f"{self._place} ({error.strerror})" if error.strerror else self._place
        )


def _sent(out: socket.socket, frame: bytes) -> None:
    try:
        out.send(frame)
    except (ConnectionRefusedError, ConnectionResetError):
        # that was the answer to the frame before, and this one has not left
        out.send(frame)
        raise


def _socket_towards(host: str, port: int, interface: str) -> socket.socket:
    """With a port of its own: on that of the receivers it would take the frames that are for another program
    of this machine."""
    out = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
    try:
        out.setblocking(False)
        out.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        if interface:
            out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(interface))
        out.connect((host, port))
    except OSError:
        out.close()
        raise
    return out
