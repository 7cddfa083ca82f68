"""Makes a virtual environment from a lock file, by the standard library alone: `environment.py FOLDER LOCK`.

The environment is ready when `FOLDER/lock.txt` is the lock file, byte for byte; it is written last, so a
half-made environment is never taken for a whole one and is made anew. A second caller waits for the first.
When a change of the lock cannot be installed (a hall without network), the environment of before is put back
and used: a show has to go on. Exits 0 when there is an environment to run with, 1 when there is none (the
reason on stderr, in Vietnamese and English), 130 on Ctrl-C.

Every package is checked against its hash and none is built from source: that would run code nobody hashed.
"""

from __future__ import annotations

import compileall
import io
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


ROOT = Path(__file__).resolve().parent.parent


def main(folder: Path, lock: Path) -> int:
    """Makes `folder` ready for `lock` unless it is; the exit status."""
    try:
        with _alone(folder.with_name(folder.name + ".lock")):
            if not (_is_whole(folder) and (folder / "lock.txt").read_bytes() == lock.read_bytes()):
                _say(
                    "đang cài đặt lần đầu hoặc cập nhật, mất khoảng một phút …",
                    "installing for the first time or updating; this takes about a minute …",
                )
                _renew(folder, lock)
            return 0
    except subprocess.CalledProcessError as failure:
        step = "pip" if "pip" in failure.cmd else "venv"
        print(failure.output, file=sys.stderr)
        _say(
            f"cài đặt không thành công (bước {step}). Hãy kiểm tra mạng và dung lượng đĩa rồi chạy lại.",
            f"the installation failed (step {step}). Check the network and the disk, then run it again.",
        )
    except OSError as failure:
        _say(f"không ghi được vào {folder}: {failure}", f"cannot write {folder}: {failure}")
    except KeyboardInterrupt:
        return 130
    if _is_whole(folder):
        _say("tạm chạy với bản đã cài trước đây.", "going on with what was installed before.")
        return 0
    return 1


def _is_whole(folder: Path) -> bool:
    """False also when the Python that the environment was made from is gone."""
    made_from = folder / "made_from.txt"
    if not ((folder / "lock.txt").is_file() and made_from.is_file() and _python(folder).exists()):
        return False
    return Path(made_from.read_text(encoding="utf-8").strip()).exists()


def _renew(folder: Path, lock: Path) -> None:
    old = folder.with_name(folder.name + ".old")
    if _is_whole(folder):
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    # Otherwise `old`, if there is one, was put aside by a start that was cut off.
    try:
        _make(folder, lock)
    except BaseException:
        if old.exists():
            shutil.rmtree(folder, ignore_errors=True)
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _make(folder: Path, lock: Path) -> None:
    real = _real_python()
    _run(real, "-m", "venv", "--clear", str(folder))
    safely = ["--require-hashes", "--no-deps", "--only-binary=:all:"]
    quietly = ["-qq", "--no-input", "--disable-pip-version-check"]
    _run(str(_python(folder)), "-m", "pip", "install", "--no-user", *safely, *quietly, "-r", str(lock))
    # They have done their work, and are a fifth of all that lies there. pip goes last, by its own hand.
    _run(str(_python(folder)), "-m", "pip", "uninstall", "--yes", *quietly, "setuptools", "pip")
    # As pip compiled the packages: some machines forbid a program to write bytecode while it runs.
    compileall.compile_dir(ROOT / "runofshow", quiet=2)
    # A path that is relative to its own folder: the project may be moved with its environment.
    placed = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=placed))
    (packages / "runofshow.pth").write_text(os.path.relpath(ROOT, packages) + "\n", encoding="utf-8")
    # For run.cmd, which cannot see by a broken link that this Python was uninstalled.
    (folder / "made_from.txt").write_text(real + "\n", encoding="utf-8")
    unfinished = folder / "lock.txt.new"
    unfinished.write_bytes(lock.read_bytes())
    unfinished.replace(folder / "lock.txt")


def _run(python: str, *arguments: str) -> None:
    # -I: no PYTHONPATH and no packages of the user's own. What it says is shown when it fails, not on Ctrl-C.
    subprocess.run(
        [python, "-I", *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _real_python() -> str:
    """The Python behind any environment or link, as `/usr/bin/python3.12`.

    `/usr/bin/python3` may be another version tomorrow; an environment linked to it would lose its packages.
    """
    base: str = sys._base_executable  # type: ignore[attr-defined]
    return base if sys.platform == "win32" else str(Path(base).resolve())


def _python(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Holds the lock on `path`, which the system lets go of when we end, however that is."""
    with path.open("ab") as file:
        told = False
        while True:
            try:
                _take(file)
                break
            except (BlockingIOError, PermissionError):  # what POSIX and Windows say of a lock that is held
                if not told:
                    _say("lần chạy khác đang cài đặt; xin chờ …", "another start is installing; waiting …")
                told = True
                time.sleep(0.2)
        yield


def _say(vi: str, en: str) -> None:
    print(f"runofshow: {vi}\nrunofshow: {en}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
