"""What is said to install when a library of gear is missing: the same as doctor says."""

from __future__ import annotations

from runofshow.control.gear.extras import NEEDED, command_for
from runofshow.core.gear import GearKind
from runofshow.core.value import replace
from runofshow.installation.command import install_extras
from runofshow.installation.program import Program, this_program
from runofshow.installation.system import Installed, System


def test_gear_names_the_command_that_doctor_names_here() -> None:
    here = this_program()
    assert here.installed is Installed.CHECKOUT
    for kind, (_, extra) in NEEDED.items():
        assert command_for(kind) == install_extras([extra], here)
    # a bare pip would have installed it beside some other Python
    assert ".venv" in command_for(GearKind.OBS)
    assert '"websockets' in command_for(GearKind.OBS)


def test_each_installation_has_its_own_command_and_a_bundle_none() -> None:
    program = Program(System.DEBIAN, Installed.PIPX, "/opt/bin/python")
    assert install_extras(["obs"], program) == 'pipx runpip runofshow install "runofshow[obs]"'
    assert install_extras(["obs"], replace(program, installed=Installed.BUNDLE)) == ""
