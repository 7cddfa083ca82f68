"""The agenda file a command was given, or every complaint about it."""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.plan_digest import plan_digest
from runofshow.agenda_file.reader import Reading, read_plan
from runofshow.cli.outcome import Failed, Outcome
from runofshow.clock import Clock, HallZone, system_sources
from runofshow.core.agenda import Agenda


def plan_reading(outcome: Outcome, now: datetime, tz: tzinfo) -> Reading:
    """What the file says, or what is wrong with it."""
    today = now.astimezone(tz).date()
    return read_plan(outcome.asked.agenda, tz=tz, today=today, language=outcome.language)


def readable_agenda(outcome: Outcome, now: datetime, tz: tzinfo) -> Agenda:
    """The agenda; ends the command with every error when there is none."""
    reading = plan_reading(outcome, now, tz)
    if reading.agenda is None:
        said = [complaint_line(complaint, outcome.language) for complaint in reading.complaints]
        found = outcome.words.found.format(errors=len(reading.errors), warnings=len(reading.warnings))
        raise Failed("\n".join((*said, found)))
    return reading.agenda


REVISION: Final = 8
"""Hex digits of the plan's digest that stand on a paper: enough to tell two versions apart by eye."""


def file_digest(path: Path) -> str:
    """What tells the plan from another state of it; empty when the file cannot be read."""
    try:
        return plan_digest(path.read_bytes(), path.parent)
    except OSError:
        return ""


def here() -> tuple[datetime, tzinfo]:
    """This moment and this machine's time zone, for what an agenda leaves open."""
    return Clock(system_sources()).now(), HallZone()
