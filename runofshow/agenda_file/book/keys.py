"""What the hidden column keeps of a row, so that it is known again wherever people move it.

    an item   `~m3 mc=5f0c1a9b cues=~77ab01de n=3`   counted as m3 and as number 3, words and cues assumed
    an item   `khen-thuong cues=+`                   an id of its own; its cues are the plan's, perhaps none
    a cue     `khen-thuong ~khen-thuong.c2 of=02bc`  of which item, as it was called, and its own id
    somebody  `m3 ~tran-van-an of=02bc who=91aa`     who is honoured in that item, and what their name was

A `~` before an id says that it is counted and not written. What was assumed is kept as a digest: only where
it stands unchanged it is still assumed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.book.columns import SheetKind
from runofshow.agenda_file.wording import lines_of

VERSION: Final = 3
"""Of the columns; columns.py says which came with which."""
_NAME: Final = "runofshow"
MARKER: Final = f"{_NAME} {VERSION}"
"""Over the hidden column, with the kind of the sheet: so a workbook of ours is known, whatever its name."""
LABELS: Final = "runofshow labels"
"""Over the hidden column of the items as other sheets name them; behind it which version was printed."""
NO_WORDS: Final = "-"
LISTED: Final = "+"
_COUNTED = "~"
_LONGEST_LABEL = 160


class Key(Struct, frozen=True):
    """What is kept of a row."""

    row_id: str = ""
    """Its own, or that of the item it belongs to; empty of a new row."""
    counted: bool = False
    """The id is not written in the agenda file."""
    own_id: str = ""
    """Of a cue or of somebody who is honoured."""
    own_counted: bool = False
    mc: str = ""
    """Digest of the words that were assumed, `-` where the plan says that there are none; empty otherwise."""
    cues: str = ""
    """`+` where the plan lists the cues, `~` and a digest where they were assumed; empty without any."""
    label: str = ""
    """Of a row that belongs to an item: digest of what that was called."""
    who: str = ""
    """Of somebody who is honoured: digest of their name as it was printed."""
    number: str | None = None
    """The number that was counted."""


def label_of(number: str, title: str) -> str:
    """An item as the other sheets name it, unless two are named alike."""
    return f"{number}. {title}"[:_LONGEST_LABEL]


def marker(kind: SheetKind) -> str:
    """The head of the hidden column."""
    return f"{MARKER} {kind.value}"


def kind_of(text: str) -> SheetKind | None:
    """What the head of a hidden column says the sheet holds."""
    words = text.split()
    if version_of(text) is None or len(words) != 3 or words[2] not in tuple(SheetKind):
        return None
    return SheetKind(words[2])


def version_of(text: str) -> int | None:
    """The version that the head of a hidden column names; None of any other text."""
    name, _, rest = text.partition(" ")
    known = {str(version): version for version in range(1, VERSION + 1)}
    return known.get(rest.split(" ")[0]) if name == _NAME else None


def write_key(key: Key) -> str:
    """As it stands in the cell."""
    words = [(_COUNTED if key.counted else "") + key.row_id]
    if key.own_id:
        words.append((_COUNTED if key.own_counted else "") + key.own_id)
    named = {"mc": key.mc, "cues": key.cues, "of": key.label, "who": key.who}
    words += [f"{name}={value}" for name, value in named.items() if value]
    # last: the only one that may have blanks
    words += [] if key.number is None else [f"n={key.number}"]
    return " ".join(words)


def read_key(text: str) -> Key:
    """What a cell keeps; nothing of one that is empty or that people have written over."""
    before, has_number, number = f" {text.strip()}".partition(" n=")
    words = before.split()
    ids = [word for word in words if "=" not in word]
    named = dict(word.split("=", 1) for word in words if "=" in word)
    first, second = [*ids, "", ""][:2]
    return Key(
        row_id=first.removeprefix(_COUNTED),
        counted=first.startswith(_COUNTED),
        own_id=second.removeprefix(_COUNTED),
        own_counted=second.startswith(_COUNTED),
        mc=named.get("mc", ""),
        cues=named.get("cues", ""),
        label=named.get("of", ""),
        who=named.get("who", ""),
        number=number if has_number else None,
    )


def digest_of_words(text: str) -> str:
    """Of words that are assumed."""
    return _digest(lines_of(text))


def digest_of_cues(cues: Sequence[Mapping[str, Any]]) -> str:
    """Of cues that are assumed, as the agenda file would have them, their ids aside."""
    said = [{name: value for name, value in cue.items() if name != "id"} for cue in cues]
    return _digest(json.dumps(said, sort_keys=True, ensure_ascii=False))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
