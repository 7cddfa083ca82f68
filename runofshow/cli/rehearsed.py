"""The rehearsals and shows of a plan among those kept on this machine: to stand beside a show in its report,
and to learn from.

One is of the same plan by the file it was opened from, or by its title where the file was renamed, moved or
copied since. To a show belongs no rehearsal that was opened after it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from runofshow.cli.opening import read_record, second_copies
from runofshow.cli.outcome import Outcome
from runofshow.cli.unfinished import plain_title
from runofshow.core.agenda import Agenda
from runofshow.core.beside import MOST_TAKES
from runofshow.core.commands import Mode
from runofshow.core.history import History, history
from runofshow.journal import Opening, default_home, names_in, openings

MOST_RECORDS = 20
"""What a plan is learnt from: more rehearsals than any office holds of one event."""


Tell = Callable[[str], None]


def on_stderr(said: str) -> None:
    """Where a command says what cannot be read."""
    print(said, file=sys.stderr)


def rehearsals_of(outcome: Outcome, told: History, tell: Tell = on_stderr) -> tuple[History, ...]:
    """The latest rehearsals before the show in which something ran, the latest first. One that cannot be
    read is told and left out, and so is one of the joins alone: it says of no item how long it is."""

    def is_wanted(opening: Opening) -> bool:
        is_earlier = opening.mode is Mode.REHEARSAL and opening.opened_at < told.opened_at
        return is_earlier and is_of(opening, told.source, told.agenda.title)

    found = (one for one in _kept(outcome, is_wanted, tell) if not one.joins)
    return tuple(islice(found, MOST_TAKES))


def ran_of(outcome: Outcome, agenda: Agenda, tell: Tell = on_stderr) -> tuple[History, ...]:
    """The same of the latest rehearsals and shows of the agenda file that was asked for."""
    source = str(outcome.asked.agenda.resolve())
    found = _kept(outcome, lambda opening: is_of(opening, source, agenda.title), tell)
    return tuple(islice(found, MOST_RECORDS))


def is_of(opening: Opening, source: str, title: str) -> bool:
    """Whether what was opened is of the plan of that file, or of that title."""
    return bool(opening.source and opening.source == source) or plain_title(opening.title) == plain_title(
        title
    )


def _kept(outcome: Outcome, is_wanted: Callable[[Opening], bool], tell: Tell) -> Iterator[History]:
    home, copies = default_home(outcome.environ), second_copies()
    try:
        kept = openings(home, names_in(home), copies)
    except OSError as error:
        tell(outcome.words.home_unreadable.format(path=home, reason=error.strerror))
        return
    # the latest first, as they are listed
    folders = (one.path for one in kept if one.opening is not None and is_wanted(one.opening))
    yield from _histories(outcome, folders, tell)


def _histories(outcome: Outcome, folders: Iterator[Path], tell: Tell) -> Iterator[History]:
    for folder in folders:
        try:
            reading = read_record(folder)
        except OSError as error:
            tell(outcome.words.unreadable_show.format(path=folder, reason=error.strerror))
            continue
        told = history(reading.entries) if reading.entries else None
        if told is not None and told.started_at is not None:
            yield told
