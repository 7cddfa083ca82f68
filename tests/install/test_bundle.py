"""The bundle for a machine without Internet: packed, installed with the network cut off, used, removed."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from runofshow import __version__
from tests.install.conftest import ROOT
from tests.install.job import do_the_job

if sys.platform != "linux":
    pytest.skip("here the bundle for Linux is tried", allow_module_level=True)

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
MACHINE = f"linux-{os.uname().machine}"
NO_NETWORK = ["unshare", "--net"]


AGAIN = f"""
import pickle, sys
sys.path.insert(0, {str(ROOT / "scripts")!r})
import bundle
sys.stdout.buffer.write(bundle.archive(*pickle.load(sys.stdin.buffer)))
"""


def packed(into: Path) -> Path:
    argv: list[str | Path] = [
        ROOT / "scripts" / "bundle",
        "--platform",
        MACHINE,
        "--python",
        PYTHON,
        "-o",
        into,
    ]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [found] = into.iterdir()
    return found


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("packed"))


@pytest.fixture
def bundle(archive: Path, tmp_path: Path) -> Path:
    """Unpacked in a folder whose name has blanks and marks."""
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path / "từ thẻ nhớ", filter="data")
    [folder] = (tmp_path / "từ thẻ nhớ").iterdir()
    return folder


@pytest.fixture
def prefix(tmp_path: Path) -> Path:
    return tmp_path / "máy của cơ quan" / ".local"


def installing(
    bundle: Path, prefix: Path, *more: str, path: str | None = None
) -> subprocess.CompletedProcess[str]:
    """`sh install.sh` without a network where the system lets us cut it, and where no pip could find one."""
    may_cut = subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False).returncode == 0
    environ = {"PATH": path or f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(prefix.parent)}
    argv = [
        *(NO_NETWORK if may_cut else ()),
        "sh",
        str(bundle / "install.sh"),
        "--prefix",
        str(prefix),
        *more,
    ]
    return subprocess.run(argv, env=environ, capture_output=True, encoding="utf-8", check=False)


def test_the_same_files_are_packed_into_the_same_bytes(archive: Path) -> None:
    """Our wheel is the same each time (test_built.py), and the lock names every other to the byte."""
    stem = f"runofshow-{__version__}-{MACHINE}-py{PYTHON}"
    assert archive.name == f"{stem}.tar.gz"
    with tarfile.open(archive) as tar:
        opened = {name.removeprefix(f"{stem}/"): tar.extractfile(name) for name in tar.getnames()}
        found = {name: file.read() for name, file in reversed(opened.items()) if file}
    told = subprocess.run(
        [sys.executable, "-c", AGAIN], input=pickle.dumps((stem, found)), capture_output=True, check=True
    )
    assert told.stdout == archive.read_bytes()


def test_it_is_installed_without_a_network_does_the_main_job_and_goes_without_touching_the_shows(
    bundle: Path, prefix: Path, tmp_path: Path
) -> None:
    told = installing(bundle, prefix)
    assert told.returncode == 0, told.stderr
    command = prefix / "bin" / "runofshow"
    assert f"installed runofshow {__version__}. Open it with: {command}" in told.stderr
    [samples] = prefix.glob("lib/runofshow/*/lib/python3*/site-packages/runofshow/samples")
    folder = tmp_path / "empty"
    folder.mkdir()
    compiled = set(prefix.rglob("*.pyc"))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        do_the_job([str(command)], samples / "ninh-hoa-2020.yaml", folder)
    assert set(prefix.rglob("*.pyc")) == compiled, "a start that compiles is a slow one"
    kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    gone = installing(bundle, prefix, "--uninstall")
    assert gone.returncode == 0, gone.stderr
    assert list(prefix.rglob("*runofshow*")) == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == kept


def test_a_newer_one_takes_its_place_and_the_one_before_is_left_to_a_show_that_runs(
    bundle: Path, prefix: Path
) -> None:
    old, older = (prefix / "lib" / "runofshow" / name for name in ("0.9-11111111", "0.8-22222222"))
    for folder in (old, older):
        (folder / "bin").mkdir(parents=True)
    link = prefix / "bin" / "runofshow"
    link.parent.mkdir()
    link.symlink_to(old / "bin" / "runofshow")
    assert installing(bundle, prefix).returncode == 0
    new = link.readlink().parent.parent
    assert set(new.parent.iterdir()) == {new, old}
    assert installing(bundle, prefix).returncode == 0  # once more: nothing is made, nothing goes
    assert set(new.parent.iterdir()) == {new, old}


def test_a_damaged_bundle_leaves_what_was_installed(bundle: Path, prefix: Path) -> None:
    wheel = next(bundle.glob("wheels/msgspec-*.whl"))
    wheel.write_bytes(wheel.read_bytes()[:-1])
    told = installing(bundle, prefix)
    assert (told.returncode, prefix.exists()) == (1, False)
    assert f"wheels/{wheel.name} is missing or damaged" in told.stderr


def test_the_command_of_another_installation_is_not_taken_away(bundle: Path, prefix: Path) -> None:
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin" / "runofshow").write_text("of pipx")
    assert installing(bundle, prefix).returncode == 1
    assert (prefix / "bin" / "runofshow").read_text() == "of pipx"


def test_a_machine_without_that_python_is_told_which_it_is(
    bundle: Path, prefix: Path, tmp_path: Path
) -> None:
    told = installing(bundle, prefix, path=str(tools(tmp_path)))
    assert told.returncode == 1
    assert f"this bundle is for Python {PYTHON}; this machine has: none" in told.stderr
    other = tmp_path / "tools" / "python3"
    other.write_text("#!/bin/sh\necho 3.10\n")
    other.chmod(0o755)
    assert "this machine has: 3.10" in installing(bundle, prefix, path=str(tools(tmp_path))).stderr


def tools(folder: Path) -> Path:
    """A PATH with the shell's tools and no Python."""
    made = folder / "tools"
    made.mkdir(exist_ok=True)
    for name in ("sh", "sed", "dirname", "cat", "unshare"):
        found = shutil.which(name)
        if found and not (made / name).exists():
            (made / name).symlink_to(found)
    return made
