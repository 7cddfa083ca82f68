"""A record of each edition of the journal, written by the program of its day: nothing is lost or misread.

`tests/journal/golden/editions` holds one for each time the events changed shape. Each show was run over HTTP
from that day's full example, killed with -9, picked up, led on with whatever that program could do, and
ended; beside it stands the report that the same program made of it. Neither file ever changes;
`tests/journal/edition.py` makes a further pair.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli.opening import last_moment, pick_up
from runofshow.clock import Sources
from runofshow.core.commands import End, TakeNote
from runofshow.core.history import History, history
from runofshow.core.snapshot import Phase
from runofshow.journal import read_journal, sensible
from runofshow.report.figures import report_json
from tests.journal.edition import EDITIONS, HANOI

KEPT = sorted(EDITIONS.glob("*.journal"))

PUT_RIGHT = {
    "2026-11-21": r"planned_(start|end|s)|(ended_|started_)?late_s|over_under_s|items\[\d+\]\.assumed",
    "2026-11-28": r"holds\[\d+\]\.(since|until)",
    "2026-11-29": r"holds\[\d+\]\.(since|until)",
}
"""What later programs reckon otherwise, as it was wrong, by the day of the edition.

Those of the 21st let the hours inside a plan that floats slide together, and a break until an hour keep its
length; those of the 28th and 29th left a pause where it was when the show's clock was put right.
"""


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def edition(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def lacking(then: Any, now: Any, at: str = "") -> Iterator[str]:
    """Where `now` does not say what `then` said; it may say more."""
    match then, now:
        case dict(), dict():
            for name, value in then.items():
                yield from lacking(value, now.get(name, "(nothing)"), f"{at}.{name}")
        case list(), list() if len(then) == len(now):
            for place, (old, new) in enumerate(zip(then, now, strict=True)):
                yield from lacking(old, new, f"{at}[{place}]")
        case _ if then != now:
            yield f"{at}: {then} -> {now}"


def started_of(told: History) -> dict[str, datetime]:
    rows = [item.row for item in told.items]
    return {row.item_id: row.actual_start for row in rows if row.actual_start is not None}


def test_each_edition_is_kept() -> None:
    assert len(KEPT) == 7


def test_every_line_is_read_and_makes_sense(edition: Path) -> None:
    reading = sensible(read_journal(edition))
    assert (reading.damage, reading.torn_tail) == (None, False)
    assert len(reading.entries) == edition.read_bytes().count(b"\n") - 1


def test_the_report_says_all_that_the_report_of_then_said(edition: Path) -> None:
    then = json.loads(edition.with_suffix(".json").read_text("utf-8"))
    now = report_json(history(sensible(read_journal(edition)).entries), HANOI)
    right = re.compile(rf"(.*\.)?({PUT_RIGHT.get(edition.stem[:10], '-')}): .*")
    assert [line for line in lacking(then, now) if not right.fullmatch(line)] == []
    assert now["phase"] == "ended"


def test_it_was_picked_up_in_mid_show_and_goes_on_with_every_byte_of_then_in_place(
    edition: Path, tmp_path: Path, home_of_the_user: Path
) -> None:
    lines = edition.read_bytes().splitlines(keepends=True)
    kept = b"".join(lines[: len(lines) // 2])
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "show.journal").write_bytes(kept)
    reading = sensible(read_journal(folder / "show.journal"))
    assert reading.state is not None
    later = last_moment(reading.entries) + timedelta(seconds=1)
    show = pick_up(folder, reading, reading.state, Sources(lambda: later, lambda: 0.0, lambda: 0.0))
    show.do(TakeNote("Tiếp tục bằng bản mới"))
    show.do(End(sure=True))
    show.close()
    after = (folder / "show.journal").read_bytes()
    assert after.startswith(kept)
    again = read_journal(folder / "show.journal")
    assert again.damage is None
    told = history(again.entries)
    assert (told.phase, told.notes[-1].text) == (Phase.ENDED, "Tiếp tục bằng bản mới")
    started = started_of(history(reading.entries))
    assert started
    assert {item: started_of(told).get(item) for item in started} == started
