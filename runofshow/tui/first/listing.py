"""Files that may be opened, as the list of the first screen has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from runofshow.tui.diacritics import found_in


class Listed(Struct, frozen=True):
    """One file, or a folder to look into."""

    path: Path
    name: str
    """The agenda's title, else what the file is called."""
    kind: str
    """`kịch bản`, `Word`, …"""
    when: str
    """When it was changed last, in words."""
    is_folder: bool = False


List = Callable[[Path | None], list[Listed]]
"""The files of a folder, the newest first; None: of the folders where people keep them. Raises OSError."""


class Looked(Struct, frozen=True):
    """What an agenda says at a look."""

    heads: tuple[str, ...]
    """Its title, then its day and place."""
    errors: tuple[str, ...] = ()
    """What keeps it from being run, a line each; the first of them alone where there are many."""
    count: int = 0
    """Of the errors."""


Look = Callable[[Path], Looked]


def matching(files: list[Listed], wanted: str) -> list[Listed]:
    """Those that have every word of `wanted` in their name, file or folder, whatever the marks."""
    if not wanted.strip():
        return files
    return [one for one in files if found_in(wanted, f"{one.name} {one.path} {one.kind}")]
