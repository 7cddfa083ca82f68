"""The one command that mends a finding, as it is typed on this system; empty where no command does.

Nothing here is run: who reads it may look at it first, and some of it wants an administrator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from runofshow.doctor.machine import Machine
from runofshow.doctor.packages import LEAST_PACKAGES, lacking
from runofshow.doctor.system import Installed, System

_PLAYER: Mapping[System, str] = MappingProxyType(
    {
        System.WINDOWS: "winget install shinchiro.mpv",
        System.MACOS: "brew install mpv",
        System.DEBIAN: "sudo apt install mpv",
        System.FEDORA: "sudo dnf install mpv",
        System.SUSE: "sudo zypper install mpv",
        System.ARCH: "sudo pacman -S mpv",
    }
)
_ZONE: Mapping[System, str] = MappingProxyType(
    {
        System.WINDOWS: 'tzutil /s "SE Asia Standard Time"',
        System.MACOS: "sudo systemsetup -settimezone Asia/Ho_Chi_Minh",
    }
)


def mend(code: str, machine: Machine) -> str:
    """Of the finding with this code, when it is not well."""
    system = machine.system
    is_windows = system is System.WINDOWS
    match code:
        case "player":
            return _PLAYER.get(system, "")
        case "time_zone":
            return _ZONE.get(system, "sudo timedatectl set-timezone Asia/Ho_Chi_Minh")
        case "network_time":
            # only timedatectl could say that it is not
            return "sudo timedatectl set-ntp true"
        case "term":
            return "" if is_windows else "export TERM=xterm-256color"
        case "encoding":
            return "setx PYTHONUTF8 1" if is_windows else "export LANG=C.UTF-8"
        case "old_console":
            return "winget install Microsoft.WindowsTerminal"
        case "sound_output" if machine.environment.get("RUNOFSHOW_AUDIO"):
            return "set RUNOFSHOW_AUDIO=" if is_windows else "unset RUNOFSHOW_AUDIO"
        case "packages":
            return _anew(machine)
    return ""


def _anew(machine: Machine) -> str:
    """Brings what the console is built on. A bundle is unpacked anew, for which there is no command."""
    if machine.installed is Installed.CHECKOUT:
        return f"{_run(machine)} doctor"
    wanted = [f'"{name}>={LEAST_PACKAGES[name]}"' for name, _ in lacking(machine.packages)]
    return _install(wanted, machine)


def install_extras(names: Sequence[str], machine: Machine) -> str:
    """Installs these extras beside the program; empty where that is not done by a command. What they need is
    found in what runofshow says of itself there, so runofshow need not be in any registry."""
    if machine.installed is Installed.CHECKOUT:
        if set(names) <= {"pdf", "print"}:
            # there is a lock for them, and that for printing holds what reads PDF too
            return f"{_run(machine)} --with-{'print' if 'print' in names else 'pdf'} doctor"
        needed = [f'"{need}"' for each in machine.extras if each.name in names for need in each.needs]
        return f"{_pip(machine)} {' '.join(needed)}"
    return _install([f'"runofshow[{",".join(names)}]"'], machine)


def _install(wanted: Sequence[str], machine: Machine) -> str:
    """`pipx reinstall` would be shorter, but a wheel that was a file it does not find again."""
    installers = {
        Installed.PIPX: "pipx runpip runofshow install",
        Installed.UV: f"uv pip install --python {_python(machine)}",
        Installed.PIP: _pip(machine),
    }
    installer = installers.get(machine.installed)
    return "" if installer is None else f"{installer} {' '.join(wanted)}"


def _pip(machine: Machine) -> str:
    """pip, which comes first where it is missing, as in the environments of scripts/run and the bundle."""
    python = _python(machine)
    first = "" if machine.has_pip else f"{python} -m ensurepip && "
    return f"{first}{python} -m pip install"


def _run(machine: Machine) -> str:
    return r"scripts\run.cmd" if machine.system is System.WINDOWS else "scripts/run"


def _python(machine: Machine) -> str:
    """Where a command begins; in a checkout from its folder, as scripts/run does."""
    path = machine.executable
    if machine.installed is Installed.CHECKOUT:
        is_windows = machine.system is System.WINDOWS
        return r".venv\Scripts\python" if is_windows else ".venv/bin/python"
    return f'"{path}"' if " " in path else path
