"""What came of looking at the gear of a plan, as findings. Who looked, and how, is not known here."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runofshow.doctor.findings import Finding, Severity
from runofshow.doctor.machine import Machine
from runofshow.installation.command import install_extras
from runofshow.texts.looked import LookedTexts

CODE = "gear:"
"""Before the id of the gear, in the code of its finding."""


class Seen(Struct, frozen=True):
    """One piece of gear, looked at."""

    gear_id: str
    name: str
    place: str
    facts: tuple[tuple[str, str], ...] = ()
    """What it said of itself: what about, and the value."""
    trouble: str = ""
    """Why it said nothing, in words; empty where it answered."""
    remedy: str = ""
    extra: str = ""
    """The extra that is not installed here, where that is the trouble."""


def gear_findings(seen: Sequence[Seen], machine: Machine, words: LookedTexts) -> list[Finding]:
    """One finding for each piece of gear, in the order of the plan. A show can be run without any of it."""
    return [_finding(one, machine, words) for one in seen]


def _finding(one: Seen, machine: Machine, words: LookedTexts) -> Finding:
    code, what = f"{CODE}{one.gear_id}", words.at.format(name=one.name, place=one.place)
    if one.trouble:
        mend = install_extras([one.extra], machine.program) if one.extra else ""
        remedy = words.remedy_not_inside if one.extra and not mend else one.remedy
        return Finding(code, Severity.WARN, what, one.trouble, remedy, mend)
    said = [text for fact, value in one.facts if (text := words.said(fact, value))]
    is_amiss = any(fact in ("fault", "warning", "no_scene") for fact, _ in one.facts)
    severity = Severity.WARN if is_amiss else Severity.OK
    return Finding(code, severity, what, " · ".join(said) or words.nothing)
