"""What this machine keeps that teaches a forecast: the office's earlier shows, and this event's rehearsals.

It is read beside the running show (lookout.py), so nothing is printed: a record that cannot be read teaches
nothing, and `runofshow shows` says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from runofshow.cli.opening import read_record, second_copies
from runofshow.cli.outcome import Outcome
from runofshow.cli.rehearsed import is_of
from runofshow.core.agenda import Agenda
from runofshow.core.beside import MOST_TAKES
from runofshow.core.commands import Mode
from runofshow.core.history import History, history
from runofshow.core.outlook.known import EarlierShow, Past, Take
from runofshow.core.outlook.pieces import earlier_shows, take_of
from runofshow.core.running_order import running_order
from runofshow.core.speech.pace import paces_of
from runofshow.core.speech.readers import readings_of
from runofshow.journal import Opening, default_home, names_in, openings
from runofshow.live import LiveShow

MOST_SHOWS: Final = 8
"""The latest shows that a forecast learns from: an office changes its ways, and each takes a while to
read."""


def past_of(outcome: Outcome, show: LiveShow, is_wanted: Callable[[], bool]) -> Past:
    """What the records of this machine say, as far as they were read while somebody waited for it."""
    opened, home = show.state.opened, default_home(outcome.environ)
    try:
        found = openings(home, names_in(home), second_copies())
    except OSError:
        return Past()
    # the latest first, as they are listed
    kept = [
        (one.path, one.opening)
        for one in found
        if one.opening is not None and one.opening.opened_at < opened.at and one.path != show.folder
    ]
    records = _Records(is_wanted)
    takes = records.takes(kept, opened.source, opened.agenda, opened.at)
    lives = (path for path, opening in kept if opening.mode is Mode.LIVE)
    earlier: list[EarlierShow] = []
    for told in islice(records.read(lives), MOST_SHOWS):
        own = records.takes(kept, told.source, told.plan, told.opened_at)
        earlier[:0] = earlier_shows(told, own)
    return Past(tuple(earlier), takes, paces_of(records.readings))


class _Records:
    """Reads records for as long as somebody waits for them, each once: a rehearsal of what is held every year
    belongs to several shows."""

    def __init__(self, is_wanted: Callable[[], bool]) -> None:
        self._is_wanted = is_wanted
        self._told: dict[Path, History | None] = {}
        self.readings: list[tuple[str, int, timedelta]] = []
        """Of all that were read: who read a text of how many syllables, and how long."""

    def read(self, folders: Iterable[Path]) -> Iterator[History]:
        """Those of them in which something ran."""
        for folder in folders:
            if not self._is_wanted():
                return
            if folder not in self._told:
                self._told[folder] = self._read(folder)
            if (told := self._told[folder]) is not None:
                yield told

    def _read(self, folder: Path) -> History | None:
        try:
            entries = read_record(folder).entries
        except OSError:
            return None
        told = history(entries) if entries else None
        if told is None or told.started_at is None:
            return None
        self.readings += readings_of(told)
        return told

    def takes(
        self, kept: Sequence[tuple[Path, Opening]], source: str, plan: Agenda, before: datetime
    ) -> tuple[Take, ...]:
        """What the latest rehearsals of a plan lasted, the oldest first."""
        folders = (
            path
            for path, opening in kept
            if opening.mode is Mode.REHEARSAL
            and opening.opened_at < before
            and is_of(opening, source, plan.title)
        )
        leaves = [place.item for place in running_order(plan).leaves]
        found = [take_of(leaves, told) for told in islice(self.read(folders), MOST_TAKES)]
        return tuple(reversed(found))
