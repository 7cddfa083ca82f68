"""The rows of a table as entries: what each says in the columns of its use, and what rows share."""

from __future__ import annotations

from runofshow.core.value import replace
from runofshow.documents.document import Line, Place, Row, Table
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.lists.marks import Mark, Sort, marked
from runofshow.documents.finding.tables.cell_lines import items_of_cell, lines_in
from runofshow.documents.finding.tables.columns import Columns, Use, is_head_again
from runofshow.documents.finding.tables.row_cells import (
    Whole,
    by_in,
    elsewhere,
    is_total,
    length_of,
    only_content,
    text_in,
    times_in,
)
from runofshow.documents.finding.tables.wide_rows import REMARK, wide_cell, wide_entries
from runofshow.documents.finding.times.day_headings import DayHeading, day_heading
from runofshow.documents.finding.times.hours import Hours, hours_of_cell
from runofshow.documents.finding.wording import is_rite
from runofshow.documents.finding.words.presenters import presenter_cell


def entries_of_table(table: Table, columns: Columns, year: int | None = None) -> list[Entry]:
    """The entries of a table in their order."""
    entries = list[Entry]()
    stack = list[object]()
    above_by: str | None = None
    said_day: str | None = None
    opener: Entry | None = None
    page: int | None = None
    for at, (row, whole) in enumerate(table.whole_rows()):
        if row.hidden or (at < columns.head and at != columns.head - 1 and not _has_hours(whole, columns)):
            continue
        if at < columns.head or is_head_again(row, whole, columns) or is_total(whole, columns):
            continue
        place = _place(table, row)
        if (wide := wide_cell(whole, columns)) is not None:
            entries += wide_entries(wide, place, year)
            if entries and entries[-1].role is not Role.ITEM:
                stack = []
            continue
        day = text_in(whole, columns, Use.DAY)
        if day and day != said_day:
            said_day, stack = day, []
            heading = day_heading(" ".join(day.split()), year) or DayHeading(text=" ".join(day.split()))
            entries.append(Entry(text=day, place=place, role=Role.DAY, day=heading))
        found, above_by = _row_entries(whole, columns, place, stack, above_by, year)
        if found and found[0].text == "" and entries:
            # only a presenter or a note: it belongs to the row above
            entries[-1] = _with_more(entries[-1], found[0])
            continue
        if entries and found and place.page != page and _goes_on(entries[-1], found, whole, columns):
            entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {found[0].text}")
            page = place.page
            continue
        page = place.page
        if only_content(whole, columns):
            # the rows beneath «thảo luận về các nội dung:», under one time and one presenter, are its parts
            opener = opener or next((each for each in entries[-1:] if each.colon), None)
            if opener is not None:
                found = [replace(each, level=opener.level + 1, hours=None, by=None) for each in found]
        else:
            opener = None
        entries += found
    return entries


def _goes_on(before: Entry, found: list[Entry], whole: Whole, columns: Columns) -> bool:
    """The first row of a page that has only words, and these no act, ends the sentence of the page before."""
    others = [column for column in whole if columns.uses.get(column) is not Use.CONTENT]
    bare = not any(whole[column][0].text for column in others) and len(found) == 1 and bool(others)
    text = found[0].text
    return (
        bare
        and before.role is Role.ITEM
        and found[0].sort is Sort.NONE
        and not is_rite(text)
        and len(text) < 60
    )


