"""`run` and `rehearse`: asks what must be asked before the screen is taken, then opens the console.

An unfinished show is picked up from its record alone: the agenda file may have been changed or lost since.
"""

from __future__ import annotations

import gc
import sys
from datetime import datetime, tzinfo
from pathlib import Path

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
from runofshow.cli.outcome import USAGE, WRONG_INPUT, Failed, Outcome
from runofshow.clock import Clock, Sources, system_sources
from runofshow.core.agenda import Agenda
from runofshow.core.amend import between
from runofshow.core.commands import Mode, OpenShow
from runofshow.core.picture import take_snapshot
from runofshow.core.snapshot import Phase
from runofshow.core.state import replay
from runofshow.journal import Damage, Held, JournalChanged, NewerJournal, Reading, default_home, ensure_free
from runofshow.live import LiveShow


def open_console(outcome: Outcome) -> int:
    """Open the console on a new or unfinished show; 0 when it was left or ended in order."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failed(outcome.words.no_terminal, USAGE)
    sources = system_sources()
    now = Clock(sources).now()
    tz = now.astimezone().tzinfo
    assert tz is not None
    show = _picked_up(outcome, sources, tz) or _opened(outcome, sources, now, tz)
    return _run_console(outcome, show, tz)


def _asked(question: str, other_keys: str, default: bool = True) -> bool:
    """The answer typed on the terminal; Enter and anything unknown is the default."""
    try:
        answer = input(question).strip().lower()
    except EOFError:
        return default
    return not default if answer[:1] and answer[:1] in other_keys else default


def _picked_up(outcome: Outcome, sources: Sources, tz: tzinfo) -> LiveShow | None:
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
            if not (asked.resume or _asked(words.damaged_question, words.resume_keys)):
                return None
        elif not (asked.resume or _wanted(outcome, reading, sources, tz)):
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


def _wanted(outcome: Outcome, reading: Reading, sources: Sources, tz: tzinfo) -> bool:
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
    return _asked(words.resume_question, words.resume_keys)


def _opened(outcome: Outcome, sources: Sources, now: datetime, tz: tzinfo) -> LiveShow:
    """A new show on the agenda file."""
    from runofshow.cli.agendas import readable_agenda

    asked = outcome.asked
    agenda = readable_agenda(outcome, now, tz)
    rehearsal = asked.command == "rehearse"
    if rehearsal:
        agenda = _stretch(outcome, agenda)
    placed = _placed(outcome, agenda, now, tz, rehearsal)
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


def _placed(outcome: Outcome, agenda: Agenda, now: datetime, tz: tzinfo, rehearsal: bool) -> Laid:
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
                start = "now" if _asked(words.start_question_now, words.plan_keys) else "plan"
            else:
                start = "plan" if _asked(words.start_question_plan, words.now_keys) else "now"
    return laid(agenda, start, now, tz)


def _run_console(outcome: Outcome, show: LiveShow, tz: tzinfo) -> int:
    from runofshow.agenda_file.catalogue import catalogue
    from runofshow.engine import Engine
    from runofshow.texts.console import CONSOLE
    from runofshow.tui.app import Console

    words = outcome.words
    engine = Engine(show)
    folder = show.folder

    def save_amended() -> Path:
        from runofshow.agenda_file.writing import write_agenda

        path = folder / "agenda-amended.yaml"
        today = show.latest.now.astimezone(tz).date()
        text = write_agenda(show.state.agenda, tz=tz, today=today, language=outcome.language)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    kinds = {kind.id: kind.label(outcome.language) for kind in catalogue().values()}
    tracks = show.state.agenda.tracks
    gc.freeze()
    gc.enable()
    engine.start()
    try:
        console = Console(engine, CONSOLE[outcome.language], kinds, tz, save_amended, tracks)
        console.run()
    finally:
        engine.stop()
    if show.second_copy is not None:
        print(words.second_copy.format(path=show.second_copy), file=sys.stderr)
    if console.failure is not None:
        print(words.console_failed.format(reason=console.failure), file=sys.stderr)
        return WRONG_INPUT
    ended = show.latest.phase is Phase.ENDED
    print(words.ended.format(name=folder.name) if ended else words.left_open.format(folder=folder))
    return 0
