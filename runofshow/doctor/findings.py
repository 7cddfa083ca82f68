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


MARKS = {Severity.OK: "✓", Severity.WARN: "!", Severity.BAD: "✗"}
"""A shape beside each word, so that nothing hangs on a colour."""


def worst(findings: Sequence[Finding]) -> Severity:
    """The gravest of all; OK when there are none."""
    order = list(Severity)
    return max((finding.severity for finding in findings), key=order.index, default=Severity.OK)


def findings_text(findings: Sequence[Finding], words: DoctorTexts) -> str:
    """The findings for people: a line each with its remedy below, and the verdict last."""
    names = {Severity.OK: words.ok, Severity.WARN: words.warn, Severity.BAD: words.bad}
    width = max(len(name) for name in names.values())
    indent = " " * (width + 3)
    lines: list[str] = []
    for finding in findings:
        first, *rest = finding.detail.split("\n")
        head = f"{MARKS[finding.severity]} {names[finding.severity]:<{width}} {finding.what}"
        lines.append(f"{head}: {first}" if first else f"{head}:")
        lines += [indent + line for line in rest]
        if finding.remedy:
            phrase = words.hint if finding.severity is Severity.OK else words.remedy
            lines.append(indent + phrase.format(remedy=finding.remedy))
    return "\n".join((*lines, "", _verdict(findings, words))) + "\n"


def findings_json(findings: Sequence[Finding]) -> dict[str, object]:
    """The findings for programs: `{"severity": "warn", "findings": [{"code": ..., ...}]}`."""
    return {
        "severity": worst(findings).value,
        "findings": [to_builtins(finding) | {"remedy": finding.remedy or None} for finding in findings],
    }


def _verdict(findings: Sequence[Finding], words: DoctorTexts) -> str:
    counts = {severity: sum(each.severity is severity for each in findings) for severity in Severity}
    if counts[Severity.BAD]:
        return words.not_ready.format(count=counts[Severity.BAD])
    if counts[Severity.WARN]:
        return words.with_warnings.format(count=counts[Severity.WARN])
    return words.all_well
