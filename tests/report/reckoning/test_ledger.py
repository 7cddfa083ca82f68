"""Where the time went: the shares of a session's lateness add up to it, and what was written down is told as
the cause."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Session
from runofshow.core.alarms import Alarm
from runofshow.core.failings import Failing
from runofshow.core.history import CueHistory, History, history
from runofshow.core.moved_clock import corrected_by
from runofshow.core.notices import Note, NoteKind
from runofshow.core.refusal import Refused
from runofshow.report.reckoning.digest import ended_late
from runofshow.report.reckoning.incidents import Incident, incidents
from runofshow.report.reckoning.ledger import LEAST, Ledger, Share, Why, ledgers
from tests.core.histories import Moment, some_agenda, some_call
from tests.core.shows import Stage
from tests.core.shows import agenda as plan_of
from tests.core.shows import at as hour
from tests.core.shows import item as leaf
from tests.core.sounds import died, hall, tell
from tests.report.calling import HALL, Record, at, conference, minutes, two_days, whole_show


def only(told: History) -> Ledger:
    (ledger,) = ledgers(told)
    return ledger


def shares(told: History) -> list[tuple[Why, str, str]]:
    """What, of which item, by how much: `+2:00`."""
    return [
        (share.why, share.item.row.number if share.item else "", signed(share.by))
        for share in only(told).shares
    ]


def signed(length: timedelta) -> str:
    total = round(length.total_seconds())
    return f"{'-' if total < 0 else '+'}{abs(total) // 60}:{abs(total) % 60:02}"


def causes(told: History) -> dict[Why, list[str]]:
    return {share.why: [note.text for note in share.causes] for share in only(told).shares if share.causes}


def test_what_was_lost_less_what_was_won_back_is_how_late_it_ended() -> None:
    told = whole_show().history
    assert shares(told) == [
        (Why.START, "", "+2:00"),
        (Why.INSERTED, "2a", "+1:00"),
        (Why.HOLD, "3", "+2:10"),
        (Why.SHORT, "3", "-1:20"),
        (Why.OVER, "4", "+3:30"),
        (Why.SMALL, "", "+0:10"),
    ]
    ledger = only(told)
    assert (signed(ledger.lost), signed(ledger.won), signed(ledger.late)) == ("+8:50", "+1:20", "+7:30")
    assert ledger.late == ended_late(told)


def test_what_was_left_out_and_what_began_early_won_time_back() -> None:
    show = Record(conference()).do("07:58:00", c.Start()).do("08:00:00", c.Skip("m1.2"))
    show.do("08:12:00", c.Advance()).do("08:18:00", c.Advance(sure=True)).do("08:38:00", c.Advance())
    show.do("08:49:00", c.End())
    assert shares(show.history) == [
        (Why.START, "", "-2:00"),
        (Why.OVER, "1.1", "+2:00"),
        (Why.LEFT_OUT, "1.2", "-8:00"),
        (Why.OVER, "2", "+1:00"),
        (Why.OVER, "4", "+1:00"),
    ]
    assert signed(only(show.history).late) == "-6:00"


def test_the_wait_between_items_that_the_plan_has_is_won_where_nobody_waits() -> None:
    """Planned: a 8:00 to 8:10, b from 8:30; b begun as soon as a ended has no wait."""
    later = Stage(plan_of(leaf("a", 10), leaf("b", 10, fixed_start=hour("8:30"))))
    later.at("8:00").do(c.Start())
    later.at("8:10").do(c.Advance(sure=True))
    later.at("8:20").do(c.End())
    assert [(share.why, signed(share.by)) for share in only(history(later.entries)).shares] == [
        (Why.BETWEEN, "-20:00")
    ]


def test_each_session_has_an_account_of_its_own_and_one_that_goes_on_has_no_sums() -> None:
    show = Record(two_days())
    show.do("14:03:00", c.Start()).do("14:15:00", c.Advance())
    first, *others = ledgers(show.history)
    assert others == []
    assert [(share.why, signed(share.by)) for share in first.shares] == [
        (Why.START, "+3:00"),
        (Why.OVER, "+2:00"),
    ]
    assert signed(first.late) == "+5:00"


def test_where_the_record_stops_only_what_is_certain_is_told() -> None:
    show = Record(conference())
    show.do("08:02:00", c.Start(), c.Skip("m3")).do("08:05:00", c.Hold())
    show.do("08:10:00", c.TakeNote("Mất điện"))
    assert shares(show.history) == [(Why.START, "", "+2:00"), (Why.LEFT_OUT, "3", "-20:00")]


def test_what_is_written_around_a_hold_is_its_cause() -> None:
    show = Record(conference())
    show.do("08:00:00", c.Start()).do("08:03:59", c.TakeNote("Micro hú", NoteKind.INCIDENT))
    show.do("08:04:00", c.TakeNote("Đèn chớp", NoteKind.INCIDENT))
    show.do("08:05:00", c.Hold()).do("08:06:00", c.TakeNote("Mất điện", NoteKind.INCIDENT))
    show.do("08:06:30", c.TakeNote("Gọi điện lực")).do("08:08:00", c.Resume())
    show.do("08:09:30", c.TakeNote("Đã có điện", NoteKind.INCIDENT))
    show.do("08:15:00", c.Advance()).do("08:24:00", c.End())
    assert causes(show.history) == {Why.HOLD: ["Đèn chớp", "Mất điện", "Đã có điện"]}


def test_a_plain_note_is_the_cause_where_no_incident_was_written() -> None:
    show = Record(conference())
    show.do("08:01:00", c.TakeNote("Chờ Chủ tịch UBND")).do("08:05:00", c.Start())
    show.do("08:18:00", c.TakeNote("Kéo dài do hát thêm một bài")).do("08:19:00", c.Advance())
    show.do("08:22:00", c.TakeNote("Rút ngắn lần sau", NoteKind.LESSON)).do("08:27:00", c.End())
    assert causes(show.history) == {
        Why.START: ["Chờ Chủ tịch UBND"],
        Why.OVER: ["Kéo dài do hát thêm một bài"],
    }


def test_a_note_explains_one_thing_and_a_hold_first() -> None:
    """The act runs over from 8:12 on and is held inside that: what is written in the hold is the hold's."""
    show = Record(conference())
    show.do("08:00:00", c.Start()).do("08:14:00", c.Hold())
    show.do("08:14:30", c.TakeNote("Màn hình tắt", NoteKind.INCIDENT)).do("08:15:00", c.Resume())
    show.do("08:18:00", c.Advance()).do("08:26:00", c.End())
    assert shares(show.history)[:2] == [(Why.OVER, "1.1", "+5:00"), (Why.HOLD, "1.1", "+1:00")]
    assert causes(show.history) == {Why.HOLD: ["Màn hình tắt"]}


