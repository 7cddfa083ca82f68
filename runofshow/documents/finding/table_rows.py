"""The rows of a table as entries: what each says in the columns of its use, and what rows share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from runofshow.core.value import replace
from runofshow.documents.document import Cell, Line, Place, Row, Table
from runofshow.documents.finding.cell_lines import CellItem, items_of_cell, lines_in
from runofshow.documents.finding.columns import Columns, Use, is_head_again
from runofshow.documents.finding.day_headings import DayHeading, day_heading
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.hours import Hours, hours_in, hours_of_cell, length_in
from runofshow.documents.finding.marks import Mark, Sort, marked
from runofshow.documents.finding.presenters import presenter_cell
from runofshow.documents.finding.wording import is_rite

Whole = Mapping[int, tuple[Cell, bool]]

_TOTAL = re.compile(
    r"(?:tổng(?: cộng| thời| số|$)|cộng\b|total|ghi chú\s*:|lưu ý\s*:|nguồn\s*:|người lập|ký tên|hết$)",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[\s.…_\-–—*]*")


def entries_of_table(table: Table, columns: Columns, year: int | None = None) -> list[Entry]:
    """The entries of a table in their order."""
    entries = list[Entry]()
    stack = list[object]()
    above_by: str | None = None
    said_day: str | None = None
    for at, (row, whole) in enumerate(table.whole_rows()):
        if row.hidden or (at < columns.head and at != columns.head - 1 and not _has_hours(whole, columns)):
            continue
        if at < columns.head or is_head_again(row, whole, columns):
            continue
        place = _place(table, row)
        if (wide := _wide(whole, columns)) is not None:
            entries += _wide_entries(wide, place, year)
            if entries and entries[-1].role is not Role.ITEM:
                stack = []
            continue
        day = _text(whole, columns, Use.DAY)
        if day and day != said_day:
            said_day, stack = day, []
            heading = day_heading(" ".join(day.split()), year) or DayHeading(text=" ".join(day.split()))
            entries.append(Entry(text=day, place=place, role=Role.DAY, day=heading))
        found, above_by = _row_entries(whole, columns, place, stack, above_by, year)
        if found and found[0].text == "" and entries:
            # only a presenter or a note: it belongs to the row above
            entries[-1] = _with_more(entries[-1], found[0])
            continue
        entries += found
    return entries


def _row_entries(
    whole: Whole, columns: Columns, place: Place, stack: list[object], above_by: str | None, year: int | None
) -> tuple[list[Entry], str | None]:
    content = columns.of(Use.CONTENT)
    cells = [whole[column] for column in content if column in whole]
    cells = [each for at, each in enumerate(cells) if each[0] not in [other for other, _ in cells[:at]]]
    times, shared, days = _times(whole, columns, year)
    by_text, by_shared = _by(whole, columns)
    by = presenter_cell(by_text, above_by) if by_text else None
    above_by = by or above_by
    number = (
        marked(f"{_text(whole, columns, Use.NUMBER).strip(' .)')}. x") if columns.of(Use.NUMBER) else None
    )
    length = _length(whole, columns)
    said = [item for cell, above in cells if not above for item in items_of_cell(cell)]
    parallel = sum(not above for _, above in cells) > 1
    if not said and not any(above for _, above in cells):
        said = _elsewhere(whole, columns)
        if said:
            by = None
    entries = list[Entry](days)
    if said and _TOTAL.match(said[0].text) and not (times and times[0].start):
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
                venue=_text(whole, columns, Use.PLACE) or None if rank is not None else None,
                notes="\n".join(
                    part
                    for part in (item.notes, _text(whole, columns, Use.NOTES) if rank == 0 else "")
                    if part
                ),
                mc="\n".join(
                    part for part in (item.mc, _text(whole, columns, Use.MC) if rank == 0 else "") if part
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


def _times(whole: Whole, columns: Columns, year: int | None) -> tuple[list[Hours], bool, list[Entry]]:
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


def _by(whole: Whole, columns: Columns) -> tuple[str, bool]:
    """The presenter's words of a row, and whether they stand in a cell that other rows share."""
    contents = [whole[column][0] for column in columns.of(Use.CONTENT) if column in whole]
    for use in (Use.BY, Use.AIDE):
        for column in columns.of(use):
            if column in whole and whole[column][0].text.strip() and whole[column][0] not in contents:
                cell, above = whole[column]
                return cell.text, above or cell.rows > 1
    return "", False


