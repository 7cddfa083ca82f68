"""Which key asks what of a remote screen, and how its footer says so."""

from __future__ import annotations

from enum import Enum

from runofshow.core.agenda import Role
from runofshow.screen.picture import HandPicture, RolePicture, StagePicture, has_player
from runofshow.tui.keys import Pick, plain
from runofshow.tui.remote.lectern import Lectern, has_commands
from runofshow.tui.remote.scene import Scene


class Act(Enum):
    """What a key asks of a remote screen; a digit asks for a ready answer or a track."""

    KNOWN = "known"
    WRITE = "write"
    FOLLOW = "follow"
    LEAVE = "leave"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    FIRST = "first"
    LAST = "last"
    ROLL = "roll"
    """Scroll by itself, or stop that."""
    SLOWER = "slower"
    FASTER = "faster"
    CALLED = "called"
    """The next command was called."""
    UNCALLED = "uncalled"
    GO = "go"
    """The next music cue."""
    FADE = "fade"
    STOP = "stop"
    PANIC = "panic"
    ARM = "arm"
    MORE_TRACKS = "more_tracks"


KEYS = {
    "space": Act.KNOWN,
    "enter": Act.KNOWN,
    "up": Act.UP,
    "down": Act.DOWN,
    "pageup": Act.PAGE_UP,
    "pagedown": Act.PAGE_DOWN,
    "home": Act.FIRST,
    "end": Act.LAST,
    "ctrl+q": Act.LEAVE,
    "ctrl+c": Act.LEAVE,
}
SIGNS = {"q": Act.LEAVE, "m": Act.WRITE, ".": Act.FOLLOW}
MC_SIGNS = {
    "c": Act.ROLL,
    "-": Act.SLOWER,
    "_": Act.SLOWER,
    "+": Act.FASTER,
    "=": Act.FASTER,
    "x": Act.CALLED,
    "u": Act.UNCALLED,
}
MUSIC_SIGNS = {"g": Act.GO, "l": Act.ARM, "0": Act.MORE_TRACKS}
MUSIC_KEYS = {"f6": Act.GO, "f7": Act.FADE, "f8": Act.STOP, "f9": Act.PANIC}
ANSWER_KEYS = {"f2": 1, "f3": 2, "f4": 3, "f5": 4}
"""The ready answers, where the digits play tracks."""
OF_THE_LECTERN = frozenset(MC_SIGNS.values())


def act_for_sign(sign: str, role: Role) -> Act | None:
    """What a sign asks for, with or without the mark a Vietnamese keyboard gave it."""
    letter = plain(sign)
    return SIGNS.get(letter) or (MC_SIGNS.get(letter) if role is Role.MC else None)


def order_for_sign(sign: str, role: Role) -> Act | Pick | None:
    """The same on the music screen where a machine plays: a digit is a track."""
    if sign in "123456789":
        return Pick(int(sign))
    return MUSIC_SIGNS.get(plain(sign)) or act_for_sign(sign, role)


def shown_keys(picture: RolePicture | None, scene: Scene, lectern: Lectern) -> list[tuple[str, str]]:
    """The footer's keys with their words, the dearest first: a narrow terminal shows only those."""
    words = scene.words
    leave, scroll = ("q", words.key_leave), ("↑ ↓", words.key_scroll)
    match picture:
        case HandPicture() if scene.role is Role.MC:
            calls = [("x", words.key_called), ("u", words.key_uncalled)]
            roll = f"■ {words.key_still}" if lectern.is_scrolling else f"▼ {words.key_roll}"
            return [
                ("ENTER", words.key_known),
                *(calls if has_commands(picture) else []),
                ("c", roll),
                ("- +", scene.pages.pace.format(pace=lectern.pace)),
                leave,
                scroll,
                ("m", words.key_write),
            ]
        case HandPicture() if has_player(picture):
            console, keys = scene.pen.words.keys, [("g", f"▶ {words.key_go}")]
            keys += [("F7", console.fade), ("F8", console.stop), ("F9", console.panic)]
            keys += [("1–9", console.play), ("l", console.arm), leave, scroll, ("m", words.key_write)]
            return [*keys[:5], ("ENTER", words.key_known), *keys[5:]]
        case HandPicture():
            return [("ENTER", words.key_known), scroll, ("m", words.key_write), leave]
        case StagePicture():
            return [scroll, (".", words.key_follow), leave]
        case _:
            return [leave]
