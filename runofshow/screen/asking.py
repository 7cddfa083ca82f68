"""The few requests a screen makes, over plain HTTP/1.1, each bounded in time and size.

What goes wrong on the way is an exception (`OSError`, `HTTPException`, `Strange`), for the hall may be there
again in a second. What the server decided is a value.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from http.client import HTTPConnection, HTTPResponse
from socket import socket
from urllib.parse import quote

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.ask import Ask, order_json
from runofshow.core.refusal import Reason
from runofshow.screen.address import Address

PATIENCE_S = 5.0
"""Seconds for one step of a request."""
ANSWER_BYTES = 64 * 1024
AGENT = "runofshow screen"
COOKIE = "runofshow"
"""How the name of the hall's cookies begins; any such name will do, since the value says all."""


class Strange(Exception):
    """Something answers there, and not as a hall does."""


class Slowed(Exception):
    """Too many tries from this machine; the hall asks to wait."""


class Why(StrEnum):
    """Why one is not let in. Trying again changes nothing."""

    WRONG_CODE = "wrong_code"
    WRONG_TOKEN = "wrong_token"
    OTHER_ROLE = "other_role"
    THROWN_OUT = "thrown_out"


class ShutOut(Struct, frozen=True):
    why: Why
    role: Role | None = None
    """Whose code it was, for OTHER_ROLE."""


class Pass(Struct, frozen=True):
    """What opens the door: headers to send, and whose picture to ask for."""

    headers: tuple[tuple[str, str], ...]
    query: str = ""
    is_token: bool = False


class Obeyed(Struct, frozen=True):
    seq: int


class Failure(StrEnum):
    """Why an order did not come through."""

    SLOWED = "slowed"
    NO_ANSWER = "no_answer"
    """It may have been obeyed: look."""
    NOT_CONNECTED = "not_connected"
    REFUSED = "refused"


class NotObeyed(Struct, frozen=True):
    failure: Failure
    reason: Reason | None = None
    """The show's own reason, where it refused and this version knows the word."""


Answer = Obeyed | NotObeyed


def join(address: Address, role: Role, opened: Callable[[socket], None]) -> Pass | ShutOut:
    """Come in. `opened` is given the socket, so that who watches the time can cut it off."""
    query = f"?role={role.value}"
    if address.token is not None:
        return Pass((("Authorization", f"Bearer {address.token}"),), query, is_token=True)
    assert address.code is not None
    connection = _connected(address, opened)
    try:
        connection.request("GET", f"/j/{quote(address.code, safe='')}", headers=_headers(connection))
        answer = connection.getresponse()
        answer.read(ANSWER_BYTES)
    finally:
        connection.close()
    match answer.status:
        case 303:
            pass
        case 403:
            return ShutOut(Why.WRONG_CODE)
        case 429:
            raise Slowed
        case _:
            raise Strange(f"status {answer.status}")
    cookie = _cookie(answer)
    joined = _role_of(answer.getheader("Location", ""))
    if joined is not role and joined is not Role.CALLER:
        return ShutOut(Why.OTHER_ROLE, joined)
    return Pass((("Cookie", f"{COOKIE}={cookie}"),), "" if joined is role else query)


class Stream(Struct, frozen=True):
    """An open stream of events. Close it."""

    connection: HTTPConnection
    answer: HTTPResponse

    def read(self) -> bytes:
        """What has come, waiting for it; empty when the stream has ended."""
        return self.answer.read1(65_536)

    def close(self) -> None:
        self.answer.close()
        self.connection.close()


def open_events(address: Address, by: Pass, opened: Callable[[socket], None]) -> Stream | ShutOut:
    """The live picture."""
    connection = _connected(address, opened)
    try:
        headers = _headers(connection) | dict(by.headers) | {"Accept": "text/event-stream"}
        connection.request("GET", f"/api/events{by.query}", headers=headers)
        answer = connection.getresponse()
        kind = answer.getheader("Content-Type", "").partition(";")[0].strip().lower()
        if answer.status == 200 and kind == "text/event-stream":
            return Stream(connection, answer)
    except BaseException:
        connection.close()
        raise
    answer.close()
    connection.close()
    match answer.status:
        case 401 | 403:
            return ShutOut(Why.WRONG_TOKEN if by.is_token else Why.THROWN_OUT)
        case 429:
            raise Slowed
        case _:
            raise Strange(f"status {answer.status}, {kind or 'no type'}")


def order(address: Address, by: Pass, what: Ask) -> Answer:
    """Ask for `what` and give the answer. Raises OSError and HTTPException when none came."""
    connection = _connected(address, lambda sock: None)
    try:
        headers = _headers(connection) | dict(by.headers) | {"Content-Type": "application/json"}
        connection.request("POST", "/api/command", json.dumps(order_json(what)).encode(), headers)
        answer = connection.getresponse()
        said = _object(answer.read(ANSWER_BYTES))
    finally:
        connection.close()
    seq = said.get("seq")
    if answer.status == 200 and isinstance(seq, int):
        return Obeyed(seq)
    if answer.status == 429:
        return NotObeyed(Failure.SLOWED)
    if answer.status == 401:
        return NotObeyed(Failure.NOT_CONNECTED)
    reason = said.get("reason")
    return NotObeyed(Failure.REFUSED, next((one for one in Reason if one.value == reason), None))


def echo(address: Address, by: Pass, at: str) -> None:
    """Send a beat's moment back: so the console knows how far away this screen is."""
    connection = _connected(address, lambda sock: None)
    try:
        headers = _headers(connection) | dict(by.headers)
        connection.request("GET", f"/api/ping?at={quote(at, safe='')}", headers=headers)
        connection.getresponse().read(ANSWER_BYTES)
    finally:
        connection.close()


def _connected(address: Address, opened: Callable[[socket], None]) -> HTTPConnection:
    connection = HTTPConnection(address.host, address.port, timeout=PATIENCE_S)
    connection.connect()
    opened(connection.sock)
    return connection


def _headers(connection: HTTPConnection) -> dict[str, str]:
    # The hall answers to its numbers and its own name. Somebody's name for it in a hosts file is neither,
    # and the guard against foreign pages that use such names is for browsers.
    host, port = connection.sock.getpeername()[:2]
    return {"Host": f"[{host}]:{port}" if ":" in host else f"{host}:{port}", "User-Agent": AGENT}


def _cookie(answer: HTTPResponse) -> str:
    for header in answer.headers.get_all("Set-Cookie", []):
        name, _, value = header.partition(";")[0].strip().partition("=")
        if name.startswith(COOKIE) and value.isascii() and value.isprintable():
            return str(value)
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
