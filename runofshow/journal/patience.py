"""A disk that takes its time, or never answers: it is asked in a thread of its own, and can be given up.

A stick that sleeps holds an fsync for seconds, a network mount whose server is gone holds it for ever. Nobody
but the one order waits for that. What is given up goes on in its thread for as long as it likes: the place is
not touched again until that thread has come back, and is then brought up to date like any that failed.
"""

from __future__ import annotations

import errno
import math
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue

from runofshow.journal.place import Place


class Work:
    """Something a disk was asked for. Any thread may wait for it."""

    def __init__(self, task: Callable[[], None] | None) -> None:
        """None stands for a disk that was given up: it has failed already."""
        self._task = task
        self.patience = math.inf
        """Seconds that are enough for this, where whoever waits would wait longer."""
        self._over = threading.Event()
        self._error: BaseException | None = None
        if task is None:
            self._error = _timed_out()
            self._over.set()

    def wait(self, seconds: float) -> bool:
        """Whether it is over within so many seconds."""
        return self._over.wait(seconds)

    @property
    def is_over(self) -> bool:
        return self._over.is_set()

    @property
    def is_done(self) -> bool:
        """Whether the disk has what it was asked to keep."""
        return self.is_over and self._error is None

    def result(self) -> None:
        """Raises what the disk raised, and TimeoutError, which is an OSError, when it is not over."""
        if not self._over.is_set():
            raise _timed_out()
        if self._error is not None:
            raise self._error

    def carry_out(self) -> None:
        """In the thread of the disk."""
        assert self._task is not None
        try:
            self._task()
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever asked
            self._error = error
        self._over.set()


class PatientPlace:
    """A place that is asked for one thing at a time. Belongs to one thread, and has one of its own."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._queue: SimpleQueue[Work | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._last: Work | None = None

    @property
    def path(self) -> Path:
        return self._place.path

    @property
    def folder(self) -> Path:
        return self._place.folder

    @property
    def safe_lines(self) -> int:
        """See `Place`; of a disk that was given up, as it last was."""
        return self._place.safe_lines

    def begin(self, history: Sequence[bytes]) -> Work:
        """Ask for every line that `history` has now to be safe here, as `Place.catch_up` does.

        It is not copied, since a record may be long: lines may be added to it meanwhile.
        """
        if self._last is not None and not self._last.is_over:
            return Work(None)
        count = len(history)
        self._last = Work(lambda: self._place.catch_up(history, count))
        if self._thread is None:
            self._thread = threading.Thread(target=self._carry_out, name="runofshow disk", daemon=True)
            self._thread.start()
        self._queue.put(self._last)
        return self._last

    def catch_up(self, history: Sequence[bytes], patience: float) -> None:
        """The same, waited for: raises TimeoutError when no answer comes within `patience` seconds."""
        work = self.begin(history)
        work.wait(patience)
        work.result()

    def close(self) -> None:
        """Let go of the file; a disk that holds it lets go when it answers."""
        thread, self._thread = self._thread, None
        if thread is None:
            self._place.close()
            return
        self._queue.put(None)
        if self._last is None or self._last.is_over:
            thread.join()

    def _carry_out(self) -> None:
        while (work := self._queue.get()) is not None:
            work.carry_out()
        self._place.close()


def _timed_out() -> TimeoutError:
    return TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
