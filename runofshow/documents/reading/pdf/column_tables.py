"""Tables without rules between their columns: hours in one column, what happens and who does it in others.

Where nearly no line of a stretch of the page has a letter, a gutter parts two columns. Only what has hours
is looked at, for a list or a paragraph has no columns though its words may happen to stand in line. All in
points, y downwards.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from runofshow.documents.reading.pdf.laid_out import HALF_A_SPAN, Word
from runofshow.documents.reading.pdf.ruled_tables import Box, Rule, Ruled

_HOUR = re.compile(r"(?:lúc|từ)?\s*\(?\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d{2})?(?!\w)", re.IGNORECASE)
_FEWEST = 3
"""Lines with an hour."""
_WIDE, _NARROW = 8.0, 3.0
"""Of a gutter: the first one, and those before a column whose words all begin at one place."""
_CROSSED = 0.15
"""Of the lines: so many may run across a gutter, as a heading between the rows does."""
_APART = 1.6
"""Of a line's height: a wider gap ends the table."""
_SLACK = 0.6
"""Points by which gaps that are alike may differ."""
_WIDEST = 5_000.0
"""Points: a poster. What reaches farther is no text that is seen."""
_MOST_ABOVE = 8
"""Lines of its first row, and its head, that stand above the first hour."""

_HEAD = re.compile(
    r"\b(?:s?tt|thời gian|giờ|nội dung|thực hiện|phụ trách|chủ trì|time|content|who)\b", re.IGNORECASE
)

_OF_HOURS = frozenset({"từ", "lúc", "đến", "giờ", "phút", "sáng", "trưa", "chiều", "tối", "ngày"})

_Row = list[Word]


class _Columns(Struct, frozen=True):
    """From the left."""

    bounds: list[float]
    """Where each begins: in the middle of the gutter before it."""
    begins: list[float]
    """Where its text does, as a rule."""


def column_table(words: Sequence[Word], across: Sequence[Rule]) -> tuple[Ruled, tuple[Word, ...]] | None:
    """The one of the page, and the words in it; `across` are the page's horizontal rules."""
    rows = _rows(words)
    timed = [index for index, row in enumerate(rows) if _begins_with_hour(row)]
    if len(timed) < _FEWEST:
        return None
    columns = _columns(rows[timed[0] : timed[-1] + 1])
    if len(columns.bounds) < 2 or not _apart([rows[index] for index in timed], columns):
        return None
    gap = min(max(_gap(rows, at) for at in range(one + 1, other + 1)) for one, other in pairwise(timed))
    first, last = _reach(rows, timed, columns, gap)
    run = rows[first : last + 1]
    has_hour = [first <= index <= last and index in timed for index in range(first, last + 1)]
    groups = _grouped(run, has_hour, columns, [rule.at for rule in across], gap)
    return _ruled(groups, columns), tuple(word for row in run for word in row)


def _rows(words: Sequence[Word]) -> list[_Row]:
    rows: list[_Row] = []
    for word in sorted(words, key=lambda each: each.middle):
        if rows and word.middle - rows[-1][0].middle < 0.25 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _begins_with_hour(row: _Row) -> bool:
    """One of its first words does: a number may stand before it."""
    texts = [word.text for word in row]
    return any(_HOUR.match(" ".join(texts[at : at + 2])) for at in range(min(len(texts), 2)))


def _apart(timed: list[_Row], columns: _Columns) -> bool:
    """The hours have a column to themselves; «Từ 7h00 đến 7h30: Tế lễ» is a line of a list."""
    lists = 0
    for row in timed:
        own = [word.text.strip(".,;:()") for word in row if _column(word, columns.bounds) == 0]
        lists += sum(text.isalpha() and text.casefold() not in _OF_HOURS for text in own) > 1
    return 2 * lists <= len(timed)


def _is_head(row: _Row) -> bool:
    return len(_HEAD.findall(" ".join(word.text for word in row))) > 1


def _gap(rows: list[_Row], index: int) -> float:
    """Between this line and those above it; cells in the middle of their row let lines overlap."""
    above = max(word.bottom for row in rows[max(index - 3, 0) : index] for word in row)
    return min(word.top for word in rows[index]) - above


