"""What a paper of ours changes in the agenda in use, so that a person can take or leave each change.

What such a paper does not hold changes nothing. New, moved and gone rows are told once, fields one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.book.columns import COLUMNS
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.returned.pairing import paired
from runofshow.agenda_file.returned.rows import (
    RECIPIENTS,
    WHOLE,
    Entry,
    Row,
    RowKey,
    rows_in_use,
    rows_returned,
)
from runofshow.agenda_file.revision import steady
from runofshow.core.agenda import Agenda
from runofshow.core.value import replace

_DAY: Final = ("date", "period", "tentative")
"""Changed as one: two of them can stand together."""
_NESTED: Final = frozenset({"award", "handin", "crew"})
_OF_ROWS: Final = frozenset(
    {"items", "sessions", "parts", "tracks", "duties", "leaders", "start", "hard_out"}
)


_STANDS: Final = {
    key: at
    for at, key in enumerate(
        dict.fromkeys(column.path[0] for columns in COLUMNS.values() for column in columns if column.path)
    )
}
"""Fields are told in the order of their columns."""


Carries = Mapping[str, frozenset[str]]
"""The keys that a paper holds, by the mapping that has them."""


class ChangeKind(StrEnum):
    SAYS = "says"
    """A field says something else, or nothing any more."""
    NEW = "new"
    MOVED = "moved"
    GONE = "gone"


class Change(Struct, frozen=True, kw_only=True):
    """One change of one row, or of the head."""

    kind: ChangeKind
    row: RowKey
    """As the agenda in use has it, or new."""
    title: str
    """Of the row; empty of the head."""
    above: str = ""
    """Of what the row belongs to, where that has to be told."""
    path: Path = ()
    """Of the field, from the row."""
    before: Any = None
    after: Any = None
    """The field as `agenda_entry` has it; None where it says nothing. Of a new row all that it says; of
    one that is gone, before, how many cues go with it."""
    holder: RowKey = WHOLE
    """Of a new or a moved row: the one it stands in then."""
    listed: str = ""
    behind: tuple[RowKey, ...] = ()
    """The rows before it then, the nearest first."""
    follows: str = ""
    """The title of the nearest."""


def changes(
    agenda: Agenda,
    entry: Entry,
    returned: Agenda,
    returned_entry: Entry,
    *,
    tree: Entry,
    ids: Mapping[Path, str],
    carries: Carries,
) -> tuple[Change, ...]:
    """What the paper changes. `agenda` and `returned` are the agenda in use and that of the paper, with their
    entries (`agenda_entry`); `tree`, `ids` and `carries` are what the paper says (documents/own/said.py)."""
    mine, theirs = rows_in_use(agenda, entry), rows_returned(returned_entry, tree, ids)
    pairs = paired(agenda, returned, mine, theirs)
    theirs = [_named(row, pairs) for row in theirs]
    carried = _carried(carries)
    theirs = [row for row in theirs if carried(row)]
    mine = [row for row in mine if carried(row)]
    found = list(_of_head(entry, returned_entry, carries))
    found += _of_rows(mine, theirs, carries)
    return tuple(found)


def _carried(carries: Carries) -> Callable[[Row], bool]:
    """Whether a paper that holds these keys has such a row."""
    whole, item = carries.get("agenda", frozenset()), carries.get("item", frozenset())

    def is_carried(row: Row) -> bool:
        match row.listed:
            case "sessions" | "items":
                return bool({"items", "sessions"} & whole)
            case "parts" | "cues":
                return row.listed in item
            case "recipients":
                return row.listed in carries.get("award", frozenset())
        return row.listed in whole

    return is_carried


def _named(row: Row, pairs: Mapping[RowKey, RowKey]) -> Row:
    """The row with the keys of the agenda in use; one that is new there has a key that nothing has."""

    def name(key: RowKey) -> RowKey:
        if key in pairs or key == WHOLE:
            return pairs.get(key, key)
        return key[0], key[1] if key[1].startswith("+") else f"+{key[1]}"

    return replace(row, key=name(row.key), holder=name(row.holder))


# What differs


def _of_head(entry: Entry, returned: Entry, carries: Carries) -> Iterator[Change]:
    carried = carries["agenda"]

    def says(path: Path, before: Any, after: Any) -> Change:
        return Change(kind=ChangeKind.SAYS, row=WHOLE, title="", path=path, before=before, after=after)

    if "date" in carried:
        before, after = ({key: each[key] for key in _DAY if key in each} for each in (entry, returned))
        if before != after:
            yield says(("date",), before, after)
    keys = [key for key in {**entry, **returned} if key in carried - _OF_ROWS - {*_DAY}]
    for key in keys:
        yield from (says(*each) for each in _differing(key, entry, returned, carries))


def _differing(key: str, mine: Entry, theirs: Entry, carries: Carries) -> Iterator[tuple[Path, Any, Any]]:
    """The fields under a key that differ, with what they say: one for each that is nested."""
    before, after = mine.get(key), theirs.get(key)
    if before == after:
        return
    if key in _NESTED and isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in {**before, **after}:
            if name in carries.get(key, frozenset()) and before.get(name) != after.get(name):
                yield (key, name), before.get(name), after.get(name)
    elif key == "crew":
        for name, said in (before or after or {}).items():
            yield (key, name), said if before else None, said if after else None
    else:
        yield (key,), before, after


def _of_rows(mine: Sequence[Row], theirs: Sequence[Row], carries: Carries) -> Iterator[Change]:
    old = {row.key: row for row in mine}
    levels: dict[tuple[RowKey, str], list[Row]] = defaultdict(list)
    for row in theirs:
        levels[row.holder, row.listed].append(row)
    at = {row.key: number for number, row in enumerate(mine)}
    settled: set[RowKey] = set()
    for (holder, listed), level in levels.items():
        at_home = [row for row in level if row.key in old and _home(old[row.key]) == (holder, listed)]
        kept = steady([at[row.key] for row in at_home])
        settled |= {row.key for row in at_home if at[row.key] in kept}
    whole_cues, whole_awards = _whole_cues(mine, theirs), _whole_awards(mine, theirs)
    wholes: dict[str, Set[RowKey]] = {"cue": whole_cues.keys(), "recipient": whole_awards.keys()}
    titles = {row.key: row.title for row in (*mine, *theirs)}

    def above(row: Row) -> str:
        return titles.get(row.holder, "") if row.key[0] in wholes else ""

    def placed(kind: ChangeKind, row: Row, title: str, after: Any = None) -> Change:
        level = levels[row.holder, row.listed]
        before = level[: [each.key for each in level].index(row.key)][::-1]
        return Change(
            kind=kind,
            row=row.key,
            title=title,
            above=above(row),
            after=after,
            holder=row.holder,
            listed=row.listed,
            behind=tuple(each.key for each in before),
            follows=before[0].title if before else "",
        )

    one_by_one = [row for row in theirs if row.holder not in wholes.get(row.key[0], ())]
    # somebody who is called up in a new item comes in with it
    one_by_one = [row for row in one_by_one if row.listed != RECIPIENTS or row.holder in old]
    for row in one_by_one:
        if row.key not in old:
            if row.key[0] != "cue" or row.holder in old:  # a cue of a new item comes in with it
                yield placed(ChangeKind.NEW, row, row.title, row.new)
            continue
        was = old[row.key]
        if row.key not in settled:
            yield placed(ChangeKind.MOVED, row, was.title)
        differing = [
            each
            for key in sorted({**was.said, **row.said}, key=lambda key: _STANDS.get(key, len(_STANDS)))
            if key in carries.get(row.key[0], frozenset()) - {"id"}
            for each in _differing(key, was.said, row.said, carries)
            if key != "award" or row.key not in whole_awards or "award" in was.said.keys() & row.said.keys()
        ]
        if row.key in whole_cues:
            differing.append((("cues",), *whole_cues[row.key]))
        if row.key in whole_awards:
            differing.append(whole_awards[row.key])
        for path, before, after in differing:
            yield Change(
                kind=ChangeKind.SAYS,
                row=row.key,
                title=was.title,
                above=above(row),
                path=path,
                before=before,
                after=after,
            )
    stays = {row.key for row in one_by_one}
    for row in mine:
        is_with_its_item = row.key[0] in wholes and (
            row.holder in wholes[row.key[0]] or row.holder not in stays
        )
        if row.key not in stays and not is_with_its_item:
            cues = sum(each.holder == row.key and each.key[0] == "cue" for each in mine)
            yield Change(
                kind=ChangeKind.GONE, row=row.key, title=row.title, above=above(row), before=cues or None
            )


def _home(row: Row) -> tuple[RowKey, str]:
    return row.holder, row.listed


def _whole_cues(
    mine: Sequence[Row], theirs: Sequence[Row]
) -> dict[RowKey, tuple[list[Entry] | None, list[Entry] | None]]:
    """The items whose cues are listed on one side alone, or on one side are none: with both lists."""

    def lists(rows: Sequence[Row]) -> dict[RowKey, list[Entry] | None]:
        found: dict[RowKey, list[Entry] | None] = {
            row.key: [] if row.lists_cues else None for row in rows if row.key[0] == "item"
        }
        for row in rows:
            if row.key[0] == "cue":
                held = found[row.holder]
                assert held is not None
                held.append(row.said)
        return found

    here, there = lists(mine), lists(theirs)
    return {
        key: (here[key], there[key])
        for key in here.keys() & there.keys()
        if here[key] != there[key] and not (here[key] and there[key])
    }


def _whole_awards(mine: Sequence[Row], theirs: Sequence[Row]) -> dict[RowKey, tuple[Path, Any, Any]]:
    """The items that have an award, or somebody honoured by it, on one side alone: what is said of them."""

    def awards(rows: Sequence[Row]) -> dict[RowKey, Any]:
        return {row.key: row.new.get("award") for row in rows if row.key[0] == "item"}

    def listed(rows: Sequence[Row]) -> dict[RowKey, list[Any]]:
        found: dict[RowKey, list[Any]] = defaultdict(list)
        for row in rows:
            if row.listed == RECIPIENTS:
                found[row.holder].append(row.new)
        return found

    here, there, were, are = awards(mine), awards(theirs), listed(mine), listed(theirs)
    found: dict[RowKey, tuple[Path, Any, Any]] = {}
    for key in here.keys() & there.keys():
        before, after = here[key], there[key]
        if (before is None) != (after is None):
            found[key] = (("award",), before, after)
        elif before is not None and bool(were[key]) != bool(are[key]):
            found[key] = (("award", RECIPIENTS), were[key] or None, are[key] or None)
    return found
