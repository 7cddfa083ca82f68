"""What the first screen offers: the show to go on with, the one to report of, the files, and where it puts
what it makes."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.cli import own_folder as folders
from runofshow.cli.arguments import Asked
from runofshow.cli.beginner import Beginner
from runofshow.cli.left_open import LATELY, REPORTABLE, Lately, kept_lately, row_of_ended, row_of_unfinished
from runofshow.cli.nearby import Nearby
from runofshow.cli.no_command import dropped_file, names_no_command
from runofshow.cli.outcome import Outcome
from runofshow.cli.own_folder import free_name, practice_copy
from runofshow.cli.standing import GIVEN_UP
from runofshow.cli.unfinished import picked_up
from runofshow.clock import Sources
from runofshow.core.commands import Advance, End, Mode, Start
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from runofshow.texts.first import VI
from runofshow.tui.first.wishes import OfFile, Use, Wish
from tests.cli.kept import EIGHT, ZONE, agenda_file, keep
from tests.terminal import ROOT

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WORDS = CLI[Language.VI]
SAMPLE = ROOT / "agendas" / "ninh-hoa-2020.yaml"


@pytest.mark.parametrize(
    ("arguments", "bare"),
    [
        ([], True),
        (["--lang", "en"], True),
        (["--lang=vi"], True),
        (["--lang", "fr"], False),
        (["--lang"], False),
        (["--version"], False),
        (["doctor"], False),
        (["vi"], False),
    ],
)
def test_the_first_screen_is_for_who_names_no_command(arguments: list[str], bare: bool) -> None:
    assert names_no_command(arguments) is bare


def test_a_file_alone_is_opened_and_a_command_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("Kế hoạch.docx", "doctor"):
        (tmp_path / name).touch()
    assert dropped_file(["Kế hoạch.docx"]) == tmp_path / "Kế hoạch.docx"
    assert dropped_file(["doctor"]) is None
    assert dropped_file(["none.docx"]) is None
    assert dropped_file(["Kế hoạch.docx", "Kế hoạch.docx"]) is None
    assert dropped_file([]) is None


# The show to go on with, and the one to report of


def test_a_show_left_in_the_middle_is_named_with_its_item_and_since_when(home_of_shows: Path) -> None:
    folder = keep(home_of_shows, told=[Start(), Advance()])
    now = EIGHT + 10 * MINUTE
    left = kept_lately(os.environ, now).unfinished
    assert left is not None
    assert left.folder == folder
    assert ZONE is not None
    row = row_of_unfinished(left, now, ZONE, WORDS, VI)
    at = (EIGHT + 2 * MINUTE).astimezone(ZONE)
    assert row.details == (
        "Hội nghị tổng kết",
        f"Đang ở mục 2: Báo cáo (đã qua 8:00) · dở từ {at:%H:%M} hôm nay",
    )


def test_a_real_show_is_offered_before_a_later_rehearsal(home_of_shows: Path) -> None:
    real = keep(home_of_shows, told=[Start()])
    keep(home_of_shows, title="Tập", told=[Start()], mode=Mode.REHEARSAL, opened_after=HOUR)
    left = kept_lately(os.environ, EIGHT + 2 * HOUR).unfinished
    assert left is not None
    assert left.folder == real


@pytest.mark.parametrize(
    ("mode", "after", "offered"),
    [
        (Mode.LIVE, 3 * DAY, True),
        (Mode.LIVE, LATELY + DAY, False),
        (Mode.REHEARSAL, GIVEN_UP - HOUR, True),
        (Mode.REHEARSAL, GIVEN_UP + HOUR, False),
    ],
)
def test_what_was_left_long_ago_is_not_offered(
    home_of_shows: Path, mode: Mode, after: timedelta, offered: bool
) -> None:
    keep(home_of_shows, told=[Start()], mode=mode)
    assert (kept_lately(os.environ, EIGHT + after).unfinished is not None) is offered


def test_a_look_that_was_left_at_once_is_nothing_to_go_on_with(home_of_shows: Path) -> None:
    keep(home_of_shows)
    assert kept_lately(os.environ, EIGHT + HOUR).unfinished is None


def test_an_ended_show_is_offered_for_its_report_and_not_to_go_on(home_of_shows: Path) -> None:
    folder = keep(home_of_shows, told=[Start(), Advance(), End(sure=True)])
    now = EIGHT + DAY
    lately = kept_lately(os.environ, now)
    assert lately.unfinished is None
    assert lately.ended is not None
    assert lately.ended.folder == folder
    assert ZONE is not None
    row = row_of_ended(lately.ended, now, ZONE, VI, "~/runofshow")
    assert row.title == "Bảng tổng hợp sau hội nghị"
    assert "hôm qua" in row.details[1]
    assert row.details[1].endswith("~/runofshow")
    assert kept_lately(os.environ, EIGHT + REPORTABLE + DAY).ended is None


def test_the_moments_of_a_fast_rehearsal_are_told_by_the_wall(home_of_shows: Path) -> None:
    keep(home_of_shows, told=[Start(), Advance()], mode=Mode.REHEARSAL, speed=60)
    left = kept_lately(os.environ, EIGHT + 5 * MINUTE).unfinished
    assert left is not None
    assert left.last_at - EIGHT > HOUR
    assert left.by_the_wall(left.last_at) - EIGHT == 2 * MINUTE


def test_a_home_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    assert kept_lately({"RUNOFSHOW_HOME": str(tmp_path / "home")}, EIGHT).unfinished is None


def test_the_very_show_that_was_named_is_picked_up(home_of_shows: Path) -> None:
    source = agenda_file(home_of_shows.parent / "a.yaml", "Hội nghị tổng kết")
    named = keep(home_of_shows, source=source, told=[Start()])
    keep(home_of_shows, source=source, told=[Start()], opened_after=HOUR)
    asked = Asked("run", agenda=source, resume=True, folder=named)
    passed = 2 * HOUR.total_seconds()
    sources = Sources(wall=lambda: EIGHT + 2 * HOUR, steady=lambda: passed, awake=lambda: passed)
    show = picked_up(Outcome(asked, Language.VI, WORDS, dict(os.environ)), sources, UTC, None)
    assert show is not None
    assert show.folder == named
    show.close()


def test_a_show_is_picked_up_by_its_folder_though_its_agenda_is_gone(home_of_shows: Path) -> None:
    source = agenda_file(home_of_shows.parent / "a.yaml", "Hội nghị tổng kết")
    folder = keep(home_of_shows, source=source, told=[Start()])
    source.unlink()
    asked = Asked("run", agenda=Path(), resume=True, folder=folder)
    passed = HOUR.total_seconds()
    sources = Sources(wall=lambda: EIGHT + HOUR, steady=lambda: passed, awake=lambda: passed)
    show = picked_up(Outcome(asked, Language.VI, WORDS, dict(os.environ)), sources, UTC, None)
    assert show is not None
    show.close()


def test_what_fails_is_said_in_words_and_the_cursor_stays(home_of_shows: Path, tmp_path: Path) -> None:
    beginner = Beginner(Language.VI, dict(os.environ), EIGHT, UTC)
    came = beginner.begin(OfFile(tmp_path / "none.yaml", Use.RUN), Lately())
    assert came.said is not None
    assert came.said.bad
    assert came.at is Wish.OPEN
    assert not came.is_over


# Files


@pytest.fixture
def documents(home_of_the_user: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's documents; somebody works in another folder."""
    if sys.platform in ("win32", "darwin"):
        pytest.skip("documents are found by the system there")
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    documents = home_of_the_user / "Documents"
    documents.mkdir()
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return documents


