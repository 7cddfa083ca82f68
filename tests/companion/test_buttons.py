"""The Companion module in a stand-in of its host, on its real base library, before a real console."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Final

import pytest

from runofshow.core.agenda import Role
from tests.tether import tied
from tests.web.programs import ROOT, free_port, serving

MODULE: Final = ROOT / "companion-module"
HOST: Final = Path(__file__).with_name("host.mjs")
NODE: Final = "22.23.3"
"""Companion 4.3 runs modules of base 2 on Node 22.20 and newer."""
PATIENCE: Final = 20.0

pytestmark = [
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is missing: apt-get install npm"),
    pytest.mark.skipif(platform.system() != "Linux", reason="Node 22 is installed as Linux has it"),
]


class Buttons:
    """A stand-in of Companion, over its standard input and output."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)

    def ask(self, **order: Any) -> Any:
        """What it answers to one order."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        try:
            return json.loads(self._lines.get(timeout=PATIENCE))
        except Empty:
            raise AssertionError(f"no answer to {order}") from None

    def connect(self, port: int, key: str, lang: str = "en") -> Any:
        config = {"host": "127.0.0.1", "port": port, "lang": lang}
        return self.ask(do="config", config=config, secrets={"key": key})

    def press(self, action: str, **options: Any) -> Any:
        return self.ask(do="press", action=action, options=options)

    def call(self, action: str) -> Any:
        """Press until it counts: two calls within the guard's time are one, and an old picture is refused."""
        while re.search(
            "too fast|moved on|quá nhanh|vừa đi tiếp", (told := self.press(action))["variables"]["refusal"]
        ):
            self.until(lambda told: "refused" not in _lit(told))
        return told

    def until(self, holds: Callable[[Any], bool]) -> Any:
        """What it shows as soon as this holds."""
        end = time.monotonic() + PATIENCE
        while not holds(told := self.ask(do="look")):
            assert time.monotonic() < end, told
        return told


def _npm(folder: Path, *argv: str) -> None:
    done = subprocess.run(["npm", *argv, "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder,
                          capture_output=True, text=True, timeout=180, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The module with its base library, as its lock says, and Node."""
    folder = tmp_path_factory.mktemp("companion") / "module"
    shutil.copytree(MODULE, folder, ignore=shutil.ignore_patterns("node_modules", "pkg"))
    _npm(folder, "ci", "--omit=dev", "--omit=peer")
    found = shutil.which("node")
    version = (
        subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
        if found
        else ""
    )
    if found and re.match(r"v(22\.[2-9]\d|2[3-9])\.", version):
        return folder, Path(found)
    here = {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
    _npm(folder.parent, "install", "--no-save", f"node-linux-{here}@{NODE}")
    return folder, folder.parent / "node_modules" / f"node-linux-{here}" / "bin" / "node"


@pytest.fixture(autouse=True)
def nobody_hears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The console plays, whether or not this machine has a sound card."""
    monkeypatch.setenv("RUNOFSHOW_AUDIO", "null")


@contextmanager
def _buttons(installed: tuple[Path, Path]) -> Iterator[Buttons]:
    folder, node = installed
    argv = tied([str(node), str(HOST), str(folder)])
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "LANG": "C.UTF-8"}
    ) as process:
        try:
            yield Buttons(process)
        finally:
            process.kill()


def _lit(told: Any) -> set[str]:
    return {name for name, is_lit in told["lights"].items() if is_lit}


def _minutes(told: Any) -> int:
    return int(told["variables"]["count"].partition(":")[0])


