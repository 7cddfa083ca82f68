"""Tables that rules on a page draw: from where lines stand, which cells there are and how far each reaches.

The rules that touch one another are one table. Their places part it into a grid; where no rule stands
between two fields of the grid they are one cell. So a merged cell is told from an empty one. All in points, y
downwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

NEAR = 3.0
"""Points. Rules nearer than this are one, and meet when they come so near."""
MOST_RULES = 1_200
"""Of a page, after those in one line are joined: a map or a chart has more, and is no table."""
_THINNEST = 4.0
_MOST_FIELDS = 20_000


class Rule(Struct, frozen=True, order=True):
    """A line: of a horizontal one `at` is y, and it reaches over x; of a vertical one the other way round."""

    at: float
    begin: float
    end: float


class Box(Struct, frozen=True):
    """A field of a table: the grid's first row and column, how many it covers, and where it stands."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float
    right: float
    bottom: float


class Ruled(Struct, frozen=True):
    """A table's rules."""

    boxes: tuple[Box, ...]
    edges: tuple[float, ...]
    """The x of each rule that parts columns, outer ones too."""
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


def ruled_tables(across: Iterable[Rule], down: Iterable[Rule]) -> list[Ruled]:
    """Each table of two fields or more, from the top down."""
    flat, upright = _joined(across), _joined(down)
    if not flat or not upright or len(flat) + len(upright) > MOST_RULES:
        return []
    tables = [_table(*group) for group in _touching(flat, upright)]
    return sorted((each for each in tables if each is not None), key=lambda each: (each.top, each.left))


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line as one: Word draws a border cell by cell."""
    joined: list[Rule] = []
    for line in _lines(sorted(rules)):
        at = line[len(line) // 2].at
        begin = end = None
        for rule in sorted(line, key=lambda each: each.begin):
            if begin is None or end is None:
                begin, end = rule.begin, rule.end
            elif rule.begin <= end + NEAR:
                end = max(end, rule.end)
            else:
                joined.append(Rule(at, begin, end))
                begin, end = rule.begin, rule.end
        if begin is not None and end is not None:
            joined.append(Rule(at, begin, end))
    return joined


def _lines(rules: list[Rule]) -> list[list[Rule]]:
    lines: list[list[Rule]] = []
    for rule in rules:
        if lines and rule.at - lines[-1][0].at < NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return lines


def _touching(flat: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that hang together."""
    owner = list(range(len(flat) + len(upright)))

    def root(of: int) -> int:
        while owner[of] != of:
            owner[of] = owner[owner[of]]
            of = owner[of]
        return of

    for i, across in enumerate(flat):
        for j, down in enumerate(upright, len(flat)):
            meets = across.begin - NEAR <= down.at <= across.end + NEAR
            if meets and down.begin - NEAR <= across.at <= down.end + NEAR:
                owner[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*flat, *upright]):
        groups.setdefault(root(i), ([], []))[i >= len(flat)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _places(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where rules part the grid, and the ends of those that cross them: outer rules may not be drawn."""
    found = sorted(
        [rule.at for rule in rules]
        + [min(rule.begin for rule in crossing), max(rule.end for rule in crossing)]
    )
    places = found[:1]
    for at in found[1:]:
        if at - places[-1] >= _THINNEST:
            places.append(at)
    return places


def _table(flat: list[Rule], upright: list[Rule]) -> Ruled | None:
    xs, ys = _places(upright, flat), _places(flat, upright)
    width, height = len(xs) - 1, len(ys) - 1
    if width * height < 2 or width * height > _MOST_FIELDS:
        return None
    # A field that nothing parts from the one at its left, or above, belongs to it.
    first: dict[tuple[int, int], tuple[int, int]] = {}
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(height):
        for column in range(width):
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            begin = (row, column)
            if column and not _stands(upright, xs[column], y):
                begin = first[row, column - 1]
            elif row and not _stands(flat, ys[row], x):
                begin = first[row - 1, column]
            first[row, column] = begin
            last[begin] = max(last.get(begin, begin), (row, column))
    boxes = [
        Box(
            row=row,
            column=column,
            rows=end_row - row + 1,
            columns=max(end_column - column + 1, 1),
            left=xs[column],
            top=ys[row],
            right=xs[max(end_column, column) + 1],
            bottom=ys[end_row + 1],
        )
        for (row, column), (end_row, end_column) in sorted(last.items())
    ]
    if len(boxes) < 2:
        return None
    return Ruled(boxes=tuple(boxes), edges=tuple(xs), left=xs[0], top=ys[0], right=xs[-1], bottom=ys[-1])


def _stands(rules: list[Rule], at: float, beside: float) -> bool:
    """Whether a rule stands at this place, beside the middle of a field."""
    return any(abs(rule.at - at) <= _THINNEST and rule.begin <= beside <= rule.end for rule in rules)
