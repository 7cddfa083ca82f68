"""One place on a disk where the history of a show is kept, and how much of it is safe there.

A place is brought up to date as a whole: whatever lines it lacks are written behind the last one known to be
safe, then the disk is asked to keep them. After any failure the file is closed and looked at afresh next
time, so a disk that was full, a folder that was moved and a stick that was pulled all heal the same way.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path

from runofshow.journal.copies import ORIGIN_NAME
from runofshow.journal.line import MAX_LINE
from runofshow.journal.lock import FolderLock, Held
from runofshow.journal.reading import FILE_NAME, OPENING_NAME

DAMAGED, BRANCH = "damaged", "branch"
"""A file that something else has written to, and one that goes on where its record was cut back."""

Sync = Callable[[int], None]
"""Returns when the disk has what was written to this file descriptor (or, on POSIX, folder descriptor)."""


def sync_to_disk(descriptor: int) -> None:
    """The system's own promise that what was written outlives a power cut."""
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves the data in the disk's cache. Network and foreign volumes know only fsync.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


class Place:
    """The journal file in one folder. `lock` guards the folder; None where nobody else can come.

    `origin` is the folder that a second copy stands for; None in that folder itself.
    """

    def __init__(
        self, folder: Path, sync: Sync, lock: FolderLock | None = None, origin: Path | None = None
    ) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.safe_lines = 0
        """How many lines of the history the disk has promised to keep, the header included."""
        self._sync = sync
        self._lock = lock
        self._origin = origin
        self._file: FileIO | None = None
        self._lines = self._bytes = 0
        """What the open file holds."""
        self._new_names: list[Path] = []
        """Folders in which something was made whose name is not yet sure to outlive a power cut."""
        self._opening_kept = False
        self._history: Sequence[bytes] | None = None
        """The history that was last asked for; another one means that the record was cut back."""
        self._aside = DAMAGED
        """What a file that does not agree with the history is called beside it."""
        self._seen = False
        """It was open once, so only what was synced since is trusted, and its parents are not made again."""

    def catch_up(self, history: Sequence[bytes], count: int) -> None:
        """Write and sync each of the first `count` lines of `history` that is not safe here yet.

        Raises OSError, and `Held` when another console has the folder. Then nothing is certain behind
        `safe_lines`, and the next call begins there. Another list than before is a record that was cut back:
        what the file holds behind that is kept beside it.
        """
        if self._history is not history:
            if self._history is not None:
                # what the file holds behind the cut is nobody's damage
                self.close()
                self._aside = BRANCH
            self._history = history
        try:
            if self._file is None or not self._is_still_there(self._file):
                self.close()
                self._file = self._open(history[:count])
            missing = memoryview(b"".join(history[self._lines : count]))
            length = len(missing)
            while missing:
                missing = missing[self._file.write(missing) :]
            self._sync(self._file.fileno())
        except BaseException:
            self.close()
            raise
        if count > 1 and not self._opening_kept:
            self._keep_opening(b"".join(history[:2]))
        self.safe_lines = self._lines = count
        self._aside = DAMAGED
        self._bytes += length

    def _keep_opening(self, opening: bytes) -> None:
        """Lay the first two lines beside the journal, once they are safe in it."""
        self._opening_kept = True
        beside = self.folder / OPENING_NAME
        # the record itself is safe; what is only a second seal of it makes no trouble
        with suppress(OSError):
            if not beside.exists() or beside.read_bytes() != opening:
                new = beside.with_name(f"{OPENING_NAME}.new")
                new.write_bytes(opening)
                self._close_to_others(new, 0o600)
                new.replace(beside)

    def close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            # Every line was synced when it was written; a disk that is gone may complain once more here.
            with suppress(OSError):
                file.close()

    def _is_still_there(self, file: FileIO) -> bool:
        # A file whose folder was deleted still takes every line, and no error says that all is lost.
        try:
            found = self.path.stat()
        except OSError:
            return False
        return os.path.samestat(found, os.fstat(file.fileno())) and found.st_size == self._bytes

    def _open(self, history: Sequence[bytes]) -> FileIO:
        """The file, positioned behind its last safe line."""
        self._make_folder()
        if self._lock is not None:
            self._lock.take()
        if self.path.exists() and not self.path.is_file():
            # Reading a device or a pipe would never end.
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(self.path))
        try:
            file = FileIO(self.path, "r+")
        except FileNotFoundError:
            file = FileIO(self.path, "x+")
            self._new_names.append(self.folder)
        try:
            self._close_to_others(self.path, 0o600)
            self._hold(file)
            file = self._match(file, history)
            self._hold(file)
            self._close_to_others(self.path, 0o600)
            while self._new_names:
                self._sync_folder(self._new_names[-1])
                self._new_names.pop()
        except BaseException:
            file.close()
            raise
        self._seen = True
        return file

    def _match(self, file: FileIO, history: Sequence[bytes]) -> FileIO:
        """Keep the lines that agree with the history, drop a torn tail, set anything else aside."""
        agreed_bytes = kept_lines = kept_bytes = 0
        whole = b"" if self._seen else b"".join(history)
        if whole and file.read(len(whole)) == whole:
            # as it is when a show is picked up: one look at all of a long record, not one at each line
            agreed_bytes = kept_bytes = len(whole)
            kept_lines = len(history)
        file.seek(agreed_bytes)
        for number, line in enumerate(history[kept_lines:], start=1):
            if file.read(len(line)) != line:
                break
            agreed_bytes += len(line)
            # After a failed sync the system may call a line written that never reached the disk.
            if not self._seen or number <= self.safe_lines:
                kept_lines, kept_bytes = number, agreed_bytes
        file.seek(agreed_bytes)
        rest = file.read(MAX_LINE + 1)
        if b"\n" in rest or len(rest) > MAX_LINE:
            file.close()
            self._set_aside()
            self._replace(history)
            file = FileIO(self.path, "r+")
            kept_lines, kept_bytes = len(history), sum(map(len, history))
        file.seek(kept_bytes)
        file.truncate()
        self._lines, self._bytes = kept_lines, kept_bytes
        self.safe_lines = min(self.safe_lines, kept_lines)
        return file

    def _set_aside(self) -> None:
        """Keep the file as it is under another name, before it is replaced: it may say more to a person."""
        number = 1
        while os.path.lexists(kept := self.path.with_name(f"{FILE_NAME}.{self._aside}-{number}")):
            number += 1
        try:
            with self.path.open("rb") as damaged, kept.open("xb") as copy:
                self._close_to_others(kept, 0o600)
                shutil.copyfileobj(damaged, copy)
                copy.flush()
                self._sync(copy.fileno())
        except BaseException:
            # Each further line will try again, and half a copy each time would fill the disk for good.
            with suppress(OSError):
                kept.unlink(missing_ok=True)
            raise

    def _replace(self, history: Sequence[bytes]) -> None:
        """The whole history as a new file, put in place of the old one in one step."""
        new = self.path.with_name(f"{FILE_NAME}.new")
        with new.open("wb") as file:
            file.writelines(history)
            file.flush()
            self._sync(file.fileno())
        new.replace(self.path)
        self._new_names.append(self.folder)

    def _make_folder(self) -> None:
        # The parents only once: a stick that was pulled must not come back as a folder on the system's disk.
        missing = [folder for folder in (self.folder, *self.folder.parents) if not os.path.lexists(folder)]
        self.folder.mkdir(parents=not self._seen, exist_ok=True)
        self._new_names += [folder.parent for folder in missing]
        self._close_to_others(self.folder, 0o700)
        if self._origin is not None:
            (self.folder / ORIGIN_NAME).write_text(f"{self._origin}\n", "utf-8")
        for path in self.folder.iterdir():
            if path.is_file() and not path.is_symlink():
                self._close_to_others(path, 0o600)

    def _hold(self, file: FileIO) -> None:
        """Hold the journal itself too: a lock file can be deleted by hand. Raises `Held`."""
        if self._lock is None or sys.platform == "win32":
            return
        import fcntl

        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Held(None) from error
        except OSError:
            # a file system that knows no locks; the folder's own has done what can be done
            return

    def _close_to_others(self, path: Path, mode: int) -> None:
        """A record holds names, awards and notes: it is for its owner alone, and so is one made before."""
        if os.name != "posix":
            return  # Windows keeps a user's data folder from other users by itself.
        with suppress(OSError):
            # sticks know no owners, and somebody else's folder keeps the rights that it was given
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                path.chmod(mode)

    def _sync_folder(self, folder: Path) -> None:
        """Make the names in a folder as lasting as what they name."""
        if os.name != "posix":
            return  # Windows keeps names with its own log and opens no folder.
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            self._sync(descriptor)
        except OSError as error:
            # Some file systems (of sticks, of networks) know no such order; theirs is the best there is.
            if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
                raise
        finally:
            os.close(descriptor)
