"""What the lines of one cell are: one item and its parts, several items, an item and who does it."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Cell, Line, lines_of
from runofshow.documents.finding.entry import Role
from runofshow.documents.finding.lists.listing import entries_of_lines
from runofshow.documents.finding.lists.marks import Mark, Sort, mark_of
from runofshow.documents.finding.times.hours import Hours, hours_in
from runofshow.documents.finding.wording import BY_LINE, NOTE_LINE, PERSON, is_rite
from runofshow.documents.finding.words.kinds import kinds_of

SHORT = 60
"""Letters. A line of a cell under this was not broken by the cell's edge."""


class CellItem(Struct, frozen=True):
    """One item that a cell says, or a part of the one before where its level is deeper."""

    text: str
    mark: Mark
    level: int = 0
    hours: Hours | None = None
    by: str | None = None
    strong: bool = False
    notes: str = ""
    mc: str = ""


def lines_in(cell: Cell) -> list[Line]:
    """The lines of a cell, those of tables in it too."""
    return [line for block in cell.blocks for line in lines_of(block) if line.text.strip()]


def items_of_cell(cell: Cell) -> list[CellItem]:
    """The items of a cell in their order."""
    lines = _whole(lines_in(cell))
    if _is_headed(lines):
        parts = _items_of(lines[1:])
        return [*_items_of(lines[:1]), *(replace(part, level=part.level + 1) for part in parts)]
    return _items_of(lines)


def _is_headed(lines: list[Line]) -> bool:
    """A plain line over marked ones names what they are parts of: «Tham luận», «- Thôn 1: …»."""
    return (
        len(lines) > 1
        and mark_of(lines[0]).sort is Sort.NONE
        and hours_in(lines[0].text) is None
        and all(mark_of(line).sort is not Sort.NONE and hours_in(line.text) is None for line in lines[1:])
    )


def _items_of(lines: list[Line]) -> list[CellItem]:
    items = list[CellItem]()
    for entry in entries_of_lines(lines, days=False):
        if entry.role is Role.SLOT or not entry.text:
            continue
        items.append(
            CellItem(
                entry.text,
                Mark(entry.sort, entry.number, entry.text),
                entry.level,
                entry.hours,
                entry.by,
                entry.strong,
                entry.notes,
                entry.mc,
            )
        )
    if not items:
        return []
    lowest = min(item.level for item in items)
    return [replace(item, level=item.level - lowest) for item in items]


def _whole(lines: list[Line]) -> list[Line]:
    """Lines that are one sentence made one: a cell breaks its words where they look well."""
    whole = list[Line]()
    acts = sum(is_rite(line.text) or kinds_of(line.text).sure for line in lines)
    if acts >= 2 and all(_stands_alone(line.text) for line in lines):
        # each is an act of its own, the one among them whose word is not known too
        return lines
    for line in lines:
        before = whole[-1] if whole else None
        if before is not None and _goes_on(before, line):
            whole[-1] = replace(before, text=f"{before.text} {line.text}", bold=before.bold and line.bold)
        else:
            whole.append(line)
    return whole


def _stands_alone(text: str) -> bool:
    return len(text) < SHORT and text[:1].isupper() and len(text.split()) > 1


def _goes_on(before: Line, line: Line) -> bool:
    """A line without mark goes on with the one before, unless both are acts of their own."""
    if mark_of(line).sort is not Sort.NONE or hours_in(line.text) is not None:
        return False
    if BY_LINE.match(line.text) or NOTE_LINE.match(line.text) or PERSON.match(line.text):
        return False
    if line.text[:1].islower() or line.text.startswith(("(", "“", '"', "«", "–", "&")):
        return True
    if before.text.rstrip().endswith((";", ".", ":")):
        return False
    # «Diễn đàn 1: …», «Diễn đàn 2: …» are lines of one list
    alike = line.text.split()[:1] == before.text.split()[:1]
    return not alike and not is_rite(line.text)
