"""A long plan, read by a second process while this one loads the console.

Reading a thousand items takes as long as loading the terminal's library, and one process of Python does one
of them at a time. Only the plan comes back, as one message. Where anything is amiss, a complaint or a process
that died, nothing comes, and the plan is read here as any other is.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from datetime import date, tzinfo
from pathlib import Path

from msgspec import DecodeError, msgpack

from runofshow.core.agenda import Agenda
from runofshow.texts import Language

LONG = 40_000
"""Bytes. The longest plan of a day is read before a second process has begun."""


class ReadingAhead:
    """A plan that is being read. Whoever began it asks for it once, or drops it."""

    def __init__(self, process: int, pipe: int) -> None:
        self._process: int | None = process
        self._pipe = pipe

    def agenda(self) -> Agenda | None:
        """What the file says, as soon as it is read; None when it has to be read here."""
        with os.fdopen(self._pipe, "rb", closefd=False) as pipe:
            message = pipe.read()
        self.drop()
        try:
            return msgpack.decode(message, type=Agenda)
        except DecodeError:
            return None

    def drop(self) -> None:
        """Nobody waits for it any more."""
        process, self._process = self._process, None
        if process is not None:
            os.close(self._pipe)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)


def read_ahead(path: Path, tz: tzinfo, today: date, language: Language) -> ReadingAhead | None:
    """Begin to read the plan at `path`; None where it is short, or this system starts no process so quickly.

    Only while this process has a single thread.
    """
    # elsewhere a process that copies itself may meet what the system's own libraries do not allow
    if sys.platform != "linux" or not _is_long(path):
        return None
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return ReadingAhead(process, reader)
    try:
        from runofshow.agenda_file.reader import read_plan

        agenda = read_plan(path, tz=tz, today=today, language=language).agenda
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(b"" if agenda is None else msgpack.encode(agenda))
    finally:
        # nothing of what this process was is to happen twice
        os._exit(0)


def _is_long(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size >= LONG
    except (OSError, ValueError):
        return False
