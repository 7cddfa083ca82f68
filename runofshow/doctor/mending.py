"""The one command that mends a finding, as it is typed on this system; empty where no command does.

Nothing here is run: who reads it may look at it first, and some of it wants an administrator.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from runofshow.doctor.machine import Machine
from runofshow.doctor.packages import LEAST_PACKAGES, lacking
from runofshow.installation.command import install_packages, run_script
from runofshow.installation.system import Installed, System

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
    system = machine.program.system
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
    if machine.program.installed is Installed.CHECKOUT:
        return f"{run_script(machine.program)} doctor"
    wanted = [f'"{name}>={LEAST_PACKAGES[name]}"' for name, _ in lacking(machine.packages)]
    return install_packages(wanted, machine.program)
