"""Who is expected to answer, and what has waited too long: rules of answers.py and presence.py."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import BeforeEnd, Role
from runofshow.core.answers import answering, waiting_of
from runofshow.core.notices import Message
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Presence, Senses
from runofshow.core.value import replace
from runofshow.core.views.roles import view_of
from runofshow.core.waiting import Asked, Waiting
from runofshow.core.wire import as_json
from tests.core.shows import Stage, agenda, at, cue, item, minutes, seconds

MC_HERE = Presence(1, frozenset({Role.MC}))
MC_LOST = Presence(0, frozenset(), ((Role.MC, 40),))
NOBODY = Presence()


def told(protected: bool = False, speed: float = 1.0) -> Stage:
    """8:00 a of 10 minutes runs, and its MC's cue, two minutes before the end, told at 8:01."""
    plan = agenda(
        item("a", 10, cue("mc", BeforeEnd(minutes(2)), to=Role.MC), protected=protected),
        item("b", 10, cue("crew", to=Role.CREW)),
    )
    stage = Stage(plan, speed=speed).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.StandBy("mc"))
    return stage


def waits(stage: Stage, present: Presence | None) -> list[tuple[str, bool, bool, bool]]:
    """What waits: its id, and whether it is late, overdue, lost."""
    found = waiting_of(stage.picture, present)
    return [(one.about, one.is_late, one.is_overdue, one.is_lost) for one in found]


@pytest.mark.parametrize(
    ("clock", "late", "overdue"),
    [("8:01:09", False, False), ("8:01:10", True, False), ("8:01:19", True, False), ("8:01:20", True, True)],
)
def test_an_answer_is_late_from_ten_seconds_on_and_overdue_from_twenty(
    clock: str, late: bool, overdue: bool
) -> None:
    stage = told().at(clock)
    assert waits(stage, MC_HERE) == [("mc", late, overdue, False)]
    assert waits(stage, MC_LOST) == [("mc", late, overdue, True)]


def test_when_its_moment_has_come_it_is_overdue_at_once() -> None:
    stage = told()
    stage.do(c.Undo())
    stage.ticks_by_itself = False
    stage.at("8:07:59").do(c.StandBy("mc"))
    assert waits(stage.at("8:08"), MC_HERE) == [("mc", True, True, False)]


def test_nothing_is_overdue_while_a_protected_item_runs() -> None:
    assert waits(told(protected=True).at("8:03"), MC_HERE) == [("mc", True, False, False)]


def test_an_answer_and_a_go_end_the_wait() -> None:
    stage = told().at("8:03")
    stage.do(c.Acknowledge("mc"), by="mc")
    assert waits(stage, MC_HERE) == []


@pytest.mark.parametrize("present", [None, NOBODY, Presence(1, frozenset({Role.CREW, Role.DISPLAY}))])
def test_who_cannot_answer_is_not_waited_for(present: Presence | None) -> None:
    """No server, or no such screen was ever connected: the call goes by voice."""
    assert waits(told().at("8:03"), present) == []


