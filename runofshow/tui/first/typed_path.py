"""A path as it is typed, pasted, or dropped onto the window."""

from __future__ import annotations

import os
import re
from pathlib import Path

_DRIVE = re.compile(r"[A-Za-z]:[\\/]?")


def typed_path(text: str) -> Path | None:
    """The path that was meant; None where the text is only some letters of a name.

    Explorer copies a path in quotes, and a terminal drops a file in quotes or with `\\ ` for its blanks.
    """
    said = text.strip()
    if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'":
        said = said[1:-1]
    elif os.sep == "/":
        said = re.sub(r"\\(.)", r"\1", said)
    said = said.removeprefix("file://")
    is_path = said.startswith(("~", ".")) or "/" in said or os.sep in said or _DRIVE.match(said)
    if not is_path or "\0" in said:
        return None
    try:
        return Path(said).expanduser()
    except RuntimeError:
        # the ~ of somebody who is unknown here
        return Path(said)
