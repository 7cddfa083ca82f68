"""Why a file cannot be read, as a value; its sentence is in texts/documents.py."""

from __future__ import annotations

from enum import StrEnum


class Failure(StrEnum):
    """Stable: programs may rely on it."""

    MISSING = "missing"
    NOT_A_FILE = "not_a_file"
    NO_PERMISSION = "no_permission"
    UNREADABLE = "unreadable"
    """The system would not read it; `about` has what it said."""
    EMPTY = "empty"
    TOO_BIG = "too_big"
    ENCRYPTED = "encrypted"
    """A password is needed."""
    DAMAGED = "damaged"
    """Cut short, or not what its beginning says."""
    BOMB = "bomb"
    """It would unpack to more than any plan holds."""
    UNKNOWN_FORM = "unknown_form"
    """No reader knows such a file: a picture, a program, a video."""
    ALREADY_AGENDA = "already_agenda"
    """An agenda file, which needs no reading: the desk opens it. `about` has its `path`."""
    NO_TEXT = "no_text"
    """A scan: pictures of pages without text."""
    NEEDS_EXTRA = "needs_extra"
    """`about` names the extra to install."""


class CannotRead(Exception):
    """The file gives no document. `about` holds the words its sentence names."""

    def __init__(self, failure: Failure, **about: object) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.about = {name: str(value) for name, value in about.items()}
