"""An agenda as lists of rows with their ids: sessions, items, parts, cues, those honoured, tracks, duties.

Both the agenda in use and the paper become such rows, each with what `agenda_entry` says of it, so that two
that say the same are equal however their files spell it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.honoured import recipient_fields
from runofshow.core.agenda import Agenda, Item
from runofshow.core.award import recipient_of

RowKey = tuple[str, str]
"""What sort of row it is and its id: ("item", "m3"), ("cue", "m3.c1"); a new one's id begins with `+`."""
Entry = Mapping[str, Any]


class Row(Struct, frozen=True):
    """One row of a list."""

    key: RowKey
    said: Entry
    """What the agenda file says of it, without the lists that it holds."""
    holder: RowKey
    """The row that has the list in which it stands; `WHOLE` for the agenda."""
    listed: str
    """The key of that list."""
    new: Any
    """What to write where it is new."""
    lists_cues: bool = False
    """An item whose cues are the plan's, and not assumed."""

    @property
    def title(self) -> str:
        return next((str(self.said[key]) for key in _NAMES if self.said.get(key)), "")


WHOLE: RowKey = ("agenda", "")
RECIPIENTS: Final = "recipients"
"""The list of an award, whose rows are its item's."""
_NAMES: Final = ("title", "text", "what", "name")
_LISTS: Final = frozenset({"items", "parts", "cues", "sessions", "tracks", "duties", "signals", "leaders"})


def sessions_of(entry: Entry) -> Sequence[Entry]:
    """The sessions; a single one without a title has the hours of the head."""
    if "sessions" in entry:
        found: Sequence[Entry] = entry["sessions"]
        return found
    return [{key: entry[key] for key in ("start", "hard_out", "items") if key in entry}]


AWARDED: Final = ("award", RECIPIENTS)
"""Where that list is, from its item."""


def rows_in_use(agenda: Agenda, entry: Entry) -> list[Row]:
    """The rows of the agenda in use, each before those that it holds."""
    ids: dict[Path, str] = {}
    for number, session in enumerate(agenda.sessions):
        ids["sessions", number] = session.session_id
        for path, item in _items(session.items, ("sessions", number, "items")):
            ids[path] = item.item_id
            ids |= {(*path, "cues", at): cue.cue_id for at, cue in enumerate(item.cues)}
            people = () if item.award is None else item.award.recipients
            ids |= {(*path, *AWARDED, at): one.recipient_id for at, one in enumerate(people)}
    return list(_rows(entry, entry, ids))


def rows_returned(entry: Entry, tree: Entry, ids: Mapping[Path, str]) -> list[Row]:
    """The same of a paper: `tree` is what it says, `entry` that as `agenda_entry` has it."""
    is_single = "sessions" not in tree
    below = {
        (("sessions", 0, *path) if is_single and path[:1] in ((), ("items",)) else path): row_id
        for path, row_id in ids.items()
    }
    return list(_rows(entry, tree, below))


def _items(items: Sequence[Item], above: Path) -> Iterator[tuple[Path, Item]]:
    for at, item in enumerate(items):
        yield (*above, at), item
        yield from _items(item.parts, (*above, at, "parts"))


def _rows(entry: Entry, tree: Entry, ids: dict[Path, str]) -> Iterator[Row]:
    count = Counter[str]()

    def key(sort: str, path: Path) -> RowKey:
        if path in ids:
            return sort, ids[path]
        count[sort] += 1
        return sort, f"+{count[sort]}"

    def row(sort: str, path: Path, said: Entry, new: Entry, holder: RowKey) -> Row:
        return Row(key(sort, path), _plain(said), holder, str(path[-2]), new, "cues" in said)

    def items(said: Sequence[Entry], new: Sequence[Entry], above: Path, holder: RowKey) -> Iterator[Row]:
        for at, (one, its) in enumerate(zip(said, new, strict=True)):
            path = (*above, at)
            if "parts" in one and "parts" not in its:
                # the paper says how many come up at once, and the agenda has a part for each batch
                _divide(ids, path, one["parts"])
                its = one
            made = row("item", path, one, {name: its[name] for name in its if name != "parts"}, holder)
            yield made
            cues = one.get("cues", ())
            for number, cue in enumerate(cues):
                yield row("cue", (*path, "cues", number), cue, cue, made.key)
            for number, somebody in enumerate(one.get("award", {}).get(RECIPIENTS, ())):
                told = _fields(somebody)
                yield Row(key("recipient", (*path, *AWARDED, number)), told, made.key, RECIPIENTS, somebody)
            yield from items(one.get("parts", ()), its.get("parts", ()), (*path, "parts"), made.key)

    for number, (said, new) in enumerate(zip(sessions_of(entry), sessions_of(tree), strict=True)):
        path: Path = ("sessions", number)
        made = row("session", path, said, _plain(new), WHOLE)
        yield made
        yield from items(said["items"], new["items"], (*path, "items"), made.key)
    for listed, sort in (("tracks", "track"), ("duties", "duty"), ("leaders", "leader")):
        seen = Counter[str]()
        for said in entry.get(listed, ()):
            name = str(said["id"] if sort == "track" else said.get("what") or said["name"])
            seen[name] += 1
            found = name if seen[name] == 1 else f"{name} {seen[name]}"
            yield Row((sort, found), _plain(said), WHOLE, listed, said)


def _plain(said: Entry) -> dict[str, Any]:
    """Without what is listed as rows of its own."""
    plain = {key: value for key, value in said.items() if key not in _LISTS}
    if "award" in plain:
        plain["award"] = {key: value for key, value in said["award"].items() if key != RECIPIENTS}
    return plain


def _fields(said: str | Entry) -> Entry:
    """Somebody who is honoured, field by field."""
    if isinstance(said, str):
        return recipient_fields(recipient_of(said))
    return {key: value for key, value in said.items() if key != "id"}


def _divide(ids: dict[Path, str], path: Path, parts: Sequence[Entry]) -> None:
    """Give the ids of an item's recipients to those of its batches."""
    number = 0
    for at, part in enumerate(parts):
        for place in range(len(part.get("award", {}).get(RECIPIENTS, ()))):
            if (found := ids.pop((*path, *AWARDED, number), None)) is not None:
                ids[(*path, "parts", at, *AWARDED, place)] = found
            number += 1
