"""What one row says in the columns of a use: its times, who does it, what stands elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from runofshow.core.value import replace
from runofshow.documents.document import Cell
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.tables.cell_lines import CellItem, items_of_cell, lines_in
from runofshow.documents.finding.tables.columns import Columns, Use
from runofshow.documents.finding.tables.lengths import length_of_cell
from runofshow.documents.finding.tables.wide_rows import TOTAL
from runofshow.documents.finding.times.day_headings import day_heading
from runofshow.documents.finding.times.hours import Hours, hours_of_cell
from runofshow.documents.finding.wording import is_rite

Whole = Mapping[int, tuple[Cell, bool]]


def times_in(whole: Whole, columns: Columns, year: int | None) -> tuple[list[Hours], bool, list[Entry]]:
    """The times of a row, whether they stand in a cell that began above, and a day said beside them."""
    cells = [whole[column] for column in columns.of(Use.TIME) if column in whole]
    cells = [each for at, each in enumerate(cells) if each[0] not in [other for other, _ in cells[:at]]]
    if not cells:
        return [], False, []
    if len(cells) > 1:
        # «Bắt đầu | Kết thúc»
        both = [hours_of_cell(cell.text) for cell, _ in cells]
        first = both[0]
        if first and first.start and both[1] and both[1].start and first.end is None:
            return [replace(first, end=both[1].start)], cells[0][1], []
        return [each for each in both[:1] if each], cells[0][1], []
    cell, above = cells[0]
    by_line = [hours_of_cell(line.text) for line in lines_in(cell)]
    spans = [each for each in by_line if each and each.start]
    hours = hours_of_cell(cell.text)
    if len(spans) > 1 and (all(each.end for each in spans) or len(spans) > 2):
        return spans, False, []
    days = list[Entry]()
    if hours and hours.rest and not above and (heading := day_heading(hours.rest, year)) and not heading.rest:
        if heading.day or heading.text:
            days = [Entry(text=hours.rest, role=Role.DAY, day=heading)]
    elif (
        hours is None
        and not above
        and cell.text
        and (heading := day_heading(" ".join(cell.text.split()), year))
    ):
        days = [Entry(text=" ".join(cell.text.split()), role=Role.DAY, day=heading)]
    return ([hours] if hours else []), above or (cell.rows > 1 and _several_below(cell)), days


def _several_below(cell: Cell) -> bool:
    return cell.rows > 1


def by_in(whole: Whole, columns: Columns) -> tuple[str, bool]:
    """The presenter's words of a row, and whether they stand in a cell that other rows share."""
    contents = [whole[column][0] for column in columns.of(Use.CONTENT) if column in whole]
    for use in (Use.BY, Use.AIDE):
        for column in columns.of(use):
            if column in whole and whole[column][0].text.strip() and whole[column][0] not in contents:
                cell, above = whole[column]
                return cell.text, above or cell.rows > 1
    return "", False


def length_of(whole: Whole, columns: Columns) -> timedelta | None:
    """The length that a column of lengths gives the row; None where none does, or it was given above."""
    for column in columns.of(Use.LENGTH):
        if column in whole and not whole[column][1]:
            found = length_of_cell(" ".join(whole[column][0].text.split()))
            if found is not None:
                return found
    return None


def text_in(whole: Whole, columns: Columns, use: Use) -> str:
    """What stands in the columns of a use, a cell that began above left out but for a day."""
    cells = [whole[column] for column in columns.of(use) if column in whole]
    texts = list[str]()
    for cell, above in cells:
        if cell.text and (not above or use is Use.DAY) and cell.text not in texts:
            texts.append(cell.text)
    return "\n".join(texts)


def elsewhere(whole: Whole, columns: Columns) -> list[CellItem]:
    """A break is often written in another column; the content's cell is empty then."""
    for use in (Use.BY, Use.AIDE, Use.NOTES, Use.MC, Use.PLACE, Use.LENGTH):
        for column in columns.of(use):
            if column in whole and not whole[column][1] and is_rite(" ".join(whole[column][0].text.split())):
                return items_of_cell(whole[column][0])
    return []


def is_total(whole: Whole, columns: Columns) -> bool:
    """The row sums up those above: its words or its number say so, or its time where it has no words."""
    sums = {use for use in Use if TOTAL.match(" ".join(text_in(whole, columns, use).split()))}
    if text_in(whole, columns, Use.CONTENT):
        return bool(sums & {Use.CONTENT, Use.NUMBER})
    return bool(sums & {Use.NUMBER, Use.TIME, Use.LENGTH})


def only_content(whole: Whole, columns: Columns) -> bool:
    """Nothing but the content of a row is its own; number, time and presenter began above."""
    uses = (Use.NUMBER, Use.TIME, Use.BY, Use.AIDE)
    others = [whole[column] for use in uses for column in columns.of(use) if column in whole]
    return bool(others) and all(above for _, above in others)
