"""`learn`: what rehearsals teach about the lengths of a plan, and into the file with it.

The worked example is Ninh Hòa 2020: three rehearsals at 60 times the speed, in which the speakers were brisk
at first and slow at last.
"""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.core.commands import Advance, Mode, Start
from tests.cli.kept import AGENDA, EIGHT, ZONE, agenda_file, keep
from tests.cli.rehearsing import rehearsed

PAPERS = ("m5.1", "m5.2", "m5.3")
"""Planned at seven minutes each."""
PACES = (
    {"m3": 18, "m5.1": 6.5, "m5.2": 8, "m5.3": 7, "m7": 24, "m10": 5},
    {"m3": 21, "m5.1": 9, "m5.2": 8.4, "m5.3": 6.8, "m7": 26, "m10": 4},
    {"m3": 25, "m5.1": 11, "m5.2": 12.2, "m5.3": 7.2, "m7": 31, "m10": 6},
)

Learn = Callable[..., dict[str, Any]]


@pytest.fixture
def ninh_hoa(home_of_shows: Path, tmp_path: Path) -> Path:
    """The agenda, in a folder of its own, with its three rehearsals."""
    file = tmp_path / "ninh-hoa.yaml"
    shutil.copy(AGENDA, file)
    for day, pace in enumerate(PACES):
        rehearsed(home_of_shows, file, pace, day=day)
    return file


@pytest.fixture
def learn(capsys: pytest.CaptureFixture[str]) -> Learn:
    def call(file: Path, *more: str) -> dict[str, Any]:
        assert main(("learn", str(file), "--json", *more), os.environ) == 0
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        return told

    return call


def said(capsys: pytest.CaptureFixture[str], file: Path, *more: str, status: int = 0) -> str:
    assert main(("learn", str(file), *more), os.environ) == status
    captured = capsys.readouterr()
    return captured.err if status else captured.out


def test_three_rehearsals_of_ninh_hoa_are_told_item_by_item(ninh_hoa: Path, learn: Learn) -> None:
    told = learn(ninh_hoa)
    assert [(one["mode"], one["speed"]) for one in told["records"]] == [("rehearsal", 60)] * 3
    items = {one["item_id"]: one for one in told["items"]}
    paper = items["m5.2"]
    assert [take["length_s"] for take in paper["takes"]] == [480, 504, 732]
    assert (paper["by"], paper["planned_s"], paper["median_s"], paper["proposed_s"]) == (
        "Phòng Kinh tế",
        420,
        504,
        510,
    )
    # logs of 480, 504, 732: mean 6.330, deviation .231; times 1.886 times the root of 4/3
    assert (round(paper["low_s"]), round(paper["high_s"])) == (340, 928)
    # the third paper was in time, and its length is not written in the plan
    assert (items["m5.3"]["median_s"], items["m5.3"]["proposed_s"]) == (420, 420)
    # a closing is protected: that it was quicker in a rehearsal makes it no shorter
    assert (items["m10"]["median_s"], items["m10"]["proposed_s"]) == (300, 300)
    # the clip is as long as the plan writes
    assert items["m4"]["proposed_s"] is None
    assert told["written"] is False


def test_the_three_are_compared_and_what_moved_in_the_last_is_said(
    ninh_hoa: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("report", "last", "--json"), os.environ) == 0
    takes = {one["item_id"]: one for one in json.loads(capsys.readouterr().out)["takes"]}
    # the latest rehearsal before it first
    paper = takes["m5.2"]
    assert (paper["times_s"], paper["own_s"], paper["median_s"]) == ([[504], [480]], [732], 504)
    # against 492, the median of the two before
    assert paper["moved_s"] == 240
    assert main(("report", "last"), os.environ) == 0
    said = capsys.readouterr().out
    assert said.index("12:12 (+4:00)") < said.index("11:00 (+3:15)")


def test_what_was_learnt_is_written_and_no_other_line_is_touched(ninh_hoa: Path, learn: Learn) -> None:
    before = ninh_hoa.read_bytes().splitlines(keepends=True)
    told = learn(ninh_hoa, "--apply", "--yes")
    after = ninh_hoa.read_bytes().splitlines(keepends=True)
    assert told["written"] is True
    fresh = [line for line in after if line not in before]
    assert len(after) - len(before) == sum(one["proposed_s"] is not None for one in told["items"])
    assert all(line.strip().startswith(b"duration:") for line in fresh)
    rest = iter(after)
    assert all(line in rest for line in before)
    assert ZONE is not None
    agenda = read_agenda(ninh_hoa, tz=ZONE, today=EIGHT.date()).agenda
    assert agenda is not None
    lengths = {
        part.item_id: part.duration for item in agenda.sessions[0].items for part in (item, *item.parts)
    }
    assert [lengths[item_id] for item_id in PAPERS] == [
        timedelta(minutes=9),
        timedelta(minutes=8.5),
        timedelta(minutes=7),
    ]
    assert (lengths["m3"], lengths["m5"]) == (timedelta(minutes=21), timedelta(minutes=24.5))
    assert not agenda.sessions[0].items[2].assumed
    # and what has been learnt is not proposed again
    assert not any(one["proposed_s"] for one in learn(ninh_hoa)["items"])


