"""The protocol by itself: what is answered to what, in every revision that is spoken."""

from __future__ import annotations

from typing import Any

import pytest

from runofshow.agents.message import (
    INTERNAL,
    INVALID_PARAMS,
    INVALID_REQUEST,
    NO_METHOD,
    NO_RESOURCE,
    PARSE_ERROR,
    UNSUPPORTED_VERSION,
    Fault,
    read_json,
)
from runofshow.agents.offer import Offer, Resource, Told, Tool, schema
from runofshow.agents.protocol import MOST_IN_A_BATCH, answer
from runofshow.agents.versions import CAPABILITIES_KEY, EVERY, HANDSHAKE, SERVER_KEY, VERSION_KEY
from runofshow.core.value import Json

META: dict[str, Json] = {VERSION_KEY: "2026-07-28", CAPABILITIES_KEY: {}}


async def echo(given: dict[str, Json]) -> Told:
    return Told({"said": given["word"]})


async def broken(given: dict[str, Json]) -> Told:
    raise RuntimeError("a secret of the house")


async def page() -> Told:
    return Told({"title": "Hội nghị"})


OFFER = Offer(
    (
        Tool("echo", "Echo", "Says it again.", echo, schema(["word"], word={"type": "string"})),
        Tool("broken", "Broken", "Never works.", broken, schema(), proposes=True),
    ),
    (Resource("runofshow://page", "page", "A page.", page),),
    "Be calm.",
)


async def asked(method: str, **params: Json) -> Any:
    said = await answer({"jsonrpc": "2.0", "id": 7, "method": method, "params": params}, OFFER, None)
    assert isinstance(said, dict)
    assert (said["jsonrpc"], said["id"]) == ("2.0", 7)
    return said.get("result") or said


@pytest.mark.parametrize("version", HANDSHAKE)
async def test_a_client_is_answered_in_the_revision_that_it_asks_for(version: str) -> None:
    told = await asked("initialize", protocolVersion=version, capabilities={}, clientInfo={})
    assert told["protocolVersion"] == version
    assert told["capabilities"] == {"tools": {}, "resources": {}}
    assert (told["serverInfo"]["name"], told["instructions"]) == ("runofshow", "Be calm.")


@pytest.mark.parametrize("version", ["1999-01-01", "2026-07-28", 7, None])
async def test_one_that_asks_for_another_is_offered_the_newest_with_a_handshake(version: Json) -> None:
    assert (await asked("initialize", protocolVersion=version))["protocolVersion"] == HANDSHAKE[-1]


async def test_since_2026_07_28_every_request_says_its_revision_and_every_result_that_it_is_whole() -> None:
    told = await asked("server/discover", _meta=META)
    assert told["supportedVersions"] == [*EVERY]
    assert (told["resultType"], told["ttlMs"], told["cacheScope"]) == ("complete", 0, "private")
    assert told["_meta"][SERVER_KEY]["name"] == "runofshow"
    called = await asked("tools/call", _meta=META, name="echo", arguments={"word": "ấm"})
    assert (called["resultType"], called["structuredContent"]) == ("complete", {"said": "ấm"})
    assert "ttlMs" not in called


async def test_a_revision_that_nobody_speaks_is_answered_with_those_that_are() -> None:
    told = await asked("tools/list", _meta={**META, VERSION_KEY: "2031-01-01"})
    assert told["error"]["code"] == UNSUPPORTED_VERSION
    assert told["error"]["data"] == {"supported": [*EVERY], "requested": "2031-01-01"}
    alone = await asked("tools/list", _meta={VERSION_KEY: "2026-07-28"})
    assert alone["error"]["code"] == INVALID_PARAMS


async def test_a_tool_says_what_it_takes_and_whether_it_only_reads() -> None:
    first, second = (await asked("tools/list"))["tools"]
    assert first["inputSchema"]["required"] == ["word"]
    assert [one["annotations"]["readOnlyHint"] for one in (first, second)] == [True, False]
    assert not any(one["annotations"]["destructiveHint"] for one in (first, second))


async def test_what_a_tool_gives_comes_as_an_object_and_as_text() -> None:
    told = await asked("tools/call", name="echo", arguments={"word": "đ"})
    assert told == {
        "content": [{"type": "text", "text": '{"said":"đ"}'}],
        "structuredContent": {"said": "đ"},
        "isError": False,
    }


