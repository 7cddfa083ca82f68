"""Automatic numbers of a Word 97 file: lists (LSTF, LVL) and how paragraphs use them (LFO)."""

from __future__ import annotations

import struct
from types import MappingProxyType

from msgspec import Struct

from runofshow.documents.reading.look import MM_PER_TWIP
from runofshow.documents.reading.numbering import DEEPEST, Counts, Level, begin, next_mark
from runofshow.documents.reading.word97.file import LISTS, LISTS_IN_USE, Word97File
from runofshow.documents.reading.word97.looks import (
    FIRST,
    FIRST_80,
    LEFT,
    LEFT_80,
    Changes,
    Looks,
    changes,
    number,
    signed,
)

FORMS = MappingProxyType(
    {
        0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
        18: "decimalEnclosedParen", 22: "decimalZero", 23: "bullet", 57: "numberInDash", 255: "none",
    }
)  # fmt: skip
MOST_LISTS = 5_000


class _Use(Struct):
    """A list as paragraphs name it."""

    of: int
    levels: dict[int, Level]
    starts: dict[int, int]
    used: bool = False


class Lists97:
    """The lists of a file, and how far each has counted."""

    def __init__(self, file: Word97File, looks: Looks) -> None:
        self._looks = looks
        self._uses: list[_Use] = []
        self._counts: dict[int, Counts] = {}
        self._read_uses(file.table(LISTS_IN_USE), self._read_lists(file.table(LISTS, beyond=True)))

    def level(self, use: int, depth: int) -> Level | None:
        """How that level is drawn; None where there is none. Uses are counted from 1."""
        return self._uses[use - 1].levels.get(depth) if 0 < use <= len(self._uses) else None

    def next_mark(self, use: int, depth: int) -> str:
        """Counts one paragraph on, and says what is drawn before it."""
        if self.level(use, depth) is None:
            return ""
        found = self._uses[use - 1]
        counts = self._counts.setdefault(found.of, [None] * DEEPEST)
        if not found.used:
            found.used = True
            begin(counts, found.starts, depth)
        return next_mark(counts, found.levels, depth, found.starts)

    def _read_lists(self, table: bytes) -> dict[int, dict[int, Level]]:
        many = min(number(table[:2]), MOST_LISTS)
        at = 2 + 28 * many
        found = {}
        for which in range(many):
            head = table[2 + 28 * which : 30 + 28 * which]
            if len(head) < 28:
                break
            levels = {}
            for depth in range(1 if head[26] & 1 else 9):
                level, at = self._level(table, at)
                levels[depth] = level
            found[number(head[:4])] = levels
        return found

    def _level(self, table: bytes, at: int) -> tuple[Level, int]:
        start, form, flags = struct.unpack_from("<iBB", table, at)
        of_text, of_paragraph, restart = table[at + 24], table[at + 25], table[at + 26]
        at += 28
        paragraph = changes(table[at : at + of_paragraph])
        run = changes(table[at + of_paragraph : at + of_paragraph + of_text])
        at += of_paragraph + of_text
        letters = number(table[at : at + 2])
        raw = table[at + 2 : at + 2 + 2 * letters].decode("utf-16-le", "replace")
        level = Level(
            start=start,
            form=FORMS.get(form, "decimal"),
            text=raw
            if form == 23
            else "".join(f"%{ord(each) + 1}" if ord(each) < 9 else each for each in raw),
            font=self._looks.font(run),
            all_decimal=bool(flags & 4),
            restart=restart if flags & 8 else None,
            indent=first_line(paragraph),
        )
        return level, at + 2 + 2 * letters

    def _read_uses(self, table: bytes, lists: dict[int, dict[int, Level]]) -> None:
        many = min(number(table[:4]), MOST_LISTS)
        at = 4 + 16 * many
        for which in range(many):
            head = table[4 + 16 * which : 20 + 16 * which]
            if len(head) < 16:
                return
            use = _Use(number(head[:4]), dict(lists.get(number(head[:4]), {})), {})
            self._uses.append(use)
            at += 4
            for _ in range(head[12]):
                if at + 8 > len(table):
                    return
                start, flags = struct.unpack_from("<iI", table, at)
                at += 8
                depth = flags & 0xF
                if flags & 0x20:
                    use.levels[depth], at = self._level(table, at)
                if flags & 0x10 and depth < DEEPEST:
                    use.starts[depth] = use.levels[depth].start if flags & 0x20 else start


def first_line(said: Changes) -> float | None:
    """Where the first line of a paragraph begins, in millimetres; None where nothing is said."""
    left, first = said.get(LEFT, said.get(LEFT_80)), said.get(FIRST, said.get(FIRST_80))
    if left is None and first is None:
        return None
    return (signed(left or b"\0") + signed(first or b"\0")) * MM_PER_TWIP
