"""The rehearsals of a show among those kept on this machine, to stand beside it in its report.

A rehearsal is of the same plan by the file it was opened from, or by its title where the file was renamed,
moved or copied since; what was opened after the show is none of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from runofshow.cli.opening import read_record, second_copies
from runofshow.cli.outcome import Outcome
from runofshow.cli.unfinished import plain_title
from runofshow.core.commands import Mode
from runofshow.core.history import History, history
from runofshow.journal import Opening, default_home, names_in, openings
from runofshow.report.reckoning.beside import MOST_TAKES


def rehearsals_of(outcome: Outcome, told: History) -> tuple[History, ...]:
    """The latest rehearsals before the show in which something ran, the latest first. One that cannot be
    read is said on stderr and left out."""
    home, copies = default_home(outcome.environ), second_copies()
    try:
        kept = openings(home, names_in(home), copies)
    except OSError as error:
        print(outcome.words.home_unreadable.format(path=home, reason=error.strerror), file=sys.stderr)
        return ()
    # the latest first, as they are listed
    folders = (one.path for one in kept if one.opening is not None and _is_of(one.opening, told))
    return tuple(islice(_histories(outcome, folders), MOST_TAKES))


def _is_of(opening: Opening, told: History) -> bool:
    is_same = (opening.source and opening.source == told.source) or plain_title(opening.title) == plain_title(
        told.agenda.title
    )
    return is_same and opening.mode is Mode.REHEARSAL and opening.opened_at < told.opened_at


def _histories(outcome: Outcome, folders: Iterator[Path]) -> Iterator[History]:
    for folder in folders:
        try:
            reading = read_record(folder)
        except OSError as error:
            complaint = outcome.words.unreadable_show.format(path=folder, reason=error.strerror)
            print(complaint, file=sys.stderr)
            continue
        told = history(reading.entries) if reading.entries else None
        if told is not None and told.started_at is not None:
            yield told
