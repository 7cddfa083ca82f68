"""Where a machine has the copies of the show's tracks.

Beside the agenda a track lies where the agenda says. On another machine it was copied by somebody: into the
same folders, all into one, under a new name. So it is looked for there by its path, then anywhere by its bare
name, then by its content. A copy may be another recording; that is the player's to say, not the finder's.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from runofshow.agenda_file.track_files import file_beside, same
from runofshow.core.agenda import Track

MOST_FILES = 5_000
"""Looked at, for somebody may have started in the folder of everything."""

Stamp = tuple[int, int]
"""Size and time of change: while they stay, so does the content."""


def beside(folder: Path) -> Callable[[Track], Path | None]:
    """Finds each track where the agenda in `folder` says."""

    def find(track: Track) -> Path | None:
        if track.file is None:
            return None
        # one that is not there is named all the same, for the player to say so
        return file_beside(folder, track.file) or folder / track.file

    return find


class Copies:
    """The copies below a folder. Its `find` reads the disk, and may be called in any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes: dict[Path, tuple[Stamp, str]] = {}

    def find(self, track: Track) -> Path | None:
        """The copy of a track; None when there is none. Of several by its name, the right one."""
        if track.file is None:
            return None
        wanted = PurePosixPath(track.file.replace("\\", "/"))
        named = [file for file in self._files() if same(file.name) == same(wanted.name)]
        named.sort(key=lambda file: self._distance(file, wanted))
        if track.sha256 is None:
            return named[0] if named else None
        right = (file for file in named if self._hash(file) == track.sha256)
        return next(right, None) or (named[0] if named else self._by_content(track.sha256, wanted.suffix))

    def _distance(self, file: Path, wanted: PurePosixPath) -> tuple[bool, int, str]:
        """Its own path first, then the shallowest."""
        path = same(file.relative_to(self._folder).as_posix())
        return path != same(str(wanted)), path.count("/"), path

    def _by_content(self, sha256: str, suffix: str) -> Path | None:
        # who renames a file leaves its ending
        alike = (file for file in self._files() if file.suffix.lower() == suffix.lower())
        return next((file for file in alike if self._hash(file) == sha256), None)

    def _files(self) -> Iterator[Path]:
        seen = 0
        for parent, folders, names in os.walk(self._folder):
            folders.sort()
            for name in sorted(names):
                seen += 1
                if seen > MOST_FILES:
                    return
                yield Path(parent, name)

    def _hash(self, file: Path) -> str | None:
        """Its SHA-256; None where it cannot be read, which the player will say when it tries."""
        try:
            facts = file.stat()
            stamp = (facts.st_size, facts.st_mtime_ns)
            known = self._hashes.get(file)
            if known is None or known[0] != stamp:
                with file.open("rb") as opened:
                    known = stamp, hashlib.file_digest(opened, "sha256").hexdigest()
                self._hashes[file] = known
            return known[1]
        except OSError:
            return None
