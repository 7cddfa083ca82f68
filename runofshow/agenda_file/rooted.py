"""What a file would say, as the tree that is read of a file: for an entry that stands in no text."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any

from runofshow.agenda_file.complaint import Place
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar


def rooted(entry: MappingOf[str, Any]) -> tuple[Mapping, tuple[Path, ...]]:
    """The root of the tree, and the path of each of its values: that of line 1 first."""
    paths: list[Path] = []
    root = _node(entry, (), paths)
    assert isinstance(root, Mapping)
    return root, tuple(paths)


def _node(value: Any, path: Path, paths: list[Path]) -> Node:
    paths.append(path)
    place = Place(len(paths), 1)
    match value:
        case MappingOf():
            nodes = {key: _node(each, (*path, key), paths) for key, each in value.items()}
            # a key stands where its value does
            entries = tuple((Scalar(key, True, node.place, 0, 0), node) for key, node in nodes.items())
            return Mapping(entries, place, 0, 0, flow=False)
        case list() | tuple():
            rows = tuple(_node(each, (*path, at), paths) for at, each in enumerate(value))
            return Listing(rows, place, 0, 0, flow=False)
        case str():
            # as in quotes: never null, never a number
            return Scalar(value, False, place, 0, 0)
        case bool():
            return Scalar("true" if value else "false", True, place, 0, 0)
        case _:
            return Scalar(repr(value), True, place, 0, 0)
