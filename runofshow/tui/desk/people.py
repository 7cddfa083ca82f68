"""Those honoured as lines of a field, one for each, and back; and so those who are waited for.

    Bà Lê Thị Hai (nhận thay: anh Ba); Trạm Y tế phường; Trạm trưởng
    Đồng chí Trần An, Phó Chủ tịch UBND tỉnh; 8h10; 4; 10h45; 8, 9

Name, unit and post stand between semicolons, as they are said; rows of a sheet are pasted as they are, with
their heads (pasted_people.py) or in that order. What a line has no room for (how a name is read, a form of
address, an id) stays with whose line it was.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.honoured import Listed, entry_of, listed_entry, recipient_fields
from runofshow.core.agenda import Recipient
from runofshow.core.award import line_of, recipient_of
from runofshow.tui.desk.pasted_people import pasted_rows

_ORDER = re.compile(r"\d{0,4}\.?", re.ASCII)
_SAID_OF_THE_LINE = frozenset({"name", "unit", "post", "proxy", "posthumous", "absent"})
_YES = frozenset({"true", "yes", "có", "on", "đúng"})


def people_lines(said: object) -> str:
    """The list of the file as lines."""
    rows = said if isinstance(said, list) else []
    return "\n".join(_line(row) for row in rows)


def people_said(text: str, was: object, marks: re.Pattern[str]) -> list[Value]:
    """What the file says of these lines; `was` is the list it had, `marks` what stands before lines of a
    list from elsewhere."""
    rows: Sequence[Any] = was if isinstance(was, list) else []
    same: dict[str, list[Any]] = defaultdict(list)
    named: dict[str, list[Any]] = defaultdict(list)
    rows_of_a_sheet = pasted_rows(text)
    told = text.splitlines() if rows_of_a_sheet is None else rows_of_a_sheet.pieces
    pieces = [_one_line(each, marks) if isinstance(each, str) else each for each in told]
    lines = [each for each in pieces if isinstance(each, str) and each]
    for row in rows:
        same[_line(row)].append(row)
    left = [row for line, alike in same.items() for row in alike[lines.count(line) :]]
    for row in left:
        named[_name(row)].append(row)
    found: list[Value] = []
    for each in pieces:
        if not isinstance(each, str):
            found.append(_listed(each, named))
        elif each:
            found.append(same[each].pop(0) if same.get(each) else _said(each, named))
    return found


def _one_line(line: str, marks: re.Pattern[str]) -> str:
    """A line as it is kept; the cells of a row that was copied from a sheet stand between tabs."""
    if "\t" not in line:
        return " ".join(marks.sub("", line).split())
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    if _ORDER.fullmatch(cells[0]):
        cells = cells[1:]
    while cells and not cells[-1]:
        cells.pop()
    return "; ".join(cell.replace(";", ",") for cell in cells)


def _said(line: str, named: Mapping[str, list[Any]]) -> Value:
    name, unit, post = [*(cell.strip() for cell in line.split(";", 2)), "", ""][:3]
    told = recipient_fields(recipient_of(name)) | {
        key: text for key, text in (("unit", unit), ("post", post)) if text
    }
    alike = named.get(str(told["name"]))
    row = alike.pop(0) if alike else None
    if not isinstance(row, Mapping):
        return entry_of(told)
    kept: dict[str, Any] = {key: value for key, value in row.items() if key not in _SAID_OF_THE_LINE}
    now: dict[str, Any] = {"name": told.pop("name")} | told | kept
    if "note" in told and "note" in kept:
        now["note"] = told["note"]
    return now


def _listed(one: Listed, named: Mapping[str, list[Any]]) -> Value:
    """Somebody of a sheet, with what only the line of theirs says that was there before."""
    told = listed_entry(one)
    alike = named.get(one.name)
    row = alike.pop(0) if alike else None
    if not isinstance(row, Mapping):
        return told
    said = told if isinstance(told, Mapping) else recipient_fields(recipient_of(told))
    return {"name": one.name} | {key: value for key, value in row.items() if key != "name"} | dict(said)


def _name(row: Any) -> str:
    return str(row.get("name", "")) if isinstance(row, Mapping) else recipient_of(str(row)).name


def _line(row: Any) -> str:
    if not isinstance(row, Mapping):
        return " ".join(str(row).split())
    said = {key: " ".join(str(row[key]).split()) for key in _SAID_OF_THE_LINE if row.get(key)}
    one = Recipient(
        "",
        said.get("name", ""),
        proxy=said.get("proxy"),
        posthumous=said.get("posthumous", "").casefold() in _YES,
        absent=said.get("absent", "").casefold() in _YES,
    )
    cells = [line_of(one), said.get("unit", ""), said.get("post", "")]
    while not cells[-1]:
        cells.pop()
    return "; ".join(cells)


_OF_A_LEADER = ("name", "arrives", "for", "leaves", "before_leaving")


def leader_lines(said: object) -> str:
    """Those waited for, as lines: name, when they come, which item waits, when they go and after what."""
    rows = said if isinstance(said, list) else []
    lines = []
    for row in rows:
        cells = [_cell(row.get(key, "")) for key in _OF_A_LEADER] if isinstance(row, Mapping) else [str(row)]
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
        lines.append("; ".join(cells))
    return "\n".join(lines)


def _cell(said: object) -> str:
    return ", ".join(map(str, said)) if isinstance(said, list) else str(said)


def leaders_said(text: str, was: object, marks: re.Pattern[str]) -> list[Value]:
    """What the file says of these lines; an id stays with whose line it was."""
    rows: Sequence[Any] = was if isinstance(was, list) else []
    ids = {str(row["name"]): str(row["id"]) for row in rows if isinstance(row, Mapping) and "id" in row}
    found: list[Value] = []
    for each in text.splitlines():
        cells = [cell.strip() for cell in _one_line(each, marks).split(";", len(_OF_A_LEADER) - 1)]
        said: dict[str, Any] = {key: cell for key, cell in zip(_OF_A_LEADER, cells, strict=False) if cell}
        if "before_leaving" in said:
            named = (item.strip() for item in re.split("[,;]", said["before_leaving"]))
            said["before_leaving"] = [item for item in named if item]
        if said:
            own = ids.pop(said.get("name", ""), None)
            found.append(said if own is None else said | {"id": own})
    return found
