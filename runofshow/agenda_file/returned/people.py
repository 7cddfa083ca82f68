"""Those honoured, as a person accepted it: each list of the file in its new order, every line that stays left
as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from runofshow.agenda_file.editing.edits import put_all
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.honoured import entry_of, recipient_fields
from runofshow.agenda_file.returned.changes import Change, ChangeKind
from runofshow.agenda_file.returned.rows import AWARDED, RECIPIENTS, Row, RowKey
from runofshow.core.award import recipient_of

_MADE = ("batch", "list", RECIPIENTS)
"""Keys of an award from which batches and their people are made."""
PathOf = Callable[[RowKey], Path]


def with_batches(
    source: Written, mine: Sequence[Row], accepted: Iterable[Change], path_of: PathOf
) -> Written:
    """With the batches written down that the file only counts, where one of them is changed."""
    parts: dict[RowKey, list[Row]] = defaultdict(list)
    for row in mine:
        if row.listed == "parts" and source.node(path_of(row.key)) is None:
            parts[row.holder].append(row)
    if not parts:
        return source
    heading = {row.key: row.holder for rows in parts.values() for row in rows}
    heading |= {row.key: heading[row.holder] for row in mine if row.holder in heading}
    touched: set[RowKey] = set()
    for change in accepted:
        is_of_heading = change.row in parts and change.path in (("award",), AWARDED)
        touched |= {change.row} if is_of_heading else set()
        touched |= {heading[key] for key in (change.row, change.holder) if key in heading}
        touched |= {change.holder} if change.listed in ("parts", RECIPIENTS) else set()
    puts: list[tuple[Path, Any]] = []
    for key in touched & parts.keys():
        path = path_of(key)
        puts.append(((*path, "parts"), [row.new for row in parts[key]]))
        puts += _without(source, (*path, "award"), _MADE)
    return put_all(source, puts)


def with_people(source: Written, mine: Sequence[Row], accepted: Iterable[Change], path_of: PathOf) -> Written:
    """With those honoured in their new lists, as they are told now."""
    ours = [change for change in accepted if change.row[0] == "recipient"]
    if not ours:
        return source
    lists: dict[RowKey, list[RowKey]] = defaultdict(list)
    said: dict[RowKey, Any] = {}
    written: dict[RowKey, Any] = {}
    for row in mine:
        if row.listed != RECIPIENTS:
            continue
        if row.holder not in written:
            written[row.holder] = source.value((*path_of(row.holder), *AWARDED)) or ()
        place, rows = len(lists[row.holder]), written[row.holder]
        said[row.key] = rows[place] if place < len(rows) else row.new
        lists[row.holder].append(row.key)
    at_home = {key: holder for holder, keys in lists.items() for key in keys}
    before = {holder: [(key, said[key]) for key in keys] for holder, keys in lists.items()}
    for change in ours:
        match change.kind:
            case ChangeKind.SAYS:
                said[change.row] = _with(said[change.row], str(change.path[0]), change.after)
            case ChangeKind.NEW | ChangeKind.MOVED:
                if change.kind is ChangeKind.NEW:
                    said[change.row] = change.after
                else:
                    lists[at_home[change.row]].remove(change.row)
                keys = lists[change.holder]
                keys.insert(
                    next((keys.index(key) + 1 for key in change.behind if key in keys), 0), change.row
                )
                at_home[change.row] = change.holder
    for change in ours:
        if change.kind is ChangeKind.GONE:
            lists[at_home[change.row]].remove(change.row)
    puts: list[tuple[Path, Any]] = []
    for holder, keys in lists.items():
        if [(key, said[key]) for key in keys] == before.get(holder):
            continue
        award = (*path_of(holder), "award")
        if keys:
            puts.append(((*award, RECIPIENTS), [said[key] for key in keys]))
            puts += [((*award, "list"), None)]
        else:
            puts += _without(source, award, (RECIPIENTS, "list"))
    return put_all(source, puts)


def _with(said: Any, field: str, value: Any) -> Any:
    """What is said of somebody, with this field; a line of text stays one where it can say it."""
    is_line = isinstance(said, str)
    fields = {**(recipient_fields(recipient_of(said)) if is_line else said), field: value}
    told = {key: each for key, each in fields.items() if each is not None}
    return entry_of(told) if is_line else told


def _without(source: Written, award: Path, keys: Sequence[str]) -> list[tuple[Path, Any]]:
    """What takes these keys out of an award, and the award where it holds nothing else."""
    held = source.value(award)
    if isinstance(held, Mapping) and not set(held) - set(keys):
        return [(award, None)]
    return [((*award, key), None) for key in keys]
