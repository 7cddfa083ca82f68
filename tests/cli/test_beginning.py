"""A new show begins with the session that is meant, on the day and by the hours that are meant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from pathlib import Path

import pytest

from runofshow.cli.arguments import Asked, StartChoice
from runofshow.cli.beginning import Beginning, Pick, beginning, picked_on_terminal
from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda, Day
from runofshow.core.amend import shifted
from runofshow.core.value import replace
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
    ("typed", "picked"), [("9\n0\nhai\n2\n", 2), (" 1 \n", 1), ("\n", 2), ("", 2), ("9\n", 2)]
)
def test_a_number_that_is_no_session_is_asked_for_again(
    typed: str, picked: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    assert picked_on_terminal("Buổi nào? ", 2, 2) == picked
    assert capsys.readouterr().out.count("Buổi nào? ") == max(typed.count("\n") + (typed == "9\n"), 1)


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
    # of another day, and far from each of its sessions: with nobody to ask it moves
    evening = begun(dated(two_sessions()), at("21:00") + timedelta(days=9))
    assert (evening.floating, evening.aside) == (True, ())
    morrow = begun(dated(two_sessions()), at("8:50") + timedelta(days=9))
    assert (morrow.floating, morrow.aside) == (False, ("a", "b"))


def test_a_rehearsal_begins_at_its_beginning_unless_it_is_told() -> None:
    assert begun(dated(two_sessions()), at("8:50"), command="rehearse").aside == ()


def test_a_rehearsal_asks_with_which_session_to_begin_and_takes_the_first_for_granted() -> None:
    asked: list[int] = []

    def pick(question: str, count: int, default: int) -> int:
        asked.append(default)
        return count

    found = begun(dated(two_sessions()), at("8:50"), pick=pick, command="rehearse")
    assert (asked, found.aside) == ([1], ("a", "b"))
    assert begun(dated(two_sessions()), at("8:50"), first="d", pick=pick, command="rehearse").aside == (
        *"abc",
    )
    assert asked == [1]


def numbered_anew() -> Agenda:
    """Each of two days has a morning whose items are counted from 1."""
    first = session("s1", "8:00", item("m1", 10, number="1"), item("m2", 10, number="2"))
    second = session("s2", "9:00", item("s2.m1", 10, number="1"), item("s2.m3", 10, number="3"))
    morrow = timedelta(days=1)
    second = replace(second, title=first.title, start_at=second.start_at + morrow)
    return Agenda("Hội nghị", (first, second), day=DATED)


@pytest.mark.parametrize("command", ["serve", "rehearse"])
def test_a_name_that_several_bear_is_answered_with_what_to_call_each(command: str) -> None:
    with pytest.raises(Failed) as several:
        begun(numbered_anew(), at("8:00"), first="1", command=command)
    _, *lines = str(several.value).splitlines()
    assert [line.split()[0] for line in lines] == ["m1", "s2.m1"]
    assert "Buổi s1 · 1 · Mục s2.m1" in lines[1]
    with pytest.raises(Failed) as days:
        begun(numbered_anew(), at("8:00"), first="buổi s1", command=command)
    _, *lines = str(days.value).splitlines()
    assert [line.split() for line in lines] == [
        ["s1", "Buổi", "s1", "·", "08:00", "27/03"],
        ["s2", "Buổi", "s1", "·", "09:00", "28/03"],
    ]
    for unmistakable in ("s2.m1", "s2", "S2"):
        assert begun(numbered_anew(), at("8:00"), first=unmistakable, command=command).aside == ("m1", "m2")
    assert begun(numbered_anew(), at("8:00"), first="3", command=command).aside == ("m1", "m2", "s2.m1")


def test_a_session_of_the_second_day_named_on_another_day_is_laid_on_that_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = begun(numbered_anew(), at("8:50") + timedelta(days=40), first="s2")
    assert (found.floating, found.agenda.sessions[1].start_at) == (False, at("9:00") + timedelta(days=40))
    assert "28/03/2020" in capsys.readouterr().out


def test_a_plan_that_only_says_by_when_is_not_said_to_name_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    by_when = Day("hoàn thành trước ngày 20/6/2020", latest=date(2020, 6, 20))
    begun(replace(two_sessions(), day=by_when), at("8:50") + timedelta(days=40))
    assert "ghi “hoàn thành trước ngày 20/6/2020”; hôm nay" in capsys.readouterr().out


def night(*, is_dated: bool) -> Agenda:
    """17:30 a 390', to half past midnight at the latest."""
    plan = agenda(item("a", 390), start="17:30")
    (sitting,) = plan.sessions
    until = replace(sitting, hard_out=at("0:30") + timedelta(days=1))
    return Agenda(plan.title, (until,), day=DATED if is_dated else Day(""))


@pytest.mark.parametrize("hour", ["0:10", "0:50"])
def test_a_night_opened_anew_after_midnight_keeps_the_hours_of_its_evening(hour: str) -> None:
    found = begun(night(is_dated=True), at(hour) + timedelta(days=1))
    assert (found.floating, found.agenda) == (False, night(is_dated=True))


def test_a_night_without_a_date_opened_anew_after_midnight_is_the_one_that_runs() -> None:
    after_midnight = at("0:10") + timedelta(days=1)
    # without a date it is read for the day on which it is opened
    read = shifted(night(is_dated=False), timedelta(days=1))
    found = begun(read, after_midnight)
    assert (found.floating, first_at(found)) == (False, at("17:30"))


def test_the_session_that_runs_by_plan_begins_though_another_one_starts_nearer_to_now() -> None:
    plan = Agenda(
        "Hội nghị", (session("s1", "7:30", item("a", 240)), session("s2", "13:30", item("b", 60))), day=DATED
    )
    assert begun(plan, at("11:00")).aside == ()
    assert begun(plan, at("11:45")).aside == ("a",)
