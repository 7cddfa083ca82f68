"""The few requests a screen makes of its hall, each bounded in time and size.

What goes wrong on the way is an exception (`NoAnswer`, `Strange`, `Slowed`), for the hall may be there again
in a second. What the server decided is a value.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from urllib.parse import quote

import httpx
from httpx_sse import EventSource, ServerSentEvent
from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.ask import Ask, order_json
from runofshow.core.refusal import Reason
from runofshow.line.address import Address
from runofshow.line.answer import Answer, Failure, NoAnswer, NotObeyed, Obeyed, Slowed, Strange
from runofshow.line.finding import Finder
from runofshow.line.reaching import Asked, NoHttp, Passed, answer_of, way_out
from runofshow.line.standing import ShutOut, Why

PATIENCE_S = 5.0
"""Seconds for one step of a request."""
ANSWER_BYTES = 64 * 1024
LONGEST = 8 * 1024 * 1024
"""Bytes of one event: a whole order of some thousand items, and room to spare."""
AGENT = "runofshow screen"
COOKIE = "runofshow"
"""How the name of the hall's cookies begins; any such name will do, since the value says all."""


class Pass(Struct, frozen=True):
    """What opens the door: a header to send, and whose picture to ask for."""

    header: tuple[str, str]
    query: str = ""
    is_token: bool = False


class Hall:
    """The hall at an address. Close it."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._finder = Finder(address.host, address.port)
        self._out = way_out()

    async def close(self) -> None:
        await self._out.aclose()

    async def join(self, role: Role) -> Pass | ShutOut:
        """Come in."""
        query, code, token = f"?role={role.value}", self._address.code, self._address.token
        if token is not None:
            return Pass(("Authorization", f"Bearer {token}"), query, is_token=True)
        assert code is not None
        async with self._answer("GET", f"/j/{quote(code, safe='')}") as answer:
            match answer.status_code:
                case 303:
                    pass
                case 403:
                    return ShutOut(Why.WRONG_CODE)
                case 429:
                    raise Slowed
                case _:
                    raise Strange(f"status {answer.status_code}")
            cookie = _cookie(answer)
            joined = _role_of(answer.headers.get("Location", ""))
        if joined is not role and joined is not Role.CALLER:
            return ShutOut(Why.OTHER_ROLE, joined)
        return Pass(("Cookie", f"{COOKIE}={cookie}"), "" if joined is role else query)

    @asynccontextmanager
    async def events(self, by: Pass) -> AsyncIterator[AsyncIterator[ServerSentEvent] | ShutOut]:
        """The live picture."""
        headers = (by.header, ("Accept", "text/event-stream"))
        async with self._answer("GET", f"/api/events{by.query}", headers) as answer:
            kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            match answer.status_code:
                case 200 if kind == "text/event-stream":
                    yield _bounded(answer)
                case 401 | 403:
                    yield ShutOut(Why.WRONG_TOKEN if by.is_token else Why.THROWN_OUT)
                case 429:
                    raise Slowed
                case _:
                    raise Strange(f"status {answer.status_code}, {kind or 'no type'}")

    async def order(self, by: Pass, what: Ask) -> Answer:
        """Ask for `what` and give the answer."""
        headers, body = (
            (by.header, ("Content-Type", "application/json")),
            json.dumps(order_json(what)).encode(),
        )
        async with self._answer("POST", "/api/command", headers, body) as answer:
            said = _object(await _words(answer))
        seq = said.get("seq")
        if answer.status_code == 200 and isinstance(seq, int):
            return Obeyed(seq)
        if answer.status_code == 429:
            return NotObeyed(Failure.SLOWED)
        if answer.status_code == 401:
            return NotObeyed(Failure.NOT_CONNECTED)
        reason = said.get("reason")
        return NotObeyed(Failure.REFUSED, next((one for one in Reason if one.value == reason), None))

    async def echo(self, by: Pass, at: str) -> None:
        """Send a beat's moment back: so the console knows how far away this screen is."""
        async with self._answer("GET", f"/api/ping?at={quote(at, safe='')}", (by.header,)):
            pass

    @asynccontextmanager
    async def _answer(
        self, method: str, target: str, headers: tuple[tuple[str, str], ...] = (), body: bytes | None = None
    ) -> AsyncIterator[httpx.Response]:
        asked = Asked(method, target, (("User-Agent", AGENT), *headers), body)
        with _in_our_words():
            # The hall answers to its numbers and its own name. Somebody's name for it in a hosts file is
            # neither, and the guard against foreign pages that use such names is for browsers.
            addresses = await self._finder.addresses()
            answer = await answer_of(self._out, addresses, self._address.port, asked, PATIENCE_S, Passed())
            try:
                if "Content-Encoding" in answer.headers:
                    raise Strange("packed")  # a few bytes could become more than any memory holds
                yield answer
            finally:
                await answer.aclose()


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.InvalidURL, OSError) as error:
        raise NoAnswer(is_sent=False) from error
    except NoHttp as error:
        raise Strange(str(error)) from error
    except httpx.TransportError as error:
        raise NoAnswer(is_sent=True) from error


class _Bounded(httpx.AsyncByteStream):
    """What has no end is refused before it fills the memory."""

    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream
        self.since = 0
        """Bytes since the last event."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            self.since += len(piece)
            if self.since > LONGEST:
                raise Strange("an event without an end")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _bounded(answer: httpx.Response) -> AsyncIterator[ServerSentEvent]:
    assert isinstance(answer.stream, httpx.AsyncByteStream)
    answer.stream = bounded = _Bounded(answer.stream)
    async for event in EventSource(answer).aiter_sse():
        bounded.since = 0
        yield event


async def _words(answer: httpx.Response) -> bytes:
    said = b""
    async for piece in answer.aiter_raw():
        said += piece
        if len(said) > ANSWER_BYTES:
            break
    return said


def _cookie(answer: httpx.Response) -> str:
    for header in answer.headers.get_list("Set-Cookie"):
        name, _, value = header.partition(";")[0].strip().partition("=")
        if name.startswith(COOKIE) and value.isascii() and value.isprintable():
            return value
    raise Strange("no cookie")


def _role_of(location: str) -> Role:
    name = location.partition("?")[0].strip("/")
    role = next((role for role in Role if role.value == name), None)
    if role is None:
        raise Strange("joined as nobody")
    return role


def _object(data: bytes) -> dict[str, object]:
    """A small JSON object; empty when it is none: then the status alone has to say it."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
