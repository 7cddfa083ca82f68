"""What every request passes before anything looks at it, and every answer on its way out.

A page of the hall is asked for by the machine's own name or address (else 421), changes come from the hall's
own pages, those of the show's other console or from programs, never from a foreign page (403), a body is
small (413) and comes at once (408).
A failure of our own is a 500 without a word about it, and an alarm on the console.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response

from runofshow.texts import Language
from runofshow.web.network import is_loopback
from runofshow.web.turned_away import TurnedAway

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CROSS = frozenset(
    f"/api/{name}" for name in ("snapshot", "events", "command", "ping", "item", "agenda", "roles", "watch")
)
"""What a page of the other console may ask here."""
BODY_LIMIT = 32_768
"""Bytes: the 10,000 signs the MC's words may have, in Vietnamese."""
BODY_S = 5.0
"""Seconds for the body of a request."""
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'{others}; media-src 'self' data:; manifest-src 'self'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'"
)
SECURITY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
}


PREFLIGHT = {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "600",
}
"""What a browser hears that asks whether a page of the other console may ask: with no cookie in any case."""
JOIN = "/join"
"""A form on a page without a referrer comes with `Origin: null`, and without a right code leads nowhere."""


class Guard:
    """Around the hall's addresses. `failed` is told of our own mistakes."""

    def __init__(self, app: ASGIApp, failed: Callable[[Exception], None], language: Language) -> None:
        self._app = app
        self._language = language
        self._failed = failed
        self.others: tuple[str, ...] = ()
        """The origins of the other console; its pages are let in, and ours may ask it."""
        name = socket.gethostname().lower()
        self._names = {name, f"{name.partition('.')[0]}.local"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        begun = False
        other = self._other(scope)

        async def answered(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                # an answer without a body, which every screen gets every few seconds, has nothing to secure
                for name, value in SECURITY.items() if message["status"] != 204 else ():
                    headers[name] = value
                if message["status"] != 204:
                    others = "".join(f" {origin}" for origin in self.others)
                    headers["content-security-policy"] = CONTENT_POLICY.format(others=others)
                if other is not None:
                    headers["access-control-allow-origin"] = other
                    headers["vary"] = "origin"
                headers.setdefault("cache-control", "no-store")
            await send(message)

        secured = TurnedAway(scope, answered, self._language)
        if scope["method"] == "OPTIONS" and other is not None:
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, secured)
            return
        refusal = self._refusal(scope, other)
        if refusal is None:
            body = await _body(scope, receive)
            if isinstance(body, bytes):
                try:
                    await self._app(scope, _replayed(body, receive), secured)
                except Exception as error:
                    # a request's edge: the show and every other request go on
                    self._failed(error)
                    if begun:
                        raise
                    refusal = _refused(500, "failed")
            else:
                refusal = body
        if refusal is not None:
            await refusal(scope, receive, secured)

    def _other(self, scope: Scope) -> str | None:
        """The origin of the other console, where the request comes from a page of it and may be asked so."""
        headers = Headers(scope=scope)
        origins, hosts = headers.getlist("origin"), headers.getlist("host")
        if len(origins) != 1 or origins[0] not in self.others or scope["path"] not in CROSS:
            return None
        return origins[0] if len(hosts) == 1 and self._is_ours(hosts[0], scope) else None

    def _refusal(self, scope: Scope, other: str | None) -> JSONResponse | None:
        headers = Headers(scope=scope)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _refused(405, "method")
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(hosts[0], scope):
            return _refused(421, "host")
        if other is not None:
            return None
        origins = headers.getlist("origin")
        ours = [f"http://{hosts[0]}"]
        if origins and origins != ours and not (origins == ["null"] and scope["path"] == JOIN):
            return _refused(403, "origin")
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none") and scope["method"] == "POST":
            return _refused(403, "origin")
        return None

    def _is_ours(self, host: str, scope: Scope) -> bool:
        """Whether `host` names the very address and port that was connected to, or this machine."""
        server = scope["server"]
        if server is None:
            return False
        address, port = server
        name, colon, given_port = host.lower().rpartition(":")
        if not colon:
            name, given_port = host.lower(), "80"
        if given_port != str(port):
            return False
        return name == address or name in self._names or (name == "localhost" and is_loopback(address))


async def _body(scope: Scope, receive: Receive) -> bytes | JSONResponse:
    """The whole body, which is small; or why it is not taken."""
    declared = Headers(scope=scope).get("content-length", "0")
    if not declared.isdecimal() or int(declared[:20]) > BODY_LIMIT:
        return _refused(413, "too_large")
    parts = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    break
                parts += message.get("body", b"")
                more = message.get("more_body", False)
                if len(parts) > BODY_LIMIT:
                    return _refused(413, "too_large")
    except TimeoutError:
        return _refused(408, "too_slow")
    return bytes(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """The body that was read already, then whatever comes."""
    waiting = True

    async def replay() -> Message:
        nonlocal waiting
        if waiting:
            waiting = False
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return replay


def _refused(status: int, reason: str) -> JSONResponse:
    # closed, so that whatever is left of the request is never read as another
    return JSONResponse({"reason": reason}, status, {"connection": "close"})
