"""JSON-RPC 2.0: one message from a stranger, and the answer to it.

{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "read_show", "arguments": {}}}
{"jsonrpc": "2.0", "id": 7, "result": {...}}      {"jsonrpc": "2.0", "id": 7, "error": {"code": -32601, ...}}
"""

from __future__ import annotations

import json
from typing import Final

from msgspec import Struct

from runofshow.core.value import Json

PARSE_ERROR: Final = -32700
INVALID_REQUEST: Final = -32600
NO_METHOD: Final = -32601
INVALID_PARAMS: Final = -32602
INTERNAL: Final = -32603
NO_RESOURCE: Final = -32002
"""Up to 2025-11-25; later it is INVALID_PARAMS."""
HEADER_MISMATCH: Final = -32020
UNSUPPORTED_VERSION: Final = -32022
LONGEST_ID: Final = 200

RequestId = str | int | None
"""None of what could not be read."""


class Fault(Struct, frozen=True):
    """Why a request is not answered."""

    code: int
    message: str
    data: Json = None


class Request(Struct, frozen=True):
    """What is asked."""

    id: RequestId
    method: str
    params: dict[str, Json]


class Notification(Struct, frozen=True):
    """What is told, and never answered; also an answer to something that nobody here asked."""

    method: str


class Unreadable(Struct, frozen=True):
    """It is no message."""

    id: RequestId
    fault: Fault


Message = Request | Notification | Unreadable


def read_json(data: bytes) -> Json | Fault:
    """The JSON of some bytes, whatever they are."""
    try:
        value: Json = json.loads(data.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return Fault(PARSE_ERROR, "Parse error")
    return value


def message_of(value: Json) -> Message:
    """One message."""
    if not isinstance(value, dict):
        return Unreadable(None, Fault(INVALID_REQUEST, "a message is an object"))
    said = value.get("id")
    is_fit = isinstance(said, str | int) and not isinstance(said, bool) and len(str(said)[:300]) <= LONGEST_ID
    asked: RequestId = said if is_fit and isinstance(said, str | int) else None
    if value.get("jsonrpc") != "2.0":
        return Unreadable(asked, Fault(INVALID_REQUEST, 'jsonrpc: "2.0"'))
    method, params = value.get("method"), value.get("params", {})
    if method is None and ("result" in value or "error" in value):
        return Notification("")
    if not isinstance(method, str):
        return Unreadable(asked, Fault(INVALID_REQUEST, "method: a text"))
    if "id" not in value:
        return Notification(method)
    if asked is None:
        return Unreadable(None, Fault(INVALID_REQUEST, "id: a text or a whole number"))
    if not isinstance(params, dict):
        return Unreadable(asked, Fault(INVALID_PARAMS, "params: an object"))
    return Request(asked, method, params)


def answered(request_id: RequestId, outcome: dict[str, Json] | Fault) -> dict[str, Json]:
    """The answer to a request."""
    if isinstance(outcome, Fault):
        error: dict[str, Json] = {"code": outcome.code, "message": outcome.message}
        if outcome.data is not None:
            error["data"] = outcome.data
        return {"jsonrpc": "2.0", "id": request_id, "error": error}
    return {"jsonrpc": "2.0", "id": request_id, "result": outcome}


def written(value: Json) -> bytes:
    """On one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _no_number(name: str) -> Json:
    raise ValueError(f"{name} is no number")
