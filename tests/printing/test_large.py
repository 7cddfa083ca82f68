"""The largest show is on paper before anybody has walked to the printer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from runofshow.printing.papers import Kind
from tests.printing.agendas import made
from tests.printing.large import ITEMS, RECIPIENTS, large_agenda

OF_ROUNDS = (Kind.SERVERS, Kind.READER, Kind.CERTIFICATES, Kind.CARDS)
OF_THE_SHOW = tuple(kind for kind in Kind if kind not in OF_ROUNDS)
SECONDS, MEGABYTES = 3, 150
"""What all papers of a show, or of its rounds, may take beyond the start of the program: CPU, as other
programs run beside a test."""
TYPESETTING = 3
"""How much more typst may take: it lays out some six hundred pages."""

_MEASURED = """\
import json, sys, time
import runofshow.cli

def held():
    # not getrusage: that remembers who started it
    told = open("/proc/self/status").read()
    return int(told.split("VmHWM:")[1].split()[0]) / 1024

began, had = time.process_time(), held()
status = runofshow.cli.main(sys.argv[1:])
took = time.process_time() - began
print(json.dumps({"status": status, "seconds": took, "megabytes": held() - had}))
"""


def test_it_is_as_large_as_it_says(tmp_path: Path) -> None:
    plan = made(tmp_path, large_agenda())
    assert len(plan.leaves) == ITEMS
    assert len(plan.agenda.cues) == 3 * ITEMS
    assert sum(len(each.item.award.recipients) for each in plan.leaves if each.item.award) == RECIPIENTS


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel how much memory was held at most")
@pytest.mark.parametrize("papers", [OF_THE_SHOW, OF_ROUNDS], ids=["show", "rounds"])
@pytest.mark.parametrize(
    ("ending", "times"), [(".docx", 1), (".xlsx", 1), (".html", 1), (".pdf", TYPESETTING)]
)
def test_papers_take_three_seconds_and_150_megabytes(
    tmp_path: Path, ending: str, times: int, papers: tuple[Kind, ...]
) -> None:
    agenda = tmp_path / "large.yaml"
    agenda.write_text(large_agenda(), encoding="utf-8")
    kinds, folder = ",".join(papers), tmp_path / "papers"
    command = ["print", str(agenda), "--for", kinds, "-o", str(folder.with_suffix(ending))]
    told = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command], capture_output=True, text=True, check=True
    )
    took = json.loads(told.stdout.splitlines()[-1])
    assert took["status"] == 0
    assert len(list(folder.glob(f"*{ending}"))) == len(papers)
    assert took["seconds"] < SECONDS * times, took
    assert took["megabytes"] < MEGABYTES * times, took
