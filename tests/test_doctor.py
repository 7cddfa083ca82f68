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
from runofshow.doctor import (
    Finding,
    Machine,
    Seen,
    Severity,
    examine,
    findings_json,
    findings_text,
    judged,
    worst,
)
from runofshow.doctor import machine as around
from runofshow.doctor.gear import gear_findings
from runofshow.doctor.judging import SAMPLE
from runofshow.doctor.machine import Disk, Mpv, Player, Terminal, is_free, try_disk
from runofshow.doctor.packages import LEAST_PACKAGES
from runofshow.installation.command import install_extras
from runofshow.installation.program import Program
from runofshow.installation.system import Extra, Installed, System, extras, installed_in, system_of
from runofshow.texts.doctor import EN, VI, DoctorTexts

HALL = timezone(timedelta(hours=7))
NOW = datetime(2026, 3, 27, 0, 42, 17, tzinfo=UTC)

STICK = Path("/runofshow/mpv")
MPV = Mpv("/usr/bin/mpv", "0.35.1", output="pulse")

GOOD = Machine(
    platform="linux",
    environment={"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    terminal=Terminal(True, 120, 40, "utf-8"),
    python=(3, 11, 7),
    packages=tuple((name, "99.0") for name in LEAST_PACKAGES),
    counts_sleep=True,
    network_time=True,
    disk=Disk(Path("/shows"), "", True, 5_000_000_000, 0.3),
    port=8765,
    port_free=True,
    player=Player(MPV, STICK, "0.34"),
    printer="typst 0.15.2",
    program=Program(System.DEBIAN, extras=(Extra("pdf", True), Extra("print", True))),
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
    assert findings_text(findings, EN).startswith("✓ This machine is ready.\n")


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
    assert findings_text(findings, EN).startswith("✗ This machine is not ready: 1 to mend.\n")
    findings = judged(replace(GOOD, port_free=False), NOW, HALL, EN)
    assert findings_text(findings, EN).startswith("! This machine will do; 1 to note.\n")


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
        "mend": None,
        "without_network": None,
    } in told["findings"]


BARE = replace(
    GOOD,
    environment={},
    terminal=Terminal(True, 80, 24, "ascii"),
    counts_sleep=False,
    network_time=False,
    packages=tuple((name, None if name == "textual" else "99.0") for name in LEAST_PACKAGES),
    player=Player(None, Path("C:/Users/Lan/runofshow/mpv"), "0.34"),
    printer="",
    port_free=False,
    program=Program(
        executable="/opt/runofshow/bin/python",
        extras=tuple(Extra(name, False, (f"{name}-lib>=1,<2",)) for name in ("midi", "obs", "pdf", "print")),
    ),
)
"""Little is as it should be, and nothing is installed beside the program."""


def on(system: System, installed: Installed = Installed.PIP, machine: Machine = BARE) -> Machine:
    platform = {System.WINDOWS: "win32", System.MACOS: "darwin"}.get(system, "linux")
    program = replace(machine.program, system=system, installed=installed)
    return replace(machine, platform=platform, program=program)


@pytest.mark.parametrize(
    ("system", "player", "zone"),
    [
        (System.WINDOWS, "winget install shinchiro.mpv", 'tzutil /s "SE Asia Standard Time"'),
        (System.MACOS, "brew install mpv", "sudo systemsetup -settimezone Asia/Ho_Chi_Minh"),
        (System.DEBIAN, "sudo apt install mpv", "sudo timedatectl set-timezone Asia/Ho_Chi_Minh"),
        (System.FEDORA, "sudo dnf install mpv", "sudo timedatectl set-timezone Asia/Ho_Chi_Minh"),
        (System.SUSE, "sudo zypper install mpv", "sudo timedatectl set-timezone Asia/Ho_Chi_Minh"),
        (System.ARCH, "sudo pacman -S mpv", "sudo timedatectl set-timezone Asia/Ho_Chi_Minh"),
        (System.OTHER, "", "sudo timedatectl set-timezone Asia/Ho_Chi_Minh"),
    ],
)
def test_each_system_has_its_own_command(system: System, player: str, zone: str) -> None:
    said = {each.code: each for each in judged(on(system), NOW, UTC, EN)}
    assert said["player"].mend == player
    assert said["time_zone"].mend == zone
    # where there is no command the words say what to do
    assert said["player"].remedy


@pytest.mark.parametrize(
    ("installed", "lacking", "wanted"),
    [
        (
            Installed.PIP,
            '/opt/runofshow/bin/python -m pip install "textual>=8.2"',
            '/opt/runofshow/bin/python -m pip install "runofshow[midi,obs,pdf,print]"',
        ),
        (
            Installed.PIPX,
            'pipx runpip runofshow install "textual>=8.2"',
            'pipx runpip runofshow install "runofshow[midi,obs,pdf,print]"',
        ),
        (
            Installed.UV,
            'uv pip install --python /opt/runofshow/bin/python "textual>=8.2"',
            'uv pip install --python /opt/runofshow/bin/python "runofshow[midi,obs,pdf,print]"',
        ),
        (
            Installed.CHECKOUT,
            "scripts/run doctor",
            ".venv/bin/python -m pip install"
            ' "midi-lib>=1,<2" "obs-lib>=1,<2" "pdf-lib>=1,<2" "print-lib>=1,<2"',
        ),
        (Installed.BUNDLE, "", ""),
    ],
)
def test_what_python_needs_is_installed_the_way_the_program_was(
    installed: Installed, lacking: str, wanted: str
) -> None:
    said = said_of(on(System.DEBIAN, installed))
    assert said["packages"].mend == lacking
    assert said["extras"].mend == wanted


def test_gear_that_a_bundle_cannot_drive_is_told_where_it_is_found() -> None:
    seen = [Seen("may", "OBS", "127.0.0.1", trouble="not installed", extra="obs")]
    for installed, mended in ((Installed.PIPX, True), (Installed.BUNDLE, False)):
        (told,) = gear_findings(seen, on(System.WINDOWS, installed), EN.looked)
        assert bool(told.mend) is mended
        assert ("an edition that has" in told.remedy) is not mended


def test_where_pip_is_missing_it_is_brought_first() -> None:
    python = "/opt/runofshow/bin/python"
    machine = on(System.DEBIAN)
    said = said_of(replace(machine, program=replace(machine.program, has_pip=False)))
    assert said["packages"].mend == f'{python} -m ensurepip && {python} -m pip install "textual>=8.2"'


def test_a_checkout_has_locks_for_paper() -> None:
    for names, lock in ((["pdf"], "pdf"), (["print"], "print"), (["pdf", "print"], "print")):
        assert install_extras(names, GOOD.program) == f"scripts/run --with-{lock} doctor"
    windows = replace(on(System.WINDOWS, Installed.CHECKOUT).program, has_pip=False)
    assert install_extras(["pdf"], windows) == r"scripts\run.cmd --with-pdf doctor"
    assert install_extras(["midi"], windows).startswith(r".venv\Scripts\python -m ensurepip && ")


def test_a_path_with_a_blank_is_quoted() -> None:
    machine = on(System.WINDOWS)
    at = replace(machine.program, executable=r"C:\Program Files\Python\python.exe")
    machine = replace(machine, program=at)
    assert said_of(machine)["extras"].mend.startswith('"C:\\Program Files\\Python\\python.exe" -m pip')


def test_without_a_network_windows_has_another_way_to_music() -> None:
    said = said_of(on(System.WINDOWS))["player"]
    assert "mpv.exe" in said.without_network
    assert "runofshow" in said.without_network
    assert said_of(on(System.DEBIAN))["player"].without_network == ""


def test_an_extra_that_is_missing_is_nothing_wrong_and_a_browser_prints_too() -> None:
    said = said_of(
        replace(
            GOOD,
            program=Program(extras=(Extra("pdf", False), Extra("print", False))),
            printer="/bin/chromium",
        )
    )
    assert said["extras"].severity is Severity.OK
    assert "reading .pdf" in said["extras"].detail
    assert "printing" not in said["extras"].detail
    assert "reading .pdf" in said_of(GOOD)["extras"].detail


def test_an_extra_that_no_command_uses_yet_is_not_asked_for() -> None:
    unnamed = replace(GOOD, program=Program(extras=(Extra("pdf", True), Extra("to-come", False))))
    finding = said_of(unnamed)["extras"]
    assert (finding.detail, finding.mend) == ("reading .pdf", "")


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("system", list(System))
def test_a_bare_machine_is_told_on_one_screen(system: System, words: DoctorTexts) -> None:
    machine = replace(on(system), packages=GOOD.packages, terminal=Terminal(True, 80, 24, "utf-8"))
    findings = judged(machine, NOW, UTC, words)
    page = findings_text(findings, words).splitlines()
    assert sum(1 + max(0, len(line) - 1) // 80 for line in page) <= 22, "\n".join(page)
    assert all(len(line) <= 80 or line.startswith("    → ") for line in page)
    wrong = [each for each in findings if each.severity is not Severity.OK]
    assert words.with_warnings.format(count=len(wrong)) in page[0]
    # what is missing stands first, with its command under it
    assert "mpv" in page[1]
    for each in wrong:
        assert any(each.what in line for line in page)
        assert not each.mend or f"    → {each.mend}" in page
    if system is System.WINDOWS:
        assert any("mpv.exe" in line for line in page[2:4])


def test_what_is_wrong_is_told_whole_however_much_it_is() -> None:
    machine = replace(on(System.WINDOWS), disk=Disk(Path("/s"), "Read-only"), python=(3, 9, 0))
    findings = judged(machine, NOW, UTC, VI)
    page = findings_text(findings, VI)
    wrong = [each for each in findings if each.severity is not Severity.OK]
    assert len(wrong) > 8
    assert all(each.what in page and each.mend in page for each in wrong)
    marks = [line[0] for line in page.splitlines()[1:] if line[0] in "✗!"]
    assert marks == sorted(marks, reverse=True), "what keeps a show from being run stands before notes"
    assert "✗ HỎNG Python: 3.9.0" in page
    assert re.search(r"✓ \d+ điều khác đều đạt", page)


def test_where_there_is_room_the_sample_of_signs_is_whole_and_its_frame_is_not_broken() -> None:
    page = findings_text(judged(GOOD, NOW, HALL, VI), VI)
    assert all(f"  {line}\n" in page for line in SAMPLE.splitlines())
    assert max(map(len, page.splitlines())) <= 80
    assert len(page.splitlines()) <= 22


@pytest.mark.parametrize(
    ("platform", "release", "system"),
    [
        ("win32", {}, System.WINDOWS),
        ("darwin", {}, System.MACOS),
        ("linux", {"ID": "debian"}, System.DEBIAN),
        ("linux", {"ID": "ubuntu", "ID_LIKE": "debian"}, System.DEBIAN),
        ("linux", {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, System.DEBIAN),
        ("linux", {"ID": "fedora"}, System.FEDORA),
        ("linux", {"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, System.FEDORA),
        ("linux", {"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, System.SUSE),
        ("linux", {"ID": "manjaro", "ID_LIKE": "arch"}, System.ARCH),
        ("linux", {"ID": "void"}, System.OTHER),
        ("freebsd14", {}, System.OTHER),
    ],
)
def test_a_system_is_known_by_its_kin(platform: str, release: dict[str, str], system: System) -> None:
    assert system_of(platform, release) is system


@pytest.mark.parametrize(
    ("file", "installed"),
    [
        ("sources/scripts/run", Installed.CHECKOUT),
        ("bin/python311._pth", Installed.BUNDLE),
        ("whole", Installed.BUNDLE),
        ("pipx_metadata.json", Installed.PIPX),
        ("uv-receipt.toml", Installed.UV),
        ("pyvenv.cfg", Installed.PIP),
    ],
)
def test_how_the_program_was_installed_is_told_by_what_lies_there(
    tmp_path: Path, file: str, installed: Installed
) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).touch()
    assert installed_in(tmp_path, tmp_path / "bin" / "python", tmp_path / "sources") is installed


def test_the_extras_are_those_of_the_project(tmp_path: Path) -> None:
    root = Path(__file__).parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [each.name for each in extras(root)] == sorted(project["optional-dependencies"])
    listed = '{a = ["no-such-thing>=1"], b = ["rich>=1,<99"]}'
    ours = f'[project]\nname = "runofshow"\noptional-dependencies = {listed}\n'
    (tmp_path / "pyproject.toml").write_text(ours)
    assert extras(tmp_path) == (
        Extra("a", False, ("no-such-thing>=1",)),
        Extra("b", True, ("rich>=1,<99",)),
    )
    # somebody else's project, in which the program is only installed
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert extras(tmp_path) == ()


def test_no_finding_is_well() -> None:
    assert worst([]) is Severity.OK


def test_the_packages_asked_for_are_those_the_project_needs() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    needed = (re.match(r"([\w-]+)>=([\d.]+)", line) for line in project["project"]["dependencies"])
    least = {match[1].lower(): match[2] for match in needed if match}
    assert {name.lower(): version for name, version in LEAST_PACKAGES.items()} == least


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
