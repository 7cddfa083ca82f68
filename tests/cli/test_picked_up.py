"""A rehearsal that was left or killed: offered like a show, and its clock never behind what was shown."""

from __future__ import annotations

import os
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from runofshow.cli.arguments import Asked
from runofshow.cli.outcome import Outcome
from runofshow.cli.standing import GIVEN_UP
from runofshow.cli.unfinished import picked_up
from runofshow.clock import Sources
from runofshow.core.commands import Advance, Mode, Start
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.cli.kept import EIGHT, agenda_file, keep

MINUTE = timedelta(minutes=1)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return agenda_file(tmp_path / "agenda.yaml", "Hội nghị tổng kết")


def rehearsed(agenda: Path, after: timedelta) -> tuple[LiveShow | None, list[str]]:
    """What `rehearse` goes on with so long after eight, and what it asks; Enter is the answer."""
    asked = Asked("rehearse", agenda=agenda)
    outcome = Outcome(asked, Language.VI, CLI[Language.VI], dict(os.environ))
    questions = []

    def enter(question: str, count: int, other: str) -> int:
        questions.append(question)
        return 1

    passed = after.total_seconds()
    sources = Sources(wall=lambda: EIGHT + after, steady=lambda: passed, awake=lambda: passed)
    return picked_up(outcome, sources, UTC, enter), questions


def test_a_rehearsal_that_was_killed_is_offered_and_enter_goes_on(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), Advance()], mode=Mode.REHEARSAL)
    show, questions = rehearsed(agenda, 5 * MINUTE)
    assert questions == [CLI[Language.VI].resume_question]
    assert show is not None
    assert show.latest.current is not None
    assert show.latest.current.row.title == "Báo cáo"


def test_a_rehearsal_given_up_long_ago_is_not_offered(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start()], mode=Mode.REHEARSAL)
    assert rehearsed(agenda, MINUTE + GIVEN_UP) == (None, [])


def test_a_fast_rehearsal_picked_up_goes_on_where_its_clock_would_be(
    home_of_shows: Path, agenda: Path
) -> None:
    """Its last line was of 08:10; the screens had shown up to 08:29 when it was killed."""
    keep(home_of_shows, source=agenda, told=[Start()], mode=Mode.REHEARSAL, speed=10)
    show, _ = rehearsed(agenda, 3 * MINUTE)
    assert show is not None
    assert show.latest.now == EIGHT + 30 * MINUTE
