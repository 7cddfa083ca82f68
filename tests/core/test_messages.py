"""What is written to people, and that they have read it."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Role
from runofshow.core.refusal import Reason
from tests.core.shows import Stage, agenda, at, item, minutes


def told(stage: Stage) -> list[tuple[str, str | None, str | None]]:
    """Each message's id, when it was answered, and by whom."""
    return [
        (one.message_id, f"{one.answered_at:%H:%M:%S}" if one.answered_at else None, one.answered_by)
        for one in stage.picture.messages
    ]


@pytest.fixture
def stage() -> Stage:
    """8:00, and the speaker has been told twice."""
    stage = Stage(agenda(item("a", 10))).at("8:00")
    stage.do(c.SendMessage(Role.SPEAKER, "Còn 5 phút"), c.SendMessage(Role.SPEAKER, "Mời kết luận"))
    return stage


def test_an_answer_is_a_fact_with_who_and_when(stage: Stage) -> None:
    events = stage.at("8:00:20").do(c.AnswerMessage("t1"), by="speaker")
    assert events == (e.MessageAnswered("t1", at("8:00:20"), "speaker"),)
    assert told(stage) == [("t1", "08:00:20", "speaker"), ("t2", None, None)]


def test_who_has_read_the_newest_has_read_what_stood_before_it(stage: Stage) -> None:
    stage.do(c.SendMessage(Role.MC, "Chờ"))
    stage.at("8:00:20").do(c.AnswerMessage("t2"), by="speaker")
    assert told(stage) == [("t1", "08:00:20", "speaker"), ("t2", "08:00:20", "speaker"), ("t3", None, None)]


def test_a_message_is_answered_once_and_one_that_never_was_is_unknown(stage: Stage) -> None:
    stage.do(c.AnswerMessage("t1"), by="speaker")
    assert stage.refusal(c.AnswerMessage("t1"), by="speaker") is Reason.ALREADY_ANSWERED
    assert stage.refusal(c.AnswerMessage("t9"), by="speaker") is Reason.UNKNOWN_MESSAGE


def test_what_the_whole_hall_would_read_is_not_sent(stage: Stage) -> None:
    assert stage.refusal(c.SendMessage(Role.DISPLAY, "Nhanh lên")) is Reason.NOT_READ


def test_words_back_answer_all_that_was_written_before_and_nothing_to_others() -> None:
    stage = Stage(agenda(item("a", 10))).at("8:00")
    stage.do(c.SendMessage(Role.MC, "Kéo dài"), c.SendMessage(Role.MC, "Thôi"))
    stage.do(c.SendMessage(Role.CREW, "Mời lên"))
    stage.at("8:00:30").do(c.SendMessage(Role.CALLER, "Đã rõ"), by="mc")
    assert told(stage) == [
        ("t1", "08:00:30", "mc"),
        ("t2", "08:00:30", "mc"),
        ("t3", None, None),
        ("t4", None, None),
    ]
    stage.at("8:01").do(c.SendMessage(Role.MC, "Tốt"))
    assert told(stage)[3] == ("t4", "08:01:00", "caller"), "the caller answers too"


def test_a_message_can_be_answered_after_the_end(stage: Stage) -> None:
    stage.do(c.Start(), c.End())
    stage.do(c.AnswerMessage("t2"), by="speaker")
    assert told(stage)[1][2] == "speaker"


def test_an_answer_moves_with_a_corrected_clock_and_no_undo_takes_it_back(stage: Stage) -> None:
    stage.do(c.AnswerMessage("t1"), by="speaker")
    stage.do(c.Start(), c.Undo())
    stage.do(c.CorrectClock(minutes(60)))
    assert told(stage) == [("t1", "09:00:00", "speaker"), ("t2", None, None)]
