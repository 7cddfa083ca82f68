"""What is answered to each method. There is no session: every request is answered by itself.

Cancelling is told by a notification and never comes in time: each call is answered before the next is read.
"""

from __future__ import annotations

from typing import Final

from runofshow import __version__
from runofshow.agents.message import (
    INTERNAL,
    INVALID_PARAMS,
    INVALID_REQUEST,
    NO_METHOD,
    NO_RESOURCE,
    Fault,
    Message,
    Notification,
    Request,
    Unreadable,
    answered,
    message_of,
    written,
)
from runofshow.agents.offer import Offer, Resource, Told, Tool, unknown_arguments
from runofshow.agents.versions import BATCHED, EVERY, SERVER_KEY, Spoken, agreed, spoken_by
from runofshow.core.value import Json

MOST_IN_A_BATCH: Final = 20
SERVER: Final[dict[str, Json]] = {
    "name": "runofshow",
    "title": "runofshow · run of show",
    "version": __version__,
}
CAPABILITIES: Final[dict[str, Json]] = {"tools": {}, "resources": {}}
FRESH: Final[dict[str, Json]] = {"ttlMs": 0, "cacheScope": "private"}
"""Nothing of a running show is worth keeping."""
CACHED: Final = frozenset(
    {"server/discover", "tools/list", "resources/list", "resources/templates/list", "resources/read"}
)


async def answer(value: Json, offer: Offer, version: str | None) -> Json:
    """The answer to a message, or to a batch of them; None where nothing is to be answered. `version` is the
    revision that was settled before, where one was."""
    if not isinstance(value, list):
        return await _answer(message_of(value), offer)
    if version not in (None, BATCHED):
        return answered(None, Fault(INVALID_REQUEST, f"{version} has no batches"))
    if not 0 < len(value) <= MOST_IN_A_BATCH:
        return answered(None, Fault(INVALID_REQUEST, f"a batch has 1 to {MOST_IN_A_BATCH} messages"))
    answers: list[Json] = []
    for one in value:
        message = message_of(one)
        if isinstance(message, Request) and message.method == "initialize":
            message = Unreadable(message.id, Fault(INVALID_REQUEST, "initialize comes alone"))
        if (said := await _answer(message, offer)) is not None:
            answers.append(said)
    return answers or None


async def _answer(message: Message, offer: Offer) -> dict[str, Json] | None:
    match message:
        case Notification():
            return None
        case Unreadable(request_id, fault):
            return answered(request_id, fault)
        case Request(request_id, method, params):
            spoken = spoken_by(params)
            if isinstance(spoken, Fault):
                return answered(request_id, spoken)
            outcome = await _outcome(method, params, spoken, offer)
            if isinstance(outcome, dict) and spoken.is_modern:
                outcome = _modern(method, outcome)
            return answered(request_id, outcome)


def _modern(method: str, outcome: dict[str, Json]) -> dict[str, Json]:
    """With what a result says of itself from 2026-07-28 on."""
    cached = FRESH if method in CACHED else {}
    return {**outcome, **cached, "resultType": "complete", "_meta": {SERVER_KEY: SERVER}}


async def _outcome(
    method: str, params: dict[str, Json], spoken: Spoken, offer: Offer
) -> dict[str, Json] | Fault:
    match method:
        case "initialize" if not spoken.is_modern:
            settled = agreed(params.get("protocolVersion"))
            said: dict[str, Json] = {"protocolVersion": settled, "serverInfo": SERVER}
            return {**said, "capabilities": CAPABILITIES, "instructions": offer.instructions}
        case "server/discover":
            known: list[Json] = [*EVERY]
            return {
                "supportedVersions": known,
                "capabilities": CAPABILITIES,
                "instructions": offer.instructions,
            }
        case "ping":
            return {}
        case "tools/list":
            return _whole(params) or {"tools": [_tool(one) for one in offer.tools]}
        case "tools/call":
            return await _call(params, offer)
        case "resources/list":
            return _whole(params) or {"resources": [_resource(one) for one in offer.resources]}
        case "resources/templates/list":
            return _whole(params) or {"resourceTemplates": []}
        case "resources/read":
            return await _read(params, spoken, offer)
        case _:
            return Fault(NO_METHOD, "Method not found")


def _whole(params: dict[str, Json]) -> Fault | None:
    """Every list is one page: nobody was given a cursor."""
    return None if params.get("cursor") is None else Fault(INVALID_PARAMS, "cursor: there is no further page")


async def _call(params: dict[str, Json], offer: Offer) -> dict[str, Json] | Fault:
    tool, given = offer.tool(params.get("name")), params.get("arguments") or {}
    if tool is None:
        return Fault(INVALID_PARAMS, "Unknown tool")
    if not isinstance(given, dict):
        return Fault(INVALID_PARAMS, "arguments: an object")
    told = unknown_arguments(tool, given) or await _run(tool, given)
    if isinstance(told, Fault):
        return told
    content: list[Json] = [{"type": "text", "text": written(told.value).decode()}]
    return {"content": content, "structuredContent": told.value, "isError": told.is_error}


async def _run(tool: Tool, given: dict[str, Json]) -> Told | Fault:
    try:
        return await tool.run(given)
    except Exception as error:  # noqa: BLE001 - the edge: whoever asked is told, and the next is answered
        return Fault(INTERNAL, f"{type(error).__name__}")


async def _read(params: dict[str, Json], spoken: Spoken, offer: Offer) -> dict[str, Json] | Fault:
    resource = offer.resource(params.get("uri"))
    if resource is None:
        code = INVALID_PARAMS if spoken.is_modern else NO_RESOURCE
        return Fault(code, "Resource not found", {"uri": str(params.get("uri"))[:200]})
    told = await resource.read()
    if told.is_error:
        return Fault(INTERNAL, str(told.value.get("why", "")), told.value)
    text = written(told.value).decode()
    return {"contents": [{"uri": resource.uri, "mimeType": "application/json", "text": text}]}


def _tool(tool: Tool) -> dict[str, Json]:
    return {
        "name": tool.name,
        "title": tool.title,
        "description": tool.description,
        "inputSchema": dict(tool.arguments),
        "outputSchema": {"type": "object"},
        "annotations": {
            "title": tool.title,
            "readOnlyHint": not tool.proposes,
            "destructiveHint": False,
            "idempotentHint": not tool.proposes,
            "openWorldHint": False,
        },
    }


def _resource(resource: Resource) -> dict[str, Json]:
    return {
        "uri": resource.uri,
        "name": resource.name,
        "description": resource.description,
        "mimeType": "application/json",
    }
