"""What a planner does with a programme: items nested, ordered, split and joined; sessions; guesses.

A path is that of an item: ("items", 2), ("sessions", 0, "items", 2, "parts", 1). Every function gives the
text as changed, and those that move something where it stands then. NotEdited: it cannot be done there.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import timedelta
from itertools import chain
from typing import Any

from runofshow.agenda_file.editing.edits import NotEdited, change, drop, insert, move, put
from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.editing.spans import colon_end, comments_above, line_end
from runofshow.agenda_file.editing.splicing import NoSplice, Splice, Splicer
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import NotationError, read_length, write_length
from runofshow.agenda_file.tree import Listing
from runofshow.agenda_file.tree import Mapping as Block

Edited = tuple[Written, Path]


def item_paths(source: Written) -> list[Path]:
    """Every item and part, top to bottom."""
    found: list[Path] = []
    for level in levels(source):
        for index, item in enumerate(_rows(source, level)):
            found.append((*level, index))
            parts = item.get("parts") if isinstance(item, dict) else None
            found += [
                (*level, index, "parts", at) for at in range(len(parts) if isinstance(parts, list) else 0)
            ]
    return found


def comment_of(source: Written, path: Path) -> str:
    """The comment above an item; empty when there is none. An import says there where it was read."""
    holder, level = source.node(path[:-2]), source.node(path[:-1])
    entry = holder.find(str(path[-2])) if isinstance(holder, Block) else None
    if entry is None or not isinstance(level, Listing):
        return ""
    floor = line_end(source.text, colon_end(source.text, entry[0]))
    return "\n".join(comments_above(source.text, level, int(path[-1]), floor))


def levels(source: Written) -> list[Path]:
    """The list of items of each session."""
    sessions = source.data.get("sessions")
    if isinstance(sessions, list):
        return [("sessions", number, "items") for number in range(len(sessions))]
    return [("items",)]


def add(source: Written, beside: Path | None, item: Mapping[str, Value], *, before: bool = False) -> Edited:
    """A new item behind the one at `beside`, or in front of it; as the last of all where nothing is named.
    `beside` may be a list of items, which it then ends."""
    if beside is None:
        beside = levels(source)[-1]
    if isinstance(beside[-1], str):
        level, index = beside, len(_rows(source, beside))
    else:
        level, index = beside[:-1], int(beside[-1]) + (not before)
    return insert(source, level, index, item), (*level, index)


def shift(source: Written, path: Path, by: int) -> Edited:
    """One place up (-1) or down (1) on its level; past the end of a session into its neighbour."""
    level, index = path[:-1], int(path[-1])
    place = index + (2 if by > 0 else -1)
    if 0 <= place <= len(_rows(source, level)):
        return move(source, path, level, place)
    tops = levels(source)
    at = tops.index(level) + by if level in tops else -1
    if not 0 <= at < len(tops):
        raise NotEdited(path)
    return move(source, path, tops[at], 0 if by > 0 else len(_rows(source, tops[at])))


def nest(source: Written, path: Path) -> Edited:
    """Under the item before it, as its last part. What has parts of its own becomes no part."""
    above, index = path[:-1], int(path[-1])
    if above[-1] == "parts" or not index or source.value((*path, "parts")):
        raise NotEdited(path)
    parts: Path = (*above, index - 1, "parts")
    return move(source, path, parts, len(_rows(source, parts)))


def take_out(source: Written, path: Path) -> Edited:
    """Out of its heading, to stand behind it."""
    if path[-2] != "parts":
        raise NotEdited(path)
    heading = path[:-2]
    return move(source, path, heading[:-1], int(heading[-1]) + 1)


def split(source: Written, path: Path, first: str, second: str) -> Edited:
    """Two items of one: the second has the further kinds, and half of a length that is written."""
    item = source.value(path)
    if not isinstance(item, dict) or item.get("parts"):
        raise NotEdited(path)
    also = item.get("also")
    further = [str(kind) for kind in also] if isinstance(also, list) else []
    kind, *rest = further or [str(item.get("kind", "other"))]
    new: dict[str, Value] = {"title": second, "kind": kind}
    if rest:
        new["also"] = rest
    if by := item.get("by"):
        new["by"] = str(by)
    done = put(source, (*path, "title"), first)
    if further:
        done = drop(done, (*path, "also"))
    if length := _length(item):
        half = timedelta(minutes=length / timedelta(minutes=2) // 1)
        if half:
            new["duration"] = write_length(length - half)
            done = put(done, (*path, "duration"), write_length(half))
    return add(done, path, new)


def join(source: Written, path: Path) -> Written:
    """The item with the one behind it on its level: the words of both, the second's kind as a further one."""
    level, index = path[:-1], int(path[-1])
    first, second = source.value(path), source.value((*level, index + 1))
    if (
        not isinstance(first, dict)
        or not isinstance(second, dict)
        or bool(first.get("parts")) != bool(second.get("parts"))
    ):
        raise NotEdited(path)
    done = source
    for key, value in _joined(first, second).items():
        done = put(done, (*path, key), value)
    return drop(done, (*level, index + 1))


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Value]:
    """What of the first is another then."""
    new: dict[str, Value] = {}
    for key, between in (("title", "; "), ("by", "; "), ("mc", "\n"), ("notes", "\n"), ("backdrop", "\n")):
        said = dict.fromkeys(str(item[key]).strip() for item in (first, second) if item.get(key))
        new[key] = between.join(said)
    kinds = [*first.get("also", []), second.get("kind", "other"), *second.get("also", [])]
    new["also"] = [*dict.fromkeys(kind for kind in kinds if kind not in (first.get("kind"), "other"))]
    lengths = (_length(first), _length(second))
    if lengths[0] and lengths[1]:
        new["duration"] = write_length(lengths[0] + lengths[1])
    if second.get("until"):
        new["until"] = second["until"]
    for key in ("cues", "parts", "guessed", "doubts"):
        new[key] = [
            *first.get(key, []),
            *(each for each in second.get(key, []) if each not in first.get(key, [])),
        ]
    for key in ("award", "handin", "protected", "clock"):
        new[key] = first.get(key, second.get(key, ""))
    return {key: value for key, value in new.items() if value and value != first.get(key)}


