"""The one command that installs more beside the program, as it is typed here; empty where none does.

Nothing here is run: who reads it may look at it first.
"""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.installation.program import Program
from runofshow.installation.system import Installed, System


def install_extras(names: Sequence[str], program: Program) -> str:
    """Installs these extras beside the program; empty where that is not done by a command. What they need is
    found in what runofshow says of itself there, so runofshow need not be in any registry."""
    if program.installed is Installed.CHECKOUT:
        if set(names) <= {"pdf", "print"}:
            # there is a lock for them, and that for printing holds what reads PDF too
            return f"{run_script(program)} --with-{'print' if 'print' in names else 'pdf'} doctor"
        needed = [f'"{need}"' for each in program.extras if each.name in names for need in each.needs]
        return f"{_pip(program)} {' '.join(needed)}"
    return install_packages([f'"runofshow[{",".join(names)}]"'], program)


def install_packages(wanted: Sequence[str], program: Program) -> str:
    """Installs these packages beside the program; empty for a bundle, which is unpacked anew."""
    # `pipx reinstall` would be shorter, but a wheel that was a file it does not find again
    installers = {
        Installed.PIPX: "pipx runpip runofshow install",
        Installed.UV: f"uv pip install --python {_python(program)}",
        Installed.PIP: _pip(program),
    }
    installer = installers.get(program.installed)
    return "" if installer is None else f"{installer} {' '.join(wanted)}"


def _pip(program: Program) -> str:
    """pip, which comes first where it is missing, as in the environments of scripts/run and the bundle."""
    python = _python(program)
    first = "" if program.has_pip else f"{python} -m ensurepip && "
    return f"{first}{python} -m pip install"


def run_script(program: Program) -> str:
    """What starts a checkout, and makes its environment anew where it has to."""
    return r"scripts\run.cmd" if program.system is System.WINDOWS else "scripts/run"


def _python(program: Program) -> str:
    """Where a command begins; in a checkout from its folder, as scripts/run does."""
    path = program.executable
    if program.installed is Installed.CHECKOUT:
        is_windows = program.system is System.WINDOWS
        return r".venv\Scripts\python" if is_windows else ".venv/bin/python"
    return f'"{path}"' if " " in path else path
