"""Which key asks what of a remote screen, and how its footer says so."""

from __future__ import annotations

from enum import Enum

from runofshow.core.agenda import Role
from runofshow.screen.picture import HandPicture, RolePicture, StagePicture
from runofshow.tui.keys import plain
from runofshow.tui.remote.lectern import Lectern, has_commands
from runofshow.tui.remote.scene import Scene


class Act(Enum):
    """What a key asks of a remote screen; a digit asks for a ready answer."""

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
OF_THE_LECTERN = frozenset(MC_SIGNS.values())


def act_for_sign(sign: str, role: Role) -> Act | None:
    """What a sign asks for, with or without the mark a Vietnamese keyboard gave it."""
    letter = plain(sign)
    return SIGNS.get(letter) or (MC_SIGNS.get(letter) if role is Role.MC else None)


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
        case HandPicture():
            return [("ENTER", words.key_known), scroll, ("m", words.key_write), leave]
        case StagePicture():
            return [scroll, (".", words.key_follow), leave]
        case _:
            return [leave]
