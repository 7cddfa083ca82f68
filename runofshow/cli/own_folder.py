"""Where the first screen puts what it makes: a copy to practise on, a new agenda, a report.

A double click may start the program anywhere, often in its own folder, where nothing of a user's belongs and
often nothing may be written. The commands, which are typed somewhere, know nothing of this.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

FOLDER = "runofshow"
"""Within the user's documents."""


def own_folder() -> Path:
    """The folder for what is made, which need not be there yet: `runofshow` among the user's documents, or in
    their home where there are no documents."""
    documents = documents_folder()
    return (documents if documents.is_dir() else Path.home()) / FOLDER


def own_folder_said() -> str:
    """It as people know it: from their home on, `~/runofshow`; Windows knows no `~`, so not there."""
    folder = own_folder()
    if not folder.is_relative_to(Path.home()):
        return str(folder)
    within = folder.relative_to(Path.home())
    return str(within if sys.platform == "win32" else Path("~") / within)


def documents_folder() -> Path:
    """Where the platform keeps a user's documents, whether it is there or not."""
    from platformdirs import user_documents_path

    return user_documents_path()


def folder_for_new() -> Path:
    """Where a new agenda is saved: here, if somebody went here to work. Raises OSError."""
    here = Path.cwd()
    if Path(sys.executable).is_relative_to(here) or not _takes_files(here):
        folder = own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    return here


def _takes_files(folder: Path) -> bool:
    """Asked by trying: on Windows a folder's rights cannot be read off it."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def practice_copy(sample: Path) -> Path:
    """The user's own copy of a sample; one that is there already is left as they have made it.
    Raises OSError."""
    copy = own_folder() / sample.name
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        # the packaged file may be read-only, and a copy of its rights would be too
        shutil.copyfile(sample, copy)
    return copy


def free_name(folder: Path, name: str, ending: str) -> Path:
    """`name.docx`, or `name-2.docx` and so on where that is taken. `ending` has its dot."""
    path, number = folder / f"{name}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{ending}"
    return path