def _columns(rows: list[_Row]) -> _Columns:
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)
    if right - left > _WIDEST:
        return _Columns([left], [left])
    taken = [0] * (int(right - left) + 2)
    for row in rows:
        for begin, end in _stretches(row):
            for x in range(int(begin - left) + 1, int(end - left) + 1):
                taken[x] += 1
    most = int(_CROSSED * len(rows))
    bounds, begins = [left - 1], [left]
    free = 0
    for x, count in enumerate(taken):
        if count <= most:
            free += 1
            continue
        begun = sum(abs(word.left - left - x) < 3.5 for row in rows for word in row)
        wide = _WIDE if len(bounds) == 1 or begun < 3 or len(rows) < 6 else _NARROW
        if free >= wide and free < x:
            bounds.append(left + x - free / 2)
            begins.append(left + x)
        free = 0
    return _Columns(bounds, begins)


def _stretches(row: _Row) -> list[tuple[float, float]]:
    """Where it has text without a wide gap: a blank of justified text is no gutter."""
    found = [(row[0].left, row[0].right)]
    for before, word in pairwise(row):
        if word.left - before.right < 0.3 * word.size:
            found[-1] = (found[-1][0], word.right)
        else:
            found.append((word.left, word.right))
    return found


def _column(word: Word, bounds: list[float]) -> int:
    return bisect_right(bounds, word.left) - 1


def _crosses(row: _Row, columns: _Columns) -> bool:
    """Its text runs over from one column into the next."""
    gutters = list(zip(columns.bounds[1:], columns.begins[1:], strict=True))
    return any(
        begin < at - 1 and end > begins + 1 for at, begins in gutters for begin, end in _stretches(row)
    )


def _reach(rows: list[_Row], timed: list[int], columns: _Columns, gap: float) -> tuple[int, int]:
    """The first and last line: from the head, or what stands in the first row above its hour, to what stands
    in columns below the last one."""

    def in_columns(row: _Row) -> bool:
        return any(word.left >= columns.bounds[1] for word in row) and not _crosses(row, columns)

    first, last = timed[0], timed[-1]
    while first > max(timed[0] - _MOST_ABOVE, 0):
        above = rows[first - 1]
        if _gap(rows, first) >= gap - _SLACK or not in_columns(above):
            is_near = _gap(rows, first) < _APART * above[0].size
            if is_near and _is_head(above):
                first -= 1
            break
        first -= 1
    while last + 1 < len(rows) and in_columns(rows[last + 1]):
        if _gap(rows, last + 1) > _APART * rows[last][0].size:
            break
        last += 1
    return first, last


def _grouped(
    run: list[_Row], has_hour: list[bool], columns: _Columns, rules: list[float], gap: float
) -> list[list[_Row]]:
    """The lines of each row of the table: rules part them, or wider gaps, or else the first column."""
    top, bottom = run[0][0].top, run[-1][0].bottom
    inner = [at for at in rules if top < at < bottom]
    gaps = [_gap(run, index) for index in range(1, len(run))]
    by_gap = [each >= gap - _SLACK for each in gaps]
    is_spaced = sum(by_gap) + 1 <= 2 * sum(has_hour) and min(gaps) < gap - _SLACK
    groups: list[list[_Row]] = [[run[0]]]
    for index, (above, row) in enumerate(pairwise(run)):
        if len(inner) >= _FEWEST:
            begins = any(above[0].middle < at < row[0].middle for at in inner)
        elif is_spaced:
            begins = by_gap[index]
        else:
            told = [
                " ".join(w.text for w in each if _column(w, columns.bounds) == 0) for each in (above, row)
            ]
            begins = bool(told[1]) and not HALF_A_SPAN.search(told[0])
        begins |= index == 0 and _is_head(above)
        if begins or _crosses(above, columns) or _crosses(row, columns):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _ruled(groups: list[list[_Row]], columns: _Columns) -> Ruled:
    """As if rules had been drawn between the columns and rows."""
    right = max(word.right for group in groups for row in group for word in row) + 1
    xs = [*columns.bounds, right]
    tops = [min(word.top for row in group for word in row) for group in groups]
    bottoms = [max(word.bottom for row in group for word in row) for group in groups]
    between = [(end + begin) / 2 for end, begin in zip(bottoms, tops[1:], strict=False)]
    ys = [tops[0] - 1, *between, bottoms[-1] + 1]
    boxes = []
    for row, group in enumerate(groups):
        whole = any(_crosses(line, columns) for line in group) and row > 0
        places = (
            [(0, len(columns.bounds))] if whole else [(column, 1) for column in range(len(columns.bounds))]
        )
        boxes += [
            Box(row=row, column=at, rows=1, columns=count, left=xs[at], top=ys[row],
                right=xs[at + count], bottom=ys[row + 1])
            for at, count in places
        ]  # fmt: skip
    return Ruled(
        boxes=tuple(boxes), edges=tuple(columns.bounds), left=xs[0], top=ys[0], right=xs[-1], bottom=ys[-1]
    )
