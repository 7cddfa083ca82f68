"""Where shows are kept, and the list of them."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.agenda import Duty
from runofshow.core.commands import Mode
from runofshow.core.events import Entry, ShowEnded, ShowOpened
from runofshow.core.value import replace
from runofshow.journal import Flaw, default_home, new_folder, shows
from runofshow.journal.reading import Opening
from tests.journal.examples import at, lines_of, note, one_of_each

DAY = date(2020, 3, 27)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đại hội Thi đua yêu nước", "2020-03-27-dai-hoi-thi-dua-yeu-nuoc-1"),
        ("Hội nghị  “Ưu, Ơn”/\\..", "2020-03-27-hoi-nghi-uu-on-1"),
        ("", "2020-03-27-show-1"),
        ("大会", "2020-03-27-show-1"),
        (
            "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019",
            "2020-03-27-hoi-nghi-tong-ket-cong-tac-thi-dua-khen-1",
        ),
        ("x" * 300, f"2020-03-27-{'x' * 40}-1"),
    ],
)
def test_a_show_is_kept_under_its_day_and_its_title_in_plain_letters(
    tmp_path: Path, title: str, name: str
) -> None:
    assert new_folder(tmp_path, DAY, title) == tmp_path / name


@given(st.text())
def test_no_title_makes_a_bad_name(title: str) -> None:
    name = new_folder(Path("nowhere"), DAY, title).name
    assert re.fullmatch(r"2020-03-27-[a-z0-9]+(-[a-z0-9]+)*-1", name)
    assert len(name) <= 60


def test_the_next_show_of_the_same_day_gets_the_next_number(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        folder = new_folder(tmp_path, DAY, "Hội nghị")
        assert folder.name == f"2020-03-27-hoi-nghi-{number}"
        folder.mkdir()


def show(home: Path, name: str, opened_after: float = 0, *, ended: bool = False, more: bytes = b"") -> Path:
    opened = next(one_of_each()).events[0]
    assert isinstance(opened, ShowOpened)
    start = replace(opened, at=at(opened_after), mode=Mode.LIVE)
    entries = [Entry(1, at(0), "caller", "open", (start,)), note(2)]
    if ended:
        entries.append(Entry(3, at(3), "caller", "end", (ShowEnded(at(3)),)))
    (home / name).mkdir(parents=True)
    (home / name / "show.journal").write_bytes(lines_of(entries) + more)
    return home / name


def test_shows_are_listed_with_what_their_first_entry_says_the_latest_first(tmp_path: Path) -> None:
    show(tmp_path, "a-1", 1)
    show(tmp_path, "b-1", 3, ended=True)
    show(tmp_path, "c-1", 2)
    (tmp_path / "holiday pictures").mkdir()
    (tmp_path / "readme.txt").write_text("not a show")
    found = shows(tmp_path)
    assert [(each.path.name, each.ended, each.entries) for each in found] == [
        ("b-1", True, 3),
        ("c-1", False, 2),
        ("a-1", False, 2),
    ]
    title = "Hội nghị tổng kết “thi đua, khen thưởng”"
    owed = Duty("Gửi báo cáo", "Văn phòng", date(2020, 5, 31))
    assert found[0].opening == Opening(title, Mode.LIVE, "agendas/ninh-hoa-2020.yaml", at(3), (owed,), 2.5)
    assert all(each.damage is None for each in found)


def test_a_damaged_show_is_listed_with_its_damage(tmp_path: Path) -> None:
    show(tmp_path, "a-1", more=b"garbage\n")
    (found,) = shows(tmp_path)
    assert found.opening is not None
    assert found.entries == 2
    assert found.damage is not None
    assert (found.damage.line, found.damage.flaw) == (4, Flaw.GARBAGE)


def test_a_show_without_its_first_entry_comes_last(tmp_path: Path) -> None:
    (tmp_path / "z-1").mkdir()
    (tmp_path / "z-1" / "show.journal").write_bytes(b"")
    show(tmp_path, "a-1")
    assert [(each.path.name, each.opening is None) for each in shows(tmp_path)] == [
        ("a-1", False),
        ("z-1", True),
    ]


def test_a_journal_that_cannot_be_read_is_listed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a-1" / "show.journal").mkdir(parents=True)
    (found,) = shows(tmp_path)
    assert found.damage is not None
    assert (found.damage.line, found.damage.flaw) == (0, Flaw.UNREADABLE)


def test_a_home_that_is_not_there_has_no_shows(tmp_path: Path) -> None:
    assert shows(tmp_path / "nowhere") == []


def test_two_hundred_shows_of_a_whole_day_are_listed_within_three_seconds(tmp_path: Path) -> None:
    first = show(tmp_path, "s-0")
    content = (first / "show.journal").read_bytes() + b"".join(
        lines_of([note(seq)]).partition(b"\n")[2] for seq in range(3, 400)
    )
    for number in range(200):
        folder = tmp_path / f"t-{number}"
        folder.mkdir()
        (folder / "show.journal").write_bytes(content)
    began = time.process_time()
    found = shows(tmp_path)
    # A third of a second when nothing measures it; coverage makes it one.
    assert time.process_time() - began < 3
    assert [each.entries for each in found[:2]] == [2, 399]
    assert len(found) == 201


def test_the_home_is_where_the_environment_says(tmp_path: Path) -> None:
    assert default_home({"RUNOFSHOW_HOME": str(tmp_path)}) == tmp_path
    assert default_home({"RUNOFSHOW_HOME": "~/shows"}) == Path.home() / "shows"


def test_without_a_word_the_home_is_the_users_own() -> None:
    assert default_home({}).name == "runofshow"
    assert default_home({"RUNOFSHOW_HOME": ""}) == default_home({})
