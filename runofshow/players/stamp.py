"""What tells that a file is no more the one that was loaded: another file, another size, another time.

A player has the file open and reads it while it plays: what is written over it is heard, and nothing of the
player's own says so.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from msgspec import Struct

PATIENCE = 0.25
"""Seconds for the disk to answer at GO. One that hangs must not hold up what is loaded."""


class Stamp(Struct, frozen=True):
    device: int
    inode: int
    size: int
    changed_ns: int


def stamp_of(file: Path) -> Stamp | None:
    """The stamp of what `file` leads to now; None when nothing can be seen there. Reads the disk."""
    try:
        facts = file.stat()
    except (OSError, ValueError):
        return None
    return Stamp(facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns)


async def is_changed(file: Path, stamp: Stamp | None) -> bool:
    """Whether `file` is another than when it had `stamp`; no, where the disk does not say in time."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await asyncio.to_thread(stamp_of, file) != stamp
    except TimeoutError:
        return False
