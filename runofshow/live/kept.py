"""The record of the running show as it is kept: on the disk first, then in what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from runofshow.core.events import Entry
from runofshow.core.evolve import apply, replay
from runofshow.core.state import State
from runofshow.journal import Journal, Steps


class Kept:
    """A journal, its entries, and the state that they add up to. Belongs to the thread of its show."""

    def __init__(self, journal: Journal, log: Sequence[Entry], state: State | None) -> None:
        """`state` is what the log adds up to, where that is known."""
        self.journal = journal
        self.state: State = replay(log) if state is None else state
        self.log = list(log)

    @property
    def second_copy(self) -> Path | None:
        """Where the whole record is instead while its own place fails; None when all is well."""
        trouble = self.journal.trouble
        return None if trouble is None else trouble.copy

    @property
    def failing(self) -> str | None:
        """What the disk says and where the record is meanwhile; None when all is well."""
        trouble = self.journal.trouble
        return None if trouble is None else f"{trouble.message} → {trouble.copy or '∅'}"

    def add(self, entry: Entry) -> None:
        """Go on behind the next entry, once the journal has it."""
        self.state = apply(self.state, entry)
        self.log.append(entry)

    def cut_back(self, seq: int) -> Steps[tuple[Entry, ...]]:
        """Go back to entry `seq`; gives what was behind it, oldest first. See `Journal.cut_back`."""
        yield from self.journal.cut_back(seq)
        behind = tuple(self.log[seq:])
        del self.log[seq:]
        self.state = replay(self.log)
        return behind
