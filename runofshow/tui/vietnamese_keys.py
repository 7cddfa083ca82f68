"""What a Vietnamese keyboard makes of hot keys.

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

from runofshow.tui.diacritics import fold

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
        self.rewrote = False
        """The sign that was meant last came of a rewriting, and not by itself."""

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
        self.rewrote = False

    def sign(self, sign: str, at: float) -> str | None:
        """The sign that was meant, or None while a rewriting is under way or when it added nothing."""
        if self._erased and at - self._since > BREATH:
            self._erased, self._rewritten = 0, ""
        self.rewrote = bool(self._erased)
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


def plain(sign: str) -> str:
    """The key of a sign: its plain small letter, and w for a horned u."""
    letter, *marks = list(unicodedata.normalize("NFD", sign))
    return "w" if letter in "uU" and "\N{COMBINING HORN}" in marks else fold(sign)
