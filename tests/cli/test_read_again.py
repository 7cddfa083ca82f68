"""The agenda file read again beside its running show: wherever the show was laid, what did not change changes
nothing."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from runofshow.agenda_file.revision_offers import NewerPlan, Offer
from runofshow.cli.arguments import Asked, Command, StartChoice
from runofshow.cli.choosing import chosen_show, read_again
from runofshow.cli.outcome import Outcome
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.tui.hall import HandClock

HALL = timezone(timedelta(hours=7))
FILE = """title: Hội nghị tổng kết
{date}start: 8h00
items:
- {{title: Chào cờ, kind: flag_salute}}
- {{title: Báo cáo tổng kết, kind: report}}
- {{title: Trao thưởng, kind: award, start: 9h00}}
- {{title: Bế mạc, kind: closing}}
"""


def outcome(folder: Path, command: Command, start: StartChoice, until: str | None) -> Outcome:
    asked = Asked(command, agenda=folder / "agenda.yaml", start=start, until=until, resume=False)
    return Outcome(asked, Language.VI, CLI[Language.VI], {"RUNOFSHOW_HOME": str(folder / "home")})


def offered(asked: Outcome, show: LiveShow) -> list[str]:
    reading = read_again(asked, show.state.opened.at, HALL)
    assert reading.agenda is not None
    offers: tuple[Offer, ...] = NewerPlan(reading.agenda, HALL).offers(show.state, show.latest.now)
    return [f"{each.revision.title} {each.revision.before} {each.revision.after}" for each in offers]


@pytest.mark.parametrize("date", ["", "date: 27/3/2020\n", "date: 1/9/2031\n"])
@pytest.mark.parametrize("start", [None, "now", time(19, 30)])
@pytest.mark.parametrize(("command", "until"), [("serve", None), ("rehearse", None), ("rehearse", "3")])
def test_only_what_changed_in_the_file_is_offered_wherever_the_show_was_laid(
    date: str, start: StartChoice, command: Command, until: str | None, tmp_path: Path
) -> None:
    file = tmp_path / "agenda.yaml"
    text = FILE.format(date=date)
    file.write_text(text, encoding="utf-8")
    asked = outcome(tmp_path, command, start, until)
    hand = HandClock(datetime(2031, 3, 26, 0, 40, 12, 345_678, tzinfo=UTC))
    show = chosen_show(asked, hand.sources(), HALL, can_ask=False)
    try:
        assert offered(asked, show) == []
        # a day later, with the plan put off by a week
        hand.move(timedelta(days=1))
        show.tick()
        assert offered(asked, show) == []
        if date:
            file.write_text(text.replace(date, "date: 3/4/2031\n"), encoding="utf-8")
            assert offered(asked, show) == []
        file.write_text(text.replace("9h00", "9h10"), encoding="utf-8")
        (line,) = offered(asked, show)
        assert line.startswith("Trao thưởng")
        before, after = (datetime.strptime(each, "%H:%M").replace(tzinfo=HALL) for each in line.split()[-2:])
        assert (after - before) % timedelta(days=1) == timedelta(minutes=10)
    finally:
        show.close()
