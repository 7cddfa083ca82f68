"""A command line that names no command: the first screen is for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from runofshow.texts import Language


def names_no_command(arguments: Sequence[str]) -> bool:
    """Whether nothing is asked for, but perhaps a language that there is."""
    languages = tuple(Language)
    match list(arguments):
        case []:
            return True
        case ["--lang", named]:
            return named in languages
        case [only]:
            return only.removeprefix("--lang=") in languages and only.startswith("--lang=")
    return False


def dropped_file(arguments: Sequence[str]) -> Path | None:
    """The file that was dropped onto the program, or that it is to open by a double click on it."""
    match list(arguments):
        case [only] if not only.startswith("-") and Path(only).suffix and Path(only).is_file():
            return Path(only).resolve()
    return None
