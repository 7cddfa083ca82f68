"""One writer for one show: a lock on its folder, and a note that says who holds it.

The lock is the system's own (flock, or its like on Windows) and dies with the process, so a killed console
leaves none. `holder.json` beside it is only a note for people, like
`{"pid":4711,"host":"hoi-truong-a","user":"lan","since":"2020-03-27T00:30:00Z"}`; it may outlive its writer,
and means something only while the lock is held.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from msgspec import Struct

LOCK_NAME = "show.lock"
HOLDER_NAME = "holder.json"


class Holder(Struct, frozen=True):
    """Who writes a show."""

    pid: int
    host: str
    user: str
    since: datetime


class Held(Exception):
    """Another console writes this show."""

    def __init__(self, holder: Holder | None) -> None:
        who = f"{holder.user}@{holder.host} (process {holder.pid})" if holder else "another console"
        super().__init__(f"the show is held by {who}")
        self.holder = holder
        """None when its note cannot be read."""


class FolderLock:
    """The right to write in one folder. `since` is the moment the note will name."""

    def __init__(self, folder: Path, since: datetime) -> None:
        self._folder = folder
        self._since = since
        # The console that opens a show and the engine that closes it live in different threads.
        self._lock = FileLock(folder / LOCK_NAME, mode=0o600, thread_local=False)
        self._inode: tuple[int, int] | None = None

    def take(self) -> None:
        """Take the lock, or see that it is still ours. Raises `Held`, or OSError when no lock can be made."""
        if self._lock.is_locked:
            if self._inode == _inode(self._folder / LOCK_NAME):
                return
            # The folder was taken away and is back, so this lock is on a file that nobody else can see.
            self._lock.release()
        try:
            self._lock.acquire(timeout=0)
        except Timeout as timeout:
            raise Held(read_holder(self._folder)) from timeout
        self._inode = _inode(self._folder / LOCK_NAME)
        _write_holder(self._folder, self._since)

    def release(self) -> None:
        """Give it back, with its note. Does nothing when it is not held."""
        if self._lock.is_locked:
            # In a folder that is gone or read-only the note stays; it means nothing without the lock.
            with suppress(OSError):
                (self._folder / HOLDER_NAME).unlink(missing_ok=True)
            self._lock.release()


def ensure_free(folder: Path, since: datetime) -> None:
    """Raises `Held` when another console writes in `folder`, and OSError when no lock can be made there."""
    lock = FolderLock(folder, since)
    lock.take()
    lock.release()


def read_holder(folder: Path) -> Holder | None:
    """What the note in `folder` says; None when there is none that can be read."""
    try:
        note = json.loads((folder / HOLDER_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    match note:
        case {"pid": int(pid), "host": str(host), "user": str(user), "since": str(since)}:
            try:
                return Holder(pid, host, user, datetime.fromisoformat(since))
            except ValueError:
                return None
        case _:
            return None


def _write_holder(folder: Path, since: datetime) -> None:
    note = {
        "pid": os.getpid(),
        "host": platform.node(),
        "user": _user(),
        "since": since.astimezone(UTC).isoformat(),
    }
    path = folder / HOLDER_NAME
    # for its owner alone, as the record beside it
    with open(path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(json.dumps(note, ensure_ascii=False))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # An account without a name, as in some containers; Windows without its variables.
        return ""


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
