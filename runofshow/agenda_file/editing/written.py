"""An agenda as it is written: its text, and where everything stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from runofshow.agenda_file.complaint import Complaint, Place, Reporter
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.shape import Data, data_of
from runofshow.agenda_file.tree import Listing, Mapping, Node, read_tree


class NotWritten(ValueError):
    """The text is no mapping in YAML; `complaints` say why."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        super().__init__(", ".join(complaint.code for complaint in complaints))
        self.complaints = tuple(complaints)


class Written(Struct, frozen=True, dict=True):
    """The text of an agenda file with its tree. Line ends are those of the file."""

    text: str
    root: Mapping

    def node(self, path: Sequence[str | int]) -> Node | None:
        """What stands at `path`; None when the file has nothing there."""
        return Places(self.root).node(path)

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line, from 1, of the value or of the nearest thing around it that is there."""
        return Places(self.root).of(path).line

    def path_at(self, place: Place) -> tuple[str | int, ...]:
        """The way to what stands there, or to the last thing that begins before it."""
        path: list[str | int] = []
        node: Node = self.root
        while True:
            below: list[tuple[Place, str | int, Node]] = []
            if isinstance(node, Mapping):
                below = [(key.place, key.text, value) for key, value in node.entries]
            elif isinstance(node, Listing):
                below = [(each.place, index, each) for index, each in enumerate(node.nodes)]
            begun = [each for each in below if (each[0].line, each[0].column) <= (place.line, place.column)]
            # what is said of a mapping is said at its first key
            if not begun or (begun[-1] is below[0] and isinstance(node, Mapping) and node.place == place):
                return tuple(path)
            path.append(begun[-1][1])
            node = begun[-1][2]

    def value(self, path: Sequence[str | int]) -> Data | None:
        """The plain value at `path`; None when there is none, or null."""
        found: Data | None = self.data
        for step in path:
            if isinstance(found, dict) and isinstance(step, str):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    @cached_property
    def data(self) -> dict[str, Data]:
        """All that it says, as plain values. Not to be changed."""
        data = data_of(self.root)
        assert isinstance(data, dict)
        return data

    @property
    def newline(self) -> str:
        """What ends a line that is put in."""
        return "\r\n" if "\r\n" in self.text else "\n"


def written(text: str, name: str = "") -> Written:
    """`text` with its tree. Raises NotWritten, whose complaints name the file `name`."""
    root, complaints = read_tree(text, Reporter(name))
    if root is None:
        raise NotWritten(complaints)
    return Written(text, root)
