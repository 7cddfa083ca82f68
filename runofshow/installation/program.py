"""The program as it was installed here: what a command that installs more hangs on."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from runofshow.installation.system import (
    Extra,
    Installed,
    System,
    extras,
    installed_in,
    sources_folder,
    this_system,
)


class Program(Struct, frozen=True):
    system: System = System.OTHER
    installed: Installed = Installed.CHECKOUT
    executable: str = "python"
    """The Python that this runs in."""
    has_pip: bool = True
    """That Python can install packages as it is."""
    extras: tuple[Extra, ...] = ()


def this_program() -> Program:
    """That which runs."""
    sources = sources_folder()
    return Program(
        system=this_system(),
        installed=installed_in(Path(sys.prefix), Path(sys.executable), sources),
        executable=sys.executable,
        has_pip=find_spec("pip") is not None,
        extras=extras(sources),
    )
