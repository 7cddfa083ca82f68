"""Digits that are typed on the award panel: a card's code from a scanner, or a place on the tray by hand.

A scanner types like a keyboard, ends with Enter, and its codes are digits alone; no digit is an order there.
"""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.card_code import LONGEST, is_code


class Scanned(Struct, frozen=True):
    """A card was held before the scanner, or its code typed."""

    code: str


class ToPlace(Struct, frozen=True):
    """The cursor is wanted at a place on the tray."""

    place: int


FORGOTTEN = 6.0
"""Seconds behind a digit after which it is part of no number: by then none stands on the screen."""


class Digits:
    """Collects digits up to Enter, `at` seconds of the event's clock. Any other key drops them, and so does
    time: what was begun and left must not spoil the next card."""

    def __init__(self) -> None:
        self.typed = ""
        self._at = 0.0

    def sign(self, sign: str, at: float) -> bool:
        """Whether it is one of a number; else what was typed is dropped."""
        self._forget(at)
        if len(sign) == 1 and sign.isascii() and sign.isdecimal():
            self.typed = (self.typed + sign)[:LONGEST]
            return True
        self.typed = ""
        return False

    def enter(self, at: float) -> Scanned | ToPlace | None:
        """What was typed; None when that is nothing."""
        self._forget(at)
        typed, self.typed = self.typed, ""
        if not typed:
            return None
        return Scanned(typed) if is_code(typed) else ToPlace(int(typed))

    def _forget(self, at: float) -> None:
        if at - self._at > FORGOTTEN:
            self.typed = ""
        self._at = at


def is_number(text: str) -> bool:
    """Whether a text that came at once is a number, or several, and nothing else."""
    signs = "".join(text.split())
    return signs.isascii() and signs.isdecimal()
