"""Which show a command runs: the unfinished one of this agenda, or a new one laid on today's clock.

What must be asked is asked before the screen is taken; with no terminal to ask on, the defaults hold.
An unfinished show is picked up from its record alone: the agenda file may have been changed or lost since.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, tzinfo

from runofshow.agenda_file.reader import Reading
from runofshow.cli.agendas import file_digest, plan_reading, readable_agenda
from runofshow.cli.beginning import beginning, picked_on_terminal
from runofshow.cli.naming import named
from runofshow.cli.opening import open_new
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.reading_ahead import ReadingAhead
from runofshow.cli.unfinished import chosen_on_terminal, picked_up
from runofshow.clock import Clock, Sources
from runofshow.core.agenda import Agenda
from runofshow.core.amend import between
from runofshow.core.commands import Mode, OpenShow
from runofshow.core.value import replace
from runofshow.journal import default_home
from runofshow.live import LiveShow

Ask = Callable[[str, str], bool]
"""Asks a question whose default is yes; the keys of the second text are the other answer."""


def asked_on_terminal(question: str, other_keys: str) -> bool:
    """The answer typed; Enter and anything unknown is the default."""
    try:
        answer = input(question).strip().lower()
    except EOFError:
        return True
    return not (answer[:1] and answer[:1] in other_keys)


def never_asked(question: str, other_keys: str) -> bool:
    """Where nobody can be asked, the default is the answer."""
    return True


def chosen_show(
    outcome: Outcome, sources: Sources, tz: tzinfo, *, can_ask: bool, ahead: ReadingAhead | None = None
) -> LiveShow:
    """The show to run; ends the command when there is none to be had.

    `can_ask`: somebody sits at a terminal. `ahead` is the plan where it is being read already.
    """
    now = Clock(sources).now()
    found = picked_up(outcome, sources, tz, chosen_on_terminal if can_ask else None)
    if found is not None:
        return found
    agenda = (ahead and ahead.agenda()) or readable_agenda(outcome, now, tz)
    return _opened(outcome, agenda, sources, now, tz, asked_on_terminal if can_ask else never_asked)


def read_again(outcome: Outcome, opened_at: datetime, tz: tzinfo) -> Reading:
    """The agenda file as it is by now, read as on the day of the opening, and cut as the rehearsal."""
    reading = plan_reading(outcome, opened_at, tz)
    if reading.agenda is None or not outcome.asked.until:
        return reading
    with suppress(Failed):
        # an end that the file no longer has cuts nothing
        return replace(reading, agenda=_up_to_its_end(outcome, reading.agenda, tz))
    return reading


def _opened(
    outcome: Outcome, agenda: Agenda, sources: Sources, now: datetime, tz: tzinfo, ask: Ask
) -> LiveShow:
    """A new show on the agenda."""
    asked = outcome.asked
    rehearsal = asked.command == "rehearse"
    if rehearsal:
        agenda = _up_to_its_end(outcome, agenda, tz)
    pick = None if ask is never_asked else picked_on_terminal
    placed = beginning(outcome, agenda, now, tz, ask, pick)
    command = OpenShow(
        placed.agenda,
        Mode.REHEARSAL if rehearsal else Mode.LIVE,
        asked.speed,
        placed.floating,
        str(asked.agenda.resolve()),
        placed.aside,
        source_digest=file_digest(asked.agenda),
        laid_by=placed.agenda.sessions[0].start_at - agenda.sessions[0].start_at,
        joins=asked.joins,
        drill=asked.drill,
    )
    return open_new(default_home(outcome.environ), command, sources, tz)


def _up_to_its_end(outcome: Outcome, agenda: Agenda, tz: tzinfo) -> Agenda:
    """The agenda without what comes after --until. What is before --from is laid aside, as in a show."""
    asked = outcome.asked
    first = named(outcome, agenda, asked.first, tz) if asked.first else None
    until = named(outcome, agenda, asked.until, tz, last=True) if asked.until else None
    try:
        between(agenda, first, until)
    except ValueError as error:
        raise Failed(outcome.words.until_before_first.format(until=asked.until, first=asked.first)) from error
    return between(agenda, None, until)
