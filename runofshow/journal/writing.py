"""The journal that is being written.

`append` returns when the disk has the line, or when it is known where else the line is. It raises nothing
that a disk can do: a show does not stop for its record. While the first place fails

- every line stays in memory,
- the whole history is written to the first of the fallback folders that takes it, and goes on there,
- each further line tries the first place again, and writes there whatever it lacks,
- a place that does not answer within `patience` counts as failed, and is left alone until it does,
- `trouble` says all this; it is None again once the first place has everything. The second copy stays.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType

from msgspec import Struct

from runofshow.core.events import Entry
from runofshow.journal.copies import copy_folder
from runofshow.journal.line import encode, encode_header
from runofshow.journal.lock import FolderLock, Held
from runofshow.journal.patience import PatientPlace, Work
from runofshow.journal.place import Place, Sync, sync_to_disk
from runofshow.journal.reading import FILE_NAME, Damage, Reading
from runofshow.journal.way import OnItsWay, Steps

PATIENCE = 2.0
"""Seconds for a line to be safe. A page holds the connection for lost after three without news."""
PATIENCE_WITH_A_COPY = 0.3
"""Seconds for each second copy, so that with every disk hung the order is answered within those three."""
PATIENCE_AT_FIRST = 6.0
"""Seconds for a folder to be made or found, on a stick that has to wake up."""


class Trouble(Struct, frozen=True):
    """The record is not where it belongs."""

    message: str
    """In the system's own words: "No space left on device"."""
    errno: int | None
    """Its number, for words of our own; None when it is no error of the system's."""
    since_seq: int
    """The first entry that is not known to be in the first place."""
    copy: Path | None
    """The folder that holds the whole history instead; None when it is in memory only."""


class NewerJournal(Exception):
    """A newer program wrote this journal, and going on with this one would lose what it says."""

    def __init__(self, damage: Damage) -> None:
        by = damage.written_by or "?"
        super().__init__(f"line {damage.line}: {damage.flaw} {damage.detail} (begun by runofshow {by})")
        self.damage = damage


class JournalChanged(Exception):
    """Another console wrote to the journal after it was read here: read it again."""


