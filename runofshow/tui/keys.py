"""Which key asks for what, and what a Vietnamese keyboard makes of it.

A Vietnamese keyboard rewrites what was typed before: `u` and then `s` arrives as a backspace and `ú`, even
when minutes lie between, and `u`, `n`, `s` as two backspaces, `ú` and `n`. Taken at their word those would be
an undo and a next item that nobody asked for. So a rewriting is undone: letters that follow backspaces in
the same breath are compared with those they replace, and the key is the one whose mark was added (Telex:
s f r x j for the tones, w for horn and breve, the letter itself for its hat or bar). Other keyboards hold the
letters back and send only `ê`: a marked letter that replaces nothing stands for its plain one. But a `w` by
itself is sent as `ư`: a horned u is always the w that horned it, and never an undo.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from msgspec import Struct

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.faces import Face
from runofshow.tui.folding import fold


class Act(StrEnum):
    """What a key asks of the console; the name is that of its words in `KeyTexts`."""

    GO = "go"
    ADVANCE = "advance"
    STANDBY = "standby"
    HOLD = "hold"
    MORE = "more"
    LESS = "less"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"
    JUMP = "jump"
    SKIP = "skip"
    MOVE_DOWN = "move_down"
    MOVE_UP = "move_up"
    EDIT = "edit"
    INSERT = "insert"
    MESSAGE = "message"
    NOTE = "note"
    SEARCH = "search"
    FOLLOW = "follow"
    ACKNOWLEDGE = "acknowledge"
    STAGE = "stage"
    MC = "mc"
    MUSIC = "music"
    DISPLAY = "display"
    LOG = "log"
    HELP = "help"
    LEAVE = "leave"
    PALETTE = "palette"
    SAVE = "save"
    THEME = "theme"
    BACKDATE = "backdate"
    CORRECT = "correct"
    DISMISS = "dismiss"
    JOINING = "joining"
    READ = "read"
    FADE = "fade"
    STOP = "stop"
    PANIC = "panic"
    ARM = "arm"
    PLAY = "play"
    """From the palette: to the list with the digits. A digit itself is a `Pick`."""
    MORE_TRACKS = "more_tracks"
    CURSOR_UP = "cursor_up"
    CURSOR_DOWN = "cursor_down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    TO_FIRST = "to_first"
    TO_LAST = "to_last"


class Pick(Struct, frozen=True):
    """A track of the numbered list is to be played by hand."""

    place: int
    """1 to 9, on the page of the list that is shown."""


Order = Act | Pick


class Hotkey(Struct, frozen=True):
    act: Act
    shown: str
    """As the footer and help write it."""
    letters: str = ""
    """Signs that ask for it; a letter answers to its marked forms and, but for J, K, U, to capitals."""
    keys: tuple[str, ...] = ()
    """Names of keys without a sign. A vital order always has one of these."""
    faces: frozenset[Face] = frozenset(Face)


STAGE_ONLY = frozenset({Face.STAGE})
ROLE_FACES = frozenset({Face.MC, Face.MUSIC})
MUSIC_ONLY = frozenset({Face.MUSIC})

HOTKEYS = (
    Hotkey(Act.GO, "SPACE", " ", ("space",)),
    Hotkey(Act.ADVANCE, "n", "n", ("ctrl+n",)),
    Hotkey(Act.STANDBY, "s", "s", ("ctrl+s",)),
    Hotkey(Act.HOLD, "h", "h", ("ctrl+t",)),
    Hotkey(Act.MORE, "+", "+="),
    Hotkey(Act.LESS, "-", "-_"),
    Hotkey(Act.UNDO, "u", "u", ("ctrl+z",)),
    Hotkey(Act.REDO, "U", "U", ("ctrl+y",)),
    Hotkey(Act.BACK, "b", "b"),
    Hotkey(Act.JUMP, "Enter", "", ("enter",), STAGE_ONLY),
    Hotkey(Act.SKIP, "x", "x", (), STAGE_ONLY),
    Hotkey(Act.MOVE_DOWN, "J", "J", (), STAGE_ONLY),
    Hotkey(Act.MOVE_UP, "K", "K", (), STAGE_ONLY),
    Hotkey(Act.EDIT, "e", "e", (), STAGE_ONLY),
    Hotkey(Act.INSERT, "i", "i", (), STAGE_ONLY),
    Hotkey(Act.ACKNOWLEDGE, "k", "k", ("enter",), ROLE_FACES),
    Hotkey(Act.PLAY, "1–9", "123456789", (), MUSIC_ONLY),
    Hotkey(Act.MORE_TRACKS, "0", "0", (), MUSIC_ONLY),
    Hotkey(Act.ARM, "l", "l", (), MUSIC_ONLY),
    Hotkey(Act.FADE, "F7", "", ("f7",)),
    Hotkey(Act.STOP, "F8", "", ("f8",)),
    Hotkey(Act.PANIC, "F9", "", ("f9",)),
    Hotkey(Act.MESSAGE, "m", "m"),
    Hotkey(Act.NOTE, "t", "t"),
    Hotkey(Act.JOINING, "w", "w", ("ctrl+l",)),
    Hotkey(Act.READ, "Esc", "", ("escape",)),
    Hotkey(Act.SEARCH, "/", "/", (), STAGE_ONLY),
    Hotkey(Act.FOLLOW, ".", ".", (), STAGE_ONLY),
    Hotkey(Act.STAGE, "F2", "", ("f2",)),
    Hotkey(Act.MC, "F3", "", ("f3",)),
    Hotkey(Act.MUSIC, "F4", "", ("f4",)),
    Hotkey(Act.DISPLAY, "F5", "", ("f5",)),
    Hotkey(Act.LOG, "F6", "", ("f6",)),
    Hotkey(Act.HELP, "?", "?"),
    Hotkey(Act.LEAVE, "q", "q", ("ctrl+q", "ctrl+c")),
    Hotkey(Act.PALETTE, "Ctrl+P", "", ("ctrl+p",)),
    Hotkey(Act.CURSOR_UP, "↑", "", ("up",)),
    Hotkey(Act.CURSOR_DOWN, "↓", "", ("down",)),
    Hotkey(Act.PAGE_UP, "PageUp", "", ("pageup",)),
    Hotkey(Act.PAGE_DOWN, "PageDown", "", ("pagedown",)),
    Hotkey(Act.TO_FIRST, "Home", "", ("home",)),
    Hotkey(Act.TO_LAST, "End", "", ("end",)),
)

IN_PALETTE_ONLY = (Act.BACKDATE, Act.CORRECT, Act.DISMISS, Act.SAVE, Act.THEME)

OF_THE_CURSOR = frozenset(
    {Act.CURSOR_UP, Act.CURSOR_DOWN, Act.PAGE_UP, Act.PAGE_DOWN, Act.TO_FIRST, Act.TO_LAST}
)


def act_for_key(key: str, face: Face) -> Act | None:
    """What a key without a sign asks for."""
    return next((hot.act for hot in HOTKEYS if key in hot.keys and face in hot.faces), None)


def act_for_sign(sign: str, face: Face) -> Act | None:
    """What a sign asks for: itself first, so that J is not k's neighbour, then its plain small letter."""
    for meant in (sign, plain(sign)):
        for hot in HOTKEYS:
            if meant and meant in hot.letters and face in hot.faces:
                return hot.act
    return None


