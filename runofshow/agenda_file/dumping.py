"""Entries of an agenda file as YAML, laid out the way people write it, with comments above what they name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.tree import read_tree
from runofshow.agenda_file.wording import Quoted

Entry = dict[str, Any]
"""Keys of a form with plain data, in the order they are written."""
FIRST_LINE = "# yaml-language-server: $schema=./agenda.schema.json\n"


def dumped(entry: Entry, notes: Mapping[Path, str] | None = None) -> str:
    """`entry` as YAML. Each note stands as a comment on the line above what its path leads to."""
    text = yaml.dump(entry, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    if not notes:
        return text
    root, _ = read_tree(text, Reporter(""))
    assert root is not None
    places = Places(root)
    above: dict[int, list[str]] = {}
    for path, note in notes.items():
        above.setdefault(places.of_key(path).line, []).extend(note.splitlines())
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        lines += [f"{indent}# {note}".rstrip() for note in above.get(number, ())]
        lines.append(line)
    return "\n".join(lines) + "\n"


class _Dumper(yaml.SafeDumper):
    """Writes several lines as a block, the way people do."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _represent_quoted(dumper: yaml.SafeDumper, text: Quoted) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Quoted, _represent_quoted)
