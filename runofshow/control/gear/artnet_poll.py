"""What an Art-Net node says of itself. It answers to the port of Art-Net, whoever asks, so that port is
taken for a moment; where another program of this machine holds it, no answer can be heard.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Final

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.artnet_packets import LONGEST_REPLY, Node, poll_packet, read_reply
from runofshow.control.gear.facts import Fact
from runofshow.control.strangers import shown

MOST_REPLIES: Final = 64
_SHOWN: Final = 64


async def polled(host: str, universe: int, within: float, port: int) -> tuple[tuple[Fact, str], ...]:
    """The node that puts out this universe; nothing where an answer could not be heard.

    Raises Failed where no node answers, or none that puts it out.
    """
    loop = asyncio.get_running_loop()
    heard: list[Node] = []
    place = f"{host}:{port}"
    can_hear = False
    try:
        with _ear() as ear:
            can_hear = _takes_port(ear, host, port)
            async with asyncio.timeout(within):
                await loop.sock_sendto(ear, poll_packet(), (host, port))
                while len(heard) < MOST_REPLIES:
                    node = read_reply(await loop.sock_recv(ear, LONGEST_REPLY))
                    if node is None:
                        continue
                    heard.append(node)
                    if universe in node.universes:
                        return _facts(node, heard)
    except TimeoutError:
        pass  # all have answered who do
    except ConnectionRefusedError as error:
        raise Failed(Trouble.REFUSED, place) from error
    except OSError as error:
        raise Failed(Trouble.UNREACHABLE, place, again=True) from error
    if not heard and not can_hear:
        return ()
    if not heard:
        raise Failed(Trouble.NO_ANSWER, place)
    put_out = sorted({each for node in heard for each in node.universes})
    raise Failed(Trouble.CANNOT, f"{shown(heard[0].name, _SHOWN)}: {', '.join(map(str, put_out)) or '-'}")


def _facts(node: Node, heard: list[Node]) -> tuple[tuple[Fact, str], ...]:
    universes = sorted({each for other in heard if other.name == node.name for each in other.universes})
    return (Fact.NAME, shown(node.name, _SHOWN)), (Fact.UNIVERSES, ", ".join(map(str, universes)))


def _ear() -> socket.socket:
    ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ear.setblocking(False)
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    return ear


def _takes_port(ear: socket.socket, host: str, port: int) -> bool:
    """Whether answers to the port of Art-Net will come to this ear."""
    with _ear() as out:
        out.connect((host, port))
        own: str = out.getsockname()[0]
    if own == host:
        return False  # the question would come to the ear
    try:
        ear.bind((own, port))
    except OSError:
        return False
    return True
