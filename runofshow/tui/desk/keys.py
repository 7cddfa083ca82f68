"""What a key asks for at the desk."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from runofshow.tui.vietnamese_keys import plain


class Deed(Enum):
    """What a key asks for; the name is that of its words in `DeskTexts`."""

    EDIT = "edit"
    SETTLE = "settle"
    GUESS = "guess"
    INSERT = "insert"
    ADD = "add"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"
    NEST = "nest"
    TAKE_OUT = "take_out"
    SPLIT = "split"
    JOIN = "join"
    LISTEN = "listen"
    LEARN = "learn"
    PROPOSALS = "proposals"
    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"
    SAVE_AS = "save_as"
    SEARCH = "search"
    HELP = "help"
    LEAVE = "leave"
    SWITCH = "switch"
    SWITCH_BACK = "switch_back"
    BACK = "back"
    THEME = "theme"
    CURSOR_UP = "cursor_up"
    CURSOR_DOWN = "cursor_down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    TO_FIRST = "to_first"
    TO_LAST = "to_last"


class ToAdvice(Struct, frozen=True):
    """To the field that a line of check is about."""

    place: int
    """1 to 9, of those in sight."""


class Deskkey(Struct, frozen=True):
    deed: Deed
    shown: str
    letters: str = ""
    keys: tuple[str, ...] = ()


DESK_KEYS = (
    Deskkey(Deed.EDIT, "Enter", "e", ("enter",)),
    Deskkey(Deed.SETTLE, "SPACE", " ", ("space",)),
    Deskkey(Deed.GUESS, "n", "n", ("f3",)),
    Deskkey(Deed.INSERT, "i", "i", ("f4", "insert")),
    Deskkey(Deed.ADD, "a", "a", ("f5",)),
    Deskkey(Deed.SAVE, "Ctrl+S", "", ("ctrl+s", "f2")),
    Deskkey(Deed.SAVE_AS, "S", "S", ("f12",)),
    Deskkey(Deed.UNDO, "u", "u", ("ctrl+z",)),
    Deskkey(Deed.REDO, "U", "U", ("ctrl+y",)),
    Deskkey(Deed.DOWN, "J", "J", ("ctrl+down",)),
    Deskkey(Deed.UP, "K", "K", ("ctrl+up",)),
    Deskkey(Deed.NEST, ">", ">"),
    Deskkey(Deed.TAKE_OUT, "<", "<"),
    Deskkey(Deed.SPLIT, "t", "t"),
    Deskkey(Deed.JOIN, "g", "g"),
    Deskkey(Deed.REMOVE, "x", "x", ("delete",)),
    Deskkey(Deed.LISTEN, "l", "l"),
    Deskkey(Deed.LEARN, "r", "r"),
    Deskkey(Deed.PROPOSALS, "d", "d"),
    Deskkey(Deed.SWITCH, "Tab", "", ("tab", "right")),
    Deskkey(Deed.SWITCH_BACK, "←", "", ("shift+tab", "left")),
    Deskkey(Deed.BACK, "Esc", "", ("escape",)),
    Deskkey(Deed.SEARCH, "/", "/"),
    Deskkey(Deed.THEME, "F7", "", ("f7",)),
    Deskkey(Deed.HELP, "?", "?"),
    Deskkey(Deed.LEAVE, "q", "q", ("ctrl+q", "ctrl+c")),
    Deskkey(Deed.CURSOR_UP, "↑", "k", ("up",)),
    Deskkey(Deed.CURSOR_DOWN, "↓", "j", ("down",)),
    Deskkey(Deed.PAGE_UP, "PageUp", "", ("pageup",)),
    Deskkey(Deed.PAGE_DOWN, "PageDown", "", ("pagedown",)),
    Deskkey(Deed.TO_FIRST, "Home", "", ("home",)),
    Deskkey(Deed.TO_LAST, "End", "", ("end",)),
)


def deed_for_key(key: str) -> Deed | None:
    """What a key without a sign asks for."""
    return next((each.deed for each in DESK_KEYS if key in each.keys), None)


def deed_for_sign(sign: str) -> Deed | ToAdvice | None:
    """What a sign asks for: itself first, so that J is not j, then its plain small letter."""
    if sign in "123456789":
        return ToAdvice(int(sign))
    for meant in (sign, plain(sign)):
        for each in DESK_KEYS:
            if meant and meant in each.letters:
                return each.deed
    return None
