"""A show in every state that the console must be able to draw."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import Mode
from runofshow.core.refusal import Refused
from tests.tui.hall import Hall, Venue, hall


def before(venue: Venue) -> Hall:
    return hall(venue)


def floating(venue: Venue) -> Hall:
    return hall(venue, floating=True)


def running(venue: Venue) -> Hall:
    """Two minutes and 34 seconds into a speaker's seven."""
    it = hall(venue)
    it.advance_to("5.2")
    it.move(minutes=2, seconds=34)
    return it


def standby(venue: Venue) -> Hall:
    it = running(venue)
    it.do(c.StandBy())
    return it


def overrun(venue: Venue) -> Hall:
    it = running(venue)
    it.move(minutes=5, seconds=8)
    return it


def held(venue: Venue) -> Hall:
    it = running(venue)
    it.do(c.AddTime(timedelta(minutes=1)))
    it.do(c.Hold())
    it.move(seconds=75)
    return it


def protected(venue: Venue) -> Hall:
    it = hall(venue)
    it.advance_to("2")
    it.move(seconds=20)
    return it


def alarmed(venue: Venue) -> Hall:
    it = running(venue)
    it.show.raise_alarm(AlarmCode.JOURNAL, "No space left on device")
    return it


def rehearsal(venue: Venue) -> Hall:
    it = hall(venue, mode=Mode.REHEARSAL, speed=10)
    it.advance_to("2")
    return it


def last(venue: Venue) -> Hall:
    """In the last item, with nothing left to call."""
    it = hall(venue)
    it.advance_to("10")
    it.move(seconds=1)
    while not isinstance(it.do(c.Go()), Refused):
        it.hand.move(timedelta(seconds=1))
    return it


def ended(venue: Venue) -> Hall:
    it = last(venue)
    it.move(minutes=2)
    it.do(c.End())
    return it


STATES: dict[str, Callable[[Venue], Hall]] = {
    state.__name__: state
    for state in (
        before,
        floating,
        running,
        standby,
        overrun,
        held,
        protected,
        alarmed,
        rehearsal,
        last,
        ended,
    )
}
