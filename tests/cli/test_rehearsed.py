"""A report finds the rehearsals of its show by itself."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main
from runofshow.core.commands import Advance, Mode, Start
from runofshow.journal import FILE_NAME
from tests.cli.kept import agenda_file, keep

Report = Callable[[str], list[dict[str, Any]]]
RUN = (Start(), Advance(sure=True), Advance(sure=True))


@pytest.fixture
def rehearsals(capsys: pytest.CaptureFixture[str]) -> Report:
    """The rehearsals that the report of a show tells of."""

    def call(show: str) -> list[dict[str, Any]]:
        assert main(("report", show, "--json"), os.environ) == 0
        told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["rehearsals"]
        return told

    return call


def rehearsal(home: Path, hour: float, **more: Any) -> Path:
    return keep(home, opened_after=timedelta(hours=hour), told=RUN, mode=Mode.REHEARSAL, **more)


def test_rehearsals_before_a_show_stand_beside_it_the_latest_first(
    home_of_shows: Path, rehearsals: Report
) -> None:
    for hour in (1, 2, 5):
        rehearsal(home_of_shows, hour)
    show = keep(home_of_shows, opened_after=timedelta(hours=4), told=RUN)
    found = rehearsals(show.name)
    assert [one["opened_at"] for one in found] == sorted((one["opened_at"] for one in found), reverse=True)
    assert len(found) == 2
    assert len(found[0]["items"]) == 2


def test_a_rehearsal_of_the_joins_stands_beside_no_show(home_of_shows: Path, rehearsals: Report) -> None:
    rehearsal(home_of_shows, 1)
    rehearsal(home_of_shows, 2, joins=True)
    assert len(rehearsals(keep(home_of_shows, opened_after=timedelta(hours=4), told=RUN).name)) == 1


def test_a_rehearsal_has_the_earlier_ones_beside_it(home_of_shows: Path, rehearsals: Report) -> None:
    rehearsal(home_of_shows, 1)
    assert len(rehearsals(rehearsal(home_of_shows, 2).name)) == 1


def test_it_is_the_same_plan_by_its_file_or_by_its_title_and_else_another(
    home_of_shows: Path, tmp_path: Path, rehearsals: Report
) -> None:
    file = agenda_file(tmp_path / "ke-hoach.yaml", "Đại hội A")
    rehearsal(home_of_shows, 1, source=file)
    rehearsal(home_of_shows, 2, title="Đại  hội a", source=agenda_file(tmp_path / "khac.yaml", "Đại  hội a"))
    rehearsal(home_of_shows, 3, title="Đại hội B", source=agenda_file(tmp_path / "b.yaml", "Đại hội B"))
    agenda_file(file, "Đại hội A năm 2026")
    renamed = keep(home_of_shows, source=file, opened_after=timedelta(hours=4), told=RUN)
    assert len(rehearsals(renamed.name)) == 1
    agenda_file(file, "Đại hội A")
    show = keep(home_of_shows, source=file, opened_after=timedelta(hours=5), told=RUN)
    assert len(rehearsals(show.name)) == 2


def test_a_rehearsal_in_which_nothing_ran_or_that_cannot_be_read_is_left_out(
    home_of_shows: Path, rehearsals: Report
) -> None:
    keep(home_of_shows, mode=Mode.REHEARSAL, opened_after=timedelta(hours=1))
    show = keep(home_of_shows, opened_after=timedelta(hours=4), told=RUN)
    assert rehearsals(show.name) == []
    (rehearsal(home_of_shows, 2) / FILE_NAME).write_bytes(b"x" * 400)
    assert rehearsals(show.name) == []
