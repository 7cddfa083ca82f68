"""`doctor`: whether this machine can run a show, and what to do where it cannot.

`look_around` (machine.py) gathers the facts of the machine, the only part that touches it;
`judged` (judging.py, packages.py) says what they mean, and mending.py which command mends it there; `examine`
does both. gear.py says it of the gear of a plan that somebody has looked at. `findings_text` (page.py) is for
people, `findings_json` (findings.py) for programs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from runofshow.doctor.findings import Finding, Severity, findings_json, worst
from runofshow.doctor.gear import Seen
from runofshow.doctor.judging import judged
from runofshow.doctor.machine import Machine, Mpv, Player, look_around, look_at_terminal
from runofshow.doctor.page import COLUMNS, ROWS, findings_text
from runofshow.texts.doctor import DoctorTexts

__all__ = [
    "COLUMNS",
    "ROWS",
    "Finding",
    "Machine",
    "Mpv",
    "Player",
    "Seen",
    "Severity",
    "examine",
    "findings_json",
    "findings_text",
    "judged",
    "look_around",
    "look_at_terminal",
    "worst",
]


def examine(
    folder: Path,
    port: int,
    player: Player,
    printer: str,
    now: datetime,
    tz: tzinfo,
    words: DoctorTexts,
    seen: Sequence[Seen] = (),
) -> list[Finding]:
    """Everything there is to say about this machine, and about the gear that was `seen`. `folder` holds the
    shows, `port` is the hall's, `printer` makes .pdf.

    Takes some seconds at worst: nothing is asked without a time limit.
    """
    return judged(look_around(folder, port, player, printer), now, tz, words, seen)
