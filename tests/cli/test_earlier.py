"""What earlier shows and rehearsals on this machine teach a show that runs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli.arguments import Asked
from runofshow.cli.earlier import past_of
from runofshow.cli.opening import open_new
from runofshow.cli.outcome import Outcome
from runofshow.clock import Sources
from runofshow.core.commands import Advance, End, Mode, OpenShow, Start
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.cli import VI
from tests.cli.kept import EIGHT, ZONE, keep
from tests.cli.rehearsing import rehearsed

PLAN = """\
title: Hội nghị tổng kết
date: 2020-03-27
start: 8h00
items:
- {title: Báo cáo, kind: report, by: "Ông An", duration: 2', text: bao-cao.txt}
- {title: Bế mạc, kind: closing, by: Bà Bình, duration: 2'}
"""


def of_later(home: Path, source: Path, days: int = 2) -> LiveShow:
    """The same plan, opened days later."""
    assert ZONE is not None
    agenda = read_agenda(source, tz=ZONE, today=EIGHT.date(), language=Language.VI).agenda
    assert agenda is not None
    sources = Sources(lambda: EIGHT + timedelta(days=days), lambda: 0.0, lambda: 0.0)
    return open_new(home, OpenShow(agenda, floating=True, source=str(source.resolve())), sources, ZONE)


def test_a_text_read_in_a_rehearsal_or_a_show_teaches_its_readers_pace(tmp_path: Path) -> None:
    home, source = tmp_path / "home", tmp_path / "plan.yaml"
    source.write_text(PLAN, encoding="utf-8")
    (tmp_path / "bao-cao.txt").write_text("lời " * 170, encoding="utf-8")
    # an order a minute: the report is read in one
    told = (Start(sure=True), Advance(), End(sure=True))
    for mode in (Mode.REHEARSAL, Mode.LIVE):
        keep(home, source=source, told=told, mode=mode)
    show = of_later(home, source)
    outcome = Outcome(Asked("run"), Language.VI, VI, {"RUNOFSHOW_HOME": str(home)})
    past = past_of(outcome, show, lambda: True)
    assert past.paces == {"ông an": 170}
    assert past_of(outcome, show, lambda: False).paces == {}
    show.close()


def test_a_rehearsal_that_belongs_to_several_shows_is_read_once(tmp_path: Path) -> None:
    home, source = tmp_path / "home", tmp_path / "plan.yaml"
    source.write_text(PLAN, encoding="utf-8")
    (tmp_path / "bao-cao.txt").write_text("lời " * 170, encoding="utf-8")
    rehearsed(home, source, {"m1": 1}, day=0)
    for day in (1, 2):
        rehearsed(home, source, {"m1": 1.25}, day=day, speed=1, mode=Mode.LIVE)
    show = of_later(home, source, days=3)
    past = past_of(Outcome(Asked("run"), Language.VI, VI, {"RUNOFSHOW_HOME": str(home)}), show, lambda: True)
    show.close()
    take = {"m1": 60.0, "m2": 120.0}
    assert past.takes == (take,)
    assert [(one.takes, [item.actual_s for item in one.items]) for one in past.earlier] == [
        ((take,), [75.0, 120.0])
    ] * 2
    # of three readings the middle one: the rehearsal's, at 170, counts once
    assert past.paces == {"ông an": 136}
