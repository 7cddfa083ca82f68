"""The file of a track or a list beside its agenda, whatever machine wrote its name.

A Mac writes letters and their marks apart, Windows writes `\\` and takes `.WAV` for `.wav`, and here each is
another file. A name that is there to the letter is taken; else one that differs in nothing else.
"""

from __future__ import annotations

import difflib
import os
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

MOST_NAMES = 5_000
"""Looked at in one folder."""


def file_beside(folder: Path, name: str) -> Path | None:
    """The file that `name`, as an agenda in `folder` writes it, leads to; None when there is none.

    Reads the disk. A file that cannot be read is one that is there.
    """
    exact = folder / name
    if _is_there(exact):
        return exact
    at = folder
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        step = at / part if part in ("/", "..") or _is_there(at / part) else _alike(at, part)
        if step is None:
            return None
        at = step
    return at


def nearest_beside(folder: Path, name: str) -> str:
    """The name, from `folder` on, of the file that `name` was likely meant to be; empty for none."""
    path = PurePosixPath(name.replace("\\", "/"))
    parent = file_beside(folder, str(path.parent))
    names = {} if parent is None else {same(each): each for each in _names(parent)}
    close = difflib.get_close_matches(same(path.name), names, n=1, cutoff=0.7)
    return str(path.parent / unicodedata.normalize("NFC", names[close[0]])) if close else ""


def is_elsewhere(name: str) -> bool:
    """Whether the path leaves the agenda's folder, as any system reads it."""
    windows = PureWindowsPath(name)
    if windows.drive or windows.root:
        return True
    depth = 0
    for part in windows.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return True
    return False


def same(name: str) -> str:
    """`name` as it is compared: one form of its letters, no matter the case."""
    return unicodedata.normalize("NFC", name).casefold()


def _alike(folder: Path, name: str) -> Path | None:
    alike = sorted(each for each in _names(folder) if same(each) == same(name))
    return folder / alike[0] if alike else None


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry, _ in zip(entries, range(MOST_NAMES), strict=False)]
    except OSError:
        return []


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for the disk
        return False
