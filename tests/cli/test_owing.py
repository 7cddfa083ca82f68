"""`shows` reminds of what is overdue: by the agenda file, or else by the record, once for each agenda."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runofshow.agenda_file.notation import write_date
from runofshow.cli import main
from runofshow.clock import HallZone
from tests.cli.kept import keep

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """What a command prints."""

    def call(*arguments: str) -> str:
        assert main(arguments, {**os.environ}) == 0
        return capsys.readouterr().out

    return call


def agenda(folder: Path, name: str, *due: int) -> Path:
    """An agenda whose duties are due so many days from today."""
    today = datetime.now(HallZone()).date()
    owed = "".join(f"- {{what: Việc, due: {write_date(today + timedelta(days=by))}}}\n" for by in due)
    path = folder / f"{name}.yaml"
    head = f"title: Hội nghị {name}\ndate: 27/3/2020\nitems: [{{title: Khai mạc, kind: opening}}]\n"
    path.write_text(f"{head}duties:\n{owed}" if due else head, encoding="utf-8")
    return path


def counts(printed: str) -> list[dict[str, int] | None]:
    return [show["duties"] for show in json.loads(printed)["shows"]]


def test_a_show_tells_below_it_what_is_overdue(home_of_shows: Path, run: Run, tmp_path: Path) -> None:
    keep(home_of_shows, source=agenda(tmp_path, "A", -1, 0, 5))
    keep(home_of_shows, source=agenda(tmp_path, "B", 4), opened_after=timedelta(hours=1))
    keep(home_of_shows, source=agenda(tmp_path, "C", -3, -3), opened_after=timedelta(hours=2))
    rows = [line.strip() for line in run("shows").splitlines()]
    assert [row.endswith(f"Hội nghị {name}") for row, name in zip(rows[1::2], "CB", strict=False)] == [
        True,
        True,
    ]
    assert rows[2] == "! 2 việc quá hạn (C.yaml)"
    assert rows[5] == "! 1 việc quá hạn, 1 việc đến hạn hôm nay (A.yaml)"
    assert rows[6].startswith("Tất cả: 3 việc quá hạn, 1 việc đến hạn hôm nay.")
    assert len(rows) == 7


def test_what_is_marked_in_the_file_is_owed_no_more(home_of_shows: Path, run: Run, tmp_path: Path) -> None:
    path = agenda(tmp_path, "A", -1, -2)
    keep(home_of_shows, source=path)
    assert counts(run("shows", "--json")) == [{"all": 2, "done": 0, "overdue": 2, "today": 0}]
    run("duties", str(path), "--done", "1-2")
    assert counts(run("shows", "--json")) == [{"all": 2, "done": 2, "overdue": 0, "today": 0}]
    assert "quá hạn" not in run("shows")


@pytest.mark.parametrize("spoilt", [None, "title: [", "title: A\nitems: []\n"])
def test_where_the_file_cannot_be_read_the_record_is_asked(
    home_of_shows: Path, run: Run, tmp_path: Path, spoilt: str | None
) -> None:
    path = agenda(tmp_path, "A", -1, 3)
    keep(home_of_shows, source=path)
    if spoilt is None:
        path.unlink()
        assert "không còn tệp A.yaml" in run("shows")
    else:
        path.write_text(spoilt, encoding="utf-8")
        assert "1 việc quá hạn (A.yaml)" in run("shows")
    assert counts(run("shows", "--json")) == [{"all": 2, "done": 0, "overdue": 1, "today": 0}]


def test_an_agenda_that_was_rehearsed_reminds_once(home_of_shows: Path, run: Run, tmp_path: Path) -> None:
    path = agenda(tmp_path, "A", -1)
    for hours in range(3):
        keep(home_of_shows, source=path, opened_after=timedelta(hours=hours))
    printed = run("shows")
    assert printed.count("! 1 việc quá hạn") == 1
    assert "Tất cả: 1 việc quá hạn." in printed
    first = printed.splitlines()[1:3]
    assert "-3" in first[0]
    assert first[1].strip().startswith("! 1 việc")


def test_nobody_is_reminded_of_a_conference_of_years_ago(home_of_shows: Path, run: Run) -> None:
    keep(home_of_shows, source=Path(__file__).parents[2] / "agendas" / "ninh-hoa-2020.yaml")
    assert "quá hạn" not in run("shows")
    [told] = counts(run("shows", "--json"))
    assert told is not None
    assert (told["overdue"], told["all"] > 5) == (0, True)


def test_a_record_without_an_opening_owes_nothing(home_of_shows: Path, run: Run) -> None:
    folder = home_of_shows / "2020-03-27-hong-1"
    folder.mkdir(parents=True)
    (folder / "show.journal").write_bytes(b"x\n")
    assert counts(run("shows", "--json")) == [None]
