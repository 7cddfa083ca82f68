"""`doctor`: whether this machine is ready for the show."""

from __future__ import annotations

import json

from runofshow.cli.arguments import HALL_PORT
from runofshow.cli.outcome import WRONG_INPUT, Outcome
from runofshow.clock import Clock, system_sources
from runofshow.doctor import Severity, examine, findings_json, findings_text, worst
from runofshow.journal import default_home
from runofshow.texts.doctor import DOCTOR


def doctor(outcome: Outcome) -> int:
    """Print what was found; 1 when something stands in the way of a show."""
    now = Clock(system_sources()).now()
    tz = now.astimezone().tzinfo
    assert tz is not None
    words = DOCTOR[outcome.language]
    findings = examine(default_home(outcome.environ), HALL_PORT, now, tz, words)
    if outcome.asked.json:
        print(json.dumps(findings_json(findings), ensure_ascii=False, indent=2))
    else:
        print(findings_text(findings, words), end="")
    return WRONG_INPUT if worst(findings) is Severity.BAD else 0
