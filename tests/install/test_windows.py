"""The Windows edition as an office has it: unpacked or set up, under Vietnamese names; in wine."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow import __version__
from tests.install.job import do_the_job
from tests.install.windows import Windows, build_edition, built_edition, need, only
from tests.test_house import locked
from windows_edition.embedded import is_as_signed

IMPORT_ALL = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
for path in sorted((root / "runofshow").rglob("*.pyc")):
    name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    if not name.endswith("__main__"):
        try:
            importlib.import_module(name)
        except ImportError as error:
            print("MISSING", error.name)
print("imported", len(sys.modules))
"""

OPTIONAL = {"pypdfium2", "typst", "rtmidi2", "sounddevice", "websockets", "paho"}
"""Extras; the edition comes without them."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("wine", "makensis")
    return built_edition(tmp_path_factory.getbasetemp().parent)


@pytest.fixture(scope="module")
def unpacked(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that comes out of the zip, on the desk of somebody with a name."""
    desk = tmp_path_factory.mktemp("windows") / "Nguyễn Thị Ánh"
    with zipfile.ZipFile(only(edition, "*-windows.zip")) as packed:
        packed.extractall(desk)
    return only(desk, "*")


@pytest.fixture(scope="module")
def windows(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    made = Windows(tmp_path_factory.mktemp("wine"))
    yield made
    made.stop()


def test_the_edition_is_as_large_as_a_download_in_an_office_may_be(edition: Path, unpacked: Path) -> None:
    assert only(edition, "*-windows.zip").stat().st_size <= 20e6
    assert only(edition, "*-setup.exe").stat().st_size <= 20e6
    assert sum(path.stat().st_size for path in unpacked.rglob("*") if path.is_file()) <= 50e6


def test_every_package_inside_is_in_the_notice_with_its_licence(unpacked: Path) -> None:
    notice = (unpacked / "NOTICE.txt").read_text(encoding="utf-8-sig")
    told = {
        name.lower().replace("_", "-"): (version, licence) for name, version, licence in NAMED.findall(notice)
    }
    assert {name: version for name, (version, _) in told.items() if name not in OURS} == locked("run.txt")
    assert [name for name, (_, licence) in told.items() if not licence] == []
    for folder in re.findall(r"licences/\S+", notice):
        assert any((unpacked / folder).iterdir()), folder


NAMED = re.compile(r"(?m)^([\w.-]+) (\d\S*) — (.+?)$")
OURS = {"cpython", "runofshow"}


def test_the_python_inside_is_as_it_was_signed_and_a_changed_one_would_be_seen(unpacked: Path) -> None:
    signed = [path for path in (unpacked / "app").iterdir() if path.suffix in {".exe", ".dll", ".pyd"}]
    assert len(signed) > 20
    assert [path.name for path in signed if not is_as_signed(path.read_bytes())] == []
    changed = bytearray((unpacked / "app" / "python.exe").read_bytes())
    changed[0x2000] ^= 1
    assert not is_as_signed(bytes(changed))


def test_the_whole_job_is_done_from_the_unpacked_zip(
    unpacked: Path, windows: Windows, tmp_path: Path
) -> None:
    folder = tmp_path / "Hội nghị"
    folder.mkdir()
    agenda = unpacked / "app" / "lib" / "runofshow" / "samples" / "ninh-hoa-2020.yaml"
    do_the_job(windows.program(unpacked / "runofshow.exe"), agenda, folder)


def test_the_doctor_runs_and_names_the_python_inside(unpacked: Path, windows: Windows) -> None:
    said = windows.run(unpacked / "runofshow.exe", "doctor")
    assert "Python: 3.13" in said
    assert "Múi giờ" in said


def test_the_launcher_passes_words_folder_and_exit_code_on(
    unpacked: Path, windows: Windows, tmp_path: Path
) -> None:
    (tmp_path / "Kế hoạch số 1.yaml").write_text("không: phải\n", encoding="utf-8")
    said = windows.run(unpacked / "runofshow.exe", "check", "Kế hoạch số 1.yaml", folder=tmp_path, status=1)
    assert said.startswith("Kế hoạch số 1.yaml:1:")
    windows.run(unpacked / "runofshow.exe", "no-such-command", status=2)


def test_nothing_that_the_program_imports_was_left_out(
    unpacked: Path, windows: Windows, tmp_path: Path
) -> None:
    script = tmp_path / "import_all.py"
    script.write_text(IMPORT_ALL, encoding="utf-8")
    said = windows.run(unpacked / "app" / "python.exe", str(script), str(unpacked / "app" / "lib"))
    assert "imported" in said
    assert set(re.findall(r"MISSING (\S+)", said)) <= OPTIONAL, said


def test_mpv_beside_the_program_is_the_one_that_plays(unpacked: Path, windows: Windows) -> None:
    mpv = unpacked / "mpv" / "mpv.exe"
    mpv.parent.mkdir()
    mpv.write_bytes((unpacked / "runofshow.exe").read_bytes())  # any program: it is found, and is no mpv
    try:
        said = windows.run(unpacked / "runofshow.exe", "doctor", "--json")
    finally:
        mpv.unlink()
        mpv.parent.rmdir()
    assert "\\\\mpv\\\\mpv.exe" in said


def test_the_setup_installs_upgrades_and_takes_itself_away_but_no_show(
    edition: Path, windows: Windows
) -> None:
    local = windows.user / "AppData" / "Local"
    program = local / "Programs" / "runofshow"
    show = local / "runofshow" / "shows" / "2026-11-30 Hội nghị" / "show.journal"
    show.parent.mkdir(parents=True)
    show.write_bytes(b"kept\n")
    (program / "app" / "lib" / "of_an_older_version").mkdir(parents=True)
    (program / "runofshow.exe").touch()
    setup = only(edition, "*-setup.exe")

    windows.run(setup, "/S")
    assert windows.run(program / "runofshow.exe", "--version") == f"runofshow {__version__}\n".replace(
        "\n", "\r\n"
    )
    assert not (program / "app" / "lib" / "of_an_older_version").exists()
    shortcut = "Điều hành hội nghị (runofshow).lnk"
    menu = windows.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs" / shortcut
    assert menu.exists()
    assert (windows.user / "Desktop" / shortcut).exists()

    (program / "mpv").mkdir()
    (program / "mpv" / "mpv.exe").write_bytes(b"the office's own")
    # `_?=`: not from a copy, which would go on after this call
    windows.run(
        program / "uninstall.exe",
        "/S",
        f"_?=C:\\users\\{windows.user.name}\\AppData\\Local\\Programs\\runofshow",
    )
    assert {path.name for path in program.iterdir()} <= {"mpv", "uninstall.exe"}
    assert (program / "mpv" / "mpv.exe").read_bytes() == b"the office's own"
    assert not menu.exists()
    assert not (windows.user / "Desktop" / shortcut).exists()
    assert show.read_bytes() == b"kept\n"


@pytest.mark.soak
def test_a_second_build_is_the_same_to_the_byte(edition: Path, tmp_path: Path) -> None:
    build_edition(tmp_path)
    for file in tmp_path.iterdir():
        assert file.read_bytes() == (edition / file.name).read_bytes(), file.name
