"""What is found, row by row, and how it is set beside what was and what shall be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.builds import Build


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    what: str
    unit: str
    target: float | None = None
    """At most so much of the old build's; of an absolute row, at most so many units. None: only told."""
    is_absolute: bool = False
    is_p99: bool = False
    """The 99th percentile stands for the samples, and not their median."""

    def of(self, samples: Sequence[float]) -> float:
        """The figure that stands for all samples."""
        ordered = sorted(samples)
        return ordered[math.ceil(len(ordered) * 0.99) - 1] if self.is_p99 else median(ordered)


@dataclass(slots=True)
class Found:
    """Samples by row and build, and why a build has none."""

    samples: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, row: str, build: Build, value: float) -> None:
        self.samples.setdefault((row, build.name), []).append(value)

    def refuse(self, row: str, build: Build, why: str) -> None:
        self.refused[row, build.name] = why

    def value(self, row: Row, build: str) -> float | None:
        """None when there are no samples."""
        samples = self.samples.get((row.name, build))
        return row.of(samples) if samples else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row with what was found."""

    row: Row
    old: float | None
    new: float | None
    ratio: float | None
    is_met: bool | None
    """None where there is no target, or nothing to hold against it."""
    note: str
    n: int


def verdicts(rows: Sequence[Row], found: Found) -> list[Verdict]:
    """Every row, in order."""
    return [_verdict(row, found) for row in rows]


def _verdict(row: Row, found: Found) -> Verdict:
    old, new = found.value(row, "old"), found.value(row, "new")
    ratio = None if old is None or new is None else new / old
    reached = new if row.is_absolute else ratio
    is_met = None if row.target is None or reached is None else reached <= row.target
    if row.target is not None and row.is_absolute and new is None and (row.name, "new") in found.refused:
        is_met = False
    whys = [
        f"{name}: {found.refused[row.name, name]}"
        for name in ("old", "new")
        if (row.name, name) in found.refused
    ]
    return Verdict(
        row, old, new, ratio, is_met, "; ".join(whys), len(found.samples.get((row.name, "new"), ()))
    )


def as_json(lines: Sequence[Verdict]) -> list[dict[str, object]]:
    """For programs: one object a row."""
    return [
        {
            "row": line.row.name,
            "what": line.row.what,
            "unit": line.row.unit,
            "old": line.old,
            "new": line.new,
            "ratio": line.ratio,
            "target": line.row.target,
            "target_of": None if line.row.target is None else "unit" if line.row.is_absolute else "ratio",
            "met": line.is_met,
            "note": line.note,
            "n": line.n,
        }
        for line in lines
    ]


def table(lines: Sequence[Verdict]) -> str:
    """For people: one line a row."""
    head = ("row", "old", "new", "unit", "ratio", "at most", "met", "n", "what")
    rows = [head, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if 0 < column < 7 and column != 3 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cells(line: Verdict) -> tuple[str, ...]:
    row = line.row
    target = "" if row.target is None else f"{row.target:g}" + (f" {row.unit}" if row.is_absolute else "")
    met = {True: "yes", False: "NO", None: ""}[line.is_met]
    what = row.what + (f" ({line.note})" if line.note else "")
    ratio = "" if line.ratio is None else f"{line.ratio:.3f}"
    return (row.name, _number(line.old), _number(line.new), row.unit, ratio, target, met, str(line.n), what)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.4g}" if value < 1000 else f"{value:.0f}"
