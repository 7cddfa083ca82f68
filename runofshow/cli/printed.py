"""What was printed on this machine: of each revision the agenda's text, and the pages of each paper of it.

One file for a revision in `printed/` under the home of shows, JSON; the oldest are thrown away. A revision is
the beginning of the digest of the plan, its name lists included, as it stands at the foot of every page.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from runofshow.agenda_file.plan_digest import list_names
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.writing import write_agenda
from runofshow.cli.agendas import here
from runofshow.core.value import replace
from runofshow.printing.exchange.holding import Held
from runofshow.texts import Language

_FOLDER: Final = "printed"
_ENDING: Final = ".json"
_MOST: Final = 50
"""Revisions that are kept."""


class Printed(Struct, frozen=True):
    """One revision."""

    revision: str
    agenda: str
    """The text of its file, with the names of its lists in it."""
    papers: Mapping[str, Held] = {}
    """By the name of `paper_name`."""
    since: str = ""
    """The revision of which pages were exchanged for these; empty where whole papers were printed."""


def paper_name(kind: str, language: str) -> str:
    """`all.vi`"""
    return f"{kind}.{language}"


class Store:
    """The printed revisions under one home."""

    def __init__(self, home: Path) -> None:
        self._folder = home / _FOLDER

    def named(self, beginning: str) -> list[str]:
        """The revisions that begin so, the latest printed first."""
        try:
            found = [path for path in self._folder.iterdir() if path.suffix == _ENDING]
            return [path.stem for path in sorted(found, key=_age) if path.stem.startswith(beginning)]
        except OSError:
            return []

    def find(self, revision: str) -> Printed | None:
        """A revision; None where it is not kept, or cannot be read."""
        try:
            read = self._path(revision).read_bytes()
            return msgspec.json.decode(read, type=Printed)
        except (OSError, msgspec.DecodeError):
            return None

    def exchanged(self, revision: str) -> list[str]:
        """The revisions whose pages took the place of pages of this one, the latest first."""
        found = (self.find(each) for each in self.named("") if each != revision)
        return [each.revision for each in found if each is not None and each.since == revision]

    def keep(self, printed: Printed) -> None:
        """Keep these papers beside those of the same revision. Raises OSError."""
        before = self.find(printed.revision)
        if before is not None:
            since = printed.since or before.since
            printed = replace(printed, papers={**before.papers, **printed.papers}, since=since)
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(printed.revision)
        written = path.with_suffix(f".{os.getpid()}")
        written.write_bytes(msgspec.json.encode(printed))
        # a file that is half written is never read
        written.replace(path)
        for revision in self.named("")[_MOST:]:
            self._path(revision).unlink(missing_ok=True)

    def _path(self, revision: str) -> Path:
        return self._folder / f"{revision}{_ENDING}"


def whole_text(content: bytes, path: Path, language: Language) -> str:
    """What the agenda file at `path` says, with the names of the lists beside it in it."""
    text = content.decode("utf-8", "replace")
    if not list_names(content):
        return text
    now, tz = here()
    today = now.astimezone(tz).date()
    reading = read_agenda_text(text, path.name, folder=path.parent, tz=tz, today=today, language=language)
    if reading.agenda is None:
        return text
    return write_agenda(reading.agenda, tz=tz, today=today, language=language)


def _age(path: Path) -> float:
    return -path.stat().st_mtime
