"""A show beside its rehearsals: each take, what they come to, and what has moved."""

from __future__ import annotations

from runofshow.core.agenda import Agenda
from runofshow.core.beside import Line, beside
from runofshow.core.commands import Mode
from runofshow.core.history import History
from runofshow.core.takes import Take
from runofshow.core.value import replace
from tests.core.shows import agenda, at, item, minutes
from tests.core.test_learning import rehearsed


def three() -> Agenda:
    return agenda(item("a", 10), item("b", 5), item("c", 20))


def line(show: History, *earlier: History, item_id: str = "a") -> Line:
    return beside(show, earlier).by_item[item_id]


def practice(*lengths: float) -> History:
    return replace(rehearsed(three(), *lengths), mode=Mode.REHEARSAL)


def repeated(record: History, item_id: str, length: float) -> History:
    again = Take(item_id, at("9:30"), at("9:30") + minutes(length))
    return replace(record, takes=(*record.takes, again))


def test_each_take_stands_beside_the_show_which_is_measured_by_them() -> None:
    a = line(rehearsed(three(), 14, 5), practice(13, 5), practice(11, 5), practice(12, 5))
    assert (a.takes, a.length, a.difference) == (
        (minutes(13), minutes(11), minutes(12)),
        minutes(14),
        minutes(4),
    )
    assert a.spread is not None
    assert (a.spread.count, a.spread.median) == (3, minutes(12))
    assert a.moved_by == minutes(2)


def test_a_rehearsal_is_one_take_more() -> None:
    a = line(practice(14, 5), practice(13, 5), practice(11, 5))
    assert a.spread is not None
    assert (a.spread.count, a.spread.median) == (3, minutes(13))
    # measured by those before it
    assert a.moved_by == minutes(2)


def test_what_did_not_run_says_nothing() -> None:
    c = line(rehearsed(three(), 10, 5), practice(10, 5, 21), practice(10, 5), item_id="c")
    assert (c.takes, c.length, c.difference, c.moved_by) == ((minutes(21), None), None, None, None)
    assert beside(rehearsed(three(), 10), ()).lines == ()


def test_a_repeated_item_keeps_its_first_take_and_stands_there_without_an_earlier_rehearsal() -> None:
    twice = repeated(practice(13, 5), "a", 11)
    b, a = line(twice, practice(13, 5), item_id="b"), line(twice)
    assert b.repeated == ()
    assert [[time.length for time in times] for times in a.repeated] == [[minutes(13), minutes(11)]]
    assert a.spread is not None
    assert a.spread.median == minutes(12)
    # beside a show the last take counts, and both make the spread
    shown = line(rehearsed(three(), 10, 5), twice)
    assert (shown.takes, len(shown.repeated)) == ((minutes(11),), 1)
    assert shown.spread is not None
    assert shown.spread.count == 2


def test_moved_is_what_took_a_minute_and_a_tenth_more_or_less_than_in_rehearsal_the_most_first() -> None:
    plan = agenda(*(item(letter, 10) for letter in "abcdefg"), item("h", 60))
    show = rehearsed(plan, 10.9, 12, 7, 11, 14, 9, 13, 65)
    flat = replace(rehearsed(plan, *[10] * 7, 60), mode=Mode.REHEARSAL)
    # h is five minutes longer, which is less than a tenth of it; a is less than a minute
    assert [one.item.row.item_id for one in beside(show, (flat,)).moved] == ["e", "c", "g", "b", "d"]
