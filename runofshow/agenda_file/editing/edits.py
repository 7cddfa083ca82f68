"""The edits of an agenda's text. Each is read back: the text then says what it was to say, or is not changed.

Where so precise a change cannot be made (an alias, a key in an unusual place), the nearest thing around it is
written anew, which loses no more than the comments inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import chain
from typing import Any

from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.editing.rendering import Value, plain_of
from runofshow.agenda_file.editing.splicing import NoSplice, Splice, Splicer, spliced
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.tree import read_tree


class NotEdited(ValueError):
    """The edit makes no sense there: nothing is at its path, or a thing would hold itself."""


def put(source: Written, path: Path, value: Value) -> Written:
    """With `value` at `path`, made there with all that holds it."""
    will = deepcopy(source.data)
    _put(will, path, plain_of(value))
    return _edited(source, will, path, lambda splicer: splicer.put(path, value))


def drop(source: Written, path: Path) -> Written:
    """Without the key or the element at `path`."""
    if source.node(path) is None:
        raise NotEdited(path)
    will = deepcopy(source.data)
    holder = _at(will, path[:-1])
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
    else:
        del holder[path[-1]]
    return _edited(source, will, path[:-1], lambda splicer: splicer.drop(path))


def put_all(source: Written, values: Sequence[tuple[Path, Value | None]]) -> Written:
    """As `put`, or `drop` where the value is None, for each of these: in one pass where none is in the way of
    another. What is to be dropped and is not there stays so."""
    wanted = [(path, value) for path, value in values if value is not None or source.node(path) is not None]
    if len(wanted) > 1:
        will = deepcopy(source.data)
        splicer = Splicer(source)
        splices: list[Splice] = []
        try:
            for path, value in wanted:
                if value is None:
                    del _at(will, path[:-1])[path[-1]]
                    splices += splicer.drop(path)
                else:
                    _put(will, path, plain_of(value))
                    splices += splicer.put(path, value)
            done = _read_as(spliced(source.text, splices), will)
        except (NoSplice, AssertionError, LookupError, ValueError, TypeError):
            done = None
        if done is not None:
            return done
    for path, value in wanted:
        source = drop(source, path) if value is None else put(source, path, value)
    return source


def insert(source: Written, path: Path, index: int, value: Value) -> Written:
    """With `value` in the list at `path`, which may be missing, before the element at `index`."""
    will = deepcopy(source.data)
    _list(will, path).insert(index, plain_of(value))
    return _edited(source, will, path, lambda splicer: splicer.insert(path, index, value))


def move(source: Written, path: Path, target: Path, index: int) -> tuple[Written, Path]:
    """With the element at `path` in the list at `target`, before what is at `index` there now.

    Gives its new path too. Parts that are all gone leave no empty list.
    """
    if source.node(path) is None or target[: len(path)] == path:
        raise NotEdited(path)
    above, place = path[:-1], path[-1]
    if target == above and index in (place, int(place) + 1):
        return source, path
    will: Any = deepcopy(source.data)
    held: Any = _at(will, above)
    taken = held[place]
    held[place] = _TAKEN
    _list(will, target).insert(index, taken)
    held.remove(_TAKEN)
    is_emptied = not held and above[-1] == "parts"
    if is_emptied:
        del _at(will, above[:-1])["parts"]
    gone = above if is_emptied else path

    def splices(splicer: Splicer) -> list[Splice]:
        return [*splicer.drop(gone), *splicer.insert(target, index, splicer.kept(path))]

    shared = 0
    while shared < min(len(above), len(target)) and above[shared] == target[shared]:
        shared += 1
    done = _edited(source, will, above[:shared], splices)
    return done, next(way for way, each in _ways(will, ()) if each is taken)


def change(source: Written, will: dict[str, Any], splices: Callable[[Splicer], list[Splice]]) -> Written:
    """The text changed by splices of one's own to say `will`."""
    return _edited(source, will, (), splices)


_TAKEN = object()


def _edited(source: Written, will: Any, path: Path, splices: Callable[[Splicer], list[Splice]]) -> Written:
    splicer = Splicer(source)
    ways = chain(
        [splices],
        (_anew(will, path[:depth]) for depth in range(len(path), -1, -1)),
    )
    for way in ways:
        try:
            text = spliced(source.text, way(splicer))
        except (NoSplice, AssertionError, IndexError, ValueError):
            continue
        done = _read_as(text, will)
        if done is not None:
            return done
    raise NotEdited(path)


def _read_as(text: str, will: Any) -> Written | None:
    """The text, where it says what it is to say."""
    root, _ = read_tree(text, Reporter(""))
    done = None if root is None else Written(text, root)
    return done if done is not None and done.data == will else None


def _anew(will: Any, path: Path) -> Callable[[Splicer], list[Splice]]:
    return lambda splicer: splicer.anew(path, _at(will, path))


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _put(data: Any, path: Path, value: object) -> None:
    for step, following in zip(path, [*path[1:], None], strict=True):
        if following is None:
            data[step] = value
        else:
            if isinstance(data, dict) and not isinstance(data.get(step), dict | list):
                data[step] = {}
            data = data[step]


def _list(data: Any, path: Path) -> list[Any]:
    holder = _at(data, path[:-1])
    found = holder.setdefault(path[-1], [])
    if not isinstance(found, list):
        raise NotEdited(path)
    return found


def _ways(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    yield path, data
    if isinstance(data, dict):
        for key, each in data.items():
            yield from _ways(each, (*path, key))
    elif isinstance(data, list):
        for index, each in enumerate(data):
            yield from _ways(each, (*path, index))