def order_for_sign(sign: str, face: Face) -> Order | None:
    """The same, with the track that a digit stands for."""
    act = act_for_sign(sign, face)
    return Pick(int(sign)) if act is Act.PLAY else act


def plain(sign: str) -> str:
    """The key of a sign: its plain small letter, and w for a horned u."""
    letter, *marks = list(unicodedata.normalize("NFD", sign))
    return "w" if letter in "uU" and "\N{COMBINING HORN}" in marks else fold(sign)


def word(act: Act, words: ConsoleTexts) -> str:
    """The word of the footer."""
    said: str = getattr(words.keys, act.value)
    return said


def sentence(act: Act, words: ConsoleTexts) -> str:
    """What help and the palette say."""
    said: str = getattr(words.keys, f"{act.value}_long")
    return said


BREATH = 0.05
"""Seconds between a backspace and its replacement: a keyboard sends both in one read, a hand cannot."""

REMEMBERED = 16
"""Letters a Vietnamese keyboard may still rewrite; no syllable is longer."""

_TELEX = {
    "\N{COMBINING ACUTE ACCENT}": "s",
    "\N{COMBINING GRAVE ACCENT}": "f",
    "\N{COMBINING HOOK ABOVE}": "r",
    "\N{COMBINING TILDE}": "x",
    "\N{COMBINING DOT BELOW}": "j",
    "\N{COMBINING BREVE}": "w",
    "\N{COMBINING HORN}": "w",
}
_HAT = "\N{COMBINING CIRCUMFLEX ACCENT}"


class Typist:
    """Follows the keys of one hand and gives the signs that were meant, rewritings undone."""

    def __init__(self) -> None:
        self._typed = ""
        self._erased = 0
        self._rewritten = ""
        self._since = 0.0

    def stroke(self, key: str, sign: str | None, at: float) -> str | None:
        """The sign that was meant by a key that sends `sign`, or none; None when there is none."""
        if key == "backspace":
            self.backspace(at)
            return None
        if sign is None or key == "space":
            self.other()
            return None
        return self.sign(sign, at)

    def backspace(self, at: float) -> None:
        """A backspace at `at` (seconds of the event's clock)."""
        if at - self._since > BREATH:
            self._erased, self._rewritten = 0, ""
        self._erased += 1
        self._since = at

    def other(self) -> None:
        """A key without a sign: a Vietnamese keyboard begins a new word."""
        self._typed, self._erased, self._rewritten = "", 0, ""

    def sign(self, sign: str, at: float) -> str | None:
        """The sign that was meant, or None while a rewriting is under way or when it added nothing."""
        if self._erased and at - self._since > BREATH:
            self._erased, self._rewritten = 0, ""
        if not self._erased:
            self._typed = (self._typed + sign)[-REMEMBERED:] if sign.isalpha() else ""
            return sign
        self._since = at
        self._rewritten += sign
        if len(self._rewritten) < self._erased:
            return None
        before = self._typed[-self._erased :]
        meant = added_mark(before, self._rewritten)
        if not before:
            meant = sign
        self._typed = (self._typed[: -self._erased] + self._rewritten)[-REMEMBERED:]
        self._erased, self._rewritten = 0, ""
        return meant


def added_mark(before: str, after: str) -> str | None:
    """The Telex key that turns `before` into `after`; None when a mark was only taken away or moved."""
    had = list(_marks(before))
    for mark in _marks(after):
        if mark in had:
            had.remove(mark)
        else:
            letter = mark[0].lower()
            return letter if mark[1] in (_HAT, "đ") else _TELEX.get(mark[1])
    return None


def _marks(text: str) -> list[tuple[str, str]]:
    """Each mark with the letter it stands on."""
    found: list[tuple[str, str]] = []
    for sign in text:
        plain, *marks = list(unicodedata.normalize("NFD", sign))
        if plain in "đĐ":
            found.append(("d", "đ"))
        found += [(plain, mark) for mark in marks]
    return found
