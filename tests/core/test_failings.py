"""What the gear failed to do, from the record."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import Agenda, Role
from runofshow.core.failings import Failing, FailingKind
from runofshow.core.history import history
from runofshow.core.signal import Osc, Signal, Trigger
from runofshow.core.sound import EndedWhy, Fault
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, at, seconds
from tests.core.sounds import (
    ANTHEM,
    ANTHEM_LENGTH,
    AWARD,
    ELSEWHERE,
    A,
    began,
    came,
    conference,
    died,
    ended,
    failed,
    hall,
    left,
    salute,
    tell,
)


def failings(stage: Stage) -> tuple[Failing, ...]:
    return history(stage.entries).failings


def broken(cue_id: str, fault: Fault = Fault.BROKEN) -> s.TrackFailed:
    return s.TrackFailed(ANTHEM.track_id, cue_id, fault, "", ELSEWHERE)


def test_music_that_was_heard_to_its_end_has_not_failed() -> None:
    stage = salute()
    stage.at("8:02:02")
    tell(stage, ended(A, ANTHEM, "anthem"))
    assert failings(stage) == ()


def test_a_track_that_was_called_and_never_heard_is_silent_from_its_call_on() -> None:
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"))
    stage.at("8:02")
    assert failings(stage) == (Failing(at("8:01"), FailingKind.SILENT, "Quốc ca không lời", "anthem"),)


def test_without_a_player_nobody_knows_what_was_heard() -> None:
    stage = hall(player=None)
    stage.at("8:01").do(c.Go("anthem"))
    assert failings(stage) == ()


def test_a_call_that_was_taken_back_was_to_be_heard_by_nobody() -> None:
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"), c.Undo(sure=True))
    assert failings(stage) == ()


def test_a_track_that_is_missing_is_no_failing_until_it_is_called() -> None:
    stage = hall()
    tell(stage, failed(AWARD))
    assert failings(stage) == ()
    stage.at("8:05").do(c.Advance(sure=True))
    stage.do(c.Go("award"))
    assert [(one.kind, one.cue_id) for one in failings(stage)] == [(FailingKind.SILENT, "award")]


def test_what_breaks_off_or_comes_too_late_is_told_once() -> None:
    stage = salute()
    stage.at("8:01:20")
    tell(stage, broken("anthem"), ended(A, ANTHEM, "anthem", EndedWhy.BROKEN))
    assert failings(stage) == (Failing(at("8:01:20"), FailingKind.BROKEN, "Quốc ca không lời", "anthem"),)
    late = hall()
    late.at("8:01").do(c.Go("anthem"))
    late.at("8:01:09")
    tell(late, broken("anthem", Fault.LATE))
    assert [one.kind for one in failings(late)] == [FailingKind.LATE]


def test_a_player_that_dies_fails_and_one_that_is_closed_does_not() -> None:
    stage = hall()
    stage.at("8:03")
    tell(stage, died())
    tell(stage, came(), left())
    assert failings(stage) == (Failing(at("8:03"), FailingKind.PLAYER_DIED),)


def test_what_fails_before_the_first_item_or_after_the_last_is_nobodys_loss() -> None:
    stage = Stage(conference()).at("7:58")
    tell(stage, came(), died())
    assert failings(stage) == ()
    stage.at("8:00").do(c.Start(), c.End(sure=True))
    stage.at("9:00")
    tell(stage, came(), died())
    assert failings(stage) == ()


def _with_signal(title: str = "") -> Agenda:
    signal = Signal("qlab", Trigger.SHOW_STARTED, Osc("127.0.0.1", 53000, "/go"), title)
    return replace(conference(), signals=(signal,))


def test_a_signal_that_was_not_taken_is_told_by_its_name_or_its_id() -> None:
    for title, about in (("Đèn sân khấu", "Đèn sân khấu"), ("", "qlab")):
        stage = hall(_with_signal(title))
        lost = s.SignalFailed("qlab", "refused", 3, ELSEWHERE)
        stage.at("8:02").do(c.ReportSignal(lost), by="signals")
        (one,) = failings(stage)
        assert (one.kind, one.about, one.detail) == (FailingKind.SIGNAL, about, "refused")


def test_what_is_told_moves_with_the_clock_that_is_put_right() -> None:
    stage = hall()
    stage.at("8:03")
    tell(stage, died())
    stage.do(c.CorrectClock(10 * MINUTE))
    assert failings(stage) == (Failing(at("8:13"), FailingKind.PLAYER_DIED),)


def test_no_hand_answers_for_what_the_player_carries_out() -> None:
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"))
    tell(stage, began(A, ANTHEM, "anthem", ANTHEM_LENGTH))
    stage.at("8:03")
    tell(stage, ended(A, ANTHEM, "anthem"))
    stage.at("8:05").do(c.Advance())
    stage.watch(seconds(2)).do(c.Go("award"), c.Go("fade"))
    tell(stage, left())
    stage.at("8:25").do(c.Advance(), c.Go("invite"), c.Go("mc"))
    by = {cue.cue_id: cue.by_player for cue in history(stage.entries).cues}
    assert [cue_id for cue_id, is_so in by.items() if is_so] == ["anthem", "award", "fade"]
    assert (by["mc"], by["closing"]) == (False, False)


def test_a_cue_that_was_taken_out_is_nobodys() -> None:
    stage = hall()
    stage.do(c.AddCue("paper", Role.MC, "Mời đại biểu"))
    added = next(cue.cue_id for cue in stage.picture.cues if cue.text == "Mời đại biểu")
    stage.do(c.StandBy(added), c.RemoveCue(added))
    assert added not in {cue.cue_id for cue in history(stage.entries).cues}
    assert failings(stage) == ()
