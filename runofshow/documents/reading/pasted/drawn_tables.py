"""Tables that plain text draws: Markdown's «| a | b |», cells between tabs, and «cell |» one to a line.

One cell to a line without any mark is not told here: what stands in the lines has to tell it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

MOST_COLUMNS = 120
MOST_IN_QUOTES = 40
"""Lines that one quoted cell of a pasted sheet may hold."""

_RULER = re.compile(r"\s*[|+]?(?:\s*:?[-=]{2,}:?\s*[|+])*\s*:?[-=]{2,}:?\s*[|+]?\s*")
_DASHES = re.compile(r":?[-=]{2,}:?")
_BAR = re.compile(r"(?<!\\)\|")
_HOUR = re.compile(r"\D{0,6}\d{1,2}\s*(?:h|g|giờ|[:.]\d\d)", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-zđ]|[ivxIVX]{1,5}|[A-ZĐ])[.)/-]+|[-–—+*•●▪■❖➢✓o·])\s*")


class Drawn(Struct, frozen=True):
    """A table that begins at a line."""

    rows: list[list[str]]
    lines: int
    """How many lines of the text it takes, 1 or more."""


def may_begin(line: str) -> bool:
    """Whether a table could begin here: it has a bar, a border or a tab."""
    return "|" in line or "\t" in line.strip() or line.lstrip().startswith("+-")


def at(lines: list[str], index: int) -> Drawn | None:
    """The table that is drawn from this line on, or None; not wider than MOST_COLUMNS."""
    if "|" in lines[index] or lines[index].lstrip().startswith("+-"):
        drawn = _ruled(lines, index) or _a_cell_a_line(lines, index)
    else:
        drawn = _tabbed(lines, index) if "\t" in lines[index].strip() else None
    if drawn is None:
        return None
    return Drawn([row[:MOST_COLUMNS] for row in drawn.rows], drawn.lines)


def _run(lines: list[str], index: int, belongs: Callable[[str], bool]) -> int:
    """How many lines from here on belong; blank ones between them count, at the end they do not."""
    count = at_last = 0
    while index + count < len(lines):
        line = lines[index + count]
        count += 1
        if belongs(line):
            at_last = count
        elif line.strip() or count - at_last > 1:
            break
    return at_last


def _ruled(lines: list[str], index: int) -> Drawn | None:
    """Rows of cells between bars; a ruler under the head, or as many bars in each line, tells it."""
    count = _run(lines, index, lambda line: len(_BAR.findall(line)) >= 1 or _is_ruler(line))
    run = [line for line in lines[index : index + count] if line.strip()]
    rows = [_cells(line) for line in run if not _is_ruler(line)]
    if rows and not any(row[-1] for row in rows if len(row) == len(rows[0])):
        rows = [row[:-1] for row in rows]  # each line ends with a bar
    ruled = any(map(_is_ruler, run))
    width = max(map(len, rows), default=0)
    if width < 2 or not (ruled or (len(rows) > 1 and all(len(row) == width for row in rows))):
        return None
    if any(line.lstrip().startswith("+-") for line in run):
        rows = _between_borders(run)
    return Drawn(rows, count)


def _is_ruler(line: str) -> bool:
    return ("|" in line or "+" in line) and _RULER.fullmatch(line) is not None


def _cells(line: str) -> list[str]:
    inner = line.strip()
    if inner.startswith("|"):  # else the bar at the end stands before an empty cell
        inner = inner[1:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner[1:]
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(inner)]


def _between_borders(run: list[str]) -> list[list[str]]:
    """A grid with a border above and below each row: the lines between two borders are one row."""
    rows: list[list[str]] = []
    fresh = True
    for line in run:
        if _is_ruler(line):
            fresh = True
            continue
        cells = _cells(line)
        if fresh or len(cells) != len(rows[-1]):
            rows.append(cells)
        else:
            rows[-1] = [f"{above}\n{cell}" for above, cell in zip(rows[-1], cells, strict=True)]
        fresh = False
    return rows


def _a_cell_a_line(lines: list[str], index: int) -> Drawn | None:
    """«cell |» on each line. A line without the bar ends its row; where each has one, the hours tell how many
    columns there are."""
    if not _one_bar(lines[index]):
        return None
    count = 0
    rows: list[list[str]] = [[]]
    without = 0
    while index + count < len(lines) and (without < 1 or _one_bar(lines[index + count])):
        line = lines[index + count]
        count += 1
        if not line.strip():
            continue
        rows[-1].append(line.strip().strip("|").strip())
        without = 0 if _one_bar(line) else without + 1
        if without:
            rows.append([])
    rows = [row for row in rows if row]
    width = len(rows[0])
    if len(rows) > 1 and width > 1 and all(len(row) == width for row in rows):
        return Drawn(rows, count)
    return _by_hours(lines, index)


def _one_bar(line: str) -> bool:
    text = line.strip()
    return len(text) > 1 and len(_BAR.findall(text)) == 1 and (text.endswith("|") or text.startswith("|"))


def _by_hours(lines: list[str], index: int) -> Drawn | None:
    count = _run(lines, index, _one_bar)
    cells = [line.strip().strip("|").strip() for line in lines[index : index + count] if line.strip()]
    hours = [place for place, cell in enumerate(cells) if _HOUR.match(cell)]
    for width in range(2, 9):
        if len(cells) % width == 0 and len(hours) > 1 and len({place % width for place in hours}) == 1:
            return Drawn([cells[start : start + width] for start in range(0, len(cells), width)], count)
    return None


def _tabbed(lines: list[str], index: int) -> Drawn | None:
    """Cells between tabs, as a sheet or a table of Word is pasted. A list's marks with a tab behind them are
    no column, and one such line alone is no table."""
    rows: list[list[str]] = []
    count = 0
    while index + count < len(lines) and "\t" in lines[index + count].rstrip(" ").lstrip(" "):
        row, taken = _quoted(lines, index + count)
        count += taken
        rows.append(row)
        more = _rest_of_row(lines, index + count, len(rows[0]) - len(row))
        if more is not None and len(rows) > 1:
            row[-1] += "\n" + more[0][0]
            row.extend(more[0][1:])
            count += more[1]
    if len(rows) < 2 or all(len(row) == 2 and _LIST_MARK.fullmatch(row[0]) for row in rows):
        return None
    rows = [[cell.strip() for cell in row] for row in rows]
    return Drawn([row for row in rows if not all(_DASHES.fullmatch(cell) for cell in row)], count)


def _quoted(lines: list[str], start: int) -> tuple[list[str], int]:
    """The cells of a row, and its lines: a cell with a line break in it was pasted in quotes."""
    row = lines[start].split("\t")
    taken = 1
    if row[-1].count('"') % 2 and any(cell.startswith('"') for cell in row):
        for end in range(start + 1, min(start + MOST_IN_QUOTES, len(lines))):
            if lines[end].count('"') % 2:
                row = "\n".join(lines[start : end + 1]).split("\t")
                taken = end + 1 - start
                break
    cells = [cell.strip(" ") for cell in row]
    return [
        cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
        for cell in cells
    ], taken


def _rest_of_row(lines: list[str], start: int, missing: int) -> tuple[list[str], int] | None:
    """What a cell of several paragraphs leaves of its row on the lines below, when together they fill it."""
    text = ""
    for end in range(start, min(start + MOST_IN_QUOTES, len(lines))):
        if missing < 1 or not lines[end].strip():
            return None
        text += ("\n" if text else "") + lines[end]
        tabs = text.count("\t")
        if tabs >= missing:
            # a line that is a whole row by itself begins the next one
            whole = lines[end].count("\t") >= missing and end == start and missing > 1
            return None if tabs > missing or whole else (text.split("\t"), end + 1 - start)
    return None
