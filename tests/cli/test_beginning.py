"""A new show begins with the session that is meant, on the day and by the hours that are meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from runofshow.cli.arguments import Asked, StartChoice
from runofshow.cli.beginning import Beginning, Pick, beginning
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda, Day
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.core.shows import agenda, at, item, session, two_sessions

DATED = Day("27/3/2020", date(2020, 3, 27), date(2020, 3, 27))


def begun(
    plan: Agenda,
    now: datetime,
    *,
    first: str | None = None,
    start: StartChoice = None,
    pick: Pick = None,
    command: str = "serve",
) -> Beginning:
    asked = Asked(
        "rehearse" if command == "rehearse" else "serve", agenda=Path("x.yaml"), first=first, start=start
    )
    return beginning(
        Outcome(asked, Language.VI, CLI[Language.VI], {}), plan, now, UTC, lambda question, keys: True, pick
    )


def dated(plan: Agenda) -> Agenda:
    return Agenda(plan.title, plan.sessions, day=DATED)


def first_at(found: Beginning) -> datetime:
    return found.agenda.sessions[0].start_at


def test_with_nobody_to_ask_the_session_nearest_to_now_begins_and_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = begun(dated(two_sessions()), at("8:50"))
    assert found.aside == ("a", "b")
    assert "Bắt đầu từ Buổi s2, 09:00" in capsys.readouterr().out
    assert begun(dated(two_sessions()), at("8:05")).aside == ()


def test_who_sits_at_a_terminal_is_asked_with_the_nearest_as_the_default(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[tuple[str, int, int]] = []

    def pick(question: str, count: int, default: int) -> int:
        asked.append((question, count, default))
        return 1

    assert begun(dated(two_sessions()), at("8:50"), pick=pick).aside == ()
    assert [(count, default) for _, count, default in asked] == [(2, 2)]
    assert "2. 09:00 27/03  Buổi s2" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "aside"), [("s2", "ab"), ("BUỔI S2", "ab"), ("b", "a"), ("d", "abc"), ("a", "")]
)
def test_from_names_a_session_or_an_item(name: str, aside: str) -> None:
    assert begun(dated(two_sessions()), at("8:00"), first=name).aside == tuple(aside)


def test_an_unknown_name_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(Failed, match="Buổi s1, Buổi s2, a, b, c, d"):
        begun(two_sessions(), at("8:00"), first="z")


def test_a_conference_of_two_days_begins_its_second_day_with_the_session_of_that_day() -> None:
    plan = two_sessions()
    morrow = session("s3", "8:00", item("e", 10))
    morrow = replace(morrow, start_at=morrow.start_at + timedelta(days=1))
    later = Agenda("Hội nghị", (*plan.sessions, morrow), day=DATED)
    found = begun(later, at("7:50") + timedelta(days=1))
    assert found.aside == ("a", "b", "c", "d")
    assert found.agenda == later


def test_a_plan_opened_the_evening_before_keeps_its_day_and_hours() -> None:
    plan = dated(agenda(item("a", 10), hard_out="9:00"))
    found = begun(plan, at("20:00") - timedelta(days=1))
    assert (found.floating, found.agenda) == (False, plan)


def test_a_plan_without_a_date_opened_in_the_evening_is_for_tomorrow() -> None:
    found = begun(agenda(item("a", 10)), at("20:00"))
    assert (found.floating, first_at(found)) == (False, at("8:00") + timedelta(days=1))


@pytest.mark.parametrize("later", [timedelta(), timedelta(days=2)])
def test_a_plan_for_just_after_midnight_opened_before_it_keeps_its_hour(later: timedelta) -> None:
    plan = agenda(item("a", 10), start="0:10")
    found = begun(dated(plan) if later else plan, at("23:50") + later)
    assert (found.floating, first_at(found)) == (False, at("0:10") + later + timedelta(days=1))


def test_an_hour_to_start_at_is_the_nearest_such_hour() -> None:
    plan = dated(agenda(item("a", 10)))
    assert first_at(begun(plan, at("23:50"), start=time(0, 10))) == at("0:10") + timedelta(days=1)
    assert first_at(begun(plan, at("0:10"), start=time(23, 50))) == at("23:50") - timedelta(days=1)
    second = begun(dated(two_sessions()), at("13:00"), first="s2", start=time(13, 30))
    assert second.agenda.sessions[1].start_at == at("13:30")


def test_a_plan_that_is_moved_begins_at_its_beginning() -> None:
    assert begun(dated(two_sessions()), at("8:50"), start="now").aside == ()


def test_a_rehearsal_begins_at_its_beginning_unless_it_is_told() -> None:
    assert begun(dated(two_sessions()), at("8:50"), command="rehearse").aside == ()
