"""Which show a command runs: the unfinished one of this agenda, or a new one laid on today's clock.

What must be asked is asked before the screen is taken; with no terminal to ask on, the defaults hold.
An unfinished show is picked up from its record alone: the agenda file may have been changed or lost since.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from runofshow.cli.opening import (
    Laid,
    far_from_plan,
    laid,
    numbered,
    numbers,
    on_today,
    open_new,
)
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.picking import chosen_on_terminal, file_digest, picked_up
from runofshow.clock import Clock, Sources
from runofshow.core.agenda import Agenda
from runofshow.core.amend import between
from runofshow.core.commands import Mode, OpenShow
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


def chosen_show(outcome: Outcome, sources: Sources, tz: tzinfo, *, can_ask: bool) -> LiveShow:
    """The show to run; ends the command when there is none to be had.

    `can_ask`: somebody sits at a terminal.
    """
    now = Clock(sources).now()
    found = picked_up(outcome, sources, tz, chosen_on_terminal if can_ask else None)
    return found or _opened(outcome, sources, now, tz, asked_on_terminal if can_ask else never_asked)


def _opened(outcome: Outcome, sources: Sources, now: datetime, tz: tzinfo, ask: Ask) -> LiveShow:
    """A new show on the agenda file."""
    from runofshow.cli.agendas import readable_agenda

    asked = outcome.asked
    agenda = readable_agenda(outcome, now, tz)
    rehearsal = asked.command == "rehearse"
    if rehearsal:
        agenda = _stretch(outcome, agenda)
    placed = _placed(outcome, agenda, now, tz, rehearsal, ask)
    command = OpenShow(
        placed.agenda,
        Mode.REHEARSAL if rehearsal else Mode.LIVE,
        asked.speed,
        placed.floating,
        str(asked.agenda.resolve()),
        source_digest=file_digest(asked.agenda),
    )
    return open_new(default_home(outcome.environ), command, sources, tz)


def _stretch(outcome: Outcome, agenda: Agenda) -> Agenda:
    """The part of the agenda that --from and --until ask for."""
    ids: list[str | None] = []
    for name in (outcome.asked.first, outcome.asked.until):
        found = None if name is None else numbered(agenda, name)
        if name is not None and found is None:
            raise Failed(outcome.words.unknown_item.format(item=name, items=", ".join(numbers(agenda))))
        ids.append(found)
    try:
        return between(agenda, ids[0], ids[1])
    except ValueError as error:
        raise Failed(
            outcome.words.until_before_first.format(until=outcome.asked.until, first=outcome.asked.first)
        ) from error


def _placed(outcome: Outcome, agenda: Agenda, now: datetime, tz: tzinfo, rehearsal: bool, ask: Ask) -> Laid:
    """The agenda on today's clock; asks when its start is far from now and nobody has said."""
    words = outcome.words
    todays, other_day = on_today(agenda, now, tz)
    if other_day:
        day = agenda.sessions[0].start_at.astimezone(tz)
        print(words.other_day.format(day=f"{day:%d/%m/%Y}", today=f"{now.astimezone(tz):%d/%m/%Y}"))
    start = outcome.asked.start
    if start is None:
        start = "plan"
        if far_from_plan(todays, now):
            plan = todays.sessions[0].start_at.astimezone(tz)
            print(words.start_far.format(plan=f"{plan:%H:%M}", now=f"{now.astimezone(tz):%H:%M}"))
            if other_day or rehearsal:
                start = "now" if ask(words.start_question_now, words.plan_keys) else "plan"
            else:
                start = "plan" if ask(words.start_question_plan, words.now_keys) else "now"
    return laid(agenda, start, now, tz)
