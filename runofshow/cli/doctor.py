"""`doctor`: whether this machine is ready for the show."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime, tzinfo
from importlib.metadata import version
from pathlib import Path

from runofshow.cli.arguments import HALL_PORT
from runofshow.cli.outcome import WRONG_INPUT, Outcome
from runofshow.cli.sounding import output_of
from runofshow.clock import Clock, HallZone, system_sources
from runofshow.doctor import (
    COLUMNS,
    ROWS,
    Finding,
    Mpv,
    Player,
    Seen,
    Severity,
    examine,
    findings_json,
    findings_text,
    look_at_terminal,
    worst,
)
from runofshow.journal import default_home
from runofshow.paper.printed import find_browser
from runofshow.paper.typeset import has_typst
from runofshow.players.faults import Faulty
from runofshow.players.finding import OLDEST, is_new_enough, mpv_at, program_folder, version_of
from runofshow.players.outputs import opened_output
from runofshow.texts.doctor import DOCTOR, DoctorTexts


def doctor(outcome: Outcome) -> int:
    """Print what was found; 1 when something stands in the way of a show."""
    now = Clock(system_sources()).now()
    tz = HallZone()
    words = DOCTOR[outcome.language]
    player, printer = _player(outcome), _printer(outcome)
    seen, passwords = _gear(outcome, now, tz)
    home = default_home(outcome.environ)
    findings = [*passwords, *examine(home, HALL_PORT, player, printer, now, tz, words, seen)]
    if outcome.asked.json:
        print(json.dumps(findings_json(findings), ensure_ascii=False, indent=2))
    else:
        print(_page(findings, words), end="")
    return WRONG_INPUT if worst(findings) is Severity.BAD else 0


def _gear(outcome: Outcome, now: datetime, tz: tzinfo) -> tuple[Sequence[Seen], Sequence[Finding]]:
    """The gear of the agenda that is named, as it is now. Raises Failed where that cannot be read."""
    path = outcome.asked.agenda
    if path == Path():
        return (), ()
    from runofshow.cli.agendas import readable_agenda
    from runofshow.cli.gear import look_at

    agenda = readable_agenda(outcome, now, tz)
    seen, passwords = look_at(agenda, path.resolve().parent, outcome.language)
    if agenda.timecode is not None:
        from runofshow.cli.timecode_look import look_at_timecode

        seen.append(look_at_timecode(agenda.timecode, now, outcome.language))
    return seen, passwords


def _page(findings: Sequence[Finding], words: DoctorTexts) -> str:
    """On one screen of the terminal; a file or a pipe has room for all."""
    terminal = look_at_terminal()
    if terminal.columns is None or terminal.rows is None:
        return findings_text(findings, words, rows=len(findings) * COLUMNS)
    # a line as wide as the window would be followed by an empty one on some terminals
    columns = max(40, min(terminal.columns - 1, 100))
    return findings_text(findings, words, columns, max(ROWS, terminal.rows))


def _player(outcome: Outcome) -> Player:
    """What the players' room knows of the mpv of this machine; only one that will do is tried."""
    beside = program_folder(Path(sys.executable))
    path = mpv_at(outcome.environ, sys.platform, beside)
    oldest = ".".join(str(number) for number in OLDEST)
    return Player(None if path is None else _mpv(outcome, path), beside / "mpv", oldest)


def _printer(outcome: Outcome) -> str:
    """What would make a .pdf."""
    if has_typst():
        return f"typst {version('typst')}"
    return str(find_browser(outcome.environ) or "")


def _mpv(outcome: Outcome, path: Path) -> Mpv:
    version = version_of(path)
    if version is None or not is_new_enough(version):
        return Mpv(str(path), version, is_new_enough=False)
    match opened_output(path, output_of(outcome)):
        case Faulty(_, detail):
            return Mpv(str(path), version, trouble=detail)
        case name:
            return Mpv(str(path), version, output=name)
