"""Installs the program from a bundle, by the standard library alone and without a network, for install.sh.

`PREFIX/lib/runofshow/VERSION-DIGEST/` is an environment of its own, and `PREFIX/bin/runofshow` leads to its
command; the prefix is `~/.local`. A newer bundle makes an environment beside the old one and turns the link
round at the end: whatever goes wrong before, the old program is still there. The one before stays too, since
a show may be running on it. No pip is needed, so none has to be on the machine: a wheel is a zip.

The shows lie elsewhere, in the user's folder for data, and nothing here goes there.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import io
import os
import shlex
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Stopped(Exception):
    """Nothing was changed; in Vietnamese and English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


def main() -> int:
    parser = argparse.ArgumentParser(prog="sh install.sh", description=__doc__.partition("\n")[0])
    parser.add_argument("--prefix", type=Path, default=Path.home() / ".local", metavar="FOLDER")
    parser.add_argument("--uninstall", action="store_true")
    asked = parser.parse_args()
    prefix = asked.prefix.expanduser().absolute()
    try:
        if asked.uninstall:
            uninstall(prefix)
        else:
            install(prefix)
    except Stopped as stopped:
        say(stopped.vi, stopped.en)
        return 1
    except OSError as failure:
        say(f"không ghi được: {failure}", f"cannot write: {failure}")
        return 1
    return 0


def install(prefix: Path) -> None:
    """Raises `Stopped`, with the old program in its place, when the bundle is damaged or anything fails."""
    about = dict(line.split(" ", 1) for line in (HERE / "about.txt").read_text("utf-8").splitlines())
    listed = (HERE / "files.txt").read_bytes()
    verify(listed)
    home, link = prefix / "lib" / "runofshow", prefix / "bin" / "runofshow"
    before = owned(link, home)
    folder = home / f"{about['version']}-{hashlib.sha256(listed).hexdigest()[:8]}"
    if not (folder / "whole").exists():
        say("đang cài, mất chừng nửa phút …", "installing, this takes about half a minute …")
        make(folder, about["version"])
    link.parent.mkdir(parents=True, exist_ok=True)
    fresh = link.with_name(f".runofshow-{os.getpid()}")
    fresh.symlink_to(folder / "bin" / "runofshow")
    fresh.replace(link)
    for other in home.iterdir() if before != folder else ():
        if other not in (folder, before):
            shutil.rmtree(other, ignore_errors=True)
    command = "runofshow" if str(link.parent) in os.environ.get("PATH", "").split(os.pathsep) else str(link)
    say(
        f"đã cài runofshow {about['version']}. Mở bằng lệnh: {command}",
        f"installed runofshow {about['version']}. Open it with: {command}",
    )


def verify(listed: bytes) -> None:
    """Every file as it was packed: a stick or a download may have cut one short."""
    for line in listed.decode().splitlines():
        digest, name = line.split("  ", 1)
        path = HERE / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise Stopped(
                f"gói bị thiếu hoặc hỏng tệp {name}: hãy chép lại cả gói.",
                f"{name} is missing or damaged: copy the bundle again.",
            )


def owned(link: Path, home: Path) -> Path | None:
    """The environment that the link leads to; None without a link. `Stopped` when it is somebody else's."""
    if not os.path.lexists(link):
        return None
    target = link.readlink() if link.is_symlink() else link
    if home not in target.parents:
        raise Stopped(
            f"{link} là của một bản cài khác (pipx, uv?): hãy gỡ bản ấy trước.",
            f"{link} belongs to another installation (pipx, uv?): remove that one first.",
        )
    return target.parent.parent


def make(folder: Path, version: str) -> None:
    """The environment, made beside its place and moved there when it has said its version."""
    unfinished = folder.with_name(f"unfinished-{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        venv.create(unfinished, with_pip=False, symlinks=True)
        python = unfinished / "bin" / "python"
        [packages] = (unfinished / "lib").glob("python3*/site-packages")
        for wheel in sorted((HERE / "wheels").iterdir()):
            unpack(wheel, packages)
        compileall.compile_dir(packages, quiet=2)
        told = subprocess.run(
            [python, "-I", "-m", "runofshow", "--version"], capture_output=True, text=True, check=False
        )
        if told.stdout.split() != ["runofshow", version]:
            raise Stopped(
                f"bản vừa cài không chạy được: {told.stderr}",
                f"what was installed does not run: {told.stderr}",
            )
        # a folder's name may have blanks, which a first line with #! would not take
        at = shlex.quote(str(folder / "bin" / "python"))
        lines = ("#!/bin/sh", "unset PYTHONHOME PYTHONPATH", f'exec {at} -P -m runofshow "$@"', "")
        command = unfinished / "bin" / "runofshow"
        command.write_text("\n".join(lines), encoding="utf-8")
        command.chmod(0o755)
        (unfinished / "whole").touch()
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def unpack(wheel: Path, packages: Path) -> None:
    """What the wheel puts among the packages, of its `.data` too; headers and scripts are left out."""
    with zipfile.ZipFile(wheel) as packed:
        for entry in packed.infolist():
            first, *rest = Path(entry.filename).parts
            if first.endswith(".data"):
                if rest[:1] not in (["purelib"], ["platlib"]):
                    continue
                entry.filename = "/".join(rest[1:])
            packed.extract(entry, packages)


def uninstall(prefix: Path) -> None:
    home, link = prefix / "lib" / "runofshow", prefix / "bin" / "runofshow"
    if not home.is_dir():
        raise Stopped(f"không có bản nào ở {home}.", f"there is none in {home}.")
    if owned(link, home) is not None:
        link.unlink()
    shutil.rmtree(home)
    say("đã gỡ. Các buổi đã ghi vẫn còn nguyên.", "removed. The shows that were kept are all still there.")


def say(vi: str, en: str) -> None:
    print(f"runofshow: {vi}\nrunofshow: {en}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