NOW = datetime(2026, 3, 27, 3, 0, tzinfo=UTC)


def written(path: Path, text: str, before: timedelta) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    at = (NOW - before).timestamp()
    os.utime(path, (at, at))
    return path


def nearby(*opened: tuple[Path, datetime]) -> Nearby:
    return Nearby(NOW, UTC, VI, opened)


def test_the_newest_of_all_places_stand_first_and_what_was_opened_counts_by_that(
    documents: Path, tmp_path: Path
) -> None:
    plan = written(documents / "Kế hoạch.docx", "", 2 * HOUR)
    agenda = written(tmp_path / "work" / "a.yaml", "title: Hội nghị tổng kết\n", 3 * HOUR)
    far = written(tmp_path / "stick" / "b.yaml", "title: Xa\n", 300 * DAY)
    text = written(documents.parent / "Downloads" / "c.txt", "", 40 * DAY)
    gone = tmp_path / "gone.yaml"
    for hidden in ("~$Kế hoạch.docx", ".a.yaml.unsaved", "picture.png"):
        written(documents / hidden, "", HOUR)
    written(documents / "docker.yaml", "services: {}\n", HOUR)
    found = nearby((far, NOW - HOUR), (gone, NOW)).files(None, agendas=True)
    assert [one.path for one in found] == [far, plan, agenda, text]
    assert [one.name for one in found] == ["Xa", "Kế hoạch.docx", "Hội nghị tổng kết", "c.txt"]
    assert [one.kind for one in found] == ["kịch bản", "Word", "kịch bản", "TXT"]
    assert found[1].when == "01:00 hôm nay"
    assert [one.path for one in nearby().files(None, agendas=False)] == [plan, text]