def _row_entries(
    whole: Whole, columns: Columns, place: Place, stack: list[object], above_by: str | None, year: int | None
) -> tuple[list[Entry], str | None]:
    content = columns.of(Use.CONTENT)
    cells = [whole[column] for column in content if column in whole]
    cells = [each for at, each in enumerate(cells) if each[0] not in [other for other, _ in cells[:at]]]
    times, shared, days = times_in(whole, columns, year)
    by_text, by_shared = by_in(whole, columns)
    by = presenter_cell(by_text, above_by) if by_text else None
    above_by = by or above_by
    number = (
        marked(f"{text_in(whole, columns, Use.NUMBER).strip(' .)')}. x") if columns.of(Use.NUMBER) else None
    )
    length = length_of(whole, columns)
    said = [item for cell, above in cells if not above for item in items_of_cell(cell)]
    parallel = sum(not above for _, above in cells) > 1
    if not said and not any(above for _, above in cells):
        said = elsewhere(whole, columns)
        if said:
            by = None
    entries = list[Entry](days)
    if said and REMARK.match(said[0].text) and not (times and times[0].start):
        return [], above_by
    if not said:
        if by and not by_shared:
            entries.append(Entry(text="", place=place, by=by))
        return (entries if len(entries) == 1 else []), above_by
    tops = [at for at, item in enumerate(said) if item.level == 0]
    by_lines = [line for line in by_text.splitlines() if line.strip()] if by_text else []
    aligned_by = len(tops) > 1 and len(by_lines) == len(tops)
    level = _row_level(number, said[0].mark, times, stack)
    for at, item in enumerate(said):
        rank = tops.index(at) if at in tops else None
        hours, inherited = item.hours, False
        if hours is None and rank is not None and times:
            if len(times) == 1:
                hours, inherited = times[0], shared or (len(tops) > 1 and not parallel)
            elif rank < len(times):
                hours = times[rank]
        own_by = item.by
        if own_by is None and rank is not None:
            own_by = presenter_cell(by_lines[rank]) if aligned_by else by
        elif own_by is None:
            own_by = None
        mark = number if number and number.number and rank == 0 else item.mark
        entries.append(
            Entry(
                text=item.text,
                place=place,
                sort=mark.sort,
                number=mark.number,
                level=level + item.level,
                hours=hours,
                shared=inherited,
                length=length if rank == 0 and len(tops) == 1 else None,
                by=own_by,
                by_shared=own_by is not None
                and item.by is None
                and (by_shared or (len(tops) > 1 and not aligned_by)),
                strong=item.strong,
                colon=item.text.rstrip().endswith(":"),
                venue=text_in(whole, columns, Use.PLACE) or None if rank is not None else None,
                notes="\n".join(
                    part
                    for part in (item.notes, text_in(whole, columns, Use.NOTES) if rank == 0 else "")
                    if part
                ),
                mc="\n".join(
                    part for part in (item.mc, text_in(whole, columns, Use.MC) if rank == 0 else "") if part
                ),
            )
        )
    return entries, above_by


def _row_level(number: Mark | None, mark: Mark, times: list[Hours], stack: list[object]) -> int:
    """How deep a row stands, by its number or, without one, by the bullet of its words."""
    key: object
    if number is not None and number.number:
        key = (number.sort, number.depth)
    elif mark.sort is not Sort.NONE and not times:
        key = (mark.sort, mark.depth)
    else:
        # a row without a mark of its own stands beside the others, at the height of those with hours
        return max(
            (at for at, each in enumerate(stack) if each == "row" or _counts(each)), default=_open(stack)
        )
    if key in stack:
        del stack[stack.index(key) + 1 :]
    elif number is not None and number.number and stack == ["row"]:
        stack[:] = [key]
    else:
        stack.append(key)
    return len(stack) - 1


def _open(stack: list[object]) -> int:
    stack[:] = ["row"]
    return 0


def _counts(key: object) -> bool:
    return isinstance(key, tuple) and key[0] in (Sort.NUMBER, Sort.DECIMAL, Sort.BRACKETED) and not key[1]


def _with_more(entry: Entry, more: Entry) -> Entry:
    if more.by and entry.by and more.by not in entry.by:
        return replace(entry, by=f"{entry.by}; {more.by}")
    return replace(entry, by=entry.by or more.by)


def _has_hours(whole: Whole, columns: Columns) -> bool:
    return any(hours_of_cell(whole[column][0].text) for column in columns.of(Use.TIME) if column in whole)


def _place(table: Table, row: Row) -> Place:
    for cell in row.cells:
        for line in cell.lines:
            place = line.place
            return replace(place, column=None) if place.sheet is None else place
    return replace(table.place, row=row.number)


def texts_of(table: Table) -> list[Line]:
    """All lines of a table, for its words alone."""
    return [line for row in table.rows for cell in row.cells for line in lines_in(cell)]
