"""Rows of a sheet that were pasted among those honoured, read by the heads of their columns.

A row of heads is found among the first, as in a list beside the agenda (agenda_file/name_lists/); what stands
above it, and each line without a tab, is a line as it is written. Without heads cells go by their order.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from runofshow.agenda_file.honoured import Listed

if TYPE_CHECKING:
    from runofshow.agenda_file.name_lists.heads import Head

_ABOVE: Final = 30
"""Rows among which the heads are looked for."""


class PastedRows(Struct, frozen=True):
    """What a field says whose text holds such rows."""

    pieces: tuple[str | Listed, ...]
    """Lines as they are written, and those whom the rows name, in their order."""
    left_out: tuple[str, ...]
    """Rows that are nobody."""
    unused: tuple[str, ...]
    """Heads of columns of which nothing was taken."""

    @property
    def people(self) -> int:
        """How many the rows name."""
        return sum(not isinstance(piece, str) for piece in self.pieces)


def pasted_rows(text: str) -> PastedRows | None:
    """The rows in it; None where no row of heads is among them."""
    if "\t" not in text:
        return None
    # only here: to open the desk waits for no reader of lists
    from runofshow.agenda_file.name_lists.heads import columns_of
    from runofshow.agenda_file.name_lists.list_file import Grid
    from runofshow.agenda_file.name_lists.people import people_of

    rows = _cells(text)
    for at, row in enumerate(rows[:_ABOVE]):
        columns = columns_of(dict(enumerate(row)))
        if columns is None or len(columns) < _FEWEST:
            continue
        below = [(number, cells) for number, cells in enumerate(rows) if number > at and len(cells) > 1]
        grid = Grid(columns, tuple((number, dict(enumerate(cells))) for number, cells in below))
        people, doubts = people_of(grid)
        named: dict[int, str | Listed] = {person.listed.row: person.listed for person in people}
        lines = {
            number: "\t".join(cells) for number, cells in enumerate(rows) if number < at or len(cells) == 1
        }
        pieces = {number: line for number, line in lines.items() if line.strip()} | named
        left = (dict(doubt.about).get("words") or doubt.cells[0] for doubt in doubts if doubt.code in _NOBODY)
        return PastedRows(
            tuple(pieces[number] for number in sorted(pieces)), tuple(left), _unused(row, columns)
        )
    return None


_FEWEST: Final = 2
"""Columns that have to be known: a name alone may be a word of somebody's."""
_NOBODY: Final = frozenset({"list_row_left_out", "list_row_without_name", "list_bad_cell"})


def _cells(text: str) -> list[list[str]]:
    """The cells of each line; one that holds a line break stands in quotes."""
    plain = [line.split("\t") for line in text.splitlines()]
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:
        return plain
    # a quote that nothing closes would take all that follows for one cell
    return plain if any("\t" in cell for row in rows for cell in row) else rows


def _unused(heads: Sequence[str], columns: dict[Head, int]) -> tuple[str, ...]:
    from runofshow.agenda_file.name_lists.heads import Head

    used = {at for head, at in columns.items() if head not in (Head.FORM, Head.BATCH)}
    return tuple(" ".join(cell.split()) for at, cell in enumerate(heads) if cell.strip() and at not in used)
