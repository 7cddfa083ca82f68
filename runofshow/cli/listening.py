"""A recording listened to at the desk: one mpv that plays one file, and ends with the desk."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import TracebackType

from runofshow.cli.outcome import Outcome
from runofshow.cli.sounding import mpv_of, output_of

ENDS_IN = 2.0
"""Seconds that mpv may take to end before it is killed."""


class Listening:
    """Plays a file, or stops it when it is asked for again. Use it as a context."""

    def __init__(self, outcome: Outcome) -> None:
        self.mpv = mpv_of(outcome)
        """None: nothing can be listened to on this machine."""
        self._driver = output_of(outcome).driver
        self._process: subprocess.Popen[bytes] | None = None
        self._path: Path | None = None

    def turn(self, path: Path) -> str | None:
        """Play `path`, or stop it where it plays. None: stopped; else what went wrong, or nothing."""
        assert self.mpv is not None
        is_again = path == self._path and self._process is not None and self._process.poll() is None
        self.stop()
        if is_again:
            return None
        from runofshow.players.lockdown import LOCKED

        locked = [each for each in LOCKED if not each.startswith(("--idle", "--pause"))]
        driver = [] if self._driver is None else [f"--ao={self._driver}"]
        argv = [str(self.mpv), *locked, *driver, "--really-quiet", "--", str(path.resolve())]
        try:
            self._process = subprocess.Popen(
                argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            return error.strerror or str(error)
        self._path = path
        return ""

    def stop(self) -> None:
        """Silence, at once."""
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(ENDS_IN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Listening:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
