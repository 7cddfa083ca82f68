"""What is built for pipx and uv: the same bytes each time, with everything in it that the program reads."""

from __future__ import annotations

import os
import shutil
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow import __version__
from runofshow.agenda_file.samples import PRACTICE, samples
from tests.install.conftest import ROOT, build

if TYPE_CHECKING:
    import pytest


def test_a_second_build_from_another_folder_is_the_same_to_the_byte(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = [name.partition("/")[2] for name in sdist.getnames()]
    for name in names:
        if (ROOT / name).is_file():  # PKG-INFO is made
            (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, elsewhere / name)  # at another time, and with other rights
            (elsewhere / name).chmod(0o700 if os.access(ROOT / name, os.X_OK) else 0o600)
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    again = build(elsewhere, tmp_path / "again")
    assert {file.name for file in again.iterdir()} == {file.name for file in built.iterdir()}
    for file in built.iterdir():
        assert (again / file.name).read_bytes() == file.read_bytes(), file.name


def test_the_sdist_gives_the_wheel_that_the_checkout_gives(wheel: Path, tmp_path: Path) -> None:
    straight = build(ROOT, tmp_path, "--wheel") / wheel.name
    assert straight.read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_every_file_of_the_program_and_the_agendas_with_their_sounds(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        found = {name for name in packed.namelist() if name.startswith("runofshow/")}
    program = {path.relative_to(ROOT).as_posix() for path in files_of(ROOT / "runofshow")}
    agendas = {
        "runofshow/samples/" + path.relative_to(ROOT / "agendas").as_posix() for path in files_of(samples())
    }
    assert found == program | agendas
    assert f"runofshow/samples/{PRACTICE}" in found


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_the_wheel_is_of_any_system_and_says_its_version_and_command(wheel: Path) -> None:
    assert wheel.name == f"runofshow-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as packed:
        entry = packed.read(f"runofshow-{__version__}.dist-info/entry_points.txt").decode()
    assert entry.split() == ["[console_scripts]", "runofshow", "=", "runofshow.__main__:main"]
