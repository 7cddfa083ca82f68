"""Where shows are kept: a folder each under the home, like `2020-03-27-hoi-nghi-tong-ket-1/show.journal`."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from runofshow.journal.copies import copies_of, origin_of
from runofshow.journal.line import Flaw
from runofshow.journal.reading import (
    FILE_NAME,
    OPENING_NAME,
    Damage,
    Opening,
    Skimmed,
    skim,
)

_SLUG_LENGTH = 40
"""Letters. Windows allows 260 for a whole path, and a home may be deep."""


class ShowFolder(Struct, frozen=True):
    """One show or rehearsal kept on this machine."""

    path: Path
    opening: Opening | None
    """None when the record holds not even its first entry."""
    ended: bool
    entries: int
    """How many can be read."""
    damage: Damage | None
    began: bool = False
    """An item has run in it."""
    last_at: datetime | None = None
    """The moment of its last entry; None when nothing can be read."""


def default_home(environ: Mapping[str, str]) -> Path:
    """`RUNOFSHOW_HOME`, or else the platform's folder for a user's data."""
    if home := environ.get("RUNOFSHOW_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("runofshow", appauthor=False)


def new_folder(home: Path, day: date, title: str) -> Path:
    """A free name for a show of this title on this day. It is `Journal.create` that makes the folder."""
    stem = f"{day.isoformat()}-{folder_stem(title)}"
    number = 1
    while os.path.lexists(folder := home / f"{stem}-{number}"):
        number += 1
    return folder


def shows(home: Path, fallbacks: Sequence[Path] = ()) -> list[ShowFolder]:
    """Every show under `home`, the latest opened first and those without an opening last.

    A show whose second copy in one of the `fallbacks` says more is listed as that says; one of which only the
    copy is left stands where it would be picked up, under `home`. A folder without a journal is no show, and
    a home that does not exist has none. A journal that cannot be read is listed with its damage.
    Raises OSError when the home itself cannot be listed.
    """
    try:
        names = {path.name for path in home.iterdir() if _is_kept(path)}
    except FileNotFoundError:
        names = set()
    return kept_shows(home, names, fallbacks)


def _is_kept(folder: Path) -> bool:
    """Whether a record lies or lay here: of one whose journal is gone the opening may be left."""
    return any(os.path.lexists(folder / name) for name in (FILE_NAME, OPENING_NAME))


def kept_shows(home: Path, names: Iterable[str], fallbacks: Sequence[Path]) -> list[ShowFolder]:
    """Those of these names and those of which only a second copy is left; see `shows`."""
    copied = {name for fallback in fallbacks for name in _copied(fallback, home)}
    found = [_show(home / name, fallbacks) for name in sorted({*names, *copied})]
    return sorted(found, key=_opened_at, reverse=True)


_COPY = re.compile(r"(.+)\.copy-\d+")


def _copied(fallback: Path, home: Path) -> set[str]:
    """The names of the shows of `home`, and of no other home, that have a second copy here."""
    try:
        folders = [path for path in fallback.iterdir() if os.path.lexists(path / FILE_NAME)]
    except OSError:
        return set()
    named = {found[1]: folder for folder in folders if (found := _COPY.fullmatch(folder.name))}
    return {name for name, folder in named.items() if origin_of(folder) == (home / name).absolute()}


def _show(folder: Path, fallbacks: Sequence[Path]) -> ShowFolder:
    skimmed = _skimmed(folder)
    for fallback in fallbacks:
        for copy in copies_of(fallback, folder.name):
            other = _skimmed(copy)
            # with no opening to compare, it may be of another home's show of this name
            same = (
                origin_of(copy) == folder.absolute()
                if skimmed.opening is None
                else skimmed.opening == other.opening
            )
            if same and other.entries > skimmed.entries:
                skimmed = other
    return ShowFolder(
        folder,
        skimmed.opening,
        skimmed.ended,
        skimmed.entries,
        skimmed.damage,
        skimmed.began,
        skimmed.last_at,
    )


def _skimmed(folder: Path) -> Skimmed:
    try:
        return skim(folder / FILE_NAME)
    except OSError as error:
        reason = Damage(0, Flaw.UNREADABLE, error.strerror or str(error), 0, "")
        return Skimmed(None, ended=False, entries=0, damage=reason)


def _opened_at(show: ShowFolder) -> datetime:
    return show.opening.opened_at if show.opening else datetime.min.replace(tzinfo=UTC)


def folder_stem(title: str) -> str:
    """`title` in plain letters for a folder's name: "Đại hội Thi đua" gives "dai-hoi-thi-dua"."""
    # The letter đ has no parts to take apart.
    letters = unicodedata.normalize("NFKD", title.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    slug = "-".join(words)
    if len(slug) > _SLUG_LENGTH:
        whole_words = slug[: _SLUG_LENGTH + 1].rpartition("-")[0]
        slug = whole_words or slug[:_SLUG_LENGTH]
    return slug or "show"
