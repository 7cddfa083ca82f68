"""One OSC message over UDP. Nothing confirms it; only where nobody listens, a machine may say so."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address

from runofshow.control.failure import Failed, Trouble

REFUSAL_WAIT = 0.005
"""Seconds that a machine has to say that nobody listens there. The next message to it waits so long, and
a machine on a hall's network needs one or two thousandths."""


async def send_datagram(addresses: tuple[str, ...], port: int, data: bytes) -> None:
    """Send it to the first address where it is not refused. Raises Failed."""
    trouble = Failed(Trouble.NO_HOST)
    for address in addresses:
        try:
            await _send(address, port, data)
        except (ConnectionRefusedError, ConnectionResetError):
            trouble = Failed(Trouble.REFUSED, f"{address}:{port}")
        except OSError as error:
            trouble = Failed(Trouble.UNREACHABLE, error.strerror or str(error))
        else:
            return
    raise trouble


async def _send(address: str, port: int, data: bytes) -> None:
    family = socket.AF_INET6 if ip_address(address).version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as out:
        out.setblocking(False)
        # some halls address all their gear at once
        out.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        out.connect((address, port))
        out.send(data)
        try:
            async with asyncio.timeout(REFUSAL_WAIT):
                await asyncio.get_running_loop().sock_recv(out, 1)
        except TimeoutError:
            return
