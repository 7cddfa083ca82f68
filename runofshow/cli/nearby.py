"""The files that the first screen lists: agendas that were opened, and what lies where people keep files."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import UTC, datetime, tzinfo
from itertools import islice
from pathlib import Path

from msgspec import Struct

from runofshow.agenda_file.glance import title_at_a_glance
from runofshow.cli.left_open import moment_words
from runofshow.cli.own_folder import documents_folder, own_folder
from runofshow.texts.first import FirstTexts
from runofshow.tui.first.app import AGENDAS
from runofshow.tui.first.listing import Listed

OFFICE: Mapping[str, str] = {
    ".docx": "Word",
    ".docm": "Word",
    ".doc": "Word",
    ".odt": "ODT",
    ".rtf": "RTF",
    ".xlsx": "Excel",
    ".xlsm": "Excel",
    ".xls": "Excel",
    ".ods": "ODS",
    ".csv": "CSV",
    ".pdf": "PDF",
    ".txt": "TXT",
    ".html": "HTML",
    ".htm": "HTML",
}
"""What `import` reads, and what people call it."""
MOST_IN_A_FOLDER = 3000
"""Entries that are looked at; a folder of downloads may hold more than anybody will scroll through."""
MOST_LISTED = 200


class Nearby(Struct, frozen=True):
    """What tells files in words."""

    now: datetime
    tz: tzinfo
    words: FirstTexts
    opened: tuple[tuple[Path, datetime], ...]
    """The agendas that were opened on this machine, and when."""

    def files(self, folder: Path | None, *, agendas: bool) -> list[Listed]:
        """The newest first: of this folder and the folders in it, or for None of those where people keep
        files. Agendas too, or the office's files alone. Raises OSError for a folder that cannot be read."""
        endings = AGENDAS | OFFICE.keys() if agendas else frozenset(OFFICE)
        if folder is not None:
            inside = list(islice(folder.iterdir(), MOST_IN_A_FOLDER))
            folders = sorted(path for path in inside if _is_shown(path) and path.is_dir())
            listed = [
                Listed(path, f"{path.name}/", self.words.folder, "", is_folder=True) for path in folders
            ]
            return [*self._listed(_dated(inside, endings)), *listed]
        opened = dict(self.opened) if agendas else {}
        found = dict(_dated(opened, endings))
        for place in _places():
            found.update(_dated(_inside(place), endings))
        # what was opened lately stands above what was only saved then
        latest = {path: max(changed, opened.get(path, changed)) for path, changed in found.items()}
        return self._listed(latest.items())[:MOST_LISTED]

    def _listed(self, dated: Iterable[tuple[Path, datetime]]) -> list[Listed]:
        newest = sorted(dated, key=lambda one: one[1], reverse=True)
        return [one for path, at in newest if (one := self._one(path, at)) is not None]

    def _one(self, path: Path, at: datetime) -> Listed | None:
        """None for the YAML of another program."""
        when = moment_words(at, self.now, self.tz, self.words)
        ending = path.suffix.lower()
        if ending in OFFICE:
            return Listed(path, path.name, OFFICE[ending], when)
        try:
            title = title_at_a_glance(path)
        except OSError:
            # listed all the same: whoever wants it is told why it cannot be read
            title = ""
        if title is None:
            return None
        return Listed(path, title or path.name, self.words.agenda, when)


def _places() -> list[Path]:
    """Where people keep files, each once."""
    from platformdirs import user_desktop_path, user_downloads_path

    documents = documents_folder()
    places = [Path.cwd(), own_folder(), documents, user_desktop_path(), user_downloads_path(), Path.home()]
    return list(dict.fromkeys(place.resolve() for place in places))


def _inside(place: Path) -> list[Path]:
    """What lies there. Of the usual places one that is missing or closed has nothing."""
    try:
        return list(islice(place.iterdir(), MOST_IN_A_FOLDER))
    except OSError:
        return []


def _dated(paths: Iterable[Path], endings: Set[str]) -> Iterator[tuple[Path, datetime]]:
    """The files with such an ending, and when each was written last."""
    for path in paths:
        if path.suffix.lower() in endings and _is_shown(path):
            try:
                about = path.stat()
            except OSError:
                continue  # it went away meanwhile, or its disk did
            if stat.S_ISREG(about.st_mode):
                yield path, datetime.fromtimestamp(about.st_mtime, UTC)


def _is_shown(path: Path) -> bool:
    """Whether it is none that its program hides: `.unsaved`, Word's `~$plan.docx`."""
    return not path.name.startswith((".", "~$"))
