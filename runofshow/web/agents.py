"""The door for agents over HTTP: one address that takes a message and answers with JSON, without a session.

It opens to this machine alone, whatever the hall is open to, and to its own token alone: no cookie opens it,
nor does the caller's token, and it opens nothing else. Foreign pages are turned away before (guard.py).
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from runofshow.agents.message import (
    HEADER_MISMATCH,
    INVALID_PARAMS,
    INVALID_REQUEST,
    NO_METHOD,
    PARSE_ERROR,
    UNSUPPORTED_VERSION,
    Fault,
    answered,
    read_json,
    written,
)
from runofshow.agents.offer import Offer
from runofshow.agents.protocol import answer
from runofshow.agents.versions import EVERY, MODERN, VERSION_KEY, unsupported
from runofshow.core.value import Json
from runofshow.hall.guesses import Guesses
from runofshow.hall.pace import Pace, steady
from runofshow.hall.token import Token
from runofshow.web.asker import address_of, refused, slowed
from runofshow.web.network import is_loopback

if TYPE_CHECKING:
    from starlette.requests import Request

AGENT_PACE: Final = (5.0, 40)
"""Messages a second, and at once: each is answered in the thread of the show."""
NAMED: Final = {"tools/call": "name", "resources/read": "uri", "prompts/get": "name"}
"""What of a request its Mcp-Name header repeats."""
STATUS: Final = {
    PARSE_ERROR: 400,
    INVALID_REQUEST: 400,
    INVALID_PARAMS: 400,
    HEADER_MISMATCH: 400,
    UNSUPPORTED_VERSION: 400,
    NO_METHOD: 404,
}
"""Of a fault, from 2026-07-28 on; before that only what is no message has one of its own."""


class AgentRoute:
    """POST /mcp."""

    def __init__(self, token: str, offer: Offer) -> None:
        """Raises ValueError for a token of less than 16 signs."""
        self._token = Token(token)
        self._offer = offer
        self._guesses = Guesses()
        self._pace = Pace(*AGENT_PACE)

    async def post(self, request: Request) -> Response:
        """The answer to one message."""
        if not is_loopback(address_of(request)):
            return refused(404, "not_found")
        stranger = self._stranger(request)
        if stranger is not None:
            return stranger
        if wait := self._pace.wait("agent", steady()):
            return slowed(wait)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            return refused(415, "not_json")
        accepted = request.headers.get("accept", "*/*")
        if not any(one in accepted for one in ("application/json", "application/*", "*/*")):
            return refused(406, "not_json")
        version = request.headers.get("mcp-protocol-version")
        if version is not None and version not in EVERY:
            return _told(400, answered(None, unsupported(version)))
        value = read_json(await request.body())
        if isinstance(value, Fault):
            return _told(400, answered(None, value))
        wrong = _unlike_its_headers(value, request, version)
        if wrong is not None:
            return _told(400, answered(None, wrong))
        said = await answer(value, self._offer, version)
        return Response(status_code=202) if said is None else _told(_status(said, version), said)

    def _stranger(self, request: Request) -> Response | None:
        """Why whoever asks is not let in; None for who shows the token."""
        address, now = address_of(request), steady()
        if wait := self._guesses.wait(address, now):
            return slowed(wait)
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self._token.is_right(token.strip()):
            return None
        if kind:
            self._guesses.wrong(address, now)
        response = refused(401, "not_joined")
        response.headers["www-authenticate"] = "Bearer"
        return response


def _told(status: int, value: Json) -> Response:
    return Response(written(value), status, media_type="application/json")


def _status(said: Json, version: str | None) -> int:
    error = said.get("error") if isinstance(said, dict) else None
    if not isinstance(error, dict) or not isinstance(said, dict):
        return 200
    code = error.get("code")
    is_told = version in MODERN or (said.get("id") is None and code == INVALID_REQUEST)
    return STATUS.get(code, 200) if is_told and isinstance(code, int) else 200


def _unlike_its_headers(value: Json, request: Request, version: str | None) -> Fault | None:
    """Why a request of 2026-07-28 is not taken: its headers, by which others route it, say something else."""
    if not isinstance(value, dict):
        return None
    params = value.get("params")
    meta = params.get("_meta") if isinstance(params, dict) else None
    said = meta.get(VERSION_KEY) if isinstance(meta, dict) else None
    if version not in MODERN:
        is_modern = isinstance(said, str) and said in MODERN
        return Fault(HEADER_MISMATCH, "MCP-Protocol-Version: not what _meta says") if is_modern else None
    if "id" not in value or "method" not in value:
        return None
    method = value.get("method")
    if said != version:
        return Fault(HEADER_MISMATCH, "MCP-Protocol-Version: not what _meta says")
    if request.headers.get("mcp-method") != method:
        return Fault(HEADER_MISMATCH, "Mcp-Method: not the method")
    key = NAMED.get(method) if isinstance(method, str) else None
    named = params.get(key) if key is not None and isinstance(params, dict) else None
    if key is not None and _plain(request.headers.get("mcp-name")) != named:
        return Fault(HEADER_MISMATCH, f"Mcp-Name: not the {key}")
    return None


def _plain(header: str | None) -> str | None:
    """A header that may stand as `=?base64?…?=`, where its signs are no header's."""
    if header is None or not (header.startswith("=?base64?") and header.endswith("?=")):
        return header
    try:
        return base64.b64decode(header[9:-2], validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
