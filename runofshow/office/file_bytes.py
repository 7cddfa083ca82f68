"""The bytes of an office file, or why there are none."""

from __future__ import annotations

import stat
from pathlib import Path

from runofshow.office.failure import CannotRead, Failure


def bytes_of(path: Path, most: int) -> bytes:
    """The whole file. Raises CannotRead: MISSING, NOT_A_FILE, TOO_BIG, NO_PERMISSION, UNREADABLE."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            # a pipe or a device may never end
            raise CannotRead(Failure.NOT_A_FILE)
        if about.st_size > most:
            raise CannotRead(Failure.TOO_BIG, size=about.st_size // 1_000_000, most=most // 1_000_000)
        with path.open("rb") as file:
            return file.read(most)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise CannotRead(Failure.MISSING) from problem
    except PermissionError as problem:
        raise CannotRead(Failure.NO_PERMISSION) from problem
    except (OSError, ValueError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else None
        raise CannotRead(Failure.UNREADABLE, problem=said or problem) from problem
