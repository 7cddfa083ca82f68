"""Call and answer: who is connected, who has answered, and for how long one has not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from rich.style import Style

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.answers import answering
from runofshow.core.commands import Mode
from runofshow.core.presence import Presence
from runofshow.core.snapshot import CuePhase, CueRow, Snapshot
from runofshow.hall.guests import presence_of
from runofshow.tui.answers import aware, missing
from runofshow.tui.caller_face import Look, stage
from runofshow.tui.colours import DARK
from runofshow.tui.cue_marks import phase_words
from runofshow.tui.hall import device
from runofshow.tui.lamps import style
from runofshow.tui.lines import Line
from runofshow.tui.panels.header import header
from runofshow.tui.panels.next_item import next_panel
from tests.tui.doors import ANDROID, GUESTS, IPHONE, NOW, WINDOWS
from tests.tui.hall import Hall, Venue, hall, pen
from tests.tui.states import running

HERE = Presence(1, frozenset({Role.MC}))
GONE = Presence(0, frozenset(), ((Role.MC, 40),))
NOBODY = Presence()
TWO = presence_of(GUESTS, NOW)


def seen(it: Hall, present: Presence | None) -> Snapshot:
    """The picture where these are connected."""
    it.show.sense(present)
    it.show.tick()
    return it.now


def told(
    venue: Venue, seconds: int, present: Presence | None, it: Hall | None = None
) -> tuple[Snapshot, CueRow]:
    """The MC's next cue, told to stand by so many seconds ago, where these are connected."""
    it = it or running(venue)
    cue = next(one for one in it.now.cues if one.to is Role.MC and one.phase is CuePhase.LATER)
    it.do(c.StandBy(cue.cue_id))
    it.move(seconds=seconds)
    snapshot = seen(it, present)
    return snapshot, next(one for one in snapshot.cues if one.cue_id == cue.cue_id)


def said(snapshot: Snapshot, cue: CueRow) -> tuple[str, Style]:
    draws = aware(pen(), snapshot)
    return phase_words(cue, draws, snapshot.now).partition(" · ")[0], style(cue, draws)


@pytest.mark.parametrize(
    ("seconds", "present", "words", "ink"),
    [
        (3, None, "CHUẨN BỊ, chưa có máy", DARK.amber),
        (30, None, "CHUẨN BỊ, chưa có máy", DARK.amber),
        (30, NOBODY, "CHUẨN BỊ, chưa có máy", DARK.amber),
        (3, HERE, "CHUẨN BỊ, đã nối, chờ 0:03", DARK.amber),
        (9, HERE, "CHUẨN BỊ, đã nối, chờ 0:09", DARK.amber),
        (10, HERE, "CHƯA TRẢ LỜI 0:10", DARK.amber),
        (19, HERE, "CHƯA TRẢ LỜI 0:19", DARK.amber),
        (20, HERE, "CHƯA TRẢ LỜI 0:20", DARK.red),
        (12, GONE, "MẤT KẾT NỐI, chờ 0:12", DARK.amber),
        (21, GONE, "MẤT KẾT NỐI, chờ 0:21", DARK.red),
    ],
)
def test_a_stand_by_says_whether_its_hand_is_there_and_how_long_it_has_not_answered(
    venue: Venue, seconds: int, present: Presence | None, words: str, ink: Style
) -> None:
    assert said(*told(venue, seconds, present)) == (words, ink)


@pytest.mark.parametrize(("present", "words"), [(None, "ĐẾN LÚC, chưa có máy"), (HERE, "CHƯA TRẢ LỜI 2:34")])
def test_in_its_moment_a_cue_still_says_that_its_hand_has_no_machine(
    venue: Venue, present: Presence | None, words: str
) -> None:
    snapshot = seen(running(venue), present)
    due = next(one for one in snapshot.cues if one.to is Role.MC and one.phase is CuePhase.DUE)
    assert said(snapshot, due)[0] == words


def test_an_answer_ends_the_wait(venue: Venue) -> None:
    it = running(venue)
    _, cue = told(venue, 25, HERE, it)
    it.do(c.Acknowledge(cue.cue_id), by="mc")
    answered = next(one for one in it.now.cues if one.cue_id == cue.cue_id)
    assert said(it.now, answered) == ("ĐÃ RÕ", DARK.green)
    assert cue.cue_id not in aware(pen(), it.now).waiting


