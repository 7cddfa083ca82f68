"""Other consoles: real processes that write a journal, for the tests that kill, crowd or starve them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_PROLOGUE = """
import sys
from pathlib import Path
from runofshow.journal import Held, Journal, read_journal
from tests.journal.examples import OPENED, note

folder = Path(sys.argv[1])


def tell(word):
    print(word, flush=True)

"""

ENDLESS = """
with Journal.create(folder, since=OPENED) as journal:
    while True:
        journal.append(note(journal.last_seq + 1))
        tell(journal.last_seq)
"""
"""Appends for ever, and tells each number once `append` has returned."""

HOLDING = """
with Journal.create(folder, since=OPENED) as journal:
    tell("held")
    sys.stdin.readline()
"""
"""Holds the show until a line comes in."""

STARVED = """
import resource
usb = Path(sys.argv[2])


def allow(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def report(journal):
    trouble = journal.trouble
    size = (folder / "show.journal").stat().st_size
    entries = len(read_journal(folder / "show.journal").entries)
    if trouble:
        tell(f"{trouble.message}, since {trouble.since_seq}, copy {trouble.copy}")
    else:
        tell(f"well: {entries}")


with Journal.create(folder, since=OPENED, fallbacks=[usb]) as journal:
    for seq in (1, 2, 3):
        journal.append(note(seq))
    allow((folder / "show.journal").stat().st_size + 50)
    for seq in (4, 5):
        journal.append(note(seq))
        report(journal)
    allow(resource.RLIM_INFINITY)
    journal.append(note(6))
    report(journal)
"""
"""Meets a real limit on the size of files in the middle of its fourth line, and then is rid of it."""


def console(program: str, *folders: Path) -> subprocess.Popen[str]:
    """A console that runs one of the programs above; its words come line by line."""
    return subprocess.Popen(
        [sys.executable, "-c", _PROLOGUE + program, *map(str, folders)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
