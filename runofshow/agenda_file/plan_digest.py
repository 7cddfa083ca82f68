"""What tells one state of a plan from another: its agenda file and the name lists beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from runofshow.agenda_file.checks import item_paths
from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.shape import read_form
from runofshow.agenda_file.source import decode
from runofshow.agenda_file.track_files import file_beside
from runofshow.agenda_file.tree import read_tree

_MAY_NAME_ONE: Final = re.compile(rb"\blist\b[\"']?[ \t]*:")


def plan_digest(content: bytes, folder: Path) -> str:
    """SHA-256 in hex digits of an agenda file that says `content` in `folder`, and of what its lists say; of
    one without lists that of the file alone. Reads the disk; a list that cannot be read says nothing."""
    found, names = hashlib.sha256(content), dict.fromkeys(list_names(content))
    if not names:
        return found.hexdigest()
    # only here: a plan without a list waits for no reader of workbooks
    from runofshow.agenda_file.name_lists.list_file import NoList, bytes_of

    for name in names:
        path = file_beside(folder, name)
        try:
            found.update(b"\0" + (b"" if path is None else bytes_of(path)))
        except NoList:
            found.update(b"\0")
    return found.hexdigest()


def list_names(content: bytes) -> tuple[str, ...]:
    """The list of each award of an agenda file that has one, as it is written there."""
    # most have none, and are not read for it
    return tuple(_named(content)) if _MAY_NAME_ONE.search(content) else ()


def _named(content: bytes) -> Iterator[str]:
    report = Reporter("")
    text, _ = decode(content, report)
    root, _ = (None, []) if text is None else read_tree(text, report)
    form, _ = (None, []) if root is None else read_form(root, report)
    for _, item in () if form is None else item_paths(form):
        if item.award is not None and item.award.listed is not None:
            yield item.award.listed