def test_in_a_protected_item_no_answer_is_asked_for_in_red(venue: Venue) -> None:
    it = hall(venue)
    it.advance_to("2")
    snapshot, cue = told(venue, 60, GONE, it)
    assert snapshot.current is not None
    assert snapshot.current.row.protected
    assert said(snapshot, cue)[1] == DARK.amber
    draws = aware(pen(), snapshot)
    styles = [segment.style for line in stage(snapshot, draws, 200, 60, Look()).picture for segment in line]
    assert DARK.red not in styles
    assert DARK.alarm not in styles


def test_in_a_fast_rehearsal_a_hand_has_as_long_as_in_the_show(venue: Venue) -> None:
    it = hall(venue, mode=Mode.REHEARSAL, speed=10)
    it.advance_to("5.2")
    cue = next(one for one in it.now.cues if one.to is Role.MC and one.phase is CuePhase.LATER)
    it.do(c.StandBy(cue.cue_id))
    stood_by_at = it.now.now
    while it.now.now - stood_by_at < timedelta(seconds=50):
        it.move(seconds=1)
    assert not aware(pen(), seen(it, HERE)).waiting[cue.cue_id].is_late


def test_who_has_a_machine_is_expected_to_answer_but_only_where_cues_are_given(venue: Venue) -> None:
    snapshot = running(venue).now
    assert answering(snapshot, None) == frozenset()
    # The display came in too, but nobody stands behind it.
    assert answering(snapshot, TWO) == {Role.MC, Role.MUSIC}
    assert answering(snapshot, GONE) == {Role.MC}


def test_the_header_counts_machines_quietly(venue: Venue) -> None:
    snapshot = seen(running(venue), TWO)
    line = header(snapshot, aware(pen(), snapshot), 120)
    assert " 2 máy " in "".join(segment.text for segment in line)
    assert all(segment.style in (DARK.header, DARK.header + DARK.strong) for segment in line)


@pytest.mark.parametrize(("seconds", "ink"), [(3, DARK.amber + Style(reverse=True)), (21, DARK.alarm)])
def test_the_header_is_loud_when_a_machine_has_gone_from_which_an_answer_is_due(
    venue: Venue, seconds: int, ink: Style
) -> None:
    it = running(venue)
    for waiting in [one for one in it.now.cues if one.to is Role.MC and one.phase is CuePhase.DUE]:
        it.do(c.Acknowledge(waiting.cue_id))
    snapshot, cue = told(venue, seconds, HERE, it)
    assert missing(snapshot) is None
    snapshot = seen(it, GONE)
    gone = missing(snapshot)
    assert gone is not None
    assert gone.about == cue.cue_id
    loud = [
        segment
        for segment in header(snapshot, aware(pen(), snapshot), 120)
        if "MC mất kết nối" in segment.text
    ]
    assert [segment.style for segment in loud] == [ink]


def test_a_machine_that_has_gone_while_nothing_is_asked_of_it_makes_no_noise(venue: Venue) -> None:
    snapshot = seen(hall(venue), GONE)
    line = header(snapshot, aware(pen(), snapshot), 120)
    assert "mất kết nối" not in "".join(segment.text for segment in line)


def test_the_header_says_whose_answer_to_a_message_is_late_until_it_comes(venue: Venue) -> None:
    it = running(venue)
    it.do(c.SendMessage(Role.MC, "Đọc chậm lại"))
    it.move(seconds=29)
    assert "✉" not in in_words(header(seen(it, HERE), pen(), 120))
    it.move(seconds=13)
    line = header(seen(it, HERE), pen(), 120)
    assert "✉ MC chưa trả lời 0:42" in in_words(line)
    assert not any(segment.style == DARK.alarm for segment in line)
    message = it.now.messages[-1]
    it.do(c.AnswerMessage(message.message_id), by="mc")
    assert "✉" not in in_words(header(it.now, pen(), 120))


def in_words(line: Line) -> str:
    return "".join(segment.text for segment in line)


def test_the_cue_board_of_what_comes_next_has_the_wait_in_full(venue: Venue) -> None:
    snapshot, _ = told(venue, 14, HERE)
    picture = next_panel(snapshot, aware(pen(), snapshot), 58, 18)
    assert any("CHƯA TRẢ LỜI 0:14" in segment.text for line in picture for segment in line)


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        (IPHONE, "iPhone · Safari"),
        (ANDROID, "Android · Chrome"),
        (WINDOWS, "Windows · Edge"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "?"),
    ],
)
def test_a_machine_is_named_as_people_know_it(agent: str, named: str) -> None:
    assert device(agent) == named
