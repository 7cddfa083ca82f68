"""A hall's hours stay what the plan says, whatever summer time does between today and the day."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from runofshow.cli.opening import on_today
from runofshow.clock import HallZone
from runofshow.core.agenda import Agenda, Session
from tests.core.shows import item

BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"
"""As a bare system knows it, without a table of zones: summer time from 29 March to 25 October 2020."""

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system takes no zone from outside")


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as berlin:
        berlin.setenv("TZ", BERLIN)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("day", "start"),
    [("27/3/2020", "2020-03-27T07:30:00.000+01:00"), ("27/7/2020", "2020-07-27T07:30:00.000+02:00")],
)
def test_show_gives_each_day_the_offset_of_that_day(tmp_path: Path, day: str, start: str) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"title: A\ndate: {day}\nstart: 7h30\nitems: [{{title: B, kind: opening}}]\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "runofshow", "show", str(plan), "--json"],
        env={**os.environ, "TZ": BERLIN},
        capture_output=True,
        check=True,
    )
    assert json.loads(told.stdout)["items"][0]["planned_start"] == start


def test_a_plan_of_winter_laid_on_a_summers_day_keeps_its_hours() -> None:
    zone = HallZone()
    winter = datetime(2020, 3, 27, 7, 30, tzinfo=zone).astimezone(UTC)
    plan = Agenda("Hội nghị", (Session("s1", "", winter, items=(item("a", 10),)),))
    laid, moved = on_today(plan, datetime(2020, 7, 1, 6, 0, tzinfo=UTC), zone)
    assert moved
    assert laid.sessions[0].start_at.astimezone(zone).strftime("%d/%m %H:%M") == "01/07 07:30"


def test_the_zone_of_the_hall_agrees_with_the_tables_through_both_changes() -> None:
    zone, table = HallZone(), ZoneInfo("Europe/Berlin")
    for day in (datetime(2020, 3, 29, tzinfo=UTC), datetime(2020, 10, 25, tzinfo=UTC)):
        for quarter in range(16):
            at = day + timedelta(minutes=15 * quarter)
            ours, theirs = at.astimezone(zone), at.astimezone(table)
            assert (ours.isoformat(), ours.dst()) == (theirs.isoformat(), theirs.dst())
            assert ours.astimezone(UTC) == at
    assert zone.tzname(datetime(2020, 7, 1, tzinfo=zone)) == "CEST"
    assert zone.utcoffset(None) in (timedelta(hours=1), timedelta(hours=2))
    assert zone.utcoffset(datetime(1, 1, 2, tzinfo=zone)) is not None
