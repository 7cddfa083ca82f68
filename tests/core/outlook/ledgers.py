"""Another set of simulated offices, built otherwise than worlds.py and sharing no rule with it.

Here an item is minutes added up and not ratios multiplied: the words somebody has written, at the speed that
one speaks, so many seconds for each who is honoured, applause, the walk to the desk. People are stubborn:
habits are strong and chance is small. Plans are round numbers that somebody hoped for. The quarters are asked
as one item ends, by the plan's minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.core.outlook.worlds import Played, Question, Row, as_before

WORLDS = ("steady", "surprises", "boasters", "strict", "tiring")


class Ledger:
    """One office through time."""

    def __init__(self, chance: Random, name: str, world: str) -> None:
        self.chance, self.name, self.world = chance, name, world
        self.walk_s = chance.uniform(5, 40)
        self.each_s = chance.uniform(6, 14)
        self.round_s = chance.uniform(50, 110)
        self.late_break_s = chance.uniform(0, 360)
        self.late_start_s = chance.choice((0, 0, 300, 720)) if world != "steady" else 0
        self.wordy = {kind: chance.gammavariate(16, 1 / 16) for kind in ("talk", "rite", "leader", "debate")}
        self.people = {who: chance.gammavariate(9, 1 / 9) for who in [f"Ông {n}" for n in range(14)]}
        self.shrinks = chance.uniform(0.75, 1.02)
        self.ordinal = 0

    def rows(self) -> list[Row]:
        chance = self.chance
        rows: list[Row] = []

        def add(
            kind: str,
            minutes: float,
            who: str | None = None,
            recipients: int = 0,
            batch: int | None = None,
            parent: str | None = None,
            elastic: bool = False,
            protected: bool = False,
        ) -> None:
            rows.append({
                "item_id": str(len(rows) + 1), "parent_id": parent, "kind": kind, "speaker": who,
                "plan_s": minutes * 60.0, "protected": protected, "elastic": elastic,
                "recipients": recipients, "batch": batch,
            })  # fmt: skip

        crowd = list(self.people)
        add("settling", 5, elastic=True)
        add("flag_salute", 3, protected=True)
        add("introduction", 7, crowd[0], protected=True)
        add("opening", 8, crowd[1], protected=True)
        add("report", chance.choice((15, 20, 30)), crowd[2])
        for n, who in enumerate(chance.sample(crowd[3:], chance.randint(2, 7))):
            add("paper", chance.choice((7, 8, 10)), who, parent="p", elastic=True)
            if n == 2:
                add("break", 15, elastic=True)
        if chance.random() < 0.7:
            add("discussion", chance.choice((20, 30, 45)), elastic=True)
        add("decision", 5, crowd[0], protected=True)
        for batch in range(chance.randint(1, 7)):
            honoured = chance.randint(3, 15)
            add("award", 3 if honoured < 8 else 4, None, honoured, batch + 1, "a", protected=True)
        add("directive", chance.choice((10, 15)), chance.choice(crowd[:3] + crowd[-2:]), protected=True)
        add("summary", 8, crowd[1], protected=True)
        if chance.random() < 0.4:
            add("photo", 10, elastic=True)
        return rows

    def sorts(self, kind: str) -> str:
        if kind in ("introduction", "opening", "decision"):
            return "rite"
        if kind in ("directive", "summary"):
            return "leader"
        return "debate" if kind in ("discussion", "photo", "settling", "performance") else "talk"

    def written(self, row: Row) -> float:
        """Seconds that the text or the list holds; the same in every take and live."""
        kind, plan = str(row["kind"]), float(str(row["plan_s"]))
        if kind == "flag_salute":
            return self.chance.uniform(150, 200)
        if kind == "award":
            return self.round_s + self.each_s * int(str(row["recipients"]))
        if kind == "break":
            return plan + self.late_break_s
        size = plan * self.wordy[self.sorts(kind)] * self.chance.gammavariate(30, 1 / 30)
        if row["speaker"] is not None:
            size *= self.people[str(row["speaker"])]
        return size * (1.25 if self.world == "boasters" else 1.0)

    def show(self) -> Played:
        chance, rows = self.chance, self.rows()
        texts = [self.written(row) for row in rows]
        takes: list[Row] = [
            {
                str(row["item_id"]): text * self.shrinks * chance.uniform(0.9, 1.1)
                for row, text in zip(rows, texts, strict=True)
                if row["kind"] not in ("break", "photo", "settling")
            }
            for _ in range(chance.randint(0, 2))
        ]
        plan = sum(float(str(row["plan_s"])) for row in rows)
        start = chance.choice((7.5, 8, 14)) * 3600.0
        hard_out = start + plan + chance.choice((-300.0, 0.0, 600.0, 1200.0, 2400.0))
        begun = start + self.late_start_s * chance.random()
        now, due, actual, skipped = begun, start, [], []
        for n, (row, text) in enumerate(zip(rows, texts, strict=True)):
            took = text + self.walk_s + chance.uniform(-0.08, 0.08) * text
            if row["kind"] in ("discussion", "settling"):
                took *= chance.uniform(0.7, 1.3)
            if self.world == "surprises" and chance.random() < 0.1 and not row["protected"]:
                took += min(60 * chance.paretovariate(1.3), 1800)
            if self.world == "tiring":
                took *= 0.9 + 0.35 * n / len(rows)
            late, gone = now - due, False
            if self.world == "strict" and row["elastic"]:
                took = max(took - 0.5 * max(0.0, late), 0.4 * took)
                gone = late > 1200 and row["kind"] in ("photo", "discussion")
            elif row["kind"] == "break" and late > 600:
                took = max(300.0, took - 300)
            actual.append(0.0 if gone else took)
            skipped.append(gone)
            now += actual[-1]
            due += float(str(row["plan_s"]))
        self.ordinal += 1
        self.people = {who: pace * chance.uniform(0.95, 1.05) for who, pace in self.people.items()}
        return Played(rows, begun, hard_out, takes, actual, skipped)


def questions(seed: int, shows: int, of_each: int = 6) -> Iterator[Question]:
    """Four questions of each show, each as an item ends."""
    chance = Random(seed)
    for n in range(max(shows // of_each, 1)):
        ledger = Ledger(chance, f"số {n}", WORLDS[n % len(WORLDS)])
        before: list[Row] = []
        for ordinal in range(of_each):
            played = ledger.show()
            plans = [float(str(row["plan_s"])) for row in played.rows]
            for quarter in range(4):
                k = next(k for k in range(len(plans)) if sum(plans[:k]) >= quarter / 4 * sum(plans))
                now = played.start_s + sum(played.actual[:k])
                # half of them are asked as somebody is speaking
                spent = chance.random() * played.actual[k] if quarter and chance.random() < 0.5 else None
                running = None if spent is None else {**played.rows[k], "elapsed_s": spent}
                plan_end = now + (spent or 0) + sum(plans[k:])
                if spent is not None:
                    plan_end += max(0.0, plans[k] - spent) - plans[k]
                asked: Row = {
                    "show_id": f"{n}/{ordinal}", "q": quarter, "now_s": now + (spent or 0),
                    "start_s": played.start_s, "hard_out_s": played.hard_out_s, "office": ledger.name,
                    "ordinal": ordinal, "takes": played.takes,
                    "done": [
                        {**row, "actual_s": took}
                        for row, took, gone in played.ran()[:k]
                        if not gone
                    ],
                    "running": running, "rest": played.rows[k + (running is not None) :],
                }  # fmt: skip
                if quarter == 0:
                    asked["before"] = list(before)
                yield Question(asked, played.end_s, plan_end, ledger.world, quarter)
            before.append(as_before(played))
