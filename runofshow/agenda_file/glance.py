"""What a file that may be an agenda is called, without reading it as one."""

from __future__ import annotations

import re
from pathlib import Path

from runofshow.agenda_file.wording import shown

GLANCED_AT = 16_000
"""Bytes. The title of an agenda stands at its top, behind a comment at most."""

_TITLE = re.compile(r"(?m)^title:[ \t]*(?:[>|][-+]?[ \t]*\n[ \t]+)?(.+)$")
_AGENDA = re.compile(r"(?m)^(?:title|sessions|items):")


def title_at_a_glance(path: Path) -> str | None:
    """The title on one line, empty where there is none yet; None for a file that is no agenda.

    A folder holds the YAML of other programs too. Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(GLANCED_AT).decode("utf-8", errors="replace")
    head = head.removeprefix("\ufeff").replace("\r\n", "\n")
    if not _AGENDA.search(head):
        return None
    found = _TITLE.search(head)
    title = found[1].strip() if found else ""
    if title[:1] in "\"'" and title[-1:] == title[:1] and len(title) > 1:
        title = title[1:-1]
    return shown(title, 160)
