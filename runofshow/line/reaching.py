"""One HTTP request to one machine, at the first of its addresses that takes a connection.

It stands on httpx's transport and not on its client: no proxy and no name of a file comes from the
environment, no redirect is followed, no cookie is kept, and no header is sent but those that are given. Every
request has a connection of its own, which ends with its answer.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from typing import Any

import h11
import httpx
from msgspec import Struct

NO_REUSE = httpx.Limits(max_connections=None, max_keepalive_connections=0)
"""A connection that was kept may have died meanwhile: what is sent on it may be done, or not."""


HTTP = b"HTTP/"


class Asked(Struct, frozen=True):
    """A request before it is known where it goes."""

    method: str
    target: str
    """Path and query, as they go out."""
    headers: tuple[tuple[str, str], ...] | tuple[tuple[bytes, bytes], ...]
    body: bytes | None = None
    scheme: str = "http"
    name: str = ""
    """Whose certificate is asked for."""


class NoHttp(Exception):
    """What came is no HTTP."""


class Passed:
    """How far a request has come, by the loop's clock."""

    def __init__(self) -> None:
        self.sent_at: float | None = None
        """When it began to go out; None: nothing was sent."""
        self.took = 0.0
        """Seconds from then to the head of the answer."""

    async def __call__(self, step: str, told: dict[str, Any]) -> None:
        """As httpx tells of it."""
        now = asyncio.get_running_loop().time()
        match step:
            case "connection.connect_tcp.complete" | "connection.start_tls.complete":
                _take_only_http(told["return_value"])
            case "http11.send_request_headers.started":
                self.sent_at = now
            case "http11.receive_response_headers.complete" if self.sent_at is not None:
                self.took = now - self.sent_at


def _take_only_http(stream: Any) -> None:
    """Say at once that it is none: httpx waits for a whole head, and an SSH server for us."""
    read, begins = stream.read, b""

    async def checked(max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - as httpx asks
        nonlocal begins
        piece: bytes = await read(max_bytes, timeout)
        if len(begins) < len(HTTP):
            begins = (begins + piece)[: len(HTTP)]
            if not HTTP.startswith(begins):
                raise NoHttp(repr(begins))
        return piece

    stream.read = checked


def way_out(secured: ssl.SSLContext | None = None) -> httpx.AsyncHTTPTransport:
    """The way to other machines; close it. `secured` for https."""
    # a context without certificates trusts nobody; httpx's own reads a file of them, also where none is asked
    # for
    trusted = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if secured is None else secured
    return httpx.AsyncHTTPTransport(verify=trusted, trust_env=False, limits=NO_REUSE)


async def answer_of(
    out: httpx.AsyncHTTPTransport,
    addresses: Sequence[str],
    port: int,
    asked: Asked,
    patience: float,
    passed: Passed,
) -> httpx.Response:
    """The answer with its head read; close it. `patience` seconds for each step, and to reach all addresses.

    Raises NoHttp, and httpx.TransportError; its ConnectError and ConnectTimeout when nothing was sent.
    """
    clock = asyncio.get_running_loop().time
    end = clock() + patience
    trouble: httpx.TransportError = httpx.ConnectError("no address")
    for tried, address in enumerate(addresses):
        share = max(0.0, end - clock()) / (len(addresses) - tried)
        url = httpx.URL(scheme=asked.scheme, host=address, port=port, raw_path=asked.target.encode())
        timeout = httpx.Timeout(patience, connect=share).as_dict()
        told = {"timeout": timeout, "sni_hostname": asked.name or None, "trace": passed}
        request = httpx.Request(asked.method, url, headers=asked.headers, content=asked.body, extensions=told)
        try:
            return await out.handle_async_request(request)
        except (httpx.ConnectError, httpx.ConnectTimeout) as failed:
            failed.request = request
            trouble = failed
        except httpx.RemoteProtocolError as error:
            if any(isinstance(root, h11.RemoteProtocolError) for root in roots_of(error)):
                raise NoHttp(str(error)) from error
            raise  # the other side left without an answer
    raise trouble


def roots_of(error: BaseException) -> list[BaseException]:
    """What led to it, each from the next: httpx says everything in words of its own."""
    roots: list[BaseException] = []
    root = error.__cause__ or error.__context__
    while root is not None:
        roots.append(root)
        root = root.__cause__ or root.__context__
    return roots
