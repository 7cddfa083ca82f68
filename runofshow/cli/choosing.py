"""Which show a command runs: the unfinished one of this agenda, or a new one laid on today's clock.

What must be asked is asked before the screen is taken; with no terminal to ask on, the defaults hold.
An unfinished show is picked up from its record alone: the agenda file may have been changed or lost since.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from runofshow.cli.flaws import flaw_words
from runofshow.cli.opening import (
    Laid,
    far_from_plan,
    laid,
    numbered,
    numbers,
    on_today,
    open_new,
    pick_up,
    read_record,
    unfinished,
)
from runofshow.cli.outcome import Failed, Outcome
from runofshow.clock import Clock, Sources
from runofshow.core.agenda import Agenda
from runofshow.core.amend import between
from runofshow.core.commands import Mode, OpenShow
from runofshow.core.evolve import replay
from runofshow.core.picture import take_snapshot
from runofshow.core.snapshot import Phase
from runofshow.journal import (
    Damage,
    Held,
    JournalChanged,
    NewerJournal,
    Reading,
    default_home,
    ensure_free,
)
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


def chosen_show(outcome: Outcome, sources: Sources, tz: tzinfo, ask: Ask) -> LiveShow:
    """The show to run; ends the command when there is none to be had."""
    now = Clock(sources).now()
    return _picked_up(outcome, sources, tz, ask) or _opened(outcome, sources, now, tz, ask)


def _picked_up(outcome: Outcome, sources: Sources, tz: tzinfo, ask: Ask) -> LiveShow | None:
    """The unfinished show of this agenda, if there is one and it is wanted."""
    asked, words = outcome.asked, outcome.words
    mode = Mode.REHEARSAL if asked.command == "rehearse" else Mode.LIVE
    # a rehearsal begins anew unless it is told otherwise
    if asked.resume is False or (mode is Mode.REHEARSAL and asked.resume is None):
        return None
    folder = unfinished(default_home(outcome.environ), str(asked.agenda.resolve()), mode)
    if folder is None:
        return None
    try:
        ensure_free(folder, Clock(sources).now())
        reading = read_record(folder)
        if reading.damage is not None:
            print(_damage_line(outcome, reading, reading.damage))
        if len(reading.entries) < 2 and asked.resume is None:
            # opened and left again, or nothing left to read: nothing to go on with
            return None
        if reading.damage is not None:
            if not (asked.resume or ask(words.damaged_question, words.resume_keys)):
                return None
        elif not (asked.resume or _wanted(outcome, reading, sources, tz, ask)):
            return None
        return pick_up(folder, reading, sources)
    except Held as held:
        holder = held.holder
        who = f"{holder.user}@{holder.host} ({holder.pid})" if holder else "?"
        raise Failed(words.held_by.format(holder=who)) from held
    except NewerJournal as newer:
        reason = flaw_words(newer.damage.flaw, outcome.language)
        raise Failed(words.unreadable_show.format(path=folder, reason=reason)) from newer
    except JournalChanged as changed:
        raise Failed(words.just_changed.format(path=folder)) from changed
    except OSError as error:
        raise Failed(words.unreadable_show.format(path=folder, reason=error.strerror)) from error


def _damage_line(outcome: Outcome, reading: Reading, damage: Damage) -> str:
    return outcome.words.damaged.format(
        line=damage.line,
        reason=flaw_words(damage.flaw, outcome.language),
        good=len(reading.entries),
        lost=damage.lines_after,
    )


def _wanted(outcome: Outcome, reading: Reading, sources: Sources, tz: tzinfo, ask: Ask) -> bool:
    """Says where the show stands and asks whether to go on with it."""
    words = outcome.words
    state = replay(reading.entries)
    snapshot = take_snapshot(state, max(Clock(sources).now(), reading.entries[-1].at))
    print(words.unfinished.format(opened=f"{state.opened.at.astimezone(tz):%H:%M %d/%m/%Y}"))
    if snapshot.current is not None:
        elapsed = int(snapshot.current.elapsed.total_seconds())
        row = snapshot.current.row
        print(
            words.unfinished_running.format(
                number=row.number, title=row.title, elapsed=f"{elapsed // 60}:{elapsed % 60:02}"
            )
        )
    elif snapshot.phase is Phase.BEFORE:
        print(words.unfinished_before)
    return ask(words.resume_question, words.resume_keys)


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
