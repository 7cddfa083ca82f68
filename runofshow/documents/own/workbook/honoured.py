"""Who receives an award, as the sheet of recipients has them: each row somebody, whoever has sorted or pasted
them.

A name that was typed anew may say more in brackets behind it, as a list of an office does: «Bà Lê Thị Hai
(nhận thay: anh Ba)». One that stands as it was printed is the name, brackets and all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from runofshow.agenda_file.book.columns import SheetKind
from runofshow.agenda_file.book.keys import Key, digest_of_words
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.honoured import entry_of, recipient_fields
from runofshow.agenda_file.wording import line_of
from runofshow.core.award import recipient_of
from runofshow.core.value import replace
from runofshow.documents.own.workbook.cells import Cells, kind_columns
from runofshow.documents.own.workbook.grid import Grid, GridRow

_NAME: Final = kind_columns(SheetKind.RECIPIENTS)["recipient.name"]


def keys_of_people(rows: Sequence[GridRow]) -> list[Key]:
    """What is kept of each row, once the names are with their own again that were sorted or pasted without
    the hidden column. Of rows that were copied the first alone has the id."""
    names = [digest_of_words(line_of(row.cells.get(_NAME.name, ""))) for row in rows]
    whose = [row.key for row in rows]
    once = Counter(key.who for key in whose if key.own_id)
    printed = {key.who: key for key in whose if key.own_id and once[key.who] == 1}
    left = set(printed) - {
        key.who for key, name in zip(whose, names, strict=True) if key.own_id and key.who == name
    }
    found: list[Key] = []
    for key, name in zip(whose, names, strict=True):
        if key.who != name and name in left:
            # this is somebody of another row
            left.discard(name)
            other = printed[name]
            key = replace(key, own_id=other.own_id, own_counted=other.own_counted, who=other.who)
        found.append(key)
    used: set[str] = {key.own_id for key, name in zip(found, names, strict=True) if key.who == name}
    firsts: set[str] = set()
    for at, (key, name) in enumerate(zip(found, names, strict=True)):
        is_theirs = key.who == name or key.own_id not in used
        if key.own_id and is_theirs and key.own_id not in firsts:
            firsts.add(key.own_id)
        else:
            found[at] = replace(key, own_id="", who=key.who if key.who == name else "")
    return found


def recipient_said(grid: Grid, row: GridRow, key: Key, cells: Cells, path: Path) -> Any:
    """Somebody as an agenda file has them; None of a row without a name, which is a complaint where it says
    anything else."""
    said = cells.mapping(grid, row, path)
    if "name" not in said:
        if said:
            cells.complain(grid.place(row.number, _NAME.name), "cell_empty")
        return None
    name = str(said["name"])
    is_printed = key.who == digest_of_words(name)
    read = {} if is_printed else recipient_fields(recipient_of(name))
    told = {field: value for field, value in said.items() if field != "name"}
    return entry_of({**said, **read, **told}, own_id="" if key.own_counted else key.own_id)
