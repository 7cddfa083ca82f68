"""The doors as they are kept beside the record, so that a console that was killed lets its phones go on.

`doors.json` in the show's folder, readable by its owner alone:

    {"version": 1, "codes": {"mc": "K7M2QP", ...}, "guests": [{"cookie": "9f86d0…", "id": "5d41402a",
     "role": "mc", "address": "192.168.1.23", "agent": "Mozilla/5.0 …"}]}

A cookie is kept as its hash, which opens nothing. A code is kept as it stands on the screen: it must read the
same after a restart, since it is on paper and in pictures of the QR code by then, and whoever may read this
file may read the whole record beside it. Nothing here is missed when it is lost: the codes are then new, and
people join again. So a file that is not exactly ours is passed over as a whole.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from runofshow.core.agenda import Role

FILE = "doors.json"
VERSION = 1
LONGEST_FILE = 512 * 1024
"""Bytes: 500 guests with the longest things a browser may say of itself are 230 KiB."""
MOST_GUESTS = 500
LONGEST_TEXT = 120
"""Signs of an address or of what a browser says of itself."""
CODE = re.compile(r"[A-HJ-NP-Z2-9]{6}")
HASH = re.compile(r"[0-9a-f]{64}")
GUEST_ID = re.compile(r"[0-9a-f]{8}")


class KeptGuest(Struct, frozen=True):
    """A browser that had joined."""

    key: bytes
    """The hash of its cookie."""
    guest_id: str
    role: Role
    address: str
    agent: str


class Doors(Struct, frozen=True):
    """Every code, and everyone who is let in."""

    codes: Mapping[Role, str] = field(default_factory=lambda: MappingProxyType({}))
    guests: tuple[KeptGuest, ...] = ()
    """In the order they joined."""


class NotOurs(Exception):
    """The file is not as `write_doors` writes it."""


def read_doors(folder: Path) -> Doors:
    """What was kept in the show's folder; no codes and no guests where nothing fit was."""
    path = folder / FILE
    try:
        if not path.is_file():
            return Doors()
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
        return _doors(data)
    except (OSError, NotOurs):
        return Doors()


def write_doors(folder: Path, doors: Doors) -> None:
    """Put the file in the place of the old one, whole. Raises OSError; then the old one is gone as well.

    An old list may let in somebody who was thrown out. Nothing is forced to the disk, since this runs in the
    thread of the show: a kill loses nothing, and after a power cut that does people join again.
    """
    guests = [
        {
            "cookie": guest.key.hex(),
            "id": guest.guest_id,
            "role": guest.role.value,
            "address": guest.address,
            "agent": guest.agent,
        }
        for guest in doors.guests
    ]
    codes = {role.value: code for role, code in doors.codes.items()}
    value = {"version": VERSION, "codes": codes, "guests": guests}
    data = unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False, indent=1)).encode()
    fresh, kept = folder / f"{FILE}.new", folder / FILE
    try:
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=0o600, exist_ok=False)
        fresh.write_bytes(data)
        fresh.replace(kept)
    except OSError:
        kept.unlink(missing_ok=True)
        raise


def _doors(data: bytes) -> Doors:
    if len(data) > LONGEST_FILE:
        raise NotOurs
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotOurs from error
    whole = _members(value, "version", "codes", "guests")
    codes, guests = whole["codes"], whole["guests"]
    if whole["version"] != VERSION or not isinstance(codes, dict) or not isinstance(guests, list):
        raise NotOurs
    kept = {_role(role): _text(code, CODE) for role, code in codes.items()}
    known = tuple(_guest(guest) for guest in guests)
    are_different = (
        len(set(kept.values())) == len(kept)
        and len({one.key for one in known}) == len(known)
        and len({one.guest_id for one in known}) == len(known)
    )
    if len(known) > MOST_GUESTS or not are_different:
        raise NotOurs
    return Doors(MappingProxyType(kept), known)


def _guest(value: object) -> KeptGuest:
    guest = _members(value, "cookie", "id", "role", "address", "agent")
    return KeptGuest(
        bytes.fromhex(_text(guest["cookie"], HASH)),
        _text(guest["id"], GUEST_ID),
        _role(guest["role"]),
        _text(guest["address"]),
        _text(guest["agent"]),
    )


def _members(value: object, *names: str) -> dict[str, object]:
    if not isinstance(value, dict) or value.keys() != set(names):
        raise NotOurs
    return value


def _role(value: object) -> Role:
    role = next((role for role in Role if role.value == value), None)
    if role is None:
        raise NotOurs
    return role


def _text(value: object, form: re.Pattern[str] | None = None) -> str:
    """A text of that form; without one, any short text that a terminal can show."""
    if not isinstance(value, str) or not (form.fullmatch(value) if form else _is_showable(value)):
        raise NotOurs
    return value


def _is_showable(text: str) -> bool:
    return len(text) <= LONGEST_TEXT and text.isprintable()