def test_a_show_is_called_from_buttons(installed: tuple[Path, Path], tmp_path: Path) -> None:
    """By the caller's code: start, hold, ten minutes more, undo, GO; the console killed, and back."""
    port = free_port()
    with _buttons(installed) as buttons:
        with serving(tmp_path, port, "--new") as links:
            code = links[Role.CALLER].rpartition("/")[2]
            told = buttons.connect(port, code)
            assert told["astray"] == []
            assert _lit(told) == {"lost"}
            told = buttons.until(lambda told: told["status"][-1][0] == "ok")
            assert "before" in _lit(told)
            assert told["variables"]["next"]

            buttons.press("start")
            told = buttons.until(lambda told: "running" in _lit(told))
            assert re.fullmatch(r"\d+:\d\d", told["variables"]["count"])
            assert told["variables"]["current"]
            first = told["variables"]["next_call"]

            buttons.call("hold_resume")
            buttons.until(lambda told: "held" in _lit(told))
            buttons.call("hold_resume")
            before = _minutes(buttons.until(lambda told: "running" in _lit(told)))
            buttons.press("add_time", seconds=600)
            buttons.until(lambda told: _minutes(told) >= before + 9)
            buttons.call("undo")
            buttons.until(lambda told: _minutes(told) <= before)

            buttons.call("go")
            told = buttons.until(lambda told: told["variables"]["next_call"] != first)
            assert told["variables"]["refusal"] == ""
            if shutil.which("mpv"):
                told = buttons.until(lambda told: {"armed", "sounding"} <= _lit(told))
                assert told["variables"]["deck_a"].startswith("♪ ")
                assert told["variables"]["deck_b"].startswith("▣ ")
        told = buttons.until(lambda told: "lost" in _lit(told))
        assert told["variables"]["count"] == "NO CONNECTION"
        assert told["variables"]["current"] == ""
        assert "refused" in _lit(buttons.press("go"))
        with serving(tmp_path, port, "--resume"):
            buttons.until(lambda told: "running" in _lit(told))


def test_what_must_be_meant_is_asked_and_the_same_button_again_means_it(
    installed: tuple[Path, Path], tmp_path: Path
) -> None:
    """No item is left far from its hour, no rite before its music, by one press; another button asks anew."""
    port = free_port()
    with _buttons(installed) as buttons, serving(tmp_path, port, "--new") as links:
        buttons.connect(port, links[Role.CALLER].rpartition("/")[2])
        buttons.until(lambda told: told["status"][-1][0] == "ok")
        buttons.press("start")
        told = buttons.until(lambda told: "running" in _lit(told))
        while "asks" not in _lit(told):
            number = told["variables"]["current_number"]
            told = buttons.call("advance")
            if "asks" not in _lit(told):
                told = buttons.until(
                    lambda told, number=number: told["variables"]["current_number"] != number  # type: ignore[misc]
                )
        asked = told["variables"]["current"]
        assert told["variables"]["refusal"] == "Again if you mean it"
        assert "asks" not in _lit(buttons.call("hold_resume"))
        buttons.call("hold_resume")
        buttons.until(lambda told: "running" in _lit(told))
        assert "asks" in _lit(buttons.call("advance"))
        buttons.call("advance")
        buttons.until(lambda told: told["variables"]["current"] != asked)


def test_who_has_not_answered_is_on_a_button_and_can_be_answered_there(
    installed: tuple[Path, Path], tmp_path: Path
) -> None:
    port = free_port()
    with (
        _buttons(installed) as caller,
        _buttons(installed) as mc,
        serving(tmp_path, port, "--new") as links,
    ):
        caller.connect(port, links[Role.CALLER].rpartition("/")[2], "vi")
        mc.connect(port, links[Role.MC].rpartition("/")[2])
        for buttons in (caller, mc):
            buttons.until(lambda told: told["status"][-1][0] == "ok")
        caller.press("message", to="mc", text="Nhỏ lại một chút")
        told = caller.until(lambda told: told["variables"]["unanswered"] != "")
        assert "MC" in told["variables"]["unanswered"]
        mc.until(lambda told: told["variables"]["unanswered"] != "")
        mc.press("ack", role="mc")
        caller.until(lambda told: "MC" not in told["variables"]["unanswered"])
        caller.press("start")
        caller.until(lambda told: "running" in _lit(told))
        while not (call := caller.ask(do="look")["variables"]["next_call"]).startswith("MC: "):
            caller.call("go")
            caller.until(lambda told, call=call: told["variables"]["next_call"] != call)  # type: ignore[misc]
        caller.call("standby")
        mc.until(lambda told: "light_standby" in _lit(told))
        mc.press("ack", role="mc")
        mc.until(lambda told: "light_ready" in _lit(told))
        # a hand has its own power and no more
        assert mc.call("advance")["variables"]["refusal"] == "Refused: not for this role"


def test_a_wrong_key_is_said_once_and_not_tried_again(installed: tuple[Path, Path], tmp_path: Path) -> None:
    port = free_port()
    with _buttons(installed) as buttons, serving(tmp_path, port, "--new"):
        buttons.connect(port, "ABCDEF")
        told = buttons.until(lambda told: told["status"][-1][0] == "authentication_failure")
        assert [status for status, _ in told["status"]] == ["connecting", "authentication_failure"]
        assert buttons.connect(port, "")["status"][-1][0] == "bad_config"
