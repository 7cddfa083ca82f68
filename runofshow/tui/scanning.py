"""Digits that are typed at the console: a card's code from a scanner, or a place on the tray by hand.

A scanner types like a keyboard, ends with Enter, and its codes are digits alone. A card is read wherever no
digit is an order, which leaves out the list of recordings; a place on the tray on the award panel alone.
"""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.card_code import LONGEST, is_code
from runofshow.tui.vietnamese_keys import BREATH


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


class Rewritten:
    """A card that a Vietnamese keyboard takes for marks.

    With VNI the digits 1 to 9 are the marks: a card scanned right behind `u` arrives as a rewriting, which
    looks like the letter of a Telex keyboard. Only time tells: behind a letter that a hand has typed, no key
    follows in the same breath. What such a card reads like is nobody's order, so it is dropped to its end.
    """

    def __init__(self) -> None:
        self._letter_at: float | None = None
        self._dropped_at: float | None = None

    def letter(self, at: float) -> None:
        """A rewriting asks for something, `at` seconds of the event's clock: it waits for a breath."""
        self._letter_at = at

    def stood(self, at: float) -> bool:
        """Whether what was asked for at that second was a letter's: nothing has followed it."""
        if self._letter_at != at:
            return False
        self._letter_at = None
        return True

    def drops(self, key: str, at: float) -> bool:
        """Whether a key is of such a card."""
        behind, self._letter_at = self._letter_at, None
        last = self._dropped_at if behind is None else behind
        if last is None or at - last > BREATH:
            self._letter_at, self._dropped_at = behind, None
            return False
        self._dropped_at = None if key == "enter" else at
        return True


def is_number(text: str) -> bool:
    """Whether a text that came at once is a number, or several, and nothing else."""
    signs = "".join(text.split())
    return signs.isascii() and signs.isdecimal()
