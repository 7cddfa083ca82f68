"""The console's ear for OSC: orders of the gear in the hall, over UDP (see osc_orders.py for the orders).

    /runofshow/go "sixteen-signs-or-more"        ->  /runofshow/reply "go" "ok" 57
    /runofshow/sixteen-signs-or-more/go          ->  the same, for gear that cannot put a text first
    /runofshow/skip "sixteen-..." "m4"           ->  /runofshow/reply "skip" "refused" "protected"
    /runofshow/Go "sixteen-..."                  ->  /runofshow/reply "Go" "refused" "bad_request" "no ..."

It is open only when somebody asks for it, on this machine alone unless a host is given. The first argument of
every message is the token, or the second part of its address is, or it comes from a machine that was named
beforehand; the token goes over the network as it is, so a network that strangers share is none for OSC.
Whoever has no token gets no answer, not even a refusal: a datagram can bear a false sender, and an answer
would be sent to whoever is named. Who has it is told of every slip. Wrong tokens from the network are slowed
as codes are; on this machine, where all gear has one address, by each sender's port. Many raise an alarm.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from ipaddress import ip_address
from typing import Any, cast

from msgspec import Struct
from pythonosc.osc_message_builder import OscMessageBuilder

from runofshow.control.osc_orders import LetGo, no_address, read_command, what_was_wrong
from runofshow.control.osc_packets import Argument, Message, NotOsc, read_packet
from runofshow.core.agenda import Role
from runofshow.core.alarms import AlarmCode
from runofshow.core.ask import LONGEST_ID
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Refused
from runofshow.hall.access import Wait
from runofshow.hall.door import Asker, Door
from runofshow.hall.guesses import Guesses
from runofshow.hall.pace import steady
from runofshow.hall.reading import BadOrder, Order
from runofshow.hall.token import Token

LOOPBACK = "127.0.0.1"
MANY_WRONG = 10
"""Wrong tokens in a minute that raise the alarm; one sender alone, slowed, has them in half of it."""
MINUTE = 60.0
PREFIX = "/runofshow"
REPLY = f"{PREFIX}/reply"


Sender = tuple[Any, ...]
"""Where a datagram comes from: host, port, and for IPv6 what more the system says."""


class Listening(Struct, frozen=True):
    host: str
    port: int


class PortTaken(Struct, frozen=True):
    """The show goes on without OSC."""

    host: str
    port: int
    detail: str
    """As the system says it."""


class OscServer:
    """Takes orders by OSC, in the loop of the show. Raises ValueError for a token of less than 16 signs."""

    def __init__(
        self,
        token: str,
        ask: Callable[[Command], Awaitable[Entry | Refused]],
        alarm: Callable[[AlarmCode, str], object],
        port: int,
        host: str = LOOPBACK,
        senders: frozenset[str] = frozenset(),
        item_id: Callable[[str], str] = str,
    ) -> None:
        """`ask` obeys at once, in the loop's thread; `alarm` takes a code and a detail. `senders` are the
        addresses of machines that need no token; `item_id` gives an item's id by what gear says of it."""
        # a machine that was named asks without one
        self._token = Token(None if senders and not token else token)
        self._senders = senders
        self._item_id = item_id
        self._door = Door(lambda asker, command, seen: ask(command))
        self._alarm = alarm
        self._port = port
        self._host = host
        self._guesses = Guesses()
        self._wrong: deque[float] = deque(maxlen=MANY_WRONG)
        self._serving: asyncio.Task[Any] | None = None
        self.opened: Future[Listening | PortTaken] = Future()
        """Where it listens, or why not; cancelled when it was stopped before it knew."""

    async def serve(self) -> None:
        """Listen until cancelled; it returns at once when the port cannot be had."""
        loop = asyncio.get_running_loop()
        # the loop alone would let go of a task that waits for nothing, and with it of the port
        self._serving = asyncio.current_task()
        try:
            transport, _ = await loop.create_datagram_endpoint(
                lambda: _Ear(self), local_addr=(self._host, self._port)
            )
        except OSError as error:
            taken = PortTaken(self._host, self._port, error.strerror or str(error))
            self.opened.set_result(taken)
            return
        except asyncio.CancelledError:
            self.opened.cancel()
            raise
        try:
            self.opened.set_result(Listening(*transport.get_extra_info("sockname")[:2]))
            await loop.create_future()
        finally:
            transport.close()

    async def take(self, data: bytes, sender: Sender) -> list[bytes]:
        """Obey what a datagram says; the replies are for its sender. It raises nothing."""
        try:
            messages = read_packet(data)
        except NotOsc:
            return []  # any program may send anything to an open port
        replies = [await self._obey(message, sender) for message in messages]
        return [reply for reply in replies if reply is not None]

    async def _obey(self, message: Message, sender: Sender) -> bytes | None:
        parts = message.address.split("/")[1:]
        said = self._without_token(parts, message.args, sender)
        if said is None:
            return None
        parts, args = said
        name = parts[-1] if parts else ""
        is_ours = parts[:-1] == [PREFIX[1:]]

        def read() -> Order:
            if not is_ours:
                raise BadOrder
            return Order(read_command(name, args, self._item_id), None)

        try:
            asker = Asker(Role.CALLER, program=_place(sender))
            answer = await self._door.admit(asker, read, steady())
        except LetGo:
            return None
        except BadOrder as wrong:
            written = f"/{'/'.join(parts)}"[:LONGEST_ID]
            meant = what_was_wrong(name, wrong) if is_ours else no_address(written, name[:LONGEST_ID])
            return _reply(name, "refused", "bad_request", meant)
        except Exception as error:  # noqa: BLE001 - the show goes on, and every screen says what went wrong
            self._alarm(AlarmCode.OSC, f"{name[:LONGEST_ID]}: {type(error).__name__}: {error}")
            return _reply(name, "refused", "broken")
        match answer:
            case Wait():
                return _reply(name, "refused", "slowed")
            case Refused(reason):
                return _reply(name, "refused", reason.value)
        return _reply(name, "ok", answer.seq)

    def _without_token(
        self, parts: list[str], args: tuple[Argument, ...], sender: Sender
    ) -> tuple[list[str], tuple[Argument, ...]] | None:
        """The address and the arguments with the token taken off; None for a stranger."""
        now, place = steady(), _place(sender)
        if self._guesses.wait(place, now):
            return None
        # of a missing token too a digest is compared, so that the time taken tells nothing
        first = args[0] if args else None
        is_first = self._token.is_right(first if isinstance(first, str) else "")
        kept = [part for part in parts if not self._token.is_right(part)]
        if is_first or len(kept) < len(parts) or str(sender[0]) in self._senders:
            self._guesses.right(place)
            return kept, args[1:] if is_first else args
        if parts[:1] == [PREFIX[1:]]:
            self._count_wrong(place, str(sender[0]), now)
        return None

    def _count_wrong(self, place: str, host: str, now: float) -> None:
        self._guesses.wrong(place, now)
        self._wrong.append(now)
        if len(self._wrong) == MANY_WRONG and now - self._wrong[0] < MINUTE:
            self._wrong.clear()
            self._alarm(AlarmCode.OSC_TOKEN, host)


class _Ear(asyncio.DatagramProtocol):
    def __init__(self, server: OscServer) -> None:
        self._server = server
        self._transport: asyncio.DatagramTransport | None = None
        self._answering: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # of Python's own transports not all say what they are
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: Sender) -> None:
        assert self._transport is not None
        # a slow disk holds up the order, and neither the next one nor the loop of the show
        task = asyncio.get_running_loop().create_task(self._answer(self._transport, data, addr))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, transport: asyncio.DatagramTransport, data: bytes, addr: Sender) -> None:
        for reply in await self._server.take(data, addr):
            transport.sendto(reply, addr)

    def error_received(self, exc: Exception) -> None:
        """A reply found nobody: many senders listen for none."""


def _reply(name: str, *words: str | int) -> bytes:
    builder = OscMessageBuilder(REPLY)
    for word in (name[:LONGEST_ID], *words):
        builder.add_arg(word)
    return bytes(builder.build().dgram)


def _place(sender: Sender) -> str:
    """Who is slowed together."""
    host = str(sender[0])
    return f"{host}:{sender[1]}" if ip_address(host.partition("%")[0]).is_loopback else host
