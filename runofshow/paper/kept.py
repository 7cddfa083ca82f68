"""What a printed script keeps unseen beside its words, so that it can come back as the agenda it was.

Nothing here is read where the paper says something else: each value stands beside a digest of the words that
were printed for it, and once somebody has changed these, the words on the paper are all that counts.

    rows     {"m4.2": {"keys": {"kind": "award"}, "exact": {"mc": ["9f86d081", "Xin mời {by}"]}}}
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from msgspec import DecodeError, Struct, ValidationError, json

Exact = tuple[str, Any]
"""The digest of what was printed, and the value under its key of the agenda file; None where it had none."""

SESSION: Final = "session:"
"""Before the id of a session in the key of its row: no item has such an id."""
NAMESPACE: Final = "urn:runofshow:kept"
"""Of the one element that holds it in a file's XML."""
_MARK: Final = "_ros_"
"""Before the name of a row: a bookmark that begins so is not listed to who writes in Word."""


class KeptCue(Struct, frozen=True, array_like=True):
    """One line of a cell of cues."""

    line: str
    """Digest of the line."""
    cue_id: str
    to: str
    keys: dict[str, Any]
    """As the agenda file has it, without what the line says."""
    at: str
    """When it falls, as the agenda file has it: a cue that another follows has no name on the paper."""
    behind: str
    """What the line says behind the cue's own words: its track."""


class KeptRow(Struct, frozen=True, omit_defaults=True):
    """A row of the script: an item or a session."""

    keys: dict[str, Any] = {}
    """What the paper does not show, as the agenda file has it."""
    exact: dict[str, Exact] = {}
    """What it shows in other words: names filled in, the whole length of a heading."""
    cues: tuple[KeptCue, ...] = ()
    """In the order of the plan."""
    custom: bool = False
    """They are those of custom, and the agenda file lists none."""
    title: str = ""
    """Digest of its first line under «Nội dung»: a row that lost its name is known by it."""
    part: str = ""
    """Of a part: the key of its heading."""
    number: str = ""
    """As it was printed, where it was counted: it counts itself again."""
    hours: str = ""
    """Digest of the line of hours, and of that of its length."""
    lasts: str = ""


class Kept(Struct, frozen=True, omit_defaults=True):
    """Of the whole paper."""

    language: str
    """In which its words stand."""
    revision: str
    """Of the agenda file that was printed."""
    keys: dict[str, Any] = {}
    exact: dict[str, Exact] = {}
    rows: dict[str, KeptRow] = {}
    """By the key of the row."""
    sessions: tuple[str, ...] = ()
    """The keys of the sessions in their order; one alone has no row where it has no title."""
    listed: bool = False
    """The agenda file lists sessions, and not items alone."""
    dated: bool = False
    """The rows of sessions say their days."""
    duties: tuple[KeptRow, ...] = ()


def mark_of(key: str) -> str:
    """The name by which a row is found again, in any program: letters and figures, 20 signs."""
    return _MARK + hashlib.sha256(key.encode()).hexdigest()[:15]


def mark_in(names: Iterable[str]) -> str:
    """The name of a row by the bookmarks in it; empty where none is ours.

    Each cell has one, its place behind the name of the row: a cell that is typed anew may lose its own.
    """
    found = Counter(name[: len(_MARK) + 15] for name in names if name.startswith(_MARK))
    return found.most_common(1)[0][0] if found else ""


def digest(text: str) -> str:
    """Of a text on the paper, whatever its blanks and line ends are."""
    same = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(same.encode()).hexdigest()[:8]


def written(kept: Kept) -> str:
    """As it stands in a file."""
    return json.encode(kept).decode()


def read_kept(text: str) -> Kept | None:
    """What a file keeps; None where it is not ours, or harmed."""
    try:
        return json.decode(text, type=Kept)
    except (DecodeError, ValidationError):
        return None