def test_a_folder_that_was_typed_is_listed_with_the_folders_in_it(documents: Path) -> None:
    plan = written(documents / "cơ quan" / "Kế hoạch.xlsx", "", HOUR)
    (documents / "cơ quan" / "cũ").mkdir()
    found = nearby().files(documents / "cơ quan", agendas=True)
    assert [(one.path, one.is_folder) for one in found] == [
        (plan, False),
        (documents / "cơ quan" / "cũ", True),
    ]
    with pytest.raises(OSError, match="none"):
        nearby().files(documents / "none", agendas=True)


def test_an_agenda_is_looked_at_before_anything_is_opened(tmp_path: Path) -> None:
    beginner = Beginner(Language.VI, {}, EIGHT, UTC)
    looked = beginner.look(agenda_file(tmp_path / "a.yaml", "Hội nghị tổng kết"))
    assert looked.heads == ("Hội nghị tổng kết", "08:00 27/3/2020")
    assert looked.errors == ()
    (tmp_path / "b.yaml").write_text("title: H\nitems:\n  - {titel: a}\n", encoding="utf-8")
    looked = beginner.look(tmp_path / "b.yaml")
    assert looked.count == len(looked.errors) > 0
    assert "titel" in " ".join(looked.errors)
    assert str(tmp_path) not in " ".join(looked.errors)
    assert beginner.look(tmp_path / "none.yaml").count == 1


# What it makes


def test_the_copy_to_practise_on_is_the_users_and_keeps_what_they_changed(documents: Path) -> None:
    copy = practice_copy(SAMPLE)
    assert copy == documents / "runofshow" / "ninh-hoa-2020.yaml"
    assert copy.read_bytes() == SAMPLE.read_bytes()
    copy.write_text("title: của tôi\n", encoding="utf-8")
    assert practice_copy(SAMPLE).read_text(encoding="utf-8") == "title: của tôi\n"


def test_a_copy_of_what_may_not_be_written_may_be_written(documents: Path, tmp_path: Path) -> None:
    sample = tmp_path / "ninh-hoa-2020.yaml"
    sample.write_text("title: A\n", encoding="utf-8")
    sample.chmod(0o444)
    assert os.access(practice_copy(sample), os.W_OK)


def test_a_new_agenda_lies_where_somebody_works_but_never_in_the_programs_folder(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folders.folder_for_new() == tmp_path / "work"
    monkeypatch.setattr(sys, "executable", str(tmp_path / "work" / "python" / "python"))
    assert folders.folder_for_new() == documents / "runofshow"
    assert (documents / "runofshow").is_dir()


def test_without_documents_all_lies_in_the_users_home(home_of_the_user: Path, documents: Path) -> None:
    documents.rmdir()
    assert folders.own_folder() == home_of_the_user / "runofshow"
    assert folders.own_folder_said() == "~/runofshow"


def test_a_report_never_takes_the_name_of_another(tmp_path: Path) -> None:
    first = free_name(tmp_path, "hop", ".docx")
    first.touch()
    second = free_name(tmp_path, "hop", ".docx")
    second.touch()
    assert [first.name, second.name, free_name(tmp_path, "hop", ".docx").name] == [
        "hop.docx",
        "hop-2.docx",
        "hop-3.docx",
    ]
