"""Where the door of a running show is, kept beside its record for the programs of the same user.

`agents.json` in the show's folder, readable by its owner alone, while the door is open:

    {"url": "http://127.0.0.1:8765/mcp", "token": "0u1PkQ…", "version": 1}

Whoever may read this file may read the whole record beside it. A file that is not exactly ours is passed
over, and one that a killed program left behind leads to a door where nobody answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec.json
from msgspec import Meta, MsgspecError, Struct

FILE = "agents.json"
LONGEST_FILE = 4_096
PATH = "/mcp"
MOST_SHOWS = 2_000
"""Folders that are looked at."""


class Rendezvous(Struct, frozen=True, forbid_unknown_fields=True):
    """An open door."""

    url: Annotated[str, Meta(pattern=r"^http://127\.0\.0\.1:[0-9]{1,5}/mcp\Z")]
    token: Annotated[str, Meta(pattern=r"^[!-~]{16,256}\Z")]
    version: Literal[1] = 1


def keep_rendezvous(folder: Path, port: int, token: str) -> None:
    """Say where the door is. Raises OSError."""
    fresh, kept = folder / f"{FILE}.new", folder / FILE
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600, exist_ok=False)
    fresh.write_bytes(msgspec.json.encode(Rendezvous(f"http://127.0.0.1:{port}{PATH}", token)))
    fresh.replace(kept)


def drop_rendezvous(folder: Path) -> None:
    """The door is closed. Raises OSError."""
    (folder / FILE).unlink(missing_ok=True)


def open_doors(home: Path) -> list[Rendezvous]:
    """The doors that are said to be open, the newest first."""
    try:
        files = [folder / FILE for folder in sorted(home.iterdir(), reverse=True)[:MOST_SHOWS]]
        told = [(path.stat().st_mtime, path) for path in files if path.is_file()]
    except OSError:
        return []
    doors = (_read(path) for _, path in sorted(told, reverse=True))
    return [door for door in doors if door is not None]


def _read(path: Path) -> Rendezvous | None:
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
        return msgspec.json.decode(data, type=Rendezvous) if len(data) <= LONGEST_FILE else None
    except (OSError, MsgspecError, ValueError):
        return None
