"""One connection to a broker, by MQTT 3.1.1, from its opening to its end; it is never opened again.

paho keeps what it is handed while it is cut off, says that it did not send it, and sends it later all the
same. So nothing is handed to it once the connection is known to be gone, and what it still holds ends with
it: the next connection is another client, with an empty queue.

Everything is QoS 1, also what is subscribed to: mixed qualities on one topic overtake each other. Everything
is told in the loop in which it was opened.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from runofshow.sites.address import BrokerAddress
from runofshow.sites.trouble import REFUSALS, NotLinked, Trouble, why

if TYPE_CHECKING:
    from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage
    from paho.mqtt.properties import Properties
    from paho.mqtt.reasoncodes import ReasonCode

EXTRA: Final = "mqtt"
"""The extra of this package that brings the library."""
QOS: Final = 1
KEEP_ALIVE: Final = 30
"""Seconds without a word after which the library asks whether the broker is there; the show's own beats are
more frequent, so that it never has to."""
GOODBYE: Final = 1.0
"""Seconds for the broker to take what was said and our goodbye."""
MOST_ON_THEIR_WAY: Final = 1_000
"""Messages that the broker has not taken yet; behind them nothing more is said, and is asked for later."""


class Said(Struct, frozen=True):
    """What the broker is given, or gave."""

    topic: str
    payload: bytes
    kept: bool = False
    """To be kept for who comes later; of what was heard: it was kept from before."""


Heard = Callable[[Said], object]

_FAILURE: Final = 128
"""From here on a reason code says no."""


class Link:
    """A connection that is open, or is over."""

    def __init__(
        self,
        address: BrokerAddress,
        client_id: str,
        heard: Heard,
        topics: Sequence[str] = (),
        will: Said | None = None,
        forgets: bool = True,
    ) -> None:
        """`forgets`: the broker keeps nothing for us while we are away. Call in a running loop."""
        self._address = address
        self._client_id = client_id
        self._heard = heard
        self._topics = topics
        self._will = will
        self._forgets = forgets
        self._loop = asyncio.get_running_loop()
        self._client: Client | None = None
        self._entered: asyncio.Future[None] = self._loop.create_future()
        self._on_their_way: dict[int, float] = {}
        self._drained = asyncio.Event()
        self.over: asyncio.Future[Trouble] = self._loop.create_future()
        """Why the connection is gone, once it is."""

    @property
    def is_open(self) -> bool:
        return self._entered.done() and not self.over.done()

    @property
    def waiting_for(self) -> float:
        """Seconds that the oldest message which the broker has not taken has been on its way; 0 for none."""
        oldest = next(iter(self._on_their_way.values()), None)
        return 0.0 if oldest is None else self._loop.time() - oldest

    async def open(self, within: float) -> None:
        """Come in and hear the topics. Raises NotLinked within so many seconds."""
        try:
            async with asyncio.timeout(within):
                await asyncio.to_thread(self._connect, within)
                await self._entered
        except TimeoutError as error:
            self.drop()
            raise NotLinked(Trouble.TIMEOUT, f"{within:g} s") from error
        except BaseException:
            self.drop()
            raise

    def say(self, said: Said) -> bool:
        """Hand a message to the broker; False where that cannot be done now, and then it is never done."""
        if self._client is None or not self.is_open or len(self._on_their_way) >= MOST_ON_THEIR_WAY:
            return False
        info = self._client.publish(said.topic, said.payload, QOS, said.kept)
        if info.rc != 0:
            # it is kept by the library all the same, and goes with this connection
            self._end(Trouble.HUNG_UP)
            return False
        # that the broker has it is told in this loop, so never before this line
        self._on_their_way[info.mid] = self._loop.time()
        return True

    async def all_taken(self) -> None:
        """Once the broker has taken everything; at once where the connection is over."""
        while self._on_their_way and not self.over.done():
            self._drained.clear()
            await self._drained.wait()

    async def close(self) -> None:
        """Say goodbye, so that no will is told, and wait until the thread of the library has ended."""
        client, self._client = self._client, None
        self._end(Trouble.HUNG_UP)
        if client is None:
            return
        client.disconnect()
        ends = asyncio.ensure_future(asyncio.to_thread(client.loop_stop))
        if not (await asyncio.wait({ends}, timeout=GOODBYE))[0]:
            # the library would wait for good for a broker that takes nothing
            _shut(client)
        await ends

    def drop(self) -> None:
        """Be gone without a word, as a machine that dies: the broker tells the will. Waits for nothing."""
        client, self._client = self._client, None
        self._end(Trouble.HUNG_UP)
        if client is not None:
            _shut(client)

    def _connect(self, within: float) -> None:
        """In a thread: the name is asked for, and the handshake of TLS is waited for."""
        try:
            from paho.mqtt.client import Client
            from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
        except ModuleNotFoundError as error:
            raise NotLinked(Trouble.NOT_INSTALLED, error.name or "") from error
        client = Client(
            CallbackAPIVersion.VERSION2,
            self._client_id,
            clean_session=self._forgets,
            protocol=MQTTProtocolVersion.MQTTv311,
            reconnect_on_failure=False,
        )
        client.connect_timeout = within
        client.on_socket_open = _send_at_once
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_message = self._on_message
        client.on_publish = self._on_publish
        client.on_disconnect = self._on_disconnect
        if self._will is not None:
            client.will_set(self._will.topic, self._will.payload, QOS, self._will.kept)
        if self._address.user:
            client.username_pw_set(self._address.user, self._address.password or None)
        try:
            if self._address.tls:
                authority = self._address.authority
                secured = ssl.create_default_context(cafile=authority)
                secured.sslsocket_class = _ClosedWhereRefused
                client.tls_set_context(secured)
            client.connect(self._address.host, self._address.port, KEEP_ALIVE)
        except (OSError, ValueError) as error:
            raise why(error) from error
        self._client = client
        client.loop_start()
        if self.over.done():
            # whoever opens it has given up meanwhile
            _shut(client)

    # in the thread of the library: everything is told in the loop

    def _on_connect(
        self,
        client: Client,
        _data: Any,
        _flags: ConnectFlags,
        reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        if reason.value >= _FAILURE:
            self._tell(self._fail, REFUSALS.get(reason.value, Trouble.SHUT_OUT), str(reason))
        elif self._topics:
            client.subscribe([(topic, QOS) for topic in self._topics])
        else:
            self._tell(self._enter)

    def _on_subscribe(
        self,
        _client: Client,
        _data: Any,
        _mid: int,
        reasons: list[ReasonCode],
        _properties: Properties | None,
    ) -> None:
        refused = [
            topic for topic, reason in zip(self._topics, reasons, strict=False) if reason.value >= _FAILURE
        ]
        if refused:
            self._tell(self._fail, Trouble.NOT_SUBSCRIBED, refused[0])
        else:
            self._tell(self._enter)

    def _on_message(self, _client: Client, _data: Any, message: MQTTMessage) -> None:
        self._tell(self._hear, Said(message.topic, bytes(message.payload), message.retain))

    def _on_publish(
        self, _client: Client, _data: Any, mid: int, _reason: ReasonCode, _properties: Properties
    ) -> None:
        self._tell(self._took, mid)

    def _on_disconnect(
        self,
        _client: Client,
        _data: Any,
        _flags: DisconnectFlags,
        _reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        self._tell(self._end, Trouble.HUNG_UP)

    def _tell(self, what: Callable[..., object], *about: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *about)

    # in the loop

    def _enter(self) -> None:
        if not self._entered.done():
            self._entered.set_result(None)

    def _hear(self, said: Said) -> None:
        if self._client is not None and not self.over.done():
            self._heard(said)

    def _took(self, mid: int) -> None:
        self._on_their_way.pop(mid, None)
        if not self._on_their_way:
            self._drained.set()

    def _fail(self, trouble: Trouble, detail: str) -> None:
        if not self._entered.done():
            self._entered.set_exception(NotLinked(trouble, detail))
        self._end(trouble)

    def _end(self, trouble: Trouble) -> None:
        if not self._entered.done():
            self._entered.set_exception(NotLinked(trouble))
            self._entered.exception()  # whoever opens it may have given up
        if not self.over.done():
            self.over.set_result(trouble)
        self._drained.set()


class _ClosedWhereRefused(ssl.SSLSocket):
    """The library loses sight of a connection whose handshake comes to nothing, and leaves it open."""

    def do_handshake(self, block: bool = False) -> None:
        try:
            super().do_handshake(block)
        except BaseException:
            self.close()
            raise


def _send_at_once(_client: Client, _data: Any, opened: Any) -> None:
    """A small message would otherwise wait for the receipt of the one before it, 40 ms on Linux."""
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _shut(client: Client) -> None:
    """Cut the connection, on which the thread of the library ends."""
    found = client.socket()
    if isinstance(found, socket.socket):
        # it may be gone already
        with suppress(OSError):
            found.shutdown(socket.SHUT_RDWR)
