"""The file that an agenda is kept in: read, written whole, and watched for what others do to it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from msgspec import Struct

from runofshow.agenda_file.complaint import TOP, Reporter
from runofshow.agenda_file.editing.opening import Opened, opened
from runofshow.agenda_file.editing.saving import digest, digest_on_disk, save
from runofshow.agenda_file.editing.written import NotWritten
from runofshow.agenda_file.source import MOST_BYTES, read_source
from runofshow.core.value import replace

_MADE_FROM = "# unsaved; made from "
"""Begins a copy of what was not saved."""


class Shelf(Struct, frozen=True):
    """Where an agenda is kept, and in which state its file was seen last."""

    path: Path
    has_bom: bool = False
    seen: str = ""
    """Empty: there was none."""

    @property
    def is_changed(self) -> bool:
        """Whether somebody else has written the file since. Raises OSError."""
        return digest_on_disk(self.path) != self.seen

    def keep(self, text: str) -> Shelf:
        """The file with this text; what was kept unsaved is gone. Raises OSError."""
        content = (b"\xef\xbb\xbf" if self.has_bom else b"") + text.encode("utf-8")
        save(self.path, content)
        self.forget_unsaved()
        return Shelf(self.path, self.has_bom, digest(content))

    # What a crash would lose

    @property
    def unsaved(self) -> Path:
        """The copy of what was not saved yet."""
        return self.path.with_name(f".{self.path.name}.unsaved")

    def keep_unsaved(self, text: str) -> None:
        """Keep it beside the file, with the state of the file that it was made from.

        Where that cannot be written, nothing is kept: it is only a net.
        """
        with contextlib.suppress(OSError):
            save(self.unsaved, f"{_MADE_FROM}{self.seen}\n{text}".encode())

    def forget_unsaved(self) -> None:
        """It is saved, or not wanted."""
        with contextlib.suppress(OSError):
            self.unsaved.unlink()

    def left_unsaved(self) -> tuple[str, Shelf] | None:
        """What was not saved when the desk stopped last, and the file as it was seen then; None: nothing."""
        try:
            left = self.unsaved.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        head, _, text = left.partition("\n")
        if not head.startswith(_MADE_FROM):
            return left, self
        return text, replace(self, seen=head.removeprefix(_MADE_FROM).strip())


def unnamed() -> Shelf:
    """Where what has no name yet is kept: in this folder, as `.runofshow-plan.unsaved`."""
    return Shelf(Path("runofshow-plan").resolve())


def taken(path: Path) -> tuple[Opened, Shelf]:
    """The agenda of a file. Raises NotWritten with all that is wrong with it."""
    text, complaints = read_source(path)
    if text is None:
        raise NotWritten(complaints)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        problem = error.strerror or str(error)
        raise NotWritten([Reporter(str(path)).error("unreadable", TOP, problem=problem)]) from error
    found = opened(content, str(path))
    return found, Shelf(path, found.has_bom, digest(content))
