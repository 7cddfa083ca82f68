"""Where mpv is on this machine, and which one it is."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

OLDEST = (0, 34)
"""The oldest mpv that takes what is asked of it here; tested with 0.35."""

LIMIT = 5.0
"""Seconds in which mpv must say its version; its first start after the machine's own is a slow one."""


def program_folder(executable: Path) -> Path:
    """The folder of our own program, where a portable mpv may lie; `executable` is the Python that runs us.

    The Windows edition has its Python a folder below the program that people click.
    """
    above = executable.parent.parent
    return above if (above / "runofshow.exe").is_file() else executable.parent


def mpv_at(
    environment: Mapping[str, str], platform: str, beside: Path, root: Path = Path("/")
) -> Path | None:
    """The mpv to start; None when there is none.

    `platform` is as `sys.platform` has it; `beside` is the `program_folder`. The PATH is
    asked before the usual places of installers, the folder beside us before all.
    """
    name = "mpv.exe" if platform == "win32" else "mpv"
    places = (
        *_own(beside, name, platform),
        *(folder / name for folder in _path(environment, platform)),
        *_usual(environment, platform, root),
    )
    return next((place for place in places if place.is_file() and os.access(place, os.X_OK)), None)


def version_of(mpv: Path) -> str | None:
    """As mpv says it ("0.35.1"); None when it does not answer within `LIMIT` seconds. Blocks."""
    try:
        done = subprocess.run(
            [mpv, "--no-config", "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = done.stdout.decode("utf-8", "replace").split()
    return words[1].removeprefix("v") if done.returncode == 0 and words[:1] == ["mpv"] and words[1:] else None


def is_new_enough(version: str) -> bool:
    """Whether the console can work with it. A build from between releases ("git-...") passes for new."""
    numbers = version.split("-")[0].split(".")
    if not all(number.isdigit() for number in numbers[:2]):
        return True
    return tuple(int(number) for number in numbers[:2]) >= OLDEST


def _own(beside: Path, name: str, platform: str) -> tuple[Path, ...]:
    # elsewhere the folder of Python itself is on the PATH or has no mpv
    return (beside / name, beside / "mpv" / name) if platform == "win32" else ()


def _path(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    """The folders of the PATH, without the current one: what lies there is nobody's choice."""
    for entry in environment.get("PATH", "").split(";" if platform == "win32" else ":"):
        folder = Path(entry.strip('"'))
        if entry and folder.is_absolute():
            yield folder


def _usual(environment: Mapping[str, str], platform: str, root: Path) -> Iterator[Path]:
    match platform:
        case "win32":
            yield from _usual_on_windows(environment)
        case "darwin":
            for prefix in ("opt/homebrew", "usr/local", "opt/local"):
                yield root / prefix / "bin" / "mpv"
            applications = [root / "Applications"]
            if home := environment.get("HOME"):
                applications.append(Path(home) / "Applications")
            for folder in applications:
                yield folder / "mpv.app" / "Contents" / "MacOS" / "mpv"
        case _:
            for prefix in ("usr", "usr/local"):
                yield root / prefix / "bin" / "mpv"


def _usual_on_windows(environment: Mapping[str, str]) -> Iterator[Path]:
    def under(variable: str, pattern: str) -> Iterator[Path]:
        if folder := environment.get(variable):
            yield from sorted(Path(folder).glob(pattern))

    # scoop and Chocolatey put a starter on the PATH as well; these are the programs behind it
    for variable, pattern in (
        ("SCOOP", "apps/mpv*/current/mpv.exe"),
        ("USERPROFILE", "scoop/apps/mpv*/current/mpv.exe"),
        ("SCOOP_GLOBAL", "apps/mpv*/current/mpv.exe"),
        ("ProgramData", "scoop/apps/mpv*/current/mpv.exe"),
        ("ChocolateyInstall", "lib/mpv*/tools/mpv.exe"),
        ("ChocolateyInstall", "lib/mpv*/tools/*/mpv.exe"),
        ("LOCALAPPDATA", "Programs/mpv*/mpv.exe"),
        ("LOCALAPPDATA", "Microsoft/WinGet/Packages/*mpv*/mpv.exe"),
        ("LOCALAPPDATA", "Microsoft/WinGet/Packages/*mpv*/*/mpv.exe"),
        ("ProgramFiles", "mpv*/mpv.exe"),
        ("ProgramFiles(x86)", "mpv*/mpv.exe"),
    ):
        yield from under(variable, pattern)
