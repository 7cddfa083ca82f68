"""What doctor says of a machine: of invented ones, and of the one the tests run on."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
import tomllib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from runofshow.core.value import replace
from runofshow.doctor import Finding, Machine, Severity, examine, findings_json, findings_text, judged, worst
from runofshow.doctor import machine as around
from runofshow.doctor.judging import LEAST_PACKAGES, SAMPLE
from runofshow.doctor.machine import PACKAGES, Disk, Mpv, Player, Terminal, is_free, try_disk
from runofshow.texts.doctor import EN, VI

HALL = timezone(timedelta(hours=7))
NOW = datetime(2026, 3, 27, 0, 42, 17, tzinfo=UTC)

STICK = Path("/runofshow/mpv")
MPV = Mpv("/usr/bin/mpv", "0.35.1", output="pulse")

GOOD = Machine(
    platform="linux",
    environment={"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    terminal=Terminal(True, 120, 40, "utf-8"),
    python=(3, 11, 7),
    packages=tuple((name, "99.0") for name in PACKAGES),
    counts_sleep=True,
    network_time=True,
    disk=Disk(Path("/shows"), "", True, 5_000_000_000, 0.3),
    port=8765,
    port_free=True,
    player=Player(MPV, STICK, "0.34"),
    printer="typst 0.15.2",
)


def said_of(machine: Machine, now: datetime = NOW) -> dict[str, Finding]:
    return {finding.code: finding for finding in judged(machine, now, HALL, EN)}


def with_mpv(mpv: Mpv | None, platform: str = "linux") -> Machine:
    return replace(GOOD, player=Player(mpv, STICK, "0.34"), platform=platform)


def with_environment(**environment: str) -> Machine:
    return replace(GOOD, environment=environment)


def test_a_good_machine_is_ready() -> None:
    findings = judged(GOOD, NOW, HALL, EN)
    assert {finding.severity for finding in findings} == {Severity.OK}
    assert findings_text(findings, EN).endswith("This machine is ready.\n")


@pytest.mark.parametrize(
    ("machine", "code", "severity", "words"),
    [
        (replace(GOOD, terminal=Terminal(False, None, None, "utf-8")), "terminal", Severity.WARN, "pipe"),
        (
            replace(GOOD, terminal=Terminal(True, 79, 24, "utf-8")),
            "terminal_size",
            Severity.WARN,
            "80 columns",
        ),
        (replace(GOOD, terminal=Terminal(True, 80, 23, "utf-8")), "terminal_size", Severity.WARN, "24 rows"),
        (replace(GOOD, terminal=Terminal(True, None, None, "utf-8")), "terminal_size", Severity.WARN, "80"),
        (replace(GOOD, terminal=Terminal(True, 80, 24, "cp1258")), "encoding", Severity.BAD, "UTF-8"),
        (replace(GOOD, terminal=Terminal(True, 80, 24, "")), "encoding", Severity.BAD, "UTF-8"),
        (with_environment(TERM="dumb"), "term", Severity.BAD, "xterm-256color"),
        (with_environment(), "term", Severity.WARN, "xterm-256color"),
        (with_environment(TERM="linux"), "colours", Severity.WARN, "newer terminal"),
        (with_environment(TERM="screen", STY="1.pts"), "screen", Severity.WARN, "tmux"),
        (replace(with_environment(), platform="win32"), "old_console", Severity.WARN, "Windows Terminal"),
        (replace(GOOD, python=(3, 10, 9)), "python", Severity.BAD, "3.11"),
        (replace(GOOD, packages=(("textual", None),)), "packages", Severity.BAD, "scripts/run"),
        (replace(GOOD, packages=(("PyYAML", "6.0.1"),)), "packages", Severity.BAD, "scripts/run"),
        (replace(GOOD, counts_sleep=False), "steady_clock", Severity.WARN, "awake"),
        (replace(GOOD, network_time=False), "network_time", Severity.WARN, "phone"),
        (replace(GOOD, disk=Disk(Path("/s"), "Read-only")), "folder", Severity.BAD, "RUNOFSHOW_HOME"),
        (replace(GOOD, disk=Disk(Path("/s"), "", answered=False)), "folder", Severity.BAD, "RUNOFSHOW_HOME"),
        (
            replace(GOOD, disk=Disk(Path("/s"), "", True, 199_999_999, 1)),
            "free_space",
            Severity.BAD,
            "200 MB",
        ),
        (replace(GOOD, disk=Disk(Path("/s"), "", True, 10**9, 20.1)), "sync", Severity.WARN, "USB"),
        (replace(GOOD, port_free=False), "port", Severity.WARN, "--port 0"),
        (with_mpv(None), "player", Severity.WARN, "apt install mpv"),
        (with_mpv(None), "player", Severity.WARN, "dnf install mpv"),
        (with_mpv(None, "darwin"), "player", Severity.WARN, "brew install mpv"),
        (with_mpv(None, "win32"), "player", Severity.WARN, "winget install shinchiro.mpv"),
        (with_mpv(None, "win32"), "player", Severity.WARN, str(STICK)),
        (with_mpv(Mpv("/usr/bin/mpv", None)), "player", Severity.WARN, "mpv"),
        (with_mpv(Mpv("/usr/bin/mpv", "0.32.0", is_new_enough=False)), "player", Severity.WARN, "mpv"),
        (with_mpv(replace(MPV, output=None, trouble="no server")), "sound_output", Severity.WARN, "mixer"),
        (with_mpv(replace(MPV, output="null")), "sound_output", Severity.WARN, "RUNOFSHOW_AUDIO"),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(
    machine: Machine, code: str, severity: Severity, words: str
) -> None:
    finding = said_of(machine)[code]
    assert finding.severity is severity
    assert words in finding.remedy


@pytest.mark.parametrize(
    ("machine", "code"),
    [
        (replace(GOOD, terminal=Terminal(True, 80, 24, "UTF8")), "terminal_size"),
        (replace(GOOD, terminal=Terminal(True, 80, 24, "UTF_8")), "encoding"),
        (replace(GOOD, disk=Disk(Path("/s"), "", True, 200_000_000, 20.0)), "free_space"),
        (replace(GOOD, disk=Disk(Path("/s"), "", True, 200_000_000, 20.0)), "sync"),
        (replace(with_environment(WT_SESSION="{1}"), platform="win32"), "term"),
        (with_environment(TERM="dumb", NO_COLOR="1"), "colours"),
        (with_environment(TERM="tmux-256color", TMUX="/run/1,2,0"), "tmux"),
        (replace(GOOD, network_time=None), "network_time"),
        (replace(GOOD, packages=(("PyYAML", "6.0.2rc1"),)), "packages"),
    ],
)
def test_what_is_just_enough_is_enough(machine: Machine, code: str) -> None:
    assert said_of(machine)[code].severity is Severity.OK


def test_the_player_is_named_with_its_version_its_place_and_its_output() -> None:
    said = said_of(GOOD)
    assert said["player"].detail == "0.35.1 (/usr/bin/mpv)"
    assert "pulse" in said["sound_output"].detail
    old = said_of(with_mpv(Mpv("/usr/bin/mpv", "0.32.0", is_new_enough=False)))
    assert "0.32.0 (/usr/bin/mpv)" in old["player"].detail
    assert "0.34 or newer" in old["player"].detail
    deaf = said_of(with_mpv(replace(MPV, output=None, trouble="no server; " + "and so on " * 20)))
    assert "no server" in deaf["sound_output"].detail
    assert len(deaf["sound_output"].detail) < 130


def test_what_makes_a_pdf_is_named_and_a_machine_without_it_is_ready_all_the_same() -> None:
    assert said_of(GOOD)["pdf"].detail == "typst 0.15.2"
    without = said_of(replace(GOOD, printer=""))["pdf"]
    assert without.severity is Severity.OK
    assert "--with-print" in without.remedy


def test_the_output_of_a_player_that_will_not_do_is_not_spoken_of() -> None:
    for mpv in (None, Mpv("/usr/bin/mpv", None), Mpv("/usr/bin/mpv", "0.32.0", is_new_enough=False)):
        assert "sound_output" not in said_of(with_mpv(mpv))


def test_windows_terminal_is_not_taken_for_the_old_console() -> None:
    assert "old_console" not in said_of(replace(with_environment(WT_SESSION="{1}"), platform="win32"))
    assert "old_console" not in said_of(with_environment())


@pytest.mark.parametrize(
    ("year", "severity"), [(1970, Severity.BAD), (2019, Severity.BAD), (2026, Severity.OK)]
)
def test_a_clock_that_lost_its_battery_is_noticed(year: int, severity: Severity) -> None:
    assert said_of(GOOD, NOW.replace(year=year))["date"].severity is severity


def test_the_time_is_shown_as_the_hall_reads_it() -> None:
    assert said_of(GOOD)["time_zone"].detail == "UTC+07:00, it is now 07:42:17"
    elsewhere = judged(GOOD, NOW, UTC, EN)
    assert next(each for each in elsewhere if each.code == "time_zone").severity is Severity.WARN


def test_the_sample_to_compare_by_eye_has_every_sign_and_large_digits() -> None:
    detail = said_of(GOOD)["glyphs"].detail
    assert all(sign in detail for sign in "○◐●▶✓✗◆♪┌┼┘━╺█▀▄ậĐ")
    assert detail.endswith(SAMPLE)


def test_an_input_method_that_can_be_seen_is_named() -> None:
    assert "fcitx" in said_of(with_environment(XMODIFIERS="@im=fcitx"))["keyboard"].detail
    assert "UniKey" in said_of(GOOD)["keyboard"].detail


def test_nothing_from_the_environment_reaches_the_terminal_as_an_order() -> None:
    hostile = replace(
        with_environment(TERM="x\x1b[2Jterm"),
        disk=Disk(Path("/sho\x1b]0;ws"), "bro\x9bken"),
        player=Player(Mpv("/bin/\x07mpv", "0.3\x1b5", output="pul\x1bse"), Path("/b\x07"), "0.34"),
    )
    text = findings_text(judged(hostile, NOW, HALL, VI), VI)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_the_verdict_counts_the_gravest() -> None:
    machine = replace(GOOD, python=(3, 9, 0), port_free=False)
    findings = judged(machine, NOW, HALL, EN)
    assert findings_text(findings, EN).endswith("This machine is not ready: 1 to mend.\n")
    findings = judged(replace(GOOD, port_free=False), NOW, HALL, EN)
    assert findings_text(findings, EN).endswith("This machine will do; 1 to note.\n")


def test_the_verdict_of_programs_is_that_of_people() -> None:
    findings = judged(replace(GOOD, port_free=False), NOW, HALL, VI)
    told = findings_json(findings)
    assert told["severity"] == "warn"
    assert isinstance(told["findings"], list)
    assert {
        "code": "port",
        "severity": "warn",
        "what": "Cổng 8765",
        "detail": "đang có phần mềm khác dùng",
        "remedy": "đóng phần mềm kia (có thể là một bàn điều hành khác), hoặc chạy với --port 0",
    } in told["findings"]


def test_no_finding_is_well() -> None:
    assert worst([]) is Severity.OK


def test_the_packages_asked_for_are_those_the_project_needs() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    needed = (re.match(r"([\w-]+)>=([\d.]+)", line) for line in project["project"]["dependencies"])
    least = {match[1].lower(): match[2] for match in needed if match}
    assert {name.lower(): version for name, version in LEAST_PACKAGES.items()} == least
    assert set(PACKAGES) == set(LEAST_PACKAGES)


def test_this_machine_is_examined_and_nothing_is_left_behind(tmp_path: Path) -> None:
    findings = examine(tmp_path / "not" / "yet", 0, GOOD.player, "", NOW, HALL, VI)
    said = {finding.code: finding for finding in findings}
    assert {"term", "encoding", "glyphs", "python", "packages", "time_zone", "folder", "sync"} <= said.keys()
    assert said["packages"].severity is Severity.OK
    assert said["folder"].severity is Severity.OK
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_cannot_hold_shows(tmp_path: Path) -> None:
    (tmp_path / "shows").write_text("a file")
    disk = try_disk(tmp_path / "shows")
    assert disk.trouble
    assert disk.answered


def test_a_disk_that_hangs_does_not_hang_the_doctor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(around, "LIMIT", 0.05)
    released = threading.Event()

    def hang(folder: Path) -> Disk:
        released.wait()
        return Disk(folder, "")

    assert not try_disk(tmp_path, hang).answered
    released.set()


def test_a_port_that_listens_is_taken_and_free_again_when_it_closes() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not is_free(port)
    assert is_free(port)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, and no others on the path."""
    if sys.platform == "win32":
        pytest.skip("the programs are shell scripts")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(folder: Path, name: str, does: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize(("does", "known"), [("echo yes", True), ("echo no", False), ("exit 1", None)])
def test_network_time_is_what_the_system_says(programs: Path, does: str, known: bool | None) -> None:
    assert around.ask_network_time() is None
    program(programs, "timedatectl", does)
    assert around.ask_network_time() is known


def test_a_program_that_does_not_answer_is_left_alone_in_time(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(around, "LIMIT", 0.2)
    program(programs, "timedatectl", "while :; do :; done")
    began = time.perf_counter()
    assert around.ask_network_time() is None
    assert time.perf_counter() - began < 5


ASK = "from runofshow.doctor.machine import look_at_terminal as look; print(look())"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")
def test_a_terminal_is_seen_with_its_size() -> None:
    from ptyprocess import PtyProcess

    child = PtyProcess.spawn(
        [sys.executable, "-c", ASK], cwd=str(Path(__file__).parents[1]), dimensions=(30, 101)
    )
    told = b""
    while True:
        try:
            told += child.read()
        except EOFError:
            break
    child.wait()
    assert "is_tty=True, columns=101, rows=30" in told.decode()


def test_a_pipe_is_no_terminal() -> None:
    told = subprocess.run(
        [sys.executable, "-c", ASK], cwd=Path(__file__).parents[1], capture_output=True, check=True, text=True
    )
    assert "is_tty=False, columns=None, rows=None" in told.stdout
