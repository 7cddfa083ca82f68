"""The doors as they are kept beside the record, so that a console that was killed lets its phones go on.

`doors.json` in the show's folder, readable by its owner alone:

    {"codes": {"mc": "K7M2QP", ...}, "guests": [{"cookie": "9f86d0…", "id": "5d41402a", "role": "mc",
     "address": "192.168.1.23", "agent": "Mozilla/5.0 …"}], "version": 1}

A cookie is kept as its hash, which opens nothing. A code is kept as it stands on the screen: it must read the
same after a restart, since it is on paper and in pictures of the QR code by then, and whoever may read this
file may read the whole record beside it. Nothing here is missed when it is lost: the codes are then new, and
people join again. So a file that is not exactly ours is passed over as a whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec.json
from msgspec import Meta, MsgspecError, Struct, field

from runofshow.core.agenda import Role

FILE = "doors.json"
LONGEST_FILE = 512 * 1024
"""Bytes: 500 guests with the longest things a browser may say of itself are 230 KiB."""
MOST_GUESTS = 500
LONGEST_TEXT = 120
"""Signs of an address or of what a browser says of itself."""

Code = Annotated[str, Meta(pattern=r"^[A-HJ-NP-Z2-9]{6}\Z")]
Short = Annotated[str, Meta(max_length=LONGEST_TEXT)]


class KeptGuest(Struct, frozen=True, forbid_unknown_fields=True, rename={"key": "cookie", "guest_id": "id"}):
    """A browser that had joined."""

    key: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    """The hash of its cookie."""
    guest_id: Annotated[str, Meta(pattern=r"^[0-9a-f]{8}\Z")]
    role: Role
    address: Short
    agent: Short


class Doors(Struct, frozen=True, forbid_unknown_fields=True):
    """Every code, and everyone who is let in."""

    codes: dict[Role, Code] = field(default_factory=dict)
    guests: Annotated[tuple[KeptGuest, ...], Meta(max_length=MOST_GUESTS)] = ()
    """In the order they joined."""
    version: Literal[1] = 1


def read_doors(folder: Path) -> Doors:
    """What was kept in the show's folder; no codes and no guests where nothing fit was."""
    path = folder / FILE
    try:
        if not path.is_file():
            return Doors()
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
        kept = msgspec.json.decode(data, type=Doors) if len(data) <= LONGEST_FILE else Doors()
    except (OSError, MsgspecError, ValueError, RecursionError):
        return Doors()
    return kept if _is_ours(kept) else Doors()


def write_doors(folder: Path, doors: Doors) -> None:
    """Put the file in the place of the old one, whole. Raises OSError; then the old one is gone as well.

    An old list may let in somebody who was thrown out. Nothing is forced to the disk, since this runs in the
    thread of the show: a kill loses nothing, and after a power cut that does people join again.
    """
    data = msgspec.json.format(msgspec.json.encode(doors), indent=1)
    fresh, kept = folder / f"{FILE}.new", folder / FILE
    try:
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=0o600, exist_ok=False)
        fresh.write_bytes(data)
        fresh.replace(kept)
    except OSError:
        kept.unlink(missing_ok=True)
        raise


def _is_ours(kept: Doors) -> bool:
    """Whether no two have the same code, cookie or name, and a terminal can show what browsers said."""
    return (
        len(set(kept.codes.values())) == len(kept.codes)
        and len({one.key for one in kept.guests}) == len(kept.guests)
        and len({one.guest_id for one in kept.guests}) == len(kept.guests)
        and all(one.address.isprintable() and one.agent.isprintable() for one in kept.guests)
    )