def _length(item: dict[str, Any]) -> timedelta | None:
    try:
        return read_length(str(item["duration"]), bare_minutes=True) if item.get("duration") else None
    except NotationError:
        return None


def into_sessions(source: Written, title: str) -> Written:
    """The single session's items under a session of this title, its hours with it."""
    if "sessions" in source.data:
        return source
    will: dict[str, Any] = deepcopy(source.data)
    hours: dict[str, Any] = {key: will.pop(key) for key in ("start", "hard_out") if key in will}
    session: dict[str, Any] = {"title": title, **hours, "items": will.pop("items", [])}
    will["sessions"] = [session]

    def splices(splicer: Splicer) -> list[Splice]:
        gone = chain(*(splicer.drop((key,)) for key in ("items", *hours)))
        try:
            items: Value = splicer.kept(("items",))
        except NoSplice:
            items = session["items"]
        return [*gone, *splicer.put(("sessions",), [{**session, "items": items}])]

    return change(source, will, splices)


def add_session(source: Written, session: Mapping[str, Value], first_title: str) -> Edited:
    """A further session behind all others; a single one is then called `first_title`."""
    done = into_sessions(source, first_title)
    sessions = done.data["sessions"]
    assert isinstance(sessions, list)
    made: dict[str, Value] = {**session, "items": session.get("items", [])}
    return insert(done, ("sessions",), len(sessions), made), ("sessions", len(sessions))


def settle(source: Written, path: Path, name: str) -> Written:
    """The guess of that name at `path`, an item or () for the agenda, is settled."""
    guessed = source.value((*path, "guessed"))
    if not isinstance(guessed, list) or name not in guessed:
        return source
    rest = [str(each) for each in guessed if each != name]
    return put(source, (*path, "guessed"), rest) if rest else drop(source, (*path, "guessed"))


def _rows(source: Written, level: Path) -> list[Any]:
    found = source.value(level)
    return found if isinstance(found, list) else []
