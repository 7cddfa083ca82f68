"""Simulated offices that hold conference after conference: what a forecast is told of them, and how it ended.

Nothing here is shared with the forecast. What an item lasts is its plan times what its kind does at this
office, times what its speaker does, times chance; the five worlds differ in one thing each:

- calm    nothing else
- heavy   one item in twelve lasts up to three times as long
- hopeful plans are shorter than anybody ever was
- press   whoever chairs shortens what is left as soon as the hard out is in danger
- drift   everything takes longer, later in the day and from show to show
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from random import Random
from typing import NamedTuple

WORLDS = ("calm", "heavy", "hopeful", "press", "drift")

Row = dict[str, object]
"""One item, show or question as it stands in a line of JSON."""

MINUTE = 60.0

# What a kind does to its plan in the middle of all offices, how far offices differ, and chance.
_KINDS = {
    "flag_salute": (1.0, 0.03, 0.06),
    "introduction": (1.1, 0.25, 0.2),
    "opening": (0.95, 0.2, 0.2),
    "performance": (1.0, 0.1, 0.12),
    "video": (1.0, 0.02, 0.02),
    "report": (1.05, 0.25, 0.25),
    "paper": (1.1, 0.25, 0.25),
    "discussion": (1.05, 0.3, 0.35),
    "break": (1.1, 0.2, 0.2),
    "award": (1.05, 0.2, 0.15),
    "directive": (1.15, 0.3, 0.3),
    "launch": (0.9, 0.2, 0.2),
    "reply": (0.8, 0.2, 0.25),
    "closing": (0.8, 0.2, 0.25),
}
_PROTECTED = frozenset({"flag_salute", "introduction", "opening", "award", "directive", "launch", "closing"})
_ELASTIC = frozenset({"performance", "paper", "discussion", "break", "report", "video"})


class Question(NamedTuple):
    """What is known at one moment of one show, and when that show ended."""

    asked: Row
    end_s: float
    plan_end_s: float
    """By the arithmetic of the plan."""
    world: str
    quarter: int
    """0, 1, 2, 3: a quarter of the show each."""


class Office(NamedTuple):
    name: str
    world: str
    ratios: dict[str, float]
    speakers: dict[str, dict[str, float]]
    """Kind -> speaker -> what that one does to a plan."""
    hope: float
    rehearses: float
    take_bias: float
    press: float
    """How much of what is too long is taken away again, 0 to 1."""


def office(chance: Random, name: str, world: str) -> Office:
    """One that was never seen before."""
    ratios = {kind: mean * exp(chance.gauss(0, spread)) for kind, (mean, spread, _) in _KINDS.items()}
    speakers = {
        kind: {f"{kind} {n}": exp(chance.gauss(0, 0.25)) for n in range(how_many)}
        for kind, how_many in (
            ("paper", 9), ("report", 2), ("directive", 2), ("opening", 2), ("introduction", 2),
            ("launch", 1), ("reply", 2), ("closing", 2),
        )
    }  # fmt: skip
    return Office(
        name,
        world,
        ratios,
        speakers,
        chance.uniform(1.1, 1.3) if world == "hopeful" else chance.uniform(0.92, 1.06),
        chance.random(),
        chance.uniform(0.85, 1.0),
        chance.uniform(0.5, 0.9) if world == "press" else 0.15,
    )


def programme(chance: Random, one: Office) -> list[Row]:
    """What the office plans, in order."""
    rows: list[Row] = []

    def add(
        kind: str, minutes: float, parent: str | None = None, recipients: int = 0, batch: int | None = None
    ) -> None:
        who = chance.choice(list(one.speakers[kind])) if kind in one.speakers else None
        rows.append(
            {
                "item_id": f"{kind}-{len(rows)}", "parent_id": parent, "kind": kind, "speaker": who,
                "plan_s": minutes * MINUTE, "protected": kind in _PROTECTED, "elastic": kind in _ELASTIC,
                "recipients": recipients, "batch": batch,
            }
        )  # fmt: skip

    if chance.random() < 0.6:
        for _ in range(chance.randint(2, 4)):
            add("performance", 5, "performances")
    add("flag_salute", 5)
    add("introduction", chance.choice((5, 10, 10, 15)))
    add("opening", chance.choice((5, 10, 10)))
    if chance.random() < 0.5:
        add("video", chance.choice((5, 10, 15)))
    add("report", chance.choice((10, 15, 20, 25)))
    papers = chance.randint(3, 8)
    for n in range(papers):
        add("paper", chance.choice((5, 7, 7, 10)), "papers")
        if n == papers // 2 and chance.random() < 0.6:
            add("break", chance.choice((10, 15, 15, 20)))
    if chance.random() < 0.5:
        add("discussion", chance.choice((15, 20, 30)))
    for batch in range(chance.randint(2, 6)):
        add("award", chance.choice((3, 4, 5)), "awards", chance.randint(4, 14), batch + 1)
    if chance.random() < 0.6:
        add("launch", chance.choice((5, 10)))
    add("directive", chance.choice((10, 15, 20)))
    if chance.random() < 0.6:
        add("reply", 5)
    add("closing", chance.choice((5, 10)))
    return rows


def lengths(chance: Random, one: Office, rows: list[Row], ordinal: int) -> list[float]:
    """What each would last if nobody were pressed."""
    whole, passed = sum(_plan(row) for row in rows), 0.0
    found = []
    for row in rows:
        kind = str(row["kind"])
        plan, ratio, noise = _plan(row), one.ratios[kind], _KINDS[kind][2]
        if kind == "award":
            plan = 0.5 * plan + 0.5 * (85 + 9 * int(str(row["recipients"])))
        length = plan * ratio * exp(chance.gauss(0, noise) - noise * noise / 2)
        if row["speaker"] is not None:
            length *= one.speakers[kind][str(row["speaker"])]
        if kind not in ("flag_salute", "video"):
            length *= one.hope
        if one.world == "heavy" and chance.random() < 1 / 12:
            length *= 1 + 2 * chance.random() ** 2 + 0.3
        if one.world == "drift":
            length *= 1 + 0.25 * passed / whole + 0.05 * (ordinal - 2)
        passed += _plan(row)
        found.append(length)
    return found


def _plan(row: Row) -> float:
    return float(str(row["plan_s"]))


class Played(NamedTuple):
    rows: list[Row]
    start_s: float
    hard_out_s: float
    takes: list[Row]
    actual: list[float]
    skipped: list[bool]

    def ran(self) -> list[tuple[Row, float, bool]]:
        """Each item, how long it lasted, and whether it was skipped."""
        return list(zip(self.rows, self.actual, self.skipped, strict=True))

    @property
    def end_s(self) -> float:
        return self.start_s + sum(self.actual)


def play(chance: Random, one: Office, ordinal: int) -> Played:
    """One show of the office, from its start to its end."""
    rows = programme(chance, one)
    free = lengths(chance, one, rows, ordinal)
    rehearsed = chance.choice((0, 0, 1, 2, 3)) if one.rehearses > 0.3 else 0
    takes: list[Row] = [
        {
            str(row["item_id"]): length * one.take_bias * exp(chance.gauss(0, 0.2))
            for row, length in zip(rows, lengths(chance, one, rows, ordinal), strict=True)
            if row["kind"] != "break" and chance.random() < 0.85
        }
        for _ in range(rehearsed)
    ]
    start = chance.choice((7.5, 8.0, 8.5, 13.5, 14.0)) * 3600
    planned = sum(_plan(row) for row in rows)
    hard_out = start + planned + chance.choice((0, 5, 10, 15, 20, 30)) * MINUTE
    now, left = start, planned
    actual, skipped = [], []
    for row, length in zip(rows, free, strict=True):
        plan = _plan(row)
        over = now + left - hard_out
        gone = False
        if over > 0 and not row["protected"]:
            length *= max(0.35, 1 - one.press * min(1, over / max(left, 60)) * 3)
            gone = (
                over > 15 * MINUTE
                and row["kind"] in ("paper", "discussion")
                and chance.random() < one.press / 4
            )
        if gone:
            length = 0.0
        actual.append(length)
        skipped.append(gone)
        now += length
        left -= plan
    return Played(rows, start, hard_out, takes, actual, skipped)


def as_before(one: Played) -> Row:
    """A show as later shows of its office know it."""
    return {
        "start_s": one.start_s,
        "end_s": one.end_s,
        "hard_out_s": one.hard_out_s,
        "takes": one.takes,
        "items": [{**row, "actual_s": took, "skipped": gone} for row, took, gone in one.ran()],
    }


def asked_at(one: Played, now: float) -> tuple[Row, float]:
    """What is known at a moment, and when the plan's arithmetic sees the end."""
    at = one.start_s
    done: list[Row] = []
    rest: list[Row] = []
    running: Row | None = None
    plan_end = now
    for row, took, gone in one.ran():
        if at + took <= now and not rest and running is None:
            if not gone:
                done.append({**row, "actual_s": took})
        elif at <= now and running is None:
            running = {**row, "elapsed_s": now - at}
            plan_end += max(0.0, _plan(row) - (now - at))
        else:
            rest.append(row)
            plan_end += _plan(row)
        at += took
    return {"done": done, "running": running, "rest": rest, "now_s": now}, plan_end


def questions(seed: int, shows: int, of_each: int = 8) -> Iterator[Question]:
    """Four questions of each show, office by office, the worlds in turn."""
    chance = Random(seed)
    for n in range(max(shows // of_each, 1)):
        one = office(chance, f"office {n}", WORLDS[n % len(WORLDS)])
        before: list[Row] = []
        for ordinal in range(of_each):
            show = play(chance, one, ordinal)
            for quarter in range(4):
                now = show.start_s + quarter / 4 * (show.end_s - show.start_s)
                known, plan_end = asked_at(show, now)
                asked = {
                    "show_id": f"{n}-{ordinal}", "q": quarter / 4, "start_s": show.start_s,
                    "hard_out_s": show.hard_out_s, "office": one.name, "ordinal": ordinal,
                    "takes": show.takes, **known,
                }  # fmt: skip
                if quarter == 0:
                    asked["before"] = list(before)
                yield Question(asked, show.end_s, plan_end, one.world, quarter)
            before.append(as_before(show))