def two_sessions() -> Agenda:
    """Two items from 08:00 on, a break of five minutes, and two more from 08:55 on."""
    report = Item("a", "1", "Báo cáo", "report", minutes(30))
    debate = Item("b", "2", "Thảo luận", "discussion", minutes(20))
    paper = Item("d", "3", "Tham luận", "speech", minutes(20))
    closing = Item("e", "4", "Bế mạc", "closing", minutes(10))
    return Agenda(
        "Hội nghị",
        (
            Session("s1", "Phiên một", at("08:00:00"), items=(report, debate)),
            Session("s2", "Phiên hai", at("08:55:00"), items=(paper, closing)),
        ),
    )


def test_an_item_that_moved_to_another_session_is_won_by_the_one_and_lost_to_the_other() -> None:
    """The second session began when it was to, whatever came into it from the first."""
    show = Record(two_sessions())
    show.do("08:00:00", c.Start()).do("08:10:00", c.Move("b", None, "s2"))
    show.do("08:30:00", c.Advance(sure=True)).do("08:55:00", c.Advance(sure=True))
    show.do("09:15:00", c.Advance()).do("09:25:00", c.Advance()).do("09:47:00", c.End())
    first, second = ledgers(show.history)
    assert [(share.why, share.by) for share in first.shares] == [(Why.MOVED, -minutes(20))]
    assert [(share.why, share.by) for share in second.shares] == [(Why.MOVED, minutes(22))]
    assert second.session.planned_start == at("08:55:00")
    assert (first.late, second.late) == (-minutes(20), minutes(22))


def test_an_item_that_moved_and_never_ran_is_no_loss_of_the_session_it_came_to() -> None:
    show = Record(two_sessions())
    show.do("08:00:00", c.Start()).do("08:10:00", c.Move("b", None, "s2"), c.Skip("b"))
    show.do("08:30:00", c.Advance(sure=True)).do("08:55:00", c.Advance(sure=True))
    show.do("09:15:00", c.Advance()).do("09:25:00", c.End())
    first, second = ledgers(show.history)
    assert [(share.why, share.by) for share in first.shares] == [(Why.MOVED, -minutes(20))]
    assert second.shares == ()


def test_a_note_is_the_cause_in_one_session_only() -> None:
    show = Record(two_sessions())
    show.do("08:00:00", c.Start()).do("08:30:00", c.Advance())
    show.do("08:57:00", c.TakeNote("Chủ tọa kết luận dài")).do("09:00:00", c.Advance())
    show.do("09:10:00", c.Advance(sure=True)).do("09:30:00", c.Advance()).do("09:40:00", c.End())
    causes_of = [(share.why, share.causes) for one in ledgers(show.history) for share in one.shares]
    assert [(why, len(notes)) for why, notes in causes_of] == [(Why.OVER, 1), (Why.START, 0)]


def random_show(draw: Random) -> Record:
    """Two hours of a small conference, called by chance."""
    show = Record(conference())
    now = at("07:50:00")
    for _ in range(draw.randint(1, 25)):
        now += timedelta(seconds=draw.choice((1, 20, 59.4, 61.7, 240, 700)))
        command = draw.choice(COMMANDS)
        if not isinstance(show.try_(command, now), Refused):
            assert history(show.entries).items
    return show