@pytest.mark.parametrize("given", [{}, {"word": "a", "other": 1}])
async def test_arguments_that_do_not_fit_are_told_to_who_can_mend_them(given: Json) -> None:
    told = await asked("tools/call", name="echo", arguments=given)
    assert (told["isError"], told["structuredContent"]["refused"]) == (True, "bad_request")


async def test_a_tool_that_fails_says_no_secret_and_the_next_call_is_answered() -> None:
    told = await asked("tools/call", name="broken")
    assert (told["error"]["code"], told["error"]["message"]) == (INTERNAL, "RuntimeError")
    assert (await asked("tools/call", name="echo", arguments={"word": "a"}))["isError"] is False


async def test_a_resource_is_read_by_its_address() -> None:
    assert [one["uri"] for one in (await asked("resources/list"))["resources"]] == ["runofshow://page"]
    told = await asked("resources/read", uri="runofshow://page")
    assert told["contents"][0]["text"] == '{"title":"Hội nghị"}'
    assert (await asked("resources/templates/list"))["resourceTemplates"] == []
    assert (await asked("resources/read", uri="file:///etc/passwd"))["error"]["code"] == NO_RESOURCE
    modern = await asked("resources/read", uri="x", _meta=META)
    assert modern["error"]["code"] == INVALID_PARAMS


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("tools/call", {"name": "rm"}, INVALID_PARAMS),
        ("tools/call", {"name": ["echo"]}, INVALID_PARAMS),
        ("tools/call", {"name": "echo", "arguments": [1]}, INVALID_PARAMS),
        ("tools/list", {"cursor": "x"}, INVALID_PARAMS),
        ("prompts/list", {}, NO_METHOD),
        ("sampling/createMessage", {}, NO_METHOD),
        ("", {}, NO_METHOD),
    ],
)
async def test_what_there_is_not_is_a_fault(method: str, params: dict[str, Json], code: int) -> None:
    assert (await asked(method, **params))["error"]["code"] == code


async def test_a_ping_is_answered_with_nothing() -> None:
    assert await answer({"jsonrpc": "2.0", "id": "p", "method": "ping"}, OFFER, None) == {
        "jsonrpc": "2.0",
        "id": "p",
        "result": {},
    }


@pytest.mark.parametrize(
    "told",
    [
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}},
        {"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "echo"}},
        {"jsonrpc": "2.0", "id": 1, "result": {}},
    ],
)
async def test_what_is_only_told_is_never_answered(told: Json) -> None:
    assert await answer(told, OFFER, None) is None


@pytest.mark.parametrize(
    ("value", "told_id", "code"),
    [
        (7, None, INVALID_REQUEST),
        ({"id": 1, "method": "ping"}, 1, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 1, "method": 7}, 1, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": None, "method": "ping"}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": True, "method": "ping"}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 1.5, "method": "ping"}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": "x" * 201, "method": "ping"}, None, INVALID_REQUEST),
        ({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": [1]}, 1, INVALID_PARAMS),
    ],
)
async def test_what_is_no_message_is_a_fault(value: Json, told_id: Json, code: int) -> None:
    said: Any = await answer(value, OFFER, None)
    assert (said["id"], said["error"]["code"]) == (told_id, code)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"NaN", b"[" * 100_000, b'{"id": Infinity}'])
def test_bytes_that_are_no_json_are_a_fault_whatever_they_are(data: bytes) -> None:
    assert read_json(data) == Fault(PARSE_ERROR, "Parse error")


async def test_a_batch_is_of_2025_03_26_alone() -> None:
    ping: Json = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    told: Json = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    opening: Json = {"jsonrpc": "2.0", "id": 2, "method": "initialize", "params": {}}
    said: Any = await answer([ping, told, opening], OFFER, "2025-03-26")
    assert [(one["id"], "result" in one) for one in said] == [(1, True), (2, False)]
    assert await answer([told], OFFER, "2025-03-26") is None
    for batch, version in (([ping], "2025-06-18"), ([], None), ([ping] * (MOST_IN_A_BATCH + 1), None)):
        refused: Any = await answer(batch, OFFER, version)
        assert refused["error"]["code"] == INVALID_REQUEST
