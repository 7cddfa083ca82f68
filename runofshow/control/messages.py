"""A signal with its values in it: the very bytes that go out, or the reason why none can.

The host and the port of a target hold no values: nothing that is typed into a title can send a signal to
another machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never
from urllib.parse import SplitResult, quote, urlsplit

from msgspec import Struct
from pythonosc.osc_message_builder import BuildError, OscMessageBuilder

from runofshow.control.failure import Failed, Trouble
from runofshow.control.filling import (
    Values,
    Write,
    fill,
    fill_argument,
    fill_json,
    in_address,
    in_header,
    in_markup,
    in_url,
    plain,
)
from runofshow.control.gear.facts import Fact
from runofshow.core.signal import PLACEHOLDER, Http, Osc, texts_of

LONGEST_DATAGRAM = 8_192
LONGEST_TARGET = 8_192
"""Bytes of path and query."""
LONGEST_BODY = 65_536
PORTS = {"http": 80, "https": 443}

_ADDRESS = re.compile(r"(?:/[^\x00-\x20\x7f-\U0010ffff#*,/?\[\]{}]+)+")
"""Of OSC: parts of plain ASCII without ` # * , / ? [ ] { }`."""
_RESERVED = "%/:?#[]@!$&'()*+,;=~"
_FRAMING = frozenset(
    {"connection", "content-length", "transfer-encoding", "upgrade", "expect", "te", "trailer"}
)
"""Headers that are ours: with a wrong one the request would be another than it seems."""
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


class Target(Struct, frozen=True):
    """Who gets it; signals to one target keep their order."""

    scheme: str
    """`osc`, `http` or `https`."""
    host: str
    port: int


class Datagram(Struct, frozen=True):
    data: bytes
    shown: str
    """For the record."""


class Request(Struct, frozen=True):
    method: str
    target: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    expect: str = ""
    expect_not: str = ""
    """See `Http`."""


class Taken(Struct, frozen=True):
    """The target took it."""

    detail: str
    """What it answered: its status, and how its words begin."""
    after: float = 0.0
    """Seconds from when the request was handed to the system to when the answer's status had come."""
    done: bool = False
    """Its own words say that it was done, and not only taken."""
    facts: tuple[tuple[Fact, str], ...] = ()
    """What gear says of itself when it is looked at."""


def target_of(send: Osc | Http) -> Target:
    """Where a signal goes. Raises Failed."""
    match send:
        case Osc(host, port):
            if not host or not 0 < port < 65_536 or PLACEHOLDER.search(host):
                raise Failed(Trouble.BAD_ADDRESS, f"{host}:{port}")
            return Target("osc", host, port)
        case Http(url):
            parts, port = _split(url)
            return Target(parts.scheme, parts.hostname or "", port)
    assert_never(send)


def message(send: Osc | Http, values: Values) -> Datagram | Request:
    """What goes out, with its values. Raises Failed."""
    match send:
        case Osc(_, _, address, args):
            return _datagram(
                fill(address, values, in_address, needed=True), [fill_argument(arg, values) for arg in args]
            )
        case Http():
            return _request(send, values)
    assert_never(send)


def wants_values(send: Osc | Http) -> bool:
    """Whether anything in it is to be filled in, so that a signal without costs nothing."""
    return any(PLACEHOLDER.search(text) for text in texts_of(send))


def _datagram(address: str, args: list[str | int | float | bool]) -> Datagram:
    if not _ADDRESS.fullmatch(address):
        raise Failed(Trouble.BAD_ADDRESS, address)
    builder = OscMessageBuilder(address)
    for arg in args:
        builder.add_arg(arg)
    try:
        data = builder.build().dgram
    except (BuildError, ValueError) as error:
        raise Failed(Trouble.BAD_ADDRESS, f"{address}: {error}") from error
    if len(data) > LONGEST_DATAGRAM:
        raise Failed(Trouble.TOO_LONG, address)
    return Datagram(data, " ".join((address, *(plain(arg) for arg in args))))


def _request(send: Http, values: Values) -> Request:
    parts, port = _split(send.url)
    target = _target(parts, values)
    kind, body = _body(send, values)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    headers = {
        "host": host if port == PORTS[parts.scheme] else f"{host}:{port}",
        "user-agent": "runofshow",
        "accept": "*/*",
    }
    if body:
        headers["content-type"] = kind
    headers |= dict(_headers(send, values))
    headers["connection"] = "close"
    method = send.method.upper()
    if body or method in _WITH_BODY:
        headers["content-length"] = str(len(body))
    written = ((_bytes(name), _bytes(text)) for name, text in headers.items())
    return Request(method, target, tuple(written), body, send.expect, send.expect_not)


def _split(url: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError as error:
        raise Failed(Trouble.BAD_ADDRESS, url) from error
    usable = parts.scheme in PORTS and host and port != 0 and "@" not in parts.netloc
    if not usable or "{" in parts.netloc:
        raise Failed(Trouble.BAD_ADDRESS, url)
    return parts._replace(netloc=f"[{host}]" if ":" in host else host), port or PORTS[parts.scheme]


def _target(parts: SplitResult, values: Values) -> str:
    path = _filled_url(parts.path, values) or "/"
    has_values = PLACEHOLDER.search(parts.path) is not None
    if has_values and any(step in (".", "..") for step in path.split("/")):
        # a step to another folder, which only the writer of the agenda may take
        raise Failed(Trouble.BAD_ADDRESS, path)
    target = path + (f"?{_filled_url(parts.query, values)}" if parts.query else "")
    if len(target) > LONGEST_TARGET:
        raise Failed(Trouble.TOO_LONG, parts.path)
    return target


def _filled_url(template: str, values: Values) -> str:
    """What stands in it already may be written as people write it: `/nhạc mời?to=loa 1`."""
    pieces: list[str] = []
    end = 0
    for found in PLACEHOLDER.finditer(template):
        pieces += quote(template[end : found.start()], safe=_RESERVED), fill(found[0], values, in_url)
        end = found.end()
    return "".join((*pieces, quote(template[end:], safe=_RESERVED)))


def _headers(send: Http, values: Values) -> Iterator[tuple[str, str]]:
    for name, template in send.headers:
        text = fill(template, values, in_header).strip()
        if name.lower() in _FRAMING or any(sign in "\r\n\0" for sign in text):
            raise Failed(Trouble.BAD_HEADER, name)
        yield name.lower(), text


def _body(send: Http, values: Values) -> tuple[str, bytes]:
    """The kind of the body and the body. One that is said to be nothing is JSON where it begins like JSON."""
    said = next((text for name, text in send.headers if name.lower() == "content-type"), "")
    begins_as_json = send.body.lstrip()[:1] in ("{", "[") and not PLACEHOLDER.match(send.body.lstrip())
    kind = said or ("application/json" if begins_as_json else "text/plain; charset=utf-8")
    name = kind.partition(";")[0].strip().lower()
    if name == "application/json" or name.endswith("+json"):
        text = fill_json(send.body, values)
    else:
        text = fill(send.body, values, _writer(name))
    body = _bytes(text)
    if len(body) > LONGEST_BODY:
        raise Failed(Trouble.TOO_LONG, kind)
    return kind, body


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _writer(kind: str) -> Write:
    if kind == "application/x-www-form-urlencoded":
        return in_url
    return in_markup if kind in ("text/html", "text/xml") or kind.endswith(("/xml", "+xml")) else plain
