"""Where a new show begins: with which session or item, on which day, and by which hours.

What must be asked is asked before the screen is taken; with nobody to ask, the clock decides and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta, tzinfo
from typing import Literal

from msgspec import Struct

from runofshow.cli.naming import named, session_name
from runofshow.cli.opening import on_today, running_by_plan
from runofshow.cli.outcome import Outcome
from runofshow.core.agenda import Agenda
from runofshow.core.amend import shifted
from runofshow.core.questions import FAR_START
from runofshow.core.running_order import running_order
from runofshow.core.timeline import plan_times

Ask = Callable[[str, str], bool]
Pick = Callable[[str, int, int], int] | None
"""Asks for one of so many, the second number is the default; None where nobody can be asked."""


class Beginning(Struct, frozen=True):
    """An agenda on the clock of its show."""

    agenda: Agenda
    floating: bool
    aside: tuple[str, ...]
    """The leaves before the one that the show begins with."""


def picked_on_terminal(question: str, count: int, default: int) -> int:
    """The number typed, from 1; Enter is the default, and what is none of them is asked again."""
    while True:
        try:
            answer = input(question).strip()
        except EOFError:
            return default
        if not answer:
            return default
        if answer.isdecimal() and 1 <= int(answer) <= count:
            return int(answer)


def beginning(outcome: Outcome, agenda: Agenda, now: datetime, tz: tzinfo, ask: Ask, pick: Pick) -> Beginning:
    """Where the show on `agenda` begins. Raises Failed for a name that is none of its items or sessions."""
    asked, words = outcome.asked, outcome.words
    first = named(outcome, agenda, asked.first, tz) if asked.first else None
    # the day that is meant is that of the session to begin with
    at = 0 if first is None else agenda.sessions.index(running_order(agenda).places[first].session)
    todays, other_day = on_today(agenda, now, tz, at)
    day = todays.sessions[at].start_at.astimezone(tz)
    if other_day:
        was = agenda.sessions[at].start_at.astimezone(tz)
        # of a plan that only says by when, its day was reckoned and stands nowhere
        said = agenda.day.text if agenda.day.earliest is None and agenda.day.text else f"{was:%d/%m/%Y}"
        print(words.other_day.format(day=said, today=f"{day:%d/%m/%Y}"))
    rehearsal = asked.command == "rehearse"
    if first is None:
        first = _session(outcome, todays, other_day, now, tz, pick)
    hour, aside = _first_hour(todays, first)
    start = asked.start
    if start is None:
        start = "plan"
        if abs(hour - now) > FAR_START:
            local, here = hour.astimezone(tz), now.astimezone(tz)
            shown = f"{local:%H:%M}" if local.date() == here.date() else f"{local:%H:%M %d/%m}"
            print(words.start_far.format(plan=shown, now=f"{here:%H:%M}"))
            if other_day or rehearsal:
                start = "now" if ask(words.start_question_now, words.plan_keys) else "plan"
            else:
                start = "plan" if ask(words.start_question_plan, words.now_keys) else "now"
    return Beginning(_laid(todays, start, hour, now, tz), start == "now", aside)


def _session(
    outcome: Outcome, agenda: Agenda, other_day: bool, now: datetime, tz: tzinfo, pick: Pick
) -> str | None:
    """The first item of the session to begin with; None is the first of all."""
    sessions = [session for session in agenda.sessions if session.items]
    if len(sessions) < 2:
        return None
    words = outcome.words
    nearest = running_by_plan(agenda, now, now) or min(
        sessions, key=lambda session: abs(session.start_at - now)
    )
    # a plan that is moved begins at its beginning, unless somebody says otherwise; a rehearsal has no hour
    start = outcome.asked.start
    is_moved = start is None and other_day and abs(nearest.start_at - now) > FAR_START
    by_the_clock = start in (None, "plan") and not is_moved and outcome.asked.command != "rehearse"
    chosen = nearest if by_the_clock else sessions[0]
    if pick is not None:
        print(words.which_session)
        for place, session in enumerate(sessions, start=1):
            at = session.start_at.astimezone(tz)
            print(f"  {place}. {at:%H:%M %d/%m}  {session_name(session)}")
        default = sessions.index(chosen) + 1
        chosen = sessions[pick(words.session_question.format(default=default), len(sessions), default) - 1]
    if chosen is sessions[0]:
        return None
    at = chosen.start_at.astimezone(tz)
    print(words.begins_with.format(session=session_name(chosen), hour=f"{at:%H:%M}"))
    return chosen.items[0].item_id


def _first_hour(agenda: Agenda, first: str | None) -> tuple[datetime, tuple[str, ...]]:
    """When the show begins by plan, and the leaves it begins without."""
    if first is None:
        return agenda.sessions[0].start_at, ()
    leaves = running_order(agenda).leaves
    at = next(
        place
        for place, leaf in enumerate(leaves)
        if leaf.item.item_id == first or (leaf.parent is not None and leaf.parent.item_id == first)
    )
    before, leaf = leaves[:at], leaves[at]
    is_head = not before or before[-1].session.session_id != leaf.session.session_id
    hour = leaf.session.start_at if is_head else plan_times(agenda)[leaf.item.item_id].start
    return hour, tuple(place.item.item_id for place in before)


def _laid(
    agenda: Agenda, start: Literal["plan", "now"] | time, hour: datetime, now: datetime, tz: tzinfo
) -> Agenda:
    """By its own hours, or so that it begins at the nearest such hour of the clock."""
    if not isinstance(start, time):
        return agenda
    today = now.astimezone(tz).date()
    hours = [datetime.combine(today + timedelta(days=by), start, tz) for by in (-1, 0, 1)]
    return shifted(agenda, min(hours, key=lambda at: abs(at - now)) - hour)
