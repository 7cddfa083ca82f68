"""Which system this is and how the program came onto it: what a command that mends something hangs on."""

from __future__ import annotations

import platform
import sys
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from msgspec import Struct

import runofshow


class System(StrEnum):
    """Told apart by what installs a program on it."""

    WINDOWS = "windows"
    MACOS = "macos"
    DEBIAN = "debian"
    """Ubuntu and Mint too."""
    FEDORA = "fedora"
    """Red Hat's kin too."""
    SUSE = "suse"
    ARCH = "arch"
    OTHER = "other"


class Installed(StrEnum):
    """How the program came onto this machine."""

    CHECKOUT = "checkout"
    """Its sources lie here, and scripts/run has made an environment for them."""
    BUNDLE = "bundle"
    """Unpacked whole, and nothing is installed into it: a newer archive brings what lacks."""
    PIPX = "pipx"
    UV = "uv"
    PIP = "pip"
    """Into an environment that somebody made, or into none."""


class Extra(Struct, frozen=True):
    """What is only installed where it is wanted."""

    name: str
    """As pyproject.toml has it: `print`."""
    is_here: bool
    needs: tuple[str, ...] = ()
    """Its packages with their versions: `typst>=0.15,<0.16`."""


def system_of(platform: str, release: Mapping[str, str]) -> System:
    """`platform` as `sys.platform` has it, `release` as /etc/os-release does."""
    if platform == "win32":
        return System.WINDOWS
    if platform == "darwin":
        return System.MACOS
    kin = f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()
    families = {
        "debian": System.DEBIAN,
        "ubuntu": System.DEBIAN,
        "fedora": System.FEDORA,
        "rhel": System.FEDORA,
        "suse": System.SUSE,
        "opensuse": System.SUSE,
        "arch": System.ARCH,
    }
    return next((families[name] for name in kin if name in families), System.OTHER)


def this_system() -> System:
    """That of this machine."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    return system_of(sys.platform, release)


def installed_in(prefix: Path, executable: Path, sources: Path) -> Installed:
    """How the program was installed whose environment is `prefix`. `sources` is the folder that its package
    lies in."""
    if (sources / "scripts" / "run").is_file():
        return Installed.CHECKOUT
    if any(executable.parent.glob("python*._pth")) or (prefix / "whole").is_file():  # scripts/bundled.py
        return Installed.BUNDLE
    if (prefix / "pipx_metadata.json").is_file():
        return Installed.PIPX
    return Installed.UV if (prefix / "uv-receipt.toml").is_file() else Installed.PIP


def sources_folder() -> Path:
    """Where the package lies."""
    return Path(runofshow.__file__).resolve().parents[1]


def extras(sources: Path) -> tuple[Extra, ...]:
    """The extras of this program and whether each can be used, in the order of their names."""
    needed = _needed(sources)
    return tuple(
        Extra(name, all(_is_here(_package(line)) for line in needed[name]), tuple(needed[name]))
        for name in sorted(needed)
    )


def _needed(sources: Path) -> Mapping[str, list[str]]:
    """What each extra needs: as was installed, or as the sources say."""
    project = sources / "pyproject.toml"
    if project.is_file():
        try:
            said = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        except (OSError, ValueError, KeyError):
            said = {}
        if said.get("name") == "runofshow":
            listed: Mapping[str, list[str]] = said.get("optional-dependencies", {})
            return listed
    found: dict[str, list[str]] = {}
    try:
        lines = metadata.requires("runofshow") or []
    except metadata.PackageNotFoundError:
        return {}
    for line in lines:
        needed, _, marker = line.partition(";")
        _, marked, extra = marker.partition("extra == ")
        if marked:
            found.setdefault(extra.split(")")[0].strip(" '\""), []).append(needed.strip())
    return found


def _package(requirement: str) -> str:
    """`typst` of `typst<0.16,>=0.15; extra == "print"`."""
    end = next((at for at, sign in enumerate(requirement) if not (sign.isalnum() or sign in "._-")), None)
    return requirement[:end]


def _is_here(package: str) -> bool:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True
