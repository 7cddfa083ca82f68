"""The door for agents over HTTP, on a real show: who is let in, what is read, that nothing can be moved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runofshow.agents.rendezvous import FILE
from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.commands import COMMANDS
from runofshow.core.refusal import Refused
from runofshow.core.value import replace
from runofshow.web.agents import AGENT_PACE
from runofshow.web.http_server import PROPOSAL_PACE
from tests.core.shows import agenda, item
from tests.web.halls import TOKEN, Answer, Hall, hall

AGENT = "the-token-of-agents"
MODERN = "2026-07-28"
META = {"io.modelcontextprotocol/protocolVersion": MODERN, "io.modelcontextprotocol/clientCapabilities": {}}
TOOLS = [
    "read_show",
    "read_running_order",
    "read_item",
    "read_cues",
    "read_forecast",
    "read_record",
    "read_awards",
    "list_proposals",
    "propose_edit",
]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Hall]:
    plan = agenda(item("a", 10), item("chao", 5, protected=True), item("b", 20), item("d", 10))
    with hall(tmp_path, plan, agents=AGENT) as it:
        yield it


def post(it: Hall, message: object, token: str | None = AGENT, **headers: str) -> Answer:
    sent = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    if token is not None:
        sent["Authorization"] = f"Bearer {token}"
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return it.ask("POST", "/mcp", body=body, headers=sent)


def asked(it: Hall, method: str, **params: object) -> Any:
    answer = post(it, {"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    assert answer.status == 200, answer
    return answer.json


def call(it: Hall, tool: str, **arguments: object) -> Any:
    result = asked(it, "tools/call", name=tool, arguments=arguments)["result"]
    return result["structuredContent"]


def propose(it: Hall, *changes: object, **more: object) -> Any:
    return call(it, "propose_edit", who="Claude", why="Cho kịp giờ", changes=list(changes), **more)


def test_without_the_flag_there_is_no_such_door(tmp_path: Path) -> None:
    with hall(tmp_path) as it:
        assert post(it, {"jsonrpc": "2.0", "id": 1, "method": "ping"}).status == 404
        assert not (it.engine.show.folder / FILE).exists()


def test_only_the_agents_own_token_opens_it_and_it_opens_nothing_else(opened: Hall) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    assert post(opened, ping).json == {"jsonrpc": "2.0", "id": 1, "result": {}}
    for token in (None, TOKEN, AGENT + "x", "x"):
        answer = post(opened, ping, token)
        assert (answer.status, answer.headers["www-authenticate"]) == (401, "Bearer")
    cookie = opened.joined(Role.CALLER)
    assert opened.ask("POST", "/mcp", cookie=cookie, body=b"{}").status == 401
    assert opened.order({"do": "start"}, token=AGENT).status == 401
    assert opened.ask("GET", "/api/snapshot", headers={"Authorization": f"Bearer {AGENT}"}).status == 401


def test_guesses_of_the_token_are_slowed(opened: Hall) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    answers = [post(opened, ping, f"a-wrong-token-{number:04}").status for number in range(8)]
    assert answers[0] == 401
    assert 429 in answers


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Sec_Fetch_Site": "cross-site"}])
def test_a_foreign_page_is_turned_away(opened: Hall, headers: dict[str, str]) -> None:
    answer = post(opened, {"jsonrpc": "2.0", "id": 1, "method": "ping"}, **headers)
    assert answer.status == 403


def test_it_has_one_method_one_kind_of_body_and_a_bound(opened: Hall) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    for method in ("GET", "DELETE", "PUT"):
        assert opened.ask(method, "/mcp").status == 405
    assert post(opened, ping, Content_Type="text/plain").status == 415
    assert post(opened, ping, Accept="text/html").status == 406
    assert post(opened, b"x" * 40_000).status == 413
    broken = post(opened, b"{")
    assert (broken.status, broken.json["error"]["code"]) == (400, -32700)


def test_what_is_only_told_is_accepted_without_a_word(opened: Hall) -> None:
    answer = post(opened, {"jsonrpc": "2.0", "method": "notifications/initialized"})
    assert (answer.status, answer.body) == (202, b"")


def test_a_revision_that_nobody_speaks_is_refused_in_its_header(opened: Hall) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    answer = post(opened, ping, Mcp_Protocol_Version="1999-01-01")
    assert (answer.status, answer.json["error"]["code"]) == (400, -32022)
    assert post(opened, ping, Mcp_Protocol_Version="2025-06-18").status == 200


def test_since_2026_07_28_the_headers_repeat_what_the_message_says(opened: Hall) -> None:
    message = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "read_show", "arguments": {}, "_meta": META},
    }
    right = {"Mcp_Protocol_Version": MODERN, "Mcp_Method": "tools/call", "Mcp_Name": "read_show"}
    told = post(opened, message, **right)
    assert (told.status, told.json["result"]["resultType"]) == (200, "complete")
    wrapped = post(opened, message, **{**right, "Mcp_Name": "=?base64?cmVhZF9zaG93?="})
    assert wrapped.status == 200
    for name, wrong in [
        ("Mcp_Method", "tools/list"),
        ("Mcp_Name", "propose_edit"),
        ("Mcp_Name", "=?base64?%?="),
        ("Mcp_Protocol_Version", "2025-11-25"),
    ]:
        refused = post(opened, message, **{**right, name: wrong})
        assert (refused.status, refused.json["error"]["code"]) == (400, -32020), name
    unknown = {"jsonrpc": "2.0", "id": 1, "method": "prompts/list", "params": {"_meta": META}}
    answer = post(opened, unknown, Mcp_Protocol_Version=MODERN, Mcp_Method="prompts/list")
    assert (answer.status, answer.json["error"]["code"]) == (404, -32601)


def test_an_agent_reads_what_the_caller_sees(opened: Hall) -> None:
    assert [tool["name"] for tool in asked(opened, "tools/list")["result"]["tools"]] == TOOLS
    now = call(opened, "read_show")
    assert (now["phase"], now["next"]["title"]) == ("before", "Mục a")
    rows = call(opened, "read_running_order")["items"]
    assert [(row["item_id"], row["protected"]) for row in rows] == [
        ("a", False),
        ("chao", True),
        ("b", False),
        ("d", False),
    ]
    assert call(opened, "read_item", item_id="b")["seconds"] == 1200
    assert call(opened, "read_item", item_id="zz")["refused"] == "unknown_item"
    assert call(opened, "read_forecast")["expected_end"] is not None
    record = call(opened, "read_record")
    assert (record["entries"][0]["do"], record["entries"][0]["seq"]) == ("open", 1)
    assert call(opened, "read_record", after=0, limit=1)["entries"] == record["entries"][:1]
    assert call(opened, "read_record", after="x")["refused"] == "bad_request"
    assert call(opened, "read_awards") == {"awards": []}
    assert call(opened, "read_cues")["cues"] == []
    resources = asked(opened, "resources/list")["result"]["resources"]
    for one in resources:
        assert asked(opened, "resources/read", uri=one["uri"])["result"]["contents"][0]["text"]


def test_a_proposal_waits_and_what_became_of_it_can_be_read(opened: Hall) -> None:
    made = propose(opened, {"what": "edit", "item_id": "b", "title": "Báo cáo", "seconds": 900})
    assert made["changes"] == ["b Mục b: tên mục «Mục b» thành «Báo cáo»; thời lượng «20'» thành «15'»"]
    assert (made["proposal_id"], made["stands"]) == ("d1", "waits")
    assert opened.obeyed == ["open", "propose"]
    entry = opened.engine.show.log[-1]
    assert (entry.by, entry.do) == ("agent", "propose")
    propose(opened, {"what": "skip", "item_id": "d"})
    assert opened.order({"do": "take_proposal", "proposal_id": "d1"}, token=TOKEN).status == 200
    assert opened.order({"do": "decline_proposal", "proposal_id": "d2"}, token=TOKEN).status == 200
    stands = [(one["proposal_id"], one["stands"]) for one in call(opened, "list_proposals")["proposals"]]
    assert stands == [("d2", "declined"), ("d1", "taken")]
    opened.order({"do": "undo"}, token=TOKEN)
    assert call(opened, "list_proposals")["proposals"][1]["undone"]
    opened.order({"do": "redo"}, token=TOKEN)
    assert "undone" not in call(opened, "list_proposals")["proposals"][1]


def test_an_inserted_item_brings_what_its_kind_does(opened: Hall) -> None:
    propose(opened, {"what": "insert", "title": "Tặng hoa", "seconds": 180, "kind": "gift", "after": "a"})
    assert opened.order({"do": "take_proposal", "proposal_id": "d1"}, token=TOKEN).status == 200
    row = next(row for row in opened.engine.latest.rows if row.title == "Tặng hoa")
    assert row.item.mc


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ([{"what": "skip", "item_id": "chao"}], "protected"),
        ([{"what": "edit", "item_id": "chao", "title": "Khác"}], "protected"),
        ([{"what": "skip", "item_id": "zz"}], "unknown_item"),
        ([{"what": "go"}], "bad_request"),
        ([{"what": "edit", "item_id": "b", "protected": False}], "bad_request"),
        ([{"what": "insert", "title": "x", "seconds": 60, "like": {}}], "bad_request"),
        ([{"what": "edit", "item_id": "b", "title": "x\u001b[2J"}], "bad_request"),
        ([{"what": "edit", "item_id": "b", "title": "x\u202ey"}], "bad_request"),
        ([{"what": "edit", "item_id": "b", "seconds": "60"}], "bad_request"),
        ([{"what": "add_time", "item_id": "b", "seconds": 1e308}], "bad_request"),
        ([{"what": "edit", "item_id": "b", "start": "2026-03-27T08:30:00"}], "bad_request"),
        ([{"what": "edit", "item_id": "b", "title": "x" * 501}], "too_long"),
        ([], "bad_request"),
        ("all", "bad_request"),
        ([{"what": "skip", "item_id": "b"}] * 21, "bad_request"),
    ],
    ids=str,
)
def test_what_may_not_be_proposed_is_refused_with_its_reason(
    opened: Hall, changes: object, reason: str
) -> None:
    told = call(opened, "propose_edit", who="Claude", why="x", changes=changes)
    assert told["refused"] == reason
    assert told["why"]
    assert opened.obeyed == ["open"]


def test_a_proposal_of_a_state_that_is_gone_is_stale(opened: Hall) -> None:
    seq = call(opened, "read_show")["seq"]
    assert opened.order({"do": "start"}, token=TOKEN).status == 200
    assert propose(opened, {"what": "skip", "item_id": "b"}, seq=seq)["refused"] == "stale"
    assert propose(opened, {"what": "skip", "item_id": "b"}, seq=True)["refused"] == "bad_request"


def test_who_proposes_or_asks_too_much_has_to_wait(opened: Hall) -> None:
    told = [propose(opened, {"what": "skip", "item_id": "b"}) for _ in range(PROPOSAL_PACE[1] + 1)]
    assert told[-1]["refused"] == "too_many"
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    answers = [post(opened, ping).status for _ in range(AGENT_PACE[1] + 5)]
    assert 429 in answers


def test_the_door_is_told_beside_the_record_while_it_is_open(tmp_path: Path) -> None:
    with hall(tmp_path, agents=AGENT) as it:
        kept = it.engine.show.folder / FILE
        assert json.loads(kept.read_bytes()) == {
            "url": f"http://127.0.0.1:{it.port}/mcp",
            "token": AGENT,
            "version": 1,
        }
        assert it.server.agent_door == (f"http://127.0.0.1:{it.port}/mcp", AGENT)
        it.server.stop().result(10)
        assert not kept.exists()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 99)
    | st.sampled_from(["a", "b", "chao", "zz", "", "skip", "edit"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["what", "item_id", "title", "seconds", "seq"]), inner, max_size=4)
    ),
    max_leaves=8,
)
ARGUMENTS = st.dictionaries(
    st.sampled_from(["who", "why", "changes", "item_id", "after", "limit", "seq", "do"]), JSON, max_size=5
)
NAMES = st.sampled_from([*TOOLS, *COMMANDS, *(f"tools/{name}" for name in ("go", "undo"))])
CALLS = st.lists(st.tuples(NAMES, ARGUMENTS), min_size=1, max_size=4)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CALLS)
def test_nothing_that_an_agent_calls_changes_anything_but_the_proposals(
    tmp_path_factory: pytest.TempPathFactory, calls: list[tuple[str, dict[str, object]]]
) -> None:
    with hall(tmp_path_factory.mktemp("agents"), tick=3600, agents=AGENT) as it:
        before = it.engine.show.state
        for name, arguments in calls:
            answer = post(
                it,
                {
                    "jsonrpc": "2.0",
                    "id": 1,
                    "method": "tools/call",
                    "params": {"name": name, "arguments": arguments},
                },
            )
            assert answer.status == 200
        after = it.engine.show.state
        assert {entry.do for entry in it.engine.show.log if entry.by != "clock"} <= {"open", "propose"}
        assert replace(after, proposals=(), seq=0, alarms=()) == replace(before, seq=0, alarms=())


def test_no_command_but_one_is_obeyed_from_an_agent(opened: Hall) -> None:
    orders: list[c.Command] = [c.Start(), c.Go(), c.Undo(), c.End(), c.Skip("b"), c.TakeNote("x")]
    for order in [*orders, c.TakeProposal("d1"), c.DeclineProposal("d1")]:
        answer = opened.engine.ask(order, "agent").result(10)
        assert isinstance(answer, Refused)
        assert answer.reason.value == "not_allowed"
