"""The first start of an installed program: painted about as soon as a checkout's, which people came from."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from tests.bench.at_the_desk import PAINTED
from tests.bench.builds import around
from tests.bench.plans import plan
from tests.install.conftest import ROOT, Bare, environment
from tests.terminal import Terminal

ROUNDS = 4
AT_MOST = 2.0
"""Of the checkout's time, in the best of these rounds: a machine may be busy. Without bytecode it was 2.5
to 3.7."""

AS_ITS_COMMAND_STARTS = """
import gc
from importlib.metadata import entry_points
[command] = entry_points(group="console_scripts", name="runofshow")
assert callable(command.load())
print(gc.isenabled())
"""


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    return environment(tmp_path_factory.mktemp("bare"), sys.executable, "run.txt", wheel)


def bytecode(folder: Path) -> set[Path]:
    return set(folder.rglob("*.pyc"))


def painted_after(program: Sequence[str | Path], agenda: Path, environ: Mapping[str, str]) -> float:
    """Seconds from the command to the painted console, on a new show."""
    argv = [*map(str, program), "run", str(agenda), "--new", "--start", "now", "--port", "0"]
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        with Terminal(argv, {**environ, "RUNOFSHOW_HOME": home}) as terminal:
            terminal.wait_for_bytes(*PAINTED, seconds=60)
            return time.perf_counter() - began


def test_the_first_start_is_painted_about_as_soon_as_in_a_checkout_and_compiles_nothing(
    bare: Bare, tmp_path: Path
) -> None:
    agenda = plan(tmp_path, 15)
    compiled = bytecode(bare.folder)
    installed, checkout = [bare.command], [sys.executable, "-P", "-m", "runofshow"]
    # its bytecode lies beside the test's files, whatever it found; the first start there makes it
    of_checkout = around(PYTHONPATH=str(ROOT), PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))
    painted_after(checkout, agenda, of_checkout)
    ratios: list[float] = []
    made: set[Path] = set()
    for _ in range(ROUNDS):
        theirs = painted_after(checkout, agenda, of_checkout)
        ratios.append(painted_after(installed, agenda, around()) / theirs)
        for path in bytecode(bare.folder) - compiled:  # so that the next start is a first one too
            path.unlink()
            made.add(path)
    assert min(ratios) < AT_MOST, ratios
    assert made == set()


def test_the_installed_command_looks_for_no_garbage_while_it_loads(bare: Bare) -> None:
    """As `python -m runofshow`, which a checkout starts: a tenth of the time until it is painted."""
    argv: list[str | Path] = [bare.python, "-I", "-c", AS_ITS_COMMAND_STARTS]
    assert subprocess.run(argv, capture_output=True, text=True, check=True).stdout == "False\n"
