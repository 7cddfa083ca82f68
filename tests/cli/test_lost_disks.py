"""A show whose disk became read-only, or whose home is gone: it goes on from what can be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.core.commands import Advance, Start
from runofshow.journal import FILE_NAME, read_journal
from tests.cli.consoles import Console, console
from tests.cli.kept import agenda_file, keep


def mounted(*arguments: str | Path) -> bool:
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False).returncode == 0


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody can write under `folder`: by a mount, or by its rights where these bind the user."""
    if sys.platform == "linux" and mounted("--bind", folder, folder):
        try:
            if not mounted("-o", "remount,bind,ro", folder):
                pytest.skip("no read-only mounts here")
            yield
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("nothing is read-only for this user")
    inside = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in inside:
        path.chmod(0o500)
    try:
        yield
    finally:
        for path in inside:
            path.chmod(0o700)


def alarms(of: Console) -> list[str]:
    """The alarms, once the doors are kept where the record has gone on."""
    until = time.monotonic() + 30
    while True:
        codes = [alarm["code"] for alarm in of.snapshot()["alarms"]]
        if "doors" not in codes or time.monotonic() > until:
            return codes
        time.sleep(0.1)


def test_a_show_on_a_read_only_disk_goes_on_in_its_second_copy_and_comes_home_again(
    home_of_shows: Path, home_of_the_user: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agenda = agenda_file(tmp_path / "agenda.yaml", "Hội nghị tổng kết")
    folder = keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    with read_only(home_of_shows):
        with console(home_of_shows, agenda, "--resume") as show:
            assert "Tiếp tục: Đang ở mục 2: Báo cáo" in show.said
            assert alarms(show) == ["journal"]
            show.do("note", text="on the copy")
        # killed: the second copy alone has the last order
        assert (main(["shows"], os.environ), main(["report", "last"], os.environ)) == (0, 0)
        said = capsys.readouterr().out
        assert folder.name in said
        assert "on the copy" in said
        with console(home_of_shows, agenda, "--resume") as show:
            assert alarms(show) == ["journal"]
            show.do("note", text="on the next copy")
    with console(home_of_shows, agenda, "--resume") as show:
        assert alarms(show) == []
    notes = [entry.events for entry in read_journal(folder / FILE_NAME).entries if entry.do == "note"]
    assert len(notes) == 2
    # and with the home gone altogether, from the copy that says the most
    shutil.rmtree(home_of_shows)
    home_of_shows.write_text("a file where the home was")
    with console(home_of_shows, agenda, "--resume") as show:
        assert "Tiếp tục: Đang ở mục 2: Báo cáo" in show.said
        assert alarms(show) == ["journal"]
        assert list(home_of_the_user.glob("runofshow-second-copy/*"))
