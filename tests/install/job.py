"""What the program is for, done by an installed one from an empty folder, and held to what came of it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from runofshow import __version__
from tests.cli.consoles import console


def do_the_job(program: Sequence[str], agenda: Path, folder: Path) -> None:
    """Check, show, print, serve, GO, kill -9, pick up, end and report; `folder` is empty before.

    `program` is the command as its user types it, `agenda` is Ninh Hòa as the package carries it.
    """
    home = folder / "shows"
    environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "RUNOFSHOW_HOME": str(home)}

    def said(*arguments: str) -> str:
        done = subprocess.run(
            [*program, *arguments],
            cwd=folder,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), (arguments, done.stdout, done.stderr)
        return done.stdout

    assert said("--version") == f"runofshow {__version__}\n"
    assert "0 lỗi" in said("check", str(agenda))
    assert "Ninh Hòa" in said("show", str(agenda))
    said("print", str(agenda), "--for", "mc", "-o", "loi-dan.docx")
    with ZipFile(folder / "loi-dan.docx") as written:
        assert "word/document.xml" in written.namelist()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        with console(home, agenda, "--new", "--start", "now", program=program, folder=folder) as first:
            assert "<html" in first.page()
            first.do("go")
            first.do("hold")
            running = first.snapshot()["current"]["item_id"]
        with console(home, agenda, "--resume", program=program, folder=folder) as second:
            standing = second.snapshot()
            assert (standing["phase"], standing["current"]["item_id"]) == ("held", running)
            second.do("resume")
            second.do("end", sure=True)
    told = json.loads(said("report", "last", "--json"))
    assert (told["phase"], [hold["item_id"] for hold in told["holds"]]) == ("ended", [running])
    assert {path.name for path in folder.iterdir()} == {"loi-dan.docx", "shows"}
