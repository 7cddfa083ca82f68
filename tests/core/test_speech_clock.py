"""Where a speaker should be by now: page, passage and share, by a clock that moves when told."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.history import history
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Senses
from runofshow.core.speech.clock import FEWEST, SpeechNow, speech_now, words_now
from runofshow.core.speech.pace import PaceBy, paces_of
from runofshow.core.speech.readers import paces_in, readings_of
from runofshow.core.speech.script import Passage, Speech
from runofshow.core.value import replace
from runofshow.core.views.roles import CallerView, HandView, StageView, view_of
from tests.core.shows import MINUTE, Stage, agenda, at, item, minutes

READ = Speech(
    "bai.docx", (Passage(320, 1, "Kính thưa…"), Passage(480, 2, "Một là…"), Passage(320, 3, "Xin cảm ơn…"))
)
"""1,120 syllables: seven minutes at 160."""
WORDS = "\n".join(["Kính thưa các vị đại biểu về dự hội nghị hôm nay, xin giới thiệu:"] * 5)
"""75 syllables: 29 seconds of an MC."""


def show(**more: Any) -> Stage:
    report = replace(item("a", 7, speech=READ, **more), kind="report")
    return Stage(agenda(report, item("b", 5))).at("8:00")


def told(stage: Stage) -> tuple[int, str, int]:
    speech = shown(stage)
    passage = speech.passage(stage.now)
    return passage.page, passage.head, speech.percent(stage.now)


def shown(stage: Stage) -> SpeechNow:
    speech = stage.picture.speech
    assert speech is not None
    return speech


def test_a_text_that_fits_is_read_over_the_length_of_its_item() -> None:
    stage = show()
    stage.do(c.Start())
    assert told(stage) == (1, "Kính thưa…", 0)
    assert told(stage.at("8:01:59")) == (1, "Kính thưa…", 25)
    assert told(stage.at("8:02")) == (2, "Một là…", 25)
    assert told(stage.at("8:05")) == (3, "Xin cảm ơn…", 70)
    speech = shown(stage)
    assert (speech.pace, speech.pace_by, speech.whole_s, speech.pages) == (160, PaceBy.SLOT, 420, 3)
    assert (speech.is_over(at("8:06:59")), speech.is_over(at("8:07"))) == (False, True)
    assert speech.passage(at("8:20")).page == 3


def test_a_hold_is_no_reading_time() -> None:
    stage = show()
    stage.do(c.Start())
    stage.at("8:02:30").do(c.Hold())
    held = told(stage)
    assert told(stage.at("8:30")) == held == (2, "Một là…", 35)
    stage.do(c.Resume())
    assert told(stage.at("8:32:29")) == (2, "Một là…", 70)
    assert told(stage.at("8:32:30")) == (3, "Xin cảm ơn…", 70)


def test_an_added_minute_is_time_to_read() -> None:
    stage = show()
    stage.do(c.Start())
    stage.at("8:04").do(c.AddTime(MINUTE))
    assert shown(stage).whole_s == 480
    assert told(stage) == (2, "Một là…", 50)


def test_a_text_that_does_not_fit_is_read_as_people_read() -> None:
    stage = Stage(agenda(replace(item("a", 4, speech=READ), kind="report"))).at("8:00")
    stage.do(c.Start())
    speech = shown(stage)
    assert (speech.pace, speech.pace_by) == (190, PaceBy.CUSTOM)
    assert round(speech.whole_s) == 354


def test_a_reader_who_has_been_heard_reads_as_they_do() -> None:
    speech = speech_now(READ, "report", minutes(7), at("8:00"), own=140)
    assert speech is not None
    assert (speech.pace_by, speech.whole_s) == (PaceBy.OWN, 480)


def test_an_item_without_length_or_a_text_that_could_not_be_read_has_an_answer() -> None:
    speech = speech_now(READ, "report", timedelta(), at("8:00"))
    assert speech is not None
    assert speech.pace == 190
    assert speech_now(Speech("x"), "report", minutes(7), at("8:00")) is None


def test_nothing_is_read_before_the_start_nor_in_an_item_without_a_text() -> None:
    stage = show()
    assert stage.picture.speech is None
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    assert stage.running == "b"
    assert stage.picture.speech is None


def test_the_mcs_own_words_are_followed_line_by_line_at_an_mcs_rate() -> None:
    stage = Stage(agenda(item("a", 7, mc="→ Bước ra sân khấu\n" + WORDS), item("b", 5))).at("8:00")
    stage.do(c.Start())
    words = stage.picture.mc_speech
    assert words is not None
    assert (words.pages, words.pace, len(words.passages)) == (0, 155, 5)
    assert [passage.from_s for passage in words.passages] == [0, 6, 12, 17, 23]
    assert words.is_over(at("8:00:30"))


def test_a_few_words_and_the_commands_of_a_rite_have_no_clock() -> None:
    assert words_now("lời " * (FEWEST - 1), "opening", at("8:00")) is None
    assert words_now("lời " * FEWEST, "opening", at("8:00")) is not None
    assert words_now("lời " * FEWEST, "flag_salute", at("8:00")) is None
    assert Stage(agenda(item("a", 7, mc=WORDS))).picture.mc_speech is None


@pytest.mark.parametrize("role", Role)
def test_who_follows_a_speech_is_told_and_nobody_hurries_the_speaker(role: Role) -> None:
    stage = show(mc=WORDS)
    stage.do(c.Start())
    view = view_of(role, stage.picture, UTC)
    follows = role in (Role.CALLER, Role.STAGE, Role.MC, Role.CREW)
    if isinstance(view, CallerView | StageView | HandView):
        assert (view.speech is not None) == follows
    else:
        assert not follows
        assert not hasattr(view, "speech")
    assert isinstance(view, HandView) is (role not in (Role.CALLER, Role.STAGE, Role.SPEAKER, Role.DISPLAY))
    if isinstance(view, HandView):
        assert (view.mc_speech is not None) == (role is Role.MC)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40), st.integers(1, 60), st.integers(0, 4000))
def test_the_place_only_goes_on_and_ends_with_the_last_passage(
    counts: list[int], length: int, second: int
) -> None:
    speech = speech_now(
        Speech("x", tuple(Passage(count, page, "") for page, count in enumerate(counts, start=1))),
        "paper",
        minutes(length),
        at("8:00"),
    )
    assert speech is not None
    now = at("8:00") + timedelta(seconds=second)
    later = now + timedelta(seconds=7)
    assert speech.passage(now).page <= speech.passage(later).page
    assert speech.is_over(now) or 0 <= speech.percent(now) < 100
    assert not speech.is_over(now) or speech.passage(now).page == len(counts)


# Whose pace it is


def read_by(name: str | None, clock: str) -> Stage:
    """A show in which somebody read the text from 8:00 on until then."""
    report = replace(item("a", 7, speech=READ, by=name), kind="report")
    stage = Stage(agenda(report, item("b", 5, by=name))).at("8:00")
    stage.do(c.Start())
    stage.at(clock).do(c.Advance())
    return stage


def test_a_show_teaches_the_pace_of_who_read_in_it() -> None:
    shows = [read_by("Ông  An", "8:08"), read_by("ông an", "8:07"), read_by("Bà Bình", "8:10")]
    told = [history(show.entries) for show in shows]
    paces = paces_of(one for record in told for one in readings_of(record))
    assert paces == {"ông an": 150, "bà bình": 112}
    assert list(readings_of(history(read_by(None, "8:08").entries))) == []


def test_a_known_pace_is_that_of_every_text_its_reader_has() -> None:
    stage = read_by("Ông An", "8:08")
    assert paces_in(stage.state.order.leaves, {"ông an": 140}) == {"a": 140}
    assert paces_in(stage.state.order.leaves, {"bà bình": 140}) == {}


def test_the_clock_goes_by_the_readers_own_pace_where_it_is_sensed() -> None:
    stage = show()
    stage.do(c.Start())
    speech = take_snapshot(stage.state, stage.now, Senses(paces={"a": 140})).speech
    assert speech is not None
    assert (speech.pace, speech.pace_by, speech.whole_s) == (140, PaceBy.OWN, 480)
