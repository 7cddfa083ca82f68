"""Where shows are kept: a folder each under the home, like `2020-03-27-hoi-nghi-tong-ket-1/show.journal`."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from runofshow.journal.line import Flaw
from runofshow.journal.reading import FILE_NAME, Damage, Opening, Skimmed, skim

_SLUG_LENGTH = 40
"""Letters. Windows allows 260 for a whole path, and a home may be deep."""


@dataclass(frozen=True, slots=True)
class ShowFolder:
    """One show or rehearsal kept on this machine."""

    path: Path
    opening: Opening | None
    """None when the record holds not even its first entry."""
    ended: bool
    entries: int
    """How many can be read."""
    damage: Damage | None


def default_home(environ: Mapping[str, str]) -> Path:
    """`RUNOFSHOW_HOME`, or else the platform's folder for a user's data."""
    if home := environ.get("RUNOFSHOW_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("runofshow", appauthor=False)


def new_folder(home: Path, day: date, title: str) -> Path:
    """A free name for a show of this title on this day. It is `Journal.create` that makes the folder."""
    stem = f"{day.isoformat()}-{_slug(title)}"
    number = 1
    while os.path.lexists(folder := home / f"{stem}-{number}"):
        number += 1
    return folder


def shows(home: Path) -> list[ShowFolder]:
    """Every show under `home`, the latest opened first and those without an opening last.

    A folder without a journal is no show, and a home that does not exist has none. A journal that cannot be
    read is listed with its damage. Raises OSError when the home itself cannot be listed.
    """
    try:
        folders = sorted(path for path in home.iterdir() if os.path.lexists(path / FILE_NAME))
    except FileNotFoundError:
        return []
    found = [_show(folder) for folder in folders]
    return sorted(found, key=_opened_at, reverse=True)


def _show(folder: Path) -> ShowFolder:
    try:
        skimmed = skim(folder / FILE_NAME)
    except OSError as error:
        reason = Damage(0, Flaw.UNREADABLE, error.strerror or str(error), 0, "")
        skimmed = Skimmed(None, ended=False, entries=0, damage=reason)
    return ShowFolder(folder, skimmed.opening, skimmed.ended, skimmed.entries, skimmed.damage)


def _opened_at(show: ShowFolder) -> datetime:
    return show.opening.opened_at if show.opening else datetime.min.replace(tzinfo=UTC)


def _slug(title: str) -> str:
    """`title` in plain letters for a folder's name: "Đại hội Thi đua" gives "dai-hoi-thi-dua"."""
    # The letter đ has no parts to take apart.
    letters = unicodedata.normalize("NFKD", title.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    slug = "-".join(words)
    if len(slug) > _SLUG_LENGTH:
        whole_words = slug[: _SLUG_LENGTH + 1].rpartition("-")[0]
        slug = whole_words or slug[:_SLUG_LENGTH]
    return slug or "show"
