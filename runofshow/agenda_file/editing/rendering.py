"""Values as YAML: in blocks as people write them, in braces where braces stand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.tree import Scalar, read_tree

STEP = 2
"""Columns from a key to what it holds."""
LONGEST_ROW = 112
"""Signs of a row in braces."""
IN_BRACES = frozenset({"cues", "tracks", "signals", "recipients"})
"""Lists whose rows are one line each, as a table."""
_NAME = re.compile(r"[a-z0-9_.-]+")


class Kept(Struct, frozen=True, eq=False):
    """An element or a list with dashes as it stands in the text, to be set elsewhere."""

    lines: tuple[str, ...]
    column: int
    """Of its dashes, from 0."""
    data: Value
    """What it says."""


Value = str | bool | int | Sequence["Value"] | Mapping[str, "Value"] | Kept
"""What can be written."""


class Rendered(Struct, frozen=True):
    """A value behind its key: what stands on the key's line, and the lines beneath."""

    head: str
    body: tuple[str, ...] = ()


def plain_of(value: Value) -> object:
    """What will be read where `value` was written."""
    match value:
        case Kept():
            return plain_of(value.data)
        case bool():
            return "true" if value else "false"
        case str():
            return clean(value)
        case Mapping():
            return {key: plain_of(each) for key, each in value.items()}
        case Sequence():
            return [plain_of(each) for each in value]
    return str(value)


def clean(text: str) -> str:
    """Text as it is written: several lines end with a line feed, one line does not."""
    lines = [line.rstrip() for line in text.strip("\n").rstrip().splitlines()]
    return "\n".join(lines) + "\n" if len(lines) > 1 else "".join(lines)


def scalar(text: str, *, in_flow: bool = False) -> str:
    """`text` as YAML on one line, in quotes where plain signs would be read as something else."""
    sample = f"{{a: {text}}}" if in_flow else f"a: {text}\n"
    tree, _ = read_tree(sample, Reporter("")) if "\n" not in text else (None, [])
    found = tree.find("a") if tree is not None and len(tree.entries) == 1 else None
    value = found and found[1]
    if isinstance(value, Scalar) and value.plain and not value.is_null and value.text == text:
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(value: Value) -> str:
    """`value` on one line, as it stands inside braces and brackets."""
    match value:
        case Kept():
            return flow(value.data)
        case str() | bool() | int():
            return scalar(str(plain_of(value)), in_flow=True)
        case Mapping():
            return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(flow(each) for each in value) + "]"


def rendered(key: str, value: Value, column: int) -> Rendered:
    """`value` behind a key in `column`."""
    match value:
        case Kept():
            return Rendered("", shifted(value, column + STEP))
        case str() | bool() | int():
            return _text(str(plain_of(value)), column)
        case Mapping():
            return Rendered("", tuple(_entries(value, column + STEP))) if value else Rendered("{}")
    if all(isinstance(each, str) and _NAME.fullmatch(each) for each in value):
        return Rendered(flow(value))
    rows = (line for each in value for line in element_lines(key, each, column + STEP))
    return Rendered("", tuple(rows))


def _text(text: str, column: int) -> Rendered:
    lines = text.splitlines()
    if len(lines) < 2:
        return Rendered(scalar(text))
    if lines[0][:1].isspace() or "\t" in text:
        return Rendered(json.dumps(text, ensure_ascii=False))
    return Rendered("|", tuple(f"{' ' * (column + STEP)}{line}".rstrip() for line in lines))


def entry_lines(key: str, value: Value, column: int) -> list[str]:
    """The lines of `key: value`."""
    made = rendered(key, value, column)
    return [f"{' ' * column}{key}: {made.head}".rstrip(), *made.body]


def _entries(value: Mapping[str, Value], column: int) -> list[str]:
    return [line for key, each in value.items() for line in entry_lines(key, each, column)]


def element_lines(key: str, value: Value, column: int, *, in_braces: bool | None = None) -> list[str]:
    """The lines of an element of the list under `key`, its dash in `column`."""
    dash = " " * column + "- "
    match value:
        case Kept():
            return list(shifted(value, column))
        case Mapping() if value:
            row = dash + flow(value)
            braces = key in IN_BRACES and len(row) <= LONGEST_ROW if in_braces is None else in_braces
            if braces and "\\n" not in row:
                return [row]
            first, *rest = _entries(value, column + STEP)
            return [dash + first.lstrip(" "), *rest]
    made = rendered(key, value, column)
    return [dash + made.head, *made.body]


def shifted(kept: Kept, column: int) -> tuple[str, ...]:
    """The lines with their dashes in `column`."""
    by = column - kept.column
    if by >= 0:
        return tuple(" " * by + line if line.strip() else line for line in kept.lines)
    return tuple(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in kept.lines)
