"""What `doctor` found: one finding for each question, with its remedy."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, to_builtins

from runofshow.texts.doctor import DoctorTexts


class Severity(StrEnum):
    """`BAD`: the show cannot be run so. `WARN`: it can, but somebody should know."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Finding(Struct, frozen=True):
    code: str
    """Stable, for programs: `terminal_size`."""
    severity: Severity
    what: str
    detail: str
    remedy: str = ""
    """What to do; beside an OK, what is good to know. Empty when there is nothing."""
    mend: str = ""
    """The one command that mends it on this system; empty where no command does."""
    without_network: str = ""
    """What to do where that command cannot fetch anything; empty where it is all the same."""


def worst(findings: Sequence[Finding]) -> Severity:
    """The gravest of all; OK when there are none."""
    order = list(Severity)
    return max((finding.severity for finding in findings), key=order.index, default=Severity.OK)


def findings_json(findings: Sequence[Finding]) -> dict[str, object]:
    """The findings for programs: `{"severity": "warn", "findings": [{"code": ...}]}`. Null: nothing."""
    told = [to_builtins(finding) for finding in findings]
    maybe = ("remedy", "mend", "without_network")
    return {
        "severity": worst(findings).value,
        "findings": [one | {name: one[name] or None for name in maybe} for one in told],
    }


def verdict(findings: Sequence[Finding], words: DoctorTexts) -> str:
    """Whether the machine will do, in one sentence."""
    counts = {severity: sum(each.severity is severity for each in findings) for severity in Severity}
    if counts[Severity.BAD]:
        return words.not_ready.format(count=counts[Severity.BAD])
    if counts[Severity.WARN]:
        return words.with_warnings.format(count=counts[Severity.WARN])
    return words.all_well
