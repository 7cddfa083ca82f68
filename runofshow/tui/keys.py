"""Which key asks for what, where: one table for keys, palette, help and footers."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.desk.keys import Deed, ToAdvice
from runofshow.tui.faces import Face, Place, Seat
from runofshow.tui.first.wishes import Digit, Dropped, Step
from runofshow.tui.scanning import Scanned, ToPlace
from runofshow.tui.vietnamese_keys import plain


class Act(StrEnum):
    """What a key asks for; the name is that of its words in `KeyTexts`."""

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
    TAKE = "take"
    DUTIES = "duties"
    TAKES = "takes"
    PEOPLE = "people"
    RECOVER = "recover"
    PROPOSALS = "proposals"
    """What agents would change."""
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
    REPLY = "reply"
    """A ready answer to the caller; as it is heard, a `Reply`."""
    ROLL = "roll"
    """Scroll the words by themselves, or stop that."""
    SLOWER = "slower"
    FASTER = "faster"
    CALLED = "called"
    """The next command of a rite was called."""
    UNCALLED = "uncalled"
    AWARD = "award"
    DAY = "day"
    ABSENT = "absent"
    PROXY = "proxy"
    PRESENT = "present"
    """Of the chosen one: stands ready in the wings, or does not."""
    MISSING = "missing"
    LATER = "later"
    ADD_NAME = "add_name"
    PRESENTER = "presenter"
    SPLIT = "split"
    READ_AS = "read_as"
    ALL_ABSENT = "all_absent"
    CARD = "card"
    """From the palette: how a card is read. The digits themselves become a `Scanned` or a `ToPlace`."""


class Pick(Struct, frozen=True):
    """A track of the numbered list is to be played by hand."""

    place: int
    """1 to 9, on the page of the list that is shown."""


class Reply(Struct, frozen=True):
    """A ready answer is to be sent."""

    place: int
    """From 1."""


Order = Act | Pick | Reply | Scanned | ToPlace | Deed | ToAdvice | Step | Digit | Dropped
"""The desk's two and the first screen's three are asked for there alone; each has a table of its own."""

FACES: frozenset[Place] = frozenset(Face)
SEATS: frozenset[Place] = frozenset(Seat)
STAGE: frozenset[Place] = frozenset({Face.STAGE})
ROUND: frozenset[Place] = frozenset({Face.AWARD})
ROLE_FACES: frozenset[Place] = frozenset({Face.MC, Face.MUSIC})
LECTERN: frozenset[Place] = frozenset({Seat.MC})
PLAYER: frozenset[Place] = frozenset({Seat.PLAYER})
TRACKS: frozenset[Place] = frozenset({Face.MUSIC, Seat.PLAYER})
"""Where digits play recordings."""
SILENCERS: frozenset[Place] = FACES | {Seat.MUSIC, Seat.PLAYER}
ANSWERERS: frozenset[Place] = frozenset({Seat.MC, Seat.MUSIC, Seat.HAND})
"""Where digits are ready answers."""


class Hotkey(Struct, frozen=True):
    act: Act
    shown: str
    """As the footer and help write it."""
    letters: str = ""
    """Signs that ask for it; a letter answers to its marked forms and, but for J, K, U, to capitals."""
    keys: tuple[str, ...] = ()
    """Names of keys without a sign. A vital order always has one of these."""
    places: frozenset[Place] = FACES


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
    Hotkey(Act.JUMP, "Enter", "", ("enter",), STAGE),
    Hotkey(Act.SKIP, "x", "x", (), STAGE),
    Hotkey(Act.MOVE_DOWN, "J", "J", (), STAGE),
    Hotkey(Act.MOVE_UP, "K", "K", (), STAGE),
    Hotkey(Act.EDIT, "e", "e", (), STAGE),
    Hotkey(Act.INSERT, "i", "i", (), STAGE),
    Hotkey(Act.ABSENT, "x", "x", ("delete",), ROUND),
    Hotkey(Act.PROXY, "p", "p", (), ROUND),
    Hotkey(Act.PRESENT, "Enter", "k", ("enter",), ROUND),
    Hotkey(Act.MISSING, "v", "v", (), ROUND),
    Hotkey(Act.LATER, "l", "l", (), ROUND),
    Hotkey(Act.ADD_NAME, "i", "i", (), ROUND),
    Hotkey(Act.PRESENTER, "g", "g", (), ROUND),
    Hotkey(Act.SPLIT, "c", "c", (), ROUND),
    Hotkey(Act.READ_AS, "e", "e", (), ROUND),
    Hotkey(Act.ALL_ABSENT, "d", "d", (), ROUND),
    Hotkey(Act.CARD, "0–9", "0123456789", (), ROUND),
    Hotkey(Act.ACKNOWLEDGE, "k", "k", ("enter",), ROLE_FACES),
    Hotkey(Act.ACKNOWLEDGE, "ENTER", " ", ("enter", "space"), SEATS),
    Hotkey(Act.GO, "g", "g", ("f6",), PLAYER),
    Hotkey(Act.GO, "F6", "", ("f6",), frozenset({Seat.MUSIC})),
    Hotkey(Act.CALLED, "x", "x", (), LECTERN),
    Hotkey(Act.UNCALLED, "u", "u", (), LECTERN),
    Hotkey(Act.ROLL, "c", "c", (), LECTERN),
    Hotkey(Act.SLOWER, "-", "-_", (), LECTERN),
    Hotkey(Act.FASTER, "+", "+=", (), LECTERN),
    Hotkey(Act.PLAY, "1–9", "123456789", (), TRACKS),
    Hotkey(Act.MORE_TRACKS, "0", "0", (), TRACKS),
    Hotkey(Act.ARM, "l", "l", (), TRACKS),
    Hotkey(Act.REPLY, "1–4", "1234", (), ANSWERERS),
    Hotkey(Act.REPLY, "F2–F5", "", ("f2", "f3", "f4", "f5"), PLAYER),
    Hotkey(Act.FADE, "F7", "", ("f7",), SILENCERS),
    Hotkey(Act.STOP, "F8", "", ("f8",), SILENCERS),
    Hotkey(Act.PANIC, "F9", "", ("f9",), SILENCERS),
    Hotkey(Act.MESSAGE, "m", "m", (), FACES | ANSWERERS | PLAYER),
    Hotkey(Act.NOTE, "t", "t"),
    Hotkey(Act.PEOPLE, "p", "p", (), FACES - ROUND),
    Hotkey(Act.RECOVER, "r", "r"),
    Hotkey(Act.PROPOSALS, "d", "d", (), FACES - ROUND),
    Hotkey(Act.JOINING, "w", "w", ("ctrl+l",)),
    Hotkey(Act.READ, "Esc", "", ("escape",)),
    Hotkey(Act.SEARCH, "/", "/", (), STAGE),
    Hotkey(Act.FOLLOW, ".", ".", (), STAGE | SEATS),
    Hotkey(Act.STAGE, "F2", "", ("f2",)),
    Hotkey(Act.MC, "F3", "", ("f3",)),
    Hotkey(Act.MUSIC, "F4", "", ("f4",)),
    Hotkey(Act.DISPLAY, "F5", "", ("f5",)),
    Hotkey(Act.LOG, "F6", "", ("f6",)),
    Hotkey(Act.AWARD, "a", "a"),
    Hotkey(Act.DAY, "o", "o"),
    Hotkey(Act.HELP, "?", "?"),
    Hotkey(Act.LEAVE, "q", "q", ("ctrl+q", "ctrl+c"), FACES | SEATS),
    Hotkey(Act.PALETTE, "Ctrl+P", "", ("ctrl+p",)),
    Hotkey(Act.CURSOR_UP, "↑", "", ("up",), FACES | SEATS),
    Hotkey(Act.CURSOR_UP, "←", "", ("left",), ROUND),
    Hotkey(Act.CURSOR_DOWN, "→", "", ("right",), ROUND),
    Hotkey(Act.CURSOR_DOWN, "↓", "", ("down",), FACES | SEATS),
    Hotkey(Act.PAGE_UP, "PageUp", "", ("pageup",), FACES | SEATS),
    Hotkey(Act.PAGE_DOWN, "PageDown", "", ("pagedown",), FACES | SEATS),
    Hotkey(Act.TO_FIRST, "Home", "", ("home",), FACES | SEATS),
    Hotkey(Act.TO_LAST, "End", "", ("end",), FACES | SEATS),
)

IN_PALETTE_ONLY = (
    Act.TAKE,
    Act.DUTIES,
    Act.TAKES,
    Act.BACKDATE,
    Act.CORRECT,
    Act.DISMISS,
    Act.SAVE,
    Act.THEME,
)

OF_THE_CURSOR = frozenset(
    {Act.CURSOR_UP, Act.CURSOR_DOWN, Act.PAGE_UP, Act.PAGE_DOWN, Act.TO_FIRST, Act.TO_LAST}
)


def keys_of(place: Place) -> tuple[Hotkey, ...]:
    """Those that are heard there."""
    return tuple(hot for hot in HOTKEYS if place in hot.places)


def order_for_key(key: str, place: Place) -> Order | None:
    """What a key without a sign asks for."""
    act = next((hot.act for hot in keys_of(place) if key in hot.keys), None)
    # the first ready answer is on F2, as the first face is on the console
    return Reply(int(key[1:]) - 1) if act is Act.REPLY else act


def order_for_sign(sign: str, place: Place) -> Order | None:
    """What a sign asks for: itself first, so that J is not k's neighbour, then its plain small letter."""
    for meant in (sign, plain(sign)):
        for hot in keys_of(place):
            if meant and meant in hot.letters:
                return _numbered(hot.act, meant)
    return None


def _numbered(act: Act, sign: str) -> Order:
    return Pick(int(sign)) if act is Act.PLAY else Reply(int(sign)) if act is Act.REPLY else act


def word(act: Act, words: ConsoleTexts) -> str:
    """The word of the footer."""
    said: str = getattr(words.keys, act.value)
    return said


def sentence(act: Act, words: ConsoleTexts) -> str:
    """What help and the palette say."""
    said: str = getattr(words.keys, f"{act.value}_long")
    return said
