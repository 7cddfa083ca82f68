"""A new event out of an old agenda: values set by their path, spliced into the text.

A town's plan is held again by each of its communes: other names, another day, the same programme. The
splice keeps every comment and the order of the template, which writing the file anew would lose.

A path names keys and places counted from 0: `title`, `sessions.0.start`, `items.2.parts.0.by`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as Settings
from collections.abc import Sequence
from datetime import UTC, date

from runofshow.agenda_file.complaint import Complaint, Place, Reporter
from runofshow.agenda_file.editing.marking import unmarked
from runofshow.agenda_file.editing.written import NotWritten, written
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.shape import model_at
from runofshow.agenda_file.spoken_keys import KEY_ALIASES
from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar, read_tree
from runofshow.agenda_file.wording import lines_of, nearest

_ANY_DAY = date(2000, 1, 1)
"""Whether a text reads without errors does not hang on the day."""


class CloneError(ValueError):
    """The template, a setting, or what comes of them is wrong."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        super().__init__(", ".join(complaint.code for complaint in complaints))
        self.complaints = tuple(complaints)


def clone_text(source_text: str, settings: Settings[str, str], *, name: str = "agenda.yaml") -> str:
    """`source_text` with every setting in it. CloneError when a path leads nowhere or the result has errors.

    A key that is missing is put in, and `date` takes the place of a `period`. What was done for the old event
    is still to be done for the new one. `name` is the file that complaints name.
    """
    text = source_text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    report = Reporter(name)
    _check(text, name)
    try:
        text = unmarked(written(text, name)).text
    except NotWritten as error:
        raise CloneError(error.complaints) from error
    for path, value in settings.items():
        text = _set(text, tuple(path.split(".")), lines_of(value), report)
    _check(text, name)
    return text


def _check(text: str, name: str) -> None:
    reading = read_agenda_text(text, name, folder=None, tz=UTC, today=_ANY_DAY)
    if reading.agenda is None:
        raise CloneError(reading.errors)


def _set(text: str, path: tuple[str, ...], value: str, report: Reporter) -> str:
    root, complaints = read_tree(text, report)
    if root is None:
        raise CloneError(complaints)
    node: Node = root
    if path == ("date",) and (entry := root.find("period")) and root.find("date") is None:
        return text[: entry[0].start] + f"date: {_written(value)}" + text[_content_end(entry, entry[1]) :]
    for depth, step in enumerate(path):
        below = _below(node, step)
        if below is None:
            return _insert(text, node, path, depth, value, report)
        node = below
    if not isinstance(node, Scalar):
        raise _unknown("setting_not_text", path, node.place, report)
    return _replace(text, node, value, in_flow=_is_in_flow(root, node))


def _below(node: Node, step: str) -> Node | None:
    if isinstance(node, Listing) and step.isascii() and step.isdigit() and int(step[:6]) < len(node.nodes):
        return node.nodes[int(step[:6])]
    if isinstance(node, Mapping) and (entry := node.find(step)):
        return entry[1]
    return None


def _unknown(code: str, path: Sequence[str], place: Place, report: Reporter, near: str = "") -> CloneError:
    return CloneError([report.error(code, place, key=".".join(path), suggestion=near)])


def _replace(text: str, node: Scalar, value: str, *, in_flow: bool) -> str:
    before, old, after = text[: node.start], text[node.start : node.end], text[node.end :]
    new = _written(value, in_flow=in_flow)
    if not old:
        return f"{before}{' ' if before and not before[-1].isspace() else ''}{new}{after}"
    # A block's node ends with its line feeds, anything else before them.
    return before + new + old[len(old.rstrip("\n")) :] + after


def _insert(text: str, node: Node, path: tuple[str, ...], depth: int, value: str, report: Reporter) -> str:
    """Put the missing key, and what is below it, into the mapping `node`."""
    if not isinstance(node, Mapping) or any(step.isdigit() for step in path[depth:]):
        raise _unknown("unknown_setting", path, node.place, report)
    for end in range(depth, len(path)):
        steps = [int(step) if step.isdigit() else step for step in path[:end]]
        model = model_at(steps)
        known = model.__struct_encode_fields__
        if path[end] not in known or (end > depth and model_at([*steps]) is model_at(steps[:-1])):
            near = nearest(
                path[end], known, {alias: key for alias, key in KEY_ALIASES.items() if key in known}
            )
            suggestion = ".".join((*path[:end], near, *path[end + 1 :])) if near else ""
            raise _unknown("unknown_setting", path, node.place, report, suggestion)
    new = _written(value, in_flow=node.flow or depth + 1 < len(path))
    for step in reversed(path[depth + 1 :]):
        new = f"{{{step}: {new}}}"
    entry = f"{path[depth]}: {new}"
    if node.flow:
        inside = node.end - 1
        last = node.entries[-1][1].end if node.entries else node.start + 1
        return (
            text[:last]
            + (f", {entry}" if node.entries else entry)
            + text[inside if not node.entries else last :]
        )
    indent = " " * (node.place.column - 1)
    for key, below in node.entries:
        line_end = text.find("\n", below.end)
        is_one_line = isinstance(below, Scalar) and below.text and "\n" not in text[key.start : below.end]
        if is_one_line and below.place.line == key.place.line and line_end >= 0:
            return f"{text[:line_end]}\n{indent}{entry}{text[line_end:]}"
    return f"{text[: node.start]}{entry}\n{indent}{text[node.start :]}"


def _content_end(entry: tuple[Scalar, Node], node: Node) -> int:
    """Where the entry's last sign is.

    The mark at a block collection's end stands only at the next thing, past the comments.
    """
    if isinstance(node, Mapping) and not node.flow and node.entries:
        return _content_end(node.entries[-1], node.entries[-1][1])
    if isinstance(node, Listing) and not node.flow and node.nodes:
        return _content_end(entry, node.nodes[-1])
    return max(node.end, entry[0].end + 1)


def _is_in_flow(root: Node, wanted: Node) -> bool:
    """Whether `wanted` stands inside braces or brackets, where a comma ends a value."""
    pending: list[tuple[Node, bool]] = [(root, False)]
    while pending:
        node, in_flow = pending.pop()
        if node is wanted:
            return in_flow
        if isinstance(node, Mapping):
            pending += [(value, in_flow or node.flow) for _, value in node.entries]
        elif isinstance(node, Listing):
            pending += [(each, in_flow or node.flow) for each in node.nodes]
    return False


def _written(value: str, *, in_flow: bool = False) -> str:
    """`value` as YAML on one line, quoted when plain signs would be read as something else."""
    sample = f"{{a: {value}}}" if in_flow else f"a: {value}\n"
    tree, _ = read_tree(sample, Reporter("")) if "\n" not in value else (None, [])
    found = tree.find("a") if tree is not None and len(tree.entries) == 1 else None
    if (
        found
        and isinstance(found[1], Scalar)
        and not found[1].is_null
        and found[1].text == value
        and found[1].plain
    ):
        return value
    return json.dumps(value, ensure_ascii=False)