class Journal:
    """The record of one show, open for writing. Made by `create` and `resume`; belongs to one thread."""

    def __init__(
        self,
        folder: Path,
        history: list[bytes],
        since: datetime,
        fallbacks: Sequence[Path],
        sync: Sync,
        patience: float,
    ) -> None:
        self.patience = patience
        """Seconds after which a disk that does not answer is given up."""
        self.folder = folder
        self._history = history
        """Every line, its header first, so that entry number n is line n."""
        self._lock = FolderLock(folder, since)
        self._first = PatientPlace(Place(folder, sync, self._lock))
        self._copies = [
            PatientPlace(Place(_unused_copy_folder(fallback, folder.name), sync, origin=folder.absolute()))
            for fallback in fallbacks
        ]
        self._trouble: Trouble | None = None

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        since: datetime,
        fallbacks: Sequence[Path] = (),
        sync: Sync = sync_to_disk,
        patience: float = PATIENCE,
    ) -> Journal:
        """Begin a record in `folder`, which is made if need be. `since` is now, for whoever finds it held.

        A folder that cannot be written is a `trouble`. Raises `Held` when another console has the folder, and
        FileExistsError when a record is there already.
        """
        journal = cls(folder, [encode_header()], since, fallbacks, sync, patience)
        if os.path.lexists(folder / FILE_NAME):
            raise FileExistsError(folder / FILE_NAME)
        journal._begin(None)
        return journal

    @classmethod
    def resume(
        cls,
        folder: Path,
        reading: Reading,
        *,
        since: datetime,
        fallbacks: Sequence[Path] = (),
        sync: Sync = sync_to_disk,
        patience: float = PATIENCE,
    ) -> Journal:
        """Go on in `folder` behind what `reading` gave, which may have been read from a second copy.

        A torn tail is cut off. Damage is kept beside as `show.journal.damaged-1` (or the next free number)
        and what was recovered is written anew. Raises `Held`, `JournalChanged` when the file has changed
        since the reading, `NewerJournal` when a newer program wrote it, OSError when it cannot be read again.
        """
        if reading.damage is not None and reading.damage.flaw.is_newer:
            raise NewerJournal(reading.damage)
        if reading.mended is not None:
            good = reading.mended
        else:
            with reading.path.open("rb") as file:
                good = file.read(reading.good_bytes)
        lines = BytesIO(good).readlines()
        is_as_read = len(good) == reading.good_bytes and good.count(b"\n") == len(lines)
        if not is_as_read or len(lines) != len(reading.entries) + bool(lines):
            raise JournalChanged(str(reading.path))
        journal = cls(folder, lines or [encode_header()], since, fallbacks, sync, patience)
        journal._begin(reading)
        return journal

    @property
    def trouble(self) -> Trouble | None:
        """Why the record is not where it belongs; None when all is well."""
        return self._trouble

    @property
    def last_seq(self) -> int:
        """The number of the last entry; 0 before the first."""
        return len(self._history) - 1

    def append(self, entry: Entry) -> None:
        """Put down the next entry. When it returns, the entry is on a disk, or `trouble` says that it is not.

        Raises ValueError for an entry out of sequence or too long to be read again: our own mistakes.
        """
        way = OnItsWay(self.put_down(entry))
        way.carry_through(self.patience)
        way.answer()

    def put_down(self, entry: Entry) -> Steps[None]:
        """The same in steps, for a caller that must not wait (see way.py)."""
        if entry.seq != self.last_seq + 1:
            raise ValueError(f"entry {entry.seq} does not follow {self.last_seq}")
        self._history.append(encode(entry))
        work = self._first.begin(self._history)
        yield work
        try:
            failure = _failure(work)
        except BaseException:
            # The caller takes it that nothing happened, and will give this number to another entry.
            self._history.pop()
            raise
        yield from self._settle(failure)

    def cut_back(self, seq: int) -> Steps[None]:
        """Go back to entry `seq`, in steps: what comes behind it goes on in another console's record.

        Each file as it was is kept beside as `show.journal.branch-1` (or the next free number), so nothing
        that was ever answered is lost. Raises ValueError for an entry that there is not.
        """
        if not 1 <= seq <= self.last_seq:
            raise ValueError(f"entry {seq} is none of 1 to {self.last_seq}")
        if seq < self.last_seq:
            # a list of its own: a disk that was given up may still be writing the other one
            self._history = self._history[: seq + 1]
            work = self._first.begin(self._history)
            yield work
            yield from self._settle(_failure(work))

    def close(self) -> None:
        """Leave the record to the next console. The show may still be open."""
        for place in (self._first, *self._copies):
            place.close()
        self._lock.release()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self, reading: Reading | None) -> None:
        try:
            if reading is not None and reading.path == self._first.path:
                # Only under the lock is it certain that no other console is still writing.
                self._lock.take()
                if reading.path.stat().st_size != reading.size:
                    raise JournalChanged(str(reading.path))
            self._first.catch_up(self._history, max(self.patience, PATIENCE_AT_FIRST))
        except OSError as error:
            way = OnItsWay(self._fall_back(error, PATIENCE_AT_FIRST))
            way.carry_through(max(self.patience, PATIENCE_AT_FIRST))
            way.answer()
        except BaseException:
            self.close()
            raise

    def _settle(self, failure: OSError | Held | None) -> Steps[None]:
        if failure is None:
            self._trouble = None
        else:
            yield from self._fall_back(failure, PATIENCE_WITH_A_COPY)

    def _fall_back(self, error: OSError | Held, patience: float) -> Steps[None]:
        copy = yield from self._write_copy(patience)
        self._trouble = Trouble(
            message=error.strerror or str(error) if isinstance(error, OSError) else str(error),
            errno=error.errno if isinstance(error, OSError) else None,
            since_seq=max(1, self._first.safe_lines),
            copy=copy,
        )

    def _write_copy(self, patience: float) -> Steps[Path | None]:
        """The first place that takes the history; None when none does, which the trouble then says.

        Disks hang together, as on one network: none is waited for long, and one that answers while the next
        is waited for still counts.
        """
        asked: list[tuple[PatientPlace, Work]] = []
        for place in self._copies:
            work = place.begin(self._history)
            work.patience = patience
            asked.append((place, work))
            yield work
            done = next((place.folder for place, work in asked if work.is_done), None)
            if done is not None:
                return done
        return None


def _failure(work: Work) -> OSError | Held | None:
    """Why a disk has not what it was asked to keep; raises what is no disk's fault."""
    try:
        work.result()
    except (OSError, Held) as error:
        return error
    return None


def _unused_copy_folder(fallback: Path, name: str) -> Path:
    number = 1
    while os.path.lexists(copy_folder(fallback, name, number)):
        number += 1
    return copy_folder(fallback, name, number)
