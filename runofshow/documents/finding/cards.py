"""The cards of a web page: each is a heading, beneath it its time alone, then a sentence that tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from runofshow.core.value import replace
from runofshow.documents.document import Line
from runofshow.documents.finding.times.hours import hours_in

LEAST = 3
"""Cards, to be sure that the time beneath a heading is its own."""


def cards_as_lines(lines: Sequence[Line]) -> list[Line]:
    """Each heading with its time before it; a heading behind the last card that has no time ends them. Lines
    that are no cards stay as they are."""
    cards = {
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.heading and _only_hours(below) and hours_in(line.text) is None
    }
    timed = sum(_only_hours(line) for line in lines)
    if len(cards) < LEAST or len(cards) < timed:
        return list(lines)
    made = list[Line]()
    for at, line in enumerate(lines):
        if at in cards:
            made.append(replace(line, text=f"{lines[at + 1].text} {line.text}"))
        elif at > max(cards) and line.heading:
            break
        elif at - 1 not in cards:
            made.append(line)
    return made


def _only_hours(line: Line) -> bool:
    hours = hours_in(line.text)
    return hours is not None and not hours.rest and not line.heading
