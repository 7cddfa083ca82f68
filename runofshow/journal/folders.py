"""Where shows are kept: a folder each under the home, like `2020-03-27-hoi-nghi-tong-ket-1/show.journal`."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    glance,
    skim,
)

_SLUG_LENGTH = 40
"""Letters. Windows allows 260 for a whole path, and a home may be deep."""


class Opened(Struct, frozen=True):
    """A show or rehearsal kept on this machine, by its first entry alone."""

    path: Path
    opening: Opening | None
    """None when the record holds not even its first entry."""
    damage: Damage | None
    """Of a record without an opening; what is behind one is not looked at."""


class ShowFolder(Struct, frozen=True):
    """One show or rehearsal kept on this machine, looked through to its end."""

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
    return kept_shows(home, names_in(home), fallbacks)


def names_in(home: Path) -> set[str]:
    """The shows whose own folder is under `home`. Raises OSError when it cannot be listed."""
    try:
        return {path.name for path in home.iterdir() if _is_kept(path)}
    except FileNotFoundError:
        return set()


def _is_kept(folder: Path) -> bool:
    """Whether a record lies or lay here: of one whose journal is gone the opening may be left."""
    return any(os.path.lexists(folder / name) for name in (FILE_NAME, OPENING_NAME))


def kept_shows(home: Path, names: Iterable[str], fallbacks: Sequence[Path]) -> list[ShowFolder]:
    """Those of these names and those of which only a second copy is left; see `shows`."""
    return [
        ShowFolder(path, one.opening, one.ended, one.entries, one.damage, one.began, one.last_at)
        for path, one in _kept(home, names, fallbacks, skim)
    ]


def openings(home: Path, names: Iterable[str], fallbacks: Sequence[Path]) -> list[Opened]:
    """The same shows in the same order, without a look at what is behind their openings."""
    return [
        Opened(path, one.opening, one.damage) for path, one in _kept(home, names, fallbacks, _opening_alone)
    ]


Look = Callable[[Path], Skimmed]


def _opening_alone(path: Path) -> Skimmed:
    opening = glance(path)
    return skim(path) if opening is None else Skimmed(opening, ended=False, entries=1, damage=None)


def _kept(
    home: Path, names: Iterable[str], fallbacks: Sequence[Path], look: Look
) -> list[tuple[Path, Skimmed]]:
    copied = {name for fallback in fallbacks for name in _copied(fallback, home)}
    found = [(home / name, _show(home / name, fallbacks, look)) for name in sorted({*names, *copied})]
    return sorted(found, key=lambda one: _opened_at(one[1].opening), reverse=True)


_COPY = re.compile(r"(.+)\.copy-\d+")


def _copied(fallback: Path, home: Path) -> set[str]:
    """The names of the shows of `home`, and of no other home, that have a second copy here."""
    try:
        folders = [path for path in fallback.iterdir() if os.path.lexists(path / FILE_NAME)]
    except OSError:
        return set()
    named = {found[1]: folder for folder in folders if (found := _COPY.fullmatch(folder.name))}
    return {name for name, folder in named.items() if origin_of(folder) == (home / name).absolute()}


def _show(folder: Path, fallbacks: Sequence[Path], look: Look) -> Skimmed:
    skimmed = _looked_at(folder, look)
    for fallback in fallbacks:
        for copy in copies_of(fallback, folder.name):
            other = _looked_at(copy, look)
            # with no opening to compare, it may be of another home's show of this name
            same = (
                origin_of(copy) == folder.absolute()
                if skimmed.opening is None
                else skimmed.opening == other.opening
            )
            if same and other.entries > skimmed.entries:
                skimmed = other
    return skimmed


def _looked_at(folder: Path, look: Look) -> Skimmed:
    try:
        return look(folder / FILE_NAME)
    except OSError as error:
        reason = Damage(0, Flaw.UNREADABLE, error.strerror or str(error), 0, "")
        return Skimmed(None, ended=False, entries=0, damage=reason)


def _opened_at(opening: Opening | None) -> datetime:
    return opening.opened_at if opening else datetime.min.replace(tzinfo=UTC)


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
