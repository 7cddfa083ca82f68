"""The findings for people, on one screen: the verdict, what is missing and the command that mends it.

What is wrong is always told whole. What is well shares lines, and gives way where the screen is full: first
the large sample of signs, then what is good to know, then all but the number of what is well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from runofshow.doctor.findings import Finding, Severity, verdict, worst
from runofshow.doctor.gear import CODE
from runofshow.texts.doctor import DoctorTexts

COLUMNS, ROWS = 80, 24
"""A screen, where nobody knows a larger one."""
OF_THE_PROMPT = 2
"""Lines that are not ours: what was typed, and what is typed next."""
BRIEF = 28
"""Signs. A longer detail of what is well is left out."""

MARKS = {Severity.OK: "✓", Severity.WARN: "!", Severity.BAD: "✗"}
"""A shape beside each word, so that nothing hangs on a colour."""
MISSING = ("python", "packages", "player")
LAST = ("extras", "keyboard", "glyphs")
"""Have lines of their own, below."""


def findings_text(
    findings: Sequence[Finding], words: DoctorTexts, columns: int = COLUMNS, rows: int = ROWS
) -> str:
    """The page, in `rows` lines with those of the prompt, unless more is wrong than they hold."""
    of = {each.code: each for each in findings}
    head = [f"{MARKS[worst(findings)]} {verdict(findings, words)}"]
    wrong = sorted((each for each in findings if each.severity is not Severity.OK), key=_later)
    for each in wrong:
        head += _told(each, words, columns)
    well = [each for each in findings if each.severity is Severity.OK and each.code not in LAST]
    # what is well and can be mended all the same is an extra that is not here, which is told below
    well = [each for each in well if not each.mend]
    gear = [each for each in well if each.code.startswith(CODE)]
    well = [each for each in well if each not in gear]
    for each in gear:
        # whoever named the agenda asks for these
        head += _under(f"{MARKS[Severity.OK]} {each.what}: {each.detail}", columns)
    together = _filled((_brief(each) for each in well), columns)
    known = [line for code in ("extras", "keyboard") if code in of for line in _known(of[code], columns)]
    room = rows - OF_THE_PROMPT
    large = _sample(of["glyphs"], words, columns) if "glyphs" in of else []
    small = large[:2]
    for tail in (
        ["", *together, "", *known, "", *large],
        ["", *together, *known, *large],
        [*together, *known, *large],
        ["", *together, *known, *small],
        [*together, *known, *small],
        [*together, *small],
        [words.others_well.format(mark=MARKS[Severity.OK], count=len(well)), *small],
    ):
        if _height([*head, *tail], columns) <= room:
            return "\n".join((*head, *tail)) + "\n"
    return "\n".join((*head, words.others_well.format(mark=MARKS[Severity.OK], count=len(well)))) + "\n"


def _height(lines: Sequence[str], columns: int) -> int:
    """On the terminal, which breaks a long command by itself."""
    return sum(max(1, -(-len(line) // columns)) for line in lines)


def _later(finding: Finding) -> tuple[bool, bool, bool]:
    """What keeps a show from being run comes first, then what is missing, then what a command mends."""
    return (finding.severity is not Severity.BAD, finding.code not in MISSING, not finding.mend)


def _told(finding: Finding, words: DoctorTexts, columns: int) -> list[str]:
    """What is wrong, and below it the command, or the words where there is none."""
    name = words.bad if finding.severity is Severity.BAD else words.warn
    lines = _under(f"{MARKS[finding.severity]} {name} {finding.what}: {finding.detail}", columns)
    if finding.mend:
        # never broken: it is copied from here
        lines.append(f"    → {finding.mend}")
    if finding.without_network:
        lines += _under(f"    {finding.without_network}", columns, "    ")
    elif finding.remedy and not finding.mend:
        lines += _under(f"    → {finding.remedy}", columns, "      ")
    return lines


def _brief(finding: Finding) -> str:
    is_short = 0 < len(finding.detail) <= BRIEF and "\n" not in finding.detail
    return f"{finding.what}: {finding.detail}" if is_short else finding.what


def _filled(parts: Iterable[str], columns: int) -> list[str]:
    """The parts beside each other, none of them broken while it fits a line."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + 3 + len(part) <= columns:
            lines[-1] += f" · {part}"
        else:
            lines.append(f"{MARKS[Severity.OK]} {part}")
    return lines


def _known(finding: Finding, columns: int) -> list[str]:
    lines = _under(f"{MARKS[Severity.OK]} {finding.what}: {finding.detail}", columns)
    return [*lines, f"    → {finding.mend}"] if finding.mend else lines


def _sample(glyphs: Finding, words: DoctorTexts, columns: int) -> list[str]:
    """What to compare by eye: what is asked, then the signs."""
    asked = f"{MARKS[Severity.OK]} {glyphs.what}: {words.glyphs_brief}"
    return [*_under(asked, columns), *(f"  {line}" for line in glyphs.detail.split("\n") if line)]


def _under(text: str, columns: int, indent: str = "  ") -> list[str]:
    """Broken between words, the lines behind the first under its words."""
    lead = text[: len(text) - len(text.lstrip())]
    return wrap(
        text.strip(),
        columns,
        initial_indent=lead,
        subsequent_indent=indent if len(indent) > len(lead) else lead or indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
