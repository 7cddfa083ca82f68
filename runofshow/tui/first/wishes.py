"""What may be wished for on the first screen, and which key wishes it."""

from __future__ import annotations

from enum import Enum, StrEnum
from pathlib import Path

from msgspec import Struct

from runofshow.tui.vietnamese_keys import plain


class Wish(StrEnum):
    """In the order of the rows; the name is that of its words in `FirstTexts`. A digit is always the same
    wish, whether there is anything to go on with or not."""

    PICK_UP = "pick_up"
    OPEN = "open"
    NEW = "new"
    IMPORT = "import"
    PRACTISE = "practise"
    REPORT = "report"
    DOCTOR = "doctor"
    LEAVE = "leave"


class Use(StrEnum):
    """What an agenda is opened for, in the order of the rows."""

    RUN = "run"
    REHEARSE = "rehearse"
    PLAN = "plan"


class OfFile(Struct, frozen=True):
    """A file was chosen. One of the office is always for the desk."""

    path: Path
    use: Use


class OtherLanguage(Struct, frozen=True):
    """The other language was asked for, with the cursor on this wish."""

    at: Wish


Choice = Wish | OfFile | OtherLanguage


class Step(Enum):
    """What a key asks for here."""

    UP = -1
    DOWN = 1
    FIRST = "first"
    LAST = "last"
    TAKE = "take"
    BACK = "back"
    LEAVE = "leave"


class Digit(Struct, frozen=True):
    """The row of this number, or past them the other language."""

    number: int


class Dropped(Struct, frozen=True):
    """A text was pasted, or a file dropped onto the window, which comes as its path."""

    text: str


LANGUAGE_DIGIT = 9

_KEYS = {
    "up": Step.UP,
    "down": Step.DOWN,
    "shift+tab": Step.UP,
    "tab": Step.DOWN,
    "home": Step.FIRST,
    "pageup": Step.FIRST,
    "end": Step.LAST,
    "pagedown": Step.LAST,
    "enter": Step.TAKE,
    "right": Step.TAKE,
    "escape": Step.BACK,
    "left": Step.BACK,
}


def step_for_key(key: str) -> Step | None:
    """What a key without a sign asks for."""
    return _KEYS.get(key)


def step_for_sign(sign: str) -> Step | Digit | None:
    """What a sign asks for, whatever marks a Vietnamese keyboard has put on it."""
    if sign in "123456789":
        return Digit(int(sign))
    return Step.LEAVE if plain(sign) == "q" else None
