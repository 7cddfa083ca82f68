"""`serve` as it is started: what it prints, and what it says where nobody could come in."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

from runofshow.web.qr import qr_lines
from tests.tether import tied

AGENDA = Path(__file__).parents[2] / "agendas" / "ninh-hoa-2020.yaml"


def serve(home: Path, *more: str) -> subprocess.Popen[str]:
    environ = {**os.environ, "RUNOFSHOW_HOME": str(home), "PYTHONIOENCODING": "utf-8", "RUNOFSHOW_LANG": "vi"}
    command = [sys.executable, "-m", "runofshow", "serve", str(AGENDA), "--new", "--no-sound", *more]
    return subprocess.Popen(
        tied(command),
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_the_callers_link_is_printed_as_a_qr_code_too(tmp_path: Path) -> None:
    with serve(tmp_path, "--port", "0") as served:
        assert served.stdout is not None
        printed: list[str] = []
        for line in served.stdout:
            printed.append(line.rstrip("\n"))
            if "Ctrl+C" in line:
                break
        served.send_signal(signal.SIGTERM)
        served.communicate(timeout=20)
    found = re.search(r"caller +(http://127\.0\.0\.1:\d+/j/\w{6})", "\n".join(printed))
    assert found is not None, printed
    assert any(line.startswith("  speaker ") and line.endswith("  Người phát biểu") for line in printed)
    code = list(qr_lines(found[1]))
    begin = printed.index(code[0])
    assert printed[begin : begin + len(code)] == code


def test_a_taken_port_names_the_one_that_is_free(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serve(tmp_path, "--port", str(port)) as served:
            _, told = served.communicate(timeout=30)
    assert served.returncode == 1
    free = re.search(r"--port (\d+)", told)
    assert free is not None, told
    assert int(free[1]) > port


def test_machines_that_need_no_token_are_named_for_a_port(tmp_path: Path) -> None:
    with serve(tmp_path, "--port", "0", "--start", "now", "--osc-from", "10.0.0.1") as served:
        _, told = served.communicate(timeout=30)
    assert served.returncode == 2
    assert "--osc [HOST:]PORT" in told
