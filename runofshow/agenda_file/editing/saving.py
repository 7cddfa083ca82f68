"""An agenda onto the disk, never half: written beside it, forced down, and put in its place at once."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from runofshow.agenda_file.source import MOST_BYTES


def digest(content: bytes) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(content).hexdigest()


def digest_on_disk(path: Path) -> str:
    """The state of the file now; empty when there is none. Raises OSError."""
    try:
        with path.open("rb") as file:
            return digest(file.read(MOST_BYTES + 1))
    except FileNotFoundError:
        return ""


def save(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file, or make it. Raises OSError; the file is then as it was.

    A link is followed, and the file keeps its permissions.
    """
    real = Path(os.path.realpath(path))
    beside = real.with_name(f".{real.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            beside.chmod(real.stat().st_mode & 0o777)
        beside.replace(real)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _force_folder(real.parent)


def _force_folder(folder: Path) -> None:
    # the new name is safe from a power cut only once the folder is down too; Windows has no such call
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
