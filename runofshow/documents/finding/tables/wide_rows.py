"""A row whose only words stand in one cell across the table: a day, a section, a break, or a remark."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runofshow.core.value import replace
from runofshow.documents.document import Cell, Place
from runofshow.documents.finding.entry import Entry, Role
from runofshow.documents.finding.lists.marks import Mark, Sort, marked
from runofshow.documents.finding.tables.columns import Columns, Use
from runofshow.documents.finding.times.day_headings import day_heading
from runofshow.documents.finding.times.hours import hours_in, hours_of_cell
from runofshow.documents.finding.wording import is_rite

Whole = Mapping[int, tuple[Cell, bool]]

_SUM = r"\s*(?:[:=\d(]|$)"
TOTAL = re.compile(
    rf"(?:tổng(?: cộng| thời| số|{_SUM})|cộng{_SUM}|total(?: (?:time|duration|minutes?))?{_SUM}"
    r"|\d+\s+mục\W*$)",
    re.IGNORECASE,
)
"""What a row that sums up the others begins with: «Tổng: 3 giờ», «16 mục»."""
REMARK = re.compile(r"(?:ghi chú\s*:|lưu ý\s*:|nguồn\s*:|người lập|ký tên|hết$)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"[\s.…_\-–—*]*")


def wide_cell(whole: Whole, columns: Columns) -> Cell | None:
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


def wide_entries(cell: Cell, place: Place, year: int | None) -> list[Entry]:
    """A row that spans the table: a day, a section, a break with its hours, or a remark."""
    text = " ".join(cell.text.split())
    if TOTAL.match(text) or REMARK.match(text) or _PLACEHOLDER.fullmatch(text):
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
