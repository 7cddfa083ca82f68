"""The second copies of a show: where they lie, whose they are, and which record is the fullest of all."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from runofshow.core.value import replace
from runofshow.journal.reading import FILE_NAME, Reading, read_journal

ORIGIN_NAME = "copy-of.txt"
"""Beside a second copy: the folder that it stands for."""


def read_fullest(folder: Path, fallbacks: Sequence[Path] = ()) -> Reading:
    """The fullest record of the show in `folder`: its own journal, or a second copy that says more.

    A console that lost its first place and was then killed leaves its last lines in a copy. A copy counts
    only if it begins with all that the journal says; where it says something else the journal holds, and
    `parted` names the copy. Raises OSError when there is no journal and no copy.
    """
    fullest: Reading | None = None
    failures: list[OSError] = []
    parted: Path | None = None
    try:
        fullest = read_journal(folder / FILE_NAME)
    except OSError as error:
        failures.append(error)
    for copy in (copy for fallback in fallbacks for copy in copies_of(fallback, folder.name)):
        try:
            reading = read_journal(copy / FILE_NAME)
        except OSError as error:
            failures.append(error)
            continue
        known = () if fullest is None else fullest.entries
        shared = min(len(known), len(reading.entries))
        # with nothing to compare it with, it may be of another home's show of this name
        if not known and origin_of(copy) != folder.absolute():
            continue
        if reading.entries[:shared] != known[:shared]:
            parted = copy if reading.entries[:1] == known[:1] else parted
        elif len(reading.entries) > len(known):
            fullest = reading
    if fullest is None:
        raise failures[0]
    return replace(fullest, parted=parted)


def copies_of(fallback: Path, name: str) -> list[Path]:
    """The folders in `fallback` that hold second copies of the show called `name`, oldest first.

    Only the user's own: in a folder that all may write, such as the system's temporary one, anybody could lay
    a longer record under the name of a show.
    """
    found = []
    number = 1
    while os.path.lexists(folder := copy_folder(fallback, name, number)):
        if all(is_own(path) for path in (fallback, folder, folder / FILE_NAME)):
            found.append(folder)
        number += 1
    return found


def is_own(path: Path) -> bool:
    """Whether `path` is the user's own, and no link to somewhere else."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return not stat.S_ISLNK(found.st_mode) and (os.name != "posix" or found.st_uid == os.geteuid())


def origin_of(copy: Path) -> Path | None:
    """The folder of the show whose second copy this is; None when it does not say."""
    try:
        return Path((copy / ORIGIN_NAME).read_text("utf-8").strip())
    except (OSError, ValueError):
        return None


def copy_folder(fallback: Path, name: str, number: int) -> Path:
    return fallback / f"{name}.copy-{number}"
