"""How duties stand on a day: done, overdue, due today, still to come, or without a day."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec.json
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.agenda import Duty
from runofshow.core.duties import REMINDED_FOR, Reminder, Standing, owed, reminder
from runofshow.core.value import replace

HANDED_IN = Duty("Nộp bài tham luận", "Các điển hình", date(2026, 12, 1), "before", done=date(2026, 11, 30))
TRAY = Duty("Xếp khay khen thưởng", "Sở Nội vụ", date(2026, 12, 12), "before")
GUESTS = Duty("Đón tiếp", "Tổ lễ tân", when="day")
REPORT = Duty("Gửi báo cáo kết quả", "Sở Nội vụ", date(2026, 12, 31))
HALL = Duty("Trả hội trường")
PLAN = (REPORT, HALL, TRAY, GUESTS, HANDED_IN)

days = st.dates(date(2025, 1, 1), date(2028, 1, 1))
duties = st.lists(
    st.builds(
        Duty,
        what=st.sampled_from(("Gửi báo cáo", "Thư cảm ơn", "Thanh toán")),
        due=st.none() | days,
        when=st.sampled_from(("before", "day", "after")),
        done=st.booleans() | days,
    ),
    max_size=8,
)


def test_duties_come_before_the_day_on_it_and_after_it_each_by_its_last_day() -> None:
    listed = owed(PLAN, date(2026, 12, 14))
    assert [each.duty for each in listed] == [HANDED_IN, TRAY, GUESTS, REPORT, HALL]
    assert [each.number for each in listed] == [1, 2, 3, 4, 5]
    assert [each.index for each in listed] == [4, 2, 3, 0, 1]


def test_a_duty_is_done_or_overdue_or_ahead_or_has_no_day() -> None:
    stands = [(each.standing, each.days_left) for each in owed(PLAN, date(2026, 12, 14))]
    assert stands == [
        (Standing.DONE, None),
        (Standing.OVERDUE, -2),
        (Standing.OPEN, None),
        (Standing.AHEAD, 17),
        (Standing.OPEN, None),
    ]


def test_a_duty_is_overdue_from_the_day_after_its_last() -> None:
    eve, day, next_day = (owed((REPORT,), date(2026, 12, 31) + timedelta(days=by))[0] for by in (-1, 0, 1))
    assert (eve.standing, eve.days_left) == (Standing.AHEAD, 1)
    assert (day.standing, day.days_left) == (Standing.TODAY, 0)
    assert (next_day.standing, next_day.days_left) == (Standing.OVERDUE, -1)


def test_a_reminder_counts_what_is_overdue_and_what_is_due_today() -> None:
    assert reminder(PLAN, date(2026, 12, 31)) == Reminder(overdue=1, today=1)
    assert reminder((), date(2026, 12, 31)) == Reminder()
    assert not reminder(PLAN, date(2026, 12, 1)).is_needed


def test_nobody_is_reminded_of_what_has_been_overdue_for_over_a_year() -> None:
    assert reminder((REPORT,), date(2027, 12, 31)) == Reminder(overdue=1)
    assert reminder((REPORT,), date(2028, 1, 1)) == Reminder()
    assert owed((REPORT,), date(2028, 1, 1))[0].standing is Standing.OVERDUE


@given(duties, days)
def test_every_duty_is_listed_once(plan: list[Duty], today: date) -> None:
    listed = owed(plan, today)
    assert sorted(each.index for each in listed) == list(range(len(plan)))
    assert all(plan[each.index] is each.duty for each in listed)


@given(duties, days, days, st.data())
def test_a_mark_and_another_day_renumber_nothing(
    plan: list[Duty], today: date, later: date, data: st.DataObject
) -> None:
    marked = [replace(duty, done=data.draw(st.booleans() | days)) for duty in plan]
    assert [each.index for each in owed(marked, later)] == [each.index for each in owed(plan, today)]


@given(duties, days)
def test_what_is_done_is_never_reminded_of(plan: list[Duty], today: date) -> None:
    told = reminder(plan, today)
    assert reminder([duty for duty in plan if not duty.done], today) == told
    within = [duty for duty in plan if duty.due and today - REMINDED_FOR <= duty.due <= today]
    assert told.overdue + told.today == sum(not duty.done for duty in within)


@given(duties)
def test_a_record_keeps_how_a_duty_was_done(plan: list[Duty]) -> None:
    assert msgspec.json.decode(msgspec.json.encode(plan), type=list[Duty]) == plan