def test_the_stage_is_waited_for_as_every_hand_is() -> None:
    stage = Stage(agenda(item("a", 10, cue("chairs", BeforeEnd(minutes(2)), to=Role.STAGE)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.StandBy("chairs"))
    stage.at("8:01:12")
    assert waits(stage, Presence(1, frozenset({Role.CREW}))) == []
    assert waits(stage, Presence(1, frozenset({Role.STAGE}))) == [("chairs", True, False, False)]
    assert waits(stage, Presence(0, frozenset(), ((Role.STAGE, 40),))) == [("chairs", True, False, True)]
    stage.do(c.Acknowledge("chairs"), by="stage")
    assert answering(stage.picture, NOBODY) == {Role.STAGE}


def test_who_has_answered_once_answers_again_while_there_is_a_hall() -> None:
    stage = told()
    stage.do(c.Acknowledge("mc"), by="mc")
    assert answering(stage.picture, NOBODY) == {Role.MC}
    assert answering(stage.picture, None) == frozenset()


def test_whose_cues_the_console_answers_is_waited_for_without_a_hall_too() -> None:
    stage = told()
    stage.do(c.Acknowledge("mc"))
    assert answering(stage.picture, None) == answering(stage.picture, NOBODY) == {Role.MC}
    assert waiting_of(stage.picture, None) == ()


def test_a_fast_rehearsal_leaves_nobody_less_time() -> None:
    stage = told(speed=10).at("8:02:30")
    (one,) = waiting_of(stage.picture, MC_HERE)
    assert (one.since, one.is_late) == (at("8:01"), False)


# Messages


@pytest.fixture
def spoken() -> Stage:
    """8:00 a runs, and at 8:01 the speaker is told something."""
    stage = Stage(agenda(item("a", 10), item("b", 10))).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.SendMessage(Role.SPEAKER, "Còn 5 phút"))
    return stage


SPEAKER = Presence(1, frozenset({Role.SPEAKER, Role.DISPLAY, Role.MC}))


def test_a_message_waits_for_its_answer_and_is_late_after_half_a_minute(spoken: Stage) -> None:
    (one,) = waiting_of(spoken.at("8:01:29").picture, SPEAKER)
    assert one == Waiting(Asked.MESSAGE, "t1", Role.SPEAKER, at("8:01"), False, False, False)
    assert waits(spoken.at("8:01:30"), SPEAKER) == [("t1", True, False, False)]
    assert waits(spoken, NOBODY) == []
    spoken.do(c.AnswerMessage("t1"), by="speaker")
    assert waits(spoken, SPEAKER) == []


def test_what_was_said_to_one_speaker_does_not_wait_for_the_next(spoken: Stage) -> None:
    spoken.do(c.SendMessage(Role.MC, "Chờ"))
    spoken.at("8:02").do(c.Advance())
    assert [one[0] for one in waits(spoken, SPEAKER)] == ["t2"]


def test_what_an_older_record_has_for_the_display_does_not_wait_nor_what_a_hand_wrote(spoken: Stage) -> None:
    spoken.do(c.AnswerMessage("t1"))
    older = Message("t2", Role.DISPLAY, "x", at("8:01"), "caller")
    assert waiting_of(replace(spoken.picture, messages=(*spoken.picture.messages, older)), SPEAKER) == ()
    spoken.do(c.SendMessage(Role.CALLER, "y"), by="mc")
    assert waits(spoken, replace(SPEAKER, here=SPEAKER.here | {Role.CALLER})) == []


def test_what_is_ten_minutes_old_is_past(spoken: Stage) -> None:
    spoken.do(c.SendMessage(Role.MC, "Chờ"))
    assert len(waits(spoken.at("8:10:59"), SPEAKER)) == 2
    assert waits(spoken.at("8:11"), SPEAKER) == []


def test_the_longest_wait_comes_first() -> None:
    stage = told()
    stage.at("8:01:10").do(c.SendMessage(Role.MC, "Chờ"))
    assert [one[0] for one in waits(stage.at("8:03"), MC_HERE)] == ["mc", "t1"]


# Presence


def test_who_has_come_in_is_here_or_lost() -> None:
    present = Presence(1, frozenset({Role.MC}), ((Role.CREW, 70),))
    assert present.joined == {Role.MC, Role.CREW}
    assert (present.lost_for(Role.CREW), present.lost_for(Role.MC)) == (70, None)


def test_the_caller_is_told_what_waits_and_who_is_here() -> None:
    stage = told().at("8:01:20")
    here = timezone(timedelta(hours=7))
    alone = as_json(view_of(Role.CALLER, stage.picture, here))
    assert (alone["presence"], alone["waiting"]) == (None, [])
    both = Presence(1, frozenset({Role.CREW}), ((Role.MC, 8),))
    wire = as_json(view_of(Role.CALLER, take_snapshot(stage.state, stage.now, Senses((), both)), here))
    assert wire["presence"] == {"machines": 1, "here": ["crew"], "lost": ["mc"]}
    assert wire["waiting"] == [
        {
            "what": "cue",
            "id": "mc",
            "to": "mc",
            "since": "2020-03-27T15:01:00.000+07:00",
            "is_late": True,
            "is_overdue": True,
            "is_lost": True,
        }
    ]
    assert seconds(20) == stage.now - at("8:01")
