"""`mcp` as a host of agents starts it, beside a real `serve`; and both doors with the official client."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from runofshow.agents.rendezvous import keep_rendezvous
from runofshow.web.agents import AGENT_PACE
from tests.tether import tied

ROOT = Path(__file__).parents[2]
AGENDAS = ROOT / "agendas"
CLIENT = ROOT / ".venv-agents" / "bin" / "python"
TOKEN = "the-token-of-agents"
official = pytest.mark.skipif(
    not CLIENT.exists(), reason="scripts/prepare .venv-agents requirements/agents.txt"
)


def environ(home: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "RUNOFSHOW_HOME": str(home),
        "RUNOFSHOW_LANG": "vi",
        "PYTHONPATH": str(ROOT),
        **more,
    }


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """`serve --agents`; gives the address of the door."""
    command = [sys.executable, "-m", "runofshow", "serve", str(AGENDAS / "ninh-hoa-2020.yaml"), "--new"]
    with subprocess.Popen(
        tied([*command, "--no-sound", "--agents", "--port", "0"]),
        env=environ(home, RUNOFSHOW_AGENT_TOKEN=TOKEN),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as served:
        assert served.stdout is not None
        found = None
        for line in served.stdout:
            found = found or re.search(r"(http://127\.0\.0\.1:\d+/mcp) \(mã (\S+)\)", line)
            if "Ctrl+C" in line:
                break
        assert found is not None
        assert found[2] == TOKEN
        yield found[1]
        served.send_signal(signal.SIGTERM)
        served.communicate(timeout=20)


class Host:
    """A host of agents, as far as it writes lines and reads them."""

    def __init__(self, home: Path, *words: str, **more: str) -> None:
        command = [sys.executable, "-m", "runofshow", "mcp", *words]
        self.process = subprocess.Popen(
            tied(command), env=environ(home, **more), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def tell(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def next(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def ask(self, method: str, **params: object) -> Any:
        message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        self.tell(json.dumps(message).encode() + b"\n")
        return self.next()

    def call(self, tool: str, **arguments: object) -> Any:
        return self.ask("tools/call", name=tool, arguments=arguments)["result"]["structuredContent"]


@contextmanager
def host(home: Path, *words: str, **more: str) -> Iterator[Host]:
    it = Host(home, *words, **more)
    try:
        yield it
        assert it.process.stdin is not None
        it.process.stdin.close()
        assert it.process.wait(20) == 0
    finally:
        it.process.kill()
        it.process.wait(20)
        assert it.process.stdout is not None
        it.process.stdout.close()


def test_without_a_show_it_reads_agendas_and_what_is_kept(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    shutil.copy(AGENDAS / "ninh-hoa-2020.yaml", plans / "hội nghị.yaml")
    (plans / "sai.yaml").write_text("title: [", encoding="utf-8")
    (plans / "note.txt").write_text("x", encoding="utf-8")
    (plans / "out.yaml").symlink_to(AGENDAS / "full-example.yaml")
    with host(tmp_path, "--agenda", str(plans)) as it:
        told = it.ask("initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={})
        assert told["result"]["protocolVersion"] == "2025-06-18"
        it.tell(b'{"jsonrpc":"2.0","method":"notifications/initialized"}\n\n')
        assert it.call("list_agendas")["agendas"] == ["hội nghị.yaml", "sai.yaml"]
        read = it.call("read_agenda", file="hội nghị.yaml")
        assert read["items"][0]["item_id"] == "m1"
        for name in ("out.yaml", "../plans/note.txt", "/etc/passwd", "note.txt", "none.yaml", "..", ""):
            assert it.call("read_agenda", file=name)["refused"] in ("unknown_file", "bad_request"), name
        assert it.call("list_shows")["shows"] == []
        assert it.call("read_report", show=str(AGENDAS))["refused"] == "unknown_show"
        assert it.call("list_kinds")["kinds"]
        assert it.call("read_show")["refused"] == "no_show"
        form = it.ask("resources/read", uri="runofshow://schema")["result"]["contents"][0]["text"]
        assert json.loads(form)["$defs"]


def test_without_a_folder_it_reads_no_agenda(tmp_path: Path) -> None:
    with host(tmp_path) as it:
        assert it.call("list_agendas")["refused"] == "no_agendas"
        assert it.call("check_agenda", file="ninh-hoa-2020.yaml")["refused"] == "no_agendas"


def test_of_one_file_that_is_given_no_other_is_read(tmp_path: Path) -> None:
    with host(tmp_path, "--agenda", str(AGENDAS / "ninh-hoa-2020.yaml")) as it:
        assert it.call("list_agendas") == {"agendas": ["ninh-hoa-2020.yaml"]}
        assert it.call("read_agenda", file="full-example.yaml")["refused"] == "unknown_file"
        assert it.call("check_agenda", file="ninh-hoa-2020.yaml")


def test_nonsense_is_answered_and_the_next_line_is_read(tmp_path: Path) -> None:
    with host(tmp_path) as it:
        it.tell(b"{\n")
        assert it.next()["error"]["code"] == -32700
        it.tell(b"x" * 3_000_000 + b"\n")
        assert it.next()["error"]["code"] == -32700
        assert it.ask("ping")["result"] == {}


def test_it_finds_the_show_of_this_machine_past_a_door_that_was_left_behind(tmp_path: Path) -> None:
    with serving(tmp_path) as url, host(tmp_path) as it:
        left = tmp_path / "2030-01-01-left-1"
        left.mkdir()
        keep_rendezvous(left, 1, TOKEN)
        assert it.call("read_show")["phase"] == "before"
        assert (
            it.call("propose_edit", who="Claude", why="x", changes=[{"what": "go"}])["refused"]
            == "bad_request"
        )
        with host(tmp_path / "elsewhere", url, RUNOFSHOW_AGENT_TOKEN=TOKEN) as by_address:
            assert by_address.call("read_show")["phase"] == "before"
        with host(tmp_path / "elsewhere", url, RUNOFSHOW_AGENT_TOKEN="not-the-right-token") as wrong:
            assert wrong.call("read_show") == {
                "refused": "no_show",
                "why": "Buổi đang chạy không trả lời tác nhân: ValueError: HTTP 401",
            }


def test_a_proposal_for_an_agenda_is_kept_beside_it_and_the_agenda_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "a.yaml"
    path.parent.mkdir()
    shutil.copy(AGENDAS / "ninh-hoa-2020.yaml", path)
    said = path.read_bytes()
    with host(tmp_path, "--agenda", str(path.parent)) as it:
        items = it.call("read_agenda", file="a.yaml")["items"]
        free = next(row for row in items if not row["protected"])
        rite = next(row for row in items if row["protected"])
        proposal = {"file": "a.yaml", "who": "Claude", "why": "Cho gọn"}
        change = {"what": "edit", "item_id": free["item_id"], "notes": "Có hoa"}
        made = it.call("propose_agenda_edit", **proposal, changes=[change])
        assert made["stands"] == "waits"
        assert made["changes"] == [f"{free['number']} {free['title']}: ghi chú là «Có hoa»"]
        refused = it.call(
            "propose_agenda_edit", **proposal, changes=[{"what": "skip", "item_id": rite["item_id"]}]
        )
        assert refused["refused"] == "protected"
        assert (
            it.call("propose_agenda_edit", **proposal, changes=[{"what": "go"}])["refused"] == "bad_request"
        )
        assert it.call("propose_agenda_edit", **{**proposal, "file": "../x.yaml"}, changes=[change])[
            "refused"
        ]
        listed = it.call("list_agenda_proposals", file="a.yaml")["proposals"]
        assert [one["proposal_id"] for one in listed] == ["d1"]
        assert it.call("list_agendas")["agendas"] == ["a.yaml"]
        path.write_text("title: [", encoding="utf-8")
        assert it.call("propose_agenda_edit", **proposal, changes=[change])["refused"] == "broken_agenda"
        path.write_bytes(said)
    assert sorted(one.name for one in path.parent.iterdir()) == ["a.yaml", "a.yaml.proposals.json"]


def test_a_console_without_a_server_has_no_door_and_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "runofshow", "run", str(AGENDAS / "ninh-hoa-2020.yaml")]
    done = subprocess.run(
        [*command, "--agents", "--no-web"], env=environ(tmp_path), capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "--no-web" in done.stderr.decode()


def test_who_asks_too_fast_is_told_so(tmp_path: Path) -> None:
    with serving(tmp_path), host(tmp_path) as it:
        answers = [it.call("read_cues").get("refused") for _ in range(AGENT_PACE[1] + 20)]
        assert answers[0] is None
        assert "slowed" in answers


@pytest.mark.parametrize("url", ["http://example.com/mcp", "https://127.0.0.1:1/mcp", "127.0.0.1:0", "x"])
def test_another_machine_is_no_address_of_a_show(tmp_path: Path, url: str) -> None:
    command = [sys.executable, "-m", "runofshow", "mcp", url]
    done = subprocess.run(command, env=environ(tmp_path), input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert url in done.stderr.decode()


def test_a_token_that_is_too_short_opens_no_door(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "runofshow", "serve", str(AGENDAS / "ninh-hoa-2020.yaml"), "--new"]
    env = environ(tmp_path, RUNOFSHOW_AGENT_TOKEN="short")
    done = subprocess.run([*command, "--agents", "--port", "0"], env=env, capture_output=True, check=False)
    assert done.returncode == 2
    assert "RUNOFSHOW_AGENT_TOKEN" in done.stderr.decode()


@official
@pytest.mark.parametrize(("mode", "version"), [("auto", "2026-07-28"), ("legacy", "2025-11-25")])
def test_the_official_client_reads_and_proposes_by_both_doors(
    tmp_path: Path, mode: str, version: str
) -> None:
    with serving(tmp_path) as url:
        stdio = ["stdio", sys.executable, "-m", "runofshow", "mcp", "--agenda", str(AGENDAS)]
        for words in (["http", url, TOKEN], stdio):
            done = subprocess.run(
                tied([str(CLIENT), str(ROOT / "tests" / "cli" / "official_client.py"), mode, *words]),
                env=environ(tmp_path),
                capture_output=True,
                check=False,
                timeout=60,
            )
            assert done.returncode == 0, done.stderr.decode()
            told = json.loads(done.stdout)
            assert (told["version"], told["server"], told["show_failed"]) == (version, "runofshow", False)
            assert told["show"]["phase"] == "before"
            assert "propose_edit" in told["tools"]
            assert "runofshow://show/now" in told["resources"]
            assert told["made"]["stands"] == "waits"
            assert (told["refused"]["refused"], told["refused_is_error"]) == ("protected", True)
            assert (told["kinds"] is None) == (words[0] == "http")