def test_the_lines_that_would_change_are_shown_and_nothing_is_written_unasked(
    ninh_hoa: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ninh_hoa.read_bytes()
    text = said(capsys, ninh_hoa)
    assert "Học từ 3 lần chạy" in text
    assert "3 lần: 8:00, 8:24, 12:12 · giữa 8:24 · 80 %: 5:40 – 15:28 · đề xuất 8'30" in text
    assert "+        duration: 8'30" in text
    assert "-" not in [line[:1] for line in text.split("@@", 1)[1].splitlines()]
    assert ninh_hoa.read_bytes() == before


@pytest.mark.parametrize(("answer", "is_written"), [("c", True), ("K", False), ("", False)])
def test_it_is_written_when_a_person_says_yes(
    ninh_hoa: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    is_written: bool,
) -> None:
    before = ninh_hoa.read_bytes()
    terminal = io.StringIO(answer + "\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    text = said(capsys, ninh_hoa, "--apply")
    assert ("Đã ghi" in text, ninh_hoa.read_bytes() != before) == (is_written, is_written)


def test_with_nobody_to_ask_nothing_is_written(ninh_hoa: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = ninh_hoa.read_bytes()
    assert "--yes" in said(capsys, ninh_hoa, "--apply", status=2)
    assert ninh_hoa.read_bytes() == before


def test_a_file_that_somebody_changes_meanwhile_is_left_alone(
    ninh_hoa: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def changes_it(question: str) -> str:
        ninh_hoa.write_text("title: Khác\nitems: [{title: Bế mạc, kind: closing}]\n", encoding="utf-8")
        return "c"

    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("builtins.input", changes_it)
    assert "vừa bị sửa" in said(capsys, ninh_hoa, "--apply", status=1)
    assert ninh_hoa.read_text(encoding="utf-8").startswith("title: Khác")


def test_nothing_is_learnt_from_nothing(
    home_of_shows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = agenda_file(tmp_path / "moi.yaml", "Hội nghị mới")
    assert "runofshow rehearse" in said(capsys, file, status=1)
    # a rehearsal in which no item came to its end is nothing too
    keep(home_of_shows, source=file, told=(Start(sure=True),), mode=Mode.REHEARSAL)
    assert "Hội nghị mới" in said(capsys, file, status=1)


def test_a_bad_file_is_complained_about_as_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "hong.yaml"
    broken.write_text("title: A\nitems: [{titel: B}]\n", encoding="utf-8")
    assert "titel" in said(capsys, broken, status=1)
    assert "khong-co.yaml" in said(capsys, tmp_path / "khong-co.yaml", status=1)


def test_an_item_put_in_before_the_others_changes_nothing_of_what_they_taught(
    ninh_hoa: Path, learn: Learn
) -> None:
    was = {one["title"]: one["median_s"] for one in learn(ninh_hoa)["items"]}
    text = ninh_hoa.read_text(encoding="utf-8")
    ninh_hoa.write_text(
        text.replace("items:\n", "items:\n  - title: Chào cờ\n    kind: flag_salute\n", 1), encoding="utf-8"
    )
    now = {one["title"]: one["median_s"] for one in learn(ninh_hoa)["items"]}
    assert now.pop("Chào cờ") is None
    assert now == was


def test_a_heading_that_writes_its_length_gets_that_of_its_parts(
    home_of_shows: Path, tmp_path: Path, learn: Learn
) -> None:
    file = tmp_path / "tham-luan.yaml"
    file.write_text(
        "title: Hội nghị\ndate: 2020-03-27\nstart: 8h00\nitems:\n"
        "  - title: Tham luận # ba bài\n    kind: paper\n    duration: 20'\n    parts:\n"
        "      - {title: Một, kind: paper, duration: 10'}\n      - {title: Hai, kind: paper}\n",
        encoding="utf-8",
    )
    rehearsed(home_of_shows, file, {"m1.1": 14, "m1.2": 9}, day=0)
    learn(file, "--apply", "--yes")
    text = file.read_text(encoding="utf-8")
    assert "  - title: Tham luận # ba bài\n    kind: paper\n    duration: 23'\n" in text
    assert "{title: Một, kind: paper, duration: 14'}" in text


def test_the_batches_of_an_award_are_written_as_the_length_of_the_award(
    home_of_shows: Path, tmp_path: Path, learn: Learn
) -> None:
    file = tmp_path / "khen.yaml"
    names = "".join(f"        - {{name: Nguyễn Văn {letter}}}\n" for letter in "ABCD")
    file.write_text(
        "title: Hội nghị\ndate: 2020-03-27\nstart: 8h00\nitems:\n  - title: Trao thưởng\n    kind: award\n"
        f"    protected: false\n    award:\n      batch: 2\n      recipients:\n{names}",
        encoding="utf-8",
    )
    rehearsed(home_of_shows, file, {"m1.1": 4, "m1.2": 5}, day=0)
    told = learn(file, "--apply", "--yes")
    assert [one["proposed_s"] for one in told["items"]] == [240, 300]
    assert "    duration: 9'\n" in file.read_text(encoding="utf-8")


def test_shows_teach_as_rehearsals_do_and_the_oldest_is_told_first(
    home_of_shows: Path, tmp_path: Path, learn: Learn
) -> None:
    file = agenda_file(tmp_path / "a.yaml", "Hội nghị A")
    rehearsed(home_of_shows, file, {"m1": 12}, day=0, speed=10)
    rehearsed(home_of_shows, file, {"m1": 15}, day=1, speed=1, mode=Mode.LIVE)
    takes = learn(file)["items"][0]["takes"]
    assert [(take["mode"], take["length_s"]) for take in takes] == [("rehearsal", 720), ("live", 900)]


def test_what_is_right_already_is_said_so(
    home_of_shows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = agenda_file(tmp_path / "a.yaml", "Hội nghị A")
    rehearsed(home_of_shows, file, {}, day=0)
    text = said(capsys, file)
    assert "không có gì phải sửa" in text
    keep(home_of_shows, source=file, told=(Start(sure=True), Advance(sure=True)))
