"""A record of a newer program: this one says so in words, offers no half of it, and changes no byte."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.cli.arguments import Asked
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.unfinished import Choose, picked_up
from runofshow.clock import Sources
from runofshow.core.commands import Advance, Start
from runofshow.journal.line import seal
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.cli.kept import EIGHT, agenda_file, keep

WORDS = CLI[Language.VI]
AHEAD = seal(b'{"format":"runofshow journal","version":2,"by":"2.0.0"}')
SERVED = seal(
    b'{"seq":4,"at":"2020-03-27T01:03:00Z","by":"caller","do":"serve_coffee",'
    b'"events":[{"event":"coffee_served","cups":300}]}'
)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return agenda_file(tmp_path / "agenda.yaml", "Hội nghị tổng kết")


@pytest.fixture(params=["header", "event"])
def newer(request: pytest.FixtureRequest, home_of_shows: Path, agenda: Path) -> Path:
    """The folder of a show whose header, or whose last line, is of a newer program."""
    folder = keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    (folder / "show.opening").unlink(missing_ok=True)
    lines = (folder / "show.journal").read_bytes().splitlines(keepends=True)
    told = [AHEAD, *lines[1:]] if request.param == "header" else [*lines[:4], SERVED]
    (folder / "show.journal").write_bytes(b"".join(told))
    return folder


def opened(agenda: Path, resume: bool | None, choose: Choose | None) -> LiveShow | None:
    outcome = Outcome(Asked("run", agenda=agenda, resume=resume), Language.VI, WORDS, dict(os.environ))
    sources = Sources(lambda: EIGHT + timedelta(minutes=9), lambda: 540.0, lambda: 540.0)
    return picked_up(outcome, sources, UTC, choose)


def test_it_is_not_picked_up_but_named_and_left_as_it_is(
    newer: Path, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (newer / "show.journal").read_bytes()
    for resume, choose in ((True, None), (None, None), (None, lambda *asked: 1)):
        with pytest.raises(Failed) as stopped:
            opened(agenda, resume, choose)
        assert str(stopped.value) == WORDS.opening_stopped.format(path=newer)
        assert capsys.readouterr().out == WORDS.newer_show.format(path=newer) + "\n"
    assert (newer / "show.journal").read_bytes() == written
    assert not (newer / "show.opening").exists()


def test_whoever_wants_a_new_show_beside_it_has_one(newer: Path, agenda: Path) -> None:
    questions: list[Sequence[object]] = []

    def new(*asked: object) -> None:
        questions.append(asked)

    assert opened(agenda, None, new) is None
    assert [asked[0] for asked in questions] == [WORDS.opening_question]


def test_no_half_of_it_is_reported_and_the_list_says_whose_it_is(
    newer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (newer / "show.journal").read_bytes()
    assert main(["report", newer.name], os.environ) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "mới hơn" in said.err
    assert main(["shows"], os.environ) == 0
    assert WORDS.state_newer in capsys.readouterr().out
    assert main(["shows", "--json"], os.environ) == 0
    assert json.loads(capsys.readouterr().out)["shows"][0]["name"] == newer.name
    assert (newer / "show.journal").read_bytes() == written


def test_a_broken_record_is_reported_as_far_as_it_goes_and_that_is_said(
    home_of_shows: Path, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    lines = (folder / "show.journal").read_bytes().splitlines(keepends=True)
    (folder / "show.journal").write_bytes(b"".join([*lines[:3], b"ff" + lines[3][2:], *lines[4:]]))
    assert main(["report", folder.name], os.environ) == 0
    said = capsys.readouterr()
    assert "Hội nghị tổng kết" in said.out
    assert "dòng 4" in said.err