def _length(whole: Whole, columns: Columns) -> timedelta | None:
    for column in columns.of(Use.LENGTH):
        if column in whole and not whole[column][1]:
            found = length_in(" ".join(whole[column][0].text.split()), clock=True)
            if found:
                return found[0]
    return None


def _text(whole: Whole, columns: Columns, use: Use) -> str:
    """What stands in the columns of a use, a cell that began above left out but for a day."""
    cells = [whole[column] for column in columns.of(use) if column in whole]
    texts = list[str]()
    for cell, above in cells:
        if cell.text and (not above or use is Use.DAY) and cell.text not in texts:
            texts.append(cell.text)
    return "\n".join(texts)


def _elsewhere(whole: Whole, columns: Columns) -> list[CellItem]:
    """A break is often written in another column; the content's cell is empty then."""
    for use in (Use.BY, Use.AIDE, Use.NOTES, Use.MC, Use.PLACE, Use.LENGTH):
        for column in columns.of(use):
            if column in whole and not whole[column][1] and is_rite(" ".join(whole[column][0].text.split())):
                return items_of_cell(whole[column][0])
    return []


def _wide(whole: Whole, columns: Columns) -> Cell | None:
    """The only cell of a row that says something, numbers aside, where it is no content of its own row."""
    cells = list[Cell]()
    for column, (cell, above) in whole.items():
        if (
            cell.text.strip()
            and not above
            and columns.uses.get(column) is not Use.NUMBER
            and cell not in cells
        ):
            cells.append(cell)
    if len(cells) != 1:
        return None
    cell = cells[0]
    covers = {columns.uses.get(column) for column in range(cell.column, cell.column + cell.columns)}
    if any(above and cell.text for cell, above in whole.values()):
        # the others of its row began above, as a time that spans rows does
        return None
    if covers & {Use.CONTENT} and cell.columns == 1 and len(whole) > 1:
        numbered = any(
            columns.uses.get(column) is Use.NUMBER and its.text for column, (its, _) in whole.items()
        )
        text = " ".join(cell.text.split())
        return cell if cell.lines and (day_heading(text) or (not numbered and _heads(cell))) else None
    if covers <= {Use.TIME} and hours_of_cell(cell.text):
        return None
    return cell


def _heads(cell: Cell) -> bool:
    """Bold capitals over a row without time: a heading."""
    text = cell.text.strip()
    return len(cell.lines) == 1 and len(text) < 90 and text.isupper()


def _wide_entries(cell: Cell, place: Place, year: int | None) -> list[Entry]:
    """A row that spans the table: a day, a section, a break with its hours, or a remark."""
    text = " ".join(cell.text.split())
    if _TOTAL.match(text) or _PLACEHOLDER.fullmatch(text):
        return []
    day = day_heading(marked(text).rest, year)
    if day is not None and not (is_rite(day.rest) and day.hours):
        return [Entry(text=text, place=place, role=Role.DAY, hours=day.hours, day=day)]
    hours = hours_in(text) or hours_of_cell(text)
    words = hours.rest if hours and hours.start else text
    mark = marked(words)
    entry = Entry(text=mark.rest, place=place, sort=mark.sort, number=mark.number, hours=hours, strong=True)
    if hours and hours.start and mark.rest:
        if _is_section(mark):
            return [replace(entry, role=Role.SECTION)]
        return [entry]
    if _is_section(mark) or not _is_pause(mark.rest):
        return [replace(entry, role=Role.SECTION)]
    return [entry]


def _is_section(mark: Mark) -> bool:
    return (
        mark.sort in (Sort.ROMAN, Sort.UPPER)
        or re.match(r"(?:phần|phiên|session|part)\b", mark.rest, re.IGNORECASE) is not None
    )


def _is_pause(text: str) -> bool:
    """What stands alone across a table and is done: a break, a meal, the end."""
    return (
        re.match(
            r"(?:giải lao|nghỉ|ăn (?:trưa|tối|sáng)|cơm|tiệc|tea|coffee|lunch|dinner|break|bế mạc"
            r"|kết thúc|chụp ảnh|văn nghệ"
            r"|chào cờ|liên hoan|thảo luận|q&a|đón tiếp)",
            text,
            re.IGNORECASE,
        )
        is not None
    )


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
