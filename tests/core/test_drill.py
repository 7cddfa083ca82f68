"""Simulated hands: some answer at once, some late, some never, and the record says that nobody was there."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.answers import answering
from runofshow.core.drill import answers_after, answers_due
from runofshow.core.history import history
from runofshow.core.refusal import Reason
from tests.core.shows import Stage, agenda, cue, item, seconds


def stage_of(seed: int | None, *, mode: c.Mode = c.Mode.REHEARSAL, speed: float = 1.0) -> Stage:
    plan = agenda(item("a", 10, *(cue(f"q{number}", to=Role.LIGHTS) for number in range(4))), item("b", 10))
    return Stage(plan, mode=mode, speed=speed, drill=seed)


def test_of_ten_stand_bys_seven_are_answered_soon_two_late_and_one_never() -> None:
    found: Counter[str] = Counter()
    for number in range(4_000):
        after = answers_after(7, f"m{number}.c1")
        if after is None:
            found["never"] += 1
        elif seconds(2) <= after <= seconds(8):
            found["soon"] += 1
        else:
            assert seconds(15) <= after <= seconds(75)
            found["late"] += 1
    assert [round(found[kind] / 400) for kind in ("soon", "late", "never")] == [7, 2, 1]


def test_the_same_seed_gives_the_same_hands_and_another_one_others() -> None:
    cues = [f"m{number}.c1" for number in range(20)]
    first, again, other = ([answers_after(seed, each) for each in cues] for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_a_hand_answers_when_its_time_has_come_and_once() -> None:
    stage = stage_of(5, speed=10)
    stage.do(c.StandBy("q1"), c.StandBy("q2"))
    after = answers_after(5, "q1")
    assert after is not None
    assert answers_due(5, stage.picture) == {}
    # seconds of the show, however fast it runs
    stage.sleep(after)
    assert "q1" in answers_due(5, stage.picture)
    stage.do(c.AnswerInDrill("q1"), by="drill")
    assert "q1" not in answers_due(5, stage.picture)
    assert stage.refusal(c.AnswerInDrill("q1"), "drill") is Reason.CUE_OVER


def test_one_that_never_answers_is_waited_for_and_becomes_overdue() -> None:
    seed = next(seed for seed in range(100) if answers_after(seed, "q0") is None)
    stage = stage_of(seed)
    stage.do(c.StandBy("q0"))
    stage.sleep(seconds(200))
    assert answers_due(seed, stage.picture) == {}
    assert [(one.about, one.is_overdue) for one in stage.picture.waiting] == [("q0", True)]
    assert answering(stage.picture, None) == frozenset(CUE_ROLES)


def test_the_record_says_that_nobody_was_there() -> None:
    stage = stage_of(5)
    stage.do(c.StandBy("q1"))
    stage.sleep(timedelta(minutes=1)).do(c.AnswerInDrill("q1"), by="drill")
    assert stage.entries[-1].by == "drill"
    (event,) = stage.entries[-1].events
    assert isinstance(event, e.CueAcknowledged)
    assert event.by == "drill"
    assert history(stage.entries).drill == 5


def test_nobody_is_simulated_in_a_show_whatever_its_record_says() -> None:
    for stage in (stage_of(None), stage_of(5, mode=c.Mode.LIVE)):
        stage.do(c.StandBy("q1"))
        assert stage.refusal(c.AnswerInDrill("q1"), "drill") is Reason.NOT_ALLOWED
        assert not stage.picture.drill
