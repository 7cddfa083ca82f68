"""A record whose opening is lost on both sides, with an opening made anew from the agenda file.

The file may say something else by now than when the show was opened: a record that speaks of items it has not
is left alone, and a person is asked before any other is gone on with.
"""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from runofshow.cli.agendas import file_digest, plan_reading
from runofshow.cli.opening import on_today
from runofshow.cli.outcome import Outcome
from runofshow.core.agenda import Agenda, Role
from runofshow.core.ask import name_of
from runofshow.core.commands import Mode, OpenShow
from runofshow.core.events import Entry, ItemStarted, ShowOpened
from runofshow.core.questions import FAR_START
from runofshow.core.reopening import unknown_ids
from runofshow.journal import FILE_NAME, Reading, headless, read_journal, sensible


def rebuilt(outcome: Outcome, folder: Path, mode: Mode, tz: tzinfo) -> Reading | None:
    """The record in `folder` as a show of the agenda file and of that mode; None when it is none."""
    try:
        left = headless(read_journal(folder / FILE_NAME))
    except OSError:
        return None
    if left is None or left.traces.mode not in (None, mode):
        return None
    traces = left.traces
    at = traces.at or left.entries[0].at
    agenda = plan_reading(outcome, at, tz).agenda
    if agenda is None or unknown_ids(agenda, left.entries):
        return None
    laid, _ = on_today(agenda, at, tz)
    opening = ShowOpened(
        laid,
        mode,
        traces.speed or 1.0,
        _floated(laid, left.entries) if traces.floating is None else traces.floating,
        str(outcome.asked.agenda.resolve()),
        at,
        traces.aside or (),
        file_digest(outcome.asked.agenda),
        laid.sessions[0].start_at - agenda.sessions[0].start_at,
    )
    reading = sensible(left.with_opening(opening, Role.CALLER.value, name_of(OpenShow)))
    return reading if len(reading.entries) > len(left.entries) else None


def _floated(agenda: Agenda, entries: tuple[Entry, ...]) -> bool:
    """Whether the plan began with its first item, as one does that is started far from its own hour."""
    events = (event for entry in entries for event in entry.events)
    began = next((event.at for event in events if isinstance(event, ItemStarted)), None)
    return began is not None and abs(began - agenda.sessions[0].start_at) > FAR_START
