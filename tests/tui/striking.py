"""Keys that come faster than any dialog opens, and what stands over the board then."""

from __future__ import annotations

from textual import events
from textual.widgets import Static

from runofshow.tui.dialogs.question import Question
from tests.tui.desk import Desk

KEYS = {
    " ": ("space", " "),
    "\r": ("enter", "\r"),
    "\x1b": ("escape", None),
    "\t": ("tab", "\t"),
    "?": ("question_mark", "?"),
    "/": ("slash", "/"),
    "\x10": ("ctrl+p", "\x10"),
    "\x13": ("ctrl+s", "\x13"),
    "\x11": ("ctrl+q", "\x11"),
    "↓": ("down", None),
    "↑": ("up", None),
    "→": ("right", None),
    "←": ("left", None),
    "<": ("backspace", "\x7f"),
    "3": ("f3", None),
    "4": ("f4", None),
    "2": ("f2", None),
}


def strike(at: Desk, signs: str) -> None:
    """All keys in one read: each is posted before any is answered."""
    for sign in signs:
        key, character = KEYS.get(sign, (sign, sign))
        at.console.post_message(events.Key(key, character))


async def settle(at: Desk) -> None:
    """Until the board is on top, or what lies over it has a field that takes keys."""
    for _ in range(3):
        await at.pilot.pause()


def asked(at: Desk) -> str:
    """The title of the question that lies over the board; empty when none does."""
    return str(at.dialog.query_one("#title", Static).render()) if isinstance(at.dialog, Question) else ""