COMMANDS: tuple[c.Command, ...] = (
    c.Start(sure=True),
    c.Advance(sure=True),
    c.Advance(sure=True),
    c.Advance(sure=True),
    c.Hold(),
    c.Resume(),
    c.Undo(sure=True),
    c.Back(sure=True),
    c.AddTime(minutes(2)),
    c.Skip("m3"),
    c.Jump("m4"),
    c.Move("m4", "m2"),
    c.Insert("m2", "Tặng hoa", minutes(3), "other"),
    c.Backdate("m2", minutes(1)),
    c.Edit("m4", duration=minutes(4)),
)


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_whatever_is_called_the_shares_add_up_to_the_lateness(seed: int) -> None:
    draw = Random(seed)
    show = random_show(draw)
    end = show.state.last_go_at or at("09:30:00")
    show.try_(c.Start(sure=True), max(end, show.entries[-1].at) + minutes(1))
    show.try_(c.End(sure=True), show.entries[-1].at + timedelta(seconds=draw.randint(1, 600)))
    told = history(show.entries)
    ledger = only(told)
    session = told.sessions[0]
    assert session.ended_at is not None
    late = (session.ended_at - session.planned_end).total_seconds()
    assert ledger.late.total_seconds() == round(late)
    assert ledger.lost - ledger.won == ledger.late
    assert all(abs(share.by) >= LEAST for share in ledger.shares if share.why not in (Why.HOLD, Why.SMALL))


@given(st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_so_they_do_in_each_of_several_sessions_with_all_that_undo_can_do(seed: int) -> None:
    """Sessions, headings, fixed hours, borrowed items, corrected clocks."""
    draw = Random(seed)
    show = Record(some_agenda(draw), opened="14:50:00", day=date(2020, 3, 27))
    now = show.entries[0].at
    for _ in range(draw.randint(5, 40)):
        now += timedelta(seconds=draw.choice((0.7, 5, 30.3, 120, 400)))
        asked = some_call(draw, Moment(show.state, now))
        refused = show.try_(asked, now)
        if isinstance(asked, c.CorrectClock) and refused is None:
            now += corrected_by(show.entries[-1].events)
    show.try_(c.End(sure=True), now)
    told = history(show.entries)
    accounts = ledgers(told)
    for ledger in accounts:
        assert all(share.by for share in ledger.shares)
        if ledger.session.ended_at is not None:
            late = (ledger.session.ended_at - ledger.session.planned_end).total_seconds()
            assert ledger.late.total_seconds() == round(late)
    found = [one.at for one in incidents(told, accounts)]
    assert found == sorted(found)


# Incidents


def told_as(one: Incident) -> str:
    match one.what:
        case Share(why):
            return why.value
        case Note(_, _, text):
            return text
        case CueHistory(cue_id):
            return cue_id
        case Failing(_, kind):
            return kind.value
        case Alarm(code):
            return code.value


def all_of(told: History) -> list[tuple[str, str, str | None, str]]:
    return [
        (
            f"{one.at.astimezone(HALL):%H:%M:%S}",
            told_as(one),
            one.item_id,
            signed(one.lost) if one.lost else "",
        )
        for one in incidents(told, ledgers(told))
    ]


def test_everything_that_went_wrong_stands_once_in_the_order_it_happened() -> None:
    show = whole_show()
    assert all_of(show.history) == [
        ("08:00:00", "start", None, "+2:00"),
        ("08:40:00", "hold", "m3", "+2:10"),
        ("08:49:00", "rep.tray", "m3", ""),
        ("08:59:00", "over", "m4", "+3:30"),
        ("09:01:30", "slept", "m4", ""),
    ]


def test_an_incident_that_explains_no_loss_stands_by_itself_and_a_cause_does_not() -> None:
    show = Record(conference())
    show.do("08:00:00", c.Start()).do("08:03:00", c.TakeNote("Micro hú", NoteKind.INCIDENT))
    show.do("08:05:00", c.Hold()).do("08:06:00", c.TakeNote("Mất điện", NoteKind.INCIDENT), c.Resume())
    show.do("08:12:00", c.TakeNote("Đủ đại biểu"), c.End(sure=True))
    assert all_of(show.history) == [
        ("08:03:00", "Micro hú", "m1.1", ""),
        ("08:05:00", "hold", "m1.1", "+1:00"),
    ]


def test_what_the_gear_failed_to_do_is_an_incident_of_the_item_that_ran() -> None:
    stage = hall()
    stage.at("8:01").do(c.Go("anthem"))
    stage.at("8:03")
    tell(stage, died())
    told = history(stage.entries)
    assert [(one.item_id, told_as(one)) for one in incidents(told, ledgers(told))] == [
        ("flag", "silent"),
        ("flag", "player_died"),
    ]


@pytest.mark.parametrize("kind", [NoteKind.DECISION, NoteKind.LESSON, NoteKind.NOTE])
def test_what_is_no_incident_is_none(kind: NoteKind) -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:04:00", c.TakeNote("Micro hú", kind))
    assert all_of(show.do("08:11:00", c.End(sure=True)).history) == []
