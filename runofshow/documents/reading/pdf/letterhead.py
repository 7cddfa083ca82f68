"""The head of a Vietnamese letter: who writes at the left, the state's name or the Party's at the right.

It stands in two columns without rules, often so near that their lines would run into one. It becomes a table
of two cells, as it is in a text that Word saved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from runofshow.documents.reading.pdf.laid_out import Word
from runofshow.documents.reading.pdf.ruled_tables import Box, Ruled

_STATE = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN", re.IGNORECASE)
_MOST_LINES = 8
_REACH = 0.35
"""Of the page's height."""
_NARROWEST = 5.0
"""Points between the columns."""

_Gaps = list[tuple[float, float]]


def letterhead(words: Sequence[Word], height: float) -> tuple[Ruled, tuple[Word, ...]] | None:
    """The head as a table of one row, and the words in it; None where a page begins otherwise."""
    rows = _rows([word for word in words if word.bottom < _REACH * height])[:_MOST_LINES]
    for count in range(len(rows), 1, -1):
        free = _gutters(rows[:count])
        for begin, end in free:
            middle = (begin + end) / 2
            head = [word for row in rows[:count] for word in row]
            right = " ".join(word.text for word in head if word.left > middle)
            sides = [{word.left > middle for word in row} for row in rows[:count]]
            if _STATE.search(right) and len(sides[0]) == len(sides[-1]) == 2:
                return _as_table(head, middle), tuple(head)
    return None


def _rows(words: list[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.middle):
        if rows and word.middle - rows[-1][0].middle < 0.5 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _gutters(rows: list[list[Word]]) -> _Gaps:
    """Where no word of any row stands, within the text; the widest first."""
    left = min(word.left for row in rows for word in row)
    right = max(word.right for row in rows for word in row)
    taken = sorted((word.left, word.right) for row in rows for word in row)
    free: _Gaps = []
    reach = left
    for begin, end in taken:
        if begin - reach >= _NARROWEST:
            free.append((reach, begin))
        reach = max(reach, end)
    inner = [(begin, end) for begin, end in free if begin > left and end < right]
    return sorted(inner, key=lambda gap: gap[0] - gap[1])


def _as_table(words: list[Word], middle: float) -> Ruled:
    left, right = min(word.left for word in words), max(word.right for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    boxes = tuple(
        Box(row=0, column=column, rows=1, columns=1, left=begin, top=top, right=end, bottom=bottom)
        for column, (begin, end) in enumerate(((left, middle), (middle, right)))
    )
    return Ruled(boxes=boxes, edges=(left, middle, right), left=left, top=top, right=right, bottom=bottom)
