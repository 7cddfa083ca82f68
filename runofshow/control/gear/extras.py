"""What must be installed to drive a kind of gear, and the one command that does; projectors and lights need
nothing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final

from runofshow.core.gear import GearKind

NEEDED: Final[Mapping[GearKind, tuple[str, str]]] = {
    GearKind.MIDI: ("rtmidi2", "midi"),
    GearKind.OBS: ("websockets", "obs"),
}
"""The module of its library, and the extra of this package that brings it."""


def command_for(kind: GearKind) -> str:
    """What to run once on this machine, with a network; empty for a bundle: nothing is installed into it."""
    # only where something is missing: a console that lacks nothing is painted without these
    from runofshow.installation.command import install_extras
    from runofshow.installation.program import this_program

    _, extra = NEEDED[kind]
    return install_extras([extra], this_program())


def missing() -> dict[GearKind, str]:
    """The kinds of gear that cannot be driven here, each with the command that mends it. Imports nothing."""
    return {kind: command_for(kind) for kind, (module, _) in NEEDED.items() if find_spec(module) is None}
